//! Why a word of meeting tells of no encounter.

use super::{carrier, noun, sides, verb};
use crate::{
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
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
    let clauses = carrier::clauses(scene, doc, at.token);
    if carried.is_some_and(|c| verb::is_habit(scene, doc, c.verb)) {
        return Some(Rule::MissHabit);
    }
    if scene.frames.status.noun_is_conditional(doc, at.token) {
        return Some(Rule::MissHypothetical);
    }
    if noun::is_background(scene, doc, carried) {
        return Some(Rule::MissBackground);
    }
    (sides::of(scene, at, frame, carried, &clauses).principals.len() < 2).then_some(Rule::MissSides)
}

fn by_verb(scene: &Scene<'_>, at: Spot) -> Option<Rule> {
    let doc = scene.doc(at.passage);
    let known = |f: &&super::frames::VerbFrame| {
        f.confidence >= SURE && f.lemmas.contains(doc.lemma(at.token)) && verb::completed(doc, at.token, &f.particles)
    };
    let frame = scene.frames.meetings.verbs.iter().find(known)?;
    if verb::is_habit(scene, doc, at.token) {
        return Some(Rule::MissHabit);
    }
    if scene.frames.status.of_verb(doc, at.token).is_none() {
        return Some(Rule::MissHypothetical);
    }
    let lemma = |t: usize| doc.lemma(t);
    let forbidden = slots::fill(doc, at.token, &Slot::Object).into_iter().any(|o| frame.not_object.contains(lemma(o)))
        || slots::fill(doc, at.token, &Slot::Behind("with".into())).into_iter().any(|o| frame.not_with.contains(lemma(o)))
        || doc.obliques(at.token).iter().any(|o| frame.not_behind.contains(lemma(o.noun)));
    if forbidden {
        return Some(Rule::MissSense);
    }
    (slots::sides(scene, at, &frame.sides).len() < 2).then_some(Rule::MissSides)
}
