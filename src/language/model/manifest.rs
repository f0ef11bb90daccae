//! What a model says of itself: the section `manifest.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{container::Container, error::ModelError};

const SECTION: &str = "manifest.json";

/// A feature of a token that a network embeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// The normalised form.
    Norm,
    /// The first character.
    Prefix,
    /// The last three characters.
    Suffix,
    /// Capitals, letters and digits by one sign each.
    Shape,
    /// Whether a space follows.
    SpaceAfter,
    /// Whether the token is white space.
    IsSpace,
}

/// What the file's tensors do not say of a network.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkSpec {
    /// What each hash embedding is of, in order.
    pub columns: Vec<Column>,
    /// The seed of each hash embedding.
    pub seeds: Vec<u32>,
    /// How many layers look at a token's neighbours.
    pub window_layers: usize,
}

/// Where a model was taken from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The published package.
    pub package: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its file.
    pub sha256: String,
}

/// What a model says of itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The language, an ISO 639-1 code.
    pub language: String,
    /// The pipeline's version.
    pub version: String,
    /// The width of its weights, `f16` or `f32`.
    pub weights: String,
    /// Where it was taken from.
    pub source: Source,
    /// Its networks by the name that their sections begin with.
    pub networks: BTreeMap<String, NetworkSpec>,
    /// The tagger's tags, in the order of its outputs.
    pub tags: Vec<String>,
    /// The parser's moves, in the order of its scores: `S`, `D`, `L-nsubj`, …
    pub parser_moves: Vec<String>,
    /// The recognizer's moves, in the order of its scores: `B-ORG`, …, `O`.
    pub recognizer_moves: Vec<String>,
}

impl Manifest {
    /// Reads the section.
    pub fn read(model: &Container) -> Result<Self, ModelError> {
        serde_json::from_slice(model.data(SECTION)?).map_err(|e| ModelError::section(SECTION, e.to_string()))
    }

    /// Language, version, width of weights and checksum of the model that says this of itself: `en-3.7.1-f16-26cf3110`.
    pub fn id(&self, model: &Container) -> String {
        format!("{}-{}-{}-{:08x}", self.language, self.version, self.weights, model.checksum())
    }

    /// What the manifest says of a network.
    pub fn network(&self, name: &str) -> Result<&NetworkSpec, ModelError> {
        self.networks.get(name).ok_or_else(|| ModelError::section(SECTION, format!("it knows no network '{name}'")))
    }
}
