//! Which language a block is in.

use smol_str::SmolStr;
use whatlang::{Info, Lang, detect};

/// Words that show a language better than letters do where a text is short and full of names; one line each.
const FUNCTION_WORDS: [(&str, &str); 1] = [("en", include_str!("../../data/en/function_words.txt"))];
/// How many different ones a text must hold, and how much of its words they must be at least (one in so many).
const FEWEST_FUNCTION_WORDS: usize = 2;
const ONE_IN: usize = 7;

/// A block with fewer letters than this is too short to tell.
const FEWEST_LETTERS: usize = 24;
/// From this many letters on, a guess is taken also where it is not sure of itself.
const ENOUGH_LETTERS: usize = 80;

/// What was detected of each block, and of the whole.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    /// ISO 639-1 for each block; none where it is too short.
    pub blocks: Vec<Option<SmolStr>>,
    /// Of most of the text.
    pub main: Option<SmolStr>,
    /// 0 to 1.
    pub confidence: f64,
}

/// Reads the language of each text. `known` is what the caller or the page says of the whole; it decides where a block leaves doubt.
pub fn read(texts: &[&str], known: Option<&str>) -> Languages {
    let guesses: Vec<Option<Guess>> = texts.iter().map(|t| guess(t)).collect();
    let mut weights: Vec<(SmolStr, f64)> = Vec::new();
    let mut total = 0.0;
    for g in guesses.iter().flatten().filter(|g| g.sure) {
        let weight = g.letters as f64 * g.confidence.max(0.1);
        total += g.letters as f64;
        match weights.iter_mut().find(|(c, _)| *c == g.code) {
            Some((_, w)) => *w += weight,
            None => weights.push((g.code.clone(), weight)),
        }
    }
    let best = weights.iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).cloned();
    let main = known.map(primary).or_else(|| best.as_ref().map(|(c, _)| c.clone()));
    let confidence = match (&main, total > 0.0) {
        (Some(main), true) => weights.iter().find(|(c, _)| c == main).map_or(0.0, |(_, w)| (w / total).clamp(0.0, 1.0)),
        (Some(_), false) if known.is_some() => 1.0,
        _ => 0.0,
    };
    let blocks = guesses
        .into_iter()
        .map(|g| {
            let g = g?;
            // a Latin block that leaves doubt is in the article's language; another script never is
            let other_script = main.as_deref().and_then(script_of).is_some_and(|s| s != g.script);
            if g.sure || other_script { Some(g.code) } else { main.clone() }
        })
        .collect();
    Languages { blocks, main, confidence }
}

/// What a block's letters and words say.
#[derive(Debug)]
struct Guess {
    code: SmolStr,
    script: whatlang::Script,
    confidence: f64,
    letters: usize,
    sure: bool,
}

fn guess(text: &str) -> Option<Guess> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < FEWEST_LETTERS {
        return None;
    }
    let info: Info = detect(text)?;
    let detected: SmolStr = code(info.lang())?.into();
    let by_words = FUNCTION_WORDS.iter().find(|(_, words)| shows(text, words)).map(|(language, _)| *language);
    match by_words {
        Some(language) if language != detected => {
            Some(Guess { code: language.into(), script: info.script(), confidence: 0.5, letters, sure: true })
        }
        _ => {
            let sure = by_words.is_some() || letters >= ENOUGH_LETTERS && (info.is_reliable() || info.confidence() > 0.2);
            Some(Guess { code: detected, script: info.script(), confidence: info.confidence(), letters, sure })
        }
    }
}

/// True where a text holds enough of a language's function words.
fn shows(text: &str, words: &str) -> bool {
    let (mut all, mut hits) = (0, 0);
    let mut kinds: Vec<&str> = Vec::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        all += 1;
        if let Some(known) = words.lines().find(|w| w.eq_ignore_ascii_case(word)) {
            hits += 1;
            if !kinds.contains(&known) {
                kinds.push(known);
            }
        }
    }
    kinds.len() >= FEWEST_FUNCTION_WORDS && hits * ONE_IN >= all
}

/// `en` of `en-GB`.
fn primary(tag: &str) -> SmolStr {
    tag.split(['-', '_']).next().unwrap_or(tag).to_lowercase().into()
}

fn script_of(code: &str) -> Option<whatlang::Script> {
    CODES.iter().find(|(_, c)| *c == code).and_then(|(lang, _)| match lang {
        Lang::Ara | Lang::Pes | Lang::Urd => Some(whatlang::Script::Arabic),
        Lang::Rus | Lang::Ukr | Lang::Bul | Lang::Bel | Lang::Mkd | Lang::Srp => Some(whatlang::Script::Cyrillic),
        Lang::Ell => Some(whatlang::Script::Greek),
        Lang::Heb => Some(whatlang::Script::Hebrew),
        Lang::Cmn => Some(whatlang::Script::Mandarin),
        Lang::Eng | Lang::Spa | Lang::Fra | Lang::Deu | Lang::Por | Lang::Ita | Lang::Nld | Lang::Pol | Lang::Tur => {
            Some(whatlang::Script::Latin)
        }
        _ => None,
    })
}

fn code(lang: Lang) -> Option<&'static str> {
    CODES.iter().find(|(l, _)| *l == lang).map(|(_, c)| *c)
}

/// The detector's languages in ISO 639-1.
const CODES: [(Lang, &str); 64] = [
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
];

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The two presidents spoke for an hour about the harbour and the price of fish.";
    const SPANISH: &str = "La presidenta fue recibida hoy por el alcalde de la ciudad en el palacio municipal.";

    #[test]
    fn each_block_has_its_own_language_and_the_article_that_of_most() {
        let l = read(&[ENGLISH, SPANISH, ENGLISH], None);
        assert_eq!(l.main.as_deref(), Some("en"));
        assert_eq!(l.blocks.iter().map(|b| b.as_deref()).collect::<Vec<_>>(), [Some("en"), Some("es"), Some("en")]);
    }

    #[test]
    fn a_short_block_tells_nothing() {
        assert_eq!(read(&["Oslo", ENGLISH], None).blocks[0], None);
    }

    #[test]
    fn function_words_outweigh_names() {
        assert_eq!(read(&["Ana Lopes met Youssef Bennani in Rabat on Monday."], None).main.as_deref(), Some("en"));
        assert_ne!(
            read(&["Ana Lopes recibió el lunes a Youssef Bennani en la ciudad de Rabat, según dijo su oficina de prensa."], None)
                .main
                .as_deref(),
            Some("en")
        );
    }

    #[test]
    fn the_callers_word_decides() {
        assert_eq!(read(&[SPANISH], Some("en-GB")).main.as_deref(), Some("en"));
    }
}
