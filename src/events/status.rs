//! What tense, modals, negation and the words above it make of an event.

use std::collections::HashSet;

use serde::Deserialize;

use super::phrasal;
use crate::language::{Doc, Pos, Relation, grammar::Tense};

/// What became of what a verb or noun tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// It happened.
    Happened,
    /// It goes on.
    Ongoing,
    /// It is to happen.
    Planned,
    /// Somebody wants it.
    Proposed,
    /// It was planned and called off.
    Cancelled,
    /// Somebody would not.
    Refused,
    /// It is told as not so.
    Denied,
}

/// An outcome and how surely the words tell it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Status {
    /// What became of it.
    pub outcome: Outcome,
    /// A factor on the frame's confidence: 1 where the article tells it itself.
    pub sureness: f64,
}

/// `status.toml`: words above an event's verb, by what they make of it.
#[derive(Debug, Deserialize)]
pub struct StatusWords {
    planned: HashSet<String>,
    proposed: HashSet<String>,
    refused: HashSet<String>,
    cancelled: HashSet<String>,
    denied: HashSet<String>,
    failing: HashSet<String>,
    unfulfilled: HashSet<String>,
    neutral: HashSet<String>,
    reported: HashSet<String>,
    conditional: HashSet<String>,
    times: HashSet<String>,
    terminal: HashSet<String>,
    possible: HashSet<String>,
    future_of_then: HashSet<String>,
    to_come: HashSet<String>,
    underway: HashSet<String>,
    temporal: HashSet<String>,
    when: HashSet<String>,
    without: HashSet<String>,
    needed: HashSet<String>,
    contrary: HashSet<String>,
    spans: HashSet<String>,
    given: HashSet<String>,
    content: HashSet<String>,
    barring: HashSet<String>,
    barred_from: HashSet<String>,
    /// Verbs over an infinitive that is still to be done: "**has** to sign".
    pub owed: HashSet<String>,
    /// Adpositions behind which a date is not the event's own: "since the dispute in 2021".
    pub bounds: HashSet<String>,
}

/// How many words above an event are asked.
const REACH: usize = 5;

impl StatusWords {
    /// Reads a pack's file.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// What a governing word makes of its complement.
    pub fn says(&self, doc: &Doc, t: usize) -> Option<Outcome> {
        self.entry(&phrasal::entry(doc, t, |phrase| self.entry(phrase).is_some()))
    }

    fn entry(&self, lemma: &str) -> Option<Outcome> {
        [
            (&self.planned, Outcome::Planned),
            (&self.proposed, Outcome::Proposed),
            (&self.refused, Outcome::Refused),
            (&self.cancelled, Outcome::Cancelled),
            (&self.denied, Outcome::Denied),
            (&self.failing, Outcome::Denied),
        ]
        .into_iter()
        .find(|(words, _)| words.contains(lemma))
        .map(|(_, o)| o)
    }

