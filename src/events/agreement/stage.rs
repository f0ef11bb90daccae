//! How far an instrument has come: by the verbs that take it, the nouns over it, and the words before it.

use std::collections::HashSet;

use super::{
    annex,
    frames::AgreementFrames,
    taking::{self, Taking},
};
use crate::{
    events::{
        adpositions, phrasal,
        scene::{Scene, Spot},
        status::{Outcome, Status},
    },
    language::{
        Doc, NameSpan, Pos, Relation,
        grammar::{Oblique, Tense},
        morph::VerbForm,
    },
    record::AgreementStatus,
};

/// A stage and what tells it.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// How far it has come.
    pub status: AgreementStatus,
    /// The verb that tells it.
    pub verb: Option<usize>,
    /// The noun over the instrument that tells it: "the **signing** of".
    pub over: Option<usize>,
    /// True where a verb of the frames takes the noun, so that its slots name parties.
    pub by_verb: bool,
    /// True where one side takes what the other has made: "**accepted** the offer".
    pub taken: bool,
    /// 0 to 1.
    pub confidence: f64,
}

impl Stage {
    /// What no verb of the frames tells.
    fn beside(status: AgreementStatus, verb: usize, over: Option<usize>) -> Self {
        Self { status, verb: Some(verb), over, by_verb: false, taken: false, confidence: 0.75 }
    }
}

