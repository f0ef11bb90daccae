//! A text's lines.

/// One line: what stands in it, without the white space around it and without its break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// Byte of the text at which its words begin.
    pub start: usize,
    /// Its words.
    pub words: &'t str,
    /// Characters of white space before its words.
    pub indent: usize,
}

impl Line<'_> {
    /// Byte of the text behind its words.
    pub fn end(&self) -> usize {
        self.start + self.words.len()
    }

    /// True where nothing stands in it that can be seen.
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Characters from the margin to the end of its words.
    pub fn width(&self) -> usize {
        self.indent + self.words.chars().count()
    }
}

/// White space, and what takes no room on the page: NUL, zero-width characters, the byte-order mark.
pub(super) fn is_empty_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\0' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The lines of `text`; a break is LF, CR LF, CR, or the Unicode line and paragraph separators.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        lines.push(line(text, start, at));
        start = at + c.len_utf8();
        if c == '\r' && chars.next_if(|&(_, next)| next == '\n').is_some() {
            start += 1;
        }
    }
    lines.push(line(text, start, text.len()));
    lines
}

fn line(text: &str, start: usize, end: usize) -> Line<'_> {
    let whole = &text[start..end];
    let from_words = whole.trim_start_matches(is_empty_space);
    let indent = whole[..whole.len() - from_words.len()].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    Line { start: end - from_words.len(), words: from_words.trim_end_matches(is_empty_space), indent }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_break_ends_a_line() {
        let words: Vec<_> = lines("one\r\ntwo\rthree\n\u{a0} \nfour").iter().map(|l| l.words).collect();
        assert_eq!(words, ["one", "two", "three", "", "four"]);
    }

    #[test]
    fn a_line_knows_where_its_words_stand() {
        let text = "a\n   indented  \nb";
        let line = lines(text)[1];
        assert_eq!((&text[line.start..line.end()], line.indent), ("indented", 3));
    }

    #[test]
    fn nul_and_zero_width_characters_make_no_line() {
        assert!(lines("\0\u{200B}\u{FEFF} ")[0].is_blank());
        assert!(!lines("\0x")[0].is_blank());
    }
}
