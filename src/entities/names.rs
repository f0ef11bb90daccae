//! The names of a document: the recognizer's spans, mended, and those of the gazetteer and of plain capitals that it missed.

use super::{
    gazette::{self, Known},
    kinds,
    lexicon::Lexicon,
};
use crate::{
    gazetteer::Gazetteer,
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// Somebody.
    Person,
    /// A body.
    Organization,
    /// A state by its name.
    State,
    /// A capital or seat that can stand for its state: "Tehran", "the Kremlin".
    Seat,
    /// A city, region, building.
    Place,
    /// "Iranian", "Cubans": tells a side, names nobody.
    Demonym,
    /// A work, a law, an event.
    Other,
}

/// A name in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its words, without article, office and "'s".
    pub tokens: Span<Tok>,
    /// What it names.
    pub kind: NameKind,
    /// ISO 3166-1 alpha-2, where the gazetteer knows it.
    pub country: Option<String>,
    /// The gazetteer's own form of the name, by which short and long forms are one.
    pub canonical: Option<String>,
    /// True where more than capitals speak for it.
    pub sure: bool,
}

/// The name that token `t` is part of. Names stand in order and do not overlap, so that a look-up need not pass them all.
pub fn holding(names: &[Name], t: usize) -> Option<&Name> {
    let i = names.partition_point(|n| n.tokens.start <= t);
    i.checked_sub(1).map(|i| &names[i]).filter(|n| n.tokens.holds(t))
}

/// The name that ends right before token `end`.
pub fn ending(names: &[Name], end: usize) -> Option<&Name> {
    end.checked_sub(1).and_then(|last| holding(names, last)).filter(|n| n.tokens.end == end)
}

/// The names that lie wholly inside a span.
pub fn inside(names: &[Name], span: Span<Tok>) -> impl Iterator<Item = &Name> {
    let first = names.partition_point(|n| n.tokens.start < span.start);
    names[first..].iter().take_while(move |n| n.tokens.end <= span.end)
}

/// How many words back the office is looked for that a capital may tell the field of.
const FIELD: usize = 10;

/// How many words a gazetteer's entry can have.
const LONGEST_ENTRY: usize = 8;

/// What the names of one document are read with.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The document.
    pub doc: &'a Doc,
    /// The pack's words.
    pub lexicon: &'a Lexicon,
    /// The gazetteer.
    pub gazetteer: &'a Gazetteer,
    /// True for headlines, whose capitals tell nothing.
    pub headline: bool,
}

/// All names of a document, in order, without overlap.
pub fn find(r: Reading<'_>) -> Vec<Name> {
    let mut names = recognized(r);
    from_gazetteer(r, &mut names);
    if !r.headline {
        from_capitals(r, &mut names);
    }
    names.retain(|n| !n.tokens.is_empty());
    names.sort_by_key(|n| n.tokens);
    for name in names.iter_mut().filter(|n| n.kind == NameKind::Organization && n.country.is_none()) {
        name.country = gazette::side_in(r.doc, r.gazetteer, r.lexicon, name.tokens);
    }
    kinds::mend(r, &mut names);
    names
}

