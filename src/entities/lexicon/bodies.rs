//! What a pack knows of bodies: how their names begin and end, what they are spoken of by.

use super::Lexicon;

impl Lexicon {
    /// True where a body's name can end with this word: "Ministry".
    pub fn ends_body(&self, word: &str) -> bool {
        self.body_last.contains(word.to_lowercase().trim_end_matches('.'))
    }

    /// A noun by which a body is told of without a name: "the **ministry**", not "the gas".
    pub fn describes_body(&self, lemma: &str) -> bool {
        self.body_last.contains(lemma) && !self.body_names.contains(lemma) || self.generic_bodies.contains(lemma)
    }

    /// An abbreviation of a thing: "LNG", whatever its capitals.
    pub fn is_no_body(&self, name: &str) -> bool {
        // "SM met": an office, by its abbreviation alone
        self.no_bodies.contains(name) || self.offices_alone.contains(name) || is_model(name)
    }

    /// True where a body's name can begin with this word before "of": "Bank of …".
    pub fn begins_body(&self, word: &str) -> bool {
        self.body_first.contains(&word.to_lowercase())
    }

    /// A noun for a body that is also what somebody is against or for: "Vestra's **opposition**".
    pub fn is_stance(&self, lemma: &str) -> bool {
        self.stances.contains(lemma)
    }

    /// A noun that stands for a state: "government".
    pub fn is_government(&self, lemma: &str) -> bool {
        self.governments.contains(lemma)
    }

    /// A noun behind the name of those who are in it: "the Greens **party**".
    pub fn is_movement(&self, lemma: &str) -> bool {
        self.movements.contains(lemma)
    }

    /// A noun that stands for the state of whose it is: "his **country**".
    pub fn is_own_state(&self, lemma: &str) -> bool {
        self.own_states.contains(lemma)
    }

    /// A noun by which a body is spoken of again: "the company".
    pub fn is_generic_body(&self, lemma: &str) -> bool {
        self.generic_bodies.contains(lemma)
    }

    /// A noun that stands right before a body's name: "the grid **operator** X".
    pub fn introduces_body(&self, lemma: &str) -> bool {
        let ends = || self.before_endings.iter().any(|e| lemma.len() > e.len() && lemma.ends_with(e.as_str()));
        self.before_bodies.contains(lemma) || ends() && !self.not_before.contains(lemma)
    }

    /// Such a noun behind what a body makes or sells: "the iPhone **maker**".
    pub fn tells_goods(&self, lemma: &str) -> bool {
        self.of_goods.contains(lemma)
    }

    /// "a union **representing** pilots": a verb by which a body is told by whom it speaks for.
    pub fn represents(&self, lemma: &str) -> bool {
        self.represents.contains(lemma)
    }

    /// True where a body's name or a title holds a word for a body that states have: "Transport Ministry", "police".
    pub fn names_state_body(&self, text: &str) -> bool {
        text.split([' ', '-']).any(|w| self.bodies_of_state.contains(&w.to_lowercase()))
    }
}

/// "F-16s", "S-400": what is made in a series goes by a letter or two and a number. Bodies that do so ("G-20") the gazetteer knows.
fn is_model(name: &str) -> bool {
    let Some((letters, number)) = name.split_once('-') else { return false };
    let digits = number.strip_suffix('s').unwrap_or(number);
    letters.len() <= LETTERS
        && letters.starts_with(|c: char| c.is_ascii_uppercase())
        && letters.chars().all(|c| c.is_ascii_alphabetic())
        && digits.len() > 1
        && digits.chars().all(|c| c.is_ascii_digit())
}

/// How many letters such a name has at most: "MiG-29".
const LETTERS: usize = 3;
