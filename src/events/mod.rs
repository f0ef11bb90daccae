//! Who met whom, and what was signed: read from the tree by frames that are data.

mod agreement;
mod link;
mod meeting;
mod phrasal;
mod place;
mod reasons;
mod scene;
mod slots;
mod status;
mod visit;
mod when;

use crate::{
    entities::Entities,
    language::Doc,
    segments::Passage,
    time::{self, Day},
};

use agreement::Occasions;
pub use agreement::{Accord, Count, Listed};
pub use meeting::Encounter;
pub use place::Located;
pub use reasons::{Of, Why};
pub use scene::{Frames, Spot};
pub use status::Outcome;
pub use when::Dating;

/// All that happened.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// Encounters, in order of their first mention.
    pub encounters: Vec<Encounter>,
    /// Signings, in order of their first mention.
    pub accords: Vec<Accord>,
}

/// Why the events of an article stand in its record: for each encounter and each signing its reasons. Takes what [`find`] took and gave.
pub fn explain(
    passages: &[Passage],
    docs: &[Doc],
    entities: &Entities,
    frames: &Frames,
    reference: Option<Day>,
    events: &Events,
) -> (Vec<Vec<Why>>, Vec<Vec<Why>>) {
    let scene = scene(passages, docs, entities, frames, reference);
    let encounters = events.encounters.iter().map(|e| meeting::reasons::of(&scene, e)).collect();
    let stays = visit::Stays::find(&scene);
    let occasions = Occasions::of(&scene, &events.encounters, &stays);
    let accords = events.accords.iter().map(|a| agreement::reasons::of(&scene, a, &occasions)).collect();
    (encounters, accords)
}

fn scene<'a>(
    passages: &'a [Passage],
    docs: &'a [Doc],
    entities: &'a Entities,
    frames: &'a Frames,
    reference: Option<Day>,
) -> scene::Scene<'a> {
    let dates = docs.iter().map(|doc| when::dates(doc, &time::expressions(&doc.text))).collect();
    scene::Scene { passages, docs, entities, frames, reference, dates, bodies: scene::bodies(entities) }
}

/// Reads the events of an article.
pub fn find(passages: &[Passage], docs: &[Doc], entities: &Entities, frames: &Frames, reference: Option<Day>) -> Events {
    let scene = scene(passages, docs, entities, frames, reference);
    let mut encounters = meeting::find(&scene);
    let stays = visit::Stays::find(&scene);
    for e in &mut encounters {
        stays.complete(&scene, e);
    }
    let mut accords = agreement::find(&scene, &Occasions::of(&scene, &encounters, &stays));
    link::link(&scene, &encounters, &mut accords);
    link::inherit(&scene, &encounters, &stays, &mut accords);
    Events { encounters, accords }
}
