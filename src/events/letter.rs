//! Letters that an article gives in full: who "I" is, and who "you".
//!
//! A letter opens with "Dear X," and closes with "Yours sincerely" and the writer's name. A statement in somebody's own words, whom its
//! headline names, is read like one.

use std::collections::HashSet;

use serde::Deserialize;

use super::scene::{Scene, Spot};
use crate::{
    entities::{EntityId, EntityKind},
    language::Doc,
};

/// The words of letters.
#[derive(Debug, Deserialize)]
pub struct LetterWords {
    /// The first word of the line to the reader: "dear".
    opening: HashSet<String>,
    /// The first word of the line before the name: "yours".
    closing: HashSet<String>,
    /// The first word of a headline over a statement in somebody's own words, and the adpositions before the name.
    statement: HashSet<String>,
    by: HashSet<String>,
    /// Pronouns for the reader.
    reader: HashSet<String>,
    /// Pronouns for the writer with the reader.
    both: HashSet<String>,
    /// Words of a letter of condolence, in which the writer and somebody else were friends.
    mourning: HashSet<String>,
}

/// A letter.
#[derive(Debug, Clone, Copy)]
pub struct Letter {
    opens: usize,
    closes: usize,
    /// Who writes.
    writer: EntityId,
    /// To whom, where that is somebody whom the article names.
    reader: Option<EntityId>,
    /// It is one of condolence.
    mourns: bool,
}

impl Letter {
    /// Writer and reader, where both are known and the letter is no condolence.
    pub fn both(&self) -> Vec<EntityId> {
        let reader = self.reader.filter(|_| !self.mourns);
        reader.map(|r| vec![self.writer, r]).unwrap_or_default()
    }
}

/// The most words of a line that opens or closes a letter.
const LINE: usize = 14;

/// In how many passages from the top a headline is looked for.
const HEADLINES: usize = 3;

/// How many lines behind the closing one the reader's address may stand.
const ADDRESS: usize = 4;

/// The letters of an article, in order.
pub fn find(scene: &Scene<'_>) -> Vec<Letter> {
    let words = &scene.frames.meetings.letters;
    let begins = |p: usize, set: &HashSet<String>| {
        let doc = scene.doc(p);
        // a line that tells something is none
        let tells = || (0..doc.len()).any(|t| doc.is_verbal(t) && doc.tokens[t].morph.is_finite());
        (1..=LINE).contains(&doc.len()) && set.contains(&doc.word(0).to_lowercase()) && !tells()
    };
    let mut found: Vec<Letter> = statement(scene).into_iter().collect();
    let mut open: Option<usize> = None;
    for p in 0..scene.docs.len() {
        if begins(p, &words.opening) {
            open = Some(p);
        } else if begins(p, &words.closing)
            && let Some(opens) = open.take()
            && let Some(writer) = (p..scene.docs.len().min(p + 2)).find_map(|p| person(scene, p))
        {
            let address = || (p + 1..scene.docs.len().min(p + ADDRESS)).filter_map(|p| person(scene, p)).find(|&id| id != writer);
            let reader = person(scene, opens).or_else(address).filter(|&id| id != writer);
            let mourns =
                (opens..p).any(|q| (0..scene.doc(q).len()).any(|t| words.mourning.contains(&scene.doc(q).lemma(t).to_lowercase())));
            found.push(Letter { opens, closes: p, writer, reader, mourns });
        }
    }
    found
}

/// "**Statement by President Ruiz** on the harbour": what follows is in the first person of whom the headline names.
fn statement(scene: &Scene<'_>) -> Option<Letter> {
    let words = &scene.frames.meetings.letters;
    let opens = |p: &usize| {
        let doc = scene.doc(*p);
        doc.len() > 2 && words.statement.contains(&doc.word(0).to_lowercase()) && words.by.contains(&doc.word(1).to_lowercase())
    };
    let headline = (0..scene.docs.len().min(HEADLINES)).filter(|&p| scene.is_headline(p)).find(opens)?;
    let writer = person(scene, headline)?;
    Some(Letter { opens: headline, closes: scene.docs.len(), writer, reader: None, mourns: false })
}

/// The first person named in a passage.
fn person(scene: &Scene<'_>, passage: usize) -> Option<EntityId> {
    let doc: &Doc = scene.doc(passage);
    (0..doc.len().min(LINE))
        .flat_map(|t| scene.entities.referents(passage, t))
        .copied()
        .find(|&id| scene.entities.get(id).kind == EntityKind::Person && !scene.entities.get(id).nameless)
}

impl Scene<'_> {
    /// The letter that a token stands in.
    pub fn letter(&self, at: Spot) -> Option<&Letter> {
        let upto = self.letters.partition_point(|l| l.opens < at.passage);
        upto.checked_sub(1).map(|i| &self.letters[i]).filter(|l| at.passage < l.closes)
    }

    /// Whom a pronoun of a letter's writer stands for: "I", "you", "we".
    pub fn of_letter(&self, at: Spot) -> Vec<EntityId> {
        let words = &self.frames.meetings.letters;
        let Some(letter) = self.letter(at) else { return Vec::new() };
        let word = self.doc(at.passage).word(at.token).to_lowercase();
        if words.both.contains(&word) {
            [Some(letter.writer), letter.reader.filter(|_| !letter.mourns)].into_iter().flatten().collect()
        } else if words.reader.contains(&word) {
            letter.reader.into_iter().collect()
        } else if self.is_first_person(at) {
            vec![letter.writer]
        } else {
            Vec::new()
        }
    }
}
