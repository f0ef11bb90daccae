//! What speaks of somebody, before it is known of whom: names with what is glued to them, descriptions, pronouns.

use super::{
    before, compounds, governed, governments,
    lexicon::{Gender, PairKind, PronounKind},
    model::Form,
    names::{self, Name, NameKind, Reading},
    title::{self, Office, Title},
};
use crate::{
    language::{Doc, Pos, Relation},
    text::{Span, Tok},
};

/// Words that speak of somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The passage it stands in.
    pub passage: usize,
    /// All its words.
    pub tokens: Span<Tok>,
    /// The token that governs it.
    pub head: usize,
    /// How it speaks.
    pub what: What,
}

/// How a draft speaks of somebody.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// By name.
    Named {
        /// The name itself.
        name: Name,
        /// Its words as the document has them.
        text: String,
        /// Offices glued to it.
        titles: Vec<Title>,
        /// What a form of address or an office tells.
        gender: Option<Gender>,
    },
    /// "the Iranian President", "a spokesman".
    Office {
        /// The office.
        office: Office,
        /// True for "a", "an", "one", "another": somebody new.
        fresh: bool,
    },
    /// "his Cuban counterpart".
    Counterpart {
        /// The token of whose it is.
        possessor: Option<usize>,
        /// The side that a demonym tells.
        country: Option<String>,
    },
    /// "his predecessor", "her successor".
    Succession {
        /// The token of whose.
        possessor: Option<usize>,
        /// True for one who held the office before.
        former: bool,
    },
    /// "one supporter", "the witness".
    Described {
        /// The description, without its article.
        text: String,
        /// The noun in singular.
        noun: String,
        /// True for "a", "one": somebody new.
        fresh: bool,
        /// The side that a demonym or a possessor tells.
        country: Option<String>,
    },
    /// "Republican senators", "the delegation".
    Group {
        /// The description, without its article.
        text: String,
        /// The side that a demonym or a possessor tells.
        country: Option<String>,
        /// True for "the", "his", "these": perhaps one spoken of before.
        definite: bool,
    },
    /// "the two leaders", "both sides".
    Pair {
        /// Persons or sides.
        kind: PairKind,
        /// The noun in singular.
        noun: String,
    },
    /// "the ministry", "Iran's central bank".
    Body {
        /// The noun in singular.
        noun: String,
        /// The description, without its article.
        text: String,
        /// True for "a", "one", "another": one not spoken of before.
        fresh: bool,
        /// The side that a demonym or a possessor tells.
        country: Option<String>,
    },
    /// "his country", "their government".
    OwnState {
        /// The token of whose.
        possessor: usize,
    },
    /// "the Cuban government", "the Cuban side".
    Government {
        /// ISO 3166-1 alpha-2; none for "the government".
        country: Option<String>,
    },
    /// "Iranian", "the Americans", "Chilean-Peruvian".
    Demonym {
        /// ISO 3166-1 alpha-2, of each state that the word names.
        countries: Vec<String>,
    },
    /// "he".
    Pronoun(PronounKind),
    /// "His Majesty", of one who was named with it.
    Honorific(PronounKind),
}

impl Draft {
    /// True for a name with an office or a form of address before it.
    pub fn is_introduced(&self) -> bool {
        matches!(&self.what, What::Named { name, .. } if self.tokens.start < name.tokens.start)
    }

    /// How the record's mention speaks.
    pub fn form(&self) -> Form {
        match self.what {
            What::Named { .. } => Form::Name,
            What::Pronoun(_) => Form::Pronoun,
            _ => Form::Description,
        }
    }
}

