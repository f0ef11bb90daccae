//! The header of a transcript: where and on what day it was taken down, "East Room / 2:09 P.M. EDT".

use super::{
    Encounter,
    meeting::is_transcribed,
    place::{self, Located},
    scene::{Scene, Spot},
    when::Dating,
};
use crate::{
    language::Doc,
    text::{Span, Tok},
    time::Date,
};

/// In how many passages the hour is looked for.
const OPENING: usize = 5;
/// How many passages before it the place is told in, of so many words at most.
const LINES: usize = 2;
const LINE: usize = 14;
/// How many mentions of an encounter are asked.
const FEW: usize = 8;

/// Where and when what a transcript gives was said.
#[derive(Debug, Clone)]
pub struct Header {
    place: Option<Located>,
    hour: Dating,
}

/// Reads it: lines of place before one that is nothing but an hour. It is that day's.
pub fn header(scene: &Scene<'_>) -> Option<Header> {
    let passage = (1..scene.docs.len().min(OPENING)).find(|&p| is_hour(scene, p))?;
    let lines = (passage.saturating_sub(LINES)..passage).filter(|&p| !scene.passages[p].in_title && scene.doc(p).len() <= LINE);
    let place = lines.into_iter().find_map(|p| place::of_line(scene, p));
    let hour = Dating { passage, tokens: Span::<Tok>::new(0, scene.doc(passage).len()), value: scene.reference.map(Date::Day) };
    Some(Header { place, hour })
}

/// "2:09 P.M. EDT"
fn is_hour(scene: &Scene<'_>, passage: usize) -> bool {
    let doc = scene.doc(passage);
    let words = &scene.frames.meetings.hour;
    let minutes = |text: &str| {
        let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
        let digits = |s: &str, most: u8| s.len() <= 2 && s.parse::<u8>().is_ok_and(|n| n < most);
        digits(hour, 24) && digits(minute, 60)
    };
    let half = |t: usize| words.halves.contains(&doc.word(t).to_lowercase());
    let zone = |t: usize| doc.word(t).len() <= ZONE && doc.word(t).chars().all(|c| c.is_ascii_uppercase());
    let told = (2..=HOUR).contains(&doc.len()) && minutes(doc.word(0));
    told && half(1) && (2..doc.len()).all(|t| zone(t) || is_mark(doc, t))
}

fn is_mark(doc: &Doc, t: usize) -> bool {
    doc.word(t).chars().all(|c| !c.is_alphanumeric())
}

/// Most words of an hour, and letters of a zone.
const HOUR: usize = 5;
const ZONE: usize = 4;

impl Header {
    /// Gives what the transcript's own title tells its place and day: where it is told of nearer, that stands.
    pub fn complete(&self, scene: &Scene<'_>, e: &mut Encounter) {
        let own = |at: &Spot| is_transcribed(scene, *at);
        if !e.evidence.iter().take(FEW).any(own) {
            return;
        }
        if e.place.is_none() && !e.is_remote() {
            e.place.clone_from(&self.place);
        }
        if e.date.is_none() {
            e.date = Some(self.hour.clone());
        }
    }
}
