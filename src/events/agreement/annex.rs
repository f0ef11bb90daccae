//! What is listed below the line that says what became of it: "List of Agreements **Signed**", and a title a line.

use super::{Accord, count, instrument, stage};
use crate::{
    entities::EntityId,
    events::{
        adpositions,
        scene::{Scene, Spot},
    },
    language::{Doc, Pos, Relation},
    record::AgreementStatus,
};

/// How many titles above one the list may begin.
pub const LONGEST: usize = 40;
/// Most words of a line that only points to a list: "List of agreements (Annex A)".
const POINTER: usize = 6;
/// How many sentences before a list are asked what they say of it.
const SENTENCES: usize = 3;
/// Most words of the line that a list begins with.
const HEADING: usize = 14;

/// What is said of the titles in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// What became of each.
    pub status: AgreementStatus,
    /// The passage that says so.
    pub by: usize,
}

/// The list that each passage is a title in, if any: what stands below a line that tells what became of it ("List of Agreements Signed"), below
/// a sentence that tells of several, or in the annex that one points to. Whatever else is told, or another heading, ends it.
pub fn listings(scene: &Scene<'_>) -> Vec<Option<Listing>> {
    let (mut open, mut annexed): (Option<Listing>, Option<Listing>) = (None, None);
    let mut listed = vec![None; scene.passages.len()];
    for by in (0..scene.passages.len()).filter(|&p| !scene.doc(p).is_empty() && scene.tells(p)) {
        let doc = scene.doc(by);
        if let Some(status) = heading(scene, by) {
            open = Some(Listing { status, by });
        } else if says(doc) {
            open = announced_in(scene, by).map(|status| Listing { status, by });
            // "signed four memoranda **[see Annex]**": below whatever else is told
            annexed = open.filter(|_| points_on(scene, by)).or(annexed);
        } else if is_line_between(scene, by) {
            open = open.or_else(|| annexed.filter(|_| points_on(scene, by)));
        } else if is_entitled(scene, by) {
            open = open.or(annexed);
            listed[by] = open;
        } else {
            (open, annexed) = (None, None);
        }
    }
    listed
}

/// The stage that is told of the title that a passage is; none where it is no title, or stands in no such list.
pub fn told_above(scene: &Scene<'_>, passage: usize) -> Option<AgreementStatus> {
    scene.listings.get(passage).copied().flatten().map(|l| l.status)
}

/// "Memorandum of Understanding between X and Y", "Executive Programme on Education": a paper by its name.
fn is_entitled(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    let between = |t: usize| doc.tokens[t].pos == Pos::Adp && adpositions::has(&scene.frames.adpositions.between, doc.lemma(t));
    (0..doc.len().min(OPENING)).any(|t| between(t) || instrument::at(scene, doc, t).is_some())
}

/// "MINISTRY OF FOREIGN AFFAIRS", "24 May 2029", "Annex": what may stand between a text and its list.
fn is_line_between(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    let letters = || doc.text.chars().any(char::is_alphabetic);
    let capitals = letters() && !doc.text.chars().any(char::is_lowercase);
    let dated = scene.dates[passage].first().is_some_and(|d| d.tokens.len() + 1 >= doc.len());
    doc.len() <= HEADING && (capitals || dated || doc.len() <= POINTER && points_on(scene, passage))
}

/// What one of the last sentences of a passage says of the list below.
fn announced_in(scene: &Scene<'_>, passage: usize) -> Option<AgreementStatus> {
    let doc = scene.doc(passage);
    doc.sentences().iter().rev().take(SENTENCES).find_map(|s| announced(scene, passage, s.end))
}

/// "see **Annex**"
fn points_on(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    (0..doc.len()).any(|t| doc.tokens[t].pos != Pos::Verb && scene.frames.agreements.annexes.contains(&doc.word(t).to_lowercase()))
}

