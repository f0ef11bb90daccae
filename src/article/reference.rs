//! The day that "yesterday" counts from.

use super::{Article, Block, BlockKind, check::day, posts::attribution};
use crate::{
    record::ReferenceSource,
    time::{Base, Day, Kind, Point, Unit, dateline, expressions, from_url, timestamp},
};

/// Blocks at an article's head among which its dateline stands.
const HEAD: usize = 4;
/// Characters of a line that says when the article was written and little else.
const LINE: usize = 70;

/// A day and where it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The day.
    pub day: Day,
    /// Where it was taken from.
    pub source: ReferenceSource,
}

/// The strongest statement of the day on which the article was written: the caller's, the page's, the address's, the dateline's, or what
/// posts and dated lines let one infer. A day that only could be right is none.
pub fn reference(article: &Article) -> Option<Reference> {
    let found = |source| move |day| Reference { day, source };
    let stated = if article.published_given { ReferenceSource::Given } else { ReferenceSource::Page };
    let evidence = || of_posts(article).max(of_lines(article));
    article
        .published_at
        .as_deref()
        .and_then(day)
        .map(found(stated))
        .or_else(|| article.url.as_deref().and_then(from_url).map(found(ReferenceSource::Url)))
        .or_else(|| of_dateline(article, evidence()).map(found(ReferenceSource::Dateline)))
        .or_else(|| evidence().map(|earliest| settle(article, earliest)).map(found(ReferenceSource::Inferred)))
}

fn text<'a>(article: &'a Article, block: &Block) -> &'a str {
    article.text.get(block.span.range()).unwrap_or("")
}

/// "HAVANA, June 16 —". A dateline without a year is in that of the other evidence, or in the one beside it that brings the two nearer.
fn of_dateline(article: &Article, evidence: Option<Day>) -> Option<Day> {
    let told =
        article.blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).take(HEAD).find_map(|b| dateline(text(article, b))?.date)?;
    let Kind::Calendar(Point { year, month: Some(month), day: Some(day), .. }) = told.kind else { return None };
    if let Some(year) = year {
        return Day::new(year, month, day).ok();
    }
    let near = evidence?;
    let years = [near.year() - 1, near.year(), near.year() + 1].into_iter();
    years.filter_map(|year| Day::new(year, month, day).ok()).min_by_key(|candidate| days_between(near, *candidate).abs())
}

/// The latest day of the posts that the article embeds: it was written on or after that.
fn of_posts(article: &Article) -> Option<Day> {
    let posted = |block: &Block| match &block.kind {
        BlockKind::Embed(embed) => embed.posted_on.as_deref().and_then(day),
        _ => attribution(text(article, block)).and_then(|line| line.posted_on.as_deref().and_then(day)),
    };
    article.blocks.iter().filter_map(posted).filter_map(plausible).max()
}

/// The latest day of lines that tell a date and little else: "Stand: 4.3.2024", "by A. Novak, March 4, 2024".
fn of_lines(article: &Article) -> Option<Day> {
    let dated = |block: &Block| {
        let line = text(article, block);
        let is_line = line.chars().count() <= LINE
            && !line.trim_end().ends_with(['.', '!', '?', ':'])
            && !matches!(block.kind, BlockKind::ListItem | BlockKind::Caption);
        is_line.then(|| timestamp(line).ok()).flatten()
    };
    article.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Embed(_))).filter_map(dated).filter_map(plausible).max()
}

/// The first day from `earliest` on of which what the article says of its own day is true: of "yesterday, Thursday" a Friday. `earliest` itself
/// where it says nothing.
fn settle(article: &Article, earliest: Day) -> Day {
    let said =
        article.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Embed(_))).flat_map(|b| expressions(text(article, b))).find_map(
            |e| match e.kind {
                Kind::Relative { unit: Unit::Day, amount, base: Base::Reference, weekday: Some(weekday) } => Some((amount, weekday)),
                _ => None,
            },
        );
    let Some((amount, weekday)) = said else { return earliest };
    let fits = |day: &Day| day.checked_add(jiff::Span::new().days(amount)).is_ok_and(|told| told.weekday() == weekday);
    (0..7).filter_map(|days| earliest.checked_add(jiff::Span::new().days(days)).ok()).find(fits).unwrap_or(earliest)
}

fn days_between(a: Day, b: Day) -> i32 {
    (b - a).get_days()
}

/// News on the web is not older than the web.
fn plausible(day: Day) -> Option<Day> {
    (1990..=2100).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::Input, budget::Budget};

    const PROSE: &str = "The two ministers met on the pier yesterday, Monday, and talked about the price of salt until the ferry came in.";

    fn found(text: &str) -> Option<(ReferenceSource, String)> {
        let article = Article::read(&Input::text(text), &Budget::unlimited()).unwrap();
        reference(&article).map(|r| (r.source, r.day.to_string()))
    }

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

    #[test]
    fn posts_and_what_the_article_says_of_yesterday_settle_the_day() {
        let line = "— Port of Salt (@portofsalt) March 4, 2024";
        let text = format!("{PROSE}\n\nSalt is back! #salt\n\n{line}\n\nNothing was signed.");
        // March 4, 2024 was a Monday.
        assert_eq!(found(&text), Some((ReferenceSource::Inferred, "2024-03-05".into())));
        let silent = text.replace("yesterday, Monday,", "yesterday");
        assert_eq!(found(&silent), Some((ReferenceSource::Inferred, "2024-03-04".into())));
    }

    #[test]
    fn a_dateline_tells_its_day() {
        let dated = format!("BERGEN, March 6, 2024 (Port Agency) — {PROSE}");
        assert_eq!(found(&dated), Some((ReferenceSource::Dateline, "2024-03-06".into())));
        let without_year = format!("BERGEN, Jan. 2 (Port Agency) — {PROSE}");
        assert_eq!(found(&without_year), None);
        let with_post = format!("{without_year}\n\nSalt! #salt\n\n— Port (@portofsalt) December 31, 2023");
        assert_eq!(found(&with_post), Some((ReferenceSource::Dateline, "2024-01-02".into())));
    }

    #[test]
    fn a_dated_line_is_evidence_and_a_sentence_is_not() {
        let text = format!("By A. Novak, March 4, 2024\n\n{PROSE}");
        assert_eq!(found(&text).map(|f| f.1).as_deref(), Some("2024-03-05"));
        assert_eq!(found(&format!("{PROSE}\n\nThe treaty ends on December 31, 2049.")), None);
    }
}
