//! Of an agreement between agencies of one state neither the state is a party nor who only speaks for it.

use super::binding::Bound;
use crate::{
    entities::{Entity, EntityId, EntityKind},
    events::scene::Scene,
};

/// How many bodies of a state are asked which of them somebody heads.
const MOST: usize = 200;

/// Takes the state of such agencies out. "Interior Secretary **Ana Ruiz** and the environment agency signed": who seemed to sign for the
/// state signs for the department whose office they hold.
pub fn without_own_state(scene: &Scene<'_>, bound: &mut Bound) {
    let is_agency = |id: EntityId| scene.entities.get(id).kind == EntityKind::Organization;
    let country = |id: EntityId| scene.entities.get(id).country.as_deref();
    let own = |id: EntityId| bound.parties.iter().find_map(|&p| country(p)).is_some_and(|first| country(id) == Some(first));
    let state = bound.parties.iter().copied().find(|&p| scene.entities.get(p).kind == EntityKind::State && own(p));
    let agencies = bound.parties.iter().filter(|&&id| is_agency(id)).count();
    // of the others, each is the state's own as far as is told
    let apart = bound.parties.iter().any(|&id| country(id).is_some() && !own(id));
    let whole = bound.parties.iter().all(|&id| own(id));
    if agencies < 2 || apart {
        return;
    }
    let departments: Vec<EntityId> = match state {
        Some(_) => bound.signatories.iter().filter_map(|&s| department(scene, s)).collect(),
        None => Vec::new(),
    };
    if whole || !departments.is_empty() {
        bound.parties.retain(|&id| is_agency(id));
        for id in departments {
            if !bound.parties.contains(&id) {
                bound.parties.push(id);
            }
        }
    }
}

/// The department of which somebody is told to be the head: "Agriculture Secretary Ana Ruiz", of "the Department of Agriculture".
fn department(scene: &Scene<'_>, person: EntityId) -> Option<EntityId> {
    let frames = &scene.frames.agreements;
    let small = |w: &str| w.chars().all(char::is_lowercase);
    let words = |name: &str| -> Vec<String> { name.split_whitespace().filter(|w| !small(w)).map(str::to_lowercase).collect() };
    let title = scene.entities.get(person).roles.iter().find(|r| !r.former).map(|r| words(&r.title))?;
    let field: Vec<&String> = title.iter().filter(|w| !frames.heads.contains(*w)).collect();
    let country = scene.entities.get(person).country.as_deref()?;
    let heads = |e: &Entity| {
        let name = words(&e.name);
        name.iter().any(|w| frames.departments.contains(w)) && field.iter().all(|w| name.contains(w))
    };
    let own = |e: &Entity| e.kind == EntityKind::Organization && e.country.as_deref() == Some(country);
    let mut bodies = scene.entities.entities.iter().enumerate().filter(|(_, e)| own(e)).take(MOST);
    bodies.find(|(_, e)| !field.is_empty() && heads(e)).map(|(i, _)| EntityId(i))
}