/// All that speaks of somebody in one document, in order of its first token.
pub fn find(r: Reading<'_>, names: &[Name], passage: usize) -> Vec<Draft> {
    let doc = r.doc;
    let mut drafts = Vec::new();
    let mut consumed = vec![false; doc.len()];
    let mut fronts: Vec<before::Before> = names
        .iter()
        .map(|n| match n.kind {
            NameKind::Person => before::before(r, names, n.tokens.start),
            _ => before::Before { start: n.tokens.start, ..before::Before::default() },
        })
        .collect();
    share_titles(doc, names, &mut fronts);
    // tokens of offices that stand before a person's name
    let mut titled = vec![false; doc.len()];
    for (n, f) in names.iter().zip(&fronts) {
        titled[f.start..n.tokens.start].fill(true);
    }
    let in_title = |name: &Name| {
        matches!(name.kind, NameKind::Person | NameKind::Other | NameKind::Organization)
            && name.canonical.is_none()
            && name.tokens.range().all(|t| titled[t])
    };
    for (name, before) in names.iter().zip(&fronts) {
        if in_title(name) || is_seat(r, name) {
            continue;
        }
        if let Some(countries) = compounds::states(r, name.tokens.start).filter(|_| name.tokens.len() == 1) {
            consumed[name.tokens.start] = true;
            drafts.push(Draft { passage, tokens: name.tokens, head: name.tokens.start, what: What::Demonym { countries } });
            continue;
        }
        if name.kind == NameKind::Demonym {
            if let Some(country) = name.country.clone() {
                drafts.push(Draft {
                    passage,
                    tokens: name.tokens,
                    head: head_of(doc, name.tokens),
                    what: What::Demonym { countries: vec![country] },
                });
            }
            continue;
        }
        let tokens = Span::new(before.start, name.tokens.end);
        consumed[tokens.range()].fill(true);
        let mut name = name.clone();
        if name.kind == NameKind::Organization && name.country.is_none() {
            name.country = side_before(r, names, name.tokens.start).or_else(|| side_of_body(r, names, &name));
        }
        let person = name.kind == NameKind::Person;
        let placed = person.then(|| governed::place_behind(r, names, name.tokens.end)).flatten();
        if name.kind == NameKind::Person {
            name.country = side_before(r, names, before.start)
                .or_else(|| placed.filter(|n| n.kind == NameKind::State || !before.titles.is_empty()).and_then(|n| n.country.clone()))
                .or_else(|| side_of_tag(r, name.tokens.end));
        }
        if name.tokens.len() > 1 && matches!(name.kind, NameKind::Organization | NameKind::Place | NameKind::Other) {
            // "the **U.S.-Chile** Free Trade Agreement"
            let within = name.tokens.range().find_map(|t| compounds::states(r, t).map(|countries| (Span::new(t, t + 1), countries)));
            let within = within.or_else(|| compounds::opening(r, name.tokens));
            let draft =
                |(tokens, countries): (Span<Tok>, _)| Draft { passage, tokens, head: tokens.end - 1, what: What::Demonym { countries } };
            let whole = within.as_ref().is_some_and(|(tokens, _)| tokens.len() > 1 && *tokens == name.tokens);
            drafts.extend(within.map(draft));
            drafts.extend(compounds::unions(r, name.tokens).map(|(t, name)| {
                let text = doc.word(t).to_owned();
                Draft { passage, tokens: name.tokens, head: t, what: What::Named { name, text, titles: Vec::new(), gender: None } }
            }));
            // "the **United States-Peru** | Digital Economy Agreement": two states, and nothing of their name
            if whole {
                continue;
            }
        }
        let text = doc.words(names::extent::without_ticker(doc, name.tokens)).to_owned();
        drafts.push(Draft {
            passage,
            tokens,
            head: head_of(doc, name.tokens),
            what: What::Named { name, text, titles: governed::titles(r, &before.titles, placed), gender: before.gender },
        });
    }
    for (t, token) in doc.tokens.iter().enumerate().filter(|(t, _)| !consumed[*t]) {
        let honorific = |t: usize| r.lexicon.is_honorific(doc.word(t)) && !consumed[t];
        let what = if let Some(countries) = compounds::states(r, t) {
            Some(What::Demonym { countries })
        } else if honorific(t) && doc.possessor(t).is_some() {
            doc.possessor(t).and_then(|p| r.lexicon.pronoun(doc.word(p))).map(What::Honorific)
        } else if token.relation == Relation::Possessor && honorific(token.head) {
            None
        } else if token.pos == Pos::Pron || token.morph.possessive {
            r.lexicon.pronoun(doc.word(t)).map(What::Pronoun)
        } else if token.pos.is_nominal() && !matches!(token.relation, Relation::Compound) {
            describe(r, names, t)
        } else if token.pos == Pos::Num {
            one_of_them(r, t)
        } else {
            None
        };
        let Some(what) = what else { continue };
        let tokens = match &what {
            What::Office { office, .. } => office.tokens.join(doc.noun_phrase(t)),
            What::Pronoun(_) | What::Demonym { .. } => Span::new(t, t + 1),
            What::Described { .. } if token.pos == Pos::Num => doc.full_phrase(t),
            _ => doc.noun_phrase(t),
        };
        drafts.push(Draft { passage, tokens, head: t, what });
    }
    drafts.sort_by_key(|d| (d.tokens.start, std::cmp::Reverse(d.tokens.end)));
    drafts
}

