//! Several states in one word: "the **U.S.-Chile** treaty", "**Chilean–Peruvian** talks". The tokenizer leaves such a word whole where a full
//! stop stands before the hyphen.

use super::{
    gazette,
    names::{Name, NameKind, Reading},
};
use crate::{
    gazetteer::Meaning,
    language::Pos,
    text::{Span, Tok},
};

/// The states that the parts of the word at a token name, in order; none where a part names something else.
pub fn states(r: Reading<'_>, token: usize) -> Option<Vec<String>> {
    let word = r.doc.word(token);
    // "U.S.-Mexico | - | Canada": some of three are none
    let goes_on = r
        .doc
        .tokens
        .get(token + 1)
        .is_some_and(|t| !r.doc.tokens[token].space_after && t.pos == Pos::Punct && r.doc.word(token + 1).starts_with(HYPHENS));
    if !word.contains(HYPHENS) || goes_on {
        return None;
    }
    word.split(HYPHENS).map(|part| state(r, part)).collect()
}

/// States before the rest of a name: "the **Chile-Peru** Free Trade Agreement", "the **New Zealand-Peru-Chile** Pact", of which the tokenizer
/// makes several words; or the whole of it.
pub fn opening(r: Reading<'_>, name: Span<Tok>) -> Option<(Span<Tok>, Vec<String>)> {
    let glued = |t: usize| !r.doc.tokens[t].space_after;
    let hyphen = |t: usize| glued(t - 1) && glued(t) && is_hyphen(r, t);
    let (mut at, mut parts, mut countries) = (name.start, 0, Vec::new());
    loop {
        let (end, states) = part(r, Span::new(at, name.end))?;
        parts += states.len().max(1);
        countries.extend(states);
        at = end;
        if at + 1 >= name.end || !hyphen(at) {
            break;
        }
        at += 1;
    }
    // "Peru-Chile**-Norlund**"
    let more = at < r.doc.len() && glued(at - 1) && is_hyphen(r, at);
    (parts > 1 && !more && !countries.is_empty()).then_some((Span::new(name.start, at), countries))
}

/// The state with which some words begin, or the states of one word ("U.S.-Mexico"), or a union of states, which is none: and where it ends.
fn part(r: Reading<'_>, words: Span<Tok>) -> Option<(usize, Vec<String>)> {
    // look-up takes a hyphen for a space
    let plain = words.range().take(LONGEST).take_while(|&t| !is_hyphen(r, t)).count();
    let mut spans = (1..=plain).rev().map(|len| Span::new(words.start, words.start + len));
    let named = spans.find_map(|span| state(r, r.doc.words(span)).map(|state| (span.end, vec![state])));
    let next = words.start + 1;
    // "the Chile-EU Agreement": a state and a union of states
    let of_one = || r.doc.word(words.start).split(HYPHENS).map(|part| state(r, part)).collect::<Option<_>>().map(|states| (next, states));
    named.or_else(of_one).or_else(|| union(r, words.start).map(|_| (next, Vec::new())))
}

fn is_hyphen(r: Reading<'_>, t: usize) -> bool {
    r.doc.word(t).chars().all(|c| HYPHENS.contains(&c))
}

fn union(r: Reading<'_>, t: usize) -> Option<gazette::Known> {
    let shouted = r.doc.word(t).len() > 1 && r.doc.word(t).chars().all(char::is_uppercase);
    gazette::known_at(r, t, 1).filter(|k| shouted && k.kind == NameKind::Organization && k.country.is_none())
}

/// Unions of states beside a hyphen inside a longer name: "the Chile-**EU** Association Agreement".
pub fn unions(r: Reading<'_>, name: Span<Tok>) -> impl Iterator<Item = (usize, Name)> + '_ {
    let beside = move |t: &usize| (*t > name.start && is_hyphen(r, *t - 1)) || (*t + 1 < name.end && is_hyphen(r, *t + 1));
    name.range().filter(beside).filter_map(move |t| {
        let known = union(r, t)?;
        let tokens = Span::new(t, t + 1);
        Some((t, Name { tokens, kind: known.kind, country: None, canonical: known.canonical, sure: true }))
    })
}

/// Most words of a state's name.
const LONGEST: usize = 3;

const HYPHENS: [char; 3] = ['-', '‑', '–'];

fn state(r: Reading<'_>, part: &str) -> Option<String> {
    if !part.starts_with(char::is_uppercase) {
        return None;
    }
    r.gazetteer.look_up(part)?.meanings().find_map(|meaning| match meaning {
        Meaning::Country(c) | Meaning::Demonym(c) => Some(c.to_string()),
        _ => None,
    })
}
