//! Places on the calendar: "June 15, 2023", "15th of June", "Thursday, June 15", "June 2023", "in 2019".

use jiff::civil::Weekday;

use super::{
    Day,
    expression::{Base, Kind, Point},
    lexicon::{Lexicon, Roles},
    token::{Class, Token},
};

/// Years that a number may be.
const YEARS: std::ops::RangeInclusive<i16> = 1500..=2100;

/// From when on a number before a name is taken for a year.
const MODERN: i16 = 1900;

/// Reads dates off tokens. Every method takes the place to read at and gives what it read and the place behind it.
pub(super) struct Reader<'r, 't> {
    pub(super) tokens: &'r [Token<'t>],
    pub(super) lexicon: &'static Lexicon,
}

impl Reader<'_, '_> {
    pub(super) fn roles(&self, i: usize) -> Roles {
        self.tokens.get(i).map(Token::roles).unwrap_or_default()
    }

    pub(super) fn mark(&self, i: usize, mark: char) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(mark))
    }

    /// What stands before token `i` can be.
    pub(super) fn before(&self, i: usize) -> Roles {
        i.checked_sub(1).map(|b| self.roles(b)).unwrap_or_default()
    }

    /// A date on the calendar.
    pub(super) fn calendar(&self, i: usize) -> Option<(Kind, usize)> {
        if let Class::Date(day) = self.tokens.get(i)?.class {
            return Some((Kind::Calendar(Point::from(day)), i + 1));
        }
        let (point, next) = self.day_of_month(i).or_else(|| self.month(i)).or_else(|| self.year(i))?;
        Some((Kind::Calendar(point), next))
    }

    /// "June 15", "15 June", "the 15th of June", each with its year where one follows, and "June 15 (Thursday)".
    pub(super) fn day_of_month(&self, i: usize) -> Option<(Point, usize)> {
        let (point, next) = self.month_first(i).or_else(|| self.day_first(i))?;
        let Some(weekday) = self.roles(next + 1).weekday.filter(|_| self.mark(next, '(')) else { return Some((point, next)) };
        let close = next + 2 + usize::from(self.mark(next + 2, '.'));
        Some(if self.mark(close, ')') { (Point { weekday: Some(weekday), ..point }, close + 1) } else { (point, next) })
    }

    fn month_first(&self, i: usize) -> Option<(Point, usize)> {
        let (month, next) = self.month_name(i)?;
        let day = self.day(next)?;
        self.with_year(month, day, next + 1)
    }

    fn day_first(&self, i: usize) -> Option<(Point, usize)> {
        let i = if self.roles(i).article { i + 1 } else { i };
        let of = self.roles(i + 1).of;
        let day = self.day(i).or_else(|| self.roles(i).ordinal.filter(|_| of))?;
        let (month, next) = self.month_name(i + 1 + usize::from(of))?;
        self.with_year(month, day, next)
    }

    /// A day with the year that follows it, if one does; none where no month has such a day.
    pub(super) fn with_year(&self, month: i8, day: i8, next: usize) -> Option<(Point, usize)> {
        let year = self.year_number(next).map(|y| (y, next + 1)).or_else(|| {
            let year = self.year_number(next + 1)?;
            self.mark(next, ',').then_some((year, next + 2))
        });
        // A leap year holds every day that a year can.
        Day::new(year.map_or(2000, |(y, _)| y), month, day).ok()?;
        let point = Point { year: year.map(|(y, _)| y), month: Some(month), day: Some(day), weekday: None };
        Some((point, year.map_or(next, |(_, n)| n)))
    }

    /// "Thursday", cut short only where a date follows: its weekday and the place behind it.
    pub(super) fn weekday_name(&self, i: usize) -> Option<(Weekday, usize)> {
        let roles = self.roles(i);
        let weekday = roles.weekday.filter(|_| self.tokens[i].capital())?;
        if !roles.short {
            return Some((weekday, i + 1));
        }
        let next = i + 1 + usize::from(self.mark(i + 1, '.'));
        let date = next + usize::from(self.mark(next, ','));
        self.day_of_month(date).map(|_| (weekday, next))
    }

    /// "Thursday, June 15", "Thursday (June 15)", "Thursday evening", "Monday next week", "Thursday".
    pub(super) fn weekday(&self, i: usize) -> Option<(Kind, usize)> {
        let (weekday, next) = self.weekday_name(i)?;
        let (comma, open) = (self.mark(next, ','), self.mark(next, '('));
        if let Some((point, end)) = self.day_of_month(next + usize::from(comma || open))
            && (!open || self.mark(end, ')'))
        {
            return Some((Kind::Calendar(Point { weekday: Some(weekday), ..point }), end + usize::from(open)));
        }
        let next = next + usize::from(self.roles(next).day_part);
        let of = next + usize::from(self.roles(next).of);
        if let (Some(weeks), Some(super::Unit::Week)) = (self.roles(of).which, self.roles(of + 1).unit)
            && !self.is_plural(of + 1)
        {
            return Some((Kind::WeekdayOf { weekday, weeks }, of + 2));
        }
        Some((Kind::Weekday { weekday, which: None, base: Base::Reference }, next))
    }

    /// The name of a month with a capital, and a full stop where it is cut short.
    pub(super) fn month_name(&self, i: usize) -> Option<(i8, usize)> {
        let roles = self.roles(i);
        let month = roles.month.filter(|_| self.tokens[i].capital())?;
        Some((month, i + 1 + usize::from(roles.short && self.mark(i + 1, '.'))))
    }

    /// "June 2023", "June of 2023", and a month alone where it is no name or verb.
    fn month(&self, i: usize) -> Option<(Point, usize)> {
        let (_, next) = self.month_name(i)?;
        if self.day(next).is_some() {
            // "June 31": a slip, and not the month.
            return None;
        }
        let (point, end) = self.bare_month(i)?;
        (point.year.is_some() || self.month_stands_alone(i, next)).then_some((point, end))
    }

    /// A month whatever stands before it, with its year.
    pub(super) fn bare_month(&self, i: usize) -> Option<(Point, usize)> {
        let (month, next) = self.month_name(i)?;
        let year = next + usize::from(self.mark(next, ',') || self.roles(next).of);
        let point = Point { month: Some(month), ..Point::default() };
        Some(self.year_number(year).map_or((point, next), |y| (Point { year: Some(y), ..point }, year + 1)))
    }

    fn month_stands_alone(&self, i: usize, next: usize) -> bool {
        let (roles, before) = (self.roles(i), self.before(i));
        let led = before.preposition || before.of;
        if roles.ambiguous {
            return led && !i.checked_sub(1).is_some_and(|b| self.lexicon.refuses(self.tokens[i].text, self.tokens[b].text));
        }
        let surname = self.tokens.get(next).is_some_and(|t| t.capital() && t.roles() == Roles::default());
        led || !(roles.first_name && (surname || roles.short))
    }

    /// A year that the words around it show to be one.
    fn year(&self, i: usize) -> Option<(Point, usize)> {
        let year = self.year_number(i)?;
        let before = self.before(i);
        let named = before.of && i.checked_sub(2).is_some_and(|b| self.roles(b).year_noun);
        // "the 1951 Treaty": before a name only a year of our time is one for sure
        let lately = year >= MODERN;
        let next = self.tokens.get(i + 1).and_then(|t| t.text.chars().next());
        let attribute = before.owner && next.is_some_and(|c| c.is_lowercase() || lately && c.is_uppercase());
        let in_brackets = i > 0 && self.mark(i - 1, '(') && self.mark(i + 1, ')');
        let first_of_two = self.joins(i + 1) && self.year_number(i + 2).is_some_and(|y| y > year);
        let led = before.preposition && (!before.to || before.bound.is_some());
        (led || named || attribute || in_brackets || first_of_two).then_some((Point { year: Some(year), ..Point::default() }, i + 1))
    }

    /// A number of four digits that can be a year and counts nothing.
    pub(super) fn year_number(&self, i: usize) -> Option<i16> {
        match self.tokens.get(i)?.class {
            Class::Number { value, digits: 4 } if YEARS.contains(&value) && !self.roles(i + 1).counted => Some(value),
            _ => None,
        }
    }

    /// A number that can be a day of a month and counts nothing.
    pub(super) fn day(&self, i: usize) -> Option<i8> {
        match self.tokens.get(i)?.class {
            Class::Number { value: value @ 1..=31, digits: 1 | 2 } if !self.roles(i + 1).counted => Some(value as i8),
            Class::Ordinal(day) => Some(day),
            _ => None,
        }
    }

    /// True for what stands between the two ends of a range.
    pub(super) fn joins(&self, i: usize) -> bool {
        let roles = self.roles(i);
        roles.to || roles.and || self.tokens.get(i).is_some_and(Token::is_dash)
    }

    /// "days", not "day".
    pub(super) fn is_plural(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.text.ends_with(['s', 'S']))
    }
}

impl From<Day> for Point {
    fn from(day: Day) -> Self {
        Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), weekday: None }
    }
}
