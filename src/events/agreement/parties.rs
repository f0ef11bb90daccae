//! Who is bound: at the noun, at the verbs that take it, and, where a sentence names one side or nobody, from what stands near.

use std::collections::HashSet;

use super::{
    clause, initials, merge, naming, occasion, severally,
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
    record::{AgreementStatus, Role},
};

/// Who is bound and who signs.
#[derive(Debug, Clone, Default)]
pub struct Bound {
    /// Those bound.
    pub parties: Vec<EntityId>,
    /// The people who sign.
    pub signatories: Vec<EntityId>,
    /// Index of the encounter that told them.
    pub meeting: Option<usize>,
    /// True where the noun itself, or a clause at it, names somebody.
    pub at_noun: bool,
    /// True where only what is done under it tells the other side, of an instrument that is pointed back at: "under **the deal**, X will
    /// pay Y".
    pub by_terms: bool,
}

/// Who is bound by the instrument whose noun stands at a spot. `own` are the slots at the noun.
pub fn of(scene: &Scene<'_>, at: Spot, own: &[Slot], stage: &Stage) -> Bound {
    let doc = scene.doc(at.passage);
    let named = naming::at(scene, at, own);
    let mut bound = bind(scene, &named);
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
    add(&mut bound.parties, in_clause, 2);
    if let Some(over) = stage.over {
        add(&mut bound.parties, bind(scene, &slots::parties(scene, Spot { token: over, ..at }, own)).parties, 2);
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
        let clause = clause::subject(scene, at).map(|subject| bind(scene, &scene.parties(Spot { token: subject, ..at })).parties);
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
    // "X's **signing of** the Northern Fisheries Convention"
    let of_many = || scene.frames.agreements.joined.contains(&doc.word(at.token).to_lowercase());
    let signing = || stage.over.is_some() && !stage.by_verb && makes(stage.status) && of_many() && is_called_by_name(scene, at);
    // "X's **application** to the Northern Fisheries Agreement"
    let applies = || {
        stage.over.is_some_and(|o| scene.frames.agreements.applies.contains(&doc.lemma(o).to_lowercase())) && is_called_by_name(scene, at)
    };
    // "190 countries signed the Lima Agreement": with each other
    let many = bound.parties.iter().any(|&p| scene.entities.get(p).kind == EntityKind::Group);
    if bound.parties.len() == 1 && !many && (takings.iter().any(|t| joins_by_signing(scene, at, t)) || signing() || applies()) {
        add(&mut bound.parties, naming::own_name(scene, at), 2);
    }
    // "**the court** approved the settlement of X and Y": who signs nothing and only decides
    if !takings.iter().any(|t| t.frame.status == AgreementStatus::Signed && !t.frame.keeps) {
        let judge = |id: EntityId| last_word_in(organ_of(&scene.entities.get(id).name).0, &scene.frames.agreements.judges);
        bound.parties.retain(|&id| !judge(id));
    }
    // "officials and diplomats": of whom nothing is told
    if bound.parties.iter().all(|&p| is_anybody(scene, p)) {
        bound.parties.clear();
    }
    if one_sided && bound.parties.iter().all(|p| others.contains(p)) {
        bound.parties.clear();
    }
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
    without_own_state(scene, &mut bound.parties);
    if !stage.by_verb && !whole {
        // a person binds itself only by what it signs
        bound.parties.retain(|&p| scene.entities.get(p).kind != EntityKind::Person || named.contains(&p));
    }
    bound
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

/// "Norway's minister and **Ana Ruiz of Peru** signed": one of whom only the state is told signs for it where the other does so too.
fn with_another_state(scene: &Scene<'_>, bound: &mut Bound) {
    let own = |id: EntityId| {
        let entity = scene.entities.get(id);
        let plain = entity.kind == EntityKind::Person && !entity.nameless && entity.roles.is_empty();
        entity.country.as_deref().and_then(|c| scene.entities.state(c)).filter(|_| plain)
    };
    // "the premiers of Peru and Chile, Ana Ruiz and Luis Gil, signed"
    let states: Vec<EntityId> = bound.parties.iter().filter_map(|&p| own(p)).collect();
    let apart = states.iter().enumerate().all(|(i, s)| !states[..i].contains(s));
    if states.len() > 1 && states.len() == bound.parties.len() && apart {
        bound.parties = states;
    }
    let state = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::State;
    let Some(other) = bound.parties.iter().copied().find(state) else { return };
    for party in &mut bound.parties {
        if let Some(own) = own(*party).filter(|&own| own != other) {
            *party = own;
        }
    }
}

/// A group of which one word tells what they are and none whose.
fn is_anybody(scene: &Scene<'_>, id: EntityId) -> bool {
    let entity = scene.entities.get(id);
    let bare = scene.frames.agreements.anybody.contains(&entity.name.to_lowercase());
    entity.kind == EntityKind::Group && entity.country.is_none() && bare
}

/// Of an agreement between agencies of one state neither the state is a party nor who only speaks for it.
fn without_own_state(scene: &Scene<'_>, parties: &mut Vec<EntityId>) {
    let country = |id: EntityId| scene.entities.get(id).country.as_deref();
    let is_agency = |id: EntityId| scene.entities.get(id).kind == EntityKind::Organization;
    let Some(first) = parties.first().and_then(|&id| country(id)) else { return };
    let agencies = parties.iter().filter(|&&id| is_agency(id)).count();
    if agencies >= 2 && parties.iter().all(|&id| country(id) == Some(first)) {
        parties.retain(|&id| is_agency(id));
    }
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
fn doers(scene: &Scene<'_>, at: Spot, slots: &[Slot]) -> Vec<EntityId> {
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
                let ids = scene.parties(Spot { token: subject, ..at });
                let person = ids.iter().any(|&id| scene.entities.get(id).kind == EntityKind::Person);
                let plural = doc.is_plural(at.token);
                return (!person && !(ids.is_empty() && (plural || doc.is_plural(subject)))).then_some(ids);
            }
            _ => return None,
        }
    }
    None
}

