//! Subjects that the parser gives away to the phrase before them.

use crate::language::{
    doc::Doc,
    morph::{Pos, Relation, VerbForm},
    pack::Scheme,
};

/// How many words are climbed from the verb to the first of the names before it.
const CLIMB: usize = 40;

impl Doc {
    /// "on the margins of the summit in Ankara, Türkiye, **X and Y** signed": of a verb without a subject, the first of the names right before
    /// it that are, for the parser, more places or another word for the summit.
    pub(super) fn swallowed_subject(&self, scheme: &Scheme, verb: usize) -> Option<usize> {
        let token = &self.tokens[verb];
        let modal = || self.children_by(verb, Relation::Auxiliary).next().is_some();
        let finite = token.pos == Pos::Verb && (token.morph.form == Some(VerbForm::Finite) || modal());
        if token.relation != Relation::Root || !finite || verb < 2 || self.own_subject(verb).is_some() {
            return None;
        }
        let apart = |t: usize| match self.tokens[t].relation {
            Relation::Apposition | Relation::NounAdverbial => true,
            // "under a deal with Chile, **X** will sign"
            Relation::Conjunct => self.is_behind_leading_phrase(t, verb),
            _ => false,
        };
        let climbs = |&t: &usize| (!apart(t) && self.tokens[t].head < verb && self.tokens[t].head != t).then(|| self.tokens[t].head);
        let between = |&t: &usize| self.tokens[t].head == verb && matches!(self.tokens[t].pos, Pos::Aux | Pos::Adv | Pos::Part);
        let last = (0..verb).rev().take(CLIMB).find(|t| !between(t))?;
        let climbed: Vec<usize> = std::iter::successors(Some(last), climbs).take(CLIMB).collect();
        let top = climbed.last().copied().filter(|&t| apart(t) && self.tokens[t].head != verb)?;
        let place = |t: usize| self.name_at(t).is_some_and(|n| matches!(n.label.as_str(), "GPE" | "LOC" | "FAC"));
        // "Ankara, **Türkiye**, X": one more place, between commas, is none of those who sign
        let closed = |t: usize| self.tokens[t].relation != Relation::Conjunct || self.word(t + 1) == "," && self.is_behind_place(scheme, t);
        let mut names = climbed.iter().rev().copied().filter(|&t| t == top || self.tokens[t].relation == Relation::Conjunct);
        let first = names.find(|&t| t != top || !place(t) || !closed(t))?;
        let start = self.noun_phrase(first).start;
        let set_off = start > 0 && self.word(start - 1) == ",";
        (set_off && self.tokens[first].pos == Pos::Propn).then_some(first)
    }

    /// "pledged to help and **signed** ten pacts": a past tense is joined to no infinitive, but to the verb over it.
    pub(super) fn past_beside_infinitive(&self, t: usize) -> Option<usize> {
        let infinitive = self.tokens[t].head;
        let past = |v: usize| self.tokens[v].morph.is_finite() && self.tokens[v].morph.past == Some(true);
        let joined = self.tokens[t].relation == Relation::Conjunct && infinitive < t && past(t) && self.own_subject(t).is_none();
        let bare = self.children_by(t, Relation::Auxiliary).next().is_none();
        let verb = self.tokens[infinitive].head;
        let under = self.tokens[infinitive].relation == Relation::OpenComplement && verb < infinitive && self.clause(infinitive).infinitive;
        (joined && bare && under && past(verb)).then_some(verb)
    }

    /// "**in Lima**, Peru, X and Y signed": true for what stands behind a place; not "in addition to **Chile**, X, Y and Z".
    fn is_behind_place(&self, scheme: &Scheme, noun: usize) -> bool {
        let before = self.tokens[noun].head;
        let marker = self.word(self.tokens[before].head).to_lowercase();
        self.name_at(before).is_some_and(|n| n.label == "GPE") && scheme.locative.contains(marker.as_str())
    }

    /// True for what the parser coordinates, by a comma and no conjunction, with the last name of a phrase that opens the clause.
    fn is_behind_leading_phrase(&self, noun: usize, verb: usize) -> bool {
        let before = self.tokens[noun].head;
        if self.tokens[before].relation != Relation::PrepositionObject {
            return false;
        }
        let comma = noun > 0 && self.word(self.noun_phrase(noun).start.saturating_sub(1)) == ",";
        let joined = self.children_by(before, Relation::Coordinator).next().is_some();
        let mut above = std::iter::successors(Some(before), |&t| (self.tokens[t].head != t).then(|| self.tokens[t].head)).take(CLIMB);
        comma && !joined && above.any(|t| self.tokens[t].relation == Relation::Preposition && self.tokens[t].head == verb && t < noun)
    }
}
