//! The dates that callers, pages and posts give.

use std::{collections::HashMap, sync::OnceLock};

use super::Day;

const MONTHS: &str = include_str!("../../data/time/months.tsv");

/// What may stand for a date; longer texts are none.
const LONGEST: usize = 120;

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is no date: {reason}; write it as 2023-06-15, 2023-06-15T10:30:00Z or June 15, 2023")]
pub struct NoDate {
    text: String,
    reason: String,
}

/// The day that a text gives: ISO 8601 and RFC 3339 (`2023-06-15T10:30:00+02:00`), RFC 2822 (`Thu, 15 Jun 2023 10:30:00 GMT`), or
/// words in English, Spanish, French, German or Portuguese ("June 15, 2023", "15 de junio de 2023"). The day is that of the
/// place where the clock stood, not of Greenwich.
///
/// # Errors
/// Says what keeps the text from being a date, so that it can be shown behind the name of the field.
pub fn timestamp(text: &str) -> Result<Day, NoDate> {
    let trimmed = text.trim();
    let shown = || trimmed.chars().take(40).collect::<String>() + if trimmed.chars().nth(40).is_some() { "…" } else { "" };
    let fail = |reason: String| NoDate { text: shown(), reason };
    if trimmed.is_empty() {
        return Err(fail("it is empty".to_owned()));
    }
    if trimmed.len() > LONGEST {
        return Err(fail(format!("it is longer than {LONGEST} bytes")));
    }
    in_digits(trimmed)
        .or_else(|| in_words(trimmed))
        .unwrap_or_else(|| Err("it does not hold a day, a month and a year".to_owned()))
        .map_err(fail)
}

/// None where the text does not begin as a date in digits does.
fn in_digits(text: &str) -> Option<Result<Day, String>> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '/' | '.')).unwrap_or(text.len());
    let (date, time) = text.split_at(end);
    let parts: Vec<&str> = if date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit()) {
        vec![&date[..4], &date[4..6], &date[6..]]
    } else {
        date.split(['-', '/', '.']).collect()
    };
    let numbers: Vec<i16> = parts.iter().map(|p| p.parse().ok()).collect::<Option<_>>()?;
    let [a, b, c] = numbers[..] else { return None };
    if !time.is_empty() && !is_time(time) {
        return Some(Err(format!("'{}' behind it is no time of day", time.trim())));
    }
    let day_first = date.contains('.');
    Some(match (parts[0].len(), parts[2].len()) {
        (4, 1 | 2) => civil(a, b, c),
        (1 | 2, 4) if day_first || a > 12 => civil(c, b, a),
        (1 | 2, 4) if b > 12 || a == b => civil(c, a, b),
        (1 | 2, 4) => Err("day and month cannot be told apart".to_owned()),
        _ => return None,
    })
}

fn civil(year: i16, month: i16, day: i16) -> Result<Day, String> {
    if !(1..=12).contains(&month) {
        return Err(format!("there is no month {month}"));
    }
    let first = Day::new(year, month as i8, 1).map_err(|_| format!("there is no year {year}"))?;
    let last = first.days_in_month();
    if !(1..=i16::from(last)).contains(&day) {
        return Err(format!("that month has no day {day}"));
    }
    Day::new(year, month as i8, day as i8).map_err(|e| e.to_string())
}

/// `T10:30`, ` 10:30:00.123+02:00`, `T10:30Z`, ` 10:30:00 UTC`, `T103000Z`.
fn is_time(text: &str) -> bool {
    let Some(time) = text.strip_prefix(['T', 't', ' ']).map(str::trim) else { return false };
    let hour = time.get(..2).and_then(|h| h.parse::<u8>().ok());
    let minute = time.get(2..).map(|m| m.trim_start_matches(':')).and_then(|m| m.get(..2)).and_then(|m| m.parse::<u8>().ok());
    let rest = time
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | ',' | '+' | '-' | ' ' | '[' | ']' | '/' | '_' | '(' | ')'));
    hour.is_some_and(|h| h <= 24) && minute.is_none_or(|m| m < 60) && rest
}

