//! Visits and gatherings: where and when somebody is told to be, for the events that name no place or day of their own.

use super::{
    Encounter,
    place::{self, Located},
    scene::{Scene, Spot},
    slots::{self, Slot},
    status::Outcome,
    when::{self, Dating},
};
use crate::{
    entities::{EntityId, EntityKind},
    language::Relation,
    time,
};

/// A stay that the article tells of.
#[derive(Debug)]
struct Stay {
    at: Spot,
    /// Who is there; nobody told for a gathering.
    who: Vec<EntityId>,
    place: Option<Located>,
    date: Option<Dating>,
    outcome: Outcome,
    /// It is told to end: "left Geneva".
    ends: bool,
}

/// How many mentions of an encounter are asked.
const FEW: usize = 8;
/// How many stays a headline tells of.
const ABOVE: usize = 4;
/// How many passages after an encounter the visit that it belongs to may be told.
const SOON: usize = 6;
/// How many passages lie between an arrival and the encounters announced with it.
const NEAR: usize = 1;
/// How many visits back are looked at.
const MOST: usize = 200;
/// How many passages after a visit is told its place still holds.
const REACH: usize = 20;

impl Stay {
    /// Guests and host.
    fn sides(&self, scene: &Scene<'_>) -> Option<(&[EntityId], EntityId)> {
        let host = self.place.as_ref().and_then(|p| p.country.as_deref()).and_then(|c| scene.entities.state(c))?;
        Some((&self.who, host))
    }
}

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
        let mut stays: Vec<Stay> = Vec::new();
        for at in told() {
            // "a visit to Lisbon as **part of a tour** of Europe": they are in Lisbon
            let within =
                |s: &Stay| s.at.passage == at.passage && s.place.is_some() && scene.doc(at.passage).sentence_of(at.token).holds(s.at.token);
            if is_the_whole(scene, at) && stays.last().is_some_and(within) {
                continue;
            }
            stays.extend(stay(scene, at));
        }
        Self { stays, gatherings: told().filter_map(|at| gathering(scene, at)).collect() }
    }

    /// The place of the visit told last before a spot, or in its sentence, by one of those given.
    pub fn place(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId]) -> Option<Located> {
        self.last(scene, at, who, |s| s.place.is_some()).and_then(|s| s.place.clone())
    }

    /// Who was whose guest on the visit during which a verb's deed was done: "signed **during her visit to X**".
    pub fn during(&self, scene: &Scene<'_>, verb: Spot) -> Option<(&[EntityId], EntityId)> {
        let doc = scene.doc(verb.passage);
        let then: Vec<usize> = doc.obliques(verb.token).into_iter().take(FEW).map(|o| o.noun).collect();
        let from = self.stays.partition_point(|s| s.at < Spot { token: 0, ..verb });
        let here = self.stays[from..].iter().take_while(|s| s.at.passage == verb.passage).take(MOST);
        let told = here.into_iter().find(|s| !s.ends && then.contains(&s.at.token)).and_then(|s| s.sides(scene));
        // "**during the visit**", of which the sentence before told
        let back = || {
            let mut near = before(scene, &self.stays, verb).filter(|s| s.at.passage + NEAR >= verb.passage && s.at < verb);
            near.rfind(|s| !s.ends && s.place.is_some())?.sides(scene)
        };
        told.or_else(|| then.iter().any(|&token| is_the_visit(scene, Spot { token, ..verb })).then(back).flatten())
    }

    /// The same, of a visit that the sentence right before tells: "X travelled to Y. **The two countries** signed".
    pub fn right_before(&self, scene: &Scene<'_>, verb: Spot) -> Option<(&[EntityId], EntityId)> {
        let sentence = scene.doc(verb.passage).sentence_index(verb.token).checked_sub(1)?;
        let from = self.stays.partition_point(|s| s.at < Spot { token: 0, ..verb });
        let here = self.stays[from..].iter().take_while(|s| s.at.passage == verb.passage && s.at.token < verb.token).take(MOST);
        let there = |s: &&Stay| scene.doc(verb.passage).sentence_index(s.at.token) == sentence;
        here.filter(there).find(|s| !s.ends && s.place.is_some())?.sides(scene)
    }

    /// The same, of a visit that the clause before tells: "**X travelled to Y** and the two countries signed".
    pub fn beside(&self, scene: &Scene<'_>, verb: Spot) -> Option<(&[EntityId], EntityId)> {
        let doc = scene.doc(verb.passage);
        let first = doc.governor(verb.token).filter(|_| doc.tokens[verb.token].relation == Relation::Conjunct)?;
        let from = self.stays.partition_point(|s| s.at < Spot { token: 0, ..verb });
        let here = self.stays[from..].iter().take_while(|s| s.at.passage == verb.passage && s.at.token < verb.token).take(MOST);
        here.into_iter().find(|s| !s.ends && s.at.token == first)?.sides(scene)
    }

    /// Gives an encounter that names no place or day of its own those of the gathering beside which it was, or of its people's visit.
    pub fn complete(&self, scene: &Scene<'_>, e: &mut Encounter) {
        let who: Vec<EntityId> = e.principals().collect();
        let spots: Vec<Spot> = e.evidence.iter().copied().take(FEW).collect();
        // "the summit brings them together", where it is to be held in May
        let ahead =
            |g: &Stay| g.date.as_ref().and_then(|d| d.value.as_ref()).zip(scene.reference).is_some_and(|(d, today)| d.begins_after(today));
        let told = |&at: &Spot| scene.doc(at.passage).is_verbal(at.token) && is_the_gathering(scene, at);
        if e.outcome == Outcome::Happened
            && spots.iter().filter(|at| told(at)).any(|&at| self.gathering_before(scene, at).is_some_and(ahead))
        {
            e.outcome = Outcome::Planned;
        }
        for &at in &spots {
            let beside = (is_beside(scene, at) || is_the_gathering(scene, at)).then(|| self.gathering_before(scene, at)).flatten();
            if e.place.is_none() && !e.is_remote() {
                let of_visit = || {
                    self.last(scene, at, &who, |s| s.place.is_some() && s.holds_for(e, at) && !is_of_old(scene, s, e))
                        .and_then(|s| s.place.clone())
                };
                e.place = beside.and_then(|g| g.place.clone()).or_else(of_visit);
            }
            if e.lacks_day() {
                let of_visit = || self.day_of_visit(scene, at, &who, e.outcome);
                let date = beside.and_then(|g| g.date.clone()).or_else(of_visit).filter(|d| may_be_of(scene, e.outcome, d));
                e.date = date.or_else(|| e.date.take());
            }
        }
        if e.place.is_none()
            && !e.is_remote()
            && e.outcome == Outcome::Happened
            && let Some(&at) = spots.last()
        {
            e.place = self.next(scene, at, &who).filter(|s| !is_of_old(scene, s, e)).and_then(|s| s.place.clone());
        }
        if e.place.is_none() && !e.is_remote() && is_news(scene, e, &who) {
            e.place.clone_from(&scene.dateline);
        }
        if e.place.is_none() && !e.is_remote() && self.is_guest_of_issuer(scene, &who) {
            e.place.clone_from(&scene.imprint);
        }
    }

    /// "Official visit of the Norwegian minister, 7 May", in a statement issued in Lisbon: where its own side met a guest of whom no other
    /// place is told.
    fn is_guest_of_issuer(&self, scene: &Scene<'_>, who: &[EntityId]) -> bool {
        let Some(here) = scene.imprint.as_ref().filter(|p| p.country.is_some()) else { return false };
        let country = |id: EntityId| scene.entities.get(id).country.as_ref();
        let foreign = |id: EntityId| country(id).is_some() && country(id) != here.country.as_ref();
        let visits = |s: &Stay| !s.ends && s.place.is_none() && s.is_of(scene, who) && s.who.iter().all(|&w| foreign(w));
        who.iter().any(|&id| country(id) == here.country.as_ref()) && self.stays.iter().take(MOST).any(visits)
    }

    /// The days of the visit told last; the one that the headline names, where it is one of them: "engagements in Oslo **on 3 May**".
    fn day_of_visit(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId], outcome: Outcome) -> Option<Dating> {
        let day = |s: &Stay| s.date.as_ref().and_then(|d| d.value);
        // "looked forward to her visit in 2025": not this one
        let fits = |s: &Stay| s.date.as_ref().is_some_and(|d| may_be_of(scene, outcome, d));
        let date = self.last(scene, at, who, fits).and_then(|s| s.date.clone())?;
        let headlined = self.stays.iter().take(ABOVE).filter(|s| scene.is_headline(s.at.passage) && !s.ends && s.is_of(scene, who));
        let within = |one: &time::Date| {
            let whole = date.value.as_ref().and_then(|d| d.first().zip(d.last()));
            one.first() == one.last() && one.first().zip(whole).is_some_and(|(day, (first, last))| first <= day && day <= last)
        };
        let mut finer = headlined.filter(|s| day(s).is_some_and(|d| within(&d)));
        Some(finer.next().and_then(|s| s.date.clone()).unwrap_or(date))
    }

    fn last(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId], fits: impl Fn(&Stay) -> bool) -> Option<&Stay> {
        before(scene, &self.stays, at).rfind(|s| !s.ends && fits(s) && s.is_of(scene, who))
    }

    /// The stay told next: one that goes on, or ends.
    fn next(&self, scene: &Scene<'_>, at: Spot, who: &[EntityId]) -> Option<&Stay> {
        let from = self.stays.partition_point(|s| s.at <= at);
        let near = self.stays[from..].iter().take(MOST).take_while(|s| s.at.passage <= at.passage + SOON);
        near.filter(|s| s.place.is_some() && (s.ends || s.outcome == Outcome::Happened)).find(|s| s.is_of(scene, who))
    }

    fn gathering_before(&self, scene: &Scene<'_>, at: Spot) -> Option<&Stay> {
        before(scene, &self.gatherings, at).next_back()
    }
}

