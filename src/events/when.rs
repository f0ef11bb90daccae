//! When: the date that the sentence gives to an event's own words.
//!
//! A date belongs to the verb that it hangs under: "said on Tuesday that they had met" dates the saying.

use super::{
    scene::{Dated, Scene},
    status::Outcome,
};
use crate::{
    language::{Doc, Pos, Relation, grammar::Tense},
    text::{Span, Tok},
    time::{self, Bound, Date, Direction, Expression},
};

/// A date that the article gives to an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Dating {
    /// The passage.
    pub passage: usize,
    /// The date's words.
    pub tokens: Span<Tok>,
    /// The date, where it could be resolved.
    pub value: Option<Date>,
}

impl Dating {
    /// True where this one is resolved and the other is not, or is only a month, a year or a stretch of days.
    pub fn is_finer_than(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Some(a), Some(b)) => a.precision() < b.precision(),
            (Some(_), None) => true,
            _ => false,
        }
    }
}

/// How many words are climbed from a date to the verb that it belongs to.
const REACH: usize = 8;

/// How many dates back "the following day" looks.
const FEW: usize = 8;

/// How many passages back.
const PASSAGES: usize = 3;
/// The same for a part of the day that a story is about: "in the afternoon".
const STORY: usize = 6;

/// The tokens of each date in a document.
pub fn dates(doc: &Doc, expressions: &[Expression]) -> Vec<Dated> {
    expressions
        .iter()
        .map(|e| Dated {
            tokens: Span::new(doc.token_at(e.span.start), doc.token_at(e.span.end.saturating_sub(1)) + 1),
            expression: e.clone(),
        })
        .filter(|d| d.tokens.end <= doc.len() && !d.tokens.is_empty())
        .collect()
}

/// The date of an event whose words are the given tokens.
pub fn of(scene: &Scene<'_>, passage: usize, anchors: &[usize], outcome: Outcome) -> Option<Dating> {
    let doc = scene.doc(passage);
    let &first = anchors.first()?;
    let sentence = doc.sentence_of(first);
    let dates = &scene.dates[passage];
    let from = dates.partition_point(|d| d.tokens.start < sentence.start);
    let best = dates[from..]
        .iter()
        .take_while(|d| d.tokens.start < sentence.end)
        .filter(|d| sentence.covers(d.tokens) && d.expression.bound == Bound::At)
        .filter_map(|d| {
            let strength = belongs(doc, d.tokens, anchors, scene)?;
            // "in the morning on Tuesday": Tuesday tells more
            Some((strength, !d.expression.kind.is_same_day(), std::cmp::Reverse(d.tokens.start.abs_diff(first)), d))
        })
        .max_by_key(|(strength, day, near, _)| (*strength, *day, *near))
        .map(|(.., d)| d);
    let closing = || dates[from..].iter().take_while(|d| sentence.covers(d.tokens)).last().filter(|d| closes(scene, doc, d, first));
    let dated = best.or_else(closing).or_else(|| of_line(scene, passage))?;
    let direction = direction(outcome);
    // "had been due to meet on Monday": planned once
    let direction = if direction == Direction::Future && planned_once(doc, first) { Direction::Unknown } else { direction };
    let told = told_before(scene, passage, dated);
    let value = time::resolve(&dated.expression, scene.reference, direction, told.as_ref());
    (value.is_some() || !dated.expression.kind.is_same_day()).then_some(Dating { passage, tokens: dated.tokens, value })
}

/// "called on X, was received by Y and met Z **today**": the day behind the last of several verbs is that of all.
fn closes(scene: &Scene<'_>, doc: &Doc, date: &Dated, first: usize) -> bool {
    let meets = |v: usize| scene.frames.meetings.verbs.iter().any(|f| f.lemmas.contains(doc.lemma(v)));
    let head = date.tokens.range().find(|&i| !date.tokens.holds(doc.tokens[i].head));
    let last = head.and_then(|h| doc.governing_verb(h)).filter(|&v| v > first);
    let chain = |v: usize| {
        std::iter::successors(Some(v), |&t| doc.governor(t).filter(|_| doc.tokens[t].relation == Relation::Conjunct)).take(REACH)
    };
    let joined =
        |v: usize| chain(v).any(|t| t == first || doc.tokens[first].relation == Relation::Parataxis && doc.governor(first) == Some(t));
    date.expression.kind.is_today() && last.is_some_and(|v| doc.own_subject(v).is_none() && meets(v) && joined(v))
}

