//! Which marks of quotation pair: the typographic side of quotes. Who said it waits until entities stand.
//!
//! One pass over the characters with a stack of open marks. A straight mark opens behind white space or an opening bracket and closes
//! otherwise; a single mark closes only where one is open and no letter follows, so that apostrophes stay apostrophes. What is
//! never closed ends with the paragraph, or goes on in the next one where that begins with an opening mark.

use super::Marked;
use crate::text::Span;

/// A kind of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Double,
    Low,
    Guillemet,
    Straight,
    Single,
    StraightSingle,
}

impl Kind {
    fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::StraightSingle)
    }
}

/// A mark that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    kind: Kind,
    at: usize,
    width: usize,
}

/// What one text holds.
#[derive(Debug, Default)]
pub struct Pairs {
    /// Marks that pair, in order of their opening.
    pub marks: Vec<Marked>,
    /// A double mark that was never closed and behind which no other one stands.
    unclosed: Option<Open>,
    /// True where the text begins with an opening double mark.
    opens: bool,
}

/// The pairs of each text in a row of paragraphs; one that ends open goes on in the next where that opens again.
pub fn pair(texts: &[&str]) -> Vec<Vec<Marked>> {
    let mut found: Vec<Pairs> = texts.iter().map(|t| scan(t)).collect();
    let mut continued = false;
    for i in 0..found.len() {
        let goes_on = found[i].unclosed.is_some() && found.get(i + 1).is_some_and(|next| next.opens);
        let text = texts[i];
        let pairs = &mut found[i];
        if let Some(open) = pairs.unclosed {
            let end = text.trim_end().len();
            let inner = Span::new(open.at + open.width, end);
            if !inner.is_empty() && (goes_on || continued || open.at == text.len() - text.trim_start().len() || behind_cue(text, open.at)) {
                let marked = Marked { outer: Span::new(open.at, end), inner, depth: 0, continues: goes_on, continued: false };
                let at = pairs.marks.partition_point(|m| m.outer.start < open.at);
                for m in &mut pairs.marks[at..] {
                    m.depth = m.depth.saturating_add(1);
                }
                pairs.marks.insert(at, marked);
            }
        }
        if continued && let Some(first) = pairs.marks.first_mut() {
            first.continued = true;
        }
        continued = goes_on;
    }
    found.into_iter().map(|p| p.marks).collect()
}

/// True where a comma or colon leads up to the mark: what is never closed there is a quote that lost its end.
fn behind_cue(text: &str, at: usize) -> bool {
    text[..at].trim_end().ends_with([',', ':'])
}

fn scan(text: &str) -> Pairs {
    let mut stack: Vec<Open> = Vec::new();
    let mut pairs: Vec<Marked> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, c)| *c);
        let opens_here = before
            .is_none_or(|b| b.is_whitespace() || matches!(b, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '…' | '“' | '"' | '‘' | '\'' | '«'))
            && after.is_some_and(|a| !a.is_whitespace());
        let open = |kind| Open { kind, at, width: c.len_utf8() };
        match c {
            '„' => stack.push(open(Kind::Low)),
            '“' if innermost(&stack, &[Kind::Low]).is_some() => close(&mut stack, &mut pairs, &[Kind::Low], at, c.len_utf8()),
            '“' => stack.push(open(Kind::Double)),
            '”' | '‟' => close(&mut stack, &mut pairs, &[Kind::Double, Kind::Low, Kind::Straight], at, c.len_utf8()),
            '«' => stack.push(open(Kind::Guillemet)),
            '»' => close(&mut stack, &mut pairs, &[Kind::Guillemet], at, c.len_utf8()),
            '"' => {
                let is_open = innermost(&stack, &[Kind::Straight, Kind::Double]).is_some();
                if opens_here
                    && !(is_open
                        && after.is_some_and(|a| {
                            !a.is_alphanumeric() && !matches!(a, '[' | '(' | '\'' | '‘' | '.' | '…' | '$' | '£' | '€' | '#' | '@')
                        }))
                {
                    stack.push(open(Kind::Straight));
                } else {
                    close(&mut stack, &mut pairs, &[Kind::Straight, Kind::Double], at, c.len_utf8());
                }
            }
            '‘' => stack.push(open(Kind::Single)),
            '’' if innermost(&stack, &[Kind::Single]).is_some() && !after.is_some_and(char::is_alphanumeric) => {
                close(&mut stack, &mut pairs, &[Kind::Single], at, c.len_utf8());
            }
            // typewriters wrote two single marks for a double one
            '\'' | '`' if after == Some(c) => {
                chars.next();
                let closes = chars.peek().is_none_or(|(_, next)| !next.is_alphanumeric());
                if c == '`' || opens_here && !closes {
                    stack.push(Open { kind: Kind::Straight, at, width: 2 });
                } else {
                    close(&mut stack, &mut pairs, &[Kind::Straight, Kind::Double], at, 2);
                }
            }
            '\'' if opens_here && after.is_some_and(|a| a.is_alphabetic() || a == '"') => stack.push(open(Kind::StraightSingle)),
            '\'' if innermost(&stack, &[Kind::StraightSingle]).is_some() && !after.is_some_and(char::is_alphanumeric) => {
                close(&mut stack, &mut pairs, &[Kind::StraightSingle], at, c.len_utf8());
            }
            _ => {}
        }
        before = Some(c);
    }
    let unclosed = stack
        .iter()
        .find(|o| !o.kind.is_single())
        .copied()
        .filter(|o| pairs.iter().all(|m| m.outer.start < o.at || m.depth > 0 || m.outer.start > o.at && nested_single(text, m)));
    pairs.sort_by_key(|m| (m.outer.start, std::cmp::Reverse(m.outer.end)));
    nest(&mut pairs);
    let first = text.trim_start().chars().next();
    Pairs { marks: pairs, unclosed, opens: matches!(first, Some('“' | '"' | '«' | '„')) }
}

