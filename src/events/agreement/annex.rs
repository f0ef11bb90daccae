//! What is listed below the line that says what became of it: "List of Agreements **Signed**", and a title a line.

use super::{Accord, Listed, instrument, stage as stages, subjects};
use crate::{
    entities::EntityId,
    events::scene::{Scene, Spot},
    language::{Doc, Pos, Relation},
    record::AgreementStatus,
    text::{Span, Tok},
};

/// How many titles above one the list may begin.
const LONGEST: usize = 40;
/// How many passages lie at most between a title and what says that it is signed, where nothing points to a list.
const NEAR: usize = 6;
/// How many sentences before a list are asked what they say of it.
const SENTENCES: usize = 3;
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
        if !says(scene.doc(above)) {
            continue;
        }
        // "witnessed the exchange of four memoranda **[see Annex]**": whatever is told before the list
        let (told, points) = (announced_in(scene, above), points_on(scene, above));
        if told.is_some() || !points && !(above + 1..passage).any(|p| points_on(scene, p)) && above + NEAR < passage {
            return told;
        }
    }
    None
}

/// What one of the last sentences of a passage says of the list below.
fn announced_in(scene: &Scene<'_>, passage: usize) -> Option<AgreementStatus> {
    let doc = scene.doc(passage);
    let starts = (0..doc.len()).rev().filter(|&t| doc.tokens[t].sentence_start);
    let ends = std::iter::once(doc.len()).chain(starts.filter(|&t| t > 0)).take(SENTENCES);
    ends.into_iter().find_map(|end| announced(scene, passage, end))
}

/// "see **Annex**"
fn points_on(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    (0..doc.len()).any(|t| scene.frames.agreements.annexed.contains(&doc.word(t).to_lowercase()))
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
        let listed = alone() && (open || stage(scene, at.passage) == Some(title.status));
        if !listed && !(open && !title.staged && title.evidence.len() == 1 && goes_on()) {
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

/// "witnessed the exchange of **four memoranda** (see Annex)": its items are the titles in the list below, whoever each is between.
pub fn itemize(scene: &Scene<'_>, accords: &mut [Accord]) {
    let mut lists: Vec<(usize, Vec<Listed>)> = Vec::new();
    let several = |a: &&Accord| a.count.number != Some(1) && a.items.is_empty() && !is_title(scene, a.evidence[0]);
    for passage in 1..scene.passages.len() {
        let Some(status) = Some(passage).filter(|&p| !scene.doc(p).is_empty()).and_then(|p| stage(scene, p)) else { continue };
        let upto = accords.partition_point(|a| a.evidence[0].passage < passage);
        let near = |a: &&Accord| a.evidence[0].passage + LONGEST >= passage && a.status == status;
        let Some(whole) = accords[..upto].iter().take(LONGEST).rposition(|a| several(&a) && near(&a)) else { continue };
        let titles = titles(scene, passage);
        match lists.last_mut().filter(|(w, _)| *w == whole) {
            Some((_, list)) => list.extend(titles),
            None => lists.push((whole, titles)),
        }
    }
    for (whole, list) in lists {
        let whole = &mut accords[whole];
        if whole.count.number.is_none_or(|n| n as usize >= list.len()) && list.len() > 1 {
            whole.items = list;
        }
    }
}

/// The titles of a passage, one for each of its sentences.
fn titles(scene: &Scene<'_>, passage: usize) -> Vec<Listed> {
    let doc = scene.doc(passage);
    let starts: Vec<usize> = (0..doc.len()).filter(|&t| doc.tokens[t].sentence_start).collect();
    let sentences = starts.iter().enumerate().map(|(i, &start)| Span::new(start, starts.get(i + 1).copied().unwrap_or(doc.len())));
    let title = |words: Span<Tok>| {
        let (token, kind) = words.range().take(OPENING).find_map(|t| Some((t, instrument::at(scene, doc, t)?.kind)))?;
        Some(Listed { at: (passage, words), instrument: kind, subjects: subjects::of(scene, Spot { passage, token }) })
    };
    sentences.filter_map(title).collect()
}

/// In how many of its first words a title tells what it is of.
const OPENING: usize = 12;

/// True where the sentence at a spot has no verb of its own: the title of an instrument. "These **are** the memorandum on X, …" has none.
fn is_title(scene: &Scene<'_>, at: Spot) -> bool {
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

/// "witnessed the exchange of **the following documents**:", "**Two memoranda** were signed.": what the sentence over a list says of all of it.
/// That is the one that ends at a token.
fn announced(scene: &Scene<'_>, passage: usize, end: usize) -> Option<AgreementStatus> {
    let doc = scene.doc(passage);
    let last = doc.sentence_of(end.checked_sub(1)?);
    let opens = doc.word(last.end - 1) == ":";
    let several = |t: usize| {
        let counted = doc.children_by(t, Relation::NumericModifier).next().is_some();
        let plural = doc.is_plural(t) || scene.frames.agreements.counts.plurals.contains(&doc.word(t).to_lowercase());
        plural && (opens || counted) && instrument::at(scene, doc, t).is_some()
    };
    // "**rejected** the signing of the following documents"
    let refused = |t: usize| {
        let mut verbs = std::iter::successors(doc.governing_verb(t), |&v| doc.governing_verb(v)).take(VERBS);
        let rejects = |v: usize| scene.frames.agreements.verb(doc.lemma(v), false).is_some_and(|f| f.status == AgreementStatus::Rejected);
        verbs.any(|v| doc.clause(v).negated || rejects(v))
    };
    let told = last.range().take(WORDS).filter(|&t| several(t) && !refused(t)).find_map(|token| stages::of(scene, Spot { passage, token }));
    told.map(|stage| stage.status).filter(|s| matches!(s, AgreementStatus::Signed | AgreementStatus::Planned))
}

/// True for a passage with a verb that says something: no title.
fn says(doc: &Doc) -> bool {
    (0..doc.len()).any(|t| doc.is_verbal(t) && doc.own_subject(t).is_some())
}
