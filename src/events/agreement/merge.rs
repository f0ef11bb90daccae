//! Which mentions tell of one signing: the same parties, kinds and numbers that do not contradict.

use std::collections::HashSet;

use super::{
    Accord, Told, agreed, annex, crowd, dealers, halves,
    instrument::{self, Needs},
    organs, stage,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        status::Outcome,
        when,
    },
    language::{Doc, NameSpan, Pos, Relation},
    record::{AgreementStatus, Instrument, SegmentKind},
};

/// How many events back a mention is compared: longer accounts are lists of other events.
const MOST: usize = 200;
/// How many mentions of one are asked for a word that they share.
const FEW: usize = 5;
/// How many passages on a body is told by its name that was told by what it is.
const NEXT: usize = 2;
/// How many words of an instrument's name, and of a sentence that tells of one, are compared.
const NAME: usize = 12;
const SENTENCE: usize = 80;
/// How many passages back "the deal" reaches.
const REACH: usize = 6;

/// Joins mentions into signings, in order of their first mention.
pub fn join(scene: &Scene<'_>, told: Vec<Told>) -> Vec<Accord> {
    let mut accords: Vec<Accord> = Vec::new();
    let mut last: Option<(usize, Spot)> = None;
    // one of which no other side is told yet
    let mut half: Option<Accord> = None;
    for t in told {
        match t {
            Told::Accord(a) => {
                let at = a.evidence[0];
                let same = (0..accords.len()).rev().take(MOST).find(|&i| are_one(scene, &accords[i], &a));
                let index = match same {
                    Some(i) => {
                        count_title(scene, &mut accords[i], &a);
                        name_parties(scene, &mut accords[i], &a);
                        absorb(&mut accords[i], a);
                        i
                    }
                    None => {
                        accords.push(a);
                        accords.len() - 1
                    }
                };
                last = Some((index, at));
            }
            Told::Again(a) => {
                let at = a.evidence[0];
                let known = last.filter(|&(index, seen)| is_meant(scene, &accords[index], seen, &a));
                let Some((index, _)) = known else {
                    if a.parties.len() > 1 {
                        // "**under the deal**, X will pay Y": terms of a deal just told, or of one of which nothing was told before
                        let meant = last.is_some_and(|(i, seen)| {
                            at.passage <= seen.passage + REACH && kinds_agree(accords[i].instrument, a.instrument)
                        });
                        if meant {
                            continue;
                        }
                        match (0..accords.len()).rev().take(MOST).find(|&i| are_one(scene, &accords[i], &a)) {
                            Some(i) => absorb(&mut accords[i], a),
                            None => accords.push(a),
                        }
                        continue;
                    }
                    let rival = last.and_then(|(index, seen)| rivals(scene, &accords[index], seen, &a));
                    let whole = rival.or_else(|| half.as_ref().and_then(|first| halves::join(scene, first, &a)));
                    half = Some(a.clone()).filter(|a| whole.is_none() && a.parties.len() == 1).or(half.take_if(|_| whole.is_none()));
                    if let Some(agreed) = whole.or_else(|| told_as_agreed(scene, a)) {
                        accords.push(agreed);
                        last = Some((accords.len() - 1, at));
                    }
                    continue;
                };
                let weak = a.confidence < 0.7;
                let status = accords[index].status;
                absorb(&mut accords[index], Accord { parties: Vec::new(), count: super::Count { number: None, words: None }, ..a });
                if weak {
                    accords[index].status = status;
                }
                last = Some((index, at));
            }
        }
    }
    accords
}

/// True where "the deal" is the one told of last.
fn is_meant(scene: &Scene<'_>, known: &Accord, seen: Spot, again: &Accord) -> bool {
    let at = again.evidence[0];
    at.passage <= seen.passage + REACH
        && again.parties.iter().all(|p| known.parties.iter().any(|k| scene.same_side(*k, *p)))
        && kinds_agree(known.instrument, again.instrument)
        && refers_back(scene, at)
        && same_trade(scene, seen, at)
        && !are_called_otherwise(scene, known, again)
        && !is_another_by_name(scene, known, at)
}

