//! Who takes part in an encounter that a noun tells of: at the noun, at the verb that carries it, in the clauses that modify it.

use super::{
    carrier::{self, Carried, Role},
    frames::NounFrame,
    verb,
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        together,
    },
    gazetteer::{BodyKind, Gazetteer},
    language::{Pos, Relation},
};

/// How many people behind one "with" are looked at.
const MOST: usize = 32;
/// How many words may stand between a noun and the adposition that brings the other side.
const NEAR: usize = 6;

/// Those who take part.
#[derive(Debug, Default)]
pub struct Sides {
    /// Who converse.
    pub principals: Vec<EntityId>,
    /// Who bring them together.
    pub mediators: Vec<EntityId>,
    /// A factor on the frame's confidence.
    pub sureness: f64,
}

/// Reads them.
pub fn of(scene: &Scene<'_>, at: Spot, frame: &NounFrame, carried: Option<Carried>, clauses: &[Carried]) -> Sides {
    let mut sides = Sides { principals: slots::sides(scene, at, &frame.sides), mediators: Vec::new(), sureness: 1.0 };
    if let Some(body) = one_body(scene, at, &sides.principals) {
        sides.principals = vec![body];
    }
    let called = called_by(scene, at, frame);
    sides.principals.retain(|id| !called.contains(id));
    for c in clauses {
        carries(scene, Spot { token: c.verb, ..at }, &mut sides);
    }
    append(&mut sides.principals, included(scene, at));
    match carried {
        Some(Carried { verb, role: Role::Object }) => carries(scene, Spot { token: verb, ..at }, &mut sides),
        Some(Carried { verb, role: Role::Asked }) => {
            let verb = Spot { token: verb, ..at };
            prepend(&mut sides.principals, slots::sides(scene, verb, &[Slot::Subject]));
            let asked = [&[Slot::Possessor], &*scene.frames.adpositions.from].concat();
            let doc = scene.doc(at.passage);
            for noun in [Some(at.token), doc.governor(at.token).and_then(|p| doc.governor(p))].into_iter().flatten() {
                append(&mut sides.principals, slots::sides(scene, Spot { token: noun, ..at }, &asked));
            }
        }
        Some(Carried { verb, role: Role::Happening }) => {
            append(&mut sides.principals, slots::sides(scene, Spot { token: verb, ..at }, &scene.frames.adpositions.sides));
        }
        Some(Carried { verb, role: Role::Framing }) => frames(scene, at, Spot { token: verb, ..at }, &mut sides),
        None if sides.principals.len() < 2 => prepend(&mut sides.principals, speakers(scene, at)),
        None => {}
    }
    if sides.principals.len() < 2 {
        append(&mut sides.principals, at_which(scene, at));
    }
    drop_names(scene, at, carried, &mut sides.principals);
    // "invited X to the X-Y **Leaders' Retreat**": who comes stands for the state
    let persons: Vec<EntityId> = sides.principals.iter().copied().filter(|&p| scene.entities.get(p).kind == EntityKind::Person).collect();
    let stood_for = |s: EntityId| scene.entities.get(s).kind == EntityKind::State && persons.iter().any(|&p| scene.same_side(p, s));
    sides.principals.retain(|&s| !stood_for(s));
    if are_one_side(scene, at, &sides.principals) || other_is_nobody(scene, at, carried) {
        // "talks with X and Y have been going on": theirs is the one side
        sides.principals.clear();
    }
    if let Some(number) = sided(scene, at).filter(|&n| sides.principals.len() < n) {
        let found = together::so_many(scene, at, number);
        if found.len() == number && sides.principals.iter().all(|p| found.iter().any(|f| scene.same_side(*f, *p))) {
            sides.principals = found;
            sides.sureness *= 0.85;
        }
    }
    sides
}

