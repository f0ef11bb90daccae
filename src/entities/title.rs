//! Offices: how their words are put together, behind a name in apposition, or for it.

use super::{
    before,
    lexicon::Gender,
    names::{self, Name, NameKind, Reading, capital},
};
use crate::{
    language::{Doc, Pos, Relation},
    record::Role,
    text::{Span, Tok},
};

/// An office as the article words it once.
#[derive(Debug, Clone, PartialEq)]
pub struct Title {
    /// Its head in singular and lower case: "prime minister".
    pub head: String,
    /// What the record says of it.
    pub role: Role,
    /// What it tells of its holder.
    pub gender: Option<Gender>,
    /// True where no word tells the country, only that the office is known in one.
    pub assumed: bool,
}

/// An office's phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// All its words.
    pub tokens: Span<Tok>,
    /// The noun that it turns on.
    pub head: usize,
    /// What it says.
    pub title: Title,
}

impl Office {
    /// The same office in a body of that name.
    pub fn of(mut self, body: &str) -> Self {
        self.title.role.of = Some(body.to_owned());
        self
    }
}

/// The last word before a short form in brackets: "Director of the Space **Agency** (SA) | Ana Ruiz".
pub(super) fn before_short_form(doc: &Doc, last: usize, floor: usize) -> Option<usize> {
    let open = last.checked_sub(2).filter(|&o| o > floor)?;
    (doc.word(last) == ")" && doc.word(open) == "(" && names::shouted(doc.word(last - 1)).is_some()).then(|| open - 1)
}

/// The same before any brackets of capitals, which tell the field: "Minister of **State** (Foreign Affairs) (Trade) | Ana Ruiz".
pub(super) fn before_brackets(doc: &Doc, last: usize, floor: usize) -> Option<usize> {
    let mut end = last;
    while doc.word(end) == ")" {
        let open = (end.saturating_sub(BRACKETS).max(floor)..end).rev().find(|&t| doc.word(t) == "(")?;
        if !(open + 1..end).all(|t| capital(doc.word(t)) || doc.tokens[t].pos == Pos::Cconj) {
            return None;
        }
        end = open.checked_sub(1).filter(|&e| e > floor)?;
    }
    (end < last).then_some(end)
}

/// Most words of such brackets.
const BRACKETS: usize = 8;

/// How many words what an office is for may have: "Secretary-General of the General Secretariat for Defence and National Security".
const LONGEST_FIELD: usize = 14;