/// True where the dateline's place is the encounter's: told early in the story, of these days, by a side whose country it lies in.
fn is_news(scene: &Scene<'_>, e: &Encounter, who: &[EntityId]) -> bool {
    let Some(place) = scene.dateline.as_ref().filter(|p| p.country.is_some()) else { return false };
    let early = e.evidence.first().is_some_and(|s| s.passage <= place.passage + LEAD);
    let day = e.date.as_ref().and_then(|d| d.value.as_ref());
    let near = |day: &time::Date| {
        let days = |d: Option<time::Day>| d.zip(scene.reference).is_none_or(|(d, today)| (today - d).get_days().abs() <= DAYS);
        days(day.first()) && days(day.last())
    };
    let at_home = |id: EntityId| {
        let country = &scene.entities.get(id).country;
        country.is_none() || *country == place.country
    };
    let host = who.iter().any(|&id| at_home(id));
    // what is to come within days is there too, where the day is told
    let told = matches!(e.outcome, Outcome::Happened | Outcome::Ongoing) || e.outcome == Outcome::Planned && day.is_some();
    early && host && told && day.is_none_or(near)
}

/// How many passages behind the dateline are the story's news.
const LEAD: usize = 4;
/// How many days before it is written.
const DAYS: i32 = 3;

/// True where the sentence of a stay tells a day that is far from the encounter's, or, where that is not told, from today.
fn is_of_old(scene: &Scene<'_>, s: &Stay, e: &Encounter) -> bool {
    if !matches!(e.outcome, Outcome::Happened | Outcome::Ongoing) {
        return false;
    }
    let day = e.date.as_ref().and_then(|d| d.value.as_ref()).and_then(time::Date::first).or(scene.reference);
    let sentence = scene.doc(s.at.passage).sentence_of(s.at.token);
    let here = scene.dates[s.at.passage].iter().filter(|d| sentence.covers(d.tokens));
    let told = here.filter_map(|d| time::resolve(&d.expression, scene.reference, time::Direction::Past, None));
    day.is_some_and(|day| {
        let mut told = told.peekable();
        told.peek().is_some() && told.all(|t| t.last().is_some_and(|last| (day - last).get_days().abs() > FAR && last < day))
    })
}

