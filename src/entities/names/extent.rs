//! How far a name reaches: what belongs to it of a recognizer's span, what glues to it, and the person behind a body's name.

use super::{Reading, capital, is_generation, shouted};
use crate::{
    entities::{gazette, names::NameKind},
    language::{Doc, NameSpan, Pos, Relation},
    text::{Span, Tok},
};

/// How many words back the office is looked for that a capital may tell the field of.
const FIELD: usize = 10;

/// "(ORAN.PA)": a share's sign in brackets behind a company's name.
pub fn is_ticker(doc: &Doc, span: Span<Tok>) -> bool {
    span.len() == 1 && span.start > 0 && doc.word(span.start - 1) == "(" && share(doc.word(span.start)).is_some()
}

/// "25 **MMT** of soybeans": capitals between a number and an "of", by which something is counted.
pub fn is_unit(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let number = span.start.checked_sub(1).is_some_and(|t| doc.tokens[t].pos == Pos::Num);
    let of = doc.tokens.get(span.end).is_some_and(|_| r.lexicon.ties.around.name_of.contains(doc.word(span.end)));
    span.len() == 1 && number && of && shouted(doc.word(span.start)).is_some()
}

/// "the Ministry of Trade **and Chile's** | Ministry of Energy": where a body's name ends that the recognizer takes another's owner for a
/// part of.
pub fn before_owner(doc: &Doc, span: Span<Tok>) -> Option<usize> {
    let mark = span.end.checked_sub(1).filter(|&m| m > span.start && doc.tokens[m].pos == Pos::Part)?;
    (span.start + 1..mark).find(|&t| doc.tokens[t].pos == Pos::Cconj)
}

/// A mark of quotation, whichever way it opens.
pub fn is_quote(doc: &Doc, t: usize) -> bool {
    doc.tokens[t].pos == Pos::Punct && matches!(doc.word(t), "\"" | "“" | "”" | "«" | "»")
}

/// "“Norlund” | Ana Ruiz": a name that goes on behind a closing mark is two, of which the second is somebody's.
pub fn part_at_quote<'f>(doc: &Doc, found: &'f NameSpan) -> (std::borrow::Cow<'f, NameSpan>, Option<Span<Tok>>) {
    let closes = |&t: &usize| is_quote(doc, t) && !doc.tokens[t - 1].space_after;
    let Some(quote) = (found.tokens.start + 1..found.tokens.end).find(closes) else { return (std::borrow::Cow::Borrowed(found), None) };
    let behind: Span<Tok> = Span::new(quote + 1, found.tokens.end);
    let person =
        (2..=LONGEST_PERSON).contains(&behind.len()) && behind.range().all(|t| doc.tokens[t].pos == Pos::Propn && capital(doc.word(t)));
    let first = NameSpan { tokens: Span::new(found.tokens.start, quote), label: found.label.clone() };
    (std::borrow::Cow::Owned(first), person.then_some(behind))
}

/// "Norlund Cruises Ltd | NCHL.O": where a company's name ends that a share's sign stands behind which no bracket sets off.
pub fn without_ticker(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    // "U.S."
    let sign = |word: &str| share(word.trim_end_matches('.')).is_some_and(|share| share.len() > 1);
    while span.len() > 1 && sign(doc.word(span.end - 1)) {
        span.end -= 1;
    }
    span
}

/// The share of a sign that names its market as well: "**NCHL**.O".
fn share(word: &str) -> Option<&str> {
    let capitals = |w: &str| !w.is_empty() && w.chars().all(|c| c.is_ascii_uppercase());
    word.split_once('.').filter(|(share, market)| capitals(share) && capitals(market)).map(|(share, _)| share)
}

/// "[W]e": a letter that a writer has changed in another's words.
pub fn is_changed_letter(doc: &Doc, span: Span<Tok>) -> bool {
    span.range().any(|t| doc.word(t).len() > 1 && doc.word(t).contains([']', '[']))
}

/// "Climate Action Mr | Kofi Mensah": of a person's name what stands behind a form of address inside it that no name holds.
pub fn behind_address(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    let address = |t: &usize| r.lexicon.ties.around.never_inside.contains(r.doc.word(*t));
    match (span.start + 1..span.end).rev().find(address) {
        Some(t) => Span::new(t + 1, span.end),
        None => span,
    }
}

