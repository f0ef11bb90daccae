//! Words that the article gives as somebody's own, and who said them.

use crate::{
    entities::EntityId,
    record::QuoteType,
    text::{Byte, Span, Tok},
};

/// One quote, in the article's bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// How the words are given.
    pub kind: QuoteType,
    /// The passage it begins in.
    pub passage: usize,
    /// The words without their marks, in the article.
    pub words: Span<Byte>,
    /// The words with their marks, in the article; the same as `words` for indirect speech.
    pub marked: Span<Byte>,
    /// The words said, cleaned, without the marks; paragraphs of a long quote joined by a blank line.
    pub text: String,
    /// Who said it.
    pub speaker: Option<EntityId>,
    /// The words that name the speaker at the cue: passage and tokens.
    pub speaker_at: Option<(usize, Span<Tok>)>,
    /// The cue: passage and token.
    pub cue_at: Option<(usize, usize)>,
}
