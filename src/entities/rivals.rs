//! Beside whom a description cannot stand for that one.

use std::collections::HashSet;

use crate::language::{Doc, Relation};

/// Beside whom a description stands, so that it is none of them: "**X** and the minister of Brazil", "**X** met **Y** and the minister",
/// "the minister met **X**".
pub fn beside(doc: &Doc, head: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = doc.apposed_to(head).unwrap_or(head);
    while let Some(governor) = doc.governor(at).filter(|_| found.len() < BESIDE) {
        match doc.tokens[at].relation {
            Relation::Conjunct if doc.tokens[governor].pos.is_nominal() => found.push(governor),
            Relation::Object if doc.is_verbal(governor) => found.extend(doc.own_subject(governor)),
            // "**The premier** held talks with Chile's premier Ana Ruiz"
            Relation::Subject if doc.is_verbal(governor) => {
                let objects = doc.objects(governor);
                let behind = objects.iter().chain([&governor]).flat_map(|&n| doc.obliques(n)).map(|o| o.noun);
                found.extend(behind.chain(objects.iter().copied()).take(BESIDE));
            }
            _ => {}
        }
        if doc.tokens[at].relation != Relation::Conjunct {
            break;
        }
        at = governor;
    }
    found
}

/// Who does what a description only stands by, and whose the noun over it is: "**Trade Minister Ruiz** spoke of **his** call with Brazil's
/// minister". What is said of somebody, "X is the minister", "spoke as minister", names that one.
pub fn over(doc: &Doc, head: usize, likened: &HashSet<String>) -> Vec<usize> {
    // "**as** the minister": the word before tells what somebody is called
    if doc.governor(head).is_some_and(|p| likened.contains(&doc.lemma(p).to_lowercase())) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = doc.apposed_to(head).unwrap_or(head);
    for _ in 0..CLIMB {
        let Some(governor) = doc.governor(at) else { break };
        match doc.tokens[at].relation {
            Relation::PrepositionObject | Relation::Preposition | Relation::Object | Relation::IndirectObject => {}
            _ => break,
        }
        if doc.is_verbal(governor) {
            found.extend(doc.own_subject(governor));
            break;
        }
        found.extend(doc.possessor(governor));
        at = governor;
    }
    found
}

/// How many of them are asked.
const BESIDE: usize = 4;
/// How many words over a description.
const CLIMB: usize = 6;
