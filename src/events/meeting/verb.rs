//! Encounters told by a verb: "met", "received", "sat down with".

use std::collections::HashSet;

use super::{Encounter, carrier, contest, form, frames::VerbFrame, noun, talk};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        adpositions, place,
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
        when,
    },
    language::{
        Doc, Pos, Relation,
        grammar::{Clause, Oblique, Tense},
    },
    record::{Format, MeetingRole, SegmentKind},
    text::{Span, Tok},
};

/// The encounter that a verb tells of, if a frame fires.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Encounter> {
    let frames = &scene.frames.meetings;
    frames.verbs.iter().find_map(|frame| fire(scene, at, frame))
}

/// The frame that fires at a verb.
pub fn frame<'f>(scene: &Scene<'f>, at: Spot) -> Option<&'f VerbFrame> {
    scene.frames.meetings.verbs.iter().find(|frame| fire(scene, at, frame).is_some())
}

fn fire(scene: &Scene<'_>, at: Spot, frame: &VerbFrame) -> Option<Encounter> {
    let doc = scene.doc(at.passage);
    let v = at.token;
    if !frame.lemmas.contains(doc.lemma(v)) || !completed(doc, v, &frame.particles) || is_habit(scene, at) || is_avoided(scene, at) {
        return None;
    }
    // "called on X **to go**": hung, by the parser, on the verb or on X
    let asked = |n: usize| {
        doc.children(n)
            .any(|c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause) && doc.clause(c).infinitive)
    };
    // "called X **a liar**"
    let judged = || doc.children(v).any(|c| c > v && matches!(doc.tokens[c].relation, Relation::Attribute | Relation::AdjectiveComplement));
    if frame.no_complement
        && (frame.needs_party.is_none() && judged() || doc.complements(v).next().is_some() || doc.obliques(v).iter().any(|o| asked(o.noun)))
    {
        return None;
    }
    if !frame.needs_words.is_empty() && !doc.sentence_of(v).range().any(|t| frame.needs_words.contains(doc.lemma(t))) {
        return None;
    }
    let adpositions = &scene.frames.adpositions;
    let mut objects = slots::fill(adpositions, doc, v, &Slot::Object);
    let companions = slots::fill_all(adpositions, doc, v, &adpositions.with);
    let named = |token: &usize| !scene.parties(Spot { token: *token, ..at }).is_empty();
    if in_another_sense(scene, at, frame) || carrier::hosted(scene, doc, v).is_some() {
        return None;
    }
    if frame.plays && objects.iter().any(|&o| is_spouse(scene, doc, o)) {
        return None;
    }
    if frame.object_is_party && !objects.is_empty() && !objects.iter().any(named) {
        return None;
    }
    if !frame.object_lemmas.is_empty() && !objects.iter().any(|&o| frame.object_lemmas.contains(doc.lemma(o))) {
        return None;
    }
    let needed = frame.needs_party.as_ref().map(|marker| slots::heads(scene, at, &Slot::Behind(marker.clone())));
    // "called on **Minister for Trade Ana Ruiz**": the parser cuts the office from the name
    objects.retain(|&o| !needed.iter().flatten().any(|&n| is_one_phrase(scene, at.passage, n, o)));
    // "spoke ahead of **a meeting** with X": with whom that is
    let of_meeting = |&n: &usize| {
        let over = doc.governor(n).and_then(|p| doc.governor(p));
        over.is_some_and(|m| m != v && !doc.is_verbal(m) && noun::frame(scene, Spot { token: m, ..at }).is_some())
    };
    if needed.as_ref().is_some_and(|n| n.iter().any(of_meeting)) {
        return None;
    }
    if needed.as_ref().is_some_and(|n| !n.iter().any(named)) || frame.no_object && !objects.is_empty() {
        return None;
    }
    if is_behind_another(scene, at, frame) && !talk::follows(scene, at) {
        return None;
    }
    if !frame.needs_above.is_empty() && !doc.governor(v).is_some_and(|g| frame.needs_above.contains(doc.lemma(g))) {
        return None;
    }
    if !frame.party_kinds.is_empty() {
        let fits = |id: &EntityId| frame.party_kinds.iter().any(|k| *k == kind_name(scene.entities.get(*id).kind));
        if !needed.as_ref().unwrap_or(&objects).iter().any(|&o| scene.parties(Spot { token: o, ..at }).iter().any(fits)) {
            return None;
        }
    }
    if frame.party_in_office {
        let office = |id: &EntityId| talk::in_office(scene, *id);
        if !needed.as_ref().unwrap_or(&objects).iter().any(|&o| scene.parties(Spot { token: o, ..at }).iter().any(office)) {
            return None;
        }
    }
    let mut sides = slots::sides(scene, at, &frame.sides);
    let speaker = talk::courteous(scene, at);
    let courteous = speaker.map(|(_, outcome)| outcome);
    if let Some(speaker) = speaker.map(|(id, _)| id).filter(|id| !sides.contains(id)) {
        sides.insert(0, speaker);
    }
    if talk::is_small_talk(scene, at, &sides) {
        return None;
    }
    // "talks **with X and Y** were put off", taken for a verb: those are one side
    let own = || slots::sides(scene, at, &[Slot::Subject, Slot::Object, Slot::Agent]);
    let with = slots::sides(scene, at, &adpositions.with);
    if with.len() > 1 && sides.iter().all(|id| with.contains(id)) && own().is_empty() {
        return None;
    }
    if frame.two_sides && !talk::on_two_sides(scene, &sides) {
        return None;
    }
    if frame.plays && contest::play(scene, &sides) {
        return None;
    }
    // "X and Y met with the market": neither with the other
    if adpositions.names_crowd(doc, v) && !companions.iter().any(named) {
        return None;
    }
    if sides.len() < 2 || frame.several && slots::sides(scene, at, &[Slot::Subject]).len() < 2 {
        return None;
    }
    let format = form::of(scene, at);
    if frame.needs_format && format.is_none_or(|(f, _)| f == Format::InPerson) {
        return None;
    }
    let mut status = scene.frames.status.of_verb(doc, v)?;
    if let Some(outcome) = courteous.filter(|_| matches!(status.outcome, Outcome::Planned | Outcome::Happened)) {
        status.outcome = outcome;
    }
    if matches!(status.outcome, Outcome::Planned | Outcome::Proposed) && is_with_whoever(scene, at) {
        return None;
    }
    if doc.clause(v).negated && is_never(scene, doc, v) {
        return None;
    }
    let mut participants: Vec<_> = sides.iter().map(|&id| (id, MeetingRole::Principal)).collect();
    participants.extend(
        slots::sides(scene, at, &frame.mediators).into_iter().filter(|id| !sides.contains(id)).map(|id| (id, MeetingRole::Mediator)),
    );
    let mut anchors = vec![v];
    // "discussed plans **in Chile**": where what they talked of is
    anchors.extend(objects.iter().filter(|o| named(o)).chain(&companions));
    // "met officials of the World Bank **in Lima**": hung, by the parser, on the bank
    let of_body = |&n: &usize| {
        // "the head of the World Bank in Africa": where she is its head
        let of = adpositions.of(doc, n).filter(|_| doc.is_plural(n))?;
        let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
        scene.parties(Spot { token: of, ..at }).iter().any(body).then_some(of)
    };
    anchors.extend(anchors.clone().iter().skip(1).filter_map(of_body));
    let place = place::of_encounter(scene, at.passage, &anchors).or_else(|| fronted(scene, at));
    let mut date = when::of(scene, at.passage, &[v], status.outcome);
    if let Some(day) = form::day_to_come(scene, at, status.outcome) {
        (status.outcome, date) = (Outcome::Planned, Some(day));
    }
    if frame.runs_on && date.is_none() && place.is_none() && goes_on(scene, doc, v, status.outcome) {
        return None;
    }
    Some(Encounter {
        participants,
        outcome: if status.outcome == Outcome::Happened {
            form::outcome_by_date(scene, date.as_ref(), status.outcome)
        } else {
            status.outcome
        },
        format: format.map(|(f, _)| f).or(frame.format).or(Some(Format::InPerson)),
        format_told: format.is_some_and(|(_, told)| told) || frame.format.is_some_and(|f| f != Format::InPerson),
        date,
        place,
        topics: form::topics(scene, at, &anchors),
        confidence: frame.confidence * status.sureness,
        evidence: vec![at],
    })
}

