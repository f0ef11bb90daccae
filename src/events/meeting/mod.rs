//! Encounters: mentions of them by verb and by noun, who came along, and which mentions tell of the same.

mod apart;
mod attendance;
mod carrier;
pub mod contest;
mod form;
mod frames;
mod half;
mod leaders;
mod merge;
pub mod misses;
mod noun;
mod outcome;
pub mod reasons;
mod roll;
mod shared;
mod sides;
mod talk;
mod triggers;
mod verb;

use super::{
    place::Located,
    scene::{Scene, Spot},
    status::Outcome,
    when::Dating,
};
use crate::{
    entities::{EntityId, EntityKind},
    record::{Format, MeetingRole},
    text::{Span, Tok},
};

pub use frames::MeetingFrames;
pub use sides::is_transcribed;

/// An encounter, or one mention of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Encounter {
    /// Who takes part, and as what.
    pub participants: Vec<(EntityId, MeetingRole)>,
    /// What became of it.
    pub outcome: Outcome,
    /// How they met; none where no word tells.
    pub format: Option<Format>,
    /// True where a word tells it ("by phone"), false where the frame takes it for granted.
    pub format_told: bool,
    /// When.
    pub date: Option<Dating>,
    /// Where.
    pub place: Option<Located>,
    /// What they talked of: passage and tokens.
    pub topics: Vec<(usize, Span<Tok>)>,
    /// 0 to 1.
    pub confidence: f64,
    /// The triggers that tell of it, in order of the text.
    pub evidence: Vec<Spot>,
}

impl Encounter {
    /// Those who converse.
    pub fn principals(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.participants.iter().filter(|(_, r)| *r == MeetingRole::Principal).map(|(id, _)| *id)
    }

    /// True where no day is known: none told, or words that could not be resolved.
    pub fn lacks_day(&self) -> bool {
        self.date.as_ref().is_none_or(|d| d.value.is_none())
    }

    /// True for a call or a video conference.
    pub fn is_remote(&self) -> bool {
        matches!(self.format, Some(Format::Phone | Format::Video))
    }

    /// True where somebody takes part, as whatever.
    pub fn includes(&self, id: EntityId) -> bool {
        self.participants.iter().any(|(p, _)| *p == id)
    }
}

/// What a trigger tells: an encounter with its sides, or only that the one spoken of before is meant.
#[derive(Debug, Clone, PartialEq)]
enum Told {
    /// With its sides.
    Encounter(Encounter),
    /// "The meeting took place in …": no sides of its own.
    Again(Encounter),
}

/// All encounters that an article tells of, in order of their first mention; `elsewhere` are mentions in passages without a tree.
pub fn find(scene: &Scene<'_>, elsewhere: Vec<Encounter>) -> Vec<Encounter> {
    let mut halves = Vec::new();
    let mut told: Vec<Told> = elsewhere.into_iter().map(Told::Encounter).collect();
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        if !scene.tells(at.passage) {
            continue;
        }
        if doc.is_verbal(at.token) && contest::is_in_title(scene, at) {
            continue;
        }
        if doc.is_verbal(at.token) {
            match verb::read(scene, at) {
                Some(e) => told.extend(apart::split(scene, e).into_iter().map(Told::Encounter)),
                None => halves.extend(half::read(scene, at)),
            }
        } else if doc.stands_as_noun(at.token) {
            match noun::read(scene, at) {
                Some(Told::Encounter(e)) => told.extend(apart::split(scene, e).into_iter().map(Told::Encounter)),
                other => told.extend(other),
            }
        }
    }
    told.sort_by_key(|t| match t {
        Told::Encounter(e) | Told::Again(e) => e.evidence[0],
    });
    shared::lend(scene, &mut told);
    let mut encounters = merge::join(scene, told);
    encounters.retain(|e| !is_for_press(scene, e));
    half::lend(scene, &mut encounters, &halves);
    leaders::name(scene, &mut encounters);
    attendance::add(scene, &mut encounters);
    roll::add(scene, &mut encounters);
    encounters
}

/// "met **with journalists**": who speaks to nobody else gives a press conference.
fn is_for_press(scene: &Scene<'_>, e: &Encounter) -> bool {
    let writes = |id: EntityId| {
        let name = scene.entities.get(id).name.to_lowercase();
        let press = &scene.frames.meetings.press.words;
        let last = name.rsplit(' ').next().unwrap_or(&name);
        scene.entities.get(id).kind == EntityKind::Group && (press.contains(last) || press.contains(&name))
    };
    e.principals().filter(|&id| !writes(id)).count() < 2 && e.principals().any(writes)
}
