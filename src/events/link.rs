//! Which agreements came of which encounter.

use super::{
    Accord, Encounter, Outcome,
    scene::{Scene, Spot},
    visit::Stays,
};
use crate::{entities::EntityId, record::AgreementStatus};

/// How many passages lie between an encounter and what came of it.
const REACH: usize = 2;
/// How many encounters are compared with one signing.
const MOST: usize = 200;

/// Links each signing to the encounter told of nearest to it, whose sides are its parties.
pub fn link(scene: &Scene<'_>, encounters: &[Encounter], accords: &mut [Accord]) {
    for accord in accords.iter_mut().filter(|a| a.meeting.is_none()) {
        if !matches!(accord.status, AgreementStatus::Signed | AgreementStatus::Agreed) {
            continue;
        }
        let (Some(first), Some(last)) = (accord.evidence.first().map(|s| s.passage), accord.evidence.last().map(|s| s.passage)) else {
            continue;
        };
        let upto = encounters.partition_point(|e| e.evidence.first().is_none_or(|s| s.passage <= last + REACH));
        let told = told_with(scene, accord);
        let watched = |e: &Encounter| e.principals().filter(|id| told.binary_search(id).is_ok()).count() > 1 && bodies_of(scene, accord, e);
        let reach = |e: &Encounter| {
            let (from, to) = (e.evidence.first().map_or(0, |s| s.passage), e.evidence.last().map_or(0, |s| s.passage));
            from <= last + REACH && to + REACH >= first || watched(e)
        };
        let near = encounters[..upto]
            .iter()
            .enumerate()
            .rev()
            .take(MOST)
            .filter(|(_, e)| reach(e))
            .filter(|(_, e)| e.outcome == Outcome::Happened)
            .filter_map(|(i, e)| {
                let sides: Vec<_> = e.principals().collect();
                let fits = accord.parties.iter().all(|&p| sides.iter().any(|&s| scene.same_side(s, p)));
                let distance = apart(e, accord)?;
                let near = fits && distance <= REACH || watched(e);
                (near && agrees(accord, e)).then_some((distance, i))
            });
        accord.meeting = near.min().map(|(_, i)| i);
    }
}

/// True where the parties are bodies of those who met: "the **Chilean** ministry", of Chile's president.
fn bodies_of(scene: &Scene<'_>, accord: &Accord, e: &Encounter) -> bool {
    let country = |id: EntityId| scene.entities.get(id).country.as_ref();
    let one_of = |p: &EntityId| country(*p).is_some() && e.principals().any(|s| country(s) == country(*p));
    let parties = &accord.parties;
    parties.len() > 1 && parties.iter().all(one_of) && parties.iter().any(|&p| country(p) != country(parties[0]))
}

/// "**The leaders** witnessed the signing of …": those who stand in the sentences that tell of a signing.
fn told_with(scene: &Scene<'_>, accord: &Accord) -> Vec<EntityId> {
    let mut told = Vec::new();
    for at in accord.evidence.iter().take(FEW) {
        let doc = scene.doc(at.passage);
        let subject = doc.governing_verb(at.token).and_then(|v| doc.subject(v));
        told.extend(subject.map(|token| scene.sides(Spot { token, ..*at })).unwrap_or_default());
        let words = doc.sentence_of(at.token).range().take(LONG);
        told.extend(words.flat_map(|t| scene.entities.referents(at.passage, t)));
    }
    told.sort_unstable();
    told.dedup();
    told
}

/// How many words of a sentence are asked.
const LONG: usize = 200;
/// How many mentions of a signing are asked.
const FEW: usize = 8;

/// Gives a signing that names no day or place those of the encounter that it came of, or the place of its signers' visit.
pub fn inherit(scene: &Scene<'_>, encounters: &[Encounter], stays: &Stays, accords: &mut [Accord]) {
    for accord in accords.iter_mut().filter(|a| a.status == AgreementStatus::Signed) {
        if let Some(e) = accord.meeting.and_then(|m| encounters.get(m)) {
            accord.date = accord.date.take().or_else(|| e.date.clone());
            accord.place = accord.place.take().or_else(|| e.place.clone());
        }
        if accord.place.is_none() && !accord.signatories.is_empty() {
            accord.place = accord.evidence.first().and_then(|&at| stays.place(scene, at, &accord.signatories));
        }
    }
}

/// Passages between the nearest mentions of both. Both stand in the order of the text, so that one walk finds them.
fn apart(e: &Encounter, accord: &Accord) -> Option<usize> {
    let mut rest = accord.evidence.iter().peekable();
    let mut nearest: Option<usize> = None;
    for a in &e.evidence {
        while let Some(b) = rest.peek() {
            let gap = a.passage.abs_diff(b.passage);
            nearest = Some(nearest.map_or(gap, |n| n.min(gap)));
            if b.passage >= a.passage {
                break;
            }
            rest.next();
        }
    }
    nearest
}

fn agrees(accord: &Accord, e: &Encounter) -> bool {
    match (accord.date.as_ref().and_then(|d| d.value.as_ref()), e.date.as_ref().and_then(|d| d.value.as_ref())) {
        (Some(a), Some(b)) => a.may_be_one(b),
        _ => true,
    }
}
