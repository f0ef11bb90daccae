//! Which day, month, year or interval the words mean, given the day on which they were written.

use jiff::{Span, civil::Weekday};

use super::{
    Day,
    date::Date,
    expression::{Base, Expression, Kind, Point, Unit},
};

/// Where a date without a year or week lies from the reference day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// On or before it: the report of what was.
    Past,
    /// On or after it: what is planned.
    Future,
    /// Weekdays as in the past, the rest at the nearest place.
    #[default]
    Unknown,
}

/// What a date is resolved against.
#[derive(Debug, Clone, Copy)]
struct Context {
    reference: Option<Day>,
    told: Option<Date>,
    direction: Direction,
}

/// The date that an expression means. `reference` is the day that "yesterday" counts from, `told` the date from which "the
/// following day" counts. None where the words, or what they count from, do not tell one.
pub fn resolve(expression: &Expression, reference: Option<Day>, direction: Direction, told: Option<&Date>) -> Option<Date> {
    expression.kind.resolve(&Context { reference, direction, told: told.copied() })
}

impl Kind {
    fn resolve(&self, context: &Context) -> Option<Date> {
        match *self {
            Self::Calendar(point) => point.resolve(context),
            Self::Weekday { weekday, which, base } => weekday_at(weekday, which, base, context).map(Date::Day),
            Self::WeekdayOf { weekday, weeks } => {
                let monday = last(context.reference?, Weekday::Monday)?;
                plus(monday, weeks * 7 + i32::from(weekday.to_monday_zero_offset())).map(Date::Day)
            }
            Self::MonthOf { month, which } => {
                let reference = context.reference?;
                let year = match which {
                    0 => reference.year(),
                    n if n < 0 => reference.year() - i16::from(month >= reference.month()),
                    _ => reference.year() + i16::from(month <= reference.month()),
                };
                Some(Date::Month { year: Some(year), month })
            }
            Self::Relative { unit, amount, base, weekday } => relative(unit, amount, base, weekday, context),
            Self::Range(ref ends) => range(&ends.0, &ends.1, context),
            Self::Vague => None,
        }
    }
}

impl Point {
    fn resolve(self, context: &Context) -> Option<Date> {
        match self {
            Self { year: Some(year), month: Some(month), day: Some(day), .. } => Day::new(year, month, day).ok().map(Date::Day),
            Self { year: Some(year), month: Some(month), .. } => Some(Date::Month { year: Some(year), month }),
            Self { year: Some(year), .. } => Some(Date::Year(year)),
            Self { month: Some(month), day: Some(day), weekday, .. } => Some(match context.reference {
                Some(reference) => Date::Day(nearest_day(month, day, weekday, reference, context.direction)?),
                None => Date::MonthDay { month, day },
            }),
            Self { month: Some(month), .. } => {
                let year = context.reference.map(|r| nearest_month(month, r, context.direction));
                Some(Date::Month { year, month })
            }
            _ => None,
        }
    }
}

/// The year of a month that is told without one.
fn nearest_month(month: i8, reference: Day, direction: Direction) -> i16 {
    let ahead = month - reference.month();
    reference.year()
        + match direction {
            Direction::Past => -i16::from(ahead > 0),
            Direction::Future => i16::from(ahead < 0),
            Direction::Unknown => i16::from(ahead < -6) - i16::from(ahead > 6),
        }
}

/// The day of that name which lies in the direction and nearest; one whose weekday is as told goes before.
fn nearest_day(month: i8, day: i8, weekday: Option<Weekday>, reference: Day, direction: Direction) -> Option<Day> {
    // February 29 may be 8 years away (around 1900 and 2100); weekdays come round within 11.
    let days = (-11..=11).filter_map(|n| Day::new(reference.year() + n, month, day).ok());
    let fits = |d: Day| match direction {
        Direction::Past => d <= reference,
        Direction::Future => d >= reference,
        Direction::Unknown => true,
    };
    let distance = |d: Day| (reference - d).get_days().abs();
    let agrees = |d: Day| weekday.is_none_or(|w| d.weekday() == w);
    // A weekday tells the year only among those near by: two years off it is rather the writer's slip.
    days.filter(|&d| fits(d)).min_by_key(|&d| (!(agrees(d) && distance(d) < 2 * 366), distance(d)))
}