/// The one date of a line that tells of nothing but the event: a caption or heading without a finite verb, "X's meeting with Y, 3 May".
fn of_line<'s>(scene: &'s Scene<'_>, passage: usize) -> Option<&'s Dated> {
    let doc = scene.doc(passage);
    let [dated] = scene.dates[passage].as_slice() else { return None };
    let tells = |t: usize| doc.is_verbal(t) && doc.tokens[t].morph.is_finite();
    (doc.len() <= LINE && dated.expression.bound == Bound::At && !(0..doc.len()).any(tells)).then_some(dated)
}

/// The most words of such a line.
const LINE: usize = 60;

/// The first date in a stretch of words.
pub fn between(scene: &Scene<'_>, passage: usize, words: std::ops::Range<usize>, outcome: Outcome) -> Option<Dating> {
    let dates = &scene.dates[passage];
    let from = dates.partition_point(|d| d.tokens.start < words.start);
    let dated = dates.get(from).filter(|d| d.tokens.end <= words.end && d.expression.bound == Bound::At)?;
    Some(Dating { passage, tokens: dated.tokens, value: time::resolve(&dated.expression, scene.reference, direction(outcome), None) })
}

fn direction(outcome: Outcome) -> Direction {
    match outcome {
        Outcome::Planned | Outcome::Proposed => Direction::Future,
        Outcome::Happened | Outcome::Ongoing => Direction::Past,
        Outcome::Cancelled | Outcome::Refused | Outcome::Denied => Direction::Unknown,
    }
}

/// True where a verb above the event tells of a plan that lies behind: "**had been** due to meet".
fn planned_once(doc: &Doc, event: usize) -> bool {
    std::iter::successors(Some(event), |&t| doc.governor(t)).take(4).any(|t| {
        let clause = doc.is_verbal(t).then(|| doc.clause(t));
        let had =
            || doc.children_by(t, Relation::Auxiliary).any(|a| doc.tokens[a].morph.past == Some(true) && doc.tokens[a].morph.is_finite());
        clause.is_some_and(|c| c.perfect && c.tense == Tense::Past) && had()
    })
}

/// The date told last before another: what "the following day" counts from.
fn told_before(scene: &Scene<'_>, passage: usize, dated: &Dated) -> Option<Date> {
    let upto = scene.dates[passage].partition_point(|d| d.tokens.start < dated.tokens.start);
    let here = scene.dates[passage][..upto].iter().rev();
    let back = if dated.expression.kind.is_same_day() { STORY } else { PASSAGES };
    let before = (passage.saturating_sub(back)..passage).rev().flat_map(|p| scene.dates[p].iter().rev());
    let fits = |d: &Date| !dated.expression.kind.is_same_day() || d.first().is_some() && d.first() == d.last();
    here.chain(before).take(FEW).filter_map(|d| time::resolve(&d.expression, scene.reference, Direction::Past, None)).find(fits)
}

