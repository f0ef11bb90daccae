//! Instruments: what is signed, agreed, negotiated, rejected or ended, between whom, how many, and about what.

mod agreed;
mod annex;
mod apportioned;
mod binding;
mod business;
mod clause;
mod count;
mod crowd;
mod dealers;
mod departments;
mod frames;
mod halves;
mod hires;
mod initials;
mod instrument;
mod items;
mod lead;
mod likewise;
mod list;
mod merge;
pub mod misses;
mod mixed;
mod naming;
mod nobody;
mod occasion;
mod organs;
mod parties;
mod purpose;
pub mod reasons;
mod resumed;
mod severally;
mod stage;
mod subjects;
mod taking;
mod transaction;

use super::{
    place::Located,
    scene::{Scene, Spot},
    when::Dating,
};
use crate::{
    entities::{EntityId, EntityKind},
    record::{AgreementStatus, Instrument, SegmentKind},
    text::{Span, Tok},
};

pub use annex::{Listing, listings};
pub use frames::AgreementFrames;
pub use initials::papers;
pub use occasion::Occasions;

/// How many instruments are told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The number; none where it is left open.
    pub number: Option<u32>,
    /// The words for it.
    pub words: Option<String>,
}

/// One instrument of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The words.
    pub at: (usize, Span<Tok>),
    /// What kind it is.
    pub instrument: Instrument,
    /// What it is about.
    pub subjects: Vec<(usize, Span<Tok>)>,
}

/// A signing, or one mention of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accord {
    /// Those bound.
    pub parties: Vec<EntityId>,
    /// The people who sign.
    pub signatories: Vec<EntityId>,
    /// What kind of instrument.
    pub instrument: Instrument,
    /// How many.
    pub count: Count,
    /// Where the article lists them.
    pub items: Vec<Listed>,
    /// What they are about: passage and tokens.
    pub subjects: Vec<(usize, Span<Tok>)>,
    /// The furthest stage told.
    pub status: AgreementStatus,
    /// True where words tell that stage: "the pact **between** X and Y" only takes it for agreed.
    pub staged: bool,
    /// When.
    pub date: Option<Dating>,
    /// Where.
    pub place: Option<Located>,
    /// Index of the encounter that it came of.
    pub meeting: Option<usize>,
    /// Which of those bound is bid for or bought.
    pub target: Option<EntityId>,
    /// 0 to 1.
    pub confidence: f64,
    /// The triggers that tell of it.
    pub evidence: Vec<Spot>,
}

impl Accord {
    /// One instrument between two or more, agreed, of which a verb or noun at a spot tells no more.
    fn between(parties: Vec<EntityId>, instrument: Instrument, at: Spot) -> Self {
        Self {
            parties,
            signatories: Vec::new(),
            instrument,
            count: Count { number: Some(1), words: None },
            items: Vec::new(),
            subjects: Vec::new(),
            status: AgreementStatus::Agreed,
            staged: true,
            date: None,
            place: None,
            meeting: None,
            target: None,
            confidence: 0.7,
            evidence: vec![at],
        }
    }
}

/// What an instrument's noun tells: one with parties, or the one spoken of before.
#[derive(Debug, Clone, PartialEq)]
enum Told {
    /// With its parties.
    Accord(Accord),
    /// "The deal covers …".
    Again(Accord),
}

impl Told {
    /// The same, as one that was told of before.
    fn again(self) -> Self {
        match self {
            Self::Accord(accord) | Self::Again(accord) => Self::Again(accord),
        }
    }
}

/// With how many that the text tells of a headline's is compared.
const FEW: usize = 50;

