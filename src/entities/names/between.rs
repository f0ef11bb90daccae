//! Two bodies behind "between", told by the words around them: "between the **Ministry of Fish and Ports of Chile** and **Enterprise Peru** on
//! Trade", of whose fields and states the recognizer makes names of their own.

use super::{Name, NameKind, Reading, capital, shouted};
use crate::{
    entities::{gazette, names},
    language::Pos,
    text::{Span, Tok},
};

/// Most words of all sides together.
const LONGEST: usize = 60;

/// Makes one name of each side that holds a word for a body.
pub(super) fn mend(r: Reading<'_>, names: &mut Vec<Name>) {
    // a line in capitals only tells no name from what stands around it
    let opens = |&t: &usize| {
        let word = r.doc.word(t);
        r.lexicon.ties.around.before_two.contains(&word.to_lowercase()) && shouted(word).is_none()
    };
    let mut whole: Vec<Span<Tok>> = Vec::new();
    for between in (0..r.doc.len()).filter(opens) {
        if whole.last().is_some_and(|s| between < s.end) {
            continue;
        }
        let found = sides(r, run(r, between + 1));
        let known = |s: &Span<Tok>| is_body(r, *s) || names::inside(names, *s).any(|n| n.tokens == *s);
        let somebody =
            |s: &Span<Tok>| names::holding(names, s.start).into_iter().chain(names::inside(names, *s)).any(|n| n.kind == NameKind::Person);
        if found.iter().all(known) && !found.iter().any(somebody) {
            let covered = |s: &Span<Tok>| names::holding(names, s.start).is_some_and(|n| n.tokens.covers(*s));
            whole.extend(found.into_iter().filter(|s| is_body(r, *s) && !covered(s)));
        }
    }
    if whole.is_empty() {
        return;
    }
    let overlaps = |n: &Name| {
        let next = whole.partition_point(|s| s.end <= n.tokens.start);
        whole.get(next).is_some_and(|s| s.overlaps(n.tokens))
    };
    names.retain(|n| !overlaps(n));
    let body = |&tokens: &Span<Tok>| Name { tokens, kind: NameKind::Organization, country: None, canonical: None, sure: true };
    names.extend(whole.iter().map(body));
    names.sort_by_key(|n| n.tokens);
}

/// The capitals from a token on, with the small words that stand inside bodies' names and between two of them.
fn run(r: Reading<'_>, start: usize) -> Span<Tok> {
    let doc = r.doc;
    let within = &r.lexicon.ties.around;
    let small = |t: usize| {
        let word = doc.word(t).to_lowercase();
        let joins = doc.tokens[t].pos == Pos::Cconj || within.within_body.contains(&word) || within.above_body.contains(&word);
        joins || r.lexicon.is_definite(&word) || r.lexicon.is_genitive(doc.word(t)) || matches!(doc.word(t), "," | "-" | "(" | ")" | "&")
    };
    // "between X and Y, and the **MOU** between"
    let paper = |t: usize| within.names_paper(doc.word(t));
    let mut end = start;
    for t in start..doc.len().min(start + LONGEST) {
        if paper(t) {
            break;
        } else if capital(doc.word(t)) && !doc.tokens[t].sentence_start {
            end = t + 1;
        } else if !small(t) || doc.tokens[t].sentence_start {
            break;
        }
    }
    Span::new(start, end)
}

/// The sides in such a run: two, or more where commas part them, or "and the Ministry of"; none where it has no "and" that parts two.
fn sides(r: Reading<'_>, run: Span<Tok>) -> Vec<Span<Tok>> {
    let doc = r.doc;
    let joint = |&t: &usize| doc.tokens[t].pos == Pos::Cconj && t > run.start && t + 1 < run.end;
    let joints: Vec<(usize, usize)> = run.range().filter(joint).map(|and| (weight(r, run, and), and)).collect();
    // of equals the first
    let best = joints.iter().map(|&(weight, and)| (weight, std::cmp::Reverse(and))).max();
    let Some((_, std::cmp::Reverse(best))) = best.filter(|(weight, _)| *weight >= PARTS) else { return Vec::new() };
    let parts = |&(_, and): &(usize, usize)| and == best || opens_body(r, without_article(r, Span::new(and + 1, run.end)));
    let mut found = Vec::new();
    let mut start = run.start;
    for end in joints.iter().filter(|j| parts(j)).map(|j| j.1).chain([run.end]) {
        let mut rest = without_article(r, Span::new(start, end));
        while !rest.is_empty() {
            let side = closed(r, rest);
            found.push(side);
            // "under the President of Chile, **the Academy of Public Works** and …"
            let next = (side.end..rest.end).find(|&t| doc.word(t) == "," && doc.tokens.get(t + 1).is_some_and(|t| t.pos == Pos::Det));
            let Some(comma) = next.filter(|_| end < run.end) else { break };
            rest = without_article(r, Span::new(comma + 1, rest.end));
        }
        start = end + 1;
    }
    found.retain(|s| !s.is_empty());
    found
}

