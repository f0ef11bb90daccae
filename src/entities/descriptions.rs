//! Those who are not named: offices without a name, people and groups by what they are, bodies by their noun.

use super::{
    builder::{Builder, FAR, Half},
    identity::key,
    lexicon::Gender,
    memory::Memory,
    model::{EntityId, EntityKind},
    title::Title,
};
use crate::record::Role;

/// How many mentions back "the witness" reaches.
const NEAR: usize = 40;
/// How many mentions back "the company" looks for whom it means.
const LAST: usize = 12;

impl Builder<'_> {
    /// The office of somebody's counterpart on another side.
    pub fn counterpart_title(&self, whose: EntityId, country: Option<&str>) -> Option<Title> {
        let title = self.halves[whose.0].titles.iter().find(|t| !t.role.former).or_else(|| self.halves[whose.0].titles.first())?;
        let of = country.and_then(|c| self.gazetteer.country_name(c)).map(str::to_owned);
        let abroad = country.is_some() && country != self.country(whose);
        let elsewhere = self.lexicon.office_elsewhere(&title.head).filter(|_| abroad);
        let (name, head) = elsewhere.map_or((title.role.title.as_str(), title.head.as_str()), |office| (office, office));
        Some(Title {
            role: Role { country: country.map(str::to_owned), of, former: false, title: name.to_owned() },
            gender: None,
            assumed: false,
            head: head.to_owned(),
        })
    }

    /// Somebody who is only described; the same `sort` of description is the same one.
    pub fn nameless(&mut self, text: &str, title: &Title, sort: &str) -> EntityId {
        if let Some(&id) = self.described.get(sort) {
            return id;
        }
        let id = self.add(EntityKind::Person, text, title.role.country.as_deref(), true);
        self.hold(id, title);
        self.described.insert(sort.to_owned(), id);
        id
    }

    /// A group by its description.
    pub fn group(&mut self, text: &str, country: Option<&str>, definite: bool, memory: &Memory) -> EntityId {
        let words = key(text);
        let noun = words.last().cloned().unwrap_or_default();
        let found = self.sharing(words.last().into_iter()).into_iter().rev().find(|id| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Group
                && (h.keys.contains(&words)
                    // "five public sector unions … **the five unions**"
                    || definite && h.keys[0].last() == Some(&noun) && words.iter().all(|w| h.keys[0].contains(w)))
                && (country.is_none() || h.entity.country.as_deref() == country)
        });
        // "the group": where nobody was told to be one, the firm that the story was about last
        let alone = definite && country.is_none() && words.len() == 1 && self.lexicon.is_generic_body(&noun);
        let bodies = || memory.back().take(LAST).take_while(|s| s.kind != EntityKind::Group);
        let firm = || bodies().filter(|s| s.subject && s.kind == EntityKind::Organization).map(|s| s.id).find(|&id| self.is_firm(id));
        let known = found.or_else(|| if alone { firm() } else { None });
        known.unwrap_or_else(|| self.add(EntityKind::Group, text, country, true))
    }

    /// A body by its description: one named before whose name holds the noun, or else a new one where a side tells whose it is.
    pub fn body(&mut self, noun: &str, text: &str, (fresh, country): (bool, Option<&str>), memory: &Memory) -> Option<EntityId> {
        let words = key(text);
        let of_side = |h: &Half| country.is_none() || h.entity.country.as_deref() == country;
        let same = self.sharing(words.iter()).into_iter().find(|id| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Organization && of_side(h) && h.keys.contains(&words)
        });
        if same.is_some() {
            return same;
        }
        let named = memory.back().take(FAR).map(|s| s.id).find(|id| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Organization && of_side(h) && h.keys.iter().any(|k| k.iter().any(|w| w == noun))
        });
        if named.is_some() {
            return named;
        }
        if country.is_none() && words.len() == 1 {
            // "the company": the body spoken of last
            let generic = self.lexicon.is_generic_body(noun);
            let other = |id: EntityId| self.lexicon.companies.is_other_than(noun, &self.halves[id.0].entity.name);
            let bodies = || memory.back().take(LAST).filter(|s| generic && s.kind == EntityKind::Organization).map(|s| s.id);
            // "Western **Union**" is one all the same where there is no other
            return bodies().find(|&id| !other(id)).or_else(|| bodies().next());
        }
        let generic = self.lexicon.is_generic_body(noun);
        if generic && !fresh && country.is_some() {
            // "the German firm": the one of that side spoken of last
            let of_side = |id: &EntityId| self.is_firm(*id) && self.halves[id.0].entity.country.as_deref() == country;
            let known = memory.back().take(FAR).map(|s| s.id).find(of_side);
            if known.is_some() {
                return known;
            }
        }
        if generic && !fresh && country.is_none() && words.len() == 2 && text.starts_with(char::is_uppercase) {
            // "the Chicago firm": the one that is spoken of most of late
            let named: Vec<EntityId> = memory.back().take(FAR).map(|s| s.id).filter(|id| self.is_firm(*id)).collect();
            let times = |id: &EntityId| named.iter().filter(|n| *n == id).count();
            // of several the last, who come first
            let most = named.iter().rev().copied().max_by_key(|id| times(id));
            if most.is_some() {
                return most;
            }
        }
        Some(self.add(EntityKind::Organization, text, country, generic))
    }

    /// A body with a name that is no organ of a state: a ministry is no firm.
    fn is_firm(&self, id: EntityId) -> bool {
        let e = &self.halves[id.0].entity;
        e.kind == EntityKind::Organization && !e.nameless && !self.lexicon.names_state_body(&e.name)
    }

    /// The office of one who had, or has now, another's: of the same side.
    pub fn succession_title(&self, whose: EntityId, former: bool) -> Option<Title> {
        let title = self.halves[whose.0].titles.iter().find(|t| self.lexicon.is_state_office(&t.head) || t.role.of.is_some())?;
        let country = title.role.country.clone().or_else(|| self.country(whose).map(str::to_owned));
        Some(Title { role: Role { former, country, ..title.role.clone() }, gender: None, assumed: title.assumed, head: title.head.clone() })
    }

    /// The named person of a gender who was spoken of most of late; of several, the last.
    pub fn in_question(&self, gender: Option<Gender>, memory: &Memory) -> Option<EntityId> {
        let fits = |id: EntityId| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Person && !h.entity.nameless && (gender.is_none() || h.gender.is_none() || h.gender == gender)
        };
        let near: Vec<EntityId> = memory.back().take(NEAR).filter(|s| !s.plural && fits(s.id)).map(|s| s.id).collect();
        let times = |id: EntityId| near.iter().filter(|&&n| n == id).count();
        near.iter().rev().copied().max_by_key(|&id| times(id))
    }

    /// Somebody who is described by a noun: the one described so last, or somebody new.
    pub fn somebody(&mut self, text: &str, noun: &str, fresh: bool, country: Option<&str>, memory: &Memory) -> EntityId {
        let known = || {
            memory.back().take(NEAR).map(|s| s.id).find(|id| {
                let h = &self.halves[id.0];
                let described = h.keys.iter().any(|k| k.last().is_some_and(|w| w == noun)) || h.titles.iter().any(|t| t.head == noun);
                h.entity.nameless && h.entity.kind == EntityKind::Person && described
            })
        };
        let known = if fresh { None } else { known() };
        known.unwrap_or_else(|| {
            let id = self.add(EntityKind::Person, text, country, true);
            self.halves[id.0].gender = self.lexicon.gender_of(noun);
            if !self.lexicon.is_kin(noun) {
                let role = Role { title: noun.to_owned(), former: false, of: None, country: None };
                self.hold(id, &Title { head: noun.to_owned(), role, gender: None, assumed: false });
            }
            id
        })
    }
}
