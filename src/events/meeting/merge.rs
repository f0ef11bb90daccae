//! Which mentions tell of one encounter.
//!
//! Two mentions are of one where their sides agree (the same people, or a state for those who speak for it), and neither outcome,
//! day nor place speaks against it. "The meeting" without sides belongs to the encounter told of last.

use super::{Encounter, Told};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        status::Outcome,
    },
    record::MeetingRole,
};

/// How many events back a mention is compared: longer accounts are lists of other events.
const MOST: usize = 200;
/// How many passages back "the meeting" reaches.
const REACH: usize = 6;

/// Joins mentions into encounters, in order of their first mention.
pub fn join(scene: &Scene<'_>, told: Vec<Told>) -> Vec<Encounter> {
    let mut encounters: Vec<Encounter> = Vec::new();
    let mut last: Option<(usize, Spot)> = None;
    for t in told {
        match t {
            Told::Encounter(e) => {
                let at = e.evidence[0];
                let same = (0..encounters.len()).rev().take(MOST).find(|&i| are_one(scene, &encounters[i], &e));
                let index = match same {
                    Some(i) => {
                        absorb(scene, &mut encounters[i], e);
                        i
                    }
                    None => {
                        encounters.push(e);
                        encounters.len() - 1
                    }
                };
                last = Some((index, at));
            }
            Told::Again(e) => {
                let at = e.evidence[0];
                let Some((index, seen)) = last else { continue };
                let known = &encounters[index];
                let sides: Vec<EntityId> = e.principals().collect();
                if at.passage > seen.passage + REACH || !sides.iter().all(|&s| known.principals().any(|k| scene.same_side(k, s))) {
                    continue;
                }
                if is_another(scene, &e, at) {
                    let participants = known.principals().map(|id| (id, MeetingRole::Principal)).collect();
                    encounters.push(Encounter { participants, confidence: e.confidence * 0.8, ..e });
                    last = Some((encounters.len() - 1, at));
                    continue;
                }
                if !refers_back(scene, at) || !outcomes_agree(known.outcome, e.outcome) {
                    continue;
                }
                absorb(scene, &mut encounters[index], Encounter { participants: Vec::new(), ..e });
                last = Some((index, at));
            }
        }
    }
    encounters.retain(|e| e.participants.iter().filter(|(id, _)| !is_bare_group(scene, *id)).count() >= 2 || e.participants.len() > 2);
    encounters
}

/// "members", "officials": people of whom nothing tells who they are.
fn is_bare_group(scene: &Scene<'_>, id: EntityId) -> bool {
    let e = scene.entities.get(id);
    let whose = || {
        let mention = e.mentions.first().and_then(|&m| scene.entities.mentions.get(m));
        mention.is_some_and(|m| scene.doc(m.passage).possessor(m.head).is_some())
    };
    e.kind == EntityKind::Group && e.country.is_none() && e.name.split_whitespace().count() == 1 && !whose()
}

/// "the meeting", "their talks", "it": not "a meeting", not "meetings".
fn refers_back(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let definite = doc.determiner(at.token).is_some_and(|d| scene.frames.meetings.again.words.contains(&doc.word(d).to_lowercase()));
    definite || doc.possessor(at.token).is_some()
}

/// "a **second** meeting fell through", "a **further** round is planned": of those spoken of last, but not the same encounter.
fn is_another(scene: &Scene<'_>, e: &Encounter, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let another = &scene.frames.meetings.another.words;
    let told = e.date.is_some() || !matches!(e.outcome, Outcome::Happened | Outcome::Ongoing);
    told && doc.children(at.token).any(|c| c < at.token && another.contains(&doc.word(c).to_lowercase()))
}

