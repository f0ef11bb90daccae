//! An instrument's noun and what the sentence makes of it.

use std::collections::HashSet;

use super::{
    Accord, Told, annex, binding, business::Trade, clause, count, crowd, dealers, hires, initials, lead, merge, naming, nobody,
    occasion::Occasions, organs, parties, stage, subjects, taking,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        adpositions, place,
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
        when,
    },
    language::{Doc, NameSpan, Pos, Relation, grammar::Oblique},
    record::{AgreementStatus, Instrument, Precision},
};

/// An instrument's noun: its kind, and what it takes to be one.
#[derive(Debug, Clone, Copy)]
pub struct Noun<'f> {
    /// What kind.
    pub kind: Instrument,
    /// Where it is one.
    pub needs: Needs<'f>,
}

/// Where an instrument's noun is one.
#[derive(Debug, Clone, Copy)]
pub enum Needs<'f> {
    /// Anywhere.
    Nothing,
    /// Where somebody does something with it in the same breath.
    Verb,
    /// Where it is signed or concluded there.
    Conclusion,
    /// There, or where it is begun: two who only have it signed nothing.
    Beginning,
    /// There, or where the noun itself names two parties.
    VerbOrParties,
    /// Where two companies deal by it.
    Bodies(&'f Trade),
}

/// The instrument that the noun at a token names.
pub fn at<'f>(scene: &Scene<'f>, doc: &Doc, token: usize) -> Option<Noun<'f>> {
    let frames = &scene.frames.agreements;
    // "the Project and **Contract** Office": a word of a longer name
    let first = doc.governor(token).filter(|&g| doc.tokens[token].relation == Relation::Conjunct && g + 2 == token).unwrap_or(token);
    if doc.tokens[first].relation == Relation::Compound
        && doc.governor(first).is_some_and(|g| g > token && doc.tokens[g].pos.is_nominal() && !frames.tells_stage(doc, g))
    {
        return None;
    }
    let lemma = initials::noun(scene, doc, token).map_or_else(|| doc.lemma(token).to_lowercase(), str::to_owned);
    // a name's lemma keeps its plural
    let several = doc.is_plural(token) || doc.tokens[token].pos == Pos::Propn;
    let plural = several && !frames.instruments.contains_key(&lemma);
    let lemma = if plural { lemma.trim_end_matches('s').to_owned() } else { lemma };
    let modified_by = |words: &HashSet<String>| doc.modifiers(token).any(|m| words.contains(&doc.lemma(m).to_lowercase()));
    let concluded = || taking::of(scene, doc, token).iter().any(|t| !t.frame.keeps && !t.frame.parties_of_noun);
    let none = &frames.not_instruments;
    let forbidden = || modified_by(&none.modified_by) || modified_by(&none.judged) && !concluded();
    // "a tie-up": the tokenizer parts it
    let lemma = match doc.hyphened(token) {
        Some(before) => format!("{}-{lemma}", doc.word(before).to_lowercase()),
        None => lemma,
    };
    if frames.yielded.contains(&lemma) && nobody::is_yielded(scene, doc, token) {
        return None;
    }
    if frames.adverbial.contains(&lemma) && only_says_how(scene, doc, token) {
        return None;
    }
    let of = scene.frames.adpositions.of(doc, token).map(|of| format!("{lemma} of {}", doc.word(of).to_lowercase()));
    let with_before = token.checked_sub(1).map(|before| format!("{} {lemma}", doc.word(before).to_lowercase()));
    if [&of, &with_before].into_iter().flatten().any(|long| none.names.contains(long)) {
        return None;
    }
    let mut name = lemma.clone();
    // "letter of intent", "memorandum of understanding"
    if let Some(long) = of.filter(|long| frames.instruments.contains_key(long)) {
        name = long;
    }
    // "joint statement", "takeover attempt"
    if let Some(long) = with_before.as_ref().filter(|long| frames.instruments.contains_key(*long)) {
        name.clone_from(long);
    }
    let Some(&kind) = frames.instruments.get(&name) else {
        let called = |t: &&Trade| t.nouns.contains(&lemma) || with_before.as_ref().is_some_and(|long| t.nouns.contains(long));
        let all_that_is_sold = || doc.is_plural(token) && doc.possessor(token).is_some();
        let trade = frames.trades.iter().find(called).filter(|t| !(forbidden() || t.revenue && all_that_is_sold()))?;
        return Some(Noun { kind: Instrument::Deal, needs: Needs::Bodies(trade) });
    };
    let needs = if frames.loose.contains(&name) {
        Needs::Conclusion
    } else if frames.ties.contains(&name) {
        Needs::Beginning
    } else if frames.weak.contains(&name) {
        Needs::Verb
    } else if frames.paired.contains(&name) {
        Needs::VerbOrParties
    } else {
        Needs::Nothing
    };
    let weak = frames.weak.contains(&name) && modified_by(&none.weak_modified_by);
    (!forbidden() && !weak).then_some(Noun { kind, needs })
}

