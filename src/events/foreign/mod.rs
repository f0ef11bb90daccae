//! Encounters told in languages that no parser reads: Spanish, French, German, Portuguese, in posts and in whole articles.
//!
//! What stands here is patterns over words (`data/<language>/encounters.toml`) and names known by office, given name and gazetteer. It
//! finds less than a parser would, and only what has two sides. Those named join the article's entities, so that a post confirms what
//! the prose tells.

mod lexicon;
mod names;
mod telling;
mod whereabouts;
mod words;

use std::{
    cell::OnceCell,
    collections::{BTreeSet, HashMap},
};

use super::{Encounter, scene::Spot};
use crate::{
    budget::Budget,
    entities::{Entities, Entity, EntityId, EntityKind, Form, Mention, RoleAt, Side},
    language::Doc,
    record::{Format, MeetingRole, Role, SegmentKind},
    segments::Passage,
    text::{Span, Tok, fold},
    time::Day,
};

use lexicon::Lexicon;
use names::{Named, People, Reader, Who};
use telling::{Sentence, Told};

/// The languages that are read so, ISO 639-1 codes.
pub fn languages() -> impl Iterator<Item = &'static str> {
    lexicon::SOURCES.iter().map(|(language, _)| *language)
}

/// Reads the passages that are in such a language and have no document yet; gives them one, adds whom they name to the entities, and gives
/// the encounters that they tell of, in order of the text. Stops where the budget is spent.
pub fn read(
    passages: &[Passage],
    language: Option<&str>,
    docs: &mut [Doc],
    entities: &mut Entities,
    today: Option<Day>,
    budget: &Budget,
) -> Vec<Encounter> {
    let mut read: Vec<(usize, Reader<'_>)> = Vec::new();
    for (i, passage) in passages.iter().enumerate() {
        if docs[i].is_empty()
            && passage.kind != SegmentKind::Boilerplate
            && let Some(language) = passage.language.as_deref().or(language)
            && let Some(lexicon) = Lexicon::of(language)
        {
            docs[i] = words::doc(passage.view.text());
            read.push((i, Reader { language, lexicon }));
        }
    }
    if read.is_empty() || budget.is_spent() {
        return Vec::new();
    }
    let mut people = People::default();
    let known = known(entities, &mut people);
    for (i, reader) in &read {
        reader.introduce(&docs[*i], &mut people);
    }
    let mut scanned: Vec<(usize, Reader<'_>, Vec<Named>)> = Vec::with_capacity(read.len());
    for (i, reader) in read {
        let named = reader.scan(&docs[i], &mut people);
        scanned.push((i, reader, named));
    }
    let mut told: Vec<(usize, Span<Tok>, &Reader<'_>, Told)> = Vec::new();
    let mut pivot: Vec<Who> = Vec::new();
    for (passage, reader, names) in &scanned {
        let doc = &docs[*passage];
        for &span in doc.sentences() {
            if budget.is_spent() {
                return Vec::new();
            }
            let sentence = Sentence { reader, doc, span, names, tone: OnceCell::new() };
            told.extend(sentence.read(&mut pivot).into_iter().map(|t| (*passage, span, reader, t)));
        }
    }
    let used: BTreeSet<Who> = told.iter().flat_map(|(.., t)| t.sides.0.iter().chain(&t.sides.1).copied()).collect();
    let ids = adopt(entities, &scanned, docs, &people, &known, &used);
    let encounter = |(passage, span, reader, t): (usize, Span<Tok>, &Reader<'_>, Told)| {
        let doc = &docs[passage];
        let sides = t.sides.0.iter().chain(&t.sides.1).filter_map(|who| ids.get(who));
        Encounter {
            participants: sides.map(|&id| (id, MeetingRole::Principal)).collect(),
            outcome: t.outcome,
            format: t.format.or(Some(Format::InPerson)),
            format_told: t.format.is_some(),
            date: whereabouts::date(reader, doc, passage, span, today, t.outcome),
            place: whereabouts::place(reader, doc, passage, span, t.at),
            topics: Vec::new(),
            confidence: t.confidence,
            evidence: vec![Spot { passage, token: t.at }],
        }
    };
    told.into_iter().map(encounter).collect()
}

/// The people whom the article's prose has named, by their number here.
fn known(entities: &Entities, people: &mut People) -> HashMap<usize, EntityId> {
    let mut known = HashMap::new();
    for (i, e) in entities.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person && !e.nameless) {
        known.entry(people.add(&e.name)).or_insert(EntityId(i));
    }
    known
}

/// Gives those used an entity and all their mentions: one that there is, or a new one.
fn adopt(
    entities: &mut Entities,
    scanned: &[(usize, Reader<'_>, Vec<Named>)],
    docs: &[Doc],
    people: &People,
    known: &HashMap<usize, EntityId>,
    used: &BTreeSet<Who>,
) -> HashMap<Who, EntityId> {
    let mut ids: HashMap<Who, EntityId> = HashMap::new();
    let mut mentions: Vec<Mention> = Vec::new();
    for (passage, _, names) in scanned {
        let doc = &docs[*passage];
        for n in names.iter().filter(|n| used.contains(&n.who)) {
            let there = match n.who {
                Who::Person(i) => known.get(&i).copied(),
                Who::State(code) => entities.state(code.as_str()),
            };
            let id = *ids.entry(n.who).or_insert_with(|| there.unwrap_or_else(|| entities.adopt(newcomer(n, doc, people))));
            let at = entities.mentions.len() + mentions.len();
            learn(entities, id, n, doc, at);
            mentions.push(Mention {
                passage: *passage,
                tokens: n.tokens,
                head: n.name.end - 1,
                form: Form::Name,
                introduced: false,
                rule: None,
                refers: vec![id],
            });
        }
    }
    entities.add_mentions(mentions, docs);
    ids
}

fn newcomer(named: &Named, doc: &Doc, people: &People) -> Entity {
    let (kind, name) = match named.who {
        Who::Person(i) => (EntityKind::Person, people.name(i).to_owned()),
        Who::State(_) => (EntityKind::State, doc.words(named.name).to_owned()),
    };
    Entity {
        kind,
        name,
        aliases: Vec::new(),
        roles: Vec::new(),
        country: None,
        nameless: false,
        mentions: Vec::new(),
        roles_at: Vec::new(),
        side: Side::Own,
    }
}

/// What a mention, of that number, tells of one whom nothing told of before: another form of the name, an office, a state.
fn learn(entities: &mut Entities, id: EntityId, named: &Named, doc: &Doc, mention: usize) {
    let e = &mut entities.entities[id.0];
    let name = doc.words(named.name);
    if fold(name) != fold(&e.name) && !e.aliases.iter().any(|a| a == name) {
        e.aliases.push(name.to_owned());
    }
    let country = named.country.map(|c| c.as_str().to_owned());
    if let Some(title) = named.title.as_ref().filter(|_| e.roles.is_empty()) {
        e.roles.push(Role { title: title.clone(), former: false, of: None, country: country.clone() });
        e.roles_at.push(RoleAt { wording: mention, side: mention });
    }
    if e.country.is_none() {
        e.country = country;
    }
}
