//! The verbs that take an instrument: what is done to it, or what it does.

use super::{frames::VerbFrame, instrument};
use crate::{
    events::{phrasal, scene::Scene, status::Outcome},
    language::{Doc, NameSpan, Pos, Relation, grammar::Tense},
    record::AgreementStatus,
};

/// A verb that takes an instrument, and its frame.
#[derive(Debug, Clone, Copy)]
pub struct Taking<'f> {
    /// The verb.
    pub verb: usize,
    /// What the frames say of it.
    pub frame: &'f VerbFrame,
    /// True where the verb's clause hangs on the noun: "the deal **signed** in May".
    pub at_noun: bool,
}

/// How many edges over the noun are climbed.
const REACH: usize = 6;

/// The verbs that take the instrument: those of participle and relative clauses on it ("the deal **reached** in Geneva", "an accord
/// that they **signed**"), then the verb above, of which it is object, passive subject or subject, or which takes it behind an
/// adposition ("**withdrew** from the treaty").
pub fn of<'f>(scene: &Scene<'f>, doc: &Doc, noun: usize) -> Vec<Taking<'f>> {
    let mut found = Vec::new();
    // "the \"Declaration: **The Way Ahead**\" signed by X"
    let titles = doc.appositions(noun).filter(|&a| doc.tokens[a].pos == Pos::Propn && a > noun);
    for of in [Some(noun), counted(scene, doc, noun)].into_iter().flatten().chain(titles) {
        let clauses = clauses(doc, of).into_iter().flat_map(|clause| doc.conjuncts_from(clause));
        for verb in clauses.flat_map(|clause| std::iter::once(clause).chain(meant(scene, doc, clause))) {
            let role = role_in_clause(scene, doc, of, verb).filter(|&role| of == noun || role == Role::Object && verb > noun);
            let frame = role.and_then(|role| frame(scene, doc, verb, role));
            found.extend(frame.map(|frame| Taking { verb, frame, at_noun: true }));
        }
    }
    for verb in matters(scene, doc, noun).into_iter().flat_map(|m| clauses(doc, m)).filter(|&c| is_signed(doc, c)) {
        // "a treaty on ports **proposed by X**"
        let proposed = |f: &VerbFrame| f.status == AgreementStatus::Proposed && doc.agent(verb).is_some();
        let signs = |f: &&VerbFrame| !f.keeps && (matches!(f.status, AgreementStatus::Signed | AgreementStatus::Ratified) || proposed(f));
        found.extend(frame(scene, doc, verb, Role::Object).filter(signs).map(|frame| Taking { verb, frame, at_noun: true }));
    }
    if let Some((verb, role)) = above(scene, doc, noun)
        && let Some(frame) = frame(scene, doc, verb, role)
    {
        // "discussed **the Peru** deal": which others may have made
        let named = || doc.modifiers(noun).any(|m| doc.tokens[m].pos == Pos::Propn);
        let talked_of = scene.frames.agreements.discussing.contains(doc.lemma(verb)) && is_pointed_at(scene, doc, noun) && named();
        let frame = Some(frame).filter(|_| !talked_of).or_else(|| scene.frames.agreements.remark()).unwrap_or(frame);
        found.push(Taking { verb, frame, at_noun: false });
    }
    found
}

/// "a **ceasefire**", "a **peace** treaty".
pub fn is_of_war(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let words = &scene.frames.agreements.of_war;
    std::iter::once(noun).chain(doc.modifiers(noun)).any(|t| words.contains(&doc.lemma(t).to_lowercase()))
}

/// "**the** deal", "**this** deal".
fn is_pointed_at(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    doc.determiner(noun).is_some_and(|d| scene.frames.agreements.again.contains(&doc.word(d).to_lowercase()))
}

