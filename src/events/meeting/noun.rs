//! Encounters told by a noun: "a meeting with", "the summit between", "held talks".

use super::{
    Encounter, Told,
    carrier::{self, Carried, Role},
    contest, form,
    frames::NounFrame,
    outcome, sides, talk,
    verb::{self, is_habit},
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    events::{
        place,
        scene::{Scene, Spot},
        slots,
        status::Outcome,
        when,
    },
    language::{Doc, Pos, Relation, grammar::Tense},
    record::{Format, MeetingRole},
    time::Date,
};

/// What a noun tells: an encounter with its sides, or the one spoken of before.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Told> {
    let doc = scene.doc(at.passage);
    if doc.tokens[at.token].relation == Relation::Compound || names_body(scene, at) {
        return None;
    }
    let frame = frame(scene, at)?;
    let carried = carrier::carrier(scene, doc, at.token);
    let clauses = carrier::clauses(scene, at);
    // "**held** maritime dialogue in Delhi", "opened the Trade Agreement Negotiations": what is held takes place
    let holds =
        |c: Carried| c.role == Role::Happening || c.role == Role::Object && scene.frames.meetings.carriers.hold.contains(doc.lemma(c.verb));
    let held = carried.is_some_and(holds);
    if is_regular(scene, doc, at.token)
        || !held && (is_bare(scene, doc, at.token) || is_of_instrument(scene, doc, at.token) || verb::is_each_of_many(scene, at))
    {
        return None;
    }
    let is_carried = carried.is_some_and(|c| c.role != Role::Framing) || !clauses.is_empty();
    if frame.carried && !is_carried
        || frame.needs_topic && !is_talked_at(scene, doc, carried) && !talk::follows(scene, at) && !talk::goes_on(scene, at)
        || carried.is_some_and(|c| leads_to(scene, doc, at.token, c) || is_told_by_verb(scene, at, c))
    {
        return None;
    }
    if carried.is_some_and(|c| is_habit(scene, Spot { token: c.verb, ..at })) || scene.frames.status.noun_is_conditional(doc, at.token) {
        return None;
    }
    if carried.is_some_and(|c| is_refused_to_others(scene, doc, at.token, c)) {
        return None;
    }
    let mut status = outcome::of(scene, at, carried, &clauses)?;
    let held = carried.filter(|c| c.role == Role::Object).map(|c| Spot { token: c.verb, ..at });
    let own_side = || [Some(at), held].into_iter().flatten().any(|spot| !slots::sides(scene, spot, &frame.sides).is_empty());
    if frame.own_side && !own_side() {
        return None;
    }
    let mut told = sides::of(scene, at, frame, carried, &clauses);
    let is_at_place = is_at_place(scene, at);
    if is_at_place {
        // "is in **Lisbon** meeting with X"
        let verb = carried.map(|c| c.verb).filter(|&v| status.outcome == Outcome::Happened && doc.clause(v).tense == Tense::Present);
        status.outcome = verb.map_or(status.outcome, |_| Outcome::Ongoing);
        told.principals.retain(|id| !scene.entities.referents(at.passage, at.token - 1).contains(id));
    }
    // "their first Civil Space **Dialogue**": its own name is no side
    let own = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name && m.tokens.holds(at.token));
    told.principals.retain(|id| !own.is_some_and(|m| m.refers.contains(id)));
    if frame.plays && (contest::play(scene, &told.principals) || is_athletic(scene, at, &told.principals)) {
        return None;
    }
    let mut anchors = vec![at.token];
    anchors.extend(carried.map(|c| c.verb));
    anchors.extend(clauses.iter().map(|c| c.verb));
    let date = when::of(scene, at.passage, &anchors, status.outcome);
    let is_past = |c: Carried| {
        let clause = doc.clause(c.verb);
        c.role != Role::Framing && clause.tense == Tense::Past && !clause.infinitive && !clause.participle
    };
    let date = if carried.is_some_and(is_past) { date } else { soon(scene, at, &anchors, date) };
    // "flies to Lima on Friday **for** talks"
    let purpose = || scene.frames.meetings.framing.is_purpose(doc, at.token);
    let carries = carried.filter(|c| c.role != Role::Framing || purpose()).map(|c| Spot { token: c.verb, ..at });
    let to_come = carries.and_then(|verb| form::day_to_come(scene, verb, status.outcome));
    status.outcome = if to_come.is_some() { Outcome::Planned } else { status.outcome };
    let date = to_come.or(date);
    // a picture's slip: no camera shows what is still to come
    let date = date.filter(|d| !(carried.is_none() && scene.is_caption(at.passage) && form::is_ahead(scene, d)));
    let place = is_at_place
        .then(|| place::named(scene, at.passage, doc, at.token - 1))
        .flatten()
        .or_else(|| place::of_encounter(scene, at.passage, &anchors_of_place(doc, at.token, carried, &clauses)))
        .or_else(|| destination(scene, at, carried));
    let bare = date.is_none() && place.is_none() && !is_at_place;
    if bare
        && (is_background(scene, doc, carried)
            || frame.talks && is_at_stage(scene, doc, at.token)
            || frame.talks && is_awaited_of(scene, doc, at.token)
            || is_of_others(scene, at, carried, &told.principals))
    {
        return None;
    }
    let format = form::of(scene, at);
    let encounter = Encounter {
        format_told: format.is_some_and(|(_, told)| told) || frame.format.is_some_and(|f| f != Format::InPerson),
        outcome: form::outcome_by_date(scene, date.as_ref(), status.outcome),
        format: format.map(|(f, _)| f).or(frame.format).or(Some(Format::InPerson)),
        place,
        date,
        topics: form::topics(scene, at, &[at.token]),
        confidence: frame.confidence * status.sureness * told.sureness,
        evidence: vec![at],
        participants: told
            .principals
            .iter()
            .map(|&id| (id, MeetingRole::Principal))
            .chain(told.mediators.iter().map(|&id| (id, MeetingRole::Mediator)))
            .collect(),
    };
    let encounter = past_of_plan(scene, encounter, carried);
    Some(if told.principals.len() >= 2 { Told::Encounter(encounter) } else { Told::Again(encounter) })
}