/// "one of the largest shareholders": somebody new out of several.
fn one_of_them(r: Reading<'_>, t: usize) -> Option<What> {
    let doc = r.doc;
    let of = doc.obliques(t).into_iter().find(|o| r.lexicon.ties.tells_side(doc.lemma(o.marker)) && o.marker == t + 1)?;
    let noun = doc.lemma(of.noun).to_lowercase();
    let somebody =
        r.lexicon.is_indefinite(doc.word(t)) && doc.is_plural(of.noun) && (r.lexicon.is_described(&noun) || r.lexicon.is_group(&noun));
    somebody.then(|| What::Described { text: doc.words(doc.full_phrase(t)).to_owned(), noun, fresh: true, country: None })
}

/// Gives an office in the plural before the first of several names to the others: "Senators A and B".
fn share_titles(doc: &Doc, names: &[Name], fronts: &mut [before::Before]) {
    for n in 0..names.len() {
        if !fronts[n].shared {
            continue;
        }
        let titles = fronts[n].titles.clone();
        for member in doc.conjuncts_from(head_of(doc, names[n].tokens)) {
            let at = names.partition_point(|m| m.tokens.end <= member);
            let named = names.get(at).is_some_and(|m| m.tokens.holds(member) && m.kind == NameKind::Person);
            if named && at != n && fronts[at].titles.is_empty() {
                fronts[at].titles.clone_from(&titles);
            }
        }
    }
}

