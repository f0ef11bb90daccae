//! Which tokens hang on which.

use super::doc::Token;

/// The children of all tokens, in two lists: one for each token would take three words of memory, where most have none.
#[derive(Debug, Clone, Default)]
pub(super) struct Children {
    /// Those of the first token, then those of the second, and so on; each in order.
    all: Vec<u32>,
    /// Where in the list those of each token end.
    ends: Vec<u32>,
}

impl Children {
    /// Gathers them from the heads. O(tokens).
    pub(super) fn of(tokens: &[Token]) -> Self {
        let hangs = |&(i, token): &(usize, &Token)| token.head != i;
        let mut ends = vec![0u32; tokens.len()];
        for (_, token) in tokens.iter().enumerate().filter(hangs) {
            ends[token.head] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        // from the back, each end is moved to its token's first child
        let mut all = vec![0u32; end as usize];
        for (i, token) in tokens.iter().enumerate().rev().filter(hangs) {
            let place = &mut ends[token.head];
            *place -= 1;
            all[*place as usize] = i as u32;
        }
        // where one token's begin, those of the one before it end
        if !ends.is_empty() {
            ends.remove(0);
            ends.push(end);
        }
        Self { all, ends }
    }

    /// Those of token `i`.
    pub(super) fn of_token(&self, i: usize) -> &[u32] {
        let start = i.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[i] as usize]
    }
}

#[cfg(test)]
mod tests {
    use smol_str::SmolStr;

    use super::*;
    use crate::{
        language::{Morph, Pos, Relation},
        text::Span,
    };

    fn children(heads: &[usize]) -> Vec<Vec<u32>> {
        let token = |&head: &usize| Token {
            span: Span::new(0, 0),
            space_after: false,
            lemma: SmolStr::default(),
            pos: Pos::X,
            morph: Morph::default(),
            head,
            relation: Relation::default(),
            name: None,
            sentence_start: false,
        };
        let children = Children::of(&heads.iter().map(token).collect::<Vec<_>>());
        (0..heads.len()).map(|i| children.of_token(i).to_vec()).collect()
    }

    #[test]
    fn each_has_its_own_in_order() {
        assert_eq!(children(&[1, 1, 4, 4, 1, 4, 1]), [vec![], vec![0, 4, 6], vec![], vec![], vec![2, 3, 5], vec![], vec![]]);
    }

    #[test]
    fn roots_are_nobodys_children() {
        assert_eq!(children(&[0, 1, 2]), [[]; 3].map(|none: [u32; 0]| none.to_vec()));
        assert!(children(&[]).is_empty());
    }
}
