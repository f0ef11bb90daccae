//! Companies that the recognizer took for somebody or somewhere, because it has never seen such a name: told, anywhere in the article, by
//! what only a company has ("X's shareholders", "a stake in X", "X chief executive"), by what is done to nothing else ("took over X"), by
//! what it is said to be ("X, the carmaker"), by how it is written ("MorphoSys"), by its full form ("X Inc"), or by what the recognizer
//! mostly takes the same words for.

use std::collections::{BTreeMap, HashSet};

use super::{
    draft::head_of,
    kinds,
    lexicon::{Lexicon, PronounKind},
    names::{Name, NameKind, capital, is_ticker},
    unnamed,
};
use crate::{
    gazetteer::{self, Gazetteer},
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// Most words of such a name.
const LONGEST: usize = 4;

/// The words of names, in one document or another, of which only a company's are told, and of nobody's.
/// What headlines hold is not counted, whose capitals mislead the recognizer.
pub fn of<'d>(
    lexicon: &Lexicon,
    gazetteer: &Gazetteer,
    names: &[(usize, Vec<Name>)],
    docs: &'d [Doc],
    headline: impl Fn(usize) -> bool,
) -> HashSet<&'d str> {
    let mut found = HashSet::new();
    let mut somebody = HashSet::new();
    let mut taken_for: BTreeMap<&str, Votes> = BTreeMap::new();
    let mut surnames = HashSet::new();
    let mut things = HashSet::new();
    for (p, name) in names.iter().flat_map(|(p, names)| names.iter().map(move |n| (*p, n))) {
        let doc = &docs[p];
        if name.kind == NameKind::Person && name.tokens.len() > 1 {
            surnames.insert(doc.word(name.tokens.end - 1));
        }
        if name.kind == NameKind::Person && (is_titled(lexicon, doc, name) || has_given_name(doc, name)) {
            somebody.insert(doc.word(name.tokens.end - 1));
        } else if kinds::is_occasion(lexicon, doc, name) {
            // whatever is done to it
        } else if is_open(doc, name) && is_company(lexicon, doc, name) {
            found.insert(doc.words(name.tokens));
        } else if is_open(doc, name) && speaks_of_itself(lexicon, doc, name) {
            things.insert(doc.words(name.tokens));
        }
        if !headline(p) {
            let votes = taken_for.entry(doc.words(name.tokens)).or_default();
            votes.body += usize::from(is_unknown_body(name));
            votes.other += usize::from(name.kind != NameKind::Organization);
        }
        found.extend(short_form(lexicon, doc, name).map(|short| doc.words(short)));
    }
    // "sold it to Italian bank **Mediobanca**": what the recognizer takes for no name at all
    for (p, names) in names {
        let doc = &docs[*p];
        let told = |name: &Name| is_company(lexicon, doc, name) || kinds::is_introduced_body(lexicon, doc, name);
        found.extend(unnamed::runs(gazetteer, doc, names).iter().filter(|name| told(name)).map(|name| doc.words(name.tokens)));
    }
    found.extend(things.into_iter().filter(|words| !surnames.contains(*words)));
    // what somebody is called too that the article names in full, the recognizer may take for a body each time
    let voted = taken_for.iter().filter(|(words, votes)| votes.body > votes.other && !surnames.contains(*words));
    found.extend(voted.map(|(words, _)| *words));
    // "Minister-Chairman Ana Ruiz": half of an office, taken for a name
    found.retain(|words| {
        !lexicon.is_office_word(words)
            && !lexicon.is_no_body(words)
            && words.split_whitespace().next_back().is_some_and(|last| !somebody.contains(last))
    });
    found
}

/// What the recognizer took the same words for.
#[derive(Debug, Default)]
struct Votes {
    body: usize,
    other: usize,
}

/// Makes companies of the names that have such words, and of such words where no name covers them.
pub fn mend(companies: &HashSet<&str>, doc: &Doc, names: &mut Vec<Name>) {
    let mut covered = vec![false; doc.len()];
    for name in names.iter_mut() {
        covered[name.tokens.range()].fill(true);
        if is_open(doc, name) && companies.contains(doc.words(name.tokens)) {
            (name.kind, name.sure) = (NameKind::Organization, true);
        }
    }
    for t in 0..doc.len() {
        let spans = (1..=LONGEST.min(doc.len() - t)).rev().map(|len| Span::new(t, t + len));
        let free = |span: &Span<Tok>| !covered[span.range()].contains(&true) && companies.contains(doc.words(*span));
        let longest = spans.into_iter().find(|span| capital(doc.word(t)) && free(span) && stands_as_name(doc, *span));
        if let Some(tokens) = longest {
            covered[tokens.range()].fill(true);
            names.push(Name { tokens, kind: NameKind::Organization, country: None, canonical: None, sure: true });
        }
    }
    names.sort_by_key(|n| n.tokens);
}

