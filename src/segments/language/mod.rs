//! In which language an article and each of its blocks are.

mod prevailing;
mod words;

pub(super) use words::is_function_word;

use std::{collections::BTreeMap, sync::LazyLock};

use smol_str::SmolStr;

use self::prevailing::Prevailing;
use whatlang::{Detector, Lang, Script, detect, detect_script};

/// Letters from which on a block tells its language.
const TELLING: usize = 16;
/// Letters from which on a script that the article does not use tells it.
const OTHER_SCRIPT: usize = 3;
/// How sure the detector must be that a block is in its language rather than in the article's.
const SURE: f64 = 0.5;
/// And in a short one.
const VERY_SURE: f64 = 0.8;
/// How sure it must be of one of two languages.
const CLEAR: f64 = 0.4;
/// Share of the text that the language which the caller or the page names must have beside the most frequent one.
const TIE: f64 = 0.5;
/// Blocks of which each is asked for its language; beyond that no article goes, and a hostile text is in the language of its first ones.
const BLOCKS: usize = 3000;
/// Blocks of which the detector is asked.
const DETECTED: usize = 1000;
/// Bytes of a text that are enough to tell its language.
const ENOUGH: usize = 4000;

/// Different function words that need no other sign.
const ENOUGH_WORDS: usize = 3;
/// Different function words of these languages that settle it without the detector, which takes most of the time that a page takes. Others
/// share too many with languages that have no list.
const PLENTY: usize = 6;
const SETTLED: [Lang; 2] = [Lang::Eng, Lang::Deu];
/// Letters below which the detector is not believed when it is not sure of itself.
const SHORT: usize = 120;

const TABLE: &str = include_str!("../../../data/languages.tsv");

/// ISO 639-3 → 639-1; a test reads every line.
static CODES: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| TABLE.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')).collect());

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Languages {
    /// ISO 639-1 of most of the text.
    pub main: Option<SmolStr>,
    /// 0 to 1.
    pub confidence: f64,
    /// Of each block; none where it holds too few words to tell.
    pub blocks: Vec<Option<SmolStr>>,
}

/// A block that is asked for its language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'t> {
    /// Its words.
    pub text: &'t str,
    /// A heading is in the article's language unless its script is another.
    pub heading: bool,
    /// It may well be a post's, and says of the article's language only what nothing else says.
    pub posted: bool,
}

/// The languages of blocks. `named` is what the caller or the page says: the caller's word (`given`) stands, the page's decides where
/// the text is near a tie or too short.
pub(super) fn languages<'t>(blocks: impl Iterator<Item = Asked<'t>>, named: Option<&str>, given: bool) -> Languages {
    let texts: Vec<Asked<'_>> = blocks.collect();
    let mut prevailing = Prevailing::default();
    let found: Vec<(usize, Option<Seen>)> =
        texts.iter().enumerate().map(|(i, b)| if i < BLOCKS { detected(b, &mut prevailing) } else { (letters_in(b.text), None) }).collect();
    let weigh = |posted: bool| {
        let mut weights: BTreeMap<&str, f64> = BTreeMap::new();
        for ((letters, info), _) in found.iter().zip(&texts).filter(|(_, b)| posted || !b.posted) {
            if let Some(info) = info.as_ref().filter(|_| *letters >= TELLING) {
                *weights.entry(info.lang.code()).or_default() += *letters as f64 * info.confidence.max(0.05);
            }
        }
        weights
    };
    let weights = Some(weigh(false)).filter(|w| !w.is_empty()).unwrap_or_else(|| weigh(true));
    let total: f64 = weights.values().sum();
    let most = weights.iter().max_by(|a, b| a.1.total_cmp(b.1)).map(|(code, weight)| (*code, *weight));
    let named3 = named.and_then(|n| CODES.iter().find(|(_, two)| **two == n)).map(|(three, _)| *three);
    let main = match (most, named3) {
        // a caller knows what it sends
        (_, Some(named)) if given => Some(named),
        (Some((_, weight)), Some(named)) if weights.get(named).is_some_and(|w| *w >= weight * TIE) => Some(named),
        (Some((code, _)), _) => Some(code),
        (None, named) => named,
    };
    let script = found.iter().filter_map(|(_, info)| info.as_ref()).find(|i| Some(i.lang.code()) == main).map(|i| i.script);
    let main_lang = main.and_then(Lang::from_code);
    let share = main.and_then(|m| weights.get(m)).map_or(0.0, |w| w / total);
    Languages {
        main: main.map(iso).or_else(|| named.map(SmolStr::from)),
        confidence: if total > 0.0 { share } else { 0.0 },
        blocks: found
            .iter()
            .zip(&texts)
            .map(|((letters, seen), block)| {
                // what a caller says holds for a block that shows it, whatever its names look like
                let seen = seen.as_ref();
                let shows = |main: Lang| seen.is_some_and(|s| !words::knows(s.lang)) && words::different(block.text, main) >= ENOUGH_WORDS;
                let own = main_lang.filter(|&main| given && shows(main)).map(|main| iso(main.code()));
                own.or_else(|| of_block((block.text, block.heading), *letters, seen, main_lang, script))
            })
            .collect(),
    }
}

