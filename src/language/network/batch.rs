//! Texts side by side, so that one product serves many.

use std::{collections::HashMap, ops::Range};

use crate::language::tokenizer::{Lexeme, RawToken, Tokenizer};

/// Rows of zeros before, between and behind the texts of a batch. What a text's last token tells its right neighbour travels one
/// row a layer, so with at most as many window layers as rows here no text can reach another
/// (spaCy pads by as many).
pub(super) const PADDING: usize = 4;

/// All that an encoder's first layer knows of a token; tokens that share it share the layer's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Word {
    pub(super) lexeme: Lexeme,
    pub(super) space_after: bool,
}

/// Which word stands in which row.
#[derive(Debug, Default)]
pub struct Batch {
    /// The different words of all texts.
    pub(super) words: Vec<Word>,
    /// Row and word of each token.
    pub(super) tokens: Vec<(u32, u32)>,
    /// The rows of each text.
    texts: Vec<Range<usize>>,
}

impl Batch {
    /// The rows of text number `i`.
    pub fn rows(&self, i: usize) -> Range<usize> {
        self.texts[i].clone()
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// True where there is no text.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// How many rows there are, padding included.
    pub fn height(&self) -> usize {
        self.texts.last().map_or(0, |rows| rows.end) + PADDING
    }
}

/// Lays texts side by side.
#[derive(Debug, Default)]
pub struct BatchBuilder {
    batch: Batch,
    /// A word's number by what tells it apart: the rest of the lexeme follows from its form and norm.
    known: HashMap<(u64, u64, bool), u32>,
}

impl BatchBuilder {
    /// Adds a text of one token or more behind the others: `tokens`, which `tokenizer` cut from `text`.
    pub fn push(&mut self, tokenizer: &Tokenizer, text: &str, tokens: &[RawToken]) {
        let start = self.batch.height();
        self.batch.texts.push(start..start + tokens.len());
        for (i, token) in tokens.iter().enumerate() {
            let words = &mut self.batch.words;
            let (form, norm) = tokenizer.form_and_norm(text, token);
            let number = *self.known.entry((form, norm, token.space_after)).or_insert_with(|| {
                words.push(Word { lexeme: tokenizer.lexeme(text, token), space_after: token.space_after });
                words.len() as u32 - 1
            });
            self.batch.tokens.push(((start + i) as u32, number));
        }
    }

    /// The finished batch.
    pub fn finish(self) -> Batch {
        self.batch
    }
}