/// What a noun over the instrument tells, as far along as the verb over both.
fn named_over(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<Stage> {
    let (status, over) = over(&scene.frames.agreements, doc, noun)?;
    // "the legal **application of** a treaty": nobody asks to join it
    let applied = scene.frames.agreements.applies.contains(&doc.lemma(over).to_lowercase());
    if applied && scene.frames.adpositions.over_of(doc, noun) == Some(over) {
        return None;
    }
    let verb = doc.governing_verb(noun);
    let ends = |lemma: &str| scene.frames.agreements.verb(lemma, true).is_some();
    let broken = |v: usize| doc.own_subject(v) == Some(over) && is_told(doc, v) && ends(&phrasal::entry(doc, v, ends));
    if status == AgreementStatus::Negotiating && verb.is_some_and(broken) {
        // "**talks** on a deal **collapsed**"
        return Some(Stage { verb, ..Stage::beside(AgreementStatus::Terminated, over, Some(over)) });
    }
    let closed = |v: usize| {
        let object = doc.objects(v).contains(&over) || doc.is_passive(v) && doc.own_subject(v) == Some(over);
        object && is_told(doc, v) && scene.frames.agreements.closing.contains(doc.lemma(v))
    };
    // "announced the **conclusion of negotiations** on a deal"
    let closing = || {
        let above = scene.frames.adpositions.over_of(doc, over);
        above.is_some_and(|n| scene.frames.agreements.closings.contains(&doc.lemma(n).to_lowercase()))
    };
    let hailed = || verb.is_some_and(|v| is_told(doc, v) && scene.frames.agreements.concluded_by.contains(doc.lemma(v)));
    if status == AgreementStatus::Negotiating && closing() && hailed() {
        return Some(Stage { verb, ..Stage::beside(AgreementStatus::Agreed, over, Some(over)) });
    }
    if status == AgreementStatus::Negotiating && verb.is_some_and(closed) {
        // "**concluded negotiations** on a deal"
        return Some(Stage { verb, ..Stage::beside(AgreementStatus::Agreed, over, Some(over)) });
    }
    // "**rejected** a takeover **proposal**"
    let answer = || {
        verb.filter(|&v| doc.objects(v).contains(&over) && is_told(doc, v)).and_then(|v| scene.frames.agreements.verb(doc.lemma(v), false))
    };
    if status == AgreementStatus::Proposed
        && let Some(frame) = answer().filter(|f| f.takes || f.status == AgreementStatus::Rejected)
    {
        return Some(Stage { verb, taken: frame.takes, ..Stage::beside(frame.status, over, Some(over)) });
    }
    let made = matches!(status, AgreementStatus::Signed | AgreementStatus::Ratified | AgreementStatus::Agreed);
    let outcome = verb.and_then(|v| scene.frames.status.of_verb(doc, v)).map(|s| s.outcome);
    // "the signing **was postponed**", "**never took place**"
    let own = verb.filter(|&v| doc.own_subject(v) == Some(over));
    let put_off = own.is_some_and(|v| outcome == Some(Outcome::Denied) || scene.frames.status.says(doc, v) == Some(Outcome::Cancelled));
    // "**looked forward** to the signing"
    let awaited = || own.is_none() && verb.is_some_and(|v| scene.frames.agreements.awaiting.contains(doc.lemma(v)));
    let ahead = outcome == Some(Outcome::Planned) || put_off || awaited();
    let status = if made && ahead { AgreementStatus::Planned } else { status };
    Some(Stage { verb, ..Stage::beside(status, over, Some(over)) })
}

/// How many words over the noun are asked.
const REACH: usize = 6;

/// The stage that the sentence tells: the furthest of what each verb that takes the instrument tells; none where they make it a
/// condition.
pub fn of(scene: &Scene<'_>, at: Spot) -> Option<Stage> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    if doc.is_denied(at.token) {
        return None;
    }
    let takings = taking::of(scene, doc, at.token);
    // what only keeps or remarks on an instrument tells less of it than what made or ended it
    let told = takings.iter().filter_map(|t| Some((!t.frame.keeps, told(scene, doc, at.token, t)?)));
    let named = named_over(scene, doc, at.token);
    // "as **part** of a deal being negotiated": parts has what is still to be made, too
    let sought = |t: &Taking<'_>| {
        let stage = (t.at_noun && !t.frame.keeps).then(|| self::told(scene, doc, at.token, t)).flatten();
        stage.is_some_and(|s| matches!(s.status, AgreementStatus::Negotiating | AgreementStatus::Proposed | AgreementStatus::Planned))
    };
    let named = named.filter(|n| n.status != AgreementStatus::Agreed || !takings.iter().any(sought));
    let beside = [named, predicate(frames, doc, at.token).map(|(status, verb)| Stage::beside(status, verb, None))];
    let beside = beside.into_iter().flatten().map(|stage| (true, stage));
    let best = told.chain(beside).max_by_key(|(makes, stage)| (*makes, rank(stage.status)));
    if let Some((_, stage)) = best {
        let over = named.and_then(|s| s.over);
        // "will witness the **signing** of the agreements negotiated in May": what they came of is behind them
        let coming = named.filter(|n| n.status == AgreementStatus::Planned && stage.status == AgreementStatus::Agreed);
        let stage = coming.unwrap_or(stage);
        return Some(Stage { by_verb: takings.iter().any(|t| !t.frame.keeps), over: over.or(stage.over), ..stage });
    }
    if !takings.is_empty() {
        return None;
    }
    if only_may_be(frames, doc, at.token) {
        return None;
    }
    let told = adjective(frames, doc, at.token).map(|(status, _)| status).or_else(|| annex::told_above(scene, at.passage));
    let status = told.or_else(|| result_of(scene, doc, at.token)).unwrap_or(AgreementStatus::Agreed);
    Some(Stage { status, verb: None, over: None, by_verb: false, taken: false, confidence: 0.6 })
}