/// The recognizer's spans, trimmed and grown to the whole of the name.
fn recognized(r: Reading<'_>) -> Vec<Name> {
    let doc = r.doc;
    let mut names: Vec<Name> = Vec::new();
    for found in &doc.names {
        let kind = match found.label.as_str() {
            "PERSON" => NameKind::Person,
            "ORG" => NameKind::Organization,
            "GPE" | "LOC" | "FAC" => NameKind::Place,
            "EVENT" | "WORK_OF_ART" | "LAW" | "PRODUCT" => NameKind::Other,
            _ => continue,
        };
        if is_ticker(doc, found.tokens) || is_changed_letter(doc, found.tokens) {
            continue;
        }
        let mut tokens = trim(r, found.tokens, kind);
        if kind == NameKind::Person {
            tokens = grow(r, tokens);
        }
        if let Some(comma) = stray_comma(doc, tokens) {
            tokens.end = comma;
        }
        let lone_address = tokens.len() == 1 && r.lexicon.is_honorific(doc.word(tokens.start));
        if tokens.is_empty() || lone_address || names.last().is_some_and(|n| n.tokens.overlaps(tokens)) {
            continue;
        }
        if let Some(person) = behind_genitive(r, tokens) {
            let owner = Span::new(tokens.start, person.start - 1);
            names.push(Name { tokens: owner, kind: NameKind::Organization, country: None, canonical: None, sure: true });
            names.push(Name { tokens: person, kind: NameKind::Person, country: None, canonical: None, sure: true });
            continue;
        }
        if let Some(person) = behind_body(r, tokens) {
            let body = Span::new(tokens.start, person.start);
            names.push(Name { tokens: body, kind: NameKind::Organization, country: None, canonical: None, sure: true });
            names.push(Name { tokens: person, kind: NameKind::Person, country: None, canonical: None, sure: true });
            continue;
        }
        let kind = mend_kind(r, tokens, kind);
        names.push(Name { tokens, kind, country: None, canonical: None, sure: true });
    }
    names
}

/// "(ORAN.PA)": a share's sign in brackets behind a company's name.
fn is_ticker(doc: &Doc, span: Span<Tok>) -> bool {
    span.len() == 1
        && span.start > 0
        && doc.word(span.start - 1) == "("
        && doc
            .word(span.start)
            .split_once('.')
            .is_some_and(|(a, b)| [a, b].iter().all(|w| !w.is_empty() && w.chars().all(char::is_uppercase)))
}

/// "[W]e": a letter that a writer has changed in another's words.
fn is_changed_letter(doc: &Doc, span: Span<Tok>) -> bool {
    span.range().any(|t| doc.word(t).len() > 1 && doc.word(t).contains([']', '[']))
}

/// The comma inside a span behind which a word does something by itself: "at last month's Harbour Ball**,** Lopez said".
fn stray_comma(doc: &Doc, span: Span<Tok>) -> Option<usize> {
    let comma = span.range().rev().find(|&t| doc.word(t) == ",")?;
    let acts = (comma + 1..span.end).any(|t| doc.tokens[t].relation == Relation::Subject && !span.holds(doc.tokens[t].head));
    (acts && comma > span.start).then_some(comma)
}

/// The person behind a genitive inside a span that the recognizer took for one name: "the Liberals' | Mads Holm".
fn behind_genitive(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let mark = (span.start + 1..span.end.checked_sub(2)?).find(|&i| r.lexicon.is_genitive(doc.word(i)))?;
    crate::gazetteer::is_male(doc.word(mark + 1)).map(|_| Span::new(mark + 1, span.end))
}

/// The person behind a body's name inside such a span, where an office of that body stands before it: "Director of the | Centre for
/// Disease Control | Ana Lopes".
fn behind_body(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let given = span.end.checked_sub(2).filter(|&g| g > span.start)?;
    let of = (span.start.saturating_sub(1)..=span.start).rev().filter(|&t| doc.tokens[t].pos != Pos::Det).chain(span.start.checked_sub(2));
    let of = of.into_iter().find(|&t| r.lexicon.ties.tells_side(doc.lemma(t)))?;
    r.lexicon.office_ending_at(doc, of.checked_sub(1)?, 0)?;
    // "Secretary of the Security Council | Enkh Bayar": whatever stands behind the last word of the body's name
    let behind = (span.start..given).rev().find(|&t| r.lexicon.ends_body(doc.word(t))).map(|t| Span::new(t + 1, span.end));
    let whole = |s: &Span<Tok>| {
        s.len() == 2 && s.range().all(|t| capital(doc.word(t)) && doc.tokens[t].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(t)))
    };
    if let Some(person) = behind.filter(whole) {
        return Some(person);
    }
    let name = capital(doc.word(given + 1)) && doc.tokens[given + 1].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(given + 1));
    crate::gazetteer::is_male(doc.word(given)).filter(|_| name).map(|_| Span::new(given, span.end))
}

