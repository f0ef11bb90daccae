//! Who is bound: at the noun, at the verbs that take it, and, where a sentence names one side or nobody, from what stands near.

use super::{
    instrument,
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
}

/// Who is bound by the instrument whose noun stands at a spot. `own` are the slots at the noun.
pub fn of(scene: &Scene<'_>, at: Spot, own: &[Slot], stage: &Stage) -> Bound {
    let doc = scene.doc(at.passage);
    let named = at_noun(scene, at, own);
    let mut bound = bind(scene, &named);
    let whole = bound.parties.len() >= 2;
    let takings = taking::of(scene, doc, at.token);
    for (verb, slots) in verbs(&takings, !named.is_empty()) {
        let by_verb = bind(scene, &slots::parties(scene, Spot { token: verb, ..at }, &slots));
        // who signs what others are bound by signs for one of them, or is a witness
        let signs = |p: &EntityId| !whole || bound.parties.iter().any(|b| scene.same_side(*b, *p) || speaks_for(scene, *p, *b));
        add(&mut bound.signatories, by_verb.signatories.into_iter().filter(signs).collect(), usize::MAX);
        if bound.parties.len() < 2 || (bound.parties.len() == 2 && !whole) {
            let rest = std::mem::take(&mut bound.parties);
            bound.parties = by_verb.parties;
            add(&mut bound.parties, rest, usize::MAX);
        }
        if bound.parties.len() >= 2 {
            break;
        }
    }
    if takings.iter().any(|t| t.frame.joins) {
        let own = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name).map(|m| m.refers.clone());
        add(&mut bound.parties, own.unwrap_or_default(), usize::MAX);
    }
    add(&mut bound.parties, in_clause(scene, at), 2);
    if let Some(over) = stage.over {
        add(&mut bound.parties, bind(scene, &slots::parties(scene, Spot { token: over, ..at }, own)).parties, 2);
        // "is in talks **with X** over", "**X** began talks on"
        let carrier = doc.governing_verb(over).filter(|&v| !scene.frames.agreements.witnesses.contains(doc.lemma(v)));
        if let Some(token) = carrier.filter(|_| bound.parties.len() < 2) {
            let sides = slots::parties(scene, Spot { token, ..at }, &[Slot::Subject, Slot::Behind("with".into())]);
            add(&mut bound.parties, bind(scene, &sides).parties, 2);
        }
    }
    if bound.parties.len() < 2
        && let Some(verb) = stage.verb.filter(|&v| scene.frames.agreements.witnesses.contains(doc.lemma(v)))
    {
        // those who stand by do not sign: their states do
        let witnesses = bind(scene, &slots::parties(scene, Spot { token: verb, ..at }, &[Slot::Subject]));
        let states = witnesses.parties.into_iter().filter(|&p| scene.entities.get(p).kind != EntityKind::Person).collect();
        add(&mut bound.parties, states, usize::MAX);
    }
    if bound.parties.len() < 2 {
        let clause = of_clause(scene, at).map(|subject| bind(scene, &scene.parties(Spot { token: subject, ..at })).parties);
        let rest = std::mem::take(&mut bound.parties);
        bound.parties = clause.unwrap_or_default();
        let both = bound.parties.len() >= 2;
        add(&mut bound.parties, if both { Vec::new() } else { rest }, usize::MAX);
    }
    if !stage.by_verb && !whole {
        // a person binds itself only by what it signs
        bound.parties.retain(|&p| scene.entities.get(p).kind != EntityKind::Person || named.contains(&p));
    }
    bound
}

/// Who is named at the instrument's noun.
fn at_noun(scene: &Scene<'_>, at: Spot, own: &[Slot]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let nouns = instrument::name(scene, doc, at.token);
    let mut named = Vec::new();
    for &token in &nouns {
        add(&mut named, slots::parties(scene, Spot { token, ..at }, own), usize::MAX);
        // "an order for 40 jets **with X**": hung, by the parser, on what it is for
        for o in doc.obliques(token).into_iter().filter(|o| !doc.is_verbal(o.noun) && scene.party(Spot { token: o.noun, ..at }).is_empty())
        {
            let behind: Vec<Slot> = own.iter().filter(|s| matches!(s, Slot::Behind(m) if m != "of")).cloned().collect();
            add(&mut named, slots::parties(scene, Spot { token: o.noun, ..at }, &behind), 2);
        }
    }
    // its own name, "the Northern Fisheries Convention", is no party to it; whom that name holds is: "the **Norway**-**Iceland** Treaty"
    for mention in nouns.iter().filter_map(|&n| scene.entities.mention_at(at.passage, n)).filter(|m| m.form == Form::Name) {
        named.retain(|id| !mention.refers.contains(id));
        let within = mention.tokens.range().filter_map(|t| scene.named(doc.word(t)));
        add(&mut named, within.filter(|&id| scene.entities.get(id).kind == EntityKind::State).collect(), usize::MAX);
    }
    // "X and Y in gas deal"
    if named.is_empty()
        && let Some(p) =
            doc.governor(at.token).filter(|&p| doc.tokens[at.token].relation == Relation::PrepositionObject && doc.lemma(p) == "in")
        && let Some(token) = doc.governor(p).filter(|&n| doc.tokens[n].pos.is_nominal())
    {
        named = Some(scene.parties(Spot { token, ..at })).filter(|ids| ids.len() >= 2).unwrap_or_default();
    }
    named
}