/// The noun that the instrument hangs on by "of", whose clauses the parser may mean for it: "the **announcement** of pacts signed in
/// May", "a **series** of deals struck".
fn counted(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<usize> {
    scene.frames.adpositions.over_of(doc, noun).filter(|&n| doc.tokens[n].pos.is_nominal())
}

/// What the instrument is about, right behind it, on which the parser may hang what was done to the instrument: "the memorandum on **trade**
/// signed by Chile and Peru". No other instrument: "a law on the **treaty** signed in May".
fn matters(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Vec<usize> {
    let frames = &scene.frames.agreements;
    let topics = &frames.noun.topics;
    let about = |m: usize| m > noun && topics.contains(&doc.lemma(m).to_lowercase());
    let name = instrument::name(scene, doc, noun);
    let behind = name.iter().flat_map(|&n| doc.children_by(n, Relation::Preposition)).find(|&m| about(m));
    // hung on the verb
    let last = name.iter().max().map_or(noun, |&n| n) + 1;
    let next = || (last..doc.len().min(last + 2)).find(|&m| doc.tokens[m].pos != Pos::Punct).filter(|&m| about(m));
    let Some(marker) = behind.or_else(next) else { return Vec::new() };
    let other = |m: usize| {
        let lemma = doc.lemma(m).to_lowercase();
        frames.instruments.contains_key(&lemma) && !frames.weak.contains(&lemma) && !frames.loose.contains(&lemma)
    };
    let objects = doc.children_by(marker, Relation::PrepositionObject).flat_map(|o| doc.conjuncts_from(o));
    objects.filter(|&m| !other(m)).collect()
}

/// A participle without a subject of its own.
fn is_signed(doc: &Doc, verb: usize) -> bool {
    doc.tokens[verb].relation == Relation::NounClause && doc.own_subject(verb).is_none() && doc.clause(verb).participle
}

/// What an instrument is to a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// What is done to it.
    Object,
    /// What it does: "the treaty **expired**".
    Subject,
}

fn frame<'f>(scene: &Scene<'f>, doc: &Doc, verb: usize, role: Role) -> Option<&'f VerbFrame> {
    if !doc.is_verbal(verb) {
        return None;
    }
    let frames = &scene.frames.agreements;
    let lemma = doc.lemma(verb);
    // "**left** the pact in tatters"
    let in_state = |t: usize| doc.obliques(t).iter().any(|o| frames.left_in.contains(&doc.lemma(o.noun).to_lowercase()));
    let objects = || doc.objects(verb).into_iter().any(in_state);
    if frames.leaving.contains(lemma) && role == Role::Object && (in_state(verb) || objects()) {
        return frames.remark();
    }
    let whole = doc.particle(verb).map(|p| format!("{lemma} {}", doc.lemma(p)));
    let subject = role == Role::Subject;
    // "the treaty ended the war", "the treaty fails to protect them" tell nothing of the treaty
    let goes_on = || doc.children_by(verb, Relation::OpenComplement).any(|c| doc.clause(c).infinitive);
    if subject && (!doc.objects(verb).is_empty() || goes_on()) {
        return None;
    }
    // "put **their names** to a treaty"
    let light = || phrasal::with_object(doc, verb).iter().find_map(|whole| frames.verb(whole, subject));
    whole.and_then(|whole| frames.verb(&whole, subject)).or_else(light).or_else(|| frames.verb(lemma, subject))
}

/// Clauses on the noun: participles, relative clauses, and what an adjective behind it governs ("**due** to be signed").
fn clauses(doc: &Doc, noun: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for c in doc.children(noun) {
        match doc.tokens[c].relation {
            Relation::NounClause | Relation::RelativeClause => found.push(c),
            Relation::AdjectiveModifier if c > noun => found.extend(doc.children_by(c, Relation::OpenComplement)),
            _ => {}
        }
    }
    found
}

/// What those of a relative clause mean to do: "a pact that they hope **to sign**".
fn meant(scene: &Scene<'_>, doc: &Doc, clause: usize) -> Option<usize> {
    let sought = scene.frames.agreements.striving.contains(doc.lemma(clause))
        || matches!(scene.frames.status.says(doc, clause), Some(Outcome::Planned | Outcome::Proposed));
    let relative = sought && doc.tokens[clause].relation == Relation::RelativeClause && doc.is_verbal(clause) && !doc.is_passive(clause);
    doc.children_by(clause, Relation::OpenComplement).find(|&c| relative && doc.clause(c).infinitive)
}

