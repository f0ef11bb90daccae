//! Posts in prose: which paragraphs, closed by an attribution line, are a post.

mod extent;
mod signs;

use std::{collections::BTreeMap, ops::RangeInclusive};

use super::draft::Draft;
use crate::article::{Attribution, BlockKind, attribution};

/// A post among the blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The blocks that it takes, the closing line's included.
    pub blocks: RangeInclusive<usize>,
    /// What the closing line says.
    pub line: Attribution,
    /// The block of the closing line holds words before that line.
    pub inline: bool,
}

/// Finds posts. `main` is the article's language.
pub(super) fn find(drafts: &[Draft<'_>], main: Option<&str>) -> Vec<Group> {
    let lines: Vec<(usize, Attribution)> = drafts
        .iter()
        .enumerate()
        .filter(|(_, d)| !matches!(d.kind, BlockKind::Embed(_)))
        .filter_map(|(i, d)| attribution(d.raw).map(|line| (i, line)))
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    let spoken = tongues(drafts, &lines);
    for (at, line) in &lines {
        let at = *at;
        let inline = holds_words(&drafts[at].raw[..line.start]);
        let floor = groups.last().map_or(0, |g| g.blocks.end() + 1);
        let first = if inline {
            at
        } else {
            extent::first(drafts, floor, at, line, main, spoken.get(line.handle.as_str()).map_or(&[][..], Vec::as_slice))
        };
        groups.push(Group { blocks: first..=at, line: line.clone(), inline });
    }
    groups
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
        !inside && c.is_alphanumeric()
    })
}