/// The office whose words end with token `last`: "Minister of Foreign Affairs", "Iranian Foreign Minister".
pub(super) fn office_ending(r: Reading<'_>, names: &[Name], last: usize, floor: usize) -> Option<Office> {
    let doc = r.doc;
    if let Some(head) = r.lexicon.office_ending_at(doc, last, floor).filter(|h| !ends_body(doc, names, h.tokens)) {
        return Some(read(r, names, head.tokens, head.head, None, floor));
    }
    // "President-elect"
    if r.lexicon.is_coming(doc.word(last)) && last > floor + 1 && doc.word(last - 1) == "-" {
        let head = r.lexicon.office_ending_at(doc, last - 2, floor)?;
        let mut office = read(r, names, head.tokens, head.head, None, floor);
        office.title.role.title.push_str(doc.words(Span::new(last - 1, last + 1)));
        office.tokens.end = last + 1;
        return Some(office);
    }
    // "Minister of Foreign Affairs | Bruno Rodriguez": back over the capitals to the "of"
    let mut i = last;
    let mut steps = 0;
    let mut sent_from = None;
    while i > floor && steps < LONGEST_FIELD {
        let word = doc.word(i);
        // "envoy to Chile | Ana Ruiz", but "secretary to | Ana Ruiz"
        let sent = || {
            names::ending(names, last + 1).is_some_and(|n| {
                let article = i + 2 == n.tokens.start && doc.tokens[i + 1].pos == Pos::Det;
                (n.country.is_some() || n.kind == NameKind::Organization) && (article || n.tokens.start == i + 1)
            })
        };
        let inside = || r.lexicon.ties.around.field_inside.contains(word) && doc.tokens.get(i + 1).is_some_and(|t| t.pos == Pos::Det);
        // "Vice President for Europe **at** Norlund Group | Ana Ruiz"
        let behind = i < last && r.lexicon.ties.around.office_behind.contains(doc.lemma(i)) && doc.tokens[i].pos == Pos::Adp;
        let next = i + 1 + usize::from(i + 2 < doc.len() && names::extent::is_quote(doc, i + 1));
        let at_name = || behind && names::holding(names, next).is_some_and(|n| n.kind != NameKind::Person && n.tokens.start == next);
        if (r.lexicon.ties.around.field.contains(word) || inside() || at_name() || r.lexicon.ties.is_sent(doc.lemma(i), false) && sent())
            && let Some(head) = r.lexicon.office_ending_at(doc, i - 1, floor)
        {
            // "Ambassador of Peru **to Chile** | Ana Ruiz": where its holder is sent tells not whose it is
            let end = sent_from.filter(|_| !r.lexicon.ties.is_sent(doc.lemma(i), false)).unwrap_or(last + 1);
            let mut office = read(r, names, head.tokens, head.head, Some(Span::new(i, end)), floor);
            office.tokens.end = last + 1;
            return Some(office);
        }
        // "Secretary of the Workers' Party (WP) Central Committee"
        if let Some(body) = before_short_form(doc, i, floor).filter(|_| i < last) {
            i = body;
            continue;
        }
        let field = matches!(doc.tokens[i].pos, Pos::Noun | Pos::Adj) && doc.word(i).starts_with(char::is_lowercase);
        // "CEO at “Norlund” | Ana Ruiz"
        let quoted = names::extent::is_quote(doc, i);
        let part =
            field || behind || quoted || capital(word) && !r.lexicon.is_address(word) || r.lexicon.ties.around.within_office.contains(word);
        let edge = i == last && !quoted && !matches!(doc.tokens[i].pos, Pos::Noun | Pos::Propn | Pos::Adj);
        let another = names::holding(names, i).is_some_and(|n| n.kind == NameKind::Person);
        if behind && r.lexicon.ties.is_sent(doc.lemma(i), false) {
            sent_from = Some(i);
        }
        if !part || edge || another || doc.tokens[i].pos == Pos::Verb {
            return None;
        }
        i -= 1;
        steps += 1;
    }
    None
}

/// "Member of the Council of **Ministers** | Ana Ruiz": an office's word at the end of a body's name.
fn ends_body(doc: &Doc, names: &[Name], head: Span<Tok>) -> bool {
    let of = head.start.checked_sub(1).filter(|&t| doc.tokens[t].pos == Pos::Adp);
    of.is_some_and(|t| names::holding(names, t).is_some_and(|n| n.kind == NameKind::Organization && n.tokens.covers(head)))
}

/// "Envoys": the plural of an office's last word, whose tag may not tell so.
pub(super) fn is_several(r: Reading<'_>, t: usize) -> bool {
    r.doc.word(t).ends_with('s') && r.lexicon.office_ending_at(r.doc, t, t).is_some_and(|o| !o.head.ends_with('s'))
}

/// What somebody does, right before the name, whatever it is: "the playwright | Jane Roe", "club captain | Jane Roe".
pub(super) fn occupation_ending(r: Reading<'_>, names: &[Name], last: usize, floor: usize) -> Option<Office> {
    let doc = r.doc;
    let token = &doc.tokens[last];
    let names_one = token.relation == Relation::Compound && token.head > last
        || doc.tokens.get(last + 1).is_some_and(|_| doc.children_by(last, Relation::Apposition).next().is_some());
    let fits = token.pos == Pos::Noun
        && names_one
        && !doc.is_plural(last)
        && doc.word(last).chars().all(char::is_lowercase)
        && doc.word(last).chars().count() > 2
        && names::holding(names, last).is_none()
        && !r.lexicon.is_kin(doc.lemma(last))
        && !r.lexicon.is_inside_title(doc.word(last))
        && !r.lexicon.is_address(doc.word(last))
        && doc.name_at(last).is_none();
    fits.then(|| read(r, names, Span::new(last, last + 1), doc.lemma(last).to_lowercase(), None, floor))
}