/// "the **NATO** summit", "**NATO and G-7** meetings": they are called by whose they are, and whoever comes does not meet that body.
fn called_by(scene: &Scene<'_>, at: Spot, frame: &NounFrame) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    // a council sits, and who is heard there meets it
    let sits = |name: &str| scene.frames.meetings.sitting.words.contains(&name.rsplit(' ').next().unwrap_or_default().to_lowercase());
    let body = |id: &EntityId| {
        let e = scene.entities.get(*id);
        let club = |kind| matches!(kind, BodyKind::Intergovernmental | BodyKind::Union);
        e.kind == EntityKind::Organization && !sits(&e.name) && Gazetteer::global().body(&e.name).is_some_and(|b| club(b.kind))
    };
    let names = if frame.talks { Vec::new() } else { slots::parties(scene, at, &[Slot::Modifier]) };
    if names.is_empty() || !names.iter().all(body) {
        return Vec::new();
    }
    let others = [scene.frames.adpositions.with.as_slice(), &scene.frames.adpositions.between].concat();
    // "the NATO-EU summit" is theirs, "NATO and EU summits" are two
    let apart = names.len() == 1 || doc.is_plural(at.token);
    if apart && slots::parties(scene, at, &others).is_empty() { names } else { Vec::new() }
}

/// "a meeting that **included X and Y**", "the meeting **involved** X and Y".
fn included(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let lists = |v: &usize| scene.frames.meetings.attendance.lists.contains(doc.lemma(*v)) && doc.is_verbal(*v) && !doc.is_passive(*v);
    let clauses = doc.children_by(at.token, Relation::RelativeClause);
    let clause = clauses.filter(lists).find(|&v| doc.own_subject(v).is_some_and(|s| doc.antecedent(s) == Some(at.token)));
    let over = || doc.governor(at.token).filter(|v| doc.tokens[at.token].relation == Relation::Subject && lists(v));
    let Some(token) = clause.or_else(over) else { return Vec::new() };
    let mut who = slots::sides(scene, Spot { token, ..at }, &[Slot::Object]);
    who.retain(|&id| scene.can_take_part(id));
    who
}

/// "a meeting at which **X** went over the plans **with Y**": who did something with each other at it.
fn at_which(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let there = |c: &usize| doc.obliques(*c).into_iter().any(|o| doc.antecedent(o.noun) == Some(at.token));
    let clauses = doc.children_by(at.token, Relation::RelativeClause).filter(there);
    let last = |c: usize| std::iter::successors(Some(c), |&v| doc.children_by(v, Relation::OpenComplement).next()).take(FEW).last();
    let sides = clauses.filter_map(last).map(|token| {
        let verb = Spot { token, ..at };
        let mut who = slots::sides(scene, verb, &[Slot::Subject]);
        if !who.is_empty() {
            append(&mut who, slots::sides(scene, verb, &scene.frames.adpositions.with));
        }
        who
    });
    sides.into_iter().find(|who| who.len() > 1).unwrap_or_default()
}

/// "held their annual **leaders'** meeting", "**Foreign Office** Consultations with X": words of its name, where others are told to sit there.
fn drop_names(scene: &Scene<'_>, at: Spot, carried: Option<Carried>, principals: &mut Vec<EntityId>) {
    let doc = scene.doc(at.passage);
    let named = slots::sides(scene, at, &[Slot::Possessor, Slot::Modifier]);
    let by_name = doc.tokens[at.token].pos == Pos::Propn;
    let nobody = |&id: &EntityId| {
        let e = scene.entities.get(id);
        let group = e.kind == EntityKind::Group && e.country.is_none() && e.name.chars().all(|c| !c.is_uppercase());
        named.contains(&id) && (group || e.kind == EntityKind::Organization && by_name && !scene.is_headline(at.passage))
    };
    let others = principals.iter().filter(|id| !nobody(id)).count();
    if others >= 2 && carried.is_some_and(|c| c.role != Role::Happening) {
        principals.retain(|id| !nobody(id));
    }
}

