#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

pub mod article;
mod assembly;
pub mod budget;
pub mod entities;
pub mod events;
pub mod extractor;
pub mod gazetteer;
pub mod language;
pub mod pack;
pub mod quotes;
pub mod record;
pub mod segments;
pub mod server;
pub mod text;
pub mod time;
pub mod wire;

pub use budget::Budget;
pub use extractor::{ExtractError, Extractor, Options};