/// "won the 60m at **the Lisbon Indoor meeting**": in sport, one that only has a name.
fn is_athletic(scene: &Scene<'_>, at: Spot, sides: &[EntityId]) -> bool {
    let named = slots::parties(scene, at, &[slots::Slot::Modifier]);
    let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
    scene.sport && named.iter().any(body) && slots::parties(scene, at, &scene.frames.adpositions.of_all).is_empty() && sides.len() == 2
}

/// "the Chile-Peru Trade Agreement **Negotiations**", "progress in the Chile-Peru FTA **negotiations**": by their name, the making of a treaty.
fn is_of_instrument(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let name = doc.tokens[noun].pos == Pos::Propn;
    let instrument = |m: usize| {
        let own = doc.tokens[m].pos == Pos::Propn;
        (own || !name) && scene.frames.agreements.instruments.contains_key(&doc.word(m).to_lowercase())
    };
    (name || doc.is_plural(noun)) && doc.noun_phrase(noun).range().take_while(|&t| t < noun).any(instrument)
}

/// "has **regular meetings** with X": a habit of theirs, and no encounter in particular.
fn is_regular(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    doc.is_plural(noun) && doc.modifiers(noun).any(|m| scene.frames.meetings.habit.before.contains(&doc.lemma(m).to_lowercase()))
}

/// "seeks greater **dialogue** between X and Y": a habit of theirs, and no encounter.
fn is_bare(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    scene.frames.meetings.not_nouns.bare.contains(doc.lemma(noun))
        && doc.tokens[noun].pos == Pos::Noun
        && !doc.is_plural(noun)
        && doc.determiner(noun).is_none()
        && doc.possessor(noun).is_none()
}