/// How many infinitives deep what they did there is looked for.
const FEW: usize = 4;

/// "Remarks **by X and Y** before their meeting": who speak, by the title of what they said.
fn speakers(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let framing = &scene.frames.meetings.framing;
    let Some(token) = words_said(scene, at) else { return Vec::new() };
    // the adposition before the meeting's own words, past what modifies them
    let before = doc.noun_phrase(at.token).start.checked_sub(1);
    let framed = before.is_some_and(|p| framing.markers.contains(&doc.word(p).to_lowercase()));
    let by = [&[Slot::Agent], scene.frames.adpositions.by.as_slice()].concat();
    let person = |&id: &EntityId| scene.entities.get(id).kind == EntityKind::Person;
    if framed { slots::sides(scene, Spot { token, ..at }, &by).into_iter().filter(person).collect() } else { Vec::new() }
}

/// True for an encounter that the title of a transcript tells: "**Remarks** by X and Y before their meeting".
pub fn is_transcribed(scene: &Scene<'_>, at: Spot) -> bool {
    words_said(scene, at).is_some()
}

fn words_said(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let head = doc.sentence_of(at.token).range().find(|&t| doc.tokens[t].relation == Relation::Root);
    let said = |&h: &usize| h < at.token && scene.frames.meetings.framing.words_said.contains(&doc.lemma(h).to_lowercase());
    head.filter(|_| scene.is_headline(at.passage)).filter(said)
}

/// True where all that are named stand behind one "with": the other side is not told.
fn are_one_side(scene: &Scene<'_>, at: Spot, principals: &[EntityId]) -> bool {
    if principals.len() > MOST {
        return false;
    }
    let with = slots::sides(scene, at, &scene.frames.adpositions.with);
    principals.len() >= 2 && with.len() >= principals.len() && principals.iter().all(|p| with.contains(p))
}

/// "X and Y held talks **with the market**": the other side is many without a name, so that those who are named are one.
fn other_is_nobody(scene: &Scene<'_>, at: Spot, carried: Option<Carried>) -> bool {
    let adpositions = &scene.frames.adpositions;
    let nobody = |token: usize| slots::sides(scene, Spot { token, ..at }, &adpositions.with).is_empty();
    adpositions.names_crowd(scene.doc(at.passage), at.token) && nobody(at.token) && carried.is_none_or(|c| nobody(c.verb))
}

/// "**three-way** talks"
fn sided(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let numbers = &scene.frames.meetings.sided;
    // "three - way": the tokenizer parts it
    doc.children(at.token).filter(|&c| c < at.token).find_map(|c| {
        let phrase: String = doc.subtree(c).range().map(|t| doc.word(t).to_lowercase()).collect();
        // "bilateral talks on fish" run on
        numbers.get(&phrase).copied().filter(|&n| n > 2 || !doc.is_plural(at.token))
    })
}

fn append(known: &mut Vec<EntityId>, more: Vec<EntityId>) {
    for id in more {
        if !known.contains(&id) {
            known.push(id);
        }
    }
}

fn prepend(known: &mut Vec<EntityId>, more: Vec<EntityId>) {
    let mut all = more;
    append(&mut all, std::mem::take(known));
    *known = all;
}

/// "**her** visit", "**X** signed it on a visit that": whose deed it is.
fn who_does(scene: &Scene<'_>, deed: Spot) -> Vec<EntityId> {
    let doc = scene.doc(deed.passage);
    let own = slots::sides(scene, deed, &[&[Slot::Possessor, Slot::Modifier], scene.frames.adpositions.by.as_slice()].concat());
    // "described a visit that": whose it is is not told
    let framing = doc.tokens[deed.token].relation == Relation::PrepositionObject;
    let verb = || doc.governing_verb(deed.token).filter(|&v| framing && doc.own_subject(v) != Some(deed.token));
    if own.is_empty() { verb().map_or(own, |token| slots::sides(scene, Spot { token, ..deed }, &[Slot::Subject])) } else { own }
}

