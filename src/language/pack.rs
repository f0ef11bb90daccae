//! What the engine needs to know of a language: a model, and a scheme that says in the engine's words what the model's labels mean.
//!
//! A further language is a folder `data/<language>/` with a `scheme.toml`, a model `models/<language>.model`, and a line in
//! [`EMBEDDED`].

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde::Deserialize;
use smol_str::SmolStr;

use super::{
    model::ModelError,
    morph::{Morph, Relation},
};

/// What the labels of a treebank mean: `data/<language>/scheme.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Tokens behind which a text that is too long to parse in one piece may be cut.
    pub sentence_ends: BTreeSet<SmolStr>,
    /// What the parser's labels mean.
    pub relations: BTreeMap<SmolStr, Relation>,
    /// What the model's morphology does not tell of words.
    pub features: Vec<WordFeature>,
}

/// A feature of words that rules ask for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordFeature {
    /// The feature.
    pub feature: Feature,
    /// The fine tags that a word may have.
    pub tags: BTreeSet<SmolStr>,
    /// The words, in lower case.
    pub words: BTreeSet<SmolStr>,
}

/// What a [`WordFeature`] sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// [`Morph::relative`].
    Relative,
    /// [`Morph::future`].
    Future,
    /// [`Morph::negative`].
    Negative,
}

impl Scheme {
    /// Reads the file's text.
    pub fn parse(language: &str, toml: &str) -> Result<Self, ModelError> {
        toml::from_str(toml).map_err(|e| ModelError::Scheme { language: language.to_owned(), why: e.to_string() })
    }

    /// What a label means.
    pub fn relation(&self, label: &str) -> Relation {
        self.relations.get(label).copied().unwrap_or_default()
    }

    /// Adds to a word's morphology what the scheme tells of it.
    pub fn add_features(&self, word: &str, tag: &str, morph: &mut Morph) {
        let mut lower = None;
        for rule in self.features.iter().filter(|rule| rule.tags.contains(tag)) {
            let lower: &String = lower.get_or_insert_with(|| word.to_lowercase());
            if rule.words.contains(lower.as_str()) {
                match rule.feature {
                    Feature::Relative => morph.relative = true,
                    Feature::Future => morph.future = true,
                    Feature::Negative => morph.negative = true,
                }
            }
        }
    }
}

/// A language's model and scheme, not yet read.
#[derive(Debug, Clone)]
pub struct Pack {
    /// What errors call it: the language, or a path.
    pub name: String,
    /// The text of `scheme.toml`.
    pub scheme: Cow<'static, str>,
    /// The model file.
    pub model: Cow<'static, [u8]>,
}

/// The packs that the binary carries, by ISO 639-1 code.
const EMBEDDED: &[(&str, &str, &[u8])] = &[("en", include_str!("../../data/en/scheme.toml"), include_bytes!("../../models/en.model"))];

impl Pack {
    /// The pack that the binary carries for a language.
    pub fn embedded(language: &str) -> Option<Self> {
        let &(name, scheme, model) = EMBEDDED.iter().find(|(name, ..)| *name == language)?;
        Some(Self { name: name.to_owned(), scheme: scheme.into(), model: model.into() })
    }

    /// The languages that the binary carries packs for.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        EMBEDDED.iter().map(|&(name, ..)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Engine;

    #[test]
    fn every_label_of_the_model_has_a_meaning() {
        let engine = Engine::english().unwrap();
        let missing: Vec<_> = engine.labels().filter(|l| !engine.scheme().relations.contains_key(*l)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn a_relation_that_does_not_exist_is_told_with_its_place() {
        let error = Scheme::parse("en", "sentence_ends = []\nfeatures = []\n[relations]\nnsubj = \"subjekt\"").unwrap_err().to_string();
        assert!(error.contains("'en'") && error.contains("line 4") && error.contains("subjekt"), "{error}");
    }

    #[test]
    fn words_get_their_features_by_tag_and_form() {
        let engine = Engine::english().unwrap();
        let morph = |word, tag| {
            let mut morph = Morph::default();
            engine.scheme().add_features(word, tag, &mut morph);
            morph
        };
        assert!(morph("Will", "MD").future && !morph("will", "NN").future && !morph("would", "MD").future);
        assert!(morph("that", "WDT").relative && !morph("that", "IN").relative);
        assert!(morph("n't", "RB").negative && !morph("now", "RB").negative);
    }

    #[test]
    fn a_language_without_a_pack_has_none() {
        assert!(Pack::embedded("xx").is_none());
        assert!(Pack::languages().any(|l| l == "en"));
    }
}
