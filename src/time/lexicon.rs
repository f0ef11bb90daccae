//! The words of dates, from data.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use jiff::civil::Weekday;
use serde::Deserialize;

use super::expression::{Bound, Unit};

const SOURCE: &str = include_str!("../../data/en/time.toml");

/// No word of the lexicon is longer, so longer words of a text need no look-up.
const LONGEST: usize = 16;

/// All that one word can be in a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "a word plays any of these parts at once")]
pub(super) struct Roles {
    pub(super) month: Option<i8>,
    pub(super) weekday: Option<Weekday>,
    /// A month or weekday cut short.
    pub(super) short: bool,
    /// A month that alone is mostly another word.
    pub(super) ambiguous: bool,
    /// A month that is a first name too.
    pub(super) first_name: bool,
    pub(super) number: Option<i32>,
    pub(super) ordinal: Option<i8>,
    pub(super) days: Option<i32>,
    pub(super) unit: Option<Unit>,
    pub(super) which: Option<i32>,
    pub(super) told: Option<i32>,
    pub(super) from_reference: Option<i32>,
    pub(super) from_told: Option<i32>,
    pub(super) bound: Option<Bound>,
    pub(super) article: bool,
    pub(super) owner: bool,
    pub(super) that: bool,
    pub(super) of: bool,
    pub(super) vague: bool,
    pub(super) part: bool,
    pub(super) day_part: bool,
    pub(super) dark: bool,
    pub(super) preposition: bool,
    pub(super) to: bool,
    pub(super) and: bool,
    pub(super) between: bool,
    pub(super) year_noun: bool,
    pub(super) counted: bool,
}

#[derive(Debug, Deserialize)]
struct File {
    months: BTreeMap<String, i8>,
    months_short: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, i8>,
    weekdays_short: BTreeMap<String, i8>,
    numbers: BTreeMap<String, i32>,
    ordinals: BTreeMap<String, i8>,
    days: BTreeMap<String, i32>,
    units: BTreeMap<String, Unit>,
    which: BTreeMap<String, i32>,
    told: BTreeMap<String, i32>,
    from_reference: BTreeMap<String, i32>,
    from_told: BTreeMap<String, i32>,
    bounds: BTreeMap<String, Bound>,
    words: BTreeMap<String, Vec<String>>,
    ambiguous: Ambiguous,
    names: Names,
}

#[derive(Debug, Deserialize)]
struct Ambiguous {
    months: Vec<String>,
    refused_before: BTreeMap<String, Vec<String>>,
    first_names: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Names {
    phrases: Vec<String>,
}

/// The words of English dates.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    words: HashMap<String, Roles>,
    refused: BTreeMap<String, Vec<String>>,
    /// Phrases that are names, by each of their words.
    phrases: HashMap<String, Vec<Vec<String>>>,
}