/// A block's language: what the detector says, but the article's own where it does not say so clearly.
fn of_block(
    (text, heading): (&str, bool),
    letters: usize,
    seen: Option<&Seen>,
    main: Option<Lang>,
    script: Option<Script>,
) -> Option<SmolStr> {
    let Some(main) = main else { return seen.filter(|_| letters >= TELLING).map(|s| iso(s.lang.code())) };
    let Some(seen) = seen else {
        // Only texts in Latin letters are left in doubt.
        return (letters >= TELLING && script == Some(Script::Latin)).then(|| iso(main.code()));
    };
    if script.is_some_and(|s| s != seen.script) && letters >= OTHER_SCRIPT {
        return Some(iso(seen.lang.code()));
    }
    if letters < TELLING {
        return None;
    }
    // Names and headlines are taken for rarer languages: the other one must be clear beside the article's, too. Two function words
    // may stand in names ("de la Cruz"), three say enough.
    let least = if seen.words >= ENOUGH_WORDS { 0.0 } else { SURE };
    let clear = || {
        Detector::with_allowlist(vec![seen.lang, main]).detect(text).is_some_and(|two| two.lang() == seen.lang && two.confidence() >= least)
    };
    let sure = seen.words > 0 || seen.confidence >= if letters < SHORT { VERY_SURE } else { SURE };
    let other = !heading && seen.lang != main && sure && clear();
    Some(iso(if other { seen.lang } else { main }.code()))
}

fn iso(code: &str) -> SmolStr {
    SmolStr::new(CODES.get(code).copied().unwrap_or(code))
}

/// Letters in the block's words (not in its links, handles and tags), and what the detector says of them.
fn detected(asked: &Asked<'_>, prevailing: &mut Prevailing) -> (usize, Option<Seen>) {
    let block = asked.text;
    let head = &block[..block.floor_char_boundary(ENOUGH)];
    let words: Vec<&str> = head
        .split_whitespace()
        .filter(|w| !w.starts_with(['@', '#']) && !(w.contains('/') && (w.contains("://") || w.contains(".com/"))))
        .collect();
    let words = words.join(" ");
    let letters = letters_in(&words);
    if letters == 0 {
        return (0, None);
    }
    let letters = letters * block.len() / head.len().max(1);
    // In Latin letters a few words tell nothing.
    if letters < TELLING && detect_script(&words) == Some(Script::Latin) {
        return (letters, None);
    }
    let shown = words::shown(&words);
    if let Some(seen) = prevailing.takes(asked.heading, &words, shown) {
        return (letters, Some(seen));
    }
    if !prevailing.may_ask(DETECTED) {
        return (letters, None);
    }
    let seen = see(&words, letters, shown);
    if let Some(seen) = seen.as_ref().filter(|_| !asked.posted && !asked.heading) {
        prevailing.note(seen, &words, letters);
    }
    (letters, seen)
}

