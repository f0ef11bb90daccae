//! What comes out: the contract's types, one file a kind, serialised in the order in which the contract shows them.
//!
//! Positions here are already in the unit that the caller asked for; inside, everything counts bytes (see [`crate::text`]).

mod agreement;
mod article;
mod confidence;
mod explanation;
mod id;
mod meeting;
mod participant;
mod post;
mod quote;
mod rule;

use serde::{Deserialize, Serialize};

pub use agreement::{Agreement, AgreementStatus, Instrument, Item};
pub use article::{Article, Engine, PageSource, ReferenceSource, Segment, SegmentKind, TextQuote};
pub use confidence::{rounded, share_of};
pub use explanation::{Reason, Words};
pub use id::Id;
pub use meeting::{Attendance, Format, Meeting, MeetingRole, MeetingStatus};
pub use participant::{Mention, Participant, ParticipantKind, Role};
pub use post::{Platform, Post};
pub use quote::{Quote, QuoteType};
pub use rule::Rule;

/// The number of the record's form. Fields are added within a number; what breaks callers takes the next.
pub const SCHEMA: &str = "1";

/// Everything that is told of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Who made the record.
    pub engine: Engine,
    /// The article that the spans count into.
    pub article: Article,
    /// In order, covering the text, without overlap.
    pub segments: Vec<Segment>,
    /// Words that the article gives as somebody's own.
    pub quotes: Vec<Quote>,
    /// Social-media posts that the article embeds.
    pub posts: Vec<Post>,
    /// Who takes part in a meeting or an agreement, or speaks.
    pub participants: Vec<Participant>,
    /// Encounters.
    pub meetings: Vec<Meeting>,
    /// Instruments.
    pub agreements: Vec<Agreement>,
    /// What the caller should know of this record's limits.
    pub warnings: Vec<String>,
    /// What looked like a meeting or an agreement and was let go, where explanations are asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near_misses: Option<Vec<Reason>>,
}

/// `start..end` in the unit that [`Article::offset_unit`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extent {
    /// First unit inside.
    pub start: usize,
    /// First unit behind.
    pub end: usize,
}

/// Which of the two texts a position counts into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ground {
    /// `article.text`.
    Text,
    /// `article.title`, where it does not stand in the text.
    Title,
}

/// The words that a claim stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Which text the span counts into.
    #[serde(rename = "in")]
    pub ground: Ground,
    /// Where the words stand.
    pub span: Extent,
    /// The segment of the trigger; null in a title that stands only in `article.title`.
    pub segment: Option<Id>,
}

/// When, as the article words it and as far as it could be resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The article's words.
    pub text: String,
    /// EDTF (`2023`, `2023-06`, `2023-06-15`, `2023-06-12/2023-06-15`, `XXXX-06-15`), or null where it cannot be resolved.
    pub value: Option<String>,
    /// How exact the value is.
    pub precision: Option<Precision>,
    /// Where the words stand.
    pub span: Extent,
}

/// How exact a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Precision {
    Day,
    Month,
    Year,
    Interval,
}

/// Where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The article's words.
    pub text: String,
    /// The place's name.
    pub name: String,
    /// ISO 3166-1 alpha-2, where it is known.
    pub country: Option<String>,
    /// Where the words stand.
    pub span: Extent,
}

/// Codes of the field's event ontologies, derived from status and format by `data/codes.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Codes {
    /// CAMEO (Gerner et al. 2002), `040`.
    pub cameo: Option<String>,
    /// PLOVER (Halterman et al. 2023), `CONSULT`.
    pub plover: Option<String>,
}
