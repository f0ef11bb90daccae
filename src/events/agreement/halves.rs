//! A deal told by halves: "Vestra has received a takeover offer. **The bid** came **from Norvel**."

use super::{Accord, dealers, instrument, merge};
use crate::{
    entities::EntityKind,
    events::scene::{Scene, Spot},
    language::Doc,
};

/// How many passages lie between the halves.
const NEAR: usize = 2;
/// How much surer a deal is that one sentence tells.
const SURE: f64 = 0.8;

/// The deal of which one mention names one side and a later one, that points back to it, the other.
pub fn join(scene: &Scene<'_>, first: &Accord, second: &Accord) -> Option<Accord> {
    let (from, to) = (first.evidence[0], second.evidence[0]);
    let (&[a], &[b]) = (first.parties.as_slice(), second.parties.as_slice()) else { return None };
    let points_back = merge::refers_back(scene, to) && !merge::refers_back(scene, from);
    let near = to.passage <= from.passage + NEAR && is_next(scene, from, to);
    let parties = vec![a, b];
    let state = |id| scene.entities.get(id).kind == EntityKind::State;
    let deal = dealers::between_bodies(scene, &parties) || state(a) && state(b) || bid_by_somebody(scene, first, second, [a, b]);
    (points_back && near && deal && !scene.same_side(a, b) && merge::kinds_agree(first.instrument, second.instrument)).then(|| Accord {
        parties,
        target: first.target.or(second.target),
        confidence: first.confidence.min(second.confidence) * SURE,
        ..first.clone()
    })
}

/// A company and the one who bids for it.
fn bid_by_somebody(scene: &Scene<'_>, first: &Accord, second: &Accord, parties: [crate::entities::EntityId; 2]) -> bool {
    let bid = |a: &Accord| {
        let at = a.evidence[0];
        let noun = instrument::at(scene, scene.doc(at.passage), at.token);
        noun.is_some_and(|n| matches!(n.needs, instrument::Needs::Bodies(trade) if trade.whole && trade.one_sided))
    };
    let kinds = parties.map(|id| scene.entities.get(id).kind);
    bid(first) && bid(second) && kinds.contains(&EntityKind::Person) && kinds.contains(&EntityKind::Organization)
}

/// True where no other noun of an instrument stands between.
fn is_next(scene: &Scene<'_>, from: Spot, to: Spot) -> bool {
    let tells = |doc: &Doc, t: usize| doc.tokens[t].pos.is_nominal() && instrument::at(scene, doc, t).is_some();
    (from.passage..=to.passage).all(|p| {
        let doc = scene.doc(p);
        let start = if p == from.passage { from.token + 1 } else { 0 };
        let end = if p == to.passage { to.token } else { doc.len() };
        // "a takeover offer": one noun of two words
        (start..end).all(|t| !tells(doc, t) || p == from.passage && t == from.token + 1)
    })
}
