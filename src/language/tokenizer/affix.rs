//! What is cut off a word's ends and where it is cut inside, by rules that the pack lists.
//!
//! A rule takes a literal, one character of a set, or a run of one, and may ask what stands behind (to the left) and ahead.

use std::{collections::HashMap, sync::Arc};

use serde::Deserialize;

use crate::language::{charset::CharSet, rule_error::RuleError};

/// A rule as the pack spells it: one of `literals`, `set` and `run`, with its context; sets by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AffixRule {
    /// What must stand to the left, in reading order.
    #[serde(default)]
    behind: Vec<String>,
    #[serde(default)]
    literals: Vec<Box<str>>,
    set: Option<String>,
    run: Option<RunRule>,
    /// What must stand to the right.
    ahead: Option<String>,
    /// What must not stand to the right.
    not_ahead: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RunRule {
    set: String,
    min: usize,
}

#[derive(Debug)]
enum Body {
    Literal(Box<str>),
    One(Arc<CharSet>),
    /// As many as there are, but at least this many.
    Run(Arc<CharSet>, usize),
}

impl Body {
    fn holds(&self, c: char, at_start: bool) -> bool {
        match self {
            Self::Literal(word) => (if at_start { word.chars().next() } else { word.chars().next_back() }) == Some(c),
            Self::One(set) | Self::Run(set, _) => set.contains(c),
        }
    }

    fn beyond_ascii(&self, at_start: bool) -> bool {
        match self {
            Self::Literal(word) => !(if at_start { word.chars().next() } else { word.chars().next_back() }).is_some_and(|c| c.is_ascii()),
            Self::One(set) | Self::Run(set, _) => set.beyond_ascii(),
        }
    }
}

#[derive(Debug)]
struct Affix {
    behind: Vec<Arc<CharSet>>,
    body: Body,
    ahead: Option<Arc<CharSet>>,
    not_ahead: Option<Arc<CharSet>>,
}

impl Affix {
    /// Bytes that this affix takes of `word` from byte `at` on.
    fn from(&self, word: &str, at: usize) -> Option<usize> {
        let rest = &word[at..];
        let len = match &self.body {
            Body::Literal(text) => rest.starts_with(&**text).then_some(text.len()),
            Body::One(set) => rest.chars().next().filter(|&c| set.contains(c)).map(char::len_utf8),
            Body::Run(set, min) => run(rest.chars(), set, *min),
        }?;
        (self.fits_behind(&word[..at]) && self.fits_ahead(&rest[len..])).then_some(len)
    }

    /// Bytes that this affix takes of `word`'s end.
    fn at_end(&self, word: &str) -> Option<usize> {
        let len = match &self.body {
            Body::Literal(text) => word.ends_with(&**text).then_some(text.len()),
            Body::One(set) => word.chars().next_back().filter(|&c| set.contains(c)).map(char::len_utf8),
            Body::Run(set, min) => run(word.chars().rev(), set, *min),
        }?;
        (self.fits_behind(&word[..word.len() - len]) && self.fits_ahead("")).then_some(len)
    }

    fn fits_behind(&self, before: &str) -> bool {
        let mut left = before.chars().rev();
        self.behind.iter().rev().all(|set| left.next().is_some_and(|c| set.contains(c)))
    }

    fn fits_ahead(&self, after: &str) -> bool {
        let next = after.chars().next();
        let in_set = |set: &Arc<CharSet>| next.is_some_and(|c| set.contains(c));
        self.ahead.as_ref().is_none_or(in_set) && !self.not_ahead.as_ref().is_some_and(in_set)
    }
}

fn run(chars: impl Iterator<Item = char>, set: &CharSet, min: usize) -> Option<usize> {
    let (count, bytes) = chars.take_while(|&c| set.contains(c)).fold((0, 0), |(n, bytes), c| (n + 1, bytes + c.len_utf8()));
    (count >= min).then_some(bytes)
}

/// Rules in order, found by the character that they begin with (or, for what is cut off an end, end with).
#[derive(Debug)]
pub(super) struct Affixes {
    affixes: Vec<Affix>,
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
        let set = |name: &String| {
            sets.get(name).cloned().ok_or_else(|| RuleError::new(format!("an affix rule names the set '{name}', which is not there")))
        };
        let mut affixes = Vec::new();
        for rule in rules {
            let behind = rule.behind.iter().map(set).collect::<Result<Vec<_>, _>>()?;
            let ahead = rule.ahead.as_ref().map(set).transpose()?;
            let not_ahead = rule.not_ahead.as_ref().map(set).transpose()?;
            let mut bodies: Vec<Body> = rule.literals.into_iter().map(Body::Literal).collect();
            bodies.extend(rule.set.as_ref().map(set).transpose()?.map(Body::One));
            if let Some(run) = rule.run {
                bodies.push(Body::Run(set(&run.set)?, run.min.max(1)));
            }
            if bodies.iter().any(|body| matches!(body, Body::Literal(text) if text.is_empty())) {
                return Err(RuleError::new("an affix rule has an empty literal"));
            }
            affixes.extend(bodies.into_iter().map(|body| Affix {
                behind: behind.clone(),
                body,
                ahead: ahead.clone(),
                not_ahead: not_ahead.clone(),
            }));
        }
        let numbered = || (0u16..).zip(&affixes);
        if affixes.len() > usize::from(u16::MAX) {
            return Err(RuleError::new("more than 65,535 affix rules"));
        }
        let by_ascii =
            (0u8..128).map(|c| numbered().filter(|(_, a)| a.body.holds(char::from(c), at_start)).map(|(i, _)| i).collect()).collect();
        let beyond = numbered().filter(|(_, a)| a.body.beyond_ascii(at_start)).map(|(i, _)| i).collect();
        Ok(Self { affixes, by_ascii, beyond })
    }

    fn candidates(&self, c: char) -> impl Iterator<Item = &Affix> {
        let numbers = self.by_ascii.get(c as usize).unwrap_or(&self.beyond);
        numbers.iter().map(|&i| &self.affixes[usize::from(i)])
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
    fn an_unknown_set_is_named() {
        let rules = serde_json::from_str(r#"[{"set": "vowels"}]"#).unwrap();
        assert!(Affixes::at_start(rules, &HashMap::new()).unwrap_err().to_string().contains("vowels"));
    }
}