/// "beyond **the Treaty of Maastricht**": named by words that nothing told of the known one holds.
fn is_another_by_name(scene: &Scene<'_>, known: &Accord, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let own = |t: usize| t != at.token && doc.tokens[t].pos == Pos::Propn && scene.named(doc.word(t)).is_none();
    let Some(of) = scene.frames.adpositions.of(doc, at.token).map(|n| doc.full_phrase(n)) else { return false };
    let name: Vec<&str> = of.range().take(NAME).filter(|&t| own(t)).map(|t| doc.word(t)).collect();
    let told = |word: &str| {
        known.evidence.iter().rev().take(FEW).any(|s| {
            let doc = scene.doc(s.passage);
            doc.sentence_of(s.token).range().take(SENTENCE).any(|t| doc.word(t).eq_ignore_ascii_case(word))
        })
    };
    let is_name = doc.tokens[at.token].pos == Pos::Propn && doc.hyphened(at.token).is_none();
    is_name && !name.is_empty() && !name.iter().any(|w| told(w))
}

/// "X bid for **Y**. A rival offer from **Z** was rejected": made to the one that the other deal is about, by one who has no part in that.
fn rivals(scene: &Scene<'_>, known: &Accord, seen: Spot, told: &Accord) -> Option<Accord> {
    let at = told.evidence[0];
    let &[one] = told.parties.as_slice() else { return None };
    let target = known.target.filter(|&t| !scene.same_side(t, one))?;
    let noun = instrument::at(scene, scene.doc(at.passage), at.token)?;
    let bids = matches!(noun.needs, Needs::Bodies(trade) if trade.whole && trade.one_sided);
    let sentence = scene.doc(at.passage).sentence_of(at.token);
    let others = sentence.range().filter_map(|t| scene.entities.mention_at(at.passage, t)).flat_map(|m| m.refers.iter().copied());
    let mut bodies = others.filter(|&id| scene.entities.get(id).kind == EntityKind::Organization);
    if bodies.any(|id| id != one && id != target) {
        return None;
    }
    let apart = !known.parties.iter().any(|&p| scene.same_side(p, one)) && at.passage <= seen.passage + REACH;
    let parties = vec![one, target];
    (bids && apart && dealers::between_bodies(scene, &parties)).then(|| Accord {
        parties,
        target: Some(target),
        confidence: told.confidence * 0.85,
        ..told.clone()
    })
}

/// "X and Y **agreed** to freeze output … **the deal**": what nobody has called an instrument before.
fn told_as_agreed(scene: &Scene<'_>, again: Accord) -> Option<Accord> {
    let at = again.evidence[0];
    let doc = scene.doc(at.passage);
    let general = matches!(again.instrument, Instrument::Deal | Instrument::Agreement);
    let trade = instrument::at(scene, doc, at.token).is_some_and(|n| matches!(n.needs, Needs::Bodies(_)));
    // "the nuclear deal", "the Paris Agreement", "the deal signed in May": of which more is told, are others
    let bare = doc.tokens[at.token].pos != Pos::Propn
        && doc.modifiers(at.token).next().is_none()
        && doc.obliques(at.token).is_empty()
        && !doc.children(at.token).any(|c| matches!(doc.tokens[c].relation, Relation::NounClause | Relation::RelativeClause));
    let (parties, verb) = agreed::before(scene, at).filter(|_| general && bare && !trade && refers_back(scene, at))?;
    let among = |p: &EntityId| parties.iter().any(|q| scene.same_side(*p, *q));
    if !again.parties.iter().all(among) {
        return None;
    }
    let date = when::of(scene, verb.passage, &[verb.token], Outcome::Happened).or(again.date);
    let mut subjects = again.subjects;
    subjects.extend(agreed::matter(scene.doc(verb.passage), verb.token).map(|words| (verb.passage, words)));
    Some(Accord { parties, date, subjects, evidence: vec![verb, at], ..again })
}

/// True where neither noun is one of business, or both are of one kind: "the order" speaks of an order.
fn same_trade(scene: &Scene<'_>, a: Spot, b: Spot) -> bool {
    let trade = |at: Spot| match instrument::at(scene, scene.doc(at.passage), at.token).map(|n| n.needs) {
        Some(Needs::Bodies(trade)) => Some(trade.status),
        _ => None,
    };
    trade(b).is_none_or(|b| trade(a) == Some(b) || scene.doc(a.passage).is_verbal(a.token))
}

