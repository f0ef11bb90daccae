//! All names in a text, in one pass.

use super::{entry::Entry, table::Table};
use crate::text::{Span, ViewByte};

/// A name where it stands in a text.
#[derive(Debug, Clone, Copy)]
pub struct Match<'g> {
    /// Its bytes.
    pub span: Span<ViewByte>,
    /// What it can mean.
    pub entry: Entry<'g>,
}

/// Leftmost-longest names of `text`.
pub(super) fn scan<'g>(table: &'g Table, text: &str) -> Vec<Match<'g>> {
    let words = words(text);
    let mut found = Vec::new();
    let mut key = String::new();
    let mut at = 0;
    while at < words.len() {
        let pieces = words[at..].iter().enumerate().map_while(|(i, &(start, end))| {
            let before = if i == 0 { "" } else { &text[words[at + i - 1].1..start] };
            let last = if i == 0 { "" } else { &text[words[at + i - 1].0..words[at + i - 1].1] };
            (i == 0 || joins(last, before)).then_some((before, &text[start..end]))
        });
        match table.longest(&mut key, pieces) {
            Some((count, entry)) => {
                let (start, end) = (words[at].0, words[at + count - 1].1);
                found.push(Match { span: Span::new(start, with_closing_stop(text, words[at + count - 1].0, end)), entry });
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// Runs of letters, digits, `&` and `+`, with the full stops and marks inside them.
fn words(text: &str) -> Vec<(usize, usize)> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '&' | '+' | '\u{300}'..='\u{36f}' | '\u{ad}');
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let goes_on = inner(c) || (c == '.' && start.is_some() && chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric()));
        match (goes_on, start) {
            (true, None) => start = Some(i),
            (false, Some(s)) => {
                words.push((s, i));
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|s| (s, text.len())));
    words
}

/// True where a name may run on over what stands between two words: white space, a hyphen, an apostrophe, a comma, the full stop of "St.".
fn joins(last: &str, between: &str) -> bool {
    match between.trim() {
        "" => between.len() <= 3,
        "-" | "\u{2010}" | "\u{2011}" | "'" | "\u{2019}" | "\u{2018}" | "`" | "\u{2bb}" => between.trim().len() == between.len(),
        "," => true,
        "." => last.len() <= 2,
        _ => false,
    }
}

/// The end of "U.S." takes in its last full stop, as tokenizers do.
fn with_closing_stop(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    let initials = word.contains('.') && word.split('.').all(|p| p.chars().count() == 1);
    if initials && text[end..].starts_with('.') { end + 1 } else { end }
}
