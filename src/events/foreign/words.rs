//! A text's words, for languages without a tokenizer of their own.

use crate::{
    language::{Doc, Morph, Pos, Relation, Token},
    text::{Span, ViewByte},
};

/// Most words of a sentence. None is longer but in lists and in what is no prose; each verb is held against its sentence's words.
const LONGEST: usize = 2048;

/// A document whose tokens have nothing but their place.
pub fn doc(text: &str) -> Doc {
    let (mut tokens, mut sentence): (Vec<Token>, usize) = (Vec::new(), 0);
    for_each_span(text, |span| {
        let i = tokens.len();
        let sentence_start = i == 0 || i - sentence >= LONGEST || ends_before(text, &tokens, span);
        if sentence_start {
            sentence = i;
        }
        tokens.push(Token {
            span,
            space_after: text[span.end..].starts_with(' '),
            lemma: text[span.range()].to_lowercase().into(),
            pos: Pos::X,
            morph: Morph::default(),
            head: i,
            relation: Relation::default(),
            name: None,
            sentence_start,
        });
    });
    Doc::finish(text.to_owned(), tokens, Vec::new())
}

/// Words, with hyphens inside them, and single marks. "l’" and its like are words of their own.
pub fn spans(text: &str) -> Vec<Span<ViewByte>> {
    let mut found = Vec::new();
    for_each_span(text, |span| found.push(span));
    found
}

/// The same, one after the other: a long text's need not all be held.
fn for_each_span(text: &str, mut found: impl FnMut(Span<ViewByte>)) {
    let mut start: Option<usize> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let next = chars.peek().map(|&(_, n)| n);
        let inside = start.is_some() && next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() || matches!(c, '@' | '#' | '_') || c == '-' && inside {
            start.get_or_insert(at);
            continue;
        }
        if matches!(c, '\'' | '’')
            && inside
            && let Some(from) = start
        {
            if is_elided(&text[from..at]) {
                found(Span::new(from, end));
                start = None;
            }
            continue;
        }
        if let Some(from) = start.take() {
            found(Span::new(from, at));
        }
        if !c.is_whitespace() {
            found(Span::new(at, end));
        }
    }
    if let Some(from) = start {
        found(Span::new(from, text.len()));
    }
}

/// "l", "d", "qu": what an apostrophe cuts off before a vowel; not the "O" of a name.
fn is_elided(before: &str) -> bool {
    const ELIDED: [&str; 12] = ["l", "d", "j", "s", "n", "c", "m", "t", "qu", "jusqu", "lorsqu", "puisqu"];
    ELIDED.contains(&before.to_lowercase().as_str())
}

/// True where a sentence ends before the word at `span`, which stands behind `tokens`: a full stop with a capital behind it, but for "80. Jahrestag" and "Dr. Ruiz", or a line's
/// end with nothing but a capital behind it.
fn ends_before(text: &str, tokens: &[Token], span: Span<ViewByte>) -> bool {
    let mut before = tokens.iter().rev().map(|t| t.span);
    let Some(last) = before.next() else { return false };
    let between = &text[last.end..span.start];
    if between.contains("\n\n") {
        return true;
    }
    let begins = text[span.range()]
        .starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric() && !matches!(c, ',' | ')' | '.' | '”' | '"' | '»'));
    match &text[last.range()] {
        "!" | "?" => begins,
        "." => {
            let before = before.next().map_or("", |s| &text[s.range()]);
            let short = before.chars().count() <= 2 && before.starts_with(char::is_uppercase) && before.chars().any(char::is_lowercase);
            let initial = before.chars().count() == 1;
            begins && !between.is_empty() && !before.chars().all(|c| c.is_ascii_digit()) && !short && !initial
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        spans(text).into_iter().map(|s| &text[s.range()]).collect()
    }

    #[test]
    fn words_marks_and_elisions() {
        assert_eq!(words("L’Élysée, l'État."), ["L’", "Élysée", ",", "l'", "État", "."]);
        assert_eq!(words("Anne-Marie O’Neil reunir-se-á"), ["Anne-Marie", "O’Neil", "reunir-se-á"]);
        assert_eq!(words("a - b"), ["a", "-", "b"]);
    }

    #[test]
    fn sentences() {
        let starts = |text: &str| doc(text).sentences().len();
        assert_eq!(starts("Ana habla. Rui escucha."), 2);
        assert_eq!(starts("Der 80. Jahrestag. Morgen kommt Dr. Ruiz."), 2);
        assert_eq!(starts("un titre\n\nUne phrase"), 2);
    }

    #[test]
    fn no_sentence_is_longer_than_can_be_read() {
        let lengths = |words: usize| doc(&"paz y ".repeat(words / 2)).sentences().iter().map(|s| s.len()).collect::<Vec<_>>();
        assert_eq!(lengths(LONGEST), [LONGEST]);
        assert_eq!(lengths(2 * LONGEST + 2), [LONGEST, LONGEST, 2]);
    }
}