/// True for a pair of single marks: it can stand inside a double one that is never closed.
fn nested_single(text: &str, m: &Marked) -> bool {
    text[m.outer.start..].starts_with(['‘', '\''])
}

/// Where the innermost open mark of the given kinds stands in the stack, not looking past an open double mark of another kind.
fn innermost(stack: &[Open], kinds: &[Kind]) -> Option<usize> {
    let nearest = stack.len().saturating_sub(8);
    (nearest..stack.len()).rev().find(|&i| kinds.contains(&stack[i].kind))
}

/// Closes the innermost open mark of the given kinds; what was opened inside it and never closed is dropped.
fn close(stack: &mut Vec<Open>, pairs: &mut Vec<Marked>, kinds: &[Kind], at: usize, width: usize) {
    let Some(i) = innermost(stack, kinds) else { return };
    let open = stack[i];
    stack.truncate(i);
    let (outer, inner) = (Span::new(open.at, at + width), Span::new(open.at + open.width, at));
    if !inner.is_empty() {
        pairs.push(Marked { outer, inner, depth: 0, continues: false, continued: false });
    }
}

/// Counts how many pairs each one stands inside.
fn nest(pairs: &mut [Marked]) {
    let mut ends: Vec<usize> = Vec::new();
    for m in pairs {
        while ends.last().is_some_and(|&e| e <= m.outer.start) {
            ends.pop();
        }
        m.depth = ends.len().min(usize::from(u8::MAX)) as u8;
        ends.push(m.outer.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        pair(&[text])[0].iter().map(|m| &text[m.inner.range()]).collect()
    }

    #[test]
    fn marks_of_all_kinds_pair() {
        assert_eq!(inner("“One,” she said, “two.”"), ["One,", "two."]);
        assert_eq!(inner("\"One,\" she said, \"two.\""), ["One,", "two."]);
        assert_eq!(inner("«Uno», dijo."), ["Uno"]);
        assert_eq!(inner("„Eins“, sagte sie."), ["Eins"]);
        assert_eq!(inner("‘One,’ she said."), ["One,"]);
        assert_eq!(inner("'One,' she said."), ["One,"]);
        assert_eq!(inner("``One,'' she said, \"two.''"), ["One,", "two."]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in ["The leaders’ talks didn’t end.", "The leaders' talks didn't end in the '90s.", "Rock 'n' roll"] {
            assert!(inner(text).len() <= usize::from(text.contains("'n'")), "{text}");
        }
    }

    #[test]
    fn a_mark_inside_another_is_nested() {
        let text = "“He told me ‘never again’ twice,” she said.";
        let marks = &pair(&[text])[0];
        assert_eq!(marks.iter().map(|m| m.depth).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn a_quote_over_paragraphs_goes_on_where_the_next_one_opens() {
        let found = pair(&["“The first.", "“The second,” she said."]);
        assert!(found[0][0].continues && !found[0][0].continued);
        assert!(found[1][0].continued && !found[1][0].continues);
    }

    #[test]
    fn what_is_never_closed_ends_with_its_paragraph() {
        assert_eq!(inner("She said, \"We are late."), ["We are late."]);
        assert_eq!(inner("A pipe of 5\" and no more"), Vec::<&str>::new());
    }

    #[test]
    fn a_hundred_thousand_marks_take_no_time() {
        let start = std::time::Instant::now();
        for text in ["\"".repeat(100_000), "“".repeat(100_000), "\" a".repeat(50_000), "'a ".repeat(50_000)] {
            pair(&[&text]);
        }
        assert!(start.elapsed().as_secs() < 5);
    }
}