/// Most words of a body's name that a group is called by.
const LONGEST_BODY: usize = 4;

/// How many clauses over a pronoun are asked.
const REACH: usize = 4;

/// True where a person's office is one of the body's.
fn speaks_for(scene: &Scene<'_>, person: EntityId, body: EntityId) -> bool {
    bind(scene, &[person]).parties.contains(&body)
}

/// States and bodies are bound by themselves, a state's organ binds the state; a person binds the body or state whose office it holds,
/// and signs.
pub fn bind(scene: &Scene<'_>, named: &[EntityId]) -> Bound {
    let mut bound = Bound::default();
    // "the MOU": what the recognizer takes for a body
    let instrument = |id: &EntityId| scene.frames.agreements.instruments.contains_key(&scene.entities.get(*id).name.to_lowercase());
    for &id in named.iter().filter(|id| !instrument(id)) {
        let entity = scene.entities.get(id);
        let state = || entity.country.as_deref().and_then(|c| scene.entities.state(c));
        let party = match entity.kind {
            EntityKind::Person => {
                bound.signatories.push(id);
                let body = || entity.roles.iter().filter(|r| !r.former).find_map(|r| scene.named(r.of.as_deref()?));
                let body = || body().filter(|&b| scene.entities.get(b).kind == EntityKind::Organization);
                // a governor speaks for no state of those that have codes
                let local = |title: &str| scene.frames.agreements.local.contains(&title.to_lowercase());
                // nor does a tycoon
                let private = |title: &str| last_word_in(title, &scene.frames.agreements.private);
                let of_company = |r: &Role| {
                    // the chief executive of a state or a city is one of its own
                    let of_state = r.country.is_some()
                        || r.of
                            .as_deref()
                            .and_then(|of| scene.named(of))
                            .is_some_and(|id| scene.entities.get(id).kind == EntityKind::State);
                    !of_state && last_word_in(&r.title.to_lowercase(), &scene.frames.agreements.of_companies)
                };
                let speaks = !entity.roles.iter().all(|r| private(&r.title))
                    && !entity.roles.iter().any(|r| !r.former && (local(&r.title) || of_company(r)));
                body().or_else(|| state().filter(|_| speaks)).unwrap_or(id)
            }
            EntityKind::Group if last_word_in(&entity.name, &scene.frames.agreements.rebels) => led_by(scene, &entity.name).unwrap_or(id),
            // "Chinese **firms**" are not China
            EntityKind::Group => led_by(scene, &entity.name)
                .or_else(|| state().filter(|_| !last_word_in(&entity.name, &scene.frames.agreements.traders)))
                .unwrap_or(id),
            EntityKind::Organization if is_organ(scene, &entity.name) => {
                // "the White House and Congress": two organs of one state that deal with each other
                let beside = |&other: &EntityId| {
                    other != id
                        && scene.entities.get(other).kind == EntityKind::Organization
                        && scene.entities.get(other).country == entity.country
                };
                let of_state = last_word_in(organ_of(&entity.name).0, &scene.frames.agreements.organs);
                organ_of(&entity.name)
                    .1
                    .and_then(|owner| scene.named(owner))
                    .or_else(|| state().filter(|_| of_state && !named.iter().any(beside)))
                    .unwrap_or(id)
            }
            _ => id,
        };
        if !bound.parties.contains(&party) {
            bound.parties.push(party);
        }
    }
    with_another_state(scene, &mut bound);
    bound
}

