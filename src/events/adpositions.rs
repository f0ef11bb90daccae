//! `adpositions.toml`: by which words one side stands with another, whatever the noun or verb.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::slots::Slot;
use crate::language::{Doc, Pos, Relation, grammar::Oblique};

/// How many verbs over one are asked for whose aim it is.
const AIMS: usize = 3;
/// How many words of a name are passed to what is glued to it.
const LONGEST: usize = 4;

/// The slots behind those words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adpositions {
    /// "talks **with** X"
    pub with: Vec<Slot>,
    /// "talks **between** X and Y"
    pub between: Vec<Slot>,
    /// "talks **between** X and Y", "**among** X, Y and Z"
    pub of_all: Vec<Slot>,
    /// Either: what brings a side.
    pub sides: Vec<Slot>,
    /// "asked for talks **from** X"
    pub from: Vec<Slot>,
    /// "a series **of** deals"
    pub of: Vec<Slot>,
    /// "took part **in** talks"
    pub inside: Vec<Slot>,
    /// "was conveyed **to** X"
    pub to: Vec<Slot>,
    /// "was accompanied **by** X"
    pub by: Vec<Slot>,
    /// "a letter of intent **for** 40 jets"
    pub of_goods: Vec<Slot>,
    /// "bought mines **from** X"
    pub bought_from: Vec<Slot>,
    /// "a stake **in** X"
    pub held_in: Vec<Slot>,
    /// "bought each **other's** engines"
    pub reciprocal: HashSet<String>,
    /// By adposition, verbs whose object does what stands behind it.
    object_does: HashMap<String, HashSet<String>>,
    /// Verbs whose object does what they are followed by.
    sends: HashSet<String>,
    /// Nouns behind the other side's adposition for many without a name.
    crowds: HashSet<String>,
    /// Words glued to the name of one who is no side: "a US-**backed** deal".
    helps: HashSet<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    with: Vec<String>,
    between: Vec<String>,
    among: Vec<String>,
    from: Vec<String>,
    of: Vec<String>,
    inside: Vec<String>,
    to: Vec<String>,
    by: Vec<String>,
    of_goods: Vec<String>,
    bought_from: Vec<String>,
    held_in: Vec<String>,
    reciprocal: HashSet<String>,
    object_does: HashMap<String, HashSet<String>>,
    sends: HashSet<String>,
    crowds: HashSet<String>,
    helps: HashSet<String>,
}

impl Adpositions {
    /// Reads a pack's file.
    pub fn read(toml: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(toml)?;
        let slots = |words: Vec<String>| words.into_iter().map(Slot::Behind).collect::<Vec<_>>();
        let (with, between) = (slots(file.with), slots(file.between));
        Ok(Self {
            sides: [with.clone(), between.clone()].concat(),
            of_all: [between.clone(), slots(file.among)].concat(),
            with,
            between,
            from: slots(file.from),
            of: slots(file.of),
            inside: slots(file.inside),
            to: slots(file.to),
            by: slots(file.by),
            of_goods: slots(file.of_goods),
            bought_from: slots(file.bought_from),
            held_in: slots(file.held_in),
            reciprocal: file.reciprocal,
            object_does: file.object_does,
            sends: file.sends,
            crowds: file.crowds,
            helps: file.helps,
        })
    }

    /// True for a slot behind a word that brings a side.
    pub fn brings_side(&self, slot: &Slot) -> bool {
        self.sides.contains(slot)
    }

    /// True where the word brings a side.
    pub fn is_of_sides(&self, word: &str) -> bool {
        has(&self.sides, word)
    }

    /// True for the word before both sides at once: "between".
    pub fn sets_between(&self, word: &str) -> bool {
        has(&self.between, word)
    }

    /// True for the word before what a noun is of.
    pub fn is_of(&self, word: &str) -> bool {
        has(&self.of, word)
    }

    /// What a noun is of: "the signing of **the treaty**".
    pub fn of(&self, doc: &Doc, noun: usize) -> Option<usize> {
        doc.obliques(noun).into_iter().find(|o| self.is_of(doc.lemma(o.marker))).map(|o| o.noun)
    }

    /// The noun that another hangs on by "of": "the **signing** of the treaty".
    pub fn over_of(&self, doc: &Doc, noun: usize) -> Option<usize> {
        let hung = doc.tokens[noun].relation == Relation::PrepositionObject;
        doc.governor(noun).filter(|&p| hung && self.is_of(doc.lemma(p))).and_then(|p| doc.governor(p))
    }

