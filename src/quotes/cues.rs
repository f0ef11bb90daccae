//! The pack's cues of speech, read from `data/<language>/cues.toml`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::{
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    verbs: Vec<Group>,
    relay: Lemmas,
    adpositions: Phrases,
    nouns: Nouns,
    documents: Lemmas,
    issuing: Lemmas,
    back: Words,
    carriers: Lemmas,
    references: Words,
    complements: Words,
    terms: Terms,
    narrators: Words,
    persons: Words,
}
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    takes: Vec<Takes>,
    lemmas: Vec<String>,
}
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Takes {
    Marks,
    Clause,
    Wording,
    Hearer,
    Deed,
    Charge,
    Matter,
    Thought,
    Finding,
    Loose,
}
#[derive(Deserialize)]
struct Lemmas {
    lemmas: HashSet<String>,
}
#[derive(Deserialize)]
struct Phrases {
    phrases: Vec<String>,
}
#[derive(Deserialize)]
struct Nouns {
    lemmas: HashSet<String>,
    sources: HashSet<String>,
}
#[derive(Deserialize)]
struct Terms {
    before: HashSet<String>,
    works: HashSet<String>,
}
#[derive(Deserialize)]
struct Words {
    words: HashSet<String>,
}

/// How a verb takes what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    /// Words in marks are its complement.
    pub marks: bool,
    /// A reported clause is its complement.
    pub clause: bool,
    /// Its object is who is spoken to.
    pub hearer: bool,
    /// An infinitive is what was promised or asked for: "promised **to come**", "urged **him to come**".
    pub deed: bool,
    /// What is said of its object is told with the object: "accused **him of lying**".
    pub charge: bool,
    /// Its object is what was said: "called for **a new bridge**".
    pub matter: bool,
    /// A clause is what its subject holds to be so: "believes **that …**".
    pub thought: bool,
    /// A clause is told by its subject where that is a document: "the poll shows **that …**".
    pub finding: bool,
    /// Words in marks beside it are its subject's own only where nobody is told to say the whole: "**X** said that Y gave them '…'".
    pub loose: bool,
}

impl Manner {
    /// What either takes.
    fn and(self, other: Self) -> Self {
        Self {
            marks: self.marks || other.marks,
            clause: self.clause || other.clause,
            hearer: self.hearer || other.hearer,
            deed: self.deed || other.deed,
            charge: self.charge || other.charge,
            matter: self.matter || other.matter,
            thought: self.thought || other.thought,
            finding: self.finding || other.finding,
            loose: self.loose || other.loose,
        }
    }
}

/// What a pack knows of cues.
#[derive(Debug)]
pub struct Cues {
    verbs: HashMap<String, Manner>,
    relays: HashSet<String>,
    adpositions: Vec<Vec<String>>,
    nouns: HashSet<String>,
    sources: HashSet<String>,
    documents: HashSet<String>,
    issuing: HashSet<String>,
    back: HashSet<String>,
    carriers: HashSet<String>,
    references: HashSet<String>,
    complements: HashSet<String>,
    before_terms: HashSet<String>,
    works: HashSet<String>,
    narrators: HashSet<String>,
    persons: HashSet<String>,
}

