//! Several spoken of together, whom nothing before has bound: "they met", "the pair", "the three leaders", "the companies".

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::scene::{Scene, Spot};
use crate::{
    entities::{EntityId, EntityKind, Form, Mention},
    language::{Doc, Pos, Relation},
    text::Span,
};

/// Words for several who were spoken of before.
#[derive(Debug, Deserialize)]
pub struct Together {
    /// How many a word says: "two", "both", "trio".
    pub numbers: HashMap<String, usize>,
    /// Nouns for people of whatever office: "the **leaders**".
    pub in_office: HashSet<String>,
    /// Pronouns.
    pub pronouns: HashSet<String>,
    /// The same, of what they have.
    possessive: HashSet<String>,
    /// Determiners of those spoken of before.
    definite: HashSet<String>,
    /// Nouns for people.
    persons: HashSet<String>,
    /// Nouns for companies and other bodies.
    bodies: HashSet<String>,
    /// Nouns for states, or else bodies.
    sides: HashSet<String>,
    /// Nouns for states alone, and what each of them has one of.
    states: HashSet<String>,
}

impl Together {
    /// True for a noun for people, bodies or states that stand for two sides: "country", "ministry".
    fn tells_sides(&self, lemma: &str) -> bool {
        self.persons.contains(lemma) || self.bodies.contains(lemma) || self.sides.contains(lemma)
    }

    /// True for a word for the several who were spoken of before, whatever their number: "they", "**both sides**", "the ministers".
    pub fn points_at_several(&self, doc: &Doc, t: usize) -> bool {
        let word = doc.word(t).to_lowercase();
        let definite = || {
            let before = doc.children(t).filter(|&c| c < t).map(|c| doc.word(c).to_lowercase());
            before.into_iter().any(|w| self.definite.contains(&w) || self.numbers.contains_key(&w))
        };
        let bare = || doc.obliques(t).is_empty() && doc.possessor(t).is_none();
        self.pronouns.contains(&word)
            || self.numbers.contains_key(&word)
            || doc.is_plural(t) && self.tells_sides(&doc.lemma(t).to_lowercase()) && definite() && bare()
    }

    /// True for a noun for people who confer: "minister".
    pub fn tells_persons(&self, lemma: &str) -> bool {
        self.persons.contains(lemma)
    }
}

/// How many mentions back they are looked for.
const MOST: usize = 40;
/// How many passages back.
const PASSAGES: usize = 2;
/// How many sentences back where no number is told.
const SENTENCES: usize = 1;

/// Whom a word for several stands for: as many as it says, spoken of last; where it says no number, the two of whom alone the sentence
/// before, or this one up to here, tells.
pub fn of(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let theirs = owners(scene, at);
    if theirs.len() > 1 {
        return theirs;
    }
    let Some((number, kinds)) = wanted(scene, doc, at.token) else { return Vec::new() };
    if number.is_none() && doc.tokens[at.token].pos == Pos::Pron {
        let before = subjects_before(scene, at);
        if before.len() > 1 {
            return before;
        }
    }
    let lemma = doc.lemma(at.token).to_lowercase();
    for kind in kinds {
        if *kind == EntityKind::Organization && number.is_none() && doc.tokens[at.token].pos == Pos::Pron && follows_a_person(scene, at) {
            // "Ana Ruiz welcomed ties with X and Y. **They** also discussed": she with somebody else
            break;
        }
        let found = last_spoken_of(scene, at, *kind, number);
        // "**the ministers**": of two who are, and "the leaders" of two in office
        let fits = |&id: &EntityId| {
            let roles = &scene.entities.get(id).roles;
            let called = |title: &str| title.to_lowercase().split([' ', '-']).any(|word| word == lemma);
            *kind != EntityKind::Person
                || doc.tokens[at.token].pos == Pos::Pron
                || roles.iter().any(|r| called(&r.title))
                || !roles.is_empty() && scene.frames.meetings.together.in_office.contains(&lemma)
        };
        if !found.is_empty() && (number.is_some() || found.iter().all(fits)) {
            return found;
        }
    }
    Vec::new()
}