/// "**hopes to return** with a takeover of X": as far along as what it comes of.
fn result_of(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<AgreementStatus> {
    let marker = doc.governor(noun).filter(|_| doc.tokens[noun].relation == Relation::PrepositionObject)?;
    let verb = doc.governing_verb(marker).filter(|_| scene.frames.agreements.noun.resulting.contains(doc.lemma(marker)))?;
    match scene.frames.status.of_verb(doc, verb)?.outcome {
        Outcome::Planned => Some(AgreementStatus::Planned),
        Outcome::Proposed => Some(AgreementStatus::Proposed),
        _ => None,
    }
}

/// "**an accord** with X **could** help", "talks that **would** lead to **a deal**": of none that there is. What is pointed at ("the deal
/// could help") is one.
fn only_may_be(frames: &AgreementFrames, doc: &Doc, noun: usize) -> bool {
    // "**under** a treaty between X and Y boats may land": what it allows, there is
    let verb = match doc.tokens[noun].relation {
        Relation::Subject | Relation::PassiveSubject | Relation::Object => doc.governor(noun),
        Relation::PrepositionObject if frames.noun.frames(doc, noun) => None,
        Relation::PrepositionObject => doc.governor(noun).and_then(|p| doc.governor(p)),
        _ => None,
    };
    let modal = verb.filter(|&v| doc.is_verbal(v)).and_then(|v| doc.clause(v).modal);
    let anew = || doc.determiner(noun).is_none_or(|d| frames.anew.contains(&doc.word(d).to_lowercase())) && doc.possessor(noun).is_none();
    // "**a deal** with X **is expected** to increase trade"
    let awaited = || {
        let subject = matches!(doc.tokens[noun].relation, Relation::Subject | Relation::PassiveSubject);
        // "is expected to be signed"
        let staged = |v: usize| {
            doc.children_by(v, Relation::OpenComplement).any(|c| doc.is_passive(c) && frames.verb(doc.lemma(c), false).is_some())
        };
        subject && verb.is_some_and(|v| frames.awaiting.contains(doc.lemma(v)) && doc.is_passive(v) && !staged(v))
    };
    (modal.is_some_and(|m| frames.hypothetical.contains(doc.lemma(m))) || awaited()) && anew()
}

/// True for a verb in the past, neither modal nor negated.
pub fn is_told(doc: &Doc, verb: usize) -> bool {
    let clause = doc.clause(verb);
    clause.tense == Tense::Past && clause.modal.is_none() && !clause.infinitive && !clause.negated
}

/// What one verb makes of the instrument.
fn told(scene: &Scene<'_>, doc: &Doc, noun: usize, taking: &Taking<'_>) -> Option<Stage> {
    use AgreementStatus::{Agreed, Negotiating, Planned, Proposed, Ratified, Rejected, Signed, Suspended, Terminated};
    let frame = taking.frame;
    let clause = doc.clause(taking.verb);
    let above = doc.governor(taking.verb).filter(|_| doc.tokens[taking.verb].relation == Relation::PrepositionComplement);
    let above = above.and_then(|p| doc.governor(p));
    let over = above.map(|w| doc.lemma(w).to_lowercase());
    // "**talks** on reaching a deal"
    let talked = |w: &String| AgreementFrames::stage(&scene.frames.agreements.status_nouns, w) == Some(Negotiating);
    let ends = matches!(frame.status, Terminated | Suspended | Rejected);
    // "is continuing **talks** with Y on reaching a deal": hung, by the parser, on the verb over both
    let beside = |v: usize| {
        let nouns = doc.obliques(v).into_iter().map(|o| o.noun).chain(doc.objects(v));
        nouns.filter(|&n| n < taking.verb).find(|&n| talked(&doc.lemma(n).to_lowercase()))
    };
    let talks = above.filter(|_| over.as_ref().is_some_and(talked)).or_else(|| above.filter(|&v| doc.is_verbal(v)).and_then(beside));
    // "secured a **breakthrough by** signing a deal": no talks on it
    let about = doc.governor(taking.verb).is_some_and(|p| scene.frames.agreements.talked_behind.contains(doc.lemma(p)));
    if !ends && !frame.keeps && about && talks.is_some() {
        // "talks on reaching a deal **collapsed**", "**ended** talks on"
        let over = talks.and_then(|n| doc.governing_verb(n)).filter(|&v| is_told(doc, v));
        let over = over.map(|v| phrasal::entry(doc, v, |l| scene.frames.agreements.verb(l, true).is_some()));
        let frames = &scene.frames.agreements;
        let ended = |l: &str| frames.verb(l, true).or_else(|| frames.verb(l, false)).is_some_and(|f| f.status == Terminated);
        return Some(Stage {
            status: match over.as_deref() {
                Some(l) if frames.closing.contains(l) => Agreed,
                Some(l) if ended(l) => Terminated,
                _ => Negotiating,
            },
            verb: Some(taking.verb),
            over: talks,
            by_verb: true,
            taken: false,
            confidence: frame.confidence,
        });
    }
    // "would breach the treaty that they **signed**": told as past, whatever the clause above says
    let past = taking.at_noun && is_told(doc, taking.verb);
    let happened = Status { outcome: Outcome::Happened, sureness: 1.0 };
    let status = if past { happened } else { scene.frames.status.of_verb(doc, taking.verb)? };
    // "a deal to be signed in May"
    let coming = taking.at_noun && clause.infinitive;
    // "the text negotiated in Geneva"
    // not "the text **being** negotiated"
    let goes_on = |c: usize| {
        let (morph, relation) = (&doc.tokens[c].morph, doc.tokens[c].relation);
        let helps = matches!(relation, Relation::Auxiliary | Relation::PassiveAuxiliary);
        let present = morph.form == Some(VerbForm::Gerund) || morph.form == Some(VerbForm::Participle) && morph.past != Some(true);
        morph.progressive || helps && present
    };
    // "they **negotiated** the treaty": told as past, and not for how long
    let made = scene.frames.agreements.negotiated.contains(doc.lemma(taking.verb)) && has_made(scene, doc, noun, taking.verb);
    let done = (taking.at_noun && clause.participle || made) && !doc.children(taking.verb).any(goes_on);
    // "after X's **decision** to leave the pact": it has
    let decided = decision_over(scene, doc, taking.verb).filter(|_| ends).map(|n| is_taken(scene, doc, n));
    let told = match status.outcome {
        _ if decided.is_some() => {
            if decided == Some(true) {
                frame.status
            } else {
                Signed
            }
        }
        Outcome::Happened | Outcome::Ongoing if coming => Planned,
        Outcome::Happened if done && frame.status == Negotiating => Agreed,
        Outcome::Proposed if !ends && !frame.keeps && is_foreseen(scene, doc, taking.verb) => Negotiating,
        Outcome::Proposed if !ends && !frame.keeps && is_mere_possibility(scene, doc, taking.verb) => return None,
        Outcome::Happened if frame.parties_of_noun => {
            adjective(&scene.frames.agreements, doc, noun).map_or(frame.status, |(status, _)| status)
        }
        // "**is announcing** a deal": which there is
        Outcome::Ongoing if frame.status == Agreed && !is_being_announced(scene, doc, noun, taking.verb) => Negotiating,
        Outcome::Happened | Outcome::Ongoing => frame.status,
        // who "agreed **to terminate**" a deal has ended it
        Outcome::Planned if ends && has_agreed(scene, doc, taking.verb) => frame.status,
        // what somebody means to end stands
        // but an offer that somebody is urged to reject is one all the same
        _ if frame.status == Rejected && !matches!(status.outcome, Outcome::Happened | Outcome::Ongoing) => Proposed,
        _ if (ends || frame.keeps) && !matches!(status.outcome, Outcome::Happened | Outcome::Ongoing) => Signed,
        Outcome::Planned if frame.status == Negotiating => Negotiating,
        Outcome::Planned if scene.frames.agreements.concludes(doc, taking.verb) => frame.status,
        Outcome::Planned => Planned,
        Outcome::Proposed if matches!(frame.status, Agreed | Negotiating) => Negotiating,
        Outcome::Proposed => Proposed,
        Outcome::Cancelled | Outcome::Refused => Rejected,
        // "has yet **to ratify** the treaty": which stands
        Outcome::Denied if frame.status == Ratified && failed(scene, doc, taking.verb) => Signed,
        // "failed **to reach** a deal"
        Outcome::Denied if matches!(frame.status, Agreed | Signed | Negotiating) && !frame.keeps && failed(scene, doc, taking.verb) => {
            Negotiating
        }
        Outcome::Denied => return None,
    };
    // "was close to **striking** a deal"
    let adjective = above.is_some_and(|w| !doc.is_verbal(w));
    let near = over.as_ref().filter(|_| adjective).and_then(|w| AgreementFrames::stage(&scene.frames.agreements.status_predicates, w));
    let told = near.filter(|s| *s == Negotiating && matches!(told, Agreed | Signed)).unwrap_or(told);
    // "are **working** towards signing a treaty"
    let sought = |w: &String| [&scene.frames.agreements.striving, &scene.frames.agreements.awaiting].iter().any(|verbs| verbs.contains(w));
    let ahead = matches!(told, Signed | Agreed | Ratified) && !frame.keeps && over.as_ref().is_some_and(sought);
    let told = if ahead { Planned } else { told };
    // "X's **interest** in joining the pact"
    let wished = over.is_some_and(|w| scene.frames.agreements.wishes.contains(&w));
    // "X's **decision** to rejoin the pact", "X's **interest** to join it"
    let aim = doc.governor(taking.verb).filter(|_| clause.infinitive && doc.tokens[taking.verb].relation == Relation::NounClause);
    let meant = |nouns: &HashSet<String>| aim.is_some_and(|n| nouns.contains(doc.lemma(n)));
    let told = match frame.joins {
        true if wished => Proposed,
        true if meant(&scene.frames.agreements.attempts) => Planned,
        true if meant(&scene.frames.agreements.wishes) => Proposed,
        _ => told,
    };
    let confidence = frame.confidence * status.sureness;
    Some(Stage { status: told, verb: Some(taking.verb), over: None, by_verb: !frame.keeps, taken: frame.takes, confidence })
}

/// "**is announcing** an agreement", not "a proposed one", nor "one to be signed".
fn is_being_announced(scene: &Scene<'_>, doc: &Doc, noun: usize, verb: usize) -> bool {
    let announces = scene.frames.agreements.concluded_by.contains(doc.lemma(verb));
    let to_come = |c: usize| doc.clause(c).infinitive && doc.is_passive(c);
    announces && adjective(&scene.frames.agreements, doc, noun).is_none() && !doc.children(noun).chain(doc.children(verb)).any(to_come)
}

/// "**negotiated** the treaty", "a pact that they **have negotiated**"; not "have been negotiating one", "negotiated it for years".
fn has_made(scene: &Scene<'_>, doc: &Doc, noun: usize, verb: usize) -> bool {
    let clause = doc.clause(verb);
    let object = doc.objects(verb).into_iter().any(|o| o == noun || doc.antecedent(o) == Some(noun)) || clause.passive;
    let lasting = |o: &Oblique| {
        let dated = doc.name_at(o.noun).is_some_and(NameSpan::is_date);
        scene.frames.agreements.lasting.contains(doc.lemma(o.marker)) && dated
            || scene.frames.agreements.lasting_until.contains(doc.lemma(o.marker))
    };
    let lasts = [verb, noun].into_iter().flat_map(|t| doc.obliques(t)).any(|o| lasting(&o));
    // "when they negotiated it, they disagreed"
    let lasts = lasts || doc.tokens[verb].relation == Relation::AdverbialClause;
    object && !lasts && !clause.progressive && (clause.tense == Tense::Past || clause.perfect)
}

/// True where sides tried to come to terms in vain: "failed to **reach** a deal", not "failed to win a contract".
pub fn failed(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    scene.frames.agreements.comes_to_terms(doc.lemma(verb)) && scene.frames.status.came_to_nothing(doc, verb)
}

/// "**agreed** to terminate", not "may agree to terminate".
fn has_agreed(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    let above = doc.governor(verb).and_then(|g| scene.frames.status.of_verb(doc, g));
    scene.frames.agreements.concludes(doc, verb) && above.is_some_and(|s| s.outcome == Outcome::Happened)
}

/// The decision that an infinitive tells: "X's **decision** to leave the pact".
fn decision_over(scene: &Scene<'_>, doc: &Doc, verb: usize) -> Option<usize> {
    let hung = doc.tokens[verb].relation == Relation::NounClause && doc.clause(verb).infinitive;
    let decides = |n: &usize| scene.frames.agreements.decisions.contains(&doc.lemma(*n).to_lowercase());
    doc.governor(verb).filter(|_| hung).filter(decides)
}

/// True for somebody's decision that stands: not "is weighing **a** decision", "**reversed** its decision".
fn is_taken(scene: &Scene<'_>, doc: &Doc, noun: usize) -> bool {
    let frames = &scene.frames.agreements;
    let by = || doc.obliques(noun).iter().any(|o| adpositions::has(&scene.frames.adpositions.by, doc.lemma(o.marker)));
    let stands = |v: usize| {
        let (clause, lemma) = (doc.clause(v), doc.lemma(v));
        let told = frames.resolving.contains(lemma) || scene.frames.status.says(doc, v).is_none() && !frames.undoing.contains(lemma);
        told && !clause.negated
            && clause.modal.is_none()
            && (clause.tense != Tense::Future || doc.tokens[noun].relation != Relation::Object)
    };
    let object = doc.governor(noun).filter(|_| matches!(doc.tokens[noun].relation, Relation::Object | Relation::PassiveSubject));
    (doc.possessor(noun).is_some() || by()) && object.is_none_or(stands) && !scene.frames.status.noun_is_conditional(doc, noun)
}

/// "a deal between X and Y could **be signed** next week": a day is told for it.
fn is_foreseen(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    let clause = doc.clause(verb);
    let likely = clause.modal.is_some_and(|m| scene.frames.agreements.foreseeing.contains(doc.lemma(m))) && !clause.perfect;
    let dated = |t: usize| t > verb && doc.name_at(t).is_some_and(|name| name.label == "DATE");
    let when = || doc.children(verb).chain(doc.obliques(verb).into_iter().map(|o| o.noun));
    doc.is_passive(verb) && likely && when().any(dated)
}

/// "may want to **make** a deal"
fn is_mere_possibility(scene: &Scene<'_>, doc: &Doc, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..REACH {
        if doc.clause(at).modal.is_some_and(|m| scene.frames.agreements.hypothetical.contains(doc.lemma(m))) {
            return true;
        }
        match doc.governor(at) {
            Some(g) if doc.tokens[at].relation == Relation::OpenComplement => at = g,
            _ => return false,
        }
    }
    false
}

