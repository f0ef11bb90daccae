//! Entities, their mentions, and the look-up from a token to both.

use std::collections::BTreeSet;

use crate::{
    gazetteer::{BodyKind, Gazetteer},
    record::{Role, Rule},
    text::{Span, Tok},
};

/// The number of an entity within one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub usize);

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityKind {
    /// Somebody, also one who is only described.
    Person,
    /// A ministry, union, company, paper, body of states.
    Organization,
    /// A state, also by its capital or seat.
    State,
    /// A delegation, officials, business leaders.
    Group,
    /// A city, region, building: never a participant by itself.
    Place,
    /// A work, a law, an event, a product: never a participant.
    Other,
}

/// Somebody or something that the article speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form of its name in the article; for one who is only described, the description.
    pub name: String,
    /// Other forms of the name.
    pub aliases: Vec<String>,
    /// What the article says of its office.
    pub roles: Vec<Role>,
    /// ISO 3166-1 alpha-2 of its side.
    pub country: Option<String>,
    /// True where it is only described ("a White House official").
    pub nameless: bool,
    /// Indices into [`Entities::mentions`], in order of appearance.
    pub mentions: Vec<usize>,
    /// For each of `roles`, what told it.
    pub roles_at: Vec<RoleAt>,
    /// Where the country was taken from.
    pub side: Side,
}

/// Indices of the mentions that told an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RoleAt {
    /// Its wording.
    pub wording: usize,
    /// Its country, where it has one.
    pub side: usize,
}

/// Where the country of an entity was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Side {
    /// Its own name or description, or words before it.
    #[default]
    Own,
    /// The office at this index of its roles, with which it is told.
    Office(usize),
    /// The office at this index of its roles, which is known in one country only.
    KnownOffice(usize),
    /// Whom it accompanies.
    Company,
    /// For whom or what it speaks or works.
    Affiliation,
    /// Where the one who meets it is a guest.
    Host,
    /// The article's own country.
    Home,
}

/// How a mention speaks of its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// By its name, perhaps with an office before it.
    Name,
    /// By a description: "the Iranian President", "a White House official", "the two leaders".
    Description,
    /// "he", "their", "who".
    Pronoun,
}

/// Words that stand for one entity, or for several together.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The passage (and document) it stands in.
    pub passage: usize,
    /// The words of the name or phrase, with an office glued to its front.
    pub tokens: Span<Tok>,
    /// The token that governs the phrase.
    pub head: usize,
    /// How it speaks.
    pub form: Form,
    /// True for a name with an office or a form of address before it.
    pub introduced: bool,
    /// How it was bound; none where it was not.
    pub rule: Option<Rule>,
    /// Whom it stands for: one, several for "the two leaders", none where nothing could be bound.
    pub refers: Vec<EntityId>,
}

/// How many mentions may begin inside another before a given one.
const NESTED: usize = 6;
/// How many mentions ahead a name is looked for.
const AHEAD: usize = 8;

/// All that the article speaks of.
#[derive(Debug, Clone, Default)]
pub struct Entities {
    /// In order of appearance.
    pub entities: Vec<Entity>,
    /// In order of passage and token.
    pub mentions: Vec<Mention>,
    /// The state whose readers the article is written for, ISO 3166-1 alpha-2: whose Congress is "Congress".
    pub home: Option<String>,
    /// For each passage, for each token, the innermost mention that covers it.
    pub(super) by_token: Vec<Vec<Option<u32>>>,
}

impl Entities {
    /// The entity of that number.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// The state of a country, where the article speaks of it by name, adjective or seat.
    pub fn state(&self, country: &str) -> Option<EntityId> {
        self.entities.iter().position(|e| e.kind == EntityKind::State && e.country.as_deref() == Some(country)).map(EntityId)
    }

    /// The state whose readers the article is written for, where the article speaks of it.
    pub fn at_home(&self) -> Option<EntityId> {
        self.state(self.home.as_deref()?)
    }

    /// Adds the state whose readers the article is written for where only its organs are named, "Congress" or "the Senate": they stand for it.
    pub(super) fn name_home(&mut self, gazetteer: &Gazetteer) {
        let Some(home) = self.home.clone().filter(|c| self.state(c).is_none()) else { return };
        let organ = |e: &&Entity| {
            let known = gazetteer.body(&e.name).filter(|b| b.kind == BodyKind::Institution).and_then(|b| b.country);
            e.kind == EntityKind::Organization && known.is_some_and(|c| c.as_str() == home)
        };
        // one "Congress" alone may be a party's
        let mut organs = self.entities.iter().filter(organ);
        let mention = organs.next().filter(|_| organs.next().is_some()).and_then(|e| e.mentions.first().copied());
        if let Some(mention) = mention {
            self.add_state(gazetteer, home, mention, Side::Home);
        }
    }

