//! Who is bound: at the noun, at the verbs that take it, and, where a sentence names one side or nobody, from what stands near.

use super::{
    binding::{Bound, abroad, bind, speaks_for},
    clause, departments, initials, merge, naming, occasion,
    organs::{last_word_in, organ_of},
    severally,
    stage::Stage,
    taking::{self, Taking},
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
    },
    language::{Doc, Pos, Relation},
    record::AgreementStatus,
};

/// Who is bound by the instrument whose noun stands at a spot. `own` are the slots at the noun.
pub fn of(scene: &Scene<'_>, at: Spot, own: &[Slot], stage: &Stage) -> Bound {
    let doc = scene.doc(at.passage);
    let named = naming::at(scene, at, own);
    let doers_of_it = naming::between_doers(scene, at);
    let signers = || {
        let verb = doc.governing_verb(at.token);
        verb.map(|token| doers(scene, Spot { token, ..at }, &scene.frames.adpositions.and_with(&[Slot::Subject]))).unwrap_or_default()
    };
    let told_at_noun = || named.iter().any(|id| !doers_of_it.contains(id));
    if doers_of_it.len() > 1 && !told_at_noun() && signers().len() < 2 {
        return Bound { parties: doers_of_it, at_noun: true, ..Bound::default() };
    }
    let mut bound = bind(scene, &named);
    // "a truce **between a militia's chief and a governor**": two of one state, with each other
    if bound.parties.len() == 1
        && bound.signatories.len() == 2
        && bound.signatories == slots::parties(scene, at, &scene.frames.adpositions.between)
    {
        bound.parties.clone_from(&bound.signatories);
    }
    // "announced deals **with X and Y**": those are one side
    let several = bound.parties.len() >= 2 || doc.tokens[at.token].relation == Relation::PassiveSubject;
    let others = if several { severally::others(scene, at) } else { Vec::new() };
    let one_sided = others.len() >= 2 && named.iter().all(|id| others.contains(id));
    let whole = bound.parties.len() >= 2 && !one_sided;
    let takings = taking::of(scene, doc, at.token);
    // "the **Puerto Rico** deal reached **by X and Y**": what is told before it tells what it is about
    let by = |t: &Taking<'_>| t.at_noun && !t.frame.keeps && slots::parties(scene, Spot { token: t.verb, ..at }, &[Slot::Agent]).len() > 1;
    let before = slots::parties(scene, at, &[Slot::Modifier]);
    // "Peru signed a **WTO** accession deal with Chile": who signs it with another, not what it is about
    if let (&[topic], [other]) = (before.as_slice(), severally::others(scene, at).as_slice())
        && let Some(signs) = takings.iter().find(|t| !t.at_noun && !t.frame.keeps && makes(t.frame.status) && !doc.is_passive(t.verb))
        && topic != *other
        && bind(scene, &doers(scene, Spot { token: signs.verb, ..at }, &[Slot::Subject]))
            .parties
            .iter()
            .any(|&p| !scene.same_side(p, topic))
    {
        bound.parties.retain(|&p| p != topic);
    }
    if takings.iter().any(by) && named.iter().all(|id| before.contains(id)) {
        bound = Bound::default();
    }
    // "**hailed** the accord reached between X and Y": who hails what others made is none of them
    let made_by = |t: &Taking<'_>| {
        let sides = [scene.frames.adpositions.between.as_slice(), &[Slot::Agent]].concat();
        t.at_noun && !t.frame.keeps && !slots::parties(scene, Spot { token: t.verb, ..at }, &sides).is_empty()
    };
    let hails = |t: &Taking<'_>| !t.at_noun && scene.frames.agreements.witnesses.contains(doc.lemma(t.verb));
    let hailed = takings.iter().any(made_by) && takings.iter().any(hails);
    let remarked = takings.iter().any(|t| !t.at_noun && t.frame.parties_of_noun);
    let takings: Vec<Taking<'_>> = takings.into_iter().filter(|t| !(hailed && hails(t))).collect();
    for (verb, keeps, slots) in verbs(&takings, !named.is_empty()) {
        let mut by_verb = bind(scene, &doers(scene, Spot { token: verb, ..at }, &slots));
        if takings.iter().any(|t| t.verb == verb && t.frame.status == AgreementStatus::Ratified) {
            for_their_state(scene, &mut by_verb.parties, &bound.parties);
        }
        // who signs what others are bound by signs for one of them, or is a witness; who keeps or breaks it signs nothing
        let signs = |p: &EntityId| !keeps && (!whole || bound.parties.iter().any(|b| scene.same_side(*b, *p) || speaks_for(scene, *p, *b)));
        add(&mut bound.signatories, by_verb.signatories.into_iter().filter(signs).collect(), usize::MAX);
        if bound.parties.len() < 2 || !whole && (bound.parties.len() == 2 || one_sided) {
            let rest = std::mem::take(&mut bound.parties);
            bound.parties = by_verb.parties;
            add(&mut bound.parties, rest, usize::MAX);
        }
        if bound.parties.len() >= 2 && !(one_sided && bound.parties.iter().all(|p| others.contains(p))) {
            break;
        }
    }
    // "brokered a deal **with X**": who brings nobody together deals itself
    if bound.parties.len() == 1
        && let Some(t) = takings.iter().find(|t| t.frame.with_subject)
        && slots::parties(scene, at, &scene.frames.adpositions.between).is_empty()
    {
        add(&mut bound.parties, bind(scene, &doers(scene, Spot { token: t.verb, ..at }, &[Slot::Subject])).parties, 2);
    }
    if takings.iter().any(|t| t.frame.joins) {
        let own = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name).map(|m| m.refers.clone());
        add(&mut bound.parties, own.unwrap_or_default(), usize::MAX);
    }
    // "announced an agreement to open a border **between X and Y**": who tells of it is none of them
    let both = || bind(scene, &naming::between_in_clause(scene, at)).parties;
    let tells_of_it = || !takings.iter().any(|t| comes_to_terms(scene, doc, t));
    if bound.parties.len() < 2
        && let Some(pair) = Some(both()).filter(|pair| pair.len() == 2 && tells_of_it())
    {
        bound.parties = pair;
    }
    let in_clause = naming::in_clause(scene, at);
    bound.at_noun = !named.is_empty() || !in_clause.is_empty();
    // "**X and Y** signed a deal to buy Z's stake": of whom two buy together
    let together = bound.parties.len() == 2 && named.is_empty() && naming::buys(scene, at);
    add(&mut bound.parties, in_clause, if together { 3 } else { 2 });
    if let Some(over) = stage.over {
        // "the terms of **the Forces Treaty**": it is no party to itself
        let itself = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name);
        let mut told = slots::parties(scene, Spot { token: over, ..at }, own);
        told.retain(|id| stage.status != AgreementStatus::Agreed || !itself.is_some_and(|m| m.refers.contains(id)));
        add(&mut bound.parties, bind(scene, &told).parties, 2);
        // "is in talks **with X** over", "**X** began talks on"
        let stands_by = |v: usize| {
            let remarks = scene.frames.agreements.verb(doc.lemma(v), false).is_some_and(|f| f.parties_of_noun);
            remarks || scene.frames.agreements.witnesses.contains(doc.lemma(v))
        };
        let carrier = doc.governing_verb(over).filter(|&v| !stands_by(v));
        if let Some(token) = carrier.filter(|_| bound.parties.len() < 2) {
            let sides = doers(scene, Spot { token, ..at }, &scene.frames.adpositions.and_with(&[Slot::Subject]));
            add(&mut bound.parties, bind(scene, &sides).parties, 2);
        }
    }
    if bound.parties.len() < 2
        && let Some(verb) = stage.verb.filter(|&v| scene.frames.agreements.witnesses.contains(doc.lemma(v)))
    {
        // those who stand by do not sign: their states do
        let witnesses = bind(scene, &slots::parties(scene, Spot { token: verb, ..at }, &[Slot::Subject]));
        let body = |p: &EntityId| matches!(scene.entities.get(*p).kind, EntityKind::State | EntityKind::Organization);
        let states = witnesses.parties.into_iter().filter(body).collect();
        add(&mut bound.parties, states, usize::MAX);
    }
    let signs = |t: &&Taking<'_>| t.frame.status == AgreementStatus::Signed && !t.frame.keeps;
    let states = |p: &EntityId| matches!(scene.entities.get(*p).kind, EntityKind::State | EntityKind::Organization);
    if !bound.parties.iter().any(states) {
        let both = takings.iter().filter(signs).map(|t| clause::on_behalf(scene, Spot { token: t.verb, ..at })).find(|both| both.len() > 1);
        bound.parties = both.map_or(bound.parties, |both| bind(scene, &both).parties);
    }
    if bound.parties.len() < 2 {
        // "**X** asked Y to repay a loan that **Z** had secured": Z's alone
        let others = takings.iter().any(|t| t.at_noun && doc.own_subject(t.verb).is_some_and(|s| doc.tokens[s].pos != Pos::Pron))
            && takings.iter().all(|t| t.at_noun);
        let clause = clause::subject(scene, at)
            .filter(|_| !hailed && !remarked && !others)
            .map(|subject| bind(scene, &scene.parties(Spot { token: subject, ..at })).parties);
        let rest = std::mem::take(&mut bound.parties);
        bound.parties = clause.or_else(|| clause::whose(scene, at, &takings, &rest)).unwrap_or_default();
        let both = bound.parties.len() >= 2;
        add(&mut bound.parties, if both { Vec::new() } else { rest }, usize::MAX);
        if let Some(verb) = stage.verb.filter(|_| bound.parties.len() == 1 && stage.by_verb && stage.status == AgreementStatus::Rejected) {
            add(&mut bound.parties, clause::spurned(scene, at, verb), 2);
        }
        let named = bound.parties.len() > 1;
        if bound.parties.len() == 1 {
            add(&mut bound.parties, bind(scene, &clause::dealt_with(scene, at)).parties, 2);
        }
        if bound.parties.len() < 2 {
            let both = clause::framed(scene, at);
            bound.parties = if both.iter().any(|p| bound.parties.is_empty() || bound.parties.contains(p)) { both } else { bound.parties };
        }
        bound.by_terms = !named && bound.parties.len() > 1 && merge::refers_back(scene, at);
    }
    // "the director signed the treaty **on behalf of Peru**"
    let one = takings.iter().filter(signs).map(|t| clause::on_behalf(scene, Spot { token: t.verb, ..at })).find(|one| one.len() == 1);
    if let Some(&[state]) = one.as_deref() {
        bound.parties.retain(|&p| scene.entities.get(p).kind != EntityKind::Person);
        add(&mut bound.parties, vec![state], usize::MAX);
    }
    // "X's **signing of** the Northern Fisheries Convention"
    let of_many = || scene.frames.agreements.joined.contains(&doc.word(at.token).to_lowercase());
    let signing = || stage.over.is_some() && !stage.by_verb && makes(stage.status) && of_many() && is_called_by_name(scene, at);
    // "X's **application** to the Northern Fisheries Agreement"
    let applies = || {
        stage.over.is_some_and(|o| scene.frames.agreements.applies.contains(&doc.lemma(o).to_lowercase())) && is_called_by_name(scene, at)
    };
    // "190 countries signed the Lima Agreement": with each other
    let many = bound.parties.iter().any(|&p| scene.entities.get(p).kind == EntityKind::Group);
    // "**President Ruiz** signed the Northern Recovery Plan": a bill
    let scheme = || scene.frames.agreements.schemes.contains(&doc.lemma(at.token).to_lowercase());
    let bill = !bound.signatories.is_empty() && scheme();
    if bound.parties.len() == 1 && !many && !bill && (takings.iter().any(|t| joins_by_signing(scene, at, t)) || signing() || applies()) {
        add(&mut bound.parties, naming::own_name(scene, at), 2);
    }
    // "**the court** approved the settlement of X and Y": who signs nothing and only decides
    if !takings.iter().any(|t| t.frame.status == AgreementStatus::Signed && !t.frame.keeps) {
        let judge = |id: EntityId| last_word_in(organ_of(&scene.entities.get(id).name).0, &scene.frames.agreements.judges);
        bound.parties.retain(|&id| !judge(id));
    }
    // "officials and diplomats": of whom nothing is told
    // beside two who are somebody, or where nobody is, they are none
    let somebody = bound.parties.iter().filter(|&&p| !is_anybody(scene, p)).count();
    if somebody == 0 || somebody > 1 {
        bound.parties.retain(|&p| !is_anybody(scene, p));
    }
    if one_sided && bound.parties.iter().all(|p| others.contains(p)) {
        bound.parties.clear();
    }
    without_itself(scene, &mut bound.parties);
    // "Peru and Malta signed a **Global Trade** and Gender Arrangement": what the recognizer takes for a body is what the paper is on
    let only_here = |id: &EntityId| {
        let e = scene.entities.get(*id);
        e.kind == EntityKind::Organization && e.mentions.len() == 1 && before.contains(id)
    };
    if bound.parties.len() > 2 && doc.tokens[at.token].pos == Pos::Propn && bound.parties.iter().filter(|p| !only_here(p)).count() > 1 {
        bound.parties.retain(|p| !only_here(p));
    }
    if takings.iter().any(|t| scene.frames.agreements.mutual.contains(doc.lemma(t.verb))) {
        each_for_himself(scene, &mut bound);
    }
    departments::without_own_state(scene, &mut bound);
    abroad(scene, &mut bound.parties);
    if !stage.by_verb && !whole {
        // a person binds itself only by what it signs
        bound.parties.retain(|&p| scene.entities.get(p).kind != EntityKind::Person || named.contains(&p));
    }
    bound
}

