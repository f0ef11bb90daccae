//! What the words of a view are: tokens, tags, tree, names and lemmas.
//!
//! Knows nothing of articles: it takes views and gives a [`Doc`] for each.

mod charset;
pub mod doc;
pub mod grammar;
pub mod morph;
pub mod morphology;
mod rule_error;
pub mod tokenizer;

pub use doc::{Doc, NameSpan, Token};
pub use morph::{Morph, Pos, Relation};
pub use rule_error::RuleError;
