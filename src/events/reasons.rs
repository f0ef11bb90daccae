//! Why an event stands in the record: the frames are asked once more at the words that told of it.
//!
//! A frame is a function of the article alone, so that asking again gives what was found then, and an article of which nobody asks
//! pays nothing.

use super::{
    scene::{Scene, Spot},
    slots::{self, Slot},
};
use crate::{
    entities::EntityId,
    language::{Doc, Relation},
    record::Rule,
    text::{Span, Tok},
};

/// How many parties of one event are explained, and in how many of its mentions each is looked for.
pub const MOST: usize = 40;

/// What a reason is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The event, at its first mention.
    Event,
    /// A further mention of it.
    Again,
    /// A participant or party.
    Party(EntityId),
    /// One who signs.
    Signatory(EntityId),
    /// What became of it, or how far it has come.
    Status,
    /// When.
    Date,
    /// Where.
    Place,
}

/// A reason, in tokens of passages.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// For what.
    pub of: Of,
    /// The rule.
    pub rule: Rule,
    /// The frame of the language pack that fired, by its name.
    pub frame: Option<String>,
    /// The words that it stood on: passage and tokens.
    pub words: Vec<(usize, Span<Tok>)>,
}

impl Why {
    /// A reason of no frame.
    pub fn new(of: Of, rule: Rule, words: Vec<(usize, Span<Tok>)>) -> Self {
        Self { of, rule, frame: None, words }
    }

    /// A reason of a frame.
    pub fn framed(of: Of, rule: Rule, frame: &str, words: Vec<(usize, Span<Tok>)>) -> Self {
        Self { of, rule, frame: Some(frame.to_owned()), words }
    }
}

/// Where somebody stands, and the words that name them there: passage and tokens.
pub type Standing = (Rule, Vec<(usize, Span<Tok>)>);

/// Tokens as words, in the order of the text, each once.
pub fn words(passage: usize, tokens: impl IntoIterator<Item = usize>) -> Vec<(usize, Span<Tok>)> {
    let mut tokens: Vec<usize> = tokens.into_iter().collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens.into_iter().map(|t| (passage, Span::new(t, t + 1))).collect()
}

/// A verb with what gives its tense and its negation.
pub fn verb_group(doc: &Doc, v: usize) -> Vec<usize> {
    let tells = |c: &usize| matches!(doc.tokens[*c].relation, Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::Negation);
    doc.children(v).filter(tells).chain([v]).collect()
}

/// The slot of a trigger that somebody stands in, with the words that name them there. `stands_for` says whom those in a slot bind.
pub fn slot(scene: &Scene<'_>, at: Spot, among: &[Slot], stands_for: impl Fn(EntityId) -> bool) -> Option<Standing> {
    let doc = scene.doc(at.passage);
    for slot in among {
        for token in slots::fill(&scene.frames.adpositions, doc, at.token, slot) {
            let whole = if *slot == Slot::Modifier { scene.party(Spot { token, ..at }) } else { scene.parties(Spot { token, ..at }) };
            if !whole.into_iter().any(&stands_for) {
                continue;
            }
            let own = doc.conjuncts_from(token).into_iter().find(|&m| scene.party(Spot { token: m, ..at }).into_iter().any(&stands_for));
            let mut found = vec![(at.passage, named(scene, Spot { token: own.unwrap_or(token), ..at }))];
            if let Slot::Behind(_) = slot
                && let Some(o) = doc.obliques(at.token).into_iter().find(|o| o.noun == token)
            {
                found.insert(0, (at.passage, Span::new(o.marker, o.marker + 1)));
            }
            return Some((rule(slot), found));
        }
    }
    None
}

/// The mention of somebody in the sentence of a spot.
pub fn in_sentence(scene: &Scene<'_>, at: Spot, stands_for: impl Fn(EntityId) -> bool) -> Option<Vec<(usize, Span<Tok>)>> {
    let sentence = scene.doc(at.passage).sentence_of(at.token);
    let mention =
        sentence.range().filter_map(|t| scene.entities.mention_at(at.passage, t)).find(|m| m.refers.iter().any(|&id| stands_for(id)));
    mention.map(|m| vec![(m.passage, m.tokens)])
}

/// The words that name whoever stands at a token.
fn named(scene: &Scene<'_>, at: Spot) -> Span<Tok> {
    let mention = scene.entities.mention_at(at.passage, at.token).map(|m| m.tokens);
    mention.unwrap_or_else(|| scene.doc(at.passage).noun_phrase(at.token))
}

fn rule(slot: &Slot) -> Rule {
    match slot {
        Slot::Subject => Rule::SlotSubject,
        Slot::Object | Slot::Recipient => Rule::SlotObject,
        Slot::Agent => Rule::SlotAgent,
        Slot::Possessor => Rule::SlotPossessor,
        Slot::Modifier => Rule::SlotModifier,
        Slot::Behind(_) => Rule::SlotBehind,
    }
}
