//! Entities while they are being told apart: names joined, offices collected, descriptions given a body.

use std::collections::{BTreeSet, HashMap};

use super::{
    draft::{Draft, What},
    identity::{initials, is_acronym, key},
    lexicon::{Gender, Lexicon},
    model::{Entity, EntityId, EntityKind, RoleAt, Side},
    names::NameKind,
    title::Title,
};
use crate::gazetteer::Gazetteer;

/// How many mentions back a description reaches.
pub(super) const FAR: usize = 400;
/// Fewest letters of a lone word that names a body by the first or last word of its name.
const FEWEST_LETTERS: usize = 4;
/// How many entities that share a word are compared: no article that people write has more of one name.
const MOST_NAMESAKES: usize = 64;

/// An entity with what tells it apart from others.
pub(super) struct Half {
    pub(super) entity: Entity,
    pub(super) titles: Vec<Title>,
    /// Whom or what it speaks for, works for or leads, in order of mention.
    pub(super) belongs: Vec<EntityId>,
    /// States whose guest it is.
    pub(super) guest_of: Vec<String>,
    /// States that somebody is not of.
    pub(super) apart: Vec<String>,
    /// The state whose guest it meets.
    pub(super) host_in: Option<String>,
    /// For each title, the drafts that told it.
    pub(super) told_at: Vec<RoleAt>,
    pub(super) gender: Option<Gender>,
    /// True for a state that the article names, so that the gazetteer's name has given way.
    named: bool,
    /// Folded forms of its name.
    pub(super) keys: Vec<Vec<String>>,
    /// Drafts that name it.
    pub(super) at: BTreeSet<usize>,
}

/// Entities while they are being told apart.
pub struct Builder<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) gazetteer: &'a Gazetteer,
    pub(super) halves: Vec<Half>,
    states: HashMap<String, EntityId>,
    pub(super) described: HashMap<String, EntityId>,
    /// Entities by each folded word of their names.
    by_word: HashMap<String, Vec<EntityId>>,
    /// The draft that is being read.
    now: usize,
}

/// Fewest letters, less one, of a first word that stands for a long name.
const WORD: usize = 4;

impl<'a> Builder<'a> {
    /// An empty builder.
    pub fn new(lexicon: &'a Lexicon, gazetteer: &'a Gazetteer) -> Self {
        Self { lexicon, gazetteer, halves: Vec::new(), states: HashMap::new(), described: HashMap::new(), by_word: HashMap::new(), now: 0 }
    }

    /// Says which draft is being read: what is learnt now is learnt from it.
    pub fn reading(&mut self, draft: usize) {
        self.now = draft;
    }

    /// What somebody is called so far.
    pub fn name(&self, id: EntityId) -> &str {
        &self.halves[id.0].entity.name
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.halves.len()
    }

    pub(super) fn add(&mut self, kind: EntityKind, name: &str, country: Option<&str>, nameless: bool) -> EntityId {
        let entity = Entity {
            kind,
            name: name.to_owned(),
            aliases: Vec::new(),
            roles: Vec::new(),
            country: country.map(str::to_owned),
            nameless,
            mentions: Vec::new(),
            roles_at: Vec::new(),
            side: Side::Own,
        };
        self.halves.push(Half {
            entity,
            titles: Vec::new(),
            belongs: Vec::new(),
            guest_of: Vec::new(),
            apart: Vec::new(),
            host_in: None,
            told_at: Vec::new(),
            gender: None,
            named: false,
            keys: Vec::new(),
            at: BTreeSet::new(),
        });
        let id = EntityId(self.halves.len() - 1);
        self.know(id, key(name));
        id
    }

