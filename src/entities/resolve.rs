//! Who is who: which drafts speak of the same.
//!
//! In order of strength: the same name; a part of it; an office glued to a name, in apposition or behind a copula; an office with
//! its side; a demonym or a noun with "the"; a pronoun. What is named is settled for the whole article first, so that a headline
//! may say "Ortega" before the text says who that is; then the text is walked once, with a memory of who was spoken of last.

use super::{
    affiliation,
    appositions::{self, is_definite},
    builder::Builder,
    cataphora,
    draft::{Draft, What},
    gazette, governments, honorifics, lead,
    lexicon::{Lexicon, PairKind, PronounKind},
    memory::{Memory, Spoken},
    model::{Entities, EntityId, EntityKind, Form, Mention, RoleAt, Side},
    names::NameKind,
    reasons, rivals,
    settle::Told,
    sides,
    title::Office,
};
use crate::{
    gazetteer::{BodyKind, Gazetteer, Origin},
    language::{Doc, Pos, Relation},
    record::Rule,
    text::Span,
};

/// Everything that the walk looks at.
pub struct Story<'a> {
    /// The documents, one a passage.
    pub docs: &'a [Doc],
    /// For each passage, for each token, true inside marks of quotation.
    pub marked: &'a [Vec<bool>],
    /// The pack's words.
    pub lexicon: &'a Lexicon,
    /// The gazetteer.
    pub gazetteer: &'a Gazetteer,
    /// What the page's address tells of whose page it is.
    pub origin: Option<Origin>,
}

/// Binds every draft to whom it stands for.
pub fn resolve(story: &Story<'_>, drafts: Vec<Draft>) -> Entities {
    let mut builder = Builder::new(story.lexicon, story.gazetteer);
    let mut bound: Vec<Vec<EntityId>> = builder.names(&drafts);
    let mut appositions = appositions::find(story, &drafts);
    if let Some(pair) = lead::find(story, &drafts).filter(|(o, n)| !appositions.iter().any(|(a, b)| a == o || b == n)) {
        appositions.push(pair);
    }
    let mut apposed = Vec::new();
    for &(office, name) in &appositions {
        let wanted = if matches!(drafts[office].what, What::Body { .. }) { EntityKind::Organization } else { EntityKind::Person };
        if let Some(&id) = bound[name].first()
            && builder.kind(id) == wanted
        {
            builder.reading(office);
            match &drafts[office].what {
                What::Office { office: o, .. } => builder.hold(id, &o.title),
                // "her Senegalese colleague, X"
                What::Described { country: Some(country), .. } => builder.side_with(id, country, Side::Own),
                _ => {}
            }
            bound[office] = vec![id];
            apposed.push(office);
        }
    }
    let governs = drafts.iter().filter_map(|d| match &d.what {
        What::Government { country } => country.as_deref(),
        _ => None,
    });
    let mut memory = Memory::under(governments::of_article(governs, drafts.iter().flat_map(spoken_of)));
    // drafts for whose words nobody was known before
    let mut new = vec![false; drafts.len()];
    for d in 0..drafts.len() {
        let at = place(story, &drafts[d]);
        if bound[d].is_empty() {
            builder.reading(d);
            let known = builder.len();
            bound[d] = bind(story, &mut builder, &memory, &drafts, &bound, d, at);
            new[d] = bound[d].first().is_some_and(|id| id.0 >= known);
        }
        let adjective = matches!(drafts[d].what, What::Demonym { .. });
        for &id in &bound[d] {
            if !adjective {
                memory.speak(Spoken {
                    id,
                    kind: builder.kind(id),
                    passage: at.passage,
                    sentence: at.sentence,
                    token: drafts[d].head,
                    subject: at.subject,
                    main: at.main,
                    marked: at.marked,
                    nameless: builder.is_nameless(id),
                    plural: bound[d].len() > 1,
                    modifier: tells_which(&story.docs[at.passage], drafts[d].head),
                });
            }
            if let Some(country) = builder.country(id) {
                memory.side(country);
            }
        }
    }
    affiliation::settle(story, &mut builder, &drafts, &bound);
    finish(builder, story, drafts, bound, &How { apposed, new })
}