/// "met **her husband** X", "**his fiancée** X, whom he met": of whom it is told how they came together.
fn is_spouse(scene: &Scene<'_>, doc: &Doc, object: usize) -> bool {
    let phrase = doc.noun_phrase(object);
    let theirs = phrase.range().any(|t| doc.tokens[t].relation == Relation::Possessor && doc.tokens[t].pos == Pos::Pron);
    theirs && phrase.range().any(|t| scene.frames.meetings.spouses.words.contains(&doc.lemma(t).to_lowercase()))
}

/// "**In Chile**, she met X and **met** Y": the place before the first of two verbs.
fn fronted(scene: &Scene<'_>, at: Spot) -> Option<place::Located> {
    let doc = scene.doc(at.passage);
    let first =
        doc.governor(at.token).filter(|_| doc.tokens[at.token].relation == Relation::Conjunct && doc.own_subject(at.token).is_none())?;
    let before = doc.obliques(first).into_iter().filter(|o| o.noun < first && doc.own_subject(first).is_some_and(|s| o.noun < s));
    before.map(|o| o.noun).find_map(|noun| place::marked(scene, at.passage, doc, noun))
}

/// "would meet **any** candidate": with nobody in particular.
pub fn is_with_whoever(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let with = [&[Slot::Object], scene.frames.adpositions.with.as_slice()].concat();
    let whoever = |t: usize| doc.determiner(t).is_some_and(|d| scene.frames.meetings.whoever.words.contains(&doc.word(d).to_lowercase()));
    slots::fill_all(&scene.frames.adpositions, doc, at.token, &with).into_iter().any(whoever)
}

