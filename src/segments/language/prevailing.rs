//! The language that prevails in an article's first blocks. The detector holds each text against forty languages, which takes most of the time
//! that a short page takes; a block that shows the signs of the language all around it need not be asked.

use std::collections::{BTreeMap, HashMap};

use whatlang::{Lang, Script, detect_script};

use super::{Seen, words};

/// Letters of a language from which on it prevails, and in how many of five.
const LETTERS: usize = 600;
const OF_FIVE: usize = 4;
/// Different function words by which a block shows a language that is told from its neighbours by them, and one that shares many with those.
const APART: usize = 2;
const NEAR: usize = 4;
/// Letters of a word that may be a function word of a language without a list; blocks that must have it; different ones that a block must have,
/// one word in so many.
const SMALL: usize = 4;
const BLOCKS: u8 = 2;
const FEWEST: usize = 3;
const ONE_IN: usize = 8;

/// What the blocks so far say.
#[derive(Debug, Default)]
pub(super) struct Prevailing {
    /// Letters by language.
    letters: BTreeMap<&'static str, (usize, Lang, Script)>,
    all: usize,
    /// How often the detector was asked.
    asked: usize,
    /// In how many blocks of the language small words stand.
    small: HashMap<String, u8>,
}

impl Prevailing {
    /// Takes note of what a block was found to be.
    pub fn note(&mut self, seen: &Seen, text: &str, letters: usize) {
        self.all += letters;
        self.letters.entry(seen.lang.code()).or_insert((0, seen.lang, seen.script)).0 += letters;
        if !words::knows(seen.lang) && seen.script == Script::Latin && self.now().is_none_or(|(lang, _)| lang == seen.lang) {
            let mut own: Vec<String> = small(text).collect();
            own.sort_unstable();
            own.dedup();
            for word in own {
                let blocks = self.small.entry(word).or_default();
                *blocks = blocks.saturating_add(1);
            }
        }
    }

    /// Whether the detector may be asked once more, where it may so often.
    pub fn may_ask(&mut self, most: usize) -> bool {
        self.asked += 1;
        self.asked <= most
    }

    /// What a block is, where it shows the language that prevails.
    pub fn takes(&self, heading: bool, text: &str, shown: Option<(Lang, usize)>) -> Option<Seen> {
        let (lang, script) = self.now()?;
        if detect_script(text) != Some(script) {
            return None;
        }
        let taken = |words| Some(Seen { lang, script, confidence: 1.0, words });
        if heading {
            return taken(0);
        }
        let enough = if super::SETTLED.contains(&lang) { APART } else { NEAR };
        match shown {
            Some((shown, count)) if shown == lang => (count >= enough).then(|| taken(count)).flatten(),
            None if script == Script::Latin && !words::knows(lang) && self.is_like(text) => taken(0),
            _ => None,
        }
    }

    /// The language that prevails.
    fn now(&self) -> Option<(Lang, Script)> {
        let (letters, lang, script) = self.letters.values().copied().max_by_key(|(letters, ..)| *letters)?;
        (letters >= LETTERS && letters * 5 >= self.all * OF_FIVE).then_some((lang, script))
    }

    /// True for a text that has enough of the small words of the blocks before.
    fn is_like(&self, text: &str) -> bool {
        let mut known: Vec<String> = small(text).filter(|word| self.small.get(word).is_some_and(|blocks| *blocks >= BLOCKS)).collect();
        let hits = known.len();
        known.sort_unstable();
        known.dedup();
        known.len() >= FEWEST && hits * ONE_IN >= text.split_whitespace().count()
    }
}

/// Words of few letters, in lower case.
fn small(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty() && word.chars().nth(SMALL).is_none()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::{Asked, languages};

    /// The languages of blocks behind some of an article.
    fn behind(article: &str, blocks: &[&str]) -> Vec<String> {
        let texts = [article; 8].into_iter().chain(blocks.iter().copied()).map(|text| Asked { text, heading: false, posted: false });
        languages(texts, None, false).blocks.into_iter().skip(8).map(Option::unwrap_or_default).map(String::from).collect()
    }

    const ENGLISH: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";
    const SPANISH: &str = "Los dos ministros se reunieron el lunes en el muelle y hablaron del precio de la sal hasta la noche.";
    const TURKISH: &str =
        "İki bakan pazartesi günü iskelede buluştu ve akşam vapuru gelene kadar bir saat boyunca tuz fiyatı ile ada için konuştu.";

    #[test]
    fn a_block_of_the_language_around_it_is_told_and_one_of_another_too() {
        assert_eq!(behind(ENGLISH, &["Nothing was signed on the pier, he said.", SPANISH]), ["en", "es"]);
        assert_eq!(behind(SPANISH, &["Nada se firmó en el muelle, dijo el ministro de la isla.", ENGLISH]), ["es", "en"]);
        let turkish = "Bakan, ada için iki vapur ve bir iskele ile tuz sözü verdi.";
        assert_eq!(behind(TURKISH, &[turkish, ENGLISH, SPANISH]), ["tr", "en", "es"]);
    }

    #[test]
    fn where_two_languages_are_even_none_prevails() {
        let texts = [ENGLISH, SPANISH].repeat(8);
        let found = languages(texts.iter().map(|text| Asked { text, heading: false, posted: false }), None, false).blocks;
        assert_eq!(found.iter().flatten().map(ToString::to_string).collect::<Vec<_>>(), ["en", "es"].repeat(8));
    }
}