fn describe(r: Reading<'_>, names: &[Name], t: usize) -> Option<What> {
    let doc = r.doc;
    let token = &doc.tokens[t];
    let mut lemma = doc.lemma(t).to_lowercase();
    // "Senior Administration **Officials**": a name's lemma keeps its plural; not "the Leaders", nor "the **Leaders**' Retreat"
    let titled = token.pos == Pos::Propn && token.relation != Relation::Possessor && doc.is_plural(t) && doc.modifiers(t).next().is_some();
    let one = lemma.strip_suffix('s').filter(|one| titled && (r.lexicon.is_group(one) || r.lexicon.is_described(one)));
    lemma.truncate(one.map_or(lemma.len(), str::len));
    let phrase = doc.noun_phrase(t);
    // "only **a** single senator"
    let determiner = phrase.range().find(|&i| matches!(doc.tokens[i].pos, Pos::Det | Pos::Pron)).filter(|&i| i < t);
    let opening = doc.word(determiner.unwrap_or(phrase.start));
    if (r.lexicon.is_predecessor(&lemma) || r.lexicon.is_successor(&lemma)) && !doc.is_plural(t) && doc.possessor(t).is_some() {
        return Some(What::Succession { possessor: doc.possessor(t), former: r.lexicon.is_predecessor(&lemma) });
    }
    if r.lexicon.is_counterpart(&lemma) && !doc.is_plural(t) {
        return Some(What::Counterpart { possessor: doc.possessor(t), country: side_inside(r, names, phrase, t) });
    }
    let pair = phrase.range().any(|i| r.lexicon.is_pair(doc.word(i)));
    if pair
        && doc.is_plural(t)
        && let Some(kind) = r.lexicon.pair(&lemma)
    {
        return Some(What::Pair { kind, noun: lemma });
    }
    let country = side_inside(r, names, phrase, t).or_else(|| side_behind(r, names, t));
    if country.is_none()
        && r.lexicon.is_own_state(&lemma)
        && !doc.is_plural(t)
        && let Some(possessor) = doc.possessor(t).filter(|&p| doc.tokens[p].pos == Pos::Pron || doc.tokens[p].morph.possessive)
    {
        return Some(What::OwnState { possessor });
    }
    // "**my administration**": of the state that is spoken of most
    if country.is_none() && r.lexicon.is_government(&lemma) && !doc.is_plural(t) && names::is_speakers(r, t) {
        return Some(What::Government { country: None });
    }
    if r.lexicon.is_government(&lemma) || r.lexicon.is_government(doc.word(t)) {
        if country.is_none()
            && let Some(text) = governments::led(r, names, t)
        {
            return Some(What::Body { noun: lemma, text, fresh: false, country });
        }
        return (country.is_some() || governments::is_bare(r, t)).then_some(What::Government { country });
    }
    let definite = r.lexicon.is_definite(opening);
    let several = |l: &str| {
        r.lexicon.is_group(l)
            || r.lexicon.is_described(l)
            || r.lexicon.is_people(l)
            // "various Norwegian **Ministers**"
            || r.lexicon.is_state_office(l) && phrase.len() > 1
            || r.lexicon.is_generic_body(l)
            || r.lexicon.are_partisans(doc, t)
            || r.lexicon.are_people_of_kind(doc, t)
            || r.lexicon.ties.around.counted.contains(l) && doc.children_by(t, Relation::NumericModifier).next().is_some()
    };
    // "his daughters" take part in nothing
    let kin = r.lexicon.is_family(&lemma) && doc.possessor(t).is_some_and(|p| doc.tokens[p].pos == Pos::Pron);
    let plural = doc.is_plural(t) || r.lexicon.are_partisans(doc, t);
    if plural && several(&lemma) && !kin || r.lexicon.is_collective(&lemma) {
        // "a group **of creditors**", "ministers **from five countries**"
        let of_many =
            doc.obliques(t).into_iter().find(|o| o.noun > t && r.lexicon.ties.tells_side(doc.lemma(o.marker)) && doc.is_plural(o.noun));
        let whole = of_many.map_or(phrase, |o| phrase.join(doc.noun_phrase(o.noun)).join(doc.of_phrase(t)));
        // "bosses **at Kestrel Foods**": known by whose they are
        let at = doc.obliques(t).into_iter().find(|o| o.marker == t + 1 && r.lexicon.ties.tells_body(doc.lemma(o.marker)));
        let whose = at.and_then(|o| names::holding(names, o.noun)).filter(|n| n.kind == NameKind::Organization && n.tokens.start > t);
        let whole = whose.map_or(whole, |n| whole.join(n.tokens));
        // "talks with officials **in Lima**"
        let bare = phrase.len() == 1 && doc.determiner(t).is_none() && r.lexicon.ties.around.of_place.contains(&lemma);
        let there = || side_where(r, names, t).filter(|_| bare);
        let country = country.or_else(there);
        return Some(What::Group { text: without_article(r, whole), country, definite });
    }
    if doc.is_plural(t) {
        return None;
    }
    // "its former **parent** and rival Vestra": what a body is, before its name
    let of_body = |n: &Name| n.kind == NameKind::Organization && n.tokens.start > t;
    if token.pos == Pos::Noun && token.head > t && names::holding(names, token.head).is_some_and(of_body) {
        return None;
    }
    let fresh = r.lexicon.is_indefinite(opening);
    if let Some(office) = title::at(r, names, t).or_else(|| title::occupation_at(r, names, t)) {
        return Some(What::Office { office, fresh });
    }
    let owned = doc.possessor(t).is_some();
    let described = lower(doc.word(t)) && r.lexicon.is_described(&lemma) || r.lexicon.is_partisan(doc.word(t));
    if described && phrase.len() > 1 && (fresh || definite || owned) {
        // "a source **close to the matter**": somebody new is known by all that is said of them
        let whole = if fresh { phrase.join(doc.full_phrase(t)).join(behind_adjective(doc, t)) } else { phrase };
        return Some(What::Described { text: without_article(r, whole), noun: lemma, fresh, country });
    }
    // "Italian bank **Vestra**": known by its name
    let called = || names::holding(names, t + 1).is_some_and(|n| n.kind == NameKind::Organization && n.tokens.start == t + 1);
    if token.pos == Pos::Noun && r.lexicon.introduces_body(&lemma) && called() {
        return None;
    }
    // "**Opposition** from Vestra": what there is, not who
    let bare = !r.headline && token.pos == Pos::Noun && phrase.len() == 1 && determiner.is_none() && doc.possessor(t).is_none();
    // "**Vestra's** opposition": what it is against, and no body but a state's
    let others = r.lexicon.is_stance(&lemma) && doc.possessor(t).is_some() && country.is_none();
    if !others
        && r.lexicon.describes_body(&lemma)
        && !(bare && doc.obliques(t).iter().any(|o| r.lexicon.ties.tells_side(doc.lemma(o.marker))))
    {
        // "the board **of Kestrel Foods**": known by whose it is
        let of = doc.obliques(t).into_iter().find(|o| o.noun > t && r.lexicon.ties.tells_side(doc.lemma(o.marker)));
        let whose = of.and_then(|o| names::holding(names, o.noun)).filter(|n| n.kind == NameKind::Organization);
        let whole = whose.filter(|_| !r.lexicon.is_generic_body(&lemma)).map_or(phrase, |n| phrase.join(n.tokens));
        let country = country.or_else(|| whose.and_then(|n| n.country.clone()));
        let whole = for_whom(r, t).map_or(whole, |people| whole.join(people));
        return Some(What::Body { noun: lemma, text: without_article(r, whole), fresh, country });
    }
    None
}

