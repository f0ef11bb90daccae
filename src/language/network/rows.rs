//! Sums of rows of numbers.

use pulp::{Simd, WithSimd};

use super::kernels::Kernels;

/// Vectors that are summed side by side.
const STEP: usize = 4;

/// `sum = start + rows[0] + rows[1] + …`, in this order; all have the same length.
pub(super) fn add_up(kernels: Kernels, start: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
    kernels.run(AddUp { start, rows, sum });
}

/// The same from inside a kernel.
#[inline(always)]
pub(super) fn add_up_inlined<S: Simd>(simd: S, start: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
    let (sums, rest) = S::as_mut_simd_f32s(sum);
    let at = sums.len() * S::F32_LANES;
    let starts = S::as_simd_f32s(start).0;
    let (steps, singles) = sums.as_chunks_mut::<STEP>();
    let last = steps.len() * STEP;
    for (c, sums) in steps.iter_mut().enumerate() {
        let mut step: [S::f32s; STEP] = std::array::from_fn(|v| starts[c * STEP + v]);
        for row in rows {
            let row = &S::as_simd_f32s(row).0[c * STEP..][..STEP];
            for v in 0..STEP {
                step[v] = simd.add_f32s(step[v], row[v]);
            }
        }
        *sums = step;
    }
    for (v, sum) in singles.iter_mut().enumerate() {
        *sum = rows.iter().fold(starts[last + v], |sum, row| simd.add_f32s(sum, S::as_simd_f32s(row).0[last + v]));
    }
    for (i, sum) in rest.iter_mut().enumerate() {
        *sum = rows.iter().fold(start[at + i], |sum, row| sum + row[at + i]);
    }
}

struct AddUp<'a> {
    start: &'a [f32],
    rows: &'a [&'a [f32]],
    sum: &'a mut [f32],
}

impl WithSimd for AddUp<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        add_up_inlined(simd, self.start, self.rows, self.sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kernel_adds_in_order() {
        // In another order the small terms would not be lost in the large one.
        let (large, small) = (vec![3e7f32; 150], vec![1.25f32; 150]);
        let expected: Vec<f32> = vec![((0.5 + 3e7) + 1.25) + 1.25; 150];
        for kernels in Kernels::available() {
            let mut sum = vec![0.0; 150];
            add_up(kernels, &vec![0.5; 150], &[&large, &small, &small], &mut sum);
            assert_eq!(sum, expected);
        }
    }
}