    /// Gives every name in the article its entity: longer names of persons first, so that a surname finds its full form wherever
    /// that stands; of several that fit, the one whose full form came last before it.
    pub fn names(&mut self, drafts: &[Draft]) -> Vec<Vec<EntityId>> {
        let mut bound = vec![Vec::new(); drafts.len()];
        let mut order: Vec<usize> = (0..drafts.len()).filter(|&d| matches!(drafts[d].what, What::Named { .. })).collect();
        order.sort_by_key(|&d| {
            let What::Named { text, .. } = &drafts[d].what else { return (0, d) };
            (usize::MAX - key(text).len(), d)
        });
        for d in order {
            let What::Named { name, text, titles, gender } = &drafts[d].what else { continue };
            let id = match name.kind {
                NameKind::Person => Some(self.person(text, (d, drafts), !name.sure, titles, *gender)),
                NameKind::State => name.country.as_deref().map(|c| self.named_state(c, text)),
                // a capital that acts for its state is no other form of the state's name; "Downing Street" is
                NameKind::Seat => name.country.as_deref().map(|c| self.seat(c, text)),
                NameKind::Organization => Some(self.organization(text, name.canonical.as_deref(), name.country.as_deref())),
                NameKind::Place => Some(self.plain(EntityKind::Place, text, name.country.as_deref())),
                NameKind::Other => self.known_person(text).or_else(|| Some(self.treaty_or_other(text, name.canonical.as_deref()))),
                NameKind::Demonym => None,
            };
            let Some(id) = id else { continue };
            self.reading(d);
            for title in titles.iter().rev() {
                self.hold(id, title);
            }
            let half = &mut self.halves[id.0];
            let by_name = || if name.kind == NameKind::Person { self.lexicon.gender_of_name(text) } else { None };
            half.gender = half.gender.or(*gender).or_else(by_name);
            half.at.insert(d);
            if let (NameKind::Person, Some(country)) = (name.kind, name.country.as_deref()) {
                self.side_with(id, country, Side::Own);
            }
            bound[d] = vec![id];
        }
        bound
    }

