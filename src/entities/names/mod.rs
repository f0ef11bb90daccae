//! The names of a document: the recognizer's spans, mended, and those of the gazetteer and of plain capitals that it missed.

mod between;
mod body;
pub mod extent;
mod field;
mod holder;
pub mod joint;
mod known;
mod several;

use super::{gazette, kinds, lexicon::Lexicon};
use crate::{
    gazetteer::Gazetteer,
    language::{Doc, NameSpan, Pos, Relation},
    text::{Span, Tok},
};

pub use extent::is_ticker;
use extent::{behind_body, behind_genitive, behind_small_word, grow, is_changed_letter, stray_comma, trim};
pub use known::is_stood_to;

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
    known::add(r, &mut names);
    if !r.headline {
        holder::join(r, &mut names);
        from_capitals(r, &mut names);
    }
    names.retain(|n| !n.tokens.is_empty() && !extent::is_unit(r, n.tokens));
    names.sort_by_key(|n| n.tokens);
    joint::mend(r, &mut names);
    between::mend(r, &mut names);
    for name in names.iter_mut().filter(|n| n.kind == NameKind::Organization && n.country.is_none()) {
        name.country = gazette::side_in(r.doc, r.gazetteer, r.lexicon, name.tokens);
    }
    body::give_owners(r, &mut names);
    kinds::mend(r, &mut names);
    names
}

