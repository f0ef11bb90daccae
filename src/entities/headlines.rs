//! Names that a headline's capitals make too long: "**Ruiz** Discusses Defence Ties", of somebody whom the text names without them.

use std::collections::HashSet;

use super::{
    lexicon::Lexicon,
    names::{Name, NameKind, capital},
};
use crate::{language::Doc, text::Span};

/// Cuts each such name down to the words by which the text calls somebody.
pub fn shorten(lexicon: &Lexicon, docs: &[Doc], names: &mut [(usize, Vec<Name>)], headline: impl Fn(usize) -> bool) {
    let told = || names.iter().filter(|(p, _)| !headline(*p)).flat_map(|(p, names)| names.iter().map(|n| (&docs[*p], n)));
    let person = |(_, n): &(&Doc, &Name)| n.kind == NameKind::Person && n.sure && n.tokens.len() > 1;
    let known: HashSet<&str> = told().map(|(doc, n)| doc.words(n.tokens)).collect();
    let persons: HashSet<&str> = told().filter(person).map(|(doc, n)| doc.words(n.tokens)).collect();
    let surnames: HashSet<&str> = told().filter(person).map(|(doc, n)| doc.word(n.tokens.end - 1)).collect();
    let theirs: HashSet<&str> = told().filter(person).flat_map(|(doc, n)| n.tokens.range().map(|t| doc.word(t))).collect();
    let cut_at = |doc: &Doc, n: &Name| {
        let open = matches!(n.kind, NameKind::Person | NameKind::Organization | NameKind::Other) && n.canonical.is_none();
        if !open || known.contains(doc.words(n.tokens)) || lexicon.ends_body(doc.word(n.tokens.end - 1)) {
            return None;
        }
        let start = n.tokens.start;
        let called = |end: &usize| {
            let words = doc.words(Span::new(start, *end));
            persons.contains(words) || *end == start + 1 && surnames.contains(words)
        };
        let end = (start + 1..n.tokens.end).rev().find(called)?;
        // a verb: not "Ford **Motor**"
        (capital(doc.word(end)) && lexicon.is_no_name(doc.word(end)) && !theirs.contains(doc.word(end))).then_some(end)
    };
    let cut: Vec<(usize, usize, usize)> = (0..names.len())
        .filter(|&i| headline(names[i].0))
        .flat_map(|i| {
            let (p, names) = &names[i];
            names.iter().enumerate().filter_map(move |(n, name)| Some((i, n, cut_at(&docs[*p], name)?))).collect::<Vec<_>>()
        })
        .collect();
    for (i, n, end) in cut {
        let name = &mut names[i].1[n];
        (name.tokens.end, name.kind) = (end, NameKind::Person);
    }
}