/// All signings that an article tells of, in order of their first mention. `occasions` tell the parties where a sentence says only
/// that "several agreements were signed".
pub fn find(scene: &Scene<'_>, occasions: &Occasions<'_>) -> Vec<Accord> {
    let mut told = Vec::new();
    for at in scene.spots() {
        if !scene.tells(at.passage) {
            continue;
        }
        let doc = scene.doc(at.passage);
        if doc.is_verbal(at.token) {
            told.extend(transaction::read(scene, at).or_else(|| resumed::read(scene, at)).map(Told::Accord));
        } else {
            let noun = doc.tokens[at.token].pos.is_nominal();
            let named = noun.then(|| instrument::read(scene, at, occasions)).flatten();
            let named = named.or_else(|| resumed::another(scene, at).or_else(|| apportioned::read(scene, at)).map(Told::Accord));
            let named = named.map(|t| if is_another_name(scene, at, &told, &t) { t.again() } else { t });
            let whole = named.map(|t| likewise::complete(scene, at, t, &told));
            told.extend(whole.into_iter().flat_map(|t| severally::part(scene, at, t)));
        }
    }
    let mut accords = merge::join(scene, mixed::join(scene, told));
    // not where mayors sign for their cities
    let by_mayors = |a: &Accord| !a.signatories.is_empty() && !a.parties.iter().any(|p| a.signatories.contains(p));
    let clubs = |a: &Accord| !by_mayors(a) && nobody::is_between_clubs(scene, &a.parties);
    accords.retain(|a| !hires::is_hire(scene, a) && !is_only_headlined(scene, a) && !clubs(a));
    drop_told_again(scene, &mut accords);
    annex::inherit(scene, &mut accords);
    list::read(scene, &mut accords);
    items::read(scene, &mut accords);
    accords
}

/// "the signing of the Lima Treaty, the **Chile-Peru Defence Treaty**": what the article has just told of by another name.
fn is_another_name(scene: &Scene<'_>, at: Spot, told: &[Told], again: &Told) -> bool {
    let doc = scene.doc(at.passage);
    let first = doc.apposed_to(at.token).map(|token| Spot { token, ..at });
    let (Some(Told::Accord(last)), Told::Accord(own)) = (told.last(), again) else { return false };
    // "reached an agreement **on an arrangement**": what the first is about, of the same sides
    let about = || {
        let marker = doc.governor(at.token).filter(|&p| scene.frames.agreements.noun.topics.contains(doc.lemma(p)));
        let over = marker.and_then(|p| doc.governor(p)).map(|g| doc.governor(g).filter(|_| doc.is_verbal(g)).unwrap_or(g));
        let same = own.parties.iter().all(|p| last.parties.contains(p));
        over.filter(|_| same).map(|token| Spot { token, ..at })
    };
    own.instrument == last.instrument && first.is_some_and(|first| last.evidence.contains(&first))
        || about().is_some_and(|first| last.evidence.contains(&first))
}

/// True where headlines alone tell of it.
fn is_headlined(scene: &Scene<'_>, a: &Accord) -> bool {
    a.evidence.iter().all(|at| scene.passages[at.passage].kind == SegmentKind::Headline)
}

/// Drops what a headline tells of that the text tells of by another name.
fn drop_told_again(scene: &Scene<'_>, accords: &mut Vec<Accord>) {
    let told: Vec<&Accord> = accords.iter().filter(|a| !is_headlined(scene, a)).take(FEW).collect();
    let again = |a: &Accord| is_headlined(scene, a) && told.iter().any(|told| is_told_again(scene, a, told));
    let mut again = accords.iter().map(again).collect::<Vec<bool>>().into_iter();
    accords.retain(|_| !again.next().unwrap_or_default());
}

/// "Ruiz signs **Northern** treaty", of one who joins the Northern Council's treaty in the text: the same, though the headline names another
/// side, who is no state.
fn is_told_again(scene: &Scene<'_>, headline: &Accord, told: &Accord) -> bool {
    let state = |id: EntityId| scene.entities.get(id).kind == EntityKind::State;
    let bound = |p: EntityId| told.signatories.contains(&p) || told.parties.iter().any(|&t| scene.same_side(t, p));
    let (same, others): (Vec<EntityId>, Vec<EntityId>) = headline.parties.iter().partition(|&&p| bound(p));
    // a treaty that is called by its own name in the text
    let paper = |word: &str| scene.frames.agreements.instruments.contains_key(&word.to_lowercase());
    let named = told.parties.iter().any(|&t| scene.entities.get(t).name.split_whitespace().next_back().is_some_and(paper));
    named
        && !same.is_empty()
        && !others.iter().any(|&p| state(p))
        && told.status == headline.status
        && merge::kinds_agree(told.instrument, headline.instrument)
}

/// "Bank seals Chilean deal": a headline that names a side by what it is and no more tells again what the text tells.
fn is_only_headlined(scene: &Scene<'_>, a: &Accord) -> bool {
    let nameless = |id: &EntityId| {
        let e = scene.entities.get(*id);
        // "UK **bank**", which the recognizer takes for a name
        let described = || e.country.is_some() && organs::last_word_in(&e.name, &scene.frames.agreements.traders_one);
        e.kind == EntityKind::Organization && (e.nameless || described())
    };
    is_headlined(scene, a) && a.parties.iter().any(nameless)
}
