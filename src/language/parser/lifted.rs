//! Arcs that were lifted to make a tree projective are brought back to where they belong.

use std::collections::VecDeque;

use super::moves::Label;

/// Re-attaches every word whose label says that its arc was lifted: to the first word below its head, breadth first and from left
/// to right, that has the label named (Nivre & Nilsson 2005, "Pseudo-Projective Dependency Parsing", the scheme *Head*).
/// `labels[i]` indexes `names`; white space is passed over, and so are words that were moved before (their new heads' stretches do not hold them).
pub(super) fn bring_back(heads: &mut [u32], labels: &[u32], names: &[Label], is_space: impl Fn(usize) -> bool) {
    let lifted: Vec<usize> = (0..heads.len()).filter(|&i| names[labels[i] as usize].lifted_from.is_some()).collect();
    if lifted.is_empty() {
        return;
    }
    let children = Children::of(heads);
    let mut moved = vec![false; heads.len()];
    // A word that is still lifted has a label of two parts, which no search is for.
    let mut settled: Vec<bool> = labels.iter().map(|&l| names[l as usize].lifted_from.is_none()).collect();
    for word in lifted {
        let Some(wanted) = &names[labels[word] as usize].lifted_from else { continue };
        let mut queue = VecDeque::from([heads[word]]);
        let found = 'search: loop {
            let Some(above) = queue.pop_front() else { break None };
            for &child in children.below(above) {
                let c = child as usize;
                if c == word || moved[c] || is_space(c) {
                    continue;
                }
                if settled[c] && names[labels[c] as usize].name == *wanted {
                    break 'search Some(child);
                }
                queue.push_back(child);
            }
        };
        if let Some(head) = found {
            heads[word] = head;
            moved[word] = true;
        }
        settled[word] = true;
    }
}

/// The children of every word, in order.
struct Children {
    starts: Vec<usize>,
    words: Vec<u32>,
}

impl Children {
    fn of(heads: &[u32]) -> Self {
        let mut starts = vec![0; heads.len() + 1];
        let arcs = || heads.iter().enumerate().filter(|&(i, &head)| head as usize != i);
        for (_, &head) in arcs() {
            starts[head as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut words = vec![0; starts[heads.len()]];
        let mut free = starts.clone();
        for (child, &head) in arcs() {
            words[free[head as usize]] = child as u32;
            free[head as usize] += 1;
        }
        Self { starts, words }
    }

    fn below(&self, word: u32) -> &[u32] {
        &self.words[self.starts[word as usize]..self.starts[word as usize + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<Label> {
        let label = |name: &str, from: Option<&str>| Label { name: name.into(), lifted_from: from.map(Into::into) };
        vec![label("ROOT", None), label("prep", None), label("pobj", Some("prep")), label("dobj", None)]
    }

    #[test]
    fn a_lifted_word_goes_to_the_first_that_is_named_below_its_head() {
        // What(0) did(1: root) he talk(…) about(2: prep of 1), with(3: prep of 1)
        let mut heads = vec![1, 1, 1, 1];
        bring_back(&mut heads, &[2, 0, 1, 1], &names(), |_| false);
        assert_eq!(heads, [2, 1, 1, 1]);
    }

    #[test]
    fn depth_counts_before_order() {
        // 0 lifted, 1 root; 2 dobj of 1 with the prep 3 below it, 4 prep of 1
        let mut heads = vec![1, 1, 1, 2, 1];
        bring_back(&mut heads, &[2, 0, 3, 1, 1], &names(), |_| false);
        assert_eq!(heads[0], 4);
    }

    #[test]
    fn it_stays_where_nothing_fits() {
        let mut heads = vec![1, 1, 1, 1];
        bring_back(&mut heads, &[2, 0, 3, 1], &names(), |i| i == 3);
        assert_eq!(heads, [1, 1, 1, 1]);
    }
}
