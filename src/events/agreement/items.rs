//! The titles of a list as items of what the text tells of all: "exchanged **four memoranda**", and four lines below.

use super::{
    Accord, Listed,
    annex::{LONGEST, OPENING, is_title},
    instrument, subjects,
};
use crate::{
    events::scene::{Scene, Spot},
    text::{Span, Tok},
};

/// "witnessed the exchange of **four memoranda** (see Annex)": its items are the titles in the list below, whoever each is between.
pub fn read(scene: &Scene<'_>, accords: &mut [Accord]) {
    let mut lists: Vec<(usize, Vec<Listed>)> = Vec::new();
    for (passage, list) in scene.listings.iter().enumerate().filter_map(|(p, l)| Some((p, (*l)?))) {
        let upto = accords.partition_point(|a| a.evidence[0].passage <= list.by);
        let several = |a: &Accord| a.count.number != Some(1) && a.items.is_empty() && a.status == list.status;
        let whole = (0..upto).rev().take(LONGEST).find(|&w| several(&accords[w]) && !is_title(scene, accords[w].evidence[0]));
        let Some(whole) = whole else { continue };
        let titles = titles(scene, passage);
        match lists.iter_mut().rev().take(FEW).find(|(w, _)| *w == whole) {
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
    let title = |words: Span<Tok>| {
        let (token, kind) = words.range().take(OPENING).find_map(|t| Some((t, instrument::at(scene, doc, t)?.kind)))?;
        Some(Listed { at: (passage, words), instrument: kind, subjects: subjects::of(scene, Spot { passage, token }) })
    };
    doc.sentences().iter().copied().filter_map(title).collect()
}

/// How many lists back one may go on.
const FEW: usize = 4;