impl Cues {
    /// Reads a pack's `cues.toml`.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let mut verbs: HashMap<String, Manner> = HashMap::new();
        for group in file.verbs {
            for lemma in group.lemmas {
                let manner = verbs.entry(lemma).or_default();
                for takes in &group.takes {
                    match takes {
                        Takes::Marks => manner.marks = true,
                        Takes::Clause => manner.clause = true,
                        Takes::Hearer => manner.hearer = true,
                        Takes::Deed => manner.deed = true,
                        Takes::Charge => manner.charge = true,
                        Takes::Matter => manner.matter = true,
                        Takes::Thought => manner.thought = true,
                        Takes::Finding => manner.finding = true,
                        Takes::Loose => manner.loose = true,
                        Takes::Wording => {}
                    }
                }
            }
        }
        Ok(Self {
            verbs,
            relays: file.relay.lemmas,
            adpositions: file.adpositions.phrases.iter().map(|p| p.split(' ').map(str::to_owned).collect()).collect(),
            nouns: file.nouns.lemmas,
            sources: file.nouns.sources,
            documents: file.documents.lemmas,
            issuing: file.issuing.lemmas,
            back: file.back.words,
            carriers: file.carriers.lemmas,
            references: file.references.words,
            complements: file.complements.words,
            before_terms: file.terms.before,
            works: file.terms.works,
            narrators: file.narrators.words,
            persons: file.persons.words,
        })
    }

    /// How the verb at `t` takes what is said, with its particle or adposition where the pack knows it with one; none where it is no cue.
    pub fn verb(&self, doc: &Doc, t: usize) -> Option<Manner> {
        if doc.tokens[t].pos != Pos::Verb {
            return None;
        }
        let lemma = doc.lemma(t);
        let phrase = |p: usize| self.verbs.get(&format!("{lemma} {}", doc.lemma(p))).copied();
        let beside =
            |relation: Relation| Some(t + 1).filter(|&a| a < doc.len() && doc.tokens[a].relation == relation && doc.tokens[a].head == t);
        let particle = doc.particle(t).or_else(|| beside(Relation::AdverbModifier));
        if let Some(manner) = particle.and_then(phrase) {
            return Some(manner);
        }
        let alone = self.verbs.get(lemma).copied();
        // an adposition adds to what the verb takes by itself: "warned of", "called on"
        let with = beside(Relation::Preposition).and_then(phrase);
        alone.zip(with).map(|(a, w)| a.and(w)).or(alone).or(with)
    }

    /// A verb whose object is the one who speaks: "**quoted** her as saying".
    pub fn is_relay(&self, lemma: &str) -> bool {
        self.relays.contains(lemma)
    }

    /// The words of a source adposition that begins at token `t`: "according to".
    pub fn adposition_at(&self, doc: &Doc, t: usize) -> Option<Span<Tok>> {
        self.adpositions.iter().find_map(|phrase| {
            let end = t + phrase.len();
            let same = end <= doc.len() && phrase.iter().zip(t..end).all(|(w, i)| doc.word(i).eq_ignore_ascii_case(w));
            same.then(|| Span::new(t, end))
        })
    }

    /// A noun for what is said: "statement".
    pub fn is_noun(&self, lemma: &str) -> bool {
        self.nouns.contains(lemma) || lemma.chars().any(char::is_uppercase) && self.nouns.contains(&lemma.to_lowercase())
    }

    /// An adposition that brings who said it behind such a noun: "by".
    pub fn is_source(&self, lemma: &str) -> bool {
        self.sources.contains(lemma)
    }

    /// A noun for what holds findings: "poll".
    pub fn is_document(&self, lemma: &str) -> bool {
        self.documents.contains(lemma)
    }

    /// A verb by which one brings out what is said: "**issued** a statement".
    pub fn issues(&self, lemma: &str) -> bool {
        self.issuing.contains(lemma)
    }

    /// A determiner that points at what was told of before: "**the** statement".
    pub fn points_back(&self, word: &str) -> bool {
        self.back.contains(&word.to_lowercase())
    }

    /// A word by which a clause refers to who says what its sentence tells: "**as** the bank said".
    pub fn is_reference(&self, word: &str) -> bool {
        self.references.contains(&word.to_lowercase())
    }

    /// An adposition that brings what is said of an object: "accused him **of** lying".
    pub fn is_complement(&self, word: &str) -> bool {
        self.complements.contains(word)
    }

    /// A verb behind which an infinitive still reports: "**went** on to say".
    pub fn is_carrier(&self, lemma: &str) -> bool {
        self.carriers.contains(lemma)
    }

    /// Words right before marks that make a term or title of what they hold.
    pub fn makes_term(&self, words: &str) -> bool {
        self.before_terms.contains(&words.to_lowercase())
    }

    /// A noun for a work, whose title stands in marks.
    pub fn is_work(&self, lemma: &str) -> bool {
        self.works.contains(lemma)
    }

    /// "I", "we": whoever writes.
    pub fn is_narrator(&self, word: &str) -> bool {
        self.narrators.contains(&word.to_lowercase())
    }

    /// "he", "she".
    pub fn is_personal(&self, word: &str) -> bool {
        self.persons.contains(&word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{budget::Budget, language::Engine, text::View};

    fn english() -> Cues {
        Cues::read(include_str!("../../data/en/cues.toml")).expect("the English cues read")
    }

    fn parsed(text: &str) -> Doc {
        let view = View::verbatim(text, 0);
        Engine::english().expect("the embedded model reads").parse(&[&view], &Budget::unlimited()).docs.remove(0)
    }

    #[test]
    fn a_verb_takes_what_its_groups_say() {
        let cues = english();
        let doc = parsed("She told him that they had pointed out the way and built a house.");
        let manner = |word: &str| (0..doc.len()).find(|&t| doc.word(t) == word).and_then(|t| cues.verb(&doc, t));
        assert_eq!(manner("told"), Some(Manner { marks: true, clause: true, hearer: true, deed: true, ..Manner::default() }));
        assert_eq!(manner("pointed"), Some(Manner { marks: true, clause: true, ..Manner::default() }));
        assert_eq!(manner("built"), None);
        assert_eq!(manner("house"), None);
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let wrong = Cues::read("[[verbs]]\ntakes = [\"marks\"]\nlemas = [\"say\"]\n").expect_err("a misspelt key");
        assert!(wrong.to_string().contains("lemas"), "{wrong}");
    }
}