/// Takes article, office, demonym and "'s" off a name.
fn trim(r: Reading<'_>, mut span: Span<Tok>, kind: NameKind) -> Span<Tok> {
    let doc = r.doc;
    while !span.is_empty() {
        let last = span.end - 1;
        let edge = doc.tokens[last].pos == Pos::Part
            || kind == NameKind::Organization && doc.tokens[last].pos == Pos::Adp && span.len() > 1
            || doc.tokens[last].pos == Pos::Punct && doc.word(last) != "." && doc.word(last) != ")";
        if !edge {
            break;
        }
        span.end -= 1;
    }
    while !span.is_empty() {
        let first = doc.tokens[span.start].pos;
        if !matches!(first, Pos::Det | Pos::Punct | Pos::Adp | Pos::Cconj | Pos::Part | Pos::Space) {
            break;
        }
        span.start += 1;
    }
    // "paid Kestrel | 1.5bn euros"
    if let Some(amount) = (span.start + 1..span.end).find(|&t| is_amount(doc.word(t))) {
        span.end = amount;
    }
    if kind == NameKind::Person {
        // an agency's name in capitals before the person in the picture: "REUTERS Ana Lopes"
        while span.len() > 1 && shouted(doc.word(span.start)).is_some_and(|w| w.len() > 2) && shouted(doc.word(span.start + 1)).is_none() {
            span.start += 1;
        }
        // the last office inside the span ends what is no name: "Prime Minister | Narendra Modi"
        while span.len() > 1 {
            let word = doc.word(span.start);
            let office = (span.start..span.end - 1)
                .rev()
                .find(|&e| r.lexicon.office_ending_at(doc, e, span.start).is_some_and(|o| o.tokens.start == span.start));
            let pair = || format!("{word} {}", doc.word(span.start + 1));
            if span.len() > 2 && r.lexicon.is_address(&pair()) {
                // "Right Rev."
                span.start += 2;
            } else if let Some(end) = office {
                span.start = end + 1;
            } else if doc.tokens[span.start].pos == Pos::Punct || r.lexicon.is_genitive(word) {
                // "Dato' | Ana Ruiz"
                span.start += 1;
            } else if r.lexicon.is_address(word)
                || r.lexicon.is_inside_title(word) && r.lexicon.office_ending_at(doc, span.start + 1, span.start).is_some()
                || r.gazetteer.demonym(word).is_some()
                || behind_of(r, span.start) && r.gazetteer.country_by_name(word).is_some()
            {
                span.start += 1;
            } else {
                break;
            }
        }
    }
    span
}

/// "1.55bn", "3.2": a number with a fraction or a multiple is no part of a name.
fn is_amount(word: &str) -> bool {
    let number = word.trim_end_matches(char::is_alphabetic);
    let multiple = word.len() - number.len();
    number.starts_with(|c: char| c.is_ascii_digit()) && (number.contains('.') || (1..=2).contains(&multiple) && number.len() > 1)
}

/// True behind an adposition that tells a side: "Minister of Trade of | Ghana Kofi Mensah".
fn behind_of(r: Reading<'_>, start: usize) -> bool {
    start > 0 && r.lexicon.ties.tells_side(r.doc.lemma(start - 1))
}

/// The small second half of a hyphenated name: "Park Nam-**gil**"; not "Park Nam-**era** laws".
fn ends_in_small(doc: &Doc, t: usize) -> bool {
    let Some(token) = doc.tokens.get(t) else { return false };
    let modifies = matches!(token.relation, Relation::Compound | Relation::AdjectiveModifier | Relation::NounClause);
    token.pos.is_nominal() && !modifies && doc.word(t).chars().all(char::is_alphabetic)
}

