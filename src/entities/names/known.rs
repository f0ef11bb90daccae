//! The names that the gazetteer knows, among those that the recognizer finds.

use super::{
    super::gazette::{self, Known},
    Name, NameKind, Reading, capital, shouted,
};
use crate::{
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// How many people live where a company is more likely meant than the town.
const SMALL: u32 = 200_000;

/// What the gazetteer knows, where no longer name of the recognizer's covers it.
pub(super) fn add(r: Reading<'_>, names: &mut Vec<Name>) {
    let doc = r.doc;
    // the recognizer's names stand in order; those found here go behind them
    let (mut first, own) = (0, names.len());
    let mut i = 0;
    while i < doc.len() {
        let Some((len, known)) = gazette::longest_at(r, i, gazette::LONGEST_ENTRY) else {
            i += 1;
            continue;
        };
        let span = Span::new(i, i + len);
        i = span.end;
        if is_stood_to(r, span.start) {
            continue;
        }
        while first < own && names[first].tokens.end <= span.start {
            first += 1;
        }
        let overlapping: Vec<usize> =
            (first..own).take_while(|&n| names[n].tokens.start < span.end).filter(|&n| !names[n].tokens.is_empty()).collect();
        let keeps_own = overlapping.iter().any(|&n| {
            let name = &names[n];
            let longer = name.tokens.covers(span) && name.tokens != span;
            match name.kind {
                NameKind::Person => longer || name.tokens == span && known.kind != NameKind::State,
                // "**Monsanto** agreed": a company of a small town's name, where it does something
                NameKind::Organization if name.tokens == span && known.kind == NameKind::Place => does_something(r, span),
                _ => longer && !(name.tokens.len() == span.len() + 1 && r.gazetteer.demonym(doc.word(name.tokens.start)).is_some()),
            }
        });
        if keeps_own {
            continue;
        }
        if known.kind == NameKind::Place && overlapping.is_empty() && doc.tokens[span.start].pos != Pos::Propn {
            continue;
        }
        for n in overlapping {
            // emptied, and dropped when all are found
            names[n].tokens.end = names[n].tokens.start;
        }
        names.push(if known.kind == NameKind::Demonym && is_paper(r, span) {
            let tokens = Span::new(span.start - 1, span.end);
            Name { tokens, kind: NameKind::Organization, country: known.country, canonical: None, sure: true }
        } else {
            name_of(span, known)
        });
    }
}

/// "a pro-**Chile** minister": how somebody stands to a state tells neither the state nor whose they are.
pub fn is_stood_to(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    let glued = |t: usize| !doc.tokens[t].space_after;
    let Some(first) = t.checked_sub(2).filter(|&f| doc.word(f + 1) == "-" && glued(f) && glued(f + 1)) else { return false };
    r.lexicon.ties.around.stances.contains(&doc.word(first).to_lowercase())
}

/// True for the subject of a verb that is called by a small town's name.
fn does_something(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let small = r.gazetteer.city(doc.words(span)).is_some_and(|c| c.population < SMALL);
    let head = span.range().find(|&t| !span.holds(doc.tokens[t].head)).unwrap_or(span.start);
    small && doc.tokens[head].relation == Relation::Subject && doc.governor(head).is_some_and(|v| r.lexicon.companies.act(doc.lemma(v)))
}

/// "told **The Namibian**": a people's name behind an article with a capital, amid the sentence, is a paper's.
fn is_paper(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let Some(article) = span.start.checked_sub(1) else { return false };
    let (head, token) = (span.end - 1, &doc.tokens[article]);
    !r.headline
        && token.pos == Pos::Det
        && !token.sentence_start
        && capital(doc.word(article))
        && shouted(doc.word(head)).is_none()
        && doc.tokens[head].pos == Pos::Propn
        && !doc.is_plural(head)
        && !matches!(doc.tokens[head].relation, Relation::Compound | Relation::AdjectiveModifier)
}

fn name_of(tokens: Span<Tok>, known: Known) -> Name {
    Name { tokens, kind: known.kind, country: known.country, canonical: known.canonical, sure: true }
}
