//! Whom a verb has behind it.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use crate::language::{
    doc::{Doc, NameSpan},
    morph::{Pos, Relation},
    pack::Scheme,
};

/// Steps from a name up to the office before it.
const CLIMB: usize = 6;

impl Doc {
    /// "will call on the king, as well as meet the minister for trade **Ana Ruiz**": what stands behind the second of two verbs is done by that
    /// one, whatever the parser hangs it on.
    pub(super) fn object_of_second_verb(&mut self, t: usize) {
        let verb = self.tokens[t].head;
        if self.tokens[t].relation != Relation::Object || verb >= t || self.tokens[t].pos != Pos::Propn {
            return;
        }
        let second = self.children_by(verb, Relation::Conjunct).rfind(|&c| c > verb && c < t && self.is_verbal(c));
        let Some(second) = second.filter(|&c| self.own_subject(c).is_none()) else { return };
        let first = self.children_by(second, Relation::Object).find(|&o| o < t);
        (self.tokens[t].head, self.tokens[t].relation) = match first {
            Some(first) => (first, Relation::Conjunct),
            None => (second, Relation::Object),
        };
    }

    /// "will call on **President Ruiz**": what the parser hangs on the verb, right behind an adposition of which it has nothing.
    pub(super) fn behind_bare_adposition(&self, t: usize) -> Option<usize> {
        if self.tokens[t].relation != Relation::Object || self.tokens[t].pos != Pos::Propn {
            return None;
        }
        let before = self.noun_phrase(t).start.checked_sub(1)?;
        let bare = self.tokens[before].relation == Relation::Preposition
            && self.tokens[before].head == self.tokens[t].head
            && self.children(before).next().is_none();
        bare.then_some(before)
    }

    /// "a bid by Vestra **for** Halden": hung, by the parser, on the name of who makes it. The noun.
    pub(super) fn behind_who_does_it(&self, scheme: &Scheme, t: usize) -> Option<usize> {
        let name = self.tokens[t].head;
        let by = self.tokens[name].head;
        let noun = self.tokens[by].head;
        let prep = |i: usize, words: &BTreeSet<SmolStr>| self.tokens[i].relation == Relation::Preposition && words.contains(self.lemma(i));
        let fits = prep(t, &scheme.behind_by) && prep(by, &scheme.by) && noun < by && by < name && name < t;
        (fits && self.tokens[name].pos == Pos::Propn && self.tokens[noun].pos == Pos::Noun).then_some(noun)
    }

    /// "called on Prime Minister Luis Gil and Minister of Trade **Ana Ruiz**": the holder of the office that is the second of two, of whom the
    /// parser makes an object of the verb.
    pub(super) fn holder_of_second_office(&self, t: usize) -> Option<(usize, usize)> {
        let verb = self.tokens[t].head;
        let person = |t: usize| self.tokens[t].pos == Pos::Propn && self.name_at(t).is_some_and(NameSpan::is_person);
        if self.tokens[t].relation != Relation::Object || verb >= t || !person(t) {
            return None;
        }
        let mut office = self.name_at(t)?.tokens.start.checked_sub(1)?;
        for _ in 0..CLIMB {
            if self.tokens[office].relation == Relation::Conjunct {
                break;
            }
            office = self.tokens[office].head;
        }
        let first = self.tokens[office].head;
        let second = self.tokens[office].relation == Relation::Conjunct && self.tokens[office].pos == Pos::Propn && !person(office);
        (second && verb < first && first < office && office < t && person(first)).then_some((office, first))
    }

    /// "met Mayor **Luis Gil**, Minister Ana Ruiz and …": a subject behind the verb, which has one before it and nobody behind.
    pub(super) fn is_met_as_a_subject(&self, t: usize) -> bool {
        let verb = self.tokens[t].head;
        self.tokens[t].relation == Relation::Subject
            && verb < t
            && self.tokens[t].pos == Pos::Propn
            && self.is_verbal(verb)
            && self.children_by(verb, Relation::Subject).any(|s| s < verb)
            && self.children_by(verb, Relation::Object).next().is_none()
    }

    /// "Minister of Trade Luis Gil met **Ana Ruiz**": a person's name right behind the verb that has nobody else, which the parser takes for a
    /// time.
    pub(super) fn is_met_as_a_time(&self, t: usize) -> bool {
        let verb = self.tokens[t].head;
        let name = self.name_at(t).filter(|n| n.is_person() && n.tokens.end == t + 1);
        self.tokens[t].relation == Relation::NounAdverbial
            && name.is_some_and(|n| n.tokens.start == verb + 1)
            && self.is_verbal(verb)
            && self.children_by(verb, Relation::Object).next().is_none()
    }
}
