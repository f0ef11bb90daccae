//! What a pack knows of offices, groups, bodies and pronouns, read from `data/<language>/`.

mod bodies;
mod companies;
mod fields;
mod offices;
mod people;

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::ties::Ties;
use crate::{
    language::Doc,
    text::{Span, Tok},
};
use companies::Companies;

#[derive(Deserialize)]
struct TitlesFile {
    heads: Heads,
    abbreviations: HashMap<String, String>,
    inside: Inside,
    stands_for: HashMap<String, Vec<String>>,
    country: HashMap<String, String>,
    home: HashMap<String, String>,
    sole: Words,
    alone: Words,
    portfolio: Portfolio,
    party: Words,
    gender: GenderWords,
    counterpart: Counterpart,
    honorific: Words,
    capitalized: Words,
    succession: Succession,
}
#[derive(Deserialize)]
struct Counterpart {
    heads: Vec<String>,
    elsewhere: HashMap<String, String>,
}
#[derive(Deserialize)]
struct Portfolio {
    heads: Vec<String>,
    fields: Vec<String>,
}
#[derive(Deserialize)]
struct Succession {
    before: Vec<String>,
    after: Vec<String>,
}
#[derive(Deserialize)]
struct Heads {
    state: Vec<String>,
    legislature: Vec<String>,
    body: Vec<String>,
    address: Vec<String>,
}
#[derive(Deserialize)]
struct Inside {
    rank: Vec<String>,
    lesser: Vec<String>,
    time_former: Vec<String>,
    time_coming: Vec<String>,
    field: Vec<String>,
}
#[derive(Deserialize)]
struct GenderWords {
    female: Vec<String>,
    male: Vec<String>,
}
#[derive(Deserialize)]
struct Words {
    #[serde(alias = "words")]
    heads: Vec<String>,
}
#[derive(Deserialize)]
struct GroupsFile {
    heads: Vec<String>,
    collective: Vec<String>,
    pair: Vec<String>,
    definite: Vec<String>,
    indefinite: Vec<String>,
    genitive: Vec<String>,
    described: Vec<String>,
    nobody: Vec<String>,
    partisans: Vec<String>,
    people_endings: Vec<String>,
    thing_endings: Vec<String>,
    bodies_too: Vec<String>,
    people_of: Vec<String>,
    people_of_kind: Vec<String>,
    family: Vec<String>,
    kin: Vec<String>,
    stands_for_two: StandsForTwo,
}
#[derive(Deserialize)]
struct StandsForTwo {
    persons: Vec<String>,
    sides: Vec<String>,
}
#[derive(Deserialize)]
struct OrganizationsFile {
    last: Vec<String>,
    first: Vec<String>,
    only_in_names: Vec<String>,
    government: Vec<String>,
    movements: Vec<String>,
    stances: Vec<String>,
    own_state: Vec<String>,
    generic: Vec<String>,
    before: Vec<String>,
    before_endings: Vec<String>,
    not_before: Vec<String>,
    of_goods: Vec<String>,
    of_state: Vec<String>,
    companies: Companies,
    no_bodies: Vec<String>,
    represents: Vec<String>,
}
#[derive(Deserialize)]
struct PronounsFile {
    male: Words,
    female: Words,
    thing: Words,
    plural: Words,
    surnames: Words,
    who: Words,
}

/// Male or female, where a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he", "king".
    Male,
    /// "she", "queen".
    Female,
}

/// Whom a pronoun can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PronounKind {
    /// "he", "she".
    Person(Gender),
    /// "it".
    Thing,
    /// "they".
    Plural,
}

/// Whom "the two …" stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PairKind {
    /// "the two leaders".
    Persons,
    /// "both sides".
    Sides,
}

/// An office's head at some token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeHead {
    /// The tokens of the head.
    pub tokens: Span<Tok>,
    /// The head in singular and lower case, "prime minister".
    pub head: String,
}

