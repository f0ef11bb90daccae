//! From a view's text to its tokens: white space, exceptions, affixes, addresses, and the ids of each word's features.

mod lexeme;

pub use lexeme::Lexeme;

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
