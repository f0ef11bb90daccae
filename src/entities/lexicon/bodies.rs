//! What a pack knows of bodies: how their names begin and end, what they are spoken of by, and what only companies have.

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

    /// True where a body's name can begin with this word before "of": "Bank of …".
    pub fn begins_body(&self, word: &str) -> bool {
        self.body_first.contains(&word.to_lowercase())
    }

    /// A noun that stands for a state: "government".
    pub fn is_government(&self, lemma: &str) -> bool {
        self.governments.contains(lemma)
    }

    /// A noun that stands for the state of whose it is: "his **country**".
    pub fn is_own_state(&self, lemma: &str) -> bool {
        self.own_states.contains(lemma)
    }

    /// What only a company has: "X's **shareholders**".
    pub fn is_of_companies(&self, lemma: &str) -> bool {
        self.of_companies.contains(lemma)
    }

    /// What can be had of a company: "a **stake** in X".
    pub fn is_part_of_company(&self, lemma: &str) -> bool {
        self.parts_of_companies.contains(lemma)
    }

    /// An adposition between such a part and the company: "a stake **in** X".
    pub fn holds_companies(&self, lemma: &str) -> bool {
        self.before_companies.contains(lemma)
    }

    /// A noun by which a body is spoken of again: "the company".
    pub fn is_generic_body(&self, lemma: &str) -> bool {
        self.generic_bodies.contains(lemma)
    }

    /// A noun that stands right before a body's name: "the grid **operator** X".
    pub fn introduces_body(&self, lemma: &str) -> bool {
        self.before_bodies.contains(lemma)
    }

    /// True where a body's name or a title holds a word for a body that states have: "Transport Ministry", "police".
    pub fn names_state_body(&self, text: &str) -> bool {
        text.split([' ', '-']).any(|w| self.bodies_of_state.contains(&w.to_lowercase()))
    }
}
