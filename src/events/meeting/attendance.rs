//! Who came along: "was accompanied by X", "X attended the meeting alongside Y", "also present were …".

use super::{Encounter, roll};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        adpositions, roster,
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
    },
    language::Relation,
    record::MeetingRole,
};

/// How many encounters back company is looked for.
const MOST: usize = 200;
/// How many passages an account of an encounter goes on.
const REACH: usize = 4;

/// How many encounters of one person make a round of them.
const ROUND: usize = 3;

/// Adds those who came along to the encounter that the text is about at that point.
pub fn add(scene: &Scene<'_>, encounters: &mut [Encounter]) {
    for at in scene.spots() {
        let doc = scene.doc(at.passage);
        if !doc.is_verbal(at.token) || !scene.tells(at.passage) {
            continue;
        }
        let frames = &scene.frames.meetings.attendance;
        let lemma = doc.lemma(at.token);
        let (hosts, mut company) = if frames.accompany.contains(lemma) {
            // passive: the subject is accompanied by the agent; "by" hangs anywhere in the clause
            let object = slots::parties(scene, at, &[Slot::Object]);
            let mut subject = slots::parties(scene, at, &[Slot::Subject]);
            if subject.is_empty() && doc.is_passive(at.token) {
                subject = behind_by(scene, at);
            }
            subject.splice(0..0, roster::before_agent(scene, at));
            (object, subject)
        } else if frames.attend.contains(lemma) && attends_meeting(scene, at)
            || doc
                .children(at.token)
                .any(|c| doc.tokens[c].relation == Relation::AdjectiveComplement && frames.present.contains(doc.lemma(c)))
        {
            (Vec::new(), slots::parties(scene, at, &[Slot::Subject]))
        } else if frames.lists.contains(lemma)
            && doc.own_subject(at.token).is_some_and(|token| is_roll_of(scene, encounters, Spot { token, ..at }))
        {
            (Vec::new(), slots::parties(scene, at, &[Slot::Object]))
        } else {
            continue;
        };
        company.retain(|&id| matches!(scene.entities.get(id).kind, EntityKind::Person | EntityKind::Group | EntityKind::Organization));
        let outcome = scene.frames.status.of_verb(doc, at.token).map(|s| s.outcome);
        // "was **unable** to attend", "did not attend"
        let over = doc.governor(at.token).filter(|_| doc.tokens[at.token].relation == Relation::OpenComplement);
        let barred = over.is_some_and(|g| frames.barring.contains(doc.lemma(g)) && !doc.clause(g).negated);
        if barred || outcome.is_some_and(|o| matches!(o, Outcome::Denied | Outcome::Refused | Outcome::Cancelled)) {
            continue;
        }
        let planned = outcome == Some(Outcome::Planned);
        let alike = |e: &Encounter| (e.outcome == Outcome::Planned) == planned;
        // "will be accompanied by": to whom she goes to meet before whom she meets there besides
        let nobody = |e: &Encounter| e.principals().any(|id| scene.entities.get(id).kind == EntityKind::Group);
        let found = current(encounters, at, &hosts, |e| alike(e) && !nobody(e));
        let found = found.or_else(|| current(encounters, at, &hosts, alike)).or_else(|| current(encounters, at, &hosts, |_| true));
        let Some(index) = found else { continue };
        if hosts.iter().any(|&h| is_on_a_round(encounters, at, h, index)) {
            company.retain(|&id| !scene.entities.get(id).nameless);
        }
        if company.is_empty() {
            continue;
        }
        let encounter = &mut encounters[index];
        for id in company {
            if !encounter.includes(id) {
                encounter.participants.push((id, MeetingRole::Attendee));
            }
        }
        if let Err(i) = encounter.evidence.binary_search(&at) {
            encounter.evidence.insert(i, at);
        }
    }
}

/// "was accompanied during the meeting **by** X": the adposition may hang on a noun between.
fn behind_by(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let mut nouns: Vec<usize> = doc.obliques(at.token).into_iter().map(|o| o.noun).collect();
    nouns.push(at.token);
    nouns
        .into_iter()
        .flat_map(|n| doc.obliques(n))
        .find(|o| adpositions::has(&scene.frames.adpositions.by, doc.lemma(o.marker)))
        .map(|o| scene.parties(Spot { token: o.noun, ..at }))
        .unwrap_or_default()
}

fn attends_meeting(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let mut objects = doc.objects(at.token);
    objects.extend(
        doc.obliques(at.token)
            .into_iter()
            .filter(|o| adpositions::has(&scene.frames.adpositions.inside, doc.lemma(o.marker)))
            .map(|o| o.noun),
    );
    objects.iter().any(|&o| {
        scene.frames.meetings.nouns.iter().any(|f| f.lemmas.contains(doc.lemma(o))) && doc.tokens[o].relation != Relation::Compound
    })
}

/// "**Participants** included X", said of a meeting by name, or right behind the sentence that tells of an encounter.
fn is_roll_of(scene: &Scene<'_>, encounters: &[Encounter], at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let here = doc.sentence_index(at.token);
    let told = |s: &Spot| match here {
        0 => s.passage + 1 == at.passage,
        _ => s.passage == at.passage && doc.sentence_index(s.token) + 1 == here,
    };
    let next = || encounters.iter().rev().take(MOST).any(|e| e.evidence.iter().rev().take(REACH).any(told));
    roll::is_roll(scene, at) && (!doc.obliques(at.token).is_empty() || next())
}

/// "She will be accompanied by officials", of one whose encounters with several were told of in other passages: on all of the way, and at
/// none of them for certain.
fn is_on_a_round(encounters: &[Encounter], at: Spot, host: EntityId, index: usize) -> bool {
    let elsewhere = |e: &Encounter| e.includes(host) && e.evidence.iter().all(|s| s.passage != at.passage);
    elsewhere(&encounters[index])
        && encounters.iter().filter(|e| elsewhere(e) && e.outcome == encounters[index].outcome).nth(ROUND - 1).is_some()
}

/// The encounter that the text is about: the one last told of before, of which the hosts, if any, are part.
pub(super) fn current(encounters: &[Encounter], at: Spot, hosts: &[EntityId], fits: impl Fn(&Encounter) -> bool) -> Option<usize> {
    let told = |e: &Encounter| {
        let behind = e.evidence.partition_point(|s| s.passage <= at.passage);
        behind.checked_sub(1).map(|i| e.evidence[i])
    };
    encounters
        .iter()
        .enumerate()
        .rev()
        .take(MOST)
        .filter(|(_, e)| fits(e))
        .filter(|(_, e)| hosts.is_empty() || hosts.iter().any(|&h| e.includes(h)))
        .filter_map(|(i, e)| told(e).filter(|s| s.passage + REACH >= at.passage).map(|s| (s, i)))
        .max()
        .map(|(_, i)| i)
}