/// The recognizer's spans, trimmed and grown to the whole of the name.
fn recognized(r: Reading<'_>) -> Vec<Name> {
    let doc = r.doc;
    let mut names: Vec<Name> = Vec::new();
    for found in &doc.names {
        // "“Norlund” | Ana Ruiz", taken for one name
        let (found, behind) = extent::part_at_quote(doc, found);
        names.extend(behind.map(|tokens| Name { tokens, kind: NameKind::Person, country: None, canonical: None, sure: true }));
        let kind = match found.label.as_str() {
            "PERSON" => NameKind::Person,
            "ORG" => NameKind::Organization,
            "GPE" | "LOC" | "FAC" => NameKind::Place,
            "EVENT" | "WORK_OF_ART" | "LAW" | "PRODUCT" => NameKind::Other,
            "NORP" => {
                let free = names.last().is_none_or(|n| n.tokens.end <= found.tokens.start);
                names.extend(body::of_partisans(r, found.tokens).filter(|_| free));
                continue;
            }
            _ => continue,
        };
        // "Ruiz **Signs** a Pact": what a headline's capitals make part of the name
        let verb = |t: usize| {
            doc.tokens[t].pos == Pos::Verb && !matches!(doc.tokens[t].relation, Relation::Compound | Relation::AdjectiveModifier)
        };
        let mut found = std::borrow::Cow::clone(&found);
        while found.tokens.len() > 1 && verb(found.tokens.end - 1) {
            found.to_mut().tokens.end -= 1;
        }
        // "US | $3 billion": which dollars
        let sum = |t: usize| t < doc.len() && doc.name_at(t).is_some_and(NameSpan::is_sum);
        let of_money = found.label == "GPE" && sum(found.tokens.end);
        if of_money || is_ticker(doc, found.tokens) || is_changed_letter(doc, found.tokens) {
            continue;
        }
        let (kind, tokens) = match behind_abbreviation(r, found.tokens).or_else(|| extent::addressed(r, found.tokens)) {
            Some(person) => (NameKind::Person, person),
            None => (kind, trim(r, found.tokens, kind)),
        };
        let mut party = None;
        let (kind, mut tokens) = match behind_small_word(r, tokens) {
            Some(person) => (NameKind::Person, person),
            None => (kind, tokens),
        };
        if kind == NameKind::Person {
            tokens = grow(r, extent::behind_address(r, tokens));
        }
        // "Minister of the | Environment and Climate Change | Ana Ruiz", taken for one body or one person
        let name = if tokens.is_empty() { tokens.start } else { field::opens_name(r, tokens) };
        let goes_on = doc.tokens.get(tokens.end).is_some_and(|t| t.pos == Pos::Propn && !t.sentence_start) && capital(doc.word(tokens.end));
        let kind = if name > tokens.start && (name + 1 < tokens.end || goes_on) { NameKind::Person } else { kind };
        if kind == NameKind::Person && name > tokens.start {
            tokens = grow(r, Span::new(name, tokens.end));
        }
        if matches!(kind, NameKind::Organization | NameKind::Other) {
            let whole = tokens.end;
            tokens.end = body::without_parties(r, tokens);
            party = body::is_paper(r, tokens).then(|| body::party_within(r, Span::new(tokens.end, whole))).flatten();
        }
        // "**JSC** Norlund": what a company is in law, before its name
        let before = tokens.start.checked_sub(1).filter(|&t| !tokens.is_empty() && r.lexicon.companies.is_legal_form_before(doc.word(t)));
        let (kind, mut tokens) = before.map_or((kind, tokens), |start| (NameKind::Organization, Span::new(start, tokens.end)));
        // "Norlund **SAS**", taken for somebody
        let legal =
            |t: usize| r.lexicon.companies.is_legal_form(doc.word(t)) && doc.word(t).chars().filter(|c| c.is_uppercase()).count() > 1;
        let kind = if kind == NameKind::Person && tokens.len() > 1 && legal(tokens.end - 1) { NameKind::Organization } else { kind };
        // "railway **manufacturer** | ABTV", taken for somebody
        let described = |t: usize| doc.tokens[t].pos == Pos::Noun && r.lexicon.introduces_body(&doc.lemma(t).to_lowercase());
        let (kind, tokens_of_body) = match kind {
            NameKind::Person if tokens.len() > 1 && described(tokens.start) => {
                (NameKind::Organization, Span::new(tokens.start + 1, tokens.end))
            }
            kind => (kind, tokens),
        };
        tokens = tokens_of_body;
        // "Minister for | Foreign Affairs | of Peru": which a body's name would go on behind
        if field::opens(r, tokens) {
            continue;
        }
        if kind == NameKind::Organization && !tokens.is_empty() {
            tokens = body::with_movement(r, body::extent(r, tokens));
        }
        if matches!(kind, NameKind::Organization | NameKind::Place | NameKind::Other) && !tokens.is_empty() {
            tokens = body::without_occasion(r, tokens);
        }
        tokens.end = extent::before_owner(doc, found.tokens).filter(|&and| and > tokens.start).unwrap_or(tokens.end);
        if let Some(comma) = stray_comma(doc, tokens) {
            tokens.end = comma;
        }
        let alone = tokens.len() == 1;
        let no_name = alone && (r.lexicon.is_no_name(doc.word(tokens.start)) || r.lexicon.is_no_body(doc.word(tokens.start)));
        // "my **Administration**"
        let own = alone && r.lexicon.is_government(&doc.word(tokens.start).to_lowercase()) && is_speakers(r, tokens.start);
        let address_alone = tokens.range().all(|t| is_generation(r, t)) || tokens.range().all(|t| is_of_address(r, t));
        let office_alone = tokens.len() > 1
            && kind == NameKind::Person
            && r.lexicon.office_ending_at(doc, tokens.end - 1, tokens.start).is_some_and(|o| o.tokens == tokens);
        // "the British National Security | Advisor", taken for a body
        let office_of_body = kind == NameKind::Organization && tokens.len() > 1 && extent::is_office(r, tokens);
        // "the **Governments** of Peru and Chile", "the **Ministries** of Trade of Peru and Chile": two, of which the recognizer takes the first
        // for a body
        let several = kind == NameKind::Organization && !tokens.is_empty() && several::names_several(r, tokens);
        if several {
            continue;
        }
        if tokens.is_empty()
            || office_of_body
            || no_name
            || own
            || address_alone
            || office_alone
            || names.last().is_some_and(|n| n.tokens.overlaps(tokens))
        {
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
        let (taken_for, kind) = (kind, mend_kind(r, tokens, kind));
        // "State Council **He** Lifeng"
        let tokens = if kind == NameKind::Person && taken_for != kind { grow(r, tokens) } else { tokens };
        // "Hyundai | Rotem": the second half of a company's name, taken for what it makes
        if kind == NameKind::Other
            && let Some(first) = names.last_mut().filter(|n| n.kind == NameKind::Organization && is_second_half(r, n.tokens, tokens))
        {
            first.tokens.end = tokens.end;
            continue;
        }
        names.push(Name { tokens, kind, country: None, canonical: None, sure: true });
        names.extend(party.map(|tokens| Name { tokens, kind: NameKind::Organization, country: None, canonical: None, sure: true }));
    }
    // who stands behind a quoted name was found before it
    names.sort_by_key(|n| n.tokens);
    names
}

/// "**my** Administration"
pub fn is_speakers(r: Reading<'_>, noun: usize) -> bool {
    r.doc.possessor(noun).is_some_and(|p| r.lexicon.ties.around.speaking.contains(&r.doc.word(p).to_lowercase()))
}

/// "DPM | Ruiz": somebody behind an office's initials, which the recognizer takes for part of the name.
fn behind_abbreviation(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let first = r.doc.word(span.start);
    let office = shouted(first).is_some() && !r.lexicon.is_address(first) && r.lexicon.abbreviation(first).is_some();
    let rest: Span<Tok> = Span::new(span.start + 1, span.end);
    let name = |t: usize| r.doc.tokens[t].pos == Pos::Propn && capital(r.doc.word(t)) && shouted(r.doc.word(t)).is_none();
    (office && !rest.is_empty() && rest.range().all(name) && !r.lexicon.ends_body(r.doc.word(span.end - 1))).then_some(rest)
}

/// True where two spans are one name: the first only tells which of the second, both stand where somebody does, or are a country's, without
/// an article or a number. "South Korea's Hyundai | Rotem", not "an Airbus | A330", "Ford | Fiesta sales", "Sony | PSP".
fn is_second_half(r: Reading<'_>, first: Span<Tok>, second: Span<Tok>) -> bool {
    let doc = r.doc;
    let head = second.end - 1;
    let whole: Span<Tok> = Span::new(first.start, second.end);
    let plain = |t: usize| doc.word(t).chars().all(char::is_alphabetic) && doc.tokens[t].pos == Pos::Propn;
    let outside = doc.children(head).any(|c| matches!(doc.tokens[c].relation, Relation::Determiner | Relation::NumericModifier));
    let of_country = || doc.possessor(head).and_then(|p| doc.name_at(p)).is_some_and(|n| n.label == "GPE");
    first.end == second.start
        && doc.tokens[first.end - 1].relation == Relation::Compound
        && doc.tokens[first.end - 1].head == head
        && whole.range().all(plain)
        && !outside
        && !matches!(doc.tokens[head].relation, Relation::Compound | Relation::AdjectiveModifier)
        && (of_country() || stands_with_somebody(r, head))
}

/// How many members of a list are climbed.
const LIST: usize = 12;

/// A body's last word, or an office before it, speaks louder than the recognizer.
fn mend_kind(r: Reading<'_>, tokens: Span<Tok>, kind: NameKind) -> NameKind {
    let doc = r.doc;
    let last = doc.word(tokens.end - 1);
    let first = doc.word(tokens.start);
    let body = tokens.len() > 1 && r.lexicon.ends_body(last)
        || tokens.len() > 2 && r.lexicon.begins_body(first) && r.lexicon.ties.around.name_of.contains(doc.word(tokens.start + 1));
    // "Minister (**Foreign Affairs**)"
    let joint = |t: usize| matches!(doc.tokens[t].pos, Pos::Cconj | Pos::Adp);
    let field = || tokens.range().all(|t| r.lexicon.is_field(doc.word(t)) || joint(t));
    match kind {
        NameKind::Organization if body::is_paper(r, tokens) || body::is_called_paper(r, tokens) => NameKind::Other,
        NameKind::Person | NameKind::Place if body => NameKind::Organization,
        // "the **March 23 Movement**", taken for an event
        NameKind::Other if body && r.lexicon.is_movement(&last.to_lowercase()) => NameKind::Organization,
        // "the **Services and Investment** agreement": what it is on
        NameKind::Organization | NameKind::Place if !body && field() => {
            let head = tokens.range().find(|&t| !tokens.holds(doc.tokens[t].head));
            let before = head
                .is_some_and(|h| matches!(doc.tokens[h].relation, Relation::Compound | Relation::AdjectiveModifier | Relation::NounClause));
            // "a memorandum on trade, **Defence Cooperation** and …"
            let topic = || head.is_some_and(|h| is_topic(r, h));
            if before || topic() { NameKind::Other } else { kind }
        }
        // "20 **A330neo** aircraft": what is made, not who makes it
        NameKind::Organization
            if tokens.len() == 1 && last.chars().any(|c| c.is_ascii_digit()) && doc.tokens[tokens.start].relation == Relation::Compound =>
        {
            NameKind::Other
        }
        NameKind::Organization | NameKind::Place
            if !body
                && tokens.start > 0
                && tokens.len() <= 3
                && doc.tokens[tokens.start].pos == Pos::Propn
                && doc.sentence_index(tokens.start - 1) == doc.sentence_index(tokens.start)
                && (r.lexicon.is_address(doc.word(tokens.start - 1))
                    || capital(doc.word(tokens.start - 1))
                        && r.lexicon.office_ending_at(doc, tokens.start - 1, 0).is_some()
                        && gazette::known_at(r, tokens.start, tokens.len()).is_none()) =>
        {
            NameKind::Person
        }
        _ => kind,
    }
}

/// True for what something is about, or another of a list of such: "agreements **on X**, **Y** and **Z**".
fn is_topic(r: Reading<'_>, head: usize) -> bool {
    let doc = r.doc;
    let listed =
        |&t: &usize| matches!(doc.tokens[t].relation, Relation::Conjunct | Relation::Apposition).then(|| doc.governor(t)).flatten();
    let first = std::iter::successors(Some(head), listed).take(LIST).last().unwrap_or(head);
    let marker = doc.governor(first).filter(|_| doc.tokens[first].relation == Relation::PrepositionObject);
    marker.is_some_and(|m| r.lexicon.ties.around.topics.contains(doc.lemma(m)))
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
            && !is_generation(r, i)
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
                || r.lexicon.ties.around.within_body.contains(doc.word(end))
                    && r.lexicon.begins_body(doc.word(i))
                    && doc.tokens.get(end + 1).is_some_and(|t| t.pos == Pos::Propn)
                    && !(doc.tokens[end].pos == Pos::Cconj && begins_office(r, end + 1)))
        {
            end += 1;
        }
        let run = trim(r, Span::new(field::opens_name(r, Span::new(i, end)), end), NameKind::Person);
        // "Climate Action Mr | Kofi Mensah"
        let run = extent::behind_address(r, run);
        i = end;
        if run.is_empty()
            || is_office_run(r, run)
            || field::is_alone(r, run)
            || field::is_first(r, run)
            || run.len() == 1 && r.lexicon.is_no_name(doc.word(run.start))
        {
            continue;
        }
        // "Norlund **Inc.**"
        let last = doc.word(run.end - 1);
        let ends = r.lexicon.ends_body(last) || r.lexicon.companies.is_legal_form(last);
        let before = r.lexicon.companies.is_legal_form_before(doc.word(run.start));
        let body = (ends || before) && run.len() > 1 || run.len() > 2 && r.lexicon.begins_body(doc.word(run.start));
        let behind_office = run.start > 0
            && doc.sentence_index(run.start - 1) == doc.sentence_index(run.start)
            && (r.lexicon.is_address(doc.word(run.start - 1)) || r.lexicon.office_ending_at(doc, run.start - 1, 0).is_some());
        let kind = if body {
            NameKind::Organization
        } else if behind_office || run.len() == 1 && shouted(doc.word(run.start)).is_none() && stands_as_person(r, run.start) {
            NameKind::Person
        } else {
            NameKind::Other
        };
        let tokens = if kind == NameKind::Organization { body::extent(r, run) } else { run };
        i = i.max(tokens.end);
        names.push(Name { tokens, kind, country: None, canonical: None, sure: body || behind_office });
    }
}

