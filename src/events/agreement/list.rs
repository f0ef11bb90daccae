//! Lists of what was signed: "The signed agreements include …", and list items behind a paragraph that ends with a colon.

use std::collections::HashSet;

use serde::Deserialize;

use super::{Accord, Listed, instrument, merge, subjects};
use crate::{
    events::{
        scene::{Scene, Spot},
        slots,
    },
    language::{Doc, Pos, Relation, grammar::Oblique},
    record::Instrument,
    text::{Span, Tok},
};

/// How many passages behind a signing its list may begin.
const REACH: usize = 4;
/// How many mentions of one are asked.
const FEW: usize = 5;
/// How many words a list in words may have.
const LONGEST: usize = 200;
/// How many signings back a list is given to.
const MOST: usize = 200;

/// Verbs whose object lists what was signed.
#[derive(Debug, Deserialize)]
pub struct ListVerbs {
    /// "include".
    pub include: HashSet<String>,
    /// "allow", "promote": of what is named, not of a pronoun.
    pub aim: HashSet<String>,
    /// Nouns that only lead to what follows them: "our **commitment** to promote trade".
    pub leading: HashSet<String>,
    /// Verbs by which an instrument tells of such a one: "**signifies** a commitment".
    pub commit: HashSet<String>,
    /// Verbs that say what each of them is: "these agreements **are**: a treaty on X, …".
    pub equate: HashSet<String>,
    /// Pronouns for what was signed in the sentence before.
    pub pronouns: HashSet<String>,
}

/// Adds the items of lists to the signings that they belong to.
pub fn read(scene: &Scene<'_>, accords: &mut [Accord]) {
    sentences(scene, accords);
    equations(scene, accords);
    bullets(scene, accords);
}

/// "The signed agreements include X, Y and Z."
fn sentences(scene: &Scene<'_>, accords: &mut [Accord]) {
    let verbs = &scene.frames.agreements.list_verbs;
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        let lemma = doc.lemma(at.token);
        let commits = verbs.commit.contains(lemma) && doc.objects(at.token).iter().any(|&o| verbs.leading.contains(doc.lemma(o)));
        if !doc.is_verbal(at.token) || !commits && !verbs.include.contains(lemma) && !verbs.aim.contains(lemma) {
            continue;
        }
        let Some(subject) = doc.own_subject(at.token) else { continue };
        let spot = Spot { token: subject, ..at };
        let named = instrument::at(scene, doc, subject).is_some();
        if !named && (commits || verbs.aim.contains(lemma) || !resumes(scene, accords, spot)) {
            continue;
        }
        let Some(accord) = nearest(accords, spot) else { continue };
        let mut nouns = doc.objects(at.token);
        // "aims to promote trade", "will allow boats to enter"
        let aims = doc.complements(at.token).filter(|&c| doc.clause(c).infinitive && doc.tokens[c].relation == Relation::OpenComplement);
        nouns.extend(aims);
        for o in doc.obliques(at.token) {
            nouns.push(o.noun);
        }
        for noun in nouns {
            for member in doc.conjuncts_from(noun) {
                // "an agreement in the field of customs"
                let spot = Spot { token: member, ..at };
                if instrument::at(scene, doc, member).is_some() {
                    let own = subjects::of(scene, spot);
                    for phrase in if own.is_empty() { field_of_bodies(scene, spot) } else { own } {
                        add(accord, phrase);
                    }
                } else if verbs.leading.contains(doc.lemma(member)) {
                    for phrase in led_to(scene, spot) {
                        add(accord, phrase);
                    }
                } else {
                    for phrase in subjects::of_member(scene, spot) {
                        add(accord, (at.passage, phrase));
                    }
                }
            }
        }
        if let Err(i) = accord.evidence.binary_search(&at) {
            accord.evidence.insert(i, at);
        }
    }
}

/// "an agreement between the ministries **of justice**": what those are for who are told to be bound.
fn field_of_bodies(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Span<Tok>)> {
    let doc = scene.doc(at.passage);
    let of = |noun: usize| doc.obliques(noun).into_iter().find(|o| scene.frames.adpositions.is_of(doc.lemma(o.marker)));
    let bodies = slots::fill_all(&scene.frames.adpositions, doc, at.token, &scene.frames.adpositions.between);
    let fields = bodies.into_iter().filter(|&b| doc.is_plural(b)).filter_map(of).map(|o| o.noun);
    let fields = fields.filter(|&n| doc.tokens[n].pos == Pos::Noun && scene.parties(Spot { token: n, ..at }).is_empty());
    fields.map(|n| (at.passage, subjects::without_determiner(doc, doc.noun_phrase(n)))).collect()
}

/// "our commitment **to promote trade**", "a commitment **to this partnership**".
fn led_to(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Span<Tok>)> {
    let doc = scene.doc(at.passage);
    let behind = |o: &Oblique| o.noun > at.token && scene.frames.agreements.noun.led_behind.contains(doc.lemma(o.marker));
    let nouns = doc.obliques(at.token).into_iter().filter(behind).map(|o| o.noun);
    let clauses = doc.children(at.token).filter(|&c| c > at.token && doc.is_verbal(c) && doc.clause(c).infinitive);
    let phrases = clauses.chain(nouns).flat_map(|token| subjects::of_member(scene, Spot { token, ..at }));
    phrases.map(|phrase| (at.passage, phrase)).collect()
}

