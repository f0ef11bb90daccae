//! Exceptions that the affix rules cut apart (":-)", "'s") are put together again, over the tokens of the whole text.

use std::collections::HashMap;

use super::{RawToken, Rules};

/// The exceptions that affix rules touch, as sequences of the tokens that these rules make of them.
#[derive(Debug, Default)]
pub(super) struct Rejoin {
    /// From a node and the id of the next token to the next node; node 0 is the start.
    edges: HashMap<(u32, u64), u32>,
    /// Whether a sequence ends at a node.
    ends: Vec<bool>,
}

impl Rejoin {
    /// Cuts every exception by the affix rules alone and keeps those that an affix rule touches.
    pub(super) fn new(rules: &Rules) -> Self {
        let mut tree = Self { edges: HashMap::new(), ends: vec![false] };
        for word in rules.exceptions.words() {
            let touched = word.contains(' ')
                || rules.prefixes.first_at(word, 0).is_some()
                || rules.suffixes.longest_at_end(word).is_some()
                || !rules.infixes.all_in(word).is_empty();
            if touched {
                let mut pieces = Vec::new();
                rules.split(word, 0, word.len(), false, &mut pieces);
                tree.add(word, &pieces, rules);
            }
        }
        tree
    }

    fn add(&mut self, word: &str, pieces: &[RawToken], rules: &Rules) {
        let mut node = 0;
        for piece in pieces {
            let fresh = self.ends.len() as u32;
            node = *self.edges.entry((node, rules.features.ids.of(piece.word(word)))).or_insert(fresh);
            if node == fresh {
                self.ends.push(false);
            }
        }
        self.ends[node as usize] = true;
    }

    /// All sequences in `pieces`, as first and end.
    fn matches(&self, text: &str, pieces: &[RawToken], rules: &Rules) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        for first in 0..pieces.len() {
            let mut node = 0;
            for (at, piece) in pieces.iter().enumerate().skip(first) {
                let Some(&next) = self.edges.get(&(node, rules.features.ids.of(piece.word(text)))) else { break };
                node = next;
                if self.ends[node as usize] {
                    found.push((first as u32, at as u32 + 1));
                }
            }
        }
        found
    }

    /// Puts the exceptions' own tokens where the sequences stand: the longest first, then the leftmost.
    pub(super) fn apply(&self, text: &str, pieces: Vec<RawToken>, rules: &Rules) -> Vec<RawToken> {
        let mut found = self.matches(text, &pieces, rules);
        if found.is_empty() {
            return pieces;
        }
        found.sort_unstable_by_key(|&(first, end)| (std::cmp::Reverse(end - first), first));
        let mut taken = vec![false; pieces.len()];
        found.retain(|&(first, end)| {
            let (first, end) = (first as usize, end as usize);
            let free = !taken[first] && !taken[end - 1];
            taken[first..end].fill(true);
            free
        });
        found.sort_unstable();

        let mut out = Vec::with_capacity(pieces.len());
        let mut done = 0;
        for (first, end) in found {
            let (first, end) = (first as usize, end as usize);
            let (from, to) = (pieces[first].span().start, pieces[end - 1].span().end);
            // The same tokens with spaces between them are no exception.
            let Some(parts) = rules.exceptions.get(&text[from..to]) else { continue };
            out.extend_from_slice(&pieces[done..first]);
            out.extend(RawToken::of_exception(text, parts, from));
            if let Some(last) = out.last_mut() {
                last.space_after = pieces[end - 1].space_after;
            }
            done = end;
        }
        out.extend_from_slice(&pieces[done..]);
        out
    }
}
