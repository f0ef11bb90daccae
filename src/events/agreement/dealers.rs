//! Who deals: in a frame's slots, by what is theirs, and whether such can deal with each other at all.

use super::{
    binding::{self, Bound},
    business::{Goods, Trade, Transaction},
    naming, organs, parties,
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    events::{
        adpositions,
        scene::{Scene, Spot},
        slots::{self, Slot},
    },
    language::{Doc, NameSpan, Pos, Relation},
    record::AgreementStatus,
};

/// Who deals: in the frame's slots, and behind what is bought.
pub fn of(scene: &Scene<'_>, at: Spot, frame: &Transaction, goods: &[usize]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let mut found = Vec::new();
    for slot in frame.parties.chunks(1) {
        // what "it" resumes is only some times in the clause above
        let doers = parties::doers(scene, at, slot);
        parties::add(&mut found, if doers.is_empty() { slots::sides(scene, at, slot) } else { doers }, usize::MAX);
    }
    if frame.through_object {
        // nobody buys a state
        let bought: Vec<EntityId> = goods.iter().flat_map(|&token| scene.parties(Spot { token, ..at })).collect();
        found.retain(|id| !(bought.contains(id) && scene.entities.get(*id).kind == EntityKind::State));
        // "bought six **Vestra V20s**": what can be counted is made by a body, and is none
        let counted: Vec<EntityId> =
            goods.iter().filter(|&&o| is_counted_by_name(doc, o)).flat_map(|&token| scene.party(Spot { token, ..at })).collect();
        found.retain(|id| !counted.contains(id));
    }
    if frame.goods == Goods::Claims {
        let mut named = claimants(scene, at, goods);
        named.splice(0..0, found);
        found = binding::bind(scene, &named).parties;
    }
    // "Vestra was sold **to Halden**": of a company that is sold the seller need not be told
    if frame.sells && found.len() == 1 && doc.is_passive(at.token) && doc.agent(at.token).is_none() {
        let sold = bought(scene, at, goods);
        parties::add(&mut found, sold.into_iter().collect(), 2);
    }
    if frame.through_object {
        for token in worth(scene, at, goods) {
            let at = Spot { token, ..at };
            let sellers = if is_holding(scene, doc, token) { whose(scene, at) } else { slots::parties(scene, at, &[Slot::Modifier]) };
            parties::add(&mut found, sellers, 2);
        }
        for &o in goods {
            parties::add(&mut found, whose(scene, Spot { token: o, ..at }), usize::MAX);
        }
        // "the stake that Norlund agreed to buy **in Vestra's business**"
        if goods.iter().any(|&o| o < at.token && is_holding(scene, doc, o)) && !doc.is_passive(at.token) {
            for token in scene.frames.adpositions.held_in.iter().flat_map(|slot| slots::heads(scene, at, slot)) {
                let of = Spot { token, ..at };
                let named = scene.parties(of);
                parties::add(&mut found, if named.is_empty() { whose(scene, of) } else { named }, 2);
            }
        }
        if let &[buyer] = found.as_slice() {
            parties::add(&mut found, other_company(scene, at, goods, buyer).into_iter().collect(), 2);
        }
        // "bought a licence to develop the drug **from X**": hung, by the parser, on what it is for
        if found.len() == 1 {
            let granted = |&&o: &&usize| scene.frames.agreements.licences.contains(&doc.lemma(o).to_lowercase());
            let aims = goods.iter().filter(granted).flat_map(|&o| doc.children(o));
            let aims = aims.filter(|&c| doc.is_verbal(c) && doc.clause(c).infinitive).flat_map(|c| [vec![c], doc.objects(c)].concat());
            for token in aims.collect::<Vec<_>>() {
                let from = slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.bought_from).into_iter();
                // not "to import oil **from Norway**"
                let grants = from.filter(|&id| scene.entities.get(id).kind == EntityKind::Organization);
                parties::add(&mut found, grants.collect(), 2);
            }
        }
        // "bought Vestra **from Norlund**": of three, the one that is sold deals with nobody
        let from = goods
            .iter()
            .chain([&at.token])
            .flat_map(|&token| slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.bought_from))
            .collect::<Vec<_>>();
        if found.len() > 2 && from.iter().any(|seller| found.contains(seller)) {
            // "bought **Vestra's** brand from Norlund"
            let whose_slots = [&[Slot::Possessor], scene.frames.adpositions.of.as_slice()].concat();
            let sold = |&token: &usize| {
                let of = Spot { token, ..at };
                scene.parties(of).into_iter().chain(slots::parties(scene, of, &whose_slots))
            };
            let sold: Vec<EntityId> = goods.iter().flat_map(sold).filter(|id| !from.contains(id)).collect();
            found.retain(|id| !sold.contains(id));
        }
    }
    // "offered $2bn **for X**": hung, by the parser, on the sum
    let sum = |&o: &usize| doc.name_at(o).is_some_and(NameSpan::is_sum);
    if frame.goods == Goods::Sums || found.len() < 2 && goods.iter().any(sum) {
        let behind: Vec<Slot> = frame.parties.iter().filter(|slot| matches!(slot, Slot::Behind(_))).cloned().collect();
        for &token in goods {
            let sum = Spot { token, ..at };
            parties::add(&mut found, slots::parties(scene, sum, &behind), 2);
            // "bid $2bn for **assets of X**"
            let things = behind.iter().flat_map(|slot| slots::heads(scene, sum, slot)).filter(|&n| is_holding(scene, doc, n));
            parties::add(&mut found, things.flat_map(|token| whose(scene, Spot { token, ..at })).collect(), 2);
        }
        // "offered $2bn, which was **rejected by X**"
        let answers = goods.iter().flat_map(|&o| doc.children_by(o, Relation::RelativeClause)).filter(|&c| answers(scene, doc, c));
        parties::add(&mut found, answers.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &[Slot::Agent])).collect(), 2);
    }
    // "merged **with X's advisory business**"
    for slot in frame.parties.iter().filter(|slot| matches!(slot, Slot::Behind(_))) {
        for token in slots::heads(scene, at, slot).into_iter().filter(|&n| is_holding(scene, doc, n)) {
            parties::add(&mut found, whose(scene, Spot { token, ..at }), usize::MAX);
        }
    }
    found
}

