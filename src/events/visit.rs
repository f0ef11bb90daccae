//! Visits and gatherings: where and when somebody is told to be, for the events that name no place or day of their own.

use super::{
    Encounter,
    place::{self, Located},
    scene::{Scene, Spot},
    slots::{self, Slot},
    status::Outcome,
    when::{self, Dating},
};
use crate::entities::EntityId;

/// A stay that the article tells of.
#[derive(Debug)]
struct Stay {
    at: Spot,
    /// Who is there; nobody told for a gathering.
    who: Vec<EntityId>,
    place: Option<Located>,
    date: Option<Dating>,
}

/// How many visits back are looked at.
const MOST: usize = 200;
/// How many passages after a visit is told its place still holds.
const REACH: usize = 20;

/// The stays and gatherings that an article tells of.
#[derive(Debug)]
pub struct Stays {
    stays: Vec<Stay>,
    gatherings: Vec<Stay>,
}

impl Stays {
    /// Reads them.
    pub fn find(scene: &Scene<'_>) -> Self {
        let told = || scene.spots().filter(|at| scene.tells(at.passage));
        Self {
            stays: told().filter_map(|at| stay(scene, at)).collect(),
            gatherings: told().filter_map(|at| gathering(scene, at)).collect(),
        }
    }

    /// The place of the visit told last before a spot, or in its sentence, by one of those given.
    pub fn place(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId]) -> Option<Located> {
        self.last(scene, at, who, |s| s.place.is_some()).and_then(|s| s.place.clone())
    }

    /// Gives an encounter that names no place or day of its own those of the gathering beside which it was, or of its people's visit.
    pub fn complete(&self, scene: &Scene<'_>, e: &mut Encounter) {
        let Some(&at) = e.evidence.first() else { return };
        let who: Vec<EntityId> = e.principals().collect();
        let beside = (is_beside(scene, at) || is_the_gathering(scene, at)).then(|| self.gathering_before(scene, at)).flatten();
        if e.place.is_none() {
            e.place = beside.and_then(|g| g.place.clone()).or_else(|| self.place(scene, at, &who));
        }
        if e.date.is_none() {
            let of_visit = || self.last(scene, at, &who, |s| s.place.is_some()).and_then(|s| s.date.clone());
            e.date = beside.and_then(|g| g.date.clone()).or_else(of_visit).filter(|d| may_be_of(scene, e.outcome, d));
        }
    }

    fn last(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId], fits: impl Fn(&Stay) -> bool) -> Option<&Stay> {
        before(scene, &self.stays, at).rfind(|s| fits(s) && s.who.iter().any(|&w| who.iter().any(|&p| scene.same_side(p, w))))
    }

    fn gathering_before(&self, scene: &Scene<'_>, at: Spot) -> Option<&Stay> {
        before(scene, &self.gatherings, at).next_back()
    }
}

/// Those told before a spot or in its sentence, not too far back.
fn before<'s>(scene: &Scene<'_>, stays: &'s [Stay], at: Spot) -> impl DoubleEndedIterator<Item = &'s Stay> {
    let doc = scene.doc(at.passage);
    let end = doc.sentence_of(at.token).end;
    let upto = stays.partition_point(|s| (s.at.passage, s.at.token) < (at.passage, end));
    let from = stays.partition_point(|s| s.at.passage + REACH < at.passage).max(upto.saturating_sub(MOST));
    stays[from.min(upto)..upto].iter()
}

/// What took place cannot have been on a day to come, nor what is planned on one gone by.
fn may_be_of(scene: &Scene<'_>, outcome: Outcome, date: &Dating) -> bool {
    let later = date.value.as_ref().zip(scene.reference).is_some_and(|(d, today)| d.begins_after(today));
    match outcome {
        Outcome::Happened | Outcome::Ongoing => !later,
        Outcome::Planned => later,
        _ => false,
    }
}

/// "on the **sidelines**"
fn is_beside(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let beside = &scene.frames.meetings.visits.beside;
    let of = |t: usize| doc.obliques(t).into_iter().any(|o| beside.contains(doc.lemma(o.noun)));
    of(at.token) || doc.governing_verb(at.token).is_some_and(of)
}

/// "the **session**": the gathering spoken of before
fn is_the_gathering(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.meetings;
    frames.visits.gatherings.contains(&doc.lemma(at.token).to_lowercase())
        && doc.determiner(at.token).is_some_and(|d| frames.again.words.contains(&doc.word(d).to_lowercase()))
}

/// The visit that a verb or noun tells: "arrived in X", "her visit to X", "her meetings in X".
fn stay(scene: &Scene<'_>, at: Spot) -> Option<Stay> {
    let doc = scene.doc(at.passage);
    let visits = &scene.frames.meetings.visits;
    let lemma = doc.lemma(at.token).to_lowercase();
    let several = || doc.is_plural(at.token) && visits.several.contains(&lemma) && doc.possessor(at.token).is_some();
    if !visits.words.contains(&lemma) && !several() {
        return None;
    }
    let verbal = doc.is_verbal(at.token);
    let mut who = slots::parties(scene, at, if verbal { &[Slot::Subject] } else { &visits.who });
    let verb = if verbal { Some(at.token) } else { doc.governing_verb(at.token) };
    if who.is_empty() && !verbal {
        let surface = doc.subject(verb?)?;
        who = scene.parties(Spot { token: surface, ..at });
    }
    if who.is_empty() {
        return None;
    }
    let object = if verbal { doc.objects(at.token).into_iter().find_map(|o| place::named(scene, at.passage, doc, o)) } else { None };
    let place = object.or_else(|| place::of(scene, at.passage, &[at.token], &visits.markers));
    let place = place.or_else(|| verb.and_then(|v| place::of(scene, at.passage, &[v], &visits.markers)))?;
    let outcome = verb.and_then(|v| scene.frames.status.of_verb(doc, v)).map_or(Outcome::Happened, |s| s.outcome);
    let anchors: Vec<usize> = [at.token].into_iter().chain(verb.filter(|_| !verbal)).collect();
    let date = when::of(scene, at.passage, &anchors, outcome);
    Some(Stay { at, who, place: Some(place), date })
}

/// "a one-day **summit** in X": those who meet on its sidelines are there.
fn gathering(scene: &Scene<'_>, at: Spot) -> Option<Stay> {
    let doc = scene.doc(at.passage);
    if !scene.frames.meetings.visits.gatherings.contains(&doc.lemma(at.token).to_lowercase()) || doc.is_verbal(at.token) {
        return None;
    }
    let anchors: Vec<usize> = [at.token].into_iter().chain(doc.governing_verb(at.token)).collect();
    let place = place::of_encounter(scene, at.passage, &anchors[..1]).or_else(|| place::of_encounter(scene, at.passage, &anchors));
    let date = when::of(scene, at.passage, &anchors, Outcome::Happened);
    (place.is_some() || date.is_some()).then_some(Stay { at, who: Vec::new(), place, date })
}
