//! The front door: an article in, its record out.

use thiserror::Error;

use crate::{
    article::{Input, InputError},
    budget::Budget,
    record::Record,
    text::OffsetUnit,
};

/// What a caller may ask for beside the article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// What the record's spans count.
    pub offsets: OffsetUnit,
    /// Stop after page, text and metadata: no language engine, no events.
    pub only_article: bool,
}

/// Why there is no record.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExtractError {
    /// The input is wrong; says which field and what to do.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The budget was spent before the record was whole.
    #[error("the time for this article was up before its record was whole; send a shorter text or allow more time")]
    OutOfTime,
}

/// Reads articles. Cheap to clone; one serves all threads, and nothing is remembered from one article to the next.
#[derive(Debug, Clone)]
pub struct Extractor {}

impl Extractor {
    /// Loads what the binary carries.
    pub fn new() -> Result<Self, String> {
        Ok(Self {})
    }

    /// The id of the language model, for `engine.model` and `/v1/info`.
    pub fn model_id(&self) -> &str {
        "none"
    }

    /// The record of one article.
    pub fn extract(&self, input: &Input, options: Options, budget: &Budget) -> Result<Record, ExtractError> {
        let _ = (input, options, budget);
        Err(ExtractError::OutOfTime)
    }
}
