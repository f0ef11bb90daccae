//! Who is named at the instrument's noun: in its slots, in its name, in a clause that hangs on it.

use super::{dealers, initials, instrument, parties::add, subjects};
use crate::{
    entities::{EntityId, EntityKind, Form, Mention},
    events::{
        adpositions, roster,
        scene::{Scene, Spot},
        slots::{self, Slot},
    },
    language::{Pos, Relation, grammar::Oblique},
};

/// Who is named at the instrument's noun.
pub fn at(scene: &Scene<'_>, at: Spot, own: &[Slot]) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let nouns = instrument::name(scene, doc, at.token);
    // what hangs on another noun by "of" is that noun's
    let tells_other = |s: &Slot| matches!(s, Slot::Behind(m) if !scene.frames.adpositions.is_of(m));
    let mut named = Vec::new();
    for &token in &nouns {
        add(&mut named, slots::parties(scene, Spot { token, ..at }, own), usize::MAX);
        // "an order for 40 jets **with X**": hung, by the parser, on what it is for
        for o in doc.obliques(token).into_iter().filter(|o| !doc.is_verbal(o.noun) && scene.party(Spot { token: o.noun, ..at }).is_empty())
        {
            // not "a deal with X for supply **from Y**": with whom it is told already
            let with = || !slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.with).is_empty();
            let mut behind: Vec<Slot> = own.iter().filter(|s| tells_other(s)).cloned().collect();
            behind.retain(|s| !scene.frames.adpositions.from.contains(s) || !with());
            // "an order for 40 **Vestra** jets"
            behind.extend(doc.children_by(o.noun, Relation::NumericModifier).next().map(|_| Slot::Modifier));
            // "the purchase of a stake **in X**"
            if dealers::is_holding(scene, doc, o.noun) {
                behind.extend(scene.frames.adpositions.held_in.iter().cloned().chain([Slot::Possessor]));
            }
            add(&mut named, slots::parties(scene, Spot { token: o.noun, ..at }, &behind), 2);
        }
    }
    // "the takeover of Vestra **by X**": hung, by the parser, on whose it is
    let of = nouns.iter().filter_map(|&n| scene.frames.adpositions.of(doc, n));
    let by: Vec<Slot> = own.iter().filter(|s| scene.frames.adpositions.by.contains(s)).cloned().collect();
    for token in of {
        add(&mut named, slots::parties(scene, Spot { token, ..at }, &by), usize::MAX);
    }
    // "between **JSC Norvel** and Kestrel Transport SA": the first hung, by the parser, on the second
    let between = || own.iter().filter(|s| scene.frames.adpositions.between.contains(s));
    if named.len() == 1
        && let [head] = between().flat_map(|slot| slots::heads(scene, at, slot)).collect::<Vec<_>>()[..]
        && let Some(and) = (doc.noun_phrase(head).start..head).find(|&t| doc.tokens[t].pos == Pos::Cconj)
    {
        let first = (doc.noun_phrase(head).start..and).rev().flat_map(|token| scene.party(Spot { token, ..at })).next();
        named.splice(0..0, first.filter(|id| scene.entities.get(*id).kind == EntityKind::Organization));
        named.dedup();
    }
    // "a merger **between the two firms**"
    if named.is_empty() {
        named = slots::sides(scene, at, &between().cloned().collect::<Vec<Slot>>());
    }
    // "a deal totalling $3m **with X**": hung, by the parser, on what only tells its worth
    let told = doc.children_by(at.token, Relation::NounClause).filter(|&c| !doc.clause(c).infinitive && !doc.is_passive(c));
    for token in told.filter(|&c| scene.frames.agreements.verb(doc.lemma(c), false).is_none()) {
        let behind: Vec<Slot> = own.iter().filter(|s| scene.frames.adpositions.brings_side(s)).cloned().collect();
        add(&mut named, slots::parties(scene, Spot { token, ..at }, &behind), usize::MAX);
    }
    // "the concession held **by X**"
    let had = doc.children_by(at.token, Relation::NounClause).filter(|&c| doc.is_passive(c) || doc.clause(c).participle);
    for token in had.filter(|&c| scene.frames.agreements.held.contains(doc.lemma(c))) {
        let by = scene.frames.adpositions.by.iter().chain(&scene.frames.adpositions.to).cloned().chain([Slot::Agent]);
        add(&mut named, slots::parties(scene, Spot { token, ..at }, &by.collect::<Vec<_>>()), 2);
    }
    // "a contract worth $3m **to X**": the same
    for token in doc.children_by(at.token, Relation::AdjectiveModifier).filter(|&c| c > at.token) {
        let behind: Vec<Slot> = own.iter().filter(|s| tells_other(s)).cloned().collect();
        add(&mut named, slots::parties(scene, Spot { token, ..at }, &behind), usize::MAX);
    }
    if let Some(verb) = doc.governor(at.token).filter(|&v| doc.is_verbal(v) && doc.tokens[at.token].relation == Relation::Object) {
        // "signed a memorandum on Customs Cooperation **with Peru**": hung, by the parser, on what it is about
        let topic = |o: &Oblique| o.marker > at.token && scene.frames.agreements.noun.topics.contains(&doc.lemma(o.marker).to_lowercase());
        let sides: Vec<Slot> = scene.frames.adpositions.with.iter().chain(&scene.frames.adpositions.between).cloned().collect();
        for o in doc.obliques(verb).into_iter().filter(topic).filter(|o| !doc.is_verbal(o.noun)) {
            add(&mut named, slots::parties(scene, Spot { token: o.noun, ..at }, &sides), usize::MAX);
        }
        // "signed a letter of intent for 40 **Vestra** jets": hung, by the parser, on the verb
        let goods = doc
            .obliques(verb)
            .into_iter()
            .filter(|o| o.noun > at.token && adpositions::has(&scene.frames.adpositions.of_goods, doc.lemma(o.marker)))
            .map(|o| o.noun);
        for token in goods.filter(|&t| doc.children_by(t, Relation::NumericModifier).next().is_some()) {
            add(&mut named, slots::parties(scene, Spot { token, ..at }, &[Slot::Modifier]), 2);
        }
    }
    // its own name, "the Northern Fisheries Convention", is no party to it; whom that name holds is: "the **Norway**-**Iceland** Treaty"
    for mention in nouns.iter().filter_map(|&n| scene.entities.mention_at(at.passage, n)).filter(|m| m.form == Form::Name) {
        named.retain(|id| !mention.refers.contains(id));
        // "USMCA": what its long name holds
        let mention = initials::long_name(scene, at).unwrap_or(mention);
        let doc = scene.doc(mention.passage);
        let nested = |t: usize| scene.entities.mention_at(mention.passage, t).filter(|m| m.tokens.len() < mention.tokens.len());
        let within = mention.tokens.range().flat_map(|t| {
            let ids = nested(t).map(|m| m.refers.clone()).unwrap_or_default();
            ids.into_iter().chain(scene.named(doc.word(t))).collect::<Vec<_>>()
        });
        // "the **EU**-Singapore Agreement"
        let union = |id: EntityId| {
            let e = scene.entities.get(id);
            e.kind == EntityKind::Organization && e.country.is_none() && mention.tokens.len() > 2 && e.name.split(' ').all(is_abbreviated)
        };
        add(&mut named, within.filter(|&id| scene.entities.get(id).kind == EntityKind::State || union(id)).collect(), usize::MAX);
    }
    // "between **the Agency under the President of Chile, the Academy of Ports** and Norlund College": hung, by the parser, on other nouns
    if own.iter().any(|s| scene.frames.adpositions.between.contains(s)) {
        let (side_by_side, _) = side_by_side(scene, at);
        let country = |id: EntityId| scene.entities.get(id).country.as_deref();
        // "the **Peru** Trade Board"
        let part = |id: EntityId| {
            scene.entities.get(id).kind == EntityKind::State && side_by_side.iter().any(|&side| country(side) == country(id))
        };
        let same = named.iter().all(|&id| side_by_side.contains(&id) || part(id));
        // what the tree tells wholly stands
        let whole = named.len() > 1 && named.iter().all(|id| side_by_side.contains(id));
        if side_by_side.len() > 1 && named.len() <= side_by_side.len() && same && !whole {
            named = side_by_side;
        }
    }
    // "a memorandum on the **Chile-Peru** Youth Framework"
    // where no two sign it themselves
    let signed =
        || doc.governing_verb(at.token).is_some_and(|token| slots::parties(scene, Spot { token, ..at }, &[Slot::Subject]).len() > 1);
    if named.is_empty() && !signed() {
        let topics = nouns.iter().flat_map(|&n| doc.obliques(n)).filter(|o| {
            scene.frames.agreements.noun.topics.contains(&doc.lemma(o.marker).to_lowercase()) && doc.tokens[o.noun].pos.is_nominal()
        });
        let pairs = topics.map(|o| slots::parties(scene, Spot { token: o.noun, ..at }, &[Slot::Modifier]));
        let states = |ids: &Vec<EntityId>| ids.len() == 2 && ids.iter().all(|&id| scene.entities.get(id).kind == EntityKind::State);
        named = pairs.into_iter().find(states).unwrap_or_default();
    }
    // "X and Y in gas deal"
    if named.is_empty()
        && let Some(p) = doc.governor(at.token).filter(|&p| {
            doc.tokens[at.token].relation == Relation::PrepositionObject && adpositions::has(&scene.frames.adpositions.inside, doc.lemma(p))
        })
        && let Some(token) = doc.governor(p).filter(|&n| doc.tokens[n].pos.is_nominal())
    {
        named = Some(scene.parties(Spot { token, ..at })).filter(|ids| ids.len() >= 2).unwrap_or_default();
    }
    named
}

