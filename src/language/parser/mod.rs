//! The dependency parser: transition-based, arc-eager, greedy.

mod lifted;
mod moves;
mod sentences;
mod state;

use smol_str::SmolStr;

use self::{
    moves::Moves,
    state::{PLACES, State},
};
use super::{
    model::{Container, Manifest, ModelError},
    network::{Kernels, Scorer},
};

/// The tree of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The head of each token; its own index for a root.
    pub heads: Vec<u32>,
    /// The treebank's label of each arc.
    pub labels: Vec<SmolStr>,
    /// Where sentences begin.
    pub starts: Vec<bool>,
}

/// Draws trees over encoded texts.
#[derive(Debug)]
pub struct Parser {
    scorer: Scorer,
    moves: Moves,
}

impl Parser {
    /// Reads the sections `parser/…`; the encoder's rows have `row` numbers.
    pub fn read(kernels: Kernels, model: &Container, manifest: &Manifest, row: usize) -> Result<Self, ModelError> {
        let moves = Moves::parse(&manifest.parser_moves)?;
        Ok(Self { scorer: Scorer::read(kernels, model, "parser", row, PLACES, moves.list.len())?, moves })
    }

    /// Every label that an arc can get.
    pub fn labels(&self) -> impl Iterator<Item = &SmolStr> {
        self.moves.labels.iter().map(|l| &l.name).filter(|l| !l.is_empty())
    }

    /// The tree of a text of which `x` holds the encoder's rows, each `row` numbers long. O(tokens), but for what brings back lifted arcs.
    pub fn parse(&self, x: &[f32], row: usize, is_space: impl Fn(usize) -> bool) -> Tree {
        let mut scores = self.scorer.prepare(x, row);
        let mut state = State::new(x.len() / row);
        while !state.is_final() {
            // Some move may always be made: onto an empty stack the next word, off any other its top.
            let Some(best) = self.moves.best(scores.of(state.places()), state.validity()) else { break };
            state.make(best);
        }
        let (mut heads, labels) = state.finish(self.moves.root);
        lifted::bring_back(&mut heads, &labels, &self.moves.labels, is_space);
        let starts = sentences::starts(&heads);
        let labels = labels.iter().map(|&l| self.moves.labels[l as usize].name.clone()).collect();
        Tree { heads, labels, starts }
    }
}