/// "the deal": one spoken of before.
pub fn refers_back(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    doc.determiner(at.token)
        .or_else(|| doc.possessor(at.token))
        .is_some_and(|d| scene.frames.agreements.again.contains(&doc.word(d).to_lowercase()))
}

/// "the nuclear deal", "**last year's** deal": one that readers know.
pub fn is_known(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let points = |d: usize| scene.frames.agreements.again.contains(&doc.word(d).to_lowercase());
    let dated = |p: usize| doc.name_at(p).is_some_and(NameSpan::is_date);
    doc.determiner(at.token).is_some_and(points) || doc.possessor(at.token).is_some_and(dated)
}

fn are_one(scene: &Scene<'_>, a: &Accord, b: &Accord) -> bool {
    if crowd::are_one(scene, a, b) {
        return true;
    }
    let (few, many) = if a.parties.len() <= b.parties.len() { (&a.parties, &b.parties) } else { (&b.parties, &a.parties) };
    // a company is not its state, but who signs for the one may be taken to sign for the other
    let body = |id| scene.entities.get(id).kind == EntityKind::Organization;
    let signed = !a.signatories.is_empty() || !b.signatories.is_empty();
    // "Peru signed … Its **ministry** said it had": one of a state's own stands for it
    let own = |id| body(id) && scene.entities.get(id).country.is_some() && organs::is_ministry(scene, &scene.entities.get(id).name);
    let states = |x: &Accord| x.parties.iter().any(|&id| scene.entities.get(id).kind == EntityKind::State);
    // what a headline calls them
    let headlined = a.evidence.iter().all(|at| scene.passages[at.passage].kind == SegmentKind::Headline);
    let alike = |p, q| signed || body(p) == body(q) || (own(p) || own(q)) && states(a) && states(b);
    // "X and **its main union** reached a deal. **The carmaker** and Y reached it on Monday": told by what they are
    let near = b.evidence[0].passage <= a.evidence.last().map_or(0, |s| s.passage) + NEXT;
    let same = |p, q| p == q || alike(p, q) && scene.same_side(p, q) || headlined && are_rebels(scene, p, q);
    let stands_in = |p, q| same(p, q) || body(p) && body(q) && (is_owned(scene, p) || is_pointed_at(scene, q));
    let by_description = || match (a.parties.as_slice(), b.parties.as_slice()) {
        (&[p, q], &[r, s]) => near && (stands_in(p, r) && stands_in(q, s) || stands_in(p, s) && stands_in(q, r)),
        _ => false,
    };
    let shared = few.iter().filter(|p| many.iter().any(|q| same(**p, *q))).count();
    let days = match (a.date.as_ref().and_then(|d| d.value.as_ref()), b.date.as_ref().and_then(|d| d.value.as_ref())) {
        (Some(x), Some(y)) => x.may_be_one(y) || is_later_stage(scene, b),
        _ => true,
    };
    let counts = match (a.count.number, b.count.number) {
        (Some(x), Some(y)) => x == y || x == 1 || y == 1,
        _ => true,
    };
    // "the leaders signed several agreements; three memoranda were signed before"
    let several = |x: &Accord| x.count.number != Some(1);
    let lists = several(a) && several(b) && a.instrument != b.instrument && !(is_general(a.instrument) && is_general(b.instrument));
    // "issued **a joint statement**" beside a treaty: another paper
    let statement = |x: &Accord| matches!(x.instrument, Instrument::JointStatement | Instrument::Declaration);
    // "a joint venture agreement … gas **contracts**": one, and some of another kind
    let single = |x: &Accord| x.count.number == Some(1);
    let many = |x: &Accord| x.count.number.is_none() && x.count.words.is_none();
    let some = single(a) && many(b) && a.instrument != b.instrument && is_told_in_full(scene, a) && is_bare(scene, b);
    let papers = statement(a) != statement(b) && is_told_anew(scene, b) && is_told_in_full(scene, a);
    // "hope to reach a deal. Last year X ended **an** agreement with Y": that one is over
    let over = |x: &Accord| matches!(x.status, AgreementStatus::Terminated | AgreementStatus::Suspended);
    let sought = |x: &Accord| matches!(x.status, AgreementStatus::Negotiating | AgreementStatus::Proposed | AgreementStatus::Planned);
    let after = is_told_anew(scene, b) && (over(b) && sought(a) || over(a) && sought(b)) && is_told_in_full(scene, a);
    let another = papers || some || after || b.evidence.first().is_some_and(|&at| is_another(scene, a, at)) || is_of_bodies(scene, a, b);
    !another
        && !lists
        && !tells_of_something_else(scene, a, b)
        && (shared == few.len() && shared >= 2 || by_description())
        && kinds_agree(a.instrument, b.instrument)
        && days
        && counts
}

