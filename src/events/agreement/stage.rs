//! How far an instrument has come: by the verb that takes it, the nouns over it, and the words before it.

use super::frames::{AgreementFrames, VerbFrame};
use crate::{
    events::{
        scene::{Scene, Spot},
        status::Outcome,
    },
    language::{Doc, Relation},
    record::AgreementStatus,
};

/// A stage and what tells it.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// How far it has come.
    pub status: AgreementStatus,
    /// The verb that tells it.
    pub verb: Option<usize>,
    /// True where a verb of the frames takes the noun, so that its slots name parties.
    pub by_verb: bool,
    /// 0 to 1.
    pub confidence: f64,
}

/// How many words over the noun are asked.
const REACH: usize = 4;

/// The stage that the sentence tells; none where the verb makes it a condition.
pub fn of(scene: &Scene<'_>, at: Spot) -> Option<Stage> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let denied = doc.is_denied(at.token);
    if let Some((verb, frame)) = taken(scene, doc, at.token) {
        let status = scene.frames.status.of_verb(doc, verb)?;
        let told = match status.outcome {
            _ if denied => return None,
            Outcome::Happened if frame.parties_of_noun => {
                adjective(frames, doc, at.token).map_or(AgreementStatus::Signed, |(status, _)| status)
            }
            Outcome::Happened => frame.status,
            Outcome::Ongoing if frame.status == AgreementStatus::Signed => AgreementStatus::Signed,
            Outcome::Ongoing => {
                if frame.status == AgreementStatus::Agreed {
                    AgreementStatus::Negotiating
                } else {
                    frame.status
                }
            }
            Outcome::Planned | Outcome::Proposed
                if matches!(frame.status, AgreementStatus::Terminated | AgreementStatus::Suspended | AgreementStatus::Rejected) =>
            {
                AgreementStatus::Signed
            }
            Outcome::Planned => AgreementStatus::Planned,
            Outcome::Proposed => {
                if frame.status == AgreementStatus::Agreed || frame.status == AgreementStatus::Negotiating {
                    AgreementStatus::Negotiating
                } else {
                    AgreementStatus::Proposed
                }
            }
            Outcome::Cancelled | Outcome::Refused => AgreementStatus::Rejected,
            Outcome::Denied
                if matches!(frame.status, AgreementStatus::Terminated | AgreementStatus::Suspended | AgreementStatus::Rejected) =>
            {
                AgreementStatus::Signed
            }
            Outcome::Denied => return None,
        };
        return Some(Stage {
            status: told,
            verb: Some(verb),
            by_verb: !frame.parties_of_noun,
            confidence: frame.confidence * status.sureness,
        });
    }
    if denied {
        return None;
    }
    if let Some((status, _)) = over(frames, doc, at.token) {
        return Some(Stage { status, verb: doc.governing_verb(at.token), by_verb: false, confidence: 0.75 });
    }
    let status = adjective(frames, doc, at.token).map_or(AgreementStatus::Agreed, |(status, _)| status);
    Some(Stage { status, verb: None, by_verb: false, confidence: 0.6 })
}

/// The verb that takes the instrument: as its object or passive subject, behind an adposition ("withdrew **from** the treaty"), or
/// as a participle or relative clause on it ("the deal **reached** in Geneva", "an accord that they **signed**").
fn taking_verb(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<usize> {
    let frames = &scene.frames.agreements;
    let known = |v: &usize| doc.is_verbal(*v) && frames.verb(doc.lemma(*v)).is_some();
    let own = doc.children(noun).filter(|&c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause)).find(|v| {
        known(v) && (doc.is_passive(*v) || doc.tokens[*v].relation == Relation::RelativeClause || doc.tokens[*v].morph.is_past_participle())
    });
    let mut at = noun;
    while doc.tokens[at].relation == Relation::Conjunct && doc.governor(at).is_some_and(|g| doc.tokens[g].pos.is_nominal()) {
        at = doc.governor(at)?;
    }
    // "a series of agreements", "one of the agreements"
    if doc.tokens[at].relation == Relation::PrepositionObject
        && let Some(p) = doc.governor(at).filter(|&p| doc.lemma(p) == "of")
        && let Some(n) =
            doc.governor(p).filter(|&n| frames.counts.open.contains(doc.lemma(n)) || doc.tokens[n].pos == crate::language::Pos::Num)
    {
        at = n;
    }
    let governor = doc.governor(at)?;
    let above = match doc.tokens[at].relation {
        Relation::Object | Relation::PassiveSubject | Relation::Subject => Some(governor),
        Relation::PrepositionObject => doc.governor(governor).filter(|_| frames.taken_behind.contains(doc.lemma(governor))),
        _ => None,
    }
    .filter(known);
    let subject = doc.tokens[at].relation == Relation::Subject;
    above.filter(|&v| !subject || doc.is_passive(v)).or(own).or(above.filter(|_| !subject))
}

/// The verb that takes the instrument, and its frame.
pub fn taken<'f>(scene: &Scene<'f>, doc: &Doc, noun: usize) -> Option<(usize, &'f VerbFrame)> {
    taking_verb(scene, doc, noun).and_then(|v| scene.frames.agreements.verb(doc.lemma(v)).map(|f| (v, f)))
}

/// The word over the instrument or at it that tells its stage.
pub fn tells(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<usize> {
    over(frames, doc, noun).or_else(|| adjective(frames, doc, noun)).map(|(_, word)| word)
}

/// The stage that nouns over the instrument tell: "the **signing** of the deal".
fn over(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<(AgreementStatus, usize)> {
    let mut at = noun;
    for _ in 0..REACH {
        at = doc.governor(at)?;
        if doc.is_verbal(at) {
            return None;
        }
        if let Some(s) = AgreementFrames::stage(&frames.status_nouns, &doc.lemma(at).to_lowercase()) {
            return Some((s, at));
        }
    }
    None
}

fn adjective(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<(AgreementStatus, usize)> {
    doc.modifiers(noun).find_map(|m| AgreementFrames::stage(&frames.status_words, &doc.word(m).to_lowercase()).map(|s| (s, m)))
}