/// Lets a person's name run on over the capitals that belong to it: a hyphenated or transliterated surname, a particle, a suffix.
fn grow(r: Reading<'_>, mut span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    if span.is_empty() {
        return span;
    }
    let free = |i: usize| doc.name_at(i).is_none_or(|n| n.label == "PERSON");
    loop {
        let next = span.end;
        let Some(token) = doc.tokens.get(next) else { break };
        let glued = !doc.tokens[next - 1].space_after;
        if glued && doc.word(next) == "-" && !token.space_after && next + 1 < doc.len() && capital(doc.word(next + 1)) {
            span.end = next + 2;
        } else if glued && doc.word(next) == "-" && !token.space_after && span.len() > 1 && ends_in_small(doc, next + 1) {
            // "Nam-gil": the recognizer lost its end
            span.end = next + 2;
        } else if (!glued || doc.word(next - 1) == "-")
            && token.pos == Pos::Propn
            && capital(doc.word(next))
            && (span.holds(token.head) || doc.tokens[next - 1].head == next)
            && free(next)
            && !token.sentence_start
            && r.lexicon.office_ending_at(doc, next, next).is_none()
            && !r.lexicon.ends_body(doc.word(next))
            && gazette::known_at(r.doc, r.gazetteer, next, 1).is_none()
            && !r.headline
        {
            span.end = next + 1;
        } else {
            break;
        }
    }
    while span.start > 0 {
        let before = span.start - 1;
        let token = &doc.tokens[before];
        let glued_hyphen = doc.word(before) == "-"
            && !token.space_after
            && before > 0
            && !doc.tokens[before - 1].space_after
            && capital(doc.word(before - 1));
        if glued_hyphen {
            span.start = before - 1;
        } else if token.space_after && !token.sentence_start && r.lexicon.is_surname_too(doc.word(before)) && span.len() == 1 {
            // "Vice Premier **He** Lifeng"
            span.start = before;
        } else if token.space_after
            && token.pos == Pos::Propn
            && capital(doc.word(before))
            && (shouted(doc.word(before)).is_none() || shouted(doc.word(span.start)).is_some())
            && doc.name_at(before).is_none()
            && !r.headline
            && r.lexicon.office_ending_at(doc, before, before).is_none()
            && !r.lexicon.is_inside_title(doc.word(before))
            && !r.lexicon.is_address(doc.word(before))
            && !r.lexicon.ends_body(doc.word(before))
            && !r.lexicon.is_former(doc.word(before))
            && !is_field(r, before)
            && r.gazetteer.demonym(doc.word(before)).is_none()
            && gazette::known_at(r.doc, r.gazetteer, before, 1).is_none()
            && doc.tokens[span.start].sentence_start == doc.tokens[before + 1].sentence_start
            && doc.sentence_index(before) == doc.sentence_index(span.start)
        {
            span.start = before;
        } else {
            break;
        }
    }
    span
}

/// True for a capital of what an office is for, right behind it: "Envoy for **Climate** | Ana Ruiz".
fn is_field(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    let mut i = t;
    for _ in 0..FIELD {
        let Some(before) = i.checked_sub(1).filter(|_| doc.sentence_index(i) == doc.sentence_index(t)) else { return false };
        if doc.tokens[i].pos == Pos::Adp && r.lexicon.office_ending_at(doc, before, 0).is_some() {
            return true;
        }
        let part = capital(doc.word(i)) && doc.tokens[i].pos.is_nominal()
            || matches!(doc.tokens[i].pos, Pos::Cconj | Pos::Adp | Pos::Det | Pos::Adj | Pos::Part)
            || doc.word(i) == "," && i != t;
        if !part {
            return false;
        }
        i = before;
    }
    false
}

