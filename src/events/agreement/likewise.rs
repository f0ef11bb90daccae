//! Another of the kind told of last, of which only the other side is told: "X signed a pact with Y. **A similar agreement with Z** …".

use super::{Accord, Told, instrument, severally, taking};
use crate::{
    entities::EntityId,
    events::scene::{Scene, Spot},
};

/// How many passages back the one that it is like is told.
const BACK: usize = 3;
/// How many mentions back it is looked for.
const MOST: usize = 200;
/// A factor on the confidence of one of whose sides another's mention tells one.
const SURENESS: f64 = 0.8;

/// Adds to one that is like that told last who is a side of both: of its parties the one that the article speaks of most.
pub fn complete(scene: &Scene<'_>, at: Spot, told: Told, before: &[Told]) -> Told {
    let Told::Again(mut one) = told else { return told };
    let doc = scene.doc(at.passage);
    let like = |m: usize| scene.frames.agreements.like.contains(&doc.lemma(m).to_lowercase());
    let &[other] = one.parties.as_slice() else { return Told::Again(one) };
    // "Norvik signed a similar agreement": with whom is not told
    let beside = severally::others(scene, at).contains(&other);
    let names = |s: usize| doc.tokens[s].pos.is_nominal() && instrument::at(scene, doc, s).is_none();
    let does = taking::of(scene, doc, at.token).iter().any(|t| !doc.is_passive(t.verb) && doc.own_subject(t.verb).is_some_and(names));
    if !doc.modifiers(at.token).any(like) || !beside || does {
        return Told::Again(one);
    }
    let last = before.iter().rev().take(MOST).find_map(|t| match t {
        Told::Accord(a) if a.evidence.iter().any(|s| s.passage + BACK >= at.passage) => Some(a),
        _ => None,
    });
    // "a previous treaty with Y": older than that of the same two
    let last = last.filter(|a| !a.parties.contains(&other));
    let Some(hero) = last.and_then(|a| spoken_of_most(scene, a, other)) else { return Told::Again(one) };
    one.parties = vec![hero, other];
    one.confidence *= SURENESS;
    Told::Accord(one)
}

/// Of those bound, but the one who is not, the one that the article speaks of most; of equals the first.
fn spoken_of_most(scene: &Scene<'_>, a: &Accord, other: EntityId) -> Option<EntityId> {
    let others = a.parties.iter().copied().filter(|&p| !scene.same_side(p, other));
    others.rev().max_by_key(|&p| scene.entities.get(p).mentions.len())
}
