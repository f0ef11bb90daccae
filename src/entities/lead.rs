//! Who an opening tells of: "**Norway's trade minister** has warned importers. / **Ana Lopes** said …", as British papers begin.

use super::{
    appositions::is_definite,
    draft::{Draft, What},
    names::NameKind,
    resolve::Story,
};
use crate::{
    language::Relation,
    text::{Span, Tok},
};

/// In which passages a story opens.
const OPENING: usize = 3;
/// How many drafts an opening sentence and the one behind it have at most.
const DRAFTS: usize = 24;

/// The office that the first sentence's subject holds, and the name with which the next sentence begins: one somebody, where the first tells of
/// nobody else and the name has no office of its own. The indices of both drafts.
pub fn find(story: &Story<'_>, drafts: &[Draft]) -> Option<(usize, usize)> {
    let o = drafts.iter().take(DRAFTS).position(|d| d.passage < OPENING && opens(story, d))?;
    let office = &drafts[o];
    let doc = &story.docs[office.passage];
    let first = doc.sentence_of(office.head);
    let alone = |d: &Draft| d.passage != office.passage || !first.covers(d.tokens) || !is_somebody(d);
    let near = o.saturating_sub(DRAFTS)..(o + DRAFTS).min(drafts.len());
    if !near.clone().filter(|&i| i != o).all(|i| alone(&drafts[i])) {
        return None;
    }
    let (passage, next) = if first.end < doc.len() {
        (office.passage, doc.sentence_of(first.end))
    } else {
        let behind = office.passage + 1;
        (behind, story.docs.get(behind).filter(|d| !d.is_empty())?.sentence_of(0))
    };
    let here = |d: &Draft| d.passage == passage && next.covers(d.tokens);
    let n = near.clone().find(|&n| here(&drafts[n]) && begins(story, &drafts[n], next))?;
    let offices = near.filter(|&i| here(&drafts[i])).any(|i| matches!(drafts[i].what, What::Office { .. }));
    (!offices && !told_before(drafts, n)).then_some((o, n))
}

/// An office as the subject with which a passage begins: "Scotland's justice minister has warned …".
fn opens(story: &Story<'_>, d: &Draft) -> bool {
    let doc = &story.docs[d.passage];
    let told = matches!(d.what, What::Office { fresh: false, .. }) && is_definite(story.lexicon, doc, d);
    told && doc.full_phrase(d.head).start == 0 && is_subject(story, d)
}

fn is_subject(story: &Story<'_>, d: &Draft) -> bool {
    matches!(story.docs[d.passage].tokens[d.head].relation, Relation::Subject | Relation::PassiveSubject)
}

/// Somebody's whole name, without an office and with nothing said behind it, as the subject of a sentence that begins with it and tells what they said.
fn begins(story: &Story<'_>, d: &Draft, sentence: Span<Tok>) -> bool {
    let whole = |d: &Draft| matches!(&d.what, What::Named { name, titles, .. } if name.kind == NameKind::Person && titles.is_empty() && name.tokens.len() > 1);
    let doc = &story.docs[d.passage];
    let alone = doc.children(d.head).all(|c| c < d.tokens.end);
    let says = || doc.governor(d.head).is_some_and(|v| doc.children_by(v, Relation::ClauseComplement).next().is_some());
    d.tokens.start == sentence.start && whole(d) && is_subject(story, d) && alone && says()
}

fn is_somebody(d: &Draft) -> bool {
    match &d.what {
        What::Named { name, .. } => name.kind == NameKind::Person,
        What::Office { .. } | What::Counterpart { .. } | What::Succession { .. } | What::Described { .. } => true,
        _ => false,
    }
}

/// True where the whole name stands before: it is nobody new.
fn told_before(drafts: &[Draft], n: usize) -> bool {
    let text = |d: &Draft| match &d.what {
        What::Named { text, .. } => Some(text.clone()),
        _ => None,
    };
    let own = text(&drafts[n]);
    drafts[..n].iter().any(|d| text(d) == own)
}
