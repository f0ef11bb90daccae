//! The other side where only the clause around the instrument tells it: its subject, or whose its subject is.

use super::{binding::bind, dealers, naming, occasion, taking::Taking, transaction};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots,
    },
    language::{Doc, NameSpan, Pos, Relation},
};

/// How many words of those who work somewhere are asked where.
const PHRASE: usize = 40;
/// How many words of a deal its price stands in: "a deal worth $8bn".
const PRICE: usize = 6;
/// How many clauses over the instrument are asked.
const REACH: usize = 4;

/// The subject of the clause that the instrument stands in, where it is the other side: of what is its own ("extended **their**
/// pact"), or what it has with the one who is named ("X hopes for a deal **with Y**").
pub fn subject(scene: &Scene<'_>, at: Spot) -> Option<usize> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let possessed = doc.possessor(at.token).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    let with = !slots::parties(scene, at, &scene.frames.adpositions.with).is_empty();
    let object = doc.tokens[at.token].relation == Relation::Object;
    if !possessed && !with && !object && !frames.noun.frames(doc, at.token) && !results(scene, at) {
        return None;
    }
    let verb = doc.governing_verb(at.token)?;
    if judges(scene, doc, verb) || is_spoken_of(scene, doc, at.token) {
        return None;
    }
    if matches!(doc.tokens[at.token].relation, Relation::Subject | Relation::PassiveSubject) && doc.governor(at.token) == Some(verb) {
        // "now that **its** takeover of Y has been completed, **X** will"
        let ahead = || doc.governing_verb(verb).and_then(|v| doc.own_subject(v)).filter(|&s| s > at.token);
        if let Some(subject) = possessed.then(ahead).flatten() {
            return Some(subject);
        }
        // "an agreement with Y is under way, **X** said"; not "trade deals with Y help growth, **X** said"
        let says = doc.governor(verb).filter(|_| doc.tokens[verb].relation == Relation::ClauseComplement)?;
        let some = doc.is_plural(at.token) && doc.determiner(at.token).is_none() && doc.possessor(at.token).is_none();
        return doc.own_subject(says).filter(|_| with && !some);
    }
    let mut clause = verb;
    // "is back, **buying** its second firm with an agreement"
    let hung = |c: usize| {
        let relation = doc.tokens[c].relation;
        matches!(relation, Relation::OpenComplement | Relation::Conjunct)
            || !object
                && relation == Relation::AdverbialClause
                && doc.clause(c).participle
                && doc.governor(c).is_some_and(|g| doc.is_verbal(g))
    };
    while doc.own_subject(clause).is_none() && hung(clause) {
        clause = doc.governor(clause)?;
    }
    let subject = doc.own_subject(clause).filter(|&s| !under(doc, at.token, s))?;
    (!doc.is_passive(verb)).then(|| doc.antecedent(subject).unwrap_or(subject))
}

/// "told Congress of her **reservations on** a deal with X", not "began **talks on** a deal with X".
fn is_spoken_of(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let frames = &scene.frames.agreements;
    let marker = doc.governor(noun).filter(|&p| frames.noun.topics.contains(&doc.lemma(p).to_lowercase()));
    let over = marker.and_then(|p| doc.governor(p)).filter(|&n| doc.tokens[n].pos == Pos::Noun);
    over.is_some_and(|n| frames.opinions.contains(&doc.lemma(n).to_lowercase()))
}

/// "won a foothold **with** a deal to buy X", "moved into ports **with** a takeover of X": told with the other side.
fn results(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let marker = doc.governor(at.token).filter(|_| doc.tokens[at.token].relation == Relation::PrepositionObject);
    // no "happy with", "familiar with"
    let struggles = |g: usize| scene.frames.agreements.noun.struggling.contains(doc.lemma(g));
    let of_verb =
        |p: usize| doc.governor(p).is_some_and(|g| doc.is_verbal(g) && !struggles(g) || doc.tokens[g].relation == Relation::Object);
    let behind = marker.is_some_and(|p| scene.frames.agreements.noun.resulting.contains(doc.lemma(p)) && of_verb(p));
    let of = || !slots::parties(scene, at, &scene.frames.adpositions.of).is_empty();
    behind && (!naming::in_clause(scene, at).is_empty() || of())
}

