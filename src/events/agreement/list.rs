//! Lists of what was signed: "The signed agreements include …", and list items behind a paragraph that ends with a colon.

use super::{Accord, Listed, instrument, subjects};
use crate::{
    events::scene::{Scene, Spot},
    record::Instrument,
    text::Span,
};

/// How many passages behind a signing its list may begin.
const REACH: usize = 4;
/// How many signings back a list is given to.
const MOST: usize = 200;

/// Adds the items of lists to the signings that they belong to.
pub fn read(scene: &Scene<'_>, accords: &mut [Accord]) {
    sentences(scene, accords);
    bullets(scene, accords);
}

/// "The signed agreements include X, Y and Z."
fn sentences(scene: &Scene<'_>, accords: &mut [Accord]) {
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        if !doc.is_verbal(at.token) || !scene.frames.agreements.list_verbs.include.contains(doc.lemma(at.token)) {
            continue;
        }
        let Some(subject) = doc.own_subject(at.token).filter(|&s| instrument::at(scene, doc, s).is_some()) else { continue };
        let Some(accord) = nearest(accords, Spot { token: subject, ..at }) else { continue };
        let mut nouns = doc.objects(at.token);
        for o in doc.obliques(at.token) {
            nouns.push(o.noun);
        }
        for noun in nouns {
            for member in doc.conjuncts_from(noun) {
                // "an agreement in the field of customs"
                let spot = Spot { token: member, ..at };
                if instrument::at(scene, doc, member).is_some() {
                    for phrase in subjects::of(scene, spot) {
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

fn add(accord: &mut Accord, phrase: (usize, Span<crate::text::Tok>)) {
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
