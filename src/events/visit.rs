//! Visits: where somebody is told to be, for the events that name no place of their own.

use super::{
    place::{self, Located},
    scene::{Scene, Spot},
    slots::{self, Slot},
};
use crate::entities::EntityId;

/// A stay that the article tells of.
#[derive(Debug)]
struct Stay {
    at: Spot,
    who: Vec<EntityId>,
    place: Located,
}

/// How many visits back are looked at.
const MOST: usize = 200;
/// How many passages after a visit is told its place still holds.
const REACH: usize = 8;

/// The stays that an article tells of.
#[derive(Debug)]
pub struct Stays(Vec<Stay>);

impl Stays {
    /// Reads them.
    pub fn find(scene: &Scene<'_>) -> Self {
        Self(scene.spots().filter_map(|at| stay(scene, at)).collect())
    }

    /// The place of the visit told last before a spot, or in its sentence, by one of those given.
    pub fn place(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId]) -> Option<Located> {
        let doc = scene.doc(at.passage);
        let same_sentence = |s: &Stay| s.at.passage == at.passage && doc.sentence_index(s.at.token) == doc.sentence_index(at.token);
        let upto = self.0.partition_point(|s| s.at.passage <= at.passage);
        let from = self.0.partition_point(|s| s.at.passage + REACH < at.passage).max(upto.saturating_sub(MOST));
        self.0[from.min(upto)..upto]
            .iter()
            .filter(|s| s.at < at || same_sentence(s))
            .rfind(|s| s.who.iter().any(|&w| who.iter().any(|&p| scene.same_side(p, w))))
            .map(|s| s.place.clone())
    }
}

/// The visit that a verb or noun tells: "arrived in X", "her visit to X".
fn stay(scene: &Scene<'_>, at: Spot) -> Option<Stay> {
    let doc = scene.doc(at.passage);
    let visits = &scene.frames.meetings.visits;
    if !visits.words.contains(&doc.lemma(at.token).to_lowercase()) || !scene.tells(at.passage) {
        return None;
    }
    let verbal = doc.is_verbal(at.token);
    let mut who = if verbal {
        slots::parties(scene, at, &[Slot::Subject])
    } else {
        slots::parties(scene, at, &[Slot::Possessor, Slot::Behind("by".into()), Slot::Behind("of".into())])
    };
    if who.is_empty() && !verbal {
        let verb = doc.governing_verb(at.token)?;
        who = slots::parties(scene, Spot { token: verb, ..at }, &[Slot::Subject]);
    }
    let object = if verbal { doc.objects(at.token).into_iter().find_map(|o| place::named(scene, at.passage, doc, o)) } else { None };
    let place = object.or_else(|| place::of(scene, at.passage, &[at.token], &visits.markers))?;
    (!who.is_empty()).then_some(Stay { at, who, place })
}
