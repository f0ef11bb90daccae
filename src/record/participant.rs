//! Who takes part in a meeting, is party to or signs an agreement, or speaks.

use serde::{Deserialize, Serialize};

use super::{Ground, Id, Reason};

/// One record for each, however it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// `p1`, in order of first appearance.
    pub id: Id,
    /// What it is.
    pub kind: ParticipantKind,
    /// The fullest form in the article.
    pub name: String,
    /// Other forms of the name; no descriptions.
    pub aliases: Vec<String>,
    /// What the article says of its office.
    pub roles: Vec<Role>,
    /// ISO 3166-1 alpha-2 of the side that it belongs to.
    pub country: Option<String>,
    /// Every mention, of whatever form.
    pub mentions: Vec<Mention>,
    /// Why it stands here; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Vec<Reason>>,
}

/// What a participant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParticipantKind {
    /// Somebody, also one who is only described ("a White House official").
    Person,
    /// A ministry, a union, a company, a body of states.
    Organization,
    /// A state, also by its capital or seat.
    State,
    /// A delegation, officials, business leaders.
    Group,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Role {
    /// As the article words it, without the country.
    pub title: String,
    /// True where it is told as past.
    pub former: bool,
    /// The state or body whose office it is.
    pub of: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// A place where the participant is named, described or stood for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Which text the positions count into.
    #[serde(rename = "in")]
    pub ground: Ground,
    /// First unit inside.
    pub start: usize,
    /// First unit behind.
    pub end: usize,
}