/// "**X** cut jobs amid a bid from Y", "**X's** shares rose after an offer from Y": of whom a bid is made that only names who makes it.
pub fn faces(scene: &Scene<'_>, at: Spot, of_whom: &[slots::Slot]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let marker = doc.governor(at.token).filter(|_| doc.tokens[at.token].relation == Relation::PrepositionObject);
    let faced = marker.is_some_and(|p| scene.frames.agreements.noun.facing.contains(&doc.lemma(p).to_lowercase()));
    let maker = slots::parties(scene, at, &[&[slots::Slot::Possessor], scene.frames.adpositions.from.as_slice()].concat());
    // "an offer from Y **for Z**", "an offer **to clean** its offices": hung on the noun or on who makes it
    let behind: Vec<slots::Slot> = of_whom.iter().filter(|slot| matches!(slot, slots::Slot::Behind(_))).cloned().collect();
    let under = doc.subtree(at.token).range();
    let of_more = under.take(PHRASE).any(|t| {
        let aim = doc.is_verbal(t) && doc.clause(t).infinitive;
        aim || t != at.token && !slots::parties(scene, Spot { token: t, ..at }, &behind).is_empty()
    });
    if !faced || maker.is_empty() || of_more || !slots::parties(scene, at, of_whom).is_empty() {
        return Vec::new();
    }
    // a bare "offer" may be of anything
    let whole = doc.children_by(at.token, Relation::Compound).next().is_some();
    let verbs = std::iter::successors(doc.governing_verb(at.token), |&v| doc.governing_verb(v)).take(REACH);
    let company = |token: usize| {
        let ids = scene.parties(Spot { token, ..at });
        let fits = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Organization && !maker.contains(id);
        Some(ids).filter(|ids| ids.len() == 1 && ids.iter().all(fits))
    };
    let mut subjects = verbs.filter_map(|v| Some((v, doc.own_subject(v)?)));
    let told_of_another = |v: usize| doc.objects(v).into_iter().any(|o| company(o).is_some());
    let found = subjects.find_map(|(v, s)| {
        let itself = company(s).filter(|_| whole && !told_of_another(v));
        itself.or_else(|| doc.possessor(s).and_then(company))
    });
    found.unwrap_or_default()
}

/// The other side of what is done under the instrument: "will supply **X** with engines under a contract", "bought 40 jets **from X** under a
/// deal".
pub fn dealt_with(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let Some(token) = doc.governing_verb(at.token).filter(|_| frames.noun.frames(doc, at.token)) else { return Vec::new() };
    let verb = Spot { token, ..at };
    let serves = frames.noun.clause_objects.contains(doc.lemma(token)).then_some(frames.noun.served.as_slice());
    // "will receive a fee **from X**"
    let takes = frames.noun.clause_goods.contains(doc.lemma(token)).then_some(scene.frames.adpositions.from.as_slice());
    let slots = serves.or(takes).or_else(|| transaction::frame(scene, verb).map(|f| f.parties.as_slice()));
    let Some(slots) = slots else { return Vec::new() };
    let found = slots::parties(scene, verb, slots);
    if !found.is_empty() {
        return found;
    }
    // "will supply trains **to X**": hung, by the parser, on the trains
    doc.objects(token).into_iter().flat_map(|token| slots::parties(scene, Spot { token, ..at }, slots)).collect()
}

