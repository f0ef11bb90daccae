//! A body's name without its state: "the **Ministry of Trade** of Peru", as articles call it where they have told whose it is.

use super::lexicon::Lexicon;
use crate::gazetteer::Gazetteer;

/// Fewest words that still tell which body: "the Ministry of Trade", not "the Bank" of Chile.
const FEWEST: usize = 3;

/// The name without the state at its end.
pub fn without_state<'n>(lexicon: &Lexicon, gazetteer: &Gazetteer, name: &'n str) -> Option<&'n str> {
    let ends = name.match_indices(' ').map(|(at, _)| at).filter(|&at| name[..at].split(' ').count() >= FEWEST);
    let state = |rest: &str| gazetteer.look_up(rest).is_some_and(|e| e.country().is_some());
    ends.into_iter().find_map(|at| {
        let (of, rest) = name[at + 1..].split_once(' ')?;
        let article = rest.split_once(' ').filter(|(first, _)| lexicon.ties.around.articles.contains(&first.to_lowercase()));
        let told = lexicon.ties.tells_side(of) && (state(rest) || article.is_some_and(|(_, rest)| state(rest)));
        told.then_some(&name[..at])
    })
}