/// "used **in combination** with X": behind "in", without an article or a word of what kind.
fn only_says_how(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let inside = |p: usize| adpositions::has(&scene.frames.adpositions.inside, doc.lemma(p));
    let with = |o: &Oblique| adpositions::has(&scene.frames.adpositions.with, doc.lemma(o.marker));
    doc.tokens[noun].relation == Relation::PrepositionObject
        && doc.obliques(noun).iter().any(with)
        && doc.governor(noun).is_some_and(|p| inside(p) && p + 1 == noun && doc.governor(p).is_some_and(|v| doc.is_verbal(v)))
}

/// The nouns of an instrument's name, on any of which what belongs to it may hang: "memorandum of **understanding** (**MOU**) with X".
pub fn name(scene: &Scene<'_>, doc: &Doc, token: usize) -> Vec<usize> {
    let parts = &scene.frames.agreements.noun.name_parts;
    let mut nouns = vec![token];
    // "Memorandum of **Understanding**", which may be taken for a verb's form
    let part = |n: usize| parts.contains(doc.lemma(n)) || parts.contains(doc.word(n));
    nouns.extend(doc.obliques(token).into_iter().map(|o| o.noun).filter(|&n| part(n)));
    // "signed an agreement with X, the first Peruvian **exports** of fish": that is no name of it
    let sides = |o: &Oblique| scene.frames.adpositions.brings_side(&Slot::Behind(doc.lemma(o.marker).to_lowercase()));
    let names_it = |&a: &usize| {
        let paper = || scene.frames.agreements.instruments.contains_key(&doc.lemma(a).to_lowercase());
        doc.tokens[a].pos != Pos::Noun || paper() || doc.obliques(a).iter().any(sides)
    };
    let named: Vec<usize> = nouns.iter().flat_map(|&n| doc.appositions(n)).filter(names_it).collect();
    nouns.extend(named);
    nouns
}

/// "secured **the agreement** of X": its consent.
fn is_consent(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let of = scene.frames.adpositions.of(doc, at.token).is_some_and(|n| !scene.party(Spot { token: n, ..at }).is_empty());
    let gets = |v: usize| scene.frames.agreements.consent.contains(doc.lemma(v));
    of && doc.tokens[at.token].relation == Relation::Object && doc.governor(at.token).is_some_and(gets)
}

/// "any deal", "without a deal".
pub fn is_none_in_particular(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let none = &scene.frames.agreements.not_instruments;
    doc.determiner(noun).is_some_and(|d| none.determiners.contains(&doc.word(d).to_lowercase()))
        || doc
            .governor(noun)
            .is_some_and(|p| doc.tokens[noun].relation == Relation::PrepositionObject && none.behind.contains(doc.lemma(p)))
}

/// True in a condition ("if a deal is reached"); "if the deal **that they signed** holds" tells of one all the same.
pub fn is_supposed(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let told = || taking::of(scene, doc, noun).iter().any(|t| t.at_noun && !t.frame.keeps && stage::is_told(doc, t.verb));
    scene.frames.status.noun_is_conditional(doc, noun) && !told()
}

