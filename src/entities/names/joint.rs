//! Two fields in one body's name: "the **Land Conversion and** | Development Authority", of which the recognizer takes the second half for the
//! whole.

use super::{Name, NameKind, Reading, capital};
use crate::{
    entities::{gazette, identity},
    language::{Doc, Pos},
    text::{Span, Tok},
};

/// Most words of the first half.
const LONGEST: usize = 4;

/// Gives such a body its first half. Names stand in order, so that those of the first half are right before it.
pub(super) fn mend(r: Reading<'_>, names: &mut Vec<Name>) {
    let mut whole: Vec<Name> = Vec::with_capacity(names.len());
    for mut name in names.drain(..) {
        let body = name.kind == NameKind::Organization && name.canonical.is_none() && r.lexicon.ends_body(last_word(r.doc, name.tokens));
        let first = first_half(r, name.tokens).filter(|_| body);
        if let Some((first, start)) = first.and_then(|first| Some((first, joined_from(r, &whole, first, name.tokens.end)?))) {
            while whole.last().is_some_and(|n| n.tokens.overlaps(first)) {
                whole.pop();
            }
            name.tokens.start = start;
        }
        whole.push(name);
    }
    *names = whole;
}

/// Where the body's name begins, of which a first half ends before an "and"; none where that half is somebody of their own: "the **Norlund** and
/// Development Authority".
fn joined_from(r: Reading<'_>, before: &[Name], first: Span<Tok>, end: usize) -> Option<usize> {
    let inside = || before.iter().rev().take_while(|n| n.tokens.overlaps(first));
    let half = |n: &Name| matches!(n.kind, NameKind::Organization | NameKind::Other) && n.canonical.is_none() && n.tokens.end <= first.end;
    let start = inside().map(|n| n.tokens.start).chain([first.start]).min()?;
    let owned = start.checked_sub(1).is_some_and(|t| r.lexicon.is_genitive(r.doc.word(t)));
    let long = first.len() > 1 && (owned || inside().next().is_none());
    (inside().all(half) && (long || opens(r, first) || is_abbreviated(r.doc, Span::new(start, end)))).then_some(start)
}

fn last_word(doc: &Doc, span: Span<Tok>) -> &str {
    doc.word(span.end - 1)
}

/// The capitals before the "and" before a body, behind an article or whose they are, none of them a name that the gazetteer knows.
fn first_half(r: Reading<'_>, body: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let and = body.start.checked_sub(1).filter(|&t| doc.tokens[t].pos == Pos::Cconj && !doc.tokens[t].sentence_start)?;
    let demonym = |t: usize| r.gazetteer.demonym(doc.word(t)).is_some();
    let nominal = |t: usize| doc.tokens[t].pos.is_nominal() || doc.tokens[t].pos == Pos::Adj;
    let word = |t: usize| capital(doc.word(t)) && nominal(t) && !r.lexicon.ends_body(doc.word(t)) && !demonym(t);
    let start = (0..and).rev().take(LONGEST).take_while(|&t| word(t) && !doc.tokens[t].sentence_start).last()?;
    let first = Span::new(start, and);
    let before = start.checked_sub(1)?;
    let own = doc.tokens[before].pos == Pos::Det || r.lexicon.is_genitive(doc.word(before)) || demonym(before);
    let known = first.range().any(|t| gazette::longest_at(r, t, and - t).is_some());
    (own && !known).then_some(first)
}

/// "the **National** Forest and Grassland Administration"
fn opens(r: Reading<'_>, first: Span<Tok>) -> bool {
    r.lexicon.ties.around.opening.contains(&r.doc.word(first.start).to_lowercase())
}

/// "the Land Conversion and Development Authority (**LCDA**)"
pub fn is_abbreviated(doc: &Doc, whole: Span<Tok>) -> bool {
    let short = doc.tokens.get(whole.end + 2).filter(|_| doc.word(whole.end) == "(" && doc.word(whole.end + 2) == ")");
    short.is_some_and(|_| identity::is_acronym(doc.word(whole.end + 1), doc.words(whole), |_| false))
}