/// A body's last word, or an office before it, speaks louder than the recognizer.
fn mend_kind(r: Reading<'_>, tokens: Span<Tok>, kind: NameKind) -> NameKind {
    let doc = r.doc;
    let last = doc.word(tokens.end - 1);
    let first = doc.word(tokens.start);
    let body = tokens.len() > 1 && r.lexicon.ends_body(last)
        || tokens.len() > 2 && r.lexicon.begins_body(first) && doc.word(tokens.start + 1) == "of";
    match kind {
        NameKind::Person | NameKind::Place if body => NameKind::Organization,
        NameKind::Organization | NameKind::Place
            if !body
                && tokens.start > 0
                && tokens.len() <= 3
                && doc.tokens[tokens.start].pos == Pos::Propn
                && doc.sentence_index(tokens.start - 1) == doc.sentence_index(tokens.start)
                && (r.lexicon.is_address(doc.word(tokens.start - 1))
                    || capital(doc.word(tokens.start - 1))
                        && r.lexicon.office_ending_at(doc, tokens.start - 1, 0).is_some()
                        && gazette::known_at(doc, r.gazetteer, tokens.start, tokens.len()).is_none()) =>
        {
            NameKind::Person
        }
        _ => kind,
    }
}

/// What the gazetteer knows, where no longer name of the recognizer's covers it.
fn from_gazetteer(r: Reading<'_>, names: &mut Vec<Name>) {
    let doc = r.doc;
    // the recognizer's names stand in order; those found here go behind them
    let (mut first, own) = (0, names.len());
    let mut i = 0;
    while i < doc.len() {
        let Some((len, known)) = gazette::longest_at(doc, r.gazetteer, i, LONGEST_ENTRY) else {
            i += 1;
            continue;
        };
        let span = Span::new(i, i + len);
        i = span.end;
        while first < own && names[first].tokens.end <= span.start {
            first += 1;
        }
        let overlapping: Vec<usize> =
            (first..own).take_while(|&n| names[n].tokens.start < span.end).filter(|&n| !names[n].tokens.is_empty()).collect();
        let keeps_own = overlapping.iter().any(|&n| {
            let name = &names[n];
            let longer = name.tokens.covers(span) && name.tokens != span;
            match name.kind {
                NameKind::Person => longer || name.tokens == span && known.kind != NameKind::State,
                _ => longer && !(name.tokens.len() == span.len() + 1 && r.gazetteer.demonym(doc.word(name.tokens.start)).is_some()),
            }
        });
        if keeps_own {
            continue;
        }
        if known.kind == NameKind::Place && overlapping.is_empty() && doc.tokens[span.start].pos != Pos::Propn {
            continue;
        }
        for n in overlapping {
            // emptied, and dropped when all are found
            names[n].tokens.end = names[n].tokens.start;
        }
        names.push(if known.kind == NameKind::Demonym && is_paper(r, span) {
            let tokens = Span::new(span.start - 1, span.end);
            Name { tokens, kind: NameKind::Organization, country: known.country, canonical: None, sure: true }
        } else {
            name_of(span, known)
        });
    }
}

/// "told **The Namibian**": a people's name behind an article with a capital, amid the sentence, is a paper's.
fn is_paper(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let Some(article) = span.start.checked_sub(1) else { return false };
    let (head, token) = (span.end - 1, &doc.tokens[article]);
    !r.headline
        && token.pos == Pos::Det
        && !token.sentence_start
        && capital(doc.word(article))
        && shouted(doc.word(head)).is_none()
        && doc.tokens[head].pos == Pos::Propn
        && !doc.is_plural(head)
        && !matches!(doc.tokens[head].relation, Relation::Compound | Relation::AdjectiveModifier)
}

fn name_of(tokens: Span<Tok>, known: Known) -> Name {
    Name { tokens, kind: known.kind, country: known.country, canonical: known.canonical, sure: true }
}