    /// Entities that share a word of their names with the given ones, oldest first.
    pub(super) fn sharing<'w>(&self, words: impl Iterator<Item = &'w String>) -> Vec<EntityId> {
        let mut found: Vec<EntityId> =
            words.filter_map(|w| self.by_word.get(w)).flat_map(|ids| ids.iter().rev().take(MOST_NAMESAKES).copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The only body whose longer name begins, or ends, with a lone word that is no word for bodies: "Halmar" of "Halmar Hotels and Resorts
    /// Inc", "Kestrel" of "TN Kestrel".
    fn known_by_one_word(&self, text: &str, own: &[String]) -> Option<EntityId> {
        let [word] = own else { return None };
        // "NXP" of "NXP Chips NV"
        let capitals = text.chars().all(char::is_uppercase);
        if word.chars().count() + usize::from(capitals) < FEWEST_LETTERS
            || self.lexicon.ends_body(text)
            || self.lexicon.begins_body(text)
            || self.gazetteer.look_up(text).is_some()
        {
            return None;
        }
        let sharing = self.sharing(own.iter());
        let only = |place: fn(&Vec<String>) -> Option<&String>| {
            let holds = |id: &EntityId| {
                let h = &self.halves[id.0];
                h.entity.kind == EntityKind::Organization && h.keys.iter().any(|k| k.len() > 1 && place(k) == Some(word))
            };
            let mut found = sharing.iter().copied().filter(holds);
            found.next().filter(|_| found.next().is_none())
        };
        only(|k| k.first()).or_else(|| only(|k| k.last()))
    }

    fn organization(&mut self, text: &str, canonical: Option<&str>, country: Option<&str>) -> EntityId {
        let words = key(canonical.unwrap_or(text));
        let own = key(text);
        // a person's surname that the recognizer took for a body
        if canonical.is_none()
            && own.len() == 1
            && let Some(id) = self.known_person(text).or_else(|| self.known_by_given_name(&own))
        {
            return id;
        }
        let of_state = |word: &str| self.gazetteer.demonym(word).is_some() || self.gazetteer.country_by_name(word).is_some();
        let initials = initials(text, of_state);
        // "**Vestra** Norlund Financial … Vestra": of a long name its first word, where nobody else's begins so
        let begins = |id: &EntityId| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Organization && h.keys.iter().any(|k| k.first() == own.first())
        };
        let common =
            |w: &str| self.lexicon.begins_body(w) || self.lexicon.ends_body(w) || of_state(w) || self.gazetteer.look_up(w).is_some();
        let lone = own.len() == 1
            && text.chars().count() > WORD
            && text.starts_with(char::is_uppercase)
            && !common(text)
            && self.sharing(own.iter()).into_iter().filter(begins).count() == 1;
        let found = self.sharing(words.iter().chain(&own).chain(initials.iter())).into_iter().find(|id| {
            let h = &self.halves[id.0];
            let short_form = |k: &Vec<String>| k.len() > own.len() && k.starts_with(&own) && (own.len() * 2 >= k.len() || lone);
            h.entity.kind == EntityKind::Organization
                && (h.keys.contains(&words)
                    || h.keys.contains(&own)
                    || is_acronym(text, &h.entity.name, of_state)
                    || is_acronym(&h.entity.name, text, of_state)
                    || !own.is_empty() && h.keys.iter().any(short_form))
                && (country.is_none() || h.entity.country.is_none() || h.entity.country.as_deref() == country)
        });
        let id = match found.or_else(|| self.known_by_one_word(text, &own)) {
            Some(id) => {
                self.also_named(id, text);
                let entity = &mut self.halves[id.0].entity;
                entity.country = entity.country.take().or_else(|| country.map(str::to_owned));
                id
            }
            None => self.add(EntityKind::Organization, text, country, false),
        };
        self.know(id, words);
        self.index(id, &initials);
        id
    }

    /// A treaty that has many names, by the one that stands for all; or else what is called so.
    fn treaty_or_other(&mut self, text: &str, canonical: Option<&str>) -> EntityId {
        let Some(words) = canonical.map(key) else { return self.plain(EntityKind::Other, text, None) };
        let known = self.sharing(words.iter()).into_iter().find(|id| self.halves[id.0].keys.contains(&words));
        let id = known.unwrap_or_else(|| self.add(EntityKind::Other, text, None, false));
        self.know(id, words);
        self.know(id, key(text));
        id
    }

    fn plain(&mut self, kind: EntityKind, text: &str, country: Option<&str>) -> EntityId {
        let words = key(text);
        if kind == EntityKind::Place
            && let Some(id) = self.known_person(text).filter(|_| words.len() == 1 && country.is_none())
        {
            return id;
        }
        let found = self
            .sharing(words.iter())
            .into_iter()
            .find(|id| self.halves[id.0].entity.kind == kind && self.halves[id.0].keys.contains(&words));
        found.unwrap_or_else(|| self.add(kind, text, country, false))
    }

    /// Remembers a folded form of an entity's name.
    fn know(&mut self, id: EntityId, words: Vec<String>) {
        if !self.halves[id.0].keys.contains(&words) {
            self.index(id, &words);
            self.halves[id.0].keys.push(words);
        }
    }

    /// Lets an entity be found by words.
    fn index(&mut self, id: EntityId, words: &[String]) {
        for word in words {
            let ids = self.by_word.entry(word.clone()).or_default();
            if ids.last() != Some(&id) {
                ids.push(id);
            }
        }
    }

    fn named_state(&mut self, country: &str, text: &str) -> EntityId {
        let id = self.state(country);
        let half = &mut self.halves[id.0];
        let usual = self.gazetteer.country_name(country).is_some_and(|name| name == text);
        if half.named && usual && half.entity.name != text {
            let other = std::mem::replace(&mut half.entity.name, text.to_owned());
            half.entity.aliases.push(other);
            half.entity.aliases.retain(|a| a != text);
        } else if half.named {
            self.also_named(id, text);
        } else {
            half.named = true;
            text.clone_into(&mut half.entity.name);
        }
        id
    }

    /// The state that a capital or a building stands for.
    fn seat(&mut self, country: &str, text: &str) -> EntityId {
        let id = self.state(country);
        if self.gazetteer.look_up(text).is_some_and(|entry| entry.capital().is_none()) {
            self.also_named(id, text);
        }
        id
    }

    /// The state of a country.
    pub fn state(&mut self, country: &str) -> EntityId {
        if let Some(&id) = self.states.get(country) {
            return id;
        }
        let name = self.gazetteer.country_name(country).unwrap_or(country).to_owned();
        let id = self.add(EntityKind::State, &name, Some(country), false);
        self.states.insert(country.to_owned(), id);
        id
    }

    /// Remembers another form of an entity's name; the longest becomes its name.
    pub(super) fn also_named(&mut self, id: EntityId, text: &str) {
        let half = &mut self.halves[id.0];
        let words = key(text);
        if half.entity.kind != EntityKind::State && words.len() > half.keys[0].len() {
            let old = std::mem::replace(&mut half.entity.name, text.to_owned());
            if !half.entity.aliases.contains(&old) {
                half.entity.aliases.push(old);
            }
        } else if half.entity.name != text && !half.entity.aliases.iter().any(|a| a == text) {
            half.entity.aliases.push(text.to_owned());
        }
        self.know(id, words);
    }

    /// Remembers an office that somebody holds.
    pub fn hold(&mut self, id: EntityId, title: &Title) {
        let half = &mut self.halves[id.0];
        half.gender = half.gender.or(title.gender);
        match half.titles.iter_mut().zip(&mut half.told_at).find(|(t, _)| same_office(t, title)) {
            Some((known, told_at)) => {
                // the fuller wording wins; what one wording leaves open the other fills
                if title.role.title.len() > known.role.title.len() {
                    known.role.title.clone_from(&title.role.title);
                    told_at.wording = self.now;
                }
                if known.role.country.is_none() {
                    told_at.side = self.now;
                }
                known.role.country = known.role.country.take().or_else(|| title.role.country.clone());
                known.role.of = known.role.of.take().or_else(|| title.role.of.clone());
                known.role.former |= title.role.former;
            }
            None => {
                half.titles.push(title.clone());
                half.told_at.push(RoleAt { wording: self.now, side: self.now });
            }
        }
    }

    /// Remembers a further wording of an office for one who is known to hold such a one.
    pub fn hold_more(&mut self, id: EntityId, title: &Title) {
        if self.halves[id.0].titles.iter().any(|t| t.head == title.head || same_office(t, title)) {
            self.hold(id, title);
        }
    }

    /// What an entity is.
    pub fn kind(&self, id: EntityId) -> EntityKind {
        self.halves[id.0].entity.kind
    }

    /// True for one who is only described.
    pub fn is_nameless(&self, id: EntityId) -> bool {
        self.halves[id.0].entity.nameless
    }

    /// What is known of somebody's gender.
    pub fn gender(&self, id: EntityId) -> Option<Gender> {
        self.halves[id.0].gender
    }
}

/// Two wordings of one office: the same head, and neither side nor time speaks against it.
fn same_office(a: &Title, b: &Title) -> bool {
    // "Senior Minister and Coordinating Minister for Ports": two offices of one
    let ranks = |t: &Title| t.role.title.to_lowercase().strip_suffix(t.head.as_str()).map(|r| r.trim().to_owned());
    let both = |one: &Title, other: &Title| {
        ranks(one).is_some_and(|rank| !rank.is_empty() && !other.role.title.to_lowercase().contains(&rank) && has_field(other))
    };
    a.head == b.head
        && !both(a, b)
        && !both(b, a)
        && (a.role.country.is_none() || b.role.country.is_none() || a.role.country == b.role.country)
        && a.role.former == b.role.former
        || a.role.title.eq_ignore_ascii_case(&b.role.title) && a.role.country == b.role.country
}

/// "Coordinating **Minister for** Ports": an office with its field behind it.
fn has_field(t: &Title) -> bool {
    let title = t.role.title.to_lowercase();
    title.find(t.head.as_str()).is_some_and(|at| at > 0 && at + t.head.len() < title.len())
}
