//! Business told by a verb: one company buys, merges with or orders from another.

use super::{
    Accord, Count,
    frames::{Goods, Trade, Transaction},
    parties::{self, Bound},
    subjects,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
        when,
    },
    language::{Doc, Relation, grammar::Tense},
    record::{AgreementStatus, SegmentKind},
    text::Span,
};

/// How many edges over the verb are asked for talks.
const REACH: usize = 3;
/// Most parties of one deal that a verb tells of.
const MOST: usize = 4;

/// The frame of a verb of business that fires, or else the first one that it has.
pub fn frame<'f>(scene: &Scene<'f>, at: Spot) -> Option<&'f Transaction> {
    frames(scene, at).find(|frame| fire(scene, at, frame).is_some()).or_else(|| frames(scene, at).next())
}

/// The frames of a verb of business, with its particle where it has one.
fn frames<'f>(scene: &Scene<'f>, at: Spot) -> impl Iterator<Item = &'f Transaction> + use<'f> {
    let doc = scene.doc(at.passage);
    let lemma = match doc.particle(at.token) {
        Some(p) => format!("{} {}", doc.lemma(at.token), doc.lemma(p)),
        None => doc.lemma(at.token).to_owned(),
    };
    scene.frames.agreements.transactions.iter().filter(move |f| f.lemmas.contains(&lemma))
}

/// The transaction that a verb tells of, if a frame fires.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    frames(scene, at).find_map(|frame| fire(scene, at, frame))
}

fn fire(scene: &Scene<'_>, at: Spot, frame: &Transaction) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let goods = if doc.is_passive(at.token) { doc.subject(at.token).into_iter().collect() } else { doc.objects(at.token) };
    if is_habit(scene, at, &goods) {
        return None;
    }
    let fits = |&o: &usize| match frame.goods {
        Goods::Any => true,
        Goods::Holdings => is_holding(scene, doc, o),
        Goods::Claims => scene.frames.agreements.claims.contains(&doc.lemma(o).to_lowercase()),
        Goods::Named => frame.named.contains(&doc.lemma(o).to_lowercase()),
    };
    if frame.needs_object && !goods.iter().any(fits) {
        return None;
    }
    if frame.goods == Goods::Claims && is_judged(scene, at) {
        return None;
    }
    let talks = talks(scene, doc, at.token);
    let mut parties = dealers(scene, at, frame, &goods);
    // "is in talks **with X** to take a stake in the venture"
    let with = talks.map(|token| slots::sides(scene, Spot { token, ..at }, &scene.frames.adpositions.with));
    parties::add(&mut parties, with.unwrap_or_default(), MOST);
    let fit = || between_bodies(scene, &parties) || between_states(scene, &parties) && goods.iter().any(|&o| is_counted(scene, doc, o));
    if parties.len() < 2 || parties.len() > MOST || frame.between_bodies && !fit() {
        return None;
    }
    if frame.no_state && parties.iter().any(|id| scene.entities.get(*id).kind == EntityKind::State) {
        return None;
    }
    if matches!(doc.tokens[at.token].relation, Relation::Compound | Relation::AdjectiveModifier) {
        return None;
    }
    let status = scene.frames.status.of_verb(doc, at.token)?;
    let clause = doc.clause(at.token);
    let relation = doc.tokens[at.token].relation;
    // "a deal **to buy** X", "the battle **to buy** X", "raised money **to buy** X": the noun or the verb above tells how far it has come
    let hung = matches!(relation, Relation::NounClause | Relation::RelativeClause | Relation::AdverbialClause) && clause.infinitive;
    // but who "paid X **to settle** a claim" has settled it
    let spent = || doc.governing_verb(at.token).is_some_and(|g| scene.frames.agreements.spending.contains(doc.lemma(g)));
    if hung && frame.goods != Goods::Claims && talks.is_none() && !spent() {
        return None;
    }
    let ahead = relation == Relation::OpenComplement
        && clause.infinitive
        && doc.governor(at.token).is_some_and(|g| scene.frames.agreements.impending.contains(doc.lemma(g)));
    let stage = match status.outcome {
        _ if talks.is_some() => AgreementStatus::Negotiating,
        // "agreed to pay X **to settle** a claim": agreed, whatever is still to be paid
        Outcome::Planned if frame.goods == Goods::Claims && doc.tokens[at.token].relation != Relation::Root => frame.status,
        Outcome::Planned if scene.frames.agreements.concludes(doc, at.token) => frame.status,
        Outcome::Happened if ahead => AgreementStatus::Planned,
        Outcome::Happened | Outcome::Ongoing => frame.status,
        Outcome::Planned => AgreementStatus::Planned,
        // "could swap prisoners": of no deal
        Outcome::Proposed if frame.goods == Goods::Named => return None,
        Outcome::Proposed => AgreementStatus::Proposed,
        Outcome::Cancelled | Outcome::Refused => AgreementStatus::Rejected,
        Outcome::Denied if scene.frames.agreements.fails(doc, at.token) => AgreementStatus::Negotiating,
        Outcome::Denied => return None,
    };
    // "agreed on Monday to buy": past, whatever is still ahead
    let outcome = if stage == frame.status && status.outcome == Outcome::Planned { Outcome::Happened } else { status.outcome };
    let mut subjects: Vec<_> = goods
        .iter()
        .filter(|&&o| frame.goods == Goods::Named || scene.party(Spot { token: o, ..at }).is_empty())
        .map(|&o| (at.passage, subjects::without_determiner(doc, doc.of_phrase(o))))
        .collect();
    subjects.dedup();
    if subjects.is_empty() {
        // "agreed to **buy** X"
        subjects.push((at.passage, Span::new(at.token, at.token + 1)));
    }
    Some(Accord {
        parties,
        signatories: Vec::new(),
        instrument: frame.instrument,
        count: Count { number: Some(1), words: None },
        items: Vec::new(),
        subjects,
        status: stage,
        date: when::of(scene, at.passage, &[at.token], outcome),
        place: None,
        meeting: None,
        target: bought(scene, at, &goods),
        confidence: frame.confidence * status.sureness,
        evidence: vec![at],
    })
}