/// What a pack knows of offices, groups, bodies and pronouns.
#[derive(Debug)]
pub struct Lexicon {
    offices: HashSet<String>,
    state_offices: HashSet<String>,
    address: HashSet<String>,
    abbreviations: HashMap<String, String>,
    inside: HashSet<String>,
    former: HashSet<String>,
    coming: HashSet<String>,
    stands_for: HashMap<String, Vec<String>>,
    countries: HashMap<String, String>,
    home: HashMap<String, String>,
    sole: HashSet<String>,
    genders: HashMap<String, Gender>,
    counterparts: HashSet<String>,
    honorifics: HashSet<String>,
    capitalized: HashSet<String>,
    surnames_too: HashSet<String>,
    elsewhere: HashMap<String, String>,
    lesser: HashSet<String>,
    offices_alone: HashSet<String>,
    groups: HashSet<String>,
    collectives: HashSet<String>,
    pair: HashSet<String>,
    definite: HashSet<String>,
    indefinite: HashSet<String>,
    genitive: HashSet<String>,
    described: HashSet<String>,
    partisans: HashSet<String>,
    people_endings: Vec<String>,
    thing_endings: Vec<String>,
    bodies_too: HashSet<String>,
    people_of: HashSet<String>,
    people_of_kind: HashSet<String>,
    family: HashSet<String>,
    kin: HashSet<String>,
    predecessors: HashSet<String>,
    successors: HashSet<String>,
    pairs_of_persons: HashSet<String>,
    pairs_of_sides: HashSet<String>,
    body_last: HashSet<String>,
    body_first: HashSet<String>,
    governments: HashSet<String>,
    movements: HashSet<String>,
    stances: HashSet<String>,
    own_states: HashSet<String>,
    body_names: HashSet<String>,
    generic_bodies: HashSet<String>,
    before_endings: Vec<String>,
    not_before: HashSet<String>,
    before_bodies: HashSet<String>,
    of_goods: HashSet<String>,
    bodies_of_state: HashSet<String>,
    portfolios: HashSet<String>,
    fields: HashSet<String>,
    party_heads: HashSet<String>,
    who: HashSet<String>,
    pronouns: HashMap<String, PronounKind>,
    no_bodies: HashSet<String>,
    represents: HashSet<String>,
    /// By what a company is told.
    pub companies: Companies,
    /// What ties somebody to a side.
    pub ties: Ties,
}

impl Lexicon {
    /// Reads a pack's five files.
    pub fn read(titles: &str, groups: &str, organizations: &str, pronouns: &str, ties: &str) -> Result<Self, toml::de::Error> {
        let t: TitlesFile = toml::from_str(titles)?;
        let g: GroupsFile = toml::from_str(groups)?;
        let o: OrganizationsFile = toml::from_str(organizations)?;
        let p: PronounsFile = toml::from_str(pronouns)?;
        let set = |words: Vec<String>| words.into_iter().collect::<HashSet<_>>();
        let mut genders = HashMap::new();
        genders.extend(t.gender.female.into_iter().map(|w| (w, Gender::Female)));
        genders.extend(t.gender.male.into_iter().map(|w| (w, Gender::Male)));
        let mut pronouns = HashMap::new();
        for (words, kind) in [
            (p.male, PronounKind::Person(Gender::Male)),
            (p.female, PronounKind::Person(Gender::Female)),
            (p.thing, PronounKind::Thing),
            (p.plural, PronounKind::Plural),
        ] {
            pronouns.extend(words.heads.into_iter().map(|w| (w, kind)));
        }
        // a group's noun in the singular is one of its people, unless it is a body by itself
        let body_last: HashSet<String> = o.last.into_iter().chain(o.only_in_names.iter().cloned()).collect();
        let collective = |w: &&String| g.collective.contains(w) || body_last.contains(*w) || o.generic.contains(w);
        let described = g.described.iter().chain(g.heads.iter().filter(|w| !collective(w) && !g.nobody.contains(w))).cloned().collect();
        Ok(Self {
            state_offices: t.heads.state.iter().chain(&t.heads.legislature).cloned().collect(),
            offices: t.heads.state.into_iter().chain(t.heads.legislature).chain(t.heads.body).collect(),
            address: set(t.heads.address),
            abbreviations: t.abbreviations,
            inside: t.inside.rank.into_iter().chain(t.inside.field).collect(),
            lesser: set(t.inside.lesser),
            offices_alone: set(t.alone.heads),
            former: set(t.inside.time_former),
            coming: set(t.inside.time_coming),
            stands_for: t.stands_for,
            countries: t.country,
            home: t.home,
            sole: set(t.sole.heads),
            genders,
            counterparts: set(t.counterpart.heads),
            honorifics: set(t.honorific.heads),
            capitalized: set(t.capitalized.heads),
            surnames_too: p.surnames.heads.into_iter().collect(),
            elsewhere: t.counterpart.elsewhere,
            groups: set(g.heads),
            collectives: set(g.collective),
            pair: set(g.pair),
            definite: set(g.definite),
            indefinite: set(g.indefinite),
            genitive: set(g.genitive),
            described,
            partisans: set(g.partisans),
            people_endings: g.people_endings,
            thing_endings: g.thing_endings,
            bodies_too: set(g.bodies_too),
            people_of: set(g.people_of),
            people_of_kind: set(g.people_of_kind),
            kin: set(g.kin),
            family: set(g.family),
            predecessors: set(t.succession.before),
            successors: set(t.succession.after),
            pairs_of_persons: set(g.stands_for_two.persons),
            pairs_of_sides: set(g.stands_for_two.sides),
            body_last,
            body_first: set(o.first),
            body_names: set(o.only_in_names),
            governments: set(o.government),
            movements: set(o.movements),
            stances: set(o.stances),
            own_states: set(o.own_state),
            generic_bodies: set(o.generic),
            before_bodies: set(o.before),
            before_endings: o.before_endings,
            not_before: set(o.not_before),
            of_goods: set(o.of_goods),
            bodies_of_state: set(o.of_state),
            portfolios: set(t.portfolio.heads),
            fields: set(t.portfolio.fields),
            party_heads: set(t.party.heads),
            who: set(p.who.heads),
            pronouns,
            no_bodies: set(o.no_bodies),
            represents: set(o.represents),
            companies: o.companies,
            ties: Ties::read(ties)?,
        })
    }

