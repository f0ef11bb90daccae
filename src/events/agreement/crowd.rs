//! Instruments of so many that the article tells how many they are and not who: "**190 countries** signed the accord".

use super::{Accord, merge};
use crate::{
    entities::{EntityId, EntityKind, Mention},
    events::scene::Scene,
    language::Relation,
};

/// How many of its mentions are asked how many a group is.
const FEW: usize = 4;

/// True for the only side that an instrument names, where that is a number of states or companies that come to terms among themselves.
pub fn is_one(scene: &Scene<'_>, party: EntityId) -> bool {
    let entity = scene.entities.get(party);
    let mentions = entity.mentions.iter().take(FEW).filter_map(|&m| scene.entities.mentions.get(m));
    entity.kind == EntityKind::Group && mentions.into_iter().any(|m| is_counted(scene, m))
}

/// "the accord" again, of which another sentence tells that many have signed it.
pub fn are_one(scene: &Scene<'_>, a: &Accord, b: &Accord) -> bool {
    let head = |x: &Accord| {
        let &[one] = x.parties.as_slice() else { return None };
        let mention = scene.entities.get(one).mentions.first().and_then(|&m| scene.entities.mentions.get(m))?;
        is_one(scene, one).then(|| scene.doc(mention.passage).lemma(mention.head).to_lowercase())
    };
    let same = head(a).is_some_and(|own| head(b) == Some(own));
    same && merge::kinds_agree(a.instrument, b.instrument)
}

/// "more than 190 countries", no "two countries" nor "the five powers", who are told elsewhere.
fn is_counted(scene: &Scene<'_>, mention: &Mention) -> bool {
    let doc = scene.doc(mention.passage);
    let frames = &scene.frames.agreements;
    let two = |n: usize| scene.frames.meetings.together.numbers.get(&doc.word(n).to_lowercase()) == Some(&2);
    let bodies = frames.crowds.contains(&doc.lemma(mention.head).to_lowercase());
    let pointed = doc.determiner(mention.head).is_some_and(|d| frames.again.contains(&doc.word(d).to_lowercase()));
    let mut numbers = doc.children_by(mention.head, Relation::NumericModifier);
    bodies && !pointed && numbers.next().is_some_and(|n| !two(n))
}