fn weekday_at(weekday: Weekday, which: Option<i32>, base: Base, context: &Context) -> Option<Day> {
    if base == Base::Told {
        let told = context.told?;
        return match which {
            Some(n) if n < 0 => last(plus(told.first()?, -1)?, weekday),
            Some(0) => last(told.last()?, weekday).filter(|&d| told.first().is_some_and(|first| first <= d)),
            _ => first(plus(told.last()?, 1)?, weekday),
        };
    }
    let reference = context.reference?;
    match which {
        Some(n) if n < 0 => last(plus(reference, -1)?, weekday),
        Some(0) => plus(last(reference, Weekday::Monday)?, i32::from(weekday.to_monday_zero_offset())),
        Some(_) => first(plus(reference, 1)?, weekday),
        None if context.direction == Direction::Future => first(reference, weekday),
        None => last(reference, weekday),
    }
}

fn relative(unit: Unit, amount: i32, base: Base, weekday: Option<Weekday>, context: &Context) -> Option<Date> {
    let origin = match base {
        Base::Reference => context.reference?,
        // "later in the day" than a month tells no day
        Base::Told if unit == Unit::Day && context.told?.first() != context.told?.last() => return None,
        Base::Told if amount > 0 => context.told?.last()?,
        Base::Told => context.told?.first()?,
    };
    match unit {
        Unit::Day => {
            let day = plus(origin, amount)?;
            // Where the two disagree, the weekday is the surer: the text may have been put out a day later.
            Some(Date::Day(match weekday {
                Some(w) if amount > 0 => first(day, w)?,
                Some(w) => last(day, w).filter(|_| amount < 0 || day.weekday() == w).or_else(|| last(origin, w))?,
                None => day,
            }))
        }
        Unit::Week => interval(plus(last(origin, Weekday::Monday)?, amount.checked_mul(7)?)?, 6),
        Unit::Weekend => {
            let monday = last(origin, Weekday::Monday)?;
            let begun = origin.weekday().to_monday_zero_offset() >= 5;
            let back = amount == 0 && context.direction == Direction::Past && !begun;
            interval(plus(monday, amount.checked_mul(7)? + if back { -2 } else { 5 })?, 1)
        }
        Unit::Month => {
            let months = i32::from(origin.year()) * 12 + i32::from(origin.month()) - 1 + amount;
            let year = i16::try_from(months.div_euclid(12)).ok()?;
            Some(Date::Month { year: Some(year), month: months.rem_euclid(12) as i8 + 1 })
        }
        Unit::Year => i16::try_from(i32::from(origin.year()) + amount).ok().map(Date::Year),
    }
}

fn range(from: &Kind, to: &Kind, context: &Context) -> Option<Date> {
    let (from, to) = match (from, to) {
        (Kind::Weekday { weekday: a, .. }, Kind::Weekday { weekday: b, .. }) if context.direction == Direction::Future => {
            let from = first(context.reference?, *a)?;
            (from, first(from, *b)?)
        }
        (Kind::Weekday { weekday: a, .. }, Kind::Weekday { weekday: b, .. }) => {
            let to = last(context.reference?, *b)?;
            (last(to, *a)?, to)
        }
        _ => {
            let from = from.resolve(context)?.first()?;
            // The end is the first of its name behind the beginning: "December 30 to January 2".
            let end = Context { reference: Some(from), direction: Direction::Future, ..*context };
            (from, to.resolve(&end)?.last()?)
        }
    };
    (from <= to).then_some(Date::Interval { from, to })
}

fn interval(from: Day, days: i32) -> Option<Date> {
    Some(Date::Interval { from, to: plus(from, days)? })
}

/// So many days on; none past the calendar's end.
fn plus(day: Day, days: i32) -> Option<Day> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The last such weekday on or before a day.
fn last(day: Day, weekday: Weekday) -> Option<Day> {
    plus(day, -i32::from(day.weekday().since(weekday)))
}

/// The first such weekday on or after a day.
fn first(day: Day, weekday: Weekday) -> Option<Day> {
    plus(day, i32::from(weekday.since(day.weekday())))
}
