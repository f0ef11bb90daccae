//! What an instrument is about: "on trade", "to build a port", "a fisheries agreement".

use super::{instrument, naming, stage, taking};
use crate::{
    entities::{EntityKind, Form},
    events::scene::{Scene, Spot},
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// How many words a subject may have.
const LONGEST: usize = 16;
/// How many adpositional phrases deep a subject goes: "cooperation **in** the field **of** health".
const DEPTH: usize = 4;

/// The phrases that tell what the instrument at a spot is about, in order.
pub fn of(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Span<Tok>)> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements;
    let mut found: Vec<Span<Tok>> = Vec::new();
    for noun in instrument::name(scene, doc, at.token) {
        for o in doc.obliques(noun) {
            let marker = doc.lemma(o.marker).to_lowercase();
            let told = frames.noun.topics.contains(&marker) && !is_date(scene, at.passage, o.noun)
                || frames.noun.subjects.contains(&marker) && !is_party_or_date(scene, at.passage, o.noun);
            let part_of_name = scene.frames.adpositions.is_of(&marker) && frames.noun.name_parts.contains(doc.lemma(o.noun));
            if told && is_subject(scene, doc, o.noun) && !part_of_name {
                let pair = scene.frames.adpositions.is_of(&marker).then(|| pair_in_name(doc, noun, o.noun)).flatten();
                found.extend(pair.map_or_else(|| phrases(scene, at.passage, o.noun), |pair| vec![pair]));
            }
        }
    }
    found.extend(carried(scene, at));
    found.extend(behind_sides(scene, at));
    // "a deal to build a port"
    let hung = |c: &usize| matches!(doc.tokens[*c].relation, Relation::NounClause | Relation::RelativeClause | Relation::AdverbialClause);
    for c in doc.children(at.token).filter(hung) {
        let clause = doc.clause(c);
        if clause.infinitive && !clause.passive {
            found.push(Span::new(c, doc.subtree(c).end.min(c + LONGEST)));
        } else if frames.noun.titled.contains(doc.lemma(c)) {
            // "a declaration **titled** \"Partners for Growth\""
            found.extend(title_behind(doc, c));
        } else if doc.tokens[c].relation == Relation::NounClause && !clause.passive {
            // "agreements covering trade and customs"
            for o in doc.objects(c) {
                found.extend(phrases(scene, at.passage, o));
            }
        }
    }
    found.extend(provided(scene, at));
    found.extend(aims(scene, at).into_iter().map(|c| Span::new(c, doc.subtree(c).end)));
    found.extend(before(scene, at));
    found.sort();
    found.dedup();
    // the hyphen of "counter-terrorism", taken for a noun
    let tells = |s: &Span<Tok>| s.range().any(|t| doc.word(t).contains(char::is_alphanumeric));
    found.into_iter().filter(tells).map(|s| (at.passage, Span::new(s.start, s.end.min(s.start + LONGEST)))).collect()
}

/// "a memorandum between Enterprise Chile and the Bank of Peru **on trade**": hung, by the parser, on the last side's name.
fn behind_sides(scene: &Scene<'_>, at: Spot) -> Vec<Span<Tok>> {
    let doc = scene.doc(at.passage);
    let frames = &scene.frames.agreements.noun;
    let (sides, marker) = naming::side_by_side(scene, at);
    let tells = doc.tokens.get(marker).is_some_and(|t| {
        let lemma = t.lemma.to_lowercase();
        t.pos == Pos::Adp && (frames.topics.contains(&lemma) || frames.subjects.contains(&lemma))
    });
    let noun = doc.children_by(marker.min(doc.len() - 1), Relation::PrepositionObject).next();
    let subject = |&n: &usize| is_subject(scene, doc, n) && !is_party_or_date(scene, at.passage, n);
    noun.filter(|_| sides.len() > 1 && tells).filter(subject).map(|n| phrases(scene, at.passage, n)).unwrap_or_default()
}

/// "the Treaty of **Peace and Friendship**": of a paper's own name two words that an "and" joins are one.
fn pair_in_name(doc: &Doc, paper: usize, noun: usize) -> Option<Span<Tok>> {
    let capitals = |t: usize| doc.tokens[t].pos == Pos::Propn && doc.word(t).starts_with(char::is_uppercase);
    match doc.conjuncts_from(noun).as_slice() {
        &[a, b] if [paper, a, b].into_iter().all(capitals) && b == a + 2 => Some(Span::new(doc.noun_phrase(a).start, b + 1)),
        _ => None,
    }
}

