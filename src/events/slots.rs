//! The slots of a frame: where in the tree a role stands.

use serde::Deserialize;

use super::{
    adpositions::Adpositions,
    roster,
    scene::{Scene, Spot},
};
use crate::{
    entities::{EntityId, EntityKind},
    language::{Doc, NameSpan, Pos, Relation},
};

/// Where a role stands, seen from its trigger.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Slot {
    /// Who does it, also as the agent of a passive.
    Subject,
    /// Who it is done to, also as the subject of a passive.
    Object,
    /// To whom something is given, without an adposition: "awarded **X** a contract".
    Recipient,
    /// The agent of a passive, where the active subject is no role.
    Agent,
    /// "**Raisi**'s meeting".
    Possessor,
    /// "the **Geneva**–**Bern** talks", "**Iranian** talks".
    Modifier,
    /// Behind an adposition.
    Behind(String),
}

impl From<String> for Slot {
    fn from(word: String) -> Self {
        match word.as_str() {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "recipient" => Self::Recipient,
            "agent" => Self::Agent,
            "possessor" => Self::Possessor,
            "modifier" => Self::Modifier,
            _ => Self::Behind(word),
        }
    }
}

/// The tokens that fill a slot of the trigger.
pub fn fill(adpositions: &Adpositions, doc: &Doc, trigger: usize, slot: &Slot) -> Vec<usize> {
    let passive = doc.is_verbal(trigger) && doc.is_passive(trigger);
    match slot {
        Slot::Subject if passive => doc.agent(trigger).into_iter().collect(),
        Slot::Subject => {
            let other = adpositions.object_that_does(doc, trigger).or_else(|| adpositions.decides(doc, trigger));
            other.or_else(|| doc.subject(trigger)).into_iter().collect()
        }
        Slot::Object if passive => doc.subject(trigger).into_iter().collect(),
        Slot::Object => {
            let own = doc.objects(trigger);
            if own.is_empty() { shared_agent(doc, trigger) } else { own }
        }
        Slot::Recipient => doc.children_by(trigger, Relation::IndirectObject).collect(),
        Slot::Agent => doc.agent(trigger).into_iter().collect(),
        Slot::Possessor => doc.possessor(trigger).into_iter().collect(),
        Slot::Modifier => modifiers(doc, trigger).into_iter().filter(|&t| !adpositions.only_helps(doc, t)).collect(),
        Slot::Behind(marker) => {
            let mut own = behind(doc, trigger, marker);
            // "called **on** and was received by X"
            if own.is_empty() && doc.particle(trigger).is_some_and(|p| doc.lemma(p).eq_ignore_ascii_case(marker)) {
                own = shared_agent(doc, trigger);
            }
            // "call **on** and host meals for X": nothing of its own behind it
            let bare = |m: &usize| *m > trigger && doc.lemma(*m).eq_ignore_ascii_case(marker) && doc.children(*m).next().is_none();
            if own.is_empty() && doc.children(trigger).filter(bare).any(|m| doc.tokens.get(m + 1).is_some_and(|t| t.pos == Pos::Cconj)) {
                own = shared_object(adpositions, doc, trigger);
            }
            if !own.is_empty() || !adpositions.brings_side(slot) {
                return own;
            }
            let deeper = one_deeper(doc, trigger, marker);
            if deeper.is_empty() && adpositions.sets_between(marker) { behind_its_verb(doc, trigger, marker) } else { deeper }
        }
    }
}

/// The tokens that fill any of these slots.
pub fn fill_all(adpositions: &Adpositions, doc: &Doc, trigger: usize, slots: &[Slot]) -> Vec<usize> {
    slots.iter().flat_map(|slot| fill(adpositions, doc, trigger, slot)).collect()
}

/// "met and was received **by X**": whoever did the second was met.
fn shared_agent(doc: &Doc, trigger: usize) -> Vec<usize> {
    let alone = doc.obliques(trigger).is_empty();
    second_verb(doc, trigger).filter(|&v| alone && doc.is_passive(v)).and_then(|v| doc.agent(v)).into_iter().collect()
}

/// "called on and met **X**", "will call on and host meals **for X**": whom the second verb has is the first one's too.
fn shared_object(adpositions: &Adpositions, doc: &Doc, trigger: usize) -> Vec<usize> {
    let Some(second) = second_verb(doc, trigger).filter(|&v| !doc.is_passive(v)) else { return Vec::new() };
    let beside = |o: &crate::language::grammar::Oblique| {
        [&adpositions.with, &adpositions.of_goods].iter().any(|slots| super::adpositions::has(slots, doc.lemma(o.marker)))
    };
    let of = |n: usize| doc.obliques(n).into_iter().filter(beside).map(|o| o.noun).collect::<Vec<_>>();
    let objects = doc.objects(second);
    let behind: Vec<usize> = of(second).into_iter().chain(objects.iter().flat_map(|&o| of(o))).collect();
    if behind.is_empty() { objects } else { behind }
}

