//! "Separate meetings with X and Y": one encounter with each.

use super::Encounter;
use crate::{events::scene::Scene, language::Relation, record::MeetingRole};

/// One encounter, or one for each companion where the words say that they were met apart.
pub fn split(scene: &Scene<'_>, encounter: Encounter) -> Vec<Encounter> {
    let at = encounter.evidence[0];
    let doc = scene.doc(at.passage);
    let words = &scene.frames.meetings.apart.words;
    let near =
        doc.children(at.token).chain(doc.governing_verb(at.token).into_iter().flat_map(|v| doc.children_by(v, Relation::AdverbModifier)));
    let apart = near.into_iter().any(|c| words.contains(&doc.word(c).to_lowercase()));
    let principals: Vec<_> = encounter.principals().collect();
    if !apart || principals.len() < 3 || doc.is_verbal(at.token) && doc.subject(at.token).is_some_and(|s| doc.conjuncts(s).len() > 1) {
        return vec![encounter];
    }
    let (first, companions) = (principals[0], &principals[1..]);
    companions
        .iter()
        .map(|&c| Encounter { participants: vec![(first, MeetingRole::Principal), (c, MeetingRole::Principal)], ..encounter.clone() })
        .collect()
}
