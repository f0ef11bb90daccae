//! The holder's name right behind an office and its state, whatever the recognizer takes its words for: "President of Ukraine | Oles Hrab".

use super::{Name, NameKind, Reading, capital};
use crate::{
    language::Pos,
    text::{Span, Tok},
};

/// Words of such a name, at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 2..=4;

/// Makes one person's name of those words.
pub fn join(r: Reading<'_>, names: &mut Vec<Name>) {
    names.retain(|n| !n.tokens.is_empty());
    names.sort_by_key(|n| n.tokens);
    let mut found = Vec::new();
    for i in 0..names.len() {
        let Some(span) = Some(&names[i]).filter(|n| n.kind == NameKind::State).and_then(|n| person(r, n.tokens)) else { continue };
        let within = i + 1..i + 1 + names[i + 1..].iter().take_while(|n| n.tokens.start < span.end).count();
        let told = |n: &Name| n.kind == NameKind::Person && n.tokens.len() >= *WORDS.start();
        let other = |n: &Name| !matches!(n.kind, NameKind::Person | NameKind::Place | NameKind::Other) || !span.covers(n.tokens);
        if names[within.clone()].iter().any(|n| told(n) || other(n)) {
            continue;
        }
        // emptied, and dropped when all are found
        names[within].iter_mut().for_each(|n| n.tokens.end = n.tokens.start);
        found.push(Name { tokens: span, kind: NameKind::Person, country: None, canonical: None, sure: true });
    }
    names.extend(found);
}

/// The words behind a state's name that stands behind an office and an "of".
fn person(r: Reading<'_>, state: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let of = (0..state.start).rev().find(|&t| doc.tokens[t].pos != Pos::Det)?;
    r.lexicon.ties.tells_side(doc.lemma(of)).then_some(())?;
    r.lexicon.office_ending_at(doc, of.checked_sub(1)?, 0)?;
    let name = |t: usize| doc.tokens[t].pos == Pos::Propn && capital(doc.word(t)) && !doc.tokens[t].sentence_start;
    let end = (state.end..doc.len()).find(|&t| !name(t)).unwrap_or(doc.len());
    let words: Span<Tok> = Span::new(state.end, end);
    let plain = |t: usize| {
        let known = r.lexicon.ends_body(doc.word(t)) || r.lexicon.is_address(doc.word(t)) || r.lexicon.is_no_name(doc.word(t));
        !known && r.lexicon.office_ending_at(doc, t, t).is_none()
    };
    (WORDS.contains(&words.len()) && words.range().all(plain)).then_some(words)
}