/// "the **signing of** the protocol", "**negotiations on** a declaration": as telling as a verb.
fn is_named_over(scene: &Scene<'_>, at: Spot, stage: &stage::Stage) -> bool {
    use AgreementStatus::{Negotiating, Planned, Ratified, Signed};
    // "look forward to the entry into force of the Northern Partnership": of whom is not told
    let named = || naming::at(scene, at, &scene.frames.agreements.noun.parties).len() > 1;
    stage.over.is_some() && (matches!(stage.status, Signed | Ratified) || matches!(stage.status, Planned | Negotiating) && named())
}

/// True where a verb, or a noun for it, signs what it takes, or is one of two sides that come to terms.
fn concludes(scene: &Scene<'_>, doc: &Doc, noun: usize, stage: &stage::Stage) -> bool {
    let frames = &scene.frames.agreements;
    // "the treaty will **establish** a programme"
    let by_instrument = |v: usize| doc.own_subject(v).is_some_and(|s| frames.instruments.contains_key(&doc.lemma(s).to_lowercase()));
    let signs = |v: usize| {
        frames
            .verb(doc.lemma(v), false)
            .is_some_and(|f| !f.keeps && !f.joins && matches!(f.status, AgreementStatus::Signed | AgreementStatus::Ratified))
    };
    // "**established** a research programme"
    let founds = |v: usize| frames.schemes.contains(doc.lemma(noun)) && frames.founding.contains(doc.lemma(v));
    let mutual = |v: usize| frames.mutual.contains(doc.lemma(v)) && !founds(v);
    // "signed the Northern Plan **into law**": a bill
    let enacts = |o: &Oblique| frames.enacted.contains(doc.lemma(o.noun)) && frames.enacted_behind.contains(doc.lemma(o.marker));
    let bill = |v: usize| doc.obliques(v).iter().any(enacts);
    let by_verb = |v: usize| (!by_instrument(v) || doc.is_passive(v)) && (signs(v) && !bill(v) || mutual(v));
    // "the **signing of** the framework"
    let by_noun = stage.over.is_some() && matches!(stage.status, AgreementStatus::Signed | AgreementStatus::Ratified);
    stage.by_verb && stage.verb.is_some_and(by_verb) || by_noun
}

/// "**launched** a partnership", "**scrapped** one", not "the longstanding partnership that they **have**", "a **deepening** partnership".
fn begins(scene: &Scene<'_>, doc: &Doc, stage: &stage::Stage) -> bool {
    let lasting = matches!(stage.status, AgreementStatus::Agreed | AgreementStatus::Negotiating);
    stage.by_verb && stage.verb.is_some_and(|v| !lasting || scene.frames.agreements.beginning.contains(doc.lemma(v)))
}

/// How far a deal between companies has come that a noun of business names.
fn trade_stage(scene: &Scene<'_>, doc: &Doc, trade: &Trade, stage: &stage::Stage) -> AgreementStatus {
    // "**completed** its bid for X"
    let closed = || stage.verb.is_some_and(|v| stage::is_told(doc, v) && scene.frames.agreements.closing.contains(doc.lemma(v)));
    let signs =
        |v: usize| scene.frames.agreements.verb(doc.lemma(v), false).is_some_and(|f| !f.keeps && f.status == AgreementStatus::Signed);
    let makes =
        |v: usize| scene.frames.agreements.verb(doc.lemma(v), false).is_some_and(|f| !f.keeps && f.status == AgreementStatus::Agreed);
    match stage.status {
        AgreementStatus::Agreed if trade.one_sided && closed() => AgreementStatus::Agreed,
        // "means to **block** the takeover", "**keeps up** its bid": nobody signs it
        AgreementStatus::Signed if !stage.verb.is_some_and(signs) => trade.status,
        // made, raised, launched: the other side has yet to take it
        AgreementStatus::Agreed | AgreementStatus::Signed | AgreementStatus::Planned if trade.one_sided && !stage.taken => trade.status,
        // "is **making** a bid"
        AgreementStatus::Negotiating if trade.one_sided && stage.verb.is_some_and(makes) => trade.status,
        AgreementStatus::Terminated if trade.one_sided => AgreementStatus::Rejected,
        AgreementStatus::Agreed if !stage.by_verb => trade.status,
        status => status,
    }
}