    /// Who does what a verb tells behind an adposition, where that is another verb's object: "praised **X** for reaching a deal".
    pub fn object_that_does(&self, doc: &Doc, verb: usize) -> Option<usize> {
        // "praised X for coming together **to reach** a deal"
        let aim = |v: &usize| {
            matches!(doc.tokens[*v].relation, Relation::OpenComplement | Relation::AdverbialClause)
                && doc.clause(*v).infinitive
                && doc.own_subject(*v).is_none()
        };
        // "forced **X** to sign": X does it, whatever it is the aim of
        let forced = |g: usize, v: usize| doc.objects(g).into_iter().any(|o| o < v);
        let over_aims = |v: usize| doc.governor(v).filter(|&g| aim(&v) && !forced(g, v));
        let verbs = || std::iter::successors(Some(verb), |&v| over_aims(v)).take(AIMS);
        if let Some(sent) = verbs().find_map(|v| self.sent_to(doc, v)) {
            return Some(sent);
        }
        // "for coming together and **reaching** a deal"
        let joined = |&v: &usize| {
            let hung = doc.tokens[v].relation == Relation::Conjunct && doc.own_subject(v).is_none();
            doc.governor(v).filter(|&g| hung && doc.is_verbal(g))
        };
        let verb = std::iter::successors(verbs().last(), joined).take(AIMS).last()?;
        let marker = doc.governor(verb).filter(|_| doc.tokens[verb].relation == Relation::PrepositionComplement)?;
        let over = doc.governor(marker).filter(|&v| doc.is_verbal(v) && !doc.is_passive(v))?;
        let verbs = self.object_does.get(&doc.lemma(marker).to_lowercase())?;
        doc.objects(over).into_iter().find(|&o| o < marker).filter(|_| verbs.contains(doc.lemma(over)) && doc.own_subject(verb).is_none())
    }

    /// "the decision **by X** to leave the pact": who does what the infinitive at a noun tells.
    pub fn decides(&self, doc: &Doc, verb: usize) -> Option<usize> {
        let hung = doc.tokens[verb].relation == Relation::NounClause && doc.clause(verb).infinitive && doc.own_subject(verb).is_none();
        let noun = doc.governor(verb).filter(|&n| hung && doc.possessor(n).is_none())?;
        doc.obliques(noun).into_iter().find(|o| o.marker < verb && has(&self.by, doc.lemma(o.marker))).map(|o| o.noun)
    }

    /// True where a crowd without a name stands behind the other side's adposition: "talks with **the market**".
    pub fn names_crowd(&self, doc: &Doc, trigger: usize) -> bool {
        let crowd = |o: &Oblique| has(&self.with, doc.lemma(o.marker)) && self.crowds.contains(doc.lemma(o.noun));
        doc.obliques(trigger).iter().any(crowd)
    }

    /// "a **US**-backed deal", "the **Ruiz**-era deal": who is named there is no side of it.
    pub fn only_helps(&self, doc: &Doc, token: usize) -> bool {
        let behind = (token..doc.len().min(token + LONGEST)).take_while(|&t| t == token || doc.tokens[t].pos == Pos::Propn).last();
        let glued = |t: usize| t + 1 < doc.len() && !doc.tokens[t].space_after;
        let hyphen = behind.map(|t| t + 1).filter(|&t| glued(t - 1) && doc.word(t) == "-" && glued(t));
        hyphen.is_some_and(|t| doc.tokens[t + 1].pos == Pos::Noun || self.helps.contains(&doc.word(t + 1).to_lowercase()))
    }

    /// "sent **X** to meet Y": who is sent does it.
    fn sent_to(&self, doc: &Doc, verb: usize) -> Option<usize> {
        let over = doc.governor(verb).filter(|&v| doc.is_verbal(v) && !doc.is_passive(v) && doc.clause(verb).infinitive)?;
        let purpose = matches!(doc.tokens[verb].relation, Relation::AdverbialClause | Relation::OpenComplement);
        let sends = purpose && self.sends.contains(doc.lemma(over));
        // a delegation or a letter is sent too, and does nothing of its own
        doc.objects(over).into_iter().find(|&o| sends && o < verb && doc.tokens[o].pos == Pos::Propn)
    }

    /// Some slots, and the other side's.
    pub fn and_with(&self, slots: &[Slot]) -> Vec<Slot> {
        [slots, &self.with].concat()
    }
}

/// True where a word, in whatever case, is one of those that the slots stand behind.
pub fn has(slots: &[Slot], word: &str) -> bool {
    slots.iter().any(|slot| matches!(slot, Slot::Behind(marker) if marker.eq_ignore_ascii_case(word)))
}