/// "**continues** to consult with X", "**is** negotiating with X": no encounter in particular.
pub fn goes_on(scene: &Scene<'_>, doc: &Doc, v: usize, outcome: Outcome) -> bool {
    let above = doc.governor(v).filter(|_| doc.tokens[v].relation == Relation::OpenComplement);
    // "was negotiating with X"
    outcome == Outcome::Ongoing
        || doc.clause(v).progressive
        || above.is_some_and(|g| scene.frames.meetings.carriers.background.contains(doc.lemma(g)))
}

/// "met **the deadline**", "met **with criticism**": what stands at the verb shows that it is used in another sense.
pub fn in_another_sense(scene: &Scene<'_>, at: Spot, frame: &VerbFrame) -> bool {
    let doc = scene.doc(at.passage);
    let adpositions = &scene.frames.adpositions;
    let objects = slots::fill(adpositions, doc, at.token, &Slot::Object);
    let companions = slots::fill_all(adpositions, doc, at.token, &adpositions.with);
    objects.into_iter().any(|o| {
        let lemma = doc.lemma(o).to_lowercase();
        frame.not_object.contains(&lemma) || frame.negotiates && scene.frames.meetings.negotiated.words.contains(&lemma)
    }) || companions.into_iter().any(|c| frame.not_with.contains(doc.lemma(c)))
}

/// "met **in the final**", "received him **at a banquet**": the same by what stands behind it.
pub fn is_behind_another(scene: &Scene<'_>, at: Spot, frame: &VerbFrame) -> bool {
    let (doc, v, passage) = (scene.doc(at.passage), at.token, at.passage);
    // "met **as students**", "met **in a race**", not "met **with students**"
    let with = |o: &Oblique| adpositions::has(&scene.frames.adpositions.with, doc.lemma(o.marker));
    // "met in the latest **round of talks**"
    let of_talks = |o: &Oblique| noun::frame(scene, Spot { passage, token: o.noun }).is_some_and(|f| !f.of.is_empty());
    // "met **aged** 13"
    // "will bring them **closer** together"
    let below = doc.children(v).flat_map(|c| std::iter::once(c).chain(doc.children_by(c, Relation::AdverbModifier)));
    let when_young = below.into_iter().any(|c| c > v && frame.not_behind.contains(&doc.word(c).to_lowercase()));
    when_young
        || doc.obliques(v).iter().any(|o| !with(o) && frame.not_behind.contains(doc.lemma(o.noun)) && !of_talks(o))
        || frame.plays && contest::is_told_behind(scene, doc, v, 0)
}

