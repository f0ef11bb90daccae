//! Look-up in sorted lines where they lie, so that a table of 90,000 words costs nothing to load.

/// The rest of the line that begins with `word`, which ends at a tab or at the line's end; empty where nothing follows.
///
/// `lines` are sorted by their first field, byte by byte, and each ends with a line feed. O(log bytes × longest line).
pub(super) fn find<'l>(lines: &'l [u8], word: &str) -> Option<&'l [u8]> {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = low + (high - low) / 2;
        // Both ends of the search stand at the start of a line, so the line around the middle lies between them.
        let start = lines[low..middle].iter().rposition(|&b| b == b'\n').map_or(low, |at| low + at + 1);
        let end = lines[middle..high].iter().position(|&b| b == b'\n').map_or(high, |at| middle + at);
        let line = &lines[start..end];
        let key_end = line.iter().position(|&b| b == b'\t').unwrap_or(line.len());
        match line[..key_end].cmp(word.as_bytes()) {
            std::cmp::Ordering::Equal => return Some(line.get(key_end + 1..).unwrap_or_default()),
            std::cmp::Ordering::Less => low = (end + 1).min(high),
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_whole_words_only() {
        let lines = b"be\nbest\tgood\twell\nbetter\tgood\nzoo\n";
        assert_eq!(find(lines, "best"), Some(&b"good\twell"[..]));
        assert_eq!(find(lines, "be"), Some(&b""[..]));
        assert_eq!(find(lines, "zoo"), Some(&b""[..]));
        for word in ["", "b", "bes", "good", "a", "zz"] {
            assert_eq!(find(lines, word), None, "{word}");
        }
        assert_eq!(find(b"", "a"), None);
    }

    proptest! {
        #[test]
        fn every_line_is_found(words in prop::collection::btree_set("[a-zé'-]{1,12}", 0..60), other in "[a-zé'-]{1,12}") {
            let lines = words.iter().fold(String::new(), |lines, w| lines + w + "\t" + w + "!\n");
            for word in &words {
                let expected = format!("{word}!");
                prop_assert_eq!(find(lines.as_bytes(), word), Some(expected.as_bytes()));
            }
            prop_assert_eq!(find(lines.as_bytes(), &other).is_some(), words.contains(&other));
        }
    }
}