/// "**X** held talks with **Y**", "talks hosted by **X**", "the session was attended by **X, Y and Z**".
fn carries(scene: &Scene<'_>, verb: Spot, sides: &mut Sides) {
    let doc = scene.doc(verb.passage);
    let carriers = &scene.frames.meetings.carriers;
    let key = carrier::key(scene, doc, verb.token);
    append(&mut sides.principals, slots::sides(scene, verb, &scene.frames.adpositions.sides));
    let mut subject = match carrier::of_deed(scene, doc, verb.token) {
        Some(_) if sides.principals.len() > 1 => Vec::new(),
        Some(deed) => who_does(scene, Spot { token: deed, ..verb }),
        None => slots::sides(scene, verb, &[Slot::Subject]),
    };
    if subject.is_empty() && doc.is_passive(verb.token) && !sides.principals.is_empty() {
        // "**X** is scheduled for talks with Y"
        subject = slots::sides(scene, verb, &[Slot::Object]);
    }
    // "**X** was hosted to breakfast by Y and Z": a guest brings nobody together
    if doc.is_passive(verb.token) {
        prepend(&mut sides.principals, subject);
        return;
    }
    let brings_together = carriers.host.contains(&*key) && !carriers.hold.contains(&*key) && sides.principals.len() >= 2;
    if brings_together || carriers.host.contains(&*key) && sides.principals.len() >= 2 && !on_two_sides(scene, &sides.principals, &subject)
    {
        let mediators: Vec<EntityId> = subject.into_iter().filter(|id| !sides.principals.contains(id)).collect();
        append(&mut sides.mediators, mediators);
    } else {
        prepend(&mut sides.principals, subject);
    }
}

