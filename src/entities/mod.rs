//! Who is named, in what office, for which side, and which words stand for whom.
//!
//! Entities are all that are named or described; which of them take part in something only the last room chooses.

mod builder;
mod draft;
mod gazette;
mod home;
mod identity;
mod lexicon;
mod memory;
mod model;
mod names;
mod resolve;
mod title;

use crate::{gazetteer::Gazetteer, language::Doc, record::SegmentKind, segments::Passage};

pub use lexicon::Lexicon;
pub use model::{Entities, Entity, EntityId, EntityKind, Form, Mention};
use names::Reading;

/// Finds everybody that an article speaks of. `docs` has one document for each passage; one that was not parsed is empty.
pub fn find(passages: &[Passage], docs: &[Doc], lexicon: &Lexicon, gazetteer: &Gazetteer) -> Entities {
    let mut drafts = Vec::new();
    for (p, (passage, doc)) in passages.iter().zip(docs).enumerate() {
        if doc.is_empty() || passage.kind == SegmentKind::Boilerplate {
            continue;
        }
        let reading = Reading { doc, lexicon, gazetteer, headline: passage.heading };
        let names = names::find(reading);
        drafts.extend(draft::find(reading, &names, p));
    }
    let marks: Vec<_> = passages.iter().map(|p| p.marks.iter().map(|m| m.inner).collect()).collect();
    resolve::resolve(&resolve::Story { docs, marks: &marks, lexicon, gazetteer }, drafts)
}
