//! Offices that stand beside a name: "the minister, **Ana Ruiz**", "Ana Ruiz, **the minister**", "Ana Ruiz is **minister**".

use super::{
    draft::{Draft, What},
    lexicon::Lexicon,
    resolve::Story,
};
use crate::{
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// Offices that are second names, or predicates, of a name: pairs of draft indices.
pub fn find(story: &Story<'_>, drafts: &[Draft]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (o, office) in drafts.iter().enumerate() {
        let body = matches!(office.what, What::Body { .. });
        if !body && !matches!(office.what, What::Office { .. } | What::Described { .. }) {
            continue;
        }
        let doc = &story.docs[office.passage];
        let near = |range: std::ops::Range<usize>| {
            range.filter(|&n| drafts[n].passage == office.passage && matches!(drafts[n].what, What::Named { .. }))
        };
        // "at the invitation of the Premier of Peru, **Premier Ana Ruiz** visited": who has an office of the same kind before the name is another
        let another = |n: usize| {
            let same = |o: &super::title::Office| matches!(&drafts[n].what, What::Named { titles, .. } if titles.iter().any(|t| t.head == o.title.head && t.role.country.is_none()));
            n > o && office.tokens.end < drafts[n].tokens.start && matches!(&office.what, What::Office { office, .. } if same(office))
        };
        let by_tree = near(o.saturating_sub(8)..(o + 8).min(drafts.len())).filter(|&n| !another(n)).find(|&n| {
            let (a, b) = (office.head, drafts[n].head);
            doc.apposed_to(a) == Some(b)
                || doc.apposed_to(b) == Some(a)
                || doc.tokens[a].relation == Relation::Attribute
                    && doc
                        .governor(a)
                        .is_some_and(|v| doc.own_subject(v).map(|s| doc.antecedent(s).unwrap_or(s)) == Some(b) && !doc.clause(v).negated)
        });
        let by_comma = || {
            near(o..(o + 4).min(drafts.len())).filter(|&n| !another(n)).find(|&n| {
                let between = Span::<Tok>::new(behind_side(doc, office.tokens.end, drafts[n].tokens.start), drafts[n].tokens.start);
                // ", the", ", His Excellency Dr"
                let address = |i: usize| {
                    let word = doc.word(i);
                    doc.tokens[i].pos == Pos::Pron || story.lexicon.is_honorific(word) || story.lexicon.is_address(word)
                };
                !between.is_empty()
                    && between.len() <= ADDRESS
                    && doc.word(between.start) == ","
                    && (between.len() <= 2 && between.range().skip(1).all(|i| doc.tokens[i].pos == Pos::Det)
                        || between.range().skip(1).all(address))
                    && doc.tokens.get(drafts[n].tokens.end).is_some_and(|t| matches!(t.pos, Pos::Punct | Pos::Verb | Pos::Aux))
                    // "a spokeswoman for the bank, Ana Ruiz,": the tree hangs the name on the nearer noun
                    && (is_definite(story.lexicon, doc, office) || doc.apposed_to(drafts[n].head).is_some_and(|t| office.tokens.holds(t)))
            })
        };
        let behind = || {
            near(o.saturating_sub(6)..o).rev().find(|&n| {
                let between = Span::<Tok>::new(drafts[n].tokens.end, office.tokens.start);
                between.len() <= 2
                    && !between.is_empty()
                    && doc.word(between.start) == ","
                    && between.range().skip(1).all(|i| doc.tokens[i].pos == Pos::Det)
                    && (doc.tokens.get(office.tokens.end).is_none_or(|t| t.pos == Pos::Punct || t.pos == Pos::Adp)
                        && doc.tokens[office.head].relation != Relation::Conjunct
                        || between.len() == 1 && is_first_of_two(doc, drafts, o))
            })
        };
        // "the President, **Ana Ruiz**, the Prime Minister, **Luis Gil**, and": who has an office before the name has not the next one too
        let in_turn = || {
            let before = near(o.saturating_sub(6)..o).next_back().filter(|&n| drafts[n].tokens.end + 1 == office.tokens.start);
            before.filter(|&n| pairs.iter().any(|&(other, name)| name == n && other < n)).and_then(|_| by_comma())
        };
        if let Some(n) = (if body { None } else { in_turn() }).or(by_tree).or_else(|| if body { None } else { by_comma().or_else(behind) })
        {
            pairs.push((o, n));
        }
    }
    pairs.extend(first_of_two_offices(story, drafts, &pairs));
    pairs.extend(second_of_two_offices(story, drafts, &pairs));
    pairs
}

