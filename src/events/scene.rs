//! What the frames look at: the passages, their trees, and who is who in them.

use std::collections::HashMap;

use crate::{
    budget::Budget,
    entities::{Entities, Entity, EntityId, EntityKind, Form, Ties},
    language::{Doc, Pos, Relation},
    segments::Passage,
    text::{Span, Tok},
    time,
};

use super::{
    adpositions::Adpositions,
    agreement::{AgreementFrames, Listing},
    hyphened,
    letter::Letter,
    meeting::MeetingFrames,
    members,
    place::Located,
    roster,
    status::StatusWords,
    together,
    voice::Voices,
};

/// The frames of one language pack.
#[derive(Debug)]
pub struct Frames {
    /// `meetings.toml`
    pub meetings: MeetingFrames,
    /// `agreements.toml`
    pub agreements: AgreementFrames,
    /// `adpositions.toml`
    pub adpositions: Adpositions,
    /// `status.toml`
    pub status: StatusWords,
    /// `ties.toml`
    pub ties: Ties,
}

impl Frames {
    /// Reads a pack's files.
    pub fn read(meetings: &str, agreements: &str, adpositions: &str, status: &str, ties: &str) -> Result<Self, toml::de::Error> {
        Ok(Self {
            meetings: MeetingFrames::read(meetings)?,
            agreements: AgreementFrames::read(agreements)?,
            adpositions: Adpositions::read(adpositions)?,
            status: StatusWords::read(status)?,
            ties: Ties::read(ties)?,
        })
    }
}

/// A date's words in a document.
#[derive(Debug, Clone)]
pub struct Dated {
    /// Its tokens.
    pub tokens: Span<Tok>,
    /// What it says.
    pub expression: time::Expression,
}

/// An article as the frames see it.
pub struct Scene<'a> {
    /// The passages.
    pub passages: &'a [Passage],
    /// A document for each.
    pub docs: &'a [Doc],
    /// Who is who.
    pub entities: &'a Entities,
    /// The pack's frames.
    pub frames: &'a Frames,
    /// The day that "yesterday" counts from.
    pub reference: Option<time::Day>,
    /// How long it may be read.
    pub budget: &'a Budget,
    /// The dates of each document.
    pub dates: Vec<Vec<Dated>>,
    /// States, companies, ministries and unions by each of their names, folded.
    pub bodies: HashMap<String, EntityId>,
    /// Cities and regions, the same way.
    pub places: HashMap<String, EntityId>,
    /// People by the last word of their name; none for a word that several go by.
    pub surnames: HashMap<String, Option<EntityId>>,
    /// Instruments that go by their initials, with the noun that their long names end with: "USMCA", "agreement".
    pub papers: HashMap<String, String>,
    /// Who speaks where.
    pub voices: Voices,
    /// True for an article about sport.
    pub sport: bool,
    /// True for one that speaks of sport, be it about something else.
    pub some_sport: bool,
    /// Where the article says that it was written.
    pub dateline: Option<Located>,
    /// The list of signed papers that each passage is a title in.
    pub listings: Vec<Option<Listing>>,
    /// The letters that it gives in full.
    pub letters: Vec<Letter>,
    /// Where its foot says that it was issued.
    pub imprint: Option<Located>,
}

/// The states and bodies of an article by each of their names; of several with one name, the first.
pub fn bodies(entities: &Entities) -> HashMap<String, EntityId> {
    by_name(entities, |kind| matches!(kind, EntityKind::Organization | EntityKind::State))
}

/// The places of an article, the same way.
pub fn places(entities: &Entities) -> HashMap<String, EntityId> {
    by_name(entities, |kind| kind == EntityKind::Place)
}

fn by_name(entities: &Entities, fits: impl Fn(EntityKind) -> bool) -> HashMap<String, EntityId> {
    let mut found = HashMap::new();
    for (i, e) in entities.entities.iter().enumerate().filter(|(_, e)| fits(e.kind) && !e.nameless) {
        for name in std::iter::once(&e.name).chain(&e.aliases) {
            found.entry(fold(name)).or_insert(EntityId(i));
        }
    }
    found
}

