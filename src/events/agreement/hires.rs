//! Contracts of employment and transfers: who works or plays for somebody signs no agreement of two sides.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Accord, instrument, organs::last_word_in};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots,
    },
    language::{Doc, Pos},
    record::Instrument,
};

/// What an agreement of one who works for another is told by.
#[derive(Debug, Deserialize)]
pub struct HireWords {
    /// Those who work for somebody, where they are only described: "the British **driver**".
    pub workers: HashSet<String>,
    /// Last words of the offices by which somebody signs for others: "**Finance Minister** Ana Ruiz".
    speak_for: HashSet<String>,
    /// Units of how long somebody works: "a three-**year** deal", "a two-**film** deal".
    terms: HashSet<String>,
    /// Words before an instrument that is a contract of employment with somebody: "a **contract** agreement".
    kinds: HashSet<String>,
    /// Nouns for working together, of which two persons sign nothing: "ended his **partnership** with Ana Ruiz".
    together: HashSet<String>,
}

/// True where what is told is of one who works or plays for another.
pub fn is_hire(scene: &Scene<'_>, a: &Accord) -> bool {
    let person = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Person;
    let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
    let (one_is, all_are) = (a.parties.iter().any(person), a.parties.iter().all(person));
    // "\"I have signed a contract with the club,\" said Ruiz", a Norvik player: who plays elsewhere signs for himself
    let plays = scene.sport && a.instrument == Instrument::Contract && !a.signatories.is_empty();
    let told = |by: &dyn Fn(&Doc, Spot) -> bool| a.evidence.iter().any(|&at| by(scene.doc(at.passage), at));
    let works = |id: &EntityId| {
        let e = scene.entities.get(*id);
        person(id) && e.nameless && last_word_in(&e.name, &scene.frames.agreements.hires.workers)
    };
    // "**Finance Minister** Ana Ruiz signed a one-year truce": for others than herself
    let words = &scene.frames.agreements.hires.speak_for;
    let official = |id: &EntityId| {
        person(id) && scene.entities.get(*id).roles.iter().any(|r| !r.former && last_word_in(&r.title.to_lowercase(), words))
    };
    let for_others = a.parties.iter().any(official);
    let employs = || {
        a.parties.iter().any(works)
            || told(&|doc, at| {
                a.subjects.is_empty() && is_for_a_term(scene, doc, at.token) || is_on_a_term(scene, at) || has_kind(scene, doc, at.token)
            })
    };
    let together = || told(&|doc, at| scene.frames.agreements.hires.together.contains(&doc.lemma(at.token).to_lowercase()));
    plays
        || one_is
            && (scene.sport || a.instrument == Instrument::Contract && !all_are || !for_others && (employs() || all_are && together()))
        || scene.some_sport && a.parties.iter().all(body) && told(&|_, at| is_for_player(scene, at))
}

/// "a **three-year** deal"
fn is_for_a_term(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let term = |t: usize| scene.frames.agreements.hires.terms.contains(doc.lemma(t)) && doc.hyphened(t).is_some();
    doc.noun_phrase(noun).range().any(term)
}

/// "reached agreement **on a one-year contract**"
fn is_on_a_term(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let kind = |n: usize| instrument::at(scene, doc, n).map(|noun| noun.kind);
    let contract = |n: usize| matches!(kind(n), Some(Instrument::Contract | Instrument::Deal));
    doc.obliques(at.token).into_iter().map(|o| o.noun).any(|n| contract(n) && is_for_a_term(scene, doc, n))
}

/// "a **contract** agreement"
fn has_kind(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    doc.modifiers(noun).any(|m| scene.frames.agreements.hires.kinds.contains(&doc.lemma(m).to_lowercase()))
}

/// "a bid **for Ana Ruiz**": who is to play elsewhere.
fn is_for_player(scene: &Scene<'_>, at: Spot) -> bool {
    let player = slots::parties(scene, at, &scene.frames.adpositions.of_goods);
    let person = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Person;
    scene.doc(at.passage).tokens[at.token].pos == Pos::Noun && !player.is_empty() && player.iter().all(person)
}

/// "**the contract of** driver Ana Ruiz": of one who works.
pub fn is_of_somebody(scene: &Scene<'_>, at: Spot, kind: Instrument) -> bool {
    let held = || slots::parties(scene, at, &scene.frames.adpositions.of);
    let person = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Person;
    kind == Instrument::Contract && held().iter().any(person)
}
