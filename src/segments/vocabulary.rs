//! Captions and what a page leaves in a text, told by the words that they are made of.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use serde::Deserialize;

use crate::record::SegmentKind;

#[derive(Debug, Default, Deserialize)]
struct Boilerplate {
    whole: HashSet<String>,
    begins: Vec<String>,
    holds: Vec<String>,
    icons: HashSet<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Captions {
    begins: Vec<String>,
    credit: Vec<String>,
    tail: Vec<String>,
    ends: Vec<String>,
}

const BOILERPLATE_SOURCE: &str = include_str!("../../data/page/boilerplate.toml");
const CAPTIONS_SOURCE: &str = include_str!("../../data/page/captions.toml");

/// Tests read the files; here a broken one would know nothing.
static BOILERPLATE: LazyLock<Boilerplate> = LazyLock::new(|| toml::from_str(BOILERPLATE_SOURCE).unwrap_or_default());
static CAPTIONS: LazyLock<Captions> = LazyLock::new(|| toml::from_str(CAPTIONS_SOURCE).unwrap_or_default());

/// Characters of a line that may be told by its beginning.
const SHORT: usize = 160;
/// Characters of a caption.
const CAPTION: usize = 400;
/// Words from which on a line of icon names is a share bar.
const ICONS: usize = 3;

/// What a block's words tell that it is, where they do.
pub(super) fn kind(text: &str) -> Option<SegmentKind> {
    let length = text.chars().take(CAPTION + 1).count();
    if length > CAPTION {
        return None;
    }
    let lower = text.to_lowercase();
    if is_boilerplate(&lower, length) {
        Some(SegmentKind::Boilerplate)
    } else if is_caption(text, &lower, length) {
        Some(SegmentKind::Caption)
    } else {
        None
    }
}

/// The bytes of a caption's words, between a label and a credit: "Photo caption: **Ana Ruiz with Luis Gil** Photo credit: The Ministry".
pub(super) fn words_of_caption(text: &str) -> Range<usize> {
    let colon = text.find(':').filter(|&at| at <= LABEL);
    let label = |colon: usize| {
        let words = text[..=colon].to_lowercase();
        let told = CAPTIONS.begins.iter().any(|b| words == *b || words.trim_end_matches(':') == b.as_str());
        told.then(|| text.len() - text[colon + 1..].trim_start().len()).filter(|&end| end < text.len())
    };
    let start = colon.and_then(label).unwrap_or(0);
    let credit = |at: usize| text.get(at..).is_some_and(begins_credit);
    let mut behind_space = text.match_indices(char::is_whitespace).map(|(at, space)| at + space.len());
    // "holds a photo by Tove Lund" is told amid a sentence
    let apart = |at: usize| text[..at].trim_end().ends_with(['.', '!', '?', ')', ']', '|', '/']) || text[..at].ends_with('\n');
    let labelled = |at: usize| text[at..].split([' ', '\n']).take(2).any(|word| word.ends_with(':'));
    start..behind_space.find(|&at| at > start && credit(at) && (apart(at) || labelled(at))).unwrap_or(text.len())
}

/// True for what begins by saying whose a picture is: "Photo credit: The Ministry".
pub(super) fn begins_credit(text: &str) -> bool {
    CAPTIONS.tail.iter().any(|t| text.get(..t.len()).is_some_and(|words| words.eq_ignore_ascii_case(t)))
}

/// Most bytes before the colon of such a label.
const LABEL: usize = 24;

fn is_boilerplate(lower: &str, length: usize) -> bool {
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '-' | '©' | '('));
    if bare.is_empty() || BOILERPLATE.whole.contains(bare) || is_share_bar(lower) {
        return !lower.chars().any(is_picture);
    }
    length <= SHORT
        && (BOILERPLATE.begins.iter().any(|b| bare.starts_with(b.as_str())) || BOILERPLATE.holds.iter().any(|h| bare.contains(h.as_str())))
}

/// Emoji are words of a post.
fn is_picture(c: char) -> bool {
    matches!(u32::from(c), 0x1F1E6..=0x1FAFF | 0x2600..=0x27BF)
}

