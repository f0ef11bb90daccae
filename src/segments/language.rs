//! Which language a block is in.

use smol_str::SmolStr;
use whatlang::{Info, Lang, detect};

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
    let guesses: Vec<Option<(Info, usize)>> = texts.iter().map(|t| guess(t)).collect();
    let mut weights: Vec<(SmolStr, f64)> = Vec::new();
    let mut total = 0.0;
    for (info, letters) in guesses.iter().flatten() {
        let Some(code) = code(info.lang()) else { continue };
        let weight = *letters as f64 * info.confidence().max(0.1);
        total += *letters as f64;
        match weights.iter_mut().find(|(c, _)| *c == code) {
            Some((_, w)) => *w += weight,
            None => weights.push((code.into(), weight)),
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
            let (info, letters) = g?;
            let own = code(info.lang()).map(SmolStr::from);
            let sure = info.is_reliable() || letters >= ENOUGH_LETTERS && info.confidence() > 0.2;
            // a Latin block that leaves doubt is in the article's language; another script never is
            let other_script = main.as_deref().and_then(script_of).is_some_and(|s| s != info.script());
            if sure || other_script { own } else { main.clone() }
        })
        .collect();
    Languages { blocks, main, confidence }
}

fn guess(text: &str) -> Option<(Info, usize)> {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    (letters >= FEWEST_LETTERS).then(|| detect(text)).flatten().map(|info| (info, letters))
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
    fn the_callers_word_decides() {
        assert_eq!(read(&[SPANISH], Some("en-GB")).main.as_deref(), Some("en"));
    }
}
