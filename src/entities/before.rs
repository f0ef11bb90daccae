//! What is glued to the front of a name: offices, and forms of address.

use super::{
    lexicon::{Gender, PronounKind},
    names::{self, Name, NameKind, Reading, capital},
    title::{Office, Title, before_brackets, before_short_form, is_several, occupation_ending, office_ending},
};
use crate::{
    language::{Doc, Pos, Relation},
    record::Role,
};

/// What stands before a name.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// First token of what belongs to the name.
    pub start: usize,
    /// Offices, from the nearest to the farthest.
    pub titles: Vec<Title>,
    /// What a form of address tells.
    pub gender: Option<Gender>,
    /// True for an office in the plural, which those named behind the first hold too: "Senators A and B".
    pub shared: bool,
}

/// Reads the offices and forms of address glued to the front of the name that begins at `name_start`.
pub fn before(r: Reading<'_>, names: &[Name], name_start: usize) -> Before {
    let doc = r.doc;
    let mut found = Before { start: name_start, ..Before::default() };
    if name_start >= doc.len() {
        return found;
    }
    let floor = doc.sentence_of(name_start).start;
    while found.start > floor {
        let last = found.start - 1;
        let word = doc.word(last);
        if last > floor && capital(word) && names::is_address_of_two(r, last - 1) {
            // "the Right Rev.", "**Her** Majesty"
            found.gender = found.gender.or_else(|| gender_of(r, last - 1));
            found.start = last - 1;
        } else if let Some(office) = office_ending(r, names, last, floor) {
            found.gender = found.gender.or(office.title.gender);
            found.start = office.tokens.start;
            found.shared |= is_shared(r, last);
            found.titles.push(office.title);
        } else if let Some(office) =
            occupation_ending(r, names, last, floor).filter(|_| found.start == name_start || found.titles.is_empty())
        {
            found.start = office.tokens.start;
            found.titles.push(office.title);
        } else if last > floor && is_marked(r, last) {
            found.start = last;
        } else if r.lexicon.is_address(word) && (capital(word) || word.ends_with('.')) {
            found.gender = found.gender.or_else(|| r.lexicon.gender_of(word));
            // "**His** Excellency", amid a sentence or at its front
            let whose =
                |t: &usize| doc.tokens[*t].pos == Pos::Pron && doc.tokens[*t].relation == Relation::Possessor && capital(doc.word(*t));
            // "His **Royal** Highness"
            let before = (floor..last).rev().find(|&t| !r.lexicon.is_inside_title(doc.word(t)));
            let before = before.filter(|_| r.lexicon.is_honorific(word)).filter(whose);
            found.start = before.unwrap_or(last);
            found.gender = found.gender.or_else(|| before.and_then(|t| gender_of(r, t)));
            if let Some(full) = r.lexicon.abbreviation(word) {
                let head = r.lexicon.head_within(full);
                let country = r.lexicon.country_of_office(&full.to_lowercase(), &head).map(str::to_owned);
                found.titles.push(Title {
                    gender: None,
                    assumed: country.is_some(),
                    role: Role { title: word.to_owned(), former: false, of: None, country },
                    head,
                });
            }
        } else if let Some(office) = before_bodies(r, names, last, floor).filter(|_| found.titles.is_empty()) {
            found.gender = found.gender.or(office.title.gender);
            found.start = office.tokens.start;
            found.titles.push(office.title);
        } else if let Some(office) = before_brackets(doc, last, floor).and_then(|last| office_ending(r, names, last, floor)) {
            found.gender = found.gender.or(office.title.gender);
            found.start = office.tokens.start;
            found.titles.push(office.title);
        } else if doc.tokens[last].pos == Pos::Cconj
            && !found.titles.is_empty()
            && last > floor
            && office_ending(r, names, before_short_form(doc, last - 1, floor).unwrap_or(last - 1), floor)
                .is_some_and(|o| !is_another(r, &o, &found.titles))
            && !is_somebody(r, last - 1, &found.titles)
        {
            // "Minister for Home Affairs and Minister for Law | K Omandi"
            found.start = last;
        } else if word == ","
            && !found.titles.is_empty()
            && last > floor
            && office_ending(r, names, last - 1, floor).is_some_and(|o| is_first_of_list(doc, names, &o))
        {
            // "met Minister for Trade, Minister for Health and Minister for Law | K Omandi"
            found.start = last;
        } else if let Some(office) = before_comma(r, names, last, name_start).filter(|_| found.titles.is_empty()) {
            found.gender = found.gender.or(office.title.gender);
            found.start = office.tokens.start;
            found.titles.push(office.title);
        } else {
            break;
        }
    }
    found
}