/// The body that those speak for who lead or make it up: "**Norlund** leaders", "the other 27 **Norlund** countries", "bosses at **Vestra**".
/// Not that of "Vestra workers".
fn led_by(scene: &Scene<'_>, group: &str) -> Option<EntityId> {
    let words: Vec<&str> = group.split_whitespace().collect();
    if !words.iter().any(|word| scene.frames.agreements.leaders.contains(&word.to_lowercase())) {
        return None;
    }
    let spans = (1..=LONGEST_BODY).rev().flat_map(|len| words.windows(len));
    let body = spans.filter(|words| words[0].starts_with(char::is_uppercase)).find_map(|words| scene.named(&words.join(" ")));
    body.filter(|&id| scene.entities.get(id).kind == EntityKind::Organization)
}

/// The words for an organ, and whose it is: "**Vestra**'s | **board**", "the **board** of | **Vestra**".
fn organ_of(name: &str) -> (&str, Option<&str>) {
    let genitive = ["'s ", "’s ", "s' ", "s’ "].into_iter().filter_map(|mark| name.rfind(mark).map(|at| (at, mark))).max();
    match genitive {
        // the s before a bare mark is the name's own
        Some((at, mark)) => (&name[at + mark.len()..], Some(&name[..at + usize::from(mark.starts_with('s'))])),
        None => name.split_once(" of ").map_or((name, None), |(organ, owner)| (organ, Some(owner))),
    }
}

/// True for a parliament, a cabinet: what it does binds its state.
pub fn is_organ(scene: &Scene<'_>, name: &str) -> bool {
    let frames = &scene.frames.agreements;
    let (organ, _) = organ_of(name);
    // "Norlund **Investors**" is a company's own name
    let own_name = organ == name && organ.split_whitespace().all(|w| w.starts_with(char::is_uppercase));
    last_word_in(organ, &frames.organs) || !own_name && last_word_in(organ, &frames.company_organs)
}

/// True for a body that is a part of its state's government: "the defence **ministry**".
pub fn is_ministry(scene: &Scene<'_>, name: &str) -> bool {
    name.split_whitespace().any(|word| scene.frames.agreements.ministries.contains(&word.to_lowercase()))
}

fn last_word_in(name: &str, words: &HashSet<String>) -> bool {
    // "the Food and Drug Administration" is an agency, "the Lopes Administration" the state
    let own_name = |word: &str| word.starts_with(char::is_uppercase) && name.split_whitespace().count() > 2;
    name.split_whitespace().next_back().is_some_and(|word| words.contains(&word.to_lowercase()) && !own_name(word))
}