/// "**Halmstad's city council** … the **city council**": what only a description tells is the one whose name ends with it.
fn without_itself(scene: &Scene<'_>, parties: &mut Vec<EntityId>) {
    let name = |id: EntityId| scene.entities.get(id).name.as_str();
    let described = |id: EntityId| !name(id).contains(char::is_uppercase);
    let ends = |a: EntityId, b: EntityId| name(a).strip_suffix(name(b)).is_some_and(|rest| rest.ends_with(' '));
    let all = parties.clone();
    parties.retain(|&p| !described(p) || !all.iter().any(|&other| ends(other, p)));
}

/// "the Speaker and the President **reached** a deal", "Ana Ruiz struck a deal **with Luis Gil**": two of one state, with each other.
fn each_for_himself(scene: &Scene<'_>, bound: &mut Bound) {
    let state = |id: EntityId| scene.entities.get(id).kind == EntityKind::State;
    let own = |id: EntityId| bound.signatories.contains(&id);
    let alone = match *bound.parties.as_slice() {
        [one] => state(one),
        [a, b] => (state(a) && own(b) || state(b) && own(a)) && scene.same_side(a, b),
        _ => false,
    };
    if alone && bound.signatories.len() == 2 {
        bound.parties.clone_from(&bound.signatories);
    }
}

