//! Instruments with several others, one with each: "signed agreements with X and Y".

use super::{Accord, Count, Told, instrument};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots,
    },
    language::Relation,
};

/// How many others are told apart.
const MOST: usize = 40;

/// One instrument for each of those who stand behind one "with", where the noun tells of several and one side has them with all.
pub fn part(scene: &Scene<'_>, at: Spot, told: Told) -> Vec<Told> {
    let Told::Accord(accord) = told else { return vec![told] };
    let others = others(scene, at);
    let own: Vec<EntityId> = accord.parties.iter().copied().filter(|p| !others.contains(p)).collect();
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    let severally = scene.doc(at.passage).is_plural(at.token) && accord.count.number.is_none_or(|n| n as usize == others.len());
    let &[one] = own.as_slice() else { return vec![Told::Accord(accord)] };
    if !severally || !(2..=MOST).contains(&others.len()) || !others.iter().all(binds) {
        return vec![Told::Accord(accord)];
    }
    // "several agreements with X and Y": how many with each is not told
    // "three agreements with X, Y and Z": one with each
    let each = accord.count.number.is_some_and(|n| n as usize == others.len());
    let count = if accord.count.words.is_some() && !each {
        Count { number: None, ..accord.count.clone() }
    } else {
        Count { number: Some(1), words: None }
    };
    let with = |other: EntityId| Accord { parties: vec![one, other], count: count.clone(), ..accord.clone() };
    others.into_iter().map(|other| Told::Accord(with(other))).collect()
}

/// Those who stand behind a "with" at the instrument's nouns, or at the passive verb that they are the subject of.
pub fn others(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let nouns = instrument::name(scene, doc, at.token).into_iter();
    // "agreements were reached **with X**"
    let verb = doc.governor(at.token).filter(|&v| doc.tokens[at.token].relation == Relation::PassiveSubject && doc.is_verbal(v));
    // "agreements signed **with X and Y**"
    let signs = |&c: &usize| scene.frames.agreements.verb(doc.lemma(c), false).is_some_and(|f| !f.keeps) && doc.clause(c).participle;
    let nouns = nouns.chain(verb).chain(doc.children_by(at.token, Relation::NounClause).filter(signs));
    let mut found = Vec::new();
    for id in nouns.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.with)) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}
