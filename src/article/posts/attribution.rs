//! The line that closes an embedded post: `— A. Novak (@novak) March 4, 2024`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::{
    date::{self, Dated},
    link::unlinked,
};
use crate::record::Platform;

/// What the data file says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Data {
    dashes: Vec<String>,
    opening: Vec<Words>,
    behind: Vec<Words>,
    pub(super) filler: Vec<String>,
    frame: Vec<String>,
    posted: Vec<Vec<String>>,
    pub(super) months: BTreeMap<String, Vec<Vec<String>>>,
}

/// Words that tell of a platform.
#[derive(Debug, Deserialize)]
struct Words {
    platform: Platform,
    words: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/posts/attribution.toml");

/// A test reads the file; here a broken one would know no line.
pub(super) static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Bytes that a closing line has at most.
const LONGEST: usize = 240;
/// Characters of a name, where no dash tells where it begins.
const LONGEST_NAME: usize = 60;

/// Bytes of a date in whatever language.
const LONGEST_DATE: usize = 80;

/// A post's closing line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Where it was posted.
    pub platform: Platform,
    /// The name that its author shows.
    pub author: Option<String>,
    /// Without the `@`.
    pub handle: String,
    /// `2024-03-04`.
    pub posted_on: Option<String>,
    /// The post's address, where the date is linked to it.
    pub url: Option<String>,
    /// Byte of the text at which the line begins; what stands before it are the post's words.
    pub start: usize,
}

/// Reads the closing line at the end of `text`, which may be all of it. Looks only at its last few hundred bytes.
///
/// A line is known by a handle in brackets with nothing but a date behind it, and a dash, the line's start or words such as "A post shared by"
/// before the name. A sentence that goes on behind the handle is none.
pub fn attribution(text: &str) -> Option<Attribution> {
    closing(text, false)
}

/// The closing line of a text that is known to be an embed's: where a dash leads it, what stands behind the handle is a date, also in a
/// language whose months nobody wrote down here.
pub fn attribution_of_embed(text: &str) -> Option<Attribution> {
    closing(text, false).or_else(|| closing(text, true))
}

fn closing(text: &str, of_embed: bool) -> Option<Attribution> {
    let text = without_tags(text);
    let floor = text.floor_char_boundary(text.len().saturating_sub(LONGEST));
    let (open, inside) = bracketed_handle(text, floor)?;
    let (handle, rest) = inside.split_once([')', '）'])?;
    let handle = handle.trim_matches(date::is_direction_mark);
    let (rest, url) = unlinked(rest);
    let well_formed = !handle.is_empty() && handle.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '@' | '-'));
    let (behind, rest) = platform_behind(rest.trim_matches(|c: char| c.is_whitespace() || date::is_direction_mark(c)));
    let dated = date::read(rest);
    let head = text[..open].trim_end();
    let line = head.rfind(['\n', '\r', '>']).map_or(0, |at| at + 1);
    let led = || DATA.dashes.iter().any(|d| head[line..].trim_start().starts_with(d.as_str()));
    let behind_is_date = dated.is_some() || rest.trim_end_matches('.').is_empty() || (of_embed && rest.len() <= LONGEST_DATE && led());
    if !well_formed || !behind_is_date {
        return None;
    }
    let opening = opening(&head[line..]);
    let (start, name) = match opening {
        Some((words, _)) => (line, head[line..].trim_start().get(words..)?),
        None => by_dash(head, line.max(floor)).or_else(|| bare_name(head, line, dated.is_some()))?,
    };
    let platform = opening.map(|o| o.1).or(behind).unwrap_or_else(|| platform_of_handle(handle));
    let author = name.trim().trim_end_matches(',');
    Some(Attribution {
        platform,
        author: (!author.is_empty()).then(|| author.split_whitespace().collect::<Vec<_>>().join(" ")),
        handle: handle.to_owned(),
        posted_on: dated.and_then(|d| if let Dated::On(day) = d { Some(day.to_string()) } else { None }),
        url,
        start,
    })
}

/// A line that an embed shows around the post's own words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Framed {
    /// Who posted it, without the `@`.
    pub handle: Option<String>,
    /// The name that its author shows.
    pub author: Option<String>,
    /// `2024-03-04`.
    pub posted_on: Option<String>,
}