fn second_verb(doc: &Doc, trigger: usize) -> Option<usize> {
    doc.children_by(trigger, Relation::Conjunct).find(|&c| doc.is_verbal(c) && doc.own_subject(c).is_none())
}

fn behind(doc: &Doc, trigger: usize, marker: &str) -> Vec<usize> {
    doc.obliques(trigger).into_iter().filter(|o| doc.lemma(o.marker).eq_ignore_ascii_case(marker)).map(|o| o.noun).collect()
}

/// How many words lie between two nouns that share what stands behind the second.
const NEAR: usize = 40;

/// What brings a side is hung, by the parser, on a noun between: "talks in Madrid **between** X and Y", "spoke by phone **with** X".
fn one_deeper(doc: &Doc, trigger: usize, marker: &str) -> Vec<usize> {
    // "a deal similar to **one** between X and Y" is another
    // and what is called by a name holds what stands behind it: "spoke on Breakfast with X"
    let named = |t: usize| doc.is_verbal(trigger) && doc.tokens[t].pos == Pos::Propn;
    let stands_for_another = |t: usize| matches!(doc.tokens[t].pos, Pos::Num | Pos::Pron | Pos::Det) || named(t);
    // "after her meeting with X, she **met** Y": what stands before the verb brings nobody to it
    let behind_it = |n: usize| !doc.is_verbal(trigger) || n > trigger;
    let nouns = doc.obliques(trigger).into_iter().map(|o| o.noun);
    let mut between: Vec<usize> = nouns.filter(|&n| behind_it(n) && !doc.is_verbal(n) && !stands_for_another(n)).collect();
    // "a discussion on the backlog of cases **with X**"
    if !doc.is_verbal(trigger) {
        let inner: Vec<usize> =
            between.iter().filter(|&&n| doc.tokens[n].pos == Pos::Noun).flat_map(|&n| doc.obliques(n)).map(|o| o.noun).collect();
        between.extend(inner.into_iter().filter(|&n| doc.tokens[n].pos == Pos::Noun));
    }
    between.extend(doc.agent(trigger));
    if doc.is_verbal(trigger) {
        between.extend(doc.objects(trigger));
    }
    // "the agreement and the end of the talks **between** X and Y"
    // not "talks with X, a crisis in Y and tensions **between** Z and W": each of a list has its own
    let listed = |c: usize| c > trigger + NEAR || (trigger..c).any(|t| doc.word(t) == ",");
    for beside in doc.children_by(trigger, Relation::Conjunct).filter(|&c| doc.tokens[c].pos == Pos::Noun && !doc.is_verbal(trigger)) {
        if listed(beside) {
            continue;
        }
        between.push(beside);
        between.extend(doc.obliques(beside).into_iter().map(|o| o.noun).filter(|&n| doc.tokens[n].pos == Pos::Noun));
    }
    let mut found: Vec<usize> = between.into_iter().flat_map(|noun| behind(doc, noun, marker)).collect();
    // "discussed matters **including** trade **with X**", with somebody: trade with a state is what they discussed
    if found.is_empty() && doc.is_verbal(trigger) {
        let listed = doc.objects(trigger).into_iter().flat_map(|o| doc.obliques(o)).filter(|o| doc.tokens[o.marker].pos == Pos::Verb);
        let listed = listed.flat_map(|o| doc.conjuncts_from(o.noun)).flat_map(|n| behind(doc, n, marker));
        found.extend(listed.filter(|&n| doc.name_at(n).is_some_and(NameSpan::is_person)));
    }
    found
}

/// "welcomed the pact on trade **between X and Y**": hung, by the parser, on the verb that the noun is object of.
fn behind_its_verb(doc: &Doc, noun: usize, marker: &str) -> Vec<usize> {
    let verb = doc.governor(noun).filter(|_| doc.tokens[noun].relation == Relation::Object && !doc.is_verbal(noun));
    let behind = verb.map(|v| doc.obliques(v)).unwrap_or_default();
    behind.into_iter().filter(|o| o.marker > noun && doc.lemma(o.marker).eq_ignore_ascii_case(marker)).map(|o| o.noun).collect()
}

/// All tokens of names before a noun: "US-China trade talks" hangs them on each other in many ways.
fn modifiers(doc: &Doc, noun: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for c in doc.children(noun).filter(|&c| c < noun) {
        if matches!(doc.tokens[c].relation, Relation::Compound | Relation::AdjectiveModifier | Relation::NounAdverbial) {
            // "the union's council meeting": who has the council is not who meets
            let others = |t: usize| {
                std::iter::successors(Some(t), |&g| doc.governor(g))
                    .take_while(|&g| g != noun)
                    .any(|g| doc.tokens[g].relation == Relation::Possessor && g != c)
            };
            found.extend(doc.subtree(c).range().filter(|&t| !matches!(doc.tokens[t].relation, Relation::Punctuation) && !others(t)));
        }
    }
    found
}