/// So many days from a stay nobody is still there.
const FAR: i32 = 45;

impl Stay {
    /// A stay that has begun says little of an encounter still to come, but where both are told in one breath.
    fn holds_for(&self, e: &Encounter, at: Spot) -> bool {
        let ahead = matches!(e.outcome, Outcome::Planned | Outcome::Proposed);
        if !ahead && matches!(self.outcome, Outcome::Planned | Outcome::Proposed) {
            // "invited her to visit Lisbon": not there yet
            return false;
        }
        !ahead || self.outcome != Outcome::Happened || self.at.passage + NEAR >= at.passage || self.lasts_until(e)
    }

    /// "is in Oslo from 3 to 5 May … will meet X on 5 May"
    fn lasts_until(&self, e: &Encounter) -> bool {
        let days = |d: &Option<Dating>| d.as_ref().and_then(|d| d.value).and_then(|v| v.first().zip(v.last()));
        days(&self.date).zip(days(&e.date)).is_some_and(|((from, to), (first, last))| from <= first && last <= to)
    }

    fn is_of(&self, scene: &Scene<'_>, who: &[EntityId]) -> bool {
        self.who.iter().any(|&w| who.iter().any(|&p| scene.same_side(p, w)))
    }
}

/// Those told before a spot or in its sentence, not too far back; what the headline tells holds for the whole article.
fn before<'s>(scene: &Scene<'_>, stays: &'s [Stay], at: Spot) -> impl DoubleEndedIterator<Item = &'s Stay> {
    let doc = scene.doc(at.passage);
    let end = doc.sentence_of(at.token).end;
    let upto = stays.partition_point(|s| (s.at.passage, s.at.token) < (at.passage, end));
    let from = stays.partition_point(|s| s.at.passage + REACH < at.passage).max(upto.saturating_sub(MOST)).min(upto);
    let above = stays[..from].iter().take(ABOVE).filter(|s| scene.is_headline(s.at.passage));
    above.chain(&stays[from..upto])
}

