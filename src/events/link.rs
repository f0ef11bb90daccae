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
        let reach = |e: &Encounter| {
            if is_told_with(scene, accord, &e.principals().collect::<Vec<_>>()) {
                return true;
            }
            let (from, to) = (e.evidence.first().map_or(0, |s| s.passage), e.evidence.last().map_or(0, |s| s.passage));
            from <= last + REACH && to + REACH >= first
        };
        let near =
            encounters.iter().enumerate().filter(|(_, e)| reach(e)).take(MOST).filter(|(_, e)| e.outcome == Outcome::Happened).filter_map(
                |(i, e)| {
                    let sides: Vec<_> = e.principals().collect();
                    let fits = accord.parties.iter().all(|&p| sides.iter().any(|&s| scene.same_side(s, p)));
                    let watched = || bodies_of(scene, accord, &sides) && is_told_with(scene, accord, &sides);
                    let distance = apart(e, accord)?;
                    let near = fits && distance <= REACH || watched();
                    (near && agrees(accord, e)).then_some((distance, i))
                },
            );
        accord.meeting = near.min().map(|(_, i)| i);
    }
}

/// True where the parties are bodies of those who met: "the **Chilean** ministry", of Chile's president.
fn bodies_of(scene: &Scene<'_>, accord: &Accord, sides: &[EntityId]) -> bool {
    let country = |id: EntityId| scene.entities.get(id).country.as_ref();
    let one_of = |p: &EntityId| country(*p).is_some() && sides.iter().any(|&s| country(s) == country(*p));
    accord.parties.len() > 1
        && accord.parties.iter().all(one_of)
        && accord.parties.iter().any(|&p| country(p) != country(accord.parties[0]))
}

/// "**The leaders** witnessed the signing of …": two of those who met stand in the sentence of the signing.
fn is_told_with(scene: &Scene<'_>, accord: &Accord, sides: &[EntityId]) -> bool {
    accord.evidence.iter().take(FEW).any(|at| {
        let doc = scene.doc(at.passage);
        let sentence = doc.sentence_of(at.token);
        let subject = doc.governing_verb(at.token).and_then(|v| doc.subject(v));
        let watch = subject.map(|token| scene.sides(Spot { token, ..*at })).unwrap_or_default();
        let told = |id: &EntityId| watch.contains(id) || sentence.range().any(|t| scene.entities.referents(at.passage, t).contains(id));
        sides.iter().filter(|id| told(id)).count() > 1
    })
}

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
