//! What makes it likely that people talked: two sides, an office, a courtesy, the sentence that follows.

use super::noun;
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        status::Outcome,
    },
    language::{Doc, Relation, grammar::Tense},
};

/// How many words behind a meal its sentence tells that they talked.
const FAR: usize = 80;

/// How many words above a courtesy are climbed to who says it.
const REACH: usize = 6;

/// True for a person of whom an office is told.
pub fn in_office(scene: &Scene<'_>, id: EntityId) -> bool {
    let e = scene.entities.get(id);
    e.kind == EntityKind::Person && !e.roles.is_empty()
}

/// True for people in office who are not all of one state: of one of them it may go without saying whose he is.
pub fn on_two_sides(scene: &Scene<'_>, sides: &[EntityId]) -> bool {
    let first = sides.first().and_then(|&id| scene.entities.get(id).country.as_deref());
    // "the **reporter** spoke to the president"
    let heads = &scene.frames.meetings.apart.of_states;
    let governs = |title: &str| title.to_lowercase().rsplit([' ', '-']).next().is_some_and(|last| heads.contains(last));
    let of_state = |&id: &EntityId| {
        let e = scene.entities.get(id);
        e.country.is_some() || e.roles.iter().any(|r| r.of.is_none() && !r.former && governs(&r.title))
    };
    sides.iter().all(|&id| in_office(scene, id))
        && sides.iter().all(of_state)
        && sides.iter().any(|&id| scene.entities.get(id).country.as_deref() != first)
}

/// "I spoke with the doctor": what somebody tells of themselves and one of whom no name, office or side is told.
pub fn is_small_talk(scene: &Scene<'_>, at: Spot, sides: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let first = doc.subject(at.token).is_some_and(|token| scene.is_first_person(Spot { token, ..at }));
    let anybody = |&id: &EntityId| {
        let e = scene.entities.get(id);
        e.kind == EntityKind::Person && e.nameless && e.country.is_none()
    };
    first && sides.iter().any(anybody)
}

/// True where the rest of the sentence, or the next one, tells that those who ate or stood together talked: "They discussed trade."
pub fn follows(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    // "hosted X to lunch, during which **they discussed** trade"
    let rest = at.token + 1..doc.sentence_of(at.token).end.min(at.token + FAR);
    // "received her with a ceremony **followed by a discussion**"
    let followed = |t: usize| {
        let next = scene.frames.meetings.framing.next.contains(doc.lemma(t)) && doc.is_verbal(t);
        next && doc.agent(t).is_some_and(|n| noun::frame(scene, Spot { token: n, ..at }).is_some())
    };
    if rest.into_iter().any(|t| they_talked(scene, doc, t) || followed(t)) {
        return true;
    }
    let next = doc.sentences().get(doc.sentence_index(at.token) + 1);
    if let Some(sentence) = next {
        return sentence.range().any(|t| they_talked(scene, doc, t));
    }
    let Some(doc) = scene.docs.get(at.passage + 1) else { return false };
    doc.sentences().first().is_some_and(|s| s.range().any(|t| they_talked(scene, doc, t)))
}

/// "**They** discussed", "**the two** reviewed", "**the ministers** reaffirmed".
fn they_talked(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    let frames = &scene.frames.meetings;
    let they = |s: usize| {
        let word = doc.word(s).to_lowercase();
        let definite = || doc.determiner(s).is_some_and(|d| frames.again.words.contains(&doc.word(d).to_lowercase()));
        // a name's lemma keeps its plural
        let one = || doc.lemma(s).to_lowercase().trim_end_matches('s').to_owned();
        let several = || (doc.is_plural(s) || doc.word(s).ends_with('s')) && definite() && frames.together.tells_persons(&one());
        frames.together.pronouns.contains(&word) || frames.together.numbers.contains_key(&word) || several()
    };
    let talks = |lemma: &str| frames.topics.verbs.contains(lemma) || frames.topics.together.contains(lemma);
    // "had a wide-ranging **discussion**"
    let holds = || {
        let held = |o: usize| frames.nouns.iter().any(|f| f.talks && f.lemmas.contains(doc.lemma(o)));
        frames.carriers.hold.contains(doc.lemma(verb)) && doc.objects(verb).into_iter().any(held)
    };
    doc.is_verbal(verb) && (talks(doc.lemma(verb)) || holds()) && doc.own_subject(verb).is_some_and(they)
}

/// True where the next sentence goes on about what was talked of over a meal: "In **his meeting** with the ministers she discussed fish."
pub fn goes_on(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.meetings;
    let Some(next) = doc.sentences().get(doc.sentence_index(at.token) + 1) else { return false };
    let told = |t: usize| {
        let back =
            doc.possessor(t).is_some() || doc.determiner(t).is_some_and(|d| frames.again.words.contains(&doc.word(d).to_lowercase()));
        let meeting = back && frames.again.generic.contains(doc.lemma(t)) && doc.tokens[t].relation == Relation::PrepositionObject;
        meeting && doc.governing_verb(t).is_some_and(|v| frames.topics.verbs.contains(doc.lemma(v)))
    };
    next.range().any(told)
}

/// Who met, and what became of it, where only a courtesy tells of it: "it was an honour to **meet** X, **she** said", "\"Great to meet X today\"".
pub fn courteous(scene: &Scene<'_>, at: Spot) -> Option<(EntityId, Outcome)> {
    let doc = scene.doc(at.passage);
    if !doc.clause(at.token).infinitive {
        return None;
    }
    let words = &scene.frames.meetings.courtesy.words;
    let above = |t: usize| std::iter::successors(doc.governor(t), |&g| doc.governor(g)).take(REACH);
    let courtesy = |g: usize| {
        words.contains(&doc.lemma(g).to_lowercase())
            || doc.children(g).any(|c| {
                matches!(doc.tokens[c].relation, Relation::Attribute | Relation::AdjectiveComplement)
                    && words.contains(&doc.lemma(c).to_lowercase())
            })
    };
    let near = above(at.token).take(2).find(|&g| courtesy(g))?;
    // "it would be an honour", "it will be"
    let verb = if doc.is_verbal(near) { Some(near) } else { doc.governing_verb(near) };
    let outcome = match verb.map(|v| doc.clause(v)) {
        Some(c) if c.modal.is_some() => Outcome::Proposed,
        Some(c) if c.tense == Tense::Future => Outcome::Planned,
        _ => Outcome::Happened,
    };
    if let Some(who) = scene.voice(at) {
        return Some((who, outcome));
    }
    // told in indirect speech, by the subject of the verb above
    let says = above(near).find(|&g| {
        doc.is_verbal(g)
            && doc.own_subject(g).is_some_and(|s| s < at.token)
            && doc.children_by(g, Relation::ClauseComplement).next().is_some()
    })?;
    let subject = doc.own_subject(says)?;
    let &[who] = scene.parties(Spot { token: subject, ..at }).as_slice() else { return None };
    (scene.entities.get(who).kind == EntityKind::Person).then_some((who, outcome))
}
