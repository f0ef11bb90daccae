//! A dateline without its dash, as scrapers leave it: "LISBON The harbour was closed". The dash is put back, so that the place is no part of
//! the sentence behind it.

use super::{Edit, Edits};
use crate::gazetteer::Gazetteer;

/// Fewest bytes of a block that can begin so.
const SHORTEST: usize = 80;
/// Most words of such a place.
const MOST_WORDS: usize = 3;

/// Puts a dash behind a place in capitals that a sentence in small letters follows.
pub(super) fn edits(block: &str, edits: &mut Edits) {
    if block.len() < SHORTEST {
        return;
    }
    let mut end = 0;
    let mut place = None;
    for word in block.split(' ').take(MOST_WORDS) {
        if !is_in_capitals(word) {
            break;
        }
        end += word.len();
        if is_place(&block[..end]) {
            place = Some(end);
        }
        end += 1;
    }
    let Some(at) = place else { return };
    let mut next = block[at..].split_whitespace();
    let sentence =
        next.next().is_some_and(|w| w.starts_with(char::is_uppercase)) && next.next().is_some_and(|w| w.contains(char::is_lowercase));
    if sentence && block.as_bytes().get(at) == Some(&b' ') {
        edits.push(Edit::put(at..at + 1, " — "));
    }
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().count() > 2 && word.chars().all(char::is_uppercase)
}

fn is_place(words: &str) -> bool {
    Gazetteer::global().look_up(words).is_some_and(|e| e.city().is_some() || e.capital().is_some())
}

#[cfg(test)]
mod tests {
    use super::super::{Words, prose, view};

    const REST: &str = "the river rose again in May and nobody knew what was to be done about the two old bridges.";

    #[test]
    fn a_place_in_capitals_before_a_sentence_gets_its_dash() {
        let text = format!("LISBON Portuguese ministers said that {REST}");
        assert!(prose(&text, 0, &Words::default()).text().starts_with("LISBON — Portuguese ministers"));
        // the words of a post are its author's
        assert!(view(&text, 0, &Words::default()).text().starts_with("LISBON Portuguese ministers"));
    }

    #[test]
    fn capitals_that_are_no_place_or_go_on_get_none() {
        for start in [
            "NATO Secretary General Ana Lopes said that",
            "LISBON, Portugal said that",
            "LISBON PROTESTS GO ON",
            "Lisbon Portuguese ministers said that",
            "LISBON was quiet as",
        ] {
            let text = format!("{start} {REST}");
            assert!(!prose(&text, 0, &Words::default()).text().contains('—'), "{text}");
        }
    }
}
