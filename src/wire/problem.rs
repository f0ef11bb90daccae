//! What went wrong, as RFC 9457 wants it told.

use serde::Serialize;

use crate::{ExtractError, article::InputError};

/// Kinds of problems; each has a stable `type`, a title and a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The body is no JSON, or a line of a batch is none.
    MalformedJson,
    /// The JSON, or a field of it, is not what an article is.
    InvalidArticle,
    /// The body is not UTF-8.
    InvalidEncoding,
    /// A query parameter or header is wrong.
    InvalidParameter,
    /// No such path.
    NotFound,
    /// No such method on that path.
    MethodNotAllowed,
    /// The caller was too slow with its body.
    RequestTimeout,
    /// The body or a line is longer than the limit.
    TooLarge,
    /// The body's type is none that is read.
    UnsupportedMediaType,
    /// More work is under way than is taken.
    Overloaded,
    /// The article took longer than it may.
    OutOfTime,
    /// The service is going down.
    Draining,
    /// A fault of ours.
    Internal,
}

impl ProblemKind {
    /// The stable `type`, the title, and the status.
    fn facts(self) -> (&'static str, &'static str, u16) {
        match self {
            Self::MalformedJson => ("urn:paraph:problem:malformed-json", "The JSON cannot be read", 400),
            Self::InvalidArticle => ("urn:paraph:problem:invalid-article", "The article cannot be read", 422),
            Self::InvalidEncoding => ("urn:paraph:problem:invalid-encoding", "The text is not UTF-8", 400),
            Self::InvalidParameter => ("urn:paraph:problem:invalid-parameter", "A parameter is wrong", 400),
            Self::NotFound => ("urn:paraph:problem:not-found", "There is nothing at this path", 404),
            Self::MethodNotAllowed => ("urn:paraph:problem:method-not-allowed", "This path takes another method", 405),
            Self::RequestTimeout => ("urn:paraph:problem:request-timeout", "The body did not arrive in time", 408),
            Self::TooLarge => ("urn:paraph:problem:too-large", "The body is over the limit", 413),
            Self::UnsupportedMediaType => ("urn:paraph:problem:unsupported-media-type", "The body's type is not read here", 415),
            Self::Overloaded => ("urn:paraph:problem:overloaded", "More work is under way than is taken", 429),
            Self::OutOfTime => ("urn:paraph:problem:out-of-time", "The article took longer than it may", 503),
            Self::Draining => ("urn:paraph:problem:draining", "The service is going down", 503),
            Self::Internal => ("urn:paraph:problem:internal", "A fault of ours", 500),
        }
    }

    /// The status of the answer.
    pub fn status(self) -> u16 {
        self.facts().2
    }
}

/// A problem: what is wrong, where, and what to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable, for programs: `urn:paraph:problem:invalid-article`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// For people, the same for each `type`.
    pub title: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong here, and what to change.
    pub detail: String,
    /// The field or parameter that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The line of a batch, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The request that met it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

impl Problem {
    /// A problem of a kind.
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        let (kind, title, status) = kind.facts();
        Self { kind, title, status, detail: detail.into(), field: None, line: None, request_id: None }
    }

    /// The same, of a field.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The same, of a line (from 1).
    #[must_use]
    pub fn in_line(mut self, line: usize) -> Self {
        self.line = Some(u32::try_from(line).unwrap_or(u32::MAX));
        self
    }
}

impl From<InputError> for Problem {
    fn from(e: InputError) -> Self {
        Self::new(ProblemKind::InvalidArticle, e.to_string()).in_field(e.field)
    }
}

impl From<ExtractError> for Problem {
    fn from(e: ExtractError) -> Self {
        match e {
            ExtractError::Input(e) => e.into(),
            ExtractError::OutOfTime => Self::new(ProblemKind::OutOfTime, e.to_string()),
        }
    }
}
