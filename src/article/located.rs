//! Where a block of a page stands in it: a path for a selector, and its words as the page has them.

/// Where a block stands in the page, so that a newsroom's tool can mark the place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// A CSS selector that the element which holds the block alone answers to.
    pub selector: String,
    /// The block's words as the page's text nodes have them, white space and all.
    pub raw: String,
    /// What stands before them in the page's text, some words of it.
    pub before: String,
    /// What stands behind them.
    pub behind: String,
}

/// Words of a page in its own spelling, with what stands around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted<'l> {
    /// The words.
    pub exact: &'l str,
    /// The block's words before them.
    pub head: &'l str,
    /// The block's words behind them.
    pub tail: &'l str,
}

/// Reads stretches of a block's text off the page, one behind the other; O(block) for all of them.
#[derive(Debug)]
pub struct Reader<'l> {
    located: &'l Located,
    text: &'l str,
    /// Bytes of `text` and of the page's words that are behind.
    at: (usize, usize),
}

impl<'l> Reader<'l> {
    /// Reads a block of which the article has `text`. The two differ in white space only.
    pub fn new(located: &'l Located, text: &'l str) -> Self {
        Self { located, text, at: (0, 0) }
    }

    /// The page's words at `start..end` of the block's text. Stretches are asked for in order.
    pub fn read(&mut self, start: usize, end: usize) -> Quoted<'l> {
        let raw = self.located.raw.as_str();
        self.advance(start);
        let rest = &raw[self.at.1..];
        let from = self.at.1 + (rest.len() - rest.trim_start().len());
        self.advance(end);
        let until = self.at.1.max(from);
        Quoted { exact: &raw[from..until], head: &raw[..from], tail: &raw[until..] }
    }

    /// Goes on to byte `to` of the text: past as many letters of the page as there are in the text up to it.
    fn advance(&mut self, to: usize) {
        let (from, raw_from) = self.at;
        let letters = self.text.get(from..to).map_or(0, |t| t.chars().filter(|c| !c.is_whitespace()).count());
        let raw = &self.located.raw[raw_from..];
        let passed = letters.checked_sub(1).map_or(0, |last| {
            raw.char_indices().filter(|(_, c)| !c.is_whitespace()).nth(last).map_or(raw.len(), |(at, c)| at + c.len_utf8())
        });
        self.at = (to.max(from), raw_from + passed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_read_in_the_pages_own_spelling() {
        let located = Located { raw: "The  two\n ministers – «ça va» – met".into(), ..Located::default() };
        let text = "The two ministers – «ça va» – met";
        let mut reader = Reader::new(&located, text);
        let mut exact = |words: &str| {
            let start = text.find(words).unwrap();
            reader.read(start, start + words.len()).exact
        };
        assert_eq!((exact("The two ministers"), exact("«ça va»"), exact("met")), ("The  two\n ministers", "«ça va»", "met"));
        let whole = Reader::new(&located, text).read(0, text.len());
        assert_eq!((whole.exact, whole.head, whole.tail), (located.raw.as_str(), "", ""));
    }

    #[test]
    fn what_is_not_there_is_empty() {
        let located = Located::default();
        let mut reader = Reader::new(&located, "https://x.com/port/status/1");
        assert_eq!(reader.read(0, 27).exact, "");
        assert_eq!(reader.read(40, 90), Quoted { exact: "", head: "", tail: "" });
    }
}
