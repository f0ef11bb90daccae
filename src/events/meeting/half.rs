//! Mentions that tell an encounter by halves: of one side only ("she stopped at the palace on Monday **to meet** her rival"), or only of what
//! was said in it ("Silva **told** the minister on Monday"). They make no encounter, but lend their day and place to the one told of next to them.

use super::{Encounter, merge, verb};
use crate::{
    events::{
        place,
        scene::{Scene, Spot},
        slots::{self, Slot},
        when,
    },
    record::MeetingRole,
};

/// How many passages lie between a half and the whole.
const REACH: usize = 3;
/// How many mentions of an encounter are asked.
const MOST: usize = 20;
/// How many encounters are asked, from the last one told before a half back.
const NEAREST: usize = 100;

/// What a verb tells by halves, where it tells a day or a place.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Encounter> {
    let doc = scene.doc(at.passage);
    let words = &scene.frames.meetings.half;
    let lemma = doc.lemma(at.token);
    let (meets, tells) = (words.meet.contains(lemma), words.tell.contains(lemma));
    if !meets && !tells || verb::is_habit(scene, at) {
        return None;
    }
    let all = slots::sides(scene, at, &scene.frames.adpositions.and_with(&[Slot::Subject, Slot::Object, Slot::Agent]));
    if all.len() != if meets { 1 } else { 2 } {
        return None;
    }
    // "they welcomed **the opening** of a port in May": of that, the day
    let objects = slots::fill(&scene.frames.adpositions, doc, at.token, &Slot::Object);
    let party = |&token: &usize| !scene.parties(Spot { token, ..at }).is_empty();
    // "X and Y greeted **each other** at the palace today"
    let each_other = |&o: &usize| scene.frames.adpositions.reciprocal.contains(&doc.word(o).to_lowercase());
    if tells && !objects.iter().any(|o| party(o) || each_other(o)) {
        return None;
    }
    let status = scene.frames.status.of_verb(doc, at.token)?;
    let anchors: Vec<usize> = [at.token].into_iter().chain(objects).collect();
    let date = when::of(scene, at.passage, &anchors[..1], status.outcome);
    let place = place::of_encounter(scene, at.passage, &anchors);
    (date.is_some() || place.is_some()).then(|| Encounter {
        participants: all.into_iter().map(|id| (id, MeetingRole::Principal)).collect(),
        outcome: status.outcome,
        format: None,
        format_told: false,
        date,
        place,
        topics: Vec::new(),
        confidence: 0.5,
        evidence: vec![at],
    })
}

/// Lends day and place of halves to the encounters told of near them.
pub fn lend(scene: &Scene<'_>, encounters: &mut [Encounter], halves: &[Encounter]) {
    for half in halves {
        let at = half.evidence[0];
        let near = |e: &Encounter| {
            let gap = e.evidence.iter().take(MOST).map(|s| s.passage.abs_diff(at.passage)).min()?;
            let all = half.principals().all(|h| e.principals().any(|p| scene.same_side(p, h)));
            (gap <= REACH && all && merge::may_be_one(scene, e, half)).then_some(gap)
        };
        let upto = encounters.partition_point(|e| e.evidence[0].passage <= at.passage + REACH);
        let from = upto.saturating_sub(NEAREST);
        let found = (from..upto).filter_map(|i| near(&encounters[i]).map(|gap| (gap, i))).min();
        let Some((_, i)) = found else { continue };
        let e = &mut encounters[i];
        if e.lacks_day() && half.date.as_ref().is_some_and(|d| d.value.is_some()) {
            e.date.clone_from(&half.date);
        }
        if e.place.is_none() && !e.is_remote() {
            e.place.clone_from(&half.place);
        }
    }
}
