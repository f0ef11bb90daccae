//! Which words have a vector, and which.

use std::borrow::Cow;

use super::hash::mix;
use crate::language::model::{Container, ModelError};

const SECTION: &str = "vectors/index";
const BUCKETS: usize = 1 << 16;
/// Bytes before the buckets: the seed and the number of words, 8 each.
const HEADER: usize = 16;
/// Bytes that are kept of a word's mixed id beside its bucket.
const TAIL: usize = 3;

/// From a word's id to its row in the table of vectors.
///
/// The ids are mixed with a seed, and 40 bits of the result are kept: 16 choose a bucket, 24 stand in it in order, each with a
/// row of 16 bits. The export has seen to it that no two words share the 40 bits; a word that is not listed is taken for one
/// that is once in two million times. The section holds, little-endian: seed (8), number of words (8), start of each bucket and
/// the end of the last (4 each), then the 24-bit parts of all words, then their rows.
#[derive(Debug)]
pub struct VectorIndex {
    bytes: Cow<'static, [u8]>,
    seed: u64,
    words: usize,
}

impl VectorIndex {
    /// Reads the section, all of whose rows must be below `rows`.
    pub fn read(model: &Container, rows: usize) -> Result<Self, ModelError> {
        let bytes = model.lasting_data(SECTION)?;
        let wrong = |why: &str| Err(ModelError::section(SECTION, why));
        let (Some(seed), Some(words)) = (u64_at(&bytes, 0), u64_at(&bytes, 8)) else { return wrong("it has no header") };
        let words = usize::try_from(words).unwrap_or(usize::MAX);
        let expected = words.checked_mul(TAIL + 2).and_then(|b| b.checked_add(HEADER + (BUCKETS + 1) * 4));
        if expected != Some(bytes.len()) {
            return wrong("its length is not that of its words");
        }
        let index = Self { bytes, seed, words };
        if !(0..=BUCKETS).map(|b| index.start(b)).is_sorted() || index.start(BUCKETS) != words {
            return wrong("its buckets are out of order");
        }
        if (0..words).any(|w| index.row(w) >= rows) {
            return wrong("a word names a row that the table of vectors lacks");
        }
        Ok(index)
    }

    /// The row of the word with this id, where it has a vector.
    pub fn find(&self, id: u64) -> Option<usize> {
        let mixed = mix(id ^ self.seed);
        let bucket = (mixed >> 48) as usize;
        let wanted = &(mixed >> 24).to_le_bytes()[..TAIL];
        let tails = &self.bytes[HEADER + (BUCKETS + 1) * 4..];
        (self.start(bucket)..self.start(bucket + 1)).find(|w| &tails[w * TAIL..][..TAIL] == wanted).map(|w| self.row(w))
    }

    /// How many words have a vector.
    pub fn words(&self) -> usize {
        self.words
    }

    fn start(&self, bucket: usize) -> usize {
        let b = &self.bytes[HEADER + bucket * 4..][..4];
        u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize
    }

    fn row(&self, word: usize) -> usize {
        let b = &self.bytes[HEADER + (BUCKETS + 1) * 4 + self.words * TAIL + word * 2..][..2];
        u16::from_le_bytes([b[0], b[1]]).into()
    }
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map(u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Engine, Pack};

    fn index() -> VectorIndex {
        let pack = Pack::embedded("en").unwrap();
        VectorIndex::read(&Container::read("en", pack.model).unwrap(), usize::MAX).unwrap()
    }

    #[test]
    fn words_have_their_vectors_and_what_is_no_word_has_none() {
        let (index, engine) = (index(), Engine::english().unwrap());
        let find = |word: &str| index.find(engine.tokenizer().ids().of(word));
        assert!(index.words() > 500_000);
        assert!(find("minister").is_some() && find("the").is_some());
        assert_ne!(find("minister"), find("the"));
        // A symbol's id is a small number; it must be found like any other.
        assert!(find("ORG").is_some());
        assert_eq!(find("qzxvw-unheard"), None);
    }

    #[test]
    fn an_index_that_names_more_rows_than_there_are_is_refused() {
        let pack = Pack::embedded("en").unwrap();
        let error = VectorIndex::read(&Container::read("en", pack.model).unwrap(), 10).unwrap_err();
        assert!(error.to_string().contains("a word names a row"), "{error}");
    }
}
