//! Instruments that are nobody's in particular, or none after all: what anybody has with anybody, makes ready, or offers to do.

use super::{organs::last_word_in, stage::Stage, taking};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots,
    },
    gazetteer::Gazetteer,
    language::{Doc, Relation},
    record::AgreementStatus,
};

/// "on the losing end of **deals** with richer nations": whichever they are, where no verb makes them.
pub fn is_of_any(scene: &Scene<'_>, at: Spot, parties: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let bare = || doc.is_plural(at.token) && doc.determiner(at.token).is_none() && doc.possessor(at.token).is_none();
    let counted = || doc.children_by(at.token, Relation::NumericModifier).next().is_some();
    let nobody = |&id: &EntityId| {
        let e = scene.entities.get(id);
        e.kind == EntityKind::Group && e.country.is_none() && !e.name.contains(char::is_uppercase)
    };
    parties.iter().any(nobody) && bare() && !counted()
}

/// "has deals with 22 countries": so many of them, and none in particular.
pub fn is_had_with_so_many(scene: &Scene<'_>, at: Spot, parties: &[EntityId]) -> bool {
    let doc = scene.doc(at.passage);
    let has = doc.governing_verb(at.token).is_some_and(|v| {
        let object = doc.tokens[at.token].relation == Relation::Object && doc.governor(at.token) == Some(v);
        object && scene.frames.agreements.having.contains(doc.lemma(v))
    });
    let counted = |&id: &EntityId| {
        let e = scene.entities.get(id);
        e.kind == EntityKind::Group && e.name.starts_with(|c: char| c.is_ascii_digit())
    };
    has && doc.is_plural(at.token) && parties.len() == 2 && parties.iter().any(counted)
}

/// "finalised **arrangements** for the feast": between nobody.
pub fn is_made_ready(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let prepared = doc.is_plural(at.token) && scene.frames.agreements.prepared.contains(&doc.lemma(at.token).to_lowercase());
    let sides = [scene.frames.adpositions.with.as_slice(), &scene.frames.adpositions.between].concat();
    let with = |token: usize| !slots::sides(scene, Spot { token, ..at }, &sides).is_empty();
    let readied = |v: usize| scene.frames.agreements.preparing.contains(doc.lemma(v)) && !with(v);
    // "Norway and Chile **finalised** arrangements", as headlines are parsed
    let before = doc.modifiers(at.token).find(|&m| scene.frames.agreements.preparing.contains(doc.lemma(m)));
    prepared && !with(at.token) && (before.is_some() || doc.governing_verb(at.token).is_some_and(readied))
}

/// "an offer **to extend** the talks", "a bid **to host** the games": of no sale.
pub fn is_to_do_something_else(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let aim = doc.children(noun).find(|&c| {
        let hung = matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause);
        hung && doc.is_verbal(c) && doc.clause(c).infinitive
    });
    aim.is_some_and(|v| !scene.frames.agreements.transactions.iter().any(|f| f.lemmas.contains(doc.lemma(v))) && doc.particle(v).is_none())
}

/// "a union of **mechanics** and **cleaners**": people of whom one word is all that is told come to terms with nobody.
pub fn is_between_callings(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    let calling = |&id: &EntityId| {
        let e = scene.entities.get(id);
        // not "the Republicans"
        let initials = |w: &str| w.strip_suffix('s').is_some_and(|w| w.len() > 1 && w.chars().all(char::is_uppercase));
        let lower = e.name.chars().all(char::is_lowercase) || initials(&e.name);
        // "the contracts that **unions** negotiate with **employers**"
        let body = e.kind == EntityKind::Organization && e.mentions.first().is_some_and(|&m| is_bare_plural(scene, m));
        (e.kind == EntityKind::Group || body) && e.country.is_none() && lower
    };
    parties.len() > 1 && parties.iter().all(calling)
}

/// "Newcastle reached an agreement with Lyon", "Valencia signed a contract with Ana Ruiz": two that only cities' names tell, or one and
/// somebody, may be clubs.
pub fn is_between_clubs(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    let kind = |id: EntityId| scene.entities.get(id).kind;
    let city = |id: EntityId| {
        let name = scene.entities.get(id).name.as_str();
        kind(id) == EntityKind::Place && Gazetteer::global().look_up(name).is_some_and(|e| e.city().is_some())
    };
    parties.iter().any(|&id| city(id)) && parties.iter().all(|&id| city(id) || kind(id) == EntityKind::Person)
}

/// "the premier and **her team** for making this deal", "Congress must use **its powers**": those whom the other side only has.
pub fn is_with_ones_own(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    let own = |id: EntityId, other: EntityId| {
        let e = scene.entities.get(id);
        let mention = e.mentions.first().and_then(|&m| scene.entities.mentions.get(m));
        let owner = mention.and_then(|m| Some((m.passage, scene.doc(m.passage).possessor(m.head)?)));
        // who is spoken of by "its" need not be told
        let theirs = |(passage, token): (usize, usize)| {
            let whose = scene.entities.mention_at(passage, token).map_or(&[][..], |m| &m.refers);
            whose.is_empty() || whose.iter().any(|&o| scene.same_side(o, other))
        };
        last_word_in(&e.name, &scene.frames.agreements.own_people) && owner.is_some_and(theirs)
    };
    matches!(*parties, [a, b] if own(a, b) || own(b, a))
}

/// "**discussed** efforts to reach a ceasefire": what warring sides are to make, and others talk about.
pub fn is_only_talked_of(scene: &Scene<'_>, at: Spot, stage: &Stage) -> bool {
    let doc = scene.doc(at.passage);
    let above = std::iter::successors(Some(at.token), |&t| doc.governor(t)).take(ABOVE);
    // "Peru and Chile discussed a peace treaty": the sides themselves
    let themselves = |token: usize| {
        let who = slots::sides(scene, Spot { token, ..at }, &[slots::Slot::Subject]);
        who.len() > 1 && who.iter().all(|&id| scene.entities.get(id).kind != EntityKind::Person)
    };
    let talks = |t: usize| {
        let verb = scene.frames.agreements.discussing.contains(doc.lemma(t)) && doc.is_verbal(t);
        verb && !doc.clause(t).progressive && !themselves(t)
    };
    let sought = matches!(stage.status, AgreementStatus::Negotiating | AgreementStatus::Proposed);
    sought && taking::is_of_war(scene, doc, at.token) && above.into_iter().any(talks)
}

/// How many words over an instrument are asked.
const ABOVE: usize = 8;

/// "unions", whichever they are.
fn is_bare_plural(scene: &Scene<'_>, mention: usize) -> bool {
    scene.entities.mentions.get(mention).is_some_and(|m| {
        let doc = scene.doc(m.passage);
        doc.is_plural(m.head) && doc.determiner(m.head).is_none() && doc.possessor(m.head).is_none()
    })
}

/// "made a **concession** to X", "in exchange for **concessions** from X": what one side yields, and no licence.
pub fn is_yielded(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let frames = &scene.frames.agreements;
    match doc.tokens[noun].relation {
        Relation::Object => doc.governor(noun).is_some_and(|v| frames.yielding.contains(doc.lemma(v))),
        Relation::PrepositionObject => doc.is_plural(noun) && doc.modifiers(noun).next().is_none(),
        _ => false,
    }
}
