//! "**Reuters -** Vestra Inc. **VEST.O** sold the port to Norlund **(NRL.L: Quote, Profile, Research)**": who sent a story, and shares' signs with
//! their links.

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

use super::{Edit, Edits};

const SOURCE: &str = include_str!("../../../data/page/wires.toml");

/// What wires and markets leave in a story.
#[derive(Debug, Default, Deserialize)]
struct Wires {
    agencies: HashSet<String>,
    sites: Vec<String>,
    links: HashSet<String>,
    markets: HashSet<String>,
}

/// Tests read the file; here a broken one would know nothing.
static WIRES: LazyLock<Wires> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Most bytes of an agency's name.
const LONGEST_NAME: usize = 32;
/// Most bytes between the brackets of such links.
const LONGEST_LINKS: usize = 64;
/// Most bytes of a share's sign.
const LONGEST_SIGN: usize = 8;
/// What stands between an agency and the story.
const DASHES: [&str; 4] = [" - ", " -- ", " – ", " — "];

/// Leaves out the agency that a story's first block begins with.
pub(super) fn opening(block: &str, edits: &mut Edits) {
    let mut end = block.len().min(LONGEST_NAME);
    while !block.is_char_boundary(end) {
        end -= 1;
    }
    let dash = DASHES.iter().filter_map(|d| block[..end].find(d).map(|at| (at, at + d.len()))).min();
    let Some((at, behind)) = dash else { return };
    let name = block[..at].trim().to_lowercase();
    let sends = WIRES.agencies.contains(&name) || !name.contains(' ') && WIRES.sites.iter().any(|s| name.ends_with(s.as_str()));
    if sends && block[behind..].trim_start().starts_with(char::is_uppercase) {
        edits.push(Edit::drop(0..behind));
    }
}

/// Leaves out the links behind shares' signs, and the signs that stand behind their market.
pub(super) fn links(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices('(') {
        let inside = &block[at + 1..];
        let Some(close) = inside.bytes().take(LONGEST_LINKS).position(|b| b == b')') else { continue };
        if are_links(&inside[..close]) || is_listing(&inside[..close]) {
            // with the space before it: "Vestra (NYSE: VEST)."
            let start = if block[..at].ends_with(' ') { at - 1 } else { at };
            edits.push(Edit::drop(start..at + close + 2));
        }
    }
}

/// Leaves out shares' signs that no bracket sets off: "Vestra Inc. VEST.O".
pub(super) fn signs(block: &str, edits: &mut Edits) {
    let mut before = "";
    let mut at = 0;
    for word in block.split(' ') {
        let sign = word.trim_end_matches([',', '.', ';', ':']);
        if is_sign(sign) && before.starts_with(char::is_uppercase) {
            // "of Vestra Inc. VEST.O.": one full stop is enough
            let stop = before.ends_with('.') && word[sign.len()..].starts_with('.');
            edits.push(Edit::drop(at - 1..at + sign.len() + usize::from(stop)));
        }
        before = word;
        at += word.len() + 1;
    }
}

/// A share and its market, "VEST.O"; no "U.S".
fn is_sign(word: &str) -> bool {
    let capitals = |w: &str, of: std::ops::RangeInclusive<usize>| of.contains(&w.len()) && w.chars().all(|c| c.is_ascii_uppercase());
    word.split_once('.').is_some_and(|(share, market)| capitals(share, 2..=5) && capitals(market, 1..=2))
}

/// "VEST.N: Quote, Profile, Research", "Nasdaq: VEST - news - people", "Quote, Chart": at least two links, and nothing but a sign in capitals and a
/// market beside them.
fn are_links(inside: &str) -> bool {
    let words: Vec<&str> = inside.split([' ', ',', ':', '-', '/']).filter(|w| !w.is_empty()).collect();
    let link = |w: &str| WIRES.links.contains(&w.to_lowercase());
    let sign = |w: &str| w.starts_with(char::is_uppercase) && w.chars().filter(|c| c.is_uppercase()).count() > 1 || w.len() == 1;
    let links = words.iter().filter(|w| link(w)).count();
    links > 1 && words.iter().all(|w| link(w) || sign(w) || WIRES.markets.contains(&w.to_lowercase()))
}

/// "NYSE: VEST", "ASX:VEST": a share's sign behind its market, and nothing more.
fn is_listing(inside: &str) -> bool {
    let Some((market, sign)) = inside.split_once(':') else { return false };
    let sign = sign.trim();
    let letters = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '.';
    WIRES.markets.contains(&market.trim().to_lowercase()) && (1..=LONGEST_SIGN).contains(&sign.len()) && sign.chars().all(letters)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Words, prose},
        SOURCE, Wires,
    };

    fn cleaned(text: &str) -> String {
        prose(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn the_file_reads() {
        let wires: Wires = toml::from_str(SOURCE).unwrap();
        assert!(wires.agencies.iter().chain(&wires.links).chain(&wires.markets).all(|w| *w == w.to_lowercase()));
    }

    #[test]
    fn who_sent_a_story_is_no_part_of_its_sentence() {
        assert_eq!(cleaned("Reuters - Vestra Inc. was sold."), "Vestra Inc. was sold.");
        assert_eq!(cleaned("vestranews.com -- Vestra Inc. was sold."), "Vestra Inc. was sold.");
    }

    #[test]
    fn what_is_no_agency_or_no_sentence_behind_it_stays() {
        for text in [
            "Vestra - The harbour firm was sold.",
            "AP -- and not AFP -- was told first.",
            "Reuters said it was sold.",
            "The port, Reuters -- said",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }

    #[test]
    fn links_behind_a_share_are_left_out() {
        assert_eq!(cleaned("Vestra (VESt.TO: Quote, Profile, Research) sold it."), "Vestra sold it.");
        assert_eq!(cleaned("Vestra (nasdaq: VEST - news - people ) sold it."), "Vestra sold it.");
        assert_eq!(cleaned("Vestra (Quote, Chart) sold it."), "Vestra sold it.");
    }

    #[test]
    fn a_share_behind_its_market_is_left_out() {
        assert_eq!(cleaned("Vestra Ltd (NYSE: VEST) sold it to Norlund (ASX:NRL)."), "Vestra Ltd sold it to Norlund.");
        assert_eq!(cleaned("Vestra (Nasdaq: VEST.O) sold it."), "Vestra sold it.");
    }

    #[test]
    fn shares_signs_are_left_out() {
        assert_eq!(cleaned("Vestra Inc. VEST.O and Norlund NRL.L sold it."), "Vestra Inc. and Norlund sold it.");
        assert_eq!(cleaned("It was sold by Vestra Inc. VEST.O."), "It was sold by Vestra Inc.");
    }

    #[test]
    fn other_words_with_a_dot_stay() {
        for text in ["The U.S. sold it to Vestra ASP.NET users.", "they sold VEST.O", "At 5 P.M. Vestra sold it.", "VEST.O"] {
            assert_eq!(cleaned(text), text);
        }
    }

    #[test]
    fn other_brackets_stay() {
        for text in [
            "Vestra (FAO: VEST) sold it.",
            "Vestra (NYSE: a market) sold it.",
            "It sold (news) it.",
            "It sold (the quote and profile pages) it.",
            "(Quote, Chart",
        ] {
            assert_eq!(cleaned(text), text);
        }
    }
}
