//! Persons that the recognizer took for something else, because it has never seen such a name: told by the given name, an office or
//! occupation beside the name, an age, or "who".

use super::{
    before, draft,
    lexicon::Lexicon,
    names::{self, Name, NameKind, Reading, capital, extent, shouted},
    title, treaties,
};
use crate::{
    gazetteer,
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// Most words of such a name.
const LONGEST: usize = 5;
/// How many edges lie between a name and the office that it is apposed to, where the tree hangs it on the office's body.
const REACH: usize = 3;

/// Makes persons of names that stand as persons do, and joins the halves of one that was cut in two.
pub fn mend(r: Reading<'_>, names: &mut Vec<Name>) {
    for i in 0..names.len() {
        if is_prize(r, &names[i]) || is_occasion(r.lexicon, r.doc, &names[i]) {
            names[i].kind = NameKind::Other;
        } else if is_introduced_body(r.lexicon, r.doc, &names[i]) || is_called_body(r, &names[i]) {
            names[i].kind = NameKind::Organization;
            names[i].sure = true;
        } else if is_governed_place(r, &names[i]) {
            names[i].kind = NameKind::Organization;
        } else if let Some(whole) = cut_off(r, names, i) {
            names[i].tokens = whole;
            names[i].kind = NameKind::Person;
        } else if is_person(r, names, i) {
            names[i].kind = NameKind::Person;
            names[i].sure = true;
            take_surname(r, names, i);
        }
    }
    names.retain(|n| !n.tokens.is_empty());
    join_halves(r, names);
    treaties::join(r, names);
}

/// "Attorney-General Tan Sri Hemi | **Parata**": the last word of a name behind an office or a form of address, which alone the recognizer
/// takes for something, a place.
fn cut_off(r: Reading<'_>, names: &[Name], i: usize) -> Option<Span<Tok>> {
    let (doc, name) = (r.doc, &names[i]);
    let open = name.kind == NameKind::Place && name.canonical.is_none() && name.country.is_none() && name.tokens.len() == 1;
    let last = name.tokens.start;
    let floor = if open { doc.sentence_of(last).start } else { return None };
    let address = |t: usize| r.lexicon.is_address(doc.word(t));
    let part = |t: &usize| {
        let free = || names::holding(names, *t).is_none_or(|n| n.kind == NameKind::Person && n.tokens.len() == 1);
        let tied = doc.tokens[*t].relation == Relation::Compound && doc.tokens[*t].head == last;
        tied && free() && doc.tokens[*t].pos == Pos::Propn && !address(*t) && r.lexicon.office_ending_at(doc, *t, floor).is_none()
    };
    let start = (floor..last).rev().take(LONGEST).take_while(part).last()?;
    let before = start.checked_sub(1).filter(|&b| b >= floor)?;
    let held = address(before) || r.lexicon.office_ending_at(doc, before, floor).is_some();
    held.then(|| Span::new(start, last + 1))
}

/// "**He** | Lifeng": a surname that looks like another word, which may stand as a name of its own.
fn take_surname(r: Reading<'_>, names: &mut [Name], i: usize) {
    let start = extent::grow(r, names[i].tokens).start;
    let Some(before) = i.checked_sub(1) else {
        names[i].tokens.start = start;
        return;
    };
    let own = names[before].tokens;
    let alone = own.len() == 1 && own.start == start && r.lexicon.is_surname_too(r.doc.word(start));
    if alone {
        names[before].tokens.end = own.start;
    }
    if alone || start >= own.end {
        names[i].tokens.start = start;
    }
}

/// "the Danish shipping group **Nordfart**": what a noun for bodies right before it says it is.
pub fn is_introduced_body(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let open =
        matches!(name.kind, NameKind::Person | NameKind::Place | NameKind::Other) && name.canonical.is_none() && name.country.is_none();
    let Some(before) = name.tokens.start.checked_sub(1).filter(|_| open) else { return false };
    let h = draft::head_of(doc, name.tokens);
    let noun = &doc.tokens[before];
    let tied = noun.head == h || doc.tokens[h].head == before || name.tokens.holds(noun.head);
    // "the film-**maker**"
    let whole = doc.hyphened(before).map(|first| format!("{}{}", doc.word(first).to_lowercase(), doc.lemma(before).to_lowercase()));
    let somebody = whole.is_some_and(|whole| lexicon.is_described(&whole));
    // "film producer **Ana** Ruiz"
    let given = name.tokens.len() > 1 && gazetteer::is_given_name(doc.word(name.tokens.start));
    let somebody = somebody || given && lexicon.is_described(&doc.lemma(before).to_lowercase());
    noun.pos == Pos::Noun
        && !noun.sentence_start
        && !somebody
        && tied
        && !doc.is_plural(before)
        && lexicon.introduces_body(&doc.lemma(before).to_lowercase())
}

/// "two airlines, **Air Norlund and Skyways**", "the **Blogweb** website": what a noun for bodies before a list of names, or behind one,
/// says they are.
fn is_called_body(r: Reading<'_>, name: &Name) -> bool {
    let doc = r.doc;
    if !matches!(name.kind, NameKind::Place | NameKind::Other) || name.canonical.is_some() || name.country.is_some() {
        return false;
    }
    let h = head(r, name.tokens);
    let body = |t: usize| doc.tokens[t].pos == Pos::Noun && r.lexicon.introduces_body(&doc.lemma(t).to_lowercase());
    let mut first = h;
    while doc.tokens[first].relation == Relation::Conjunct && doc.tokens[first].head < first {
        first = doc.tokens[first].head;
    }
    let listed = doc.tokens[first].relation == Relation::Apposition && body(doc.tokens[first].head);
    let behind = name.tokens.end;
    let site = behind < doc.len()
        && doc.tokens[h].head == behind
        && doc.tokens[h].relation == Relation::Compound
        && body(behind)
        && !r.lexicon.tells_goods(&doc.lemma(behind).to_lowercase())
        && doc.determiner(behind).is_some_and(|d| d + 1 == name.tokens.start);
    listed || site
}

/// "received **an** Oscar", "with **her** Oscar": one of many of a name, or what somebody has, is nobody.
fn is_prize(r: Reading<'_>, name: &Name) -> bool {
    let doc = r.doc;
    name.kind == NameKind::Person
        && name.tokens.len() == 1
        && (doc
            .children_by(name.tokens.start, Relation::Determiner)
            .any(|d| d + 1 == name.tokens.start && r.lexicon.is_indefinite(doc.word(d)))
            || doc.possessor(name.tokens.start).is_some_and(|p| p + 1 == name.tokens.start && doc.tokens[p].pos == Pos::Pron))
}

/// "**the City of Lima** signed", "a deal with **Lima County**": a place that does something, or with which something is done.
fn is_governed_place(r: Reading<'_>, name: &Name) -> bool {
    let doc = r.doc;
    let (first, last) = (doc.word(name.tokens.start), doc.word(name.tokens.end - 1));
    let of = name.tokens.len() > 2 && r.lexicon.ties.around.name_of.contains(doc.word(name.tokens.start + 1));
    let governed = r.lexicon.companies.governs_place(if of { first } else { "" }, last);
    name.kind == NameKind::Place && name.tokens.len() > 1 && governed && names::stands_as_side(r, draft::head_of(doc, name.tokens))
}

/// "the Super **Bowl**": what is played or held is nobody.
pub fn is_occasion(lexicon: &Lexicon, doc: &Doc, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    // not "Ann Derby", nor "Norvik Derby"
    let the = || doc.determiner(last).is_some_and(|d| lexicon.is_definite(doc.word(d)));
    name.tokens.len() > 1 && name.canonical.is_none() && lexicon.companies.is_occasion(doc.word(last)) && the()
}

fn is_person(r: Reading<'_>, names: &[Name], i: usize) -> bool {
    let (doc, name) = (r.doc, &names[i]);
    let open = matches!(name.kind, NameKind::Organization | NameKind::Place | NameKind::Other)
        && name.canonical.is_none()
        && name.country.is_none()
        && name.tokens.len() <= LONGEST
        && name.tokens.range().all(|t| doc.tokens[t].pos == Pos::Propn && capital(doc.word(t)) || doc.word(t) == "-")
        && !r.lexicon.ends_body(doc.word(name.tokens.end - 1))
        && name.tokens.range().all(|t| shouted(doc.word(t)).is_none());
    let field = || name.tokens.range().all(|t| r.lexicon.is_field(doc.word(t)));
    if !open || field() {
        return false;
    }
    let given = name.tokens.len() > 1 && begins_with_given_name(r, name.tokens);
    given
        || has_age(r, name.tokens)
        || has_who(r, name.tokens)
        || is_beside_office(r, names, name.tokens)
        || (!name.sure || name.kind == NameKind::Place) && name.tokens.len() > 1 && is_behind_office(r, names, name.tokens)
}

/// "Minister of the Environment and Climate Change **Mira Solberg**": capitals that nothing knows behind an office with its field.
fn is_behind_office(r: Reading<'_>, names: &[Name], span: Span<Tok>) -> bool {
    if span.range().any(|t| r.lexicon.is_field(r.doc.word(t))) {
        return false;
    }
    let before = before::before(r, names, span.start);
    before.start < span.start
        && before.titles.first().is_some_and(|t| r.lexicon.has_portfolio(&t.head) || r.lexicon.is_state_office(&t.head))
}

/// "Peter Novak", "Jean-Marc Petit".
fn begins_with_given_name(r: Reading<'_>, span: Span<Tok>) -> bool {
    let is_given = |words: &str| gazetteer::is_male(words).is_some();
    let hyphened = || span.len() > 3 && r.doc.word(span.start + 1) == "-" && is_given(r.doc.word(span.start + 2));
    is_given(r.doc.word(span.start)) || hyphened()
}

fn head(r: Reading<'_>, span: Span<Tok>) -> usize {
    draft::head_of(r.doc, span)
}

/// "Dragan, 47, won".
fn has_age(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let age = |t: usize| doc.tokens[t].pos == Pos::Num && doc.word(t).parse::<u8>().is_ok_and(|n| (10..=110).contains(&n));
    let at = span.end;
    at + 2 < doc.len() && doc.word(at) == "," && age(at + 1) && doc.word(at + 2) == ","
}

/// "Dragan, who won".
fn has_who(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let t = head(r, span);
    let is_who = |v: usize| doc.own_subject(v).is_some_and(|s| r.lexicon.is_who(doc.word(s)));
    doc.children_by(t, Relation::RelativeClause).any(is_who)
}

/// "the chairman, Dragan", "Dragan, a painter", "the president of the Assembly, Dragan".
fn is_beside_office(r: Reading<'_>, names: &[Name], span: Span<Tok>) -> bool {
    let doc = r.doc;
    let t = head(r, span);
    let office = |h: usize| {
        let lemma = doc.lemma(h).to_lowercase();
        let described = doc.tokens[h].pos == Pos::Noun && r.lexicon.is_described(&lemma);
        !doc.is_plural(h) && !r.lexicon.is_body_too(&lemma) && (described || title::at(r, names, h).is_some())
    };
    if doc.appositions(t).any(office) {
        return true;
    }
    let mut above = doc.apposed_to(t);
    for _ in 0..REACH {
        let Some(h) = above else { return false };
        if office(h) {
            return true;
        }
        above = match doc.tokens[h].relation {
            Relation::PrepositionObject => doc.governor(h).and_then(|p| doc.governor(p)),
            _ => None,
        };
    }
    false
}

/// "Prasong | Wattana": the first half, of one word that nothing knows, modifies the second.
fn join_halves(r: Reading<'_>, names: &mut Vec<Name>) {
    let doc = r.doc;
    for i in (1..names.len()).rev() {
        let (left, right) = (&names[i - 1], &names[i]);
        // "Hassan Bol | Mu'izz Waddaul": the recognizer stops before a mark inside a name
        let marked =
            || right.tokens.range().any(|t| doc.word(t).contains(['\'', '’']) || t + 1 < right.tokens.end && !doc.tokens[t].space_after);
        if right.kind == NameKind::Person && left.kind == NameKind::Person && left.tokens.end == right.tokens.start && marked() {
            names[i].tokens.start = names[i - 1].tokens.start;
            names.remove(i - 1);
            continue;
        }
        // "Prime Minister Ms Li | Guanghua": the second half of a name behind an office, taken for a place
        let titled = r.lexicon.is_address(doc.word(left.tokens.start.saturating_sub(1)));
        let second = left.kind == NameKind::Person
            && left.tokens.len() == 1
            && right.tokens.len() == 1
            && matches!(right.kind, NameKind::Place | NameKind::Other)
            && right.canonical.is_none()
            && right.country.is_none()
            && left.tokens.end == right.tokens.start
            && left.tokens.start > 0
            && titled
            && doc.tokens[left.tokens.start].head == right.tokens.start;
        if second {
            names[i - 1].tokens.end = names[i].tokens.end;
            names.remove(i);
            continue;
        }
        let halves = right.kind == NameKind::Person
            && matches!(left.kind, NameKind::Person | NameKind::Organization | NameKind::Place | NameKind::Other)
            && left.canonical.is_none()
            && left.country.is_none()
            && left.tokens.len() == 1
            && left.tokens.end == right.tokens.start
            && capital(doc.word(left.tokens.start))
            && shouted(doc.word(left.tokens.start)).is_none()
            && doc.tokens[left.tokens.start].pos == Pos::Propn
            && doc.tokens[left.tokens.start].relation == Relation::Compound
            && right.tokens.holds(doc.tokens[left.tokens.start].head)
            && !r.lexicon.ends_body(doc.word(left.tokens.start))
            && r.lexicon.office_ending_at(doc, left.tokens.start, left.tokens.start).is_none();
        if halves {
            names[i].tokens.start = names[i - 1].tokens.start;
            names.remove(i - 1);
        }
    }
}
