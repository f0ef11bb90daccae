//! Business told by a verb: one company buys, merges with or orders from another.

use super::{
    Accord,
    business::{Goods, Transaction},
    dealers, instrument, merge, parties,
    purpose::Purpose,
    stage, subjects,
};
use crate::{
    entities::EntityKind,
    events::{
        phrasal,
        scene::{Scene, Spot},
        slots,
        status::{Outcome, Status},
        when,
    },
    language::{
        Doc, NameSpan, Pos, Relation,
        grammar::{Oblique, Tense},
    },
    record::{AgreementStatus, SegmentKind},
    text::Span,
};

/// Most words of what is bought.
const LONGEST: usize = 12;
/// Most nouns of which each is a part of the next: "half of the shares".
const PARTS: usize = 3;
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
    // "join **forces**"
    let light = phrasal::with_object(doc, at.token);
    scene.frames.agreements.transactions.iter().filter(move |f| f.lemmas.contains(&lemma) || light.iter().any(|l| f.lemmas.contains(l)))
}

/// The transaction that a verb tells of, if a frame fires.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    frames(scene, at).find_map(|frame| fire(scene, at, frame))
}

fn fire(scene: &Scene<'_>, at: Spot, frame: &Transaction) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let goods: Vec<usize> = if doc.is_passive(at.token) { doc.subject(at.token).into_iter().collect() } else { doc.objects(at.token) };
    let goods: Vec<usize> = goods.into_iter().map(|o| whole(scene, doc, o)).collect();
    if is_habit(scene, at, &goods) || is_term(scene, at) {
        return None;
    }
    let fits = |&o: &usize| match frame.goods {
        Goods::Any => true,
        Goods::Holdings => dealers::is_holding(scene, doc, o),
        Goods::Claims => scene.frames.agreements.claims.contains(&doc.lemma(o).to_lowercase()),
        Goods::Named => frame.named.contains(&doc.lemma(o).to_lowercase()),
        Goods::Sums => doc.full_phrase(o).range().any(|t| doc.name_at(t).is_some_and(NameSpan::is_sum)),
    };
    if frame.needs_object && !goods.iter().any(fits) {
        return None;
    }
    if frame.goods == Goods::Claims && dealers::is_judged(scene, at) {
        return None;
    }
    let purpose = Purpose::of(scene, at);
    let sum = |o: usize| doc.name_at(o).is_some_and(NameSpan::is_sum);
    let claim = |o: usize| scene.frames.agreements.claims.contains(&doc.lemma(o).to_lowercase());
    let other_sense = |o: &Oblique| frame.never_behind.contains(doc.lemma(o.marker)) && !sum(o.noun) && !claim(o.noun);
    let dated = |o: &Oblique| doc.name_at(o.noun).is_some_and(NameSpan::is_date);
    if doc.obliques(at.token).iter().any(|o| other_sense(o) && !dated(o)) {
        return None;
    }
    // "buy jets from X **or** Y": which of them is not told
    let choice = |o: &Oblique| {
        let or = |c: usize| scene.frames.agreements.alternatives.contains(&doc.lemma(c).to_lowercase());
        let named = || doc.conjuncts_from(o.noun).into_iter().filter(|&token| !scene.party(Spot { token, ..at }).is_empty()).count();
        doc.children(o.noun).any(or) && named() > 1
    };
    if goods.iter().chain([&at.token]).flat_map(|&t| doc.obliques(t)).any(|o| choice(&o)) {
        return None;
    }
    let doers = parties::doers(scene, at, &[slots::Slot::Subject, slots::Slot::Agent]);
    let mut parties = dealers::of(scene, at, frame, &goods);
    if dealers::are_each_others(scene, doc, &goods) {
        parties = slots::sides(scene, at, &[slots::Slot::Subject]);
    }
    // "is in talks **with X** to take a stake in the venture"
    if let Purpose::Talks(token) = purpose {
        parties::add(&mut parties, slots::sides(scene, Spot { token, ..at }, &scene.frames.adpositions.with), MOST);
    }
    // "a stake in **the lender**": of three, who only is described is one of the others
    if parties.len() > 2 {
        parties.retain(|&id| !scene.entities.get(id).nameless);
    }
    let fit = || {
        dealers::between_bodies(scene, &parties)
            || dealers::between_states(scene, &parties) && goods.iter().any(|&o| dealers::is_counted(scene, doc, o))
    };
    // "a study commissioned by X and Y": with whom is not told
    let with_each_other = frame.mutual || dealers::are_each_others(scene, doc, &goods);
    if !with_each_other && parties.iter().all(|p| doers.contains(p)) {
        return None;
    }
    let somebody = || frame.through_object && dealers::bought_by_somebody(scene, at, &parties, &doers, &goods);
    if parties.len() < 2 || parties.len() > MOST || frame.between_bodies && !fit() && !somebody() {
        return None;
    }
    if frame.no_state && parties.iter().any(|id| scene.entities.get(*id).kind == EntityKind::State) {
        return None;
    }
    if matches!(doc.tokens[at.token].relation, Relation::Compound | Relation::AdjectiveModifier) {
        return None;
    }
    // "in talks **about buying** X": what else is only spoken of
    let held = matches!(purpose, Purpose::Talks(n) if scene.frames.agreements.talks.contains(doc.lemma(n)));
    let spoken_of = || held.then_some(Status { outcome: Outcome::Ongoing, sureness: 0.8 });
    let supposed = scene.frames.status.noun_is_conditional(doc, at.token);
    let status = scene.frames.status.of_verb(doc, at.token).or_else(|| spoken_of().filter(|_| !supposed))?;
    // "a deal **to buy** X", "the battle **to buy** X": the noun or the verb above tells how far it has come
    if purpose == Purpose::Mere && frame.goods != Goods::Claims {
        return None;
    }
    // "was **tipped** to buy X"
    let tipped = |g: usize| scene.frames.agreements.tipping.contains(doc.lemma(g));
    if doc.tokens[at.token].relation == Relation::OpenComplement && doc.governor(at.token).is_some_and(tipped) {
        return None;
    }
    let reached = match purpose.stage(frame.status) {
        Some(told) => told,
        None => stage_of(scene, at, frame, status)?,
    };
    if frame.ahead && !matches!(status.outcome, Outcome::Planned | Outcome::Proposed) {
        return None;
    }
    // "agreed on Monday to buy": past, whatever is still ahead
    let outcome = if reached == frame.status && status.outcome == Outcome::Planned { Outcome::Happened } else { status.outcome };
    // "will team up **to build batteries**", "joined forces": no forces are what it is on
    let light = phrasal::with_object(doc, at.token).iter().any(|l| frame.lemmas.contains(l));
    let aims: Vec<usize> = if frame.mutual { subjects::aims_of(doc, at.token).collect() } else { Vec::new() };
    if aims.iter().any(|&c| frame.never_to.contains(doc.lemma(c))) {
        return None;
    }
    let mut subjects: Vec<_> = goods
        .iter()
        .filter(|_| !light)
        .filter(|&&o| frame.goods == Goods::Named || !sum(o) && scene.party(Spot { token: o, ..at }).is_empty())
        .map(|&o| (at.passage, subjects::without_determiner(doc, doc.of_phrase(o))))
        .collect();
    subjects.dedup();
    if subjects.is_empty() {
        subjects.extend(aims.iter().map(|&c| (at.passage, Span::new(c, doc.subtree(c).end.min(c + LONGEST)))));
    }
    if subjects.is_empty() {
        // "agreed to **buy X**"
        let named = goods.iter().filter(|&&o| doc.tokens[o].pos != Pos::Pron);
        let end = named.map(|&o| doc.noun_phrase(o).end).filter(|&end| end > at.token && end <= at.token + LONGEST).max();
        // "was **snapped up**"
        let alone = || doc.particle(at.token).map_or(at.token, |p| p.max(at.token)) + 1;
        subjects.push((at.passage, Span::new(at.token, end.unwrap_or_else(alone))));
    }
    Some(Accord {
        subjects,
        status: reached,
        date: when::of(scene, at.passage, &[at.token], outcome),
        target: dealers::bought(scene, at, &goods),
        confidence: frame.confidence * status.sureness,
        ..Accord::between(parties, frame.instrument, at)
    })
}

