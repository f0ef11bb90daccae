//! Who wrote a plain text, where a line above its body tells: "By Jane Roe", "Jane Roe and John Doe, 12 May 2022".

use std::sync::LazyLock;

use serde::Deserialize;

use crate::{
    article::{Block, BlockKind, posts::day},
    gazetteer::{Gazetteer, is_male},
};

#[derive(Debug, Default, Deserialize)]
struct Words {
    opening: Vec<String>,
    joining: Vec<String>,
    particle: Vec<String>,
    #[serde(default)]
    classes: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/bylines.toml");

/// A test reads the file; here a broken one would know no words.
static WORDS: LazyLock<Words> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Blocks at the text's beginning among which the line may stand.
const WITHIN: usize = 5;
/// Bytes of the line.
const LONGEST: usize = 120;
/// Words of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;

/// The names of the first byline among the first blocks; empty where there is none. The headline is no byline.
pub(in crate::article) fn byline(text: &str, blocks: &[Block]) -> Vec<String> {
    let lines = blocks.iter().take(WITHIN).enumerate().filter(|(i, b)| *i > 0 || b.kind != BlockKind::Heading);
    lines.filter_map(|(_, b)| text.get(b.span.range())).map(names).find(|names| !names.is_empty()).unwrap_or_default()
}

/// True for a word of an element's class that says that its authors stand in it.
pub(in crate::article) fn is_byline_class(word: &str) -> bool {
    WORDS.classes.iter().any(|c| c == word)
}

/// The names in an element that is called a byline: with an opening word, before a date, or persons' names and nothing else.
pub(in crate::article) fn in_element(text: &str) -> Vec<String> {
    let told = names(text);
    if !told.is_empty() || text.len() > LONGEST {
        return told;
    }
    authors(text).into_iter().filter(|n| is_name(n) && is_persons(n)).collect()
}

/// The authors that one statement of a page names: without "By", the address behind a name, or the office of one. What is no person's name
/// (an agency, "the newsroom") stays as it is.
pub(in crate::article) fn authors(stated: &str) -> Vec<String> {
    let opened = WORDS.opening.iter().filter(|o| !WORDS.particle.contains(o)).find_map(|o| {
        let behind = stated.get(..o.len()).filter(|start| start.to_lowercase() == **o).map(|_| &stated[o.len()..])?;
        behind.starts_with(' ').then(|| behind.trim_start())
    });
    let bare = opened.unwrap_or(stated).split(['(', '|', '<', '•', '·']).next().unwrap_or("");
    let bare = bare.split_whitespace().filter(|w| !w.contains('@')).collect::<Vec<_>>().join(" ");
    let bare = bare.trim_end_matches([',', ';', ':']);
    let parts: Vec<&str> = bare.split([',', ';']).map(str::trim).filter(|p| !p.is_empty()).collect();
    let named: Vec<&str> = parts.iter().flat_map(|part| joined(part)).filter(|n| is_name(n)).collect();
    let persons: Vec<String> = named.iter().filter(|n| is_persons(n)).map(|n| (*n).to_owned()).collect();
    // Of several parts the first is a person's name in any case, where the others are offices and places of somebody.
    let first = parts.first().filter(|p| parts.len() > 1 && persons.is_empty() && is_name(p));
    match (persons.len(), first) {
        (1.., _) if persons.len() == named.len() || parts.len() > 1 => persons,
        // Behind "By" stand persons, whatever they are called.
        _ if opened.is_some() && named.len() > 1 && named.len() == parts.iter().map(|part| joined(part).len()).sum::<usize>() => {
            named.into_iter().map(str::to_owned).collect()
        }
        (_, Some(first)) => vec![(*first).to_owned()],
        _ => Some(bare.to_owned()).filter(|b| !b.is_empty()).into_iter().collect(),
    }
}

/// The names in a line that is a byline: behind an opening word, or before a date and nothing else.
fn names(line: &str) -> Vec<String> {
    let line = line.trim_matches(['*', '_', ' ']);
    if line.len() > LONGEST || line.contains('\n') || line.ends_with(['!', '?', ':']) {
        return Vec::new();
    }
    let opened = WORDS.opening.iter().find_map(|o| {
        let start = line.get(..o.len()).filter(|start| start.to_lowercase() == **o && start.starts_with(char::is_uppercase))?;
        line[start.len()..].strip_prefix(' ')
    });
    let parts: Vec<&str> = opened.unwrap_or(line).split([',', '|', '·', '–', '—']).map(str::trim).filter(|p| !p.is_empty()).collect();
    if opened.is_some() {
        return listed(&parts);
    }
    let head = (1..parts.len()).find(|at| day(&parts[*at..].join(" ")).is_some()).unwrap_or(0);
    let found = listed(&parts[..head]);
    // Before a date stands nothing but people's names; a place and a date are a dateline.
    let told: usize = parts[..head].iter().map(|p| joined(p).len()).sum();
    if found.len() == told && found.iter().all(|n| is_persons(n)) { found } else { Vec::new() }
}

/// The names at the beginning of a list: the first part's, and where a later part joins two, all up to there. What follows is the
/// author's paper, place or office.
fn listed(parts: &[&str]) -> Vec<String> {
    let joins = |part: &&str| joined(part).len() > 1 || WORDS.joining.iter().any(|j| part.to_lowercase().starts_with(&format!("{j} ")));
    let last = parts.iter().rposition(joins).map_or(1, |at| at + 1).min(parts.len());
    let names: Vec<&str> = parts[..last].iter().flat_map(|part| joined(part)).collect();
    if names.iter().all(|n| is_name(n)) { names.into_iter().map(str::to_owned).collect() } else { Vec::new() }
}

/// "Jane Roe and John Doe" as its two names; a joining word at the start ("and John Doe") is left out.
fn joined(part: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut from, mut at) = (0, 0);
    for word in part.split_inclusive(' ') {
        if WORDS.joining.iter().any(|j| *j == word.trim_end().to_lowercase()) && word.len() < part.len() - at {
            names.push(part[from..at].trim());
            from = at + word.len();
        }
        at += word.len();
    }
    names.push(part[from..].trim());
    names.retain(|n| !n.is_empty());
    names
}

fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let of_name = |w: &&str| {
        let letters = w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        letters && (w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) || WORDS.particle.iter().any(|p| p == w))
    };
    NAME.contains(&words.len()) && words.iter().all(of_name) && words.first().is_some_and(|w| !w.starts_with(char::is_lowercase))
}

/// True where the first word is a given name or an initial, and no place is called so.
fn is_persons(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or("");
    (first.ends_with('.') || is_male(first).is_some()) && Gazetteer::global().look_up(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_names_authors() {
        for (stated, expected) in [
            ("By Jane Roe", vec!["Jane Roe"]),
            ("Jane Roe and John Doe", vec!["Jane Roe", "John Doe"]),
            ("Jane Roe, John Doe", vec!["Jane Roe", "John Doe"]),
            ("Jane Roe, Political Editor", vec!["Jane Roe"]),
            ("Jane Roe (jane@harbour.example)", vec!["Jane Roe"]),
            ("Jane Roe jane@harbour.example", vec!["Jane Roe"]),
            ("Jane Roe | Harbour Post", vec!["Jane Roe"]),
            ("The Newsroom", vec!["The Newsroom"]),
            ("Harbour Press and Wire", vec!["Harbour Press and Wire"]),
            ("By Harbour Press and Wire", vec!["Harbour Press and Wire"]),
            ("By Oyra Moe and Bzo Lind", vec!["Oyra Moe", "Bzo Lind"]),
            ("von Storch", vec!["von Storch"]),
            ("editor@harbour.example", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(authors(stated), expected, "{stated}");
        }
    }

    #[test]
    fn an_element_that_is_called_a_byline_holds_names_or_nothing() {
        assert_eq!(in_element("By Jane Roe, in Salthaven"), ["Jane Roe"]);
        assert_eq!(in_element("Jane Roe"), ["Jane Roe"]);
        for text in [
            "Harbour Press Wire",
            "Read more",
            "Jane Roe has written of ferries and of the harbour for twenty years, and lives by the sea with two cats and a dog, she says.",
        ] {
            assert!(in_element(text).is_empty(), "{text}");
        }
        assert!(is_byline_class("byline") && !is_byline_class("title"));
    }

    #[test]
    fn the_data_is_whole() {
        assert!(toml::from_str::<Words>(SOURCE).unwrap().opening.contains(&"by".to_owned()));
    }

    #[test]
    fn bylines_name_who_wrote() {
        for (line, expected) in [
            ("By Jane Roe", vec!["Jane Roe"]),
            ("By Jane Roe and John Doe, Harbour Post", vec!["Jane Roe", "John Doe"]),
            ("By Jane Roe, Ole van der Berg and A. Novak", vec!["Jane Roe", "Ole van der Berg", "A. Novak"]),
            ("By JANE ROE | Harbour Post", vec!["JANE ROE"]),
            ("Von Ida Moen", vec!["Ida Moen"]),
            ("Por Marta de la Cruz", vec!["Marta de la Cruz"]),
            ("Par Claire Marin et Paul Récif", vec!["Claire Marin", "Paul Récif"]),
            ("Jane Roe, 12 May 2022", vec!["Jane Roe"]),
            ("Jane Roe – May 12, 2022", vec!["Jane Roe"]),
            ("Jane Roe and John Doe | 12 May 2022", vec!["Jane Roe", "John Doe"]),
        ] {
            assert_eq!(names(line), expected, "{line}");
        }
    }

    #[test]
    fn what_looks_alike_is_none() {
        for line in [
            "By noon the ministers had left.",
            "By the sea",
            "by Jane Roe the pier was opened",
            "Von der Küste",
            "Salthaven, 12 May 2022",
            "New York, 12 May 2022",
            "Port Salthaven, 12 May 2022",
            "New Salthaven, Northland, 12 May 2022",
            "12 May 2022",
            "Jane Roe",
            "Jane Roe, novelist",
            "The minister met Jane Roe on 12 May 2022",
            "By Jane",
            "By 2030",
            "",
        ] {
            assert_eq!(names(line), Vec::<String>::new(), "{line}");
        }
    }
}
