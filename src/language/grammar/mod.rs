//! Questions to the tree, in the words of grammar.
//!
//! Rules ask here and never look at a treebank's labels, so that a pack for another language, or another treebank's
//! conventions, changes nothing behind this line. All answers are indices of tokens.

mod arguments;
mod clause;
mod phrase;

pub use arguments::Oblique;
pub use clause::{Clause, Tense};
