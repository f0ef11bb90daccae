//! Which agreements came of which encounter.

use super::{Accord, Encounter, Outcome, scene::Scene, visit::Stays};
use crate::record::AgreementStatus;

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
            let (from, to) = (e.evidence.first().map_or(0, |s| s.passage), e.evidence.last().map_or(0, |s| s.passage));
            from <= last + REACH && to + REACH >= first
        };
        let near =
            encounters.iter().enumerate().filter(|(_, e)| reach(e)).take(MOST).filter(|(_, e)| e.outcome == Outcome::Happened).filter_map(
                |(i, e)| {
                    let sides: Vec<_> = e.principals().collect();
                    let fits = accord.parties.iter().all(|&p| sides.iter().any(|&s| scene.same_side(s, p))) && agrees(accord, e);
                    let distance = apart(e, accord)?;
                    (fits && distance <= REACH).then_some((distance, i))
                },
            );
        accord.meeting = near.min().map(|(_, i)| i);
    }
}

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
