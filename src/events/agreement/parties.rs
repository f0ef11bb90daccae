//! Who is bound: at the noun, at the verb, and, where a sentence names nobody, those who met.

use super::{instrument, merge, stage::Stage};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        meeting::Encounter,
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
    },
    language::Relation,
    record::AgreementStatus,
};

/// Who is bound and who signs.
#[derive(Debug, Clone, Default)]
pub struct Bound {
    /// Those bound.
    pub parties: Vec<EntityId>,
    /// The people who sign.
    pub signatories: Vec<EntityId>,
    /// Index of the encounter that told them.
    pub meeting: Option<usize>,
}

/// Who is bound by the instrument whose noun stands at a spot.
pub fn of(scene: &Scene<'_>, at: Spot, stage: &Stage, encounters: &[Encounter]) -> Bound {
    let frames = &scene.frames.agreements;
    let mut named = Vec::new();
    for noun in instrument::name(scene, scene.doc(at.passage), at.token) {
        for id in slots::parties(scene, Spot { token: noun, ..at }, &frames.noun.parties) {
            if !named.contains(&id) {
                named.push(id);
            }
        }
    }
    if let Some(verb) = stage.verb.filter(|_| stage.by_verb)
        && let Some(frame) = frames.verb(scene.doc(at.passage).lemma(verb))
    {
        let by_verb = slots::parties(scene, Spot { token: verb, ..at }, &frame.parties);
        for (i, id) in by_verb.into_iter().enumerate() {
            if !named.contains(&id) {
                named.insert(i.min(named.len()), id);
            }
        }
    }
    for id in in_clause(scene, at) {
        if !named.contains(&id) && named.len() < 2 {
            named.push(id);
        }
    }
    let mut bound = bind(scene, &named);
    if bound.parties.len() < 2
        && let Some(verb) = stage.verb.filter(|&v| frames.witnesses.contains(scene.doc(at.passage).lemma(v)))
    {
        // those who stand by do not sign: their states do
        let witnesses = bind(scene, &slots::parties(scene, Spot { token: verb, ..at }, &[Slot::Subject]));
        bound.parties.extend(witnesses.parties.into_iter().filter(|&p| scene.entities.get(p).kind != EntityKind::Person));
        bound.parties.dedup();
    }
    if bound.parties.len() < 2 && stage.by_verb && stage.status == AgreementStatus::Signed && !merge::refers_back(scene, at) {
        let happened =
            encounters.iter().enumerate().rev().filter(|(_, e)| e.outcome == Outcome::Happened && e.evidence[0].passage <= at.passage);
        let near = happened.take(MOST).filter_map(|(i, e)| {
            let from = e.evidence.partition_point(|s| s.passage + 1 < at.passage);
            let told = e.evidence[from..].iter().take_while(|s| s.passage <= at.passage).take(MOST);
            let told = told.map(|s| distance(scene, *s, at)).min()?;
            (told <= 1).then_some((told, i))
        });
        if let Some((_, i)) = near.min_by_key(|(d, i)| (*d, *i)) {
            let met: Vec<EntityId> = encounters[i].principals().collect();
            let whole = bind(scene, &met);
            // those whom the sentence names must be among those who met
            if bound.parties.iter().all(|p| whole.parties.iter().any(|w| scene.same_side(*w, *p))) && whole.parties.len() >= 2 {
                bound.parties = whole.parties;
                bound.meeting = Some(i);
            }
        }
    }
    bound
}

/// The other side in a clause at the noun: "a deal to import gas **from X**", "to buy **X's** jets".
fn in_clause(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    in_clause_at(scene, at).into_iter().flat_map(|(_, ids)| ids).collect()
}

/// The same, with the token that each is named by.
pub fn in_clause_at(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Vec<EntityId>)> {
    let doc = scene.doc(at.passage);
    let markers = &scene.frames.agreements.noun.clause_parties;
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    let mut found = Vec::new();
    for clause in doc.children_by(at.token, Relation::NounClause).filter(|&c| doc.clause(c).infinitive) {
        let tokens = doc.subtree(clause).range().filter(|&t| match doc.tokens[t].relation {
            Relation::PrepositionObject => doc.governor(t).is_some_and(|p| markers.contains(doc.lemma(p))),
            relation => relation == Relation::Possessor,
        });
        for token in tokens {
            found.push((token, scene.party(Spot { token, ..at }).into_iter().filter(binds).collect()));
        }
    }
    found
}

/// How many encounters, and mentions of one, are looked at.
const MOST: usize = 200;

/// Sentences between two spots; a passage's border counts as one.
fn distance(scene: &Scene<'_>, a: Spot, b: Spot) -> usize {
    if a.passage == b.passage {
        let doc = scene.doc(a.passage);
        return doc.sentence_index(a.token).abs_diff(doc.sentence_index(b.token));
    }
    1
}

/// States and bodies are bound by themselves; a person binds the state that it speaks for, and signs.
pub fn bind(scene: &Scene<'_>, named: &[EntityId]) -> Bound {
    let mut bound = Bound::default();
    for &id in named {
        let entity = scene.entities.get(id);
        let party = match entity.kind {
            EntityKind::Person => {
                bound.signatories.push(id);
                entity.country.as_deref().filter(|_| !entity.roles.is_empty()).and_then(|c| scene.entities.state(c)).unwrap_or(id)
            }
            EntityKind::Group => entity.country.as_deref().and_then(|c| scene.entities.state(c)).unwrap_or(id),
            _ => id,
        };
        if !bound.parties.contains(&party) {
            bound.parties.push(party);
        }
    }
    bound
}