    /// What became of what verb `v` tells of; none where it is a condition or a mere possibility.
    pub fn of_verb(&self, doc: &Doc, v: usize) -> Option<Status> {
        let clause = doc.clause(v);
        if self.is_conditional(doc, v)
            || self.is_left_out(doc, v)
            || self.is_needless(doc, v)
            || self.is_counterfactual(doc, v)
            || self.is_barred(doc, v)
        {
            return None;
        }
        // "it would have been the first **time** that X met Y"
        let time = doc.governor(v).filter(|&n| doc.tokens[v].relation == Relation::RelativeClause && self.times.contains(doc.lemma(n)));
        let over = time.and_then(|n| doc.governor(n)).filter(|&g| doc.tokens[g].pos == Pos::Aux).map(|g| doc.clause(g));
        if over.is_some_and(|c| c.modal.is_some() && c.perfect) {
            return None;
        }
        // "denied having met": what governs it decides
        if let Some(modal) = clause.modal {
            let lemma = doc.lemma(modal);
            let reported = matches!(doc.tokens[v].relation, Relation::ClauseComplement);
            let outcome = match (lemma, clause.perfect) {
                (_, true) => return None,
                _ if clause.negated => Outcome::Refused,
                // "would meet", told by a past "said", is the future of then
                _ if reported && self.future_of_then.contains(lemma) => Outcome::Planned,
                _ => Outcome::Proposed,
            };
            return self.possible.contains(lemma).then_some(Status { outcome, sureness: 0.7 });
        }
        let base = match clause.tense {
            Tense::Future if clause.negated => Outcome::Refused,
            Tense::Future => Outcome::Planned,
            _ if clause.negated => Outcome::Denied,
            Tense::Present if clause.progressive => Outcome::Ongoing,
            _ => Outcome::Happened,
        };
        if base == Outcome::Happened && clause.tense == Tense::Present && self.is_when_it_comes(doc, v) {
            return Some(Status { outcome: Outcome::Planned, sureness: 0.9 });
        }
        if !clause.infinitive && !clause.participle {
            return Some(self.above(doc, v, Status { outcome: base, sureness: 1.0 }, false));
        }
        let over = (doc.tokens[v].relation == Relation::Conjunct).then(|| doc.governor(v)).flatten().unwrap_or(v);
        if clause.infinitive && doc.governor(over).is_none() {
            // a headline's future: "Novak to meet Silva", "to visit Peru, hold talks with Silva"
            return Some(Status { outcome: if clause.negated { Outcome::Refused } else { Outcome::Planned }, sureness: 0.9 });
        }
        if clause.infinitive && clause.negated {
            return Some(Status { outcome: Outcome::Refused, sureness: 0.8 });
        }
        Some(self.above(doc, v, Status { outcome: Outcome::Happened, sureness: if clause.infinitive { 0.8 } else { 0.95 } }, true))
    }

    /// True where a verb stands under words by which it came to nothing: "**failed** to reach", "have **yet** to agree".
    pub fn came_to_nothing(&self, doc: &Doc, v: usize) -> bool {
        let above = matches!(doc.tokens[v].relation, Relation::OpenComplement | Relation::NounClause).then(|| doc.governor(v)).flatten();
        above.is_some_and(|g| {
            let negated = doc.is_verbal(g) && doc.clause(g).negated;
            !negated && (self.failing.contains(doc.lemma(g)) || self.is_unfulfilled(doc, g, v))
        })
    }

    /// "gave them three **weeks** to meet": time for what may be.
    fn is_span_given(&self, doc: &Doc, noun: usize) -> bool {
        let given =
            |v: usize| self.given.contains(doc.lemma(v)) && matches!(doc.tokens[noun].relation, Relation::Object | Relation::NounAdverbial);
        // hung, by the parser, on the verb
        if doc.is_verbal(noun) {
            return self.given.contains(doc.lemma(noun)) && doc.objects(noun).into_iter().any(|o| self.spans.contains(doc.lemma(o)));
        }
        self.spans.contains(doc.lemma(noun)) && doc.governor(noun).is_some_and(given)
    }

    /// "have **yet** to meet"
    fn is_unfulfilled(&self, doc: &Doc, over: usize, v: usize) -> bool {
        doc.children_by(over, Relation::AdverbModifier).any(|c| c < v && self.unfulfilled.contains(&doc.word(c).to_lowercase()))
    }

    /// "still **has** to sign": what is to be done, where it is not told as past or denied.
    fn is_owed(&self, doc: &Doc, v: usize) -> bool {
        let clause = doc.clause(v);
        self.owed.contains(doc.lemma(v)) && clause.tense == Tense::Present && clause.modal.is_none() && !clause.negated
    }

