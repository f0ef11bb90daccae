//! What the words of a date say, before anything is known of the day on which they are read.

use jiff::civil::Weekday;

use crate::text::{Span, ViewByte};

/// The words of a date where they stand in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes, without a preposition before it.
    pub span: Span<ViewByte>,
    /// What it says.
    pub kind: Kind,
    /// What the word before it makes of it.
    pub bound: Bound,
}

/// What a date is to the event that it is told with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// The event was then.
    #[default]
    At,
    /// Something has lasted since then: no date of an event.
    Since,
    /// It lasts until then.
    Until,
    /// It is before then.
    Before,
    /// It is after then.
    After,
    /// It is to be done by then.
    By,
}

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A place on the calendar: "June 15, 2023", "June 15", "June", "2019".
    Calendar(Point),
    /// "Thursday"; "last Thursday" (`which` −1), "this" (0), "next" (1); "the following Monday" (1, from a day told before).
    Weekday {
        /// The day.
        weekday: Weekday,
        /// Which one, where a word says so.
        which: Option<i32>,
        /// From where it is counted.
        base: Base,
    },
    /// "Monday next week": a weekday of the week that stands so many weeks from the reference day's.
    WeekdayOf {
        /// The day.
        weekday: Weekday,
        /// Weeks from the reference day's week.
        weeks: i32,
    },
    /// "last June" (−1), "this June" (0), "next June" (1).
    MonthOf {
        /// 1 to 12.
        month: i8,
        /// Which one.
        which: i32,
    },
    /// So many units from a day: "yesterday", "last week", "two years ago", "the following day".
    Relative {
        /// What is counted, and what the date is as exact as.
        unit: Unit,
        /// How many; negative before.
        amount: i32,
        /// From where.
        base: Base,
        /// The weekday that it is said to be: "yesterday, Thursday".
        weekday: Option<Weekday>,
    },
    /// From one to another: "June 12 to 15", "Tuesday and Wednesday".
    Range(Box<(Kind, Kind)>),
    /// A date that the words do not tell: "a few days ago".
    Vague,
}

/// A day, month or year of the calendar, as far as the words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Point {
    /// The year.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31; never without a month.
    pub day: Option<i8>,
    /// The weekday that it is said to be.
    pub weekday: Option<Weekday>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    Year,
}

/// Where counting begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Base {
    /// The day on which the text was written: "two days ago".
    Reference,
    /// A date told before: "two days earlier".
    Told,
}

impl Kind {
    /// "today", "this morning".
    pub fn is_today(&self) -> bool {
        matches!(self, Self::Relative { unit: Unit::Day, amount: 0, base, .. } if *base != Base::Told)
    }

    /// True for a day or stretch that is, or may be, the next from the reference day: "tomorrow", "next week", a bare "Friday".
    pub fn may_be_next(&self) -> bool {
        match self {
            Self::Weekday { which, base, .. } => which.is_none_or(|w| w > 0) && *base != Base::Told,
            Self::WeekdayOf { weeks, .. } => *weeks > 0,
            Self::MonthOf { which, .. } => *which > 0,
            Self::Relative { amount, base, .. } => *amount > 0 && *base != Base::Told,
            Self::Calendar(_) | Self::Range(_) | Self::Vague => false,
        }
    }

    /// True for a part of a day told before, "in the afternoon", "later that day": which day it is, another date tells.
    pub fn is_same_day(&self) -> bool {
        matches!(self, Self::Relative { unit: Unit::Day, amount: 0, base: Base::Told, .. })
    }
}