/// The names of bodies and states that stand one after another behind the noun and "between", and where they end.
pub fn side_by_side(scene: &Scene<'_>, at: Spot) -> (Vec<EntityId>, usize) {
    let doc = scene.doc(at.passage);
    let between = |&t: &usize| adpositions::has(&scene.frames.adpositions.between, doc.lemma(t)) && doc.tokens[t].pos == Pos::Adp;
    let Some(marker) = (at.token + 1..doc.len().min(at.token + MARKER)).find(between) else { return (Vec::new(), at.token) };
    // "the treaty **and its arrangement** between X and Y"
    let mut behind_and = (at.token..marker).skip_while(|&t| doc.tokens[t].pos != Pos::Cconj);
    if (at.token..marker).any(|t| doc.is_verbal(t)) || behind_and.any(|t| instrument::at(scene, doc, t).is_some()) {
        return (Vec::new(), at.token);
    }
    let joint = |t: usize| matches!(doc.tokens[t].pos, Pos::Cconj | Pos::Det) || doc.word(t) == ",";
    let body = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::Organization | EntityKind::State);
    let mut found: Vec<EntityId> = Vec::new();
    let mut t = marker + 1;
    while let Some(first) = (t..doc.len()).find(|&t| !joint(t)).filter(|&first| found.len() < MOST && (found.is_empty() || first > t)) {
        let mention = scene.entities.name_from(at.passage, first).filter(|m| m.tokens.start <= first && m.tokens.end > first);
        let Some((mention, id)) = mention.and_then(|m| Some((m, m.refers.first().copied().filter(body)?))) else { break };
        // "between X and Y and **Z's** mediation"
        if doc.tokens.get(mention.tokens.end).is_some_and(|t| t.pos == Pos::Part) {
            break;
        }
        // "Norlund Polytechnic**, Peru**": where it is
        let state = scene.entities.get(id).kind == EntityKind::State;
        let behind_body = found.last().is_some_and(|&last| scene.entities.get(last).kind == EntityKind::Organization);
        let seat = state && behind_body && doc.word(first - 1) == ",";
        if !seat && !found.contains(&id) {
            found.push(id);
        }
        t = roster::behind_brackets(doc, mention.tokens.end, doc.len());
    }
    (found, t)
}