/// The title behind "titled": what stands in marks, or else up to the next mark.
fn title_behind(doc: &Doc, verb: usize) -> Option<Span<Tok>> {
    let end = doc.subtree(verb).end.max(verb + 1).min(verb + 1 + LONGEST);
    let mark = |t: &usize| doc.tokens[*t].pos == Pos::Punct && doc.word(*t) != "-";
    // "called **on Monday** a success", "dubbed **historic** by the press": no title
    let named = |t: usize| mark(&(t - 1)) || doc.word(t).starts_with(char::is_uppercase);
    let start = (verb + 1..end).find(|t| !mark(t)).filter(|&t| doc.tokens[t].pos != Pos::Adp && named(t))?;
    Some(Span::new(start, (start + 1..end).find(mark).unwrap_or(end)))
}

/// What a deal is about that a noun of business names: what is told of it, or else itself, "the **merger**".
pub fn of_trade(scene: &Scene<'_>, at: Spot) -> Vec<(usize, Span<Tok>)> {
    let told = of(scene, at);
    if told.is_empty() { vec![(at.passage, Span::new(at.token, at.token + 1))] } else { told }
}

/// The clauses on the verbs that take the instrument that tell what it is for: "the deal that they struck **to build a port**", "began talks
/// on a treaty **to facilitate trade**".
pub fn aims(scene: &Scene<'_>, at: Spot) -> Vec<usize> {
    let doc = scene.doc(at.passage);
    let made = taking::of(scene, doc, at.token).into_iter().filter(|t| !t.frame.keeps);
    let mut clauses: Vec<usize> = made.flat_map(|t| aims_of(doc, t.verb)).filter(|&c| c > at.token).collect();
    // under a noun that tells its stage: only what an instrument does
    let verbs = &scene.frames.agreements.list_verbs;
    let over = stage::tells(&scene.frames.agreements, doc, at.token).filter(|&o| o < at.token && doc.tokens[o].pos.is_nominal());
    let carried = over.and_then(|o| doc.governing_verb(o)).into_iter().flat_map(|v| aims_of(doc, v));
    clauses.extend(carried.filter(|&c| c > at.token && verbs.aim.contains(doc.lemma(c))));
    clauses.sort_unstable();
    clauses.dedup();
    clauses
}

/// The infinitives behind a verb that tell what it is for, up to a mark: "team up **to build batteries**".
pub fn aims_of(doc: &Doc, verb: usize) -> impl Iterator<Item = usize> {
    let hung = |c: usize| matches!(doc.tokens[c].relation, Relation::OpenComplement | Relation::AdverbialClause);
    doc.children(verb).filter(move |&c| c > verb && hung(c) && doc.clause(c).infinitive && !behind_comma(doc, c))
}

/// What the instrument is told to do in a clause on it: "agreements that will **deepen cooperation in energy**".
fn provided(scene: &Scene<'_>, at: Spot) -> Vec<Span<Tok>> {
    let doc = scene.doc(at.passage);
    let verbs = &scene.frames.agreements.list_verbs;
    let clauses = doc.children_by(at.token, Relation::RelativeClause).flat_map(|c| doc.conjuncts_from(c));
    let does = |v: &usize| {
        let itself = doc.subject(*v).is_some_and(|s| s == at.token);
        itself && !doc.is_passive(*v) && (verbs.aim.contains(doc.lemma(*v)) || verbs.include.contains(doc.lemma(*v)))
    };
    clauses.filter(does).flat_map(|v| doc.objects(v)).flat_map(|o| phrases(scene, at.passage, o)).collect()
}

/// "…, to deepen ties": told of why, not of what.
fn behind_comma(doc: &Doc, clause: usize) -> bool {
    doc.subtree(clause).start.checked_sub(1).is_some_and(|before| doc.tokens[before].pos == Pos::Punct)
}

/// Phrases behind the noun that hang, by the parser, on what carries it: "witnessed the signing of two treaties **on trade**".
fn carried(scene: &Scene<'_>, at: Spot) -> Vec<Span<Tok>> {
    let doc = scene.doc(at.passage);
    let topics = &scene.frames.agreements.noun.topics;
    let mut carriers: Vec<usize> =
        taking::of(scene, doc, at.token).into_iter().filter(|t| !t.frame.parties_of_noun).map(|t| t.verb).collect();
    let mut up = at.token;
    while let Some(g) = doc.governor(up).filter(|_| carriers.len() < DEPTH) {
        carriers.push(g);
        if doc.is_verbal(g) {
            break;
        }
        up = g;
    }
    carriers.sort_unstable();
    carriers.dedup();
    let behind = carriers.into_iter().flat_map(|c| doc.obliques(c)).filter(|o| o.marker > at.token);
    let listing = &scene.frames.agreements.noun.listing;
    let about = behind.filter(|o| {
        let marker = doc.lemma(o.marker).to_lowercase();
        (topics.contains(&marker) || listing.contains(&marker))
            && is_subject(scene, doc, o.noun)
            && !is_party_or_date(scene, at.passage, o.noun)
    });
    about.flat_map(|o| phrases(scene, at.passage, o.noun)).collect()
}