/// "Ana Ruiz, **Jr.**"
pub(super) fn is_generation(r: Reading<'_>, t: usize) -> bool {
    r.lexicon.ties.around.generations.contains(r.doc.word(t).to_lowercase().trim_end_matches('.'))
}

/// "the Premier's Office and | Second Minister for Trade": an office of one or two words.
fn begins_office(r: Reading<'_>, t: usize) -> bool {
    (t..r.doc.len().min(t + 2)).any(|last| r.lexicon.office_ending_at(r.doc, last, t).is_some())
}

/// "**Tan Sri** Dr Ana Ruiz": a word of a form of address, which may have two.
fn is_of_address(r: Reading<'_>, t: usize) -> bool {
    r.lexicon.is_address(r.doc.word(t)) || is_address_of_two(r, t) || t > 0 && is_address_of_two(r, t - 1)
}

/// "**Tan Sri**": the word at a token and the one behind it.
pub(super) fn is_address_of_two(r: Reading<'_>, first: usize) -> bool {
    first + 1 < r.doc.len() && r.lexicon.is_address(r.doc.words(Span::new(first, first + 2)))
}

/// True where a lone capital stands as a person does: without article or adjective, doing something or met, told, of.
fn stands_as_person(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    doc.noun_phrase(t).len() == 1
        && !doc.is_plural(t)
        && match doc.tokens[t].relation {
            Relation::Subject
            | Relation::PassiveSubject
            | Relation::Object
            | Relation::Possessor
            | Relation::IndirectObject
            | Relation::Conjunct => true,
            _ => stands_with_somebody(r, t),
        }
}

/// True where somebody stands who does something or with whom it is done: "**X** signed", "with **X**".
pub fn stands_as_side(r: Reading<'_>, head: usize) -> bool {
    let first = r.doc.governor(head).filter(|_| r.doc.tokens[head].relation == Relation::Conjunct).unwrap_or(head);
    matches!(r.doc.tokens[first].relation, Relation::Subject | Relation::PassiveSubject) || stands_with_somebody(r, first)
}

/// "with X", "by X", "between X and Y".
fn stands_with_somebody(r: Reading<'_>, t: usize) -> bool {
    r.doc.tokens[t].relation == Relation::PrepositionObject
        && r.doc.governor(t).is_some_and(|p| r.lexicon.ties.around.beside.contains(r.doc.lemma(p)))
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
        || run.range().all(|i| is_of_address(r, i))
        || run.len() == 1 && (r.lexicon.ends_body(r.doc.word(run.start)) || r.lexicon.is_inside_title(r.doc.word(run.start)))
        || run.len() == 1 && is_partisan(r, run.start)
        || r.lexicon.are_partisans(r.doc, run.end - 1)
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
