//! What the rooms above the engine know of a language: names of offices and bodies, frames, cues.
//!
//! A further language is a folder `data/<language>/` and a row in [`LanguagePack::of`]; the engine's own half (model and label scheme)
//! is [`crate::language::Pack`].

use std::sync::OnceLock;

use crate::{entities::Lexicon, events::Frames, quotes::Cues};

/// The files of one language, read.
#[derive(Debug)]
pub struct LanguagePack {
    /// Offices, groups, bodies, pronouns.
    pub lexicon: Lexicon,
    /// Verbs and nouns that bring somebody's words.
    pub cues: Cues,
    /// Meetings and agreements.
    pub frames: Frames,
}

macro_rules! data {
    ($language:literal, $file:literal) => {
        include_str!(concat!("../data/", $language, "/", $file, ".toml"))
    };
}

impl LanguagePack {
    /// The pack of a language (ISO 639-1), read at the first call; none for a language that the binary has none for.
    pub fn of(language: &str) -> Option<Result<&'static Self, &'static str>> {
        static ENGLISH: OnceLock<Result<LanguagePack, String>> = OnceLock::new();
        let read = match language {
            "en" => ENGLISH.get_or_init(english),
            _ => return None,
        };
        Some(read.as_ref().map_err(String::as_str))
    }
}

fn english() -> Result<LanguagePack, String> {
    let wrong = |file: &str, e: toml::de::Error| format!("data/en/{file}: {e}");
    Ok(LanguagePack {
        lexicon: Lexicon::read(
            data!("en", "titles"),
            data!("en", "groups"),
            data!("en", "organizations"),
            data!("en", "pronouns"),
            data!("en", "ties"),
        )
        .map_err(|e| wrong("titles, groups, organizations, pronouns or ties", e))?,
        cues: Cues::read(data!("en", "cues")).map_err(|e| wrong("cues", e))?,
        frames: Frames::read(
            data!("en", "meetings"),
            data!("en", "agreements"),
            data!("en", "adpositions"),
            data!("en", "status"),
            data!("en", "ties"),
        )
        .map_err(|e| wrong("meetings, agreements, adpositions, status or ties", e))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_pack_reads() {
        assert!(LanguagePack::of("en").is_some_and(|p| p.is_ok()));
    }

    #[test]
    fn a_language_without_a_folder_has_none() {
        assert!(LanguagePack::of("xx").is_none());
    }
}
