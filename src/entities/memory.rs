//! Who was spoken of last: what a pronoun or "the two leaders" can reach back to.

use super::model::{EntityId, EntityKind};

/// One time that somebody was spoken of.
#[derive(Debug, Clone, Copy)]
pub struct Spoken {
    /// Who.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Where.
    pub passage: usize,
    /// The number of the sentence in the passage.
    pub sentence: usize,
    /// The token that governs the mention.
    pub token: usize,
    /// True for a verb's subject.
    pub subject: bool,
    /// True for the subject of the sentence's main verb.
    pub main: bool,
    /// True inside marks of quotation.
    pub marked: bool,
    /// True for one who is only described.
    pub nameless: bool,
    /// True for one of several that one phrase stands for.
    pub plural: bool,
    /// True for a name that only tells which: "30 **Vestra** jets".
    pub modifier: bool,
}

/// How many passages back a pronoun reaches.
const PASSAGES: usize = 2;
/// How many mentions back "the two leaders" reaches.
const MENTIONS: usize = 60;

/// What was spoken of, in order.
#[derive(Debug, Default)]
pub struct Memory {
    spoken: Vec<Spoken>,
    sides: Vec<String>,
    government: Option<String>,
}

impl Memory {
    /// An empty memory, with the state of "the government".
    pub fn under(government: Option<String>) -> Self {
        Self { government, ..Self::default() }
    }

    /// The state of "the government".
    pub fn government(&self) -> Option<&str> {
        self.government.as_deref()
    }

    /// Remembers a mention.
    pub fn speak(&mut self, s: Spoken) {
        self.spoken.push(s);
    }

    /// Remembers that a side was spoken of, by whatever mention.
    pub fn side(&mut self, country: &str) {
        if self.sides.last().is_none_or(|s| s != country) {
            self.sides.push(country.to_owned());
        }
    }

    /// The last mention of each entity that passes, from the nearest back.
    pub fn back(&self) -> impl Iterator<Item = &Spoken> {
        self.spoken.iter().rev()
    }

    /// The last subject before or in a sentence.
    pub fn last_subject(&self, passage: usize, sentence: usize) -> Option<&Spoken> {
        self.back()
            .take_while(|s| s.passage + PASSAGES >= passage)
            .find(|s| s.subject && s.kind == EntityKind::Person && (s.passage < passage || s.sentence <= sentence))
    }

    /// The two persons spoken of last, in the order of their mention.
    pub fn last_persons(&self, passage: usize, passes: impl Fn(EntityId) -> bool) -> Vec<EntityId> {
        let mut found: Vec<EntityId> = Vec::new();
        for s in self.back().take(MENTIONS).take_while(|s| s.passage + 4 >= passage) {
            if s.kind == EntityKind::Person && !found.contains(&s.id) && passes(s.id) {
                found.push(s.id);
                if found.len() == 2 {
                    break;
                }
            }
        }
        found.reverse();
        found
    }

    /// The two sides spoken of last, in the order of their mention.
    pub fn last_sides(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for s in self.sides.iter().rev().take(MENTIONS) {
            if !found.contains(s) {
                found.push(s.clone());
                if found.len() == 2 {
                    break;
                }
            }
        }
        found.reverse();
        found
    }

    /// Whom "he" or "she" stands for: the nearest sentence first, in it a subject before others.
    pub fn best_person(&self, passage: usize, sentence: usize, token: usize, passes: impl Fn(&Spoken) -> bool) -> Option<EntityId> {
        let mut best: Option<(i64, EntityId)> = None;
        for (age, s) in self.back().take(MENTIONS).enumerate() {
            if s.passage + PASSAGES < passage {
                break;
            }
            if s.kind != EntityKind::Person || s.plural || !passes(s) {
                continue;
            }
            let distance = if s.passage == passage {
                (sentence - s.sentence.min(sentence)) as i64
            } else {
                1 + sentence as i64 + (passage - s.passage) as i64
            };
            let mut score = 100 - 12 * distance - age as i64 / 4;
            if s.subject {
                score += 14;
            }
            if s.main && !s.marked {
                score += 6;
            }
            if s.marked {
                score -= 18;
            }
            if s.nameless {
                score -= 9;
            }
            if s.passage == passage && s.sentence == sentence && s.token >= token {
                continue;
            }
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, s.id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// The body or state whose mention stands at a token.
    pub fn thing_at(&self, passage: usize, token: usize) -> Option<EntityId> {
        let here = self.back().take_while(|s| s.passage == passage).find(|s| s.token == token);
        here.filter(|s| matches!(s.kind, EntityKind::Organization | EntityKind::State)).map(|s| s.id)
    }

    /// What "it" stands for: the body or state spoken of last in the sentence, or else the subject of the one before. Not the one that does
    /// something to it, whose mention is at token `rival`: "**X** bought **it**".
    pub fn best_thing(&self, passage: usize, sentence: usize, token: usize, rival: Option<usize>) -> Option<EntityId> {
        let does = rival.and_then(|t| self.back().take_while(|s| s.passage == passage).find(|s| s.token == t)).map(|s| s.id);
        let thing = |s: &&Spoken| matches!(s.kind, EntityKind::Organization | EntityKind::State) && Some(s.id) != does;
        let here = || {
            let sentence = self.back().take_while(|s| s.passage == passage && s.sentence == sentence);
            sentence.filter(|s| thing(s) && s.token < token)
        };
        let near = |s: &&Spoken| s.passage == passage && s.sentence + 1 >= sentence || s.passage + 1 == passage && sentence == 0;
        // what a quote speaks of is no subject of the story around it
        let before = || self.back().take_while(|s| near(s)).filter(|s| thing(s) && !s.marked);
        let told = here().find(|s| !s.modifier).or_else(|| before().find(|s| s.subject)).or_else(|| before().find(|s| !s.modifier));
        // "30 **Vestra** jets … it": what only tells which is spoken of last of all
        told.or_else(|| here().next()).or_else(|| before().next()).map(|s| s.id)
    }

    /// Whom "they" stands for: those that one phrase stood for together, or a group, in this sentence or the one before.
    pub fn best_plural(&self, passage: usize, sentence: usize) -> Vec<EntityId> {
        let near = |s: &&Spoken| s.passage == passage && s.sentence + 2 >= sentence || s.passage + 1 == passage && sentence <= 1;
        let mut together: Vec<EntityId> = Vec::new();
        let mut at = None;
        for s in self.back().take_while(|s| near(s)).filter(|s| !s.marked) {
            if s.plural && at.is_none_or(|a| a == (s.passage, s.token)) {
                at = Some((s.passage, s.token));
                together.insert(0, s.id);
            } else if !together.is_empty() {
                break;
            } else if s.kind == EntityKind::Group {
                return vec![s.id];
            }
        }
        if together.is_empty() {
            // "The bank denied it. **They** said": a body that the sentence before is about
            let body = |s: &&Spoken| {
                s.subject && !s.marked && s.kind == EntityKind::Organization && (s.passage, s.sentence) != (passage, sentence)
            };
            together.extend(self.back().take_while(|s| near(s)).find(body).map(|s| s.id));
        }
        together
    }
}