/// Who deals: in the frame's slots, and behind what is bought.
fn dealers(scene: &Scene<'_>, at: Spot, frame: &Transaction, goods: &[usize]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let mut found = slots::sides(scene, at, &frame.parties);
    if frame.through_object {
        // nobody buys a state
        let bought: Vec<EntityId> = goods.iter().flat_map(|&token| scene.parties(Spot { token, ..at })).collect();
        found.retain(|id| !(bought.contains(id) && scene.entities.get(*id).kind == EntityKind::State));
    }
    if frame.goods == Goods::Claims {
        let mut named = claimants(scene, at, goods);
        named.splice(0..0, found);
        found = parties::bind(scene, &named).parties;
    }
    // "Vestra was sold **to Halden**": of a company that is sold the seller need not be told
    if frame.sells && found.len() == 1 && doc.is_passive(at.token) {
        let sold = bought(scene, at, goods);
        parties::add(&mut found, sold.into_iter().collect(), 2);
    }
    if frame.through_object {
        for &o in goods {
            parties::add(&mut found, whose(scene, Spot { token: o, ..at }), usize::MAX);
        }
    }
    // "merged **with X's advisory business**"
    for slot in frame.parties.iter().filter(|slot| matches!(slot, Slot::Behind(_))) {
        for token in slots::heads(scene, at, slot).into_iter().filter(|&n| is_holding(scene, doc, n)) {
            parties::add(&mut found, whose(scene, Spot { token, ..at }), usize::MAX);
        }
    }
    found
}

/// Whose a thing is that is dealt in, where it is no company itself: "**X's** mines", "mines from **X**", "a stake in **X**".
fn whose(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    if !scene.parties(at).is_empty() {
        return Vec::new();
    }
    let adpositions = &scene.frames.adpositions;
    // "bought 40 **Vestra** jets"
    let counted = doc.children_by(at.token, Relation::NumericModifier).next().is_some();
    let (behind, before) = match (is_holding(scene, doc, at.token), counted) {
        (true, _) => (&adpositions.held_in, &[Slot::Possessor, Slot::Modifier][..]),
        (false, true) => (&adpositions.bought_from, &[Slot::Possessor, Slot::Modifier][..]),
        (false, false) => (&adpositions.bought_from, &[Slot::Possessor][..]),
    };
    let mut owners = slots::parties(scene, at, &[before, behind].concat());
    // "its plants **in Chile**": where they are
    owners.retain(|&id| !is_holding(scene, doc, at.token) || scene.entities.get(id).kind == EntityKind::Organization);
    owners
}

