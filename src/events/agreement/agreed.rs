//! What two sides "agreed to do", where the text then speaks of it as of an instrument: "X and Y agreed to freeze output. **The deal** …".

use super::parties;
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
    },
    language::Relation,
};

/// How many words back the verb is looked for.
const REACH: usize = 80;

/// Who agreed last before a token, in its passage or the one before, and the verb that tells so: two states or bodies, or more.
pub fn before(scene: &Scene<'_>, at: Spot) -> Option<(Vec<EntityId>, Spot)> {
    let here = (0..at.token).rev().map(|token| Spot { token, ..at });
    let there = at.passage.checked_sub(1).into_iter().flat_map(|passage| {
        let tokens = (0..scene.doc(passage).len()).rev();
        tokens.map(move |token| Spot { passage, token })
    });
    here.chain(there).take(REACH).find_map(|spot| agree(scene, spot).map(|ids| (ids, spot)))
}

/// Who a verb tells to have agreed to do something.
fn agree(scene: &Scene<'_>, at: Spot) -> Option<Vec<EntityId>> {
    let doc = scene.doc(at.passage);
    if !scene.frames.agreements.concluding.contains(doc.lemma(at.token)) || !doc.is_verbal(at.token) {
        return None;
    }
    let does = doc.complements(at.token).any(|c| doc.clause(c).infinitive)
        || doc.children(at.token).any(|c| doc.tokens[c].relation == Relation::AdverbialClause && doc.clause(c).infinitive);
    let status = scene.frames.status.of_verb(doc, at.token).filter(|s| does && s.outcome == Outcome::Happened);
    status?;
    let sides = slots::sides(scene, at, &scene.frames.adpositions.and_with(&[Slot::Subject]));
    let bound = parties::bind(scene, &sides).parties;
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    (bound.len() >= 2 && bound.iter().all(binds)).then_some(bound)
}
