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
    fn row<S: Simd>(&self, simd: S, z: &[f32], out: &mut [f32]) {
        let (width, group) = (out.len(), LANES / S::F32_LANES);
        let (z, out) = (S::as_simd_f32s(z).0, S::as_mut_simd_f32s(out).0);
        let (gain, shift) = (S::as_simd_f32s(&self.gain).0, S::as_simd_f32s(&self.shift).0);
        let piece = out.len();
        let mut sums = [simd.splat_f32s(0.0); LANES];
        for (c, out) in out.chunks_exact_mut(group).enumerate() {
            for g in 0..group {
                let mut most = z[c * group + g];
                for p in 1..self.pieces {
                    most = simd.max_f32s(most, z[p * piece + c * group + g]);
                }
                sums[g] = simd.add_f32s(sums[g], most);
                out[g] = most;
            }
        }
        let mean = simd.splat_f32s(fold::<S>(&sums) / width as f32);
        let mut squares = [simd.splat_f32s(0.0); LANES];
        for out in out.chunks_exact_mut(group) {
            for g in 0..group {
                out[g] = simd.sub_f32s(out[g], mean);
                squares[g] = simd.mul_add_f32s(out[g], out[g], squares[g]);
            }
        }
        let scale = simd.splat_f32s(1.0 / (fold::<S>(&squares) / width as f32 + EPSILON).sqrt());
        for ((out, &gain), &shift) in out.iter_mut().zip(gain).zip(shift) {
            *out = simd.mul_add_f32s(simd.mul_f32s(*out, scale), gain, shift);
        }
    }
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
    fn with_simd<S: Simd>(self, simd: S) {
        let width = self.norm.width();
        for (z, out) in self.z.chunks_exact(self.norm.pieces * width).zip(self.out.chunks_exact_mut(width)) {
            self.norm.row(simd, z, out);
        }
        for (out, x) in self.out.iter_mut().zip(self.onto.unwrap_or_default()) {
            *out += x;
        }
    }
}
