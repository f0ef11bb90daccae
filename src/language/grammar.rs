//! Questions to the tree, in the words of grammar.
