//! Words that the article gives as somebody's own.

use serde::{Deserialize, Serialize};

use super::{Extent, Id, Reason};

/// One quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// `q1`, in order of first appearance.
    pub id: Id,
    /// How the words are given.
    #[serde(rename = "type")]
    pub kind: QuoteType,
    /// The words, without their marks.
    pub span: Extent,
    /// The words said, without the marks.
    pub text: String,
    /// A participant.
    pub speaker: Option<Id>,
    /// The words that name the speaker at the cue.
    pub speaker_text: Option<String>,
    /// Where they stand.
    pub speaker_span: Option<Extent>,
    /// The cue, "said".
    pub cue: Option<String>,
    /// Where it stands.
    pub cue_span: Option<Extent>,
    /// ISO 639-1.
    pub language: Option<String>,
    /// Why it stands here; only where it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Vec<Reason>>,
}

/// How the words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteType {
    /// In marks, standing by themselves.
    Direct,
    /// A reported clause without marks.
    Indirect,
    /// Words in marks inside a reported clause.
    Mixed,
}
