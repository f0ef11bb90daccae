//! A sum told again in another currency, in brackets behind the first: "its $16bn (£8.5bn; 12bn euros) takeover of Vestra".
//!
//! It cuts the phrase that it stands in, and no reader of sentences has seen many: it is left out, and the words around it read on.

use std::{collections::HashSet, sync::LazyLock};

use super::{Edit, Edits};

/// Names of currencies.
static CURRENCIES: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("../../../data/marks/currencies.txt")));
/// "million", "bn"
static POWERS: LazyLock<HashSet<&str>> = LazyLock::new(|| words(include_str!("../../../data/marks/powers.txt")));

fn words(source: &'static str) -> HashSet<&'static str> {
    source.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Most bytes of such brackets.
const LONGEST: usize = 60;
/// How many words before the brackets the first sum may have.
const BEFORE: usize = 3;
/// Signs that stand before a number.
const SIGNS: [char; 6] = ['$', '£', '€', '¥', '₹', '₽'];

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices(" (") {
        let open = at + 2;
        let Some(close) = block.as_bytes()[open..].iter().take(LONGEST).position(|&b| b == b')').map(|n| open + n) else { continue };
        if is_sums(&block[open..close]) && ends_with_sum(&block[..at]) {
            edits.push(Edit::drop(at..close + 1));
        }
    }
}

/// "£8.5bn; 12bn euros"
fn is_sums(words: &str) -> bool {
    let mut words = words.split([' ', ';', '\u{a0}', '\n']).map(|w| w.trim_end_matches(',')).filter(|w| !w.is_empty()).peekable();
    words.peek().is_some_and(|w| is_number(w)) && words.clone().all(|w| is_number(w) || is_word(w)) && words.any(tells_currency)
}

/// "for $16bn", "400m pesos"
fn ends_with_sum(text: &str) -> bool {
    let mut last = text.rsplit(char::is_whitespace).take(BEFORE).skip_while(|w| is_word(w));
    let words = text.rsplit(char::is_whitespace).take_while(|w| is_word(w)).take(BEFORE);
    last.next().is_some_and(|number| is_number(number) && (tells_currency(number) || words.into_iter().any(tells_currency)))
}

fn is_word(word: &str) -> bool {
    let word = word.to_lowercase();
    CURRENCIES.contains(word.as_str()) || POWERS.contains(word.as_str())
}

/// "$16bn", "US$4.5m", "530": a number with its sign before it and its power of ten behind it.
fn is_number(word: &str) -> bool {
    let Some(digit) = word.find(|c: char| c.is_ascii_digit()) else { return false };
    let (sign, number) = word.split_at(digit);
    let letters = sign.trim_end_matches(SIGNS);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    (sign.is_empty() || sign.ends_with(SIGNS)) && letters.chars().all(|c| c.is_ascii_uppercase()) && (behind.is_empty() || is_word(behind))
}

fn tells_currency(word: &str) -> bool {
    word.contains(SIGNS) || CURRENCIES.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn a_sum_in_another_currency_is_left_out() {
        assert_eq!(cleaned("its $16bn (£8.5bn) takeover of Vestra"), "its $16bn takeover of Vestra");
        assert_eq!(cleaned("a $2bn (1.53bn euros; £1.05bn) settlement"), "a $2bn settlement");
        assert_eq!(cleaned("paid 400m pesos ($136m; £72.3m) for it"), "paid 400m pesos for it");
        assert_eq!(cleaned("worth US$4.5 million (3.8 million euros)."), "worth US$4.5 million.");
    }

    #[test]
    fn brackets_with_anything_else_stay() {
        for text in [
            "sold for $16bn (in 2004)",
            "rose by 20 (12) points",
            "Vestra ($16bn) said",
            "a $16bn (and rising) debt",
            "for $5 (see page 3)",
            "in 2004 (2003)",
            "$5m (30 crore)",
            "a million (5) of them",
            "£5m (",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }
}
