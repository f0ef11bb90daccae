//! The networks that turn words into vectors, and vectors into scores.
//!
//! An [`Encoder`] is spaCy's `HashEmbedCNN` (spacy.io/api/architectures#HashEmbedCNN): hash embeddings of a word's features and
//! its static vector are mixed by a maxout layer, then residual layers look at a token and its neighbours. A [`Scorer`] is the
//! upper part of its transition-based models (spacy.io/api/architectures#TransitionBasedParser). All arithmetic on rows of
//! numbers is in `product`, `maxout` and `rows`, behind one choice of instructions, [`Kernels`].

#![allow(clippy::inline_always, reason = "what a kernel calls is compiled for its instructions only where it is inlined into it")]

mod batch;
mod embedding;
mod encoder;
mod hash;
mod kernels;
mod maxout;
mod product;
mod rows;
mod scorer;
mod vectors;

pub use batch::{Batch, BatchBuilder};
pub use encoder::Encoder;
pub use kernels::Kernels;
pub use product::Affine;
pub use scorer::{ABSENT, Scorer, Scores};
pub use vectors::VectorIndex;