/// True where those are parties that such a deal can be between: a merger is of companies, nobody takes over a state, and of an
/// investment it is told in whom, and how much it is or that it is made.
fn is_of_companies(scene: &Scene<'_>, at: Spot, trade: &Trade, stage: &stage::Stage, bound: &binding::Bound) -> bool {
    let doc = scene.doc(at.passage);
    let state = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::State;
    let made = || matches!(stage.status, AgreementStatus::Agreed | AgreementStatus::Planned | AgreementStatus::Proposed);
    let told = || {
        let amount = |t: usize| doc.name_at(t).is_some_and(NameSpan::is_sum);
        doc.noun_phrase(at.token).range().any(amount) || stage.by_verb && stage.verb.is_some_and(|v| stage::is_told(doc, v))
    };
    let taken_over = || slots::parties(scene, at, &trade.of_whom).iter().any(state);
    if trade.own {
        return !slots::parties(scene, at, &trade.of_whom).is_empty() && !bound.parties.iter().any(state) && made() && told();
    }
    if trade.of_companies { !bound.parties.iter().any(state) } else { !(trade.whole && taken_over()) }
}

/// "**rumours** of a merger", "the **possibility** of making a bid": which nobody has agreed on.
fn is_rumoured(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let of = |t: usize| doc.governor(t).filter(|&p| scene.frames.adpositions.is_of(doc.lemma(p))).and_then(|p| doc.governor(p));
    let made = |v: &usize| doc.tokens[noun].relation == Relation::Object && doc.tokens[*v].relation == Relation::PrepositionComplement;
    let over = scene.frames.adpositions.over_of(doc, noun).or_else(|| doc.governor(noun).filter(made).and_then(of));
    over.is_some_and(|over| scene.frames.agreements.rumours.contains(&doc.lemma(over).to_lowercase()))
}

/// "**X** has approached **Y** about a takeover": who bids and who is bid for.
fn approached(scene: &Scene<'_>, at: Spot, trade: &Trade) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let marker = doc.governor(at.token).filter(|&p| frames.talked_behind.contains(doc.lemma(p)));
    // "about the merger **of Y and Z**"
    if !slots::parties(scene, at, &trade.parties).is_empty() {
        return Vec::new();
    }
    let verb = marker.and_then(|p| doc.governing_verb(p)).filter(|&v| trade.whole && frames.approaching.contains(doc.lemma(v)));
    let told = verb.filter(|&v| scene.frames.status.of_verb(doc, v).is_some_and(|s| s.outcome == Outcome::Happened));
    let who = |token| parties::doers(scene, Spot { token, ..at }, &[Slot::Subject, Slot::Object, Slot::Agent]);
    let both = told.map(who).unwrap_or_default();
    if both.len() == 2 && dealers::between_bodies(scene, &both) { both } else { Vec::new() }
}

/// "Z blocked the takeover of X **by Y**": who lets others deal, or keeps them from it, is none of them; and the parser hangs on the verb who
/// makes it.
fn hindered(scene: &Scene<'_>, at: Spot, trade: &Trade, stage: &stage::Stage, bound: &mut binding::Bound) {
    let doc = scene.doc(at.passage);
    let Some(token) = stage.verb.filter(|_| trade.whole) else { return };
    let verb = Spot { token, ..at };
    let own = naming::at(scene, at, &trade.parties);
    let sought = slots::parties(scene, at, &trade.of_whom);
    if stage.taken || sought.is_empty() {
        // "the **Trade Commission** approved the bid"
        let lets = |id: &EntityId| organs::last_word_in(&scene.entities.get(*id).name.to_lowercase(), &scene.frames.agreements.regulators);
        bound.parties.retain(|p| own.contains(p) || !lets(p));
    }
    if sought.is_empty() || doc.is_passive(token) || !scene.frames.agreements.hindering.contains(doc.lemma(token)) {
        return;
    }
    let hinders = binding::bind(scene, &slots::sides(scene, verb, &[Slot::Subject])).parties;
    bound.parties.retain(|p| own.contains(p) || !hinders.contains(p));
    if bound.parties.len() < 2 {
        parties::add(&mut bound.parties, slots::parties(scene, verb, &scene.frames.adpositions.by), 2);
        bound.at_noun = true;
    }
}

