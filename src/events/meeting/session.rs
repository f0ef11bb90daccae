//! One participant that is several sides: a council, a union of states, "EU leaders", "ministers from 20 countries".
//!
//! Whoever else is told of alone has met nobody that the text names.

use super::carrier::{Carried, Role};
use crate::{
    entities::{EntityId, EntityKind},
    events::scene::{Scene, Spot},
    language::{Doc, Pos},
};

/// The one who confers, where a noun phrase stands for a single participant of which that can be told.
pub fn alone(scene: &Scene<'_>, at: Spot, who: &[EntityId]) -> bool {
    let &[id] = who else { return false };
    let entity = scene.entities.get(id);
    match entity.kind {
        EntityKind::Organization => entity.confers,
        EntityKind::Group => stands_for_several(scene, at),
        _ => false,
    }
}

/// True where a noun of meeting is told of one that confers: "**OPEC** held a meeting", "a meeting of **NATO** ministers was called off".
pub fn holds(scene: &Scene<'_>, at: Spot, carried: Option<Carried>, who: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let Some(Carried { verb, role: Role::Object | Role::Happening }) = carried else { return false };
    let of = doc.obliques(at.token).into_iter().map(|o| o.noun);
    let mut spots = doc.subject(verb).into_iter().chain(doc.possessor(at.token)).chain(doc.modifiers(at.token)).chain(of);
    spots.any(|token| scene.parties(Spot { token, ..at }) == who && alone(scene, Spot { token, ..at }, who))
}

/// "**EU** leaders", "ministers **of the Gulf council**", "**African** presidents", "leaders of **five parties**".
fn stands_for_several(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let words = &scene.frames.meetings.session;
    if !doc.is_plural(at.token) || !words.who.contains(&doc.lemma(at.token).to_lowercase()) {
        return false;
    }
    let body = |token: usize| scene.entities.referents(at.passage, token).iter().any(|&id| scene.entities.get(id).confers);
    let markers = &scene.frames.meetings.members.markers;
    let of = || doc.obliques(at.token).into_iter().filter(|o| markers.iter().any(|m| m == doc.lemma(o.marker))).map(|o| o.noun);
    let region = |m: usize| words.regions.contains(doc.word(m));
    doc.modifiers(at.token).any(|m| body(m) || region(m)) || of().any(|n| body(n) || are_several(scene, doc, n))
}

/// "five coalition **parties**", "several Arab **countries**"
fn are_several(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let words = &scene.frames.meetings.session;
    let counted = |c: usize| doc.tokens[c].pos == Pos::Num || words.regions.contains(doc.word(c)) || words.several.contains(doc.lemma(c));
    doc.is_plural(noun)
        && scene.frames.meetings.together.is_side(&doc.lemma(noun).to_lowercase())
        && doc.children(noun).any(|c| c < noun && counted(c))
}
