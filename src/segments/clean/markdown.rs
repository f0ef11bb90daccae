//! Markdown (CommonMark 0.31) that the text was written in: its marks go, its words stay.

use std::ops::Range;

use super::{Edit, Edits};

/// Characters of an address.
const LONGEST_ADDRESS: usize = 1000;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    line_marks(block, edits);
    if !block.contains(['*', '_', '[', '`', '\\']) {
        return;
    }
    escapes(block, edits);
    links(block, edits);
    strong(block, edits);
    for mark in ['*', '_'] {
        emphasis(block, mark, edits);
    }
    code(block, edits);
}

/// Marks at a line's start: heading, quotation, list item; and the underline of a setext heading.
fn line_marks(block: &str, edits: &mut Edits) {
    let mut at = 0;
    for (number, line) in block.split_inclusive('\n').enumerate() {
        let words = line.trim_start();
        let start = at + (line.len() - words.len());
        let marks = words.bytes().take_while(|b| *b == b'#').count();
        if number == 0 && (1..=6).contains(&marks) && words[marks..].starts_with(' ') {
            edits.push(Edit::drop(start..start + marks));
            let closing = words.trim_end().trim_end_matches('#');
            if closing.ends_with(' ') && closing.len() > marks {
                edits.push(Edit::drop(start + closing.len()..start + words.trim_end().len()));
            }
        } else if words.starts_with("> ") {
            edits.push(Edit::drop(start..start + 1));
        } else if number == 0
            && let Some(bullet) = words.chars().next().filter(|c| "•‣◦▪●○■*-+".contains(*c))
            && words[bullet.len_utf8()..].starts_with([' ', '\t'])
            && words.trim().chars().count() > 1
        {
            edits.push(Edit::drop(start..start + bullet.len_utf8()));
        } else if number > 0
            && words.trim_end().len() >= 3
            && (words.trim_end().bytes().all(|b| b == b'=') || words.trim_end().bytes().all(|b| b == b'-'))
        {
            edits.push(Edit::drop(start..start + words.trim_end().len()));
        }
        at += line.len();
    }
}

/// A backslash before a character of punctuation says that it is meant.
fn escapes(block: &str, edits: &mut Edits) {
    let mut bytes = block.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && bytes.next_if(|(_, b)| b"\\`*_{}[]()#+-.!|>~".contains(b)).is_some() {
            edits.push(Edit::put(at..at + 2, block[at + 1..at + 2].to_owned()));
        }
    }
}

/// True where an odd number of backslashes stands before a mark.
fn is_escaped(block: &str, at: usize) -> bool {
    block.as_bytes()[..at].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

/// `[words](address)` leaves its words, `![picture](address)` nothing.
fn links(block: &str, edits: &mut Edits) {
    let mut open: Vec<usize> = Vec::new();
    let mut done = 0;
    for (at, mark) in block.match_indices(['[', ']']) {
        if at < done || is_escaped(block, at) {
            continue;
        }
        if mark == "[" {
            open.push(at);
            continue;
        }
        let Some(from) = open.pop() else { continue };
        let Some(end) = address(&block[at + 1..]).map(|length| at + 1 + length) else { continue };
        if block[..from].ends_with('!') {
            edits.push(Edit::drop(from - 1..end));
        } else {
            edits.push(Edit::drop(from..from + 1));
            edits.push(Edit::drop(at..end));
        }
        done = end;
    }
}

/// Bytes of `(address "title")`: what stands in the brackets is an address or a path, not words, and holds no square bracket.
fn address(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('(')?;
    let mut depth = 0_usize;
    let mut end = None;
    for (at, c) in inside.char_indices().take(LONGEST_ADDRESS) {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = Some(at);
                break;
            }
            ')' => depth -= 1,
            '[' | ']' => return None,
            _ => {}
        }
    }
    let end = end?;
    let target = inside[..end].split_whitespace().next()?;
    let is_address =
        target.contains("://") || target.starts_with(['/', '#', '.']) || target.starts_with("mailto:") || target.starts_with("www.");
    is_address.then_some(1 + end + 1)
}