    /// A word that is an office by itself: "Minister".
    pub fn is_office_word(&self, word: &str) -> bool {
        self.offices.contains(&word.to_lowercase())
    }

    /// True for the head of an office that speaks for a state or one of its powers.
    pub fn is_state_office(&self, head: &str) -> bool {
        self.state_offices.contains(head)
    }

    /// "Mr.", "Dr", "Sen.".
    pub fn is_address(&self, word: &str) -> bool {
        self.address.contains(word.to_lowercase().trim_end_matches('.'))
    }

    /// "Sen." in full.
    pub fn abbreviation(&self, word: &str) -> Option<&str> {
        self.abbreviations.get(word.to_lowercase().trim_end_matches('.')).map(String::as_str)
    }

    /// A word that stands inside titles: a rank or a field.
    pub fn is_inside_title(&self, word: &str) -> bool {
        self.inside.contains(&word.to_lowercase())
    }

    /// "former", "then-".
    pub fn is_former(&self, word: &str) -> bool {
        self.former.contains(word.to_lowercase().trim_end_matches('-'))
    }

    /// "-elect".
    pub fn is_coming(&self, word: &str) -> bool {
        self.coming.contains(&word.to_lowercase())
    }

    /// True where an office with head `said` can be one with head `held`: the same, or one that the first stands for.
    pub fn may_stand_for(&self, said: &str, held: &str) -> bool {
        said == held
            || held.ends_with(said) && held[..held.len() - said.len()].ends_with(' ')
            || self.stands_for.get(said).is_some_and(|heads| heads.iter().any(|h| h == held))
    }

    /// The state whose office it is when the text names none: by the whole title ("House speaker"), or by its head.
    pub fn country_of_office(&self, title: &str, head: &str) -> Option<&str> {
        self.countries.get(&title.to_lowercase()).or_else(|| self.countries.get(head)).map(String::as_str)
    }

    /// The state at home in which a word is used: "Tory".
    pub fn home_word(&self, word: &str) -> Option<&str> {
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        self.home.get(&word.to_lowercase()).map(String::as_str)
    }

    /// "predecessor": who had the office before.
    pub fn is_predecessor(&self, lemma: &str) -> bool {
        self.predecessors.contains(lemma)
    }

    /// "successor": who has it now.
    pub fn is_successor(&self, lemma: &str) -> bool {
        self.successors.contains(lemma)
    }