/// Runs of capitals that nothing has named yet: bodies by their last word, persons behind an office, the rest unsure.
fn from_capitals(r: Reading<'_>, names: &mut Vec<Name>) {
    let doc = r.doc;
    let mut covered = vec![false; doc.len()];
    for n in names.iter() {
        covered[n.tokens.range()].fill(true);
    }
    let mut i = 0;
    while i < doc.len() {
        let starts = !covered[i]
            && doc.tokens[i].pos == Pos::Propn
            && capital(doc.word(i))
            && !is_number_or_date(doc, i)
            && !is_changed_letter(doc, Span::new(i, i + 1));
        if !starts {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < doc.len()
            && !covered[end]
            && !doc.tokens[end].sentence_start
            && !is_number_or_date(doc, end)
            && (doc.tokens[end].pos == Pos::Propn && capital(doc.word(end))
                || doc.word(end) == "-" && !doc.tokens[end].space_after && !doc.tokens[end - 1].space_after
                || matches!(doc.word(end), "of" | "for" | "and")
                    && r.lexicon.begins_body(doc.word(i))
                    && doc.tokens.get(end + 1).is_some_and(|t| t.pos == Pos::Propn))
        {
            end += 1;
        }
        let run = trim(r, Span::new(i, end), NameKind::Person);
        i = end;
        if run.is_empty() || is_office_run(r, run) {
            continue;
        }
        let body =
            r.lexicon.ends_body(doc.word(run.end - 1)) && run.len() > 1 || run.len() > 2 && r.lexicon.begins_body(doc.word(run.start));
        let behind_office = run.start > 0
            && doc.sentence_index(run.start - 1) == doc.sentence_index(run.start)
            && (r.lexicon.is_address(doc.word(run.start - 1)) || r.lexicon.office_ending_at(doc, run.start - 1, 0).is_some());
        let kind = if body {
            NameKind::Organization
        } else if behind_office || run.len() == 1 && shouted(doc.word(run.start)).is_none() && stands_as_person(doc, run.start) {
            NameKind::Person
        } else {
            NameKind::Other
        };
        names.push(Name { tokens: run, kind, country: None, canonical: None, sure: body || behind_office });
    }
}

/// True where a lone capital stands as a person does: without article or adjective, doing something or met, told, of.
fn stands_as_person(doc: &Doc, t: usize) -> bool {
    doc.noun_phrase(t).len() == 1
        && !doc.is_plural(t)
        && match doc.tokens[t].relation {
            Relation::Subject
            | Relation::PassiveSubject
            | Relation::Object
            | Relation::Possessor
            | Relation::IndirectObject
            | Relation::Conjunct => true,
            Relation::PrepositionObject => doc.governor(t).is_some_and(|p| matches!(doc.lemma(p), "with" | "by" | "between")),
            _ => false,
        }
}

/// True where the recognizer takes the token for a date, a number or an amount.
fn is_number_or_date(doc: &Doc, i: usize) -> bool {
    doc.name_at(i).is_some_and(|n| {
        matches!(n.label.as_str(), "DATE" | "TIME" | "CARDINAL" | "ORDINAL" | "MONEY" | "PERCENT" | "QUANTITY" | "LANGUAGE")
    })
}

/// True where a run of capitals is an office, or what somebody is, and no name: "Prime Minister".
fn is_office_run(r: Reading<'_>, run: Span<Tok>) -> bool {
    r.lexicon.office_ending_at(r.doc, run.end - 1, run.start).is_some()
        || run.range().all(|i| r.lexicon.is_address(r.doc.word(i)))
        || run.len() == 1 && (r.lexicon.ends_body(r.doc.word(run.start)) || r.lexicon.is_inside_title(r.doc.word(run.start)))
        || run.len() == 1 && is_partisan(r, run.start)
}

/// "a Nevada **Democrat**", "the **Democrats**": what people are, no name.
fn is_partisan(r: Reading<'_>, t: usize) -> bool {
    let opening = r.doc.word(r.doc.noun_phrase(t).start);
    (r.lexicon.is_partisan(r.doc.word(t)) || r.lexicon.are_partisans(r.doc, t))
        && (r.lexicon.is_indefinite(opening) || r.lexicon.is_definite(opening))
}

/// True for a word that begins with a capital, or a particle glued to one ("al-Sisi").
pub fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// A word in capitals only, two letters or more: an abbreviation.
pub fn shouted(word: &str) -> Option<&str> {
    (word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)).then_some(word)
}
