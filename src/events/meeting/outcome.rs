//! What became of an encounter that a noun tells of: by the verbs that carry it, by words at it, by negation.

use super::carrier::{self, Carried, Role};
use crate::{
    events::{
        scene::{Scene, Spot},
        status::{Outcome, Status},
    },
    language::{Doc, Relation, grammar::Tense},
};

/// What became of it; none where the words tell of nothing that happened or may happen.
pub fn of(scene: &Scene<'_>, at: Spot, carried: Option<Carried>, clauses: &[Carried]) -> Option<Status> {
    let (doc, noun) = (scene.doc(at.passage), at.token);
    let frames = &scene.frames.meetings;
    let near = at_noun(scene, doc, noun, clauses);
    let mut status = match carried {
        Some(Carried { verb, role: Role::Object }) => by_object(scene, doc, verb)?,
        Some(Carried { verb, role: Role::Asked }) => by_asking(scene, doc, verb)?,
        Some(Carried { verb, role: Role::Happening }) => by_happening(scene, doc, verb)?,
        Some(Carried { verb, role: Role::Framing }) => by_framing(scene, at, verb),
        None => Status { outcome: Outcome::Happened, sureness: 0.9 },
    };
    let holds = matches!(carried, Some(Carried { role: Role::Object, verb }) if frames.carriers.hold.contains(doc.lemma(verb)));
    match (near, status.outcome) {
        // what was planned and did not take place was called off
        (Some(Outcome::Planned), Outcome::Denied) => status.outcome = Outcome::Cancelled,
        (Some(outcome), Outcome::Happened | Outcome::Ongoing) if !holds => status.outcome = outcome,
        (Some(outcome @ (Outcome::Cancelled | Outcome::Ongoing)), Outcome::Happened) => status.outcome = outcome,
        _ => {}
    }
    // "requested a meeting, which **took place** on Monday"
    let took_place = |c: &Carried| {
        let key = carrier::key(scene, doc, c.verb);
        (frames.carriers.happen.contains(&*key) || frames.carriers.hold.contains(&*key))
            && doc.clause(c.verb).tense == Tense::Past
            && scene.frames.status.of_verb(doc, c.verb).is_some_and(|s| s.outcome == Outcome::Happened)
    };
    if matches!(status.outcome, Outcome::Planned | Outcome::Proposed) && clauses.iter().any(took_place) {
        status.outcome = Outcome::Happened;
    }
    if doc.is_denied(noun) {
        status.outcome = Outcome::Denied;
    }
    Some(status)
}

/// True where a word at the noun tells of the encounter's status: "upcoming", "no".
pub fn tells(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    by_word(scene, doc, t).is_some() || doc.tokens[t].relation == Relation::Negation || doc.tokens[t].morph.negative
}

fn by_word(scene: &Scene<'_>, doc: &Doc, t: usize) -> Option<Outcome> {
    if t > 0 && doc.word(t - 1) == "-" {
        // "three-way talks" are not under way
        return None;
    }
    let word = doc.word(t).to_lowercase();
    let words = &scene.frames.meetings.status_words;
    [
        (&words.cancelled, Outcome::Cancelled),
        (&words.proposed, Outcome::Proposed),
        (&words.planned, Outcome::Planned),
        (&words.ongoing, Outcome::Ongoing),
    ]
    .into_iter()
    .find(|(set, _)| set.contains(&word))
    .map(|(_, outcome)| outcome)
}

/// By a word before the noun or a clause behind it: "a **planned** meeting", "talks **scheduled** for Tuesday".
fn at_noun(scene: &Scene<'_>, doc: &Doc, noun: usize, clauses: &[Carried]) -> Option<Outcome> {
    doc.modifiers(noun).find_map(|m| by_word(scene, doc, m)).or_else(|| {
        let carriers = &scene.frames.meetings.carriers;
        clauses.iter().find_map(|c| {
            let key = carrier::key(scene, doc, c.verb);
            if carriers.cancel.contains(&*key) {
                Some(Outcome::Cancelled)
            } else if carriers.plan.contains(&*key) {
                Some(Outcome::Planned)
            } else if carriers.propose.contains(&*key) {
                Some(Outcome::Proposed)
            } else {
                scene.frames.status.of_verb(doc, c.verb).map(|s| s.outcome).filter(|o| *o != Outcome::Happened)
            }
        })
    })
}

