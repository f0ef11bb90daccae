//! What is cut off a word's ends and where it is cut inside, by the rules that the pack lists.

use std::{collections::HashMap, sync::Arc};

use super::affix::{Affix, AffixRule};
use crate::language::{charset::CharSet, rule_error::RuleError};

/// Rules in order, found by the character that they begin with (or, for what is cut off an end, end with).
#[derive(Debug)]
pub(super) struct Affixes {
    all: Vec<Affix>,
    by_ascii: Vec<Vec<u16>>,
    beyond: Vec<u16>,
}

impl Affixes {
    /// Rules that are looked for at a word's start, or inside.
    pub(super) fn at_start(rules: Vec<AffixRule>, sets: &HashMap<String, Arc<CharSet>>) -> Result<Self, RuleError> {
        Self::new(rules, sets, true)
    }

    /// Rules that are looked for at a word's end.
    pub(super) fn at_end(rules: Vec<AffixRule>, sets: &HashMap<String, Arc<CharSet>>) -> Result<Self, RuleError> {
        Self::new(rules, sets, false)
    }

    fn new(rules: Vec<AffixRule>, sets: &HashMap<String, Arc<CharSet>>, at_start: bool) -> Result<Self, RuleError> {
        let all = Affix::read(rules, sets)?;
        let numbered = || (0u16..).zip(&all);
        if all.len() > usize::from(u16::MAX) {
            return Err(RuleError::new("more than 65,535 affix rules"));
        }
        let by_ascii =
            (0u8..128).map(|c| numbered().filter(|(_, a)| a.can_touch(char::from(c), at_start)).map(|(i, _)| i).collect()).collect();
        let beyond = numbered().filter(|(_, a)| a.can_touch_beyond_ascii(at_start)).map(|(i, _)| i).collect();
        Ok(Self { all, by_ascii, beyond })
    }

    fn candidates(&self, c: char) -> impl Iterator<Item = &Affix> {
        let numbers = self.by_ascii.get(c as usize).unwrap_or(&self.beyond);
        numbers.iter().map(|&i| &self.all[usize::from(i)])
    }

    /// Bytes that the first rule that fits takes of `word` from byte `at` on.
    pub(super) fn first_at(&self, word: &str, at: usize) -> Option<usize> {
        let c = word[at..].chars().next()?;
        self.candidates(c).find_map(|affix| affix.from(word, at))
    }

    /// Bytes that the rule that takes most takes of `word`'s end.
    pub(super) fn longest_at_end(&self, word: &str) -> Option<usize> {
        let c = word.chars().next_back()?;
        self.candidates(c).filter_map(|affix| affix.at_end(word)).max()
    }

    /// All places inside `word` where a rule fits, left to right, without overlap: start and end in bytes.
    pub(super) fn all_in(&self, word: &str) -> Vec<(usize, usize)> {
        let (mut found, mut at) = (Vec::new(), 0);
        while let Some(c) = word[at..].chars().next() {
            if let Some(len) = self.first_at(word, at) {
                found.push((at, at + len));
                at += len;
            } else {
                at += c.len_utf8();
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn affixes(json: &str, at_start: bool) -> Affixes {
        let sets = [("digit", "30-39"), ("upper", "41-5A"), ("lower", "61-7A E0-FF"), ("dot", "2E")]
            .map(|(name, spelt)| (name.to_owned(), Arc::new(CharSet::parse(spelt).unwrap())));
        Affixes::new(serde_json::from_str(json).unwrap(), &HashMap::from(sets), at_start).unwrap()
    }

    #[test]
    fn the_first_rule_that_fits_wins_at_the_start() {
        let rules =
            affixes(r#"[{"literals": ["+"], "not_ahead": "digit"}, {"literals": ["US$", "$"]}, {"run": {"set": "dot", "min": 2}}]"#, true);
        let at_start = |word| rules.first_at(word, 0);
        assert_eq!(at_start("+plus"), Some(1));
        assert_eq!(at_start("+4"), None);
        assert_eq!(at_start("US$4"), Some(3));
        assert_eq!(at_start("....so"), Some(4));
        assert_eq!(at_start(".5"), None);
        assert_eq!(at_start(""), None);
    }

    #[test]
    fn the_longest_wins_at_the_end_and_looks_behind() {
        let rules = affixes(
            r#"[{"behind": ["digit"], "literals": ["m", "km", "km²"]}, {"behind": ["upper", "upper"], "literals": ["."]}, {"run": {"set": "dot", "min": 2}}]"#,
            false,
        );
        assert_eq!(rules.longest_at_end("12km"), Some(2));
        assert_eq!(rules.longest_at_end("12km²"), Some(4));
        assert_eq!(rules.longest_at_end("twelvekm"), None);
        assert_eq!(rules.longest_at_end("NATO."), Some(1));
        assert_eq!(rules.longest_at_end("A."), None);
        assert_eq!(rules.longest_at_end("well..."), Some(3));
    }

    #[test]
    fn infixes_need_both_neighbours() {
        let rules = affixes(r#"[{"behind": ["lower"], "literals": ["-", "--"], "ahead": "lower"}]"#, true);
        assert_eq!(rules.all_in("well-known"), [(4, 5)]);
        assert_eq!(rules.all_in("so--é"), [(2, 4)]);
        assert_eq!(rules.all_in("-a-1-b-"), []);
    }

    #[test]
    fn a_rule_that_cannot_be_matched_is_refused_with_its_reason() {
        let dot = HashMap::from([("dot".to_owned(), Arc::new(CharSet::parse("2E").unwrap()))]);
        for (json, reason) in [
            (r#"[{"set": "vowels"}]"#, "'vowels'"),
            (r#"[{"behind": ["dot"]}]"#, "takes nothing"),
            (r#"[{"literals": [""]}]"#, "takes nothing"),
            (r#"[{"run": {"set": "dot", "min": 2}, "ahead": "dot"}]"#, "run of 'dot'"),
        ] {
            let error = Affixes::at_start(serde_json::from_str(json).unwrap(), &dot).unwrap_err().to_string();
            assert!(error.contains(reason), "{json}: {error}");
        }
    }
}
