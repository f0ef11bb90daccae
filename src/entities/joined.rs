//! Two bodies in one name: "the **Vestra-Halden** merger", "**Kestrel Energy and Halden Group**", which the recognizer takes for one.

use std::collections::HashSet;

use super::{
    lexicon::Lexicon,
    names::{Name, NameKind, joint},
};
use crate::{
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// Parts names that a hyphen or an "and" joins of two bodies which the article names by themselves: "Halden" and "Vestra", not "Coca-Cola".
/// Where an "and" joins them and the second is told to be a company in law, it may be the first that is named alone.
pub fn part(lexicon: &Lexicon, companies: &HashSet<&str>, names: &mut [(usize, Vec<Name>)], docs: &[Doc]) {
    let mut alone: HashSet<&str> = companies.clone();
    for (p, names) in names.iter() {
        let bodies = names.iter().filter(|n| n.kind == NameKind::Organization && joining(&docs[*p], n.tokens).is_none());
        alone.extend(bodies.map(|n| docs[*p].words(n.tokens)));
    }
    for (p, names) in names {
        let doc = &docs[*p];
        let halves = |name: &Name| {
            let joint =
                joining(doc, name.tokens).or_else(|| behind_body(lexicon, doc, name.tokens)).filter(|_| name.canonical.is_none())?;
            let (first, second) = (Span::new(name.tokens.start, joint), Span::new(joint + 1, name.tokens.end));
            let in_law =
                doc.tokens[joint].pos == Pos::Cconj && second.len() > 1 && lexicon.companies.is_legal_form(doc.word(second.end - 1));
            // "**between** the Trade Centre and Enterprise Norway"
            let before = (0..name.tokens.start).rev().find(|&t| doc.tokens[t].pos != Pos::Det);
            // "between the **National Economic** and Development Authority": no body by itself
            let half = doc.tokens[first.end - 1].pos == Pos::Adj || joint::is_abbreviated(doc, name.tokens);
            let between = doc.tokens[joint].pos == Pos::Cconj
                && before.is_some_and(|t| lexicon.ties.around.before_two.contains(&doc.word(t).to_lowercase()))
                && !half
                && !goes_on(lexicon, doc, name.tokens.end)
                && !second.range().all(|t| lexicon.is_field(doc.word(t)));
            let two = between || alone.contains(doc.words(first)) && (in_law || alone.contains(doc.words(second)));
            two.then_some([first, second])
        };
        let half = |tokens| Name { tokens, kind: NameKind::Organization, country: None, canonical: None, sure: true };
        *names = names.drain(..).flat_map(|name| halves(&name).map_or_else(|| vec![name], |h| h.map(half).to_vec())).collect();
    }
}

/// "between the Port and Road Authority (PRA) of Chile **and** the Ministry of Trade": where the other side is told behind the name.
fn goes_on(lexicon: &Lexicon, doc: &Doc, end: usize) -> bool {
    let last = |mark: &str| (end..doc.len()).take(ASIDE).find(|&t| doc.word(t) == mark);
    let mut at = if doc.tokens.get(end).is_some_and(|_| doc.word(end) == "(") { last(")").map_or(end, |t| t + 1) } else { end };
    let word = |t: usize| doc.tokens.get(t).map(|own| (own.pos, doc.word(t)));
    if word(at).is_some_and(|(_, of)| lexicon.ties.around.name_of.contains(of)) {
        at += 1;
        while word(at).is_some_and(|(pos, _)| matches!(pos, Pos::Det | Pos::Propn)) {
            at += 1;
        }
    }
    word(at).is_some_and(|(pos, _)| pos == Pos::Cconj)
        || [2, 3]
            .into_iter()
            .any(|len| at + len <= doc.len() && lexicon.ties.around.as_well.contains(&doc.words(Span::new(at, at + len)).to_lowercase()))
}

/// Most words in brackets behind a name.
const ASIDE: usize = 6;

/// What joins two in a name: a hyphen or dash, where the name only tells which ("the X-Y **merger**"), or a coordinator.
fn joining(doc: &Doc, name: Span<Tok>) -> Option<usize> {
    let mark = |t: usize| matches!(doc.word(t), "-" | "–" | "/");
    let joins = |t: usize| mark(t) || doc.tokens[t].pos == Pos::Cconj;
    let mut joints = name.range().filter(|&t| joins(t) && t > name.start && t + 1 < name.end);
    let joint = joints.next()?;
    let tells_which = matches!(doc.tokens[name.end - 1].relation, Relation::Compound | Relation::NounAdverbial);
    (joints.next().is_none() && (tells_which || !mark(joint))).then_some(joint)
}

/// "the Military **Council** | and | Forces for Freedom and Change": of several that "and" joins, behind the last word of a body's name.
fn behind_body(lexicon: &Lexicon, doc: &Doc, name: Span<Tok>) -> Option<usize> {
    let joins = |t: &usize| doc.tokens[*t].pos == Pos::Cconj && lexicon.ends_body(doc.word(t - 1)) && doc.tokens[t + 1].pos == Pos::Propn;
    (name.start + 2..name.end.saturating_sub(1)).find(joins)
}
