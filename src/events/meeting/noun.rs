//! Encounters told by a noun: "a meeting with", "the summit between", "held talks".

use super::{Encounter, Told, form, frames::NounFrame, verb::is_habit};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        place,
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::{Outcome, Status},
        when,
    },
    language::{Doc, Relation},
    record::MeetingRole,
};

/// What a noun tells: an encounter with its sides, or the one spoken of before.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Told> {
    let doc = scene.doc(at.passage);
    if doc.tokens[at.token].relation == Relation::Compound {
        return None;
    }
    let frame = frame(scene, at)?;
    let clause = carrier(scene, doc, at.token);
    if frame.carried && !matches!(clause, Some(Carried { role: Role::Object | Role::Happening, .. })) {
        return None;
    }
    if clause.is_some_and(|c| is_habit(scene, doc, c.verb)) || scene.frames.status.noun_is_conditional(doc, at.token) {
        return None;
    }
    let status = status(scene, doc, at.token, clause)?;
    let mut sides = slots::parties(scene, at, &frame.sides);
    let mut mediators = Vec::new();
    let mut confidence = frame.confidence * status.sureness;
    if let Some(c) = clause {
        let verb = Spot { token: c.verb, ..at };
        let lemma = doc.lemma(c.verb);
        let carriers = &scene.frames.meetings.carriers;
        let along = slots::parties(scene, verb, &[Slot::Behind("with".into()), Slot::Behind("between".into())]);
        let subject = slots::parties(scene, verb, &[Slot::Subject]);
        match c.role {
            Role::Object => {
                let host = carriers.host.contains(lemma) && (sides.len() >= 2 || along.len() >= 2);
                for id in along {
                    push(&mut sides, id);
                }
                if host {
                    mediators = subject.into_iter().filter(|id| !sides.contains(id)).collect();
                } else {
                    for (i, id) in subject.into_iter().enumerate() {
                        sides.insert(i.min(sides.len()), id);
                    }
                }
            }
            Role::Happening => {
                for id in along {
                    push(&mut sides, id);
                }
            }
            Role::Framing if !sides.is_empty() && persons_or_more(scene, &subject) => {
                let own: Vec<EntityId> = subject.into_iter().filter(|id| !sides.contains(id)).collect();
                if sides.iter().all(|&s| scene.entities.get(s).kind != EntityKind::State) || sides.len() == 1 {
                    for (i, id) in own.into_iter().enumerate() {
                        sides.insert(i, id);
                    }
                    confidence *= 0.9;
                }
            }
            // "At the talks, X and Y agreed …"
            Role::Framing if sides.is_empty() && persons_or_more(scene, &subject) && on_two_sides(scene, &subject) => {
                sides = subject;
                confidence *= 0.85;
            }
            Role::Framing => {}
        }
    }
    dedup(&mut sides);
    let mut anchors = vec![at.token];
    anchors.extend(clause.map(|c| c.verb));
    let date = when::of(scene, at.passage, &anchors, status.outcome);
    let encounter = Encounter {
        participants: sides
            .iter()
            .map(|&id| (id, MeetingRole::Principal))
            .chain(mediators.into_iter().map(|id| (id, MeetingRole::Mediator)))
            .collect(),
        outcome: form::outcome_by_date(scene, date.as_ref(), status.outcome),
        format: form::of(scene, at).or(frame.format),
        place: place::of(scene, at.passage, &anchors_of_place(doc, at.token, clause), &scene.frames.meetings.places.markers),
        date,
        topics: form::topics(scene, at, &[at.token]),
        confidence,
        evidence: vec![at],
    };
    Some(if sides.len() >= 2 { Told::Encounter(encounter) } else { Told::Again(encounter) })
}

/// The frame that fits a noun.
pub fn frame<'f>(scene: &Scene<'f>, at: Spot) -> Option<&'f NounFrame> {
    let doc = scene.doc(at.passage);
    scene.frames.meetings.nouns.iter().find(|f| fits(scene, doc, at.token, f))
}

fn push(sides: &mut Vec<EntityId>, id: EntityId) {
    if !sides.contains(&id) {
        sides.push(id);
    }
}

fn dedup(sides: &mut Vec<EntityId>) {
    let mut seen = Vec::new();
    sides.retain(|id| {
        let new = !seen.contains(id);
        seen.push(*id);
        new
    });
}

fn persons_or_more(scene: &Scene<'_>, subject: &[EntityId]) -> bool {
    !subject.is_empty()
        && subject.iter().all(|&id| matches!(scene.entities.get(id).kind, EntityKind::Person | EntityKind::Group | EntityKind::State))
}

/// True where those named speak for more than one country.
fn on_two_sides(scene: &Scene<'_>, subject: &[EntityId]) -> bool {
    let mut countries = subject.iter().filter_map(|&id| scene.entities.get(id).country.as_deref());
    countries.next().is_some_and(|first| countries.any(|other| other != first))
}

fn fits(scene: &Scene<'_>, doc: &Doc, noun: usize, frame: &NounFrame) -> bool {
    let lemma = doc.lemma(noun).to_lowercase();
    if !frame.lemmas.contains(&lemma) || frame.plural && !doc.is_plural(noun) {
        return false;
    }
    let before: Vec<String> = doc.modifiers(noun).map(|m| doc.lemma(m).to_lowercase()).collect();
    if before.iter().any(|m| scene.frames.meetings.not_nouns.modified_by.contains(m)) {
        return false;
    }
    (frame.modified_by.is_empty() || before.iter().any(|m| frame.modified_by.contains(m)))
        && (frame.of.is_empty() || doc.oblique(noun, "of").is_some_and(|o| frame.of.contains(&doc.lemma(o).to_lowercase())))
}