/// Most sides in a row.
const MOST: usize = 40;

/// How many words behind the noun the "between" is looked for.
const MARKER: usize = 12;

/// The other side in a clause at the noun: "a deal to import gas **from X**", "to buy **X's** jets".
pub fn in_clause(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    in_clause_at(scene, at).into_iter().flat_map(|(_, ids)| ids).collect()
}

/// What the instrument is called, where it has a long name of its own: "the **Northern Fisheries Convention**", and later "the **Convention**".
pub fn own_name(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    // "the **Paris** accord"
    let of_place = |m: &Mention| scene.frames.ties.around.treaty_places.contains(&scene.doc(m.passage).word(m.tokens.start).to_lowercase());
    let long = |m: &Mention| m.form == Form::Name && (m.tokens.len() > 2 || m.tokens.len() > 1 && of_place(m));
    let here = scene.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name);
    if let Some(own) = here.filter(|m| long(m) || initials::noun(scene, doc, at.token).is_some()) {
        return own.refers.clone();
    }
    if here.is_some_and(|m| m.tokens.len() > 1) || doc.modifiers(at.token).next().is_some() {
        return Vec::new();
    }
    let mentions = &scene.entities.mentions;
    let upto = mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, at.token));
    let called = |m: &&Mention| m.tokens.range().any(|t| scene.doc(m.passage).word(t) == doc.word(at.token));
    let named = mentions[..upto].iter().rev().take(BACK).filter(|m| long(m)).find(called);
    named.map(|m| m.refers.clone()).unwrap_or_default()
}

