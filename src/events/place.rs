//! Where: a place's name behind an adposition of place, at the event's own words or at what carries them.

use std::collections::HashSet;

use super::scene::Scene;
use crate::{
    entities::{EntityId, EntityKind, Form},
    language::{Doc, Pos, Relation},
    record::SegmentKind,
    text::{Span, Tok},
    time,
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

/// The place that a line of nothing else names: "Walter Hall / Lisbon".
pub fn of_line(scene: &Scene<'_>, passage: usize) -> Option<Located> {
    let doc = scene.doc(passage);
    let found = |naming: Naming| (0..doc.len()).rev().find_map(|t| naming(scene, passage, doc, t));
    found(venue).or_else(|| found(named))
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
        .or_else(|| between(scene, passage, doc, anchors, institution))
        .or_else(|| pointed_at(scene, passage, doc, anchors))
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
        let marks = places.markers.contains(&doc.lemma(marker).to_lowercase())
            && !is_in_office(scene, passage, marker)
            && !is_topic(scene, passage, (marker, t));
        let one = !is_one_of_two(scene, passage, doc, t);
        (marks && one && hangs_on(scene, doc, marker, anchors)).then(|| naming(scene, passage, doc, t)).flatten()
    })
}

/// "met the Minister **in** the Prime Minister's Office Ana Ruiz": a word of what somebody is called.
fn is_in_office(scene: &Scene<'_>, passage: usize, marker: usize) -> bool {
    if scene.entities.mention_at(passage, marker).is_some_and(|m| m.introduced && m.tokens.holds(marker)) {
        return true;
    }
    // "met X, Senior Minister **at** the Prime Minister's Office": the same behind the name; not "met Foreign Minister **in** Berlin"
    let doc = scene.doc(passage);
    if named(scene, passage, doc, marker + 1).is_some() {
        return false;
    }
    let heads = &scene.frames.meetings.apart.heads;
    marker
        .checked_sub(1)
        .is_some_and(|head| is_capitalised(doc, head) && heads.contains(&doc.word(head).to_lowercase()) && doc.determiner(head).is_none())
}

