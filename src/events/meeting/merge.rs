//! Which mentions tell of one encounter.
//!
//! Two mentions are of one where their sides agree (the same people, or a state for those who speak for it), and neither outcome,
//! day nor place speaks against it. "The meeting" without sides belongs to the encounter told of last.

use super::{Encounter, Told, talk};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        status::Outcome,
    },
    gazetteer,
    language::{Pos, grammar::Tense},
    record::MeetingRole,
    time::Date,
};

/// How many events back a mention is compared: longer accounts are lists of other events.
const MOST: usize = 200;
/// The same for a word that not every encounter is called by: "the dinner".
const FAR: usize = 20;
/// How many encounters, and mentions of each, are asked by which word they were told.
const FEW: usize = 8;
/// How many passages back "the meeting" reaches.
const REACH: usize = 6;
/// How many passages behind an opening "the meeting" its sides are told.
const NEXT: usize = 1;

/// Joins mentions into encounters, in order of their first mention.
pub fn join(scene: &Scene<'_>, told: Vec<Told>) -> Vec<Encounter> {
    let mut encounters: Vec<Encounter> = Vec::new();
    let mut last: Option<(usize, Spot)> = None;
    // "**The meeting** on Monday was the first", told before who met
    let mut opening: Option<Encounter> = None;
    for t in told {
        match t {
            Told::Encounter(e) => {
                let at = e.evidence[0];
                let same = (0..encounters.len()).rev().take(MOST).find(|&i| are_one(scene, &encounters[i], &e));
                let index = match same {
                    Some(i) => {
                        absorb(scene, &mut encounters[i], e);
                        i
                    }
                    None => {
                        encounters.push(e);
                        encounters.len() - 1
                    }
                };
                if let Some(first) = opening.take().filter(|o| at.passage <= o.evidence[0].passage + NEXT) {
                    lend(scene, &mut encounters[index], first);
                }
                last = Some((index, at));
            }
            Told::Again(e) => {
                let at = e.evidence[0];
                let Some((index, seen)) = last else {
                    opening = opening.or_else(|| Some(e).filter(|_| refers_back(scene, at)));
                    continue;
                };
                let Some((index, _)) =
                    called_so(scene, &encounters, at).or(Some((index, seen)).filter(|_| at.passage <= seen.passage + REACH))
                else {
                    continue;
                };
                let known = &encounters[index];
                let sides: Vec<EntityId> = e.principals().collect();
                if !sides.iter().all(|&s| known.principals().any(|k| scene.same_side(k, s))) {
                    continue;
                }
                // "a new round of talks": the one that the headline announces
                let another = is_another(scene, &e, at);
                let announced = another && known.evidence.iter().all(|s| scene.is_headline(s.passage)) && may_be_one(scene, known, &e);
                if another && !announced || is_of_another_time(scene, known, &e, at) {
                    let participants = known.principals().map(|id| (id, MeetingRole::Principal)).collect();
                    let other = past_of_plan(scene, Encounter { participants, confidence: e.confidence * 0.8, ..e });
                    let same = (0..encounters.len()).rev().take(MOST).find(|&i| i != index && are_one(scene, &encounters[i], &other));
                    match same {
                        Some(i) => absorb(scene, &mut encounters[i], other),
                        None => encounters.push(other),
                    }
                    last = Some((same.unwrap_or(encounters.len() - 1), at));
                    continue;
                }
                if !(announced || refers_back(scene, at)) || !outcomes_agree(known.outcome, e.outcome) {
                    continue;
                }
                absorb(scene, &mut encounters[index], Encounter { participants: Vec::new(), ..e });
                last = Some((index, at));
            }
        }
    }
    drop_summaries(scene, &mut encounters);
    encounters.retain(|e| {
        let somebody = |id: EntityId| !is_bare_group(scene, id) || is_in_particular(scene, e, id);
        let told = e.participants.iter().filter(|(id, _)| somebody(*id)).count() >= 2 || e.participants.len() > 2;
        told && !e.participants.iter().all(|(id, _)| has_given_name_alone(scene, *id))
    });
    encounters
}

