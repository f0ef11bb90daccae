//! What the class and id attributes of an element say of its part in the page.

use std::{collections::HashMap, sync::LazyLock};

use scraper::node::Element;
use serde::Deserialize;

use super::tree::attr;

#[derive(Debug, Default, Deserialize)]
struct Data {
    body: Vec<String>,
    lead: Vec<String>,
    caption: Vec<String>,
    others: Vec<String>,
    barrier: Vec<String>,
    furniture: Vec<String>,
    layout: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/classes.toml");

/// Words of an element's names that are looked at; more are a page's way of saying nothing.
const NAMES: usize = 48;

/// What words and runs of words say.
#[derive(Default)]
struct Vocabulary {
    meaning: HashMap<String, Part>,
    /// The first words of entries, and how many words the longest of each has: most words of a page begin none.
    starts: HashMap<String, usize>,
}

/// A test reads the file; here a broken one would know no word.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let data: Data = toml::from_str(SOURCE).unwrap_or_default();
    let lists = [
        (data.body, Part::BODY),
        (data.lead, Part::LEAD),
        (data.caption, Part::CAPTION),
        (data.others, Part::FURNITURE.and(Part::OTHERS)),
        (data.barrier, Part::FURNITURE.and(Part::BARRIER)),
        (data.furniture, Part::FURNITURE),
        (data.layout, Part::LAYOUT),
    ];
    let mut vocabulary = Vocabulary::default();
    for (words, part) in lists {
        for word in words {
            let count = word.split('-').count();
            let longest = vocabulary.starts.entry(word.split('-').next().unwrap_or(&word).to_owned()).or_default();
            *longest = (*longest).max(count);
            let entry = vocabulary.meaning.entry(word).or_default();
            *entry = entry.and(part);
        }
    }
    vocabulary
});

/// What an element's names say of it: a set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Part(u8);

impl Part {
    /// Holds the article's own paragraphs.
    pub(super) const BODY: Self = Self(1);
    /// Holds the standfirst.
    pub(super) const LEAD: Self = Self(2);
    /// Holds what stands under a picture.
    pub(super) const CAPTION: Self = Self(4);
    /// Is none of the article.
    pub(super) const FURNITURE: Self = Self(8);
    /// Holds what others wrote; such is furniture too.
    pub(super) const OTHERS: Self = Self(32);
    /// Holds what is shown to those who may not read on; such is furniture too.
    pub(super) const BARRIER: Self = Self(64);
    /// Says how the page is laid out.
    const LAYOUT: Self = Self(16);

    /// Both.
    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without what the other says.
    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// True where all that the other says is said.
    pub(super) const fn is(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Reads elements' classes and ids; what a page says again and again is read once.
#[derive(Default)]
pub(super) struct Names<'p>(HashMap<&'p str, Part>);

impl<'p> Names<'p> {
    /// What an element's class and id say.
    pub fn part(&mut self, element: &'p Element) -> Part {
        let class = attr(element, "class").map_or(Part::default(), |class| *self.0.entry(class).or_insert_with(|| part_of_names(class)));
        attr(element, "id").map_or(class, |id| class.and(part_of_names(id)))
    }
}

fn part_of_names(names: &str) -> Part {
    names.split_whitespace().take(NAMES).fold(Part::default(), |part, name| part.and(part_of_name(name)))
}

/// Reads one name. A longer run of words goes before a shorter one; words of layout take a furniture's meaning away.
fn part_of_name(name: &str) -> Part {
    let mut buffer = String::with_capacity(name.len() + 8);
    let mut ends: Vec<usize> = Vec::new();
    words(name, &mut buffer, &mut ends);
    let mut part = Part::default();
    let mut first = 0;
    while first < ends.len() {
        let start = if first == 0 { 0 } else { ends[first - 1] + 1 };
        let longest = VOCABULARY.starts.get(&buffer[start..ends[first]]).copied().unwrap_or(0);
        let found = (1..=longest.min(ends.len() - first))
            .rev()
            .find_map(|n| VOCABULARY.meaning.get(&buffer[start..ends[first + n - 1]]).map(|p| (n, *p)));
        let (taken, said) = found.unwrap_or((1, Part::default()));
        part = part.and(said);
        first += taken;
    }
    if part.is(Part::LAYOUT) || part.is(Part::BODY) { part.without(Part::FURNITURE.and(Part::OTHERS)) } else { part }
}

/// Cuts a name into words in lower case, joined by hyphens in `to`; `ends` gets the byte at which each ends.
fn words(name: &str, to: &mut String, ends: &mut Vec<usize>) {
    let mut lower_before = false;
    for c in name.chars().take(120) {
        let cuts = !c.is_alphanumeric() || (c.is_uppercase() && lower_before);
        if cuts && !to.is_empty() && !to.ends_with('-') {
            ends.push(to.len());
            to.push('-');
        }
        if c.is_alphanumeric() {
            to.extend(c.to_lowercase());
        }
        lower_before = c.is_lowercase();
    }
    if !to.is_empty() && !to.ends_with('-') {
        ends.push(to.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        let data: Data = toml::from_str(SOURCE).unwrap();
        for entry in data.body.iter().chain(&data.lead).chain(&data.caption).chain(&data.others).chain(&data.furniture).chain(&data.layout)
        {
            let (mut joined, mut ends) = (String::new(), Vec::new());
            words(entry, &mut joined, &mut ends);
            assert_eq!((&joined, ends.len() <= 4), (entry, true), "{entry}");
        }
    }

    #[test]
    fn names_are_read_by_their_words() {
        for (name, part) in [
            ("relatedLinks", Part::FURNITURE),
            ("c-share__bar", Part::FURNITURE),
            ("story-body", Part::BODY),
            ("ArticleBody_root__x1", Part::BODY),
            ("image_caption", Part::CAPTION),
        ] {
            assert!(part_of_name(name).is(part), "{name}");
        }
    }

    #[test]
    fn words_inside_words_and_words_of_layout_say_nothing() {
        for name in ["download", "shared-roof", "with-sidebar", "has-comments", "heading", "", "---", "article-body-ads"] {
            assert!(!part_of_name(name).is(Part::FURNITURE), "{name}");
        }
    }
}