/// "These agreements are: a treaty on X, a protocol on Y and a memorandum on Z."
fn equations(scene: &Scene<'_>, accords: &mut [Accord]) {
    let frames = &scene.frames.agreements;
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        if !frames.list_verbs.equate.contains(doc.lemma(at.token)) || !matches!(doc.tokens[at.token].pos, Pos::Verb | Pos::Aux) {
            continue;
        }
        let subject = doc.own_subject(at.token).map(|token| Spot { token, ..at });
        let Some(subject) =
            subject.filter(|&s| doc.is_plural(s.token) && merge::refers_back(scene, s) && instrument::at(scene, doc, s.token).is_some())
        else {
            continue;
        };
        let Some(accord) = nearest(accords, subject).filter(|a| a.items.is_empty()) else { continue };
        // the parser hangs a long list in many ways: each instrument that is told of anew is one of it
        let end = doc.sentence_of(at.token).end.min(at.token + LONGEST);
        let anew = |t: usize| doc.determiner(t).filter(|&d| d > at.token && frames.anew.contains(&doc.word(d).to_lowercase()));
        let members: Vec<(usize, usize, Instrument)> =
            (at.token + 1..end).filter_map(|t| Some((anew(t)?, t, instrument::at(scene, doc, t)?.kind))).collect();
        if members.len() < 2 {
            continue;
        }
        for (i, &(start, token, instrument)) in members.iter().enumerate() {
            let upto = members.get(i + 1).map_or(end, |m| m.0);
            let tokens = without_joints(doc, Span::new(start, upto));
            let subjects: Vec<_> = subjects::of(scene, Spot { token, ..at }).into_iter().filter(|(_, s)| tokens.covers(*s)).collect();
            for &phrase in &subjects {
                add(accord, phrase);
            }
            accord.items.push(Listed { at: (at.passage, tokens), instrument, subjects });
        }
        accord.count.number = accord.count.number.or(u32::try_from(members.len()).ok());
    }
}

/// A member of a list without the comma or conjunction before the next.
fn without_joints(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    while span.len() > 1 && matches!(doc.tokens[span.end - 1].pos, Pos::Punct | Pos::Cconj | Pos::Adv) {
        span.end -= 1;
    }
    span
}

/// "**It** covers customs": what was signed in the sentence before.
fn resumes(scene: &Scene<'_>, accords: &[Accord], at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let pronoun = scene.frames.agreements.list_verbs.pronouns.contains(&doc.word(at.token).to_lowercase());
    let here = doc.sentence_index(at.token);
    let told = |s: &Spot| match here {
        0 => s.passage + 1 == at.passage,
        _ => s.passage == at.passage && doc.sentence_index(s.token) + 1 == here,
    };
    pronoun && accords.iter().rev().take(MOST).any(|a| a.evidence.iter().rev().take(FEW).any(told))
}

fn add(accord: &mut Accord, phrase: (usize, Span<Tok>)) {
    if !phrase.1.is_empty() && !accord.subjects.contains(&phrase) {
        accord.subjects.push(phrase);
    }
}

/// Items of a list right behind a passage that tells of a signing.
fn bullets(scene: &Scene<'_>, accords: &mut [Accord]) {
    for p in 1..scene.passages.len() {
        if !scene.passages[p].list_item || scene.passages[p - 1].list_item {
            continue;
        }
        let opens = scene.docs[p - 1].text.trim_end().ends_with(':');
        let Some(accord) = accords.iter_mut().rev().find(|a| opens && a.evidence.iter().any(|s| s.passage == p - 1)) else { continue };
        let items = (p..scene.passages.len()).take_while(|&i| scene.passages[i].list_item);
        let mut count = 0;
        for i in items {
            let doc = &scene.docs[i];
            if doc.is_empty() {
                continue;
            }
            count += 1;
            let found = (0..doc.len()).find_map(|t| instrument::at(scene, doc, t).map(|n| (t, n.kind)));
            let (subjects, kind) = match found {
                Some((t, kind)) => (subjects::of(scene, Spot { passage: i, token: t }), kind),
                None => (Vec::new(), Instrument::Other),
            };
            accord.items.push(Listed { at: (i, Span::new(0, doc.len())), instrument: kind, subjects });
        }
        if accord.count.number.is_none() && count > 0 {
            accord.count.number = Some(count);
        }
    }
}

fn nearest(accords: &mut [Accord], at: Spot) -> Option<&mut Accord> {
    accords
        .iter_mut()
        .rev()
        .take(MOST)
        .filter_map(|a| a.evidence.iter().filter(|s| **s <= at && s.passage + REACH >= at.passage).max().copied().map(|s| (s, a)))
        .max_by_key(|(s, _)| *s)
        .map(|(_, a)| a)
}