    /// Climbs from `v` over the words that govern it.
    fn above(&self, doc: &Doc, v: usize, base: Status, dependent: bool) -> Status {
        let (mut at, mut status) = (v, base);
        let (mut dependent, mut told, mut about) = (dependent, false, false);
        for _ in 0..REACH {
            let Some(g) = doc.governor(at) else { break };
            let lemma = doc.lemma(g);
            let relation = doc.tokens[at].relation;
            if dependent && doc.clause(at).infinitive && self.is_span_given(doc, g) {
                return Status { outcome: Outcome::Proposed, sureness: 0.8 };
            }
            if relation == Relation::OpenComplement && doc.clause(at).infinitive && self.is_unfulfilled(doc, g, at) {
                return Status { outcome: Outcome::Denied, sureness: 0.95 };
            }
            // "**is travelling** to Lima to meet X": before the encounter
            let on_the_way = || {
                let way = doc.clause(g);
                way.progressive && way.tense == Tense::Present && !way.negated && way.modal.is_none()
            };
            let sets_out = || self.underway.contains(lemma) && doc.is_verbal(g) && on_the_way();
            let purpose = matches!(relation, Relation::OpenComplement | Relation::AdverbialClause);
            if dependent && purpose && doc.clause(at).infinitive && sets_out() {
                return Status { outcome: Outcome::Planned, sureness: 0.9 };
            }
            let takes = match relation {
                Relation::OpenComplement if dependent && doc.clause(at).infinitive && self.to_come.contains(lemma) => {
                    // "is to meet", "was to meet"
                    let denied = doc.is_verbal(g) && doc.clause(g).negated;
                    return Status { outcome: if denied { Outcome::Denied } else { Outcome::Planned }, sureness: 0.95 };
                }
                // "still **has to** sign"
                Relation::OpenComplement if dependent && doc.clause(at).infinitive && self.is_owed(doc, g) => {
                    return Status { outcome: Outcome::Planned, sureness: 0.85 };
                }
                Relation::OpenComplement | Relation::AdjectiveComplement | Relation::Object | Relation::ClauseComplement => true,
                Relation::PrepositionComplement if self.temporal.contains(&lemma.to_lowercase()) => {
                    // "after meeting X", "before meeting X": as far along as what it stands beside
                    status.outcome = doc
                        .governing_verb(g)
                        .and_then(|v| Self::of_finite(doc, v))
                        .filter(|o| *o == Outcome::Planned)
                        .unwrap_or(status.outcome);
                    break;
                }
                // "reports that they had met": what is made of the reports is made of the meeting
                Relation::NounClause | Relation::RelativeClause if !dependent && self.is_content(doc, at) => {
                    (dependent, told) = (true, true);
                    true
                }
                // "calls **to meet** X", which the parser takes for a relative clause
                Relation::RelativeClause if doc.clause(at).infinitive => dependent,
                Relation::NounClause | Relation::PrepositionComplement | Relation::PrepositionObject | Relation::Preposition => dependent,
                Relation::Conjunct => {
                    at = g;
                    continue;
                }
                // "has become an **obstacle** for X to reach a deal"
                Relation::AdverbialClause if dependent && doc.clause(at).infinitive && !doc.is_verbal(g) => true,
                Relation::AdverbialClause if dependent && self.is_bidden(doc, at, g) => {
                    return Status { outcome: Outcome::Proposed, sureness: 0.8 };
                }
                Relation::AdverbialClause if dependent && doc.is_verbal(g) => {
                    // "flew to Geneva to meet X": as far along as what it is the purpose of
                    let above = doc.clause(g);
                    // "has tried to win, **holding talks** with X": set off, it tells of itself
                    let set_off = doc.clause(at).participle && is_behind_comma(doc, at);
                    let tried = || {
                        let over = doc.governor(g).filter(|&t| doc.is_verbal(t) && doc.clause(t).tense == Tense::Past);
                        over.is_some_and(|t| self.says(doc, t) == Some(Outcome::Proposed))
                    };
                    if set_off && above.infinitive && tried() {
                        break;
                    }
                    if above.infinitive || above.participle {
                        true
                    } else {
                        // "is **planning** a trip to meet X": what it is the purpose of is still to come
                        let planned = || self.says(doc, g).filter(|&o| o == Outcome::Planned && !doc.objects(g).is_empty());
                        status.outcome = Self::of_finite(doc, g).or_else(planned).unwrap_or(status.outcome);
                        break;
                    }
                }
                _ => false,
            };
            if !takes {
                break;
            }
            // "declined to speak **of** reports that they had met": no word on whether they did
            about |= told && matches!(relation, Relation::PrepositionObject | Relation::Preposition | Relation::PrepositionComplement);
            let finite_clause = relation == Relation::ClauseComplement && !dependent;
            if let Some(said) = self.says(doc, g) {
                // "has **no plans** to meet", "does **not** have plans to"; but "spared **no effort** to"
                let had = || doc.governor(g).filter(|&v| doc.tokens[g].relation == Relation::Object && doc.is_verbal(v));
                let unplanned = || said == Outcome::Planned && (doc.is_denied(g) || had().is_some_and(|v| doc.clause(v).negated));
                let negated = if doc.is_verbal(g) { doc.clause(g).negated } else { unplanned() };
                let decisive = if told {
                    matches!(said, Outcome::Denied | Outcome::Refused) && !about
                } else {
                    !finite_clause || matches!(said, Outcome::Denied | Outcome::Proposed)
                };
                if decisive {
                    // "declined **a request** to meet", "accepted **an invitation** to meet": what is answered
                    let answered = doc.governor(g).filter(|_| !doc.is_verbal(g) && doc.tokens[g].relation == Relation::Object);
                    let answer = answered.and_then(|v| self.says(doc, v)).filter(|o| *o != Outcome::Proposed);
                    if let Some(outcome) = answer.filter(|_| said == Outcome::Proposed) {
                        status.outcome = outcome;
                        return status;
                    }
                    status.outcome = match (said, negated) {
                        (Outcome::Refused, _) if told => Outcome::Denied,
                        (Outcome::Planned | Outcome::Proposed, true) => Outcome::Denied,
                        _ => said,
                    };
                    return status;
                }
            }
            if self.reported.contains(lemma) && doc.is_verbal(g) && doc.is_passive(g) {
                status.sureness *= 0.8;
            }
            if dependent && doc.is_verbal(g) && relation != Relation::ClauseComplement {
                if let Some(o) = Self::of_finite(doc, g) {
                    status.outcome = o;
                }
                if !self.neutral.contains(lemma) {
                    status.sureness *= 0.85;
                }
            }
            if finite_clause {
                break;
            }
            at = g;
        }
        status
    }

