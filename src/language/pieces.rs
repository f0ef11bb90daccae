//! A text that is too long to parse at once, cut into pieces.

use std::ops::Range;

/// Tokens in a piece at most. The longest paragraph of ordinary prose is far shorter; a limit is there for a book in one line,
/// whose memory and worst time it holds down.
const LONGEST: usize = 2048;

/// Cuts `tokens` into pieces of at most [`LONGEST`]: behind the last token of a piece's second half that `ends` a sentence, or
/// else at the limit.
pub(super) fn pieces<T>(tokens: &[T], ends: impl Fn(&T) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while tokens.len() - start > LONGEST {
        let limit = start + LONGEST;
        let half = limit - LONGEST / 2;
        let end = (half..limit).rev().find(|&i| ends(&tokens[i])).map_or(limit, |i| i + 1);
        pieces.push(start..end);
        start = end;
    }
    if start < tokens.len() {
        pieces.push(start..tokens.len());
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(count: usize) -> Vec<usize> {
        (0..count).collect()
    }

    #[test]
    fn a_paragraph_stays_whole() {
        assert_eq!(pieces(&tokens(LONGEST), |_| true), vec![0..LONGEST]);
        assert!(pieces(&tokens(0), |_| true).is_empty());
    }

    #[test]
    fn a_long_text_is_cut_behind_its_last_sentence_end_or_at_the_limit() {
        let cut = LONGEST * 3 / 4;
        assert_eq!(pieces(&tokens(LONGEST + 1), |&t| t == cut || t == 3), [0..cut + 1, cut + 1..LONGEST + 1]);
        assert_eq!(pieces(&tokens(LONGEST + 1), |_| false), [0..LONGEST, LONGEST..LONGEST + 1]);
    }
}