/// "most **of the assets** of X": of what it is a part.
fn whole(scene: &Scene<'_>, doc: &Doc, noun: usize) -> usize {
    let of = |&n: &usize| {
        scene.frames.adpositions.of(doc, n).filter(|&m| dealers::is_holding(scene, doc, n) && dealers::is_holding(scene, doc, m))
    };
    std::iter::successors(Some(noun), of).take(PARTS).last().unwrap_or(noun)
}

/// How far what the verb itself tells has come.
fn stage_of(scene: &Scene<'_>, at: Spot, frame: &Transaction, status: Status) -> Option<AgreementStatus> {
    let doc = scene.doc(at.passage);
    let relation = doc.tokens[at.token].relation;
    let impends = |g: usize| scene.frames.agreements.impending.contains(doc.lemma(g));
    let ahead = relation == Relation::OpenComplement && doc.clause(at.token).infinitive && doc.governor(at.token).is_some_and(impends);
    Some(match status.outcome {
        // "agreed to pay X **to settle** a claim": agreed, whatever is still to be paid
        Outcome::Planned if frame.goods == Goods::Claims && relation != Relation::Root => frame.status,
        Outcome::Planned if scene.frames.agreements.concludes(doc, at.token) => frame.status,
        Outcome::Happened if ahead => AgreementStatus::Planned,
        Outcome::Happened | Outcome::Ongoing => frame.status,
        Outcome::Planned => AgreementStatus::Planned,
        // "could swap prisoners": of no deal
        Outcome::Proposed if frame.goods == Goods::Named || !frame.never_behind.is_empty() => return None,
        Outcome::Proposed => AgreementStatus::Proposed,
        Outcome::Cancelled | Outcome::Refused => AgreementStatus::Rejected,
        Outcome::Denied if stage::failed(scene, doc, at.token) => AgreementStatus::Negotiating,
        Outcome::Denied => return None,
    })
}

