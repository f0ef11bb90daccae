//! The gazetteer's entries as names of a document.

use super::{
    lexicon::Lexicon,
    names::{NameKind, Reading},
};
use crate::{
    gazetteer::{Entry, Gazetteer, Meaning},
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// How many words a gazetteer's entry can have.
pub const LONGEST_ENTRY: usize = 8;
/// How many words behind "of" are looked at for a state's name.
const LONGEST_STATE: usize = 6;
/// In how many words a state's name in full tells what it is: "the Democratic Socialist **Republic** of Peru".
const FORM: usize = 4;

/// What the gazetteer knows of the words at some token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What they name there.
    pub kind: NameKind,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The gazetteer's own form of the name.
    pub canonical: Option<String>,
}

/// The longest entry that begins at token `i`, of at most `longest` tokens, read as the place in the sentence asks for.
pub fn longest_at(r: Reading<'_>, i: usize, longest: usize) -> Option<(usize, Known)> {
    let doc = r.doc;
    if !doc.word(i).chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let words: Vec<&str> = (i..(i + longest).min(doc.len())).map(|t| doc.word(t)).collect();
    let Some((len, entry)) = r.gazetteer.longest_match(&words) else { return in_full(r, i, longest) };
    known(r, i, len, entry).map(|k| (len, k))
}

/// "the **Federal Republic of Peru**": a state by a name that is longer than the gazetteer's.
fn in_full(r: Reading<'_>, i: usize, longest: usize) -> Option<(usize, Known)> {
    let doc = r.doc;
    let around = &r.lexicon.ties.around;
    let end = (i + longest).min(doc.len());
    // no "Chess **Federation** of Peru"
    let form = (i..end.min(i + FORM)).find(|&t| !around.state_words.contains(doc.word(t)))?;
    let of = (form + 1 < end && around.state_forms.contains(doc.word(form)) && r.lexicon.ties.tells_side(doc.lemma(form + 1)))
        .then_some(form + 1)?;
    let start = of + 1 + usize::from(doc.tokens.get(of + 1).is_some_and(|t| t.pos == Pos::Det));
    let words: Vec<&str> = (start..end).map(|t| doc.word(t)).collect();
    let (len, entry) = r.gazetteer.longest_match(&words)?;
    let state = known(r, start, len, entry).filter(|k| k.kind == NameKind::State)?;
    Some((start + len - i, state))
}

/// Where the name of a state ends that stands behind an "of" at a token: "Ministry **of** the Republic of Peru".
pub fn state_behind(r: Reading<'_>, of: usize) -> Option<usize> {
    let doc = r.doc;
    let tells = doc.tokens.get(of).is_some_and(|t| t.pos == Pos::Adp && r.lexicon.ties.tells_side(&t.lemma));
    let from = of + 1 + usize::from(doc.tokens.get(of + 1).is_some_and(|t| t.pos == Pos::Det));
    let (len, known) = (tells && from < doc.len()).then(|| longest_at(r, from, LONGEST_ENTRY)).flatten()?;
    (known.kind == NameKind::State).then_some(from + len)
}

/// What the gazetteer knows of exactly `len` tokens from `i`.
pub fn known_at(r: Reading<'_>, i: usize, len: usize) -> Option<Known> {
    longest_at(r, i, len).filter(|(l, _)| *l == len).map(|(_, k)| k)
}

/// The side that a body's own name tells: "Romanian Football Federation", "U.S. Commerce", "Bank of Ghana", "Enterprise Peru".
pub fn side_in(doc: &Doc, gazetteer: &Gazetteer, lexicon: &Lexicon, name: Span<Tok>) -> Option<String> {
    let known = |words: Span<Tok>| {
        let entry = gazetteer.look_up(doc.words(words))?;
        entry.country().or_else(|| entry.demonym()).map(|c| c.to_string())
    };
    // "Gloucestershire Police", "Texas Builders Association": a body named after its place is of the country where that lies
    let body = lexicon.names_state_body(doc.words(name)) || lexicon.ends_body(doc.word(name.end - 1));
    let local = |words: Span<Tok>| gazetteer.look_up(doc.words(words)).filter(|_| body).and_then(Entry::located_in).map(|c| c.to_string());
    let first = || {
        let word = Span::new(name.start, name.start + 1);
        (name.len() > 1).then(|| known(word).or_else(|| local(word))).flatten()
    };
    let of = || (name.start + 1..name.end).rev().take(LONGEST_STATE).find(|&i| lexicon.ties.tells_side(doc.lemma(i)));
    let behind = |of: usize| known(Span::new(of + 1 + usize::from(doc.tokens.get(of + 1).is_some_and(|t| t.pos == Pos::Det)), name.end));
    // "Enterprise **Peru**", not "the Mission **for** Peru"
    let plain = || name.len() > 1 && doc.tokens[name.end - 2].pos != Pos::Adp;
    let state = |words: Span<Tok>| gazetteer.look_up(doc.words(words))?.country().map(|c| c.to_string());
    let last = || state(Span::new(name.end - 1, name.end)).filter(|_| plain());
    first().or_else(|| of().and_then(behind)).or_else(last)
}

fn known(r: Reading<'_>, i: usize, len: usize, entry: Entry<'_>) -> Option<Known> {
    let last = i + len - 1;
    let acts = acts(r, last);
    let mut place = None;
    for meaning in entry.meanings() {
        let (kind, country, canonical) = match meaning {
            Meaning::Country(c) => (NameKind::State, Some(c.to_string()), None),
            Meaning::Demonym(c) => (NameKind::Demonym, Some(c.to_string()), None),
            Meaning::Seat(c) | Meaning::Capital(c) if acts => (NameKind::Seat, Some(c.to_string()), None),
            // "at the White House" is a place, "the White House said" a body
            Meaning::Body(_) if is_place_there(r, last) && entry.located_in().is_some() => continue,
            Meaning::Body(b) => (NameKind::Organization, b.country.map(|c| c.to_string()), Some(b.name.to_owned())),
            Meaning::Seat(c) | Meaning::Capital(c) => {
                place = place.or(Some((NameKind::Place, Some(c.to_string()), None)));
                continue;
            }
            Meaning::City(c) => {
                place = place.or(Some((NameKind::Place, Some(c.country.to_string()), None)));
                continue;
            }
            Meaning::Region(r) => {
                place = place.or(Some((NameKind::Place, r.country.map(|c| c.to_string()), None)));
                continue;
            }
            Meaning::Venue(v) => {
                place = place.or(Some((NameKind::Place, Some(v.country.to_string()), None)));
                continue;
            }
        };
        return Some(Known { kind, country, canonical });
    }
    place.map(|(kind, country, canonical)| Known { kind, country, canonical })
}

/// True behind an adposition of place.
fn is_place_there(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    doc.tokens[t].relation == Relation::PrepositionObject
        && doc.governor(t).is_some_and(|p| r.lexicon.ties.around.at_place.contains(doc.lemma(p)))
}

/// True where the name at a token does something, or something is done with it, as a government does; not where it is a place.
fn acts(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    let token = &doc.tokens[t];
    match token.relation {
        Relation::Subject | Relation::PassiveSubject | Relation::Possessor | Relation::IndirectObject => true,
        Relation::PrepositionObject => {
            doc.governor(t).is_some_and(|p| doc.tokens[p].pos == Pos::Adp && r.lexicon.ties.around.beside.contains(doc.lemma(p)))
        }
        Relation::Conjunct => doc.governor(t).is_some_and(|g| g < t && acts(r, g)),
        _ => false,
    }
}
