//! Pages that stand where an article would: errors, checks of the reader, questions for consent, forms to log in.

use std::{collections::HashSet, sync::LazyLock};

use serde::Deserialize;

use super::{metadata::Metadata, title};

#[derive(Debug, Default, Deserialize)]
struct Data {
    whole: HashSet<String>,
    begins: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/page/walls.toml");

/// A test reads the file; here a broken one would know no wall.
static DATA: LazyLock<Data> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Bytes of text beyond which a page tells more than why there is no article.
const LONGEST: usize = 2_000;

/// True for a page of so many bytes of text whose title or `<title>` says that it is no article. One that describes itself as an article, or
/// says when it was published, is believed.
pub(super) fn is_wall(facts: &Metadata, bytes: usize) -> bool {
    let told = || [&facts.title, &facts.page_title].into_iter().flatten();
    bytes <= LONGEST && !facts.is_article && facts.published_at.is_none() && told().any(|title| title::parts(title).any(says))
}

fn says(part: &str) -> bool {
    let lower = part.to_lowercase();
    let bare = lower.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '!' | '?' | '¡' | '¿' | '"' | '“' | '”'));
    DATA.whole.contains(bare) || DATA.begins.iter().any(|b| bare.starts_with(b.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(title: &str, page_title: &str) -> Metadata {
        Metadata { title: Some(title.to_owned()), page_title: Some(page_title.to_owned()), ..Metadata::default() }
    }

    #[test]
    fn the_data_is_whole() {
        let data: Data = toml::from_str(SOURCE).unwrap();
        assert!(data.whole.iter().chain(&data.begins).all(|w| w.to_lowercase() == *w));
    }

    #[test]
    fn walls_are_told_by_their_titles() {
        for (title, page_title) in [
            ("404", "Page not found | The Harbour Post"),
            ("Oh no", "The Harbour Post – Seite nicht gefunden"),
            ("Checking your browser", "Just a moment..."),
            ("Log in", "Log in"),
            ("The page you requested is gone", "The Harbour Post"),
        ] {
            assert!(is_wall(&facts(title, page_title), 300), "{title}");
        }
    }

    #[test]
    fn articles_are_none() {
        let about = facts("Log in", "Log in");
        assert!(!is_wall(&about, LONGEST + 1), "it tells something");
        assert!(!is_wall(&Metadata { is_article: true, ..facts("404", "404") }, 300));
        assert!(!is_wall(&Metadata { published_at: Some("2024-03-04".into()), ..facts("404", "404") }, 300));
        for title in ["Access denied to the pier for a day", "Salt talks end", "Error on the ferry: 404 passengers", "Cookies", ""] {
            assert!(!is_wall(&facts(title, title), 300), "{title}");
        }
    }
}
