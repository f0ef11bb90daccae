//! Whom a group stands for: the sides that its members come from, or those of it who are named.

use super::scene::{Scene, Spot};
use crate::{
    entities::{EntityId, EntityKind, Form},
    language::{Pos, Relation},
};

/// Who goes before a group: "a delegation **led by X**".
pub fn leader(scene: &Scene<'_>, at: Spot) -> Vec<EntityId> {
    let doc = scene.doc(at.passage);
    let led = &scene.frames.meetings.members.led;
    let clause = doc.children_by(at.token, Relation::NounClause).find(|&c| led.contains(doc.lemma(c)) && doc.agent(c).is_some());
    let who = clause.and_then(|c| doc.agent(c)).map(|token| scene.party(Spot { token, ..at })).unwrap_or_default();
    who.into_iter().filter(|&id| scene.entities.get(id).kind == EntityKind::Person).collect()
}

impl Scene<'_> {
    /// The sides that a group's members come from: "the trade ministers **of Norway and Finland**", "the **Norwegian and Finnish**
    /// ministers", "leaders **of the union**" of whom no more is told.
    pub(super) fn sides_of_group(&self, at: Spot, own: &[EntityId]) -> Vec<EntityId> {
        let doc = self.doc(at.passage);
        let is = |id: EntityId, kind| self.entities.get(id).kind == kind;
        if !doc.is_plural(at.token) {
            return self.united(at);
        }
        let state_at = |token: usize| self.party(Spot { token, ..at }).into_iter().filter(|&id| is(id, EntityKind::State));
        let side_at = |token: usize| {
            let side = |&id: &EntityId| is(id, EntityKind::State) || is(id, EntityKind::Organization);
            self.party(Spot { token, ..at }).into_iter().filter(side)
        };
        let members = &self.frames.meetings.members;
        let noun = doc.lemma(at.token).to_lowercase();
        if members.private_heads.contains(&noun) && doc.modifiers(at.token).any(|m| members.private.contains(&doc.lemma(m).to_lowercase()))
        {
            return Vec::new();
        }
        // bodies are sides beside a state, or before those who speak for one each; "the House and Senate **members**" are one
        let coordinated = doc
            .modifiers(at.token)
            .filter(|&m| matches!(doc.tokens[m].relation, Relation::AdjectiveModifier | Relation::Compound))
            .map(|m| doc.conjuncts_from(m))
            .filter(|of| of.len() > 1 && (members.of_bodies.contains(&noun) || of.iter().any(|&m| state_at(m).next().is_some())));
        let before: Vec<EntityId> = coordinated.flatten().flat_map(side_at).collect();
        if before.len() > 1 {
            return self.holders(at, before.len()).unwrap_or(before);
        }
        // "the **governments** of Peru and Chile" are no more Peru than Chile
        let governments = own.iter().all(|&id| is(id, EntityKind::State));
        if !governments && own.iter().any(|&id| !is(id, EntityKind::Group)) {
            return Vec::new();
        }
        let behind = || {
            let of = doc.obliques(at.token).into_iter().filter(|o| members.markers.iter().any(|m| m == doc.lemma(o.marker)));
            // "the heads **of the armies of** Norway and Finland"
            let deeper = |noun: usize| {
                // or "the ministers **of Trade of** Norway and Finland"
                let field = doc.is_plural(noun) || doc.tokens[noun].pos == Pos::Propn;
                let plural = field && self.party(Spot { token: noun, ..at }).is_empty();
                let of = doc.obliques(noun).into_iter().filter(|o| members.markers.iter().any(|m| m == doc.lemma(o.marker)));
                Some(of.map(|o| o.noun).collect::<Vec<_>>()).filter(|of| plural && !of.is_empty()).unwrap_or_else(|| vec![noun])
            };
            of.flat_map(move |o| deeper(o.noun)).flat_map(|noun| doc.conjuncts_from(noun))
        };
        let states: Vec<EntityId> = behind().flat_map(state_at).collect();
        let all: Vec<EntityId> = behind().flat_map(side_at).collect();
        if !states.is_empty() && all.len() > 1 {
            return self.holders(at, all.len()).unwrap_or(all);
        }
        // "the Ministers of Trade of Norway and **Finland**": joined, by the parser, to the ministers
        let beside = || doc.conjuncts_from(at.token).into_iter().skip(1).any(|c| state_at(c).next().is_some());
        if own.iter().any(|&id| self.entities.get(id).country.is_some()) || states.len() == 1 && beside() {
            return states;
        }
        if !members.for_body.contains(&noun) {
            return Vec::new();
        }
        behind().flat_map(|token| self.party(Spot { token, ..at })).filter(|&id| is(id, EntityKind::Organization)).collect()
    }

    /// "the Peruvian and Chilean premiers, **Ana Ruiz and Luis Gil**": as many as the sides that they are of.
    fn holders(&self, at: Spot, sides: usize) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        let named = doc.appositions(at.token).flat_map(|a| doc.conjuncts_from(a)).flat_map(|token| self.party(Spot { token, ..at }));
        let mut persons: Vec<EntityId> = named.filter(|&id| self.entities.get(id).kind == EntityKind::Person).collect();
        persons.dedup();
        (persons.len() == sides).then_some(persons)
    }

    /// "a consortium **of Vestra and Halden**", "one **led by Vestra**": those of it, where they are named.
    fn united(&self, at: Spot) -> Vec<EntityId> {
        let doc = self.doc(at.passage);
        let members = &self.frames.meetings.members;
        if !members.unions.contains(&doc.lemma(at.token).to_lowercase()) {
            return Vec::new();
        }
        let binds = |id: &EntityId| matches!(self.entities.get(*id).kind, EntityKind::State | EntityKind::Organization);
        let named = |noun: usize| doc.conjuncts_from(noun).into_iter().flat_map(|token| self.party(Spot { token, ..at })).filter(binds);
        let of = doc.obliques(at.token).into_iter().filter(|o| members.markers.iter().any(|m| m == doc.lemma(o.marker)));
        let all: Vec<EntityId> = of.flat_map(|o| named(o.noun)).collect();
        if all.len() > 1 {
            return all;
        }
        // "a consortium **led by Vestra**"
        let led = doc.children_by(at.token, Relation::NounClause).filter(|&c| members.led.contains(doc.lemma(c)));
        led.filter_map(|c| doc.agent(c)).flat_map(named).collect()
    }

    /// "several of her counterparts, **including Ana Ruiz and Luis Gil**": those of a group who are named.
    pub(super) fn named_of_group(&self, at: Spot) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        let markers = &self.frames.meetings.members.markers;
        let named = |noun: usize| {
            let listed = doc.obliques(noun).into_iter().filter(|o| self.frames.ties.begins_members(doc.lemma(o.marker)));
            let persons: Vec<EntityId> = listed
                .flat_map(|o| doc.conjuncts_from(o.noun))
                .flat_map(|t| self.entities.referents(at.passage, t).iter().copied())
                .filter(|&id| self.entities.get(id).kind == EntityKind::Person && !self.entities.get(id).nameless)
                .collect();
            (!persons.is_empty()).then_some(persons)
        };
        let of = || doc.obliques(at.token).into_iter().find(|o| markers.iter().any(|m| m == doc.lemma(o.marker))).map(|o| o.noun);
        named(at.token).filter(|_| doc.is_plural(at.token)).or_else(|| of().filter(|&n| doc.is_plural(n)).and_then(named))
    }

    /// "sold it to Italian bank **Vestra**": the body named right behind a noun for it, which the tree may take for two things.
    pub(super) fn called(&self, at: Spot) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        if doc.tokens[at.token].pos != Pos::Noun || doc.is_plural(at.token) {
            return None;
        }
        let first = at.token + 1;
        let name = self.entities.mention_at(at.passage, first).filter(|m| m.form == Form::Name && m.tokens.start == first)?;
        // "the man **Vestra** hired"
        if matches!(doc.tokens[name.head].relation, crate::language::Relation::Subject | crate::language::Relation::PassiveSubject) {
            return None;
        }
        let bodies = name.refers.iter().all(|&id| self.entities.get(id).kind == EntityKind::Organization);
        (bodies && !name.refers.is_empty()).then(|| name.refers.clone())
    }

    /// "with his opposite number, **Ana Ruiz**,": who is named between commas behind a noun that somebody has, where the tree hangs the name
    /// elsewhere.
    pub(super) fn named_behind(&self, at: Spot) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        let (comma, first) = (at.token + 1, at.token + 2);
        let owned = doc.possessor(at.token).is_some() && doc.tokens[at.token].pos == Pos::Noun && !doc.is_plural(at.token);
        if !owned || first >= doc.len() || doc.word(comma) != "," {
            return None;
        }
        let name = self.entities.mention_at(at.passage, first).filter(|m| m.form == Form::Name && m.tokens.start == first)?;
        let closed = doc.tokens.get(name.tokens.end).is_none_or(|t| t.pos == Pos::Punct);
        let persons: Vec<EntityId> =
            name.refers.iter().copied().filter(|&id| closed && self.entities.get(id).kind == EntityKind::Person).collect();
        (!persons.is_empty()).then_some(persons)
    }

    /// Whose an organ is that has no name: "**Vestra**'s leadership", "Vestra said **its** board".
    pub(super) fn body_of_organ(&self, at: Spot) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        let organ = self.frames.agreements.company_organs.contains(&doc.lemma(at.token).to_lowercase());
        let owner = doc.possessor(at.token).filter(|&p| organ && matches!(doc.tokens[p].pos, Pos::Propn | Pos::Pron))?;
        let whose = self.entities.referents(at.passage, owner).iter().copied();
        let bodies: Vec<EntityId> = whose.filter(|&id| self.entities.get(id).kind == EntityKind::Organization).collect();
        (!bodies.is_empty()).then_some(bodies)
    }

    /// The state of "**the administration**", which is told by whom it was named after before.
    pub(super) fn state_of_administration(&self, at: Spot, own: &[EntityId]) -> Option<Vec<EntityId>> {
        let lemma = self.doc(at.passage).lemma(at.token).to_lowercase();
        let &[id] = own else { return None };
        let first = self.entities.get(id).mentions.first().filter(|_| self.frames.ties.around.named_by_leader.contains(&lemma))?;
        let mention = &self.entities.mentions[*first];
        self.state_led(Spot { token: mention.head, passage: mention.passage })
    }

    /// The state whose government somebody leads: "the **Ruiz** administration", "**Ruiz**'s government"; who runs a campaign: "the **Ruiz**
    /// campaign".
    pub(super) fn state_led(&self, at: Spot) -> Option<Vec<EntityId>> {
        let doc = self.doc(at.passage);
        let members = &self.frames.meetings.members;
        let lemma = doc.lemma(at.token).to_lowercase();
        // by name: "met with **her** government" is her own side
        let before = || doc.children(at.token).filter(|&c| c < at.token && doc.tokens[c].pos == Pos::Propn);
        let named = before().flat_map(|c| self.entities.referents(at.passage, c).iter().copied());
        let mut persons = named.filter(|&id| self.entities.get(id).kind == EntityKind::Person);
        if members.campaigns.contains(&lemma) {
            return persons.next().map(|id| vec![id]);
        }
        if !members.governments.contains(&lemma) {
            return None;
        }
        let persons: Vec<EntityId> = persons.collect();
        let leader = persons.iter().copied().find(|&id| {
            let e = self.entities.get(id);
            // a governor leads no state
            let leads = |title: &str| !self.frames.agreements.local.contains(&title.to_lowercase());
            e.country.is_some() && e.roles.iter().any(|r| !r.former && leads(&r.title))
        });
        let Some(leader) = leader else {
            // of whom readers know whose president it is
            let known = persons.iter().all(|&id| self.entities.get(id).roles.is_empty());
            let home = self
                .entities
                .at_home()
                .filter(|_| known && !persons.is_empty() && self.frames.ties.around.named_by_leader.contains(&lemma));
            // "the Lopez administration **in Peru**"
            return home.filter(|_| doc.obliques(at.token).is_empty()).map(|id| vec![id]);
        };
        // the leader stands for a state that the article does not name
        let state = self.entities.get(leader).country.as_deref().and_then(|c| self.entities.state(c));
        Some(vec![state.unwrap_or(leader)])
    }
}

/// True where the group itself tells more than the one state its members come from.
pub(super) fn own_says_more(scene: &Scene<'_>, sides: &[EntityId], own: &[EntityId]) -> bool {
    !own.is_empty() && sides.iter().all(|&id| scene.entities.get(id).kind == EntityKind::State)
}
