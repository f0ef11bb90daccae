//! What English names stand for: states and their people, capitals and seats of government, cities, regions, venues, bodies.
//!
//! Names are data (`data/gazetteer/`, with source and licence beside them). A look-up folds accents, passes over full stops, takes
//! hyphens and apostrophes for spaces, and accepts a name in its own case, in capitals, or with small words capitalised as in a
//! headline. A name may have several meanings ("Washington" is a capital, a city and stands for a government): an [`Entry`] holds
//! them all, and the caller asks for the one that its place in the sentence calls for. No person
//! stands in it, only given names with the gender that they tell.

mod country;
mod entry;
mod files;
mod given_name;
mod host;
mod key;
mod office;
mod scan;
mod table;

use std::sync::OnceLock;

pub use country::{CountryCode, CountryInfo};
pub use entry::{Body, BodyKind, City, Entry, Meaning, Region, Venue};
pub use given_name::{is_given_name, is_male, is_short_for};
pub use host::{Origin, origin};
pub use office::may_have;
pub use scan::Match;

use table::Table;

/// All names of one language, built once.
#[derive(Debug)]
pub struct Gazetteer {
    table: Table,
    /// Sorted by code.
    countries: Vec<CountryInfo>,
}

impl Gazetteer {
    /// The English names: states, people, capitals, seats, cities, regions, venues, bodies.
    pub fn global() -> &'static Self {
        static ENGLISH: OnceLock<Gazetteer> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            let mut table = Table::with_capacity(files::ENGLISH_NAMES);
            let countries = files::english(&mut table);
            Self { table, countries }
        })
    }

    /// The names of a language (ISO 639-1): `en` as [`Gazetteer::global`]; `es`, `fr`, `de`, `pt` hold states and their people. None for another.
    pub fn for_language(language: &str) -> Option<&'static Self> {
        static OTHERS: [(&str, OnceLock<Gazetteer>); 4] =
            [("es", OnceLock::new()), ("fr", OnceLock::new()), ("de", OnceLock::new()), ("pt", OnceLock::new())];
        if language == "en" {
            return Some(Self::global());
        }
        let (language, cell) = OTHERS.iter().find(|(l, _)| *l == language)?;
        Some(cell.get_or_init(|| {
            let mut table = Table::with_capacity(files::FOREIGN_NAMES);
            files::foreign(&mut table, language);
            Self { table, countries: Vec::new() }
        }))
    }

    /// All that a name can mean. An article before it ("the Netherlands") is passed over.
    pub fn look_up(&self, name: &str) -> Option<Entry<'_>> {
        self.table.exact(name)
    }

    /// The state of that name: "Cuba", "the Islamic Republic of Iran", "U.S.".
    pub fn country_by_name(&self, name: &str) -> Option<CountryCode> {
        self.look_up(name)?.country()
    }

    /// The state whose people an adjective or noun names: "Iranian", "Britons".
    pub fn demonym(&self, word: &str) -> Option<CountryCode> {
        self.look_up(word)?.demonym()
    }

    /// The state whose capital has that name.
    pub fn capital(&self, name: &str) -> Option<CountryCode> {
        self.look_up(name)?.capital()
    }

    /// The state whose government a building, street or capital stands for: "Kremlin", "Downing Street", "Ankara".
    pub fn seat(&self, name: &str) -> Option<CountryCode> {
        self.look_up(name)?.seat()
    }

    /// The largest city of that name.
    pub fn city(&self, name: &str) -> Option<City> {
        self.look_up(name)?.city()
    }

    /// The building or resort of that name.
    pub fn venue(&self, name: &str) -> Option<Venue> {
        self.look_up(name)?.venue()
    }

    /// The organization, institution, party, armed group or company of that name.
    pub fn body(&self, name: &str) -> Option<Body> {
        self.look_up(name)?.body()
    }

    /// What is known of a state; none for a code that is not in use.
    pub fn country(&self, code: CountryCode) -> Option<&CountryInfo> {
        self.countries.binary_search_by_key(&code, |c| c.code).ok().map(|i| &self.countries[i])
    }

    /// The short English name of the state with that code: "CU" is "Cuba".
    pub fn country_name(&self, code: &str) -> Option<&'static str> {
        self.country(code.parse().ok()?).map(|c| c.name)
    }

    /// Every state, by code.
    pub fn countries(&self) -> &[CountryInfo] {
        &self.countries
    }

    /// The longest name that begins with the first of `words`, and how many of them it takes. The words may be a tokenizer's
    /// (`Guinea`, `-`, `Bissau`; `People`, `'s`) or simply those between spaces; an article is no part of a name.
    pub fn longest_match(&self, words: &[&str]) -> Option<(usize, Entry<'_>)> {
        self.table.longest_of_words(words)
    }

    /// All names in a text, leftmost first and longest, on word boundaries, without overlap; O(bytes).
    pub fn scan(&self, text: &str) -> Vec<Match<'_>> {
        scan::scan(&self.table, text)
    }
}

#[cfg(test)]
mod tests;
