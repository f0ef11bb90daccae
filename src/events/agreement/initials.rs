//! Instruments that an article calls by their initials: "the Coral Trade Treaty (**CTT**)", and later "joined the **CTT**".

use std::collections::HashMap;

use super::AgreementFrames;
use crate::{
    entities::{Entities, EntityKind, Mention},
    events::scene::{Scene, Spot},
    language::Doc,
};

/// The short forms of those names that end with a noun for an instrument, each with that noun.
pub fn papers(entities: &Entities, frames: &AgreementFrames) -> HashMap<String, String> {
    let called = entities.entities.iter().filter(|e| matches!(e.kind, EntityKind::Organization | EntityKind::Other));
    let mut found = HashMap::new();
    for entity in called {
        let names = || std::iter::once(&entity.name).chain(&entity.aliases);
        let noun = names().filter_map(|name| name.rsplit_once(' ')).map(|(_, last)| last.to_lowercase());
        let Some(noun) = noun.into_iter().find(|last| frames.instruments.contains_key(last)) else { continue };
        let short = names().filter(|name| name.len() > 2 && name.chars().all(char::is_uppercase));
        found.extend(short.map(|name| (name.clone(), noun.clone())));
    }
    found
}

/// The noun that initials at a token stand for.
pub fn noun<'s>(scene: &'s Scene<'_>, doc: &Doc, token: usize) -> Option<&'s str> {
    scene.papers.get(doc.word(token)).map(String::as_str)
}

/// Where the long name of what a spot calls by its initials stands first.
pub fn long_name<'s>(scene: &'s Scene<'_>, at: Spot) -> Option<&'s Mention> {
    noun(scene, scene.doc(at.passage), at.token)?;
    let own = scene.entities.mention_at(at.passage, at.token)?;
    let mentions = own.refers.iter().flat_map(|&id| &scene.entities.get(id).mentions).filter_map(|&m| scene.entities.mentions.get(m));
    mentions.into_iter().find(|m| m.tokens.len() > 2)
}
