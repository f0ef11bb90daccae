//! The place and date before an article's first sentence.

use super::{
    expression::{Expression, Kind},
    finder::expressions,
};
use crate::text::{Span, ViewByte};

/// A dateline is no longer than this.
const LONGEST: usize = 100;
/// Words in one of its parts.
const MOST_WORDS: usize = 5;

/// "HAVANA, June 16 (Agency) —"
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The place, with a state behind it where one is told ("WASHINGTON, D.C.").
    pub place: Span<ViewByte>,
    /// The date, where one is told.
    pub date: Option<Expression>,
    /// The byte at which the sentence begins.
    pub end: usize,
}

/// The dateline that a text begins with. A place is in capitals, or comes with a date or an agency in brackets. Whether the name
/// is a place's is for a gazetteer to say.
pub fn dateline(text: &str) -> Option<Dateline> {
    let start = text.len() - text.trim_start().len();
    let (head_end, end) = dash(text, start)?;
    let head = &text[start..head_end];
    if head.contains(['\n', '"', '“', '”', ';', '!', '?', ':']) {
        return None;
    }
    // "(Agency) — Peru signed": no place is told
    if head.starts_with('(') && head.find(')') == Some(head.len() - 1) {
        return (head.split_whitespace().count() <= MOST_WORDS).then_some(Dateline { place: Span::new(start, start), date: None, end });
    }
    let date = expressions(head).into_iter().find(|e| matches!(e.kind, Kind::Calendar(_) | Kind::Weekday { .. }));
    let bracket = head.find('(').filter(|&at| head[at..].find(')').is_some_and(|close| close <= 40));
    let place_end = [date.as_ref().map(|e| e.span.start), bracket].into_iter().flatten().min().unwrap_or(head.len());
    let place = head[..place_end].trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let set_off = |d: &Expression| head[..d.span.start].trim_end().ends_with(',') || d.span.start > place_end;
    if !date.as_ref().is_none_or(set_off) {
        return None;
    }
    let told = date.is_some() || bracket.is_some();
    let parts: Vec<&str> = place.split(',').map(str::trim).collect();
    let first = parts.first()?;
    let fits = if told { is_name(first) } else { is_in_capitals(first) };
    let rest = parts.len() <= 3 && parts.iter().skip(1).all(|p| is_name(p) || is_in_capitals(p));
    if !fits || !rest || words_behind(head, date.as_ref(), bracket) > MOST_WORDS {
        return None;
    }
    let date = date.map(|e| Expression { span: Span::new(e.span.start + start, e.span.end + start), ..e });
    Some(Dateline { place: Span::new(start, start + place.len()), date, end })
}

/// Where the dash begins and the sentence behind it.
fn dash(text: &str, start: usize) -> Option<(usize, usize)> {
    let mut limit = (start + LONGEST).min(text.len());
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let window = &text[start..limit];
    let found = ["—", "–", " - ", " -- "].iter().filter_map(|d| window.find(d).map(|at| (at, at + d.len())));
    let (at, behind) = found.min_by_key(|&(at, behind)| (at, std::cmp::Reverse(behind)))?;
    let rest = &text[start + behind..];
    let sentence = rest.trim_start();
    (!sentence.is_empty()).then(|| (start + window[..at].trim_end().len(), text.len() - sentence.len()))
}

/// Words of the head that are neither place nor date nor agency in brackets: "TEHRAN, June 16, IRNA —" has one.
fn words_behind(head: &str, date: Option<&Expression>, bracket: Option<usize>) -> usize {
    let from = date.map_or(head.len(), |e| e.span.end);
    head.get(from..bracket.unwrap_or(head.len()).max(from)).map_or(0, |rest| rest.split_whitespace().count())
}

/// Words in capitals: "NEW YORK", "PORT-AU-PRINCE", "D.C.".
fn is_in_capitals(part: &str) -> bool {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && !part.chars().any(char::is_lowercase)
        && !part.chars().any(|c| c.is_ascii_digit())
        && part.split_whitespace().count() <= MOST_WORDS
}

/// Words that begin with capitals, but for short ones between them: "Santiago de Cuba", "N.Y.".
fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let capital = |w: &str| w.starts_with(char::is_uppercase);
    (1..=MOST_WORDS).contains(&words.len())
        && words.first().is_some_and(|w| capital(w))
        && words.last().is_some_and(|w| capital(w))
        && words.iter().all(|w| capital(w) || w.chars().count() <= 4)
        && !part.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_give_place_date_and_the_sentence() {
        for (text, place, date) in [
            ("HAVANA, June 16 (Agency) — The talks began.", "HAVANA", Some("June 16")),
            ("PARIS (AP) — The talks began.", "PARIS", None),
            ("WASHINGTON, D.C. – The talks began.", "WASHINGTON, D.C.", None),
            ("BRUSSELS, 5 May 2021 - The talks began.", "BRUSSELS", Some("5 May 2021")),
            ("NEW YORK -- The talks began.", "NEW YORK", None),
            ("Tehran, June 16, IRNA – The talks began.", "Tehran", Some("June 16")),
            ("Santiago de Cuba (Agency) — The talks began.", "Santiago de Cuba", None),
            ("\n  PORT-AU-PRINCE, Haiti — The talks began.", "PORT-AU-PRINCE, Haiti", None),
            ("(Agency) - The talks began.", "", None),
            ("BEIJING, Oct. 18 (Agency) -- The talks began.", "BEIJING", Some("Oct. 18")),
        ] {
            let line = dateline(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(&text[line.place.range()], place, "{text}");
            assert_eq!(line.date.map(|e| &text[e.span.range()]), date, "{text}");
            assert_eq!(&text[line.end..], "The talks began.", "{text}");
        }
    }

    #[test]
    fn sentences_with_a_dash_are_none() {
        for text in [
            "",
            "HAVANA —",
            "The talks — long awaited — began.",
            "Havana — the capital — was calm.",
            "On June 16 the ministers met – at last.",
            "He said: \"NO\" — and left.",
            "2023 - a year of talks",
            "HAVANA is calm",
            "(This account - in part - is the ministry's own) The talks began.",
            "— Presidencia (@handle) June 15, 2023",
            "The president met (twice) on June 3 – in the end – the envoys of two states and of three banks",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
