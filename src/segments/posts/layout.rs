//! How an article sets its paragraphs: with blank lines between them or without, and how long they are.

use super::super::draft::Draft;
use crate::article::BlockKind;

/// A line is short where it has no more characters than this …
const SHORT: usize = 60;
/// … and the article's paragraphs have so many times as many.
const TIMES: usize = 2;

/// The article's way of setting paragraphs.
#[derive(Debug)]
pub(super) struct Layout {
    /// For each block, whether a blank line parts it from the next.
    blank_below: Vec<bool>,
    /// Most paragraphs are parted by blank lines.
    spaced: bool,
    /// Characters of the paragraph in the middle, by length.
    typical: usize,
}

impl Layout {
    /// Looks at the breaks between blocks and at the paragraphs' lengths. O(n log n) in the number of blocks.
    pub fn of(drafts: &[Draft<'_>], text: &str) -> Self {
        let breaks = |pair: &[Draft<'_>]| text.get(pair[0].span.end..pair[1].span.start).map_or(0, |gap| gap.matches('\n').count());
        let mut blank_below: Vec<bool> = drafts.windows(2).map(|pair| breaks(pair) > 1).collect();
        let blank = blank_below.iter().filter(|b| **b).count();
        let spaced = blank * 2 > blank_below.len();
        blank_below.push(true);
        let mut lengths: Vec<usize> =
            drafts.iter().filter(|d| *d.kind == BlockKind::Paragraph).map(|d| d.view.text().chars().count()).collect();
        lengths.sort_unstable();
        Self { blank_below, spaced, typical: lengths.get(lengths.len() / 2).copied().unwrap_or(0) }
    }

    /// One break parts this block from the next, in an article that parts its paragraphs by more.
    pub fn is_tight(&self, block: usize) -> bool {
        self.spaced && !self.has_blank_below(block)
    }

    /// A blank line stands below this block.
    pub fn has_blank_below(&self, block: usize) -> bool {
        self.blank_below.get(block).copied().unwrap_or(true)
    }

    /// True for a line much shorter than the article's paragraphs.
    pub fn is_short(&self, characters: usize) -> bool {
        characters <= SHORT && characters * TIMES <= self.typical
    }
}
