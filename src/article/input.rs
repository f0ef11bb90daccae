//! What a caller hands in, validated.

use thiserror::Error;

/// One article as a caller hands it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The article itself.
    pub source: Source,
    /// Where it stands. Never fetched.
    pub url: Option<String>,
    /// Its headline, if that is not in the text.
    pub title: Option<String>,
    /// When it was published: ISO 8601, RFC 2822 or a plain date.
    pub published_at: Option<String>,
    /// ISO 639-1, where the caller knows it.
    pub language: Option<String>,
}

impl Input {
    /// Plain text with nothing else known.
    pub fn text(text: impl Into<String>) -> Self {
        Self::from_source(Source::Text(text.into()))
    }

    /// A page with nothing else known.
    pub fn html(html: impl Into<String>) -> Self {
        Self::from_source(Source::Html(html.into()))
    }

    fn from_source(source: Source) -> Self {
        Self { source, url: None, title: None, published_at: None, language: None }
    }
}

/// The article itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Plain text; given back unchanged.
    Text(String),
    /// A page's HTML.
    Html(String),
}

/// What is wrong with an input: the field, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {what}")]
pub struct InputError {
    /// The field's name, as in the contract.
    pub field: &'static str,
    /// What is wrong and what to change.
    pub what: String,
}
