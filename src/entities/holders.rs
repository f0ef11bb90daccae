//! Who holds an office that the article speaks of: "the minister", "the Chilean president".

use super::{
    builder::{Builder, FAR, Half},
    identity::key,
    memory::Memory,
    model::{EntityId, EntityKind},
    title::Title,
};

/// How many mentions back the one is looked for that the story is about.
const NEAR: usize = 12;
/// How many drafts ahead somebody is looked for who is told by an office first and by name then.
const SOON: usize = 40;

impl Builder<'_> {
    /// Who was spoken of last among those who hold, or may be meant by, an office; one whose side is another's never.
    pub fn holder(&self, office: &Title, memory: &Memory) -> Option<EntityId> {
        let (head, country, of) = (office.head.as_str(), office.role.country.as_deref(), office.role.of.as_deref());
        // "the head of Chilean diplomacy" is not its president
        let of_body = of.is_some_and(|of| self.gazetteer.country_by_name(of).is_none()) || self.lexicon.has_complement(&office.role.title);
        let lesser = self.lexicon.is_lesser(&office.role.title);
        let fits = |id: EntityId| {
            let half = &self.halves[id.0];
            half.entity.kind == EntityKind::Person
                && half.titles.iter().any(|t| {
                    let same_body = || of.is_some() && of.map(key) == t.role.of.as_deref().map(key);
                    // "the minister" may be the only deputy minister of the story, "the prime minister" no deputy
                    let ranks = lesser == self.lexicon.is_lesser(&t.role.title)
                        || !lesser && !self.lexicon.is_sole_office(&office.head) && !office.role.title.contains(' ');
                    ranks
                        && (head == t.head || (!of_body || same_body()) && self.lexicon.may_stand_for(head, &t.head))
                        && (country.is_some() || of.is_none() || t.role.of.is_none() || of.map(key) == t.role.of.as_deref().map(key))
                        && match (country, t.role.country.as_deref()) {
                            (Some(a), Some(b)) => a == b,
                            (Some(a), None) => Self::country_of(half).is_none_or(|c| c == a),
                            _ => true,
                        }
                })
        };
        let told = |id: EntityId| country.is_none() || Self::country_of(&self.halves[id.0]) == country;
        let recent = || memory.back().take(FAR).map(|s| s.id).filter(|&id| fits(id));
        let anywhere = || (0..self.halves.len()).take(FAR).map(EntityId).filter(|&id| fits(id));
        // of several, the one that the story is about
        let leading = || memory.back().take(NEAR).filter(|s| s.subject && !s.plural).map(|s| s.id).find(|&id| fits(id) && told(id));
        // "SM": the one who is told as "Senior Minister" before any other minister
        let full = self.lexicon.abbreviation(&office.role.title).map(str::to_lowercase);
        let worded = |id: EntityId, full: &str| self.halves[id.0].titles.iter().any(|t| t.role.title.to_lowercase().starts_with(full));
        full.and_then(|full| recent().find(|&id| worded(id, &full)))
            .or_else(leading)
            .or_else(|| recent().find(|&id| told(id)))
            .or_else(|| anywhere().find(|&id| told(id) && (country.is_some() || anywhere().count() == 1)))
            .or_else(|| recent().next())
    }

    /// The only one of no known side whom the drafts behind `d` name with this office, told here with its side.
    pub fn holder_to_come(&self, office: &Title, d: usize) -> Option<EntityId> {
        office.role.country.as_ref().filter(|_| !office.assumed)?;
        let fits = |h: &Half| {
            h.entity.kind == EntityKind::Person
                && !h.entity.nameless
                && h.titles.iter().any(|t| t.head == office.head)
                && Self::country_of(h).is_none()
                && h.at.first().is_some_and(|&first| first > d && first < d + SOON)
        };
        let mut found = self.halves.iter().enumerate().take(FAR).filter(|(_, h)| fits(h)).map(|(i, _)| EntityId(i));
        found.next().filter(|_| found.next().is_none())
    }

    /// True for one of whom no office is told, where nobody is told to hold this one, of which a state has but one.
    pub fn may_hold(&self, id: EntityId, office: &Title) -> bool {
        let half = &self.halves[id.0];
        self.lexicon.is_sole_office(&office.head)
            && half.titles.is_empty()
            && !half.entity.nameless
            && (half.gender.is_none() || office.gender.is_none() || half.gender == office.gender)
            && !self.halves.iter().take(FAR).any(|h| h.titles.iter().any(|t| t.head == office.head))
    }

    /// True where "the two leaders" can mean this one.
    pub fn can_be(&self, id: EntityId, noun: &str) -> bool {
        self.halves[id.0].titles.iter().any(|t| self.lexicon.may_stand_for(noun, &t.head))
    }
}
