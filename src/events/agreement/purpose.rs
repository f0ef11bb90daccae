//! An infinitive that hangs on a noun or another verb: what stands above tells how far the deal has come.

use std::collections::HashSet;

use crate::{
    events::{
        scene::{Scene, Spot},
        slots,
        status::Outcome,
    },
    language::{Doc, Relation, grammar::Clause},
    record::AgreementStatus,
};

/// How many edges over the verb are asked for talks.
const REACH: usize = 3;

/// What stands over the verb of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Nothing that tells of it: it tells of itself.
    Own,
    /// A word that tells of no deal: "a **licence** to buy".
    Mere,
    /// "is in **talks** to buy": the talks.
    Talks(usize),
    /// "X's **effort** to buy"
    Tried,
    /// "announced **plans** to buy"
    Resolved,
    /// "won the **bidding** to buy"
    Won,
    /// "**paid** $2bn to buy"
    Spent,
}

impl Purpose {
    /// What stands over a verb.
    pub fn of(scene: &Scene<'_>, at: Spot) -> Self {
        let doc = scene.doc(at.passage);
        if let Some(talks) = talks(scene, doc, at.token) {
            return Self::Talks(talks);
        }
        let hangs = matches!(doc.tokens[at.token].relation, Relation::NounClause | Relation::RelativeClause | Relation::AdverbialClause);
        if !hangs || !doc.clause(at.token).infinitive {
            return Self::Own;
        }
        let frames = &scene.frames.agreements;
        let verb = doc.governing_verb(at.token);
        let objects = verb.map(|v| doc.objects(v)).unwrap_or_default();
        // "won **the bidding** to buy X": hung, by the parser, on the verb
        let contest = |&o: &usize| frames.contests.contains(doc.lemma(o)) && o < at.token;
        let noun = doc.governor(at.token).filter(|&n| !doc.is_verbal(n)).or_else(|| objects.iter().copied().find(contest));
        // "has **no** plans to buy", "its decision **not** to buy", "disclosed plans **of Y** to buy"
        let of_others = |n: usize| {
            let slots = [scene.frames.adpositions.of.as_slice(), scene.frames.adpositions.by.as_slice()].concat();
            !slots::parties(scene, Spot { token: n, ..at }, &slots).is_empty()
        };
        let negated = doc.clause(at.token).negated || noun.is_some_and(|n| doc.is_denied(n));
        if negated || noun.is_some_and(|n| frames.attempts.contains(doc.lemma(n)) && of_others(n)) {
            return Self::Mere;
        }
        let told = |n: usize, verbs: &HashSet<String>| {
            objects.contains(&n) && verb.is_some_and(|v| verbs.contains(doc.lemma(v)) && is_told(doc.clause(v)))
        };
        // "dropped **its plan** to buy X"
        let dropped = || verb.is_some_and(|v| scene.frames.status.says(doc, v) == Some(Outcome::Cancelled));
        match noun {
            Some(n) if frames.contests.contains(doc.lemma(n)) && told(n, &frames.won) => Self::Won,
            Some(n) if frames.attempts.contains(doc.lemma(n)) && doc.possessor(n).is_some() && !dropped() => Self::Tried,
            Some(n) if frames.intentions.contains(doc.lemma(n)) && told(n, &frames.resolving) => Self::Resolved,
            Some(n) if frames.attempts.contains(doc.lemma(n)) && told(n, &frames.resolving) => Self::Tried,
            _ if verb.is_some_and(|v| frames.spending.contains(doc.lemma(v))) => Self::Spent,
            _ => Self::Mere,
        }
    }

    /// The stage that it tells, whatever the verb's own form: `done` is what the frame says of a deal that was made.
    pub fn stage(self, done: AgreementStatus) -> Option<AgreementStatus> {
        match self {
            Self::Talks(_) => Some(AgreementStatus::Negotiating),
            Self::Tried => Some(AgreementStatus::Proposed),
            Self::Resolved => Some(AgreementStatus::Planned),
            Self::Won => Some(done),
            Self::Own | Self::Mere | Self::Spent => None,
        }
    }
}

/// What somebody is told to have done, or to do.
fn is_told(clause: Clause) -> bool {
    clause.modal.is_none() && !clause.negated && !clause.infinitive
}

/// "is in **talks** to buy".
fn talks(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<usize> {
    let talks = scene.frames.agreements.status_nouns.get(&AgreementStatus::Negotiating)?;
    let tells = |t: &usize| talks.contains(doc.lemma(*t));
    let mut at = verb;
    for _ in 0..REACH {
        let over = doc.governor(at)?;
        let beside = || doc.obliques(over).into_iter().map(|o| o.noun).filter(|&n| n < verb).find(tells);
        let told = Some(over).filter(tells).or_else(|| doc.is_verbal(over).then(beside).flatten());
        if told.is_some() {
            return told;
        }
        at = over;
    }
    None
}