/// How a noun hangs on the verb that carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// "held **talks**", "**talks** were held"
    Object,
    /// "the **meeting** took place"
    Happening,
    /// "during the **meeting** he said"
    Framing,
}

/// A verb that carries a noun of meeting.
#[derive(Debug, Clone, Copy)]
pub struct Carried {
    /// The verb.
    pub verb: usize,
    /// What the noun is to it.
    pub role: Role,
}

/// The verb that carries a noun, if any.
pub fn carrier(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<Carried> {
    let frames = &scene.frames.meetings;
    let mut at = noun;
    while doc.tokens[at].relation == Relation::Conjunct && doc.governor(at).is_some_and(|g| doc.tokens[g].pos.is_nominal()) {
        at = doc.governor(at)?;
    }
    let governor = doc.governor(at)?;
    match doc.tokens[at].relation {
        Relation::Object | Relation::PassiveSubject if frames.carriers.takes(doc.lemma(governor)) => {
            Some(Carried { verb: governor, role: Role::Object })
        }
        Relation::Subject if doc.is_verbal(governor) => Some(Carried { verb: governor, role: Role::Happening }),
        Relation::PrepositionObject => {
            let verb = doc.governor(governor)?;
            let marker = doc.lemma(governor).to_lowercase();
            if doc.is_verbal(verb) && frames.carriers.takes(doc.lemma(verb)) && frames.carriers.adpositions.contains(&marker) {
                // "engaged in talks", "called for a summit", "participated in a meeting"
                return Some(Carried { verb, role: Role::Object });
            }
            let verb = if doc.is_verbal(verb) { verb } else { doc.governing_verb(verb)? };
            frames.framing.markers.contains(&marker).then_some(Carried { verb, role: Role::Framing })
        }
        _ => None,
    }
}

fn anchors_of_place(doc: &Doc, noun: usize, clause: Option<Carried>) -> Vec<usize> {
    let mut anchors = vec![noun];
    for o in doc.obliques(noun) {
        anchors.push(o.noun);
    }
    anchors.extend(clause.filter(|c| c.role != Role::Framing).map(|c| c.verb));
    anchors
}

/// True where a word at the noun tells of the encounter's status: "upcoming", "no".
pub fn tells_status(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    let word = doc.word(t).to_lowercase();
    let words = &scene.frames.meetings.status_words;
    let listed = [&words.cancelled, &words.proposed, &words.planned].into_iter().any(|set| set.contains(&word));
    listed || doc.tokens[t].relation == Relation::Negation || doc.tokens[t].morph.negative
}

/// What became of it: by the verb that carries the noun, by words before it, by negation.
fn status(scene: &Scene<'_>, doc: &Doc, noun: usize, clause: Option<Carried>) -> Option<Status> {
    let frames = &scene.frames.meetings;
    let adjective = doc.modifiers(noun).find_map(|m| {
        let word = doc.word(m).to_lowercase();
        let words = &frames.status_words;
        if words.cancelled.contains(&word) {
            Some(Outcome::Cancelled)
        } else if words.proposed.contains(&word) {
            Some(Outcome::Proposed)
        } else {
            words.planned.contains(&word).then_some(Outcome::Planned)
        }
    });
    let denied = doc.is_denied(noun);
    let happened = Status { outcome: Outcome::Happened, sureness: 1.0 };
    let mut status = match clause {
        Some(Carried { verb, role: Role::Object }) => {
            let lemma = doc.lemma(verb);
            let of_verb = scene.frames.status.of_verb(doc, verb)?;
            let c = &frames.carriers;
            let outcome = if c.hold.contains(lemma) || c.host.contains(lemma) && !c.plan.contains(lemma) {
                of_verb.outcome
            } else if c.cancel.contains(lemma) {
                Outcome::Cancelled
            } else if c.refuse.contains(lemma) {
                Outcome::Refused
            } else if c.deny.contains(lemma) {
                Outcome::Denied
            } else if c.propose.contains(lemma) {
                Outcome::Proposed
            } else if of_verb.outcome == Outcome::Denied {
                Outcome::Denied
            } else {
                Outcome::Planned
            };
            Status { outcome, ..of_verb }
        }
        Some(Carried { verb, role: Role::Happening }) => {
            let of_verb = scene.frames.status.of_verb(doc, verb)?;
            let lemma = doc.lemma(verb);
            let says = (!frames.carriers.happen.contains(lemma))
                .then(|| scene.frames.status.says(lemma))
                .flatten()
                .filter(|_| doc.is_passive(verb));
            Status { outcome: says.unwrap_or(of_verb.outcome), ..of_verb }
        }
        Some(Carried { verb, role: Role::Framing }) => {
            let marker_ahead = doc.governor(noun).is_some_and(|p| {
                frames.framing.ahead.contains(&doc.lemma(p).to_lowercase())
                    || doc.governor(p).is_some_and(|g| frames.framing.ahead.contains(doc.lemma(g)))
            });
            let of_verb = scene.frames.status.of_verb(doc, verb);
            match of_verb.map(|s| s.outcome) {
                Some(Outcome::Planned) => Status { outcome: Outcome::Planned, sureness: 0.9 },
                _ if marker_ahead => Status { outcome: Outcome::Planned, sureness: 0.85 },
                _ => Status { outcome: Outcome::Happened, sureness: 0.9 },
            }
        }
        None => Status { sureness: 0.9, ..happened },
    };
    if let Some(outcome) = adjective
        && matches!(status.outcome, Outcome::Happened | Outcome::Ongoing)
        && !matches!(clause, Some(Carried { role: Role::Object, verb }) if frames.carriers.hold.contains(doc.lemma(verb)))
    {
        status.outcome = outcome;
    }
    if denied {
        status.outcome = Outcome::Denied;
    }
    Some(status)
}
