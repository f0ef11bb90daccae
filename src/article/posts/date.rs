//! The date in a post's closing line.

use std::{collections::HashMap, sync::LazyLock};

use jiff::civil::Date;

use super::attribution::DATA;

/// Month by its name in any of the languages that the platforms write.
static MONTHS: LazyLock<HashMap<&'static str, i8>> = LazyLock::new(|| {
    let months = DATA.months.values().flat_map(|language| (1..=12).zip(language));
    months.flat_map(|(number, names)| names.iter().map(move |name| (name.as_str(), number))).collect()
});

/// What a stretch of text says of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dated {
    /// Which day.
    On(Date),
    /// A date, but which day is open ("3/4/2023").
    Open,
}

/// Reads text that holds a date and nothing else but a time of day. None where anything else stands in it, or no date.
pub(super) fn read(text: &str) -> Option<Dated> {
    let (mut year, mut month, mut day, mut whole) = (None, None, None, None);
    let text: String = text.chars().filter(|c| !is_direction_mark(*c)).map(in_ascii).collect();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،' | '·' | '•' | '|')) {
        let word = word.trim_matches(['.', '(', ')', '-', '–', '—']).to_lowercase();
        if word.is_empty() || word.contains(':') || DATA.filler.contains(&word) {
            continue;
        }
        let ordinal = word
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .trim_end_matches("th")
            .trim_end_matches('º')
            .trim_end_matches("er");
        let korean = |unit: char| word.strip_suffix(unit).and_then(|number| number.parse::<i16>().ok());
        if let Some(number) = MONTHS.get(word.as_str()) {
            month.get_or_insert(*number);
        } else if let Some(number) = korean('월').filter(|n| (1..=12).contains(n)) {
            month = i8::try_from(number).ok();
        } else if let Some(number) = korean('년').filter(|n| (2005..=2100).contains(n)) {
            year = Some(number);
        } else if let Some(number) = korean('일').filter(|n| (1..=31).contains(n)) {
            day = i8::try_from(number).ok();
        } else if let Ok(number) = ordinal.parse::<i16>() {
            match number {
                1..=31 if day.is_none() => day = i8::try_from(number).ok(),
                2005..=2100 if year.is_none() => year = Some(number),
                _ => return None,
            }
        } else {
            whole = Some(in_figures(&word)?);
        }
    }
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => Date::new(year, month, day).ok().map(Dated::On),
        (None, None, None) => whole,
        _ => None,
    }
}

/// The day (`2024-03-04`) of a line that holds a date and nothing else but a time of day.
pub fn day(line: &str) -> Option<String> {
    match read(line)? {
        Dated::On(day) => Some(day.to_string()),
        Dated::Open => None,
    }
}

/// Marks that turn the direction of writing; they stand for nothing that is read.
pub(super) fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A digit of the Arabic, Persian or Indian scripts as that of ASCII.
fn in_ascii(c: char) -> char {
    let zero = [0x0660, 0x06F0, 0x0966].into_iter().find(|zero| (*zero..*zero + 10).contains(&u32::from(c)));
    zero.and_then(|zero| char::from_digit(u32::from(c) - zero, 10)).unwrap_or(c)
}

/// `2023-06-15`, `2023年6月15日`, `15.06.2023`, `6/15/2023`; open where day and month could be either.
fn in_figures(word: &str) -> Option<Dated> {
    let figures: Vec<&str> = word.split(['-', '/', '.', '年', '月', '日']).filter(|f| !f.is_empty()).collect();
    let [a, b, c] = figures.iter().map(|f| f.parse::<i16>().ok()).collect::<Option<Vec<_>>>()?.try_into().ok()?;
    let date = |year: i16, month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Dated::On);
    match (a, b, c) {
        (2005..=2100, _, _) => date(a, b, c),
        (_, _, 2005..=2100) if word.contains('.') || a > 12 => date(c, b, a),
        (_, 13..=31, 2005..=2100) => date(c, a, b),
        (1..=12, 1..=12, 2005..=2100) => Some(Dated::Open),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_in_many_tongues() {
        for text in [
            "March 4, 2024",
            "Mar 4, 2024 at 9:30am",
            "9:30 PM · Mar 4, 2024",
            "4. März 2024",
            "4 de marzo de 2024",
            "4 mars 2024",
            "4 марта 2024",
            "2024年3月4日",
            "2024-03-04",
            "4.3.2024",
            "March 4th, 2024",
            "4 марта 2024 г.",
            "4 березня 2024 р.",
            "4. března 2024",
            "4 Mart 2024",
            "٤ مارس، ٢٠٢٤",
            "۴ مارس ۲۰۲۴",
            "४ मार्च 2024",
            "2024년 3월 4일",
            "2024. március 4.",
            "4 Maret 2024",
            "4 במרץ 2024",
        ] {
            assert_eq!(read(text), Some(Dated::On(jiff::civil::date(2024, 3, 4))), "{text}");
        }
        assert_eq!(read("3/4/2024"), Some(Dated::Open));
    }

    #[test]
    fn a_name_means_one_month() {
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (number, names) in DATA.months.values().flat_map(|language| language.iter().enumerate()) {
            for name in names {
                assert_eq!(*known.entry(name).or_insert(number), number, "{name}");
            }
        }
    }

    #[test]
    fn what_is_more_or_less_than_a_date_is_none() {
        for text in ["", "March 2024", "March 4", "said on March 4, 2024", "March 40, 2024", "February 30, 2024", "2024", "9:30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
