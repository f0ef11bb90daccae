//! Organs: a parliament binds its state, a board its company.

use std::collections::HashSet;

use crate::{entities::EntityKind, events::scene::Scene};

/// The words for an organ, and whose it is: "**Vestra**'s | **board**", "the **board** of | **Vestra**".
pub fn organ_of(name: &str) -> (&str, Option<&str>) {
    let genitive = ["'s ", "’s ", "s' ", "s’ "].into_iter().filter_map(|mark| name.rfind(mark).map(|at| (at, mark))).max();
    match genitive {
        // the s before a bare mark is the name's own
        Some((at, mark)) => (&name[at + mark.len()..], Some(&name[..at + usize::from(mark.starts_with('s'))])),
        None => name.split_once(" of ").map_or((name, None), |(organ, owner)| (organ, Some(owner))),
    }
}

/// True for a parliament, a cabinet: what it does binds its state.
pub fn is_organ(scene: &Scene<'_>, name: &str) -> bool {
    let frames = &scene.frames.agreements;
    let (organ, owner) = organ_of(name);
    // "Norlund **Investors**" is a company's own name
    let own_name = organ == name && organ.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    // "Peru's **air force**", not "Vestra's sales force"
    let of_state = || owner.and_then(|o| scene.named(o)).is_some_and(|id| scene.entities.get(id).kind == EntityKind::State);
    last_word_in(organ, &frames.forces) && of_state()
        || last_word_in(organ, &frames.organs)
        || !own_name && last_word_in(organ, &frames.company_organs)
}

/// True for a body that is a part of its state's government: "the defence **ministry**".
pub fn is_ministry(scene: &Scene<'_>, name: &str) -> bool {
    name.split_whitespace().any(|word| scene.frames.agreements.ministries.contains(&word.to_lowercase()))
}

pub fn last_word_in(name: &str, words: &HashSet<String>) -> bool {
    // "the Food and Drug Administration" is an agency, "the Lopes Administration" the state
    let own_name = |word: &str| word.starts_with(char::is_uppercase) && name.split_whitespace().count() > 2;
    name.split_whitespace().next_back().is_some_and(|word| words.contains(&word.to_lowercase()) && !own_name(word))
}