/// "In a meeting with X, **Y** said …", "**Y** welcomed **X** for talks", "**her** comments came after talks with X".
fn frames(scene: &Scene<'_>, noun: Spot, verb: Spot, sides: &mut Sides) {
    let doc = scene.doc(verb.passage);
    let accompanies = scene.frames.meetings.attendance.accompany.contains(doc.lemma(verb.token));
    // "was joined by X **for** a conversation"
    let purpose = scene.frames.meetings.framing.is_purpose(doc, noun.token);
    if accompanies && (doc.is_passive(verb.token) && !purpose || !scene.frames.meetings.framing.with_object.contains(doc.lemma(verb.token)))
    {
        return;
    }
    // "a meeting between X and Y", "X's meeting with Y": nobody is missing
    let told = slots::sides(scene, noun, &[&[Slot::Possessor], &*scene.frames.adpositions.of_all].concat());
    if !told.is_empty() && sides.principals.len() >= 2 {
        return;
    }
    // "met Y during a **summit of Nordic leaders**": theirs, which only says when
    let span = doc.governor(noun.token).is_some_and(|p| scene.frames.meetings.framing.spans.contains(&doc.word(p).to_lowercase()));
    let group = |&id: &EntityId| scene.entities.get(id).kind == EntityKind::Group;
    // whose it is
    let of = if span { slots::sides(scene, noun, &scene.frames.adpositions.of) } else { Vec::new() };
    if !of.is_empty() && of.iter().all(group) {
        return;
    }
    // "X **was not** at the summit of Nordic leaders"
    let away = doc.clause(verb.token).negated && scene.frames.meetings.framing.present.contains(doc.lemma(verb.token));
    if away && sides.principals.len() < 2 {
        return;
    }
    let named = |token: usize| scene.sides(Spot { token, ..verb });
    if sides.principals.is_empty() {
        // "said in talks on Monday **with X**": hung, by the parser, on the verb
        let near = noun.token + 1..noun.token + NEAR;
        let hung = doc
            .obliques(verb.token)
            .into_iter()
            .filter(|o| near.contains(&o.marker) && scene.frames.adpositions.is_of_sides(doc.lemma(o.marker)));
        sides.principals = hung.flat_map(|o| named(o.noun)).collect();
    }
    let surface = doc.subject(verb.token);
    let mut subject = surface.map(named).unwrap_or_default();
    if subject.is_empty() {
        let deeds = &scene.frames.meetings.framing.deeds;
        let whose = surface.filter(|&s| !sides.principals.is_empty() && deeds.contains(doc.lemma(s))).and_then(|s| doc.possessor(s));
        subject = whose.or_else(|| doc.agent(verb.token)).map(named).unwrap_or_default();
    }
    // "**after** her meeting with X, she met **Y**": not at that one
    let marker = doc.governor(noun.token).map(|p| doc.word(p).to_lowercase());
    let over = marker.is_some_and(|m| scene.frames.meetings.framing.over.contains(&m));
    let another = over && !sides.principals.is_empty() && verb::frame(scene, verb).is_some();
    let with_object = scene.frames.meetings.framing.with_object.contains(doc.lemma(verb.token)) && !another;
    let mut object: Vec<EntityId> = if with_object { addressed(doc, verb.token).into_iter().flat_map(named).collect() } else { Vec::new() };
    // "told The Lusitanian": a paper, taken for its people
    let by_name = |id: EntityId| {
        scene.entities.get(id).kind != EntityKind::State
            || addressed(doc, verb.token)
                .into_iter()
                .any(|t| scene.entities.mention_at(verb.passage, t).is_some_and(|m| m.form == Form::Name && m.refers.contains(&id)))
            // "the **ministers** of X and Y"
            || purpose && addressed(doc, verb.token).into_iter().any(|t| doc.is_plural(t))
    };
    // nor is a paper that is told something
    let told = scene.frames.meetings.half.tell.contains(doc.lemma(verb.token));
    object.retain(|&id| by_name(id) && !(told && scene.entities.get(id).kind == EntityKind::Organization));
    subject.retain(|&id| takes_the_word(scene, id));
    let bodies = |ids: &[EntityId]| ids.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Organization);
    if surface.is_some_and(|token| scene.is_first_person(Spot { token, ..verb })) && bodies(&sides.principals) {
        // "after the council's meeting I concluded": the body's own session
        return;
    }
    if subject.is_empty() {
        // "were signed in the presence of X and Y after talks"
        subject = in_presence(scene, doc, verb);
    }
    if object.is_empty() && sides.principals.is_empty() && doc.is_passive(verb.token) {
        // "was conveyed by X **to Y** during a meeting"
        object = slots::sides(scene, verb, &scene.frames.adpositions.to);
    }
    if subject.is_empty() {
        return;
    }
    if !sides.principals.is_empty() {
        // "will welcome **X of Peru** for the **Chile-Peru** Consultations": who comes sits there for the state
        let states = sides.principals.iter().all(|&s| scene.entities.get(s).kind == EntityKind::State);
        let comes =
            |&id: &EntityId| scene.entities.get(id).kind == EntityKind::Person && sides.principals.iter().any(|&s| scene.same_side(s, id));
        let guest = purpose && scene.frames.meetings.visits.guests.contains(doc.lemma(verb.token));
        if states && guest && !object.is_empty() && object.iter().all(comes) {
            append(&mut sides.principals, object);
        }
        prepend(&mut sides.principals, subject);
        sides.sureness = 0.9;
    } else if !object.is_empty() {
        append(&mut subject, object);
        sides.principals = subject;
        sides.sureness = 0.85;
    } else if on_two_sides(scene, &subject, &[])
        || are_two_by_name(scene, noun, &subject)
        || scene.frames.meetings.topics.verbs.contains(doc.lemma(verb.token))
    {
        // "At the talks, X and Y agreed …", "X and Y will discuss it at a meeting"
        sides.principals = subject;
        sides.sureness = 0.85;
    }
}

