//! The model file: named sections of weights and rules, and what they say of themselves.

mod container;
mod error;
mod manifest;

pub use container::{Container, Tensor};
pub use error::ModelError;
pub use manifest::{Column, Manifest, NetworkSpec, Source};