/// The month of each name that a post or page may spell, lower case and without accents.
fn months() -> &'static HashMap<&'static str, i16> {
    static NAMES: OnceLock<HashMap<&'static str, i16>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let rows = MONTHS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
            let mut columns = l.split('\t');
            Some((columns.next()?.parse::<i16>().ok()?, columns.nth(1)?))
        });
        rows.flat_map(|(month, names)| names.split('|').map(move |n| (n, month))).collect()
    })
}

/// None where no month is named.
fn in_words(text: &str) -> Option<Result<Day, String>> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '·' | '|' | '(' | ')' | '-' | '/'))
        .map(plain)
        .filter(|w| !w.is_empty())
        .collect();
    let month = words.iter().find_map(|w| months().get(w.as_str()).copied())?;
    let is_clock = |i: usize| words.get(i + 1).is_some_and(|w| w == "am" || w == "pm");
    let number = |w: &str| {
        let digits = w.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &w[digits.len()..];
        digits.parse::<i16>().ok().filter(|_| matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er" | "o"))
    };
    let numbers: Vec<(usize, i16)> =
        words.iter().enumerate().filter(|&(i, _)| !is_clock(i)).filter_map(|(_, w)| Some((w.len(), number(w)?))).collect();
    let year = numbers.iter().find(|(len, n)| *len == 4 && *n >= 1000).map(|(_, n)| *n);
    let day = numbers.iter().find(|(len, n)| *len <= 4 && *n < 1000).map(|(_, n)| *n);
    Some(match (year, day) {
        (Some(year), Some(day)) => civil(year, month, day),
        (None, _) => Err("it has no year".to_owned()),
        (_, None) => Err("it has no day".to_owned()),
    })
}

/// Lower case, without full stops and the accents that months bear.
fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    let folded = lower.chars().filter(|c| *c != '.').map(|c| match c {
        'ä' | 'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'û' | 'ú' | 'ü' => 'u',
        'ç' => 'c',
        'º' => 'o',
        c => c,
    });
    folded.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_posts_pages_and_callers_are_read() {
        for text in [
            "2023-06-15",
            "20230615",
            "2023/06/15",
            "2023-06-15T23:30:00Z",
            "2023-06-15T23:30:00.123-04:00",
            "2023-06-15 23:30",
            "2023-06-15T10:30:00[America/Havana]",
            "Thu, 15 Jun 2023 23:30:00 GMT",
            "15 Jun 2023 23:30:00 -0400",
            "June 15, 2023",
            "Jun. 15, 2023",
            "15 June 2023",
            "15th June 2023",
            "Thursday, June 15, 2023 at 3:05 PM",
            "10:30 AM · Jun 15, 2023",
            "3 PM - 15 Jun 2023",
            "15 de junio de 2023",
            "15 juin 2023",
            "15. Juni 2023",
            "15 de junho de 2023",
            "15/06/2023",
            "06/15/2023",
            "15.06.2023",
            "  June 15, 2023\n",
        ] {
            assert_eq!(timestamp(text).map(|d| d.to_string()).as_deref(), Ok("2023-06-15"), "{text}");
        }
        for (text, day) in [("1er août 2023", "2023-08-01"), ("3. März 2024", "2024-03-03"), ("1º de março de 2024", "2024-03-01")] {
            assert_eq!(timestamp(text).map(|d| d.to_string()).as_deref(), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_told_why() {
        for (text, reason) in [
            ("", "it is empty"),
            ("2023-13-45", "there is no month 13"),
            ("2023-02-30", "no day 30"),
            ("February 30, 2023", "no day 30"),
            ("05/06/2023", "cannot be told apart"),
            ("2023-06-15Tnoon", "no time of day"),
            ("2023-06-15T99:00", "no time of day"),
            ("yesterday", "does not hold"),
            ("June 2023", "it has no day"),
            ("June 15", "it has no year"),
            ("99999", "does not hold"),
            ("2023", "does not hold"),
            ("15//2023", "does not hold"),
            ("é2023-06-15", "does not hold"),
        ] {
            let error = timestamp(text).unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
        assert!(timestamp(&"June 15, 2023 ".repeat(50)).unwrap_err().to_string().len() < 250);
    }

    #[test]
    fn every_line_of_the_months_is_read() {
        assert_eq!(MONTHS.lines().filter(|l| !l.starts_with('#')).count(), 60);
        assert!(months().values().all(|m| (1..=12).contains(m)));
        assert_eq!(months().get("marz"), Some(&3));
    }
}
