//! Visits: where somebody is told to be, for the encounters that name no place of their own.

use super::{
    meeting::Encounter,
    place::{self, Located},
    scene::{Scene, Spot},
    slots::{self, Slot},
};
use crate::entities::EntityId;

/// A stay that the article tells of.
struct Stay {
    at: Spot,
    who: Vec<EntityId>,
    place: Located,
}

/// How many passages after a visit is told its place still holds.
const REACH: usize = 8;

/// Gives encounters without a place that of the visit told last before them, by one who takes part.
pub fn place(scene: &Scene<'_>, encounters: &mut [Encounter]) {
    let stays: Vec<Stay> = scene.spots().filter_map(|at| stay(scene, at)).collect();
    for encounter in encounters.iter_mut().filter(|e| e.place.is_none()) {
        let Some(&at) = encounter.evidence.first() else { continue };
        let same_sentence = |s: &Stay| {
            s.at.passage == at.passage && scene.doc(at.passage).sentence_index(s.at.token) == scene.doc(at.passage).sentence_index(at.token)
        };
        let told = stays
            .iter()
            .filter(|s| s.at.passage + REACH >= at.passage && (s.at < at || same_sentence(s)))
            .rfind(|s| s.who.iter().any(|&w| encounter.principals().any(|p| scene.same_side(p, w))));
        encounter.place = told.map(|s| s.place.clone());
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