fn letters_in(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

/// What a text says of its language.
#[derive(Debug, Clone, Copy)]
struct Seen {
    lang: Lang,
    script: Script,
    confidence: f64,
    /// How many different function words say so.
    words: usize,
}

/// The detector's word, unless function words speak against it; nothing where a short text leaves it in doubt.
fn see(words: &str, letters: usize, shown: Option<(Lang, usize)>) -> Option<Seen> {
    if let Some((lang, count)) = shown.filter(|(lang, count)| *count >= PLENTY && SETTLED.contains(lang))
        && detect_script(words) == Some(Script::Latin)
    {
        return Some(Seen { lang, script: Script::Latin, confidence: 1.0, words: count });
    }
    let info = detect(words)?;
    let shown = shown.filter(|_| info.script() == Script::Latin);
    let seen = |lang, confidence| Some(Seen { lang, script: info.script(), confidence, words: shown.map_or(0, |s| s.1) });
    match shown {
        // Lists of function words say nothing against a language that has none, where letters enough speak for it; a short text's may
        // be those of names.
        Some((lang, _)) if lang != info.lang() && letters >= SHORT && info.is_reliable() && !words::knows(info.lang()) => {
            Some(Seen { lang: info.lang(), script: info.script(), confidence: info.confidence(), words: 0 })
        }
        Some((lang, _)) if lang != info.lang() => seen(lang, SURE),
        None if letters < SHORT && !info.is_reliable() && info.script() == Script::Latin => None,
        _ => seen(info.lang(), info.confidence()),
    }
}

/// Whether the detector, asked only between the two, takes the text for `other` rather than `main` (ISO 639-1); none where it is not clear.
pub(super) fn nearer(text: &str, other: &str, main: &str) -> Option<bool> {
    let lang = |two: &str| CODES.iter().find(|(_, code)| **code == two).and_then(|(three, _)| Lang::from_code(*three));
    let (other, main) = (lang(other)?, lang(main)?);
    let info = Detector::with_allowlist(vec![other, main]).detect(text)?;
    (info.confidence() >= CLEAR).then_some(info.lang() == other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";
    const SPANISH: &str = "Los dos ministros se reunieron el lunes en el muelle y hablaron del precio de la sal hasta la noche.";

    fn codes(blocks: &[&str], named: Option<&str>) -> (String, Vec<String>) {
        let found = languages(blocks.iter().map(|text| Asked { text, heading: false, posted: false }), named, false);
        (found.main.unwrap_or_default().to_string(), found.blocks.into_iter().map(|b| b.unwrap_or_default().to_string()).collect())
    }

    #[test]
    fn every_language_has_its_short_code() {
        assert_eq!(CODES.len(), TABLE.lines().filter(|l| !l.starts_with('#')).count());
        for lang in Lang::all() {
            assert!(CODES.contains_key(lang.code()), "{}", lang.code());
        }
    }

    #[test]
    fn a_block_in_another_language_is_told() {
        let (main, blocks) = codes(
            &[ENGLISH, SPANISH, ENGLISH, "وزرای دو کشور روز دوشنبه در اسکله دیدار کردند و درباره نمک گفتگو کردند.", "Salt!", "ありがとう"],
            None,
        );
        assert_eq!(main, "en");
        assert_eq!(blocks, ["en", "es", "en", "fa", "", "ja"]);
    }

    #[test]
    fn names_and_short_sentences_do_not_change_the_language() {
        let (_, blocks) = codes(
            &[ENGLISH, ENGLISH, "Nothing was signed on the pier.", "Minister Ole Lindqvist, Bergen", "She left for home at noon."],
            None,
        );
        assert_eq!(blocks, ["en"; 5]);
    }

    #[test]
    fn a_heading_is_in_the_articles_language() {
        let found = languages(
            [(ENGLISH, false), (SPANISH, true), (SPANISH, false), ("Соль и рыба", true), (ENGLISH, false)]
                .into_iter()
                .map(|(text, heading)| Asked { text, heading, posted: false }),
            None,
            false,
        );
        assert_eq!(found.blocks.iter().flatten().collect::<Vec<_>>(), ["en", "en", "es", "ru", "en"]);
    }

    #[test]
    fn posts_say_nothing_of_the_articles_language_where_prose_does() {
        let main = |posted: bool| {
            let blocks =
                [(ENGLISH, false), (SPANISH, posted), (SPANISH, posted)].map(|(text, posted)| Asked { text, heading: false, posted });
            languages(blocks.into_iter(), None, false).main
        };
        assert_eq!((main(true).as_deref(), main(false).as_deref()), (Some("en"), Some("es")));
        let all = languages([Asked { text: SPANISH, heading: false, posted: true }].into_iter(), None, false);
        assert_eq!(all.main.as_deref(), Some("es"));
    }

    #[test]
    fn a_short_text_is_told_by_its_function_words() {
        let (_, blocks) = codes(
            &[
                ENGLISH,
                ENGLISH,
                "La sal vuelve hoy al muelle viejo",
                "Das Salz ist wieder da und wir auch",
                "Mayors of Los Angeles and La Paz met",
                "Mayor de la Cruz and General de la Rosa",
                "President Ana Moreau met Minister Tomas Lind in Oslo",
            ],
            None,
        );
        assert_eq!(blocks, ["en", "en", "es", "de", "en", "en", "en"]);
        assert_eq!(
            codes(&["Ana Lopes met Youssef Bennani in Rabat on Monday. Rui Lopes met Carmen Robledo in Lisbon on Monday."], None).0,
            "en"
        );
        assert_eq!(codes(&["President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday."], None).0, "en");
    }

    #[test]
    fn a_language_without_a_list_is_not_taken_for_one_that_shares_words_with_it() {
        for (text, code) in [
            ("De burgemeester zei dinsdag dat de veerboten naar de eilanden na zes weken weer varen.", "nl"),
            (
                "Primarul a spus marți că feriboturile spre insule vor circula din nou după șase săptămâni de pauză, iar locuitorii \
                 din port se pot întoarce la muncă de mâine dimineață.",
                "ro",
            ),
        ] {
            assert_eq!(codes(&[text], None).0, code, "{text}");
        }
    }

    #[test]
    fn what_the_caller_names_decides_only_where_the_text_does_not() {
        assert_eq!(codes(&[ENGLISH], Some("de")).0, "en");
        assert_eq!(codes(&["Ok"], Some("de")).0, "de");
        assert_eq!(codes(&["12 %"], None).0, "");
    }

    #[test]
    fn of_two_languages_the_nearer_is_told() {
        assert_eq!(nearer("Salt is back on the pier and the weather is fine", "en", "de"), Some(true));
        assert_eq!(nearer("Das Salz ist wieder am Hafen und das Wetter schön", "en", "de"), Some(false));
        assert_eq!(nearer("Lind", "en", "de"), None);
    }
}