/// True for words with capitals that the tagger need not take for a name: "**Vestra** rose", at the beginning of a sentence. Not for a part
/// of a word with hyphens.
fn stands_as_name(doc: &Doc, span: Span<Tok>) -> bool {
    let hyphened = |t: usize| doc.word(t) == "-" && !doc.tokens[t].space_after;
    let glued =
        span.start > 0 && !doc.tokens[span.start - 1].space_after && hyphened(span.start - 1) || span.end < doc.len() && hyphened(span.end);
    !glued && span.range().all(|t| capital(doc.word(t)) && doc.tokens[t].pos.is_nominal())
}

/// True for a body of which nothing is known but that the recognizer takes it for one.
fn is_unknown_body(name: &Name) -> bool {
    name.kind == NameKind::Organization && name.canonical.is_none()
}

/// "**Vestra** Inc": a company's name without what it is in law.
fn short_form(lexicon: &Lexicon, doc: &Doc, name: &Name) -> Option<Span<Tok>> {
    let legal = |t: usize| lexicon.companies.is_legal_form(doc.word(t));
    let end = name.tokens.range().rev().find(|&t| !legal(t) && doc.word(t) != ",")? + 1;
    let short = Span::new(name.tokens.start, end);
    let plain = short.range().all(|t| doc.tokens[t].pos == Pos::Propn && capital(doc.word(t)));
    (name.kind == NameKind::Organization && name.canonical.is_none() && end < name.tokens.end && short.len() <= LONGEST && plain)
        .then_some(short)
}

/// True for a name of which the gazetteer knows nothing and the recognizer may be wrong.
fn is_open(doc: &Doc, name: &Name) -> bool {
    matches!(name.kind, NameKind::Person | NameKind::Place | NameKind::Other)
        && name.canonical.is_none()
        && name.country.is_none()
        && name.tokens.len() <= LONGEST
        && !has_given_name(doc, name)
}

fn has_given_name(doc: &Doc, name: &Name) -> bool {
    name.tokens.len() > 1 && gazetteer::is_given_name(doc.word(name.tokens.start))
}

/// "Mr X", "Captain X".
fn is_titled(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let before = name.tokens.start.checked_sub(1).filter(|&b| doc.sentence_index(b) == doc.sentence_index(name.tokens.start));
    before.is_some_and(|b| lexicon.is_address(doc.word(b)) || lexicon.office_ending_at(doc, b, 0).is_some())
}

