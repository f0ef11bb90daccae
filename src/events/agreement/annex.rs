//! What is listed below the line that says what became of it: "List of Agreements **Signed**", and a title a line.

use super::instrument;
use crate::{
    events::scene::Scene,
    language::{Doc, Pos, Relation},
    record::AgreementStatus,
};

/// How many titles above one the list may begin.
const LONGEST: usize = 40;
/// Most words of the line that a list begins with.
const HEADING: usize = 14;

/// The stage that the line above a list tells of every title in it; none where the passage is no title, or stands in no such list.
pub fn stage(scene: &Scene<'_>, passage: usize) -> Option<AgreementStatus> {
    if says(scene.doc(passage)) {
        return None;
    }
    for above in (passage.saturating_sub(LONGEST)..passage).rev() {
        if let Some(status) = heading(scene, above) {
            return Some(status);
        }
        if says(scene.doc(above)) {
            return None;
        }
    }
    None
}

/// True for two titles of one list, which are two instruments whoever they are between.
pub fn lists_both(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    a != b && a + LONGEST > b && stage(scene, a).is_some() && stage(scene, b).is_some() && (a + 1..b).all(|p| !says(scene.doc(p)))
}

/// "List of Agreements/Memoranda of Understanding Signed"; not "Agreements not signed", "Agreements to be signed".
fn heading(scene: &Scene<'_>, passage: usize) -> Option<AgreementStatus> {
    let doc = scene.doc(passage);
    let frames = &scene.frames.agreements;
    if doc.len() > HEADING || doc.tokens.iter().any(|t| t.pos == Pos::Aux) {
        return None;
    }
    // "Agreements/Memoranda": the first, to the tree, is a word of the second
    let joined = |t: usize| {
        let slash = doc.tokens.get(t + 1).is_some_and(|_| doc.word(t + 1) == "/");
        slash && frames.instruments.contains_key(doc.word(t).to_lowercase().trim_end_matches('s'))
    };
    let instruments = (0..doc.len()).any(|t| (instrument::at(scene, doc, t).is_some() || joined(t)) && doc.is_plural(t));
    let none = |t: usize| doc.tokens[t].relation == Relation::Negation || doc.tokens[t].morph.negative || doc.word(t) == "?";
    let last = (0..doc.len()).rev().find(|&t| doc.tokens[t].pos != Pos::Punct);
    let signed = last.is_some_and(|t| frames.listed.contains(&doc.word(t).to_lowercase()));
    (instruments && signed && !(0..doc.len()).any(none)).then_some(AgreementStatus::Signed)
}

/// True for a passage with a verb that says something: no title.
fn says(doc: &Doc) -> bool {
    (0..doc.len()).any(|t| doc.is_verbal(t) && doc.own_subject(t).is_some())
}