/// `**words**` and `__words__`. Editors write the closing pair behind a space, too, so that it is asked only where the opening pair stands.
fn strong(block: &str, edits: &mut Edits) {
    for pair in ["**", "__"] {
        let mut open: Option<Range<usize>> = None;
        for run in runs(block, pair) {
            match open.take() {
                None if opens(block, &run) => open = Some(run),
                None => {}
                Some(first) if pair == "__" && !closes(block, &run) => open = Some(first),
                Some(first) => {
                    edits.push(Edit::drop(first));
                    edits.push(Edit::drop(run));
                }
            }
        }
    }
}

/// Runs of at least two of a mark.
fn runs<'b>(block: &'b str, pair: &'b str) -> impl Iterator<Item = Range<usize>> + 'b {
    let mark = pair.as_bytes()[0];
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let from = at + block[at..].find(pair)?;
            let length = block.as_bytes()[from..].iter().take_while(|b| **b == mark).count();
            at = from + length;
            if !is_escaped(block, from) {
                return Some(from..at);
            }
        }
    })
}

/// `*words*` and `_words_`: the opening mark begins a word, the closing one ends one.
fn emphasis(block: &str, mark: char, edits: &mut Edits) {
    let mut open: Option<usize> = None;
    for (at, _) in block.match_indices(mark) {
        let run = at..at + 1;
        let alone = !block[..at].ends_with(mark) && !block[at + 1..].starts_with(mark) && !is_escaped(block, at);
        match open {
            Some(first) if alone && closes(block, &run) => {
                edits.push(Edit::drop(first..first + 1));
                edits.push(Edit::drop(run));
                open = None;
            }
            _ if alone && opens(block, &run) => open = Some(at),
            _ => {}
        }
    }
}

/// A mark that opens has a word behind it and none before it.
fn opens(block: &str, run: &Range<usize>) -> bool {
    let before = block[..run.start].chars().next_back();
    let after = block[run.end..].chars().next();
    before.is_none_or(|c| !c.is_alphanumeric() && c != '*' && c != '_') && after.is_some_and(|c| !c.is_whitespace())
}

/// A mark that closes has a word before it and none behind it.
fn closes(block: &str, run: &Range<usize>) -> bool {
    let before = block[..run.start].chars().next_back();
    let after = block[run.end..].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// `` `words` `` on one line.
fn code(block: &str, edits: &mut Edits) {
    let mut open: Option<usize> = None;
    for (at, _) in block.match_indices('`') {
        let alone = !block[..at].ends_with('`') && !block[at + 1..].starts_with('`');
        match open.take() {
            Some(first) if alone && !block[first..at].contains('\n') => {
                edits.push(Edit::drop(first..first + 1));
                edits.push(Edit::drop(at..at + 1));
            }
            _ if alone => open = Some(at),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::default()).text().to_owned()
    }

    #[test]
    fn marks_go_and_words_stay() {
        for (text, expected) in [
            ("**Salt** and __ferries__", "Salt and ferries"),
            ("**The two ports: **both sides", "The two ports: both sides"),
            ("*very* _much_ ***indeed***", "very much indeed"),
            ("see [the draft](https://h.example/a_(b)?c=*d*) now", "see the draft now"),
            ("![a pier](/pier.jpg) Pier", "Pier"),
            ("## Next steps ##", "Next steps"),
            ("Next steps\n----------", "Next steps"),
            ("> quoted\n> words", "quoted words"),
            ("- an item", "an item"),
            ("Salt\\_works \\*", "Salt_works *"),
            ("the `pier` word", "the pier word"),
        ] {
            assert_eq!(cleaned(text), expected);
        }
    }

    #[test]
    fn look_alikes_stay() {
        for text in [
            "the password was C** and not D**",
            "2*3*4 and 2 ** 3",
            "snake_case_name and _private",
            "Novak* said [sic] (as ever)",
            "[he] (the minister)",
            "#salt is back",
            "5 > 3",
            "a \\ b",
            "-5 degrees",
            "footnote * and footnote **",
            "`` quoted ''",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }
}
