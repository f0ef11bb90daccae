//! The cue whose clause words in marks stand inside: `said the plan was "a …"`, `called it "a …"`, `her "…" statement`.

use super::{
    layout::Words,
    reading::Sheet,
    speaker::{Attribution, of_noun},
};
use crate::{
    language::Relation,
    text::{Span, Tok},
};

/// How many edges lie at most between words in marks and their cue.
const CLIMB: usize = 24;
/// How far to either side of the marks the sentence is searched where its tree tells nothing, in tokens.
const REACH: usize = 60;

/// The attribution of a fragment: by the tree, else by the nearest cue of the sentence.
pub fn around(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    by_tree(s, words).or_else(|| by_nearness(s, words))
}

/// Climbs from the fragment to the first cue that it stands in the complement, object or predicate of.
fn by_tree(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let mut at = words.inner.range().take(REACH).find(|&t| doc.governor(t).is_none_or(|g| !words.inner.holds(g)))?;
    for _ in 0..CLIMB {
        if let Some(a) = source_of(s, at) {
            return Some(a);
        }
        let governor = doc.governor(at)?;
        if s.is_frame(governor) {
            let relation = doc.tokens[at].relation;
            if s.cues.verb(doc, governor).is_some() && takes(s, governor, relation) {
                return Some(Attribution::by_verb(s, governor));
            }
            if doc.tokens[governor].pos.is_nominal()
                && s.cues.is_noun(doc.lemma(governor))
                && let Some(source) = of_noun(s, governor)
            {
                return Some(Attribution { passage: s.passage, cue: Some(governor), source: Some(source) });
            }
        }
        at = governor;
    }
    None
}

/// True where what stands in this relation to a cue verb is said by its subject.
fn takes(s: Sheet<'_>, verb: usize, relation: Relation) -> bool {
    match relation {
        Relation::Subject | Relation::ClauseSubject | Relation::AdverbialClause | Relation::RelativeClause | Relation::Conjunct => false,
        Relation::PassiveSubject => s.doc.agent(verb).is_some(),
        _ => true,
    }
}

/// "According to X" on the verb or noun at `t`.
fn source_of(s: Sheet<'_>, t: usize) -> Option<Attribution> {
    let prepositions = s.doc.children(t).filter(|&c| matches!(s.doc.tokens[c].relation, Relation::Preposition | Relation::AdverbModifier));
    prepositions.filter(|&c| s.is_frame(c)).find_map(|c| Attribution::by_adposition(s, s.cues.adposition_at(s.doc, c)?))
}

/// The nearest cue verb before the fragment in its sentence, a source adposition anywhere in it, or the nearest cue behind.
fn by_nearness(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let sentence = sentence_around(s, words);
    let before = sentence.start.max(words.outer.start.saturating_sub(REACH))..words.outer.start;
    let behind = words.outer.end..sentence.end.min(words.outer.end + REACH);
    let cue = |&t: &usize| s.is_frame(t) && s.cues.verb(doc, t).is_some() && (s.is_finite(t) || doc.tokens[t].morph.progressive);
    let nearest = before.clone().rev().take_while(|&t| !s.is_stop(t)).find(cue);
    if let Some(v) = nearest {
        return Some(Attribution::by_verb(s, v));
    }
    let mut frame = before.chain(behind.clone()).filter(|&t| s.is_frame(t));
    let adposition = frame.find_map(|t| Attribution::by_adposition(s, s.cues.adposition_at(doc, t)?));
    adposition.or_else(|| behind.take_while(|&t| !s.is_stop(t)).find(cue).map(|v| Attribution::by_verb(s, v)))
}

/// From the start of the sentence that the marks open in to the end of the one that they close in.
pub fn sentence_around(s: Sheet<'_>, words: &Words) -> Span<Tok> {
    let first = s.doc.sentence_of(words.outer.start);
    let last = s.doc.sentence_of(words.outer.end.saturating_sub(1).max(words.outer.start));
    first.join(last)
}