/// Who is bought: the object, or whose the object is.
fn bought(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> Option<EntityId> {
    let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
    goods.iter().flat_map(|&token| scene.parties(Spot { token, ..at })).find(body)
}

/// "**The judge** settled the case": who decides between two has no part in it.
fn is_judged(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let Some(subject) = doc.subject(at.token) else { return false };
    let judges = &scene.frames.agreements.judges;
    doc.noun_phrase(subject).range().any(|t| judges.contains(&doc.word(t).to_lowercase()))
}

/// Who has what is settled: "a lawsuit **brought by X**", "**X's** claims", "paid **X** to settle charges".
fn claimants(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let of = [&[Slot::Possessor, Slot::Modifier], scene.frames.agreements.claimed_by.as_slice()].concat();
    let mut found = Vec::new();
    for token in goods.iter().flat_map(|&o| doc.conjuncts_from(o)) {
        found.extend(slots::parties(scene, Spot { token, ..at }, &of));
        for clause in doc.children_by(token, Relation::NounClause) {
            found.extend(slots::parties(scene, Spot { token: clause, ..at }, &[Slot::Agent]));
        }
    }
    let purpose = matches!(doc.tokens[at.token].relation, Relation::AdverbialClause | Relation::NounClause | Relation::OpenComplement);
    let pays = doc.governing_verb(at.token).filter(|_| purpose);
    found.extend(
        pays.into_iter().flat_map(|token| slots::parties(scene, Spot { token, ..at }, &[Slot::Subject, Slot::Recipient, Slot::Object])),
    );
    found
}

/// True for what can be bought of a company: "a **stake** in X".
pub fn is_holding(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    scene.frames.agreements.holdings.contains(&doc.lemma(noun).to_lowercase())
}

/// Named companies, or one with a state.
pub fn between_bodies(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    let kind = |id: &EntityId| scene.entities.get(*id).kind;
    let named = |id: &EntityId| !scene.entities.get(*id).nameless && matches!(kind(id), EntityKind::Organization | EntityKind::State);
    let organ = |id: &EntityId| parties::is_organ(scene, &scene.entities.get(*id).name);
    parties.iter().all(named) && !parties.iter().any(organ) && parties.iter().any(|id| kind(id) == EntityKind::Organization)
}

/// A company and somebody who bids for it: "a takeover approach **from Ana Ruiz**", "**Ana Ruiz** made a bid for **Vestra**". Not the one
/// who only answers a bid, nor somebody whom one company bids another for.
pub fn by_somebody(scene: &Scene<'_>, at: Spot, trade: &Trade, answered: bool, bound: &Bound) -> bool {
    let &[a, b] = bound.parties.as_slice() else { return false };
    let kind = |id: EntityId| scene.entities.get(id).kind;
    let named = |id: EntityId| !scene.entities.get(id).nameless;
    let (bidder, company) = if kind(a) == EntityKind::Person { (a, b) } else { (b, a) };
    if kind(bidder) != EntityKind::Person || kind(company) != EntityKind::Organization || !named(bidder) || !named(company) {
        return false;
    }
    let sought = slots::parties(scene, at, &trade.of_whom);
    let of_another = scene
        .doc(at.passage)
        .obliques(at.token)
        .into_iter()
        .any(|o| trade.of_whom.contains(&Slot::Behind(scene.doc(at.passage).lemma(o.marker).to_owned())));
    let makers: Vec<Slot> = trade.parties.iter().filter(|slot| !trade.of_whom.contains(slot)).cloned().collect();
    let makes = slots::parties(scene, at, &makers).contains(&bidder) || !answered && sought.contains(&company);
    let fits = if of_another { sought == [company] } else { !sought.contains(&bidder) };
    bound.signatories.iter().all(|&s| s == bidder) && makes && fits
}

/// States that deal with each other: what they buy or sell must be told by number, where trade alone is no deal.
fn between_states(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    parties.iter().all(|id| scene.entities.get(*id).kind == EntityKind::State)
}

/// "12 F-16 fighter jets", no "400,000 cars": what states sell each other by number.
fn is_counted(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let measured = |n: usize| doc.name_at(n).is_some_and(|name| matches!(name.label.as_str(), "MONEY" | "PERCENT" | "QUANTITY"));
    let number = |n: usize| doc.tokens[n].relation == Relation::NumericModifier && !measured(n);
    scene.frames.agreements.state_goods.contains(&doc.lemma(noun).to_lowercase()) && doc.noun_phrase(noun).range().any(number)
}

/// "sells most of its oil to": a habit, told in the simple present, where no headline tells news so. Nobody buys a
/// company for so much every day.
fn is_habit(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> bool {
    let whole = goods.iter().any(|&token| {
        let bought = scene.parties(Spot { token, ..at });
        !bought.is_empty() && bought.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Organization)
    });
    let doc = scene.doc(at.passage);
    let paid = || doc.sentence_of(at.token).range().any(|t| doc.name_at(t).is_some_and(|name| name.label == "MONEY"));
    if whole && paid() {
        return false;
    }
    let clause = doc.clause(at.token);
    let plain = clause.tense == Tense::Present && clause.modal.is_none() && !clause.progressive && !clause.passive;
    plain && !clause.infinitive && !clause.participle && scene.passages[at.passage].kind != SegmentKind::Headline
}

/// "is in **talks** to buy".
fn talks(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<usize> {
    let talks = scene.frames.agreements.status_nouns.get(&AgreementStatus::Negotiating)?;
    let tells = |t: &usize| talks.contains(doc.lemma(*t));
    let mut at = verb;
    for _ in 0..REACH {
        let over = doc.governor(at)?;
        let beside = || doc.obliques(over).into_iter().map(|o| o.noun).filter(|&n| n < verb).find(tells);
        let told = Some(over).filter(tells).or_else(|| doc.is_verbal(over).then(beside).flatten());
        if told.is_some() {
            return told;
        }
        at = over;
    }
    None
}
