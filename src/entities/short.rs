//! A body's name without its state: "the **Ministry of Trade** of Peru", as articles call it where they have told whose it is.

use std::collections::HashMap;

use super::{
    lexicon::Lexicon,
    model::{Entity, EntityKind},
};
use crate::gazetteer::Gazetteer;

/// Fewest words that still tell which body: "the Ministry of Trade", not "the Bank" of Chile.
const FEWEST: usize = 3;

/// Most words of a state's name, with what stands before it.
const LONGEST: usize = 10;

/// Adds such a name to the others of each body, but where two states' bodies would go by it.
pub fn name(lexicon: &Lexicon, gazetteer: &Gazetteer, entities: &mut [Entity]) {
    let short = |e: &Entity| without_state(lexicon, gazetteer, &e.name).filter(|_| e.kind == EntityKind::Organization).map(str::to_owned);
    let names: Vec<Option<String>> = entities.iter().map(short).collect();
    let mut many: HashMap<String, usize> = HashMap::new();
    for name in names.iter().flatten() {
        *many.entry(name.clone()).or_default() += 1;
    }
    for (entity, name) in entities.iter_mut().zip(names) {
        entity.aliases.extend(name.filter(|n| many[n] == 1 && !entity.aliases.contains(n)));
    }
}

/// The name without the state at its end.
fn without_state<'n>(lexicon: &Lexicon, gazetteer: &Gazetteer, name: &'n str) -> Option<&'n str> {
    let ends = name.rmatch_indices(' ').map(|(at, _)| at).take(LONGEST).filter(|&at| name[..at].split(' ').nth(FEWEST - 1).is_some());
    let state = |rest: &str| gazetteer.look_up(rest).is_some_and(|e| e.country().is_some());
    ends.filter_map(|at| {
        let (of, rest) = name[at + 1..].split_once(' ')?;
        let article = rest.split_once(' ').filter(|(first, _)| lexicon.ties.around.articles.contains(&first.to_lowercase()));
        let told = lexicon.ties.tells_side(of) && (state(rest) || article.is_some_and(|(_, rest)| state(rest)));
        told.then_some(&name[..at])
    })
    .last()
}