/// "**HE** R Omandi Gil": somebody behind a form of address that the recognizer takes for part of a body's name.
pub fn addressed(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let address = r.lexicon.ties.around.never_inside.contains(r.doc.word(span.start));
    let name = |t: usize| r.doc.tokens[t].pos == Pos::Propn && capital(r.doc.word(t));
    let rest: Span<Tok> = Span::new(span.start + 1, span.end);
    (address && rest.len() > 1 && rest.range().all(name)).then_some(rest)
}

/// The person behind an office's field and its state inside one span: "Minister for Finance and | National Development of Morocco | K Omandi".
fn behind_field(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let of = (span.start + 1..span.end).find(|&t| r.lexicon.ties.tells_side(doc.lemma(t)))?;
    let state = (of + 1..span.end).find(|&t| doc.tokens[t].pos != Pos::Det)?;
    let (len, known) = gazette::longest_at(r, state, span.end - state)?;
    let person: Span<Tok> = Span::new(state + len, span.end);
    let name = |t: usize| capital(doc.word(t)) && doc.tokens[t].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(t));
    let fits = known.kind == NameKind::State && !person.is_empty() && person.len() <= LONGEST_PERSON && person.range().all(name);
    (fits && super::field::is_of_office(r, span.start)).then_some(person)
}

/// "British National Security **Advisor**": an office that the recognizer takes for a body; no "Office of the President".
pub fn is_office(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    let body = |t: usize| r.lexicon.ends_body(doc.word(t)) || r.lexicon.begins_body(doc.word(t)) || doc.tokens[t].pos == Pos::Adp;
    let office = r.lexicon.office_ending_at(doc, span.end - 1, span.start);
    office.is_some()
        && !doc.is_plural(span.end - 1)
        && !span.range().any(body)
        && gazette::longest_at(r, span.start, span.len()).is_none_or(|(len, _)| len < span.len())
}

/// The comma inside a span behind which a word does something by itself: "at last month's Harbour Ball**,** Lopez said".
pub fn stray_comma(doc: &Doc, span: Span<Tok>) -> Option<usize> {
    let comma = span.range().rev().find(|&t| doc.word(t) == ",")?;
    let acts = (comma + 1..span.end).any(|t| doc.tokens[t].relation == Relation::Subject && !span.holds(doc.tokens[t].head));
    (acts && comma > span.start).then_some(comma)
}

/// The person behind a genitive inside a span that the recognizer took for one name: "the Liberals' | Mads Holm".
pub fn behind_genitive(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let mark = (span.start + 1..span.end.checked_sub(2)?).find(|&i| r.lexicon.is_genitive(doc.word(i)))?;
    crate::gazetteer::is_male(doc.word(mark + 1)).map(|_| Span::new(mark + 1, span.end))
}

/// The person behind a body's or state's name inside such a span, where an office of that body stands before it: "Director of the | Centre
/// for Disease Control | Ana Lopes", "President of the | Republic of Chile | Ana Lopes Ruiz".
pub fn behind_body(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    if let Some(person) = behind_field(r, span) {
        return Some(person);
    }
    let given = span.end.checked_sub(2).filter(|&g| g > span.start)?;
    let of = (span.start.saturating_sub(1)..=span.start).rev().filter(|&t| doc.tokens[t].pos != Pos::Det).chain(span.start.checked_sub(2));
    let of = of.into_iter().find(|&t| r.lexicon.ties.tells_side(doc.lemma(t)))?;
    r.lexicon.office_ending_at(doc, of.checked_sub(1)?, 0)?;
    // "Secretary of the Security Council | Enkh Bayar": whatever stands behind the last word of the body's name
    let behind = (span.start..given).rev().find(|&t| r.lexicon.ends_body(doc.word(t))).map(|t| Span::new(t + 1, span.end));
    let whole = |s: &Span<Tok>| {
        s.len() == 2 && s.range().all(|t| capital(doc.word(t)) && doc.tokens[t].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(t)))
    };
    if let Some(person) = behind.filter(whole).or_else(|| behind_state(r, span)) {
        return Some(person);
    }
    // "Norlund | Henri Ruiz-Gil": a given name, and nothing but names behind it
    let surname =
        |t: usize| capital(doc.word(t)) && doc.tokens[t].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(t)) || doc.word(t) == "-";
    let named = |g: &usize| crate::gazetteer::is_male(doc.word(*g)).is_some() && (*g + 1..span.end).all(surname);
    (span.start + 1..=given).find(named).map(|given| Span::new(given, span.end))
}