    /// True for the head of an office that one person at a time holds in a state.
    pub fn is_sole_office(&self, head: &str) -> bool {
        self.sole.contains(head)
    }

    /// What the last word of an office or a form of address tells of its holder.
    pub fn gender_of(&self, head: &str) -> Option<Gender> {
        let head = head.to_lowercase();
        self.genders.get(head.trim_end_matches('.')).or_else(|| self.genders.get(head.rsplit(' ').next()?)).copied()
    }

    /// What a person's given name tells, where there is a surname behind it.
    pub fn gender_of_name(&self, name: &str) -> Option<Gender> {
        let (given, _) = name.split_once(' ')?;
        crate::gazetteer::is_male(given).map(|male| if male { Gender::Male } else { Gender::Female })
    }

    /// What an office is called that in one state has a name of its own, in any other: a secretary of state's counterpart is a foreign
    /// minister.
    pub fn office_elsewhere(&self, head: &str) -> Option<&str> {
        self.elsewhere.get(head).map(String::as_str)
    }

    /// "counterpart".
    pub fn is_counterpart(&self, lemma: &str) -> bool {
        self.counterparts.contains(lemma)
    }

    /// A noun for a thing by its ending, which is nobody's occupation: "initiative".
    pub fn is_thing(&self, lemma: &str) -> bool {
        self.thing_endings.iter().any(|e| lemma.ends_with(e.as_str()))
    }

    /// "two", "both".
    pub fn is_pair(&self, word: &str) -> bool {
        self.pair.contains(&word.to_lowercase())
    }

    /// "the", "his": points at one spoken of before.
    pub fn is_definite(&self, word: &str) -> bool {
        self.definite.contains(&word.to_lowercase())
    }

    /// "a", "another": brings somebody new.
    pub fn is_indefinite(&self, word: &str) -> bool {
        self.indefinite.contains(&word.to_lowercase())
    }

    /// "'s".
    pub fn is_genitive(&self, word: &str) -> bool {
        self.genitive.contains(word)
    }

    /// What "the two …" or "both …" with this noun stands for.
    pub fn pair(&self, lemma: &str) -> Option<PairKind> {
        if self.pairs_of_persons.contains(lemma) {
            Some(PairKind::Persons)
        } else {
            self.pairs_of_sides.contains(lemma).then_some(PairKind::Sides)
        }
    }

    /// True for a word that, whatever its capital, is nobody's name alone: a form of address ("Datuk"), or a noun that press releases
    /// write so ("the Summit").
    pub fn is_no_name(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.honorifics.contains(&word) || self.capitalized.contains(&word)
    }

    /// True for a pronoun that, with a capital amid a sentence, is a surname: "Vice Premier **He** Lifeng".
    pub fn is_surname_too(&self, word: &str) -> bool {
        self.surnames_too.contains(word)
    }

    /// True for a title that tells what its holder is over: "head **of diplomacy**".
    pub fn has_complement(&self, title: &str) -> bool {
        title.split_whitespace().skip(1).any(|word| self.ties.tells_side(word))
    }

    /// True for the head of an office that parties have.
    pub fn leads_party(&self, head: &str) -> bool {
        self.party_heads.contains(head)
    }

    /// A relative pronoun that stands for people only.
    pub fn is_who(&self, word: &str) -> bool {
        self.who.contains(&word.to_lowercase())
    }

    /// Whom a pronoun can stand for.
    pub fn pronoun(&self, word: &str) -> Option<PronounKind> {
        self.pronouns.get(&word.to_lowercase()).copied()
    }
}

/// Tokens `start..=last` in lower case, the last in singular.
fn phrase(doc: &Doc, start: usize, last: usize) -> String {
    let mut text = doc.words(Span::new(start, last + 1)).to_lowercase();
    if doc.is_plural(last) && doc.lemma(last).is_ascii() {
        let word = doc.word(last).to_lowercase();
        text.truncate(text.len() - word.len().min(text.len()));
        let lemma = doc.lemma(last).to_lowercase();
        // a name's lemma keeps its plural: "Senators"
        if lemma == word { text.push_str(word.trim_end_matches('s')) } else { text.push_str(&lemma) }
    }
    text
}
