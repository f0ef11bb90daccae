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

use std::{collections::HashMap, num::NonZeroU64, sync::Arc};

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

/// Longest text that is cut, which [`RawToken`] can count: 4 GiB.
const LONGEST: usize = u32::MAX as usize;

/// One token as the tokenizer leaves it. It is kept small, for a text may have as many as bytes: what follows from its word is told
/// by [`Tokenizer::lexeme`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawToken {
    start: u32,
    end: u32,
    /// The id of its norm, where an exception gives it one.
    norm: Option<NonZeroU64>,
    /// True where one space follows it.
    pub space_after: bool,
    /// True where it is nothing but white space.
    pub is_space: bool,
}

impl RawToken {
    fn new(text: &str, start: usize, end: usize) -> Self {
        let is_space = text[start..end].chars().all(is_space);
        Self { start: start as u32, end: end as u32, norm: None, space_after: false, is_space }
    }

    /// The tokens of an exception that stands at byte `at`.
    fn of_exception(text: &str, parts: &[Part], mut at: usize) -> impl Iterator<Item = Self> {
        parts.iter().map(move |part| {
            let start = at;
            at += part.len;
            Self { norm: part.norm, ..Self::new(text, start, at) }
        })
    }

    /// Where it stands in the text.
    pub fn span(&self) -> Span<ViewByte> {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Its word, in the text that it was cut from.
    pub fn word<'t>(&self, text: &'t str) -> &'t str {
        &text[self.span().range()]
    }
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

    /// Cuts `text`. Tokens and the single spaces between them make up the whole of it, or of its first 4 GiB. O(bytes).
    pub fn tokenize(&self, text: &str) -> Vec<RawToken> {
        let text = &text[..text.floor_char_boundary(LONGEST)];
        self.rejoin.apply(text, self.pieces(text), &self.rules)
    }

    /// The ids of a token's form and norm: what tells its word apart, for all else that the networks know of it follows from it.
    pub fn form_and_norm(&self, text: &str, token: &RawToken) -> (u64, u64) {
        self.rules.features.form_and_norm(token.word(text), token.norm.map(NonZeroU64::get))
    }

    /// All that the networks know of a token's word.
    pub fn lexeme(&self, text: &str, token: &RawToken) -> Lexeme {
        self.rules.features.lexeme(token.word(text), self.form_and_norm(text, token))
    }

    /// Cuts at every change between white space and words; the space that ends a word belongs to it, further ones are a token.
    fn pieces(&self, text: &str) -> Vec<RawToken> {
        let mut pieces: Vec<RawToken> = Vec::with_capacity(text.len() / 5);
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
