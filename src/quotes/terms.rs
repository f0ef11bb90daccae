//! Words in marks that nobody said: titles of works, terms, nicknames, single words held at arm's length.

use super::{layout::Words, reading::Sheet};
use crate::language::Pos;

/// How many tokens beside the marks a noun for a work can stand.
const WORK_REACH: usize = 3;
/// How many tokens a bracket can hold before the short form that it brings: "hereinafter referred to as".
const BRACKET_REACH: usize = 6;
/// Words of this length or shorter may be small in a title.
const SMALL_WORD: usize = 4;

/// True where the words in marks are a title, a term or a nickname. For what no cue takes as its complement.
pub fn is_term(s: Sheet<'_>, words: &Words) -> bool {
    is_nickname(s, words) || is_short_form(s, words) || names_itself(s, words) || is_title(s, words)
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

/// `the Bank for Rivers (“the Bank”)`: marks that alone fill brackets, or end them.
fn is_short_form(s: Sheet<'_>, words: &Words) -> bool {
    let behind = words.outer.end;
    let closes = behind < s.doc.len() && s.doc.word(behind) == ")";
    let ends_sentence = matches!(s.doc.word(words.inner.end - 1), "." | "!" | "?");
    let opens = (words.outer.start.saturating_sub(BRACKET_REACH)..words.outer.start).any(|t| s.doc.word(t) == "(");
    closes && opens && !ends_sentence
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

/// Capitals on the first word and on all but small ones: beside a noun for a work, or without anything that a sentence would have.
fn is_title(s: Sheet<'_>, words: &Words) -> bool {
    let ends_sentence = matches!(s.doc.word(words.inner.end - 1), "." | "!" | "?");
    let Some((capitals, all)) = title_capitals(s, words) else { return false };
    2 * capitals >= all && (beside_work(s, words) || capitals >= 2 && !ends_sentence)
}

/// `on the channel's "Wait for the Rain."`: a title whose marks hold the full stop of the sentence around it.
pub fn is_title_before_stop(s: Sheet<'_>, words: &Words) -> bool {
    let after_verb = words.outer.start.checked_sub(1).is_some_and(|t| s.doc.is_verbal(t));
    let stop = s.doc.word(words.inner.end - 1) == ".";
    stop && !after_verb && title_capitals(s, words).is_some_and(|(capitals, all)| capitals >= 2 && 2 * capitals >= all)
}

/// How many words of a title have capitals, of how many; none where a longer word is small, or the first.
fn title_capitals(s: Sheet<'_>, words: &Words) -> Option<(usize, usize)> {
    let doc = s.doc;
    let mut letters = words.inner.range().map(|t| doc.word(t)).filter(|w| w.chars().any(char::is_alphabetic)).peekable();
    let upper = |w: &str| w.starts_with(char::is_uppercase);
    if !letters.peek().is_some_and(|w| upper(w)) {
        return None;
    }
    let (mut capitals, mut all) = (0, 0);
    for word in letters {
        all += 1;
        if upper(word) {
            capitals += 1;
        } else if word.chars().count() > SMALL_WORD {
            return None;
        }
    }
    Some((capitals, all))
}

/// True where a noun for a work stands right before or behind the marks, in the same part of the sentence.
fn beside_work(s: Sheet<'_>, words: &Words) -> bool {
    let doc = s.doc;
    let near = |t: &usize| s.is_frame(*t) && !s.is_stop(*t);
    let work = |t: usize| s.cues.is_work(&doc.lemma(t).to_lowercase());
    let before = (words.outer.start.saturating_sub(WORK_REACH)..words.outer.start).rev().take_while(near).any(work);
    before || (words.outer.end..(words.outer.end + WORK_REACH).min(doc.len())).take_while(near).any(work)
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn titles_terms_and_nicknames_are_nobodys_words() {
        for article in [
            "Maria Lopez signed copies of her novel “The Long Road Home” in Quito.",
            "Her film “A Winter in the Valley” opened on Friday.",
            "The so-called “zero line around the lake” was moved.",
            "The lake came to the Bank for Rivers (now referred to as “the old Water Bank”) in May.",
            "The plan, known as “peace for the river”, was dropped.",
            "Police arrested Pedro “the Little Owl” Ramos in May.",
        ] {
            assert_eq!(in_marks(article), [""; 0], "{article}");
        }
    }

    #[test]
    fn a_noun_of_the_next_sentence_makes_no_title() {
        let quotes = in_marks("Maria Lopez said it would be “some day in May, I think”. The paper was wrong.");
        assert_eq!(quotes, ["mixed “some day in May, I think” by Maria Lopez: said"]);
    }

    #[test]
    fn a_name_that_somebody_gives_is_a_quote() {
        let quotes = in_marks("Maria Lopez called the river “the soul of our valley”.");
        assert_eq!(quotes, ["mixed “the soul of our valley” by Maria Lopez: called"]);
    }
}
