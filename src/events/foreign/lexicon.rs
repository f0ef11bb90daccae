//! `encounters.toml` of a language that no parser reads: offices, and the words of encounters.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::OnceLock,
};

use serde::Deserialize;

use crate::{gazetteer::Gazetteer, text::fold};

/// What is known of one language.
#[derive(Debug)]
pub struct Lexicon {
    /// The file.
    pub words: Words,
    /// States and their people in that language.
    pub states: &'static Gazetteer,
    /// Verb forms by their first word: the words, and the index of the pattern, and whether it is still to come.
    pub forms: BTreeMap<String, Vec<Form>>,
    /// Titles by their first word, longest first.
    pub titles: BTreeMap<String, Vec<Vec<String>>>,
}

/// One form of a verb.
#[derive(Debug)]
pub struct Form {
    /// Its words.
    pub words: Vec<String>,
    /// Index of its pattern.
    pub verb: usize,
    /// True where the form itself puts it into the future.
    pub planned: bool,
}

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Names and offices.
    pub names: Names,
    /// Words that tell what became of it.
    pub status: Status,
    /// Words that tell how they met.
    pub form: Manner,
    /// Words of days and places.
    pub time: Time,
    /// Verbs.
    #[serde(rename = "verb")]
    pub verbs: Vec<Verb>,
    /// Nouns.
    #[serde(rename = "noun")]
    pub nouns: Vec<Noun>,
}

/// Names and offices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Common nouns begin with a capital, so that one alone tells no name.
    #[serde(default)]
    pub nouns_have_capitals: bool,
    /// Small words inside a name.
    pub particles: HashSet<String>,
    /// Between two names.
    pub and: HashSet<String>,
    /// Before an office.
    pub articles: HashSet<String>,
    /// Between an office and what it is of.
    pub of: HashSet<String>,
    /// Offices.
    pub titles: Vec<String>,
    /// Words of an office's name that begin with a capital.
    pub portfolio: HashSet<String>,
    /// Words with a capital that begin no name.
    pub not: HashSet<String>,
}

/// Words in the sentence that tell what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// It is to come.
    pub planned: HashSet<String>,
    /// Somebody wants it.
    pub proposed: HashSet<String>,
    /// Somebody would not.
    pub refused: HashSet<String>,
    /// It was called off.
    pub cancelled: HashSet<String>,
    /// It is a habit, or never was.
    pub habit: HashSet<String>,
}

/// Words in the sentence that tell how they met.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manner {
    /// By phone.
    pub phone: HashSet<String>,
    /// By video.
    pub video: HashSet<String>,
}

/// Words of days and places.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Days from the reference day.
    pub today: HashMap<String, i32>,
    /// Monday to Sunday.
    pub weekdays: Vec<String>,
    /// Between a day and its month.
    pub day_of: HashSet<String>,
    /// Adpositions of place.
    pub places: HashSet<String>,
}

/// A verb of meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verb {
    /// Forms that tell of what was.
    pub held: Vec<String>,
    /// Forms that tell of what will be.
    pub planned: Vec<String>,
    /// Adpositions before the other side; "" where none is.
    pub behind: Vec<String>,
    /// The other side stands right behind the verb.
    #[serde(default)]
    pub near: bool,
    /// Forms that stand at the end of their clause, both sides before them.
    #[serde(default)]
    pub last: HashSet<String>,
    /// Words one of which such a form needs in its sentence.
    #[serde(default)]
    pub with_last: HashSet<String>,
}

/// A noun of meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noun {
    /// The noun.
    pub words: HashSet<String>,
    /// Before both sides.
    pub between: HashSet<String>,
    /// Before the other side.
    pub with: HashSet<String>,
    /// Before the one side.
    pub of: HashSet<String>,
}

macro_rules! languages {
    ($($code:literal),*) => {
        /// Languages, each with its file.
        pub const SOURCES: &[(&str, &str)] = &[$(($code, include_str!(concat!("../../../data/", $code, "/encounters.toml")))),*];
    };
}
languages!("es", "fr", "de", "pt");

impl Lexicon {
    /// That of a language (ISO 639-1), read at the first call. The files are part of the program and a test reads them, so a fault in them cannot go out.
    pub fn of(language: &str) -> Option<&'static Self> {
        static READ: [OnceLock<Option<Lexicon>>; 4] = [const { OnceLock::new() }; 4];
        let i = SOURCES.iter().position(|(code, _)| *code == language)?;
        READ[i].get_or_init(|| read(SOURCES[i].0, SOURCES[i].1).ok()).as_ref()
    }
}

fn read(language: &str, source: &str) -> Result<Lexicon, String> {
    let words: Words = toml::from_str(source).map_err(|e| format!("data/{language}/encounters.toml: {e}"))?;
    let states = Gazetteer::for_language(language).ok_or_else(|| format!("no states in '{language}'"))?;
    let mut forms: BTreeMap<String, Vec<Form>> = BTreeMap::new();
    for (verb, v) in words.verbs.iter().enumerate() {
        for (list, planned) in [(&v.held, false), (&v.planned, true)] {
            for form in list {
                let form: Vec<String> = split(form);
                if let Some(first) = form.first().cloned() {
                    forms.entry(first).or_default().push(Form { words: form, verb, planned });
                }
            }
        }
    }
    for list in forms.values_mut() {
        list.sort_by_key(|f| std::cmp::Reverse(f.words.len()));
    }
    let mut titles: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for title in &words.names.titles {
        let title = split(title);
        if let Some(first) = title.first().cloned() {
            titles.entry(first).or_default().push(title);
        }
    }
    for list in titles.values_mut() {
        list.sort_by_key(|t| std::cmp::Reverse(t.len()));
    }
    Ok(Lexicon { words, states, forms, titles })
}

/// The words of a phrase as the tokenizer parts them.
fn split(phrase: &str) -> Vec<String> {
    super::words::spans(phrase).into_iter().map(|span| phrase[span.range()].to_lowercase()).collect()
}

/// A month's number by its name.
pub fn month(language: &str, word: &str) -> Option<i8> {
    static MONTHS: OnceLock<HashMap<(String, String), i8>> = OnceLock::new();
    let months = MONTHS.get_or_init(|| {
        let rows = include_str!("../../../data/time/months.tsv").lines().filter(|l| !l.starts_with('#'));
        let mut found = HashMap::new();
        for row in rows {
            let mut fields = row.split('\t');
            let (Some(n), Some(code), Some(names)) = (fields.next().and_then(|n| n.parse().ok()), fields.next(), fields.next()) else {
                continue;
            };
            found.extend(names.split('|').map(|name| ((code.to_owned(), fold(name)), n)));
        }
        found
    });
    months.get(&(language.to_owned(), fold(word))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_reads() {
        for (language, source) in SOURCES {
            let lexicon = read(language, source).unwrap();
            assert!(!lexicon.forms.is_empty() && !lexicon.titles.is_empty(), "{language}");
            assert_eq!(lexicon.words.time.weekdays.len(), 7, "{language}");
        }
        assert!(Lexicon::of("xx").is_none());
        assert_eq!(month("de", "Mai"), Some(5));
        assert_eq!(month("fr", "mars"), Some(3));
    }

    #[test]
    fn a_fault_says_where_it_is() {
        assert!(read("es", "names = 3").unwrap_err().contains("data/es/encounters.toml"));
    }
}