/// The phrase of an occupation that stands as a second name beside somebody's name: "Jane Roe, a playwright, …".
pub fn occupation_at(r: Reading<'_>, names: &[Name], h: usize) -> Option<Office> {
    let doc = r.doc;
    let token = &doc.tokens[h];
    let person = |t: usize| names::holding(names, t).is_some_and(|n| n.kind == NameKind::Person);
    let beside = doc.apposed_to(h).is_some_and(person) || doc.appositions(h).any(person);
    let fits = token.pos == Pos::Noun
        && beside
        && !doc.is_plural(h)
        && doc.word(h).chars().all(char::is_lowercase)
        && names::holding(names, h).is_none()
        && doc.name_at(h).is_none()
        && !r.lexicon.is_kin(doc.lemma(h))
        && !r.lexicon.is_thing(doc.lemma(h));
    let floor = doc.sentence_of(h).start;
    fits.then(|| read(r, names, Span::new(h, h + 1), doc.lemma(h).to_lowercase(), behind(r, names, h, h + 1), floor))
}

/// The office's phrase whose head noun is token `h`: a description, an apposition, what follows a copula.
pub fn at(r: Reading<'_>, names: &[Name], h: usize) -> Option<Office> {
    let doc = r.doc;
    if !doc.tokens[h].pos.is_nominal() && doc.tokens[h].pos != Pos::Adj
        || names::holding(names, h).is_some_and(|n| n.kind == NameKind::Person)
    {
        return None;
    }
    let floor = doc.sentence_of(h).start;
    // "the president-**elect**"
    if r.lexicon.is_coming(doc.word(h)) && h > floor + 1 && doc.word(h - 1) == "-" {
        return office_ending(r, names, h, floor);
    }
    let head =
        (h..(h + 4).min(doc.len())).rev().find_map(|end| r.lexicon.office_ending_at(doc, end, floor).filter(|o| o.tokens.holds(h)))?;
    // "the foreign and **defence** ministers": several, whose noun stands behind
    if head.tokens.end - 1 != h && doc.is_plural(head.tokens.end - 1) {
        return None;
    }
    let behind = behind(r, names, h, head.tokens.end);
    // ", Minister for Trade | Ana Ruiz,": hers, whatever the tree hangs it on
    let named_next = |end: usize| {
        let next = (end..doc.len()).find(|&t| !r.lexicon.is_address(doc.word(t)) && !before::is_marked(r, t));
        next.and_then(|t| names::holding(names, t)).is_some_and(|n| n.kind == NameKind::Person)
    };
    let held = |span: Span<Tok>| names::inside(names, span).any(|n| n.kind == NameKind::Person) || named_next(span.end);
    if behind.is_some_and(held) {
        return None;
    }
    Some(read(r, names, head.tokens, head.head, behind, floor))
}

/// The "of …" behind an office's head, up to where its own phrase ends.
fn behind(r: Reading<'_>, names: &[Name], h: usize, end: usize) -> Option<Span<Tok>> {
    let doc = r.doc;
    let marker = doc.tokens.get(end).filter(|t| t.pos == Pos::Adp)?;
    if !r.lexicon.ties.around.office_behind.contains(marker.lemma.as_str()) {
        return None;
    }
    // "the visit of the **minister** to Peru"
    let posted = || end.checked_sub(1).is_some_and(|t| r.lexicon.ties.is_posted(&doc.lemma(t).to_lowercase()));
    if r.lexicon.ties.is_sent(&marker.lemma, false) && !posted() {
        return None;
    }
    let noun = doc.obliques(h).into_iter().find(|o| o.marker == end).map(|o| o.noun)?;
    if doc.is_verbal(noun) {
        return None;
    }
    let mut last = noun;
    let name = names::holding(names, noun);
    if let Some(name) = name {
        last = name.tokens.end - 1;
    }
    // "Minister of External Relations of Angola"
    if name.is_none_or(|n| n.country.is_none())
        && let Some(furthest) =
            doc.obliques(noun).into_iter().filter(|o| r.lexicon.ties.around.name_of.contains(doc.lemma(o.marker))).map(|o| o.noun).max()
    {
        last = last.max(furthest);
    }
    // "Minister for Europe and Foreign Affairs"
    let field = |m: usize| r.lexicon.is_field(doc.word(m)) && r.lexicon.office_ending_at(doc, m, m).is_none();
    if let Some(&member) = doc.conjuncts_from(noun).iter().find(|&&m| m > last && m <= last + 3 && field(m)).filter(|_| name.is_some()) {
        last = member;
    }
    if name.is_none()
        && let Some(&member) = doc.conjuncts_from(noun).iter().find(|&&m| m > last && m <= last + 3)
    {
        last = member;
    }
    (last > end).then(|| Span::new(end, last + 1))
}

