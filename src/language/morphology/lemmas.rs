//! The lemmatizer: endings that are replaced, a list of words that may come out, and a list of irregular forms.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use serde::Deserialize;
use smol_str::SmolStr;

use super::sorted_lines::find;
use crate::language::{charset::CharSet, morph::Pos, rule_error::RuleError};

/// The section `rules/lemmas.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    /// What counts as a letter, as [`CharSet::parse`] reads it.
    letter: String,
    /// Forms that are their own lemma.
    base_forms: Vec<BaseForm>,
    /// Coarse tags whose words keep their capitals.
    cased: Vec<String>,
    parts: Vec<PartSpelt>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartSpelt {
    pos: String,
    /// Endings and what they become, in order.
    rules: Vec<(SmolStr, SmolStr)>,
    /// Where the words that may come out stand in `rules/lemmas.txt`: a line each, sorted.
    index: (usize, usize),
    /// Where the irregular forms stand: a line each, sorted; the form, then its lemmas, between tabs.
    exceptions: (usize, usize),
}

/// A coarse tag (any where there is none) with features that a token must have, or (null) must not.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaseForm {
    pos: Option<String>,
    feats: BTreeMap<String, Option<String>>,
}

impl BaseForm {
    fn holds(&self, pos: Pos, feats: &str) -> bool {
        let value = |feature: &str| feats.split('|').filter_map(|f| f.split_once('=')).find(|(name, _)| *name == feature).map(|(_, v)| v);
        self.pos.as_ref().is_none_or(|name| name == pos.name())
            && self.feats.iter().all(|(feature, wanted)| value(feature) == wanted.as_deref())
    }
}

#[derive(Debug)]
struct Part {
    rules: Vec<(SmolStr, SmolStr)>,
    index: Range<usize>,
    exceptions: Range<usize>,
}

/// Gives words their dictionary forms.
#[derive(Debug)]
pub(super) struct Lemmas {
    letter: CharSet,
    base_forms: Vec<BaseForm>,
    cased: Vec<Pos>,
    parts: HashMap<Pos, Part>,
    words: Cow<'static, [u8]>,
}

impl Lemmas {
    pub(super) fn new(section: &[u8], words: Cow<'static, [u8]>) -> Result<Self, RuleError> {
        let section: Section = serde_json::from_slice(section).map_err(|e| RuleError::json("rules/lemmas.json", &e))?;
        let wrong = |what: String| RuleError::new(format!("rules/lemmas.json: {what}"));
        let block = |(start, end): (usize, usize)| {
            let starts_line = start == 0 || words.get(start - 1) == Some(&b'\n');
            let ends_line = start == end || words.get(end.wrapping_sub(1)) == Some(&b'\n');
            let fits = start <= end && end <= words.len() && starts_line && ends_line;
            fits.then_some(start..end).ok_or_else(|| wrong(format!("{start}..{end} is no block of lines of rules/lemmas.txt")))
        };
        let mut parts = HashMap::new();
        for part in section.parts {
            let pos = part.pos.parse().map_err(wrong)?;
            parts.insert(pos, Part { rules: part.rules, index: block(part.index)?, exceptions: block(part.exceptions)? });
        }
        let cased = section.cased.iter().map(|name| name.parse().map_err(wrong)).collect::<Result<_, _>>()?;
        Ok(Self { letter: CharSet::parse(&section.letter)?, base_forms: section.base_forms, cased, parts, words })
    }

    /// The lemma of `word`, `lower` in lower case, with its coarse tag, where it has one, and features.
    pub(super) fn lemma(&self, word: &str, lower: &str, pos: Option<Pos>, feats: &str) -> SmolStr {
        let Some(pos) = pos.filter(|&p| p != Pos::Space) else { return lower.into() };
        if self.base_forms.iter().any(|form| form.holds(pos, feats)) {
            return lower.into();
        }
        match self.parts.get(&pos) {
            Some(part) => self.inflected(part, lower).unwrap_or_else(|| word.into()),
            None if self.cased.contains(&pos) => word.into(),
            None => lower.into(),
        }
    }

    /// The lemma that exceptions and rules give. An irregular form that no rule gives goes before all; then the last of the rules whose outcome is
    /// a known word; then the first whose outcome is no word of letters alone; then the first of any.
    fn inflected(&self, part: &Part, lower: &str) -> Option<SmolStr> {
        let index = &self.words[part.index.clone()];
        let (mut known, mut other, mut unknown) = (Vec::new(), Vec::new(), None);
        for (ending, replacement) in &part.rules {
            let Some(stem) = lower.strip_suffix(ending.as_str()) else { continue };
            let form = SmolStr::from_iter([stem, replacement]);
            if form.is_empty() {
                continue;
            }
            if find(index, &form).is_some() {
                known.push(form);
            } else if !form.chars().all(|c| self.letter.contains(c)) {
                other.push(form);
            } else {
                unknown.get_or_insert(form);
            }
        }
        let irregular = find(&self.words[part.exceptions.clone()], lower).and_then(|forms| {
            let mut forms = forms.rsplit(|&b| b == b'\t').filter_map(|f| std::str::from_utf8(f).ok());
            forms.find(|&form| !known.iter().chain(&other).any(|regular| regular == form)).map(SmolStr::from)
        });
        irregular.or(known.pop()).or(other.into_iter().next()).or(unknown)
    }
}
