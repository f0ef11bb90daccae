//! For whom somebody speaks or works, where the words around the name or office tell it: "Halm's chairman", "its economy minister",
//! "spokesman for the union", "was accompanied by", "officials including".

use std::collections::HashMap;

use super::{
    apart,
    builder::Builder,
    draft::{Draft, What},
    model::{EntityId, EntityKind, Side},
    names::NameKind,
    resolve::Story,
    visits,
};
use crate::language::Relation;

/// Looks at every person's phrase, every company of people and every list of a group's members.
pub fn settle(story: &Story<'_>, builder: &mut Builder<'_>, drafts: &[Draft], bound: &[Vec<EntityId>]) {
    let by_head: HashMap<(usize, usize), EntityId> =
        drafts.iter().zip(bound).filter_map(|(d, b)| Some(((d.passage, d.head), *b.first()?))).collect();
    let at = |passage: usize, token: usize| by_head.get(&(passage, token)).copied();
    for (draft, ids) in drafts.iter().zip(bound) {
        let &[id] = ids.as_slice() else { continue };
        match &draft.what {
            What::Named { name, .. } if name.kind != NameKind::Person => {}
            What::Named { .. } | What::Office { .. } | What::Described { .. } => belong(story, builder, draft, id, &at),
            What::Group { country: Some(country), .. } => members(story, builder, draft, country, &at),
            _ => {}
        }
    }
    speak_for(story, builder, drafts, bound);
    keep_company(story, builder, &at);
    share_side(story, builder, drafts, bound, &at);
    visits::settle(story, builder, drafts, bound);
    apart::settle(story, builder, drafts, bound);
}

/// Fewest members of a list that are taken for people of one side.
const LIST: usize = 3;

/// Those in a list of people of whom some are of one side, and none of another, are of that side.
fn share_side(
    story: &Story<'_>,
    builder: &mut Builder<'_>,
    drafts: &[Draft],
    bound: &[Vec<EntityId>],
    at: &impl Fn(usize, usize) -> Option<EntityId>,
) {
    for (draft, ids) in drafts.iter().zip(bound) {
        let first = ids.len() == 1 && builder.kind(ids[0]) == EntityKind::Person;
        let doc = &story.docs[draft.passage];
        if !first || doc.tokens[draft.head].relation == Relation::Conjunct {
            continue;
        }
        let list: Vec<EntityId> = doc.conjuncts_from(draft.head).into_iter().filter_map(|m| at(draft.passage, m)).collect();
        let told: Vec<String> = list.iter().filter_map(|&m| builder.country(m).map(str::to_owned)).collect();
        if list.len() >= LIST && told.first().is_some_and(|side| told.iter().all(|t| t == side)) {
            for &m in &list {
                builder.side_with(m, &told[0], Side::Company);
            }
        }
    }
}

/// Whose chairman, for which union: the possessor, or what stands behind "of", "for", "at".
fn belong(story: &Story<'_>, builder: &mut Builder<'_>, draft: &Draft, id: EntityId, at: &impl Fn(usize, usize) -> Option<EntityId>) {
    let doc = &story.docs[draft.passage];
    let whose = doc.possessor(draft.head).and_then(|p| at(draft.passage, p));
    if let Some(whose) = whose {
        builder.belong(id, whose);
    }
    if matches!(draft.what, What::Named { .. }) {
        return;
    }
    for o in doc.obliques(draft.head).into_iter().filter(|o| story.lexicon.ties.tells_body(doc.lemma(o.marker))) {
        if let Some(body) = at(draft.passage, o.noun).filter(|&b| matches!(builder.kind(b), EntityKind::Organization | EntityKind::State)) {
            builder.belong(id, body);
        }
    }
}

/// One who speaks for a body that goes without saying speaks for the one that the paragraph named last: "… the union said. Spokesman X".
fn speak_for(story: &Story<'_>, builder: &mut Builder<'_>, drafts: &[Draft], bound: &[Vec<EntityId>]) {
    let mut last: Option<(usize, EntityId)> = None;
    for (draft, ids) in drafts.iter().zip(bound) {
        let &[id] = ids.as_slice() else { continue };
        match &draft.what {
            What::Body { .. } => last = Some((draft.passage, id)),
            What::Named { name, .. } if matches!(name.kind, NameKind::Organization | NameKind::Seat) => last = Some((draft.passage, id)),
            What::Named { titles, .. } if titles.iter().any(|t| t.role.of.is_none() && story.lexicon.ties.is_voice(&t.head)) => {
                if let Some((_, body)) = last.filter(|(passage, _)| *passage == draft.passage) {
                    builder.belong(id, body);
                }
            }
            _ => {}
        }
    }
}

/// "Cuban officials, including X and Y": those are of the group's side.
fn members(story: &Story<'_>, builder: &mut Builder<'_>, draft: &Draft, country: &str, at: &impl Fn(usize, usize) -> Option<EntityId>) {
    let doc = &story.docs[draft.passage];
    for o in doc.obliques(draft.head).into_iter().filter(|o| story.lexicon.ties.begins_members(doc.lemma(o.marker))) {
        for member in doc.conjuncts_from(o.noun).into_iter().filter_map(|m| at(draft.passage, m)) {
            builder.side_with(member, country, Side::Company);
        }
    }
    // "the Peruvian and Chilean premiers, **Ana Ruiz and Luis Gil**": each of the side that stands in the same place
    let coordinated = doc.modifiers(draft.head).map(|m| doc.conjuncts_from(m)).find(|of| of.len() > 1).unwrap_or_default();
    let sides: Vec<EntityId> = coordinated.into_iter().filter_map(|m| at(draft.passage, m)).collect();
    let names = doc.appositions(draft.head).flat_map(|a| doc.conjuncts_from(a));
    let persons: Vec<EntityId> = names.filter_map(|m| at(draft.passage, m)).filter(|&id| builder.kind(id) == EntityKind::Person).collect();
    if sides.len() == persons.len() {
        for (person, side) in persons.into_iter().zip(sides) {
            if let Some(country) = builder.country(side).map(str::to_owned) {
                builder.side_with(person, &country, Side::Own);
            }
        }
    }
}

/// Those who accompany somebody are of that one's side, where nothing else tells theirs.
fn keep_company(story: &Story<'_>, builder: &mut Builder<'_>, at: &impl Fn(usize, usize) -> Option<EntityId>) {
    for (p, doc) in story.docs.iter().enumerate() {
        for v in (0..doc.len()).filter(|&v| story.lexicon.ties.is_company(doc.lemma(v)) && doc.is_passive(v)) {
            let Some(host) = doc.subject(v).and_then(|s| at(p, s)) else { continue };
            let Some(country) = builder.country(host).map(str::to_owned) else { continue };
            let by = doc.agent(v).or_else(|| {
                let further = doc.obliques(v).into_iter().flat_map(|o| doc.obliques(o.noun));
                further.into_iter().find(|o| story.lexicon.ties.tells_agent(doc.lemma(o.marker))).map(|o| o.noun)
            });
            for guest in by.map(|b| doc.conjuncts_from(b)).unwrap_or_default().into_iter().filter_map(|g| at(p, g)) {
                builder.side_with(guest, &country, Side::Company);
            }
        }
    }
}
