//! How far a ministry's name reaches: "Ministry of Culture and Tourism of Chile | on Cooperation in …".

use std::collections::HashSet;

use super::{Name, NameKind, Reading, capital};
use crate::{
    entities::gazette,
    gazetteer::BodyKind,
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// Takes from a body's name what only follows it, and gives it the rest of its field and its state.
pub fn extent(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    let span = without_matter(r, span);
    if !of_field(r, span) {
        return span;
    }
    with_state(r, with_field(r, span))
}

/// "the G20 | Summit", "ASEAN | Centrality": the body that the gazetteer knows, without what it only has or holds.
pub fn without_occasion(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    let known = gazette::longest_at(r, span.start, span.len()).filter(|(len, k)| *len < span.len() && k.kind == NameKind::Organization);
    let Some((len, _)) = known else { return span };
    let last = span.end - 1;
    let rest = span.start + len..span.end;
    let body =
        rest.clone().any(|t| r.lexicon.ends_body(doc.word(t)) || doc.tokens[t].pos == Pos::Adp || r.lexicon.begins_body(doc.word(t)));
    // "the UN Climate Panel" is another; "Renault **Trucks**" is a company of its own, "Airbus **A380**" what one makes
    let company = r.gazetteer.body(doc.words(Span::new(span.start, rest.start))).is_some_and(|b| b.kind == BodyKind::Company);
    let other = company && doc.word(last).chars().all(char::is_alphabetic);
    let occasion = r.lexicon.is_no_name(doc.word(last)) || rest.len() == 1 && doc.tokens[last].pos.is_nominal() && !other;
    if occasion && !body { Span::new(span.start, span.start + len) } else { span }
}

/// "the Ministry of Health **on** Cooperation": what an agreement is about; but "the Council **on** Foreign Relations".
fn without_matter(r: Reading<'_>, mut span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    let of_field = |t: usize| !r.lexicon.ends_body(doc.word(t - 1)) && of_field(r, Span::new(span.start, t));
    // "the Chilean Development Bank **on** Ports": no council's field
    let field = |t: usize| r.lexicon.ties.around.bodies_on.contains(&doc.word(t - 1).to_lowercase());
    let matter = |t: &usize| r.lexicon.ties.tells_matter(doc.word(*t)) && (of_field(*t) || !(span.start + 1..=*t).any(field));
    if let Some(on) = (span.start + 2..span.end).find(matter) {
        span.end = on;
    }
    while span.len() > 1 && r.lexicon.ties.around.never_last.contains(doc.word(span.end - 1)) {
        span.end -= 1;
    }
    span
}

/// "the small **Greens party**": the body behind a name for those who are in it, where they are no state's people.
pub fn of_partisans(r: Reading<'_>, span: Span<Tok>) -> Option<Name> {
    let doc = r.doc;
    let tokens = Span::new(span.start, span.end + 1);
    let head = doc.tokens.get(span.end)?;
    let noun = head.pos == Pos::Noun && r.lexicon.is_movement(doc.lemma(span.end)) && !doc.is_plural(span.end);
    let own = span.range().all(|t| capital(doc.word(t)) && r.gazetteer.demonym(doc.word(t)).is_none() && doc.tokens[t].pos == Pos::Propn);
    (noun && own).then_some(Name { tokens, kind: NameKind::Organization, country: None, canonical: None, sure: true })
}

/// "the premier's **Norlund** party": a body's name with the word for those who are in it.
pub fn with_movement(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    let next = |t: &crate::language::Token| t.pos == Pos::Noun && t.relation != Relation::Compound;
    let movement = doc.tokens.get(span.end).is_some_and(next) && r.lexicon.is_movement(doc.lemma(span.end)) && !doc.is_plural(span.end);
    let before = || doc.tokens[span.end - 1].head == span.end && capital(doc.word(span.start));
    if movement && !span.is_empty() && before() { Span::new(span.start, span.end + 1) } else { span }
}

/// "Memorandum of Understanding on Ports | **between Chile and Peru**": where the name of what two have signed ends.
pub fn without_parties(r: Reading<'_>, span: Span<Tok>) -> usize {
    let sets = |t: &usize| r.lexicon.ties.around.sets_parties.contains(&r.doc.word(*t).to_lowercase());
    (span.start + 1..span.end).find(sets).unwrap_or(span.end)
}

/// "the MOU on Trade between the **Port Authority of Chile**": the first party, in one name with the paper's.
pub fn party_within(r: Reading<'_>, cut: Span<Tok>) -> Option<Span<Tok>> {
    let doc = r.doc;
    let start = (cut.start + 1..cut.end).find(|&t| doc.tokens[t].pos != Pos::Det)?;
    let body = r.lexicon.begins_body(doc.word(start)) || r.lexicon.is_government(&doc.word(start).to_lowercase());
    (body && capital(doc.word(start))).then(|| Span::new(start, cut.end))
}

/// "the **MOU on Trade**", "the **Joint Declaration** on Fish": a paper, by the noun before what it is on.
pub fn is_paper(r: Reading<'_>, span: Span<Tok>) -> bool {
    let around = &r.lexicon.ties.around;
    let is = |set: &HashSet<String>, t: usize| set.contains(&r.doc.word(t).to_lowercase());
    let noun = span.range().take(BEFORE).find(|&t| is(&around.papers, t));
    noun.is_some_and(|noun| (noun + 1..span.end).take(BEFORE).any(|t| is(&around.topics, t)))
}

/// "**Letters of Interest**": what papers are called.
pub fn is_called_paper(r: Reading<'_>, span: Span<Tok>) -> bool {
    r.lexicon.ties.around.paper_names.contains(&r.doc.words(span).to_lowercase())
}

/// How many words may stand before the noun of a paper's name, and between it and what it is on: "Joint", "of Understanding".
const BEFORE: usize = 3;

/// "the Chilean **Ministry of** Trade"
fn of_field(r: Reading<'_>, span: Span<Tok>) -> bool {
    let doc = r.doc;
    (span.start + 1..span.end).any(|t| r.lexicon.ties.around.field.contains(doc.word(t)) && r.lexicon.begins_body(doc.word(t - 1)))
}

/// "Ministry of Culture **and Tourism**", "the Chilean ministry of culture **and tourism**"
fn with_field(r: Reading<'_>, mut span: Span<Tok>) -> Span<Tok> {
    let doc = r.doc;
    let small = !capital(doc.word(span.end - 1));
    let field = |t: usize| doc.tokens.get(t).is_some_and(|_| (small || capital(doc.word(t))) && r.lexicon.is_field(doc.word(t)));
    while doc.tokens.get(span.end).is_some_and(|t| t.pos == Pos::Cconj && !t.sentence_start) && field(span.end + 1) {
        span.end += 2;
        while field(span.end) && !doc.tokens[span.end].sentence_start {
            span.end += 1;
        }
    }
    span
}

/// "Ministry of Justice **of Chile**"
fn with_state(r: Reading<'_>, span: Span<Tok>) -> Span<Tok> {
    Span::new(span.start, gazette::state_behind(r, span.end).unwrap_or(span.end))
}

/// "**Chile's** Senate": a body that readers know as one state's is another's where that one is told to have it.
pub fn give_owners(r: Reading<'_>, names: &mut [Name]) {
    let owner = |i: usize| {
        // "the **Nigerian** Senate"
        let start = names[i].tokens.start;
        if let Some(code) = start.checked_sub(1).and_then(|t| r.gazetteer.demonym(r.doc.word(t))) {
            return Some(code.to_string()).filter(|c| names[i].country.as_ref() != Some(c));
        }
        let mark = start.checked_sub(1).filter(|&m| r.doc.tokens[m].pos == Pos::Part)?;
        let state = names[..i].last().filter(|s| s.tokens.end == mark && s.kind == NameKind::State)?;
        state.country.clone().filter(|c| names[i].country.as_ref() != Some(c))
    };
    let known = |n: &Name| n.kind == NameKind::Organization && n.country.is_some() && n.tokens.len() == 1;
    let owners: Vec<Option<String>> = (0..names.len()).map(|i| owner(i).filter(|_| known(&names[i]))).collect();
    for (name, country) in names.iter_mut().zip(owners).filter_map(|(n, c)| Some((n, c?))) {
        (name.country, name.canonical) = (Some(country), None);
    }
}
