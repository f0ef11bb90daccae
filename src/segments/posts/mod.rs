//! Posts in prose: which paragraphs, closed by an attribution line, are a post.

mod extent;
mod layout;
mod signs;
mod weights;
mod within;

use std::{
    collections::BTreeMap,
    ops::{Range, RangeInclusive},
};

use smol_str::SmolStr;

use self::{extent::Above, layout::Layout};
use super::draft::Draft;
use crate::{
    article::{Attribution, BlockKind, attribution, day},
    text::{Byte, Span},
};

/// Bytes of a line that is only a date.
const LONGEST_DATE: usize = 80;

/// A post among the blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The blocks that it takes, the closing line's included.
    pub blocks: RangeInclusive<usize>,
    /// Its words in the article's text; what stands before them in their first block is prose.
    pub words: Span<Byte>,
    /// ISO 639-1 of the words, where they tell one.
    pub language: Option<SmolStr>,
    /// What the closing line says.
    pub line: Attribution,
}

/// The blocks that end with a closing line, in order.
pub(super) fn closing_lines(drafts: &[Draft<'_>]) -> Vec<(usize, Attribution)> {
    let in_prose = drafts.iter().enumerate().filter(|(_, d)| !matches!(d.kind, BlockKind::Embed(_)));
    in_prose.filter_map(|(i, d)| attribution(d.raw).map(|line| (i, line))).collect()
}

/// Finds the posts that end with `lines`. `text` is the article's, `main` its language.
pub(super) fn find(drafts: &[Draft<'_>], lines: &[(usize, Attribution)], text: &str, main: Option<&str>) -> Vec<Group> {
    if lines.is_empty() {
        return Vec::new();
    }
    let closing: Vec<usize> = lines.iter().map(|(at, _)| *at).collect();
    let layout = Layout::of(drafts, &closing, text, main);
    let spoken = tongues(drafts, lines);
    let mut groups: Vec<Group> = Vec::new();
    for (at, line) in lines {
        let before = groups.last().map_or(0..0, |g| *g.blocks.start()..g.blocks.end() + 1);
        let spoken = spoken.get(line.handle.as_str()).map_or(&[][..], Vec::as_slice);
        groups.push(group(drafts, &layout, (before, *at), line, main, spoken));
    }
    groups
}

/// The post that `line` in block `at` closes.
fn group(
    drafts: &[Draft<'_>],
    layout: &Layout,
    (before, at): (Range<usize>, usize),
    line: &Attribution,
    main: Option<&str>,
    spoken: &[&str],
) -> Group {
    let closing = &drafts[at];
    let inline = Some(&closing.raw[..line.start]).filter(|words| holds_words(words)).unwrap_or("");
    let far = within::beyond(inline, extent::longest_ever(line.platform));
    let told = if closing.language.as_deref().is_none_or(|l| Some(l) == main) { within::start(&inline[far..], main) } else { 0 };
    let cut = far + told;
    let first = if cut > 0 {
        at
    } else {
        Above { drafts, layout, floor: before.end, before: &drafts[before], at, inline, line, main, spoken }.first()
    };
    let start = drafts[first].span.start + cut;
    let end = match at.checked_sub(1) {
        // Marks of a block quote on an empty line are nobody's words.
        _ if !inline.is_empty() => closing.span.start + inline.trim_end_matches(|c: char| c.is_whitespace() || c == '>').len(),
        Some(last) if first < at => drafts[last].span.end,
        _ => start,
    };
    let (line, last) = with_day_below(drafts, line, at);
    let language = if inline.is_empty() { longest(&drafts[first..at]) } else { longest(&drafts[first..=at]) };
    Group { blocks: first..=last, words: Span::new(start, end), language, line }
}

/// A closing line whose day stands on a line of its own below it; and the last block of the post.
fn with_day_below(drafts: &[Draft<'_>], line: &Attribution, at: usize) -> (Attribution, usize) {
    let below = drafts.get(at + 1).filter(|d| line.posted_on.is_none() && d.raw.len() <= LONGEST_DATE).and_then(|d| day(d.raw));
    match below {
        Some(day) => (Attribution { posted_on: Some(day), ..line.clone() }, at + 1),
        None => (line.clone(), at),
    }
}

/// The language of the longest block that tells one.
fn longest(drafts: &[Draft<'_>]) -> Option<SmolStr> {
    drafts.iter().filter(|d| d.language.is_some()).max_by_key(|d| d.view.text().len()).and_then(|d| d.language.clone())
}

/// The languages of the blocks directly above each handle's closing lines.
fn tongues<'d>(drafts: &'d [Draft<'_>], lines: &'d [(usize, Attribution)]) -> BTreeMap<&'d str, Vec<&'d str>> {
    let mut spoken: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (at, line) in lines {
        if let Some(language) = at.checked_sub(1).and_then(|above| drafts[above].language.as_deref()) {
            spoken.entry(line.handle.as_str()).or_default().push(language);
        }
    }
    spoken
}

/// True where more than marks and tags stands there.
fn holds_words(text: &str) -> bool {
    let mut inside = false;
    text.chars().any(|c| {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ => {}
        }
        // an emoji is a post's word, too
        !inside && (c.is_alphanumeric() || u32::from(c) > 0x1F000)
    })
}
