//! The day that "yesterday" counts from.

use jiff::civil::Date;

use super::{Article, BlockKind, check::day};
use crate::record::ReferenceSource;

/// A day and where it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The day.
    pub day: Date,
    /// Where it was taken from.
    pub source: ReferenceSource,
}

/// The strongest statement of the day on which the article was written: the caller's, the page's, or the address's.
pub fn reference(article: &Article) -> Option<Reference> {
    let stated = article.published_at.as_deref().and_then(day).map(|day| {
        let source = if article.published_given { ReferenceSource::Given } else { ReferenceSource::Page };
        Reference { day, source }
    });
    let from = |day: Option<Date>, source| day.map(|day| Reference { day, source });
    stated
        .or_else(|| from(article.url.as_deref().and_then(in_address), ReferenceSource::Url))
        .or_else(|| from(of_posts(article), ReferenceSource::Inferred))
}

/// `/2023/06/15/`, `/2023-06-15-`, `/20230615/` in an address's path.
fn in_address(url: &str) -> Option<Date> {
    let path = url.split_once("//").map_or(url, |(_, rest)| rest).split_once('/')?.1;
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let figures: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).filter(|f| !f.is_empty()).collect();
    let date = |y: &str, m: &str, d: &str| plausible(Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()?);
    let parted =
        figures.windows(3).find_map(|w| (w[0].len() == 4 && w[1].len() <= 2 && w[2].len() <= 2).then(|| date(w[0], w[1], w[2])).flatten());
    parted.or_else(|| figures.iter().filter(|f| f.len() == 8).find_map(|f| date(&f[..4], &f[4..6], &f[6..])))
}

/// The latest day of the posts that the article embeds, which it was written on or after.
fn of_posts(article: &Article) -> Option<Date> {
    let posted = |kind: &BlockKind| if let BlockKind::Embed(embed) = kind { embed.posted_on.as_deref().and_then(day) } else { None };
    article.blocks.iter().filter_map(|b| posted(&b.kind)).filter_map(plausible).max()
}

/// News on the web is not older than the web.
fn plausible(day: Date) -> Option<Date> {
    (1990..=2100).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_its_day() {
        let expected = Some(jiff::civil::date(2024, 3, 4));
        for url in [
            "https://harbour.example/2024/03/04/salt-12.html",
            "https://harbour.example/news/20240304-salt",
            "https://harbour.example/salt-2024-3-4?x=1",
        ] {
            assert_eq!(in_address(url), expected, "{url}");
        }
        for url in ["https://harbour.example/news/12345678", "https://harbour.example/2024/03/", "https://harbour.example", "2024"] {
            assert_eq!(in_address(url), None, "{url}");
        }
    }

    #[test]
    fn the_callers_day_goes_first() {
        let mut article = Article {
            published_at: Some("2024-03-05".into()),
            url: Some("https://h.example/2024/03/04/salt".into()),
            ..Article::default()
        };
        assert_eq!(reference(&article).unwrap().source, ReferenceSource::Page);
        article.published_given = true;
        assert_eq!(reference(&article).unwrap().source, ReferenceSource::Given);
        article.published_at = None;
        let found = reference(&article).unwrap();
        assert_eq!((found.source, found.day.to_string().as_str()), (ReferenceSource::Url, "2024-03-04"));
        article.url = None;
        assert_eq!(reference(&article), None);
    }
}
