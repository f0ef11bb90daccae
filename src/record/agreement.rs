//! Instruments that two or more parties sign, conclude, negotiate, propose or end.

use serde::{Deserialize, Serialize};

use super::{Codes, Evidence, Id, Place, Reason, When};

/// One record for each signing: the same parties on the same occasion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// `a1`, in order of first appearance.
    pub id: Id,
    /// Those bound.
    pub parties: Vec<Id>,
    /// The people who sign.
    pub signatories: Vec<Id>,
    /// What kind of instrument; `agreement` for a signing of mixed kinds.
    pub instrument: Instrument,
    /// How many; null where the article leaves it open ("several").
    pub count: Option<u32>,
    /// The article's words for the number.
    pub count_text: Option<String>,
    /// Where the article lists them.
    pub items: Vec<Item>,
    /// What they are about.
    pub subjects: Vec<String>,
    /// The furthest stage that the article tells.
    pub status: AgreementStatus,
    /// When.
    pub date: Option<When>,
    /// Where.
    pub place: Option<Place>,
    /// The meeting that it came of.
    pub meeting: Option<Id>,
    /// Derived from status.
    pub codes: Codes,
    /// 0 to 1.
    pub confidence: f64,
    /// The words that it stands on.
    pub evidence: Vec<Evidence>,
    /// Why it stands here; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Vec<Reason>>,
}

/// One instrument of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// As the article words it.
    pub title: String,
    /// What kind of instrument.
    pub instrument: Instrument,
    /// What it is about.
    pub subjects: Vec<String>,
}

/// Kinds of instruments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Instrument {
    Agreement,
    Memorandum,
    Treaty,
    Contract,
    Protocol,
    Declaration,
    JointStatement,
    LetterOfIntent,
    Convention,
    Pact,
    Deal,
    Roadmap,
    Other,
}

/// How far an agreement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum AgreementStatus {
    Signed,
    Agreed,
    Planned,
    Negotiating,
    Proposed,
    Ratified,
    Rejected,
    Suspended,
    Terminated,
}
