//! Social-media posts that the article embeds.

use serde::{Deserialize, Serialize};

use super::{Extent, Id};

/// One embedded post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// `t1`, in order of appearance.
    pub id: Id,
    /// Where it was posted.
    pub platform: Platform,
    /// The name that its author shows.
    pub author: Option<String>,
    /// Without the `@`.
    pub handle: Option<String>,
    /// `2023-06-15`.
    pub posted_on: Option<String>,
    /// Its permalink.
    pub url: Option<String>,
    /// The whole of it, attribution line included.
    pub span: Extent,
    /// Its own words; empty where they were lost.
    pub text: String,
    /// ISO 639-1.
    pub language: Option<String>,
    /// Without the `#`.
    pub hashtags: Vec<String>,
    /// Handles that its words mention, without the `@`.
    pub mentioned_handles: Vec<String>,
}

/// Where a post was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Platform {
    X,
    Bluesky,
    Mastodon,
    Facebook,
    Instagram,
    Telegram,
    TruthSocial,
    Threads,
    Tiktok,
    Youtube,
    Other,
}