/// "30 **Vestra** jets": a name that only tells which of many are counted.
fn tells_which(doc: &Doc, token: usize) -> bool {
    let noun = doc.governor(token).filter(|_| doc.tokens[token].relation == Relation::Compound);
    noun.is_some_and(|n| doc.children_by(n, Relation::NumericModifier).next().is_some())
}

/// Where a draft stands.
#[derive(Clone, Copy)]
pub struct At {
    passage: usize,
    sentence: usize,
    subject: bool,
    main: bool,
    marked: bool,
}

fn place(story: &Story<'_>, d: &Draft) -> At {
    let doc = &story.docs[d.passage];
    let subject = matches!(doc.tokens[d.head].relation, Relation::Subject | Relation::PassiveSubject);
    At {
        passage: d.passage,
        sentence: doc.sentence_index(d.head),
        subject,
        main: subject && doc.governor(d.head).is_some_and(|v| doc.governor(v).is_none()),
        marked: story.marked[d.passage].get(d.head).copied().unwrap_or(false),
    }
}

fn bind(
    story: &Story<'_>,
    builder: &mut Builder<'_>,
    memory: &Memory,
    drafts: &[Draft],
    bound: &[Vec<EntityId>],
    d: usize,
    at: At,
) -> Vec<EntityId> {
    let draft = &drafts[d];
    let doc = &story.docs[draft.passage];
    match &draft.what {
        What::Named { .. } => Vec::new(),
        What::Office { office, fresh } => {
            let sided = office.title.role.country.is_some() && !office.title.assumed;
            let over = if sided { rivals::over(doc, draft.head, &builder.lexicon.ties.around.likened) } else { Vec::new() };
            let beside = rivals::beside(doc, draft.head).into_iter().chain(over);
            let others: Vec<EntityId> = beside.filter_map(|t| referent(drafts, bound, draft.passage, t)).collect();
            // "a visit by **its** chief executive": that body's
            let whose = doc.possessor(draft.head).filter(|&p| office.title.role.of.is_none() && doc.tokens[p].morph.possessive);
            let body = whose.and_then(|p| owner(story, builder, memory, drafts, bound, (d, p)));
            let body = body.filter(|&id| builder.kind(id) == EntityKind::Organization);
            let own = body.map(|id| office.clone().of(builder.name(id)));
            bind_office(builder, memory, doc, draft, own.as_ref().unwrap_or(office), (*fresh, d, at), &others)
        }
        What::Counterpart { possessor, country } => {
            let whose = possessor
                .and_then(|p| owner(story, builder, memory, drafts, bound, (d, p)))
                .or_else(|| memory.last_subject(at.passage, at.sentence).map(|s| s.id));
            let Some(title) = whose.and_then(|w| builder.counterpart_title(w, country.as_deref())) else {
                // of whom nothing is known there is still the side
                let named = name_beside(builder, doc, drafts, bound, d).map(|n| bound[n][0]);
                if let (Some(id), Some(country)) = (named, country) {
                    builder.side_with(id, country, Side::Own);
                }
                return named.into_iter().collect();
            };
            if let Some(n) = name_beside(builder, doc, drafts, bound, d) {
                let id = bound[n][0];
                builder.hold(id, &title);
                return vec![id];
            }
            let held = builder.holder(&title, memory).filter(|&id| Some(id) != whose);
            held.map_or_else(
                || vec![builder.nameless(doc.words(draft.tokens), &title, &format!("counterpart {}", country.as_deref().unwrap_or("?")))],
                |id| vec![id],
            )
        }
        What::Succession { possessor, former } => {
            let whose = possessor
                .and_then(|p| owner(story, builder, memory, drafts, bound, (d, p)))
                .or_else(|| memory.last_subject(at.passage, at.sentence).map(|s| s.id));
            let Some(title) = whose.and_then(|w| builder.succession_title(w, *former)) else { return Vec::new() };
            if let Some(n) = name_beside(builder, doc, drafts, bound, d) {
                let id = bound[n][0];
                builder.hold(id, &title);
                return vec![id];
            }
            vec![builder.nameless(doc.words(draft.tokens), &title, &format!("succession {former} {}", title.head))]
        }
        What::Described { text, noun, fresh, country } => {
            if let Some(n) = name_beside(builder, doc, drafts, bound, d) {
                let id = bound[n][0];
                // "her Senegalese colleague, X"
                if let Some(country) = country {
                    builder.side_with(id, country, Side::Own);
                }
                return vec![id];
            }
            vec![builder.somebody(text, noun, *fresh, country.as_deref(), memory)]
        }
        What::Group { text, country, definite } => vec![builder.group(text, country.as_deref(), *definite, memory)],
        What::Pair { kind: PairKind::Persons, noun } => {
            // those who are named, before "the tycoon" of whom nobody knows who it is
            let known: [&dyn Fn(EntityId) -> bool; 3] = [&|id| builder.can_be(id, noun), &|id| !builder.is_nameless(id), &|_| true];
            let pairs = known.into_iter().map(|fits| memory.last_persons(at.passage, fits));
            pairs.into_iter().find(|pair| pair.len() == 2).unwrap_or_default()
        }
        What::Pair { kind: PairKind::Sides, .. } => {
            let sides = memory.last_sides();
            if let [a, b] = sides.as_slice() { vec![builder.state(a), builder.state(b)] } else { Vec::new() }
        }
        What::Body { noun, text, fresh, country } => builder.body(noun, text, (*fresh, country.as_deref()), memory).into_iter().collect(),
        What::Government { country } => {
            let state = country.as_deref().or_else(|| memory.government());
            state.map(|c| builder.state(c)).into_iter().collect()
        }
        What::Demonym { countries } => countries.iter().map(|c| builder.state(c)).collect(),
        What::OwnState { possessor } => {
            let whose = owner(story, builder, memory, drafts, bound, (d, *possessor));
            let country = whose.and_then(|id| builder.country(id)).map(str::to_owned);
            country.map(|c| builder.state(&c)).into_iter().collect()
        }
        What::Honorific(kind) => honorifics::honored(builder, story, drafts, bound, d, *kind),
        What::Pronoun(kind) => {
            let ahead = cataphora::subject_ahead(doc, draft.head).and_then(|s| referent(drafts, bound, draft.passage, s));
            match ahead.filter(|&id| !at.marked && cataphora::agrees(builder, id, *kind)) {
                Some(id) => vec![id],
                None => bind_pronoun(builder, memory, doc, draft, *kind, at),
            }
        }
    }
}

