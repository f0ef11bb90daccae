//! Words that are cut (or kept whole) as no rule would: "don't", "a.m.", ":-)".

use std::{collections::HashMap, num::NonZeroU64};

use super::string_id::StringIds;
use crate::language::rule_error::RuleError;

/// One token of an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its length in bytes.
    pub(super) len: usize,
    /// The id of its norm where the exception gives one.
    pub(super) norm: Option<NonZeroU64>,
}

/// Exceptions by word.
#[derive(Debug, Default)]
pub(super) struct Exceptions {
    parts: HashMap<Box<str>, Vec<Part>>,
    /// Bytes of the longest: what is longer need not be looked up, which keeps the peeling of affixes linear.
    longest: usize,
}

impl Exceptions {
    /// Reads each word's tokens: a form, and a norm where there is one.
    pub(super) fn new(spelt: &HashMap<Box<str>, Vec<Vec<String>>>, ids: &StringIds) -> Result<Self, RuleError> {
        let mut parts = HashMap::with_capacity(spelt.len());
        let mut words: Vec<_> = spelt.iter().collect();
        words.sort();
        for (word, tokens) in words {
            let forms: String = tokens.iter().filter_map(|t| t.first()).map(String::as_str).collect();
            if forms != **word || tokens.is_empty() || tokens.iter().any(|t| t.first().is_none_or(String::is_empty)) {
                return Err(RuleError::new(format!("the tokens of the exception '{word}' do not make it up")));
            }
            let part = |t: &Vec<String>| Part { len: t[0].len(), norm: t.get(1).and_then(|norm| NonZeroU64::new(ids.of(norm))) };
            parts.insert(word.clone(), tokens.iter().map(part).collect());
        }
        let longest = spelt.keys().map(|word| word.len()).max().unwrap_or(0);
        Ok(Self { parts, longest })
    }

    /// The tokens of `word` where it is an exception.
    pub(super) fn get(&self, word: &str) -> Option<&[Part]> {
        if word.len() > self.longest { None } else { self.parts.get(word).map(Vec::as_slice) }
    }

    /// All words, sorted.
    pub(super) fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.parts.keys().map(|word| &**word).collect();
        words.sort_unstable();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(json: &str) -> HashMap<Box<str>, Vec<Vec<String>>> {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_exception_gives_its_tokens_and_their_norms() {
        let ids = StringIds::default();
        let all = Exceptions::new(&spelt(r#"{"don't": [["do"], ["n't", "not"]]}"#), &ids).unwrap();
        let parts = all.get("don't").unwrap();
        assert_eq!(parts[1], Part { len: 3, norm: NonZeroU64::new(ids.of("not")) });
        assert_eq!(parts[0].norm, None);
        assert!(all.get("Don't").is_none() && all.get("don'ts and more").is_none());
    }

    #[test]
    fn tokens_that_do_not_make_up_the_word_are_refused() {
        for json in [r#"{"don't": [["do"], ["not"]]}"#, r#"{"x": []}"#, r#"{"x": [["x"], []]}"#] {
            assert!(Exceptions::new(&spelt(json), &StringIds::default()).is_err(), "{json}");
        }
    }
}