    /// Adds the states of which only the capital is named, where somebody is a guest: "travelled to **Beijing**, where he signed".
    pub(super) fn name_hosts(&mut self, gazetteer: &Gazetteer, hosts: &BTreeSet<String>) {
        let capital = |e: &Entity| {
            let country = e.country.clone().filter(|c| e.kind == EntityKind::Place && hosts.contains(c))?;
            let of = gazetteer.look_up(&e.name)?.capital()?;
            (of.as_str() == country).then_some((country, *e.mentions.first()?))
        };
        let named: Vec<(String, usize)> = self.entities.iter().filter_map(capital).collect();
        for (country, mention) in named {
            self.add_state(gazetteer, country, mention, Side::Own);
        }
    }

    /// Adds a state that nothing but the words of one mention stands for, unless it is there.
    fn add_state(&mut self, gazetteer: &Gazetteer, country: String, mention: usize, side: Side) {
        let Some(name) = gazetteer.country_name(&country).filter(|_| self.state(&country).is_none()) else { return };
        self.entities.push(Entity {
            kind: EntityKind::State,
            name: name.to_owned(),
            aliases: Vec::new(),
            roles: Vec::new(),
            country: Some(country),
            nameless: false,
            mentions: vec![mention],
            roles_at: Vec::new(),
            side,
        });
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, passage: usize, token: usize) -> Option<&Mention> {
        let index = (*self.by_token.get(passage)?.get(token)?)?;
        self.mentions.get(index as usize)
    }

    /// The person in office whose mention covers the one at a token: "**the World Trade Forum** Chairman Ana Ruiz".
    pub fn in_office_around(&self, passage: usize, token: usize) -> Option<&Mention> {
        let index = (*self.by_token.get(passage)?.get(token)?)? as usize;
        let inner = self.mentions.get(index)?;
        let before = self.mentions[..index].iter().rev().take(NESTED).take_while(|m| m.passage == passage);
        before.filter(|m| m.introduced && m.tokens.covers(inner.tokens) && m.tokens.end > inner.tokens.end).last()
    }

    /// The name that begins first at a token or behind it, of the outermost where several begin together.
    pub fn name_from(&self, passage: usize, token: usize) -> Option<&Mention> {
        let from = self.mentions.partition_point(|m| (m.passage, m.tokens.start) < (passage, token));
        self.mentions[from..].iter().take(AHEAD).take_while(|m| m.passage == passage).find(|m| m.form == Form::Name)
    }

    /// Whom the mention at a token stands for: none where there is no mention or nothing could be bound.
    pub fn referents(&self, passage: usize, token: usize) -> &[EntityId] {
        self.mention_at(passage, token).map_or(&[], |m| &m.refers)
    }

    /// Adds somebody of whom no mention is known yet.
    pub fn adopt(&mut self, entity: Entity) -> EntityId {
        self.entities.push(entity);
        EntityId(self.entities.len() - 1)
    }

    /// Adds mentions in passages that had none, for each of which `docs` has a document.
    pub fn add_mentions(&mut self, mut more: Vec<Mention>, docs: &[crate::language::Doc]) {
        if more.is_empty() {
            return;
        }
        let old = self.mentions.len();
        let mut order: Vec<usize> = (0..old + more.len()).collect();
        self.mentions.append(&mut more);
        order.sort_by_key(|&i| (self.mentions[i].passage, self.mentions[i].tokens.start, i));
        let mut place = vec![0; order.len()];
        for (new, &was) in order.iter().enumerate() {
            place[was] = new;
        }
        let moved = |i: usize| place.get(i).copied().unwrap_or(i);
        for e in &mut self.entities {
            e.mentions.iter_mut().for_each(|m| *m = moved(*m));
            e.roles_at.iter_mut().for_each(|r| *r = RoleAt { wording: moved(r.wording), side: moved(r.side) });
        }
        for index in self.by_token.iter_mut().flatten().flatten() {
            *index = moved(*index as usize) as u32;
        }
        self.by_token.resize_with(docs.len(), Vec::new);
        for &i in order.iter().filter(|&&i| i >= old) {
            let (passage, tokens, refers) = (self.mentions[i].passage, self.mentions[i].tokens, self.mentions[i].refers.clone());
            if self.by_token[passage].is_empty() {
                self.by_token[passage] = vec![None; docs[passage].len()];
            }
            self.by_token[passage][tokens.range()].fill(Some(place[i] as u32));
            for id in refers {
                self.entities[id.0].mentions.push(place[i]);
            }
        }
        self.entities.iter_mut().for_each(|e| e.mentions.sort_unstable());
        let mut mentions: Vec<Option<Mention>> = std::mem::take(&mut self.mentions).into_iter().map(Some).collect();
        self.mentions = order.into_iter().filter_map(|i| mentions[i].take()).collect();
    }
}