fn are_one(scene: &Scene<'_>, a: &Encounter, b: &Encounter) -> bool {
    let (pa, pb): (Vec<_>, Vec<_>) = (a.participants.iter().map(|p| p.0).collect(), b.participants.iter().map(|p| p.0).collect());
    let (few, many) = if pa.len() <= pb.len() { (&pa, &pb) } else { (&pb, &pa) };
    // among people of one country a side tells nobody apart
    let country = |&id: &EntityId| scene.entities.get(id).country.as_deref();
    let by_side = many.iter().any(|id| country(id).is_none() || country(id) != country(&many[0]));
    let mut taken = vec![false; many.len()];
    let mut shared = 0;
    for &p in few {
        let exact = (0..many.len()).find(|&i| !taken[i] && many[i] == p);
        let found = exact.or_else(|| (0..many.len()).find(|&i| !taken[i] && by_side && scene.same_side(many[i], p)));
        if let Some(i) = found {
            taken[i] = true;
            shared += 1;
        }
    }
    let sides_agree = shared >= 2 && (shared == few.len() || shared * 2 > few.len() + 1);
    sides_agree && outcomes_agree(a.outcome, b.outcome) && days_agree(a, b) && places_agree(scene, a, b)
}

/// Held and ongoing are one kind of telling, planned, proposed and what became of the plan another.
fn outcomes_agree(a: Outcome, b: Outcome) -> bool {
    let told = |o| matches!(o, Outcome::Happened | Outcome::Ongoing);
    told(a) == told(b)
}

fn days_agree(a: &Encounter, b: &Encounter) -> bool {
    match (a.date.as_ref().and_then(|d| d.value.as_ref()), b.date.as_ref().and_then(|d| d.value.as_ref())) {
        (Some(x), Some(y)) => x.may_be_one(y),
        _ => true,
    }
}

fn places_agree(scene: &Scene<'_>, a: &Encounter, b: &Encounter) -> bool {
    match (&a.place, &b.place) {
        (Some(x), Some(y)) => {
            x.country.is_none()
                || y.country.is_none()
                || x.country == y.country
                || scene.words(x.passage, x.tokens) == scene.words(y.passage, y.tokens)
        }
        _ => true,
    }
}

/// Adds what a further mention tells.
fn absorb(scene: &Scene<'_>, known: &mut Encounter, more: Encounter) {
    for (id, role) in more.participants {
        if known.includes(id) {
            continue;
        }
        // a person takes the place of the state that stood for it, and a state adds nothing to its person
        let twin = known.participants.iter().position(|(k, _)| scene.same_side(*k, id));
        match twin {
            Some(i) => {
                let general = |id: EntityId| {
                    let e = scene.entities.get(id);
                    u8::from(e.kind == EntityKind::State) * 2 + u8::from(e.kind == EntityKind::Group) + u8::from(e.nameless)
                };
                if general(id) < general(known.participants[i].0) {
                    known.participants[i] = (id, role);
                }
            }
            None => known.participants.push((id, if role == MeetingRole::Mediator { role } else { MeetingRole::Principal })),
        }
    }
    known.outcome = further(known.outcome, more.outcome);
    known.format = known.format.or(more.format);
    known.date = match (known.date.take(), more.date) {
        (Some(a), Some(b)) => Some(if b.is_finer_than(&a) { b } else { a }),
        (a, b) => a.or(b),
    };
    known.place = known.place.take().or(more.place);
    for t in more.topics {
        if known.topics.len() < MOST && !known.topics.contains(&t) {
            known.topics.push(t);
        }
    }
    known.confidence = (1.0 - (1.0 - known.confidence) * (1.0 - more.confidence * 0.5)).min(0.99);
    for spot in more.evidence {
        // mentions come in the order of the text
        if known.evidence.last() != Some(&spot) {
            known.evidence.push(spot);
        }
    }
}

/// Of two tellings of one encounter, the one that says more of what became of it.
fn further(a: Outcome, b: Outcome) -> Outcome {
    let rank = |o| match o {
        Outcome::Happened => 6,
        Outcome::Ongoing => 5,
        Outcome::Cancelled => 4,
        Outcome::Refused => 3,
        Outcome::Denied => 2,
        Outcome::Planned => 1,
        Outcome::Proposed => 0,
    };
    if rank(b) > rank(a) { b } else { a }
}
