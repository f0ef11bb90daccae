//! Who sat there for a state: "Peru and Chile held consultations. The Peruvian **delegation was led by Ana Ruiz**".

use super::{Encounter, attendance};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
    },
    language::Relation,
};

/// Puts those who led a state's delegation in the place of their state, in the encounter that the text is about.
pub fn name(scene: &Scene<'_>, encounters: &mut [Encounter]) {
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        let words = &scene.frames.meetings.members;
        if !doc.is_verbal(at.token) || !words.led.contains(doc.lemma(at.token)) || !scene.tells(at.passage) {
            continue;
        }
        // "did not lead it", "who once led it", "the delegation to the Council"
        let told = scene.frames.status.of_verb(doc, at.token).is_some_and(|s| matches!(s.outcome, Outcome::Happened | Outcome::Planned));
        if !told || doc.tokens[at.token].relation == Relation::RelativeClause {
            continue;
        }
        let delegation = |&n: &usize| words.delegations.contains(doc.lemma(n)) && doc.obliques(n).is_empty();
        let Some(token) = slots::heads(scene, at, &Slot::Object).into_iter().find(delegation) else { continue };
        let kind = |id: &EntityId| scene.entities.get(*id).kind;
        let states: Vec<EntityId> = scene
            .parties(Spot { token, ..at })
            .into_iter()
            .filter(|id| matches!(kind(id), EntityKind::State | EntityKind::Group))
            .collect();
        let leader = slots::parties(scene, at, &[Slot::Subject])
            .into_iter()
            .find(|id| kind(id) == EntityKind::Person && !scene.entities.get(*id).nameless);
        let (&[side], Some(leader)) = (states.as_slice(), leader) else { continue };
        let country = scene.entities.get(side).country.as_deref().and_then(|c| scene.entities.state(c));
        let state = if kind(&side) == EntityKind::State { Some(side) } else { country };
        let Some(state) = state else { continue };
        let sat = |e: &Encounter| e.principals().any(|id| id == state) && !e.includes(leader);
        let Some(index) = attendance::current(encounters, at, &[state], sat) else { continue };
        for (id, _) in encounters[index].participants.iter_mut().filter(|(id, _)| *id == state) {
            *id = leader;
        }
    }
}