/// "**Vestra** rose when Norlund said it would buy a stake in **the company**": nobody buys itself, so that it is the one that the clause above is
/// about.
fn other_company(scene: &Scene<'_>, at: Spot, goods: &[usize], buyer: EntityId) -> Option<EntityId> {
    let doc = scene.doc(at.passage);
    let described = |token: usize| {
        let mention = scene.entities.mention_at(at.passage, token).filter(|m| m.form == Form::Description);
        mention.is_some_and(|m| m.refers == [buyer]) && scene.entities.get(buyer).kind == EntityKind::Organization
    };
    let owners = goods.iter().flat_map(|&o| doc.obliques(o)).map(|o| o.noun).chain(goods.iter().copied());
    owners.into_iter().any(described).then_some(())?;
    let above = std::iter::successors(doc.governing_verb(at.token), |&v| doc.governing_verb(v)).take(ABOVE);
    let subjects = above.filter_map(|v| doc.own_subject(v)).flat_map(|token| scene.party(Spot { token, ..at }));
    subjects.into_iter().find(|&id| id != buyer && scene.entities.get(id).kind == EntityKind::Organization)
}

/// How many verbs over a purchase are asked whom the sentence is about.
const ABOVE: usize = 4;

/// "will go on buying each **other's** engines": of those who do it.
pub fn are_each_others(scene: &Scene<'_>, doc: &Doc, goods: &[usize]) -> bool {
    let others = |p: usize| scene.frames.adpositions.reciprocal.contains(&doc.word(p).to_lowercase());
    goods.iter().filter_map(|&o| doc.possessor(o)).any(others)
}

