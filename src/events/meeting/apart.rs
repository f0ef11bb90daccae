//! One mention, several encounters: "separate meetings with X and Y", "met X on Monday and Y on Tuesday", "met X, then Y".

use super::{Encounter, carrier, noun, verb};
use crate::{
    entities::EntityId,
    events::{
        adpositions, place,
        scene::{Scene, Spot},
        slots::{self, Slot},
        when,
    },
    language::{Doc, Pos, Relation, grammar::Oblique},
    record::MeetingRole,
};

/// How far behind the last companion its own day and place may stand, in words.
const WINDOW: usize = 12;

/// Of so many who were met one may be told without an office of their own.
const LIST: usize = 4;

/// One encounter, or one for each companion where the words say that they were met apart.
pub fn split(scene: &Scene<'_>, encounter: Encounter) -> Vec<Encounter> {
    let at = encounter.evidence[0];
    let doc = scene.doc(at.passage);
    let companions = companions(scene, doc, at, &encounter);
    let pivots: Vec<EntityId> = encounter.principals().filter(|id| !companions.iter().any(|c| c.who.contains(id))).collect();
    if companions.len() == 1 && pivots.len() > 1 && is_called_apart(scene, doc, at) {
        // "they made separate calls on X"
        let apart = |&id: &EntityId| Encounter {
            participants: [vec![(id, MeetingRole::Principal)], companions[0].who.iter().map(|&c| (c, MeetingRole::Principal)).collect()]
                .concat(),
            ..encounter.clone()
        };
        return pivots.iter().map(apart).collect();
    }
    if companions.len() < 2 || pivots.is_empty() {
        return vec![encounter];
    }
    let each = |c: &Companion| {
        let mut participants: Vec<_> = pivots.iter().map(|&id| (id, MeetingRole::Principal)).collect();
        participants.extend(c.who.iter().map(|&id| (id, MeetingRole::Principal)));
        Encounter { participants, ..encounter.clone() }
    };
    if let Some(groups) = by_own_time_or_place(scene, doc, at, &companions, &encounter) {
        return groups.into_iter().map(|(c, e)| Encounter { participants: each(&c).participants, ..e }).collect();
    }
    if pivots.len() == 1 && offices_apart(scene, doc, at, pivots[0], &companions) {
        return companions.iter().map(each).collect();
    }
    if let Some(groups) = with_each(scene, doc, at, &companions) {
        let all = |of: Vec<Companion>| each(&Companion { token: of[0].token, who: of.into_iter().flat_map(|c| c.who).collect() });
        return groups.into_iter().map(all).collect();
    }
    if says_apart(scene, doc, at) || companions.iter().skip(1).any(|c| is_next(scene, doc, c.token)) {
        return companions.iter().map(each).collect();
    }
    vec![encounter]
}

/// "met with X, as well as **with** Y and Z": those behind each "with" by themselves.
fn with_each(scene: &Scene<'_>, doc: &Doc, at: Spot, companions: &[Companion]) -> Option<Vec<Vec<Companion>>> {
    let with = |o: &Oblique| adpositions::has(&scene.frames.adpositions.with, doc.lemma(o.marker));
    let obliques: Vec<Oblique> = doc.obliques(at.token).into_iter().filter(with).collect();
    let mut markers: Vec<usize> = obliques.iter().map(|o| o.marker).collect();
    markers.dedup();
    // "with X **and** with Y", not "with X, together with Y"
    let joined = |&m: &usize| m.checked_sub(1).is_some_and(|b| doc.tokens[b].relation == Relation::Coordinator);
    if markers.len() < 2 || !doc.is_verbal(at.token) || !markers[1..].iter().all(joined) {
        return None;
    }
    let mut groups: Vec<Vec<Companion>> = vec![Vec::new(); markers.len()];
    for c in companions {
        let behind = markers.partition_point(|&m| m < c.token).checked_sub(1)?;
        groups[behind].push(c.clone());
    }
    groups.iter().all(|g| !g.is_empty()).then_some(groups)
}

