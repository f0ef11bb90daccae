//! What a sentence tells behind the last of several encounters and means of all: "called on X and had talks with Y **in Oslo on Monday**".

use std::collections::BTreeMap;

use super::{Encounter, Told};
use crate::{
    events::{
        place::Located,
        scene::{Scene, Spot},
        when::Dating,
    },
    language::{Doc, Relation},
};

/// Most verbs of one coordination.
const MOST: usize = 8;

/// Gives an encounter that has neither day nor place those of the last one that the same subject had in the same sentence.
pub fn lend(scene: &Scene<'_>, told: &mut [Told]) {
    let encounter = |t: &Told| match t {
        Told::Encounter(e) => Some(e.clone()),
        Told::Again(_) => None,
    };
    let lenders: BTreeMap<Spot, Encounter> =
        told.iter().filter_map(encounter).filter(|e| e.place.is_some() || e.date.is_some()).map(|e| (e.evidence[0], e)).collect();
    for t in told {
        let Told::Encounter(e) = t else { continue };
        if e.place.is_some() || e.date.is_some() {
            continue;
        }
        if let Some((date, place)) = last_of_sentence(scene, &lenders, e) {
            (e.date, e.place) = (date, place);
        }
    }
}

fn last_of_sentence(scene: &Scene<'_>, lenders: &BTreeMap<Spot, Encounter>, e: &Encounter) -> Option<(Option<Dating>, Option<Located>)> {
    let at = e.evidence[0];
    let doc = scene.doc(at.passage);
    let mut verb = verb_of(doc, at.token)?;
    let mut found = None;
    for _ in 0..MOST {
        let Some(next) = doc.children_by(verb, Relation::Conjunct).find(|&c| c > verb && doc.is_verbal(c) && doc.own_subject(c).is_none())
        else {
            break;
        };
        verb = next;
        let spots = std::iter::once(verb).chain(doc.objects(verb)).map(|token| Spot { token, ..at });
        let same = |f: &&Encounter| f.outcome == e.outcome && e.principals().any(|id| f.includes(id)) && !f.is_remote() && !e.is_remote();
        found = spots.filter_map(|spot| lenders.get(&spot)).find(same).or(found);
    }
    found.map(|f| (f.date.clone(), f.place.clone()))
}

fn verb_of(doc: &Doc, t: usize) -> Option<usize> {
    if doc.is_verbal(t) { Some(t) } else { doc.governing_verb(t) }
}