/// "**the Senate** ratified a treaty with Peru": whichever body does that binds its state.
fn for_their_state(scene: &Scene<'_>, parties: &mut [EntityId], others: &[EntityId]) {
    let state = |id: EntityId| scene.entities.get(id).kind == EntityKind::State;
    for party in parties.iter_mut().filter(|p| scene.entities.get(**p).kind == EntityKind::Organization) {
        let own = scene.entities.get(*party).country.as_deref().and_then(|c| scene.entities.state(c));
        if let Some(own) = own.filter(|&own| others.iter().any(|&o| state(o) && o != own)) {
            *party = own;
        }
    }
}

/// A group of which one word tells what they are and none whose, or of which it is told that they are others.
fn is_anybody(scene: &Scene<'_>, id: EntityId) -> bool {
    let entity = scene.entities.get(id);
    let frames = &scene.frames.agreements;
    let name = entity.name.to_lowercase();
    // "senior **officials**", not "rebel leaders"
    let described = || name.split(' ').count() == 2 && last_word_in(&name, &frames.aides) && !entity.name.contains(char::is_uppercase);
    let bare =
        frames.anybody.contains(&name) || described() || name.split_once(' ').is_some_and(|(first, _)| frames.unnamed.contains(first));
    entity.kind == EntityKind::Group && entity.country.is_none() && bare
}

