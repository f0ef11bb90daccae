//! 64-bit ids of strings, as the networks were trained with.

use std::collections::HashMap;

/// The seed that the published pipelines hash strings with.
const SEED: u64 = 1;

/// Gives strings their ids: 0 for the empty one, its number for the name of a symbol, a hash for every other.
#[derive(Debug, Clone, Default)]
pub struct StringIds {
    symbols: HashMap<Box<str>, u64>,
    /// Bytes of the longest symbol's name: what is longer need not be looked up.
    longest: usize,
}

impl StringIds {
    /// Ids with these symbols.
    pub fn new(symbols: HashMap<Box<str>, u64>) -> Self {
        let longest = symbols.keys().map(|name| name.len()).max().unwrap_or(0);
        Self { symbols, longest }
    }

    /// The id of `text`.
    pub fn of(&self, text: &str) -> u64 {
        if text.is_empty() {
            return 0;
        }
        if text.len() <= self.longest
            && let Some(&number) = self.symbols.get(text)
        {
            return number;
        }
        murmur64a(text.as_bytes(), SEED)
    }
}

/// `MurmurHash64A` by Austin Appleby (public domain): 8 bytes a step, little-endian.
fn murmur64a(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let mut k = u64::from_le_bytes(*word).wrapping_mul(M);
        k ^= k >> R;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !tail.is_empty() {
        let last = tail.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        hash = (hash ^ last).wrapping_mul(M);
    }
    hash ^= hash >> R;
    hash = hash.wrapping_mul(M);
    hash ^ hash >> R
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_ids_of_the_published_pipelines() {
        let ids = StringIds::default();
        // From spaCy's own documentation of its string store.
        assert_eq!(ids.of("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(ids.of("apple"), 8_566_208_034_543_834_098);
        assert_eq!(ids.of(""), 0);
    }

    #[test]
    fn a_symbol_is_its_number_and_a_longer_word_is_not() {
        let ids = StringIds::new(HashMap::from([("ORG".into(), 383)]));
        assert_eq!(ids.of("ORG"), 383);
        assert_eq!(ids.of("ORGAN"), StringIds::default().of("ORGAN"));
    }
}