/// Reads a line that a platform's embed shows instead of the post or under it: "View this post on Instagram", "Post by @lind", "Posted by Norhaven
/// Harbour on Monday, March 4, 2024". None for a line of the post's own.
pub fn framed(line: &str) -> Option<Framed> {
    let line = line.trim();
    let lower = line.to_lowercase();
    let bare = lower.trim_end_matches(['.', '…']);
    if DATA.frame.iter().any(|f| f == bare) {
        return Some(Framed::default());
    }
    let is_handle = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '@' | '-'));
    for words in &DATA.posted {
        let (by, on) = (words.first()?, words.get(1)?);
        // Lower case may be longer than what it was made of.
        let Some(rest) = lower.strip_prefix(by.as_str()).and_then(|rest| line.get(line.len().checked_sub(rest.len())?..)) else { continue };
        if let Some(handle) = rest.strip_prefix('@').filter(|h| is_handle(h)) {
            return Some(Framed { handle: Some(handle.to_owned()), ..Framed::default() });
        }
        let dated = rest.rmatch_indices(on.as_str()).find_map(|(at, _)| {
            let date =
                rest[at + on.len()..].split_once(", ").filter(|(weekday, _)| !weekday.contains(char::is_numeric)).map(|(_, date)| date);
            date::day(date.unwrap_or(&rest[at + on.len()..])).map(|day| (rest[..at].trim().to_owned(), day))
        });
        if let Some((author, day)) = dated {
            return Some(Framed { author: Some(author).filter(|a| !a.is_empty()), posted_on: Some(day), handle: None });
        }
    }
    None
}

/// Where the bracket of the last handle opens, and what stands behind its `@`.
fn bracketed_handle(text: &str, floor: usize) -> Option<(usize, &str)> {
    text[floor..].rmatch_indices(['(', '（']).find_map(|(at, bracket)| {
        let inside = text[floor + at + bracket.len()..].trim_start_matches(date::is_direction_mark);
        Some((floor + at, inside.strip_prefix(['@', '＠'])?))
    })
}

/// Closing tags and the full stop that scrapers leave behind a post.
fn without_tags(mut text: &str) -> &str {
    loop {
        let trimmed = text.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
        match trimmed.strip_suffix('>').and_then(|t| t.rfind("</")) {
            Some(tag) if trimmed.len() - tag < 24 => text = &trimmed[..tag],
            _ => return trimmed,
        }
    }
}

/// Where the dash before the name stands, and the name: the line's first mark, else the last dash in it.
fn by_dash(head: &str, line: usize) -> Option<(usize, &str)> {
    let words = head.get(line..)?;
    let indent = words.len() - words.trim_start().len();
    let leads = DATA.dashes.iter().find_map(|d| words.trim_start().strip_prefix(d.as_str()));
    if let Some(name) = leads.filter(|n| !n.is_empty()) {
        return Some((line + indent, name));
    }
    let inside = |dash: &String| {
        let at = words.rfind(dash.as_str())?;
        let name = &words[at + dash.len()..];
        // A hyphen is a dash only between spaces; a name holds no sentence.
        let apart = !dash.starts_with('-') || (words[..at].ends_with(' ') && name.starts_with(' '));
        (apart && name.chars().count() <= LONGEST_NAME * 2).then_some((line + at, name))
    };
    DATA.dashes.iter().filter_map(inside).max_by_key(|(at, _)| *at)
}

/// A whole line that is a name; only a date makes such a line a closing one.
fn bare_name(head: &str, line: usize, dated: bool) -> Option<(usize, &str)> {
    let name = head.get(line..)?.trim_start();
    (dated && !name.is_empty() && name.chars().count() <= LONGEST_NAME).then_some((head.len() - name.len(), name))
}

/// Bytes of the opening words at the start of a line, and whose they are.
fn opening(line: &str) -> Option<(usize, Platform)> {
    let line = line.trim_start();
    DATA.opening.iter().find_map(|o| {
        let words = o.words.iter().find(|w| line.get(..w.len()).is_some_and(|start| start.to_lowercase() == **w))?;
        Some((words.len(), o.platform))
    })
}

fn platform_behind(rest: &str) -> (Option<Platform>, &str) {
    for entry in &DATA.behind {
        for words in &entry.words {
            let found = rest.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
            if let Some(after) = rest.get(words.len()..).filter(|a| found && !a.starts_with(char::is_alphanumeric)) {
                return (Some(entry.platform), after.trim_start_matches([':', ' ']));
            }
        }
    }
    (None, rest)
}

