//! Subjects that the parser gives away to the phrase before them.

use crate::language::{
    doc::Doc,
    morph::{Pos, Relation, VerbForm},
};

/// How many words are climbed from the verb to the first of the names before it.
const CLIMB: usize = 40;

impl Doc {
    /// "on the margins of the summit in Ankara, Türkiye, **X and Y** signed": of a verb without a subject, the first of the names right before
    /// it that are, for the parser, more places or another word for the summit.
    pub(super) fn swallowed_subject(&self, verb: usize) -> Option<usize> {
        let token = &self.tokens[verb];
        let finite = token.morph.form == Some(VerbForm::Finite) && token.pos == Pos::Verb;
        if token.relation != Relation::Root || !finite || verb < 2 || self.own_subject(verb).is_some() {
            return None;
        }
        let apart = |t: usize| matches!(self.tokens[t].relation, Relation::Apposition | Relation::NounAdverbial);
        let climbs = |&t: &usize| (!apart(t) && self.tokens[t].head < verb && self.tokens[t].head != t).then(|| self.tokens[t].head);
        let climbed: Vec<usize> = std::iter::successors(Some(verb - 1), climbs).take(CLIMB).collect();
        let top = climbed.last().copied().filter(|&t| apart(t) && self.tokens[t].head != verb)?;
        let place = |t: usize| self.name_at(t).is_some_and(|n| matches!(n.label.as_str(), "GPE" | "LOC" | "FAC"));
        // "Ankara, **Türkiye**, X": one more place is none of those who sign
        let mut names = climbed.iter().rev().copied().filter(|&t| t == top || self.tokens[t].relation == Relation::Conjunct);
        let first = names.find(|&t| t != top || !place(t))?;
        let start = self.noun_phrase(first).start;
        let set_off = start > 0 && self.word(start - 1) == ",";
        (set_off && self.tokens[first].pos == Pos::Propn).then_some(first)
    }
}