/// "thanked her for hosting the summit **on June 16**", told the day before: no verb says that it is past, and last June is far.
fn soon(scene: &Scene<'_>, at: Spot, anchors: &[usize], past: Option<when::Dating>) -> Option<when::Dating> {
    let day = |d: &Option<when::Dating>| d.as_ref().and_then(|d| d.value.as_ref()).and_then(Date::first).zip(scene.reference);
    let nearest = when::of(scene, at.passage, anchors, Outcome::Planned);
    let days = |d: &Option<when::Dating>| day(d).map(|(d, today)| (d - today).get_days());
    match (days(&past), days(&nearest)) {
        (Some(back), Some(ahead)) if back < -LONG_AGO && (1..=SOON).contains(&ahead) => nearest,
        _ => past,
    }
}

/// How many days ahead a day is told without its year, and how far the one of that name lies back.
const SOON: i32 = 30;
const LONG_AGO: i32 = 300;

/// "will be their fifth meeting, after **the one in May**": what only frames a plan, and is dated before today, has taken place.
fn past_of_plan(scene: &Scene<'_>, mut e: Encounter, carried: Option<Carried>) -> Encounter {
    let framing = carried.is_none_or(|c| c.role == Role::Framing);
    let over = e.date.as_ref().and_then(|d| d.value.as_ref()).and_then(Date::last).zip(scene.reference).is_some_and(|(d, today)| d < today);
    if framing && over && e.outcome == Outcome::Planned {
        e.outcome = Outcome::Happened;
    }
    e
}

/// "had lunch with X **to discuss** the bill": what a meal needs to be an encounter.
fn is_talked_at(scene: &Scene<'_>, doc: &Doc, carried: Option<Carried>) -> bool {
    let talks = |c: usize| {
        let tied = matches!(doc.tokens[c].relation, Relation::OpenComplement | Relation::AdverbialClause | Relation::Conjunct);
        tied && scene.frames.meetings.topics.verbs.contains(doc.lemma(c))
    };
    carried.is_some_and(|c| doc.children(c.verb).any(talks))
}

/// "is meeting X on Thursday, **in** the third meeting between them": the verb tells of it.
fn is_told_by_verb(scene: &Scene<'_>, at: Spot, carried: Carried) -> bool {
    let within = |p: usize| scene.frames.meetings.framing.within.contains(&scene.doc(at.passage).lemma(p).to_lowercase());
    if carried.role != Role::Framing || !scene.doc(at.passage).governor(at.token).is_some_and(within) {
        return false;
    }
    // not "briefed reporters in a meeting with Y"
    let others = slots::parties(scene, at, &scene.frames.adpositions.with);
    verb::read(scene, Spot { token: carried.verb, ..at }).is_some_and(|e| others.iter().all(|&id| e.includes(id)))
}

/// "opened the **door to** talks with X": which have yet to come; not "opened the door in talks with X".
fn leads_to(scene: &Scene<'_>, doc: &Doc, noun: usize, carried: Carried) -> bool {
    let framing = &scene.frames.meetings.framing;
    let toward = || doc.governor(noun).is_some_and(|m| framing.purpose.contains(doc.lemma(m)) || framing.toward.contains(doc.lemma(m)));
    let way = |&o: &usize| framing.ways.contains(doc.lemma(o));
    carried.role == Role::Framing && doc.objects(carried.verb).iter().any(way) && toward()
}

/// "opposed **X's** talks with Y": of those talks, what one who has no part in them thinks.
fn is_refused_to_others(scene: &Scene<'_>, doc: &Doc, noun: usize, carried: Carried) -> bool {
    let theirs = doc.possessor(noun).is_some_and(|p| doc.tokens[p].pos != Pos::Pron);
    let refuses = scene.frames.meetings.carriers.refuse.contains(&*carrier::key(scene, doc, carried.verb));
    theirs && refuses && carried.role == Role::Object
}