/// The words before the noun that tell what it is about: "a **free trade** deal", "the Norway-Iceland **Youth Mobility** Agreement".
fn before(scene: &Scene<'_>, at: Spot) -> Option<Span<Tok>> {
    let doc = scene.doc(at.passage);
    let tells = |&m: &usize| {
        matches!(doc.tokens[m].relation, Relation::Compound | Relation::AdjectiveModifier | Relation::Conjunct)
            && matches!(doc.tokens[m].pos, Pos::Noun | Pos::Adj | Pos::Propn | Pos::Verb)
            && !names_somebody(scene, at, m)
            && !is_demonym_or_date(scene, at.passage, m)
            && !tells_number_or_stage(scene, doc, m)
            && !is_deed(scene, doc, m)
            // "the **Paris** accord": where it was made
            && !scene.frames.ties.around.treaty_places.contains(&doc.word(m).to_lowercase())
            // "a higher offer"
            && (doc.tokens[m].pos != Pos::Adj || doc.lemma(m).eq_ignore_ascii_case(doc.word(m)))
    };
    // "a Comprehensive and **Enhanced Partnership** Agreement": behind a word of worth what it is joined to
    let joined = |m: usize| {
        if tells_number_or_stage(scene, doc, m) {
            doc.conjuncts_from(m).into_iter().filter(|&c| c > m && c < at.token).collect()
        } else {
            vec![m]
        }
    };
    let told: Vec<usize> = doc.modifiers(at.token).flat_map(joined).filter(tells).collect();
    // the last run: "the **Norway** – Iceland **free trade** deal"
    let &last = told.last()?;
    let mut first = last;
    for &m in told.iter().rev() {
        let under = doc.subtree(m);
        if under.end < first || under.range().any(|t| names_somebody(scene, at, t)) {
            break;
        }
        first = under.start;
    }
    // "a **sale and purchase** agreement"
    let both = doc.conjuncts_from(last).into_iter().filter(|&c| c > last && c < at.token).max();
    let last = both.unwrap_or(last);
    // "a **loan-for-oil** deal": what hyphens tie to the word
    let tied = doc.tokens.get(last + 1).is_some_and(|_| doc.word(last + 1) == "-" && !doc.tokens[last].space_after);
    let end = if tied { doc.subtree(last).end.min(at.token) } else { last + 1 };
    Some(without_determiner(doc, Span::new(first, end.max(last + 1))))
}

/// The phrases of a noun and of each that is coordinated with it; "the field of" gives way to what the field is of.
pub fn phrases(scene: &Scene<'_>, passage: usize, noun: usize) -> Vec<Span<Tok>> {
    let doc = scene.doc(passage);
    let mut noun = noun;
    for _ in 0..DEPTH {
        let Some(inner) = led_to(scene, doc, noun) else { break };
        noun = inner;
    }
    let members = doc.conjuncts_from(noun).into_iter().filter(|&m| m == noun || instrument::at(scene, doc, m).is_none());
    members.flat_map(|token| of_member(scene, Spot { passage, token })).collect()
}

