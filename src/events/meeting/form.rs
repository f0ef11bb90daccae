//! How they met, what they talked of, and what a date says of the outcome.

use std::collections::HashSet;

use crate::{
    events::{
        scene::{Scene, Spot},
        status::Outcome,
        when::{self, Dating},
    },
    language::{
        Doc, Relation,
        grammar::{Oblique, Tense},
    },
    record::{Format, SegmentKind},
    text::{Span, Tok},
};

/// How many words a topic may have.
const LONGEST_TOPIC: usize = 14;

/// How they met, by the words of the trigger's own clause, and whether it is told at the trigger itself.
pub fn of(scene: &Scene<'_>, at: Spot) -> Option<(Format, bool)> {
    let doc = scene.doc(at.passage);
    let mut near: Vec<usize> = doc.children(at.token).collect();
    let by = |o: &Oblique| scene.frames.meetings.format_words.markers.contains(&doc.lemma(o.marker).to_lowercase());
    for o in doc.obliques(at.token).into_iter().filter(by) {
        near.push(o.noun);
        near.extend(doc.modifiers(o.noun));
    }
    if doc.is_verbal(at.token) {
        // "spoke by video link"
        near.extend(doc.agent(at.token).into_iter().flat_map(|a| doc.modifiers(a).chain([a]).collect::<Vec<_>>()));
        // "held talks with X by phone": hung on what is between
        near.extend(doc.objects(at.token).into_iter().flat_map(|o| doc.obliques(o)).filter(by).map(|o| o.noun));
    }
    if let Some(format) = told(scene, doc, &near) {
        return Some((format, true));
    }
    let far = doc.governing_verb(at.token).filter(|_| !doc.is_verbal(at.token)).map(|v| {
        let mut far: Vec<usize> =
            doc.obliques(v).into_iter().flat_map(|o| doc.modifiers(o.noun).chain([o.noun]).collect::<Vec<_>>()).collect();
        far.extend(doc.agent(v).into_iter().flat_map(|a| doc.modifiers(a).chain([a]).collect::<Vec<_>>()));
        far.extend(doc.children_by(v, Relation::AdverbModifier));
        // "during her **call** on X": the trigger itself tells nothing
        far.retain(|&t| t != at.token);
        far
    })?;
    told(scene, doc, &far).map(|format| (format, false))
}

fn told(scene: &Scene<'_>, doc: &Doc, words_near: &[usize]) -> Option<Format> {
    let words = &scene.frames.meetings.format_words;
    let any = |set: &HashSet<String>| words_near.iter().any(|&t| set.contains(&doc.word(t).to_lowercase()));
    if any(&words.video) {
        Some(Format::Video)
    } else if any(&words.phone) {
        Some(Format::Phone)
    } else if any(&words.in_person) {
        Some(Format::InPerson)
    } else {
        None
    }
}

/// What they talked of: behind "on" and its kin at the trigger, and the objects of "discuss" and its kin in the same clause.
pub fn topics(scene: &Scene<'_>, at: Spot, anchors: &[usize]) -> Vec<(usize, Span<Tok>)> {
    let doc = scene.doc(at.passage);
    let topics = &scene.frames.meetings.topics;
    let mut found: Vec<Span<Tok>> = Vec::new();
    for &a in anchors {
        for o in doc.obliques(a) {
            let marker = doc.lemma(o.marker).to_lowercase();
            let dated = scene.dates[at.passage].iter().any(|d| d.tokens.holds(o.noun));
            let place = scene.entities.referents(at.passage, o.noun).iter().any(|&id| !scene.can_take_part(id));
            if topics.markers.contains(&marker) && !dated && !place && !topics.not.contains(doc.lemma(o.noun)) {
                found.push(doc.full_phrase(o.noun));
            }
        }
    }
    let verbs = doc.children(at.token).filter(|&c| {
        matches!(doc.tokens[c].relation, Relation::OpenComplement | Relation::AdverbialClause | Relation::Conjunct)
            && topics.verbs.contains(doc.lemma(c))
    });
    for v in verbs {
        found.extend(doc.objects(v).into_iter().map(|o| doc.full_phrase(o)));
    }
    found.sort();
    found.dedup();
    found.into_iter().filter(|s| s.len() <= LONGEST_TOPIC).map(|s| (at.passage, s)).collect()
}

/// True for a day that is still to come.
pub fn is_ahead(scene: &Scene<'_>, date: &Dating) -> bool {
    date.value.as_ref().zip(scene.reference).is_some_and(|(d, today)| d.begins_after(today))
}

/// "meets on Friday" tells of what is to come where Friday is.
pub fn outcome_by_date(scene: &Scene<'_>, date: Option<&Dating>, outcome: Outcome) -> Outcome {
    if date.is_some_and(|d| is_ahead(scene, d)) && outcome == Outcome::Happened { Outcome::Planned } else { outcome }
}

/// "**is meeting** X on Thursday", "**meets** X tomorrow", "**holds** talks on Friday": the day to come that the present is told of. In a
/// headline or of a picture ("waves as he meets X on Friday") the simple present tells what was.
pub fn day_to_come(scene: &Scene<'_>, verb: Spot, outcome: Outcome) -> Option<Dating> {
    let clause = scene.doc(verb.passage).clause(verb.token);
    if clause.tense != Tense::Present || clause.infinitive || clause.participle {
        return None;
    }
    let ongoing = outcome == Outcome::Ongoing && clause.progressive;
    let doc = scene.doc(verb.passage);
    let marks = |c: usize| scene.frames.meetings.framing.pictured.contains(&doc.word(c).to_lowercase());
    let pictured =
        || doc.tokens[verb.token].relation == Relation::AdverbialClause && doc.children(verb.token).any(|c| c < verb.token && marks(c));
    let told_so = || scene.passages[verb.passage].kind == SegmentKind::Headline || scene.is_caption(verb.passage) || pictured();
    let simple = outcome == Outcome::Happened && !clause.progressive && !clause.perfect && !clause.passive && !told_so();
    let day = (ongoing || simple).then(|| when::of(scene, verb.passage, &[verb.token], Outcome::Planned)).flatten()?;
    let to_come = match (&day.value, scene.reference) {
        (Some(value), Some(today)) => value.begins_after(today),
        (value, _) => value.is_none(),
    };
    let dates = &scene.dates[day.passage];
    let told = dates.get(dates.partition_point(|d| d.tokens.start < day.tokens.start));
    let by_words = || told.is_some_and(|d| d.tokens == day.tokens && d.expression.kind.may_be_next());
    (to_come && (ongoing || by_words())).then_some(day)
}