/// What took place cannot have been on a day to come, nor what is planned on one gone by; a stay that goes on has room for both.
fn may_be_of(scene: &Scene<'_>, outcome: Outcome, date: &Dating) -> bool {
    let told = || date.value.as_ref().zip(scene.reference);
    match outcome {
        Outcome::Happened | Outcome::Ongoing => !told().is_some_and(|(d, today)| d.begins_after(today)),
        Outcome::Planned => told().is_some_and(|(d, today)| d.last().is_some_and(|last| last >= today)),
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

/// "the **session**": the gathering spoken of before; "**the summit** brings them together"
fn is_the_gathering(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.meetings;
    if doc.is_verbal(at.token) {
        let subject = doc.own_subject(at.token).filter(|&s| doc.tokens[s].pos.is_nominal());
        return subject.is_some_and(|token| is_the_gathering(scene, Spot { token, ..at }));
    }
    frames.visits.gatherings.contains(&doc.lemma(at.token).to_lowercase())
        && doc.determiner(at.token).is_some_and(|d| frames.again.words.contains(&doc.word(d).to_lowercase()))
}

/// "during **the visit**": the one spoken of before.
fn is_the_visit(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.meetings;
    frames.visits.words.contains(&doc.lemma(at.token).to_lowercase())
        && doc.determiner(at.token).is_some_and(|d| frames.again.words.contains(&doc.word(d).to_lowercase()))
}

/// "as part of **a tour** of Europe": the journey of which another visit is a part.
fn is_the_whole(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let part = scene.frames.adpositions.over_of(doc, at.token);
    part.is_some_and(|p| scene.frames.meetings.visits.parts.contains(doc.lemma(p)))
}

/// The visit that a verb or noun tells: "arrived in X", "her visit to X", "her meetings in X", "left X", "welcomed her to X".
fn stay(scene: &Scene<'_>, at: Spot) -> Option<Stay> {
    let doc = scene.doc(at.passage);
    let visits = &scene.frames.meetings.visits;
    let lemma = doc.lemma(at.token).to_lowercase();
    let verbal = doc.is_verbal(at.token);
    let ends = verbal && visits.leave.contains(&lemma);
    let guests = verbal && visits.guests.contains(&lemma);
    let several = || doc.is_plural(at.token) && visits.several.contains(&lemma) && doc.possessor(at.token).is_some();
    if !ends && !guests && !visits.words.contains(&lemma) && !several() {
        return None;
    }
    let who = if guests { &[Slot::Object][..] } else { &[Slot::Subject] };
    let mut who = slots::parties(scene, at, if verbal { who } else { &visits.who });
    let verb = if verbal { Some(at.token) } else { doc.governing_verb(at.token) };
    if who.is_empty() && !verbal {
        let surface = doc.subject(verb?)?;
        who = scene.parties(Spot { token: surface, ..at });
    }
    if who.is_empty() {
        return None;
    }
    let object =
        if verbal && !guests { doc.objects(at.token).into_iter().find_map(|o| place::named(scene, at.passage, doc, o)) } else { None };
    let markers = &visits.markers;
    let place = if ends {
        // who leaves their own country was not on a visit
        object.filter(|p| p.country.is_some() && who.iter().all(|&w| is_foreign(scene, w, p)))
    } else {
        let place = object.or_else(|| place::of(scene, at.passage, &[at.token], markers));
        let place = place.or_else(|| verb.and_then(|v| place::of(scene, at.passage, &[v], markers)));
        // "received at the palace": where they were for that hour
        place.filter(|p| !is_home(scene, &who, p) && (!guests || p.country.is_some()))
    };
    let outcome = verb.and_then(|v| scene.frames.status.of_verb(doc, v)).map_or(Outcome::Happened, |s| s.outcome);
    let anchors: Vec<usize> = [at.token].into_iter().chain(verb.filter(|_| !verbal)).collect();
    // "concluded her visit today": the day of its end
    let closes = verb.is_some_and(|v| !verbal && visits.close.contains(doc.lemma(v)));
    let date = when::of(scene, at.passage, &anchors, outcome).filter(|_| !ends && !closes);
    let told = place.is_some() || date.is_some() && !verbal && scene.is_headline(at.passage);
    told.then_some(Stay { at, who, place, date, outcome, ends })
}

/// "will arrive in Singapore this morning", of its minister: nobody is a guest in the state that they are of.
fn is_home(scene: &Scene<'_>, who: &[EntityId], place: &Located) -> bool {
    let state =
        scene.entities.referents(place.passage, place.tokens.start).iter().any(|&id| scene.entities.get(id).kind == EntityKind::State);
    state && place.country.is_some() && who.iter().all(|&w| scene.entities.get(w).country == place.country)
}

fn is_foreign(scene: &Scene<'_>, who: EntityId, place: &Located) -> bool {
    scene.entities.get(who).country.is_some() && scene.entities.get(who).country != place.country
}

/// "a one-day **summit** in X": those who meet on its sidelines are there.
fn gathering(scene: &Scene<'_>, at: Spot) -> Option<Stay> {
    let doc = scene.doc(at.passage);
    if !scene.frames.meetings.visits.gatherings.contains(&doc.lemma(at.token).to_lowercase()) || doc.is_verbal(at.token) {
        return None;
    }
    // "a countdown **leading up to** the summit": of another day
    let marker = doc.governor(at.token).filter(|_| doc.tokens[at.token].relation == Relation::PrepositionObject);
    let frames = &scene.frames.meetings;
    let there = |p: usize| frames.places.markers.iter().any(|m| m == doc.lemma(p)) || frames.framing.purpose.contains(doc.lemma(p));
    let verb = doc.governing_verb(at.token).filter(|_| marker.is_none_or(there));
    let anchors: Vec<usize> = [at.token].into_iter().chain(verb).collect();
    let place = place::of_encounter(scene, at.passage, &anchors[..1]).or_else(|| place::of_encounter(scene, at.passage, &anchors));
    let outcome = doc.governing_verb(at.token).and_then(|v| scene.frames.status.of_verb(doc, v)).map_or(Outcome::Happened, |s| s.outcome);
    let outcome = if outcome == Outcome::Planned { outcome } else { Outcome::Happened };
    let date = when::of(scene, at.passage, &anchors, outcome);
    (place.is_some() || date.is_some()).then_some(Stay { at, who: Vec::new(), place, date, outcome, ends: false })
}
