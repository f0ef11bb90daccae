//! What the networks know of a word: ids of its form and of four features of it.

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