/// How far along a stage is: of two that are told of one instrument, the further one counts.
pub fn rank(status: AgreementStatus) -> u8 {
    match status {
        AgreementStatus::Terminated => 8,
        AgreementStatus::Suspended => 7,
        AgreementStatus::Ratified => 6,
        AgreementStatus::Signed => 5,
        AgreementStatus::Rejected => 4,
        AgreementStatus::Agreed => 3,
        AgreementStatus::Planned => 2,
        AgreementStatus::Negotiating => 1,
        AgreementStatus::Proposed => 0,
    }
}

/// The word over the instrument or at it that tells its stage.
pub fn tells(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<usize> {
    over(frames, doc, noun).or_else(|| predicate(frames, doc, noun)).or_else(|| adjective(frames, doc, noun)).map(|(_, word)| word)
}

/// The stage that nouns over the instrument tell: "the **signing** of the deal".
fn over(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<(AgreementStatus, usize)> {
    let mut at = noun;
    // "the entry into **force** in January of the treaty": which the parser hangs on the day
    let day = doc.governor(noun).and_then(|p| doc.governor(p)).and_then(|d| doc.name_at(d)).filter(|name| name.label == "DATE");
    if let Some(day) = day {
        let marker = |&t: &usize| doc.tokens[t].pos == Pos::Adp;
        let before = (doc.sentence_of(noun).start..day.tokens.start).rev().find(|t| !marker(t));
        let told = before.and_then(|t| Some((AgreementFrames::stage(&frames.status_nouns, &doc.lemma(t).to_lowercase())?, t)));
        if told.is_some() {
            return told;
        }
    }
    // "opened a consulate **as part of** a deal"
    if frames.noun.frames(doc, noun) {
        return None;
    }
    for _ in 0..REACH {
        at = doc.governor(at)?;
        // "witnessed the **signing** of a memorandum **under** the treaty": not of that
        if doc.is_verbal(at) || doc.tokens[at].pos == Pos::Adp && frames.noun.framing.contains(doc.lemma(at)) {
            break;
        }
        // "the **signing** of a memorandum on the treaty": nor here
        if doc.tokens[at].pos.is_nominal() && frames.instruments.contains_key(&doc.lemma(at).to_lowercase()) {
            return None;
        }
        // "**close** to a deal"
        let table = if doc.tokens[at].pos == Pos::Adj { &frames.status_predicates } else { &frames.status_nouns };
        // "from the **date** of the entry into force of the treaty": whenever that is
        let dated = || frames.right_over.contains(doc.lemma(at)) && is_of_some_day(frames, doc, at);
        let right = || is_right_over(frames, doc, noun, at) && !dated();
        // "on the **losing** end of deals"
        let side = |t: usize| frames.sides_taken.contains(&doc.lemma(t).to_lowercase()) && doc.modifiers(t).next().is_some();
        if let Some(s) = AgreementFrames::stage(table, &doc.lemma(at).to_lowercase()).filter(|_| right() && !side(at)) {
            return Some((s, at));
        }
    }
    // "is in **talks** with X over a deal"
    let hung = doc.is_verbal(at) && doc.governor(noun).is_some_and(|p| frames.talked_behind.contains(doc.lemma(p)));
    let talks =
        |n: &usize| AgreementFrames::stage(&frames.status_nouns, &doc.lemma(*n).to_lowercase()) == Some(AgreementStatus::Negotiating);
    let beside = || doc.obliques(at).into_iter().map(|o| o.noun).chain(doc.objects(at)).filter(|&n| n < noun).find(talks);
    hung.then(beside).flatten().map(|n| (AgreementStatus::Negotiating, n))
}

/// True where a word of time stands over one that tells a stage: "the **date** of its entry into force".
fn is_of_some_day(frames: &AgreementFrames, doc: &Doc, over: usize) -> bool {
    let above = std::iter::successors(Some(over), |&t| doc.governor(t)).skip(1).take(REACH).take_while(|&t| !doc.is_verbal(t));
    above.into_iter().any(|t| doc.tokens[t].pos == Pos::Noun && frames.whenever.contains(&doc.lemma(t).to_lowercase()))
}

/// True where a word tells the stage of whatever stands under it, or of the instrument right under it.
fn is_right_over(frames: &AgreementFrames, doc: &Doc, noun: usize, over: usize) -> bool {
    !frames.right_over.contains(doc.lemma(over)) || doc.governor(noun).and_then(|p| doc.governor(p)) == Some(over)
}

/// The stage that is said of the instrument as subject: "is under **negotiation**", "is **dead**"; the word, or the verb it hangs on.
fn predicate(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<(AgreementStatus, usize)> {
    let verb = doc.governor(noun).filter(|&v| doc.tokens[noun].relation == Relation::Subject && doc.is_verbal(v))?;
    let said = doc.children(verb).filter(|&c| matches!(doc.tokens[c].relation, Relation::Attribute | Relation::AdjectiveComplement));
    let said = said.chain(doc.obliques(verb).into_iter().map(|o| o.noun));
    said.filter(|&c| c > verb)
        .find_map(|c| AgreementFrames::stage(&frames.status_predicates, &doc.lemma(c).to_lowercase()).map(|s| (s, c)))
        .filter(|_| !doc.clause(verb).negated)
}

fn adjective(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Option<(AgreementStatus, usize)> {
    doc.modifiers(noun).find_map(|m| AgreementFrames::stage(&frames.status_words, &doc.word(m).to_lowercase()).map(|s| (s, m)))
}