/// "and the **Ministry of** Health"
fn opens_body(r: Reading<'_>, span: Span<Tok>) -> bool {
    let of = span.len() > 1 && r.lexicon.ties.around.field.contains(r.doc.word(span.start + 1));
    of && capital(r.doc.word(span.start)) && r.lexicon.begins_body(r.doc.word(span.start))
}

/// How much must tell so.
const PARTS: usize = 2;

/// How much tells that an "and" parts two bodies, and not two fields of one.
fn weight(r: Reading<'_>, run: Span<Tok>, and: usize) -> usize {
    let doc = r.doc;
    let right = without_article(r, Span::new(and + 1, run.end));
    if right.is_empty() || !capital(doc.word(right.start)) {
        return 0;
    }
    let article = usize::from(right.start > and + 1);
    let known = gazette::longest_at(r, right.start, gazette::LONGEST_ENTRY).map(|(_, known)| known.kind);
    let sided = usize::from(known.is_some_and(|kind| matches!(kind, NameKind::State | NameKind::Demonym)));
    let opens = usize::from(known.is_some() || r.lexicon.begins_body(doc.word(right.start)));
    let state = usize::from((run.start..and).any(|t| gazette::state_behind(r, t).is_some_and(|end| end == and)));
    // "Ministry of **Communications** and Digital": a field
    let field = and > run.start + 1 && r.lexicon.ties.around.field.contains(doc.word(and - 2));
    let whole = usize::from(doc.word(and - 1) == ")" || !field && r.lexicon.ends_body(doc.word(and - 1)));
    3 * state + 2 * article + sided + opens + whole
}

/// A side as far as its name goes: to the state that it is of, where nothing but a small word follows, and to a comma behind it.
fn closed(r: Reading<'_>, side: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    let ends = |t: usize| {
        gazette::state_behind(r, t)
            .filter(|&e| e <= side.end && (e == side.end || !capital(doc.word(e)) && !r.lexicon.is_genitive(doc.word(e))))
    };
    if let Some(end) = side.range().find_map(ends) {
        return before_bracket(r, Span::new(side.start, end));
    }
    // "Peru's National Water Agency**, AGUAP**", "Norlund International**, Peru**"
    let comma = side.range().find(|&t| doc.word(t) == "," && is_body(r, Span::new(side.start, t)) && doc.tokens[t - 1].pos != Pos::Cconj);
    let listed = |comma: usize| (comma..side.end).any(|t| doc.tokens[t].pos == Pos::Cconj);
    let owner = side.range().find(|&t| r.lexicon.is_genitive(doc.word(t)) && t + 1 < side.end);
    let start =
        owner.filter(|&mark| gazette::longest_at(r, side.start, mark - side.start).is_some_and(|(len, _)| side.start + len == mark));
    let end = comma.filter(|&c| !listed(c)).unwrap_or(side.end);
    before_bracket(r, Span::new(start.map_or(side.start, |mark| mark + 1), end))
}

/// "Chile External Trade Organization | (CETRO)"
fn before_bracket(r: Reading<'_>, side: Span<Tok>) -> Span<Tok> {
    let open = side.range().skip(1).find(|&t| r.doc.word(t) == "(");
    Span::new(side.start, open.unwrap_or(side.end))
}

fn without_article(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    let article = !span.is_empty() && r.doc.tokens[span.start].pos == Pos::Det;
    Span::new(span.start + usize::from(article), span.end)
}

/// True for capitals with a word for a body among them, which are no state's name and no government's.
fn is_body(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let first = doc.word(span.start).to_lowercase();
    let whole = gazette::longest_at(r, span.start, span.len()).is_some_and(|(len, _)| len == span.len());
    let tells = |t: usize| {
        let word = doc.word(t);
        let of = doc.tokens.get(t + 1).is_some_and(|_| r.lexicon.ties.around.field.contains(doc.word(t + 1)));
        capital(word) && (r.lexicon.ends_body(word) || of && r.lexicon.begins_body(word))
    };
    let office = || r.lexicon.office_ending_at(doc, span.start, span.start).is_some() && !span.range().skip(1).any(tells);
    span.len() > 1 && !whole && !r.lexicon.is_government(&first) && span.range().any(tells) && !office()
}