/// "**under the agreement**, it will supply X": what a deal told of before provides for.
fn is_term(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let frames = |o: &Oblique| scene.frames.agreements.noun.framing.contains(doc.lemma(o.marker));
    doc.obliques(at.token).into_iter().filter(frames).any(|o| {
        let spot = Spot { token: o.noun, ..at };
        merge::refers_back(scene, spot) && instrument::at(scene, doc, o.noun).is_some()
    })
}

/// "sells most of its oil to": a habit, told in the simple present, where no headline tells news so. Nobody buys a
/// company for so much every day.
fn is_habit(scene: &Scene<'_>, at: Spot, goods: &[usize]) -> bool {
    let whole = goods.iter().any(|&token| {
        let bought = scene.parties(Spot { token, ..at });
        !bought.is_empty() && bought.iter().all(|&id| scene.entities.get(id).kind == EntityKind::Organization)
    });
    let doc = scene.doc(at.passage);
    let paid = || doc.sentence_of(at.token).range().any(|t| doc.name_at(t).is_some_and(NameSpan::is_sum));
    if whole && paid() {
        return false;
    }
    let clause = doc.clause(at.token);
    let plain = clause.tense == Tense::Present && clause.modal.is_none() && !clause.progressive && !clause.passive;
    plain && !clause.infinitive && !clause.participle && scene.passages[at.passage].kind != SegmentKind::Headline
}