/// "the government and **rebel groups**", and later "and **the armed opposition**": those who stand against one state, where no more is told of
/// the one than that.
fn are_rebels(scene: &Scene<'_>, p: EntityId, q: EntityId) -> bool {
    let frames = &scene.frames.agreements;
    let words = |id: EntityId| scene.entities.get(id).name.to_lowercase();
    let rebels = |id: EntityId| words(id).split(' ').any(|w| frames.rebels.contains(w));
    let no_more = |id: EntityId| words(id).split(' ').all(|w| frames.rebels.contains(w) || frames.rebel_words.contains(w));
    rebels(p) && rebels(q) && (no_more(p) || no_more(q))
}

/// "**the** carmaker", "**its** main union": a body that only its description tells of, and which is pointed at.
fn is_pointed_at(scene: &Scene<'_>, id: EntityId) -> bool {
    described(scene, id).is_some_and(|(doc, head)| {
        let word = doc.determiner(head).or_else(|| doc.possessor(head));
        word.is_some_and(|d| scene.frames.agreements.again.contains(&doc.word(d).to_lowercase()))
    })
}

/// "**its** main union", which may be named later.
fn is_owned(scene: &Scene<'_>, id: EntityId) -> bool {
    described(scene, id).is_some_and(|(doc, head)| doc.possessor(head).is_some_and(|p| doc.tokens[p].pos == Pos::Pron))
}

/// Where a body that has no name is described first.
fn described<'s>(scene: &'s Scene<'_>, id: EntityId) -> Option<(&'s Doc, usize)> {
    let entity = scene.entities.get(id);
    let mention = entity.mentions.first().and_then(|&m| scene.entities.mentions.get(m))?;
    (!entity.name.chars().any(char::is_uppercase)).then(|| (scene.doc(mention.passage), mention.head))
}

/// "signed a treaty in May … ratified **the treaty** in June": what comes of an instrument later has a day of its own.
fn is_later_stage(scene: &Scene<'_>, told: &Accord) -> bool {
    use AgreementStatus::{Ratified, Rejected, Suspended, Terminated};
    matches!(told.status, Ratified | Rejected | Suspended | Terminated) && told.evidence.first().is_some_and(|&at| refers_back(scene, at))
}

/// True where an instrument is told of anew, "**a** fisheries treaty", "the Free Trade Agreement", and about something else than the
/// known one, that more than a headline tells of.
fn tells_of_something_else(scene: &Scene<'_>, known: &Accord, told: &Accord) -> bool {
    let Some(&at) = told.evidence.first() else { return false };
    let whole = |at: Spot| {
        let noun = instrument::at(scene, scene.doc(at.passage), at.token);
        noun.is_some_and(|n| matches!(n.needs, Needs::Bodies(trade) if trade.whole))
    };
    if whole(at) {
        return false;
    }
    // "the Chile-Peru **Free Trade Agreement** … will sign **a memorandum**"
    let doc = scene.doc(at.passage);
    let anew = doc.determiner(at.token).is_some_and(|d| scene.frames.agreements.anew.contains(&doc.word(d).to_lowercase()));
    let apart = matches!(told.instrument, Instrument::Memorandum | Instrument::LetterOfIntent | Instrument::Protocol);
    if anew && apart && is_general(known.instrument) && is_told_in_full(scene, known) && has_own_name(scene, known) {
        return true;
    }
    // one of several is part of them
    let several = known.count.number != Some(1);
    if several || !is_told_anew(scene, told) || !is_told_in_full(scene, known) || known.subjects.is_empty() || told.subjects.is_empty() {
        return false;
    }
    let words = |a: &Accord| -> HashSet<String> {
        let spans = a.subjects.iter().take(MOST).flat_map(|&(p, span)| span.range().map(move |t| (p, t)));
        spans.filter(|&(p, t)| scene.doc(p).tokens[t].pos.is_nominal()).map(|(p, t)| scene.doc(p).lemma(t).to_lowercase()).collect()
    };
    // "an MOU on the Northern Zone (NZ) … **the** MOU on the NZ"
    let in_short = || {
        let told = words(told);
        refers_back(scene, at)
            && known.evidence.iter().take(FEW).any(|s| {
                let doc = scene.doc(s.passage);
                doc.sentence_of(s.token).range().take(SENTENCE).any(|t| told.contains(&doc.lemma(t).to_lowercase()))
            })
    };
    words(known).is_disjoint(&words(told)) && !in_short() || are_called_otherwise(scene, known, told)
}

