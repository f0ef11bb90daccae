//! Capitals that the recognizer passed over: a company's name that it has never seen is no name to it at all.

use super::names::{Name, NameKind, capital};
use crate::{
    gazetteer::Gazetteer,
    language::{Doc, Pos},
    text::Span,
};

/// Most words of such a name.
const LONGEST: usize = 3;
/// Fewest letters of such a name: shorter ones are initials and signs.
const FEWEST: usize = 4;

/// Runs of capitals that the tagger takes for names and no name covers, of which the gazetteer knows nothing.
pub fn runs(gazetteer: &Gazetteer, doc: &Doc, names: &[Name]) -> Vec<Name> {
    let mut covered = vec![false; doc.len()];
    for name in names {
        covered[name.tokens.range()].fill(true);
    }
    let open = |t: usize| {
        doc.tokens[t].pos == Pos::Propn
            && !covered[t]
            && !doc.is_plural(t)
            && capital(doc.word(t))
            && doc.word(t).chars().all(char::is_alphabetic)
            && doc.name_at(t).is_none()
    };
    let mut found = Vec::new();
    let mut t = 0;
    while t < doc.len() {
        let end = (t..doc.len()).find(|&t| !open(t)).unwrap_or(doc.len());
        let tokens = Span::new(t, end);
        if (1..=LONGEST).contains(&tokens.len()) && doc.words(tokens).len() >= FEWEST && gazetteer.look_up(doc.words(tokens)).is_none() {
            found.push(Name { tokens, kind: NameKind::Other, country: None, canonical: None, sure: false });
        }
        t = end.max(t + 1);
    }
    found
}
