//! On what occasion an instrument came about, where its sentence does not name all who are bound: the encounter told of right there,
//! the visit of the one who is named, the two states that the article's encounters are all between.

use super::{
    binding::{self, Bound},
    naming, organs, parties,
    taking::Taking,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        meeting::Encounter,
        scene::{Scene, Spot},
        slots,
        status::Outcome,
        visit::Stays,
        when::Dating,
    },
    language::{Pos, Relation},
    record::AgreementStatus,
};

/// How many encounters, and mentions of one, are looked at.
const MOST: usize = 200;

/// The encounters and visits that an article tells of.
#[derive(Debug)]
pub struct Occasions<'a> {
    /// Encounters, in order of their first mention.
    pub encounters: &'a [Encounter],
    /// Who stayed where.
    pub stays: &'a Stays,
    /// The two states that all encounters are between.
    pair: Option<[EntityId; 2]>,
}

impl<'a> Occasions<'a> {
    /// Those of an article.
    pub fn of(scene: &Scene<'_>, encounters: &'a [Encounter], stays: &'a Stays) -> Self {
        Self { encounters, stays, pair: pair(scene, encounters) }
    }

    /// Adds to those bound by what a sentence tells as far along as `status` who else was there.
    pub fn complete(&self, scene: &Scene<'_>, at: Spot, status: AgreementStatus, date: Option<&Dating>, bound: &mut Bound) {
        if matches!(status, AgreementStatus::Signed | AgreementStatus::Agreed | AgreementStatus::Planned) {
            self.take_encounter(scene, at, status, date, bound);
        }
        if bound.parties.len() < 2 {
            self.take_visit(scene, at, bound);
        }
        if bound.parties.len() < 2 {
            self.of_pair(scene, at, bound);
        }
    }

    /// The two states that the article's encounters are all between.
    pub fn of_pair(&self, scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        if let Some(pair) = self.pair
            && bound.parties.iter().all(|p| pair.contains(p))
            && nobody_else(scene, at, &pair)
        {
            bound.parties = pair.to_vec();
        }
    }

