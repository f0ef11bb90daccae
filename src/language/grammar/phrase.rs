//! Noun phrases: their members, second names, possessors and extent.

use crate::{
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

impl Doc {
    /// `t` and what is coordinated with it, in order: "Raisi**,** Maduro **and** Ortega" asked at any member.
    pub fn conjuncts(&self, t: usize) -> Vec<usize> {
        let mut first = t;
        while self.tokens[first].relation == Relation::Conjunct
            && let Some(governor) = self.governor(first)
        {
            first = governor;
        }
        self.conjuncts_from(first)
    }

    /// `t` and the members of its coordination that follow it.
    pub fn conjuncts_from(&self, t: usize) -> Vec<usize> {
        let mut members = vec![t];
        let mut next = 0;
        while let Some(&m) = members.get(next) {
            members.extend(self.children_by(m, Relation::Conjunct));
            next += 1;
        }
        members.sort_unstable();
        members
    }

    /// Second names of `t`: "Lavrov, **the minister**", in order.
    pub fn appositions(&self, t: usize) -> impl Iterator<Item = usize> + '_ {
        self.children_by(t, Relation::Apposition)
    }

    /// The noun that `t` is a second name of.
    pub fn apposed_to(&self, t: usize) -> Option<usize> {
        (self.tokens[t].relation == Relation::Apposition).then(|| self.governor(t)).flatten()
    }

    /// "**Castro**'s visit", "**his** counterpart".
    pub fn possessor(&self, t: usize) -> Option<usize> {
        self.children_by(t, Relation::Possessor).next()
    }

    /// The determiner, "the", "a", "both".
    pub fn determiner(&self, t: usize) -> Option<usize> {
        self.children_by(t, Relation::Determiner).next()
    }

    /// Nouns, names and adjectives right before `t` that modify it: "**Iranian Foreign** Minister", in order.
    pub fn modifiers(&self, t: usize) -> impl Iterator<Item = usize> + '_ {
        self.children(t).filter(move |&c| {
            c < t
                && matches!(
                    self.tokens[c].relation,
                    Relation::Compound | Relation::AdjectiveModifier | Relation::NumericModifier | Relation::Possessor
                )
        })
    }

    /// The word that a hyphen joins to the one at `t`, where the tokenizer parts them: "a **tie**-up".
    pub fn hyphened(&self, t: usize) -> Option<usize> {
        let before = t.checked_sub(2)?;
        let glued = self.word(t - 1) == "-" && !self.tokens[t - 1].space_after && !self.tokens[before].space_after;
        (glued && self.tokens[before].head == t).then_some(before)
    }

    /// All that hangs under `t`: first token to last.
    pub fn subtree(&self, t: usize) -> Span<Tok> {
        let (mut start, mut end) = (t, t + 1);
        let mut stack = vec![t];
        while let Some(i) = stack.pop() {
            start = start.min(i);
            end = end.max(i + 1);
            stack.extend(self.children(i));
        }
        Span::new(start, end)
    }

    /// The phrase of noun `t` with what stands before it, but without clauses, appositions, further members and adpositional
    /// phrases behind it: "the former Iranian president".
    pub fn noun_phrase(&self, t: usize) -> Span<Tok> {
        let mut start = t;
        for c in self.children(t).filter(|&c| c < t) {
            if matches!(
                self.tokens[c].relation,
                Relation::Compound
                    | Relation::AdjectiveModifier
                    | Relation::NumericModifier
                    | Relation::Possessor
                    | Relation::Determiner
                    | Relation::NounAdverbial
                    | Relation::AdverbModifier
            ) {
                let part = self.subtree(c);
                // "Earlier today, the delegation"
                if part.end < t && self.word(part.end) == "," && self.tokens[c].relation == Relation::NounAdverbial {
                    continue;
                }
                start = start.min(part.start);
            }
        }
        Span::new(start, t + 1)
    }

    /// The phrase of noun `t` with its "of" and other adpositional phrases, but without clauses and appositions: "the minister of
    /// foreign affairs of Cuba".
    pub fn full_phrase(&self, t: usize) -> Span<Tok> {
        let mut span = self.noun_phrase(t);
        let mut last = t;
        while let Some(next) = self.obliques(last).into_iter().filter(|o| o.noun > last && !self.is_verbal(o.noun)).map(|o| o.noun).next() {
            span = Span::new(span.start, next + 1);
            last = next;
            // "minister of trade and industry"
            if let Some(&member) = self.conjuncts_from(next).last() {
                span = Span::new(span.start, span.end.max(member + 1));
            }
        }
        span
    }

    /// The phrase of noun `t` with the "of" phrases behind it: "exchange of information".
    pub fn of_phrase(&self, t: usize) -> Span<Tok> {
        let mut span = self.noun_phrase(t);
        let mut last = t;
        while let Some(next) = self
            .obliques(last)
            .into_iter()
            .find(|o| o.noun > last && self.lemma(o.marker) == "of" && !self.is_verbal(o.noun))
            .map(|o| o.noun)
        {
            span.end = next + 1;
            last = next;
        }
        span
    }

    /// True for nouns, names, and an adjective that stands as a noun: "held a **bilateral** with".
    pub fn stands_as_noun(&self, t: usize) -> bool {
        let argues = matches!(self.tokens[t].relation, Relation::Object | Relation::PrepositionObject);
        self.tokens[t].pos.is_nominal() || self.tokens[t].pos == Pos::Adj && argues && self.determiner(t).is_some()
    }

    /// True for verbs and auxiliaries.
    pub fn is_verbal(&self, t: usize) -> bool {
        matches!(self.tokens[t].pos, Pos::Verb | Pos::Aux)
    }

    /// True where the form of `t` is plural.
    pub fn is_plural(&self, t: usize) -> bool {
        self.tokens[t].morph.plural == Some(true)
    }

    /// True where "no" or "not" stands with noun `t`: "**no** agreement".
    pub fn is_denied(&self, t: usize) -> bool {
        self.children(t).any(|c| {
            self.tokens[c].relation == Relation::Negation
                || self.tokens[c].relation == Relation::Determiner && self.tokens[c].morph.negative
        })
    }
}
