//! An account that goes on: "she **also** met X", "**later** he received Y" are of the day and place of the encounter told just before.

use super::{
    Encounter,
    scene::{Scene, Spot},
    status::Outcome,
};
use crate::{
    entities::EntityId,
    language::{
        Doc, Relation,
        grammar::{Oblique, Tense},
    },
};

/// How many passages lie between two encounters of one account.
const REACH: usize = 3;
/// How many encounters back one is looked for.
const MOST: usize = 40;

/// Gives each encounter that an account goes on to the day and place of the one before it, where it has none of its own.
pub fn pass_on(scene: &Scene<'_>, encounters: &mut [Encounter]) {
    for i in 1..encounters.len() {
        let wants = encounters[i].lacks_day() || encounters[i].place.is_none();
        let Some(at) = encounters[i].evidence.iter().copied().find(|&at| wants && goes_on(scene, at)) else { continue };
        let (before, rest) = encounters.split_at_mut(i);
        let e = &mut rest[0];
        let told = |b: &&Encounter| {
            b.outcome == e.outcome
                && matches!(e.outcome, Outcome::Happened | Outcome::Planned)
                && b.evidence.iter().any(|s| *s < at && s.passage + REACH >= at.passage)
                && b.principals().any(|p| e.principals().any(|q| p == q) || is_named(scene, at, p))
        };
        let Some(last) = before.iter().rev().take(MOST).filter(told).max_by_key(|b| b.evidence.iter().filter(|s| **s < at).max().copied())
        else {
            continue;
        };
        if e.lacks_day() && last.date.as_ref().is_some_and(|d| d.value.is_some()) {
            e.date.clone_from(&last.date);
        }
        if e.place.is_none() && !e.is_remote() && !last.is_remote() {
            e.place.clone_from(&last.place);
        }
    }
}

/// "His wife also met **X's** wife": of whom the sentence speaks.
fn is_named(scene: &Scene<'_>, at: Spot, id: EntityId) -> bool {
    let sentence = scene.doc(at.passage).sentence_of(at.token);
    sentence.range().take(SENTENCE).any(|t| scene.entities.referents(at.passage, t).contains(&id))
}

/// How many words of a sentence are asked.
const SENTENCE: usize = 60;

/// "**also** met", "held talks **separately**"; not "had earlier met", told of a time before.
fn goes_on(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let verb = if doc.is_verbal(at.token) { Some(at.token) } else { doc.governing_verb(at.token) };
    let had = |v: usize| doc.clause(v).perfect && doc.clause(v).tense == Tense::Past && is_had(doc, v);
    let words = &scene.frames.meetings.sequence.words;
    // "**after her meeting with X**, she met Y"
    let framing = &scene.frames.meetings.framing;
    let after = |v: usize| {
        let told = |o: &Oblique| {
            framing.over.contains(&doc.word(o.marker).to_lowercase()) && !scene.frames.status.bounds.contains(doc.lemma(o.marker))
        };
        doc.obliques(v).iter().filter(|o| told(o)).any(|o| scene.frames.meetings.nouns.iter().any(|f| f.lemmas.contains(doc.lemma(o.noun))))
    };
    verb.filter(|&v| !had(v)).is_some_and(|v| {
        after(v)
            || doc.children(v).any(|c| doc.tokens[c].relation == Relation::AdverbModifier && words.contains(&doc.word(c).to_lowercase()))
    })
}

fn is_had(doc: &Doc, v: usize) -> bool {
    doc.children_by(v, Relation::Auxiliary).any(|a| doc.tokens[a].morph.past == Some(true) && doc.tokens[a].morph.is_finite())
}
