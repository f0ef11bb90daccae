//! Where: a place's name behind an adposition of place, at the event's own words or at what carries them.

use super::scene::Scene;
use crate::{
    entities::EntityKind,
    language::{Doc, Pos, Relation},
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
/// How many words behind an event's own a place is looked for that hangs on one of its nouns.
const WINDOW: usize = 30;
/// How many words are climbed from such a place to the event.
const REACH: usize = 8;

/// The place of an event whose words are the given tokens, nearest first.
pub fn of(scene: &Scene<'_>, passage: usize, anchors: &[usize], markers: &[String]) -> Option<Located> {
    let doc = scene.doc(passage);
    anchors
        .iter()
        .find_map(|&a| at_token(scene, passage, doc, a, markers, DEPTH))
        .or_else(|| anchors.iter().find_map(|&a| relative(scene, passage, doc, a)))
}

/// The place of an encounter: also one that hangs on a noun between ("met behind closed doors **in Madrid**"), a building told by its
/// kind ("at Belem palace"), the seat of a state ("in the Moroccan capital").
pub fn of_encounter(scene: &Scene<'_>, passage: usize, anchors: &[usize]) -> Option<Located> {
    let doc = scene.doc(passage);
    of(scene, passage, anchors, &scene.frames.meetings.places.markers)
        .or_else(|| between(scene, passage, doc, anchors, named))
        .or_else(|| between(scene, passage, doc, anchors, seat))
        .or_else(|| between(scene, passage, doc, anchors, venue))
}

/// The place that the noun at a token names, where it stands right behind an adposition of place.
pub fn marked(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    let marker = doc.governor(token).filter(|_| doc.tokens[token].relation == Relation::PrepositionObject)?;
    let is_place = scene.frames.meetings.places.markers.contains(&doc.lemma(marker).to_lowercase());
    is_place.then(|| named(scene, passage, doc, token)).flatten()
}

type Naming = fn(&Scene<'_>, usize, &Doc, usize) -> Option<Located>;

/// The first place in the words behind an event that hangs on it over nouns alone.
fn between(scene: &Scene<'_>, passage: usize, doc: &Doc, anchors: &[usize], naming: Naming) -> Option<Located> {
    let &first = anchors.iter().min()?;
    let end = doc.sentence_of(first).end.min(first + WINDOW);
    let places = &scene.frames.meetings.places;
    (first..end).find_map(|t| {
        let is_object = doc.tokens[t].relation == Relation::PrepositionObject;
        let marker = doc.governor(t).filter(|_| is_object)?;
        (places.markers.contains(&doc.lemma(marker).to_lowercase()) && hangs_on(scene, doc, marker, anchors))
            .then(|| naming(scene, passage, doc, t))
            .flatten()
    })
}

fn hangs_on(scene: &Scene<'_>, doc: &Doc, marker: usize, anchors: &[usize]) -> bool {
    let places = &scene.frames.meetings.places;
    let mut at = marker;
    for _ in 0..REACH {
        let Some(g) = doc.governor(at) else { return false };
        if anchors.contains(&g) {
            return true;
        }
        let passes = if doc.tokens[g].relation == Relation::Preposition || doc.tokens[g].relation == Relation::Agent {
            places.through.contains(&doc.lemma(g).to_lowercase())
        } else {
            !doc.is_verbal(g)
        };
        if !passes {
            return false;
        }
        at = g;
    }
    false
}

/// "the **Moroccan capital**"
fn seat(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    if !scene.frames.meetings.places.seats.contains(doc.lemma(token)) {
        return None;
    }
    let country = doc.modifiers(token).find_map(|m| {
        let ids = scene.entities.referents(passage, m);
        ids.iter().map(|&id| scene.entities.get(id)).find(|e| e.kind == EntityKind::State).and_then(|e| e.country.clone())
    })?;
    Some(Located { passage, tokens: without_article(doc, doc.noun_phrase(token)), country: Some(country) })
}

/// "**Belem palace**", "his **office**" not: a building of which a name tells which.
fn venue(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    let is_venue = scene.frames.meetings.places.venues.contains(&doc.lemma(token).to_lowercase());
    let is_named = doc.tokens[token].pos == Pos::Propn || doc.modifiers(token).any(|m| doc.tokens[m].pos == Pos::Propn);
    (is_venue && is_named).then(|| Located { passage, tokens: without_article(doc, doc.noun_phrase(token)), country: None })
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
