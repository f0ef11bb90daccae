//! Who is named, in what office, for which side, and which words stand for whom.
//!
//! Entities are all that are named or described; which of them take part in something only the last room chooses.

mod affiliation;
mod apart;
mod appositions;
mod before;
mod builder;
mod cataphora;
mod companies;
mod compounds;
mod descriptions;
mod draft;
mod gazette;
mod governed;
mod governments;
mod headlines;
mod holders;
mod honorifics;
mod identity;
mod joined;
mod kinds;
mod lead;
mod lexicon;
mod memory;
mod model;
mod names;
mod persons;
mod reasons;
mod resolve;
mod rivals;
mod settle;
mod short;
mod sides;
mod surnames;
mod ties;
mod title;
mod treaties;
mod unnamed;
mod visits;

use crate::{
    budget::Budget,
    gazetteer::{Gazetteer, Origin},
    language::Doc,
    record::SegmentKind,
    segments::Passage,
};

pub use lexicon::Lexicon;
pub use model::{Entities, Entity, EntityId, EntityKind, Form, Mention, RoleAt, Side};
use names::Reading;
pub use ties::Ties;

/// Finds everybody that an article speaks of. `docs` has one document for each passage; one that was not parsed is empty.
///
/// `origin` is what the page's address tells of whose page it is. Where the budget is spent, those named further on are left out.
pub fn find(
    passages: &[Passage],
    docs: &[Doc],
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    origin: Option<Origin>,
    budget: &Budget,
) -> Entities {
    let read = |p: usize| Reading { doc: &docs[p], lexicon, gazetteer, headline: passages[p].heading };
    let told = (0..docs.len()).filter(|&p| !docs[p].is_empty() && passages[p].kind != SegmentKind::Boilerplate);
    let in_time = told.take_while(|_| !budget.is_spent());
    let mut names: Vec<(usize, Vec<names::Name>)> = in_time.map(|p| (p, names::find(read(p)))).collect();
    let companies = companies::of(lexicon, gazetteer, &names, docs, |p| passages[p].heading);
    for (p, names) in &mut names {
        companies::mend(&companies, &docs[*p], names);
    }
    joined::part(lexicon, &companies, &mut names, docs);
    headlines::shorten(lexicon, docs, &mut names, |p| passages[p].heading);
    let surnames = surnames::of(&names, docs);
    let first = surnames::first_words(&names, docs);
    let amid = surnames::amid_sentences(docs);
    let mut drafts = Vec::new();
    for (p, names) in &mut names {
        surnames::unmask(&amid, &surnames, &docs[*p], names);
        surnames::mend(&surnames, &first, &docs[*p], names);
        drafts.extend(draft::find(read(*p), names, *p));
    }
    let marked: Vec<Vec<bool>> = passages.iter().zip(docs).map(|(p, doc)| inside_marks(p, doc)).collect();
    resolve::resolve(&resolve::Story { docs, marked: &marked, lexicon, gazetteer, origin }, drafts)
}

/// For each token, true inside marks of quotation.
fn inside_marks(passage: &Passage, doc: &Doc) -> Vec<bool> {
    let mut marked = vec![false; doc.len()];
    for m in passage.marks.iter().filter(|m| m.depth == 0) {
        let (start, end) = (doc.token_at(m.inner.start), doc.token_at(m.inner.end));
        marked[start.min(end)..end].fill(true);
    }
    marked
}