/// How strongly a date hangs on an event's words: under them, or under a verb that they complete or serve.
fn belongs(doc: &Doc, date: Span<Tok>, anchors: &[usize], scene: &Scene<'_>) -> Option<u8> {
    let bounds = &scene.frames.status.bounds;
    let head = date.range().find(|&i| !date.holds(doc.tokens[i].head) || doc.tokens[i].head == i)?;
    // "the **2030** World Cup": the noun's own year, and nobody else's
    let attribute = matches!(doc.tokens[head].relation, Relation::NumericModifier | Relation::Compound | Relation::NounAdverbial);
    if attribute
        && date.len() == 1
        && doc.governor(head).is_some_and(|n| doc.tokens[n].pos.is_nominal() && n > head && !anchors.contains(&n))
    {
        return None;
    }
    // "in the wake of **Tuesday's** vote": the vote's, unless that is a gathering
    let owned = doc.governor(head).filter(|_| doc.tokens[head].relation == Relation::Possessor);
    if owned.is_some_and(|n| !anchors.contains(&n) && !scene.frames.meetings.visits.gatherings.contains(&doc.lemma(n).to_lowercase())) {
        return None;
    }
    // "the takeover of X **in 2014** escaped …": of the event's own noun
    let own = doc.governor(head).and_then(|marker| doc.governor(marker)).is_some_and(|n| anchors.contains(&n));
    let mut at = behind_subject(doc, date, head).filter(|_| !own).unwrap_or(head);
    for _ in 0..REACH {
        if anchors.contains(&at) {
            return Some(3);
        }
        // "Earlier today, the delegation called": the parser hangs the verb on its subject
        let hung =
            |a: &usize| matches!(doc.tokens[*a].relation, Relation::NounClause | Relation::RelativeClause) && doc.governor(*a) == Some(at);
        if date.start == doc.sentence_of(at).start && doc.tokens[at].relation == Relation::Root && anchors.iter().any(hung) {
            return Some(2);
        }
        if doc.is_verbal(at) && at != head && doc.tokens[at].relation != Relation::Preposition {
            break;
        }
        if at != head && bounds.contains(&doc.lemma(at).to_lowercase()) {
            // "for the first time since a dispute in 2021": the dispute's year
            return None;
        }
        at = doc.governor(at)?;
    }
    if !doc.is_verbal(at) {
        return None;
    }
    if anchors.iter().any(|&a| goes_on(scene, doc, a, at)) {
        return Some(1);
    }
    // "X met Y in Rabat on Monday, her office said": what stands before the saying's subject is of what is said
    let fronted = |a: usize| doc.tokens[a].relation == Relation::ClauseComplement && doc.governor(a) == Some(at) && a < date.start;
    if anchors.iter().any(|&a| fronted(a)) && doc.own_subject(at).is_some_and(|s| date.end <= s) && date.end <= at {
        return Some(2);
    }
    // "flew to Geneva on Monday to meet X", "arrived on Monday and met X"
    let mut below = *anchors.iter().find(|&&a| doc.is_verbal(a)).or(anchors.first())?;
    for _ in 0..REACH {
        if below == at {
            return Some(2);
        }
        // "began on Monday with **a clock ticking** down to the summit": what somebody else does meanwhile
        if doc.is_verbal(below) && !anchors.contains(&below) && doc.own_subject(below).is_some() {
            return None;
        }
        let relation = doc.tokens[below].relation;
        let serves = matches!(
            relation,
            Relation::OpenComplement
                | Relation::AdverbialClause
                | Relation::Object
                | Relation::PrepositionObject
                | Relation::Preposition
                | Relation::NounClause
                | Relation::PrepositionComplement
        ) || relation == Relation::Conjunct && date.start < below && doc.own_subject(below).is_none() && !is_closed_off(scene, doc, date, at)
            // "flew to Geneva on Monday, where she met X"
            || relation == Relation::RelativeClause && date.start < below && doc.children(below).any(|c| {
                doc.tokens[c].relation == Relation::AdverbModifier && doc.tokens[c].morph.relative
            });
        if !serves {
            return None;
        }
        below = doc.governor(below)?;
    }
    None
}

/// "will give a lecture **on 8 July**, and meet X": the day of the first of two deeds alone, unless somebody comes on that day.
fn is_closed_off(scene: &Scene<'_>, doc: &Doc, date: Span<Tok>, first: usize) -> bool {
    let comes = scene.frames.meetings.visits.words.contains(doc.lemma(first));
    let ahead = doc.clause(first).tense != Tense::Past;
    first < date.start && date.end < doc.len() && doc.word(date.end) == "," && ahead && !comes
}

/// "The company **on Monday** agreed": the verb right behind a date that the parser hangs on its subject.
fn behind_subject(doc: &Doc, date: Span<Tok>, head: usize) -> Option<usize> {
    let verb = (date.end..doc.len()).find(|&t| !matches!(doc.tokens[t].pos, Pos::Aux | Pos::Adv)).filter(|&t| doc.is_verbal(t))?;
    let noun = doc.governor(head).and_then(|marker| doc.governor(marker))?;
    let subject = doc.own_subject(verb).filter(|&s| s < date.start)?;
    let first = |&n: &usize| doc.governor(n).filter(|_| doc.tokens[n].relation == Relation::Conjunct);
    std::iter::successors(Some(noun), first).take(REACH).any(|n| n == subject).then_some(verb)
}

/// True where a verb tells on what another one began, so that its day is that one's: "met X **to discuss** trade on Monday", "met X
/// and **discussed** trade on Monday".
fn goes_on(scene: &Scene<'_>, doc: &Doc, event: usize, verb: usize) -> bool {
    if !doc.is_verbal(event) || verb < event || doc.governor(verb) != Some(event) || doc.own_subject(verb).is_some() {
        return false;
    }
    let talks = scene.frames.meetings.topics.verbs.contains(doc.lemma(verb));
    match doc.tokens[verb].relation {
        Relation::OpenComplement | Relation::AdverbialClause | Relation::Conjunct => talks,
        _ => false,
    }
}
