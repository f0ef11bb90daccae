//! Two people in one word: "the **Ruiz-Gil** summit", which the recognizer takes for one name or for none.

use std::collections::HashMap;

use super::scene::{Scene, Spot};
use crate::{
    entities::{Entities, EntityId, EntityKind, Mention},
    language::{Doc, Pos, Relation},
};

/// The people of an article by the last word of their name; none for a word that several go by.
pub fn surnames(entities: &Entities) -> HashMap<String, Option<EntityId>> {
    let mut found: HashMap<String, Option<EntityId>> = HashMap::new();
    let persons = entities.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person && !e.nameless);
    for (i, e) in persons {
        // what is hyphened itself is such a pair, or one whole name
        let last = e.name.split(' ').next_back().filter(|last| !last.contains(HYPHENS));
        if let Some(last) = last {
            found.entry(last.to_lowercase()).and_modify(|known| *known = None).or_insert(Some(EntityId(i)));
        }
    }
    found
}

/// Whom the half of such a word at a token names, where both halves name one of whom the article tells, and not the same.
pub fn of_pair(scene: &Scene<'_>, at: Spot) -> Option<EntityId> {
    let doc = scene.doc(at.passage);
    let (first, second) = pair_at(doc, at.token)?;
    // "Senator **Ruiz-Gil** met", "Ana **Ruiz-Gil**": one who is called so
    let modifies = matches!(doc.tokens[second].relation, Relation::Compound | Relation::AdjectiveModifier | Relation::NounAdverbial);
    let more = |m: &Mention| m.tokens.start < first || m.tokens.end > second + 1;
    if !modifies || scene.entities.mention_at(at.passage, at.token).is_some_and(more) {
        return None;
    }
    let who = |t: usize| scene.surnames.get(&doc.word(t).to_lowercase()).copied().flatten();
    let (a, b) = (who(first)?, who(second)?);
    (a != b).then_some(if at.token == first { a } else { b })
}

/// The halves of the word that a token is half of.
fn pair_at(doc: &Doc, token: usize) -> Option<(usize, usize)> {
    let name = |t: usize| doc.tokens.get(t).is_some_and(|own| own.pos == Pos::Propn) && doc.word(t).starts_with(char::is_uppercase);
    let glued = |t: usize| !doc.tokens[t].space_after;
    let joins = |first: usize| {
        let hyphen = doc.word(first + 1).chars().all(|c| HYPHENS.contains(&c));
        name(first) && name(first + 2) && hyphen && glued(first) && glued(first + 1)
    };
    // a third half makes it no pair
    let more = |t: usize| doc.tokens.get(t).is_some_and(|own| own.pos == Pos::Punct && doc.word(t).starts_with(HYPHENS));
    let firsts = [Some(token), token.checked_sub(2)].into_iter().flatten();
    let first = firsts.filter(|&f| f + 2 < doc.len()).find(|&f| joins(f))?;
    let longer = first > 1 && more(first - 1) && glued(first - 2) || glued(first + 2) && more(first + 3);
    (!longer).then_some((first, first + 2))
}

/// What stands between the two.
const HYPHENS: [char; 4] = ['-', '‑', '–', '/'];
