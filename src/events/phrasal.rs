//! Verbs of several words: "call **off**", "pull **out**", "call **for**" stand in the lists with what completes them.

use std::borrow::Cow;

use crate::language::{Doc, Relation};

/// The entry of the lists that fits the word at `t`: with its particle or adposition where a list knows it so, else its lemma alone.
pub fn entry(doc: &Doc, t: usize, known: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let lemma = doc.lemma(t);
    doc.children(t)
        .filter(|&c| c > t && matches!(doc.tokens[c].relation, Relation::Particle | Relation::Preposition | Relation::AdverbModifier))
        .map(|c| format!("{lemma} {}", doc.lemma(c).to_lowercase()))
        .find(|phrase| known(phrase))
        .map_or(Cow::Borrowed(lemma), Cow::Owned)
}

/// The verb with each of its objects: "**put** their **names** to", which the lists hold as "put name".
pub fn with_object(doc: &Doc, verb: usize) -> Vec<String> {
    doc.objects(verb).into_iter().map(|o| format!("{} {}", doc.lemma(verb), doc.lemma(o).to_lowercase())).collect()
}
