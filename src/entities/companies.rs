//! Companies that the recognizer took for somebody or somewhere, because it has never seen such a name: told, anywhere in the article, by
//! what only a company has ("X's shareholders", "a stake in X", "X chief executive"), by what is done to nothing else ("took over X"), by
//! what it is said to be ("X, the carmaker"), or by how it is written ("MorphoSys").

use std::collections::HashSet;

use super::{
    draft::head_of,
    lexicon::Lexicon,
    names::{Name, NameKind, is_ticker},
};
use crate::{
    gazetteer,
    language::{Doc, Relation},
    text::{Span, Tok},
};

/// Most words of such a name.
const LONGEST: usize = 4;

/// The words of names, in one document or another, of which only a company's are told, and of nobody's.
pub fn of<'d>(lexicon: &Lexicon, names: &[(usize, Vec<Name>)], docs: &'d [Doc]) -> HashSet<&'d str> {
    let mut found = HashSet::new();
    let mut somebody = HashSet::new();
    for (name, doc) in names.iter().flat_map(|(p, names)| names.iter().map(|n| (n, &docs[*p]))) {
        if name.kind == NameKind::Person && (is_titled(lexicon, doc, name) || has_given_name(doc, name)) {
            somebody.insert(doc.word(name.tokens.end - 1));
        } else if is_open(doc, name) && is_company(lexicon, doc, name) {
            found.insert(doc.words(name.tokens));
        }
    }
    found.retain(|words| words.split_whitespace().next_back().is_some_and(|last| !somebody.contains(last)));
    found
}

/// Makes companies of the names that have such words.
pub fn mend(companies: &HashSet<&str>, doc: &Doc, names: &mut [Name]) {
    for name in names.iter_mut().filter(|n| is_open(doc, n)) {
        if companies.contains(doc.words(name.tokens)) {
            (name.kind, name.sure) = (NameKind::Organization, true);
        }
    }
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
    let is_told_so =
        |t: usize| doc.tokens[t].pos.is_nominal() && !doc.is_plural(t) && doc.possessor(t).is_none() && lexicon.introduces_body(&noun(t));
    let relation = doc.tokens[h].relation;
    let told_above = governor.is_some_and(|g| match relation {
        // "X's **shareholders**", "X **chief executive** Y"
        Relation::Possessor | Relation::Compound => companies.have(&noun(g)),
        // "a stake **in X**", "**merger** talks **with X**"
        Relation::PrepositionObject => {
            let stands = |t: usize| companies.stand_behind(&noun(t), &noun(g));
            // "**memorandum** of understanding with X"
            let over = |n: usize| {
                let behind = doc.tokens[n].relation == Relation::PrepositionObject;
                doc.governor(n).filter(|_| behind).and_then(|p| doc.governor(p))
            };
            let near = |n: usize| stands(n) || doc.children_by(n, Relation::Compound).any(stands) || over(n).is_some_and(stands);
            doc.governor(g).is_some_and(near)
        }
        // "took over **X**"
        Relation::Object | Relation::PassiveSubject => {
            let whole = doc.particle(g).map_or_else(|| noun(g), |p| format!("{} {}", noun(g), noun(p)));
            companies.undergo(&whole)
        }
        _ => false,
    });
    told_above
        || doc.appositions(h).any(is_told_so)
        || doc.apposed_to(h).is_some_and(is_told_so)
        || has_share_sign(doc, name.tokens)
        || is_written_so(lexicon, doc, name)
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
