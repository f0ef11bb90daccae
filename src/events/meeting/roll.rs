//! Those who took part, an item each below a line that says so: "Participants in the meeting included:".

use super::{Encounter, attendance};
use crate::{
    entities::{EntityId, EntityKind, Form},
    events::scene::{Scene, Spot},
    language::{Doc, Relation},
    record::MeetingRole,
};

/// Most people of one list.
const MOST: usize = 200;
/// Words of an item before whom it names: a mark, a form of address, an office.
const BEFORE: usize = 12;

/// Adds whom such lists name to the encounter that the text is about above them.
pub fn add(scene: &Scene<'_>, encounters: &mut [Encounter]) {
    for p in 1..scene.passages.len() {
        if !scene.passages[p].list_item || scene.passages[p - 1].list_item || !scene.tells(p - 1) {
            continue;
        }
        let Some(at) = opening(scene, p - 1) else { continue };
        let Some(index) = attendance::current(encounters, at, &[], |_| true) else { continue };
        let items = (p..scene.passages.len()).take_while(|&i| scene.passages[i].list_item).take(MOST);
        let encounter = &mut encounters[index];
        for id in items.filter_map(|i| named_first(scene, i)) {
            if !encounter.includes(id) {
                encounter.participants.push((id, MeetingRole::Attendee));
            }
        }
        if let Err(i) = encounter.evidence.binary_search(&at) {
            encounter.evidence.insert(i, at);
        }
    }
}

/// "**Participants** included:", "The meeting was **attended** by:", of an encounter, not of a poll or a rally.
fn opening(scene: &Scene<'_>, passage: usize) -> Option<Spot> {
    let doc = scene.doc(passage);
    if !doc.text.trim_end().ends_with(':') {
        return None;
    }
    let words = &scene.frames.meetings.attendance;
    let last = doc.sentence_of(doc.len().checked_sub(1)?);
    let attended = |t: usize| {
        let subject = doc.own_subject(t).filter(|_| doc.is_passive(t) && words.attend.contains(doc.lemma(t)));
        subject.is_some_and(|s| is_meeting(scene, doc, s))
    };
    let mut spots = last.range().map(|token| Spot { passage, token });
    spots.find(|at| attended(at.token) || is_roll(scene, *at) || take_part(scene, doc, at.token))
}

/// "**Mayors** participating in the meeting included:"
fn take_part(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let attend = |c: &usize| scene.frames.meetings.attendance.attend.contains(doc.lemma(*c));
    let mut clauses = doc.children_by(noun, Relation::NounClause).filter(attend);
    let at_meeting =
        |c: usize| doc.objects(c).into_iter().chain(doc.obliques(c).into_iter().map(|o| o.noun)).any(|n| is_meeting(scene, doc, n));
    doc.is_plural(noun) && doc.tokens[noun].pos.is_nominal() && clauses.any(at_meeting)
}

/// "**participants** in today's meeting", "**participants**", not "participants in the poll", "the other participants".
pub(super) fn is_roll(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let plural = doc.is_plural(at.token) && doc.tokens[at.token].pos.is_nominal();
    let roll = plural && scene.frames.meetings.attendance.roll.contains(&doc.lemma(at.token).to_lowercase());
    let of = doc.obliques(at.token);
    roll && doc.modifiers(at.token).next().is_none() && of.iter().all(|o| is_meeting(scene, doc, o.noun))
}

fn is_meeting(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    scene.frames.meetings.nouns.iter().any(|f| f.lemmas.contains(&doc.lemma(noun).to_lowercase()))
}

/// The person whom an item names before anybody else.
fn named_first(scene: &Scene<'_>, passage: usize) -> Option<EntityId> {
    let doc = scene.doc(passage);
    let first = (0..doc.len().min(BEFORE)).find_map(|t| scene.entities.mention_at(passage, t).filter(|m| m.form == Form::Name))?;
    first.refers.iter().copied().find(|&id| scene.entities.get(id).kind == EntityKind::Person)
}