/// "the **Free Trade** Agreement": what tells it first calls it by words of its own, which are nobody's.
fn has_own_name(scene: &Scene<'_>, a: &Accord) -> bool {
    a.evidence.first().is_some_and(|&at| {
        let doc = scene.doc(at.passage);
        let named = |m: usize| doc.tokens[m].pos == Pos::Propn && scene.party(Spot { token: m, ..at }).is_empty();
        doc.tokens[at.token].pos == Pos::Propn && doc.children_by(at.token, Relation::Compound).any(named)
    })
}

/// "the Digital Economy Agreement", "the Green Economy Agreement": both called by names of their own, of which neither holds the other.
fn are_called_otherwise(scene: &Scene<'_>, known: &Accord, told: &Accord) -> bool {
    let named = |a: &Accord| a.evidence.first().is_some_and(|at| scene.doc(at.passage).tokens[at.token].pos == Pos::Propn);
    let title = |a: &Accord| -> Option<HashSet<String>> {
        let spans = a.subjects.iter().take(MOST).flat_map(|&(p, span)| span.range().map(move |t| (p, t)));
        let mut words = spans.filter(|&(p, t)| scene.doc(p).tokens[t].pos.is_nominal()).map(|(p, t)| scene.doc(p).word(t));
        let capitals = words.clone().all(|w| w.starts_with(char::is_uppercase));
        // its initials are no name of their own
        let spelt = |w: &&str| w.len() > 1 && w.chars().all(|c| c.is_uppercase() || c == '-');
        let words: HashSet<String> = words.by_ref().filter(|w| scene.named(w).is_none() && !spelt(w)).map(str::to_lowercase).collect();
        Some(words).filter(|words| capitals && !words.is_empty())
    };
    let titles = title(known).zip(title(told)).filter(|_| named(known) && named(told));
    titles.is_some_and(|(a, b)| !a.is_subset(&b) && !b.is_subset(&a))
}

/// "Two agencies signed **an accord**", beside what their states have signed: one of their own.
fn is_of_bodies(scene: &Scene<'_>, known: &Accord, told: &Accord) -> bool {
    let body = |&id: &EntityId| scene.entities.get(id).kind == EntityKind::Organization;
    let apart = told.parties.iter().all(body) && !known.parties.iter().any(body);
    apart && is_told_anew(scene, told) && is_told_in_full(scene, known)
}

/// "**a** fisheries treaty", "the Free Trade Agreement".
fn is_told_anew(scene: &Scene<'_>, told: &Accord) -> bool {
    told.evidence.first().is_some_and(|at| {
        let doc = scene.doc(at.passage);
        let indefinite = doc.determiner(at.token).is_some_and(|d| scene.frames.agreements.anew.contains(&doc.word(d).to_lowercase()));
        indefinite || doc.tokens[at.token].pos == Pos::Propn
    })
}

/// "**contracts**", which no word points back to.
fn is_bare(scene: &Scene<'_>, told: &Accord) -> bool {
    told.evidence.first().is_some_and(|at| scene.doc(at.passage).determiner(at.token).is_none() && !refers_back(scene, *at))
}

/// More than a headline tells of it.
fn is_told_in_full(scene: &Scene<'_>, known: &Accord) -> bool {
    known.evidence.iter().any(|s| scene.passages[s.passage].kind != SegmentKind::Headline)
}

