//! Normal forms of single words ("colour" → "color", "€" → "$"), by id.

use crate::language::rule_error::RuleError;

/// From a word's id to its norm's.
#[derive(Debug, Clone, Default)]
pub(super) struct Norms {
    words: Vec<u64>,
    norms: Vec<u64>,
}

impl Norms {
    /// Reads pairs of a word's id and its norm's, 64 bits each, little-endian, in order of the word's id.
    pub(super) fn new(section: &[u8]) -> Result<Self, RuleError> {
        let (numbers, rest) = section.as_chunks::<8>();
        let (pairs, odd) = numbers.as_chunks::<2>();
        if !rest.is_empty() || !odd.is_empty() {
            return Err(RuleError::new(format!("rules/norms.bin has {} bytes, which is no multiple of 16", section.len())));
        }
        let (words, norms): (Vec<u64>, Vec<u64>) = pairs.iter().map(|[w, n]| (u64::from_le_bytes(*w), u64::from_le_bytes(*n))).unzip();
        if !words.is_sorted() {
            return Err(RuleError::new("rules/norms.bin is not in order of its words"));
        }
        Ok(Self { words, norms })
    }

    /// The norm of the word with this id, where it is not just its lower-case form.
    pub(super) fn of(&self, word: u64) -> Option<u64> {
        self.words.binary_search(&word).ok().map(|i| self.norms[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_there_and_refuses_what_is_cut_or_out_of_order() {
        let section = |numbers: &[u64]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
        let norms = Norms::new(&section(&[3, 30, 5, 50])).unwrap();
        assert_eq!((norms.of(5), norms.of(4)), (Some(50), None));
        assert!(Norms::new(&section(&[3, 30, 5])).is_err());
        assert!(Norms::new(&section(&[5, 50, 3, 30])).is_err());
    }
}
