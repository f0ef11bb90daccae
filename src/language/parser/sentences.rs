//! Where sentences begin: at the first word of each tree.

/// True for each word that is the first of the tree that it is in. `heads` has no cycle. O(words).
pub(super) fn starts(heads: &[u32]) -> Vec<bool> {
    const UNKNOWN: u32 = u32::MAX;
    let mut roots = vec![UNKNOWN; heads.len()];
    let mut seen = vec![false; heads.len()];
    let mut path = Vec::new();
    let mut is_first = |word: usize| {
        let mut at = word as u32;
        while roots[at as usize] == UNKNOWN && heads[at as usize] != at {
            path.push(at);
            at = heads[at as usize];
        }
        let root = if heads[at as usize] == at { at } else { roots[at as usize] };
        roots[at as usize] = root;
        for below in path.drain(..) {
            roots[below as usize] = root;
        }
        !std::mem::replace(&mut seen[root as usize], true)
    };
    (0..heads.len()).map(&mut is_first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tree_begins_with_its_first_word() {
        assert_eq!(starts(&[1, 1, 1, 5, 3, 5]), [true, false, false, true, false, false]);
    }

    #[test]
    fn a_tree_inside_another_begins_a_sentence_of_its_own() {
        assert_eq!(starts(&[0, 1, 0]), [true, true, false]);
        assert!(starts(&[]).is_empty());
    }
}
