//! Lines of a body that comes in pieces, within a limit.

/// A line of a batch.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Without its end.
    Whole(Vec<u8>),
    /// Longer than the limit; its bytes are thrown away as they come.
    TooLong,
}

/// Cuts pieces into lines. Holds one line at most.
#[derive(Debug)]
pub(super) struct Lines {
    line: Vec<u8>,
    limit: usize,
    /// Inside a line that is too long: passed over up to its end.
    skipping: bool,
}

impl Lines {
    pub(super) fn new(limit: usize) -> Self {
        Self { line: Vec::new(), limit, skipping: false }
    }

    /// The next line that ends in `piece`, or grows too long in it, which is cut off its front; none when the piece is used up.
    pub(super) fn next(&mut self, piece: &mut &[u8]) -> Option<Line> {
        while !piece.is_empty() {
            let end = memchr::memchr(b'\n', piece);
            let (part, rest) = piece.split_at(end.unwrap_or(piece.len()));
            *piece = rest.get(1..).unwrap_or_default();
            let was_skipping = self.skipping;
            if !was_skipping && self.line.len() + part.len() > self.limit {
                self.line = Vec::new();
                self.skipping = end.is_none();
                return Some(Line::TooLong);
            }
            if was_skipping {
                self.skipping = end.is_none();
                continue;
            }
            self.line.extend_from_slice(part);
            if end.is_some() {
                return Some(Line::Whole(std::mem::take(&mut self.line)));
            }
        }
        None
    }

    /// The last line, where the body ends without a line's end.
    pub(super) fn last(&mut self) -> Option<Line> {
        (!self.line.is_empty()).then(|| Line::Whole(std::mem::take(&mut self.line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of `text`, fed in pieces of `size` bytes.
    fn lines(text: &str, limit: usize, size: usize) -> Vec<Option<String>> {
        let (mut cutter, mut lines) = (Lines::new(limit), Vec::new());
        for mut piece in text.as_bytes().chunks(size) {
            while let Some(line) = cutter.next(&mut piece) {
                lines.push(line);
            }
        }
        lines.extend(cutter.last());
        lines.into_iter().map(|l| if let Line::Whole(l) = l { Some(String::from_utf8(l).unwrap()) } else { None }).collect()
    }

    #[test]
    fn however_the_pieces_fall_the_lines_are_the_same() {
        let some = |l: &str| Some(l.to_owned());
        for size in 1..12 {
            assert_eq!(lines("ab\n\ncdef\r\ng", 9, size), [some("ab"), some(""), some("cdef\r"), some("g")]);
            assert_eq!(lines("one\n", 9, size), [some("one")]);
            assert_eq!(lines("", 9, size), []);
        }
    }

    #[test]
    fn a_line_over_the_limit_is_told_once_in_its_place() {
        for size in 1..20 {
            assert_eq!(lines("ab\n123456789\ncd\n", 4, size), [Some("ab".into()), None, Some("cd".into())], "{size}");
            assert_eq!(lines("1234\n12345", 4, size), [Some("1234".into()), None], "{size}");
        }
    }
}