/// Adds those who are not there yet, up to a number.
fn add(to: &mut Vec<EntityId>, more: Vec<EntityId>, most: usize) {
    for id in more {
        if to.len() < most && !to.contains(&id) {
            to.push(id);
        }
    }
}

/// The verbs whose slots may name parties, with those slots, nearest first. Where the noun names a side itself, what stands with the
/// verb behind an adposition belongs to something else.
fn verbs(takings: &[Taking<'_>], named: bool) -> Vec<(usize, Vec<Slot>)> {
    takings
        .iter()
        .filter(|t| !t.frame.parties_of_noun)
        .map(|t| {
            let slots = t.frame.parties.iter().filter(|s| !named || t.at_noun || !matches!(s, Slot::Behind(_)) || t.frame.keeps);
            (t.verb, slots.cloned().collect())
        })
        .collect()
}

/// The subject of the clause that the instrument stands in, where it is the other side: of what is its own ("extended **their**
/// pact"), or what it has with the one who is named ("X hopes for a deal **with Y**").
fn of_clause(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let possessed = doc.possessor(at.token).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    let with = doc.oblique(at.token, "with").is_some_and(|n| !scene.parties(Spot { token: n, ..at }).is_empty());
    let object = doc.tokens[at.token].relation == Relation::Object;
    if !possessed && !with && !object {
        return None;
    }
    let verb = doc.governing_verb(at.token)?;
    let remarks = frames.verb(doc.lemma(verb), false).is_some_and(|f| f.parties_of_noun);
    if remarks {
        return None;
    }
    if matches!(doc.tokens[at.token].relation, Relation::Subject | Relation::PassiveSubject) && doc.governor(at.token) == Some(verb) {
        // "an agreement with Y is under way, **X** said"
        let says = doc.governor(verb).filter(|_| doc.tokens[verb].relation == Relation::ClauseComplement)?;
        return doc.own_subject(says).filter(|_| with);
    }
    let mut clause = verb;
    while doc.own_subject(clause).is_none() && matches!(doc.tokens[clause].relation, Relation::OpenComplement | Relation::Conjunct) {
        clause = doc.governor(clause)?;
    }
    let subject = doc.own_subject(clause).filter(|&s| !under(doc, at.token, s))?;
    (!doc.is_passive(verb)).then(|| doc.antecedent(subject).unwrap_or(subject))
}

/// True where the token stands in the phrase of the noun.
fn under(doc: &Doc, token: usize, noun: usize) -> bool {
    token == noun || doc.governor(token) == Some(noun)
}

/// The other side in a clause at the noun: "a deal to import gas **from X**", "to buy **X's** jets".
fn in_clause(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    in_clause_at(scene, at).into_iter().flat_map(|(_, ids)| ids).collect()
}

/// The same, with the token that each is named by.
pub fn in_clause_at(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Vec<EntityId>)> {
    let doc = scene.doc(at.passage);
    let markers = &scene.frames.agreements.noun.clause_parties;
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    let mut found = Vec::new();
    let clauses = doc.children(at.token).filter(|&c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause));
    for clause in clauses.filter(|&c| doc.clause(c).infinitive) {
        let tokens = doc.subtree(clause).range().filter(|&t| match doc.tokens[t].relation {
            Relation::PrepositionObject => doc.governor(t).is_some_and(|p| markers.contains(doc.lemma(p))),
            relation => relation == Relation::Possessor,
        });
        for token in tokens {
            found.push((token, scene.party(Spot { token, ..at }).into_iter().filter(binds).collect()));
        }
    }
    found
}

/// True where a person's office is one of the body's.
fn speaks_for(scene: &Scene<'_>, person: EntityId, body: EntityId) -> bool {
    bind(scene, &[person]).parties.contains(&body)
}

/// States and bodies are bound by themselves, a state's organ binds the state; a person binds the body or state whose office it holds,
/// and signs.
pub fn bind(scene: &Scene<'_>, named: &[EntityId]) -> Bound {
    let mut bound = Bound::default();
    for &id in named {
        let entity = scene.entities.get(id);
        let state = || entity.country.as_deref().and_then(|c| scene.entities.state(c));
        let party = match entity.kind {
            EntityKind::Person => {
                bound.signatories.push(id);
                let body = || entity.roles.iter().filter(|r| !r.former).find_map(|r| scene.named(r.of.as_deref()?));
                let body = || body().filter(|&b| scene.entities.get(b).kind == EntityKind::Organization);
                body().or_else(|| state().filter(|_| !entity.roles.is_empty())).unwrap_or(id)
            }
            EntityKind::Group => state().unwrap_or(id),
            EntityKind::Organization if is_organ(scene, &entity.name) => state().unwrap_or(id),
            _ => id,
        };
        if !bound.parties.contains(&party) {
            bound.parties.push(party);
        }
    }
    bound
}

/// True for a parliament, a cabinet: what it does binds its state.
pub fn is_organ(scene: &Scene<'_>, name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|word| scene.frames.agreements.organs.contains(&word.to_lowercase()))
}
