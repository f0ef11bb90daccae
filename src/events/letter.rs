//! Letters that an article gives in full: who "I" is, and who "you".
//!
//! A letter opens with "Dear X," and closes with "Yours sincerely" and the writer's name. A statement in somebody's own words, whom its
//! headline names, is read like one.

use std::collections::HashSet;

use serde::Deserialize;

use super::scene::{Scene, Spot};
use crate::{
    entities::{EntityId, EntityKind},
    language::{Doc, Pos},
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
    /// The first two words of a line over what somebody in office gives out, whom the same line names: "MEDIA RELEASE".
    release: HashSet<String>,
    /// Adpositions behind which such a line tells what it is about, or to whom it is said.
    about: HashSet<String>,
    /// Pronouns by which its writer is told to be one: "I".
    one: HashSet<String>,
    /// Pronouns for the reader.
    reader: HashSet<String>,
    /// Pronouns for the writer with the reader.
    both: HashSet<String>,
    /// Words of a letter of condolence, in which the writer and somebody else were friends.
    mourning: HashSet<String>,
}

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    opens: usize,
    closes: usize,
    /// Who writes.
    writer: EntityId,
    /// Who else does.
    others: Vec<EntityId>,
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

/// How many words of a headline are asked for those who make a statement.
const NAMES: usize = 40;

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
            found.push(Letter { opens, closes: p, writer, others: Vec::new(), reader, mourns });
        }
    }
    found
}

/// "**Statement by President Ruiz** on the harbour", "**MEDIA RELEASE: MINISTER FOR TRADE ANA RUIZ**": what follows is in the first person of
/// whom that line names, or of all whom it names.
fn statement(scene: &Scene<'_>) -> Option<Letter> {
    let words = &scene.frames.meetings.letters;
    let word = |p: usize, t: usize| scene.doc(p).word(t).to_lowercase();
    let states = |p: usize| scene.is_headline(p) && words.statement.contains(&word(p, 0)) && words.by.contains(&word(p, 1));
    let releases = |p: usize| {
        let told = || (0..scene.doc(p).len()).any(|t| scene.doc(p).is_verbal(t) && scene.doc(p).tokens[t].morph.is_finite());
        words.release.contains(&format!("{} {}", word(p, 0), word(p, 1))) && !told()
    };
    let opens = |&p: &usize| scene.doc(p).len() > 2 && (states(p) || releases(p));
    let headline = (0..scene.docs.len().min(HEADLINES)).find(opens)?;
    // "Statement by X **on the visit of** Y"
    let doc = scene.doc(headline);
    let about = |t: &usize| words.about.contains(&word(headline, *t)) && doc.tokens[*t].pos == Pos::Adp;
    let end = (2..doc.len().min(NAMES)).find(about).unwrap_or(doc.len().min(NAMES));
    let mut named = Vec::new();
    for &id in (0..end).flat_map(|t| scene.entities.referents(headline, t)) {
        let e = scene.entities.get(id);
        let person = e.kind == EntityKind::Person && !e.nameless && (states(headline) || !e.roles.is_empty());
        if person && !named.contains(&id) {
            named.push(id);
        }
    }
    let writer = *named.first()?;
    // "Statement by the spokesman on the visit of Ana Ruiz": "I" is one, whoever else is named
    let alone = (headline + 1..scene.docs.len()).any(|p| !scene.is_headline(p) && says_i(scene, p));
    let others = if alone { Vec::new() } else { named.split_off(1) };
    Some(Letter { opens: headline, closes: scene.docs.len(), writer, others, reader: None, mourns: false })
}

/// True where somebody outside of quotes says "I" in a passage.
fn says_i(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    let own = |t: usize| scene.frames.meetings.letters.one.contains(&doc.word(t).to_lowercase());
    (0..doc.len()).any(|t| own(t) && scene.voice(Spot { passage, token: t }).is_none())
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
            let reader = letter.reader.filter(|_| !letter.mourns);
            std::iter::once(letter.writer).chain(letter.others.iter().copied()).chain(reader).collect()
        } else if words.reader.contains(&word) {
            letter.reader.into_iter().collect()
        } else if self.is_first_person(at) {
            vec![letter.writer]
        } else {
            Vec::new()
        }
    }
}
