//! Coarse tags, morphology and lemmas, from fine tags and relations.
//!
//! Two components of the published pipelines, in their order: the attribute rules, which give every fine tag its coarse one and
//! single words their features and lemmas; then the lemmatizer, for all that has no lemma yet. What they know of a language is
//! read from the pack.

mod attributes;
mod lemmas;
mod sorted_lines;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use smol_str::SmolStr;

use self::{attributes::Attributes, lemmas::Lemmas};
use super::{
    morph::{Morph, Pos},
    rule_error::RuleError,
};

/// A token as tagger and parser leave it.
#[derive(Debug, Clone, Copy)]
pub struct Tagged<'a> {
    /// The word as it stands.
    pub word: &'a str,
    /// The fine tag.
    pub tag: &'a str,
    /// The treebank's label of the edge to its head; `ROOT` for a root.
    pub label: &'a str,
    /// True where the word is nothing but white space.
    pub is_space: bool,
}

/// What morphology tells of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// The coarse tag.
    pub pos: Pos,
    /// The features that rules ask for.
    pub morph: Morph,
    /// All features, `Number=Sing|Person=3`; empty where there is none.
    pub feats: SmolStr,
    /// The dictionary form.
    pub lemma: SmolStr,
    /// The fine tag where a rule sets another one than the tagger's (white space).
    pub tag: Option<SmolStr>,
    /// The label where a rule sets another one than the parser's (white space).
    pub label: Option<SmolStr>,
}

/// Attribute rules and lemmatizer of one language.
#[derive(Debug)]
pub struct Morphology {
    attributes: Attributes,
    lemmas: Lemmas,
}

impl Morphology {
    /// Reads the sections `rules/attributes.json`, `rules/lemmas.json` and `rules/lemmas.txt`; of the last, which is large, a
    /// static slice is used where it lies.
    pub fn new(attributes: &[u8], lemma_rules: &[u8], lemma_words: impl Into<Cow<'static, [u8]>>) -> Result<Self, RuleError> {
        Ok(Self { attributes: Attributes::new(attributes)?, lemmas: Lemmas::new(lemma_rules, lemma_words.into())? })
    }

    /// Analyses the tokens of one text. O(tokens).
    pub fn analyse(&self, tokens: &[Tagged<'_>]) -> Vec<Analysis> {
        let lower: Vec<Cow<'_, str>> = tokens.iter().map(|t| lower_case(t.word)).collect();
        let mut analyses = Vec::with_capacity(tokens.len());
        for (token, (lower, set)) in tokens.iter().zip(lower.iter().zip(self.attributes.apply(tokens, &lower))) {
            let feats = set.feats.unwrap_or(&attributes::NO_FEATS);
            let lemma = set.lemma.cloned().unwrap_or_else(|| self.lemmas.lemma(token.word, lower, set.pos, &feats.text));
            analyses.push(Analysis {
                pos: set.pos.unwrap_or_default(),
                morph: feats.morph,
                feats: feats.text.clone(),
                lemma,
                tag: set.tag.cloned(),
                label: set.label.cloned(),
            });
        }
        analyses
    }
}

fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) { word.into() } else { word.to_lowercase().into() }
}