/// Whose a description is, by the token of the possessor: a pronoun that begins a description is read only after it.
fn owner(
    story: &Story<'_>,
    builder: &Builder<'_>,
    memory: &Memory,
    drafts: &[Draft],
    bound: &[Vec<EntityId>],
    (d, possessor): (usize, usize),
) -> Option<EntityId> {
    let passage = drafts[d].passage;
    let pronoun = (d + 1..(d + 4).min(drafts.len())).find(|&o| drafts[o].passage == passage && drafts[o].head == possessor);
    match pronoun.map(|o| (&drafts[o], &drafts[o].what)) {
        Some((draft, What::Pronoun(kind))) => {
            bind_pronoun(builder, memory, &story.docs[passage], draft, *kind, place(story, draft)).first().copied()
        }
        _ => referent(drafts, bound, passage, possessor),
    }
}

/// Whom the draft that covers a token stands for.
pub(super) fn referent(drafts: &[Draft], bound: &[Vec<EntityId>], passage: usize, token: usize) -> Option<EntityId> {
    let at = drafts.partition_point(|d| (d.passage, d.tokens.start) <= (passage, token));
    let near = at.saturating_sub(6)..at;
    near.rev().find(|&o| drafts[o].passage == passage && drafts[o].tokens.holds(token) && !bound[o].is_empty()).map(|o| bound[o][0])
}

