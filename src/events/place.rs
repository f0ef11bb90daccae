//! Where: a place's name behind an adposition of place, at the event's own words or at what carries them.

use super::scene::Scene;
use crate::{
    entities::EntityKind,
    language::{Doc, Relation},
    text::{Span, Tok},
};

/// A place that the article gives to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The passage.
    pub passage: usize,
    /// The name's tokens.
    pub tokens: Span<Tok>,
    /// ISO 3166-1 alpha-2, where the gazetteer knows it.
    pub country: Option<String>,
}

/// How deep an adposition's noun is searched for a place: "in **the Great Hall of the People in Beijing**".
const DEPTH: usize = 3;

/// The place of an event whose words are the given tokens, nearest first.
pub fn of(scene: &Scene<'_>, passage: usize, anchors: &[usize], markers: &[String]) -> Option<Located> {
    let doc = scene.doc(passage);
    anchors
        .iter()
        .find_map(|&a| at_token(scene, passage, doc, a, markers, DEPTH))
        .or_else(|| anchors.iter().find_map(|&a| relative(scene, passage, doc, a)))
}

fn at_token(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize, markers: &[String], depth: usize) -> Option<Located> {
    for o in doc.obliques(token) {
        let marker = doc.lemma(o.marker).to_lowercase();
        if !markers.contains(&marker) || doc.is_verbal(o.noun) {
            continue;
        }
        if let Some(place) = named(scene, passage, doc, o.noun) {
            return Some(place);
        }
        // "in the capital, Geneva", "in the capital of Geneva", "on the sidelines of a summit in Geneva"
        if let Some(place) = doc.appositions(o.noun).find_map(|a| named(scene, passage, doc, a)) {
            return Some(place);
        }
        if depth > 0
            && let Some(place) = doc
                .obliques(o.noun)
                .into_iter()
                .filter(|n| matches!(doc.lemma(n.marker), "of") || markers.contains(&doc.lemma(n.marker).to_lowercase()))
                .find_map(|n| named(scene, passage, doc, n.noun).or_else(|| at_token(scene, passage, doc, n.noun, markers, depth - 1)))
        {
            return Some(place);
        }
    }
    None
}

/// "… in Venezuela, **where** he met X".
fn relative(scene: &Scene<'_>, passage: usize, doc: &Doc, verb: usize) -> Option<Located> {
    let mut clause = verb;
    while doc.tokens[clause].relation == Relation::Conjunct {
        clause = doc.governor(clause)?;
    }
    if doc.tokens[clause].relation != Relation::RelativeClause {
        return None;
    }
    let by_place = doc.children(clause).any(|c| doc.tokens[c].relation == Relation::AdverbModifier && doc.tokens[c].morph.relative);
    by_place.then(|| doc.governor(clause)).flatten().and_then(|noun| named(scene, passage, doc, noun))
}

/// The place that the noun at a token names: a city, a building, a state.
pub fn named(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    let mention = scene.entities.mention_at(passage, token)?;
    let &[id] = mention.refers.as_slice() else { return None };
    let entity = scene.entities.get(id);
    let place = entity.kind == EntityKind::Place || entity.kind == EntityKind::State && mention.form == crate::entities::Form::Name;
    place.then(|| Located { passage, tokens: without_article(doc, mention.tokens), country: entity.country.clone() })
}

fn without_article(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    while span.len() > 1 && doc.tokens[span.start].relation == Relation::Determiner {
        span.start += 1;
    }
    span
}