/// For whom a paper is told to be signed: "was signed **on behalf of Peru** by X and **on behalf of Chile** by Y", "**on the Peruvian side** by X".
pub fn on_behalf(scene: &Scene<'_>, verb: Spot) -> Vec<EntityId> {
    let doc = scene.doc(verb.passage);
    let frames = &scene.frames.agreements;
    let sentence = doc.sentence_of(verb.token);
    let spot = |token: usize| Spot { token, ..verb };
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    let told = |t: usize| match doc.lemma(t).to_lowercase() {
        word if frames.behalf.contains(&word) => slots::parties(scene, spot(t), &scene.frames.adpositions.of),
        word if frames.own_side.contains(&word) => scene.parties(spot(t)),
        _ => Vec::new(),
    };
    let mut found: Vec<EntityId> = Vec::new();
    let here = |&t: &usize| doc.tokens[t].pos == Pos::Noun && doc.governing_verb(t) == Some(verb.token);
    for id in sentence.range().take(PHRASE).filter(here).flat_map(told).filter(binds) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// Both sides of what is done under an instrument that names neither: "**Peru** ceded the island **to Chile** under a treaty". States or
/// bodies, and no more than two.
pub fn framed(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let noun = &scene.frames.agreements.noun;
    let Some(token) = doc.governing_verb(at.token).filter(|_| noun.frames(doc, at.token)) else { return Vec::new() };
    // "ruled for Peru against Chile under a treaty", "under a pact with the devil", "under the Geneva accords"
    let of_others =
        !scene.frames.adpositions.with.iter().all(|with| slots::heads(scene, at, with).is_empty()) || occasion::is_of_many(scene, at);
    if of_others || dealers::is_judged(scene, Spot { token, ..at }) {
        return Vec::new();
    }
    let mut found = slots::sides(scene, Spot { token, ..at }, &noun.framed);
    for token in doc.objects(token) {
        found.extend(slots::parties(scene, Spot { token, ..at }, &noun.framed));
    }
    let mut sides = bind(scene, &found).parties;
    sides.dedup();
    let binds = |&id: &EntityId| matches!(scene.entities.get(id).kind, EntityKind::State | EntityKind::Organization);
    let two = matches!(*sides, [a, b] if !scene.same_side(a, b)) && sides.iter().all(binds);
    if two { sides } else { Vec::new() }
}

/// Whose workers they are who come to terms: "the pilots **at Vestra** agreed to a contract", "ended their strike **against Vestra**".
pub fn employer(scene: &Scene<'_>, at: Spot, takings: &[Taking<'_>]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let subjects = takings.iter().filter_map(|t| doc.subject(t.verb));
    // "**union** leaders"
    let staff = |s: &usize| {
        let words = doc.noun_phrase(*s).range().take(PHRASE);
        words.into_iter().any(|t| t <= *s && frames.staff.contains(&doc.lemma(t).to_lowercase()))
    };
    let staff: Vec<usize> = subjects.filter(staff).collect();
    // "a union representing pilots **at Vestra**"
    let words = staff.iter().flat_map(|&s| doc.subtree(s).range().take(PHRASE)).filter(|&t| t < at.token && doc.tokens[t].pos.is_nominal());
    let employed = words.flat_map(|token| theirs(scene, Spot { token, ..at }, &frames.employed));
    // "ended their **strike** against Vestra", "a settlement in a strike at **Vestra's** plant"
    let sentence = doc.sentence_of(at.token);
    let of_paper = doc.subtree(at.token);
    // theirs, or what the paper ends; no air strike
    let struck = |t: &usize| {
        let theirs = doc.possessor(*t).is_some_and(|p| doc.tokens[p].pos == Pos::Pron) || of_paper.holds(*t);
        let dated = |m: usize| doc.tokens[m].relation == Relation::Possessor || doc.name_at(m).is_some_and(NameSpan::is_date);
        let plain = doc.modifiers(*t).all(dated);
        doc.tokens[*t].pos == Pos::Noun && frames.strikes.contains(doc.lemma(*t)) && theirs && plain
    };
    let strikes = sentence.range().take(PHRASE).filter(|t| !staff.is_empty() && struck(t));
    let struck = strikes.flat_map(|token| theirs(scene, Spot { token, ..at }, &frames.struck));
    employed.chain(struck).filter(|&id| scene.entities.get(id).kind == EntityKind::Organization).take(1).collect()
}

