//! What made words a quote, and the rule's name for it.

use super::{Cues, Quotation};
use crate::{
    language::{Doc, Pos},
    record::{QuoteType, Rule},
};

/// What made words a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    /// An attribution behind the marks.
    Behind,
    /// One that leads up to the marks.
    Before,
    /// One with a colon that ends the paragraph before.
    Above,
    /// The clause that the marks stand inside of.
    Around,
    /// A whole sentence in marks, without an attribution.
    Sentence,
    /// Several words in marks, without an attribution.
    Fragment,
    /// A reported clause.
    Reported,
    /// Words in marks that no pack reads.
    Unread,
}

/// What a cue is.
enum Cue {
    Verb,
    Inverted,
    Noun,
    Source,
    Missing,
}

impl Quotation {
    /// The rule that made it a quote, by where its attribution stands and what its cue is.
    pub fn rule(&self, docs: &[Doc], cues: &Cues) -> Rule {
        match (self.found, self.cue(docs, cues)) {
            (Found::Behind, Cue::Inverted) => Rule::QuoteBehindInverted,
            (Found::Behind, Cue::Verb) => Rule::QuoteBehindVerb,
            (Found::Behind, Cue::Missing) => Rule::QuoteBehindSignature,
            (Found::Behind, Cue::Source | Cue::Noun) => Rule::QuoteBehindSource,
            (Found::Before, Cue::Verb | Cue::Inverted) => Rule::QuoteBeforeVerb,
            (Found::Before, Cue::Noun | Cue::Source) => Rule::QuoteBeforeNoun,
            (Found::Before, Cue::Missing) => Rule::QuoteBeforeLabel,
            (Found::Above, _) => Rule::QuoteBeforeParagraph,
            (Found::Around, Cue::Verb | Cue::Inverted) => Rule::QuoteAroundVerb,
            (Found::Around, Cue::Noun) => Rule::QuoteAroundNoun,
            (Found::Around, Cue::Source | Cue::Missing) => Rule::QuoteAroundSource,
            (Found::Sentence, _) => Rule::QuoteAloneSentence,
            (Found::Fragment, _) => Rule::QuoteAloneFragment,
            (Found::Reported, Cue::Noun) => Rule::QuoteReportedNoun,
            (Found::Reported, Cue::Source | Cue::Missing) => Rule::QuoteReportedSource,
            (Found::Reported, Cue::Verb | Cue::Inverted) => Rule::QuoteReportedVerb,
            (Found::Unread, _) => Rule::QuoteUnread,
        }
    }

    /// The rule that made its type.
    pub fn type_rule(&self) -> Rule {
        match self.kind {
            QuoteType::Direct => Rule::TypeDirect,
            QuoteType::Mixed => Rule::TypeMixed,
            QuoteType::Indirect => Rule::TypeIndirect,
        }
    }

    fn cue(&self, docs: &[Doc], cues: &Cues) -> Cue {
        let Some((passage, token)) = self.cue_at else { return Cue::Missing };
        let doc = &docs[passage];
        let behind = self.speaker_at.is_some_and(|(p, tokens)| p == passage && tokens.start > token);
        match doc.tokens[token].pos {
            _ if cues.adposition_at(doc, token).is_some() => Cue::Source,
            Pos::Noun | Pos::Propn => Cue::Noun,
            _ if behind => Cue::Inverted,
            _ => Cue::Verb,
        }
    }
}