/// Gives an encounter the day and the place that were told before its sides.
fn lend(scene: &Scene<'_>, e: &mut Encounter, opening: Encounter) {
    if !may_be_one(scene, e, &opening) || opening.principals().next().is_some() {
        return;
    }
    if e.lacks_day() {
        e.date = opening.date.or(e.date.take());
    }
    if e.place.is_none() && !e.is_remote() {
        e.place = opening.place;
    }
}

/// "will sign what was announced at **their retreat in 2019**": what is dated before today has taken place.
fn past_of_plan(scene: &Scene<'_>, mut e: Encounter) -> Encounter {
    let over = e.date.as_ref().and_then(|d| d.value.as_ref()).and_then(Date::last).zip(scene.reference).is_some_and(|(d, today)| d < today);
    if over && e.outcome == Outcome::Planned {
        e.outcome = Outcome::Happened;
    }
    e
}

/// "held meetings with the leaders of X and Y": a sum of encounters that the text goes on to tell one by one is none of its own.
fn drop_summaries(scene: &Scene<'_>, encounters: &mut Vec<Encounter>) {
    let told_in_full = |i: usize| {
        let sum = &encounters[i];
        is_summary(scene, sum)
            && sum.principals().all(|p| {
                let part = |e: &Encounter| {
                    sum.principals().any(|q| e.includes(q)) && e.principals().any(|q| scene.same_side(q, p)) && !is_summary(scene, e)
                };
                encounters.iter().take(MOST).any(part)
            })
    };
    let mut keep: Vec<bool> = (0..encounters.len()).map(|i| !told_in_full(i)).collect();
    keep.reverse();
    encounters.retain(|_| keep.pop() == Some(true));
}

/// "meetings with X, Y and Z", told once.
fn is_summary(scene: &Scene<'_>, e: &Encounter) -> bool {
    let &[at] = e.evidence.as_slice() else { return false };
    let doc = scene.doc(at.passage);
    let plural = !doc.is_verbal(at.token) && doc.is_plural(at.token) && scene.frames.meetings.apart.plural.contains(doc.lemma(at.token));
    plural && e.principals().count() > 2
}

/// "Anna" and "Paul", of whom no office is told: people of a story, or of private life.
fn has_given_name_alone(scene: &Scene<'_>, id: EntityId) -> bool {
    let e = scene.entities.get(id);
    let in_office = e.roles.iter().any(|r| r.of.is_some() || r.country.is_some());
    e.kind == EntityKind::Person && !in_office && gazetteer::is_male(&e.name).is_some()
}

/// "members", "officials": people of whom nothing tells who they are.
pub fn is_bare_group(scene: &Scene<'_>, id: EntityId) -> bool {
    let e = scene.entities.get(id);
    let whose = || {
        let mention = e.mentions.first().and_then(|&m| scene.entities.mentions.get(m));
        mention.is_some_and(|m| scene.doc(m.passage).possessor(m.head).is_some())
    };
    let bare = || e.name.split_whitespace().rev().skip(1).all(|w| scene.is_vague(w));
    e.kind == EntityKind::Group && e.country.is_none() && bare() && !whose()
}

/// "met **lawmakers** on Monday": people of a calling, whom somebody in office met on a day or at a place that is told.
fn is_in_particular(scene: &Scene<'_>, e: &Encounter, id: EntityId) -> bool {
    let calling = scene.entities.get(id).name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let told = e.date.is_some() || e.place.is_some();
    // "militants met **Peruvian officials**"
    let of_state = |other: EntityId| {
        let other = scene.entities.get(other);
        matches!(other.kind, EntityKind::Group | EntityKind::State) && other.country.is_some()
    };
    let in_office = |other: EntityId| talk::in_office(scene, other) || of_state(other);
    told && scene.frames.meetings.vague.people.contains(&calling) && e.principals().any(in_office)
}

/// "the **dinner**", "the **call**": of those told of shortly before, the last one that was called so.
fn called_so(scene: &Scene<'_>, encounters: &[Encounter], at: Spot) -> Option<(usize, Spot)> {
    let lemma = |s: Spot| scene.doc(s.passage).lemma(s.token).to_lowercase();
    let word = lemma(at);
    let recent = encounters.iter().enumerate().rev().take(FEW);
    let spots = recent.flat_map(|(i, e)| e.evidence.iter().rev().take(FEW).map(move |s| (*s, i)));
    let reach = if scene.frames.meetings.again.generic.contains(&word) { REACH } else { FAR };
    spots.filter(|(s, _)| s.passage + reach >= at.passage && lemma(*s) == word).max().map(|(s, i)| (i, s))
}