/// "EU", "ASEAN".
fn is_abbreviated(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_uppercase)
}

/// "signed a deal **for Vestra** to sell jets **to Norlund**": whoever signs it, it is between those.
pub fn between_doers(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let clauses = doc.children_by(at.token, Relation::NounClause).chain(subjects::aims(scene, at));
    let marked = |c: usize| doc.children_by(c, Relation::Marker).flat_map(|m| doc.children_by(m, Relation::PrepositionObject)).next();
    let does = |c: usize| doc.own_subject(c).or_else(|| marked(c)).filter(|s| *s > at.token);
    let own = clauses.filter(|&c| doc.clause(c).infinitive).filter_map(|c| does(c).map(|s| (c, s)));
    let body = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::Organization | EntityKind::State);
    let deals = |c: usize| {
        let lemma = doc.lemma(c);
        scene.frames.agreements.transacts(lemma) || scene.frames.agreements.noun.clause_objects.contains(lemma)
    };
    let sides = own.filter(|&(clause, _)| deals(clause)).map(|(clause, subject)| {
        let mut both: Vec<EntityId> = scene.parties(Spot { token: subject, ..at });
        for token in [clause].into_iter().chain(doc.objects(clause)) {
            let slots = [&[Slot::Recipient], scene.frames.adpositions.to.as_slice(), scene.frames.adpositions.from.as_slice()].concat();
            add(&mut both, slots::parties(scene, Spot { token, ..at }, &slots), 2);
        }
        both
    });
    sides.into_iter().find(|both| both.len() == 2 && both.iter().all(body)).unwrap_or_default()
}

/// "a deal **to buy** X's stake"
pub fn buys(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let mut clauses = doc.children_by(at.token, Relation::NounClause).chain(subjects::aims(scene, at));
    let holding = |c: usize| doc.objects(c).into_iter().any(|o| dealers::is_holding(scene, doc, o));
    let buys = |c: usize| scene.frames.agreements.transactions.iter().any(|t| t.through_object && t.lemmas.contains(doc.lemma(c)));
    clauses.any(|c| doc.clause(c).infinitive && buys(c) && holding(c))
}

/// How many words over one in a clause are asked whether it is said of another.
const DEPTH: usize = 12;

/// How many mentions back its name is looked for.
const BACK: usize = 60;

/// The two sides that what a clause at the noun is about lies between: "an agreement to draw a border **between X and Y**".
pub fn between_in_clause(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let clauses = doc.children(at.token).filter(|&c| doc.tokens[c].relation == Relation::NounClause && doc.clause(c).infinitive);
    let objects = clauses.flat_map(|clause| doc.objects(clause));
    let objects = objects.filter(|&o| scene.frames.agreements.between_states.contains(&doc.lemma(o).to_lowercase()));
    objects.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &scene.frames.adpositions.between)).collect()
}

