//! The day and the place that a sentence tells.

use super::{lexicon, names::Reader};
use crate::{
    events::{place::Located, status::Outcome, when::Dating},
    gazetteer::Gazetteer,
    language::Doc,
    text::{Span, Tok},
    time::{self, Date, Day, Direction, Expression, Kind, Point},
};
use jiff::civil::Weekday;

/// How many words a place's name has at most.
const LONGEST: usize = 5;

/// The first date of a sentence.
pub fn date(
    reader: &Reader<'_>,
    doc: &Doc,
    passage: usize,
    sentence: Span<Tok>,
    reference: Option<Day>,
    outcome: Outcome,
) -> Option<Dating> {
    let direction = if matches!(outcome, Outcome::Planned | Outcome::Proposed) { Direction::Future } else { Direction::Past };
    sentence.range().find_map(|t| {
        let (kind, end) = kind_at(reader, doc, t, sentence.end)?;
        let expression = Expression { span: doc.bytes(Span::new(t, end)), kind, bound: time::Bound::At };
        // a day of a month without its year is the nearest: the reference may be a day late
        let direction = if matches!(expression.kind, Kind::Calendar(_)) { Direction::Unknown } else { direction };
        let value: Option<Date> = time::resolve(&expression, reference, direction, None);
        Some(Dating { passage, tokens: Span::new(t, end), value })
    })
}

fn kind_at(reader: &Reader<'_>, doc: &Doc, t: usize, end: usize) -> Option<(Kind, usize)> {
    let words = &reader.lexicon.words.time;
    let lemma = doc.lemma(t);
    if let Some(&amount) = words.today.get(lemma) {
        return Some((Kind::Relative { unit: time::Unit::Day, amount, base: time::Base::Reference, weekday: None }, t + 1));
    }
    if let Some(day) = lemma.parse::<i8>().ok().filter(|d| (1..=31).contains(d)) {
        let at = t + 1 + usize::from(t + 1 < end && words.day_of.contains(doc.lemma(t + 1)));
        let month = (at < end).then(|| lexicon::month(reader.language, doc.word(at))).flatten()?;
        let (year, next) = year(reader, doc, at + 1, end);
        return Some((Kind::Calendar(Point { year, month: Some(month), day: Some(day), weekday: None }), next));
    }
    if let Some(i) = words.weekdays.iter().position(|d| d == lemma) {
        let weekday = Weekday::from_monday_zero_offset(i as i8).ok()?;
        return Some((Kind::Weekday { weekday, which: None, base: time::Base::Reference }, t + 1));
    }
    None
}

/// The year behind a month, with the word between them where one stands.
fn year(reader: &Reader<'_>, doc: &Doc, at: usize, end: usize) -> (Option<i16>, usize) {
    let read = |i: usize| (i < end).then(|| doc.lemma(i).parse::<i16>().ok()).flatten().filter(|y| (1900..2100).contains(y));
    if let Some(y) = read(at) {
        return (Some(y), at + 1);
    }
    let of = at < end && reader.lexicon.words.names.of.contains(doc.lemma(at));
    match read(at + 1).filter(|_| of) {
        Some(y) => (Some(y), at + 2),
        None => (None, at),
    }
}

/// The place behind an adposition of place, nearest to the trigger.
pub fn place(reader: &Reader<'_>, doc: &Doc, passage: usize, sentence: Span<Tok>, at: usize) -> Option<Located> {
    let words = &reader.lexicon.words;
    let mut found: Vec<Located> = Vec::new();
    for t in sentence.range().filter(|&t| words.time.places.contains(doc.lemma(t))) {
        let from = (t + 1..sentence.end.min(t + 3)).find(|&n| !words.names.articles.contains(doc.lemma(n)));
        let Some(from) = from.filter(|&n| super::names::is_capital(doc, n)) else { continue };
        let names: Vec<&str> = (from..sentence.end.min(from + LONGEST)).map(|n| doc.word(n)).collect();
        let state = reader.lexicon.states.longest_match(&names).and_then(|(n, e)| Some((n, e.country()?)));
        let city = Gazetteer::global().longest_match(&names).and_then(|(n, e)| {
            let code = e.city().map(|c| c.country).or_else(|| e.venue().map(|v| v.country)).or_else(|| e.country())?;
            Some((n, code))
        });
        if let Some((n, code)) = state.or(city) {
            found.push(Located { passage, tokens: Span::new(from, from + n), country: Some(code.to_string()) });
        } else if !words.names.nouns_have_capitals
            && !words.names.portfolio.contains(doc.lemma(from))
            && lexicon::month(reader.language, doc.word(from)).is_none()
        {
            found.push(Located { passage, tokens: Span::new(from, from + 1), country: None });
        }
    }
    found.into_iter().min_by_key(|l| l.tokens.start.abs_diff(at))
}
