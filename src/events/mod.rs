//! Who met whom, and what was signed: read from the tree by frames that are data.

mod acting;
mod adpositions;
mod agreement;
pub mod foreign;
mod hyphened;
mod imprint;
mod letter;
mod link;
mod meeting;
mod members;
mod misses;
mod phrasal;
mod place;
mod reasons;
mod roster;
mod scene;
mod sequence;
mod slots;
mod status;
mod sure;
mod together;
mod transcript;
mod visit;
mod voice;
mod when;

use crate::{
    budget::Budget,
    entities::Entities,
    language::Doc,
    quotes::Quotation,
    segments::Passage,
    time::{self, Day},
};

use agreement::Occasions;
pub use agreement::{Accord, Count, Listed};
pub use meeting::Encounter;
use meeting::contest::Sport;
pub use place::Located;
pub use reasons::{Of, Why};
pub use scene::{Frames, Spot};
pub use status::Outcome;
use voice::Voices;
pub use when::Dating;

/// All that happened.
#[derive(Debug, Clone, Default)]
pub struct Events {
    /// Encounters, in order of their first mention.
    pub encounters: Vec<Encounter>,
    /// Signings, in order of their first mention.
    pub accords: Vec<Accord>,
}

/// Why the events of an article stand in its record.
#[derive(Debug, Clone, Default)]
pub struct Reasons {
    /// For each encounter.
    pub encounters: Vec<Vec<Why>>,
    /// For each signing.
    pub accords: Vec<Vec<Why>>,
    /// What was let go, each with what it looked like: `meeting`, `agreement`.
    pub misses: Vec<(&'static str, Why)>,
}

/// Why the events of an article stand in its record, and what does not. Takes what [`find`] took and gave.
pub fn explain(matter: Matter<'_>, events: &Events) -> Reasons {
    let scene = scene(matter);
    let encounters = events.encounters.iter().map(|e| meeting::reasons::of(&scene, e)).collect();
    let stays = visit::Stays::find(&scene);
    let occasions = Occasions::of(&scene, &events.encounters, &stays);
    let accords = events.accords.iter().map(|a| agreement::reasons::of(&scene, a, &occasions)).collect();
    Reasons { encounters, accords, misses: misses::of(&scene, &events.encounters, &events.accords) }
}

/// What events are read from.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// The passages.
    pub passages: &'a [Passage],
    /// A document for each.
    pub docs: &'a [Doc],
    /// Who is who.
    pub entities: &'a Entities,
    /// Who said what.
    pub quotes: &'a [Quotation],
    /// The pack's frames.
    pub frames: &'a Frames,
    /// The day that "yesterday" counts from.
    pub reference: Option<Day>,
    /// Where it is spent, the rest is not read.
    pub budget: &'a Budget,
}

fn scene(matter: Matter<'_>) -> scene::Scene<'_> {
    let Matter { passages, docs, entities, quotes, frames, reference, budget } = matter;
    let dates = docs.iter().map(|doc| when::dates(doc, &time::expressions(&doc.text))).collect();
    let bodies = scene::bodies(entities);
    let papers = agreement::papers(entities, &frames.agreements);
    let voices = Voices::of(quotes);
    let sport = meeting::contest::told_of(docs, &frames.meetings.contest);
    let mut scene = scene::Scene {
        passages,
        docs,
        entities,
        frames,
        reference,
        budget,
        dates,
        bodies,
        places: scene::places(entities),
        surnames: hyphened::surnames(entities),
        papers,
        voices,
        sport: sport == Sport::About,
        some_sport: sport != Sport::None,
        dateline: None,
        imprint: None,
        letters: Vec::new(),
        listings: Vec::new(),
    };
    scene.dateline = place::dateline(&scene);
    scene.imprint = imprint::of(&scene);
    scene.letters = letter::find(&scene);
    scene.listings = agreement::listings(&scene);
    scene
}

/// Reads the events of an article. `told_elsewhere` are the mentions of encounters that [`foreign::read`] found.
pub fn find(matter: Matter<'_>, told_elsewhere: Vec<Encounter>) -> Events {
    let scene = scene(matter);
    let mut encounters = meeting::find(&scene, told_elsewhere);
    let stays = visit::Stays::find(&scene);
    sequence::pass_on(&scene, &mut encounters);
    let header = transcript::header(&scene);
    for e in &mut encounters {
        if let Some(header) = &header {
            header.complete(&scene, e);
        }
        stays.complete(&scene, e);
    }
    // what a visit or a gathering told is passed on too
    sequence::pass_on(&scene, &mut encounters);
    let mut accords = agreement::find(&scene, &Occasions::of(&scene, &encounters, &stays));
    link::link(&scene, &encounters, &mut accords);
    link::inherit(&scene, &encounters, &stays, &mut accords);
    Events { encounters, accords }
}