    /// Guest and host of the visit during which it is told to have been signed: "the pact **signed during X's visit to Y**".
    pub fn of_visit(&self, scene: &Scene<'_>, at: Spot, takings: &[Taking<'_>], bound: &mut Bound) {
        let during = |t: &Taking<'_>| {
            let verb = Spot { token: t.verb, ..at };
            let doc = scene.doc(at.passage);
            // "**the two countries** signed", not "the two sides", who may be others than host and guest
            let countries =
                || doc.own_subject(t.verb).is_some_and(|s| scene.frames.agreements.countries.contains(&doc.lemma(s).to_lowercase()));
            let before = || countries().then(|| self.stays.right_before(scene, verb)).flatten();
            self.stays.during(scene, verb).or_else(|| self.stays.beside(scene, verb)).or_else(before)
        };
        let Some((guests, host)) = takings.iter().filter(|t| !t.frame.keeps).find_map(during) else { return };
        // "**football fans** visited Peru"
        let speaks = |&g: &EntityId| {
            let e = scene.entities.get(g);
            e.kind != EntityKind::Group || organs::last_word_in(&e.name.to_lowercase(), &scene.frames.agreements.leaders)
        };
        if !guests.iter().all(speaks) {
            return;
        }
        let guests = binding::bind(scene, guests).parties;
        let states = guests.iter().all(|&g| !scene.same_side(g, host) && scene.entities.get(g).kind == EntityKind::State);
        if states && !guests.is_empty() {
            bound.parties = guests;
            parties::add(&mut bound.parties, vec![host], 2);
        }
    }

    /// The two states for which those speak who met last, where they are told to speak of an instrument that there is by its name, or by what
    /// was done to it: "**they** took stock of the Visa Agreement signed in May".
    pub fn of_speakers(&self, scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        if is_of_many(scene, at) {
            return;
        }
        if !speak_together(scene, at) {
            // "the minister hoped that parliament would approve **the Air Transport Agreement**"
            let titled = scene.doc(at.passage).modifiers(at.token).any(|m| scene.doc(at.passage).tokens[m].pos == Pos::Propn);
            if titled && scene.doc(at.passage).tokens[at.token].pos == Pos::Propn && !bound.parties.is_empty() {
                self.of_pair(scene, at, bound);
            }
            return;
        }
        let told = |e: &Encounter| matches!(e.outcome, Outcome::Happened | Outcome::Planned | Outcome::Ongoing);
        let last = |e: &Encounter| e.evidence.iter().take(MOST).rfind(|s| **s < at && s.passage + BACK >= at.passage).copied();
        let met = self.encounters.iter().take(MOST).filter(|e| told(e)).filter_map(|e| last(e).map(|spot| (spot, e)));
        let Some((_, encounter)) = met.max_by_key(|(spot, _)| *spot) else { return };
        let states = binding::bind(scene, &encounter.principals().collect::<Vec<_>>()).parties;
        let &[a, b] = states.as_slice() else { return };
        let state = |id: EntityId| scene.entities.get(id).kind == EntityKind::State;
        if state(a) && state(b) && bound.parties.iter().all(|p| states.contains(p)) && nobody_else(scene, at, &[a, b]) {
            bound.parties = states;
        }
    }

    /// The two who sat together last, right before: "Peru and the rebels held talks. **The two sides** signed a truce".
    pub fn of_those_met(&self, scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        let told = |e: &Encounter| matches!(e.outcome, Outcome::Happened | Outcome::Planned | Outcome::Ongoing);
        let last = |e: &Encounter| e.evidence.iter().take(MOST).rfind(|s| **s < at && s.passage + 1 >= at.passage).copied();
        let near = |spot: &Spot| distance(scene, *spot, at) <= 1;
        let met = self.encounters.iter().take(MOST).filter(|e| told(e)).filter_map(|e| last(e).filter(near).map(|spot| (spot, e)));
        let Some((_, encounter)) = met.max_by_key(|(spot, _)| *spot) else { return };
        let sides = binding::bind(scene, &encounter.principals().collect::<Vec<_>>()).parties;
        let binds = |&p: &EntityId| scene.entities.get(p).kind != EntityKind::Person;
        if sides.len() == 2 && sides.iter().all(binds) && bound.parties.iter().all(|p| sides.contains(p)) {
            bound.parties = sides;
        }
    }

    /// Writer and reader of the letter in which an instrument is told of that one of them signed, or that both have: "the pact which **you**
    /// signed".
    pub fn of_letter(scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        let Some(letter) = scene.letter(at) else { return };
        let pair = binding::bind(scene, &letter.both()).parties;
        let &[a, b] = pair.as_slice() else { return };
        let e = |id: EntityId| scene.entities.get(id);
        // "our **predecessors**"
        let theirs = |id: EntityId| {
            let mention = e(id).mentions.last().and_then(|&m| scene.entities.mentions.get(m));
            let whose = mention.and_then(|m| Some(Spot { passage: m.passage, token: scene.doc(m.passage).possessor(m.head)? }));
            whose.is_some_and(|spot| !scene.of_letter(spot).is_empty())
        };
        let nobody = |id: EntityId| e(id).kind == EntityKind::Group && e(id).country.is_none() && theirs(id);
        if is_of_many(scene, at) {
            bound.parties.retain(|&p| !nobody(p));
            return;
        }
        let name = naming::own_name(scene, at);
        let own = |id: EntityId| nobody(id) || name.contains(&id) || pair.iter().any(|&p| scene.same_side(p, id));
        let states = [a, b].iter().all(|&id| e(id).kind == EntityKind::State);
        if states && bound.parties.iter().all(|&p| own(p)) && nobody_else(scene, at, &[a, b]) {
            bound.parties = pair;
        }
    }

    /// The two states between which something is told of that an instrument, called by its name, is listed under: "the ties **between X and Y**, including
    /// the Currency Agreement established in 1967".
    pub fn of_ties(scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        if !is_listed(scene, at) || is_of_many(scene, at) {
            return;
        }
        let sentence = scene.doc(at.passage).sentence_of(at.token);
        let between = &scene.frames.adpositions.between;
        let mut sides = sentence.range().take(SENTENCE).map(|token| slots::parties(scene, Spot { token, ..at }, between));
        let Some(pair) = sides.find(|ids| ids.len() == 2) else { return };
        let state = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::State;
        let theirs = bound.parties.iter().all(|p| pair.contains(p));
        if pair.iter().all(state) && theirs && nobody_else(scene, at, &[pair[0], pair[1]]) {
            bound.parties = pair;
        }
    }

    /// Those who met right there.
    fn take_encounter(&self, scene: &Scene<'_>, at: Spot, status: AgreementStatus, date: Option<&Dating>, bound: &mut Bound) {
        let value = date.and_then(|d| d.value.as_ref());
        let fits = |e: &Encounter| {
            let told = e.outcome == Outcome::Happened || e.outcome == Outcome::Planned && status == AgreementStatus::Planned;
            let day = e.date.as_ref().and_then(|d| d.value.as_ref());
            told && value.is_none_or(|v| day.is_some_and(|d| d.may_be_one(v)))
        };
        let told = self.encounters.iter().enumerate().rev().filter(|(_, e)| e.evidence[0].passage <= at.passage && fits(e));
        let near = told.take(MOST).filter_map(|(i, e)| {
            let from = e.evidence.partition_point(|s| s.passage + 1 < at.passage);
            let told = e.evidence[from..].iter().take_while(|s| s.passage <= at.passage).take(MOST);
            let told = told.map(|s| distance(scene, *s, at)).min()?;
            (told <= 1).then_some((told, i))
        });
        let Some((_, i)) = near.min_by_key(|(d, i)| (*d, *i)) else { return };
        let met: Vec<EntityId> = self.encounters[i].principals().collect();
        let mut whole = binding::bind(scene, &met);
        // those whom the sentence names must be among those who met
        // "the Prime Ministers": those who met, of whom no more is said
        let those = |p: EntityId| {
            let e = scene.entities.get(p);
            e.kind == EntityKind::Group && e.country.is_none() && met.iter().all(|&m| scene.entities.get(m).kind == EntityKind::Person)
        };
        // "met **opposition politicians**": with whom nobody signs for a state
        let nobody = |&p: &EntityId| scene.entities.get(p).kind == EntityKind::Group && scene.entities.get(p).country.is_none();
        whole.parties.retain(|p| !nobody(p));
        let among = |p: &EntityId| those(*p) || whole.parties.iter().any(|w| scene.same_side(*w, *p));
        if bound.parties.iter().all(among) && whole.parties.len() >= 2 {
            bound.parties = whole.parties;
            bound.meeting = Some(i);
        }
    }

    /// The state that the one who is named visits: "on her visit to X she signed …".
    fn take_visit(&self, scene: &Scene<'_>, at: Spot, bound: &mut Bound) {
        let &[guest] = bound.parties.as_slice() else { return };
        let who: Vec<EntityId> = bound.signatories.iter().copied().chain([guest]).collect();
        let place = self.stays.place(scene, at, &who).and_then(|p| p.country);
        let host = place.as_deref().and_then(|c| scene.entities.state(c)).filter(|&h| !scene.same_side(h, guest));
        bound.parties.extend(host.filter(|_| scene.entities.get(guest).kind == EntityKind::State));
    }
}

