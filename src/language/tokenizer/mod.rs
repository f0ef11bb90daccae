//! From a view's text to its tokens: white space, exceptions, affixes, addresses, and the ids of each word's features.
//!
//! The text is cut at white space; each stretch between loses affixes from both ends until an exception or nothing more is
//! found, and what is left is cut at infixes; exceptions that this took apart are then put together again. Everything that
//! belongs to a language (exceptions, affixes, sets of characters, norms) is read from the pack. This is the algorithm of
//! spaCy's tokenizer (spacy.io/usage/linguistic-features#how-tokenizer-works), so that networks trained on its tokens see the same.

mod address;
mod affix;
mod affixes;
mod exceptions;
mod lexeme;
mod norms;
mod rejoin;
mod split;
mod string_id;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::Arc};

use serde::Deserialize;

use self::{
    address::Addresses,
    affix::AffixRule,
    affixes::Affixes,
    exceptions::{Exceptions, Part},
    lexeme::{Features, is_space},
    norms::Norms,
    rejoin::Rejoin,
};
pub use self::{lexeme::Lexeme, string_id::StringIds};
use super::{charset::CharSet, rule_error::RuleError};
use crate::text::{Span, ViewByte};

/// One token as the tokenizer leaves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawToken {
    /// Where it stands in the text.
    pub span: Span<ViewByte>,
    /// True where one space follows it.
    pub space_after: bool,
    /// The ids that the networks know its word by.
    pub lexeme: Lexeme,
}

/// The section `rules/tokenizer.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    /// Sets of characters by name, as [`CharSet::parse`] reads them.
    sets: HashMap<String, String>,
    prefixes: Vec<AffixRule>,
    suffixes: Vec<AffixRule>,
    infixes: Vec<AffixRule>,
    /// Tokens of each exception: form, and norm where there is one.
    exceptions: HashMap<Box<str>, Vec<Vec<String>>>,
    /// Strings whose id is a number of their own.
    symbols: HashMap<Box<str>, u64>,
}

/// A token on its way: no features yet but the form's id.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    end: usize,
    space_after: bool,
    orth: u64,
    norm: Option<u64>,
}

impl Piece {
    /// The tokens of an exception that stands at byte `at`.
    fn of_exception(parts: &[Part], mut at: usize) -> impl Iterator<Item = Self> {
        parts.iter().map(move |part| {
            let start = at;
            at += part.len;
            Self { start, end: at, space_after: false, orth: part.orth, norm: part.norm }
        })
    }
}

/// All that decides where a text is cut.
#[derive(Debug)]
struct Rules {
    exceptions: Exceptions,
    prefixes: Affixes,
    suffixes: Affixes,
    infixes: Affixes,
    addresses: Addresses,
    features: Features,
}

impl Rules {
    fn piece(&self, text: &str, start: usize, end: usize) -> Piece {
        Piece { start, end, space_after: false, orth: self.features.ids.of(&text[start..end]), norm: None }
    }
}

/// Cuts texts into tokens. Remembers nothing from one text to the next.
#[derive(Debug)]
pub struct Tokenizer {
    rules: Rules,
    rejoin: Rejoin,
}

impl Tokenizer {
    /// Reads the sections `rules/tokenizer.json` and `rules/norms.bin`.
    pub fn new(rules: &[u8], norms: &[u8]) -> Result<Self, RuleError> {
        let section: Section = serde_json::from_slice(rules).map_err(|e| RuleError::json("rules/tokenizer.json", &e))?;
        let mut sets = HashMap::new();
        let mut names: Vec<_> = section.sets.iter().collect();
        names.sort();
        for (name, spelt) in names {
            sets.insert(name.clone(), Arc::new(CharSet::parse(spelt)?));
        }
        let set =
            |name: &str| sets.get(name).cloned().ok_or_else(|| RuleError::new(format!("rules/tokenizer.json lacks the set '{name}'")));
        let ids = StringIds::new(section.symbols);
        let rules = Rules {
            exceptions: Exceptions::new(&section.exceptions, &ids)?,
            prefixes: Affixes::at_start(section.prefixes, &sets)?,
            suffixes: Affixes::at_end(section.suffixes, &sets)?,
            infixes: Affixes::at_start(section.infixes, &sets)?,
            addresses: Addresses { word: set("word")?, decimal: set("decimal")?, top_level: set("top_level_domain")? },
            features: Features { ids, norms: Norms::new(norms)?, letter: set("letter")?, upper: set("upper")?, digit: set("digit")? },
        };
        Ok(Self { rejoin: Rejoin::new(&rules), rules })
    }

    /// The ids of strings, for whoever looks a word up by its id.
    pub fn ids(&self) -> &StringIds {
        &self.rules.features.ids
    }

    /// Cuts `text`. Tokens and the single spaces between them make up the whole of it. O(bytes).
    pub fn tokenize(&self, text: &str) -> Vec<RawToken> {
        let pieces = self.rejoin.apply(text, self.pieces(text), &self.rules);
        let token = |p: Piece| RawToken {
            span: Span::new(p.start, p.end),
            space_after: p.space_after,
            lexeme: self.rules.features.of(&text[p.start..p.end], p.orth, p.norm),
        };
        pieces.into_iter().map(token).collect()
    }

    /// Cuts at every change between white space and words; the space that ends a word belongs to it, further ones are a token.
    fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 5);
        let (mut start, mut in_space) = (0, text.starts_with(is_space));
        for (at, c) in text.char_indices() {
            if is_space(c) == in_space {
                continue;
            }
            self.rules.split(text, start, at, true, &mut pieces);
            start = at;
            if c == ' '
                && let Some(word) = pieces.last_mut()
            {
                word.space_after = true;
                start += 1;
            }
            in_space = !in_space;
        }
        self.rules.split(text, start, text.len(), true, &mut pieces);
        pieces
    }
}
