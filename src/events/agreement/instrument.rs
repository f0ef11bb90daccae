//! An instrument's noun and what the sentence makes of it.

use super::{Accord, Told, count, parties, stage, subjects};
use crate::{
    events::{
        meeting::Encounter,
        place,
        scene::{Scene, Spot},
        status::Outcome,
        when,
    },
    language::{Doc, Relation},
    record::{AgreementStatus, Instrument},
};

/// An instrument's noun: its kind, and whether it needs a verb to be one.
#[derive(Debug, Clone, Copy)]
pub struct Noun {
    /// What kind.
    pub kind: Instrument,
    /// True where it is an instrument only when signed or concluded in the same breath.
    pub weak: bool,
}

/// The instrument that the noun at a token names.
pub fn at(scene: &Scene<'_>, doc: &Doc, token: usize) -> Option<Noun> {
    let frames = &scene.frames.agreements;
    let t = &doc.tokens[token];
    if t.relation == Relation::Compound && doc.governor(token).is_some_and(|g| doc.tokens[g].pos.is_nominal()) {
        return None;
    }
    let lemma = doc.lemma(token).to_lowercase();
    // a name's lemma keeps its plural
    let lemma =
        if doc.is_plural(token) && !frames.instruments.contains_key(&lemma) { lemma.trim_end_matches('s').to_owned() } else { lemma };
    let mut name = lemma.clone();
    // "letter of intent", "memorandum of understanding"
    if let Some(of) = doc.oblique(token, "of") {
        let long = format!("{lemma} of {}", doc.word(of).to_lowercase());
        if frames.instruments.contains_key(&long) {
            name = long;
        }
    }
    // "joint statement"
    if let Some(before) = token.checked_sub(1) {
        let long = format!("{} {lemma}", doc.word(before).to_lowercase());
        if frames.instruments.contains_key(&long) {
            name = long;
        }
    }
    let kind = *frames.instruments.get(&name)?;
    let forbidden = doc.modifiers(token).any(|m| frames.not_instruments.modified_by.contains(&doc.lemma(m).to_lowercase()));
    (!forbidden).then(|| Noun { kind, weak: frames.weak.contains(&name) })
}

/// The nouns of an instrument's name, on any of which what belongs to it may hang: "memorandum of **understanding** (**MOU**) with X".
pub fn name(scene: &Scene<'_>, doc: &Doc, token: usize) -> Vec<usize> {
    let parts = &scene.frames.agreements.noun.name_parts;
    let mut nouns = vec![token];
    nouns.extend(doc.obliques(token).into_iter().filter(|o| parts.contains(doc.lemma(o.noun))).map(|o| o.noun));
    nouns.extend(doc.appositions(token));
    nouns
}

/// What the noun at a token tells.
pub fn read(scene: &Scene<'_>, at: Spot, encounters: &[Encounter]) -> Option<Told> {
    let doc = scene.doc(at.passage);
    let noun = self::at(scene, doc, at.token)?;
    let stage = stage::of(scene, at)?;
    if noun.weak && !stage.by_verb {
        return None;
    }
    if scene.frames.status.noun_is_conditional(doc, at.token) {
        return None;
    }
    let bound = parties::of(scene, at, &stage, encounters);
    let mut anchors = vec![at.token];
    anchors.extend(stage.verb);
    let outcome = if stage.status == AgreementStatus::Planned { Outcome::Planned } else { Outcome::Happened };
    let mut place_anchors = Vec::new();
    place_anchors.extend(stage.verb);
    place_anchors.push(at.token);
    let accord = Accord {
        instrument: noun.kind,
        count: count::of(scene, doc, at.token),
        items: Vec::new(),
        subjects: subjects::of(scene, at),
        status: stage.status,
        date: when::of(scene, at.passage, &anchors, outcome),
        place: place::of(scene, at.passage, &place_anchors, &scene.frames.meetings.places.markers),
        meeting: bound.meeting,
        confidence: stage.confidence,
        evidence: vec![at],
        parties: bound.parties,
        signatories: bound.signatories,
    };
    Some(if accord.parties.len() >= 2 { Told::Accord(accord) } else { Told::Again(accord) })
}