fn by_object(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<Status> {
    let of_verb = scene.frames.status.of_verb(doc, verb)?;
    let carriers = &scene.frames.meetings.carriers;
    let key = carrier::key(scene, doc, verb);
    let outcome = if carriers.cancel.contains(&*key) {
        Outcome::Cancelled
    } else if carriers.refuse.contains(&*key) {
        Outcome::Refused
    } else if carriers.deny.contains(&*key) {
        Outcome::Denied
    } else if carriers.contain.contains(&*key)
        || carriers.hold.contains(&*key)
        || carriers.hold_some.contains_key(&*key)
        || carriers.host.contains(&*key) && !carriers.plan.contains(&*key)
    {
        // "a visit that **includes** talks with X": still to come
        let listed = carriers.contain.contains(&*key) && carrier::of_deed(scene, doc, verb).is_some();
        let clause = doc.clause(verb);
        let coming = listed && clause.tense == Tense::Present && of_verb.outcome == Outcome::Happened;
        if coming { Outcome::Planned } else { of_verb.outcome }
    } else if carriers.propose.contains(&*key) {
        Outcome::Proposed
    } else if of_verb.outcome == Outcome::Denied {
        Outcome::Denied
    } else {
        Outcome::Planned
    };
    Some(Status { outcome, ..of_verb })
}

/// "turned down a request for talks", "accepted an invitation to talks"
fn by_asking(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<Status> {
    let of_object = by_object(scene, doc, verb)?;
    let decided = matches!(of_object.outcome, Outcome::Refused | Outcome::Cancelled | Outcome::Denied);
    let accepts = scene.frames.meetings.carriers.plan.contains(&*carrier::key(scene, doc, verb));
    Some(if decided || accepts { of_object } else { Status { outcome: Outcome::Proposed, sureness: 0.8 } })
}

fn by_happening(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<Status> {
    let of_verb = scene.frames.status.of_verb(doc, verb)?;
    let carriers = &scene.frames.meetings.carriers;
    let key = carrier::key(scene, doc, verb);
    if carriers.fail.contains(&*key) {
        return Some(Status { outcome: Outcome::Cancelled, ..of_verb });
    }
    // "their meeting **is not an endorsement**", "was not **political**": what it is not, it was all the same
    let is_something = |c: usize| match doc.tokens[c].relation {
        Relation::Attribute => doc.tokens[c].pos.is_nominal(),
        Relation::AdjectiveComplement => {
            let told = doc.clause(verb).tense == Tense::Past;
            told && scene.frames.status.says(doc, c).is_none() && by_word(scene, doc, c).is_none()
        }
        _ => false,
    };
    if carriers.exist.contains(&*key) && doc.children(verb).any(is_something) && doc.own_subject(verb).is_some() {
        return Some(Status { outcome: if of_verb.outcome == Outcome::Denied { Outcome::Happened } else { of_verb.outcome }, ..of_verb });
    }
    // "are under way"
    let goes_on = || {
        doc.children(verb).chain(doc.obliques(verb).into_iter().map(|o| o.noun)).any(|c| by_word(scene, doc, c) == Some(Outcome::Ongoing))
    };
    if of_verb.outcome == Outcome::Happened && carriers.exist.contains(&*key) && goes_on() {
        return Some(Status { outcome: Outcome::Ongoing, ..of_verb });
    }
    let says = (!carriers.happen.contains(&*key)).then(|| scene.frames.status.says(doc, verb)).flatten().filter(|_| doc.is_passive(verb));
    Some(Status { outcome: says.unwrap_or(of_verb.outcome), ..of_verb })
}

fn by_framing(scene: &Scene<'_>, at: Spot, verb: usize) -> Status {
    let (doc, noun) = (scene.doc(at.passage), at.token);
    let ahead = &scene.frames.meetings.framing.ahead;
    let marker_ahead = doc
        .governor(noun)
        .is_some_and(|p| ahead.contains(&doc.lemma(p).to_lowercase()) || doc.governor(p).is_some_and(|g| ahead.contains(doc.lemma(g))));
    let of_verb = scene.frames.status.of_verb(doc, verb).map(|s| s.outcome);
    // "was announced **after** talks"
    let over = doc.governor(noun).is_some_and(|p| scene.frames.meetings.framing.over.contains(&doc.lemma(p).to_lowercase()));
    // "is expected in Geneva for talks"
    // "a plan was announced **at** talks", but "Ana Ruiz is expected **at** talks"
    let inside = doc.governor(noun).is_some_and(|p| scene.frames.meetings.carriers.inside.contains(&doc.lemma(p).to_lowercase()));
    let done_there = |told: Outcome| {
        let who = || doc.subject(verb).map(|token| scene.parties(Spot { token, ..at })).unwrap_or_default();
        // "a decision **is expected** at a meeting": which is still to come
        let awaited = doc.clause(verb).tense == Tense::Present;
        inside && !awaited && (told != Outcome::Planned || who().is_empty())
    };
    let told = scene.frames.status.says(doc, verb).filter(|_| doc.is_passive(verb) && !over);
    let says = told.filter(|&told| !done_there(told)).or_else(|| {
        // "is due in Geneva for talks"
        doc.children_by(verb, Relation::AdjectiveComplement).find_map(|a| scene.frames.status.says(doc, a))
    });
    // "invited X **for** talks", not "asked X for help at a meeting"
    let aim = doc.governor(noun).is_some_and(|p| {
        let (framing, marker) = (&scene.frames.meetings.framing, doc.lemma(p).to_lowercase());
        framing.purpose.contains(&marker) || framing.toward.contains(&marker)
    });
    let carriers = &scene.frames.meetings.carriers;
    let key = carrier::key(scene, doc, verb);
    let asks = (aim && of_verb == Some(Outcome::Happened) && carriers.propose.contains(&*key) && !carriers.plan.contains(&*key))
        .then_some(Outcome::Proposed);
    match says.or(asks).or(of_verb) {
        Some(outcome @ (Outcome::Planned | Outcome::Proposed | Outcome::Cancelled)) => Status { outcome, sureness: 0.9 },
        _ if marker_ahead => Status { outcome: Outcome::Planned, sureness: 0.85 },
        _ => Status { outcome: Outcome::Happened, sureness: 0.9 },
    }
}
