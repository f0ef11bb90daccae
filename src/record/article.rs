//! The article as the record speaks of it, its segments, and who made the record.

use serde::{Deserialize, Serialize};

use super::{Extent, Id};
use crate::text::OffsetUnit;

/// Who made the record: within one `schema` number fields are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engine {
    /// `paraph`.
    pub name: String,
    /// The program's version.
    pub version: String,
    /// The record's schema.
    pub schema: String,
    /// The language model's id.
    pub model: String,
}

/// What is known of the article as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Vec<String>,
    /// Who published it.
    pub site: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
    /// As given by the caller, or read off the page.
    pub published_at: Option<String>,
    /// When it was changed last, as the page says.
    #[serde(default)]
    pub modified_at: Option<String>,
    /// The day that "yesterday" counts from.
    pub reference_date: Option<String>,
    /// Where that day was taken from.
    pub reference_date_source: Option<ReferenceSource>,
    /// ISO 639-1, of most of its text.
    pub language: Option<String>,
    /// 0 to 1.
    pub language_confidence: f64,
    /// What spans count.
    pub offset_unit: OffsetUnit,
    /// What spans count into. For plain text, the input unchanged.
    pub text: String,
}

/// Where the reference date was taken from, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferenceSource {
    /// The caller's `published_at`.
    Given,
    /// The page's metadata.
    Page,
    /// The address.
    Url,
    /// "HAVANA, June 16 —".
    Dateline,
    /// Dated posts and full dates in the text.
    Inferred,
}

/// A stretch of the text of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segment {
    /// `s1`, in order.
    pub id: Id,
    /// What it is.
    pub kind: SegmentKind,
    /// Where it stands.
    pub span: Extent,
    /// ISO 639-1; null where it holds too few words to tell.
    pub language: Option<String>,
    /// Where it stands in the page. There only if it was asked for, the article is a page, and the words stand in an element of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<PageSource>,
}

/// Where words stand in the page that the caller sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSource {
    /// A CSS selector to which the element that holds the words answers, and no other.
    pub selector: String,
    /// The words, as the page's text nodes have them.
    pub quote: TextQuote,
}

/// The `TextQuoteSelector` of the W3C's Web Annotation Data Model (4.2.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "TextQuoteSelector")]
pub struct TextQuote {
    /// The words as they stand in the page, white space and all; empty for a frame.
    pub exact: String,
    /// What stands before them in the text of the page.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
}

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SegmentKind {
    /// The article's headline, and what stands with it above the text.
    Headline,
    /// What the article tells in its own voice, with the headings inside it.
    Narrative,
    /// Words in marks that are somebody's own, with their marks.
    Quote,
    /// An embedded social-media post.
    Post,
    /// What stands under a picture.
    Caption,
    /// Menus, share bars, icon names and the like.
    Boilerplate,
}
