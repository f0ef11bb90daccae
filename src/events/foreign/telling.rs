//! What a sentence tells: a verb or noun of meeting with a side before it and one behind it, or both before or behind.

use std::{cell::OnceCell, collections::HashSet};

use super::{
    lexicon::{Noun, Verb},
    names::{Named, Reader, Who},
};
use crate::{
    events::status::Outcome,
    language::Doc,
    record::Format,
    text::{Span, Tok},
};

/// How many words a side may stand behind its verb or noun.
const NEAR: usize = 14;
/// The same where it must stand right behind.
const BESIDE: usize = 3;
/// How many words may stand between two names that are told together: "X, ministra de Defensa, y Y".
const BETWEEN: usize = 3;

/// An encounter told by a sentence.
#[derive(Debug, Clone)]
pub struct Told {
    /// The word that tells it.
    pub at: usize,
    /// Its sides: the one that the sentence is about, and the other.
    pub sides: (Vec<Who>, Vec<Who>),
    /// What became of it.
    pub outcome: Outcome,
    /// How they met, where a word says so.
    pub format: Option<Format>,
    /// How surely.
    pub confidence: f64,
}

/// Reads one sentence.
pub struct Sentence<'a> {
    /// The language.
    pub reader: &'a Reader<'a>,
    /// The document.
    pub doc: &'a Doc,
    /// Its tokens.
    pub span: Span<Tok>,
    /// All names of the passage.
    pub names: &'a [Named],
    /// What its words say of all that it tells, once that was asked.
    pub tone: OnceCell<Tone>,
}

/// What words anywhere in a sentence say of all that it tells.
#[derive(Debug, Clone, Copy)]
pub struct Tone {
    /// It is a habit, or never was.
    habit: bool,
    /// What became of it, where a word says so.
    outcome: Option<Outcome>,
    /// A word of things to come.
    planned: bool,
    /// Somebody wants it.
    proposed: bool,
    /// How they met.
    format: Option<Format>,
}

