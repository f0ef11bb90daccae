//! Two words whose space was lost where markup stood between them: "saidMaria", "Lundwill".
//!
//! A small word that goes on with a capital is two where the article has both by themselves: "iPhone" and "kWh" stay what they are, and
//! so do handles, hashtags and addresses. So is a name that ends in a function word, where the article has the name by itself.

use super::{Edit, Edits, Words};
use crate::segments::language::is_function_word;

/// Fewest letters of the first word: "eBay" is one.
const FEWEST: usize = 2;

/// Fewest bytes of a name before a function word, and of that word: "Johnson" and "Goodwill" are names.
const FEWEST_OF_NAME: usize = 6;
const ENDINGS: std::ops::RangeInclusive<usize> = 4..=6;

/// What joins a word to what is no prose.
const JOINS: [char; 9] = ['#', '@', '/', '_', '-', '=', '&', '%', '~'];

/// True where a small word of the text goes on with a capital, or a name with a function word.
pub(super) fn occurs(text: &str) -> bool {
    words(text).any(|(_, word)| seam(word).is_some() || ending(word).is_some())
}

pub(super) fn edits(block: &str, known: &Words<'_>, edits: &mut Edits) {
    for (at, word) in words(block) {
        if let Some(end) = ending(word).filter(|&end| known.0.contains(&word[..end]) && known.0.contains(&word[end..])) {
            let first = word[end..].chars().next().map_or(0, char::len_utf8);
            edits.push(Edit::put(at + end..at + end + first, format!(" {}", &word[end..end + first])));
            continue;
        }
        let Some(seam) = seam(word) else { continue };
        let (first, second) = word.split_at(seam);
        if known.0.contains(first) && known.0.contains(second) {
            let capital = second.chars().next().map_or(0, char::len_utf8);
            edits.push(Edit::put(at + seam..at + seam + capital, format!(" {}", &second[..capital])));
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let end = text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |n| start + n);
        at = end;
        Some((start, end))
    })
    .filter(|&(start, end)| !text[..start].ends_with(JOINS) && !text[end..].starts_with(JOINS))
    .map(|(start, end)| (start, &text[start..end]))
}

/// Bytes of the name, where a word with a capital ends in a function word.
fn ending(word: &str) -> Option<usize> {
    if !word.starts_with(char::is_uppercase) || word.len() < FEWEST_OF_NAME + ENDINGS.start() {
        return None;
    }
    let at = |letters: usize| word.len().checked_sub(letters).filter(|&at| at >= FEWEST_OF_NAME && word.is_char_boundary(at));
    ENDINGS.filter_map(at).find(|&at| is_function_word(&word[at..]))
}

/// Bytes of the first word, where a word of small letters goes on with one that begins with a capital.
fn seam(word: &str) -> Option<usize> {
    let seam = word.find(|c: char| !c.is_lowercase())?;
    let rest = &word[seam..];
    let second = rest.starts_with(char::is_uppercase) && rest.chars().skip(1).all(char::is_lowercase) && rest.chars().nth(1).is_some();
    (second && word[..seam].chars().count() >= FEWEST).then_some(seam)
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn a_lost_space_comes_back_where_the_article_has_both_words() {
        assert_eq!(cleaned("“Salt is dear,” saidMaria Lund. Maria said so."), "“Salt is dear,” said Maria Lund. Maria said so.");
    }

    #[test]
    fn a_name_that_ran_into_a_function_word_is_two() {
        assert_eq!(cleaned("Minister Solbergwill go. Solberg will stay."), "Minister Solberg will go. Solberg will stay.");
    }

    #[test]
    fn a_name_that_ends_like_a_function_word_stays_one() {
        for text in [
            "Thailand and Thai food.",
            "Roland and Rolf will go.",
            "Greenland, land and Green.",
            "Solbergwill stay, Ruiz will.",
            "Boris Johnson met John, his son.",
            "Goodwill will do Good.",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }

    #[test]
    fn a_word_with_a_capital_inside_stays_one() {
        for text in [
            "The iPhone rang.",
            "Ten kWh, said Wh.",
            "She said, saidMaria.",
            "MacDonald of Mac and Donald.",
            "a Phone, iPhone, i",
            "#saidMaria, said Maria.",
            "said Maria at a.example/saidMaria_x",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }
}
