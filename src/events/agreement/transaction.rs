//! Business told by a verb: one company buys, merges with or bids for another.

use super::{Accord, Count, frames::Transaction};
use crate::{
    entities::EntityKind,
    events::{
        scene::{Scene, Spot},
        slots,
        status::Outcome,
        when,
    },
    language::Relation,
    record::AgreementStatus,
};

/// The frame of a verb of business, with its particle where it has one.
pub fn frame<'f>(scene: &Scene<'f>, at: Spot) -> Option<&'f Transaction> {
    let doc = scene.doc(at.passage);
    let lemma = match doc.particle(at.token) {
        Some(p) => format!("{} {}", doc.lemma(at.token), doc.lemma(p)),
        None => doc.lemma(at.token).to_owned(),
    };
    scene.frames.agreements.transactions.iter().find(|f| f.lemmas.contains(&lemma))
}

/// The transaction that a verb tells of, if a frame fires.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let frame = frame(scene, at)?;
    if frame.needs_object && doc.objects(at.token).is_empty() && !doc.is_passive(at.token) {
        return None;
    }
    let parties = slots::parties(scene, at, &frame.parties);
    if parties.len() < 2 || parties.len() > 4 {
        return None;
    }
    let body =
        |&id: &crate::entities::EntityId| scene.entities.get(id).kind == EntityKind::Organization && !scene.entities.get(id).nameless;
    if frame.between_bodies && !parties.iter().all(body) {
        return None;
    }
    if matches!(doc.tokens[at.token].relation, Relation::Compound | Relation::AdjectiveModifier) {
        return None;
    }
    let status = scene.frames.status.of_verb(doc, at.token)?;
    let stage = match status.outcome {
        Outcome::Happened | Outcome::Ongoing => frame.status,
        Outcome::Planned => AgreementStatus::Planned,
        Outcome::Proposed => AgreementStatus::Proposed,
        Outcome::Cancelled | Outcome::Refused => AgreementStatus::Rejected,
        Outcome::Denied => return None,
    };
    Some(Accord {
        parties,
        signatories: Vec::new(),
        instrument: frame.instrument,
        count: Count { number: Some(1), words: None },
        items: Vec::new(),
        subjects: Vec::new(),
        status: stage,
        date: when::of(scene, at.passage, &[at.token], status.outcome),
        place: None,
        meeting: None,
        confidence: frame.confidence * status.sureness,
        evidence: vec![at],
    })
}
