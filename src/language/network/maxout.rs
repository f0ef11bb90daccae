//! Maxout and layer norm, the two steps behind every product of an encoder.

use pulp::{Simd, WithSimd};

use super::kernels::{Kernels, LANES, fold};
use crate::language::model::{Container, ModelError};

/// Added to a variance before its root, so that a row of equal numbers does not divide by nothing (thinc's `LayerNorm`).
const EPSILON: f32 = 1e-8;

/// Takes the largest of a few pieces for each number, then brings the row to mean 0 and variance 1, scales and shifts it
/// (Goodfellow et al. 2013, arXiv:1302.4389; Ba et al. 2016, arXiv:1607.06450).
#[derive(Debug)]
pub(super) struct MaxoutNorm {
    kernels: Kernels,
    pub(super) pieces: usize,
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl MaxoutNorm {
    /// Reads `layer/gain` and `layer/shift` of a layer with `pieces` pieces of `width` numbers.
    pub(super) fn read(kernels: Kernels, model: &Container, layer: &str, pieces: usize, width: usize) -> Result<Self, ModelError> {
        if width == 0 || width % LANES != 0 || pieces == 0 {
            return Err(ModelError::section(layer, format!("{pieces} pieces of {width}: the width must be a multiple of {LANES}")));
        }
        let gain = model.vector(&format!("{layer}/gain"), width)?;
        let shift = model.vector(&format!("{layer}/shift"), width)?;
        Ok(Self { kernels, pieces, gain, shift })
    }

    /// Numbers in a row of the result.
    pub(super) fn width(&self) -> usize {
        self.gain.len()
    }

    /// `z` holds rows of `pieces × width`, `out` gets as many of `width`; where the layer is residual, `onto` holds what the
    /// result is added to.
    pub(super) fn apply(&self, z: &[f32], onto: Option<&[f32]>, out: &mut [f32]) {
        self.kernels.run(Apply { norm: self, z, onto, out });
    }

    #[inline(always)]
    fn row(&self, z: &[f32], out: &mut [f32]) {
        let width = out.len();
        let mut sum = [0.0; LANES];
        for (c, out) in out.as_chunks_mut::<LANES>().0.iter_mut().enumerate() {
            let at = c * LANES;
            let mut most = *chunk(z, at);
            for piece in 1..self.pieces {
                let other = chunk(z, piece * width + at);
                for j in 0..LANES {
                    most[j] = if other[j] > most[j] { other[j] } else { most[j] };
                }
            }
            for j in 0..LANES {
                sum[j] += most[j];
            }
            *out = most;
        }
        let mean = fold(sum) / width as f32;
        let mut squares = [0.0; LANES];
        for out in out.as_chunks_mut::<LANES>().0 {
            for j in 0..LANES {
                out[j] -= mean;
                squares[j] = out[j].mul_add(out[j], squares[j]);
            }
        }
        let scale = 1.0 / (fold(squares) / width as f32 + EPSILON).sqrt();
        let affine = self.gain.as_chunks::<LANES>().0.iter().zip(self.shift.as_chunks::<LANES>().0);
        for (out, (gain, shift)) in out.as_chunks_mut::<LANES>().0.iter_mut().zip(affine) {
            for j in 0..LANES {
                out[j] = (out[j] * scale).mul_add(gain[j], shift[j]);
            }
        }
    }
}

/// The lanes of `row` from `at` on.
#[inline(always)]
fn chunk(row: &[f32], at: usize) -> &[f32; LANES] {
    row[at..].first_chunk().unwrap_or(&[0.0; LANES])
}

struct Apply<'a> {
    norm: &'a MaxoutNorm,
    z: &'a [f32],
    onto: Option<&'a [f32]>,
    out: &'a mut [f32],
}

impl WithSimd for Apply<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let width = self.norm.width();
        for (z, out) in self.z.chunks_exact(self.norm.pieces * width).zip(self.out.chunks_exact_mut(width)) {
            self.norm.row(z, out);
        }
        for (out, x) in self.out.iter_mut().zip(self.onto.unwrap_or_default()) {
            *out += x;
        }
    }
}