/// What a noun only leads to: "the field of **health**".
fn led_to(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Option<usize> {
    let leads = scene.frames.agreements.noun.subject_heads.contains(&doc.lemma(noun).to_lowercase());
    let behind =
        || doc.obliques(noun).into_iter().find(|o| o.noun > noun && scene.frames.agreements.noun.led_behind.contains(doc.lemma(o.marker)));
    leads.then(behind).flatten().map(|o| o.noun)
}

/// The phrases of one noun, or clause.
pub fn of_member(scene: &Scene<'_>, at: Spot) -> Vec<Span<Tok>> {
    let doc = scene.doc(at.passage);
    let token = led_to(scene, doc, at.token).unwrap_or(at.token);
    if doc.is_verbal(token) {
        return vec![Span::new(token, doc.subtree(token).end.min(token + LONGEST))];
    }
    let mut found = Vec::new();
    whole(scene, at.passage, token, &mut found);
    found
}

/// The phrase of a noun with what stands behind it and tells more of it: "cooperation in the fields of health and training", but
/// neither the place nor the day. Of a longer list behind it each further member is a phrase of its own.
fn whole(scene: &Scene<'_>, passage: usize, noun: usize, found: &mut Vec<Span<Tok>>) {
    let doc = scene.doc(passage);
    let markers = &scene.frames.agreements.noun.subject_goes_on;
    let mut span = doc.noun_phrase(noun);
    // "co-operation": one word that the tokenizer parts
    while span.start > 1
        && doc.word(span.start - 1) == "-"
        && !doc.tokens[span.start - 1].space_after
        && !doc.tokens[span.start - 2].space_after
    {
        span.start -= 2;
    }
    // "counter-terrorism"
    let glued = |t: usize| doc.tokens.get(t).is_some_and(|token| !token.space_after);
    while span.len() < LONGEST && span.end + 1 < doc.len() && doc.word(span.end) == "-" && glued(span.end - 1) && glued(span.end) {
        span.end += 2;
    }
    let mut rest = Vec::new();
    let mut last = noun;
    for _ in 0..DEPTH {
        let next = doc.obliques(last).into_iter().find(|o| {
            o.noun > last
                && !doc.is_verbal(o.noun)
                && (scene.frames.adpositions.is_of(doc.lemma(o.marker))
                    || markers.contains(doc.lemma(o.marker)) && !is_party_or_date(scene, passage, o.noun))
        });
        let Some(next) = next else { break };
        last = next.noun;
        span.end = last + 1;
        let members: Vec<usize> =
            doc.conjuncts_from(last).into_iter().filter(|&m| m > last && instrument::at(scene, doc, m).is_none()).collect();
        match members.as_slice() {
            &[second] => span.end = second + 1,
            more => rest.extend(more.iter().map(|&m| without_determiner(doc, doc.of_phrase(m)))),
        }
    }
    found.push(without_determiner(doc, span));
    found.append(&mut rest);
}

/// A noun that can be what an instrument is about, or a clause.
fn is_subject(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    (doc.tokens[t].pos.is_nominal() || doc.is_verbal(t)) && !scene.frames.agreements.noun.not_subjects.contains(doc.lemma(t))
}

/// A phrase without the article or owner that begins it.
pub fn without_determiner(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    let opens = |t: usize| match doc.tokens[t].relation {
        Relation::Determiner => true,
        Relation::Possessor => doc.tokens[t].pos == Pos::Pron,
        _ => false,
    };
    while span.len() > 1 && opens(span.start) {
        span.start += 1;
    }
    span
}

/// "several", "landmark", "controversial": words before the noun that tell its number, stage or worth, not what it is about.
fn tells_number_or_stage(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    let frames = &scene.frames.agreements;
    let word = doc.word(t).to_lowercase();
    frames.counts.open.contains(&word)
        || frames.noun.vague.contains(&word)
        || frames.apart.contains(&word)
        || frames.not_instruments.judged.contains(&doc.lemma(t).to_lowercase())
        || frames.status_words.values().any(|words| words.contains(&word))
}

/// True where a word before the noun names somebody, other than by the instrument's own name that holds it.
fn names_somebody(scene: &Scene<'_>, at: Spot, token: usize) -> bool {
    let Some(mention) = scene.entities.mention_at(at.passage, token) else { return false };
    if mention.form == Form::Name && mention.tokens.holds(at.token) {
        return scene.named(scene.doc(at.passage).word(token)).is_some();
    }
    !mention.refers.is_empty()
}

/// "Ruiz **Secures** Major Settlement": a headline's verb, which the tagger takes for a name.
fn is_deed(scene: &Scene<'_>, doc: &Doc, t: usize) -> bool {
    let word = doc.word(t).to_lowercase();
    let frames = &scene.frames.agreements;
    doc.tokens[t].pos == Pos::Propn && word.strip_suffix('s').is_some_and(|w| frames.mutual.contains(w) || frames.verb(w, false).is_some())
}

fn is_date(scene: &Scene<'_>, passage: usize, token: usize) -> bool {
    let dates = &scene.dates[passage];
    let upto = dates.partition_point(|d| d.tokens.start <= token);
    upto.checked_sub(1).is_some_and(|i| dates[i].tokens.holds(token))
}

fn is_party_or_date(scene: &Scene<'_>, passage: usize, token: usize) -> bool {
    is_date(scene, passage, token)
        || !scene.party(Spot { passage, token }).is_empty()
        || scene.entities.referents(passage, token).iter().any(|&id| scene.entities.get(id).kind == EntityKind::Place)
}

fn is_demonym_or_date(scene: &Scene<'_>, passage: usize, token: usize) -> bool {
    let doc = scene.doc(passage);
    is_date(scene, passage, token)
        || doc.name_at(token).is_some_and(|n| matches!(n.label.as_str(), "NORP" | "GPE" | "DATE" | "ORDINAL" | "CARDINAL" | "MONEY"))
}