/// Who fills the slots of a trigger, in order, without repetition.
pub fn parties(scene: &Scene<'_>, at: Spot, slots: &[Slot]) -> Vec<EntityId> {
    filled(scene, at, slots, |spot| scene.parties(spot))
}

/// The same, with those whom only a word for several stands for: "they", "the pair".
pub fn sides(scene: &Scene<'_>, at: Spot, slots: &[Slot]) -> Vec<EntityId> {
    filled(scene, at, slots, |spot| scene.sides(spot))
}

fn filled(scene: &Scene<'_>, at: Spot, slots: &[Slot], all: impl Fn(Spot) -> Vec<EntityId>) -> Vec<EntityId> {
    let mut found = Vec::new();
    for slot in slots {
        let own = |token: usize| if *slot == Slot::Modifier { scene.party(Spot { token, ..at }) } else { all(Spot { token, ..at }) };
        for id in heads(scene, at, slot).into_iter().flat_map(own) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

/// The nouns that fill a slot, or somebody in office beside the words where the tree has nobody there.
pub fn heads(scene: &Scene<'_>, at: Spot, slot: &Slot) -> Vec<usize> {
    let mut found = fill(&scene.frames.adpositions, scene.doc(at.passage), at.token, slot);
    if *slot == Slot::Subject {
        found = found.into_iter().map(|token| people_of(scene, at, token)).collect();
    }
    let nobody = || found.iter().all(|&token| scene.parties(Spot { token, ..at }).is_empty());
    match beside(scene, at, slot).filter(|_| nobody()) {
        Some(token) => vec![token],
        None => found,
    }
}

/// "**people** outside the government **who** met X": no government is "who".
fn people_of(scene: &Scene<'_>, at: Spot, subject: usize) -> usize {
    let doc = scene.doc(at.passage);
    let who = |t: usize| t != subject && scene.frames.meetings.carriers.persons.contains(&doc.word(t).to_lowercase());
    let state = |&id: &EntityId| scene.entities.get(id).kind == EntityKind::State;
    let of = |p: usize| doc.governor(p).filter(|&n| doc.tokens[p].relation == Relation::Preposition && doc.tokens[n].pos == Pos::Noun);
    let above = doc.governor(subject).filter(|_| doc.tokens[subject].relation == Relation::PrepositionObject).and_then(of);
    let government = scene.frames.ties.around.state_itself.contains(&doc.lemma(subject).to_lowercase());
    let described = government && scene.entities.mention_at(at.passage, subject).is_some_and(|m| m.refers.iter().all(state));
    let people = || doc.is_verbal(at.token) && described && doc.own_subject(at.token).is_some_and(who);
    // "ministers **of** the government, who met X": those speak for it
    let its_own = |n: usize| scene.frames.adpositions.of(doc, n) == Some(subject);
    above.filter(|&n| people() && !its_own(n)).unwrap_or(subject)
}

/// Somebody in office right before or behind the words, where the tree fills the slot with nobody.
fn beside(scene: &Scene<'_>, at: Spot, slot: &Slot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    match slot {
        Slot::Subject => name_before(scene, at),
        Slot::Object if doc.is_verbal(at.token) && !doc.is_passive(at.token) => name_behind(scene, at.passage, at.token),
        Slot::Behind(marker) => {
            let word = doc.children_by(at.token, Relation::Preposition).find(|&p| doc.lemma(p).eq_ignore_ascii_case(marker))?;
            name_behind(scene, at.passage, word)
        }
        _ => None,
    }
}

/// "met **Secretary of the Workers' Party (WP) City Committee Ana Ruiz**"
fn name_behind(scene: &Scene<'_>, passage: usize, token: usize) -> Option<usize> {
    let next = scene.entities.name_from(passage, token + 1)?;
    (next.tokens.start == token + 1 && next.introduced && roster::is_listed(scene.doc(passage), next, None)).then_some(next.head)
}

/// "Member of the Assembly, Director of the Office and Minister of Trade **Ana Ruiz** will visit": whom the tree loses among the offices.
fn name_before(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let subject = doc.is_verbal(at.token).then(|| doc.own_subject(at.token)).flatten()?;
    let of_verb = |&t: &usize| doc.tokens[t].head == at.token && matches!(doc.tokens[t].pos, Pos::Aux | Pos::Adv);
    let last = (subject + 1..at.token).rev().find(|t| !of_verb(t))?;
    let name = scene.entities.mention_at(at.passage, last).filter(|m| m.introduced && m.tokens.end == last + 1)?;
    // the subject is one of the offices, and no "plane carrying" the one who holds them
    (!doc.is_passive(at.token) && name.tokens.holds(subject)).then_some(name.head)
}
