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
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '·' | '•' | '|')) {
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
        if let Some(number) = MONTHS.get(word.as_str()) {
            month.get_or_insert(*number);
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
        ] {
            assert_eq!(read(text), Some(Dated::On(jiff::civil::date(2024, 3, 4))), "{text}");
        }
        assert_eq!(read("3/4/2024"), Some(Dated::Open));
    }

    #[test]
    fn what_is_more_or_less_than_a_date_is_none() {
        for text in ["", "March 2024", "March 4", "said on March 4, 2024", "March 40, 2024", "February 30, 2024", "2024", "9:30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
