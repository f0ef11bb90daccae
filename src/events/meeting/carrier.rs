//! The verbs that a noun of meeting hangs on, and the clauses that hang on it: "held talks", "a summit hosted by X".

use crate::{
    events::{
        phrasal,
        scene::{Scene, Spot},
    },
    language::{Doc, Relation},
};

/// How a noun hangs on the verb that carries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// "held **talks**", "**talks** were held", "**talks** hosted by X"
    Object,
    /// "the **meeting** took place"
    Happening,
    /// "turned down a request for **talks**"
    Asked,
    /// "during the **meeting** he said"
    Framing,
}

/// A verb that carries a noun of meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// The verb.
    pub verb: usize,
    /// What the noun is to it.
    pub role: Role,
}

/// The verb that a noun hangs on, if any.
pub fn carrier(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<Carried> {
    let frames = &scene.frames.meetings;
    let mut at = measured(scene, doc, noun).unwrap_or(noun);
    while doc.tokens[at].relation == Relation::Conjunct && doc.governor(at).is_some_and(|g| doc.tokens[g].pos.is_nominal()) {
        at = doc.governor(at)?;
    }
    let governor = doc.governor(at)?;
    match doc.tokens[at].relation {
        Relation::Object | Relation::PassiveSubject
            if frames.carriers.takes(&key(scene, doc, governor)) || takes_some(scene, doc, governor, noun) =>
        {
            Some(Carried { verb: governor, role: Role::Object })
        }
        Relation::Object if of_deed(scene, doc, governor).is_some() => Some(Carried { verb: governor, role: Role::Object }),
        Relation::Subject if doc.is_verbal(governor) => Some(Carried { verb: governor, role: Role::Happening }),
        // "there was a meeting between X and Y"
        Relation::Attribute if frames.carriers.exist.contains(doc.lemma(governor)) && doc.own_subject(governor).is_none() => {
            Some(Carried { verb: governor, role: Role::Happening })
        }
        Relation::PrepositionObject => {
            let outer = outermost(scene, doc, governor);
            // "**on the occasion of** the talks"
            let occasion =
                |&n: &usize| frames.framing.occasions.contains(doc.lemma(n)) && doc.tokens[n].relation == Relation::PrepositionObject;
            let outer = doc.governor(outer).filter(occasion).and_then(|n| doc.governor(n)).unwrap_or(outer);
            let verb = doc.governor(outer)?;
            let marker = doc.word(outer).to_lowercase();
            if !doc.is_verbal(verb) && frames.carriers.asked.contains(doc.lemma(verb)) {
                let verb = doc.governing_verb(verb)?;
                return Some(Carried { verb, role: Role::Asked });
            }
            if doc.is_verbal(verb) && takes_behind(scene, doc, verb, &marker) {
                // "engaged in talks", "called for a summit", "pulled out of a meeting"
                return Some(Carried { verb, role: Role::Object });
            }
            let verb = if doc.is_verbal(verb) { verb } else { doc.governing_verb(verb)? };
            frames.framing.markers.contains(&marker).then_some(Carried { verb, role: Role::Framing })
        }
        _ => None,
    }
}

/// "her **visit** will include a meeting with X": the deed that an encounter is part of.
pub fn of_deed(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<usize> {
    let frames = &scene.frames.meetings;
    let subject = doc.own_subject(verb).filter(|_| frames.carriers.contain.contains(doc.lemma(verb)) && !doc.is_passive(verb))?;
    let deed = doc.antecedent(subject).unwrap_or(subject);
    frames.framing.deeds.contains(&doc.lemma(deed).to_lowercase()).then_some(deed)
}

/// "made a **courtesy** call", "received a **call** from X"
fn takes_some(scene: &Scene<'_>, doc: &Doc, verb: usize, noun: usize) -> bool {
    let words = scene.frames.meetings.carriers.hold_some.get(doc.lemma(verb));
    let itself = || doc.lemma(noun).to_lowercase();
    words.is_some_and(|words| words.contains(&itself()) || doc.modifiers(noun).any(|m| words.contains(&doc.word(m).to_lowercase())))
}

/// "nine **hours** of talks", "a **day** of meetings": the noun that carries them by "of".
fn measured(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<usize> {
    scene.frames.adpositions.over_of(doc, noun).filter(|&m| scene.frames.meetings.carriers.measures.contains(doc.lemma(m)))
}

/// The clauses that modify a noun: "a summit **hosted** by X", "the session, which was **attended** by X", "talks **planned** for Monday".
pub fn clauses(scene: &Scene<'_>, at: Spot) -> Vec<Carried> {
    let (doc, noun, passage) = (scene.doc(at.passage), at.token, at.passage);
    let takes = |v: usize| {
        let passive = doc.is_passive(v);
        let carries = scene.frames.meetings.carriers.takes(&key(scene, doc, v));
        (carries && (passive || !doc.children_by(v, Relation::Object).any(|o| doc.antecedent(o).is_none())))
            .then_some(Carried { verb: v, role: Role::Object })
            // "a meeting, which **took place** in May"
            .or_else(|| {
                scene.frames.meetings.carriers.happen.contains(&*key(scene, doc, v)).then_some(Carried { verb: v, role: Role::Happening })
            })
    };
    let behind = noun + 1..doc.sentence_of(noun).end.min(noun + FAR);
    let hosts = behind.filter(|&v| hosted(scene, doc, v) == Some(noun)).map(|verb| Carried { verb, role: Role::Object });
    let own = doc.children(noun);
    // "a meeting with X, **which** was held in Y": hung, by the parser, on X
    let of_sides = doc
        .obliques(noun)
        .into_iter()
        .flat_map(|o| doc.conjuncts_from(o.noun))
        .flat_map(|n| doc.children_by(n, Relation::RelativeClause).collect::<Vec<_>>());
    // "the retreat in **May, which was held** in Y": hung, by the parser, on its day
    let of_day = (noun + 1..doc.sentence_of(noun).end.min(noun + DAY)).filter(|&n| {
        let dates = &scene.dates[passage];
        let upto = dates.partition_point(|d| d.tokens.start <= n);
        upto.checked_sub(1).is_some_and(|i| dates[i].tokens.holds(n) && dates[i].tokens.start <= noun + 2)
    });
    let of_sides = of_sides.chain(of_day.flat_map(|n| doc.children_by(n, Relation::RelativeClause).collect::<Vec<_>>()));
    let things = &scene.frames.meetings.carriers.things;
    let of_thing = of_sides.filter(|&c| doc.own_subject(c).is_some_and(|s| things.contains(&doc.word(s).to_lowercase())));
    own.chain(of_thing)
        .filter(|&c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause) && doc.is_verbal(c))
        // "told a meeting that she had agreed": what is told is no clause on the meeting
        .filter(|&c| doc.children_by(c, Relation::Marker).next().is_none())
        .filter_map(takes)
        .chain(hosts)
        .collect()
}

/// How many words behind an encounter its day ends.
const DAY: usize = 6;

/// How many words lie between a gathering and its hosts.
const FAR: usize = 40;

/// "a summit in Oslo with X and Y, **hosted** by Z": the gathering that a participle behind a comma tells the hosts of, whatever the
/// parser hangs it on.
pub fn hosted(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<usize> {
    let frames = &scene.frames.meetings;
    let hung = matches!(doc.tokens[verb].relation, Relation::NounClause | Relation::AdverbialClause);
    if !hung || !frames.carriers.host.contains(doc.lemma(verb)) || doc.agent(verb).is_none() || !doc.clause(verb).participle {
        return None;
    }
    let adverb = |&t: &usize| doc.tokens[t].head == verb && doc.tokens[t].relation == Relation::AdverbModifier;
    let from = doc.sentence_of(verb).start.max(verb.saturating_sub(FAR));
    let comma = (from..verb).rev().find(|t| !adverb(t)).filter(|&t| doc.word(t) == ",")?;
    let gathering = |&t: &usize| {
        let noun = doc.tokens[t].pos.is_nominal() && doc.tokens[t].relation != Relation::Compound;
        noun && frames.visits.gatherings.contains(&doc.lemma(t).to_lowercase())
    };
    (from..comma).rev().find(gathering)
}

/// The entry of the lists of carriers that fits a verb: "call off", "hold".
pub fn key<'d>(scene: &Scene<'_>, doc: &'d Doc, verb: usize) -> std::borrow::Cow<'d, str> {
    let carriers = &scene.frames.meetings.carriers;
    phrasal::entry(doc, verb, |phrase| carriers.takes(phrase) || carriers.fail.contains(phrase))
}

/// The first of several adpositions in a row: "**out** of a meeting", "**ahead** of a meeting".
fn outermost(scene: &Scene<'_>, doc: &Doc, adposition: usize) -> usize {
    let frames = |g: usize| {
        let adverb = doc.tokens[g].relation == Relation::AdverbModifier;
        adverb && scene.frames.meetings.framing.markers.contains(&doc.word(g).to_lowercase())
    };
    match doc.governor(adposition) {
        Some(g)
            if doc.tokens[adposition].relation == Relation::Preposition
                && (doc.tokens[g].relation == Relation::Preposition || frames(g)) =>
        {
            g
        }
        _ => adposition,
    }
}

fn takes_behind(scene: &Scene<'_>, doc: &Doc, verb: usize, marker: &str) -> bool {
    let carriers = &scene.frames.meetings.carriers;
    let lemma = doc.lemma(verb);
    // "joined X at a summit": X is a side too, and the noun only frames it
    let has_object = || !doc.is_passive(verb) && !doc.objects(verb).is_empty();
    let key = key(scene, doc, verb);
    // "broke off from the group **for** a meeting": which nobody called off
    let leaves_for = || carriers.cancel.contains(&*key) && scene.frames.meetings.framing.purpose.contains(marker);
    // "agreed **at** a meeting": where it was done, and no meeting that was agreed on; but "took part **in** a meeting"
    let done_there = || carriers.inside.contains(marker) && !carriers.hold.contains(&*key);
    carriers.takes(&format!("{lemma} {marker}"))
        || carriers.takes(&key) && carriers.adpositions.contains(marker) && !has_object() && !leaves_for() && !done_there()
}