/// The draft of a person's name right beside a description: "his Cuban counterpart Ana Ruiz", "his predecessor, Ana Ruiz,".
fn name_beside(builder: &Builder<'_>, doc: &Doc, drafts: &[Draft], bound: &[Vec<EntityId>], d: usize) -> Option<usize> {
    let draft = &drafts[d];
    // "Ana Ruiz, **her Cuban counterpart**,"
    let before = (d.saturating_sub(6)..d).rev().find(|&n| {
        let apposed = doc.apposed_to(draft.head).is_some_and(|name| drafts[n].tokens.holds(name));
        let next = || drafts[n].tokens.end + 1 == draft.tokens.start && doc.word(drafts[n].tokens.end) == ",";
        drafts[n].passage == draft.passage
            && (apposed && next())
            && matches!(drafts[n].what, What::Named { .. })
            && bound[n].first().is_some_and(|&id| builder.kind(id) == EntityKind::Person)
    });
    if before.is_some() {
        return before;
    }
    (d + 1..(d + 6).min(drafts.len())).find(|&n| {
        let gap = drafts[n].tokens.start.saturating_sub(draft.tokens.end);
        drafts[n].passage == draft.passage
            && drafts[n].tokens.start >= draft.tokens.end
            && matches!(drafts[n].what, What::Named { .. })
            && (gap == 0 || gap == 1 && doc.word(draft.tokens.end) == ",")
            && bound[n].first().is_some_and(|&id| builder.kind(id) == EntityKind::Person)
    })
}

fn bind_office(
    builder: &mut Builder<'_>,
    memory: &Memory,
    doc: &Doc,
    draft: &Draft,
    office: &Office,
    (fresh, d, at): (bool, usize, At),
    others: &[EntityId],
) -> Vec<EntityId> {
    let title = &office.title;
    if !fresh && let Some(id) = builder.holder(title, memory).filter(|id| !others.contains(id)) {
        if title.role.country.is_some() || title.role.of.is_some() || title.role.title.contains(' ') {
            builder.hold_more(id, title);
        }
        return vec![id];
    }
    // "The Chinese minister spoke first. The minister, Li Wen, …": who is named in a moment; "Ana Lopes left. The president said": who was
    if !fresh && is_definite(builder.lexicon, doc, draft) {
        let named = builder.holder_to_come(title, d).or_else(|| {
            let before =
                memory.last_subject(at.passage, at.sentence).filter(|s| !s.marked && (s.passage, s.sentence) != (at.passage, at.sentence));
            before.map(|s| s.id).filter(|&id| at.subject && builder.may_hold(id, title))
        });
        if let Some(id) = named.filter(|id| !others.contains(id)) {
            builder.hold(id, title);
            return vec![id];
        }
    }
    // "the former actress said": what the one in question has been, known or not
    let past = title.role.former && title.role.country.is_none() && title.role.of.is_none() && !title.role.title.contains(' ');
    if !fresh
        && past
        && is_definite(builder.lexicon, doc, draft)
        && let Some(id) = builder.in_question(title.gender, memory)
    {
        return vec![id];
    }
    // what is no argument of a verb describes nobody in particular: "as president", "the post of minister"
    let argues = matches!(
        doc.tokens[draft.head].relation,
        Relation::Subject
            | Relation::PassiveSubject
            | Relation::Object
            | Relation::PrepositionObject
            | Relation::IndirectObject
            | Relation::Conjunct
            | Relation::Possessor
            | Relation::Root
    );
    let behind_as = doc.governor(draft.head).is_some_and(|g| {
        builder.lexicon.ties.around.called.contains(doc.lemma(g)) && doc.tokens[draft.head].relation == Relation::PrepositionObject
    });
    if !argues || behind_as {
        return Vec::new();
    }
    let described =
        draft.tokens.range().find(|&i| doc.tokens[i].pos != Pos::Det).map_or("", |from| doc.words(Span::new(from, draft.tokens.end)));
    let sort = if fresh {
        format!("fresh {} {}", draft.passage, draft.head)
    } else {
        format!("{} {}", title.head, title.role.country.as_deref().unwrap_or("?"))
    };
    vec![builder.nameless(described, title, &sort)]
}

