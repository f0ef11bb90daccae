//! Who of all entities takes part in something, in order of first appearance, with ids.

use std::collections::HashMap;

use super::grounds::Grounds;
use crate::{
    entities::{Entities, EntityId, EntityKind},
    record::{Id, Mention, Participant, ParticipantKind, Role},
};

/// The participants of a record, and the id of each.
#[derive(Debug, Default)]
pub struct Cast {
    /// In order of first appearance.
    pub participants: Vec<Participant>,
    /// The entity that each of them is.
    pub entities: Vec<EntityId>,
    ids: HashMap<EntityId, Id>,
}

impl Cast {
    /// Chooses those used, which must have at least one mention.
    pub fn choose(entities: &Entities, used: impl IntoIterator<Item = EntityId>, grounds: &Grounds<'_>) -> Self {
        let mut chosen: Vec<EntityId> = used.into_iter().filter(|id| !entities.get(*id).mentions.is_empty()).collect();
        chosen.sort_by_key(|id| (entities.get(*id).mentions.first().copied(), *id));
        chosen.dedup();
        let mut cast = Self::default();
        for id in chosen {
            let entity = entities.get(id);
            let name = entity.name.clone();
            let own = Id::new('p', cast.participants.len());
            cast.ids.insert(id, own.clone());
            cast.entities.push(id);
            cast.participants.push(Participant {
                id: own,
                kind: kind(entity.kind),
                aliases: entity.aliases.iter().filter(|a| **a != name).cloned().collect(),
                name,
                roles: distinct(&entity.roles),
                country: entity.country.clone(),
                mentions: entity
                    .mentions
                    .iter()
                    .map(|&m| {
                        let mention = &entities.mentions[m];
                        let at = grounds.tokens(mention.passage, mention.tokens);
                        Mention { ground: grounds.ground(mention.passage), start: at.start, end: at.end }
                    })
                    .collect(),
                explanation: None,
            });
        }
        cast
    }

    /// The id of one that was chosen.
    pub fn id(&self, entity: EntityId) -> Option<Id> {
        self.ids.get(&entity).cloned()
    }

    /// The ids of those that were chosen, in the order given.
    pub fn all(&self, entities: &[EntityId]) -> Vec<Id> {
        entities.iter().filter_map(|&e| self.id(e)).collect()
    }
}

fn kind(kind: EntityKind) -> ParticipantKind {
    match kind {
        EntityKind::Person => ParticipantKind::Person,
        EntityKind::State => ParticipantKind::State,
        EntityKind::Group => ParticipantKind::Group,
        EntityKind::Organization | EntityKind::Place | EntityKind::Other => ParticipantKind::Organization,
    }
}

fn distinct(roles: &[Role]) -> Vec<Role> {
    let mut out: Vec<Role> = Vec::with_capacity(roles.len());
    for role in roles {
        if !out.contains(role) {
            out.push(role.clone());
        }
    }
    out
}
