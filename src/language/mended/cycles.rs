//! A tree stays one, whatever was mended in it.

use crate::language::{doc::Doc, morph::Relation};

impl Doc {
    /// Makes a root of a word that stands, by what was mended, under itself: who climbs or descends must come to an end.
    pub(super) fn break_cycles(&mut self) {
        let heads: Vec<usize> = self.tokens.iter().map(|t| t.head).collect();
        for t in under_themselves(&heads) {
            (self.tokens[t].head, self.tokens[t].relation) = (t, Relation::Root);
        }
    }
}

/// Of each circle of words that govern each other the one that was met first; a root, which governs itself, is none.
fn under_themselves(heads: &[usize]) -> Vec<usize> {
    // the walk in which a word was met first; 0 for none
    let mut walk = vec![0; heads.len()];
    let mut found = Vec::new();
    for start in 0..heads.len() {
        let mut t = start;
        while walk[t] == 0 {
            walk[t] = start + 1;
            t = heads[t];
        }
        if walk[t] == start + 1 && heads[t] != t {
            found.push(t);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::under_themselves;

    #[test]
    fn of_each_circle_one_word_is_found() {
        assert_eq!(under_themselves(&[0, 2, 1, 2]), [1]);
        assert_eq!(under_themselves(&[1, 0, 3, 2]), [0, 2]);
    }

    #[test]
    fn a_tree_has_none() {
        assert!(under_themselves(&[1, 1, 1, 2]).is_empty());
        assert!(under_themselves(&[0, 1]).is_empty());
    }
}
