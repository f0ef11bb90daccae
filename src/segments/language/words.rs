//! Function words show a language better than letters do where a text is short and full of names.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use whatlang::Lang;

/// Function words, one a line.
const FUNCTION_WORDS: [(Lang, &str); 7] = [
    (Lang::Eng, include_str!("../../../data/en/function_words.txt")),
    (Lang::Deu, include_str!("../../../data/de/function_words.txt")),
    (Lang::Spa, include_str!("../../../data/es/function_words.txt")),
    (Lang::Fra, include_str!("../../../data/fr/function_words.txt")),
    (Lang::Ita, include_str!("../../../data/it/function_words.txt")),
    (Lang::Por, include_str!("../../../data/pt/function_words.txt")),
    (Lang::Nld, include_str!("../../../data/nl/function_words.txt")),
];

/// In which languages a word is a function word: a bit for each, in the order of the lists; and its own number.
static FUNCTIONS: LazyLock<HashMap<&'static str, (u8, usize)>> = LazyLock::new(|| {
    let mut known: HashMap<&str, (u8, usize)> = HashMap::new();
    for (bit, (_, list)) in FUNCTION_WORDS.iter().enumerate() {
        for word in list.lines() {
            let number = known.len();
            known.entry(word).or_insert((0, number)).0 |= 1 << bit;
        }
    }
    known
});
/// How many different ones a text must hold, and how many of its words must be such: one in so many.
const FEWEST: usize = 2;
const ONE_IN: usize = 7;

/// True where there is a list for the language.
pub(super) fn knows(lang: Lang) -> bool {
    FUNCTION_WORDS.iter().any(|(known, _)| *known == lang)
}

/// True for a function word of some language.
pub fn is_function_word(word: &str) -> bool {
    FUNCTIONS.contains_key(word)
}

/// The language of which a text holds enough function words, and more than of any other; and how many different ones.
pub(super) fn shown(text: &str) -> Option<(Lang, usize)> {
    let mut all = 0;
    let mut hits = [0_usize; FUNCTION_WORDS.len()];
    let mut seen = vec![false; FUNCTIONS.len()];
    let mut lower = String::new();
    let mut kinds_of = [0_usize; FUNCTION_WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        all += 1;
        lower.clear();
        lower.extend(word.chars().flat_map(char::to_lowercase));
        let Some((languages, number)) = FUNCTIONS.get(lower.as_str()) else { continue };
        let new = !std::mem::replace(&mut seen[*number], true);
        for bit in (0..hits.len()).filter(|bit| languages >> bit & 1 == 1) {
            hits[bit] += 1;
            kinds_of[bit] += usize::from(new);
        }
    }
    let (best, most) = hits.iter().enumerate().max_by_key(|(_, hits)| **hits)?;
    let alone = hits.iter().filter(|hits| *hits == most).count() == 1;
    (alone && kinds_of[best] >= FEWEST && most * ONE_IN >= all).then(|| (FUNCTION_WORDS[best].0, kinds_of[best]))
}

/// How many different function words of one language a text holds.
pub(super) fn different(text: &str, lang: Lang) -> usize {
    let Some(bit) = FUNCTION_WORDS.iter().position(|(known, _)| *known == lang) else { return 0 };
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).map(str::to_lowercase);
    let own = words.filter(|w| FUNCTIONS.get(w.as_str()).is_some_and(|(languages, _)| languages >> bit & 1 == 1));
    own.collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::{different, shown};

    #[test]
    fn only_its_own_words_are_counted_and_each_once() {
        assert_eq!(different("of the salt and of the fish in Oslo", whatlang::Lang::Eng), 3);
        assert_eq!(different("Das Salz ist wieder da", whatlang::Lang::Eng), 0);
    }

    #[test]
    fn a_language_is_shown_by_its_own_words() {
        assert_eq!(shown("La sal vuelve hoy al muelle viejo").map(|s| s.0), Some(whatlang::Lang::Spa));
        assert_eq!(shown("The price of salt").map(|s| s.0), Some(whatlang::Lang::Eng));
        assert_eq!(shown("De prijs van het zout en van de vis").map(|s| s.0), Some(whatlang::Lang::Nld));
        assert_eq!(shown("Le prix du sel et des bateaux").map(|s| s.0), Some(whatlang::Lang::Fra));
    }

    #[test]
    fn names_and_what_several_languages_share_show_none() {
        for text in ["", "Ole Lindqvist, Bergen", "Rio de Janeiro", "de"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