/// Somebody met, with where it stands.
#[derive(Debug, Clone)]
struct Companion {
    token: usize,
    who: Vec<EntityId>,
}

/// Those who were met, one by one, in order: objects and those behind "with", also where the verb is left out before them. Who is met
/// by several is no companion but the pivot.
fn companions(scene: &Scene<'_>, doc: &Doc, at: Spot, e: &Encounter) -> Vec<Companion> {
    let mut tokens: Vec<usize> = Vec::new();
    let slots = companion_slots(scene, doc, at);
    for slot in &slots {
        tokens.extend(slots::heads(scene, at, slot).into_iter().flat_map(|token| scene.members(Spot { token, ..at })));
    }
    if doc.is_verbal(at.token) {
        tokens.extend(gapped(scene, doc, at));
    }
    // "held bilateral meetings **with X and Y**": hung, by the parser, on the verb that carries them
    if tokens.is_empty()
        && let Some(verb) = carrier::carrier(scene, doc, at.token).map(|c| c.verb)
    {
        let verb = Spot { token: verb, ..at };
        let with = scene.frames.adpositions.with.iter().flat_map(|slot| slots::heads(scene, verb, slot));
        tokens.extend(with.flat_map(|token| scene.members(Spot { token, ..at })));
    }
    tokens.sort_unstable();
    tokens.dedup();
    let single = |token: usize| Companion { token, who: scene.party(Spot { token, ..at }) };
    let mut found: Vec<Companion> = Vec::new();
    for mut c in tokens.iter().copied().map(single) {
        // "the deputy prime minister and trade minister X": one who holds two offices is one
        c.who.retain(|id| !found.iter().any(|f| f.who.contains(id)));
        if !c.who.is_empty() {
            found.push(c);
        }
    }
    // "bilateral meetings with her counterparts **from Peru and Chile**": those whom the group's sides stand for
    if let ([], &[token]) = (found.as_slice(), tokens.as_slice())
        && doc.is_plural(token)
        && says_apart(scene, doc, at)
    {
        let sides = scene.parties(Spot { token, ..at }).into_iter().filter(|&id| e.includes(id));
        return sides.map(|id| Companion { token, who: vec![id] }).collect();
    }
    // "her **Peruvian and Chilean** counterparts": those of either, and no third group
    if let [Companion { token, who }] = found.as_slice()
        && !who.iter().all(|&id| e.includes(id))
    {
        let either = scene.parties(Spot { token: *token, ..at }).into_iter().filter(|&id| e.includes(id));
        found = either.map(|id| Companion { token: *token, who: vec![id] }).collect();
    }
    let several = |one: &Companion| doc.is_plural(one.token) && says_apart(scene, doc, at);
    if let [one] = found.as_slice()
        && one.who.len() > 1
        && (doc.is_passive(at.token) || several(one))
    {
        // "both men were received by X", "bilateral meetings with her counterparts from Peru and Chile"
        found = one.who.iter().map(|&id| Companion { token: one.token, who: vec![id] }).collect();
    }
    if found.len() == 1 {
        // "X and Y met separately with Z"
        let subjects: Vec<Companion> = slots::fill(&scene.frames.adpositions, doc, at.token, &Slot::Subject)
            .into_iter()
            .flat_map(|t| doc.conjuncts_from(t))
            .map(single)
            .filter(|c| !c.who.is_empty())
            .collect();
        if subjects.len() > 1 && subjects.iter().all(|c| c.who.iter().all(|&id| e.includes(id))) {
            return subjects;
        }
    }
    found
}