/// "**X and Y** pledged unity after **a meeting**": two people by name, where the noun points at no other meeting.
fn are_two_by_name(scene: &Scene<'_>, noun: Spot, subject: &[EntityId]) -> bool {
    let doc = scene.doc(noun.passage);
    let back = |d: usize| scene.frames.meetings.again.words.contains(&doc.word(d).to_lowercase());
    let named = |&id: &EntityId| scene.entities.get(id).kind == EntityKind::Person && !scene.entities.get(id).nameless;
    // "**ahead of** peace talks, X and Y ordered": others' talks, or their own
    let ahead = &scene.frames.meetings.framing.ahead;
    let marker = doc.governor(noun.token);
    let before = [marker, marker.and_then(|p| doc.governor(p))].into_iter().flatten().any(|p| ahead.contains(&doc.lemma(p).to_lowercase()));
    let anew = doc.determiner(noun.token).is_some() || !before;
    subject.len() >= 2 && subject.iter().all(named) && anew && !doc.determiner(noun.token).is_some_and(back)
}

/// "in the presence of **X and Y**"
fn in_presence(scene: &Scene<'_>, doc: &crate::language::Doc, verb: Spot) -> Vec<EntityId> {
    let presence = &scene.frames.meetings.attendance.presence;
    let adpositions = &scene.frames.adpositions;
    let inside = |noun: usize| slots::fill_all(adpositions, doc, noun, &adpositions.inside);
    let noun = doc.obliques(verb.token).into_iter().flat_map(|o| [vec![o.noun], inside(o.noun)]).flatten();
    noun.filter(|&n| presence.contains(doc.lemma(n)))
        .flat_map(|token| slots::sides(scene, Spot { token, ..verb }, &adpositions.of))
        .collect()
}

/// Whom a verb is done to or told to.
fn addressed(doc: &crate::language::Doc, verb: usize) -> Vec<usize> {
    let mut found = doc.objects(verb);
    found.extend(doc.children_by(verb, Relation::IndirectObject));
    if doc.is_passive(verb) {
        found.extend(doc.agent(verb));
    }
    found
}

fn takes_the_word(scene: &Scene<'_>, id: EntityId) -> bool {
    matches!(scene.entities.get(id).kind, EntityKind::Person | EntityKind::Group | EntityKind::State)
}

/// True where those named speak for more than one country.
fn on_two_sides(scene: &Scene<'_>, some: &[EntityId], more: &[EntityId]) -> bool {
    let mut countries = some.iter().chain(more).filter_map(|&id| scene.entities.get(id).country.as_deref());
    countries.next().is_some_and(|first| countries.any(|other| other != first))
}

/// "the union's executive council meeting": a body and its own body are one side.
fn one_body(scene: &Scene<'_>, at: Spot, sides: &[EntityId]) -> Option<EntityId> {
    let doc = scene.doc(at.passage);
    let &[whole, part] = sides else { return None };
    let is_body = |id: EntityId| scene.entities.get(id).kind == EntityKind::Organization;
    let whose = slots::sides(scene, at, &[Slot::Possessor]);
    let before = slots::sides(scene, at, &[Slot::Modifier]);
    let nested = whose == [whole] && before.contains(&part) && is_body(part) && doc.possessor(at.token).is_some();
    // "the G7 meeting **of finance ministers**": those who make up the body
    let of = slots::sides(scene, at, &scene.frames.adpositions.of);
    let makes_up = |group: EntityId, body: EntityId| {
        of == [group] && before == [body] && is_body(body) && scene.entities.get(group).kind == EntityKind::Group
    };
    let made_up = [(whole, part), (part, whole)].into_iter().find(|&(group, body)| makes_up(group, body)).map(|(_, body)| body);
    nested.then_some(part).or(made_up)
}
