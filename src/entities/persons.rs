//! Whom a person's name names: "Ana Ruiz", and then "Ruiz", "President Ruiz", "Ana".

use super::{
    builder::{Builder, Half},
    draft::Draft,
    identity::{is_given_name, is_short_form, key, same_person},
    lexicon::Gender,
    model::{EntityId, EntityKind},
    title::Title,
};
use crate::gazetteer;

/// So many mentions apart two names stand side by side.
const BESIDE: usize = 1;
/// How many times as often somebody is told of to whom a lone word belongs that is another's surname.
const LEADING: usize = 2;

impl Builder<'_> {
    /// Whom a person's name names: one told of before or behind, or somebody new. `unsure` where only its look makes it a person's.
    pub(super) fn person(
        &mut self,
        text: &str,
        (d, drafts): (usize, &[Draft]),
        unsure: bool,
        titles: &[Title],
        gender: Option<Gender>,
    ) -> EntityId {
        let untitled = titles.is_empty();
        let unsure = unsure && untitled;
        let words = key(text);
        // "President Ruiz", beside "first lady Ana Ruiz"
        let in_office = words.len() == 1 && titles.iter().any(|t| self.lexicon.is_sole_office(&t.head) && !self.is_by_marriage(t));
        let near = self.sharing(words.iter());
        let fits = |id: &&EntityId| {
            let h = &self.halves[id.0];
            // "John Ruiz met **Jack Ruiz**": told side by side they are two
            let beside = || h.at.range(d.saturating_sub(BESIDE)..=d + BESIDE).any(|&o| drafts[o].passage == drafts[d].passage);
            let one = |k: &Vec<String>| same_person(k, &words) && !(is_short_form(k, &words) && beside());
            h.entity.kind == EntityKind::Person && agrees(h, gender) && h.keys.iter().any(one) && !(self.is_spouse(**id) && in_office)
        };
        // one of whom the same gender is told before one of whom none is
        let alike = |id: EntityId| gender.is_some() && self.halves[id.0].gender == gender;
        let last_at = |id: EntityId| self.halves[id.0].at.range(..d).next_back();
        // "President Ali", of President Ali Ruiz, where another Ali has no office
        let of_office = |id: &&EntityId| {
            let half = &self.halves[id.0];
            half.entity.kind == EntityKind::Person && half.titles.iter().any(|held| titles.iter().any(|t| t.head == held.head))
        };
        let by_given = |id: &&EntityId| self.halves[id.0].keys.iter().any(|k| is_given_name(&words, k));
        let given_in_office = near.iter().find(|id| of_office(id) && by_given(id)).copied();
        if let Some(id) = given_in_office.filter(|_| !near.iter().any(|id| of_office(&id) && fits(&id))) {
            self.also_named(id, text);
            return id;
        }
        let most = near.iter().filter(fits).map(|&id| self.halves[id.0].at.len()).max().unwrap_or_default();
        if untitled
            && most > 0
            && let Some(id) = self.told_over_and_over(&words, gender, most)
        {
            self.also_named(id, text);
            return id;
        }
        let rank = |id: EntityId| (of_office(&&id), !self.is_spouse(id), alike(id));
        let before = near.iter().filter(fits).filter_map(|&id| last_at(id).map(|&at| (rank(id), at, id))).max();
        let behind = || near.iter().filter(fits).filter_map(|&id| self.halves[id.0].at.range(d..).next().map(|&at| (at, id))).min();
        let given = || near.iter().find(|id| self.kind(**id) == EntityKind::Person && by_given(id)).map(|&id| (0, id));
        if let Some(id) = before.map(|(.., id)| id).or_else(|| behind().or_else(given).map(|(_, id)| id)) {
            self.also_named(id, text);
            return id;
        }
        // a company, a place or a body that is known by this very word
        let taken = near.iter().copied().find(|id| {
            let h = &self.halves[id.0];
            h.entity.kind != EntityKind::Person && h.keys.contains(&words)
        });
        // "Nordfart said", of the shipping group Nordfart: whatever a lone word looks like
        let lone = |id: &EntityId| words.len() == 1 && untitled && gender.is_none() && self.kind(*id) == EntityKind::Organization;
        if let Some(id) = taken.filter(|id| unsure || lone(id)) {
            return id;
        }
        // the short form of a body that the article names in full: "Halm" of "Halm Shipping"
        let short_form = || {
            near.iter().copied().find(|id| {
                let h = &self.halves[id.0];
                h.entity.kind == EntityKind::Organization && h.keys.iter().any(|k| k.len() > 1 && k.first() == words.first())
            })
        };
        if untitled
            && gender.is_none()
            && words.len() == 1
            && let Some(body) = short_form()
        {
            self.also_named(body, text);
            return body;
        }
        self.add(EntityKind::Person, text, None, false)
    }

    /// "Kim", of Kim Min-jun who is told of over and over, not of Tony Kim, who is told of `most` times: where the lone word can be a surname
    /// that comes first.
    fn told_over_and_over(&self, word: &[String], gender: Option<Gender>, most: usize) -> Option<EntityId> {
        // "Kim Min-jun", "Kim Jong Un", "Zhao Lei", not "Kim Ruiz"
        let first = |h: &Half, k: &Vec<String>| {
            is_given_name(word, k) && (k.len() > 2 || h.entity.name.contains('-') || !gazetteer::is_given_name(&k[0]))
        };
        let fits = |id: &EntityId| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Person && agrees(h, gender) && h.keys.iter().any(|k| first(h, k))
        };
        let times = |id: &EntityId| self.halves[id.0].at.len();
        self.sharing(word.iter()).into_iter().filter(fits).max_by_key(times).filter(|id| times(id) > LEADING * most)
    }

    /// "first lady": an office by marriage, to one of the same surname.
    fn is_by_marriage(&self, title: &Title) -> bool {
        self.lexicon.ties.around.by_marriage.contains(&title.head)
    }

    fn is_spouse(&self, id: EntityId) -> bool {
        self.halves[id.0].titles.iter().any(|t| !t.role.former && self.is_by_marriage(t))
    }

    /// Somebody of whose longer name a word is.
    pub(super) fn known_person(&self, text: &str) -> Option<EntityId> {
        let words = key(text);
        self.sharing(words.iter()).into_iter().find(|id| {
            let h = &self.halves[id.0];
            h.entity.kind == EntityKind::Person && h.keys.iter().any(|k| k.len() > 1 && same_person(k, &words))
        })
    }

    /// The person whose given name a lone word is, where no body's name begins with it.
    pub(super) fn known_by_given_name(&self, word: &[String]) -> Option<EntityId> {
        let near = self.sharing(word.iter());
        let half = |id: &EntityId| &self.halves[id.0];
        let body = near.iter().any(|id| half(id).entity.kind == EntityKind::Organization);
        near.iter()
            .copied()
            .find(|id| !body && half(id).entity.kind == EntityKind::Person && half(id).keys.iter().any(|k| is_given_name(word, k)))
    }
}

/// "Mrs Carter" is not Dwayne.
fn agrees(half: &Half, gender: Option<Gender>) -> bool {
    gender.is_none() || half.gender.is_none() || half.gender == gender
}