/// How many words of a sentence are asked whose ties it speaks of.
const SENTENCE: usize = 80;

/// How many passages behind an encounter those who met still speak.
const BACK: usize = 6;
/// How many clauses over the instrument are asked who speaks.
const CLAUSES: usize = 4;

/// True where the subject of a clause over the instrument is a word for the several who met: "**both sides** welcomed".
fn speak_together(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let clauses = std::iter::successors(doc.governing_verb(at.token), |&v| doc.governing_verb(v)).take(CLAUSES);
    let subject = clauses.filter_map(|v| doc.own_subject(v)).find(|&s| doc.antecedent(s).is_none());
    subject.is_some_and(|s| s != at.token && scene.frames.meetings.together.points_at_several(doc, s))
}

/// "the ties …, **including** the Currency Agreement and the Fisheries Agreement".
fn is_listed(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let above = |&t: &usize| matches!(doc.tokens[t].relation, Relation::Conjunct | Relation::Apposition).then(|| doc.governor(t)).flatten();
    let first = std::iter::successors(Some(at.token), above).take(SENTENCE).last().unwrap_or(at.token);
    doc.governor(first).is_some_and(|g| scene.frames.agreements.noun.listing.contains(&doc.lemma(g).to_lowercase()))
}

/// "the **Paris** Agreement", "the Law of the Sea **Convention**": which more than two have made.
pub fn is_of_many(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let words = &scene.frames.agreements;
    doc.full_phrase(at.token).range().any(|t| {
        let word = doc.word(t).to_lowercase();
        let place = doc.tokens[t].pos == Pos::Propn && t < at.token && doc.name_at(t).is_some_and(|n| n.label == "GPE" || n.label == "LOC");
        words.joined.contains(&word)
            || words.of_many.contains(&word)
            || scene.frames.ties.around.treaty_places.contains(&word)
            || place && scene.named(doc.word(t)).is_none()
    })
}

/// The two states that every encounter is between, where they are the same in all.
fn pair(scene: &Scene<'_>, encounters: &[Encounter]) -> Option<[EntityId; 2]> {
    let mut found: Option<[EntityId; 2]> = None;
    for e in encounters.iter().filter(|e| matches!(e.outcome, Outcome::Happened | Outcome::Planned | Outcome::Ongoing)) {
        let states: Vec<EntityId> = binding::bind(scene, &e.principals().collect::<Vec<_>>()).parties;
        let &[a, b] = states.as_slice() else { return None };
        if [a, b].iter().any(|&s| scene.entities.get(s).kind != EntityKind::State) {
            return None;
        }
        let both = [a.min(b), a.max(b)];
        if found.is_some_and(|f| f != both) {
            return None;
        }
        found = Some(both);
    }
    found
}

/// True where the sentence names no state or body but those two and theirs.
fn nobody_else(scene: &Scene<'_>, at: Spot, pair: &[EntityId; 2]) -> bool {
    let sentence = scene.doc(at.passage).sentence_of(at.token);
    let own =
        |id: EntityId| pair.iter().any(|&p| scene.same_side(p, id) || scene.entities.get(p).country == scene.entities.get(id).country);
    sentence.range().all(|token| {
        scene.entities.mention_at(at.passage, token).is_none_or(|m| {
            m.tokens.holds(at.token)
                || m.refers
                    .iter()
                    .all(|&id| !matches!(scene.entities.get(id).kind, EntityKind::State | EntityKind::Organization) || own(id))
        })
    })
}

/// Sentences between two spots; a passage's border counts as one.
fn distance(scene: &Scene<'_>, a: Spot, b: Spot) -> usize {
    if a.passage == b.passage {
        let doc = scene.doc(a.passage);
        return doc.sentence_index(a.token).abs_diff(doc.sentence_index(b.token));
    }
    1
}
