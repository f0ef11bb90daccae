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

/// Two states before the rest of a name: "the **Chile-Peru** Free Trade Agreement", of which the tokenizer makes three words.
pub fn opening(r: Reading<'_>, name: Span<Tok>) -> Option<(Span<Tok>, Vec<String>)> {
    if name.len() <= PAIR {
        return None;
    }
    let glued = |t: usize| !r.doc.tokens[t].space_after;
    let whole = Span::new(name.start, name.start + PAIR);
    let hyphen = name.start + 1;
    // "U.S.-Mexico-Canada": some of three are none
    let fits = r.doc.word(hyphen).chars().all(|c| HYPHENS.contains(&c)) && glued(name.start) && glued(hyphen) && !glued(hyphen + 1);
    if !fits {
        return None;
    }
    let parts = [name.start, hyphen + 1].map(|t| (t, state(r, r.doc.word(t))));
    // "the Chile-EU Agreement": a state and a union of states
    let whole_pair = parts.iter().all(|(t, state)| state.is_some() || union(r, *t).is_some());
    let countries: Vec<String> = parts.into_iter().filter_map(|(_, state)| state).collect();
    (whole_pair && !countries.is_empty()).then_some((whole, countries))
}

fn union(r: Reading<'_>, t: usize) -> Option<gazette::Known> {
    let shouted = r.doc.word(t).len() > 1 && r.doc.word(t).chars().all(char::is_uppercase);
    gazette::known_at(r, t, 1).filter(|k| shouted && k.kind == NameKind::Organization && k.country.is_none())
}

/// Unions of states beside a hyphen inside a longer name: "the Chile-**EU** Association Agreement".
pub fn unions(r: Reading<'_>, name: Span<Tok>) -> impl Iterator<Item = (usize, Name)> + '_ {
    let hyphen = move |t: usize| r.doc.word(t).chars().all(|c| HYPHENS.contains(&c));
    let beside = move |t: &usize| (*t > name.start && hyphen(*t - 1)) || (*t + 1 < name.end && hyphen(*t + 1));
    name.range().filter(beside).filter_map(move |t| {
        let known = union(r, t)?;
        let tokens = Span::new(t, t + 1);
        Some((t, Name { tokens, kind: known.kind, country: None, canonical: known.canonical, sure: true }))
    })
}

/// Words of two states with the hyphen between.
const PAIR: usize = 3;

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