/// The same, with the token that each is named by.
pub fn in_clause_at(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Vec<EntityId>)> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements.noun;
    let binds = |id: &EntityId| matches!(scene.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
    let mut found = Vec::new();
    let mut clauses: Vec<usize> =
        doc.children(at.token).filter(|&c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause)).collect();
    clauses.extend(subjects::aims(scene, at));
    // "a deal **worth** $3m **to license** a drug to X": hung, by the parser, on what only tells its worth
    let worth = doc.children_by(at.token, Relation::AdjectiveModifier).filter(|&c| c > at.token);
    clauses.extend(worth.flat_map(|c| subjects::aims_of(doc, c)));
    for clause in clauses.into_iter().filter(|&c| doc.clause(c).infinitive) {
        let buys = scene.frames.agreements.transacts(doc.lemma(clause));
        let body = |token: usize| {
            let ids = scene.party(Spot { token, ..at });
            !ids.is_empty() && ids.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Organization)
        };
        // "to import **Venezuelan** fuel"
        if frames.clause_goods.contains(doc.lemma(clause)) {
            // "to buy Venezuelan **carmaker Vestra**": of that one
            let goods = doc.objects(clause).into_iter().filter(|&o| !body(o));
            found.extend(goods.map(|token| (token, slots::parties(scene, Spot { token, ..at }, &[Slot::Modifier]))).map(|(t, ids)| {
                // "to buy 45 **Vestra** jets"
                // but not "from Norlund", and no shares
                let from = &scene.frames.adpositions.bought_from;
                let sold = [clause, t].iter().any(|&token| !slots::parties(scene, Spot { token, ..at }, from).is_empty());
                let number = doc.children_by(t, Relation::NumericModifier).next().is_some();
                let counted = number && !sold && !dealers::is_holding(scene, doc, t);
                let kind = |id: EntityId| scene.entities.get(id).kind;
                let makes = |&id: &EntityId| kind(id) == EntityKind::State || counted && kind(id) == EntityKind::Organization;
                (t, ids.into_iter().filter(makes).collect::<Vec<_>>())
            }));
        }
        // "a deal to keep Vestra, **which moves to X**": of Vestra alone
        let said_of = |t: usize| {
            let above = std::iter::successors(Some(t), |&t| doc.governor(t)).take_while(|&t| t != clause).take(DEPTH);
            above.into_iter().any(|t| doc.tokens[t].relation == Relation::RelativeClause)
        };
        let tokens = doc.subtree(clause).range().filter(|&t| !said_of(t)).filter(|&t| match doc.tokens[t].relation {
            Relation::PrepositionObject => {
                let marker = doc.governor(t);
                let part =
                    |p: usize| doc.governor(p).is_some_and(|n| doc.governor(n) == Some(clause) && dealers::is_holding(scene, doc, n));
                // "to buy the printer division **of X**"
                let brings =
                    |p: usize| frames.clause_parties.contains(doc.lemma(p)) || frames.clause_bodies.contains(doc.lemma(p)) && body(t);
                marker.is_some_and(|p| brings(p) || buys && part(p))
            }
            // "a deal to buy **X**", "to supply **X**"
            Relation::Object => (buys || frames.clause_objects.contains(doc.lemma(clause))) && doc.governor(t) == Some(clause),
            // "to help **X** build a port"
            Relation::Subject => {
                frames.clause_objects.contains(doc.lemma(clause)) && doc.governor(t).and_then(|v| doc.governor(v)) == Some(clause)
            }
            // "to buy **X's** jets"
            // and no "stake in **Peru's** bank Vestra"
            relation => {
                let named = || doc.governor(t).is_some_and(|g| !scene.party(Spot { token: g, ..at }).is_empty());
                buys && relation == Relation::Possessor && !named()
            }
        });
        for token in tokens {
            found.push((token, scene.party(Spot { token, ..at }).into_iter().filter(binds).collect()));
        }
    }
    found
}