/// Adds those who are not there yet, up to a number.
pub fn add(to: &mut Vec<EntityId>, more: Vec<EntityId>, most: usize) {
    for id in more {
        if to.len() < most && !to.contains(&id) {
            to.push(id);
        }
    }
}

/// The verbs whose slots may name parties, with those slots, nearest first. Where the noun names a side itself, what stands with the
/// verb behind an adposition belongs to something else.
fn verbs(takings: &[Taking<'_>], named: bool) -> Vec<(usize, bool, Vec<Slot>)> {
    // "X and Y accepted the deal that Z **proposed**": who proposes what others make is no side of it
    let made = takings.iter().any(|t| {
        let done = makes(t.frame.status) || t.frame.status == AgreementStatus::Agreed;
        !t.at_noun && !t.frame.keeps && done
    });
    let proposes = |t: &&Taking<'_>| made && t.at_noun && t.frame.status == AgreementStatus::Proposed;
    // asked last, where nobody else is told: "accepted a deal proposed **by X**"
    let (last, first): (Vec<&Taking<'_>>, Vec<&Taking<'_>>) = takings.iter().filter(|t| !t.frame.parties_of_noun).partition(proposes);
    first
        .into_iter()
        .chain(last)
        .map(|t| {
            let slots = t.frame.parties.iter().filter(|s| !named || t.at_noun || !matches!(s, Slot::Behind(_)) || t.frame.keeps);
            (t.verb, t.frame.keeps, slots.cloned().collect())
        })
        .collect()
}

/// "signed **the Northern Fisheries Convention**", "withdrew from **it**": who signs, ratifies or leaves, alone, what has a name of its own
/// joins, or leaves, what others have made.
fn joins_by_signing(scene: &Scene<'_>, at: Spot, taking: &Taking<'_>) -> bool {
    let leaves = matches!(taking.frame.status, AgreementStatus::Terminated | AgreementStatus::Suspended);
    (makes(taking.frame.status) || leaves && occasion::is_of_many(scene, at)) && !taking.frame.keeps && is_called_by_name(scene, at)
}

/// True where whoever does it is bound: who signs, or reaches a deal.
fn comes_to_terms(scene: &Scene<'_>, doc: &Doc, taking: &Taking<'_>) -> bool {
    makes(taking.frame.status) || scene.frames.agreements.mutual.contains(doc.lemma(taking.verb))
}

fn makes(status: AgreementStatus) -> bool {
    matches!(status, AgreementStatus::Signed | AgreementStatus::Ratified)
}

/// "the Northern Fisheries Convention": by a name of its own.
fn is_called_by_name(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let named = !naming::own_name(scene, at).is_empty();
    named && initials::noun(scene, doc, at.token).is_some()
        || named
            && (doc.tokens[at.token].pos == Pos::Propn || occasion::is_of_many(scene, at))
            && doc.determiner(at.token).is_some_and(|d| doc.word(d).eq_ignore_ascii_case("the"))
}

/// Who fills the slots of a verb. "It" and "they" in what somebody is told to have said, or in a clause on what it has, are that
/// somebody: "**X** said **it** had signed", "**X** works under a deal that **it** signed".
pub fn doers(scene: &Scene<'_>, at: Spot, slots: &[Slot]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let mut found = Vec::new();
    for slot in slots {
        let resumed = match slot {
            Slot::Subject => doc.subject(at.token).and_then(|pronoun| resumed(scene, Spot { token: pronoun, ..at })),
            _ => None,
        };
        add(&mut found, resumed.unwrap_or_else(|| slots::sides(scene, at, std::slice::from_ref(slot))), usize::MAX);
    }
    found
}

/// Whom a pronoun resumes that stands for the subject of the clause above; nobody where that one is none who can take part.
fn resumed(scene: &Scene<'_>, at: Spot) -> Option<Vec<EntityId>> {
    let doc = scene.doc(at.passage);
    if doc.tokens[at.token].pos != Pos::Pron || !scene.frames.agreements.resuming.contains(&doc.word(at.token).to_lowercase()) {
        return None;
    }
    let mut verb = doc.governor(at.token)?;
    for _ in 0..REACH {
        let above = doc.governor(verb)?;
        match doc.tokens[verb].relation {
            Relation::OpenComplement | Relation::Conjunct => verb = above,
            Relation::ClauseComplement | Relation::RelativeClause => {
                let says = if doc.is_verbal(above) { above } else { doc.governing_verb(above)? };
                let subject = doc.own_subject(says).filter(|&s| doc.tokens[s].pos != Pos::Pron && s < at.token)?;
                // "**the two carmakers** say they have signed"
                let ids = scene.sides(Spot { token: subject, ..at });
                let person = ids.iter().any(|&id| scene.entities.get(id).kind == EntityKind::Person);
                let plural = doc.is_plural(at.token);
                return (!person && !(ids.is_empty() && (plural || doc.is_plural(subject)))).then_some(ids);
            }
            _ => return None,
        }
    }
    None
}

/// How many clauses over a pronoun are asked.
const REACH: usize = 4;
