//! Which agreements came of which encounter.

use super::{Accord, Encounter, Outcome, scene::Scene, visit::Stays};
use crate::record::AgreementStatus;

/// How many passages lie between an encounter and what came of it.
const REACH: usize = 2;

/// Links each signing to the encounter told of nearest to it, whose sides are its parties.
pub fn link(scene: &Scene<'_>, encounters: &[Encounter], accords: &mut [Accord]) {
    for accord in accords.iter_mut().filter(|a| a.meeting.is_none()) {
        if !matches!(accord.status, AgreementStatus::Signed | AgreementStatus::Agreed) {
            continue;
        }
        let near = encounters.iter().enumerate().filter(|(_, e)| e.outcome == Outcome::Happened).filter_map(|(i, e)| {
            let sides: Vec<_> = e.principals().collect();
            let fits = accord.parties.iter().all(|&p| sides.iter().any(|&s| scene.same_side(s, p))) && agrees(accord, e);
            let distance = e.evidence.iter().flat_map(|a| accord.evidence.iter().map(|b| a.passage.abs_diff(b.passage))).min()?;
            (fits && distance <= REACH).then_some((distance, i))
        });
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

fn agrees(accord: &Accord, e: &Encounter) -> bool {
    match (accord.date.as_ref().and_then(|d| d.value.as_ref()), e.date.as_ref().and_then(|d| d.value.as_ref())) {
        (Some(a), Some(b)) => a.may_be_one(b),
        _ => true,
    }
}
