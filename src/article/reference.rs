//! The day that "yesterday" counts from, as somebody states it. What the text lets one infer is the next room's.

use super::{Article, check::day};
use crate::{
    record::ReferenceSource,
    time::{Day, from_url},
};

/// A day and where it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The day.
    pub day: Day,
    /// Where it was taken from.
    pub source: ReferenceSource,
}

/// The day that the caller gives, else the page, else the address.
pub fn reference(article: &Article) -> Option<Reference> {
    let found = |source| move |day| Reference { day, source };
    let stated = if article.published_given { ReferenceSource::Given } else { ReferenceSource::Page };
    let published = article.published_at.as_deref().and_then(day).map(found(stated));
    published.or_else(|| article.url.as_deref().and_then(from_url).map(found(ReferenceSource::Url)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_statement_goes_first() {
        let mut article = Article {
            published_at: Some("2024-03-05".into()),
            url: Some("https://h.example/2024/03/04/salt".into()),
            ..Article::default()
        };
        assert_eq!(reference(&article).unwrap().source, ReferenceSource::Page);
        article.published_given = true;
        assert_eq!(reference(&article).unwrap().source, ReferenceSource::Given);
        article.published_at = None;
        let day = reference(&article).unwrap();
        assert_eq!((day.source, day.day.to_string().as_str()), (ReferenceSource::Url, "2024-03-04"));
        article.url = None;
        assert_eq!(reference(&article), None);
    }
}
