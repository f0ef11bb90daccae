//! A short form in brackets amid a name or an office: "Prime Minister (PM) Ana Ruiz", "the Energy Agency (EA) Director". It cuts in two what
//! belongs together, and tells nothing that the words before it do not.

use super::{Edit, Edits};

/// How many capitals a short form has.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices(" (") {
        let open = at + 2;
        let letters = block.as_bytes()[open..].iter().take(LETTERS.end() + 1).take_while(|b| b.is_ascii_uppercase()).count();
        let close = open + letters;
        if !LETTERS.contains(&letters) || block.as_bytes().get(close) != Some(&b')') {
            continue;
        }
        let mut behind = block[close + 1..].chars();
        let amid = behind.next().is_some_and(char::is_whitespace) && behind.next().is_some_and(char::is_uppercase);
        if amid && spells(&block[open..close], &block[..at]) {
            edits.push(Edit::drop(at..close + 1));
        }
    }
}

/// "**P**rime **M**inister (PM)", "**M**inistry of **F**oreign **A**ffairs (MFA)"; not "Lisbon (LUSA)", nor what is all in capitals.
fn spells(letters: &str, before: &str) -> bool {
    let mut words = before.split_whitespace().rev().filter(|word| !word.starts_with(char::is_lowercase));
    let named = before.ends_with(char::is_lowercase);
    named && letters.chars().rev().all(|letter| words.next().is_some_and(|word| word.starts_with(letter)))
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn a_short_form_amid_a_name_is_left_out() {
        assert_eq!(cleaned("met Prime Minister (PM) Ana Ruiz on Monday"), "met Prime Minister Ana Ruiz on Monday");
        assert_eq!(cleaned("the Workers' Party (WP) Central Committee"), "the Workers' Party Central Committee");
    }

    #[test]
    fn one_behind_a_whole_name_stays() {
        for text in [
            "the Energy Agency (EA) said",
            "the Energy Agency (EA), which",
            "He saw it (EA) Later on",
            "Ana Ruiz (D-NY) Wins",
            "Ana Ruiz (right) Smiles",
            "Vestra (V) Group",
            "Lisbon (LUSA) President Ana Ruiz",
            "THE NEW YORK (NY) TIMES",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }
}