    /// "**called for** X **to** reach a deal": what one wants of another, and no purpose of one's own.
    fn is_bidden(&self, doc: &Doc, v: usize, over: usize) -> bool {
        let for_whom = || doc.own_subject(v).is_some_and(|s| doc.children_by(v, Relation::Marker).any(|m| m < s));
        doc.clause(v).infinitive && doc.is_verbal(over) && self.says(doc, over) == Some(Outcome::Proposed) && for_whom()
    }

    /// What tense and negation of a finite verb say, where they say something else than that it happened.
    fn of_finite(doc: &Doc, v: usize) -> Option<Outcome> {
        let clause = doc.clause(v);
        match clause.tense {
            _ if clause.infinitive || clause.participle => None,
            _ if clause.modal.is_some() => Some(Outcome::Proposed),
            Tense::Future => Some(Outcome::Planned),
            _ if clause.negated => Some(Outcome::Denied),
            _ => None,
        }
    }

    /// "reports **that** they had met", not "the minister that they had met".
    fn is_content(&self, doc: &Doc, v: usize) -> bool {
        let that = |c: usize| c < v && self.content.contains(&doc.word(c).to_lowercase());
        let marked = doc.children_by(v, Relation::Marker).any(that);
        // the parser takes the word for an object where the verb has none
        marked || doc.children_by(v, Relation::Object).any(|c| that(c) && doc.own_subject(v).is_some()) && !doc.obliques(v).is_empty()
    }

    /// "When they meet on Monday, fish will be on the menu": the present of what is still to come.
    fn is_when_it_comes(&self, doc: &Doc, v: usize) -> bool {
        doc.tokens[v].relation == Relation::AdverbialClause
            && doc.children(v).any(|c| c < v && self.when.contains(&doc.word(c).to_lowercase()))
            && doc.governor(v).filter(|&g| doc.is_verbal(g)).map(|g| doc.clause(g)).is_some_and(|above| {
                // "**hopes** that they can do better when they meet"
                let hoped = || doc.governor(v).and_then(|g| doc.governor(g)).and_then(|h| self.says(doc, h)) == Some(Outcome::Planned);
                let may = above.modal.is_some_and(|m| self.possible.contains(doc.lemma(m))) && hoped();
                above.tense == Tense::Future || may && above.tense != Tense::Past && !above.perfect
            })
    }

