//! What went wrong, as RFC 9457 wants it told.

use std::borrow::Cow;

use serde::Serialize;

use crate::{ExtractError, article::InputError};

/// What every `type` begins with: it is a reference to a path of the service, where the problem is explained (RFC 9457, section 3.1.1).
const PATH: &str = "/problems/";

/// Kinds of problems; each has a stable `type`, a title and a status. `docs/API.md` tells of each.
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
    /// A key is asked for, and none, or a wrong one, was given.
    Unauthorized,
    /// No such path.
    NotFound,
    /// No such method on that path.
    MethodNotAllowed,
    /// The caller was too slow with its body.
    RequestTimeout,
    /// The record is the one that the caller has.
    Unchanged,
    /// The body or a line is longer than the limit.
    TooLarge,
    /// The body's type is none that is read.
    UnsupportedMediaType,
    /// More work is under way than is taken.
    Overloaded,
    /// The request's head is over a limit.
    HeadTooLarge,
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
            Self::MalformedJson => ("/problems/malformed-json", "The JSON cannot be read", 400),
            Self::InvalidArticle => ("/problems/invalid-article", "The article cannot be read", 422),
            Self::InvalidEncoding => ("/problems/invalid-encoding", "The text is not UTF-8", 400),
            Self::InvalidParameter => ("/problems/invalid-parameter", "A parameter is wrong", 400),
            Self::Unauthorized => ("/problems/unauthorized", "A key is asked for", 401),
            Self::NotFound => ("/problems/not-found", "There is nothing at this path", 404),
            Self::MethodNotAllowed => ("/problems/method-not-allowed", "This path takes another method", 405),
            Self::RequestTimeout => ("/problems/request-timeout", "The body did not arrive in time", 408),
            Self::Unchanged => ("/problems/unchanged", "The record is the one that you have", 412),
            Self::TooLarge => ("/problems/too-large", "The body is over the limit", 413),
            Self::UnsupportedMediaType => ("/problems/unsupported-media-type", "The body's type is not read here", 415),
            Self::Overloaded => ("/problems/overloaded", "More work is under way than is taken", 429),
            Self::HeadTooLarge => ("/problems/head-too-large", "The request's head is over the limit", 431),
            Self::OutOfTime => ("/problems/out-of-time", "The article took longer than it may", 503),
            Self::Draining => ("/problems/draining", "The service is going down", 503),
            Self::Internal => ("/problems/internal", "A fault of ours", 500),
        }
    }

    /// All kinds, in the order of their status.
    pub const ALL: [Self; 16] = [
        Self::MalformedJson,
        Self::InvalidEncoding,
        Self::InvalidParameter,
        Self::Unauthorized,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::RequestTimeout,
        Self::Unchanged,
        Self::TooLarge,
        Self::UnsupportedMediaType,
        Self::InvalidArticle,
        Self::Overloaded,
        Self::HeadTooLarge,
        Self::Internal,
        Self::OutOfTime,
        Self::Draining,
    ];

    /// The end of the `type`, short and as stable: `too-large`.
    pub fn code(self) -> &'static str {
        let kind = self.facts().0;
        kind.strip_prefix(PATH).unwrap_or(kind)
    }

    /// The status of the answer.
    pub fn status(self) -> u16 {
        self.facts().2
    }
}

/// A problem: what is wrong, where, and what to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where the kind of problem is explained, relative to the service: `/problems/invalid-article`.
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    /// The last part of the `type`: stable, and the same wherever the service stands. For programs.
    pub code: &'static str,
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
    /// Where in the JSON it is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// The occurrence, as a URI: that of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<Box<str>>,
    /// The request that met it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<Box<str>>,
}

impl Problem {
    /// A problem of a kind.
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        let code = kind.code();
        let (kind, title, status) = kind.facts();
        Self {
            kind: kind.into(),
            code,
            title,
            status,
            detail: detail.into(),
            field: None,
            line: None,
            position: None,
            instance: None,
            request_id: None,
        }
    }

    /// The same, of a field.
    #[must_use]
    pub fn in_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The same, at a place in the JSON (both from 1; of its bytes).
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.position = Some(Position { line, column });
        self
    }

    /// The same, of a service whose paths begin with `base_path`.
    #[must_use]
    pub fn under(mut self, base_path: &str) -> Self {
        if !base_path.is_empty() {
            self.kind = format!("{base_path}{}", self.kind).into();
        }
        self
    }

    /// The same, met by a request.
    #[must_use]
    pub fn met_by(mut self, request_id: &str) -> Self {
        self.instance = Some(format!("urn:paraph:request:{}", escaped(request_id)).into());
        self.request_id = Some(request_id.into());
        self
    }

    /// The same, of a line (from 1).
    #[must_use]
    pub fn in_line(mut self, line: usize) -> Self {
        self.line = Some(u32::try_from(line).unwrap_or(u32::MAX));
        self
    }
}

/// A place in a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In bytes, from 1; 0 where the text ends before it.
    pub column: usize,
}

/// What may stand in a URI, the rest percent-encoded (RFC 3986, section 2).
fn escaped(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.extend([char::from(b'%'), hex(byte >> 4), hex(byte & 15)]);
        }
    }
    out
}

/// A digit of base 16.
fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase()
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
            ExtractError::TooLong { .. } => Self::new(ProblemKind::TooLarge, e.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCS: &str = include_str!("../../docs/API.md");

    #[test]
    fn each_kind_has_its_own_type_and_its_section_in_the_docs() {
        let mut codes: Vec<_> = ProblemKind::ALL.map(ProblemKind::code).to_vec();
        for kind in ProblemKind::ALL {
            assert!(kind.facts().0.starts_with(PATH), "{kind:?}");
            let heading = format!("\n### {} · {}\n", kind.code(), kind.status());
            assert!(DOCS.contains(&heading), "docs/API.md has no section{heading}");
            assert!(DOCS.contains(&format!("`{}`", kind.facts().0)), "docs/API.md does not name the type of {kind:?}");
        }
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ProblemKind::ALL.len());
    }

    #[test]
    fn a_type_leads_to_where_the_service_stands() {
        let problem = Problem::new(ProblemKind::Internal, "");
        assert_eq!(problem.clone().under("").kind, "/problems/internal");
        assert_eq!(problem.under("/paraph").kind, "/paraph/problems/internal");
    }

    #[test]
    fn an_instance_is_a_uri_whatever_the_id_is() {
        let problem = Problem::new(ProblemKind::Internal, "").met_by("a<b>%\"7");
        assert_eq!(problem.instance.as_deref(), Some("urn:paraph:request:a%3Cb%3E%25%227"));
    }
}