impl Lexicon {
    /// Read once. The file is part of the program and a test reads it, so a fault in it cannot go out.
    pub(super) fn english() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| read(SOURCE).unwrap_or_default())
    }

    /// What `word` can be; capitals do not matter.
    pub(super) fn roles(&self, word: &str) -> Roles {
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return Roles::default() };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok().and_then(|w| self.words.get(w)).copied().unwrap_or_default()
    }

    /// True where `before` does not make a month of the ambiguous word `month`.
    pub(super) fn refuses(&self, month: &str, before: &str) -> bool {
        self.refused.iter().any(|(m, words)| m.eq_ignore_ascii_case(month) && words.iter().any(|w| w.eq_ignore_ascii_case(before)))
    }

    /// The phrases that have this word in them.
    pub(super) fn names_with(&self, word: &str) -> &[Vec<String>] {
        self.phrases.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The number that one word in small letters stands for: "six", "forty".
pub fn numeral(word: &str) -> Option<u32> {
    Lexicon::english().roles(word).number.and_then(|n| n.try_into().ok())
}

fn read(source: &str) -> Result<Lexicon, String> {
    let file: File = toml::from_str(source).map_err(|e| format!("data/en/time.toml: {e}"))?;
    let mut lexicon = Lexicon { refused: file.ambiguous.refused_before, ..Lexicon::default() };
    let words = &mut lexicon.words;
    fill(words, file.months, |r, v| r.month = Some(v));
    fill(words, file.months_short, |r, v| (r.month, r.short) = (Some(v), true));
    fill(words, weekdays(file.weekdays)?, |r, v| r.weekday = Some(v));
    fill(words, weekdays(file.weekdays_short)?, |r, v| (r.weekday, r.short) = (Some(v), true));
    fill(words, file.numbers, |r, v| r.number = Some(v));
    fill(words, file.ordinals, |r, v| r.ordinal = Some(v));
    fill(words, file.days, |r, v| r.days = Some(v));
    fill(words, file.units, |r, v| r.unit = Some(v));
    fill(words, file.which, |r, v| r.which = Some(v));
    fill(words, file.told, |r, v| r.told = Some(v));
    fill(words, file.from_reference, |r, v| r.from_reference = Some(v));
    fill(words, file.from_told, |r, v| r.from_told = Some(v));
    fill(words, file.bounds, |r, v| r.bound = Some(v));
    fill(words, flags(file.ambiguous.months), |r, ()| r.ambiguous = true);
    fill(words, flags(file.ambiguous.first_names), |r, ()| r.first_name = true);
    for (list, members) in file.words {
        let set = flag(&list).ok_or_else(|| format!("data/en/time.toml: [words] has no list '{list}'"))?;
        fill(words, flags(members), |r, ()| *set(r) = true);
    }
    for phrase in file.names.phrases {
        let phrase: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        for word in &phrase {
            lexicon.phrases.entry(word.clone()).or_default().push(phrase.clone());
        }
    }
    Ok(lexicon)
}

/// Sets what each word of a list can be.
fn fill<V>(words: &mut HashMap<String, Roles>, list: impl IntoIterator<Item = (String, V)>, set: impl Fn(&mut Roles, V)) {
    for (word, value) in list {
        set(words.entry(word.to_ascii_lowercase()).or_default(), value);
    }
}

fn flags(words: Vec<String>) -> impl Iterator<Item = (String, ())> {
    words.into_iter().map(|w| (w, ()))
}

fn weekdays(list: BTreeMap<String, i8>) -> Result<Vec<(String, Weekday)>, String> {
    let read =
        |(word, n)| Weekday::from_monday_one_offset(n).map(|w| (word, w)).map_err(|e| format!("data/en/time.toml: weekday {n}: {e}"));
    list.into_iter().map(read).collect()
}

fn flag(list: &str) -> Option<fn(&mut Roles) -> &mut bool> {
    Some(match list {
        "article" => |r| &mut r.article,
        "owner" => |r| &mut r.owner,
        "that" => |r| &mut r.that,
        "of" => |r| &mut r.of,
        "vague" => |r| &mut r.vague,
        "part" => |r| &mut r.part,
        "day_part" => |r| &mut r.day_part,
        "dark" => |r| &mut r.dark,
        "preposition" => |r| &mut r.preposition,
        "to" => |r| &mut r.to,
        "and" => |r| &mut r.and,
        "between" => |r| &mut r.between,
        "year_noun" => |r| &mut r.year_noun,
        "counted" => |r| &mut r.counted,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_its_words_fit_the_buffer() {
        let lexicon = read(SOURCE).unwrap();
        assert!(lexicon.words.keys().all(|w| w.len() <= LONGEST));
        assert_eq!(lexicon.roles("JUNE").month, Some(6));
        assert_eq!(lexicon.roles("Thursday").weekday, Some(Weekday::Thursday));
        assert_eq!(lexicon.roles("before").from_told, Some(-1));
        assert_eq!(lexicon.roles("nonsense"), Roles::default());
    }

    #[test]
    fn a_fault_says_where_it_is() {
        assert!(read("months = 3").unwrap_err().contains("data/en/time.toml"));
        let unknown = SOURCE.replace("[words]", "[words]\nfruit = [\"apple\"]");
        assert!(read(&unknown).unwrap_err().contains("fruit"));
    }
}