fn hangs_on(scene: &Scene<'_>, doc: &Doc, marker: usize, anchors: &[usize]) -> bool {
    let places = &scene.frames.meetings.places;
    let mut at = marker;
    for _ in 0..REACH {
        let Some(g) = doc.governor(at) else { return false };
        if anchors.contains(&g) {
            return true;
        }
        // "exchanged views **on** the situation in Lisbon"
        let topic = scene.frames.meetings.topics.markers.contains(&doc.lemma(g).to_lowercase())
            && doc.governor(g).is_some_and(|n| !doc.is_verbal(n))
            && !is_beside(scene, doc, at);
        let passes = if topic {
            false
        } else if doc.tokens[g].relation == Relation::Preposition || doc.tokens[g].relation == Relation::Agent {
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

/// "**Belem palace**", "the **Hotel** Lido", "the presidential **palace**"; "his **office**" not: a building of which a name, or its
/// own kind, tells which.
fn venue(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    let places = &scene.frames.meetings.places;
    let kind = |t: usize, kinds: &HashSet<String>| kinds.contains(&doc.lemma(t).to_lowercase());
    let named = doc.tokens[token].pos == Pos::Propn || doc.modifiers(token).any(|m| doc.tokens[m].pos == Pos::Propn);
    let called = named && (kind(token, &places.venues) || doc.modifiers(token).any(|m| kind(m, &places.venues) && is_capitalised(doc, m)));
    let before = |&m: &usize| !matches!(doc.tokens[m].relation, Relation::NumericModifier | Relation::Possessor);
    let definite = || doc.determiner(token).is_some_and(|d| scene.frames.meetings.again.words.contains(&doc.word(d).to_lowercase()));
    let described = || {
        kind(token, &places.official) && (definite() || doc.possessor(token).is_some())
            || kind(token, &places.venues) && definite() && doc.modifiers(token).filter(before).any(|m| kind(m, &places.official_words))
    };
    (called || described()).then(|| {
        let whole = doc.noun_phrase(token);
        // "in the **Oval Office** anti-war protests erupt", of two lines that ran together
        let building = |&t: &usize| kind(t, &places.venues) && is_capitalised(doc, t);
        let own = kind(token, &places.venues) || is_capitalised(doc, token);
        let end = whole.range().rev().find(building).filter(|_| !own).map_or(whole.end, |t| t + 1);
        let tokens = without_article(doc, Span::new(whole.start, end));
        Located { passage, tokens, country: country_within(scene, passage, tokens) }
    })
}

fn is_capitalised(doc: &Doc, token: usize) -> bool {
    doc.word(token).starts_with(char::is_uppercase)
}

/// The state of the first place, body or people named in a phrase: "the **White House** residence", "the **Turkish** embassy" is in
/// another one.
fn country_within(scene: &Scene<'_>, passage: usize, tokens: Span<Tok>) -> Option<String> {
    let doc = scene.doc(passage);
    if tokens.range().any(|t| scene.frames.meetings.places.abroad.contains(&doc.lemma(t).to_lowercase())) {
        return None;
    }
    tokens.range().find_map(|t| scene.entities.referents(passage, t).iter().find_map(|&id| scene.entities.get(id).country.clone()))
}

/// "at **the World Bank**": a body by its own house.
fn institution(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> Option<Located> {
    let at = doc.governor(token).is_some_and(|p| scene.frames.meetings.places.houses.contains(&doc.lemma(p).to_lowercase()));
    let mention = scene.entities.mention_at(passage, token).filter(|m| at && m.form == Form::Name)?;
    let &[id] = mention.refers.as_slice() else { return None };
    let entity = scene.entities.get(id);
    let house = entity.kind == EntityKind::Organization;
    house.then(|| Located { passage, tokens: without_article(doc, mention.tokens), country: entity.country.clone() })
}

/// "met **here**", "in **the city**": the dateline's place, or the one told last.
fn pointed_at(scene: &Scene<'_>, passage: usize, doc: &Doc, anchors: &[usize]) -> Option<Located> {
    let places = &scene.frames.meetings.places;
    let here = |c: usize| {
        doc.tokens[c].relation == Relation::AdverbModifier
            && places.here.contains(&doc.word(c).to_lowercase())
            && doc.obliques(c).is_empty()
    };
    if anchors.iter().any(|&a| doc.children(a).any(here)) {
        return scene.dateline.clone().or_else(|| told_last(scene, passage, anchors[0]));
    }
    between(scene, passage, doc, anchors, |scene, passage, doc, token| {
        let back = scene.frames.meetings.places.cities.contains(doc.lemma(token))
            && doc.determiner(token).is_some_and(|d| scene.frames.meetings.again.words.contains(&doc.word(d).to_lowercase()))
            && doc.modifiers(token).next().is_none()
            && doc.obliques(token).is_empty();
        back.then(|| told_last(scene, passage, token).or_else(|| scene.dateline.clone())).flatten()
    })
}

/// The city that the text named last before a token.
fn told_last(scene: &Scene<'_>, passage: usize, token: usize) -> Option<Located> {
    let mentions = &scene.entities.mentions;
    let upto = mentions.partition_point(|m| (m.passage, m.tokens.start) < (passage, token));
    let near = mentions[..upto].iter().rev().take(FEW).take_while(|m| m.passage + PASSAGES >= passage);
    near.filter(|m| m.refers.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Place))
        .find_map(|m| named(scene, m.passage, scene.doc(m.passage), m.head))
}

/// How many mentions, and how many passages, back "the city" looks.
const FEW: usize = 20;
const PASSAGES: usize = 2;

/// The place of the article's dateline.
pub fn dateline(scene: &Scene<'_>) -> Option<Located> {
    let story = |p: &usize| scene.passages[*p].kind == SegmentKind::Narrative && !scene.passages[*p].heading && !scene.docs[*p].is_empty();
    (0..scene.passages.len()).filter(story).take(OPENING).find_map(|p| {
        let doc = scene.doc(p);
        match time::dateline(&doc.text) {
            Some(line) => {
                let (from, to) = (doc.token_at(line.place.start), doc.token_at(line.place.end));
                (from..to).find_map(|t| named(scene, p, doc, t))
            }
            None => in_capitals(scene, p, doc).or_else(|| before_agency(scene, p, doc)),
        }
    })
}

/// "BEIJING The two sides …": a place in capitals before the first sentence, without a dash.
fn in_capitals(scene: &Scene<'_>, passage: usize, doc: &Doc) -> Option<Located> {
    let shouted = |t: usize| {
        let word = doc.word(t);
        word.chars().count() > SHORT && word.chars().all(char::is_uppercase)
    };
    let place = (doc.len() > 2 && shouted(0)).then(|| named(scene, passage, doc, 0)).flatten()?;
    let next = place.tokens.end;
    (place.tokens.range().all(shouted) && next < doc.len() && is_capitalised(doc, next) && !shouted(next)).then_some(place)
}

/// "New York (AP) The two sides …": a place before an agency in brackets, without a dash.
fn before_agency(scene: &Scene<'_>, passage: usize, doc: &Doc) -> Option<Located> {
    let place = (!doc.is_empty()).then(|| named(scene, passage, doc, 0)).flatten()?;
    let open = place.tokens.end;
    let close = (open..doc.len().min(open + AGENCY)).find(|&t| doc.word(t) == ")")?;
    (doc.word(open) == "(" && close + 1 < doc.len() && is_capitalised(doc, close + 1)).then_some(place)
}

/// How many words an agency in brackets takes.
const AGENCY: usize = 5;

/// Abbreviations have so many letters.
const SHORT: usize = 3;
/// In how many passages a dateline is looked for.
const OPENING: usize = 4;

fn at_token(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize, markers: &[String], depth: usize) -> Option<Located> {
    for o in doc.obliques(token) {
        let marker = doc.lemma(o.marker).to_lowercase();
        if !markers.contains(&marker) || doc.is_verbal(o.noun) || is_in_office(scene, passage, o.marker) {
            continue;
        }
        if is_one_of_two(scene, passage, doc, o.noun) || is_topic(scene, passage, (o.marker, o.noun)) {
            continue;
        }
        if let Some(place) = named(scene, passage, doc, o.noun) {
            return Some(place);
        }
        // "in the capital, Geneva", "in the capital of Geneva", "on the sidelines of a summit in Geneva"
        if let Some(place) = doc.appositions(o.noun).find_map(|a| named(scene, passage, doc, a)) {
            return Some(place);
        }
        // "exchanged views on the situation in Lisbon": what is spoken of is not where
        let topic = scene.frames.meetings.topics.markers.contains(&marker) && !is_beside(scene, doc, o.noun);
        if depth > 0
            && !topic
            && let Some(place) = doc
                .obliques(o.noun)
                .into_iter()
                .filter(|n| scene.frames.adpositions.is_of(doc.lemma(n.marker)) || markers.contains(&doc.lemma(n.marker).to_lowercase()))
                .filter(|n| !is_topic(scene, passage, (n.marker, n.noun)))
                .find_map(|n| named(scene, passage, doc, n.noun).or_else(|| at_token(scene, passage, doc, n.noun, markers, depth - 1)))
        {
            return Some(place);
        }
    }
    None
}

/// "their part in the talks **on Chile**": of a state that is talked about nobody says that they were there.
fn is_topic(scene: &Scene<'_>, passage: usize, (marker, noun): (usize, usize)) -> bool {
    let state = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::State;
    // "met **on Malta**"
    let of_noun = || scene.doc(passage).governor(marker).is_some_and(|n| scene.doc(passage).tokens[n].pos.is_nominal());
    of_noun()
        && scene.frames.meetings.topics.markers.contains(&scene.doc(passage).lemma(marker).to_lowercase())
        && scene.entities.referents(passage, noun).iter().any(state)
}

/// "plans in **Chile** and Peru": nobody meets in two states at once.
fn is_one_of_two(scene: &Scene<'_>, passage: usize, doc: &Doc, token: usize) -> bool {
    let state = |t: usize| {
        let mention = scene.entities.mention_at(passage, t).filter(|m| m.form == Form::Name);
        mention.and_then(|m| m.refers.first()).copied().filter(|&id| scene.entities.get(id).kind == EntityKind::State)
    };
    state(token).is_some_and(|one| doc.children_by(token, Relation::Conjunct).filter_map(state).any(|other| other != one))
}

/// "on the **sidelines** of a summit in Lisbon", "on the **island** of Rhodes"
fn is_beside(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let lemma = doc.lemma(noun);
    scene.frames.meetings.visits.beside.contains(lemma) || scene.frames.meetings.places.grounds.contains(lemma)
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
    let place = entity.kind == EntityKind::Place || entity.kind == EntityKind::State && mention.form == Form::Name;
    place.then(|| Located {
        passage,
        tokens: without_article(doc, with_kind(scene, doc, mention.tokens)),
        country: entity.country.clone().or_else(|| state_behind(scene, passage, doc, mention.tokens.end)),
    })
}

/// "the **Hotel** Estrela": the name with the kind of building before it.
fn with_kind(scene: &Scene<'_>, doc: &Doc, span: Span<Tok>) -> Span<Tok> {
    let kind = |t: usize| scene.frames.meetings.places.venues.contains(&doc.lemma(t).to_lowercase()) && is_capitalised(doc, t);
    match span.start.checked_sub(1).filter(|&t| kind(t) && span.holds(doc.tokens[t].head)) {
        Some(start) => Span::new(start, span.end),
        None => span,
    }
}

/// "Bintan, **Indonesia**"
fn state_behind(scene: &Scene<'_>, passage: usize, doc: &Doc, end: usize) -> Option<String> {
    let state = (end + 1 < doc.len() && doc.word(end) == ",").then(|| scene.entities.mention_at(passage, end + 1)).flatten()?;
    let &[id] = state.refers.as_slice() else { return None };
    let entity = scene.entities.get(id);
    (entity.kind == EntityKind::State && state.form == Form::Name).then(|| entity.country.clone()).flatten()
}

fn without_article(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    while span.len() > 1 && doc.tokens[span.start].relation == Relation::Determiner {
        span.start += 1;
    }
    span
}
