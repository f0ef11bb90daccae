//! Who met whom, when and where, and what was signed.
#![deny(missing_docs)]

pub mod language;
pub mod text;
