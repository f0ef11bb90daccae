//! Who is named in a passage: states by the gazetteer, people by their office, their given name, two capitals, or because the article
//! named them in full.

use std::collections::HashMap;

use super::lexicon::{self, Lexicon};
use crate::{
    gazetteer::{self, CountryCode, Gazetteer},
    language::Doc,
    text::{Span, Tok, fold},
};

/// How many words stand between an office and the name at most.
const OFFICE: usize = 10;
/// How many words a name has at most.
const LONGEST: usize = 6;
/// Months cut to so few letters are given names too: "Jan".
const SHORT: usize = 3;

/// Somebody named.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The words, office and all.
    pub tokens: Span<Tok>,
    /// The name alone.
    pub name: Span<Tok>,
    /// What.
    pub who: Who,
    /// The office told here.
    pub title: Option<String>,
    /// The state that words at the name or office tell.
    pub country: Option<CountryCode>,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// A person, by number.
    Person(usize),
    /// A state.
    State(CountryCode),
}

/// How many who share a word of their names are compared: no article that people write has more of one name.
const MOST_NAMESAKES: usize = 64;

/// The people of an article, by the words of their names.
#[derive(Debug, Default)]
pub struct People {
    names: Vec<(String, Vec<String>)>,
    by_word: HashMap<String, Vec<usize>>,
}

impl People {
    /// Adds a name; the number of whoever bears it. A part of one known, or a fuller form of it, is that one's.
    pub fn add(&mut self, name: &str) -> usize {
        let words: Vec<String> = name.split_whitespace().map(fold).collect();
        let same = |known: &[String]| part_of(&words, known) || part_of(known, &words);
        let candidates: Vec<usize> = words.iter().filter_map(|w| self.by_word.get(w)).flatten().copied().collect();
        if let Some(i) = candidates.into_iter().find(|&i| same(&self.names[i].1)) {
            if words.len() > self.names[i].1.len() {
                self.index(i, &words);
                self.names[i] = (name.to_owned(), words);
            }
            return i;
        }
        self.names.push((name.to_owned(), words.clone()));
        self.index(self.names.len() - 1, &words);
        self.names.len() - 1
    }

    fn index(&mut self, i: usize, words: &[String]) {
        for w in words {
            let list = self.by_word.entry(w.clone()).or_default();
            if list.len() < MOST_NAMESAKES && !list.contains(&i) {
                list.push(i);
            }
        }
    }

    /// The fullest form of a name.
    pub fn name(&self, i: usize) -> &str {
        &self.names[i].0
    }

    /// The one person whose name begins with the words at a token, or has one of them as its surname; how many words that takes.
    fn at(&self, doc: &Doc, token: usize, end: usize) -> Option<(usize, usize)> {
        let first = fold(doc.word(token));
        let candidates = self.by_word.get(&first)?;
        for n in (1..=LONGEST.min(end - token)).rev() {
            let words: Vec<String> = (token..token + n).map(|t| fold(doc.word(t))).collect();
            let given_name = n == 1 && gazetteer::is_male(&first).is_some();
            let mut fits = candidates.iter().filter(|&&i| part_of(&words, &self.names[i].1) && (!given_name || self.names[i].1.len() == 1));
            if let (Some(&i), None) = (fits.next(), fits.next()) {
                return Some((i, n));
            }
        }
        None
    }
}

/// True where the words stand in the name, side by side.
fn part_of(words: &[String], name: &[String]) -> bool {
    !words.is_empty() && name.windows(words.len()).any(|w| w == words)
}

/// Reads passages in one language.
pub struct Reader<'a> {
    /// Its code.
    pub language: &'a str,
    /// Its words.
    pub lexicon: &'static Lexicon,
}

