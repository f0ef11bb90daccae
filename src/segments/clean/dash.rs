//! "Peru - the second producer - signed": a hyphen that stands for a dash, as typewriters and British pages have it. The parser knows it for a
//! hyphen, and takes the first name for part of the second.

use super::{Edit, Edits};

const HYPHEN: &str = " - ";
/// Two hyphens glued to the word before them: "LIMA, Peru-- The minister".
const GLUED: &str = "-- ";
/// Most bytes of what stands between two dashes.
const BETWEEN: usize = 240;

/// Makes dashes of such hyphens.
pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices(GLUED) {
        if block[..at].ends_with(char::is_alphabetic) {
            edits.push(Edit::put(at..at + GLUED.len(), " – "));
        }
    }
    for (at, _) in block.match_indices(HYPHEN) {
        let behind = &block[at + HYPHEN.len()..];
        let word = |s: &str| s.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '“' | '‘' | '\''));
        let before = block[..at].chars().next_back();
        let told = before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '-' | '*' | '|')) && word(behind);
        if told && (!between_names(block, at) || goes_on(behind)) {
            edits.push(Edit::put(at..at + HYPHEN.len(), " – "));
        }
    }
}

/// "the Peru - Chile talks": between two words with capitals it may join them.
fn between_names(block: &str, at: usize) -> bool {
    let capital = |word: Option<&str>| word.is_some_and(|w| w.starts_with(char::is_uppercase));
    capital(block[..at].split(' ').next_back()) && capital(block[at + HYPHEN.len()..].split(' ').next())
}

/// True where a second one closes what the first opens, in the same sentence.
fn goes_on(behind: &str) -> bool {
    let mut end = behind.len().min(BETWEEN);
    while !behind.is_char_boundary(end) {
        end -= 1;
    }
    let stop = behind[..end].find(". ").unwrap_or(end);
    behind[..stop].contains(HYPHEN)
}

#[cfg(test)]
mod tests {
    use super::super::{Words, prose, view};

    fn cleaned(text: &str) -> String {
        prose(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn a_hyphen_that_sets_words_apart_is_a_dash() {
        assert_eq!(cleaned("Peru - the second producer - signed it."), "Peru – the second producer – signed it.");
        assert_eq!(cleaned("Peru - Chile's main customer - signed it."), "Peru – Chile's main customer – signed it.");
        assert_eq!(cleaned("They signed it - and left."), "They signed it – and left.");
        assert_eq!(cleaned("Lima, Peru-- The minister left."), "Lima, Peru – The minister left.");
    }

    #[test]
    fn a_hyphen_that_joins_or_counts_stays() {
        for text in [
            "the Peru - Chile talks went on.",
            "it fell -- at last.",
            "run with -- and without it.",
            "from 2004 - 2005 it rose.",
            "Peru won 3 - 1.",
        ] {
            assert_eq!(cleaned(text), text);
        }
        // the words of a post are its author's
        assert_eq!(view("It is signed - at last.", 0, &Words::default()).text(), "It is signed - at last.");
    }
}