/// "Ana Ruiz, **Prime Minister** and Foreign Minister": an office in capitals, without an article, that another is joined to.
fn is_first_of_two(doc: &Doc, drafts: &[Draft], o: usize) -> bool {
    let bare = |d: &Draft| {
        let office = matches!(d.what, What::Office { .. }) && doc.tokens[d.head].pos == Pos::Propn;
        office && doc.determiner(d.head).is_none() && doc.possessor(d.head).is_none()
    };
    let joined = doc.tokens.get(drafts[o].tokens.end).is_some_and(|t| t.pos == Pos::Cconj);
    joined && bare(&drafts[o]) && behind_word(drafts, o).is_some_and(|next| bare(&drafts[next]))
}

/// Whoever stands one word behind another: behind its "and".
fn behind_word(drafts: &[Draft], o: usize) -> Option<usize> {
    let start = drafts[o].tokens.end + 1;
    (o + 1..drafts.len()).take(FIELDS).find(|&n| drafts[n].passage == drafts[o].passage && drafts[n].tokens.start == start)
}

/// Most drafts that begin between two offices: names inside the first.
const FIELDS: usize = 4;

/// "Ana Ruiz, Prime Minister and **Foreign Minister** of Peru": who holds the first of two offices behind a name holds both.
fn second_of_two_offices(story: &Story<'_>, drafts: &[Draft], pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let second = |&(first, name): &(usize, usize)| {
        let doc = &story.docs[drafts[first].passage];
        if name > first || !is_first_of_two(doc, drafts, first) {
            return None;
        }
        let next = behind_word(drafts, first)?;
        (!pairs.iter().any(|&(o, _)| o == next)).then_some((next, name))
    };
    pairs.iter().filter_map(second).collect()
}

/// Most words between an office and whom it is apposed to: ", His Excellency Dr".
const ADDRESS: usize = 4;

/// Where the words of whose office it is end: "Minister of Trade **of the State of Qatar**, His Excellency Luis Gil".
fn behind_side(doc: &Doc, from: usize, to: usize) -> usize {
    let comma = (from..to.min(from + SIDE)).find(|&t| doc.word(t) == ",").filter(|&c| c > from);
    let of_side = |t: usize| matches!(doc.tokens[t].pos, Pos::Adp | Pos::Det | Pos::Propn);
    comma.filter(|&c| doc.tokens[from].pos == Pos::Adp && (from..c).all(of_side)).unwrap_or(from)
}

/// Most words of a state's name with what stands before it.
const SIDE: usize = 7;

/// "**Deputy Premier** and Minister of Trade, His Excellency Luis Gil": who holds the second of two offices holds both.
fn first_of_two_offices(story: &Story<'_>, drafts: &[Draft], pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let first = |&(second, name): &(usize, usize)| {
        let d = &drafts[second];
        let doc = &story.docs[d.passage];
        let joined = doc.governor(d.head).filter(|_| doc.tokens[d.head].relation == Relation::Conjunct)?;
        let before = (second.saturating_sub(4)..second).rev().find(|&o| drafts[o].passage == d.passage && drafts[o].head == joined)?;
        let office = |o: usize| {
            let head = drafts[o].head;
            matches!(drafts[o].what, What::Office { .. }) && doc.tokens[head].pos == Pos::Propn
        };
        // "the Brazilian Deputy Premier and Minister of Trade, Luis Gil", not "the Premier and the minister"
        let one = doc.determiner(drafts[before].head).is_none() || doc.tokens[d.head].pos == Pos::Propn && doc.determiner(d.head).is_none();
        let free = !pairs.iter().any(|&(o, _)| o == before);
        (one && office(before) && office(second) && d.head < drafts[name].head && free).then_some((before, name))
    };
    pairs.iter().filter_map(first).collect()
}

pub fn is_definite(lexicon: &Lexicon, doc: &Doc, d: &Draft) -> bool {
    lexicon.is_definite(doc.word(d.tokens.start))
        || d.tokens.range().any(|i| doc.tokens[i].relation == Relation::Possessor)
        || doc.tokens[d.tokens.start].pos == Pos::Propn
}