/// "The presidents announced **their countries'** intent", "X and Y announced **their** intent": whose they are.
fn owners(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let words = &scene.frames.meetings.together;
    let theirs = |t: usize| words.possessive.contains(&doc.word(t).to_lowercase());
    let of_sides = || doc.is_plural(at.token) && words.sides.contains(&doc.lemma(at.token).to_lowercase());
    // "where **our countries** signed", in a letter
    if let Some(p) = doc.possessor(at.token).filter(|_| doc.is_plural(at.token)) {
        let both = scene.of_letter(Spot { token: p, ..at });
        if both.len() > 1 && words.tells_sides(&doc.lemma(at.token).to_lowercase()) {
            return both;
        }
    }
    let own = if theirs(at.token) { Some(at.token) } else { doc.possessor(at.token).filter(|&p| theirs(p) && of_sides()) };
    let Some(pronoun) = own else { return Vec::new() };
    let named = scene.parties(Spot { token: pronoun, ..at });
    if named.len() > 1 {
        return named;
    }
    let subject = doc.governing_verb(at.token).and_then(|v| doc.subject(v)).filter(|&s| s < at.token && s != at.token);
    let who = subject.map(|token| scene.sides(Spot { token, ..at })).unwrap_or_default();
    let &[one] = who.as_slice() else { return who };
    // "**She** flew to Oslo to see **her colleague X**, but left **their** talks early": hers and that of the only other one in the sentence
    let person = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Person && scene.can_take_part(*id);
    let before = doc.sentence_of(at.token).start..pronoun;
    let mut others: Vec<EntityId> =
        before.take(SENTENCE).flat_map(|t| scene.entities.referents(at.passage, t)).copied().filter(person).collect();
    others.retain(|&id| id != one);
    others.dedup();
    if person(&one) && others.len() == 1 { vec![one, others[0]] } else { who }
}

/// How many words of a sentence are asked who is in it.
const SENTENCE: usize = 80;

/// How many words into a sentence its subject is looked for.
const SUBJECT: usize = 64;

/// "**X and Y** will meet Z. **They** will also call on W": the several whom the sentence before, in the passage, is about.
fn subjects_before(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let here = doc.sentence_of(at.token).start;
    let Some(before) = here.checked_sub(1).map(|t| doc.sentence_of(t)) else { return Vec::new() };
    let subject = before.range().take(SUBJECT).find(|&t| {
        matches!(doc.tokens[t].relation, Relation::Subject | Relation::PassiveSubject)
            && doc.tokens[doc.tokens[t].head].relation == Relation::Root
    });
    let named = subject.filter(|&t| doc.conjuncts_from(t).len() > 1);
    named.map(|token| scene.parties(Spot { token, ..at })).unwrap_or_default()
}

/// True where the sentence before is about somebody.
fn follows_a_person(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let Some(before) = doc.sentence_of(at.token).start.checked_sub(1).map(|t| doc.sentence_of(t)) else { return false };
    let subject = |t: &usize| matches!(doc.tokens[*t].relation, Relation::Subject | Relation::PassiveSubject);
    let mut subjects = before.range().take(SUBJECT).filter(subject);
    subjects.any(|t| scene.entities.referents(at.passage, t).iter().any(|&id| scene.entities.get(id).kind == EntityKind::Person))
}

/// "**the two governments**": the two states that the headline names, whoever was spoken of last.
pub fn of_headline(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let words = &scene.frames.meetings.together;
    if !doc.is_plural(at.token) || !words.states.contains(&doc.lemma(at.token).to_lowercase()) || !doc.obliques(at.token).is_empty() {
        return Vec::new();
    }
    let two = |c: usize| words.numbers.get(&doc.word(c).to_lowercase()) == Some(&2);
    let pair = if doc.children(at.token).any(|c| c < at.token && two(c)) { headlined(scene) } else { Vec::new() };
    if pair.len() == 2 && !follows_another_pair(scene, at, &pair) { pair } else { Vec::new() }
}

