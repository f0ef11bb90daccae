//! What two sides "agreed to do", where the text then speaks of it as of an instrument: "X and Y agreed to freeze output. **The deal** …".

use super::binding;
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
    },
    language::Doc,
    text::{Span, Tok},
};

/// How many words back the verb is looked for.
const REACH: usize = 50;
/// How many words are told of what was agreed.
const LONGEST: usize = 16;

/// Who agreed last before a token, in its passage or the one before, and the verb that tells so: two states or bodies, or more.
pub fn before(scene: &Scene<'_>, at: Spot) -> Option<(Vec<EntityId>, Spot)> {
    let here = (0..at.token).rev().map(|token| Spot { token, ..at });
    let there = at.passage.checked_sub(1).into_iter().flat_map(|passage| {
        let tokens = (0..scene.doc(passage).len()).rev();
        tokens.map(move |token| Spot { passage, token })
    });
    here.chain(there).take(REACH).find_map(|spot| agree(scene, spot).map(|ids| (ids, spot)))
}

/// What a verb tells to be agreed: "agreed **to freeze output**".
pub fn matter(doc: &Doc, verb: usize) -> Option<Span<Tok>> {
    let clause = doc.children(verb).find(|&c| c > verb && doc.is_verbal(c) && doc.clause(c).infinitive)?;
    Some(Span::new(clause, doc.subtree(clause).end.min(clause + LONGEST)))
}

/// Who a verb tells to have agreed to do something.
fn agree(scene: &Scene<'_>, at: Spot) -> Option<Vec<EntityId>> {
    let doc = scene.doc(at.passage);
    if !scene.frames.agreements.concluding.contains(doc.lemma(at.token)) || !doc.is_verbal(at.token) {
        return None;
    }
    let matter = matter(doc, at.token)?;
    // "agreed to hold talks": no deal comes of that
    if scene.frames.agreements.idle.contains(doc.lemma(matter.start)) {
        return None;
    }
    scene.frames.status.of_verb(doc, at.token).filter(|s| s.outcome == Outcome::Happened)?;
    let sides = slots::sides(scene, at, &scene.frames.adpositions.and_with(&[Slot::Subject]));
    let bound = binding::bind(scene, &sides).parties;
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    (bound.len() >= 2 && bound.iter().all(binds)).then_some(bound)
}