/// Puts an office together: what stands before its head and behind it.
fn read(r: Reading<'_>, names: &[Name], head: Span<Tok>, lemma: String, behind: Option<Span<Tok>>, floor: usize) -> Office {
    let doc = r.doc;
    let head_token = head.end - 1;
    let mut role = Role { title: String::new(), former: false, of: None, country: None };
    let mut start = head.start;
    let mut words_from = head.start;
    while start > floor {
        let i = start - 1;
        let word = doc.word(i);
        // "the World Trade Forum **(WTF)** Chairman"
        if let Some(body) = before_short_form(doc, i, floor).filter(|&b| names::ending(names, b + 1).is_some()) {
            start = body + 1;
            continue;
        }
        // "pro-Chile **President** Ana Ruiz"
        if i > floor + 1 && names::is_stood_to(r, i) {
            start = i - 2;
            continue;
        }
        if let Some(name) = names::ending(names, start) {
            // "Minister of Trade of Ghana | Ambassador": the first office's state
            let before = name.tokens.start.checked_sub(1).filter(|&t| name.kind == NameKind::State && t > floor);
            // "of **the** State of Qatar"
            let before = before.map(|t| if doc.tokens[t].pos == Pos::Det { t - 1 } else { t });
            if before.is_some_and(|t| r.lexicon.ties.tells_side(doc.lemma(t))) {
                break;
            }
            // "Chairman of the National Assembly | Sheikh": the first office's body
            let of = (floor + 1..name.tokens.start).rev().find(|&t| doc.tokens[t].pos != Pos::Det);
            let body = matches!(name.kind, NameKind::Organization | NameKind::Other);
            let of = of.filter(|&t| body && doc.tokens[t].pos == Pos::Adp);
            if of.is_some_and(|t| r.lexicon.office_ending_at(doc, t - 1, floor).is_some()) {
                break;
            }
            match name.kind {
                NameKind::Demonym | NameKind::State => {
                    role.country = role.country.or_else(|| name.country.clone());
                    role.of = role.of.or_else(|| name.country.as_deref().and_then(|c| r.gazetteer.country_name(c)).map(str::to_owned));
                }
                NameKind::Organization | NameKind::Seat | NameKind::Other | NameKind::Place => {
                    role.country = role.country.or_else(|| name.country.clone());
                    // "Land Affairs Minister": what the recognizer takes for a body is the office's field
                    if name.country.is_some() || !r.lexicon.has_portfolio(&lemma) {
                        role.of = role.of.or_else(|| Some(doc.words(name.tokens).to_owned()));
                    }
                    words_from = name.tokens.start;
                }
                NameKind::Person => break,
            }
            start = name.tokens.start;
        } else if r.lexicon.is_former(word) {
            role.former = true;
            start = i;
        } else if word == "-" && i > floor && !doc.tokens[i].space_after && !doc.tokens[i - 1].space_after {
            start = i;
            // "far-right leader", but "ex-minister"
            if !r.lexicon.is_former(doc.word(i - 1)) && words_from == i + 1 && doc.tokens[i - 1].pos != Pos::Propn {
                start = i - 1;
                words_from = i - 1;
            }
        } else if r.lexicon.is_coming(word) {
            start = i;
            words_from = i;
        } else if matches!(word, "'s" | "’s") || doc.tokens[i].pos == Pos::Part && doc.tokens[i].relation != Relation::Auxiliary {
            // "Cuba's minister": whose it is, not what it is called
            if let Some(name) = names::ending(names, i).filter(|n| n.kind != NameKind::Person) {
                role.country = role.country.or_else(|| name.country.clone());
                role.of = role.of.or_else(|| Some(of_name(r, name)));
                start = name.tokens.start;
            }
            break;
        } else if let Some(country) = r.gazetteer.demonym(word).filter(|_| capital(word)) {
            // inside what the recognizer takes for a body: "Israeli National Security | Advisor"
            let country = country.to_string();
            role.of = role.of.or_else(|| r.gazetteer.country_name(&country).map(str::to_owned));
            role.country = role.country.or(Some(country));
            start = i;
        } else if modifies(r, i, head_token) {
            start = i;
            words_from = i;
        } else {
            break;
        }
    }
    let mut title = doc.words(Span::new(words_from, head.end)).to_owned();
    let one_of_several = !lemma.eq_ignore_ascii_case(doc.words(head)) && is_several(r, head_token);
    if doc.is_plural(head_token) && lemma.ends_with(doc.lemma(head_token)) || one_of_several {
        let (plural, one) = (doc.word(head_token), lemma.rsplit(' ').next().unwrap_or(&lemma));
        title.truncate(title.len().saturating_sub(plural.len()));
        let mut letters = one.chars();
        match letters.next().filter(|_| capital(plural)) {
            Some(first) => title.extend(first.to_uppercase().chain(letters)),
            None => title.push_str(one),
        }
    }
    let mut end = head.end;
    if let Some(span) = behind {
        end = span.end;
        let inside = names::inside(names, span)
            .find(|n| n.kind != NameKind::Person && n.tokens.end == span.end)
            // "Minister for Defence": what the recognizer takes for a body is the office's field
            .filter(|n| n.country.is_some() || !r.lexicon.has_portfolio(&lemma))
            // "ambassador to Chile", "envoy for Chile": where somebody is sent is not whose; but "minister for trade of Chile"
            .filter(|n| {
                let of = (span.start + 1..n.tokens.start).rev().find(|&t| doc.tokens[t].pos != Pos::Det);
                let owned = of.is_some_and(|t| r.lexicon.ties.around.name_of.contains(doc.word(t)));
                let posted = lemma.rsplit(' ').next().is_some_and(|last| r.lexicon.ties.is_posted(last));
                owned && n.country.is_some() && !posted || !r.lexicon.ties.is_sent(doc.lemma(span.start), r.lexicon.has_portfolio(&lemma))
            });
        if let Some(name) = inside {
            role.country = role.country.or_else(|| name.country.clone());
            role.of = Some(of_name(r, name));
            let mut before = name.tokens.start;
            while before > span.start && r.lexicon.ties.around.before_body.contains(doc.word(before - 1)) {
                before -= 1;
            }
            if before > span.start {
                title.push(' ');
                title.push_str(doc.words(Span::new(span.start, before)));
            } else if !matches!(name.kind, NameKind::State) {
                title.push(' ');
                title.push_str(doc.words(span));
            }
        } else {
            title.push(' ');
            title.push_str(doc.words(span));
            // "commander of the **Chilean** army"
            let side = |n: &&Name| matches!(n.kind, NameKind::Demonym | NameKind::State) && n.tokens.end < span.end;
            let whose = names::inside(names, span).find(side);
            let of_state = |n: &&Name| r.lexicon.names_state_body(doc.words(Span::new(n.tokens.end, span.end)));
            role.country = role.country.or_else(|| whose.filter(of_state).and_then(|n| n.country.clone()));
        }
    }
    let assumed = role.country.is_none();
    if assumed {
        role.country = r.lexicon.country_of_office(&title, &lemma).map(str::to_owned);
    }
    let gender = r.lexicon.gender_of(&lemma);
    role.title = title;
    Office {
        tokens: Span::new(start, end),
        head: head_token,
        title: Title { head: lemma, assumed: assumed && role.country.is_some(), role, gender },
    }
}

fn of_name(r: Reading<'_>, name: &Name) -> String {
    match (&name.country, name.kind) {
        (Some(code), NameKind::State | NameKind::Demonym) => {
            r.gazetteer.country_name(code).map_or_else(|| r.doc.words(name.tokens).to_owned(), str::to_owned)
        }
        _ => r.doc.words(name.tokens).to_owned(),
    }
}

/// True where token `i` is part of the title whose head stands behind it.
fn modifies(r: Reading<'_>, i: usize, head: usize) -> bool {
    let doc = r.doc;
    if r.lexicon.is_honorific(doc.word(i)) {
        return false;
    }
    if r.lexicon.is_inside_title(doc.word(i)) && doc.tokens[i].space_after {
        return true;
    }
    let t = &doc.tokens[i];
    matches!(t.relation, Relation::Compound | Relation::AdjectiveModifier)
        && (t.pos.is_nominal() || t.pos == Pos::Adj)
        && t.head > i
        && t.head <= head + 4
        && t.space_after
}