/// Where those stand who were met: what the frame calls sides, but for who meets them.
fn companion_slots(scene: &Scene<'_>, doc: &Doc, at: Spot) -> Vec<Slot> {
    let adpositions = &scene.frames.adpositions;
    let sides =
        if doc.stands_as_noun(at.token) { noun::frame(scene, at).map(|f| &f.sides) } else { verb::frame(scene, at).map(|f| &f.sides) };
    let met = |slot: &&Slot| match slot {
        Slot::Object => true,
        Slot::Behind(_) => !adpositions.of_all.contains(slot) && !adpositions.from.contains(slot),
        _ => false,
    };
    let mut slots: Vec<Slot> = sides.into_iter().flatten().filter(met).cloned().collect();
    slots.extend(adpositions.with.iter().filter(|w| !slots.contains(w)).cloned().collect::<Vec<_>>());
    slots
}

/// Those whom the parser coordinates with a day or a place: "met X on Monday and **Y** on Tuesday", and what follows "then".
fn gapped(scene: &Scene<'_>, doc: &Doc, at: Spot) -> Vec<usize> {
    let party =
        |&t: &usize| t > at.token && !scene.party(Spot { token: t, ..at }).is_empty() && place::named(scene, at.passage, doc, t).is_none();
    let coordinated = doc.obliques(at.token).into_iter().flat_map(|o| doc.conjuncts_from(o.noun).into_iter().skip(1).collect::<Vec<_>>());
    let loose = doc.children_by(at.token, Relation::NounAdverbial).filter(|&t| is_next(scene, doc, t));
    // "met X on Monday and **Y** on Tuesday": coordinated, by the parser, with the verb
    let beside = doc.children_by(at.token, Relation::Conjunct).filter(|&t| doc.tokens[t].pos.is_nominal());
    coordinated.chain(loose).chain(beside).filter(party).collect()
}

/// "met President A, Prime Minister B and UN envoy C": a guest is met by each who holds an office of his own, where no word says that they
/// sat together.
fn offices_apart(scene: &Scene<'_>, doc: &Doc, at: Spot, pivot: EntityId, companions: &[Companion]) -> bool {
    let together = &scene.frames.meetings.apart.together;
    let says_together = |t: usize| doc.children(t).any(|c| together.contains(&doc.word(c).to_lowercase()));
    // "a meeting with A and B" is one, and so is a call
    let apart = if doc.is_verbal(at.token) { verb::frame(scene, at).is_some_and(|f| f.one_by_one) } else { doc.is_plural(at.token) };
    if !apart || says_together(at.token) {
        return false;
    }
    // several of one side who met somebody sat there together
    let behind = companions.iter().all(|c| c.token > at.token);
    let country = |id: EntityId| scene.entities.get(id).country.as_deref();
    let others = || companions.iter().flat_map(|c| &c.who);
    let governing = || companions.iter().all(|c| governs(scene, c));
    let one_state = || others().all(|&id| country(id).is_some() && country(id) == country(companions[0].who[0]));
    let at_home = country(pivot).is_some_and(|own| others().any(|&id| country(id) == Some(own)));
    let guest = !at_home && (country(pivot).is_some() || governing());
    behind
        && guest
        // of a long list the words of one or two may be read amiss
        && companions.iter().filter(|c| !has_own_office(scene, doc, Spot { token: c.token, ..at }, c)).count() * LIST <= companions.len()
        && (companions.len() > 2 || governing() || one_state() && companions.iter().any(|c| governs(scene, c)))
}

/// A minister, a president: one who receives guests for a state.
fn governs(scene: &Scene<'_>, c: &Companion) -> bool {
    let heads = &scene.frames.meetings.apart.heads;
    let office = |title: &str| title.split([' ', '-']).any(|w| heads.contains(&w.to_lowercase()));
    c.who.iter().all(|&id| scene.entities.get(id).roles.iter().any(|r| !r.former && office(&r.title)))
}