/// "bought $2bn in **Vestra jets**": what a sum that is bought is made of, hung on the sum or on the verb.
fn worth(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> Vec<usize> {
    let doc = scene.doc(at.passage);
    let sum = |&o: &usize| doc.name_at(o).is_some_and(NameSpan::is_sum);
    let Some(sum) = goods.iter().copied().find(sum) else { return Vec::new() };
    let made_of = |n: usize| {
        let all = doc.obliques(n).into_iter();
        all.filter(|o| adpositions::has(&scene.frames.adpositions.held_in, doc.lemma(o.marker)) && o.marker > sum).map(|o| o.noun)
    };
    let goods = |n: usize| is_holding(scene, doc, n) || scene.frames.agreements.state_goods.contains(&doc.lemma(n).to_lowercase());
    // "in Vestra **aircraft**": of one form for one and several
    let several = |n: usize| doc.is_plural(n) || doc.determiner(n).is_none() && doc.tokens[n].pos == Pos::Noun;
    let made = |&n: &usize| several(n) && goods(n);
    made_of(sum).chain(made_of(at.token)).filter(made).collect()
}

/// A verb by which an offer is taken or rejected.
fn answers(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    let frame = scene.frames.agreements.verb(doc.lemma(verb), false);
    frame.is_some_and(|f| f.takes || f.status == AgreementStatus::Rejected)
}

/// Whose a thing is that is dealt in, where it is no company itself: "**X's** mines", "mines from **X**", "a stake in **X**".
fn whose(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    if !scene.parties(at).is_empty() && !is_counted_by_name(doc, at.token) {
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
    // "buy **X's** stake in Y": of X, who has it
    let mut whose = slots::parties(scene, at, &[Slot::Possessor]);
    // "buy **X's** North Sea pipelines": hung, by the parser, on the sea
    if whose.is_empty() {
        let before = (doc.noun_phrase(at.token).start..at.token).find(|&t| doc.tokens[t].relation == Relation::Possessor);
        whose = before.map(|token| scene.party(Spot { token, ..at })).unwrap_or_default();
    }
    let sold = is_holding(scene, doc, at.token) && whose.iter().any(|&id| scene.entities.get(id).kind == EntityKind::Organization);
    let mut owners = if sold { whose.clone() } else { slots::parties(scene, at, &[before, behind].concat()) };
    if owners.is_empty() {
        owners = whose;
    }
    // "bought the server products **of X**"
    if owners.is_empty() && doc.is_plural(at.token) && doc.modifiers(at.token).next().is_some() {
        let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
        owners = slots::parties(scene, at, &adpositions.of).into_iter().filter(body).collect();
    }
    // "its plants **in Chile**": where they are
    owners.retain(|&id| !is_holding(scene, doc, at.token) || scene.entities.get(id).kind == EntityKind::Organization);
    owners
}

/// Who is bought: the object, or whose the object is.
pub fn bought(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> Option<EntityId> {
    let body = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization;
    goods.iter().flat_map(|&token| scene.parties(Spot { token, ..at })).find(body)
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
    // "paid $2bn **to X** to settle a suit": hung, by the parser, on the verb or on the sum
    let paid = [&[Slot::Subject, Slot::Recipient, Slot::Object], scene.frames.adpositions.to.as_slice()].concat();
    if let Some(verb) = pays {
        found.extend(slots::parties(scene, Spot { token: verb, ..at }, &paid));
        let sums = doc.objects(verb).into_iter().filter(|&o| doc.name_at(o).is_some_and(NameSpan::is_sum));
        found.extend(sums.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.to)));
    }
    found
}

/// "**The judge** settled the case": who decides between two has no part in it.
pub fn is_judged(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let Some(subject) = doc.subject(at.token) else { return false };
    let judges = &scene.frames.agreements.judges;
    doc.noun_phrase(subject).range().any(|t| judges.contains(&doc.word(t).to_lowercase()))
}

/// True for what can be bought of a company: "a **stake** in X".
pub fn is_holding(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    scene.frames.agreements.holdings.contains(&doc.lemma(noun).to_lowercase())
}

/// "six Vestra **V20s**"
fn is_counted_by_name(doc: &Doc, noun: usize) -> bool {
    let number = |n: usize| doc.tokens[n].relation == Relation::NumericModifier && n < noun;
    doc.tokens[noun].pos == Pos::Propn && doc.word(noun).ends_with('s') && doc.children(noun).any(number)
}

/// "12 F-16 fighter jets", no "400,000 cars": what states sell each other by number.
pub fn is_counted(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let measured = |n: usize| doc.name_at(n).is_some_and(|name| matches!(name.label.as_str(), "MONEY" | "PERCENT" | "QUANTITY"));
    let number = |n: usize| doc.tokens[n].relation == Relation::NumericModifier && !measured(n);
    scene.frames.agreements.state_goods.contains(&doc.lemma(noun).to_lowercase()) && doc.noun_phrase(noun).range().any(number)
}

/// Named companies, or one with a state.
pub fn between_bodies(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    let kind = |id: &EntityId| scene.entities.get(*id).kind;
    let named = |id: &EntityId| !scene.entities.get(*id).nameless && matches!(kind(id), EntityKind::Organization | EntityKind::State);
    let organ = |id: &EntityId| organs::is_organ(scene, &scene.entities.get(*id).name);
    parties.iter().all(named) && !parties.iter().any(organ) && parties.iter().any(|id| kind(id) == EntityKind::Organization)
}

/// States that deal with each other: what they buy or sell must be told by number, where trade alone is no deal.
pub fn between_states(scene: &Scene<'_>, parties: &[EntityId]) -> bool {
    parties.iter().all(|id| scene.entities.get(*id).kind == EntityKind::State)
}

/// "**Ana Ruiz** bought Vestra for $2bn", "bought **Norlund's stake** in it": somebody who buys a company, or a part of one, of which the price or
/// the part is told.
pub fn bought_by_somebody(scene: &Scene<'_>, at: Spot, parties: &[EntityId], doers: &[EntityId], goods: &[usize]) -> bool {
    let doc = scene.doc(at.passage);
    let (&[a, b], &[buyer]) = (parties, doers) else { return false };
    let other = if a == buyer { b } else { a };
    let named = |id: EntityId, kind| scene.entities.get(id).kind == kind && !scene.entities.get(id).nameless;
    // "bought Norlund's **stake**", not "took over Vestra's business", as its manager
    let part = goods.iter().any(|&o| scene.frames.agreements.stakes.contains(&doc.lemma(o).to_lowercase()));
    // "for **$2bn**": what a company costs
    let large = |t: usize| doc.name_at(t).is_some_and(NameSpan::is_sum) && scene.frames.agreements.tells_fortune(doc.word(t));
    let priced = || doc.obliques(at.token).iter().any(|o| doc.full_phrase(o.noun).range().any(large));
    named(buyer, EntityKind::Person)
        && named(other, EntityKind::Organization)
        && (part || bought(scene, at, goods) == Some(other) && priced())
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
    let mut sought = slots::parties(scene, at, &trade.of_whom);
    // "an approach to buy **Vestra**"
    parties::add(&mut sought, naming::in_clause(scene, at), 2);
    let makers: Vec<Slot> = trade.parties.iter().filter(|slot| !trade.of_whom.contains(slot)).cloned().collect();
    let makes = slots::parties(scene, at, &makers).contains(&bidder) || !answered && sought.contains(&company);
    let fits = if sought.is_empty() { answered || makes } else { sought == [company] };
    bound.signatories.iter().all(|&s| s == bidder) && makes && fits
}
