//! Words in marks that nobody said: titles of works, terms, nicknames, single words held at arm's length.

use super::{layout::Words, reading::Sheet};
use crate::language::Pos;

/// How many tokens beside the marks a noun for a work can stand.
const WORK_REACH: usize = 3;
/// Words of this length or shorter may be small in a title.
const SMALL_WORD: usize = 4;

/// True where the words in marks are a title, a term or a nickname. For what no cue takes as its complement.
pub fn is_term(s: Sheet<'_>, words: &Words) -> bool {
    is_nickname(s, words) || names_itself(s, words) || is_title(s, words)
}

/// How many words stand in the marks.
pub fn count(s: Sheet<'_>, words: &Words) -> usize {
    words.inner.range().filter(|&t| s.doc.word(t).chars().any(char::is_alphanumeric)).count()
}

/// `Ana "the Fox" Ruiz`.
fn is_nickname(s: Sheet<'_>, words: &Words) -> bool {
    let name = |t: Option<usize>| t.is_some_and(|t| s.is_frame(t) && s.doc.tokens[t].pos == Pos::Propn);
    let behind = Some(words.outer.end).filter(|&t| t < s.doc.len());
    count(s, words) <= 4 && name(words.outer.start.checked_sub(1)) && name(behind)
}

/// `the so-called "…"`, `known as "…"`, `the phrase "…"`.
fn names_itself(s: Sheet<'_>, words: &Words) -> bool {
    let Some(before) = words.outer.start.checked_sub(1).filter(|&t| s.is_frame(t)) else { return false };
    let two = before.checked_sub(1).map(|b| s.doc.words(crate::text::Span::new(b, before + 1)));
    let last = s.doc.word(before);
    // "called" with an object says whose name for it that is; right before the marks it only names
    let named = s.cues.makes_term(last) && !s.doc.own_subject(before).is_some_and(|n| n < before && !s.doc.is_passive(before));
    named || two.is_some_and(|w| s.cues.makes_term(w))
}

/// Capitals on all but small words: beside a noun for a work, or without anything that a sentence would have.
fn is_title(s: Sheet<'_>, words: &Words) -> bool {
    let doc = s.doc;
    let letters = words.inner.range().filter(|&t| doc.word(t).chars().any(char::is_alphabetic));
    let (mut capitals, mut small) = (0, 0);
    for t in letters {
        let word = doc.word(t);
        if word.starts_with(|c: char| c.is_uppercase()) {
            capitals += 1;
        } else if word.chars().count() > SMALL_WORD {
            small += 1;
        }
    }
    let ends_sentence = matches!(doc.word(words.inner.end - 1), "." | "!" | "?");
    if capitals == 0 || small > 0 {
        return false;
    }
    let near = words.outer.start.saturating_sub(WORK_REACH)..(words.outer.end + WORK_REACH).min(doc.len());
    let beside_work = near.filter(|&t| s.is_frame(t)).any(|t| s.cues.is_work(&doc.lemma(t).to_lowercase()));
    beside_work || capitals >= 2 && !ends_sentence
}