/// True where two tokens are of one mention of somebody in office.
fn is_one_phrase(scene: &Scene<'_>, passage: usize, a: usize, b: usize) -> bool {
    let around = |t: usize| scene.entities.in_office_around(passage, t).or_else(|| scene.entities.mention_at(passage, t));
    around(a).is_some_and(|m| m.introduced && m.tokens.holds(a) && m.tokens.holds(b))
}

fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Group => "group",
        EntityKind::Organization => "organization",
        EntityKind::State => "state",
        EntityKind::Place | EntityKind::Other => "",
    }
}

/// True where one of the words that must complete a verb does, or none must.
pub fn completed(doc: &Doc, v: usize, particles: &[String]) -> bool {
    // "brought X **together** in Y": hung, by the parser, on the adposition
    let deeper = doc.children_by(v, Relation::Preposition).flat_map(|p| doc.children(p).filter(move |&c| c < p));
    particles.is_empty()
        || doc.children(v).chain(deeper).any(|c| {
            matches!(
                doc.tokens[c].relation,
                Relation::Particle
                    | Relation::AdverbModifier
                    | Relation::NounAdverbial
                    | Relation::Preposition
                    | Relation::AdjectiveComplement
            ) && particles.iter().any(|p| p == doc.lemma(c))
        })
}

/// "often meet": a habit is no encounter.
pub fn is_habit(scene: &Scene<'_>, at: Spot) -> bool {
    let (doc, v) = (scene.doc(at.passage), at.token);
    // not "a visit **that includes** talks"
    let of_deed = || super::carrier::of_deed(scene, doc, v).is_some();
    if is_plain_present(&doc.clause(v))
        && doc.tokens[v].relation == Relation::RelativeClause
        && doc.tokens[v].morph.is_finite()
        && !of_deed()
    {
        // "Ruiz, who meets with officials"
        return true;
    }
    let habit = &scene.frames.meetings.habit;
    // "**half** the people who met X": each of them for himself
    let each = |t: usize| habit.all.contains(&doc.word(t).to_lowercase());
    // not "all five ministers, who met X on Monday"
    if doc.tokens[v].relation == Relation::RelativeClause
        && !is_particular(scene, at)
        && slots::heads(scene, at, &Slot::Subject).into_iter().any(|n| doc.noun_phrase(n).range().any(each))
    {
        return true;
    }
    // "have met **over the years**", not "over the past two years"
    let all_along = |o: &Oblique| {
        let bare = doc.children(o.noun).all(|c| c > o.noun || doc.tokens[c].relation == Relation::Determiner);
        bare && doc.is_plural(o.noun) && habit.spans.contains(doc.lemma(o.noun)) && habit.markers.contains(doc.lemma(o.marker))
    };
    doc.children_by(v, Relation::AdverbModifier).any(|c| habit.words.contains(&doc.word(c).to_lowercase()))
        || doc.obliques(v).iter().any(all_along)
        || is_each_time(scene, at)
        || is_each_day(scene, at)
}

/// How many dates of a sentence are asked.
const DATES: usize = 8;

/// "meets X **every** Friday".
fn is_each_day(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let (sentence, dates) = (doc.sentence_of(at.token), &scene.dates[at.passage]);
    let here = dates[dates.partition_point(|d| d.tokens.start < sentence.start)..].iter().take(DATES);
    let own = |d: &Span<Tok>| d.range().any(|t| !d.holds(doc.tokens[t].head) && doc.governing_verb(t) == Some(at.token));
    let each = |d: &Span<Tok>| (d.start.saturating_sub(1)..d.end).any(|t| scene.frames.meetings.habit.each_day.contains(doc.lemma(t)));
    here.map(|d| d.tokens).take_while(|d| sentence.covers(*d)).any(|d| each(&d) && own(&d))
}

