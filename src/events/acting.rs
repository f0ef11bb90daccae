//! Cities, counties and regions that deal: "**Halmstad** reached a settlement with Vestra", "the city of **Halmstad** signed a contract".

use super::{
    adpositions,
    scene::{Scene, Spot},
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    language::{Doc, Pos, Relation},
};

/// How many words are climbed to the one that a place is told together with, and how many verbs below the one that it is the subject of.
const CLIMB: usize = 40;

impl Scene<'_> {
    /// The place at a token, or whose "city" stands there, where an instrument is told that it has with somebody or signs.
    pub(super) fn acting_place(&self, at: Spot) -> Option<Vec<EntityId>> {
        // clubs go by their cities: "signed a five-year contract with Liverpool"
        if self.some_sport {
            return None;
        }
        let doc = self.doc(at.passage);
        let city = self.city_of(at);
        let token = city.unwrap_or(at.token);
        let mention = self.entities.mention_at(at.passage, token).filter(|m| m.form == Form::Name && m.tokens.holds(token))?;
        // what nobody knows for a place may be somebody: "with his daughter Isabel"
        let place = |id: EntityId| {
            let e = self.entities.get(id);
            let called = || e.name.rsplit(' ').next().is_some_and(|w| self.frames.meetings.members.municipal.contains(&w.to_lowercase()));
            e.kind == EntityKind::Place && (e.country.is_some() || city.is_some() || called())
        };
        let places = !mention.refers.is_empty() && mention.refers.iter().all(|&id| place(id));
        (places && self.deals(doc, at)).then(|| mention.refers.clone())
    }

    /// "the **city** of Halmstad".
    fn city_of(&self, at: Spot) -> Option<usize> {
        let doc = self.doc(at.passage);
        let governed = self.frames.meetings.members.municipal.contains(&doc.lemma(at.token).to_lowercase()) && !doc.is_plural(at.token);
        self.frames.adpositions.of(doc, at.token).filter(|_| governed)
    }

    /// True for who does, has or is told with an instrument; not for where it was signed or what it is called by.
    fn deals(&self, doc: &Doc, at: Spot) -> bool {
        let Spot { passage, token } = at;
        let beside = |&t: &usize| {
            let over = doc.governor(t).filter(|&g| doc.tokens[g].pos.is_nominal());
            over.filter(|_| doc.tokens[t].relation == Relation::Conjunct)
        };
        let first = std::iter::successors(Some(token), beside).take(CLIMB).last().unwrap_or(token);
        let Some(over) = doc.governor(first) else { return false };
        match doc.tokens[first].relation {
            Relation::Subject => {
                let below = |&v: &usize| doc.children_by(v, Relation::OpenComplement).next();
                let verbs = doc.conjuncts_from(over).into_iter();
                let mut verbs = verbs.flat_map(|v| std::iter::successors(Some(v), below).take(CLIMB).collect::<Vec<_>>());
                verbs.any(|v| self.takes_instrument(doc, v))
            }
            Relation::Possessor => self.is_instrument(doc, over),
            Relation::PrepositionObject => {
                let marker = doc.lemma(over);
                // "the road agreement between X and Y": two ends of it, where neither is a body
                let body = |t: usize| {
                    let ids = self.entities.referents(passage, t);
                    ids.iter().any(|&id| matches!(self.entities.get(id).kind, EntityKind::Organization | EntityKind::State))
                };
                let between = adpositions::has(&self.frames.adpositions.between, marker) && doc.conjuncts_from(first).into_iter().any(body);
                let with = adpositions::has(&self.frames.adpositions.with, marker) || between;
                let by = doc.tokens[over].relation == Relation::Agent;
                let told = |g: usize| self.is_instrument(doc, g) && with || self.takes_instrument(doc, g);
                (with || by) && doc.governor(over).is_some_and(told)
            }
            _ => false,
        }
    }

    fn is_instrument(&self, doc: &Doc, noun: usize) -> bool {
        let nominal = matches!(doc.tokens[noun].pos, Pos::Noun | Pos::Propn);
        nominal && self.frames.agreements.instruments.contains_key(&doc.lemma(noun).to_lowercase())
    }

    /// "reached a **settlement**", "entered into a **contract**", "**agreements** were signed": of a verb by which instruments are made.
    fn takes_instrument(&self, doc: &Doc, verb: usize) -> bool {
        let frames = &self.frames.agreements;
        let behind = || doc.obliques(verb).into_iter().map(|o| o.noun);
        let taken = || doc.objects(verb).into_iter().chain(behind()).chain(doc.subject(verb).filter(|_| doc.is_passive(verb)));
        doc.is_verbal(verb)
            && frames.verb(doc.lemma(verb), false).is_some_and(|f| !f.parties_of_noun)
            && taken().any(|n| doc.conjuncts_from(n).into_iter().any(|n| self.is_instrument(doc, n)))
    }
}
