//! Instruments of so many that the article tells how many they are and not who: "**190 countries** signed the accord", "**countries around
//! the world**".

use super::{Accord, merge, stage::Stage};
use crate::{
    entities::{EntityId, EntityKind, Mention},
    events::{
        adpositions,
        scene::{Scene, Spot},
    },
    language::{Pos, Relation},
    record::AgreementStatus,
};

/// How many of its mentions are asked how many a group is.
const FEW: usize = 4;

/// True for the only side that an instrument names, where that is a number of states or companies that come to terms among themselves.
fn is_one(scene: &Scene<'_>, party: EntityId) -> bool {
    let entity = scene.entities.get(party);
    let mentions = entity.mentions.iter().take(FEW).filter_map(|&m| scene.entities.mentions.get(m));
    entity.kind == EntityKind::Group && mentions.into_iter().any(|m| is_counted(scene, m))
}

/// True where that side does it with nobody else: "190 countries **signed the accord**", no "ten airlines signed contracts with X", no "30
/// countries signed off on the plan".
pub fn signs(scene: &Scene<'_>, at: Spot, stage: &Stage, party: EntityId) -> bool {
    use AgreementStatus::{Agreed, Ratified, Signed};
    let doc = scene.doc(at.passage);
    let Some(verb) = stage.verb.filter(|_| stage.by_verb && matches!(stage.status, Agreed | Ratified | Signed)) else { return false };
    let with = |n: usize| doc.obliques(n).iter().any(|o| adpositions::has(&scene.frames.adpositions.with, doc.lemma(o.marker)));
    let does = |t: usize| scene.entities.mention_at(at.passage, t).is_some_and(|m| m.refers.contains(&party));
    let doer = if doc.is_passive(verb) { doc.agent(verb) } else { doc.own_subject(verb) };
    let plain = scene.frames.agreements.comes_to_terms(doc.lemma(verb)) && doc.particle(verb).is_none() && !doc.is_plural(at.token);
    plain && !with(verb) && !with(at.token) && doer.is_some_and(does) && is_one(scene, party)
}

/// "**the** accord, signed by 190 countries", of which another sentence tells that many have signed it.
pub fn are_one(scene: &Scene<'_>, a: &Accord, b: &Accord) -> bool {
    let head = |x: &Accord| {
        let &[one] = x.parties.as_slice() else { return None };
        let mention = scene.entities.get(one).mentions.first().and_then(|&m| scene.entities.mentions.get(m))?;
        is_one(scene, one).then(|| scene.doc(mention.passage).lemma(mention.head).to_lowercase())
    };
    let same = head(a).is_some_and(|own| head(b) == Some(own)) && merge::kinds_agree(a.instrument, b.instrument);
    if !same || !merge::refers_back(scene, b.evidence[0]) {
        return false;
    }
    // by the same name, or by none
    let words = |x: &Accord| -> Vec<String> {
        let at = x.evidence[0];
        let doc = scene.doc(at.passage);
        let name = doc.full_phrase(at.token).range().take(NAME);
        name.filter(|&t| doc.tokens[t].pos == Pos::Propn).map(|t| doc.word(t).to_lowercase()).collect()
    };
    let (x, y) = (words(a), words(b));
    y.is_empty() || y.iter().any(|w| x.contains(w))
}

/// How many words of an instrument's name are compared.
const NAME: usize = 12;

/// "more than 190 countries", no "two countries" nor "the five powers", who are told elsewhere.
fn is_counted(scene: &Scene<'_>, mention: &Mention) -> bool {
    let doc = scene.doc(mention.passage);
    let frames = &scene.frames.agreements;
    let two = |n: usize| scene.frames.meetings.together.numbers.get(&doc.word(n).to_lowercase()) == Some(&2);
    let bodies = frames.crowds.contains(&doc.lemma(mention.head).to_lowercase());
    let pointed = doc.determiner(mention.head).is_some_and(|d| frames.again.contains(&doc.word(d).to_lowercase()));
    let mut numbers = doc.children_by(mention.head, Relation::NumericModifier);
    // "countries **across the world**"
    let everywhere = || doc.is_plural(mention.head) && doc.obliques(mention.head).iter().any(|o| frames.worlds.contains(doc.lemma(o.noun)));
    bodies && !pointed && (numbers.next().is_some_and(|n| !two(n)) || everywhere())
}
