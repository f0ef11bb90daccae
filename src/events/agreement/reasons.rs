//! Why a signing stands in the record.

use super::{Accord, Occasions, Told, binding, instrument, naming, resumed, stage, taking, transaction};
use crate::{
    entities::EntityId,
    events::{
        meeting::Encounter,
        reasons::{MOST, Of, Standing, Why, in_sentence, slot, verb_group, words},
        scene::{Scene, Spot},
        slots::Slot,
    },
    record::Rule,
};

/// The reasons of a signing: its mentions, who is bound, who signs, how far it has come, when, where.
pub fn of(scene: &Scene<'_>, a: &Accord, occasions: &Occasions<'_>) -> Vec<Why> {
    let encounters = occasions.encounters;
    let mut found: Vec<Why> =
        a.evidence.iter().enumerate().map(|(i, &at)| mention(scene, at, if i == 0 { Of::Event } else { Of::Again })).collect();
    let signs = |id: EntityId| slotted(scene, a, move |other| other == id);
    let binds = |id: EntityId| slotted(scene, a, move |other| other == id || binding::bind(scene, &[other]).parties.contains(&id));
    found.extend(a.parties.iter().take(MOST).map(|&id| party(scene, a, encounters, Of::Party(id), id, binds(id))));
    found.extend(a.signatories.iter().take(MOST).map(|&id| party(scene, a, encounters, Of::Signatory(id), id, signs(id))));
    found.extend(status(scene, a));
    let told: Vec<Accord> = a.evidence.iter().take(MOST).filter_map(|&at| told(scene, at, occasions)).collect();
    if let Some(d) = &a.date {
        let own = told.iter().any(|t| t.date.as_ref().is_some_and(|t| (t.passage, t.tokens) == (d.passage, d.tokens)));
        found.push(Why::new(Of::Date, if own { Rule::DateTold } else { Rule::DateMeeting }, vec![(d.passage, d.tokens)]));
    }
    if let Some(p) = &a.place {
        let own = told.iter().any(|t| t.place.as_ref() == Some(p));
        let met = || a.meeting.and_then(|m| encounters.get(m)).is_some_and(|e| e.place.as_ref() == Some(p));
        let rule = match own {
            true => Rule::PlaceTold,
            false if met() => Rule::PlaceMeeting,
            false => Rule::PlaceVisit,
        };
        found.push(Why::new(Of::Place, rule, vec![(p.passage, p.tokens)]));
    }
    found
}

/// What the trigger at a spot tells by itself.
fn told(scene: &Scene<'_>, at: Spot, occasions: &Occasions<'_>) -> Option<Accord> {
    if scene.doc(at.passage).is_verbal(at.token) {
        return transaction::read(scene, at).or_else(|| resumed::read(scene, at));
    }
    instrument::read(scene, at, occasions).map(|told| match told {
        Told::Accord(a) | Told::Again(a) => a,
    })
}

fn mention(scene: &Scene<'_>, at: Spot, of: Of) -> Why {
    let doc = scene.doc(at.passage);
    if doc.is_verbal(at.token) {
        let trigger = words(at.passage, doc.particle(at.token).into_iter().chain([at.token]));
        return match transaction::frame(scene, at) {
            Some(frame) => Why::framed(of, Rule::AgreementTransaction, &frame.name, trigger),
            None if resumed::read(scene, at).is_some() => Why::new(of, Rule::AgreementPronoun, trigger),
            None => Why::new(of, Rule::AgreementList, trigger),
        };
    }
    match taking::of(scene, doc, at.token).first() {
        Some(t) => Why::framed(of, Rule::AgreementVerb, &t.frame.name, words(at.passage, [t.verb, at.token])),
        None => Why::new(of, Rule::AgreementNoun, words(at.passage, [at.token])),
    }
}

fn party(scene: &Scene<'_>, a: &Accord, encounters: &[Encounter], of: Of, id: EntityId, slotted: Option<Standing>) -> Why {
    let is = |other: EntityId| scene.same_side(other, id);
    let met = || {
        let e = a.meeting.and_then(|m| encounters.get(m)).filter(|e| e.participants.iter().any(|p| is(p.0)))?;
        let at = *e.evidence.first()?;
        Some((Rule::SlotMeeting, in_sentence(scene, at, is).unwrap_or_else(|| words(at.passage, [at.token]))))
    };
    let sentence = || (Rule::SlotSentence, a.evidence.iter().take(MOST).find_map(|&at| in_sentence(scene, at, is)).unwrap_or_default());
    let (rule, words) = slotted.or_else(met).unwrap_or_else(sentence);
    Why::new(of, rule, words)
}

/// Where those stand, at a trigger or at the verb that takes it, who bind somebody.
fn slotted(scene: &Scene<'_>, a: &Accord, binds: impl Fn(EntityId) -> bool + Copy) -> Option<Standing> {
    let frames = &scene.frames.agreements;
    a.evidence.iter().take(MOST).find_map(|&at| {
        let doc = scene.doc(at.passage);
        if doc.is_verbal(at.token) {
            let business = transaction::frame(scene, at).map(|f| &f.parties);
            return slot(scene, at, business.or_else(|| frames.verb(doc.lemma(at.token), false).map(|f| &f.parties))?, binds);
        }
        let taken = taking::of(scene, doc, at.token);
        let at_verb = || taken.iter().find_map(|t| slot(scene, Spot { token: t.verb, ..at }, &t.frame.parties, binds));
        let mut nouns = instrument::name(scene, doc, at.token).into_iter();
        let at_noun = nouns.find_map(|token| slot(scene, Spot { token, ..at }, &frames.noun.parties, binds));
        let in_clause = || {
            let named = naming::in_clause_at(scene, at).into_iter().find(|(_, ids)| ids.iter().any(|&id| binds(id)));
            named.map(|(token, _)| (Rule::SlotClause, words(at.passage, [token])))
        };
        let witness = || {
            let token = doc.governing_verb(at.token).filter(|&v| frames.witnesses.contains(doc.lemma(v)))?;
            slot(scene, Spot { token, ..at }, &[Slot::Subject], binds)
        };
        at_noun.or_else(at_verb).or_else(in_clause).or_else(witness)
    })
}

/// What tells how far the signing has come: at the first mention that tells as much.
fn status(scene: &Scene<'_>, a: &Accord) -> Option<Why> {
    let first = *a.evidence.first()?;
    let why = |rule, at: Spot, tokens: Vec<usize>| Why::new(Of::Status, rule, words(at.passage, tokens));
    let as_far = |at: &Spot| {
        let verbal = scene.doc(at.passage).is_verbal(at.token);
        if verbal {
            transaction::read(scene, *at).is_some_and(|t| t.status == a.status)
        } else {
            stage::of(scene, *at).is_some_and(|s| s.status == a.status)
        }
    };
    let at = a.evidence.iter().take(MOST).copied().find(as_far).unwrap_or(first);
    let doc = scene.doc(at.passage);
    if doc.is_verbal(at.token) {
        return Some(why(Rule::StatusFrame, at, verb_group(doc, at.token)));
    }
    if let Some(verb) = stage::of(scene, at).filter(|_| !taking::of(scene, doc, at.token).is_empty()).and_then(|s| s.verb) {
        return Some(why(Rule::StatusFrame, at, verb_group(doc, verb)));
    }
    let near = stage::tells(&scene.frames.agreements, doc, at.token);
    Some(match near {
        Some(word) => why(Rule::StatusNear, at, vec![word]),
        None => why(Rule::StatusNoun, at, vec![at.token]),
    })
}
