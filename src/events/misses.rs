//! What looked like an event and was let go, and why: so that an empty answer can be trusted. Asked only where reasons are.

use super::{
    agreement,
    meeting::{self, Encounter},
    reasons::{Of, Why, words},
    scene::{Scene, Spot},
};
use crate::{events::Accord, record::Rule};

/// How many are told.
const MOST: usize = 100;

/// Words that could tell of a meeting or an agreement, in order of the text, that stand in none's evidence.
pub fn of(scene: &Scene<'_>, encounters: &[Encounter], accords: &[Accord]) -> Vec<(&'static str, Why)> {
    let mut told: Vec<Spot> = encounters.iter().flat_map(|e| e.evidence.iter().copied()).collect();
    told.extend(accords.iter().flat_map(|a| a.evidence.iter().copied()));
    told.sort_unstable();
    let why = |at: Spot, rule: Rule| Why::new(Of::Event, rule, words(at.passage, [at.token]));
    let candidates = scene.spots().filter(|at| scene.tells(at.passage) && !scene.is_read_by_pattern(at.passage));
    candidates
        .filter(|at| told.binary_search(at).is_err())
        .filter_map(|at| {
            let met = meeting::misses::of(scene, at).map(|rule| ("meeting", why(at, rule)));
            met.or_else(|| agreement::misses::of(scene, at).map(|rule| ("agreement", why(at, rule))))
        })
        .take(MOST)
        .collect()
}
