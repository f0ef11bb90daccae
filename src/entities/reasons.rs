//! The rule by which a draft was bound, as an explanation names it.

use super::{
    draft::{Draft, What},
    lexicon::{PairKind, PronounKind},
    model::Entity,
    names::NameKind,
};
use crate::record::Rule;

/// The rule behind a draft that stands for `entity`; `new` where nobody was known before whom it could stand for.
pub fn rule(draft: &Draft, entity: &Entity, new: bool) -> Rule {
    match &draft.what {
        What::Named { name, text, .. } => match name.kind {
            NameKind::State => Rule::NameState,
            NameKind::Seat => Rule::NameSeat,
            _ if *text == entity.name => Rule::NameFull,
            _ => Rule::NamePart,
        },
        What::Office { .. } if new => Rule::OfficeNew,
        What::Office { .. } | What::Honorific(_) => Rule::OfficeHolder,
        What::Counterpart { .. } => Rule::Counterpart,
        What::Succession { .. } => Rule::Succession,
        What::Described { .. } => Rule::PersonDescribed,
        What::Group { .. } => Rule::GroupDescribed,
        What::Pair { kind: PairKind::Persons, .. } => Rule::PairPersons,
        What::Pair { kind: PairKind::Sides, .. } => Rule::PairSides,
        What::Body { .. } => Rule::BodyDescribed,
        What::Government { .. } | What::OwnState { .. } => Rule::Government,
        What::Demonym { .. } => Rule::Demonym,
        What::Pronoun(PronounKind::Person(_)) => Rule::PronounPerson,
        What::Pronoun(PronounKind::Thing) => Rule::PronounThing,
        What::Pronoun(PronounKind::Plural) => Rule::PronounPlural,
    }
}
