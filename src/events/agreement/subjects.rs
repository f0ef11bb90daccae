//! What an instrument is about: "on trade", "to build a port", "a fisheries agreement".

use super::instrument;
use crate::{
    events::scene::{Scene, Spot},
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// How many words a subject may have.
const LONGEST: usize = 16;

/// The phrases that tell what the instrument at a spot is about, in order.
pub fn of(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Span<Tok>)> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let mut found: Vec<Span<Tok>> = Vec::new();
    let nouns = instrument::name(scene, doc, at.token);
    for noun in nouns {
        for o in doc.obliques(noun) {
            let marker = doc.lemma(o.marker).to_lowercase();
            if frames.noun.subjects.contains(&marker)
                && !is_party_or_date(scene, at.passage, o.noun)
                && !frames.noun.name_parts.contains(doc.lemma(o.noun))
            {
                found.extend(phrases(scene, doc, o.noun));
            }
        }
    }
    // "a deal to build a port"
    for c in doc.children(at.token).filter(|&c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause)) {
        let clause = doc.clause(c);
        if clause.infinitive {
            found.push(Span::new(c, doc.subtree(c).end.min(c + LONGEST)));
        } else if doc.tokens[c].relation == Relation::NounClause && !doc.clause(c).passive {
            // "agreements covering trade and customs"
            for o in doc.objects(c) {
                found.extend(phrases(scene, doc, o));
            }
        }
    }
    // "a trade deal"
    let before: Vec<usize> = doc
        .modifiers(at.token)
        .filter(|&m| matches!(doc.tokens[m].relation, Relation::Compound | Relation::AdjectiveModifier))
        .filter(|&m| matches!(doc.tokens[m].pos, Pos::Noun | Pos::Adj | Pos::Propn) && scene.entities.referents(at.passage, m).is_empty())
        .filter(|&m| !is_demonym_or_date(scene, at.passage, m) && !tells_number_or_stage(scene, doc, m))
        .collect();
    if let (Some(&first), Some(&last)) = (before.first(), before.last()) {
        found.push(Span::new(first, last + 1));
    }
    found.sort();
    found.dedup();
    found.into_iter().filter(|s| !s.is_empty()).map(|s| (at.passage, Span::new(s.start, s.end.min(s.start + LONGEST)))).collect()
}

/// The phrase of a noun and of each that is coordinated with it; "the field of" gives way to what the field is of.
pub fn phrases(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Vec<Span<Tok>> {
    let heads = &scene.frames.agreements.noun.subject_heads;
    let mut found = Vec::new();
    for member in doc.conjuncts_from(noun) {
        if heads.contains(&doc.lemma(member).to_lowercase()) {
            let inner = doc.obliques(member).into_iter().find(|o| matches!(doc.lemma(o.marker), "of" | "to")).map(|o| o.noun);
            match inner {
                Some(i) => found.extend(phrases(scene, doc, i)),
                None => found.push(without_determiner(doc, doc.noun_phrase(member))),
            }
        } else if doc.is_verbal(member) {
            found.push(Span::new(member, doc.subtree(member).end.min(member + LONGEST)));
        } else {
            found.push(without_determiner(doc, doc.of_phrase(member)));
        }
    }
    found
}

fn without_determiner(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    while span.len() > 1 && doc.tokens[span.start].relation == Relation::Determiner {
        span.start += 1;
    }
    span
}

/// "several", "landmark": words before the noun that tell its number or stage, not what it is about.
fn tells_number_or_stage(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    let frames = &scene.frames.agreements;
    let word = doc.word(t).to_lowercase();
    frames.counts.open.contains(&word) || frames.status_words.values().any(|words| words.contains(&word))
}

fn is_party_or_date(scene: &Scene<'_>, passage: usize, token: usize) -> bool {
    scene.dates[passage].iter().any(|d| d.tokens.holds(token))
        || !scene.party(Spot { passage, token }).is_empty()
        || scene.entities.referents(passage, token).iter().any(|&id| !scene.can_take_part(id))
}

fn is_demonym_or_date(scene: &Scene<'_>, passage: usize, token: usize) -> bool {
    let doc = scene.doc(passage);
    scene.dates[passage].iter().any(|d| d.tokens.holds(token))
        || doc.name_at(token).is_some_and(|n| matches!(n.label.as_str(), "NORP" | "GPE" | "DATE" | "ORDINAL" | "CARDINAL" | "MONEY"))
}
