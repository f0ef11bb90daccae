//! Why an instrument's noun tells of no agreement.

use super::{
    instrument::{self, Needs},
    parties, stage,
};
use crate::{
    events::scene::{Scene, Spot},
    record::Rule,
};

/// Why the noun at a spot, which always names an instrument, tells of none.
pub fn of(scene: &Scene<'_>, at: Spot) -> Option<Rule> {
    let doc = scene.doc(at.passage);
    if doc.is_verbal(at.token) || !doc.tokens[at.token].pos.is_nominal() {
        return None;
    }
    instrument::at(scene, doc, at.token).filter(|n| matches!(n.needs, Needs::Nothing))?;
    if instrument::is_none_in_particular(scene, doc, at.token) || instrument::is_supposed(scene, doc, at.token) {
        return Some(Rule::MissHypothetical);
    }
    let Some(stage) = stage::of(scene, at) else { return Some(Rule::MissHypothetical) };
    let bound = parties::of(scene, at, &scene.frames.agreements.noun.parties, &stage);
    (bound.parties.len() < 2).then_some(Rule::MissSides)
}
