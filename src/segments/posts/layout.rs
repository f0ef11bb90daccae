//! How an article sets its paragraphs: with blank lines between them or without, how long they are, and who speaks in them.

use super::{super::draft::Draft, signs::has_voice};
use crate::article::BlockKind;

/// A line is short where it has no more characters than this …
const SHORT: usize = 60;
/// … and the article's paragraphs have so many times as many.
const TIMES: usize = 2;

/// Blocks above a closing line that may well be the post's and say nothing of the article's own voice.
const POSTED: usize = 2;
/// One paragraph in so many speaks of itself or to the reader where the article's own voice does …
const PERSONAL: usize = 2;
/// … and so many at least are looked at.
const FEWEST: usize = 3;

/// The article's way of setting paragraphs.
#[derive(Debug)]
pub(super) struct Layout {
    /// For each block, whether a blank line parts it from the next.
    blank_below: Vec<bool>,
    /// Most paragraphs are parted by blank lines.
    spaced: bool,
    /// Characters of the paragraph in the middle, by length.
    typical: usize,
    /// The article speaks in the first person or to the reader: an interview, a column.
    pub personal: bool,
}

impl Layout {
    /// Looks at the breaks between blocks and at the paragraphs' lengths and voice. `closing` are the blocks of closing lines, in order;
    /// `main` is the article's language. O(n log n) in the number of blocks.
    pub fn of(drafts: &[Draft<'_>], closing: &[usize], text: &str, main: Option<&str>) -> Self {
        let breaks = |pair: &[Draft<'_>]| text.get(pair[0].span.end..pair[1].span.start).map_or(0, |gap| gap.matches('\n').count());
        let mut blank_below: Vec<bool> = drafts.windows(2).map(|pair| breaks(pair) > 1).collect();
        let blank = blank_below.iter().filter(|b| **b).count();
        let spaced = blank * 2 > blank_below.len();
        blank_below.push(true);
        let mut lengths: Vec<usize> =
            drafts.iter().filter(|d| *d.kind == BlockKind::Paragraph).map(|d| d.view.text().chars().count()).collect();
        lengths.sort_unstable();
        let typical = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
        Self { blank_below, spaced, typical, personal: is_personal(drafts, closing, main) }
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

/// True where enough of the paragraphs that stand near no closing line speak of themselves or to the reader.
fn is_personal(drafts: &[Draft<'_>], closing: &[usize], main: Option<&str>) -> bool {
    let (mut all, mut speaking) = (0, 0);
    let mut closing = closing.iter().peekable();
    for (i, draft) in drafts.iter().enumerate() {
        while closing.next_if(|line| **line < i).is_some() {}
        let posted = closing.peek().is_some_and(|line| **line <= i + POSTED);
        if !posted && *draft.kind == BlockKind::Paragraph {
            all += 1;
            speaking += usize::from(has_voice(draft.view.text(), main));
        }
    }
    all >= FEWEST && speaking * PERSONAL >= all
}
