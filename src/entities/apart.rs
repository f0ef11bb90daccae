//! Of which state somebody is not: "Prime Minister **Ruiz** and Russian President Ivanov met" tells of the one only whose state is another's,
//! and who comes at a premier's invitation is no compatriot of theirs.

use std::collections::HashMap;

use super::{
    builder::Builder,
    draft::Draft,
    model::{EntityId, EntityKind},
    resolve::{Story, referent},
};
use crate::language::{Doc, Relation};

/// Looks at every two that an "and" joins, and at every invitation.
pub fn settle(story: &Story<'_>, builder: &mut Builder<'_>, drafts: &[Draft], bound: &[Vec<EntityId>]) {
    let by_head: HashMap<(usize, usize), usize> = drafts.iter().enumerate().map(|(i, d)| ((d.passage, d.head), i)).collect();
    let one = |i: usize| bound[i].first().copied().filter(|_| bound[i].len() == 1);
    for (i, draft) in drafts.iter().enumerate() {
        let doc = &story.docs[draft.passage];
        let Some(first) = one(i).filter(|&id| builder.kind(id) == EntityKind::Person && builder.country(id).is_none()) else { continue };
        let beside = doc.children_by(draft.head, Relation::Conjunct).filter_map(|t| by_head.get(&(draft.passage, t)).copied());
        for other in beside.filter(|&o| in_office(&drafts[o])).filter_map(one).collect::<Vec<_>>() {
            // "Foreign Minister Luis Gil and Peruvian President Ana Ruiz" may be of one state
            let country = builder.country(other).map(str::to_owned).filter(|_| other != first && is_chief(story, draft));
            if let Some(country) = country {
                builder.stand_apart(first, &country);
            }
        }
    }
    for (p, doc) in story.docs.iter().enumerate() {
        for (host, guest) in invitations(story, doc) {
            let who = |token: usize| referent(drafts, bound, p, token);
            // "of the premier **of Laos**", who may be nobody yet
            let of =
                || doc.obliques(host).into_iter().filter(|o| story.lexicon.ties.tells_side(doc.lemma(o.marker))).find_map(|o| who(o.noun));
            let country = who(host).or_else(of).and_then(|id| builder.country(id)).map(str::to_owned);
            for id in doc.conjuncts_from(guest).into_iter().filter_map(who).filter(|&id| Some(id) != who(host)) {
                if let Some(country) = &country {
                    builder.be_guest(id, country);
                }
            }
        }
    }
}

/// Somebody's name behind an office that they hold.
fn in_office(draft: &Draft) -> bool {
    draft.offices().iter().any(|t| !t.role.former)
}

/// "**Prime Minister** Ana Ruiz"
fn is_chief(story: &Story<'_>, draft: &Draft) -> bool {
    let chiefs = &story.lexicon.ties.around.chiefs;
    draft.offices().iter().any(|t| !t.role.former && chiefs.contains(&t.head))
}

/// "At the **invitation** of X, **Y** will attend": who invites, and who comes.
fn invitations(story: &Story<'_>, doc: &Doc) -> Vec<(usize, usize)> {
    let ties = &story.lexicon.ties;
    let calls = (0..doc.len()).filter(|&t| ties.around.invitations.contains(&doc.lemma(t).to_lowercase()));
    let both = calls.filter_map(|t| {
        let host =
            doc.obliques(t).into_iter().find(|o| ties.tells_side(doc.lemma(o.marker))).map(|o| o.noun).or_else(|| doc.possessor(t))?;
        let marker = doc.governor(t).filter(|_| doc.tokens[t].relation == Relation::PrepositionObject)?;
        let verb = doc.governing_verb(marker)?;
        Some((host, doc.own_subject(verb)?))
    });
    both.filter(|(host, guest)| host != guest).collect()
}
