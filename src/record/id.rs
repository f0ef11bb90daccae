//! Short ids, local to one record.

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, format_smolstr};

/// `m1`, `p2`, `a1`, `q4`, `t3`, `s7`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(SmolStr);

impl Id {
    /// The id of the record at `index` (from 0) among its kind, whose letter is given.
    pub fn new(letter: char, index: usize) -> Self {
        Self(format_smolstr!("{letter}{}", index + 1))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