/// "met **Minister in the Prime Minister's Office**, Dr | Ana Ruiz": an office with its field, without an article, and who holds it; no "on
/// behalf of the Minister for Trade, Ana Ruiz said".
fn before_comma(r: Reading<'_>, names: &[Name], comma: usize, name: usize) -> Option<Office> {
    let doc = r.doc;
    let floor = doc.sentence_of(name).start;
    let last = comma.checked_sub(1).filter(|&l| doc.word(comma) == "," && l > floor)?;
    let office = office_ending(r, names, last, floor).filter(|o| is_first_of_list(doc, names, o) && capital(doc.word(o.tokens.start)))?;
    let whole = names::holding(names, name)?.tokens;
    let head = whole.range().find(|&t| !whole.holds(doc.tokens[t].head))?;
    // where the tree holds the two together they are two mentions
    let held = doc.tokens[head].relation == Relation::Apposition || doc.appositions(head).any(|t| office.tokens.holds(t));
    let acts = doc.tokens[head].relation == Relation::Subject && office.tokens.start > floor;
    (!acts && !held && r.lexicon.has_portfolio(&office.title.head)).then_some(office)
}

/// What a pronoun before a form of address tells: "**Her** Royal Highness".
fn gender_of(r: Reading<'_>, t: usize) -> Option<Gender> {
    match r.lexicon.pronoun(r.doc.word(t)) {
        Some(PronounKind::Person(gender)) => Some(gender),
        _ => None,
    }
}

/// The mark behind a form of address that was cut from it: "Dato**’** Ana Ruiz".
pub(super) fn is_marked(r: Reading<'_>, t: usize) -> bool {
    matches!(r.doc.word(t), "'" | "’") && t > 0 && r.lexicon.is_address(r.doc.word(t - 1))
}

/// "**SM** and Prime Minister | Ana Ruiz": an office by its abbreviation alone is its holder's name, before an office that goes with no other.
fn is_somebody(r: Reading<'_>, t: usize, behind: &[Title]) -> bool {
    let word = r.doc.word(t);
    let abbreviated = word.chars().all(char::is_uppercase) && r.lexicon.abbreviation(word).is_some_and(|full| full != word);
    abbreviated && behind.last().is_some_and(|title| r.lexicon.is_sole_office(&title.head) || title.role.title.to_lowercase() == title.head)
}

/// "**the Prime Minister** and President | Ana Ruiz": the first offices of two states are two people's.
fn is_another(r: Reading<'_>, office: &Office, behind: &[Title]) -> bool {
    let bare = |title: &Title| r.lexicon.ties.around.chiefs.contains(&title.head) && title.role.title.to_lowercase() == title.head;
    let article = office.tokens.start.checked_sub(1).is_some_and(|t| r.doc.tokens[t].pos == Pos::Det);
    article && bare(&office.title) && behind.last().is_some_and(|title| bare(title) && title.head != office.title.head)
}

/// "**Minister of State (MS)**, Ministry of Trade and Ministry of Health, | Ana Ruiz": an office, the bodies that it is in, and the name.
fn before_bodies(r: Reading<'_>, names: &[Name], comma: usize, floor: usize) -> Option<Office> {
    let doc = r.doc;
    let mut start = comma;
    while start > floor + 2 && (doc.word(start) == "," || doc.tokens[start].pos == Pos::Cconj) {
        let body =
            names::ending(names, start).filter(|n| n.kind == NameKind::Organization && r.lexicon.begins_body(doc.word(n.tokens.start)));
        let Some(body) = body else { break };
        start = body.tokens.start.checked_sub(1)?;
    }
    let end = start.checked_sub(1).filter(|&e| start < comma && doc.word(start) == "," && e > floor)?;
    let end = before_short_form(doc, end, floor).unwrap_or(end);
    office_ending(r, names, end, floor).filter(|o| r.lexicon.has_portfolio(&o.title.head))
}

/// True for an office with its field, without an article, and behind no name: the first of several that one person holds.
fn is_first_of_list(doc: &Doc, names: &[Name], office: &Office) -> bool {
    let before = office.tokens.start.checked_sub(1);
    office.tokens.len() > 2
        && before.is_none_or(|b| {
            doc.tokens[b].pos != Pos::Det && !(doc.word(b) == "," && names::ending(names, b).is_some_and(|n| n.kind == NameKind::Person))
        })
}

/// True for an office in the plural: "Senators", "Sens.".
fn is_shared(r: Reading<'_>, t: usize) -> bool {
    let word = r.doc.word(t);
    r.doc.is_plural(t)
        || is_several(r, t)
        || word.trim_end_matches('.').strip_suffix('s').is_some_and(|one| r.lexicon.abbreviation(one).is_some())
}