fn is_company(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let h = head_of(doc, name.tokens);
    let companies = &lexicon.companies;
    let noun = |t: usize| doc.lemma(t).to_lowercase();
    let governor = doc.governor(h).filter(|g| !name.tokens.holds(*g));
    // "Reed, **her** label and …" is a list
    let hers = |t: usize| doc.possessor(t).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    let is_told_so = |t: usize| doc.tokens[t].pos.is_nominal() && !doc.is_plural(t) && !hers(t) && lexicon.introduces_body(&noun(t));
    let relation = doc.tokens[h].relation;
    let told_above = governor.is_some_and(|g| match relation {
        // "X's **shareholders**", "X **chief executive** Y"
        Relation::Possessor | Relation::Compound => companies.have(&noun(g)),
        // "a stake **in X**", "**merger** talks **with X**"
        Relation::PrepositionObject => {
            // "sold to X", of what the recognizer takes for a place that nobody knows
            let over = |t: usize| doc.is_verbal(t) && name.kind == NameKind::Place;
            let thing = name.kind == NameKind::Other || doc.governor(g).is_some_and(over);
            let stands =
                |t: usize| companies.stand_behind(&noun(t), &noun(g)) || thing && companies.stand_behind_things(&noun(t), &noun(g));
            // "**memorandum** of understanding with X"
            let above = |n: usize| {
                let behind = doc.tokens[n].relation == Relation::PrepositionObject;
                doc.governor(n).filter(|_| behind).and_then(|p| doc.governor(p))
            };
            let near = |n: usize| stands(n) || doc.children_by(n, Relation::Compound).any(stands) || above(n).is_some_and(stands);
            doc.governor(g).is_some_and(near)
        }
        // "took over **X**"
        Relation::Object | Relation::PassiveSubject => {
            let whole = doc.particle(g).map_or_else(|| noun(g), |p| format!("{} {}", noun(g), noun(p)));
            let unknown = matches!(name.kind, NameKind::Place | NameKind::Other);
            // "bought **a** Vermeer"
            let one_of = doc.determiner(h).is_some_and(|d| lexicon.is_indefinite(doc.word(d)));
            companies.undergo(&whole) || unknown && !one_of && companies.may_undergo(&whole)
        }
        // "**X** bought", of what the recognizer takes for a thing
        Relation::Subject => {
            let office = || lexicon.office_ending_at(doc, name.tokens.end - 1, name.tokens.start).is_some();
            name.kind == NameKind::Other && doc.determiner(h).is_none() && doc.is_verbal(g) && companies.act(&noun(g)) && !office()
        }
        _ => false,
    });
    // "Madrid-**based** Vestra"
    let seated = |&t: &usize| t < h && lexicon.ties.is_based(&doc.word(t).to_lowercase());
    told_above
        || doc.children_by(h, Relation::AdjectiveModifier).any(|t| seated(&t))
        || doc.appositions(h).any(is_told_so)
        || doc.apposed_to(h).is_some_and(is_told_so)
        || has_share_sign(doc, name.tokens)
        || is_written_so(lexicon, doc, name)
        || name.tokens.len() > 1 && ends_as_body(lexicon, doc.word(name.tokens.end - 1))
}

/// "**Vestra** sold **its** mines", "**Vestra** said **it** would": what nobody says of a person.
fn speaks_of_itself(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let h = head_of(doc, name.tokens);
    let Some(verb) = doc.governor(h).filter(|&v| doc.tokens[h].relation == Relation::Subject && doc.is_verbal(v)) else { return false };
    let thing = |t: usize| doc.tokens[t].pos == Pos::Pron && lexicon.pronoun(doc.word(t)) == Some(PronounKind::Thing);
    // of what is the verb's own: "its mines", not "X, whose mines … its"
    let own = doc.objects(verb).into_iter().chain(doc.obliques(verb).into_iter().map(|o| o.noun));
    let others = |n: usize| (verb..n).any(|t| t != h && doc.name_at(t).is_some_and(|n| matches!(n.label.as_str(), "ORG" | "GPE")));
    if own.filter(|&n| n > verb && !others(n)).filter_map(|n| doc.possessor(n)).any(thing) {
        return true;
    }
    // "it was hard" tells of nobody
    let does = |v: usize| {
        let auxiliary = doc.clause(v).modal.is_some() || doc.children_by(v, Relation::Auxiliary).next().is_some();
        auxiliary && !lexicon.companies.is_expletive(doc.lemma(v)) && doc.children_by(v, Relation::ClauseComplement).next().is_none()
    };
    let it = |v: usize| doc.own_subject(v).is_some_and(|s| lexicon.pronoun(doc.word(s)) == Some(PronounKind::Thing));
    doc.children_by(verb, Relation::ClauseComplement).any(|v| it(v) && does(v) && !doc.is_passive(v))
}

/// "Cottesmore **Oil**", not "Tony **Church**".
fn ends_as_body(lexicon: &Lexicon, last: &str) -> bool {
    capital(last) && lexicon.ends_body(last) && !lexicon.companies.is_surname_too(last)
}

/// "MorphoSys": a trade name, taken for somebody's. One that the recognizer takes for a thing may be what a company sells ("RipTone"), and
/// words that lost the space between are none ("CaptionMinister").
fn is_written_so(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let trade = |word| lexicon.companies.inner_part(word).is_some_and(|part| !lexicon.is_office_word(part));
    name.kind == NameKind::Person && name.tokens.range().any(|t| trade(doc.word(t)))
}

/// "X (**ORAN.PA**)": a share's sign in brackets right behind.
fn has_share_sign(doc: &Doc, name: Span<Tok>) -> bool {
    name.end + 2 < doc.len() && doc.word(name.end + 2) == ")" && is_ticker(doc, Span::new(name.end + 1, name.end + 2))
}
