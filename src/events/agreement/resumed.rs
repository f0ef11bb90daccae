//! An instrument that only a pronoun stands for: "The treaty is ready. X and Y will sign **it** on Monday."

use super::{Accord, Count, binding, instrument, parties, subjects};
use crate::{
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
        when,
    },
    language::{Pos, Relation},
    record::AgreementStatus,
};

/// How many words back the instrument is looked for.
const REACH: usize = 60;

/// The signing that a verb with such an object tells of.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let frame = frames.verb(doc.lemma(at.token), false).filter(|f| !f.keeps && !f.joins && sure(f.status))?;
    let objects = slots::fill(&scene.frames.adpositions, doc, at.token, &Slot::Object);
    let pronoun = objects
        .into_iter()
        .find(|&o| doc.tokens[o].pos == Pos::Pron && frames.list_verbs.pronouns.contains(&doc.word(o).to_lowercase()))?;
    let noun = told_last(scene, Spot { token: pronoun, ..at })?;
    let kind = instrument::at(scene, scene.doc(noun.passage), noun.token)?.kind;
    let bound = binding::bind(scene, &slots::sides(scene, at, &frame.parties));
    let status = scene.frames.status.of_verb(doc, at.token)?;
    if bound.parties.len() < 2 {
        return None;
    }
    let stage = match status.outcome {
        Outcome::Happened | Outcome::Ongoing => frame.status,
        Outcome::Planned => AgreementStatus::Planned,
        Outcome::Proposed => AgreementStatus::Proposed,
        Outcome::Refused | Outcome::Cancelled => AgreementStatus::Rejected,
        Outcome::Denied => return None,
    };
    Some(Accord {
        signatories: bound.signatories,
        count: Count { number: (!doc.is_plural(pronoun)).then_some(1), words: None },
        subjects: subjects::of(scene, noun),
        status: stage,
        date: when::of(scene, at.passage, &[at.token], status.outcome),
        confidence: frame.confidence * status.sureness * 0.85,
        ..Accord::between(bound.parties, kind, at)
    })
}

/// The signing that a pronoun stands for which names its parties itself: "a deal like **that** struck between X and Y".
pub fn another(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    if !frames.another.contains(&doc.word(at.token).to_lowercase()) || doc.tokens[at.token].relation != Relation::PrepositionObject {
        return None;
    }
    let noun = told_last(scene, at).filter(|n| n.passage == at.passage && doc.sentence_index(n.token) == doc.sentence_index(at.token))?;
    let kind = instrument::at(scene, doc, noun.token)?.kind;
    let sides = &scene.frames.adpositions.sides;
    // the parser may hang the participle right behind it elsewhere
    let right_behind = Some(at.token + 1).filter(|&c| c < doc.len() && doc.is_verbal(c));
    let mut clauses = doc.children_by(at.token, Relation::NounClause).filter(|&c| doc.clause(c).participle).chain(right_behind);
    let made = clauses.find_map(|c| frames.verb(doc.lemma(c), false).map(|f| (c, f))).filter(|(_, f)| !f.keeps);
    let mut named = slots::parties(scene, at, sides);
    if let Some((clause, _)) = made {
        parties::add(&mut named, slots::parties(scene, Spot { token: clause, ..at }, sides), usize::MAX);
    }
    let bound = binding::bind(scene, &named);
    (bound.parties.len() >= 2).then(|| Accord {
        // what is like it is about the same
        subjects: subjects::of(scene, noun),
        status: made.map_or(AgreementStatus::Agreed, |(_, f)| f.status),
        staged: made.is_some(),
        date: made.and_then(|(c, _)| when::of(scene, at.passage, &[c], Outcome::Happened)),
        confidence: 0.6,
        ..Accord::between(bound.parties, kind, at)
    })
}

/// Verbs that are said of instruments, of whatever else they may be said.
fn sure(status: AgreementStatus) -> bool {
    matches!(status, AgreementStatus::Signed | AgreementStatus::Ratified)
}

/// The instrument named last before a token, in its passage or the one before.
fn told_last(scene: &Scene<'_>, at: Spot) -> Option<Spot> {
    let before = at.passage.checked_sub(1);
    let here = (0..at.token).rev().map(|token| Spot { token, ..at });
    let there = before.into_iter().flat_map(|passage| (0..scene.doc(passage).len()).rev().map(move |token| Spot { passage, token }));
    here.chain(there).take(REACH).find(|s| {
        let doc = scene.doc(s.passage);
        doc.tokens[s.token].pos.is_nominal()
            && instrument::at(scene, doc, s.token).is_some_and(|n| !matches!(n.needs, instrument::Needs::Bodies(_)))
    })
}