/// True for one who is told with an office that is nobody else's: not "**his** deputy B", "Senators **A and B**", "**former** envoy B".
fn has_own_office(scene: &Scene<'_>, doc: &Doc, at: Spot, c: &Companion) -> bool {
    let &[id] = c.who.as_slice() else { return false };
    let Some(mention) = scene.entities.mention_at(at.passage, at.token).filter(|m| m.introduced) else { return false };
    let words = doc.words(mention.tokens);
    // "Minister of Trade Ana Ruiz", of whom "Minister of Trade and Mines" is told elsewhere
    let entity = scene.entities.get(id);
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    let front = names.filter_map(|name| words.strip_suffix(name.as_str())).map(str::trim).find(|front| !front.is_empty());
    let told_here = entity.roles.iter().any(|r| !r.former && (words.contains(&r.title) || front.is_some_and(|f| r.title.contains(f))));
    let first = mention.tokens.start.saturating_sub(1);
    let tied = (first..mention.tokens.end).any(|t| doc.tokens[t].relation == Relation::Possessor && doc.tokens[t].pos == Pos::Pron);
    told_here && !tied
}

/// "**then** Y"
fn is_next(scene: &Scene<'_>, doc: &Doc, token: usize) -> bool {
    let next = &scene.frames.meetings.apart.next;
    doc.children(token).any(|c| c < token && next.contains(&doc.word(c).to_lowercase()))
}

/// "**separate** calls"
fn is_called_apart(scene: &Scene<'_>, doc: &Doc, at: Spot) -> bool {
    doc.modifiers(at.token).any(|m| scene.frames.meetings.apart.words.contains(&doc.word(m).to_lowercase())) && doc.is_plural(at.token)
}

/// A word at the trigger or its verb says that each was met apart; so does the plural: "meetings with X and Y".
fn says_apart(scene: &Scene<'_>, doc: &Doc, at: Spot) -> bool {
    let apart = &scene.frames.meetings.apart;
    if doc.children(at.token).any(|c| apart.together.contains(&doc.word(c).to_lowercase())) {
        return false;
    }
    let near =
        doc.children(at.token).chain(doc.governing_verb(at.token).into_iter().flat_map(|v| doc.children_by(v, Relation::AdverbModifier)));
    let plural = !doc.is_verbal(at.token) && doc.is_plural(at.token) && apart.plural.contains(doc.lemma(at.token));
    // "spoke with X and Y in **separate** conversations"
    let inside = |o: &Oblique| adpositions::has(&scene.frames.adpositions.inside, doc.lemma(o.marker));
    let how = doc.obliques(at.token).into_iter().filter(inside).map(|o| o.noun).filter(|&n| doc.is_verbal(at.token) && doc.is_plural(n));
    let how = how.filter(|&n| noun::frame(scene, Spot { token: n, ..at }).is_some()).flat_map(|n| doc.modifiers(n));
    plural || near.chain(how).any(|c| apart.words.contains(&doc.word(c).to_lowercase()))
}

/// Groups of companions each of which has a day or a place of its own.
fn by_own_time_or_place(
    scene: &Scene<'_>,
    doc: &Doc,
    at: Spot,
    companions: &[Companion],
    e: &Encounter,
) -> Option<Vec<(Companion, Encounter)>> {
    let sentence = doc.sentence_of(at.token);
    let mut groups: Vec<(Companion, Encounter)> = Vec::new();
    let mut waiting: Vec<EntityId> = Vec::new();
    for (i, c) in companions.iter().enumerate() {
        let named = scene.entities.mention_at(at.passage, c.token).map_or(c.token, |m| m.tokens.end);
        let end = companions.get(i + 1).map_or(sentence.end.min(named + WINDOW), |n| n.token);
        waiting.extend(&c.who);
        let date = when::between(scene, at.passage, c.token..end, e.outcome);
        let place = (c.token + 1..end).find_map(|t| place::marked(scene, at.passage, doc, t));
        if date.is_none() && place.is_none() {
            continue;
        }
        let own = Encounter { date: date.or_else(|| e.date.clone()), place: place.or_else(|| e.place.clone()), ..e.clone() };
        groups.push((Companion { token: c.token, who: std::mem::take(&mut waiting) }, own));
    }
    (groups.len() > 1 && waiting.is_empty()).then_some(groups)
}
