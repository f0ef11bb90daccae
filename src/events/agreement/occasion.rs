//! On what occasion an instrument came about, where its sentence does not name all who are bound: the encounter told of right there,
//! the visit of the one who is named, the two states that the article's encounters are all between.

use super::{
    parties::{self, Bound},
    taking::Taking,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        meeting::Encounter,
        scene::{Scene, Spot},
        status::Outcome,
        visit::Stays,
        when::Dating,
    },
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
        if bound.parties.len() < 2
            && let Some(pair) = self.pair
            && bound.parties.iter().all(|p| pair.contains(p))
            && nobody_else(scene, at, &pair)
        {
            bound.parties = pair.to_vec();
        }
    }

    /// Guest and host of the visit during which it is told to have been signed: "the pact **signed during X's visit to Y**".
    pub fn of_visit(&self, scene: &Scene<'_>, at: Spot, takings: &[Taking<'_>], bound: &mut Bound) {
        let during = |t: &Taking<'_>| self.stays.during(scene, Spot { token: t.verb, ..at });
        let Some((guests, host)) = takings.iter().filter(|t| !t.frame.keeps).find_map(during) else { return };
        let guests = parties::bind(scene, guests).parties;
        if guests.iter().all(|&g| !scene.same_side(g, host) && scene.entities.get(g).kind == EntityKind::State) {
            parties::add(&mut bound.parties, guests, 2);
            parties::add(&mut bound.parties, vec![host], 2);
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
        let whole = parties::bind(scene, &met);
        // those whom the sentence names must be among those who met
        // "the Prime Ministers": those who met, of whom no more is said
        let those = |p: EntityId| {
            let e = scene.entities.get(p);
            e.kind == EntityKind::Group && e.country.is_none() && met.iter().all(|&m| scene.entities.get(m).kind == EntityKind::Person)
        };
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

/// The two states that every encounter is between, where they are the same in all.
fn pair(scene: &Scene<'_>, encounters: &[Encounter]) -> Option<[EntityId; 2]> {
    let mut found: Option<[EntityId; 2]> = None;
    for e in encounters.iter().filter(|e| matches!(e.outcome, Outcome::Happened | Outcome::Planned | Outcome::Ongoing)) {
        let states: Vec<EntityId> = parties::bind(scene, &e.principals().collect::<Vec<_>>()).parties;
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