fn fold(name: &str) -> String {
    let name = name.to_lowercase();
    name.strip_prefix("the ").unwrap_or(&name).to_owned()
}

/// A token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The passage.
    pub passage: usize,
    /// The token in it.
    pub token: usize,
}

impl Scene<'_> {
    /// The document of a passage.
    pub fn doc(&self, passage: usize) -> &Doc {
        &self.docs[passage]
    }

    /// Who can take part or be bound among those that the noun at a token and its coordination stand for.
    pub fn parties(&self, at: Spot) -> Vec<EntityId> {
        let mut found = Vec::new();
        for member in self.members(at) {
            let spot = Spot { token: member, ..at };
            let own = self.party(spot);
            let sides = self.sides_of_group(spot, &own);
            let who = if sides.is_empty() || sides.len() == 1 && members::own_says_more(self, &sides, &own) { own } else { sides };
            for id in who.into_iter().chain(members::leader(self, spot)) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    /// The nouns that the one at a token is told together with, that one first: its coordination in the tree, and what the words tell where
    /// the parser loses its way.
    pub fn members(&self, at: Spot) -> Vec<usize> {
        let doc = self.doc(at.passage);
        if let Some(other) = roster::other_of_pair(self, at) {
            return vec![at.token, other];
        }
        let mut members = doc.conjuncts_from(at.token);
        members.retain(|&m| m == at.token || !is_said_of(doc, at.token, m) && !self.is_other_name(at, m));
        // "Envoys for Peace **Ana Ruiz and Luis Gil**": the tree hangs the names on what the office is for
        let head =
            self.entities.mention_at(at.passage, at.token).filter(|m| m.form == Form::Name && m.tokens.holds(at.token)).map(|m| m.head);
        members.extend(head.filter(|&h| h > at.token && doc.tokens[h].head != at.token).map(|h| doc.conjuncts_from(h)).unwrap_or_default());
        members.extend(self.hung_on_states(at));
        members.extend(self.listed(at));
        members.extend(roster::behind(self, at));
        if members.len() == 1 {
            members.splice(0..0, roster::before_subject(self, at));
        }
        members
    }

    /// "the assembly **or Grand Council**": the same by another name, not with it.
    fn is_other_name(&self, at: Spot, member: usize) -> bool {
        let doc = self.doc(at.passage);
        let or = |t: usize| self.frames.meetings.renaming.words.contains(&doc.lemma(t).to_lowercase());
        // of two who have a name, one or the other is meant
        let nameless = |token: usize| {
            let mut ids = self.entities.referents(at.passage, token).iter().map(|&id| self.entities.get(id)).peekable();
            ids.peek().is_some() && ids.all(|e| e.kind == EntityKind::Organization && !e.name.contains(char::is_uppercase))
        };
        // what stands right before its own words
        let before = doc.noun_phrase(member).start.checked_sub(1);
        member > at.token && before.is_some_and(or) && nameless(at.token)
    }

    /// "Ana Ruiz, **Luis Gil** and **Eva Sol**": of a list the parser takes the second name for another of the first.
    fn listed(&self, at: Spot) -> Vec<usize> {
        let doc = self.doc(at.passage);
        let named = |token: usize| {
            let mention = self.entities.mention_at(at.passage, token).filter(|m| m.tokens.holds(token) && m.form == Form::Name)?;
            mention.refers.first().copied().filter(|_| mention.refers.len() == 1)
        };
        let Some(first) = named(at.token) else { return Vec::new() };
        let kind = self.entities.get(first).kind;
        let other = |token: usize| named(token).is_some_and(|id| id != first && self.entities.get(id).kind == kind);
        let alike = |&a: &usize| {
            let goes_on = doc.children_by(a, Relation::Conjunct).any(other);
            other(a) && (goes_on || kind == EntityKind::Person)
        };
        doc.appositions(at.token).filter(alike).flat_map(|a| doc.conjuncts_from(a)).collect()
    }

    /// "Ana Ruiz of Peru and **Luis Gil** of Chile", "Halm University in Peru and **Vestra University** in Chile": people and bodies that the
    /// parser coordinates with the state of the one before.
    fn hung_on_states(&self, at: Spot) -> Vec<usize> {
        let doc = self.doc(at.passage);
        let kind_at = |token: usize| {
            let mention = self.entities.mention_at(at.passage, token).filter(|m| m.tokens.holds(token) && m.form == Form::Name)?;
            let kind = self.entities.get(*mention.refers.first()?).kind;
            mention.refers.iter().all(|&id| self.entities.get(id).kind == kind).then_some(kind)
        };
        let Some(kind) = kind_at(at.token).filter(|k| matches!(k, EntityKind::Person | EntityKind::Organization)) else {
            return Vec::new();
        };
        let body = kind == EntityKind::Organization;
        let members = &self.frames.meetings.members.markers;
        let marked = |o: &crate::language::grammar::Oblique| {
            let inside = || super::adpositions::has(&self.frames.adpositions.inside, doc.lemma(o.marker));
            members.iter().any(|m| m == doc.lemma(o.marker)) || body && inside()
        };
        let place = |t: usize| kind_at(t).is_some_and(|k| k == EntityKind::State || body && k == EntityKind::Place);
        let of = doc.obliques(at.token).into_iter().filter(|o| marked(o) && place(o.noun));
        of.flat_map(|o| doc.conjuncts_from(o.noun)).filter(|&t| kind_at(t) == Some(kind)).collect()
    }

    /// The same, and whom a word for several stands for that nothing else has bound: "the pair".
    pub fn sides(&self, at: Spot) -> Vec<EntityId> {
        let parties = self.parties(at);
        // "the airlines": a group of whom no more is told than what they are
        let vague = |id: &EntityId| self.entities.get(*id).kind == EntityKind::Group && self.entities.get(*id).country.is_none();
        let pronoun = self.doc(at.passage).tokens[at.token].pos == Pos::Pron;
        if !parties.iter().all(vague) || parties.len() > 1 || pronoun && !parties.is_empty() {
            return parties;
        }
        let named = together::of(self, at);
        if named.is_empty() { parties } else { named }
    }

    /// Whom the one noun at a token stands for, where that is somebody who can take part.
    pub fn party(&self, at: Spot) -> Vec<EntityId> {
        let doc = self.doc(at.passage);
        let pair = together::of_headline(self, at);
        if !pair.is_empty() {
            return pair;
        }
        if let Some(half) = hyphened::of_pair(self, at) {
            return vec![half];
        }
        let quoted = self.is_first_person(at) && self.voice(at).is_some();
        if doc.tokens[at.token].pos == Pos::Pron && !quoted {
            let who = self.of_letter(at);
            if !who.is_empty() {
                return who;
            }
        }
        if self.is_first_person(at) {
            return self.voice(at).filter(|&id| self.can_take_part(id)).into_iter().collect();
        }
        let own = self
            .entities
            .mention_at(at.passage, at.token)
            .filter(|m| m.tokens.holds(at.token) && (m.head == at.token || !nested(doc, m.tokens, at.token)));
        let own = match self.entities.in_office_around(at.passage, at.token) {
            // "met **World Trade Forum** Chairman Ana Ruiz": the parser takes the body for the one who is met
            Some(around) if !around.tokens.holds(doc.tokens[at.token].head) || doc.tokens[at.token].head == at.token => Some(around),
            _ => own,
        };
        let own: Vec<EntityId> = own.map(|m| m.refers.iter().copied().filter(|&id| self.can_take_part(id)).collect()).unwrap_or_default();
        let named =
            |ids: &[EntityId]| ids.iter().all(|&id| !self.entities.get(id).nameless && self.entities.get(id).kind != EntityKind::Group);
        if !own.is_empty() && named(&own) {
            return self.state_of_administration(at, &own).unwrap_or(own);
        }
        if at.token > 1 && doc.word(at.token - 1) == "-" && own_name(doc, at.token) {
            // "Geun-hye": the recognizer may lose what stands behind a hyphen
            return self.party(Spot { token: at.token - 2, ..at });
        }
        let own = if own.is_empty() { self.before_hyphen(at) } else { own };
        // "the steel maker **Vestra**", "three parties, **A, B and C**"
        let hung = doc.obliques(at.token).into_iter().filter(|_| doc.is_plural(at.token) && !own.is_empty()).map(|o| o.noun);
        let second = doc.appositions(at.token).chain(hung.flat_map(|n| doc.appositions(n))).find_map(|a| {
            let all = doc.conjuncts_from(a).into_iter().chain(self.hung_on_states(Spot { token: a, ..at }));
            let members = all.flat_map(|t| self.entities.referents(at.passage, t).iter().copied());
            let ids: Vec<_> = members.filter(|&id| self.can_take_part(id)).collect();
            (!ids.is_empty() && (own.is_empty() || named(&ids))).then_some(ids)
        });
        let told = || self.state_led(at).or_else(|| self.body_of_organ(at)).or_else(|| self.named_behind(at)).or_else(|| self.called(at));
        let told = || told().or_else(|| self.acting_place(at));
        second.or_else(|| self.named_of_group(at)).or_else(|| own.is_empty().then(told).flatten()).unwrap_or(own)
    }

    /// "Geun-**hye**": whom the name before the hyphen names.
    fn before_hyphen(&self, at: Spot) -> Vec<EntityId> {
        let doc = self.doc(at.passage);
        let glued = |t: usize| !doc.tokens[t].space_after;
        // not "the Ruiz-**era** agreement"
        let name = doc.tokens[at.token].pos != Pos::Noun;
        let hyphen = name && at.token > 1 && doc.word(at.token - 1) == "-" && glued(at.token - 1) && glued(at.token - 2);
        let mention = hyphen.then(|| self.entities.mention_at(at.passage, at.token - 2)).flatten();
        let person = |&id: &EntityId| self.entities.get(id).kind == EntityKind::Person;
        mention.map(|m| m.refers.iter().copied().filter(person).collect()).unwrap_or_default()
    }

    /// "I", "we", "my".
    pub fn is_first_person(&self, at: Spot) -> bool {
        let doc = self.doc(at.passage);
        doc.tokens[at.token].pos == Pos::Pron && self.frames.meetings.first_person.words.contains(&doc.word(at.token).to_lowercase())
    }

    /// Who says the words that a token stands in; whom a mouthpiece speaks for is not known here.
    pub fn voice(&self, at: Spot) -> Option<EntityId> {
        let doc = self.doc(at.passage);
        let byte = self.passages[at.passage].view.to_article(doc.bytes(Span::new(at.token, at.token + 1))).start;
        let who = self.voices.at(byte)?;
        let mouthpiece = |title: &str| self.frames.meetings.mouthpieces.words.iter().any(|m| title.to_lowercase().contains(m.as_str()));
        let entity = self.entities.get(who);
        (!entity.nameless && !entity.roles.iter().any(|r| mouthpiece(&r.title))).then_some(who)
    }

    /// Persons, bodies, states and groups take part; places and works do not, nor one of whom nothing is told but that it is a man, or kin.
    pub fn can_take_part(&self, id: EntityId) -> bool {
        let e = self.entities.get(id);
        let anybody = e.kind == EntityKind::Person && e.nameless && e.roles.is_empty();
        // "joined the Lisbon **Summit**"
        let last = || e.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let named = e.kind == EntityKind::Organization || e.kind == EntityKind::Person && e.name.split(' ').count() > PERSON;
        let event = named && self.frames.meetings.visits.events.contains(&last());
        // "**not all** members have signed"
        let nobody = || {
            e.kind == EntityKind::Group
                && self.frames.meetings.nobody.words.contains(&e.name.split(' ').next().unwrap_or_default().to_lowercase())
        };
        // "has hosted **150,000 officials**": over the years
        let crowd = || {
            let number = |w: &str| w.replace(',', "").parse::<u32>().is_ok_and(|n| n >= CROWD);
            e.kind == EntityKind::Group && e.name.split(' ').any(number)
        };
        !anybody && !event && !nobody() && !crowd() && !matches!(e.kind, EntityKind::Place | EntityKind::Other)
    }

    /// True where the one can stand for the other in an account of the same encounter: the same, or one the state of the other.
    pub fn same_side(&self, a: EntityId, b: EntityId) -> bool {
        if a == b {
            return true;
        }
        let (ea, eb) = (self.entities.get(a), self.entities.get(b));
        let stands = |kind| matches!(kind, EntityKind::State | EntityKind::Group);
        // "several officials": not those who are named
        let some = |e: &Entity| e.kind == EntityKind::Group && self.is_vague(e.name.split(' ').next().unwrap_or_default());
        if ea.kind == EntityKind::Person && some(eb) || eb.kind == EntityKind::Person && some(ea) {
            return false;
        }
        (stands(ea.kind) || stands(eb.kind) || ea.nameless || eb.nameless) && ea.country.is_some() && ea.country == eb.country
    }

    /// A word before a group that tells nothing of who they are: "several".
    pub fn is_vague(&self, word: &str) -> bool {
        self.frames.meetings.vague.words.contains(&word.to_lowercase())
    }

    /// The state or body of that name, where the article speaks of it.
    pub fn named(&self, name: &str) -> Option<EntityId> {
        self.bodies.get(&fold(name)).copied()
    }

    /// The place of that name.
    pub fn place_named(&self, name: &str) -> Option<EntityId> {
        self.places.get(&fold(name)).copied()
    }

    /// True for a passage that tells of events: everything but menus and share bars.
    pub fn tells(&self, passage: usize) -> bool {
        self.passages[passage].kind != crate::record::SegmentKind::Boilerplate
    }

    /// True for a passage whose words have no tree: see `foreign`.
    pub fn is_read_by_pattern(&self, passage: usize) -> bool {
        !self.docs[passage].is_empty() && self.docs[passage].treebank(0).is_none()
    }

    /// True for the article's title and headline.
    pub fn is_headline(&self, passage: usize) -> bool {
        self.passages[passage].in_title || self.passages[passage].kind == crate::record::SegmentKind::Headline
    }

    /// True for what stands under a picture.
    pub fn is_caption(&self, passage: usize) -> bool {
        self.passages[passage].kind == crate::record::SegmentKind::Caption
    }

    /// The words of a span of tokens.
    pub fn words(&self, passage: usize, tokens: Span<Tok>) -> &str {
        self.doc(passage).words(tokens)
    }

    /// Every token of every document, in order, until the budget is spent.
    pub fn spots(&self) -> impl Iterator<Item = Spot> + '_ {
        self.docs
            .iter()
            .enumerate()
            .flat_map(|(passage, doc)| (0..doc.len()).map(move |token| Spot { passage, token }))
            .take_while(|_| !self.budget.is_spent())
    }
}

/// "Iran – the second producer and **one** of the leaders – has": the second of two that are said of what stands before.
fn is_said_of(doc: &Doc, first: usize, member: usize) -> bool {
    let one = matches!(doc.tokens[member].pos, Pos::Num | Pos::Pron) && !doc.obliques(member).is_empty();
    let parted = |t: usize| {
        doc.tokens[t].pos == Pos::Punct && doc.word(t) != "," && doc.word(t) != "-" || doc.word(t) == "-" && doc.tokens[t].space_after
    };
    one && first < member && (first + 1..member).any(parted)
}

/// So many people never sit together.
const CROWD: u32 = 2_000;

/// So many words has a person's name, and seldom more.
const PERSON: usize = 4;

fn own_name(doc: &Doc, token: usize) -> bool {
    doc.tokens[token].pos == crate::language::Pos::Propn && doc.tokens[token - 2].pos == crate::language::Pos::Propn
}

/// True where a token stands inside a phrase as somebody else's: "**Cuba**'s minister".
fn nested(doc: &Doc, phrase: Span<Tok>, token: usize) -> bool {
    let t = &doc.tokens[token];
    phrase.holds(t.head) && matches!(t.relation, Relation::Possessor | Relation::PrepositionObject)
}