/// `@user@server` is Mastodon's form, a domain Bluesky's; a bare handle is taken for X, whose line this is.
fn platform_of_handle(handle: &str) -> Platform {
    match handle {
        h if h.contains('@') => Platform::Mastodon,
        h if h.contains('.') => Platform::Bluesky,
        _ => Platform::X,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, String, String, usize)> {
        attribution(text).map(|a| (a.author.unwrap_or_default(), a.handle, a.posted_on.unwrap_or_default(), a.start))
    }

    #[allow(clippy::unnecessary_wraps, reason = "it is compared with what may be none")]
    fn told(author: &str, handle: &str, day: &str, start: usize) -> Option<(String, String, String, usize)> {
        Some((author.into(), handle.into(), day.into(), start))
    }

    #[test]
    fn the_data_is_whole() {
        let data = toml::from_str::<Data>(SOURCE).unwrap();
        assert!(data.months.values().all(|months| months.len() == 12));
    }

    #[test]
    fn behind_the_handle_of_an_embed_any_short_text_is_a_date() {
        let text = "Salt is back.\n\n— B. Lind (@lind) 4 Märts 2024";
        let line = attribution_of_embed(text).unwrap();
        assert_eq!((line.handle.as_str(), line.posted_on, line.start), ("lind", None, 15));
        assert_eq!(attribution(text), None, "in prose it may be anything");
        assert_eq!(attribution_of_embed("Salt is back, says B. Lind (@lind) of the port"), None, "no dash leads it");
    }

    #[test]
    fn a_line_alone() {
        assert_eq!(read("— Port of Salt ⚓ (@portofsalt) March 4, 2024"), told("Port of Salt ⚓", "portofsalt", "2024-03-04", 0));
        assert_eq!(read("- B. Lind (@lind) 4. März 2024"), told("B. Lind", "lind", "2024-03-04", 0));
        assert_eq!(read("&mdash; Al-Mina (@almina) 4 mars 2024"), told("Al-Mina", "almina", "2024-03-04", 0));
        assert_eq!(read("B. Lind (@lind) March 4, 2024"), told("B. Lind", "lind", "2024-03-04", 0));
        assert_eq!(read("— B. Lind (@lind)"), told("B. Lind", "lind", "", 0));
        assert_eq!(read("— B. Lind (@lind) 4 марта 2024 г."), told("B. Lind", "lind", "2024-03-04", 0));
        assert_eq!(read("— ميناء الملح (\u{200e}@almina) \u{200f}٤ مارس، ٢٠٢٤"), told("ميناء الملح", "almina", "2024-03-04", 0));
        assert_eq!(read("— 船長（@sencho）2024年3月4日"), told("船長", "sencho", "2024-03-04", 0));
    }

    #[test]
    fn a_line_whose_date_is_linked() {
        let text = "— B. Lind (@lind) [March 4, 2024](https://twitter.com/lind/status/12)";
        assert_eq!(read(text), told("B. Lind", "lind", "2024-03-04", 0));
        assert_eq!(attribution(text).unwrap().url.as_deref(), Some("https://twitter.com/lind/status/12"));
        assert_eq!(read("— B. Lind (@lind) [who posts](https://harbour.example)"), None);
    }

    #[test]
    fn a_line_behind_the_words() {
        let text = "<tweet id=\"1\">Salt is back. — Port of Salt (@portofsalt) March 4, 2024</tweet>.";
        assert_eq!(read(text), told("Port of Salt", "portofsalt", "2024-03-04", text.find('—').unwrap()));
        let text = "Salt is back - at last.&mdash; Port (@portofsalt) March 4, 2024";
        assert_eq!(read(text).unwrap().3, text.find("&mdash;").unwrap());
    }

    #[test]
    fn platforms_are_told_by_handle_or_words() {
        let platform = |t: &str| attribution(t).map(|a| a.platform);
        assert_eq!(platform("— Lind (@lind.bsky.social) March 4, 2024 at 9:30 PM"), Some(Platform::Bluesky));
        assert_eq!(platform("— Lind (@lind@harbour.example) March 4, 2024"), Some(Platform::Mastodon));
        assert_eq!(platform("A post shared by Lind (@lind)"), Some(Platform::Instagram));
        assert_eq!(platform("— Lind (@lind) on Truth Social March 4, 2024"), Some(Platform::TruthSocial));
    }

    #[test]
    fn what_an_embed_shows_around_a_post_is_none_of_it() {
        assert_eq!(framed("View this post on Instagram"), Some(Framed::default()));
        assert_eq!(framed("Post by @lind@sea.example").unwrap().handle.as_deref(), Some("lind@sea.example"));
        let posted = framed("Posted by Norhaven Harbour on Monday, March 4, 2024").unwrap();
        assert_eq!((posted.author.as_deref(), posted.posted_on.as_deref()), (Some("Norhaven Harbour"), Some("2024-03-04")));
        for line in ["View from the pier", "Post by post, the pier comes back", "Posted by sea on Monday", "Salt is back.", ""] {
            assert_eq!(framed(line), None, "{line}");
        }
    }

    #[test]
    fn sentences_are_none() {
        for text in [
            "The mayor (@lind) said on March 4, 2024 that salt was back.",
            "The mayor — a sailor (@lind) — said so.",
            "Follow B. Lind (@lind)",
            "He left on March 4, 2024",
            "— B. Lind (lind) March 4, 2024",
            "",
            "(@",
            "— (@lind",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