/// "the meeting", "their talks", "it": not "a meeting", not "meetings".
fn refers_back(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let definite = doc.determiner(at.token).is_some_and(|d| scene.frames.meetings.again.words.contains(&doc.word(d).to_lowercase()));
    definite || doc.possessor(at.token).is_some()
}

/// "a **second** meeting fell through", "a **further** round is planned": of those spoken of last, but not the same encounter.
fn is_another(scene: &Scene<'_>, e: &Encounter, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let another = &scene.frames.meetings.another.words;
    let told = e.date.is_some() || !matches!(e.outcome, Outcome::Happened | Outcome::Ongoing);
    told && doc.children(at.token).any(|c| c < at.token && another.contains(&doc.word(c).to_lowercase()))
}

/// "their **August** meeting", "the retreat in 2019", said of those who have met, or are to meet, on another day.
fn is_of_another_time(scene: &Scene<'_>, known: &Encounter, e: &Encounter, at: Spot) -> bool {
    let lemma = |s: &Spot| scene.doc(s.passage).lemma(s.token).to_lowercase();
    let called = || known.evidence.iter().rev().take(FEW).any(|s| lemma(s) == lemma(&at));
    let doc = scene.doc(at.passage);
    let theirs = doc.possessor(at.token).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    // "talks held in Geneva in May": of another day and another place
    let elsewhere = || e.place.is_some() && known.place.is_some() && !places_agree(scene, known, e) && doc.is_plural(at.token);
    !days_agree(known, e) && (refers_back(scene, at) && (theirs || called()) || elsewhere())
}

fn are_one(scene: &Scene<'_>, a: &Encounter, b: &Encounter) -> bool {
    if is_summary(scene, a) != is_summary(scene, b) && a.participants.len() != b.participants.len() {
        return false;
    }
    let (pa, pb): (Vec<_>, Vec<_>) = (a.participants.iter().map(|p| p.0).collect(), b.participants.iter().map(|p| p.0).collect());
    let (few, many) = if pa.len() <= pb.len() { (&pa, &pb) } else { (&pb, &pa) };
    // among people of one country a side tells nobody apart
    let country = |&id: &EntityId| scene.entities.get(id).country.as_deref();
    let by_side = many.iter().any(|id| country(id).is_none() || country(id) != country(&many[0]));
    let mut taken = vec![false; many.len()];
    let mut shared = 0;
    for &p in few {
        let exact = (0..many.len()).find(|&i| !taken[i] && many[i] == p);
        let found = exact.or_else(|| (0..many.len()).find(|&i| !taken[i] && by_side && scene.same_side(many[i], p)));
        if let Some(i) = found {
            taken[i] = true;
            shared += 1;
        }
    }
    let sides_agree = shared >= 2 && (shared == few.len() || shared * 2 > few.len() + 1);
    sides_agree
        && (outcomes_agree(a.outcome, b.outcome) || is_shown(scene, a, b) || was_asked_for(scene, a, b))
        && days_agree(a, b)
        && places_agree(scene, a, b)
        && formats_agree(a, b)
}

/// True where neither outcome, day nor place speaks against two tellings being of one encounter.
pub fn may_be_one(scene: &Scene<'_>, a: &Encounter, b: &Encounter) -> bool {
    outcomes_agree(a.outcome, b.outcome) && days_agree(a, b) && places_agree(scene, a, b)
}

/// Held and ongoing are one kind of telling, planned, proposed and what became of the plan another.
fn outcomes_agree(a: Outcome, b: Outcome) -> bool {
    let told = |o| matches!(o, Outcome::Happened | Outcome::Ongoing);
    told(a) == told(b)
}

