//! Whose words a cue gives: from the cue to the words that name the speaker, and from those to the entity.

use super::reading::Sheet;
use crate::{
    entities::{EntityId, EntityKind},
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// The words that name a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The passage they stand in.
    pub passage: usize,
    /// The token that governs them.
    pub head: usize,
    /// All of them.
    pub tokens: Span<Tok>,
}

/// A cue and whom it gives the words to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The passage of the cue.
    pub passage: usize,
    /// The verb, noun or adposition; none for a label.
    pub cue: Option<usize>,
    /// The words that name the speaker, where there are any.
    pub source: Option<Source>,
}

impl Attribution {
    /// What the verb at `v` says.
    pub fn by_verb(s: Sheet<'_>, v: usize) -> Self {
        Self { passage: s.passage, cue: Some(v), source: of_verb(s, v) }
    }

    /// What a source adposition ("according to") says.
    pub fn by_adposition(s: Sheet<'_>, phrase: Span<Tok>) -> Option<Self> {
        let last = phrase.end.checked_sub(1)?;
        let object = s.doc.children_by(last, Relation::PrepositionObject).next().or_else(|| noun_at(s, phrase.end))?;
        Some(Self { passage: s.passage, cue: Some(phrase.start), source: Some(source_at(s, object)) })
    }
}

/// The words that name whose speech the verb at `v` reports.
pub fn of_verb(s: Sheet<'_>, v: usize) -> Option<Source> {
    let doc = s.doc;
    if let Some(relayed) = relayed(s, v) {
        return Some(source_at(s, relayed));
    }
    let found = if doc.is_passive(v) {
        doc.agent(v)?
    } else {
        let own = doc.own_subject(v).filter(|&n| s.is_frame(n)).map(|n| doc.antecedent(n).unwrap_or(n));
        own.or_else(|| inverted(s, v)).or_else(|| doc.subject(v).filter(|&n| s.is_frame(n)))?
    };
    if s.cues.is_narrator(doc.word(found)) {
        return None;
    }
    if s.cues.is_noun(doc.lemma(found)) && s.entities.referents(s.passage, found).is_empty() {
        return of_noun(s, found).or_else(|| Some(source_at(s, found)));
    }
    Some(source_at(s, found))
}

/// The words that name whose speech a noun stands for: "**her** statement", "a letter from **the bank**".
pub fn of_noun(s: Sheet<'_>, n: usize) -> Option<Source> {
    let doc = s.doc;
    let behind = || doc.obliques(n).into_iter().find(|o| s.cues.is_source(doc.lemma(o.marker))).map(|o| o.noun);
    let by = || doc.children_by(n, Relation::NounClause).find_map(|v| doc.agent(v));
    doc.possessor(n).or_else(behind).or_else(by).filter(|&t| s.is_frame(t) && !s.cues.is_narrator(doc.word(t))).map(|t| source_at(s, t))
}

/// The one whose words another passes on: "quoted **her** as saying", "**she** was quoted as saying".
fn relayed(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    if doc.tokens[v].relation != Relation::PrepositionComplement {
        return None;
    }
    let relay = doc.governor(v).and_then(|adposition| doc.governor(adposition)).filter(|&g| s.cues.is_relay(doc.lemma(g)))?;
    if doc.is_passive(relay) { doc.subject(relay) } else { doc.objects(relay).first().copied() }
}

/// The noun right behind a verb that has no subject of its own: "said **Lopez**", where the tree sees something else.
fn inverted(s: Sheet<'_>, v: usize) -> Option<usize> {
    (s.is_finite(v) && s.doc.tokens[v].morph.past != None).then(|| noun_at(s, v + 1)).flatten()
}

/// The head of the noun phrase that begins at `t`.
pub fn noun_at(s: Sheet<'_>, t: usize) -> Option<usize> {
    let doc = s.doc;
    let mut first = t;
    while first < doc.len() && s.is_frame(first) && matches!(doc.word(first), "*" | "**" | "_") {
        first += 1;
    }
    if first >= doc.len()
        || !s.is_frame(first)
        || !matches!(doc.tokens[first].pos, Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj | Pos::Num)
    {
        return None;
    }
    let mut head = first;
    // bounded by the tree's depth within the phrase; each step goes to a governor behind the phrase's start
    while let Some(g) = doc.governor(head).filter(|&g| g > head && g >= first && g < first + 16 && doc.tokens[g].pos.is_nominal()) {
        head = g;
    }
    (doc.tokens[head].pos.is_nominal() || doc.tokens[head].pos == Pos::Pron).then_some(head)
}

/// The words that name whoever the noun at `head` names.
pub fn source_at(s: Sheet<'_>, head: usize) -> Source {
    let mention = s.entities.mention_at(s.passage, head).map(|m| m.tokens);
    Source { passage: s.passage, head, tokens: mention.unwrap_or_else(|| s.doc.full_phrase(head)) }
}

/// Who is named: none where nobody can be told, where it is several, or where it is nobody who can speak.
pub fn entity(s: Sheet<'_>, source: &Source) -> Option<EntityId> {
    let one = |t: usize| match s.entities.referents(source.passage, t) {
        [id] if !matches!(s.entities.get(*id).kind, EntityKind::Place | EntityKind::Other) => Some(*id),
        _ => None,
    };
    one(source.head).or_else(|| s.doc.appositions(source.head).find_map(one)).or_else(|| {
        let name = |&c: &usize| s.doc.tokens[c].relation == Relation::Compound;
        s.doc.children(source.head).rev().filter(name).find_map(one)
    })
}
