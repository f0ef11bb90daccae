//! What the networks know of a word: ids of its form and of four features of it.

use std::sync::Arc;

use super::{norms::Norms, string_id::StringIds};
use crate::language::charset::CharSet;

/// 64-bit string ids of a word and its features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Lexeme {
    /// The word as it stands; the key of the vector table.
    pub orth: u64,
    /// The normalised form, "n't" → "not".
    pub norm: u64,
    /// The first character.
    pub prefix: u64,
    /// The last three characters.
    pub suffix: u64,
    /// The shape, "Cuba" → "Xxxx".
    pub shape: u64,
    /// True where the word is nothing but white space.
    pub is_space: bool,
}

/// From this many characters on, a word's shape is the one word `LONG`.
const LONG: usize = 100;
/// A shape repeats a sign no more often than this.
const LONGEST_RUN: usize = 4;

/// Tells the features of words.
#[derive(Debug)]
pub(super) struct Features {
    pub(super) ids: StringIds,
    pub(super) norms: Norms,
    /// What counts as a letter, as a capital and as a digit, for shapes.
    pub(super) letter: Arc<CharSet>,
    pub(super) upper: Arc<CharSet>,
    pub(super) digit: Arc<CharSet>,
}

impl Features {
    /// The ids of `word`'s form and norm; `norm` is the one that an exception gives it, if any.
    pub(super) fn form_and_norm(&self, word: &str, norm: Option<u64>) -> (u64, u64) {
        let orth = self.ids.of(word);
        let norm = norm.or_else(|| self.norms.of(orth)).unwrap_or_else(|| {
            if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) { orth } else { self.ids.of(&word.to_lowercase()) }
        });
        (orth, norm)
    }

    /// The features of `word`, which has these ids of form and norm.
    pub(super) fn lexeme(&self, word: &str, (orth, norm): (u64, u64)) -> Lexeme {
        let second = word.char_indices().nth(1).map_or(word.len(), |(at, _)| at);
        let last_three = word.char_indices().nth_back(2).map_or(0, |(at, _)| at);
        Lexeme {
            orth,
            norm,
            prefix: self.ids.of(&word[..second]),
            suffix: self.ids.of(&word[last_three..]),
            shape: self.ids.of(&self.shape(word)),
            is_space: word.chars().all(is_space),
        }
    }

    /// "Cuba's" → "Xxxx'x": capitals, other letters and digits by one sign each, every run cut at four.
    fn shape(&self, word: &str) -> String {
        if word.chars().nth(LONG - 1).is_some() {
            return "LONG".to_owned();
        }
        let (mut shape, mut last, mut run) = (String::with_capacity(word.len()), None, 0);
        for c in word.chars() {
            let sign = match c {
                _ if self.letter.contains(c) => {
                    if self.upper.contains(c) {
                        'X'
                    } else {
                        'x'
                    }
                }
                _ if self.digit.contains(c) => 'd',
                other => other,
            };
            run = if last == Some(sign) { run + 1 } else { 1 };
            last = Some(sign);
            if run <= LONGEST_RUN {
                shape.push(sign);
            }
        }
        shape
    }
}

/// White space as the networks' training data was cut at it: Unicode's, and the four separators of ASCII.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn features() -> Features {
        let set = |spelt| Arc::new(CharSet::parse(spelt).unwrap());
        let ids = StringIds::default();
        let mut pair = ids.of("colour").to_le_bytes().to_vec();
        pair.extend(ids.of("color").to_le_bytes());
        Features {
            norms: Norms::new(&pair).unwrap(),
            ids,
            letter: set("41-5A 61-7A C0-FF"),
            upper: set("41-5A C0-DE"),
            digit: set("30-39"),
        }
    }

    #[test]
    fn shapes_cut_runs_at_four() {
        let f = features();
        for (word, shape) in
            [("Havana", "Xxxxx"), ("2023", "dddd"), ("12,345.6", "dd,ddd.d"), ("Él", "Xx"), ("-----", "----"), ("COVID-19", "XXXX-dd")]
        {
            assert_eq!(f.shape(word), shape, "{word}");
        }
        assert_eq!(f.shape(&"a".repeat(99)), "xxxx");
        assert_eq!(f.shape(&"a".repeat(100)), "LONG");
    }

    #[test]
    fn an_exceptions_norm_goes_before_the_tables_and_the_tables_before_lower_case() {
        let f = features();
        let norm = |word: &str, own| f.form_and_norm(word, own).1;
        assert_eq!(norm("colour", Some(7)), 7);
        assert_eq!(norm("colour", None), f.ids.of("color"));
        assert_eq!(norm("Colour", None), f.ids.of("colour"));
    }

    #[test]
    fn prefix_and_suffix_count_characters() {
        let f = features();
        let lexeme = |word: &str| f.lexeme(word, f.form_and_norm(word, None));
        let l = lexeme("Ñandú");
        assert_eq!((l.prefix, l.suffix), (f.ids.of("Ñ"), f.ids.of("ndú")));
        let short = lexeme("él");
        assert_eq!(short.suffix, f.ids.of("él"));
        assert!(!short.is_space && lexeme("\n\t").is_space);
    }
}
