//! Why a word of meeting tells of no encounter.

use super::{carrier, contest, noun, sides, verb};
use crate::{
    events::{
        scene::{Scene, Spot},
        slots,
    },
    language::Relation,
    record::Rule,
};

/// Frames that are less sure than this fire on words that mostly mean something else: of those nobody asks.
const SURE: f64 = 0.85;

/// Why the word at a spot, which a sure frame knows, tells of none.
pub fn of(scene: &Scene<'_>, at: Spot) -> Option<Rule> {
    let doc = scene.doc(at.passage);
    if doc.is_verbal(at.token) {
        return by_verb(scene, at);
    }
    let frame = noun::frame(scene, at).filter(|f| f.confidence >= SURE && doc.tokens[at.token].relation != Relation::Compound)?;
    let carried = carrier::carrier(scene, doc, at.token);
    let clauses = carrier::clauses(scene, at);
    if carried.is_some_and(|c| verb::is_habit(scene, Spot { token: c.verb, ..at })) {
        return Some(Rule::MissHabit);
    }
    if scene.frames.status.noun_is_conditional(doc, at.token) {
        return Some(Rule::MissHypothetical);
    }
    if noun::is_background(scene, doc, carried) {
        return Some(Rule::MissBackground);
    }
    let sides = sides::of(scene, at, frame, carried, &clauses).principals;
    if frame.plays && contest::play(scene, &sides) {
        return Some(Rule::MissSense);
    }
    (sides.len() < 2).then_some(Rule::MissSides)
}

fn by_verb(scene: &Scene<'_>, at: Spot) -> Option<Rule> {
    let doc = scene.doc(at.passage);
    let known = |f: &&super::frames::VerbFrame| {
        f.confidence >= SURE && f.lemmas.contains(doc.lemma(at.token)) && verb::completed(doc, at.token, &f.particles)
    };
    let frame = scene.frames.meetings.verbs.iter().find(known)?;
    if verb::is_habit(scene, at) || verb::is_avoided(scene, at) {
        return Some(Rule::MissHabit);
    }
    let Some(status) = scene.frames.status.of_verb(doc, at.token).filter(|_| !verb::is_with_whoever(scene, at)) else {
        return Some(Rule::MissHypothetical);
    };
    if frame.runs_on && verb::goes_on(scene, doc, at.token, status.outcome) {
        return Some(Rule::MissBackground);
    }
    let sides = slots::sides(scene, at, &frame.sides);
    let other = verb::in_another_sense(scene, at, frame) || verb::is_behind_another(scene, at, frame);
    if other || contest::is_in_title(scene, at) || frame.plays && contest::play(scene, &sides) {
        return Some(Rule::MissSense);
    }
    (sides.len() < 2).then_some(Rule::MissSides)
}
