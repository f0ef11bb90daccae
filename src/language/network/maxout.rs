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
        if width == 0 || !width.is_multiple_of(LANES) || pieces == 0 {
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

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 48;

    fn layer(kernels: Kernels) -> MaxoutNorm {
        let gain = (0..WIDTH).map(|i| 1.0 + i as f32 / 100.0).collect();
        MaxoutNorm { kernels, pieces: 3, gain, shift: vec![0.25; WIDTH] }
    }

    fn input() -> Vec<f32> {
        (0..3 * WIDTH * 2).map(|i| ((i * 7919 % 1013) as f32 - 500.0) / 37.0).collect()
    }

    #[test]
    fn it_takes_the_largest_piece_and_norms_the_row() {
        let (z, mut out) = (input(), vec![0.0; 2 * WIDTH]);
        layer(Kernels::detect()).apply(&z, None, &mut out);
        let most: Vec<f64> = (0..WIDTH).map(|o| (0..3).map(|p| f64::from(z[p * WIDTH + o])).fold(f64::MIN, f64::max)).collect();
        let mean = most.iter().sum::<f64>() / WIDTH as f64;
        let deviation = (most.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / WIDTH as f64).sqrt();
        for (o, x) in most.iter().enumerate() {
            let expected = (x - mean) / deviation * (1.0 + o as f64 / 100.0) + 0.25;
            assert!((f64::from(out[o]) - expected).abs() < 1e-5, "{o}");
        }
    }

    #[test]
    fn every_kernel_gives_the_same_bits() {
        let run = |kernels| {
            let mut out = vec![0.0; 2 * WIDTH];
            layer(kernels).apply(&input(), Some(&vec![0.5; 2 * WIDTH]), &mut out);
            out.into_iter().map(f32::to_bits).collect::<Vec<_>>()
        };
        let expected = run(Kernels::portable());
        for kernels in Kernels::available() {
            assert_eq!(run(kernels), expected);
        }
    }

    #[test]
    fn a_row_of_equal_numbers_is_the_shift() {
        let mut out = vec![0.0; WIDTH];
        layer(Kernels::detect()).apply(&[3.0; 3 * WIDTH], None, &mut out);
        assert!(out.iter().all(|x| x.to_bits() == 0.25f32.to_bits()));
    }
}
