//! Dates that count from another day: "yesterday, Thursday", "last week", "two days ago", "the following day".

use super::{
    atom::Reader,
    expression::{Base, Kind, Point, Unit},
    token::Class,
};

/// More units than this are no date.
const MOST: i32 = 1000;

fn relative(unit: Unit, amount: i32, base: Base) -> Kind {
    Kind::Relative { unit, amount, base, weekday: None }
}

impl Reader<'_, '_> {
    /// A date that counts from another day.
    pub(super) fn relative(&self, i: usize) -> Option<(Kind, usize)> {
        self.part(i)
            .or_else(|| self.near_day(i))
            .or_else(|| self.beyond(i))
            .or_else(|| self.told(i))
            .or_else(|| self.which(i))
            .or_else(|| self.weekend(i))
            .or_else(|| self.count(i))
    }

    /// "early June", "mid-2022", "earlier this week", "late Thursday", "earlier in the day".
    fn part(&self, i: usize) -> Option<(Kind, usize)> {
        if !self.roles(i).part {
            return None;
        }
        let at = i + 1 + usize::from(self.tokens.get(i + 1)?.is_dash());
        let in_the = self.roles(at).preposition && self.roles(at + 1).article;
        if in_the && self.roles(at + 2).unit == Some(Unit::Day) && !self.is_plural(at + 2) {
            // "earlier in the day"
            return Some((relative(Unit::Day, 0, Base::Told), at + 3));
        }
        let year = |at| self.year_number(at).map(|y| (Point { year: Some(y), ..Point::default() }, at + 1));
        if let Some((point, next)) = self.day_of_month(at).or_else(|| self.bare_month(at)).or_else(|| year(at)) {
            return Some((Kind::Calendar(point), next));
        }
        self.near_day(at).or_else(|| self.which(at)).or_else(|| self.weekday(at))
    }

    /// "today", "yesterday evening", "yesterday, Thursday", "today (June 15)".
    fn near_day(&self, i: usize) -> Option<(Kind, usize)> {
        let days = self.roles(i).days?;
        let next = i + 1 + usize::from(self.roles(i + 1).day_part);
        let (comma, open) = (self.mark(next, ','), self.mark(next, '('));
        if comma || open {
            let closed = |end: usize| (!open || self.mark(end, ')')).then_some(end + usize::from(open));
            if let Some((Kind::Calendar(point), end)) =
                self.day_of_month(next + 1).map(|(p, n)| (Kind::Calendar(p), n)).or_else(|| self.weekday(next + 1))
                && let Some(end) = closed(end)
            {
                return Some((Kind::Calendar(point), end));
            }
            if let Some((weekday, end)) = self.weekday_name(next + 1)
                && let Some(end) = closed(end)
            {
                let kind = Kind::Relative { unit: Unit::Day, amount: days, base: Base::Reference, weekday: Some(weekday) };
                return Some((kind, end));
            }
        }
        Some((relative(Unit::Day, days, Base::Reference), next))
    }

    /// "the day before yesterday", "the day after tomorrow", "the day before", "a day after" is a count.
    fn beyond(&self, i: usize) -> Option<(Kind, usize)> {
        let unit = self.roles(i + 1).unit.filter(|_| self.roles(i).article && !self.is_plural(i + 1))?;
        let step = self.roles(i + 2).from_told?;
        match self.roles(i + 3).days {
            Some(days) if unit == Unit::Day => Some((relative(unit, days + step, Base::Reference), i + 4)),
            _ => Some((relative(unit, step, Base::Told), i + 3)),
        }
    }

    /// "the previous day", "the following week", "the next morning", "the following Monday", "that day", "in the afternoon".
    fn told(&self, i: usize) -> Option<(Kind, usize)> {
        let (roles, second) = (self.roles(i), self.roles(i + 1));
        let led = roles.that || roles.article && self.before(i).preposition;
        if led && second.day_part && !self.roles(i + 2).of {
            return Some((relative(Unit::Day, 0, Base::Told), i + 2));
        }
        if let (true, Some(unit)) = (roles.that, second.unit) {
            return (!self.is_plural(i + 1)).then_some((relative(unit, 0, Base::Told), i + 2));
        }
        let step = second.told.filter(|_| roles.article)?;
        let third = self.roles(i + 2);
        if third.day_part {
            return Some((relative(Unit::Day, step, Base::Told), i + 3));
        }
        if let Some((weekday, next)) = self.weekday_name(i + 2) {
            return Some((Kind::Weekday { weekday, which: Some(step), base: Base::Told }, next + usize::from(self.roles(next).day_part)));
        }
        let unit = third.unit.filter(|_| !self.is_plural(i + 2))?;
        Some((relative(unit, step, Base::Told), i + 3))
    }

    /// "last week", "this year", "next Monday", "last June", "last night". "The last week" is a stretch of time, "the last Friday of" another thing.
    fn which(&self, i: usize) -> Option<(Kind, usize)> {
        let which = self.roles(i).which?;
        let article = self.before(i).article;
        let second = self.roles(i + 1);
        if let Some(unit) = second.unit {
            let stretch = self.is_plural(i + 1) || (article && which < 0 && unit != Unit::Weekend);
            return match unit {
                Unit::Day => (which > 0 && !stretch).then_some((relative(unit, which, Base::Told), i + 2)),
                _ => (!stretch).then_some((relative(unit, which, Base::Reference), i + 2)),
            };
        }
        if article {
            return None;
        }
        if second.day_part {
            let day = match which {
                0 => relative(Unit::Day, 0, Base::Reference),
                -1 if second.dark => relative(Unit::Day, -1, Base::Reference),
                1 => relative(Unit::Day, 1, Base::Told),
                _ => return None,
            };
            return Some((day, i + 2));
        }
        if let Some((weekday, next)) = self.weekday_name(i + 1) {
            let kind = Kind::Weekday { weekday, which: Some(which), base: Base::Reference };
            return Some((kind, next + usize::from(self.roles(next).day_part)));
        }
        if self.day_of_month(i + 1).is_some() {
            return None;
        }
        let (month, next) = self.month_name(i + 1)?;
        Some((Kind::MonthOf { month, which }, next))
    }

    /// "the weekend".
    fn weekend(&self, i: usize) -> Option<(Kind, usize)> {
        let told = self.roles(i).article && self.roles(i + 1).unit == Some(Unit::Weekend) && !self.is_plural(i + 1);
        (told && !self.roles(i + 2).of).then_some((relative(Unit::Weekend, 0, Base::Reference), i + 2))
    }

    /// "two days ago", "a week earlier", "10 years later", "a few days ago", "weeks later".
    fn count(&self, i: usize) -> Option<(Kind, usize)> {
        let number = match self.tokens.get(i)?.class {
            Class::Number { value, .. } => Some(i32::from(value)),
            Class::Word(roles) => roles.number,
            _ => None,
        };
        let mut at = i + usize::from(number.is_some());
        let vague = self.roles(at).vague;
        at += usize::from(vague);
        at += usize::from(vague && self.roles(at).of);
        let unit = self.roles(at).unit.filter(|_| number.is_some() || vague || self.is_plural(at))?;
        let suffix = self.roles(at + 1);
        let (step, base) = suffix.from_reference.map(|s| (s, Base::Reference)).or_else(|| suffix.from_told.map(|s| (s, Base::Told)))?;
        match number.filter(|n| !vague && (0..=MOST).contains(n)) {
            Some(n) => Some((relative(unit, n * step, base), at + 2)),
            None => Some((Kind::Vague, at + 2)),
        }
    }
}
