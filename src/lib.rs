//! Who met whom, when and where, and what was signed.
#![deny(missing_docs)]

pub mod article;
pub mod language;
pub mod record;
pub mod segments;
pub mod text;
