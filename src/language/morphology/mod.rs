//! Coarse tags, morphology and lemmas, from fine tags and relations.

use smol_str::SmolStr;

use super::morph::{Morph, Pos};

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
