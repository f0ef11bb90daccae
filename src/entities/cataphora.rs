//! A possessive that points ahead: "In **its** report, the bank said", "Announcing **her** resignation, Maria Lopez said".

use super::{
    builder::Builder,
    lexicon::PronounKind,
    model::{EntityId, EntityKind},
};
use crate::language::{Doc, Pos, Relation};

/// How many edges lie between the possessive and the verb whose subject it points to.
const REACH: usize = 6;

/// The subject, still to come, of the clause that a possessive's phrase opens.
pub fn subject_ahead(doc: &Doc, possessive: usize) -> Option<usize> {
    if doc.tokens[possessive].relation != Relation::Possessor {
        return None;
    }
    let start = doc.sentence_of(possessive).start;
    let mut at = possessive;
    for _ in 0..REACH {
        let above = doc.governor(at)?;
        if matches!(doc.tokens[at].relation, Relation::Preposition | Relation::AdverbialClause) && doc.is_verbal(above) {
            // "Posing for pictures before **her** talks, Maria Lopez said": the clause that this one opens decides
            if doc.tokens[above].relation == Relation::AdverbialClause && above < at && doc.own_subject(above).is_none() {
                at = above;
                continue;
            }
            let before = start..doc.subtree(at).start.max(start);
            let opens = before.into_iter().all(|t| matches!(doc.tokens[t].pos, Pos::Punct | Pos::Adv | Pos::Cconj | Pos::Sconj));
            return doc.own_subject(above).filter(|&s| opens && possessive < s);
        }
        at = above;
    }
    None
}

/// True where a pronoun of this kind can stand for the entity.
pub fn agrees(builder: &Builder<'_>, id: EntityId, kind: PronounKind) -> bool {
    match kind {
        PronounKind::Person(gender) => builder.kind(id) == EntityKind::Person && builder.gender(id).is_none_or(|g| g == gender),
        PronounKind::Thing => matches!(builder.kind(id), EntityKind::Organization | EntityKind::State),
        PronounKind::Plural => builder.kind(id) == EntityKind::Group,
    }
}