/// "Peru and Ghana quarrelled. **The two governments**": a pair that the headline does not name, in the same sentence or the one before.
fn follows_another_pair(scene: &Scene<'_>, at: Spot, headlined: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let sentence = doc.sentence_of(at.token);
    let before = sentence.start.checked_sub(1).map(|t| doc.sentence_of(t));
    [Some(Span::new(sentence.start, at.token)), before].into_iter().flatten().any(|span| {
        let named = span.range().take(SENTENCE).flat_map(|t| scene.entities.referents(at.passage, t)).copied();
        let mut states: Vec<EntityId> = named.filter(|&id| scene.entities.get(id).kind == EntityKind::State).collect();
        states.sort_unstable();
        states.dedup();
        states.len() == 2 && states.iter().all(|id| !headlined.contains(id))
    })
}

/// The states that the headline names: "the two countries" are they, whoever else was spoken of since.
fn headlined(scene: &Scene<'_>) -> Vec<EntityId> {
    let mut found = Vec::new();
    for passage in (0..scene.docs.len().min(HEADLINES)).filter(|&p| scene.is_headline(p)) {
        let told = (0..scene.doc(passage).len().min(SENTENCE)).filter(|&token| !is_visited(scene, Spot { passage, token }));
        let named = told.flat_map(|t| scene.entities.referents(passage, t)).copied();
        for id in named.filter(|&id| scene.entities.get(id).kind == EntityKind::State) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// "the minister's visit **to Peru and Malta**": no pair, but the stops of a journey.
fn is_visited(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let mut above = std::iter::successors(Some(at.token), |&t| doc.governor(t)).take(CLIMB).skip(1);
    let first = std::iter::successors(Some(at.token), |&t| doc.governor(t).filter(|_| doc.tokens[t].relation == Relation::Conjunct));
    let listed = first.take(CLIMB).last().is_some_and(|t| {
        doc.conjuncts_from(t).len() > 1 && matches!(doc.tokens[t].relation, Relation::PrepositionObject | Relation::Object)
    });
    listed && above.any(|t| scene.frames.meetings.visits.words.contains(&doc.lemma(t).to_lowercase()))
}

/// How many edges over a state the journey is looked for.
const CLIMB: usize = 8;

/// In how many passages from the top a headline is looked for.
const HEADLINES: usize = 3;

/// So many who were spoken of last, persons or else states: those who sit at "three-way talks".
pub fn so_many(scene: &Scene<'_>, at: Spot, number: usize) -> Vec<EntityId> {
    ANY.iter().map(|kind| last_spoken_of(scene, at, *kind, Some(number))).find(|found| !found.is_empty()).unwrap_or_default()
}

type Kinds = &'static [EntityKind];
const PERSONS: Kinds = &[EntityKind::Person];
const BODIES: Kinds = &[EntityKind::Organization];
const SIDES: Kinds = &[EntityKind::State, EntityKind::Organization];
const ANY: Kinds = &[EntityKind::Person, EntityKind::State, EntityKind::Organization];

fn wanted(scene: &Scene<'_>, doc: &Doc, t: usize) -> Option<(Option<usize>, Kinds)> {
    let words = &scene.frames.meetings.together;
    let word = doc.word(t).to_lowercase();
    let lemma = doc.lemma(t).to_lowercase();
    let number = doc.children(t).filter(|&c| c < t).find_map(|c| words.numbers.get(&doc.word(c).to_lowercase()).map(|&n| (n, c)));
    // "two mayors" are any two
    let told = |t: usize| doc.determiner(t).is_some_and(|d| words.definite.contains(&doc.word(d).to_lowercase()));
    let number = number.filter(|&(_, c)| doc.tokens[c].pos != Pos::Num || told(t) || doc.possessor(t).is_some()).map(|(n, _)| n);
    if words.pronouns.contains(&word) {
        let subject = matches!(doc.tokens[t].relation, Relation::Subject | Relation::PassiveSubject);
        return subject.then_some((None, ANY));
    }
    if let Some(&n) = words.numbers.get(&word) {
        // "the two", "both", "the trio"
        let alone = matches!(doc.tokens[t].pos, Pos::Num | Pos::Noun | Pos::Pron | Pos::Det)
            && !matches!(doc.tokens[t].relation, Relation::Determiner | Relation::NumericModifier);
        let definite = doc.determiner(t).is_some() || doc.tokens[t].pos != Pos::Num;
        return (alone && definite && doc.obliques(t).is_empty()).then_some((Some(n), ANY));
    }
    let definite =
        || doc.determiner(t).is_some_and(|d| words.definite.contains(&doc.word(d).to_lowercase())) && doc.modifiers(t).next().is_none();
    // "the airlines merged": of people and states it may be more than those told of last
    let bodies = || (words.bodies.contains(&lemma) || words.persons.contains(&lemma)) && definite();
    if number.is_none() && !bodies() || !doc.is_plural(t) || !doc.obliques(t).is_empty() {
        return None;
    }
    let kinds =
        [(&words.persons, PERSONS), (&words.bodies, BODIES), (&words.sides, SIDES)].into_iter().find(|(set, _)| set.contains(&lemma))?.1;
    Some((number, kinds))
}

/// How many of a kind are named in the list that a mention stands in.
fn listed(scene: &Scene<'_>, m: &Mention, kind: EntityKind) -> usize {
    let doc = scene.doc(m.passage);
    let above = |&t: &usize| (doc.tokens[t].relation == Relation::Conjunct).then(|| doc.governor(t)).flatten();
    let first = std::iter::successors(Some(m.head), above).take(MOST).last().unwrap_or(m.head);
    let of_kind = |&t: &usize| scene.entities.referents(m.passage, t).iter().any(|&id| scene.entities.get(id).kind == kind);
    doc.conjuncts_from(first).into_iter().take(MOST).filter(of_kind).count()
}

fn last_spoken_of(scene: &Scene<'_>, at: Spot, kind: EntityKind, number: Option<usize>) -> Vec<EntityId> {
    let entities = scene.entities;
    let here = scene.doc(at.passage).sentence_index(at.token);
    let upto = entities.mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, at.token));
    let near = |passage: usize, token: usize| {
        if passage == at.passage {
            scene.doc(passage).sentence_index(token) + SENTENCES >= here
        } else {
            here == 0 && passage + 1 == at.passage && scene.doc(passage).sentence_index(token) + 1 >= scene.doc(passage).sentences().len()
        }
    };
    let mut found: Vec<EntityId> = Vec::new();
    for m in entities.mentions[..upto].iter().rev().take(MOST).take_while(|m| m.passage + PASSAGES >= at.passage) {
        if number.is_none() && !near(m.passage, m.head) {
            break;
        }
        // "X's minister" speaks of the minister
        if m.form == Form::Pronoun && m.refers.len() > 1 {
            continue;
        }
        // "X and Y run shops like A, B and C. **The two companies**": no two of three
        if number.is_some_and(|n| listed(scene, m, kind) > n) {
            continue;
        }
        for &id in m.refers.iter().rev() {
            let unnamed_body = kind == EntityKind::Organization && entities.get(id).nameless;
            if entities.get(id).kind == kind && !unnamed_body && scene.can_take_part(id) && !found.contains(&id) {
                found.insert(0, id);
            }
        }
        if number.is_some_and(|n| found.len() >= n) {
            break;
        }
    }
    if found.len() == number.unwrap_or(2) { found } else { Vec::new() }
}
