//! Why an encounter stands in the record.

use super::{
    Encounter, Told,
    carrier::{self, Carried, Role},
    noun, outcome, verb,
};
use crate::{
    entities::EntityId,
    events::{
        reasons::{MOST, Of, Standing, Why, in_sentence, slot, verb_group, words},
        scene::{Scene, Spot},
        slots::Slot,
        status::Outcome,
    },
    record::{MeetingRole, Rule},
};

/// How many words above a verb are asked for what they make of it.
const REACH: usize = 5;

/// The reasons of an encounter: its mentions, who takes part, what became of it, when, where.
pub fn of(scene: &Scene<'_>, e: &Encounter) -> Vec<Why> {
    let tellings: Vec<(Spot, Option<Encounter>)> = e.evidence.iter().map(|&at| (at, told(scene, at))).collect();
    let mut found: Vec<Why> =
        tellings.iter().enumerate().map(|(i, (at, _))| mention(scene, *at, if i == 0 { Of::Event } else { Of::Again })).collect();
    found.extend(e.participants.iter().take(MOST).map(|&(id, role)| party(scene, e, id, role)));
    let telling = tellings.iter().find(|(_, t)| t.as_ref().is_some_and(|t| t.outcome == e.outcome));
    found.extend(telling.and_then(|(at, t)| t.as_ref().map(|t| status(scene, *at, t))));
    if let Some(date) = &e.date {
        let told = scene.is_read_by_pattern(date.passage)
            || tellings.iter().any(|(_, t)| t.as_ref().is_some_and(|t| t.date.as_ref() == Some(date)));
        found.push(Why::new(Of::Date, if told { Rule::DateTold } else { Rule::DateVisit }, vec![(date.passage, date.tokens)]));
    }
    if let Some(place) = &e.place {
        let told = scene.is_read_by_pattern(place.passage)
            || tellings.iter().any(|(_, t)| t.as_ref().is_some_and(|t| t.place.as_ref() == Some(place)));
        found.push(Why::new(Of::Place, if told { Rule::PlaceTold } else { Rule::PlaceVisit }, vec![(place.passage, place.tokens)]));
    }
    found
}

/// What the trigger at a spot tells by itself; none for one that only brings further people.
fn told(scene: &Scene<'_>, at: Spot) -> Option<Encounter> {
    if scene.is_read_by_pattern(at.passage) {
        return None;
    }
    if scene.doc(at.passage).is_verbal(at.token) {
        return verb::read(scene, at);
    }
    noun::read(scene, at).map(|told| match told {
        Told::Encounter(e) | Told::Again(e) => e,
    })
}

fn mention(scene: &Scene<'_>, at: Spot, of: Of) -> Why {
    let doc = scene.doc(at.passage);
    if scene.is_read_by_pattern(at.passage) {
        return Why::new(of, Rule::MeetingPattern, words(at.passage, [at.token]));
    }
    if doc.is_verbal(at.token) {
        let trigger = words(at.passage, doc.particle(at.token).into_iter().chain([at.token]));
        return match verb::frame(scene, at) {
            Some(frame) => Why::framed(of, Rule::MeetingVerb, &frame.name, trigger),
            None => Why::new(of, Rule::MeetingAttendance, trigger),
        };
    }
    let carrier = carrier::carrier(scene, doc, at.token).map(|c| c.verb);
    let trigger = words(at.passage, carrier.into_iter().chain([at.token]));
    match noun::frame(scene, at) {
        Some(frame) => Why::framed(of, Rule::MeetingNoun, &frame.name, trigger),
        None => Why::new(of, Rule::MeetingNoun, trigger),
    }
}

fn party(scene: &Scene<'_>, e: &Encounter, id: EntityId, role: MeetingRole) -> Why {
    let is = |other: EntityId| other == id;
    let attends = role == MeetingRole::Attendee;
    let found =
        e.evidence.iter().take(MOST).find_map(|&at| in_slot(scene, at, is).filter(|(rule, _)| !attends || *rule == Rule::SlotAttendance));
    let sentence = || e.evidence.iter().take(MOST).find_map(|&at| in_sentence(scene, at, is)).unwrap_or_default();
    let (rule, words) = found.unwrap_or_else(|| (if attends { Rule::SlotAttendance } else { Rule::SlotSentence }, sentence()));
    Why::new(Of::Party(id), rule, words)
}

/// Where somebody stands at a trigger, or at the verb that carries it.
fn in_slot(scene: &Scene<'_>, at: Spot, is: impl Fn(EntityId) -> bool + Copy) -> Option<Standing> {
    let doc = scene.doc(at.passage);
    if doc.is_verbal(at.token) {
        let Some(frame) = verb::frame(scene, at) else {
            let along = [&[Slot::Subject, Slot::Agent], scene.frames.adpositions.by.as_slice()].concat();
            return slot(scene, at, &along, is).map(|(_, words)| (Rule::SlotAttendance, words));
        };
        return slot(scene, at, &frame.sides, is).or_else(|| slot(scene, at, &frame.mediators, is));
    }
    let own = noun::frame(scene, at).and_then(|frame| slot(scene, at, &frame.sides, is));
    own.or_else(|| {
        let token = carrier::carrier(scene, doc, at.token)?.verb;
        slot(scene, Spot { token, ..at }, &[&[Slot::Subject], &*scene.frames.adpositions.sides].concat(), is)
    })
}

/// What tells what became of the encounter that `t` tells of at its trigger.
fn status(scene: &Scene<'_>, at: Spot, t: &Encounter) -> Why {
    let doc = scene.doc(at.passage);
    let why = |rule, tokens: Vec<usize>| Why::new(Of::Status, rule, words(at.passage, tokens));
    let carrier = carrier::carrier(scene, doc, at.token);
    let verb = if doc.is_verbal(at.token) { Some(at.token) } else { carrier.map(|c| c.verb) };
    let by_verb = verb.and_then(|v| scene.frames.status.of_verb(doc, v)).map(|s| s.outcome);
    let ahead = t.date.as_ref().filter(|d| d.value.as_ref().zip(scene.reference).is_some_and(|(d, today)| d.begins_after(today)));
    if let Some(date) = ahead.filter(|_| t.outcome == Outcome::Planned && by_verb.is_none_or(|o| o == Outcome::Happened)) {
        return Why::new(Of::Status, Rule::StatusDate, vec![(date.passage, date.tokens)]);
    }
    let above = |from: usize| {
        std::iter::successors(doc.governor(from), |&g| doc.governor(g))
            .take(REACH)
            .find(|&g| scene.frames.status.says(doc, g) == Some(t.outcome))
    };
    match (verb, carrier) {
        (Some(v), None) => match above(v) {
            Some(g) => why(Rule::StatusWord, vec![g, v]),
            None => why(Rule::StatusTense, verb_group(doc, v)),
        },
        (Some(v), Some(Carried { role: Role::Object | Role::Asked | Role::Happening, .. })) => why(Rule::StatusCarrier, verb_group(doc, v)),
        (_, framing) => {
            let near = doc.children(at.token).filter(|&c| outcome::tells(scene, doc, c)).collect::<Vec<_>>();
            match framing {
                _ if !near.is_empty() => why(Rule::StatusNear, near),
                Some(c) => why(Rule::StatusCarrier, verb_group(doc, c.verb)),
                None => why(Rule::StatusNoun, vec![at.token]),
            }
        }
    }
}
