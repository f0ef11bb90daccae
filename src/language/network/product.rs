//! The matrix product: rows times weights plus bias.
//!
//! The seam behind which faster kernels can come: [`Affine::new`] lays weights out as the kernel wants them, [`Affine::apply`]
//! runs it. An output is `bias + x₀·w₀ + x₁·w₁ + …`, added in this order with one rounding for each term, whatever the machine
//! and however many rows there are.

use pulp::{Simd, WithSimd};

use super::kernels::Kernels;

/// Vectors of outputs that a tile holds beside each other; a panel is this many vectors wide.
const COLUMNS: usize = 3;
/// Rows of a tile where the machine has 32 registers: 8 × 3 sums, 3 vectors of weights, 1 of inputs.
const TALL: usize = 8;
/// Rows of a tile where it has 16.
const LOW: usize = 4;

/// An affine map, its weights laid out for the kernel.
#[derive(Debug)]
pub struct Affine {
    kernels: Kernels,
    inputs: usize,
    outputs: usize,
    /// Outputs in a panel.
    panel: usize,
    /// For each panel, for each input, the weights of the panel's outputs; absent outputs have zeros.
    weights: Vec<f32>,
    /// One for each output of each panel.
    bias: Vec<f32>,
}

impl Affine {
    /// From `weights` of which output `o`'s stand at `o * stride ..`, `inputs` of them, and a bias for each output.
    pub fn new(kernels: Kernels, weights: &[f32], stride: usize, inputs: usize, bias: &[f32]) -> Self {
        let outputs = bias.len();
        let panel = COLUMNS * kernels.run(Width);
        let panels = outputs.div_ceil(panel);
        let mut packed = vec![0.0; panels * inputs * panel];
        for (o, row) in weights.chunks(stride).take(outputs).enumerate() {
            let base = o / panel * panel * inputs + o % panel;
            for (i, &weight) in row.iter().take(inputs).enumerate() {
                packed[base + i * panel] = weight;
            }
        }
        let mut padded = bias.to_vec();
        padded.resize(panels * panel, 0.0);
        Self { kernels, inputs, outputs, panel, weights: packed, bias: padded }
    }

    /// How many numbers a row of results has.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Maps `rows` rows; row `r` of the input stands at `x[r * stride ..]` and may overlap its neighbours, row `r` of the
    /// result at `out[r * outputs ..]`. O(rows · inputs · outputs).
    pub fn apply(&self, x: &[f32], stride: usize, rows: usize, out: &mut [f32]) {
        self.kernels.run(Apply { affine: self, x, stride, rows, out });
    }

    /// One row, from inside a kernel.
    #[inline(always)]
    pub(super) fn apply_row<S: Simd>(&self, simd: S, x: &[f32], out: &mut [f32]) {
        self.tile::<S, 1>(simd, x, out);
    }

    /// Maps up to `R` rows at once. `x` holds the first input of each of `R` rows, then the second of each, and so on, so that
    /// a step of the inner loop reads what lies together; `out` holds as many rows as are wanted.
    #[inline(always)]
    fn tile<S: Simd, const R: usize>(&self, simd: S, x: &[f32], out: &mut [f32]) {
        let x = x.as_chunks::<R>().0;
        let panels = self.weights.chunks_exact(self.panel * self.inputs).zip(self.bias.chunks_exact(self.panel));
        for (p, (weights, bias)) in panels.enumerate() {
            let (weights, bias) = (S::as_simd_f32s(weights).0.as_chunks::<COLUMNS>().0, S::as_simd_f32s(bias).0);
            let mut sums = [[bias[0], bias[1], bias[2]]; R];
            for (x, w) in x.iter().zip(weights) {
                for r in 0..R {
                    let x = simd.splat_f32s(x[r]);
                    for c in 0..COLUMNS {
                        sums[r][c] = simd.mul_add_f32s(x, w[c], sums[r][c]);
                    }
                }
            }
            let columns = p * self.panel..self.outputs.min((p + 1) * self.panel);
            for (out, sums) in out.chunks_exact_mut(self.outputs).zip(&sums) {
                store(simd, sums, &mut out[columns.clone()]);
            }
        }
    }

    /// All rows by tiles of `R`; the last tile may have rows of zeros, whose results are left.
    #[inline(always)]
    fn tiles<S: Simd, const R: usize>(&self, simd: S, x: &[f32], stride: usize, out: &mut [f32]) {
        let mut packed = vec![0.0; R * self.inputs];
        for (t, out) in out.chunks_mut(R * self.outputs).enumerate() {
            let rows = out.len() / self.outputs;
            if rows < R {
                packed.fill(0.0);
            }
            for r in 0..rows {
                let row = &x[(t * R + r) * stride..][..self.inputs];
                for (to, &from) in packed.as_chunks_mut::<R>().0.iter_mut().zip(row) {
                    to[r] = from;
                }
            }
            self.tile::<S, R>(simd, &packed, out);
        }
    }
}

/// Writes a row of a tile; the last panel may be wider than what is left of the row.
#[inline(always)]
fn store<S: Simd>(simd: S, sums: &[S::f32s; COLUMNS], out: &mut [f32]) {
    let (whole, rest) = S::as_mut_simd_f32s(out);
    for (to, &sum) in whole.iter_mut().zip(sums) {
        *to = sum;
    }
    if let Some(&sum) = sums.get(whole.len()).filter(|_| !rest.is_empty()) {
        simd.partial_store_f32s(rest, sum);
    }
}

struct Apply<'a> {
    affine: &'a Affine,
    x: &'a [f32],
    stride: usize,
    rows: usize,
    out: &'a mut [f32],
}

impl WithSimd for Apply<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let out = &mut self.out[..self.rows * self.affine.outputs];
        if S::REGISTER_COUNT >= 32 {
            self.affine.tiles::<S, TALL>(simd, self.x, self.stride, out);
        } else {
            self.affine.tiles::<S, LOW>(simd, self.x, self.stride, out);
        }
    }
}

/// How many numbers a vector of the machine holds.
struct Width;

impl WithSimd for Width {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> usize {
        S::F32_LANES
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition, one number at a time.
    fn plainly(w: &[f32], inputs: usize, bias: &[f32], x: &[f32]) -> Vec<f32> {
        x.chunks(inputs)
            .flat_map(|x| {
                bias.iter().enumerate().map(move |(o, &b)| x.iter().zip(&w[o * inputs..]).fold(b, |sum, (x, w)| x.mul_add(*w, sum)))
            })
            .collect()
    }

    proptest! {
        #[test]
        fn every_kernel_gives_the_bits_of_the_definition(
            inputs in 1usize..40, outputs in 1usize..120, rows in 0usize..20, seed in any::<u32>(),
        ) {
            let mut state = u64::from(seed) | 1;
            let mut numbers = |n: usize| -> Vec<f32> {
                (0..n)
                    .map(|_| {
                        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                        (state >> 40) as f32 / 1e6 - 8.0
                    })
                    .collect()
            };
            let (w, bias, x) = (numbers(inputs * outputs), numbers(outputs), numbers(inputs * rows));
            let expected = plainly(&w, inputs, &bias, &x);
            for kernels in Kernels::available() {
                let mut out = vec![0.0; rows * outputs];
                Affine::new(kernels, &w, inputs, inputs, &bias).apply(&x, inputs, rows, &mut out);
                prop_assert_eq!(&out, &expected);
            }
        }
    }
}
