//! A list of people each of whom is told with an office: "met Prime Minister **A**, Minister of Finance and Trade **B**, and UN envoy **C**".
//!
//! In the "and" and "of" of offices the parser loses its way; the words do not: name upon name, with nothing between but the list's own
//! marks and the offices.

use super::scene::{Scene, Spot};
use crate::{
    entities::{EntityId, EntityKind, Form, Mention},
    language::{Doc, Pos, Relation},
};

/// Most people of one list.
const MOST: usize = 32;
/// How many words of an office the mention behind them may have lost.
const LOST: usize = 4;

/// The heads of the names that stand in the list behind the one at a token.
pub fn behind(scene: &Scene<'_>, at: Spot) -> Vec<usize> {
    let doc = scene.doc(at.passage);
    let mut found = Vec::new();
    let of_person = |m: &&Mention| m.tokens.holds(at.token) && (is_person(scene, m) || is_told_of(scene, m));
    let Some(first) = scene.entities.mention_at(at.passage, at.token).filter(of_person) else { return found };
    // "his wife, **Ana Ruiz**": the list goes on behind her name
    let named = |end: usize| scene.entities.name_from(at.passage, end).filter(|m| m.tokens.start == end + 1 && doc.word(end) == ",");
    let mut end =
        if is_person(scene, first) { first.tokens.end } else { named(first.tokens.end).map_or(first.tokens.end, |m| m.tokens.end) };
    while found.len() < MOST {
        let Some(next) = next(scene, doc, first, end) else { break };
        found.push(next.head);
        end = next.tokens.end;
    }
    found
}

/// "was accompanied by **Senior Minister Ana Ruiz**, Minister for Trade Luis Gil and …": those between the "by" and the name that the tree takes
/// for the agent, who are told with an office each.
pub fn before_agent(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let agent = doc.agent(at.token).filter(|_| doc.is_passive(at.token));
    let Some((by, agent)) = agent.and_then(|a| Some((doc.governor(a)?, a))) else { return Vec::new() };
    let mentions = &scene.entities.mentions;
    let from = mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, by));
    let between = mentions[from..].iter().take(MOST).take_while(|m| m.passage == at.passage && m.tokens.end <= agent);
    between.filter(|m| m.introduced && is_person(scene, m)).flat_map(|m| m.refers.iter().copied()).collect()
}

/// The second of two bodies behind one adposition: "between the Ministry of Trade of Chile (MT) and **the Ministry of Mines of Peru**".
pub fn other_of_pair(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let first = scene.entities.mention_at(at.passage, at.token).filter(|m| m.tokens.holds(at.token) && is_body(scene, m))?;
    let before = (0..first.tokens.start).rev().find(|&t| doc.tokens[t].pos != Pos::Det)?;
    if !scene.frames.adpositions.sets_between(doc.word(before)) {
        return None;
    }
    let end = behind_brackets(doc, first.tokens.end, doc.sentence_of(before).end);
    let and = doc.tokens.get(end).is_some_and(|t| t.pos == Pos::Cconj);
    let from = (end + 1..doc.len()).find(|&t| doc.tokens[t].pos != Pos::Det).filter(|_| and)?;
    scene.entities.name_from(at.passage, from).filter(|m| m.tokens.start == from && is_body(scene, m)).map(|m| m.head)
}

/// "**Minister A of Peru** and Minister B met": the first of two in office, whom the tree loses before the verb of which the second is subject.
pub fn before_subject(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let verb = doc.governor(at.token).filter(|&v| doc.tokens[at.token].relation == Relation::Subject && v > at.token)?;
    let second = scene.entities.mention_at(at.passage, at.token).filter(|m| m.introduced && is_person(scene, m))?;
    let sentence = doc.sentence_of(at.token);
    let joint = |t: &usize| doc.tokens[*t].pos != Pos::Det && !is_office_word(doc, *t);
    let and = (sentence.start..second.tokens.start).rev().take(LOST).find(joint).filter(|&t| doc.tokens[t].pos == Pos::Cconj)?;
    let mentions = &scene.entities.mentions;
    let upto = mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, and));
    let first = mentions[..upto].iter().rev().take(NESTED).take_while(|m| m.passage == at.passage).find(|m| is_person(scene, m))?;
    // nothing between them but the first one's state, and no other verb before
    let side = |t: usize| matches!(doc.tokens[t].pos, Pos::Adp | Pos::Det | Pos::Propn | Pos::Part) || doc.word(t) == ",";
    let tells = |t: usize| doc.is_verbal(t) && t != verb;
    let alone =
        first.introduced && first.tokens.start >= sentence.start && (first.tokens.end..and).all(side) && and <= first.tokens.end + OFFICE;
    (alone && !(sentence.start..at.token).any(tells)).then_some(first.head)
}

fn is_office_word(doc: &Doc, t: usize) -> bool {
    matches!(doc.tokens[t].pos, Pos::Propn | Pos::Adj) && doc.word(t).starts_with(char::is_uppercase)
}

