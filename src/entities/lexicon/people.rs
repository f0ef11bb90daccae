//! What a pack knows of people who are only described, and of groups of them.

use super::{Lexicon, phrase};
use crate::language::Doc;

impl Lexicon {
    /// True for an office behind another's: "**deputy** prime minister", "**vice** president".
    pub fn is_lesser(&self, title: &str) -> bool {
        let full = self.abbreviation(title).unwrap_or(title).to_lowercase();
        full.split([' ', '-']).any(|word| self.lesser.contains(word))
    }

    /// A singular noun for somebody who is only described: "customer", "source".
    pub fn is_described(&self, lemma: &str) -> bool {
        self.described.contains(lemma)
    }

    /// A noun for people by its ending: "environmentalist".
    pub fn is_people(&self, lemma: &str) -> bool {
        self.people_endings.iter().any(|e| lemma.len() > e.len() + 1 && lemma.ends_with(e.as_str()))
    }

    /// Such a noun in the plural: "the Conservatives".
    pub fn are_partisans(&self, doc: &Doc, t: usize) -> bool {
        // "the **Greens**", which the tagger may take for one
        let one = || doc.word(t).strip_suffix('s').is_some_and(|one| self.partisans.contains(one));
        let several = || self.partisans.iter().any(|p| p.eq_ignore_ascii_case(&phrase(doc, t, t)));
        doc.word(t).starts_with(char::is_uppercase) && (one() || doc.is_plural(t) && several())
    }

    /// Such a noun that is written with a capital: "Republican".
    pub fn is_partisan(&self, word: &str) -> bool {
        self.partisans.contains(word)
    }

    /// Such a noun, or an office, that bodies are called by too: beside a name it does not tell that the name is somebody's.
    pub fn is_body_too(&self, lemma: &str) -> bool {
        self.bodies_too.contains(lemma)
    }

    /// A noun for kin, friends and people as such: it says no office.
    pub fn is_kin(&self, lemma: &str) -> bool {
        self.kin.contains(lemma)
    }

    /// A noun for one of somebody's family.
    pub fn is_family(&self, lemma: &str) -> bool {
        self.family.contains(lemma)
    }

    /// A noun whose plural is a group of people.
    pub fn is_group(&self, lemma: &str) -> bool {
        self.groups.contains(lemma)
    }

    /// A noun that is people behind a word that tells of which kind: "union **figures**", not "growth figures".
    pub fn are_people_of_kind(&self, doc: &Doc, noun: usize) -> bool {
        let tells = |m: usize| self.people_of_kind.contains(&doc.lemma(m).to_lowercase());
        self.people_of.contains(doc.lemma(noun)) && doc.modifiers(noun).any(tells)
    }

    /// A noun that is a body of people in the singular: "delegation".
    pub fn is_collective(&self, lemma: &str) -> bool {
        self.collectives.contains(lemma)
    }
}
