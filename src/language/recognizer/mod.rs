//! The name recognizer: transition-based, with the moves of the BILUO scheme, greedy (Ratinov & Roth 2009, "Design Challenges and
//! Misconceptions in Named Entity Recognition").

mod moves;

use self::moves::{Moves, Open};
use super::{
    doc::NameSpan,
    model::{Container, Manifest, ModelError},
    network::{ABSENT, Kernels, Scorer},
};
use crate::text::Span;

/// How many tokens a state looks at: the next, the first of the open name, the one before the next where a name is open.
const PLACES: usize = 3;

/// Finds names in encoded texts.
#[derive(Debug)]
pub struct Recognizer {
    scorer: Scorer,
    moves: Moves,
}

impl Recognizer {
    /// Reads the sections `recognizer/…`; the encoder's rows have `row` numbers.
    pub fn read(kernels: Kernels, model: &Container, manifest: &Manifest, row: usize) -> Result<Self, ModelError> {
        let moves = Moves::parse(&manifest.recognizer_moves)?;
        Ok(Self { scorer: Scorer::read(kernels, model, "recognizer", row, PLACES, moves.len())?, moves })
    }

    /// The names of a text of which `x` holds the encoder's rows, each `row` numbers long. No name begins with white space or
    /// crosses the start of a sentence. O(tokens).
    pub fn recognize(&self, x: &[f32], row: usize, is_space: impl Fn(usize) -> bool, starts: &[bool]) -> Vec<NameSpan> {
        let mut scores = self.scorer.prepare(x, row);
        let mut names = Vec::new();
        let mut open: Option<Open> = None;
        for token in 0..x.len() / row {
            let at = token as u32;
            let (first, last) = open.as_ref().map_or((ABSENT, ABSENT), |o| (o.start as u32, at.wrapping_sub(1)));
            let goes_on = starts.get(token + 1) == Some(&false);
            let best = self.moves.best(scores.of([at, first, last]), open.map(|o| o.label), goes_on, is_space(token));
            open = match best {
                moves::Action::Begin(label) => Some(Open { start: token, label }),
                moves::Action::In(_) => open,
                moves::Action::Last(_) | moves::Action::Unit(_) | moves::Action::Out => {
                    let name = match (best, open) {
                        (moves::Action::Unit(label), _) => Some((token, label)),
                        (moves::Action::Last(label), Some(open)) => Some((open.start, label)),
                        _ => None,
                    };
                    names.extend(
                        name.map(|(start, label)| NameSpan { tokens: Span::new(start, token + 1), label: self.moves.label(label) }),
                    );
                    None
                }
            };
        }
        names
    }
}