/// "**whenever** she meets X", "made a **habit** of calling X", "is glad **when** she meets fans".
fn is_each_time(scene: &Scene<'_>, at: Spot) -> bool {
    let (doc, v) = (scene.doc(at.passage), at.token);
    let habit = &scene.frames.meetings.habit;
    let marked = |v: usize, words: &HashSet<String>| {
        let clause = doc.tokens[v].relation == Relation::AdverbialClause;
        clause && doc.children(v).any(|c| c < v && words.contains(&doc.word(c).to_lowercase()))
    };
    // not "is ready to meet X **whenever** she comes"
    let told = !doc.clause(v).infinitive;
    if marked(v, &habit.each_time) || told && doc.children_by(v, Relation::AdverbialClause).any(|c| marked(c, &habit.each_time)) {
        return true;
    }
    let over = || doc.governor(v).filter(|&p| scene.frames.adpositions.is_of(doc.lemma(p))).and_then(|p| doc.governor(p));
    if doc.tokens[v].relation == Relation::PrepositionComplement && over().is_some_and(|n| habit.nouns.contains(doc.lemma(n))) {
        return true;
    }
    let present = |v: usize| is_plain_present(&doc.clause(v));
    let whom = || slots::sides(scene, at, &[&[Slot::Object], scene.frames.adpositions.with.as_slice()].concat());
    let anybody = || whom().iter().all(|&id| scene.entities.get(id).kind == EntityKind::Group);
    // "faces a test when she meets lawmakers **on Tuesday**"
    marked(v, &habit.when) && present(v) && doc.governor(v).is_some_and(present) && anybody() && !is_particular(scene, at)
}

/// True where a day or a place tells one encounter in particular.
fn is_particular(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let clause = doc.sentence_of(at.token);
    let dates = &scene.dates[at.passage];
    let dated = || dates.get(dates.partition_point(|d| d.tokens.start < clause.start)).is_some_and(|d| clause.covers(d.tokens));
    dated() || place::of_encounter(scene, at.passage, &[at.token]).is_some()
}

/// "as she does in **all of her meetings** with officials": a habit, and no encounter in particular.
pub fn is_each_of_many(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let all = |t: usize| scene.frames.meetings.habit.all.contains(&doc.word(t).to_lowercase());
    let over = || doc.governor(at.token).filter(|&p| scene.frames.adpositions.is_of(doc.lemma(p))).and_then(|p| doc.governor(p));
    let whose = doc.possessor(at.token).is_some() && doc.is_plural(at.token);
    whose && (over().is_some_and(all) || doc.children(at.token).any(|c| c < at.token && all(c)))
}

/// "meets", "does not meet": neither past nor future, and no auxiliary tells more.
fn is_plain_present(clause: &Clause) -> bool {
    clause.tense == Tense::Present && !clause.progressive && !clause.infinitive && !clause.participle && clause.modal.is_none()
}

/// "officials **do not meet** with extremists": a habit too.
pub fn is_avoided(scene: &Scene<'_>, at: Spot) -> bool {
    let clause = scene.doc(at.passage).clause(at.token);
    let avoided = is_plain_present(&clause) && clause.negated && scene.passages[at.passage].kind != SegmentKind::Headline;
    let sides = || slots::sides(scene, at, &[&[Slot::Subject, Slot::Object], scene.frames.adpositions.with.as_slice()].concat());
    // "Ana Ruiz does not meet Luis Gil on Monday": of those two, that day
    avoided && sides().iter().any(|&id| scene.entities.get(id).kind == EntityKind::Group)
}

/// "has never met": no encounter that did not take place, but none at all.
fn is_never(scene: &Scene<'_>, doc: &Doc, v: usize) -> bool {
    doc.children(v).any(|c| doc.tokens[c].relation == Relation::Negation && scene.frames.meetings.never.words.contains(doc.lemma(c)))
}