/// "a union **representing 5,200 pilots**": whom a body without a name speaks for.
fn for_whom(r: Reading<'_>, t: usize) -> Option<Span<Tok>> {
    let doc = r.doc;
    let clause = doc.children_by(t, Relation::NounClause).find(|&c| c == t + 1 && r.lexicon.represents(doc.lemma(c)))?;
    doc.objects(clause).into_iter().map(|o| doc.noun_phrase(o).join(Span::new(t, clause + 1))).next()
}

/// The adjective behind a noun with what hangs on it: "a source **close to the matter**".
fn behind_adjective(doc: &Doc, t: usize) -> Span<Tok> {
    let own = Span::new(t, t + 1);
    let adjective = doc.children_by(t, Relation::AdjectiveModifier).find(|&c| c == t + 1);
    adjective.and_then(|a| doc.obliques(a).into_iter().find(|o| o.noun > a)).map_or(own, |o| Span::new(t, o.noun + 1))
}

/// The side that a demonym or a state right before a phrase tells: "Iran's | Foreign Ministry".
fn side_before(r: Reading<'_>, names: &[Name], start: usize) -> Option<String> {
    let doc = r.doc;
    let mut end = start;
    if end > 0 && r.lexicon.is_genitive(doc.word(end - 1)) {
        end -= 1;
    }
    names::ending(names, end).filter(|n| matches!(n.kind, NameKind::Demonym | NameKind::State)).and_then(|n| n.country.clone())
}

/// The side of a legislator whose party and seat stand in brackets right behind the name: "(D-N.J.)".
fn side_of_tag(r: Reading<'_>, end: usize) -> Option<String> {
    let doc = r.doc;
    let glued = |t: usize| doc.tokens.get(t).is_some_and(|t| !t.space_after);
    let tagged = end + 3 < doc.len() && doc.word(end) == "(" && doc.word(end + 2) == "-" && (end..end + 3).all(glued);
    let party = tagged.then(|| doc.word(end + 1))?;
    r.lexicon.ties.state_of_tag(party).filter(|_| names::capital(doc.word(end + 3))).map(str::to_owned)
}

