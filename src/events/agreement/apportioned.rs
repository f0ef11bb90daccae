//! Deals of one kind with several, told by how many go to each: "five sales this week: **two to X** and **three to Y**".

use super::{
    Accord, dealers,
    instrument::{self, Needs},
    parties, subjects,
};
use crate::{
    entities::{EntityId, EntityKind},
    events::{
        scene::{Scene, Spot},
        slots::{self, Slot},
        status::Outcome,
        when,
    },
    language::{Pos, Relation},
    record::Instrument,
    text::Span,
};

/// How many words before such a share what is shared is looked for.
const BACK: usize = 40;
/// How many mentions are asked who makes a thing.
const MOST: usize = 400;
/// How many words behind a maker's name a thing's name begins.
const NEAR: usize = 4;

/// The deal of which a number is the share.
pub fn read(scene: &Scene<'_>, at: Spot) -> Option<Accord> {
    let doc = scene.doc(at.passage);
    let token = &doc.tokens[at.token];
    if token.pos != Pos::Num || token.relation == Relation::NumericModifier {
        return None;
    }
    let spot = |token: usize| Spot { token, ..at };
    let behind = [scene.frames.adpositions.to.as_slice(), scene.frames.adpositions.from.as_slice()].concat();
    let [other] = slots::parties(scene, at, &behind)[..] else { return None };
    let start = doc.sentence_of(at.token).start.max(at.token.saturating_sub(BACK));
    let colon = (start..at.token).rev().find(|&t| doc.word(t) == ":")?;
    let (told, own) = (start..colon).rev().find_map(|t| Some((t, dealer(scene, spot(t))?)))?;
    let parties = vec![own, other];
    let goods = subjects::without_determiner(doc, doc.noun_phrase(told));
    (own != other && dealers::between_bodies(scene, &parties)).then(|| Accord {
        subjects: vec![(at.passage, if doc.is_verbal(told) { Span::new(told, told + 1) } else { goods })],
        date: when::of(scene, at.passage, &[told], Outcome::Happened),
        ..Accord::between(parties, Instrument::Deal, at)
    })
}

/// Who has dealt with all of them: at a noun of business, or the subject of a verb of business; or who makes what is sold.
fn dealer(scene: &Scene<'_>, at: Spot) -> Option<EntityId> {
    let doc = scene.doc(at.passage);
    let kind = |id: EntityId| scene.entities.get(id).kind;
    let one = |ids: Vec<EntityId>| ids.into_iter().find(|&id| matches!(kind(id), EntityKind::Organization | EntityKind::State));
    if doc.is_verbal(at.token) {
        let frame = super::transaction::frame(scene, at).filter(|f| f.sells)?;
        let told = scene.frames.status.of_verb(doc, at.token).is_some_and(|s| s.outcome == Outcome::Happened);
        return one(parties::doers(scene, at, &[Slot::Subject])).filter(|_| told && frame.between_bodies);
    }
    let trade = match instrument::at(scene, doc, at.token)?.needs {
        Needs::Bodies(trade) if !trade.whole && !trade.own => trade,
        _ => return None,
    };
    let carried = || doc.governing_verb(at.token).filter(|&v| doc.objects(v).contains(&at.token));
    let has = || carried().and_then(|token| one(parties::doers(scene, Spot { token, ..at }, &[Slot::Subject])));
    one(slots::parties(scene, at, &trade.parties)).or_else(has).or_else(|| maker(scene, at))
}

/// Who makes a thing of which the name was told behind theirs: "**Vestra**'s V20 jets", and later "five V20 sales".
fn maker(scene: &Scene<'_>, at: Spot) -> Option<EntityId> {
    let doc = scene.doc(at.passage);
    let name = |t: usize| doc.word(t).chars().any(|c| c.is_ascii_digit()) && doc.tokens[t].relation != Relation::NumericModifier;
    let models: Vec<&str> = doc.noun_phrase(at.token).range().filter(|&t| t < at.token && name(t)).map(|t| doc.word(t)).collect();
    let upto = scene.entities.mentions.partition_point(|m| (m.passage, m.tokens.start) < (at.passage, at.token));
    let mut makers = scene.entities.mentions[..upto].iter().rev().take(MOST);
    let told = makers.find(|m| {
        let doc = scene.doc(m.passage);
        let mut behind = m.tokens.end..doc.len().min(m.tokens.end + NEAR);
        let of_model = |word: &str| models.iter().any(|model| word == *model || word.split('-').next() == Some(*model));
        let named = |id| scene.entities.get(id).kind == EntityKind::Organization && !scene.entities.get(id).nameless;
        let body = m.refers.iter().any(|&id| named(id));
        body && behind.any(|t| of_model(doc.word(t)))
    })?;
    told.refers.first().copied()
}
