//! Headings over what is none of the article: other reading, subscriptions, comments.

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
struct Data {
    whole: HashSet<String>,
    begins: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/sections.toml");

/// A test reads the file; here a broken one would know no heading.
static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Bytes of such a heading at most.
const LONGEST: usize = 100;

/// True for the heading of a section that is none of the article.
pub(super) fn is_other(heading: &str) -> bool {
    if heading.len() > LONGEST {
        return false;
    }
    let lower = heading.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '【' | '】'));
    DATA.whole.contains(bare) || DATA.begins.iter().any(|b| bare.starts_with(b.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        let data: Data = toml::from_str(SOURCE).unwrap();
        assert!(data.whole.iter().chain(&data.begins).all(|w| *w == w.to_lowercase()));
    }

    #[test]
    fn other_reading_is_known_by_its_heading() {
        for heading in ["Related", "More from the Harbour Post", "DON’T MISS", "READ MORE:", "— Mehr zum Thema —"] {
            assert!(is_other(heading), "{heading}");
        }
    }

    #[test]
    fn headings_of_the_article_are_none() {
        for heading in ["What comes next", "More ferries than in the year before", "Salt", "", "Sources of salt in the north"] {
            assert!(!is_other(heading), "{heading}");
        }
    }
}