fn bind_pronoun(builder: &Builder<'_>, memory: &Memory, doc: &Doc, draft: &Draft, kind: PronounKind, at: At) -> Vec<EntityId> {
    // what stands in marks speaks from another's mouth; its pronouns point elsewhere, but to whom the same sentence names in them
    if at.marked && !matches!(kind, PronounKind::Person(_)) {
        return Vec::new();
    }
    // "X, **who** met **him**", "**X** bought **it**": who does it
    let possessive = doc.tokens[draft.head].relation == Relation::Possessor;
    let rival = (!possessive && !at.subject).then(|| doc.governing_verb(draft.head).and_then(|v| doc.own_subject(v))).flatten();
    let rival = rival.map(|s| doc.antecedent(s).unwrap_or(s));
    match kind {
        PronounKind::Person(gender) => memory
            .best_person(at.passage, at.sentence, draft.head, |s| {
                builder.gender(s.id).is_none_or(|g| g == gender)
                    && (!at.marked || s.marked && (s.passage, s.sentence) == (at.passage, at.sentence))
                    && !(rival.is_some() && s.passage == at.passage && rival == Some(s.token))
            })
            .into_iter()
            .collect(),
        // "it was an honour to meet X" stands for nobody
        PronounKind::Thing if at.subject && doc.governor(draft.head).is_some_and(|v| is_impersonal(doc, v)) => Vec::new(),
        PronounKind::Thing => {
            let rival = rival.filter(|_| doc.tokens[draft.head].relation == Relation::Object);
            // "**X**, publisher of Y, said **it** had offered …"
            let says = doc.governor(draft.head).filter(|&v| at.subject && doc.tokens[v].relation == Relation::ClauseComplement);
            let speaker = says.and_then(|v| doc.own_subject(doc.governor(v)?)).and_then(|s| memory.thing_at(at.passage, s));
            speaker.or_else(|| memory.best_thing(at.passage, at.sentence, draft.head, rival)).into_iter().collect()
        }
        PronounKind::Plural => memory.best_plural(at.passage, at.sentence),
    }
}

/// "it **was** an honour", but not "it **was** to sell X".
fn is_impersonal(doc: &Doc, verb: usize) -> bool {
    let impends = || doc.children_by(verb, Relation::OpenComplement).any(|c| doc.clause(c).infinitive && doc.is_verbal(c));
    let told = || doc.children(verb).any(|c| matches!(doc.tokens[c].relation, Relation::Attribute | Relation::AdjectiveComplement));
    doc.tokens[verb].pos == Pos::Aux && (told() || !impends())
}

/// How drafts were bound, beside what they say themselves.
struct How {
    /// Offices that belong to a name beside them, in order.
    apposed: Vec<usize>,
    /// True for those that brought somebody new.
    new: Vec<bool>,
}

