//! From the words of a batch to a vector for each token in its surroundings.

use super::{
    batch::{Batch, PADDING},
    embedding::Embedding,
    kernels::Kernels,
    maxout::MaxoutNorm,
    product::Affine,
    vectors::VectorIndex,
};
use crate::language::model::{Container, Manifest, ModelError};

/// Rows that go through product and norm together, so that what lies between stays in the nearest cache.
const STRIP: usize = 16;

/// A residual layer over a token and its two neighbours.
#[derive(Debug)]
struct WindowLayer {
    affine: Affine,
    norm: MaxoutNorm,
}

impl WindowLayer {
    fn read(kernels: Kernels, model: &Container, layer: &str, row: usize) -> Result<Self, ModelError> {
        let section = format!("{layer}/weights");
        let ([pieces, width, inputs], weights) = model.shaped(&section)?;
        if width != row || inputs != 3 * row {
            return Err(ModelError::section(&section, format!("{inputs} inputs, {width} outputs: a window over rows of {row} is wanted")));
        }
        let bias = model.vector(&format!("{layer}/bias"), pieces * width)?;
        let norm = MaxoutNorm::read(kernels, model, layer, pieces, width)?;
        Ok(Self { affine: Affine::new(kernels, &weights, inputs, inputs, &bias), norm })
    }

    /// `x` and `out` have a row more at both ends, which stays zero.
    fn apply(&self, x: &[f32], out: &mut [f32]) {
        let width = self.norm.width();
        let mut z = vec![0.0; STRIP * self.affine.outputs()];
        let rows = x.len() / width - 2;
        for start in (0..rows).step_by(STRIP) {
            let count = STRIP.min(rows - start);
            let z = &mut z[..count * self.affine.outputs()];
            // The window of a row is three rows of x from the one before it.
            self.affine.apply(&x[start * width..], width, count, z);
            let inner = (start + 1) * width..(start + 1 + count) * width;
            self.norm.apply(z, Some(&x[inner.clone()]), &mut out[inner]);
        }
    }
}

/// A network of the encoder's kind.
#[derive(Debug)]
pub struct Encoder {
    embedding: Embedding,
    layers: Vec<WindowLayer>,
}

impl Encoder {
    /// Reads the network whose sections begin with `name`.
    pub fn read(kernels: Kernels, model: &Container, manifest: &Manifest, name: &str) -> Result<Self, ModelError> {
        let spec = manifest.network(name)?;
        if spec.window_layers > PADDING {
            return Err(ModelError::section(name, format!("{} window layers, texts are only {PADDING} rows apart", spec.window_layers)));
        }
        let embedding = Embedding::read(kernels, model, name, spec)?;
        let layers = (1..=spec.window_layers)
            .map(|i| WindowLayer::read(kernels, model, &format!("{name}/layer/{i}"), embedding.width()))
            .collect::<Result<_, _>>()?;
        Ok(Self { embedding, layers })
    }

    /// Numbers in a token's row.
    pub fn width(&self) -> usize {
        self.embedding.width()
    }

    /// Static vectors that the network knows.
    pub fn vectors(&self) -> usize {
        self.embedding.vectors()
    }

    /// A row for each row of the batch; [`Batch::rows`] tells whose they are. The same bits for a text whatever stands beside it.
    pub fn encode(&self, batch: &Batch, index: &VectorIndex) -> Vec<f32> {
        let width = self.width();
        let words = self.embedding.apply(&batch.words, index);
        let mut x = vec![0.0; (batch.height() + 2) * width];
        for &(row, word) in &batch.tokens {
            x[(row as usize + 1) * width..][..width].copy_from_slice(&words[word as usize * width..][..width]);
        }
        let mut y = vec![0.0; x.len()];
        for layer in &self.layers {
            layer.apply(&x, &mut y);
            std::mem::swap(&mut x, &mut y);
        }
        x.truncate(x.len() - width);
        x.drain(..width);
        x
    }
}