/// What the noun is to a verb in a clause on it.
fn role_in_clause(scene: &Scene<'_>, doc: &Doc, noun: usize, verb: usize) -> Option<Role> {
    if !doc.is_verbal(verb) {
        return None;
    }
    let stands_for = |t: usize| doc.antecedent(t) == Some(noun);
    if doc.is_passive(verb) {
        return doc.own_subject(verb).is_none_or(stands_for).then_some(Role::Object);
    }
    let behind =
        |o: &crate::language::grammar::Oblique| stands_for(o.noun) && scene.frames.agreements.taken_behind.contains(doc.lemma(o.marker));
    if doc.objects(verb).contains(&noun) || doc.obliques(verb).iter().any(behind) {
        return Some(Role::Object);
    }
    if doc.own_subject(verb).is_some_and(stands_for) {
        return Some(Role::Subject);
    }
    let bare = doc.own_subject(verb).is_none() && doc.tokens[verb].relation == Relation::NounClause && !doc.clause(verb).infinitive;
    // "a pact **agreed** with X": what looks like a past tense is its participle
    let done = doc.clause(verb).tense == Tense::Past && scene.frames.agreements.verb(doc.lemma(verb), false).is_some();
    bare.then_some(if done { Role::Object } else { Role::Subject })
}

/// The verb over the noun, and what the noun is to it.
fn above(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<(usize, Role)> {
    let frames = &scene.frames.agreements;
    let mut at = noun;
    for _ in 0..REACH {
        let governor = doc.governor(at)?;
        match doc.tokens[at].relation {
            Relation::Conjunct if doc.tokens[governor].pos.is_nominal() => at = governor,
            Relation::Object | Relation::PassiveSubject => return Some((governor, Role::Object)),
            Relation::Subject => return Some((governor, if doc.is_passive(governor) { Role::Object } else { Role::Subject })),
            Relation::PrepositionObject => {
                let over = doc.governor(governor)?;
                let marker = doc.lemma(governor);
                // "agreed on **the text** of a treaty"
                let worded = frames.wording.contains(doc.lemma(over));
                let counted = scene.frames.adpositions.is_of(marker)
                    && (worded || frames.counts.open.contains(doc.lemma(over)) || doc.tokens[over].pos == Pos::Num);
                // "an agreement with X and **a memorandum** with Y": coordinated, by the parser, with X
                let beside = at != noun && frames.instruments.contains_key(&doc.lemma(over).to_lowercase());
                // "**On** declaration of exports, X submits reports": what stands before the verb is not taken by it
                if doc.is_verbal(over) && governor < over && doc.own_subject(over).is_some_and(|s| s > at) {
                    return None;
                }
                // "X and Y are **bound by** a treaty"
                if doc.is_verbal(over) && doc.is_passive(over) && frames.binding.contains(doc.lemma(over)) {
                    return Some((over, Role::Object));
                }
                if doc.is_verbal(over) {
                    // "signed **Ana Ruiz** on a short-term deal": who is hired
                    let person = |t: usize| doc.name_at(t).is_some_and(NameSpan::is_person);
                    let hires = doc.objects(over).into_iter().any(|o| person(o) || doc.appositions(o).any(person));
                    return (frames.taken_behind.contains(marker) && !hires).then_some((over, Role::Object));
                }
                // "pulled **out of** the deal"
                if matches!(doc.tokens[over].pos, Pos::Adp | Pos::Adv | Pos::Part)
                    && let Some(verb) = doc.governor(over).filter(|&v| doc.is_verbal(v))
                {
                    return frames.taken_behind.contains(doc.lemma(over)).then_some((verb, Role::Object));
                }
                // "suspended its **participation** in the treaty"
                let part = frames.parts_in.contains(doc.lemma(over)) && frames.taken_in.contains(marker);
                // "gave its **approval** to a settlement"
                if doc.tokens[over].relation == Relation::Object
                    && let Some(verb) = doc.governor(over).filter(|_| frames.taken_behind.contains(marker))
                    && frames.verb(&format!("{} {}", doc.lemma(verb), doc.lemma(over).to_lowercase()), false).is_some()
                {
                    return Some((verb, Role::Object));
                }
                if !counted && !beside && !part {
                    return None;
                }
                at = over;
            }
            _ => return None,
        }
    }
    None
}
