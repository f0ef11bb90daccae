//! The attribute rules: what a tag, a word, a label, or two neighbours tell of a token.
//!
//! All rules look at the tokens as tagger and parser left them; where several set the same of one token, the last in the list
//! has its way.

use std::{borrow::Cow, collections::HashMap};

use serde::Deserialize;
use smol_str::SmolStr;

use super::Tagged;
use crate::language::{
    morph::{Morph, Pos},
    rule_error::RuleError,
};

/// A rule as the section `rules/attributes.json` spells it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleSpelt {
    /// A condition for each of a row of tokens.
    tokens: Vec<Condition>,
    /// The token of the row that is set.
    index: usize,
    set: SetSpelt,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SetSpelt {
    pos: Option<String>,
    morph: Option<String>,
    lemma: Option<SmolStr>,
    tag: Option<SmolStr>,
    dep: Option<SmolStr>,
}

/// What a token must be; what is not named is not asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Condition {
    tag: Option<OneOf>,
    lower: Option<OneOf>,
    dep: Option<OneOf>,
    is_space: Option<bool>,
}

/// Words that are wanted, or words that are not.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum OneOf {
    In(Vec<SmolStr>),
    NotIn(Vec<SmolStr>),
}

impl OneOf {
    fn holds(&self, word: &str) -> bool {
        match self {
            Self::In(words) => words.iter().any(|w| w == word),
            Self::NotIn(words) => !words.iter().any(|w| w == word),
        }
    }

    fn wanted(&self) -> Option<&[SmolStr]> {
        if let Self::In(words) = self { Some(words) } else { None }
    }
}

impl Condition {
    fn holds(&self, token: &Tagged<'_>, lower: &str) -> bool {
        self.tag.as_ref().is_none_or(|c| c.holds(token.tag))
            && self.lower.as_ref().is_none_or(|c| c.holds(lower))
            && self.dep.as_ref().is_none_or(|c| c.holds(token.label))
            && self.is_space.is_none_or(|c| c == token.is_space)
    }
}

/// Features as text and as rules ask for them.
#[derive(Debug, Default)]
pub(super) struct Feats {
    pub(super) text: SmolStr,
    pub(super) morph: Morph,
}

/// The features of a token that no rule gives any.
pub(super) static NO_FEATS: Feats = Feats { text: SmolStr::new_static(""), morph: NO_MORPH };
const NO_MORPH: Morph = Morph {
    form: None,
    past: None,
    progressive: false,
    plural: None,
    person: None,
    possessive: false,
    reflexive: false,
    relative: false,
    future: false,
    negative: false,
};

#[derive(Debug)]
struct Rule {
    tokens: Vec<Condition>,
    index: usize,
    pos: Option<Pos>,
    feats: Option<Feats>,
    lemma: Option<SmolStr>,
    tag: Option<SmolStr>,
    label: Option<SmolStr>,
}

/// What the rules say of one token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Settings<'r> {
    pub(super) pos: Option<Pos>,
    pub(super) feats: Option<&'r Feats>,
    pub(super) lemma: Option<&'r SmolStr>,
    pub(super) tag: Option<&'r SmolStr>,
    pub(super) label: Option<&'r SmolStr>,
}

/// The rules in order, found by the word or the tag that their first token must have.
#[derive(Debug)]
pub(super) struct Attributes {
    rules: Vec<Rule>,
    by_lower: HashMap<SmolStr, Vec<u32>>,
    by_tag: HashMap<SmolStr, Vec<u32>>,
    /// Rules that ask for neither.
    others: Vec<u32>,
}

impl Attributes {
    pub(super) fn new(section: &[u8]) -> Result<Self, RuleError> {
        let spelt: Vec<RuleSpelt> = serde_json::from_slice(section).map_err(|e| RuleError::json("rules/attributes.json", &e))?;
        let mut all = Self { rules: Vec::with_capacity(spelt.len()), by_lower: HashMap::new(), by_tag: HashMap::new(), others: Vec::new() };
        for (number, rule) in (0u32..).zip(spelt) {
            let wrong = |what: String| RuleError::new(format!("rules/attributes.json, rule {number}: {what}"));
            let first = rule.tokens.first().filter(|_| rule.index < rule.tokens.len());
            let first = first.ok_or_else(|| wrong("it sets a token that it does not have".to_owned()))?;
            let wanted = |condition: &Option<OneOf>| condition.as_ref().and_then(OneOf::wanted).map(<[SmolStr]>::to_vec);
            if let Some(words) = wanted(&first.lower) {
                for word in words {
                    all.by_lower.entry(word).or_default().push(number);
                }
            } else if let Some(tags) = wanted(&first.tag) {
                for tag in tags {
                    all.by_tag.entry(tag).or_default().push(number);
                }
            } else {
                all.others.push(number);
            }
            all.rules.push(Rule {
                pos: rule.set.pos.map(|name| name.parse()).transpose().map_err(wrong)?,
                feats: rule.set.morph.map(|text| Feats { morph: Morph::from_feats(&text), text: text.into() }),
                tokens: rule.tokens,
                index: rule.index,
                lemma: rule.set.lemma,
                tag: rule.set.tag,
                label: rule.set.dep,
            });
        }
        Ok(all)
    }

    /// What the rules set of each token; `lower` holds the words in lower case.
    pub(super) fn apply(&self, tokens: &[Tagged<'_>], lower: &[Cow<'_, str>]) -> Vec<Settings<'_>> {
        let mut fitting = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let by_lower = self.by_lower.get(&*lower[at]).into_iter().flatten();
            let by_tag = self.by_tag.get(token.tag).into_iter().flatten();
            for &number in by_lower.chain(by_tag).chain(&self.others) {
                let rule = &self.rules[number as usize];
                let row = tokens[at..].iter().zip(&lower[at..]);
                if tokens.len() - at >= rule.tokens.len() && rule.tokens.iter().zip(row).all(|(c, (t, l))| c.holds(t, l)) {
                    fitting.push((at + rule.index, number));
                }
            }
        }
        // By token, then in the rules' order, so that later rules overwrite earlier ones.
        fitting.sort_unstable();
        let mut settings = vec![Settings::default(); tokens.len()];
        for (at, number) in fitting {
            let (rule, set) = (&self.rules[number as usize], &mut settings[at]);
            set.pos = rule.pos.or(set.pos);
            set.feats = rule.feats.as_ref().or(set.feats);
            set.lemma = rule.lemma.as_ref().or(set.lemma);
            set.tag = rule.tag.as_ref().or(set.tag);
            set.label = rule.label.as_ref().or(set.label);
        }
        settings
    }
}
