//! The dates of a text, leftmost first, and the ranges that two of them make.

use super::{
    Day,
    atom::Reader,
    expression::{Base, Bound, Expression, Kind, Point},
    lexicon::Lexicon,
    token::{Class, tokens},
};
use crate::text::Span;

/// The words of dates in an English text, in order and without overlap; O(bytes).
pub fn expressions(text: &str) -> Vec<Expression> {
    let lexicon = Lexicon::english();
    let tokens = tokens(text, lexicon);
    let reader = Reader { tokens: &tokens, lexicon };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(end) = reader.name(at) {
            at = end;
            continue;
        }
        let Some((kind, end)) = reader.expression(at) else {
            at += 1;
            continue;
        };
        let bound = reader.before(at).bound.unwrap_or(Bound::At);
        found.push(Expression { span: Span::new(tokens[at].start, tokens[end - 1].end), kind, bound });
        at = end;
    }
    found
}

impl Reader<'_, '_> {
    fn expression(&self, i: usize) -> Option<(Kind, usize)> {
        match self.tokens.get(i)?.class {
            Class::Mark(_) | Class::Other => return None,
            _ => {}
        }
        if let Some(range) = self.days_before_month(i) {
            return Some(range);
        }
        let (kind, end) = self.relative(i).or_else(|| self.weekday(i)).or_else(|| self.calendar(i))?;
        Some(self.range(i, &kind, end).unwrap_or((kind, end)))
    }

    /// The end of a phrase that is a name with the word of a date in it ("Sunday Times").
    fn name(&self, i: usize) -> Option<usize> {
        let phrases = self.lexicon.names_with(self.tokens[i].text);
        let stands_at = |start: usize, phrase: &[String]| {
            self.tokens.get(start..start + phrase.len()).is_some_and(|t| t.iter().zip(phrase).all(|(t, word)| t.text == word))
        };
        phrases.iter().find_map(|p| (p.first().is_some_and(|w| w == self.tokens[i].text) && stands_at(i, p)).then_some(i + p.len()))
    }

    /// "12–15 June 2023", "between 3 and 5 May".
    fn days_before_month(&self, i: usize) -> Option<(Kind, usize)> {
        let (first, last) = (self.day(i)?, self.day(i + 2).filter(|_| self.joins(i + 1))?);
        let at = i + 3 + usize::from(self.roles(i + 3).of);
        let (month, next) = self.month_name(at)?;
        let (to, next) = self.with_year(month, last, next)?;
        let from = Point { day: Some(first), ..to };
        (first < last && self.may_join(i, i + 1, last - first == 1)).then(|| (range(from, to), next))
    }

    /// What a date and a further one behind it make.
    fn range(&self, i: usize, from: &Kind, at: usize) -> Option<(Kind, usize)> {
        if !self.joins(at) {
            return None;
        }
        let next = at + 1;
        match from {
            Kind::Calendar(from) => {
                let (from, to, end) = match *from {
                    Point { day: Some(_), .. } => self.range_of_days(*from, next)?,
                    Point { month: Some(_), year, .. } => {
                        let (to, end) = self.bare_month(next)?;
                        (Point { year: year.or(to.year), ..*from }, to, end)
                    }
                    Point { year: Some(year), .. } => {
                        let to = self.year_number(next).filter(|&to| to > year)?;
                        (*from, Point { year: Some(to), ..Point::default() }, next + 1)
                    }
                    _ => return None,
                };
                self.may_join(i, at, adjacent(from, to)).then(|| (range(from, to), end))
            }
            &Kind::Weekday { weekday, which: None, base: Base::Reference } => {
                let (to, end) = self.weekday_name(next).filter(|_| !self.roles(next).short)?;
                let end = end + usize::from(self.roles(end).day_part);
                let to_kind = Kind::Weekday { weekday: to, which: None, base: Base::Reference };
                (self.may_join(i, at, weekday.next() == to)).then(|| (Kind::Range(Box::new((from.clone(), to_kind))), end))
            }
            _ => None,
        }
    }

    /// "June 12 to 15, 2023", "June 30 to July 2".
    fn range_of_days(&self, from: Point, next: usize) -> Option<(Point, Point, usize)> {
        if let Some((to, end)) = self.day_of_month(next) {
            let year = from.year.or(to.year.map(|y| if from.month > to.month { y - 1 } else { y }));
            return Some((Point { year, ..from }, to, end));
        }
        let (month, last) = (from.month?, self.day(next)?);
        if from.year.is_some() || Some(last) <= from.day {
            return None;
        }
        let (to, end) = self.with_year(month, last, next + 1)?;
        Some((Point { year: to.year, ..from }, to, end))
    }

    /// "and" makes a range only of neighbours ("Tuesday and Wednesday"), or behind "between".
    fn may_join(&self, start: usize, at: usize, adjacent: bool) -> bool {
        !self.roles(at).and || adjacent || self.before(start).between
    }
}

fn range(from: Point, to: Point) -> Kind {
    Kind::Range(Box::new((Kind::Calendar(from), Kind::Calendar(to))))
}

/// True where one follows directly on the other.
fn adjacent(from: Point, to: Point) -> bool {
    match (from, to) {
        (Point { month: Some(a), day: Some(b), year, .. }, Point { month: Some(c), day: Some(d), .. }) => {
            let year = year.unwrap_or(2000);
            Day::new(year, a, b).and_then(Day::tomorrow).is_ok_and(|n| (n.month(), n.day()) == (c, d))
        }
        (Point { month: Some(a), .. }, Point { month: Some(b), .. }) => a % 12 + 1 == b,
        (Point { year: Some(a), .. }, Point { year: Some(b), .. }) => a + 1 == b,
        _ => false,
    }
}