fn is_body(scene: &Scene<'_>, m: &Mention) -> bool {
    let body = |id| matches!(scene.entities.get(id).kind, EntityKind::Organization | EntityKind::State);
    m.form == Form::Name && matches!(m.refers[..], [id] if body(id))
}

/// The name that the list goes on with behind token `end`.
fn next<'s>(scene: &'s Scene<'_>, doc: &Doc, list: &Mention, end: usize) -> Option<&'s Mention> {
    let passage = list.passage;
    let sentence = doc.sentence_of(end.checked_sub(1)?);
    let end = behind_brackets(doc, end, sentence.end);
    let marks = |t: usize| doc.word(t) == "," || doc.tokens[t].pos == Pos::Cconj;
    let from = (end..sentence.end).find(|&t| !marks(t) && doc.tokens[t].pos != Pos::Det)?;
    if !(end..from).any(marks) {
        return None;
    }
    let name = scene.entities.name_from(passage, from)?;
    let lost = |t: usize| matches!(doc.tokens[t].pos, Pos::Propn | Pos::Noun | Pos::Adj);
    let follows = |name: &Mention| {
        name.tokens.end <= sentence.end && name.tokens.start <= from + LOST && (from..name.tokens.start).all(lost)
            || behind_office(doc, from, name.tokens.start)
    };
    // "A, **Minister in the Premier's Office**, Second Minister for Health B": whoever has it, the list goes on
    let name = if is_person(scene, name) { Some(name) } else { person_from(scene, passage, name.tokens.end, sentence.end) }?;
    (name.introduced && is_person(scene, name) && follows(name) && is_listed(doc, name, Some(list))).then_some(name)
}

/// The first person named behind a token, before another.
fn person_from<'s>(scene: &'s Scene<'_>, passage: usize, from: usize, end: usize) -> Option<&'s Mention> {
    let mut from = from;
    for _ in 0..NESTED {
        let name = scene.entities.name_from(passage, from).filter(|m| m.tokens.end <= end)?;
        if is_person(scene, name) {
            return Some(name);
        }
        from = name.tokens.end;
    }
    None
}

/// How many bodies an office between two people of a list may name.
const NESTED: usize = 3;

/// True where nothing but an office's words, as capitals tell them, stands between two tokens.
fn behind_office(doc: &Doc, from: usize, to: usize) -> bool {
    let word = |t: usize| {
        doc.word(t).starts_with(char::is_uppercase)
            || matches!(doc.tokens[t].pos, Pos::Adp | Pos::Det | Pos::Part | Pos::Cconj)
            || matches!(doc.word(t), "," | "'s" | "’s" | "(" | ")")
    };
    to > from && to <= from + OFFICE && doc.word(from).starts_with(char::is_uppercase) && (from..to).all(word)
}

/// Most words of such an office.
const OFFICE: usize = 12;

fn is_person(scene: &Scene<'_>, m: &Mention) -> bool {
    m.form == Form::Name && matches!(m.refers[..], [id] if scene.entities.get(id).kind == EntityKind::Person)
}

/// "**his wife**, Ana Ruiz, Minister of Trade B, and …"
fn is_told_of(scene: &Scene<'_>, m: &Mention) -> bool {
    m.form == Form::Description && matches!(m.refers[..], [id] if scene.entities.get(id).kind == EntityKind::Person)
}

/// "Senator Ana Ruiz **(D-Ohio)**"
pub fn behind_brackets(doc: &Doc, end: usize, stop: usize) -> usize {
    if end >= stop || doc.word(end) != "(" {
        return end;
    }
    (end..stop.min(end + BRACKETS)).find(|&t| doc.word(t) == ")").map_or(end, |close| close + 1)
}

/// Most words of such brackets, with both marks.
const BRACKETS: usize = 8;

/// False for who has what follows, and for who does something by himself, or with others: "met Prime Minister A, and Minister **B said**".
pub fn is_listed(doc: &Doc, name: &Mention, list: Option<&Mention>) -> bool {
    let does = |t: usize| {
        let up = |&c: &usize| doc.governor(c).filter(|_| doc.tokens[c].relation == Relation::Conjunct);
        let first = std::iter::successors(Some(t), up).take(CHAIN).last().unwrap_or(t);
        let token = &doc.tokens[first];
        // "A, B and C **chaired**": with the first of the list
        !list.is_some_and(|m| m.tokens.holds(first))
            && matches!(token.relation, Relation::Subject | Relation::PassiveSubject)
            && token.head >= name.tokens.end
            // "The meeting between A and **B took** place": which the parser gives two subjects
            && doc.own_subject(token.head) == Some(first)
    };
    let owns = doc.tokens.get(name.tokens.end).is_some_and(|t| t.pos == Pos::Part && !doc.tokens[name.tokens.end - 1].space_after);
    !owns && !name.tokens.range().any(does)
}

/// How many members of a coordination are gone back over.
const CHAIN: usize = 8;