/// What stands behind a state's name of several words.
fn behind_state(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let state = (span.start..span.end.min(span.start + 2)).find_map(|t| {
        let (len, known) = gazette::longest_at(r, t, span.end - t)?;
        (known.kind == NameKind::State).then_some(t + len)
    })?;
    let person = Span::new(state, span.end);
    let name = |t: usize| capital(doc.word(t)) && doc.tokens[t].pos == Pos::Propn && !r.lexicon.ends_body(doc.word(t));
    ((2..=LONGEST_PERSON).contains(&person.len()) && person.range().all(name)).then_some(person)
}

/// Most words of a person's name behind a state's.
const LONGEST_PERSON: usize = 4;

/// Takes article, office, demonym and "'s" off a name.
pub fn trim(r: Reading<'_>, mut span: Span<Tok>, kind: NameKind) -> Span<Tok> {
    let doc = r.doc;
    while !span.is_empty() {
        let last = span.end - 1;
        let edge = doc.tokens[last].pos == Pos::Part
            || matches!(kind, NameKind::Organization | NameKind::Place | NameKind::Person)
                && doc.tokens[last].pos == Pos::Adp
                && span.len() > 1
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
    // "Fisheries Agency | (Chile": a bracket that no name closes
    if let Some(open) = (span.start + 1..span.end).find(|&t| doc.word(t) == "(").filter(|&o| !(o..span.end).any(|t| doc.word(t) == ")")) {
        span.end = open;
    }
    // "paid Kestrel | 1.5bn euros"
    if let Some(amount) = (span.start + 1..span.end).find(|&t| is_amount(doc.word(t))) {
        span.end = amount;
    }
    if kind == NameKind::Organization {
        span.end = without_things(r, span);
        // "State Council **He** | Lifeng"
        let name_behind = doc.tokens.get(span.end).is_some_and(|t| t.pos == Pos::Propn && !t.sentence_start);
        if span.len() > 1 && name_behind && r.lexicon.is_surname_too(doc.word(span.end - 1)) {
            span.end -= 1;
        }
    }
    if kind == NameKind::Person {
        // an agency's name in capitals before the person in the picture: "REUTERS Ana Lopes", but "the Australian firm KLM Harding"
        let body = span.start.checked_sub(1).is_some_and(|t| r.lexicon.introduces_body(&doc.lemma(t).to_lowercase()));
        while !body
            && span.len() > 1
            && shouted(doc.word(span.start)).is_some_and(|w| w.len() > 2)
            && shouted(doc.word(span.start + 1)).is_none()
        {
            span.start += 1;
        }
        // "**Caption** Ana Ruiz"
        let none = |t: usize| r.lexicon.is_no_name(doc.word(t)) && !r.lexicon.is_honorific(doc.word(t)) && !is_generation(r, t);
        while span.len() > 1 && none(span.start) {
            span.start += 1;
        }
        // "Ana Ruiz **REUTERS**"
        while span.len() > 1 && none(span.end - 1) {
            span.end -= 1;
        }
        // the last office inside the span ends what is no name: "Prime Minister | Narendra Modi"
        while span.len() > 1 {
            let word = doc.word(span.start);
            // "Chief | Minister Ana Ruiz", where the recognizer begins amid the office
            let floor = span.start.saturating_sub(1).max(doc.sentence_of(span.start).start);
            let office = (span.start..span.end - 1)
                .rev()
                .find(|&e| r.lexicon.office_ending_at(doc, e, floor).is_some_and(|o| o.tokens.start <= span.start));
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
pub fn grow(r: Reading<'_>, mut span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    if span.is_empty() {
        return span;
    }
    let free = |i: usize| doc.name_at(i).is_none_or(NameSpan::is_person);
    span.end = with_father(r, span);
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
            && gazette::known_at(r, next, 1).is_none()
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
        } else if token.space_after && !token.sentence_start && is_short_surname(r, before) && span.len() <= 2 {
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
            && !r.lexicon.is_no_name(doc.word(before))
            && !is_field(r, before)
            && r.gazetteer.demonym(doc.word(before)).is_none()
            && gazette::known_at(r, before, 1).is_none()
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

/// Where a body's name ends of which only what it has makes more: "**Vestra**'s opposition".
fn without_things(r: Reading<'_>, span: Span<Tok>) -> usize {
    let doc = r.doc;
    let owner = (span.start + 1..span.end).find(|&t| r.lexicon.is_genitive(doc.word(t)));
    let things = |from: usize| (from..span.end).all(|t| doc.tokens[t].pos == Pos::Noun && !capital(doc.word(t)));
    owner.filter(|&mark| mark + 1 < span.end && things(mark + 1)).unwrap_or(span.end)
}

/// "Minister **Do** Hung Viet": a small word with a capital, behind one with a capital.
fn is_short_surname(r: Reading<'_>, t: usize) -> bool {
    let behind_capital = t > 0 && capital(r.doc.word(t - 1)) && r.doc.sentence_index(t - 1) == r.doc.sentence_index(t);
    r.lexicon.is_surname_too(r.doc.word(t)) && behind_capital && !r.headline
}

/// Where a name ends that goes on with the father's: "Ismail ibni | Almarhum Sultan Idris".
fn with_father(r: Reading<'_>, span: Span<Tok>) -> usize {
    let doc = r.doc;
    let father = |t: &usize| r.lexicon.ties.around.patronymics.contains(&doc.word(*t).to_lowercase());
    let sentence = doc.sentence_of(span.start).end;
    let Some(first) = (span.start + 1..(span.end + 1).min(sentence)).find(father) else { return span.end };
    // "Salem bin Idris | Tuesday", "… | Foreign Minister Ana Ruiz"
    let other = |t: usize| {
        let office = (t..doc.len().min(t + 2)).any(|end| r.lexicon.office_ending_at(doc, end, t).is_some());
        super::is_number_or_date(doc, t) || office && !r.lexicon.ties.around.fathers_titles.contains(&doc.word(t).to_lowercase())
    };
    let goes_on = |t: &usize| father(t) || capital(doc.word(*t)) && doc.tokens[*t].pos.is_nominal() && !other(*t);
    let end = (first + 1..sentence.min(first + FATHER)).take_while(goes_on).last().map_or(span.end, |last| last + 1);
    end.max(span.end)
}

/// Most words of a father's name.
const FATHER: usize = 9;

/// "Ana **de** Ruiz", of which the recognizer sees the last word alone, and takes that for a body or a place.
pub fn behind_small_word(r: Reading<'_>, span: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let first = span.start.checked_sub(2).filter(|_| span.len() == 1)?;
    let of_name =
        |t: usize| doc.tokens[t].pos == Pos::Propn && doc.tokens[t].relation == Relation::Compound && doc.tokens[t].head == span.start;
    let small = r.lexicon.ties.around.within_person.contains(doc.word(first + 1));
    let free = doc.name_at(first).is_none() && doc.name_at(first + 1).is_none();
    let given = of_name(first) && of_name(first + 1) && capital(doc.word(first)) && r.lexicon.office_ending_at(doc, first, first).is_none();
    let known = gazette::known_at(r, first, 3).is_some() || gazette::known_at(r, first, 1).is_some();
    (small && free && given && !known && !r.headline).then(|| Span::new(first, span.end))
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

#[cfg(test)]
mod tests {
    use super::is_amount;

    #[test]
    fn a_fraction_or_a_multiple_is_an_amount() {
        assert!(["1.55bn", "3.2", "40m", "900k"].into_iter().all(is_amount));
    }

    #[test]
    fn a_number_that_names_have_is_none() {
        assert!(["2000", "54", "7", "A330", "Kestrel", "20th-century"].into_iter().all(|word| !is_amount(word)));
    }
}
