//! Several kinds signed in one go: "signed **a treaty on fish**, **a joint statement** and **two memoranda**" is one signing, of so many papers.

use super::{Accord, Count, Told};
use crate::{
    events::scene::Scene,
    language::Relation,
    record::{AgreementStatus, Instrument},
};

/// How many told of before one are asked.
const BACK: usize = 8;

/// Most members of a list of papers.
const LONGEST: usize = 40;

/// Joins what one breath tells of the same sides: all of one kind, or "agreement" for more.
pub fn join(scene: &Scene<'_>, told: Vec<Told>) -> Vec<Told> {
    let mut joined: Vec<Told> = Vec::with_capacity(told.len());
    for one in told {
        let of_one = |first: &Told| match (first, &one) {
            (Told::Accord(first), Told::Accord(one)) => are_one(scene, first, one),
            (Told::Accord(first), Told::Again(one)) => one.parties.len() < 2 && is_beside(scene, first, one),
            _ => false,
        };
        let first = (joined.len().saturating_sub(BACK)..joined.len()).rev().find(|&i| of_one(&joined[i]));
        match (first.map(|i| &mut joined[i]), one) {
            (Some(Told::Accord(first)), Told::Accord(one) | Told::Again(one)) => add(first, one),
            (_, one) => joined.push(one),
        }
    }
    joined
}

/// True for two papers of the same sides, at the same stage, of which an "and" joins the nouns.
fn are_one(scene: &Scene<'_>, first: &Accord, one: &Accord) -> bool {
    let same = first.parties.len() == one.parties.len() && one.parties.iter().all(|p| first.parties.contains(p));
    same && first.status == one.status && first.target.is_none() && is_beside(scene, first, one)
}

/// "**a treaty** and **a memorandum**", of what is signed or will be.
fn is_beside(scene: &Scene<'_>, first: &Accord, one: &Accord) -> bool {
    let (Some(&a), Some(&b)) = (first.evidence.first(), one.evidence.first()) else { return false };
    let signed = first.staged && matches!(first.status, AgreementStatus::Signed | AgreementStatus::Planned | AgreementStatus::Ratified);
    let doc = scene.doc(b.passage);
    let joined = |&t: &usize| doc.governor(t).filter(|_| doc.tokens[t].relation == Relation::Conjunct);
    let list = || std::iter::successors(Some(b.token), joined).take(LONGEST);
    signed && a.passage == b.passage && a.token < b.token && list().any(|t| t == a.token)
}

fn add(first: &mut Accord, one: Accord) {
    let number = first.count.number.zip(one.count.number).map(|(a, b)| a + b);
    first.count = Count { number, words: first.count.words.take().filter(|_| number.is_none()) };
    first.instrument = if first.instrument == one.instrument { one.instrument } else { Instrument::Agreement };
    let subjects: Vec<_> = one.subjects.into_iter().filter(|s| !first.subjects.contains(s)).collect();
    first.subjects.extend(subjects);
    first.evidence.extend(one.evidence);
    let signatories: Vec<_> = one.signatories.into_iter().filter(|id| !first.signatories.contains(id)).collect();
    first.signatories.extend(signatories);
    first.date = first.date.take().or(one.date);
    first.place = first.place.take().or(one.place);
}
