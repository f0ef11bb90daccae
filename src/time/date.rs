//! A date as far as it is known.

use std::{fmt, str::FromStr};

use super::Day;
use crate::record::Precision;

/// A day, month, year or interval, or a day or month whose year is not known. Shown as EDTF (ISO 8601-2:2019, level 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Date {
    /// `2023-06-15`
    Day(Day),
    /// `2023-06`; `XXXX-06` where the year is not known.
    Month {
        /// The year, where it is known.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// `2023`
    Year(i16),
    /// `XXXX-06-15`: a day whose year is not known.
    MonthDay {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// `2023-06-12/2023-06-15`, both days included.
    Interval {
        /// The first day.
        from: Day,
        /// The last day.
        to: Day,
    },
}

impl Date {
    /// How exact it is.
    pub fn precision(&self) -> Precision {
        match *self {
            Self::Day(_) | Self::MonthDay { .. } => Precision::Day,
            Self::Month { .. } => Precision::Month,
            Self::Year(_) => Precision::Year,
            Self::Interval { .. } => Precision::Interval,
        }
    }

    /// The first day that it covers, where the year is known.
    pub fn first(&self) -> Option<Day> {
        match *self {
            Self::Day(day) | Self::Interval { from: day, .. } => Some(day),
            Self::Month { year, month } => Day::new(year?, month, 1).ok(),
            Self::Year(year) => Day::new(year, 1, 1).ok(),
            Self::MonthDay { .. } => None,
        }
    }

    /// The last day that it covers, where the year is known.
    pub fn last(&self) -> Option<Day> {
        match *self {
            Self::Day(day) | Self::Interval { to: day, .. } => Some(day),
            Self::Month { .. } => self.first().map(Day::last_of_month),
            Self::Year(year) => Day::new(year, 12, 31).ok(),
            Self::MonthDay { .. } => None,
        }
    }

    /// True where the whole of it lies behind `day`; a date without a year may lie anywhere.
    pub fn begins_after(&self, day: Day) -> bool {
        self.first().is_some_and(|first| first > day)
    }

    /// True where both may speak of the same day: a day and its month, two intervals that overlap, a day and itself without its year.
    pub fn may_be_one(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::MonthDay { month, day }, o) | (o, Self::MonthDay { month, day }) => match o {
                Self::Day(d) => (d.month(), d.day()) == (month, day),
                Self::MonthDay { .. } => o == Self::MonthDay { month, day },
                Self::Month { month: m, .. } => m == month,
                Self::Year(_) => true,
                Self::Interval { from, to } => [from, to].iter().any(|d| (d.month(), d.day()) == (month, day)),
            },
            (Self::Month { year: None, month }, o) | (o, Self::Month { year: None, month }) => match o {
                Self::Day(d) => d.month() == month,
                Self::Month { month: m, .. } => m == month,
                Self::Interval { from, to } => from.month() == month || to.month() == month,
                _ => true,
            },
            _ => match (self.first(), self.last(), other.first(), other.last()) {
                (Some(a), Some(b), Some(c), Some(d)) => a <= d && c <= b,
                _ => false,
            },
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Month { year: Some(year), month } => write!(f, "{year:04}-{month:02}"),
            Self::Month { year: None, month } => write!(f, "XXXX-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::MonthDay { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Interval { from, to } => write!(f, "{from}/{to}"),
        }
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads what [`Date`] shows.
    fn from_str(text: &str) -> Result<Self, String> {
        parse(text).ok_or_else(|| format!("'{text}' is no date: use 2023, 2023-06, 2023-06-15, 2023-06-12/2023-06-15 or XXXX-06-15"))
    }
}

fn parse(text: &str) -> Option<Date> {
    if let Some((from, to)) = text.split_once('/') {
        let (from, to) = (day(from)?, day(to)?);
        return (from <= to).then_some(Date::Interval { from, to });
    }
    let mut parts = text.split('-');
    let year = match digits(parts.next()?, 4) {
        Some(year) => Some(year),
        None if text.starts_with("XXXX-") => None,
        None => return None,
    };
    let month = parts.next().map(|p| digits(p, 2).filter(|m| (1..=12).contains(m)).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|p| digits(p, 2).ok_or(())).transpose().ok()?;
    match (year, month, day, parts.next()) {
        (Some(year), None, None, None) => Some(Date::Year(year)),
        (year, Some(month), None, None) => Some(Date::Month { year, month: month as i8 }),
        (Some(year), Some(month), Some(day), None) => Day::new(year, month as i8, day as i8).ok().map(Date::Day),
        // A leap year holds every day that a year can.
        (None, Some(month), Some(day), None) => {
            Day::new(2000, month as i8, day as i8).ok().map(|d| Date::MonthDay { month: d.month(), day: d.day() })
        }
        _ => None,
    }
}

fn day(text: &str) -> Option<Day> {
    match parse(text)? {
        Date::Day(day) => Some(day),
        _ => None,
    }
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read_back() {
        for (text, precision) in [
            ("2023", Precision::Year),
            ("2023-06", Precision::Month),
            ("XXXX-06", Precision::Month),
            ("2023-06-15", Precision::Day),
            ("XXXX-06-15", Precision::Day),
            ("XXXX-02-29", Precision::Day),
            ("2023-06-12/2023-06-15", Precision::Interval),
        ] {
            let date: Date = text.parse().unwrap();
            assert_eq!((date.to_string().as_str(), date.precision()), (text, precision));
        }
    }

    #[test]
    fn what_is_no_date_says_so() {
        for text in
            ["", "23", "2023-13", "2023-02-30", "XXXX", "2023-6-1", "2023-06-15/2023-06-12", "2023-06-15-1", "+023", "2023/", "é023-01-01"]
        {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn dates_agree_where_they_may_be_the_same_day() {
        for (a, b, agree) in [
            ("2023-06-15", "2023-06-15", true),
            ("2023-06-15", "2023-06-16", false),
            ("2023-06-15", "2023-06", true),
            ("2023-06-15", "XXXX-06-15", true),
            ("2022", "2023-06", false),
            ("2023-06-12/2023-06-15", "2023-06-14", true),
            ("XXXX-06", "2023-07-01", false),
        ] {
            let (a, b): (Date, Date) = (a.parse().unwrap(), b.parse().unwrap());
            assert_eq!((a.may_be_one(&b), b.may_be_one(&a)), (agree, agree), "{a} {b}");
        }
    }
}