/// A line of icon names: three or more words of which at least two in three are known, one of a platform among them.
fn is_share_bar(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_whitespace().collect();
    let known = words.iter().filter(|w| BOILERPLATE.icons.contains(**w)).count();
    words.len() >= ICONS && known * 3 >= words.len() * 2
}

fn is_caption(text: &str, lower: &str, length: usize) -> bool {
    if CAPTIONS
        .begins
        .iter()
        .any(|b| lower.starts_with(b.as_str()) && !text.get(b.len()..).is_some_and(|rest| rest.starts_with(char::is_lowercase)))
    {
        return true;
    }
    let end = lower.trim_end_matches(['.', ' ']);
    if let Some(inside) = end.strip_suffix([')', ']']).and_then(|t| t.rfind(['(', '[']).map(|at| &t[at + 1..])) {
        return is_credit(inside);
    }
    let sentence = text.trim_end().ends_with(['.', '!', '?', '"', '”']);
    length <= SHORT * 2
        && !sentence
        && CAPTIONS.ends.iter().any(|e| {
            end.strip_suffix(e.as_str()).is_some_and(|head| {
                head.ends_with(['/', '|', '–', '—', '-', '.', ',', ':', '\n'])
                    || head.ends_with("/ ")
                    || head.ends_with(". ")
                    || head.ends_with("| ")
                    || head.ends_with("- ")
            })
        })
}

/// "Photo: A. Novak", "handout by the port", "Novak/Reuters", "AP Photo/Novak, File".
fn is_credit(inside: &str) -> bool {
    inside.len() <= 120
        && CAPTIONS.credit.iter().any(|c| {
            let bounded = |rest: &str, at_end: bool| {
                rest.is_empty() || if at_end { rest.ends_with(['/', ' ', ',', ':']) } else { rest.starts_with([':', '/', ' ', ',']) }
            };
            inside.strip_prefix(c.as_str()).is_some_and(|rest| bounded(rest, false) && (c.len() > 4 || !rest.starts_with(' ')))
                || inside
                    .strip_suffix(c.as_str())
                    .is_some_and(|head| head.ends_with(['/', ',']) || head.ends_with("/ ") || head.ends_with(", ") || head.is_empty())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        let boilerplate: Boilerplate = toml::from_str(BOILERPLATE_SOURCE).unwrap();
        let captions: Captions = toml::from_str(CAPTIONS_SOURCE).unwrap();
        let words = boilerplate
            .whole
            .iter()
            .chain(&boilerplate.begins)
            .chain(&boilerplate.holds)
            .chain(&captions.begins)
            .chain(&captions.credit)
            .chain(&captions.ends);
        for word in words {
            assert_eq!(*word, word.to_lowercase());
        }
    }

    #[test]
    fn what_a_page_leaves_behind() {
        for text in [
            "Advertisement",
            "READ MORE: Ferries run again",
            "facebook twitter whatsapp rss",
            "© 2024 The Harbour Post",
            "Share this article",
            "[ Sign up for our weekly letter ]",
            "***",
            "Tags: salt, ferries",
            "The Harbour Post. All rights reserved.",
        ] {
            assert_eq!(kind(text), Some(SegmentKind::Boilerplate), "{text}");
        }
    }

    #[test]
    fn captions_and_credits() {
        for text in [
            "The two ministers on the pier (Photo: A. Novak)",
            "The two ministers on the pier (handout by the port)",
            "Salt in sacks, Monday. (AP Photo/A. Novak, File)",
            "Salt in sacks on Monday [Novak/Reuters]",
            "Photo by A. Novak",
            "Photo credit: Ministry of Salt",
            "Salt in sacks on the pier | Getty Images",
        ] {
            assert_eq!(kind(text), Some(SegmentKind::Caption), "{text}");
        }
    }

    #[test]
    fn sentences_stay_narrative() {
        for text in [
            "The minister read more than he wrote.",
            "He left (and said so).",
            "The minister shared the picture with Reuters.",
            "Facebook and Twitter were asked for comment by the minister.",
            "She met the head of the agency (AP)s.",
            "Photographs of the pier were shown to the ministers.",
            "The ministers spoke of the file (a long one).",
            "The report was by Reuters",
            "🎉🎉",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }
}