    /// "did not **need** to meet X": no word on whether they did
    fn is_needless(&self, doc: &Doc, v: usize) -> bool {
        let above = doc.governor(v).filter(|_| doc.tokens[v].relation == Relation::OpenComplement);
        above.is_some_and(|g| self.needed.contains(doc.lemma(g)) && doc.clause(g).negated)
    }

    /// "**stopped** X **from** buying Y", "**bars** them **from** waiving sanctions to sign a pact": which is not to be done.
    fn is_barred(&self, doc: &Doc, v: usize) -> bool {
        let mut at = v;
        for _ in 0..REACH {
            let Some(g) = doc.governor(at) else { return false };
            let aim = || matches!(doc.tokens[at].relation, Relation::OpenComplement | Relation::AdverbialClause | Relation::RelativeClause);
            match doc.tokens[at].relation {
                Relation::PrepositionComplement => {
                    let bars = |v: usize| doc.is_verbal(v) && !doc.clause(v).negated && self.barring.contains(doc.lemma(v));
                    return self.barred_from.contains(&doc.lemma(g).to_lowercase()) && doc.governing_verb(g).is_some_and(bars);
                }
                Relation::Object | Relation::Conjunct => at = g,
                _ if aim() && doc.clause(at).infinitive => at = g,
                _ => return false,
            }
        }
        false
    }

    /// "**could have forced** X to buy Y": which nobody did.
    fn is_counterfactual(&self, doc: &Doc, v: usize) -> bool {
        let hung =
            |v: usize| matches!(doc.tokens[v].relation, Relation::OpenComplement | Relation::ClauseComplement) && doc.clause(v).infinitive;
        let above = |&v: &usize| hung(v).then(|| doc.governor(v)).flatten();
        std::iter::successors(above(&v), above).take(REACH).any(|g| {
            let clause = doc.clause(g);
            doc.is_verbal(g) && clause.modal.is_some_and(|m| self.contrary.contains(doc.lemma(m))) && clause.perfect
        })
    }

    /// "without meeting X"
    fn is_left_out(&self, doc: &Doc, v: usize) -> bool {
        doc.tokens[v].relation == Relation::PrepositionComplement
            && doc.governor(v).is_some_and(|g| self.without.contains(&doc.lemma(g).to_lowercase()))
    }

    fn is_conditional(&self, doc: &Doc, v: usize) -> bool {
        let marked = |v: usize| {
            let past = doc.clause(v).tense == Tense::Past;
            doc.children(v).any(|c| {
                c < v
                    && self.conditional.contains(&doc.word(c).to_lowercase())
                    && !(past && self.terminal.contains(&doc.word(c).to_lowercase()))
                    && (matches!(doc.tokens[c].relation, Relation::Marker) || doc.tokens[c].pos == Pos::Sconj)
            })
        };
        let mut at = v;
        for _ in 0..REACH {
            if doc.is_verbal(at) && marked(at) {
                return true;
            }
            if !matches!(
                doc.tokens[at].relation,
                Relation::OpenComplement
                    | Relation::Conjunct
                    | Relation::Object
                    | Relation::PrepositionObject
                    | Relation::Preposition
                    | Relation::AdjectiveComplement
            ) {
                return false;
            }
            let Some(g) = doc.governor(at) else { return false };
            at = g;
        }
        false
    }

    /// True where a noun stands in a conditional clause.
    pub fn noun_is_conditional(&self, doc: &Doc, noun: usize) -> bool {
        doc.governing_verb(noun).is_some_and(|v| self.is_conditional(doc, v))
    }
}

/// True where a comma stands before a clause.
fn is_behind_comma(doc: &Doc, verb: usize) -> bool {
    doc.subtree(verb).start.checked_sub(1).is_some_and(|before| doc.word(before) == ",")
}