/// Who stands in the slots of a noun, or has what stands there: "at **Vestra**", "at **Vestra**'s plant".
fn theirs(scene: &Scene<'_>, at: Spot, slots: &[slots::Slot]) -> Vec<EntityId> {
    let own = slots::parties(scene, at, slots);
    if !own.is_empty() {
        return own;
    }
    let places = slots.iter().flat_map(|slot| slots::heads(scene, at, slot));
    places.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &[slots::Slot::Possessor, slots::Slot::Modifier])).collect()
}

/// Whose clause it is that only says with whom the instrument is: "**Iran** said its tests were no breach of a deal reached with six
/// powers". The nearest subject, or whose it is, that is another state, or, of a body's instrument, another body.
pub fn whose(scene: &Scene<'_>, at: Spot, takings: &[Taking<'_>], named: &[EntityId]) -> Option<Vec<EntityId>> {
    let doc = scene.doc(at.passage);
    let &[one] = named else { return None };
    let with = |token: usize| !slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.with).is_empty();
    if !with(at.token) && !takings.iter().any(|t| t.at_noun && with(t.verb)) {
        return None;
    }
    let kind = |id: EntityId| scene.entities.get(id).kind;
    let other = |id: &EntityId| {
        let fits = kind(*id) == EntityKind::State || kind(one) == EntityKind::Organization && kind(*id) == EntityKind::Organization;
        fits && !scene.same_side(*id, one)
    };
    let of = |token: usize| {
        let ids = bind(scene, &scene.parties(Spot { token, ..at })).parties;
        Some(ids).filter(|ids| ids.len() == 1 && ids.iter().all(other))
    };
    // "a deal with six powers over **its** programme"
    let own = doc.subtree(at.token).range().filter(|&t| t > at.token && doc.tokens[t].morph.possessive);
    if let Some(ids) = own.into_iter().find_map(of) {
        return Some(ids);
    }
    let mut verb = doc.governing_verb(at.token)?;
    // who only says or is told of a deal, or judges it, has no part in it
    let mut speaks = judges(scene, doc, verb) || is_spoken_of(scene, doc, at.token);
    for _ in 0..REACH {
        speaks |= doc.is_passive(verb);
        if let Some(subject) = doc.own_subject(verb).filter(|&s| !under(doc, at.token, s)) {
            let subject = doc.antecedent(subject).unwrap_or(subject);
            let itself = Some(subject).filter(|_| !speaks).and_then(of);
            let whose = || doc.possessor(subject).filter(|_| !judges(scene, doc, verb)).and_then(of);
            if let Some(ids) = itself.or_else(whose) {
                return Some(ids);
            }
        }
        speaks |= !matches!(doc.tokens[verb].relation, Relation::OpenComplement | Relation::Conjunct);
        verb = doc.governing_verb(verb)?;
    }
    None
}

/// "**Norlund** said Vestra had rejected a deal": who tells of an offer that another turned down has made it.
pub fn spurned(scene: &Scene<'_>, at: Spot, verb: usize) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let says = doc.governor(verb).filter(|_| doc.tokens[verb].relation == Relation::ClauseComplement);
    let anew = doc.determiner(at.token).is_some_and(|d| scene.frames.agreements.anew.contains(&doc.word(d).to_lowercase()));
    // "a deal worth $8bn", of business: papers report the other ones
    let near = at.token..doc.sentence_of(at.token).end.min(at.token + PRICE);
    let priced = near.into_iter().any(|t| doc.name_at(t).is_some_and(NameSpan::is_sum));
    // "had rejected **its** offer"
    let own = doc.possessor(at.token).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    let speaker = says.and_then(|s| doc.own_subject(s)).filter(|_| own || anew && priced);
    let mut who = speaker.map(|token| scene.parties(Spot { token, ..at })).unwrap_or_default();
    who.retain(|&id| scene.entities.get(id).kind == EntityKind::Organization);
    who
}

/// "**criticised** the deal": who only remarks on an instrument tells nothing of who is bound.
fn judges(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    scene.frames.agreements.verb(doc.lemma(verb), false).is_some_and(|f| f.parties_of_noun)
}

/// True where the token stands in the phrase of the noun.
fn under(doc: &Doc, token: usize, noun: usize) -> bool {
    token == noun || doc.governor(token) == Some(noun)
}
