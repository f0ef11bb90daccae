//! Which side each is on, in order of strength, and the entities as they leave the room.

use std::collections::BTreeSet;

use super::{
    builder::{Builder, Half},
    model::{Entity, EntityId, EntityKind, Side},
    short,
    sides::{Asked, Holder, Sides},
};
use crate::gazetteer::Origin;

/// How many steps a side is handed on: from a state's minister to the minister's spokesman.
const STEPS: usize = 3;

/// How many bodies of one person are remembered: the first that has a side decides.
const MOST_BODIES: usize = 8;

/// What the article tells of sides, beside what stands with those who are on them.
pub struct Told {
    /// The states that its words point to, with what each says of whose article it is.
    pub signals: Vec<(String, i64)>,
    /// What the page's address tells.
    pub origin: Option<Origin>,
    /// Who is spoken of, in order.
    pub spoken: Vec<EntityId>,
}

impl Builder<'_> {
    /// Puts a person of no stated side on one, and remembers what told it.
    pub fn side_with(&mut self, id: EntityId, country: &str, side: Side) {
        let half = &mut self.halves[id.0];
        if half.entity.kind == EntityKind::Person && stated(half).is_none() {
            half.entity.country = Some(country.to_owned());
            half.entity.side = side;
        }
    }

    /// Remembers for whom somebody speaks or works, or what it leads.
    pub fn belong(&mut self, id: EntityId, to: EntityId) {
        let half = &mut self.halves[id.0];
        if id != to && half.entity.kind == EntityKind::Person && half.belongs.len() < MOST_BODIES && !half.belongs.contains(&to) {
            half.belongs.push(to);
        }
    }

    /// The side that an entity is known to belong to.
    pub fn country(&self, id: EntityId) -> Option<&str> {
        let half = &self.halves[id.0];
        match half.entity.kind {
            EntityKind::Person | EntityKind::State | EntityKind::Group => Self::country_of(half),
            _ => None,
        }
    }

    /// The side that is told, or known from the office alone.
    pub(super) fn country_of(half: &Half) -> Option<&str> {
        stated(half).or_else(|| assumed(half).map(|(c, _)| c))
    }

    /// The states that somebody is a guest of.
    pub fn hosts(&self) -> BTreeSet<String> {
        self.halves.iter().flat_map(|h| h.guest_of.iter().cloned()).collect()
    }

    /// Remembers that somebody is a state's guest.
    pub fn be_guest(&mut self, id: EntityId, country: &str) {
        let half = &mut self.halves[id.0];
        if half.guest_of.len() < MOST_BODIES && !half.guest_of.iter().any(|c| c == country) {
            half.guest_of.push(country.to_owned());
        }
    }

    /// Remembers of which state somebody is not.
    pub fn stand_apart(&mut self, id: EntityId, country: &str) {
        let half = &mut self.halves[id.0];
        if half.apart.len() < MOST_BODIES && !half.apart.iter().any(|c| c == country) {
            half.apart.push(country.to_owned());
        }
    }

    /// The one state that somebody is told to be a guest of.
    pub fn guest_of(&self, id: EntityId) -> Option<&str> {
        match self.halves[id.0].guest_of.as_slice() {
            [country] => Some(country),
            _ => None,
        }
    }

    /// Remembers in which state somebody in office meets a guest.
    pub fn be_host(&mut self, id: EntityId, country: &str) {
        let half = &mut self.halves[id.0];
        if half.guest_of.is_empty() && half.host_in.is_none() {
            half.host_in = Some(country.to_owned());
        }
    }

    /// The entities, with offices and sides filled in: a side that is told with name or office first, then that of whom or what somebody speaks
    /// for, then where its holder meets a guest, then the one that the article's words point to, then the one that alone has such an
    /// office, then the one of which the whole article is.
    ///
    /// With them, the state whose readers the article is written for.
    pub fn finish(self, told: &Told) -> (Vec<Entity>, Option<String>) {
        let persons = self.halves.iter().filter(|h| h.entity.kind == EntityKind::Person);
        let holders: Vec<Holder<'_>> =
            persons.map(|h| Holder { titles: &h.titles, country: stated(h), named: !h.entity.nameless }).collect();
        let sides = Sides::weigh(self.lexicon, told.signals.iter().map(|(c, w)| (c.as_str(), *w)), &holders, told.origin);
        let mut settled: Vec<Option<(String, Side)>> = self.halves.iter().map(|h| stated(h).map(|c| (c.to_owned(), told_by(h)))).collect();
        let before = self.told_before(&settled, &told.spoken);
        self.hand_on(&mut settled);
        for (id, half) in self.halves.iter().enumerate().filter(|(_, h)| h.entity.kind == EntityKind::Person && !h.titles.is_empty()) {
            if settled[id].is_none() && assumed(half).is_none() {
                settled[id] = half.host_in.clone().map(|c| (c, Side::Host));
            }
        }
        let told_offices = self.told_offices();
        for (id, half) in self.halves.iter().enumerate().filter(|(_, h)| h.entity.kind == EntityKind::Person) {
            if settled[id].is_some() {
                continue;
            }
            // "Treasury Secretary" is no American's where an American is told to be just that
            let known = assumed(half)
                .filter(|&(c, i)| !told_offices.contains(&(half.titles[i].head.as_str(), c)))
                .map(|(c, office)| (c.to_owned(), Side::KnownOffice(office)));
            let asked = Asked {
                titles: &half.titles,
                known: known.as_ref().map(|(c, _)| c.as_str()),
                guest_of: &half.guest_of,
                apart: &half.apart,
                before: before[id].as_deref(),
            };
            // an office that readers know for one state's is another's only where all words point there
            settled[id] = match sides.of(&asked) {
                Some(home) if known.as_ref().is_none_or(|(c, _)| *c != home) => Some((home, Side::Home)),
                home => known.or(home.map(|c| (c, Side::Home))),
            };
        }
        self.hand_on(&mut settled);
        for (id, half) in self.halves.iter().enumerate().filter(|(_, h)| h.entity.kind == EntityKind::Person && !h.entity.nameless) {
            if settled[id].is_none() && !Sides::is_of_many(&half.titles) {
                settled[id] = sides.of_all(&half.guest_of).filter(|c| !half.apart.contains(c)).map(|c| (c, Side::Home));
            }
        }
        let home = sides.home().map(str::to_owned);
        let (lexicon, gazetteer) = (self.lexicon, self.gazetteer);
        let mut entities = Vec::with_capacity(self.halves.len());
        for (half, side) in self.halves.into_iter().zip(settled) {
            let mut entity = half.entity;
            (entity.country, entity.side) = side.map_or((None, Side::default()), |(country, side)| (Some(country), side));
            entity.roles_at = half.told_at;
            entity.roles = half.titles.into_iter().map(|t| t.role).collect();
            let name = entity.name.clone();
            entity.aliases.retain(|a| *a != name);
            entities.push(entity);
        }
        short::name(lexicon, gazetteer, &mut entities);
        (entities, home)
    }

    /// Offices held now that are told with their state.
    fn told_offices(&self) -> BTreeSet<(&str, &str)> {
        let titles = self.halves.iter().filter(|h| h.entity.kind == EntityKind::Person && !h.entity.nameless).flat_map(|h| &h.titles);
        titles.filter(|t| !t.assumed && !t.role.former).filter_map(|t| Some((t.head.as_str(), t.role.country.as_deref()?))).collect()
    }

    /// For each, the side of the person spoken of last before it of whom one is told.
    fn told_before(&self, settled: &[Option<(String, Side)>], spoken: &[EntityId]) -> Vec<Option<String>> {
        let mut before = vec![None; self.halves.len()];
        let mut met = vec![false; self.halves.len()];
        let mut last: Option<&str> = None;
        for &EntityId(id) in spoken {
            if !std::mem::replace(&mut met[id], true) {
                before[id] = last.map(str::to_owned);
            }
            if self.halves[id].entity.kind == EntityKind::Person
                && let Some((country, _)) = &settled[id]
            {
                last = Some(country);
            }
        }
        before
    }

    /// Gives those of no side yet the side of whom or what they speak for.
    fn hand_on(&self, settled: &mut [Option<(String, Side)>]) {
        for _ in 0..STEPS {
            for (id, half) in self.halves.iter().enumerate() {
                if settled[id].is_none() && half.entity.kind == EntityKind::Person {
                    let from = half.belongs.iter().find_map(|to| settled[to.0].as_ref().map(|(c, _)| c.clone()));
                    settled[id] = from.map(|c| (c, Side::Affiliation));
                }
            }
        }
    }
}

/// The side that words tell: with the name, or with an office.
fn stated(half: &Half) -> Option<&str> {
    half.entity.country.as_deref().or_else(|| office_of_side(half).and_then(|i| half.titles[i].role.country.as_deref()))
}

fn told_by(half: &Half) -> Side {
    match (&half.entity.country, office_of_side(half)) {
        (None, Some(office)) => Side::Office(office),
        _ => half.entity.side,
    }
}

/// The office that is told with its side: one held now before a former one.
fn office_of_side(half: &Half) -> Option<usize> {
    let of = |former: bool| half.titles.iter().position(|t| t.role.former == former && !t.assumed && t.role.country.is_some());
    of(false).or_else(|| of(true))
}

/// The side of an office that readers know for one state's.
fn assumed(half: &Half) -> Option<(&str, usize)> {
    half.titles.iter().enumerate().find_map(|(i, t)| t.role.country.as_deref().filter(|_| t.assumed).map(|c| (c, i)))
}