/// "witnessed the signing of (a) the memorandum on X; (b) **the memorandum on Y**", or a list of them below: a title without a verb has
/// become what the text says of the one before it, or of several. It has their day and place.
pub fn inherit(scene: &Scene<'_>, accords: &mut [Accord]) {
    for title in accords.iter_mut().filter(|a| a.status == AgreementStatus::Agreed && a.evidence.iter().all(|&s| is_title(scene, s))) {
        let at = title.evidence[0];
        let told = announced(scene, at.passage, scene.doc(at.passage).sentence_of(at.token).start);
        title.status = told.unwrap_or(title.status);
    }
    for i in 1..accords.len() {
        let (before, rest) = accords.split_at_mut(i);
        let title = &mut rest[0];
        let open = title.status == AgreementStatus::Agreed;
        let at = title.evidence[0];
        let goes_on = || before.iter().rev().take(LONGEST).any(|a| a.evidence.last().is_some_and(|&s| goes_on(scene, s, at)));
        let alone = || title.evidence.iter().all(|&s| is_title(scene, s));
        let listed = alone() && (open || told_above(scene, at.passage) == Some(title.status));
        let joined = open && !title.staged && title.evidence.len() == 1;
        if !(listed || joined && goes_on()) {
            continue;
        }
        let country = |id: &EntityId| scene.entities.get(*id).country.as_deref();
        let of_those = |a: &Accord| {
            let known = |p: &EntityId| country(p).is_none() || a.parties.iter().any(|q| country(q) == country(p));
            title.parties.iter().all(known)
        };
        let tells = |a: &Accord| {
            let last = a.evidence.last().copied();
            let next = last.is_some_and(|s| s < at && s.passage == at.passage);
            let told = matches!(a.status, AgreementStatus::Signed | AgreementStatus::Planned) && (open || a.status == title.status);
            told && (a.count.number != Some(1) || next) && of_those(a)
        };
        let Some(whole) = before.iter().rev().take(LONGEST).find(|a| tells(a)) else { continue };
        title.status = whole.status;
        title.date = title.date.take().or_else(|| whole.date.clone());
        title.place = title.place.take().or_else(|| whole.place.clone());
        title.meeting = title.meeting.or(whole.meeting);
        title.confidence = title.confidence.max(whole.confidence * INHERITED);
    }
}

/// In how many of its first words a title tells what it is of.
pub const OPENING: usize = 12;

/// True where the sentence at a spot has no verb of its own: the title of an instrument. "These **are** the memorandum on X, …" has none.
pub fn is_title(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let verbs = &scene.frames.agreements.list_verbs;
    let lists = |t: usize, subject: usize| {
        let resumes = verbs.pronouns.contains(&doc.lemma(subject).to_lowercase())
            || doc.is_plural(subject) && instrument::at(scene, doc, subject).is_some();
        resumes && (verbs.equate.contains(doc.lemma(t)) || verbs.include.contains(doc.lemma(t)))
    };
    let says = |t: usize| doc.is_verbal(t) && doc.own_subject(t).is_some_and(|s| !lists(t, s));
    !doc.sentence_of(at.token).range().take(WORDS).any(says)
}

/// "the signing of a memorandum between X and Y; and **a memorandum** between X and Z": in one sentence, and nothing is said between.
fn goes_on(scene: &Scene<'_>, before: Spot, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let near = before.passage == at.passage && before.token < at.token && at.token < before.token + WORDS;
    near && doc.sentence_index(before.token) == doc.sentence_index(at.token)
        && !(before.token..at.token).any(|t| doc.is_verbal(t) && doc.own_subject(t).is_some())
}

/// How sure a title is of what is told only of the one above it: less than that one, more than a title by itself.
const INHERITED: f64 = 0.85;

/// How many verbs over what is listed are asked.
const VERBS: usize = 3;

/// How many words of a title are asked.
const WORDS: usize = 80;

/// True for two titles of one list, which are two instruments whoever they are between.
pub fn lists_both(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let list = |passage: usize| scene.listings.get(passage).copied().flatten();
    a != b && list(a).is_some() && list(a) == list(b)
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

/// "witnessed the exchange of **the following documents**:", "**Two memoranda** were signed.": what the sentence over a list says of all of it.
/// That is the one that ends at a token.
fn announced(scene: &Scene<'_>, passage: usize, end: usize) -> Option<AgreementStatus> {
    let doc = scene.doc(passage);
    let last = doc.sentence_of(end.checked_sub(1)?);
    let opens = doc.word(last.end - 1) == ":";
    let several = |t: usize| {
        let counted = doc.children_by(t, Relation::NumericModifier).next().is_some();
        let plural = count::is_several(&scene.frames.agreements, doc, t);
        plural && (opens || counted) && instrument::at(scene, doc, t).is_some()
    };
    // "**rejected** the signing of the following documents"
    let refused = |t: usize| {
        let mut verbs = std::iter::successors(doc.governing_verb(t), |&v| doc.governing_verb(v)).take(VERBS);
        let rejects = |v: usize| scene.frames.agreements.verb(doc.lemma(v), false).is_some_and(|f| f.status == AgreementStatus::Rejected);
        // "**discussed** the exchange of four memoranda"
        let discusses = |v: usize| scene.frames.agreements.discussing.contains(doc.lemma(v));
        verbs.any(|v| doc.clause(v).negated || rejects(v) || discusses(v))
    };
    let told = last.range().take(WORDS).filter(|&t| several(t) && !refused(t)).find_map(|token| stage::of(scene, Spot { passage, token }));
    told.map(|stage| stage.status).filter(|s| matches!(s, AgreementStatus::Signed | AgreementStatus::Planned))
}

/// True for a passage with a verb that says something: no title.
fn says(doc: &Doc) -> bool {
    (0..doc.len()).any(|t| doc.is_verbal(t) && doc.own_subject(t).is_some())
}
