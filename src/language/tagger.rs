//! Fine tags: the likeliest for each token.

use smol_str::SmolStr;

use super::{
    model::{Container, Manifest, ModelError},
    network::{Affine, Kernels},
};

/// Tells a tag from an encoder's row.
#[derive(Debug)]
pub struct Tagger {
    affine: Affine,
    tags: Vec<SmolStr>,
}

impl Tagger {
    /// Reads the sections `tagger/…`; the encoder's rows have `row` numbers.
    pub fn read(kernels: Kernels, model: &Container, manifest: &Manifest, row: usize) -> Result<Self, ModelError> {
        let section = "tagger/weights";
        let ([tags, inputs], weights) = model.shaped(section)?;
        if (tags, inputs) != (manifest.tags.len(), row) || tags == 0 {
            return Err(ModelError::section(section, format!("{tags} × {inputs}, {} × {row} is wanted", manifest.tags.len())));
        }
        let bias = model.vector("tagger/bias", tags)?;
        let tags = manifest.tags.iter().map(SmolStr::from).collect();
        Ok(Self { affine: Affine::new(kernels, &weights, inputs, inputs, &bias), tags })
    }

    /// A tag for each row of `x`, each `row` numbers long.
    pub fn tag(&self, x: &[f32], row: usize) -> Vec<SmolStr> {
        let tokens = x.len() / row;
        let mut scores = vec![0.0; tokens * self.tags.len()];
        self.affine.apply(x, row, tokens, &mut scores);
        scores.chunks_exact(self.tags.len()).map(|scores| self.tags[first_largest(scores)].clone()).collect()
    }
}

/// Where the largest number stands; the first of equals.
fn first_largest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (i, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = i;
        }
    }
    best
}
