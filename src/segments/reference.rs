//! The day that "yesterday" counts from, where neither caller, page nor address tells it: the dateline, a line that is only a date, or the
//! days of the posts that the article embeds.

use jiff::civil::Weekday;

use super::{Passage, Segmented};
use crate::{
    article::{self, Article, Reference},
    record::{ReferenceSource, SegmentKind},
    time::{self, Base, Day, Direction, Expression, Kind, Unit},
};

/// In how many passages a dateline is looked for.
const DATELINE_WITHIN: usize = 4;
/// Bytes of the story in which "yesterday, Thursday" is looked for: no article has as many.
const SAID_WITHIN: usize = 100_000;
/// Longest line, in bytes, that is only a date with a word or two.
const LONGEST_DATE_LINE: usize = 60;

/// The strongest statement of the day on which the article was written.
pub fn reference(article: &Article, segmented: &Segmented) -> Option<Reference> {
    if let Some(stated) = article::reference(article) {
        return Some(stated);
    }
    let posted =
        segmented.passages.iter().filter_map(|p| p.post.as_ref()?.posted_on.as_deref()).filter_map(|d| time::timestamp(d).ok()).max();
    let story = || segmented.passages.iter().filter(|p| p.kind == SegmentKind::Narrative && !p.in_title && !p.heading);
    let dateline = story().take(DATELINE_WITHIN).find_map(|p| time::dateline(p.view.text())?.date).and_then(|d| full_day(&d, posted));
    if let Some(day) = dateline {
        return Some(Reference { day, source: ReferenceSource::Dateline });
    }
    let line = || {
        // A picture's date is not the article's.
        let may_be = |p: &&Passage| p.post.is_none() && p.kind != SegmentKind::Caption && p.view.text().len() <= LONGEST_DATE_LINE;
        let lines = segmented.passages.iter().filter(may_be).map(|p| p.view.text()).filter(|t| !t.ends_with(['.', '!', '?', ':']));
        // Words of dates are known in English, whole dates in several languages.
        lines
            .flat_map(|t| time::expressions(t).iter().filter_map(|d| full_day(d, None)).chain(time::timestamp(t).ok()).collect::<Vec<_>>())
            .max()
    };
    let said = || within(story().map(|p| p.view.text()), SAID_WITHIN).flat_map(time::expressions);
    let day = posted.map(|day| agree(day, said())).or_else(line)?;
    Some(Reference { day, source: ReferenceSource::Inferred })
}

/// The first `most` bytes of texts, as far as whole characters go.
fn within<'t>(texts: impl Iterator<Item = &'t str>, most: usize) -> impl Iterator<Item = &'t str> {
    let mut left = most;
    texts.map(move |text| {
        let head = &text[..text.floor_char_boundary(left)];
        left -= head.len();
        head
    })
}

/// The day of a date that is told to the day; its year is that nearest before a known day.
fn full_day(expression: &Expression, known: Option<Day>) -> Option<Day> {
    let Kind::Calendar(point) = expression.kind else { return None };
    point.day?;
    if point.year.is_none() {
        known?;
    }
    time::resolve(expression, known, Direction::Unknown, None)?.first()
}

/// The first day from `posted` on that agrees with what the text says of today or yesterday: "yesterday, Thursday".
fn agree(posted: Day, said: impl Iterator<Item = Expression>) -> Day {
    let weekday: Option<(i32, Weekday)> = said.into_iter().find_map(|e| match e.kind {
        Kind::Relative { unit: Unit::Day, amount, base: Base::Reference, weekday: Some(weekday) } => Some((amount, weekday)),
        _ => None,
    });
    let Some((amount, weekday)) = weekday else { return posted };
    let mut day = posted;
    for _ in 0..7 {
        if day.checked_add(jiff::Span::new().days(amount)).is_ok_and(|d| d.weekday() == weekday) {
            return day;
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    posted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Budget, article::Input, segments::sort};

    fn told(text: &str) -> Option<(String, ReferenceSource)> {
        let article = Article::read(&Input { language: Some("en".into()), ..Input::text(text) }, &Budget::unlimited()).unwrap();
        reference(&article, &sort(&article, &Budget::unlimited())).map(|r| (r.day.to_string(), r.source))
    }

    #[test]
    fn a_dateline_with_its_year_tells_the_day() {
        let text = "LISBON, March 14, 2029 — The two presidents met for an hour in the old palace, their offices said.";
        assert_eq!(told(text), Some(("2029-03-14".into(), ReferenceSource::Dateline)));
    }

    #[test]
    fn posts_tell_it_and_a_weekday_agrees_with_them() {
        let text = "The two presidents met in the old palace yesterday, Thursday, and spoke of the harbour for an hour.\n\nThank you all for coming to the harbour! #salt\n\n— Ana Lopes (@AnaLopes) March 15, 2029";
        assert_eq!(told(text), Some(("2029-03-16".into(), ReferenceSource::Inferred)));
    }

    #[test]
    fn a_line_that_is_a_date_tells_it_and_a_pictures_does_not() {
        let prose = "The two presidents met in the old palace and spoke of the harbour for an hour, their offices said.";
        let inferred = |day: &str| Some((day.to_owned(), ReferenceSource::Inferred));
        assert_eq!(told(&format!("Ana Lopes, March 15, 2029\n\n{prose}")), inferred("2029-03-15"));
        assert_eq!(told(&format!("{prose}\n\npar Ana Lopes le jeudi 15 mars 2029")), inferred("2029-03-15"));
        assert_eq!(told(&format!("{prose}\n\nPhoto by Ana Lopes, March 15, 2019")), None);
    }

    #[test]
    fn a_date_inside_a_sentence_is_not_the_articles_own() {
        assert_eq!(
            told("The treaty was signed on March 14, 2019, in the old palace on the harbour, and nobody has read it since then."),
            None
        );
    }

    #[test]
    fn texts_are_read_up_to_a_measure() {
        assert_eq!(within(["salt", "", "märz", "pier"].into_iter(), 6).collect::<Vec<_>>(), ["salt", "", "m", "p"]);
        assert_eq!(within(["salt", "pier"].into_iter(), 99).collect::<Vec<_>>(), ["salt", "pier"]);
    }
}