/// Who is bid for or bought: "a bid **for X**", "the takeover **of X**", or whoever takes or rejects what another has made.
fn target(scene: &Scene<'_>, at: Spot, trade: &Trade, stage: &stage::Stage, parties: &[EntityId]) -> Option<EntityId> {
    // "made a bid **for X**": hung, by the parser, on the noun or on its verb
    let words = [Some(at.token), stage.verb].into_iter().flatten();
    let named = words.flat_map(|token| slots::parties(scene, Spot { token, ..at }, &trade.of_whom)).find(|id| parties.contains(id));
    let answers = stage.taken || stage.status == AgreementStatus::Rejected;
    let who = || stage.verb.filter(|_| answers && trade.one_sided).map(|token| slots::sides(scene, Spot { token, ..at }, &[Slot::Subject]));
    named.or_else(|| who().into_iter().flatten().find(|id| parties.contains(id)))
}

/// What the noun at a token tells.
pub fn read(scene: &Scene<'_>, at: Spot, occasions: &Occasions<'_>) -> Option<Told> {
    let doc = scene.doc(at.passage);
    let noun = self::at(scene, doc, at.token)?;
    if is_none_in_particular(scene, doc, at.token)
        || is_supposed(scene, doc, at.token)
        || is_consent(scene, at)
        || hires::is_of_somebody(scene, at, noun.kind)
    {
        return None;
    }
    let mut stage = stage::of(scene, at)?;
    let own = &scene.frames.agreements.noun.parties;
    if let Needs::Bodies(trade) = noun.needs {
        stage.status = trade_stage(scene, doc, trade, &stage);
    }
    let takings = taking::of(scene, doc, at.token);
    let mut anchors: Vec<usize> = takings.iter().filter(|t| !t.frame.keeps).map(|t| t.verb).collect();
    anchors.push(at.token);
    anchors.extend(stage.verb.filter(|v| takings.iter().all(|t| t.verb != *v)));
    let outcome = if stage.status == AgreementStatus::Planned { Outcome::Planned } else { Outcome::Happened };
    let date = when::of(scene, at.passage, &anchors, outcome);
    // "Cooperation Programme for 2024–2026": no day of a signing
    let entitled = annex::told_above(scene, at.passage).is_some();
    let is_day = |d: &when::Dating| d.value.as_ref().is_some_and(|v| v.precision() == Precision::Day);
    let date = date.filter(|d| !entitled || is_day(d));
    // "Memorandum of **Understanding**"
    let over = || doc.governor(at.token).filter(|&p| scene.frames.adpositions.is_of(doc.lemma(p))).and_then(|p| doc.governor(p));
    let part = || over().is_some_and(|over| self::at(scene, doc, over).is_some());
    // "Executive Programme between X and Y", in a list of what was signed
    let listed = || entitled && !part() && naming::at(scene, at, own).len() > 1;
    let bound = match noun.needs {
        Needs::Verb if !stage.by_verb && !is_named_over(scene, at, &stage) && !listed() => return None,
        Needs::Conclusion if !concludes(scene, doc, at.token, &stage) && !listed() => return None,
        Needs::Beginning if !concludes(scene, doc, at.token, &stage) && !begins(scene, doc, &stage) => return None,
        Needs::VerbOrParties if stage.status != AgreementStatus::Signed && nobody::is_made_ready(scene, at) => return None,
        Needs::Nothing | Needs::Verb | Needs::Conclusion | Needs::Beginning | Needs::VerbOrParties => {
            let mut bound = parties::of(scene, at, own, &stage);
            // "discussed efforts to reach **a ceasefire**": those who fight have yet to make it
            if nobody::is_only_talked_of(scene, at, &stage) && naming::at(scene, at, own).len() < 2 {
                return None;
            }
            let names = bound.parties.len() >= 2;
            // "under X's new **arrangement** four of Y's ministers will …": whose it is, and who does something
            let told = || naming::at(scene, at, own).len() + naming::in_clause(scene, at).len() > 1;
            if matches!(noun.needs, Needs::VerbOrParties) && !stage.by_verb && !(names && told()) {
                return None;
            }
            let standing = !matches!(stage.status, AgreementStatus::Proposed | AgreementStatus::Rejected);
            // "spoke of **violations** of a ceasefire": somebody's
            let comes_about = stage.by_verb || stage.over.is_some() && stage.status != AgreementStatus::Agreed;
            let loose = matches!(noun.needs, Needs::Conclusion);
            if !names && standing && comes_about && !loose && !merge::refers_back(scene, at) {
                occasions.complete(scene, at, stage.status, date.as_ref(), &mut bound);
            }
            let only_sought = matches!(stage.status, AgreementStatus::Negotiating | AgreementStatus::Proposed);
            let comes_of_them = takings.iter().any(|t| !t.frame.keeps && (t.at_noun || !only_sought)) || stage.over.is_some();
            let unbound = bound.parties.len() < 2 || bound.parties.iter().any(|&p| scene.entities.get(p).kind == EntityKind::Group);
            if unbound && standing && comes_of_them && !loose {
                Occasions::of_letter(scene, at, &mut bound);
                if bound.parties.len() < 2 && doc.tokens[at.token].pos == Pos::Propn {
                    Occasions::of_ties(scene, at, &mut bound);
                }
                if bound.parties.len() < 2 {
                    occasions.of_speakers(scene, at, &mut bound);
                }
            }
            let binds_staff = matches!(noun.kind, Instrument::Contract | Instrument::Agreement | Instrument::Deal | Instrument::Pact);
            if bound.parties.len() == 1 && stage.by_verb && binds_staff {
                parties::add(&mut bound.parties, clause::employer(scene, at, &takings), 2);
            }
            // "the two sides, **who** signed"
            let behind_comma = |s: usize| s.checked_sub(1).is_some_and(|b| doc.word(b) == ",");
            let subject = |v: usize| doc.own_subject(v).map(|s| doc.antecedent(s).filter(|_| behind_comma(s)).unwrap_or(s));
            // "During her visit to X **the two sides** signed": they, whoever was spoken of last
            let together = &scene.frames.meetings.together;
            let two = |t: &taking::Taking<'_>| subject(t.verb).is_some_and(|s| together.points_at_several(doc, s));
            if bound.parties.is_empty() || takings.iter().any(two) {
                occasions.of_visit(scene, at, &takings, &mut bound);
            }
            // not "two sides"
            let definite = |t: &taking::Taking<'_>| subject(t.verb).is_some_and(|s| doc.determiner(s).is_some());
            if bound.parties.len() < 2 && takings.iter().any(|t| two(t) && definite(t)) {
                occasions.of_those_met(scene, at, &mut bound);
            }
            if matches!(noun.needs, Needs::Nothing) && bound.parties.len() < 2 {
                let both = lead::with_others(scene, at, noun.kind, &bound.parties);
                bound.parties = if both.is_empty() { bound.parties } else { both };
            }
            bound
        }
        Needs::Bodies(trade) => {
            let mut bound = parties::of(scene, at, &trade.parties, &stage);
            if nobody::is_to_do_something_else(scene, doc, at.token) {
                return None;
            }
            // "X called a meeting to **discuss** the bid for Z": no word on who bids
            let makers: Vec<Slot> = trade.parties.iter().filter(|slot| !trade.of_whom.contains(slot)).cloned().collect();
            if trade.one_sided && stage.status == AgreementStatus::Negotiating && slots::parties(scene, at, &makers).is_empty() {
                return None;
            }
            let approached = approached(scene, at, trade);
            if approached.len() > 1 {
                stage.status = AgreementStatus::Proposed;
                bound.at_noun = true;
                bound.parties = approached;
            }
            hindered(scene, at, trade, &stage, &mut bound);
            // "X rejected **a Vestra bid**": with another verb it may as well be the one for Vestra
            if trade.one_sided && stage.status == AgreementStatus::Rejected && bound.parties.len() == 1 {
                parties::add(&mut bound.parties, slots::parties(scene, at, &[Slot::Modifier]), 2);
                bound.at_noun |= bound.parties.len() > 1;
            }
            if trade.one_sided && bound.parties.len() == 1 {
                parties::add(&mut bound.parties, clause::faces(scene, at, &trade.of_whom), 2);
            }
            // "the bid came **from X**"
            let verb = doc.governor(at.token).filter(|_| trade.one_sided && doc.tokens[at.token].relation == Relation::Subject);
            if let Some(token) = verb.filter(|_| bound.parties.len() < 2) {
                let behind: Vec<Slot> = trade.parties.iter().filter(|slot| matches!(slot, Slot::Behind(_))).cloned().collect();
                parties::add(&mut bound.parties, slots::parties(scene, Spot { token, ..at }, &behind), 2);
                bound.at_noun |= !bound.parties.is_empty();
            }
            if !is_of_companies(scene, at, trade, &stage, &bound) || is_rumoured(scene, doc, at.token) {
                return None;
            }
            // "X and Y suspended sales": whoever does it, it is with somebody else
            let with_verb =
                || takings.iter().any(|t| !slots::parties(scene, Spot { token: t.verb, ..at }, &scene.frames.adpositions.with).is_empty());
            // "X and Y **finalised** an order": with each other
            let mutual = stage.verb.is_some_and(|v| scene.frames.agreements.mutual.contains(doc.lemma(v)));
            let half = trade.one_sided && bound.parties.len() == 1;
            if !trade.mutual && !mutual && !half && !bound.at_noun && !with_verb() {
                return None;
            }
            let answered = stage.taken || stage.status == AgreementStatus::Rejected;
            let bids = trade.whole && bound.at_noun && dealers::by_somebody(scene, at, trade, answered, &bound);
            // "**Ana Ruiz** threw out a bid by X for Y": who answers for others, or only tells of it, signs nothing
            if trade.one_sided && bound.at_noun && bound.parties.len() == 2 {
                bound.signatories.clear();
            }
            if !bids && (bound.parties.len() >= 2 && !dealers::between_bodies(scene, &bound.parties) || !bound.signatories.is_empty()) {
                return None;
            }
            bound
        }
    };
    // "was approved **by regulators last month**": the day of their word, not of the deal
    let by_others = |t: &taking::Taking<'_>| {
        let verb = Spot { token: t.verb, ..at };
        let who = slots::sides(scene, verb, &[Slot::Subject, Slot::Agent]);
        t.frame.takes && !who.is_empty() && !who.iter().any(|&w| bound.parties.iter().any(|&p| scene.same_side(p, w)))
    };
    let date = date.filter(|_| !takings.iter().any(by_others));
    let bound_by_terms = bound.by_terms;
    let accord = Accord {
        instrument: noun.kind,
        count: count::of(scene, doc, at.token),
        items: Vec::new(),
        subjects: match noun.needs {
            Needs::Bodies(_) => subjects::of_trade(scene, at),
            _ => subjects::of(scene, at),
        },
        status: stage.status,
        // "**under** a contract X will supply Y": there is one
        staged: stage.verb.is_some()
            || stage.over.is_some()
            || stage.status != AgreementStatus::Agreed
            || scene.frames.agreements.noun.frames(doc, at.token),
        date,
        place: place::of(scene, at.passage, &anchors, &scene.frames.meetings.places.markers),
        meeting: bound.meeting,
        target: match noun.needs {
            Needs::Bodies(trade) => target(scene, at, trade, &stage, &bound.parties),
            _ => None,
        },
        confidence: stage.confidence,
        evidence: vec![at],
        parties: bound.parties,
        signatories: bound.signatories,
    };
    if nobody::is_between_callings(scene, &accord.parties)
        || nobody::is_with_ones_own(scene, &accord.parties)
        || nobody::is_had_with_so_many(scene, at, &accord.parties)
        || !stage.by_verb && stage.over.is_none() && nobody::is_of_any(scene, at, &accord.parties)
    {
        return None;
    }
    let among_many = matches!(*accord.parties, [one] if crowd::signs(scene, at, &stage, one));
    Some(if among_many || accord.parties.len() >= 2 && !bound_by_terms { Told::Accord(accord) } else { Told::Again(accord) })
}