impl Sentence<'_> {
    /// The encounters that it tells, one for each trigger. `pivot` are those whom a sentence without a subject is about.
    pub fn read(&self, pivot: &mut Vec<Who>) -> Vec<Told> {
        let mut found: Vec<Told> = Vec::new();
        let mut at = self.span.start;
        while at < self.span.end {
            let verb = self.verb_at(at);
            let next = at + verb.map_or(1, |(_, _, n)| n);
            let told = verb.and_then(|(verb, planned, n)| self.by_verb(at, n, verb, planned, pivot));
            // "la rencontre": a form of the verb, too
            let told = told.or_else(|| self.noun_at(at).and_then(|noun| self.by_noun(at, noun, pivot)));
            if let Some(told) = told {
                pivot.clone_from(&told.sides.0);
                found.push(told);
            }
            at = next;
        }
        found
    }

    fn verb_at(&self, at: usize) -> Option<(&Verb, bool, usize)> {
        let forms = self.reader.lexicon.forms.get(self.doc.lemma(at))?;
        let fits =
            |words: &[String]| at + words.len() <= self.span.end && words.iter().enumerate().all(|(k, w)| self.doc.lemma(at + k) == w);
        let form = forms.iter().find(|f| fits(&f.words))?;
        // "Treffen" with a capital is the noun
        let noun = self.reader.lexicon.words.names.nouns_have_capitals && super::names::is_capital(self.doc, at) && at > self.span.start;
        (!noun).then_some((&self.reader.lexicon.words.verbs[form.verb], form.planned, form.words.len()))
    }

    fn noun_at(&self, at: usize) -> Option<&Noun> {
        let words = &self.reader.lexicon.words;
        let capital = !words.names.nouns_have_capitals || super::names::is_capital(self.doc, at);
        words.nouns.iter().find(|n| capital && n.words.contains(self.doc.lemma(at)))
    }

    fn by_verb(&self, at: usize, n: usize, verb: &Verb, planned: bool, pivot: &[Who]) -> Option<Told> {
        let end = at + n;
        let behind = self.whom(&self.behind(end, &verb.behind, if verb.near { BESIDE } else { NEAR }));
        let group = self.group_before(at);
        let before = self.whom(&group);
        let last = verb.last.contains(self.doc.lemma(end - 1)) && self.has(|w| verb.with_last.contains(w));
        let (one, other) = match (before.is_empty(), behind.is_empty()) {
            (false, false) => (before, behind),
            (true, false) => (pivot.to_vec(), behind),
            // "X and Y met"; "X hat Y empfangen"
            (false, true) if before.len() > 1 => (before[..1].to_vec(), before[1..].to_vec()),
            (false, true) if last => (self.whom(&self.first_before(at, &group)), before),
            _ => return None,
        };
        self.told(at, (one, other), planned, 0.75)
    }

    fn by_noun(&self, at: usize, noun: &Noun, pivot: &[Who]) -> Option<Told> {
        let between = self.whom(&self.behind_word(at + 1, &noun.between));
        if between.len() > 1 {
            return self.told(at, (between[..1].to_vec(), between[1..].to_vec()), false, 0.75);
        }
        let other = self.whom(&self.behind_word(at + 1, &noun.with));
        if other.is_empty() {
            return None;
        }
        let own = (at + 1 < self.span.end && noun.of.contains(self.doc.lemma(at + 1))).then(|| self.whom(&self.group_at(at + 2, BESIDE)));
        let one = own.filter(|g| !g.is_empty() && *g != other).unwrap_or_else(|| self.whom(&self.group_before(at)));
        self.told(at, (if one.is_empty() { pivot.to_vec() } else { one }, other), false, 0.65)
    }

    /// Those whom names stand for, each once.
    fn whom(&self, names: &[usize]) -> Vec<Who> {
        let mut found = Vec::new();
        for &i in names {
            if !found.contains(&self.names[i].who) {
                found.push(self.names[i].who);
            }
        }
        found
    }

    fn told(&self, at: usize, sides: (Vec<Who>, Vec<Who>), planned: bool, confidence: f64) -> Option<Told> {
        let tone = self.tone.get_or_init(|| self.tone());
        let people = |side: &[Who]| side.iter().any(|who| matches!(who, Who::Person(_)));
        let apart = sides.0.iter().all(|a| !sides.1.contains(a));
        // a person and a state: "recibió a Cuba" is none
        if sides.0.is_empty() || sides.1.is_empty() || !apart || people(&sides.0) != people(&sides.1) || tone.habit {
            return None;
        }
        let outcome = tone.outcome.unwrap_or(if planned || tone.planned {
            Outcome::Planned
        } else if tone.proposed {
            Outcome::Proposed
        } else {
            Outcome::Happened
        });
        Some(Told { at, sides, outcome, format: tone.format, confidence })
    }

    /// O(words of the sentence): asked once, for each of them may tell an encounter.
    fn tone(&self) -> Tone {
        let (status, form) = (&self.reader.lexicon.words.status, &self.reader.lexicon.words.form);
        let near = |set: &HashSet<String>| self.has(|w| set.contains(w));
        let cancelled = || near(&status.cancelled).then_some(Outcome::Cancelled);
        let video = || near(&form.video).then_some(Format::Video);
        Tone {
            habit: near(&status.habit),
            outcome: cancelled().or_else(|| near(&status.refused).then_some(Outcome::Refused)),
            planned: near(&status.planned),
            proposed: near(&status.proposed),
            format: video().or_else(|| near(&form.phone).then_some(Format::Phone)),
        }
    }

    fn has(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.span.range().any(|t| fits(self.doc.lemma(t)))
    }

    /// The group behind one of the adpositions, or right behind the words where one of them is none.
    fn behind(&self, from: usize, markers: &[String], reach: usize) -> Vec<usize> {
        let end = self.span.end.min(from + reach);
        let marked = (from..end).find(|&t| markers.iter().any(|m| !m.is_empty() && m == self.doc.lemma(t)));
        if let Some(marker) = marked {
            let group = self.group_at(marker + 1, BESIDE + 1);
            if !group.is_empty() {
                return group;
            }
        }
        if markers.iter().any(String::is_empty) { self.group_at(from, reach.min(BESIDE + 1)) } else { Vec::new() }
    }

    fn behind_word(&self, from: usize, markers: &HashSet<String>) -> Vec<usize> {
        let end = self.span.end.min(from + NEAR);
        let marker = (from..end).find(|&t| markers.contains(self.doc.lemma(t)));
        marker.map(|m| self.group_at(m + 1, BESIDE + 1)).unwrap_or_default()
    }

    /// The names told together that begin at a token or soon behind it.
    fn group_at(&self, from: usize, reach: usize) -> Vec<usize> {
        let from_name = self.names.partition_point(|n| n.tokens.start < from);
        let mut group: Vec<usize> = Vec::new();
        for (i, n) in self.names.iter().enumerate().skip(from_name).take_while(|(_, n)| n.tokens.end <= self.span.end) {
            match group.last() {
                None if n.tokens.start > from + reach => break,
                Some(&last) if !self.joined(last, i) => break,
                _ => group.push(i),
            }
        }
        group
    }

    /// The names told together that end nearest before a token.
    fn group_before(&self, at: usize) -> Vec<usize> {
        let upto = self.names.partition_point(|n| n.tokens.end <= at);
        let mut group: Vec<usize> = Vec::new();
        for (i, _) in self.names[..upto].iter().enumerate().rev().take_while(|(_, n)| n.tokens.start >= self.span.start) {
            match group.first() {
                Some(&next) if !self.joined(i, next) => break,
                _ => group.insert(0, i),
            }
        }
        group
    }

    /// The first name of the sentence, where it is none of the group right before a verb at its end.
    fn first_before(&self, at: usize, group: &[usize]) -> Vec<usize> {
        let from = self.names.partition_point(|n| n.tokens.start < self.span.start);
        let first = self.names.get(from).filter(|n| n.tokens.end <= at).map(|_| from);
        first.filter(|f| !group.contains(f)).into_iter().collect()
    }

    /// True where nothing but "and", commas and articles stands between two names.
    fn joined(&self, a: usize, b: usize) -> bool {
        let (from, to) = (self.names[a].tokens.end, self.names[b].tokens.start);
        let names = &self.reader.lexicon.words.names;
        let small = |t: usize| {
            let w = self.doc.lemma(t);
            w == ","
                || names.and.contains(w)
                || names.articles.contains(w)
                || self.reader.lexicon.states.demonym(self.doc.word(t)).is_some()
        };
        from < to && to - from <= BETWEEN && (from..to).all(small)
    }
}
