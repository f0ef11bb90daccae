//! One rule for what is cut off a word.
//!
//! It takes a literal, one character of a set, or a run of such, and may ask what stands behind (to the left) and ahead.

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

/// One rule, ready to be matched.
#[derive(Debug)]
pub(super) struct Affix {
    behind: Vec<Arc<CharSet>>,
    body: Body,
    ahead: Option<Arc<CharSet>>,
    not_ahead: Option<Arc<CharSet>>,
}

impl Affix {
    /// Reads rules; each literal of one is an affix of its own.
    pub(super) fn read(rules: Vec<AffixRule>, sets: &HashMap<String, Arc<CharSet>>) -> Result<Vec<Self>, RuleError> {
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
                // Else a long run might be read again from each of its characters.
                if !behind.is_empty() || ahead.is_some() || not_ahead.is_some() {
                    return Err(RuleError::new(format!("the run of '{}' asks for a context, which a run may not", run.set)));
                }
                bodies.push(Body::Run(set(&run.set)?, run.min.max(1)));
            }
            if bodies.is_empty() || bodies.iter().any(|body| matches!(body, Body::Literal(text) if text.is_empty())) {
                return Err(RuleError::new("an affix rule takes nothing: it needs literals, none of them empty, a set or a run"));
            }
            affixes.extend(bodies.into_iter().map(|body| Affix {
                behind: behind.clone(),
                body,
                ahead: ahead.clone(),
                not_ahead: not_ahead.clone(),
            }));
        }
        Ok(affixes)
    }

    /// Bytes that this affix takes of `word` from byte `at` on.
    pub(super) fn from(&self, word: &str, at: usize) -> Option<usize> {
        let rest = &word[at..];
        let len = match &self.body {
            Body::Literal(text) => rest.starts_with(&**text).then_some(text.len()),
            Body::One(set) => rest.chars().next().filter(|&c| set.contains(c)).map(char::len_utf8),
            Body::Run(set, min) => run(rest.chars(), set, *min),
        }?;
        (self.fits_behind(&word[..at]) && self.fits_ahead(&rest[len..])).then_some(len)
    }

    /// Bytes that this affix takes of `word`'s end.
    pub(super) fn at_end(&self, word: &str) -> Option<usize> {
        let len = match &self.body {
            Body::Literal(text) => word.ends_with(&**text).then_some(text.len()),
            Body::One(set) => word.chars().next_back().filter(|&c| set.contains(c)).map(char::len_utf8),
            Body::Run(set, min) => run(word.chars().rev(), set, *min),
        }?;
        (self.fits_behind(&word[..word.len() - len]) && self.fits_ahead("")).then_some(len)
    }

    /// True where a match can begin (or, looked at from the end, end) with `c`.
    pub(super) fn can_touch(&self, c: char, at_start: bool) -> bool {
        self.body.holds(c, at_start)
    }

    /// True where a match can begin (or end) with a character beyond ASCII.
    pub(super) fn can_touch_beyond_ascii(&self, at_start: bool) -> bool {
        self.body.beyond_ascii(at_start)
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