/// "negotiations **continue** between X and Y": talks that only run on.
pub fn is_background(scene: &Scene<'_>, doc: &Doc, carried: Option<Carried>) -> bool {
    let carriers = &scene.frames.meetings.carriers;
    carried.is_some_and(|c| match c.role {
        Role::Happening => carriers.background.contains(doc.lemma(c.verb)),
        // "is in talks with X"
        Role::Framing => carriers.exist.contains(doc.lemma(c.verb)) && !doc.clause(c.verb).infinitive,
        _ => false,
    })
}

/// "talks **are at** an advanced **stage**", "are said to **be** in their last **phase**"
fn is_at_stage(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let carriers = &scene.frames.meetings.carriers;
    let verb = matches!(doc.tokens[noun].relation, Relation::Subject | Relation::PassiveSubject).then(|| doc.governor(noun)).flatten();
    verb.into_iter()
        .chain(verb.into_iter().flat_map(|v| doc.children_by(v, Relation::OpenComplement)))
        .filter(|&v| carriers.exist.contains(doc.lemma(v)))
        .any(|v| doc.obliques(v).iter().any(|o| carriers.stages.contains(doc.lemma(o.noun))))
}

/// "no certainty that the talks **will lead** to a deal": what is to come of them, and no word on when they met.
fn is_awaited_of(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let verb = doc.governor(noun).filter(|&v| doc.tokens[noun].relation == Relation::Subject && doc.is_verbal(v));
    verb.is_some_and(|v| {
        let clause = doc.clause(v);
        let ahead = clause.tense == Tense::Future || clause.modal.is_some();
        ahead && scene.frames.meetings.carriers.result.contains(doc.lemma(v))
    })
}

/// "the Economists **Roundtable** wants": a word of a body's name.
fn names_body(scene: &Scene<'_>, at: Spot) -> bool {
    let mention = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name && m.tokens.len() > 1);
    mention.is_some_and(|m| m.tokens.holds(at.token) && m.refers.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Organization))
        && scene.doc(at.passage).governing_verb(at.token).is_some_and(|v| scene.doc(at.passage).own_subject(v) == Some(at.token))
}

/// "is in **Lisbon** meeting with X": a place right before the noun, with which the parser takes a verb for a noun.
fn is_at_place(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let before = at.token.checked_sub(1).filter(|&b| doc.tokens[b].relation == Relation::Compound && doc.tokens[b].head == at.token);
    let kind = |id: &EntityId| scene.entities.get(*id).kind;
    before.is_some_and(|b| {
        let named = scene.entities.referents(at.passage, b);
        named.iter().any(|id| matches!(kind(id), EntityKind::Place | EntityKind::State))
            && doc.tokens[at.token].relation == Relation::PrepositionObject
    })
}

/// "promised to be neutral **in** talks between X and Y": of somebody else's talks, and no word on whether they meet.
fn is_of_others(scene: &Scene<'_>, at: Spot, carried: Option<Carried>, sides: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let Some(Carried { verb, role: Role::Framing }) = carried else { return false };
    let beside = doc.governor(at.token).is_some_and(|p| scene.frames.meetings.framing.beside.contains(&doc.lemma(p).to_lowercase()));
    let between = !slots::fill_all(&scene.frames.adpositions, doc, at.token, &scene.frames.adpositions.between).is_empty();
    let own = doc.subject(verb).is_some_and(|s| scene.parties(Spot { token: s, ..at }).iter().any(|id| sides.contains(id)));
    beside && between && !own && doc.is_plural(at.token)
}

/// The frame that fits a noun.
pub fn frame<'f>(scene: &Scene<'f>, at: Spot) -> Option<&'f NounFrame> {
    scene.frames.meetings.nouns.iter().find(|f| fits(scene, at, f))
}

