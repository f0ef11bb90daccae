//! Forms of address that stand for those who were named with them: "His Majesty", "Their Excellencies".

use super::{
    builder::Builder,
    draft::{Draft, What},
    lexicon::PronounKind,
    model::EntityId,
    resolve::Story,
};

/// How many mentions back they are looked for.
const MOST: usize = 1_000;

/// "**Their Majesties**": those named last with such a form of address, one of each gender for the plural.
pub fn honored(
    builder: &Builder<'_>,
    story: &Story<'_>,
    drafts: &[Draft],
    bound: &[Vec<EntityId>],
    d: usize,
    kind: PronounKind,
) -> Vec<EntityId> {
    let so_called = |draft: &&Draft| {
        let doc = &story.docs[draft.passage];
        matches!(&draft.what, What::Named { name, .. }
            if (draft.tokens.start..name.tokens.start).any(|t| story.lexicon.is_honorific(doc.word(t))))
    };
    let mut found: Vec<EntityId> = Vec::new();
    for (_, ids) in drafts[..d].iter().zip(bound).rev().take(MOST).filter(|(draft, _)| so_called(draft)) {
        let Some(&id) = ids.first().filter(|id| !found.contains(id)) else { continue };
        match kind {
            PronounKind::Person(gender) if builder.gender(id).is_none_or(|g| g == gender) => return vec![id],
            PronounKind::Plural if found.is_empty() || builder.gender(id) != builder.gender(found[0]) => found.insert(0, id),
            _ => {}
        }
        if found.len() > 1 {
            break;
        }
    }
    found
}
