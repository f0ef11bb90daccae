//! What the words of a view are: tokens, tags, tree, names and lemmas.
//!
//! Knows nothing of articles: it takes views and gives a [`Doc`] for each.

mod charset;
mod children;
pub mod conllu;
pub mod doc;
pub mod engine;
pub mod grammar;
pub mod json;
mod mended;
pub mod model;
pub mod morph;
pub mod morphology;
pub mod network;
pub mod pack;
pub mod parser;
mod pieces;
mod pipeline;
pub mod recognizer;
mod rule_error;
pub mod show;
pub mod tagger;
pub mod tokenizer;

pub use doc::{Doc, NameSpan, Token, TreebankWords};
pub use engine::{Engine, Parsed};
pub use model::ModelError;
pub use morph::{Morph, Pos, Relation};
pub use pack::Pack;
pub use rule_error::RuleError;
