//! A text as the words, numbers and marks that dates are made of.

use super::{
    Day,
    lexicon::{Lexicon, Roles},
};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Class {
    /// A run of letters, with what it can be in a date.
    Word(Roles),
    /// A plain number of up to four digits.
    Number {
        /// Its value.
        value: i16,
        /// How many digits it was written with.
        digits: usize,
    },
    /// `15th`
    Ordinal(i8),
    /// A whole date in digits.
    Date(Day),
    /// One mark.
    Mark(char),
    /// Anything else: `1,500`, `G20`, `$5`.
    Other,
}

/// A token where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    /// First byte.
    pub(super) start: usize,
    /// Behind the last byte.
    pub(super) end: usize,
    /// As it is written.
    pub(super) text: &'t str,
    /// What it is.
    pub(super) class: Class,
}

impl Token<'_> {
    /// True where it begins with a capital.
    pub(super) fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// What the word can be; nothing for what is no word.
    pub(super) fn roles(&self) -> Roles {
        match self.class {
            Class::Word(roles) => roles,
            _ => Roles::default(),
        }
    }

    /// True for this mark.
    pub(super) fn is(&self, mark: char) -> bool {
        self.class == Class::Mark(mark)
    }

    /// True for what joins the two ends of a range.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.class, Class::Mark('-' | '\u{2010}' | '\u{2011}' | '–'))
    }
}

/// Cuts a text; O(bytes).
pub(super) fn tokens<'t>(text: &'t str, lexicon: &Lexicon) -> Vec<Token<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let start = at;
        let class = if c.is_ascii_digit() {
            let (class, end) = digits(text, at);
            at = end;
            class
        } else if c.is_alphabetic() {
            at = run(text, at, char::is_alphanumeric);
            if text[start..at].bytes().any(|b| b.is_ascii_digit()) { Class::Other } else { Class::Word(lexicon.roles(&text[start..at])) }
        } else if matches!(c, '$' | '€' | '£' | '¥' | '#' | '@') {
            at = run(text, at + c.len_utf8(), |c| c.is_alphanumeric() || c == ',' || c == '.');
            Class::Other
        } else {
            at += c.len_utf8();
            if c.is_whitespace() {
                continue;
            }
            Class::Mark(c)
        };
        tokens.push(Token { start, end: at, text: &text[start..at], class });
    }
    tokens
}

/// Where the run of characters that `member` holds for ends.
fn run(text: &str, from: usize, member: impl Fn(char) -> bool) -> usize {
    text[from..].find(|c| !member(c)).map_or(text.len(), |n| from + n)
}

/// What begins with a digit, and where it ends.
fn digits(text: &str, at: usize) -> (Class, usize) {
    let end = run(text, at, |c| c.is_ascii_digit());
    if let Some((day, end)) = date_in_digits(text, at, end) {
        return (Class::Date(day), end);
    }
    let number = &text[at..end];
    let rest = &text[end..];
    if rest.starts_with(char::is_alphabetic) {
        let end_word = run(text, end, char::is_alphanumeric);
        let suffix = &text[end..end_word];
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|s| s.eq_ignore_ascii_case(suffix));
        return match number.parse() {
            Ok(day @ 1..=31) if ordinal => (Class::Ordinal(day), end_word),
            _ => (Class::Other, end_word),
        };
    }
    // `1,500`, `2.5`, `20:30`, `15%` and `3/4` are no days or years.
    let continues = rest.strip_prefix([',', '.', ':', '/']).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    if continues {
        return (Class::Other, run(text, end, |c| c.is_ascii_digit() || matches!(c, ',' | '.' | ':' | '/')));
    }
    match number.parse() {
        Ok(value) if number.len() <= 4 && !rest.starts_with('%') => (Class::Number { value, digits: number.len() }, end),
        _ => (Class::Other, end),
    }
}

/// `2023-06-15` (and the time behind it), `15/06/2023` and `06/15/2023` where only one reading is a date, `15.06.2023`.
fn date_in_digits(text: &str, at: usize, first_end: usize) -> Option<(Day, usize)> {
    let mark = text[first_end..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let second_end = run(text, first_end + 1, |c| c.is_ascii_digit());
    let third = text[second_end..].strip_prefix(mark)?;
    let third_end = run(text, text.len() - third.len(), |c| c.is_ascii_digit());
    let (a, b, c) = (&text[at..first_end], &text[first_end + 1..second_end], &text[second_end + 1..third_end]);
    let number = |s: &str, longest: usize| if (1..=longest).contains(&s.len()) { s.parse::<i16>().ok() } else { None };
    let day = if a.len() == 4 && mark != '.' {
        Day::new(number(a, 4)?, number(b, 2)? as i8, number(c, 2)? as i8).ok()
    } else if c.len() == 4 && mark != '-' {
        let (a, b, year) = (number(a, 2)? as i8, number(b, 2)? as i8, number(c, 4)?);
        match (Day::new(year, b, a), Day::new(year, a, b)) {
            (Ok(day_first), _) if mark == '.' => Some(day_first),
            (Ok(day_first), Ok(month_first)) => (day_first == month_first).then_some(day_first),
            (day_first, month_first) => day_first.or(month_first).ok(),
        }
    } else {
        None
    }?;
    let time = run(text, third_end, |c| c.is_ascii_alphanumeric() || matches!(c, ':' | '+'));
    Some((day, if text[third_end..].starts_with('T') { time } else { third_end }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_dates_and_other_things_are_told_apart() {
        let classes = |text: &'static str| tokens(text, Lexicon::english()).iter().map(|t| (t.text, t.class)).collect::<Vec<_>>();
        let day = |y, m, d| Class::Date(Day::new(y, m, d).unwrap());
        for (text, class) in [
            ("2023-06-15", day(2023, 6, 15)),
            ("2023-06-15T10:00:00", day(2023, 6, 15)),
            ("15/06/2023", day(2023, 6, 15)),
            ("06/15/2023", day(2023, 6, 15)),
            ("15.6.2023", day(2023, 6, 15)),
            ("06/06/2023", day(2023, 6, 6)),
            ("05/06/2023", Class::Other),
            ("15th", Class::Ordinal(15)),
            ("1,500", Class::Other),
            ("1990s", Class::Other),
            ("G20", Class::Other),
            ("$2015", Class::Other),
            ("20:30", Class::Other),
            ("2015", Class::Number { value: 2015, digits: 4 }),
        ] {
            assert_eq!(classes(text), [(text, class)], "{text}");
        }
        assert_eq!(classes("2023-13-45")[0].1, Class::Number { value: 2023, digits: 4 });
    }
}
