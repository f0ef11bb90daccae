//! Whose article it is: the state of those whom the headline names, which deals with the other side where only that one is told: "Fact
//! sheet: President Ruiz … **a trade deal with Norway**".

use super::{binding, merge, occasion, severally};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        adpositions,
        scene::{Scene, Spot},
        slots::{self, Slot},
    },
    record::Instrument,
};

/// In how many passages from the top a headline is looked for.
const HEADLINES: usize = 3;
/// How many names of a headline are looked at.
const MOST: usize = 8;

/// The side of whose article it is with those behind the "with", where nobody else is bound.
pub fn with_others(scene: &Scene<'_>, at: Spot, kind: Instrument, bound: &[EntityId]) -> Vec<EntityId> {
    let general = matches!(kind, Instrument::Agreement | Instrument::Deal | Instrument::Pact | Instrument::Treaty);
    let mut others = severally::others(scene, at);
    let doc = scene.doc(at.passage);
    // "attacked the deal **with Norway**": hung, by the parser, on the verb
    if others.is_empty()
        && let Some(verb) = doc.governing_verb(at.token)
    {
        let behind = doc
            .obliques(verb)
            .into_iter()
            .filter(|o| o.marker == at.token + 1 && adpositions::has(&scene.frames.adpositions.with, doc.lemma(o.marker)));
        others = behind.flat_map(|o| scene.parties(Spot { token: o.noun, ..at })).collect();
    }
    // "the **Norway** deal"
    if others.is_empty() && merge::is_known(scene, at) && !occasion::is_of_many(scene, at) {
        others = slots::parties(scene, at, &[Slot::Modifier]);
    }
    let alone = !others.is_empty() && bound.iter().all(|b| others.contains(b));
    let sides = || others.iter().all(|&o| scene.entities.get(o).kind == EntityKind::State || is_union(scene, o));
    let Some(own) = Some(general && alone && sides()).filter(|&fits| fits).and_then(|_| side(scene).or_else(|| at_home(scene, at))) else {
        return Vec::new();
    };
    if others.iter().any(|&o| scene.same_side(o, own)) || tells_of_third(scene, at, own, &others) {
        return Vec::new();
    }
    std::iter::once(own).chain(others).collect()
}

/// "lawmakers attacked **the** nuclear deal with Norway", told to the readers of one state: theirs.
fn at_home(scene: &Scene<'_>, at: Spot) -> Option<EntityId> {
    merge::is_known(scene, at).then(|| scene.entities.at_home()).flatten()
}

/// "**Tehran's** media said a deal with China was signed": of another's doings.
fn tells_of_third(scene: &Scene<'_>, at: Spot, own: EntityId, others: &[EntityId]) -> bool {
    let sentence = scene.doc(at.passage).sentence_of(at.token);
    let mentions = &scene.entities.mentions;
    let from = mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, sentence.start));
    let here = mentions[from..].iter().take_while(|m| m.passage == at.passage && m.tokens.start < sentence.end).take(MOST);
    let country = |id: EntityId| scene.entities.get(id).country.as_deref();
    let known: Vec<&str> = others.iter().copied().chain([own]).filter_map(country).collect();
    // "**NATO** praised the pact with Norway"
    let body = |id: EntityId| {
        let e = scene.entities.get(id);
        e.kind == EntityKind::Organization && e.country.is_none() && !others.contains(&id)
    };
    here.flat_map(|m| &m.refers).any(|&id| body(id) || country(id).is_some_and(|c| !known.contains(&c)))
}

/// A body of states: "the European Union".
fn is_union(scene: &Scene<'_>, id: EntityId) -> bool {
    let entity = scene.entities.get(id);
    let known = || crate::gazetteer::Gazetteer::global().body(&entity.name).is_some_and(|body| body.country.is_none());
    entity.kind == EntityKind::Organization && entity.country.is_none() && known()
}

/// The one state for which all those in office speak whom the headline names; who speaks for it where the article does not name it.
fn side(scene: &Scene<'_>) -> Option<EntityId> {
    let headlines = (0..scene.docs.len().min(HEADLINES)).filter(|&p| scene.is_headline(p));
    let mentions = &scene.entities.mentions;
    let named = headlines.flat_map(|p| {
        let from = mentions.partition_point(|m| m.passage < p);
        mentions[from..].iter().take_while(move |m| m.passage == p).take(MOST).flat_map(|m| m.refers.iter().copied())
    });
    let speaks = |id: &EntityId| {
        let e = scene.entities.get(*id);
        e.kind == EntityKind::Person && !e.roles.is_empty() && e.country.is_some()
    };
    let mut sides = binding::bind(scene, &named.filter(speaks).collect::<Vec<_>>()).parties;
    let one = sides.pop().filter(|_| sides.is_empty())?;
    matches!(scene.entities.get(one).kind, EntityKind::State | EntityKind::Person).then_some(one)
}