/// The side that a body's phrase tells: "the Danish shipping group Nord", "Nord, a Danish shipping group".
fn side_of_body(r: Reading<'_>, names: &[Name], body: &Name) -> Option<String> {
    let doc = r.doc;
    let start = body.tokens.start;
    let phrase = doc.noun_phrase(head_of(doc, body.tokens));
    let around = || {
        let before = Span::new(phrase.start.min(start), start);
        names::inside(names, before).find(|n| matches!(n.kind, NameKind::Demonym | NameKind::State)).and_then(|n| n.country.clone())
    };
    let beside = || {
        let head = head_of(doc, body.tokens);
        let other = doc.appositions(head).next().or_else(|| doc.apposed_to(head))?;
        side_inside(r, names, doc.noun_phrase(other), other)
    };
    let seated = || {
        let before = Span::new(phrase.start.min(start), start);
        names::inside(names, before).find(|n| n.country.is_some() && n.kind == NameKind::Place && is_seat(r, n))?.country.clone()
    };
    around().or_else(seated).or_else(beside)
}

/// "the **Quito**-based institute", "the **UK**-based firm": where a body has its seat, not who does something.
fn is_seat(r: Reading<'_>, name: &Name) -> bool {
    let doc = r.doc;
    let behind = (name.tokens.end..(name.tokens.end + 2).min(doc.len())).find(|&t| r.lexicon.ties.is_based(&doc.word(t).to_lowercase()));
    // "Chile **based** its claim on a map"
    let what = |t: usize| t > name.tokens.end || doc.tokens[t].relation == Relation::AdjectiveModifier;
    matches!(name.kind, NameKind::Place | NameKind::State | NameKind::Demonym) && behind.is_some_and(what)
}

fn lower(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// The side that a demonym, state or body inside the phrase tells.
fn side_inside(r: Reading<'_>, names: &[Name], phrase: Span<Tok>, head: usize) -> Option<String> {
    let inside = names::inside(names, phrase).find(|n| n.country.is_some() && n.kind != NameKind::Place);
    inside
        .or_else(|| r.doc.possessor(head).and_then(|p| names::holding(names, p).filter(|n| n.country.is_some())))
        .and_then(|n| n.country.clone())
}

/// The side that "of Cuba" or "from Cuba" behind the noun tells.
fn side_behind(r: Reading<'_>, names: &[Name], head: usize) -> Option<String> {
    r.doc
        .obliques(head)
        .into_iter()
        .filter(|o| r.lexicon.ties.tells_side(r.doc.lemma(o.marker)))
        .find_map(|o| names::holding(names, o.noun).filter(|n| n.kind == NameKind::State).and_then(|n| n.country.clone()))
}

/// The side of the place right behind a noun: "officials **in Lima**".
fn side_where(r: Reading<'_>, names: &[Name], head: usize) -> Option<String> {
    let inside = |m: usize| m == head + 1 && r.lexicon.ties.around.at_place.contains(r.doc.lemma(m));
    let place = r.doc.obliques(head).into_iter().find(|o| inside(o.marker)).and_then(|o| names::holding(names, o.noun));
    place.filter(|n| matches!(n.kind, NameKind::Place | NameKind::State)).and_then(|n| n.country.clone())
}

fn without_article(r: Reading<'_>, mut phrase: Span<Tok>) -> String {
    while phrase.len() > 1 && matches!(r.doc.tokens[phrase.start].pos, Pos::Det | Pos::Pron) {
        phrase.start += 1;
    }
    r.doc.words(phrase).to_owned()
}

/// The token of a span that hangs outside of it.
pub fn head_of(doc: &Doc, span: Span<Tok>) -> usize {
    span.range().find(|&i| !span.holds(doc.tokens[i].head) || doc.tokens[i].head == i).unwrap_or(span.end - 1)
}