impl Reader<'_> {
    /// Names of people that the passage gives in full or with an office: what later, shorter mentions are known by.
    pub fn introduce(&self, doc: &Doc, people: &mut People) {
        let mut at = 0;
        while at < doc.len() {
            let end = doc.sentence_of(at).end;
            match self.titled(doc, at, end).map(|(_, name, ..)| name).or_else(|| self.in_full(doc, at, end)) {
                Some(name) => {
                    people.add(doc.words(name));
                    at = name.end;
                }
                None => at += 1,
            }
        }
    }

    /// Everybody named in a passage, in order.
    pub fn scan(&self, doc: &Doc, people: &mut People) -> Vec<Named> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < doc.len() {
            let end = doc.sentence_of(at).end;
            let named = self.titled(doc, at, end).map(|(title, name, country)| Named {
                tokens: Span::new(at, name.end),
                name,
                who: Who::Person(people.add(doc.words(name))),
                title: Some(doc.words(title).to_owned()),
                country: country.or_else(|| self.side_before(doc, at)),
            });
            let named = named.or_else(|| self.bare(doc, at, end, people));
            match named {
                Some(n) => {
                    at = n.tokens.end;
                    found.push(n);
                }
                None => at += 1,
            }
        }
        found
    }

    fn bare(&self, doc: &Doc, at: usize, end: usize, people: &mut People) -> Option<Named> {
        if let Some((i, n)) = people.at(doc, at, end).filter(|_| is_capital(doc, at)) {
            let name = Span::new(at, at + n);
            let (title, country) = self.title_behind(doc, name.end, end).unzip();
            return Some(Named { tokens: name, name, who: Who::Person(i), title, country: country.flatten() });
        }
        if let Some((code, n)) = self.state(doc, at, end) {
            let name = Span::new(at, at + n);
            return Some(Named { tokens: name, name, who: Who::State(code), title: None, country: Some(code) });
        }
        let name = self.in_full(doc, at, end)?;
        let (title, country) = self.title_behind(doc, name.end, end).unzip();
        Some(Named { tokens: name, name, who: Who::Person(people.add(doc.words(name))), title, country: country.flatten() })
    }

    /// "el presidente de Cuba, Ana Ruiz", "le Premier ministre arménien X": the office, the name, the state of the office.
    fn titled(&self, doc: &Doc, at: usize, end: usize) -> Option<(Span<Tok>, Span<Tok>, Option<CountryCode>)> {
        let names = &self.lexicon.words.names;
        let title = Span::new(at, at + self.title(doc, at, end)?);
        let (mut j, mut country) = (title.end, None);
        // "general adjunto", "de seguridad pública": so many words that are neither state nor field
        let mut plain = 1;
        let limit = end.min(title.end + OFFICE);
        while j < limit {
            let word = doc.lemma(j);
            let of = j > title.end && (names.of.contains(doc.lemma(j - 1)) || names.articles.contains(doc.lemma(j - 1)));
            if let Some(name) = self.run(doc, j, end).and_then(|name| if of { behind_field(doc, name) } else { Some(name) }) {
                return Some((title, name, country));
            }
            if let Some((code, n)) = self.state(doc, j, end) {
                country = country.or(Some(code));
                (j, plain) = (j + n, 0);
            } else if let Some(code) = self.lexicon.states.demonym(doc.word(j)) {
                country = country.or(Some(code));
                j += 1;
            } else if names.of.contains(word) {
                (j, plain) = (j + 1, 2);
            } else if names.articles.contains(word)
                || names.portfolio.contains(word)
                || of && is_capital(doc, j)
                || word == "," && j + 1 < limit && self.run(doc, j + 1, end).is_some()
            {
                j += 1;
            } else if plain > 0 && word.starts_with(char::is_alphabetic) && self.is_plain(doc, j) {
                (j, plain) = (j + 1, plain - 1);
            } else {
                return None;
            }
        }
        None
    }

    /// A lower-case word, or an abbreviation in capitals, that may stand in an office's name.
    fn is_plain(&self, doc: &Doc, t: usize) -> bool {
        let word = doc.word(t);
        let abbreviation = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        let starts = self.lexicon.forms.contains_key(doc.lemma(t));
        (abbreviation || !is_capital(doc, t) && !self.lexicon.words.names.and.contains(doc.lemma(t))) && !starts
    }

    /// How many words of an office stand at a token.
    fn title(&self, doc: &Doc, at: usize, end: usize) -> Option<usize> {
        let titles = self.lexicon.titles.get(doc.lemma(at))?;
        titles.iter().find(|t| at + t.len() <= end && t.iter().enumerate().all(|(k, w)| doc.lemma(at + k) == w)).map(Vec::len)
    }

    /// ", secretaria de Seguridad": the office behind a name, and its state.
    fn title_behind(&self, doc: &Doc, from: usize, end: usize) -> Option<(String, Option<CountryCode>)> {
        let names = &self.lexicon.words.names;
        let mut j = from + 1;
        if from >= end || doc.word(from) != "," || j >= end {
            return None;
        }
        j += usize::from(names.articles.contains(doc.lemma(j)));
        let n = (j < end).then(|| self.title(doc, j, end)).flatten()?;
        let title = doc.words(Span::new(j, j + n)).to_owned();
        let rest = (j + n..end.min(j + n + OFFICE)).take_while(|&t| doc.word(t) != ",");
        let mut country = None;
        for t in rest {
            country = self.state(doc, t, end).map(|(code, _)| code).or_else(|| self.lexicon.states.demonym(doc.word(t)));
            if country.is_some() {
                break;
            }
        }
        Some((title, country))
    }

    /// "**Russlands** Präsident", "der **chinesische** Präsident".
    fn side_before(&self, doc: &Doc, at: usize) -> Option<CountryCode> {
        let before = at.checked_sub(1)?;
        let word = doc.word(before);
        self.lexicon.states.demonym(word).or_else(|| self.lexicon.states.country_by_name(word.strip_suffix('s')?))
    }

    fn state(&self, doc: &Doc, at: usize, end: usize) -> Option<(CountryCode, usize)> {
        if !is_capital(doc, at) {
            return None;
        }
        let words: Vec<&str> = (at..end.min(at + LONGEST)).map(|t| doc.word(t)).collect();
        let (n, entry) = self.lexicon.states.longest_match(&words)?;
        entry.country().map(|code| (code, n))
    }

    /// A full name that needs no office: its first word is a given name, or, where only names have capitals, two of them stand side by side.
    fn in_full(&self, doc: &Doc, at: usize, end: usize) -> Option<Span<Tok>> {
        let name = self.run(doc, at, end).filter(|n| n.len() > 1)?;
        let given = gazetteer::is_male(doc.word(name.start)).is_some();
        let behind = || self.title_behind(doc, name.end, end).is_some();
        let capitals = !self.lexicon.words.names.nouns_have_capitals && self.names_no_thing(doc, name);
        (given || behind() || capitals).then_some(name)
    }

    fn names_no_thing(&self, doc: &Doc, name: Span<Tok>) -> bool {
        let text = doc.words(name);
        let all_capital = name.range().all(|t| is_capital(doc, t));
        Gazetteer::global().look_up(text).is_none()
            && self.lexicon.states.look_up(text).is_none()
            && all_capital
            && !name.range().any(|t| {
                let word = doc.word(t);
                word.chars().count() > 1 && word.chars().all(char::is_uppercase) || self.title(doc, t, name.end).is_some()
            })
    }

    /// The longest run of capitalised words at a token that can be a name, with small words inside it.
    fn run(&self, doc: &Doc, at: usize, end: usize) -> Option<Span<Tok>> {
        let names = &self.lexicon.words.names;
        let fits = |t: usize| {
            let word = doc.word(t);
            is_capital(doc, t)
                && !names.portfolio.contains(doc.lemma(t))
                && (word.chars().count() <= SHORT || lexicon::month(self.language, word).is_none())
                && !is_abbreviation(word)
                && !self.lexicon.words.time.weekdays.iter().any(|d| d == doc.lemma(t))
        };
        let opens = |t: usize| {
            fits(t) && !names.not.contains(doc.lemma(t)) && self.title(doc, t, end).is_none() && self.state(doc, t, end).is_none()
        };
        if !opens(at) || self.lexicon.states.demonym(doc.word(at)).is_some() {
            return None;
        }
        let mut last = at;
        let mut next = at + 1;
        while next < end && next < at + LONGEST {
            // "Lisa Monaco": a surname behind a given name
            let given = || gazetteer::is_male(doc.word(next - 1)).is_some();
            if fits(next) && (self.state(doc, next, end).is_none() || given()) {
                last = next;
            } else if !names.particles.contains(doc.lemma(next)) || is_capital(doc, next) {
                break;
            }
            next += 1;
        }
        Some(Span::new(at, last + 1))
    }
}

/// "General de **Ejército** Raúl Ruiz", "líder de la **Revolución**": what an office is of is no part of the name.
fn behind_field(doc: &Doc, name: Span<Tok>) -> Option<Span<Tok>> {
    let given = |t: usize| gazetteer::is_male(doc.word(t)).is_some();
    if given(name.start) {
        return Some(name);
    }
    name.range().skip(1).find(|&t| given(t)).map(|t| Span::new(t, name.end)).or_else(|| (name.len() > 1).then_some(name))
}

/// "OTAN", "SG".
fn is_abbreviation(word: &str) -> bool {
    (2..=5).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

/// True for a word that begins with a capital letter.
pub fn is_capital(doc: &Doc, t: usize) -> bool {
    doc.word(t).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_namesakes_few_are_compared() {
        let mut people = People::default();
        for i in 0..1000 {
            people.add(&format!("Ana Lopes{i}"));
        }
        assert_eq!(people.by_word["ana"].len(), MOST_NAMESAKES);
        assert_eq!(people.add("Ana Lopes999"), 999);
    }
}
