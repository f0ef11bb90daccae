//! Which side each is on, in order of strength, and the entities as they leave the room.

use super::{
    builder::{Builder, Half},
    model::{Entity, EntityId, EntityKind, Side},
    sides::{Holder, Sides},
};
use crate::gazetteer::Origin;

/// How many steps a side is handed on: from a state's minister to the minister's spokesman.
const STEPS: usize = 3;

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
        if id != to && half.entity.kind == EntityKind::Person && !half.belongs.contains(&to) {
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

    /// The entities, with offices and sides filled in: a side that is told with name or office first, then that of whom or what somebody speaks
    /// for, then the one that the article's words point to, then the one that alone has such an office.
    ///
    /// `signals` are the states that the article's words point to, `origin` what the page's address tells.
    pub fn finish(self, signals: &[(String, i64)], origin: Option<Origin>) -> Vec<Entity> {
        let persons = self.halves.iter().filter(|h| h.entity.kind == EntityKind::Person);
        let holders: Vec<Holder<'_>> = persons.map(|h| Holder { titles: &h.titles, country: stated(h) }).collect();
        let sides = Sides::weigh(self.lexicon, signals.iter().map(|(c, w)| (c.as_str(), *w)), &holders, origin);
        let mut settled: Vec<Option<(String, Side)>> = self.halves.iter().map(|h| stated(h).map(|c| (c.to_owned(), told_by(h)))).collect();
        self.hand_on(&mut settled);
        for (half, side) in self.halves.iter().zip(&mut settled).filter(|(h, s)| s.is_none() && h.entity.kind == EntityKind::Person) {
            let known = assumed(half).map(|(c, office)| (c.to_owned(), Side::KnownOffice(office)));
            // an office that readers know for one state's is another's only where all words point there
            *side = match sides.of(&half.titles, known.as_ref().map(|(c, _)| c.as_str())) {
                Some(home) if known.as_ref().is_none_or(|(c, _)| *c != home) => Some((home, Side::Home)),
                home => known.or(home.map(|c| (c, Side::Home))),
            };
        }
        self.hand_on(&mut settled);
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
        entities
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
