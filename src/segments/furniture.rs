//! What stands around a story: captions and boilerplate, by the words of `data/<language>/furniture.toml`.

use std::{collections::HashSet, sync::OnceLock};

use serde::Deserialize;

/// Lines longer than this, in bytes, are prose.
const LONGEST_LINE: usize = 200;
/// A caption with its credit may be longer.
const LONGEST_CAPTION: usize = 600;

#[derive(Debug, Deserialize)]
struct File {
    caption: Caption,
    boilerplate: Boilerplate,
}
#[derive(Debug, Deserialize)]
struct Caption {
    begins: Vec<String>,
    credits: Vec<String>,
}
#[derive(Debug, Deserialize)]
struct Boilerplate {
    begins: Vec<String>,
    words: HashSet<String>,
}

fn file() -> Option<&'static File> {
    static FILE: OnceLock<Option<File>> = OnceLock::new();
    FILE.get_or_init(|| toml::from_str(include_str!("../../data/en/furniture.toml")).ok()).as_ref()
}

/// True for a line of buttons, a link to another story, a cookie note.
pub fn is_boilerplate(text: &str) -> bool {
    let Some(file) = file() else { return false };
    if text.len() > LONGEST_LINE {
        return is_icons(text, &file.boilerplate.words);
    }
    let line = text.trim().to_lowercase();
    let begins =
        file.boilerplate.begins.iter().any(|b| line.strip_prefix(b.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    begins && !is_sentence(text) || is_icons(text, &file.boilerplate.words)
}

/// True for what stands under a picture: it begins as captions do, or ends with a credit in brackets.
pub fn is_caption(text: &str) -> bool {
    let Some(file) = file() else { return false };
    if text.len() > LONGEST_CAPTION {
        return false;
    }
    let line = text.trim().to_lowercase();
    let begins = file.caption.begins.iter().any(|b| line.starts_with(b.as_str()));
    let bracket = line.strip_suffix([')', ']']).and_then(|l| l.rfind(['(', '[']).map(|at| &l[at + 1..]));
    begins
        || bracket.is_some_and(|inside| {
            inside.len() < 100
                && file
                    .caption
                    .credits
                    .iter()
                    .any(|c| inside.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ").contains(c.as_str()))
        })
}

/// Three or more words, nearly all of them names of icons and buttons.
fn is_icons(text: &str, words: &HashSet<String>) -> bool {
    let (mut icons, mut all) = (0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        all += 1;
        icons += usize::from(words.contains(&word.to_lowercase()));
    }
    all >= 3 && icons * 10 >= all * 9
}

/// Ends as a sentence does and is long enough to be one.
fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '”', '"']) && text.split_whitespace().count() > 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_icons_and_notes_are_boilerplate() {
        for line in [
            "facebook twitter whatsapp linkedin print mail",
            "Read more: The harbour that never sleeps",
            "© 2029 The Harbour Gazette",
            "We use cookies to improve this site",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn sentences_with_such_words_are_none() {
        for line in [
            "Twitter said on Tuesday that it would close its office in Rabat.",
            "Share prices fell in Oslo.",
            "Related to the king, she never used her title in public, her friends said after the funeral.",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn a_credit_makes_a_caption() {
        assert!(is_caption("The two presidents on the quay (handout by the Presidency)"));
        assert!(is_caption("Photo: A. Lopes"));
        assert!(!is_caption("The minister (photo opportunities bore her) left early and took the train to the coast."));
    }
}
