//! Bare surnames that the recognizer has not seen: a word that is the surname of somebody whom the article names in full is that person
//! wherever it stands alone; and words that a sentence's beginning alone makes look like one.

use std::collections::HashSet;

use super::names::{Name, NameKind, capital};
use crate::{
    language::{Doc, Pos, Relation},
    text::Span,
};

/// Fewest letters of a word that is taken for a surname by its look alone.
const FEWEST_LETTERS: usize = 3;

/// The last words of the names of persons that have more than one.
pub fn of<'d>(names: &[(usize, Vec<Name>)], docs: &'d [Doc]) -> HashSet<&'d str> {
    let persons = names
        .iter()
        .flat_map(|(p, names)| names.iter().filter(|n| n.kind == NameKind::Person && n.sure && n.tokens.len() > 1).map(move |n| (*p, n)));
    persons.map(|(p, n)| docs[p].word(n.tokens.end - 1)).filter(|w| capital(w) && w.chars().count() >= FEWEST_LETTERS).collect()
}

/// The first words of the names of persons that have two: surnames where they come first ("Wang Wentao"), given names elsewhere.
pub fn first_words<'d>(names: &[(usize, Vec<Name>)], docs: &'d [Doc]) -> HashSet<&'d str> {
    let persons = names
        .iter()
        .flat_map(|(p, names)| names.iter().filter(|n| n.kind == NameKind::Person && n.sure && n.tokens.len() == 2).map(move |n| (*p, n)));
    persons.map(|(p, n)| docs[p].word(n.tokens.start)).filter(|w| capital(w) && w.chars().count() >= FEWEST_LETTERS).collect()
}

/// The words that have a capital amid a sentence somewhere.
pub fn amid_sentences(docs: &[Doc]) -> HashSet<&str> {
    let amid = docs
        .iter()
        .flat_map(|doc| (0..doc.len()).filter(|&t| !doc.tokens[t].sentence_start && doc.tokens[t].pos == Pos::Propn).map(|t| doc.word(t)));
    amid.filter(|w| capital(w)).collect()
}

/// Drops what looks like a bare surname for its capital alone, where it has that from the beginning of a sentence: "**Honours** came late".
pub fn unmask(amid: &HashSet<&str>, surnames: &HashSet<&str>, doc: &Doc, names: &mut Vec<Name>) {
    names.retain(|n| {
        let lone = n.kind == NameKind::Person && !n.sure && n.tokens.len() == 1 && doc.tokens[n.tokens.start].sentence_start;
        let word = doc.word(n.tokens.start);
        !lone || amid.contains(word) || surnames.contains(word)
    });
}

/// Adds a name for each such word that no name covers, and corrects one that was taken for a body or a place of that single word, or for a
/// capital that acts for its state. A state's own name stays the state's.
pub fn mend(surnames: &HashSet<&str>, first: &HashSet<&str>, doc: &Doc, names: &mut Vec<Name>) {
    let mut covered = vec![false; doc.len()];
    for name in names.iter_mut() {
        covered[name.tokens.range()].fill(true);
        let alone = name.tokens.len() == 1 && name.canonical.is_none();
        let mistaken = match name.kind {
            NameKind::Organization | NameKind::Other | NameKind::Place => name.country.is_none(),
            // "Maria Washington sued. Washington said": who acts is the one whom the article names in full
            NameKind::Seat => true,
            _ => false,
        };
        if alone && mistaken && surnames.contains(doc.word(name.tokens.start)) {
            (name.kind, name.country) = (NameKind::Person, None);
        }
    }
    for (t, token) in doc.tokens.iter().enumerate() {
        let inside_word = t > 0 && !doc.tokens[t - 1].space_after && doc.word(t - 1) == "-";
        let surname = token.pos != Pos::Verb && surnames.contains(doc.word(t));
        let first = || token.pos == Pos::Propn && token.relation != Relation::Compound && first.contains(doc.word(t));
        if !covered[t] && !inside_word && (surname || first()) {
            names.push(Name { tokens: Span::new(t, t + 1), kind: NameKind::Person, country: None, canonical: None, sure: true });
        }
    }
    names.sort_by_key(|n| n.tokens);
}