fn fits(scene: &Scene<'_>, at: Spot, frame: &NounFrame) -> bool {
    let (doc, noun) = (scene.doc(at.passage), at.token);
    // "a sit-down": the tokenizer parts it
    let lemma = match doc.hyphened(noun) {
        Some(before) => format!("{}-{}", doc.word(before).to_lowercase(), doc.lemma(noun).to_lowercase()),
        None => doc.lemma(noun).to_lowercase(),
    };
    // "the Bilateral **Consultations**": a name's lemma keeps its plural
    let named = || doc.tokens[noun].pos == Pos::Propn && frame.lemmas.contains(lemma.trim_end_matches('s'));
    if frame.issued && scene.imprint.is_none() {
        return false;
    }
    if !(frame.lemmas.contains(&lemma) || named()) || frame.plural && !doc.is_plural(noun) {
        return false;
    }
    let before: Vec<String> = doc.modifiers(noun).flat_map(|m| [doc.lemma(m).to_lowercase(), doc.word(m).to_lowercase()]).collect();
    let none = &scene.frames.meetings.not_nouns;
    if before.iter().any(|m| none.modified_by.contains(m)) || before.iter().any(|m| none.of_body.contains(m)) && is_of_body(scene, at) {
        return false;
    }
    let dated = |t: usize| scene.dates[at.passage].iter().any(|d| d.tokens.holds(t));
    // also where the parser hangs the words behind it elsewhere
    let next = noun + 2 < doc.len() && frame.not_before.contains(doc.lemma(noun + 1)) && !dated(noun + 2);
    if next || doc.obliques(noun).iter().any(|o| frame.not_before.contains(doc.lemma(o.marker)) && !dated(o.noun)) {
        return false;
    }
    if frame.plays && [Some(noun), doc.governing_verb(noun)].into_iter().flatten().any(|t| contest::is_told_behind(scene, doc, t, noun)) {
        return false;
    }
    (frame.modified_by.is_empty() || before.iter().any(|m| frame.modified_by.contains(m)))
        && (frame.of.is_empty() || scene.frames.adpositions.of(doc, noun).is_some_and(|o| frame.of.contains(&doc.lemma(o).to_lowercase())))
}

/// "**the Dockers Union's** annual meeting": one that a body has with itself.
fn is_of_body(scene: &Scene<'_>, at: Spot) -> bool {
    let own = slots::parties(scene, at, &[slots::Slot::Possessor, slots::Slot::Modifier]);
    let verb = scene.doc(at.passage).governing_verb(at.token);
    let with = |token: usize| slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.with);
    let between = || slots::parties(scene, at, &scene.frames.adpositions.between);
    with(at.token).is_empty()
        && between().is_empty()
        && verb.is_none_or(|v| with(v).is_empty())
        && own.iter().any(|&id| scene.entities.get(id).kind == EntityKind::Organization)
}

/// "welcomed X **to Lisbon** for talks": where the verb leads that an encounter is the purpose of.
fn destination(scene: &Scene<'_>, at: Spot, carried: Option<Carried>) -> Option<place::Located> {
    let doc = scene.doc(at.passage);
    let verb = carried.filter(|c| c.role == Role::Framing)?.verb;
    let purpose = scene.frames.meetings.framing.is_purpose(doc, at.token);
    let anchors: Vec<usize> = [verb].into_iter().chain(doc.children_by(verb, Relation::AdjectiveComplement)).collect();
    purpose.then(|| place::of(scene, at.passage, &anchors, &scene.frames.meetings.visits.markers)).flatten()
}

fn anchors_of_place(doc: &Doc, noun: usize, carried: Option<Carried>, clauses: &[Carried]) -> Vec<usize> {
    let mut anchors = vec![noun];
    for o in doc.obliques(noun) {
        anchors.push(o.noun);
    }
    anchors.extend(clauses.iter().map(|c| c.verb));
    anchors.extend(carried.filter(|c| c.role != Role::Framing).map(|c| c.verb));
    anchors
}
