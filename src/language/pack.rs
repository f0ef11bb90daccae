//! What the engine needs to know of a language: a model, and a scheme that says in the engine's words what the model's labels mean.
//!
//! A further language is a folder `data/<language>/` with a `scheme.toml`, a model `models/<language>.model`, and a line in
//! `EMBEDDED`.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde::Deserialize;
use smol_str::SmolStr;

use super::{
    model::{Container, Manifest, ModelError},
    morph::{Morph, Pos, Relation},
};

/// What the labels of a treebank mean: `data/<language>/scheme.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Tokens behind which a text that is too long to parse in one piece may be cut.
    pub sentence_ends: BTreeSet<SmolStr>,
    /// Fine tags of relative pronouns and adverbs.
    pub relative_tags: BTreeSet<SmolStr>,
    /// Dictionary forms of auxiliaries of the future.
    pub future: BTreeSet<SmolStr>,
    /// Dictionary forms of words that deny.
    pub negative: BTreeSet<SmolStr>,
    /// Verbs that double their last letter, beside each of which another stands with a silent e: "hop" and "hope". The published lemmatizer
    /// gives the shorter one for the forms of both.
    #[serde(default)]
    pub silent_e: BTreeSet<SmolStr>,
    /// Forms of address cut short with a full stop, behind which no sentence ends where a name follows: "Cmdr. | Ana Ruiz".
    #[serde(default)]
    pub cut_short: BTreeSet<SmolStr>,
    /// Nouns of forms of address behind a pronoun: "His **Excellency**".
    #[serde(default)]
    pub address_owned: BTreeSet<SmolStr>,
    /// Adpositions before the name of who does what a noun tells.
    #[serde(default)]
    pub by: BTreeSet<SmolStr>,
    /// Those behind such a name that are the noun's: "a bid by Vestra **for** Halden".
    #[serde(default)]
    pub behind_by: BTreeSet<SmolStr>,
    /// Adpositions before a place, behind which its country may stand between commas: "**in** Ankara, Türkiye, X and Y signed".
    #[serde(default)]
    pub locative: BTreeSet<SmolStr>,
    /// Capitals for several offices or bodies, which the tagger may take for one name: "the Foreign **Ministers** of X and Y".
    #[serde(default)]
    pub several: BTreeSet<SmolStr>,
    /// Before two who are joined: "**between** X and Y".
    #[serde(default)]
    pub between: BTreeSet<SmolStr>,
    /// What the parser's labels mean.
    pub relations: BTreeMap<SmolStr, Relation>,
}

impl Scheme {
    /// Reads the file's text.
    pub fn parse(language: &str, toml: &str) -> Result<Self, ModelError> {
        toml::from_str(toml).map_err(|e| ModelError::Scheme { language: language.to_owned(), why: e.to_string() })
    }

    /// Adds to a token's morphology what the treebank's features leave out.
    pub fn complete(&self, morph: &mut Morph, tag: &str, lemma: &str, pos: Pos) {
        morph.relative |= self.relative_tags.contains(tag);
        morph.future |= pos == Pos::Aux && self.future.contains(lemma);
        morph.negative |= self.negative.contains(lemma);
    }

    /// The dictionary form of a verb that ends with a silent e, where the published lemmatizer has given another verb's: "hoped", "hop".
    pub fn silent_e(&self, form: &str, lemma: &str) -> Option<SmolStr> {
        self.silent_e.get(lemma)?;
        let form = form.to_lowercase();
        let ending = form.strip_prefix(lemma)?;
        matches!(ending, "e" | "es" | "ed" | "ing").then(|| SmolStr::from_iter([lemma, "e"]))
    }

    /// What a label means.
    pub fn relation(&self, label: &str) -> Relation {
        self.relations.get(label).copied().unwrap_or_default()
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

    /// The id of its model, told without loading it.
    pub fn model_id(&self) -> Result<String, ModelError> {
        let model = Container::open(&self.name, self.model.clone())?;
        Ok(Manifest::read(&model)?.id(&model))
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
    fn a_verb_with_a_silent_e_is_not_taken_for_its_neighbour() {
        let engine = Engine::english().unwrap();
        let verbs = |text: &str| {
            let view = crate::text::View::verbatim(text, 0);
            let doc = engine.parse(&[&view], &crate::budget::Budget::unlimited()).docs.remove(0);
            let verbs = (0..doc.len()).filter(|&t| doc.tokens[t].pos == Pos::Verb);
            verbs.map(|t| format!("{} {}", doc.lemma(t), doc.published_lemma(t))).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(verbs("Peru hopes for peace. She was staging a play. He rated it."), "hope hop, stage stag, rate rat");
        assert_eq!(
            verbs("He hopped over it. She scrapped the plan. They sing and are singing."),
            "hop hop, scrap scrap, sing sing, sing sing"
        );
    }

    #[test]
    fn a_relation_that_does_not_exist_is_told_with_its_place() {
        let error =
            Scheme::parse("en", "sentence_ends = []\nrelative_tags = []\nfuture = []\nnegative = []\n[relations]\nnsubj = \"subjekt\"")
                .unwrap_err()
                .to_string();
        assert!(error.contains("'en'") && error.contains("line 6") && error.contains("subjekt"), "{error}");
    }

    #[test]
    fn words_get_the_features_that_the_treebank_leaves_out() {
        let engine = Engine::english().unwrap();
        let morph = |tag, lemma, pos| {
            let mut morph = Morph::default();
            engine.scheme().complete(&mut morph, tag, lemma, pos);
            morph
        };
        assert!(morph("MD", "will", Pos::Aux).future && !morph("NN", "will", Pos::Noun).future && !morph("MD", "would", Pos::Aux).future);
        assert!(morph("WDT", "that", Pos::Pron).relative && !morph("IN", "that", Pos::Sconj).relative);
        assert!(morph("RB", "not", Pos::Part).negative && !morph("RB", "now", Pos::Adv).negative);
    }

    #[test]
    fn a_language_without_a_pack_has_none() {
        assert!(Pack::embedded("xx").is_none());
        assert!(Pack::languages().any(|l| l == "en"));
    }
}
