//! Encounters.

use serde::{Deserialize, Serialize};

use super::{Codes, Evidence, Id, Place, Reason, When};

/// One record for each encounter, however often the article tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    /// `m1`, in order of first appearance.
    pub id: Id,
    /// At least two.
    pub participants: Vec<Attendance>,
    /// What became of it.
    pub status: MeetingStatus,
    /// How they met.
    pub format: Format,
    /// When.
    pub date: Option<When>,
    /// Where.
    pub place: Option<Place>,
    /// What they talked of.
    pub topics: Vec<String>,
    /// Agreements that came of it.
    pub agreements: Vec<Id>,
    /// Derived from status and format.
    pub codes: Codes,
    /// 0 to 1.
    pub confidence: f64,
    /// The words that it stands on.
    pub evidence: Vec<Evidence>,
    /// Why it stands here; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Vec<Reason>>,
}

/// A participant of a meeting and what it does there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Who.
    pub participant: Id,
    /// As what.
    pub role: MeetingRole,
    /// The state (ISO 3166-1 alpha-2) or organization that it speaks for.
    pub side: Option<String>,
}

/// What a participant does in a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MeetingRole {
    /// Converses.
    Principal,
    /// Accompanies.
    Attendee,
    /// Brings the sides together.
    Mediator,
}

/// What became of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum MeetingStatus {
    Held,
    Ongoing,
    Planned,
    Proposed,
    Cancelled,
    Refused,
    Denied,
}

/// How they met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Format {
    InPerson,
    Phone,
    Video,
    Unknown,
}
