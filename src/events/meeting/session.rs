//! A body that confers by itself: "the council met on Monday", "a meeting of the ministers of the league".

use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
    },
};

/// True for one body, or several of one body of whom more is told than that they are people.
pub fn is_body(scene: &Scene<'_>, sides: &[EntityId]) -> bool {
    let &[id] = sides else { return false };
    let e = scene.entities.get(id);
    let words = &scene.frames.meetings.session;
    let last = e.name.split_whitespace().next_back().map(str::to_lowercase).unwrap_or_default();
    match e.kind {
        EntityKind::Organization => words.bodies.contains(&last) || is_abbreviation(&e.name),
        EntityKind::Group => {
            let head = last.strip_suffix('s').unwrap_or(&last);
            words.members.contains(head) && e.name.split_whitespace().count() > 1 && !super::merge::is_bare_group(scene, id)
        }
        _ => false,
    }
}

/// "OPEC", "the GCC": a body of states, mostly.
fn is_abbreviation(name: &str) -> bool {
    (3..=6).contains(&name.chars().count()) && name.chars().all(char::is_uppercase)
}

/// True where the noun itself says whose session it is: "the **council's** meeting", "a meeting of **the ministers**".
pub fn of_noun(scene: &Scene<'_>, at: Spot, sides: &[EntityId]) -> bool {
    let named = slots::sides(scene, at, &[Slot::Possessor, Slot::Modifier, Slot::Behind("of".into())]);
    is_body(scene, sides) && named == sides
}