/// "will meet X later today", and below, "Meeting of A with X" under a picture: what was to come that day has taken place.
fn is_shown(scene: &Scene<'_>, planned: &Encounter, shown: &Encounter) -> bool {
    let caption = scene.is_caption(shown.evidence[0].passage);
    let day = planned.date.as_ref().and_then(|d| d.value.as_ref()).and_then(Date::first);
    let ahead = day.zip(scene.reference).is_some_and(|(day, today)| day > today);
    caption && planned.outcome == Outcome::Planned && shown.outcome == Outcome::Happened && !ahead
}

/// "met X. She had requested **the** meeting": the one that took place.
fn was_asked_for(scene: &Scene<'_>, held: &Encounter, asked: &Encounter) -> bool {
    let the = |at: Spot| {
        let doc = scene.doc(at.passage);
        let past = doc.governing_verb(at.token).is_some_and(|v| doc.clause(v).tense == Tense::Past && !doc.clause(v).infinitive);
        refers_back(scene, at) && doc.possessor(at.token).is_none() && doc.modifiers(at.token).next().is_none() && past
    };
    asked.outcome == Outcome::Proposed && held.outcome == Outcome::Happened && asked.evidence.first().is_some_and(|&at| the(at))
}

fn days_agree(a: &Encounter, b: &Encounter) -> bool {
    match (a.date.as_ref().and_then(|d| d.value.as_ref()), b.date.as_ref().and_then(|d| d.value.as_ref())) {
        (Some(x), Some(y)) => x.may_be_one(y),
        _ => true,
    }
}

/// A call is no dinner; but who "met" may have done so on a screen.
fn formats_agree(a: &Encounter, b: &Encounter) -> bool {
    !(a.format_told && b.format_told) || a.format == b.format
}

fn places_agree(scene: &Scene<'_>, a: &Encounter, b: &Encounter) -> bool {
    match (&a.place, &b.place) {
        (Some(x), Some(y)) => {
            x.country.is_none()
                || y.country.is_none()
                || x.country == y.country
                || scene.words(x.passage, x.tokens) == scene.words(y.passage, y.tokens)
        }
        _ => true,
    }
}

/// Adds what a further mention tells.
fn absorb(scene: &Scene<'_>, known: &mut Encounter, more: Encounter) {
    for (id, role) in more.participants {
        if known.includes(id) {
            continue;
        }
        // a person takes the place of the state that stood for it, and a state adds nothing to its person
        let twin = known.participants.iter().position(|(k, _)| scene.same_side(*k, id));
        match twin {
            Some(i) => {
                let general = |id: EntityId| {
                    let e = scene.entities.get(id);
                    u8::from(e.kind == EntityKind::State) * 2 + u8::from(e.kind == EntityKind::Group) + u8::from(e.nameless)
                };
                if general(id) < general(known.participants[i].0) {
                    known.participants[i] = (id, role);
                }
            }
            None => known.participants.push((id, if role == MeetingRole::Mediator { role } else { MeetingRole::Principal })),
        }
    }
    known.outcome = further(known.outcome, more.outcome);
    if known.format.is_none() || more.format_told && !known.format_told {
        known.format = more.format.or(known.format);
        known.format_told |= more.format_told;
    }
    known.date = match (known.date.take(), more.date) {
        (Some(a), Some(b)) => Some(if b.is_finer_than(&a) { b } else { a }),
        (a, b) => a.or(b),
    };
    known.place = known.place.take().or(more.place);
    for t in more.topics {
        if known.topics.len() < MOST && !known.topics.contains(&t) {
            known.topics.push(t);
        }
    }
    known.confidence = (1.0 - (1.0 - known.confidence) * (1.0 - more.confidence * 0.5)).min(0.99);
    for spot in more.evidence {
        // mentions come in the order of the text
        if known.evidence.last() != Some(&spot) {
            known.evidence.push(spot);
        }
    }
}

/// Of two tellings of one encounter, the one that says more of what became of it.
fn further(a: Outcome, b: Outcome) -> Outcome {
    let rank = |o| match o {
        Outcome::Happened => 6,
        Outcome::Ongoing => 5,
        Outcome::Cancelled => 4,
        Outcome::Refused => 3,
        Outcome::Denied => 2,
        Outcome::Planned => 1,
        Outcome::Proposed => 0,
    };
    if rank(b) > rank(a) { b } else { a }
}