/// "other agreements", "a second treaty", where the known one is not called so.
fn is_another(scene: &Scene<'_>, known: &Accord, at: Spot) -> bool {
    let apart = |at: Spot| {
        let doc = scene.doc(at.passage);
        let before = doc.children(at.token).filter(|&m| m < at.token).map(|m| doc.word(m).to_lowercase());
        before.rev().find(|w| scene.frames.agreements.apart.contains(w))
    };
    apart(at).is_some_and(|word| !known.evidence.iter().rev().take(FEW).any(|&k| apart(k).as_ref() == Some(&word)))
}

/// General words ("agreement", "deal") name any instrument again; two exact ones are two.
pub fn kinds_agree(a: Instrument, b: Instrument) -> bool {
    a == b || is_general(a) || is_general(b)
}

fn is_general(kind: Instrument) -> bool {
    matches!(kind, Instrument::Agreement | Instrument::Deal | Instrument::Pact | Instrument::Other)
}

/// One more title of the list that the known one stands in is one more instrument.
fn count_title(scene: &Scene<'_>, known: &mut Accord, title: &Accord) {
    let passage = |a: &Accord| a.evidence.last().map(|s| s.passage);
    let both = passage(known).zip(passage(title)).is_some_and(|(a, b)| annex::lists_both(scene, a, b));
    if both && let Some(n) = known.count.number {
        known.count.number = Some(n + 1);
    }
}

/// Puts a body's name in the place of what it was told by.
fn name_parties(scene: &Scene<'_>, known: &mut Accord, more: &Accord) {
    let named = |id: EntityId| scene.entities.get(id).kind == EntityKind::Organization && !is_pointed_at(scene, id);
    for &id in more.parties.iter().filter(|&&id| named(id)) {
        let told = known.parties.iter().any(|&k| k == id || scene.same_side(k, id));
        if let Some(i) = known.parties.iter().position(|&k| is_pointed_at(scene, k) && !more.parties.contains(&k)).filter(|_| !told) {
            known.parties[i] = id;
        }
    }
}

fn absorb(known: &mut Accord, more: Accord) {
    for id in more.parties {
        if !known.parties.contains(&id) && known.parties.len() < 2 {
            known.parties.push(id);
        }
    }
    for id in more.signatories {
        if !known.signatories.contains(&id) {
            known.signatories.push(id);
        }
    }
    // what papers call it, before what everybody does
    let exact = |k| match k {
        Instrument::Agreement | Instrument::Deal | Instrument::Other => 0,
        Instrument::Pact => 1,
        _ => 2,
    };
    // one of several of mixed kinds does not name them all
    let several = known.count.number.is_some_and(|n| n > 1) || known.count.words.is_some();
    if exact(more.instrument) > exact(known.instrument) && !several {
        known.instrument = more.instrument;
    }
    if known.count.words.is_none() && more.count.words.is_some() {
        known.count = more.count;
    }
    for s in more.subjects {
        if known.subjects.len() < MOST && !known.subjects.contains(&s) {
            known.subjects.push(s);
        }
    }
    let further = stage::rank(more.status) > stage::rank(known.status);
    // "began talks on a deal **in April** and signed it": the day of the furthest stage
    let sought = |status| matches!(status, AgreementStatus::Negotiating | AgreementStatus::Proposed);
    known.date = match (known.staged && more.staged, further) {
        (true, true) if sought(known.status) => more.date,
        (true, false) if sought(more.status) && !sought(known.status) => known.date.take(),
        _ => known.date.take().or(more.date),
    };
    // "a deal **between** X and Y" tells less of its stage than "talks on a deal"
    if more.staged && (!known.staged || further) || !known.staged && further {
        known.status = more.status;
    }
    known.staged |= more.staged;
    known.place = known.place.take().or(more.place);
    known.meeting = known.meeting.or(more.meeting);
    known.target = known.target.or(more.target);
    known.confidence = (1.0 - (1.0 - known.confidence) * (1.0 - more.confidence * 0.5)).min(0.99);
    for spot in more.evidence {
        // mentions come in the order of the text
        if known.evidence.last() != Some(&spot) {
            known.evidence.push(spot);
        }
    }
}
