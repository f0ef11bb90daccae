//! Who "I" is: the speaker of the words that a token stands in.

use crate::{
    entities::EntityId,
    quotes::Quotation,
    text::{Byte, Span},
};

/// The quotes of an article with their speakers, in order of their first word.
#[derive(Debug, Default)]
pub struct Voices {
    said: Vec<(Span<Byte>, EntityId)>,
}

/// How many quotes back one may reach that is still open.
const OPEN: usize = 8;

impl Voices {
    /// Those whose speaker is known.
    pub fn of(quotes: &[Quotation]) -> Self {
        let mut said: Vec<_> = quotes.iter().filter_map(|q| Some((q.marked, q.speaker?))).collect();
        said.sort_by_key(|(span, _)| (span.start, span.end));
        Self { said }
    }

    /// The speaker of the innermost quote around a byte of the article.
    pub fn at(&self, byte: usize) -> Option<EntityId> {
        let upto = self.said.partition_point(|(span, _)| span.start <= byte);
        self.said[..upto].iter().rev().take(OPEN).find(|(span, _)| byte < span.end).map(|&(_, who)| who)
    }
}
