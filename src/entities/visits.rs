//! Who is a guest where: one who visits Chile is no Chilean, whatever else the article leaves unsaid.

use super::{
    builder::Builder,
    draft::{Draft, What},
    model::EntityId,
    resolve::{Story, referent},
    title::Title,
};
use crate::language::{Doc, Relation};

/// How many edges over a name are asked who does what it stands in.
const REACH: usize = 8;

/// Looks at every verb and noun of visiting.
pub fn settle(story: &Story<'_>, builder: &mut Builder<'_>, drafts: &[Draft], bound: &[Vec<EntityId>]) {
    let ties = &story.lexicon.ties;
    for (draft, country) in drafts.iter().filter_map(|d| d.country_named().map(|c| (d, c))) {
        let p = draft.passage;
        let doc = &story.docs[p];
        let Some(governor) = doc.governor(draft.head) else { continue };
        // "a State **Visit**"
        let lemma = |t: usize| doc.lemma(t).to_lowercase();
        let guest = if doc.tokens[draft.head].relation == Relation::Object && ties.visits(&lemma(governor)) {
            doc.subject(governor)
        } else if ties.leads_to(&lemma(governor)) {
            doc.governor(governor).and_then(|way| {
                if ties.goes(&lemma(way)) {
                    doc.subject(way)
                } else if ties.is_journey(&lemma(way)) {
                    maker(story, doc, way)
                } else {
                    None
                }
            })
        } else {
            None
        };
        // "an invitation to X to visit Chile": not yet
        let verb = if doc.is_verbal(governor) { Some(governor) } else { doc.governing_verb(draft.head) };
        if verb.is_some_and(|v| doc.tokens[v].relation == Relation::NounClause && doc.clause(v).infinitive) {
            continue;
        }
        for id in guest.map(|g| doc.conjuncts_from(g)).unwrap_or_default().into_iter().filter_map(|g| referent(drafts, bound, p, g)) {
            builder.be_guest(id, country);
        }
    }
    hosts(story, builder, drafts, bound);
}

/// Whoever in office is told of with what a guest does there is at home.
fn hosts(story: &Story<'_>, builder: &mut Builder<'_>, drafts: &[Draft], bound: &[Vec<EntityId>]) {
    for (d, draft) in drafts.iter().enumerate() {
        let Some(&id) = bound[d].first().filter(|_| !draft.offices().is_empty()) else { continue };
        let doc = &story.docs[draft.passage];
        let guest = doer(doc, draft.head).and_then(|t| referent(drafts, bound, draft.passage, t)).filter(|&g| g != id);
        if let Some(country) = guest.and_then(|g| builder.guest_of(g)).map(str::to_owned) {
            builder.be_host(id, &country);
        }
    }
}

/// Who does what a noun stands in: the subject of the verb above it, or the owner of a noun above it ("**her** meeting with X").
fn doer(doc: &Doc, noun: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..REACH {
        at = doc.governor(at)?;
        if doc.is_verbal(at) {
            return doc.subject(at);
        }
        if let Some(owner) = doc.possessor(at) {
            return Some(owner);
        }
    }
    None
}

/// Who makes the journey that the noun at `way` names.
fn maker(story: &Story<'_>, doc: &Doc, way: usize) -> Option<usize> {
    let by = || doc.obliques(way).into_iter().find(|o| story.lexicon.ties.makes_journey(doc.lemma(o.marker))).map(|o| o.noun);
    doc.possessor(way).or_else(by).or_else(|| doc.governing_verb(way).and_then(|v| doc.subject(v)))
}

impl Draft {
    /// The offices glued to a person's name.
    pub fn offices(&self) -> &[Title] {
        match &self.what {
            What::Named { titles, name, .. } if name.kind == super::names::NameKind::Person => titles,
            _ => &[],
        }
    }

    /// The state that a place or state named here lies in or is.
    fn country_named(&self) -> Option<&str> {
        use super::names::NameKind::{Place, Seat, State};
        match &self.what {
            What::Named { name, .. } if matches!(name.kind, Place | Seat | State) => name.country.as_deref(),
            _ => None,
        }
    }
}
