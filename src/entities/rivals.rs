//! Beside whom a description cannot stand for that one.

use crate::language::{Doc, Relation};

/// Beside whom a description stands, so that it is none of them: "**X** and the minister of Brazil", "**X** met **Y** and the minister".
pub fn beside(doc: &Doc, head: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = doc.apposed_to(head).unwrap_or(head);
    while let Some(governor) = doc.governor(at).filter(|_| found.len() < BESIDE) {
        match doc.tokens[at].relation {
            Relation::Conjunct if doc.tokens[governor].pos.is_nominal() => found.push(governor),
            Relation::Object if doc.is_verbal(governor) => found.extend(doc.own_subject(governor)),
            _ => {}
        }
        if doc.tokens[at].relation != Relation::Conjunct {
            break;
        }
        at = governor;
    }
    found
}

/// How many of them are asked.
const BESIDE: usize = 4;