fn finish(builder: Builder<'_>, story: &Story<'_>, drafts: Vec<Draft>, bound: Vec<Vec<EntityId>>, how: &How) -> Entities {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&d| (drafts[d].passage, drafts[d].tokens.start, std::cmp::Reverse(drafts[d].tokens.end)));
    let told = Told {
        signals: signals(story, &drafts),
        origin: story.origin,
        spoken: order.iter().flat_map(|&d| bound[d].iter().copied()).collect(),
    };
    let hosts = builder.hosts();
    let (all, home) = builder.finish(&told);
    let mut entities =
        Entities { entities: all, home, mentions: Vec::new(), by_token: story.docs.iter().map(|d| vec![None; d.len()]).collect() };
    let mut mention_of = vec![0; drafts.len()];
    let mut order: Vec<(usize, Draft, Vec<EntityId>)> = drafts.into_iter().zip(bound).enumerate().map(|(i, (d, b))| (i, d, b)).collect();
    order.sort_by_key(|(_, d, _)| (d.passage, d.tokens.start, std::cmp::Reverse(d.tokens.end)));
    for (d, draft, refers) in order {
        let form = draft.form();
        if refers.is_empty() && form == Form::Pronoun {
            continue;
        }
        let index = entities.mentions.len();
        mention_of[d] = index;
        let apposed = how.apposed.binary_search(&d).is_ok();
        let rule =
            refers.first().map(|id| if apposed { Rule::OfficeApposition } else { reasons::rule(&draft, entities.get(*id), how.new[d]) });
        for id in &refers {
            entities.entities[id.0].mentions.push(index);
        }
        // longer mentions come first, so that an inner one covers them
        entities.by_token[draft.passage][draft.tokens.range()].fill(Some(index as u32));
        entities.mentions.push(Mention {
            passage: draft.passage,
            tokens: draft.tokens,
            head: draft.head,
            form,
            introduced: draft.is_introduced(),
            rule,
            refers,
        });
    }
    for entity in &mut entities.entities {
        for at in &mut entity.roles_at {
            *at = RoleAt { wording: mention_of[at.wording], side: mention_of[at.side] };
        }
    }
    entities.name_home(story.gazetteer);
    entities.name_hosts(story.gazetteer, &hosts);
    entities
}

/// The states that a draft speaks of by their names, governments or peoples.
fn spoken_of(draft: &Draft) -> Vec<&str> {
    match &draft.what {
        What::Named { name, .. } if name.kind == NameKind::State => name.country.as_deref().into_iter().collect(),
        What::Government { country } => country.as_deref().into_iter().collect(),
        What::Demonym { countries } => countries.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The words that point to a state, with what each says of whose article it is.
fn signals(story: &Story<'_>, drafts: &[Draft]) -> Vec<(String, i64)> {
    let of_draft = |d: &Draft| match &d.what {
        What::Named { name, text, .. } => {
            let weight = match name.kind {
                // at home a body goes without its state's name
                NameKind::Organization
                    if gazette::side_in(&story.docs[d.passage], story.gazetteer, story.lexicon, name.tokens).is_some() =>
                {
                    sides::PLACE
                }
                // nobody is at home with rebels
                NameKind::Organization if story.gazetteer.body(text).is_some_and(|b| b.kind == BodyKind::ArmedGroup) => sides::NAMING,
                NameKind::Organization | NameKind::Seat => sides::BODY,
                // "at the White House"
                NameKind::Place if story.gazetteer.look_up(text).is_some_and(|e| e.seat() != e.capital()) => sides::SEAT,
                NameKind::Place => sides::PLACE,
                _ => sides::NAMING,
            };
            name.country.clone().map(|c| (c, weight))
        }
        What::Government { country } => country.clone().map(|c| (c, sides::NAMING)),
        What::Demonym { countries } => countries.first().map(|c| (c.clone(), sides::NAMING)),
        _ => None,
    };
    let parties = story.docs.iter().flat_map(|doc| (0..doc.len()).filter_map(|t| story.lexicon.home_word(doc.word(t))));
    drafts.iter().filter_map(of_draft).chain(parties.map(|c| (c.to_owned(), sides::BODY))).collect()
}
