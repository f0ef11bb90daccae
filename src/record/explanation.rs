//! Why a record says what it says: told only where it is asked for.

use serde::{Deserialize, Serialize};

use super::{Extent, Ground};

/// One decision behind a participant, quote, meeting or agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What was decided: the record itself (`meeting`), or one of its fields (`date`, `participants[1]`).
    pub of: String,
    /// The name of the rule, as `docs/EXPLAIN.md` lists them.
    pub rule: String,
    /// The words that the rule stood on; empty where it stood on no words of the article's.
    pub words: Vec<Words>,
}

/// Words of the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Which text the span counts into.
    #[serde(rename = "in")]
    pub ground: Ground,
    /// Where they stand.
    pub span: Extent,
    /// What the span cuts out of that text.
    pub text: String,
}
