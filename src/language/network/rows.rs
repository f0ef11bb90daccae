//! Sums of rows of numbers.

use pulp::{Simd, WithSimd};

use super::kernels::{Kernels, LANES};

/// `sum = start + rows[0] + rows[1] + …`, in this order.
pub(super) fn add_up(kernels: Kernels, start: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
    kernels.run(AddUp { start, rows, sum });
}

/// The same from inside a kernel.
#[inline(always)]
pub(super) fn add_up_inlined(start: &[f32], rows: &[&[f32]], sum: &mut [f32]) {
    let (wide, rest) = sum.as_chunks_mut::<{ 2 * LANES }>();
    for (c, sum) in wide.iter_mut().enumerate() {
        add_chunk(start, rows, c * 2 * LANES, sum);
    }
    let at = wide.len() * 2 * LANES;
    for (i, sum) in rest.iter_mut().enumerate() {
        *sum = rows.iter().fold(start[at + i], |sum, row| sum + row[at + i]);
    }
}

#[inline(always)]
fn add_chunk<const N: usize>(start: &[f32], rows: &[&[f32]], at: usize, sum: &mut [f32; N]) {
    sum.copy_from_slice(&start[at..at + N]);
    for row in rows {
        let row = &row[at..at + N];
        for j in 0..N {
            sum[j] += row[j];
        }
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
    fn with_simd<S: Simd>(self, _: S) {
        add_up_inlined(self.start, self.rows, self.sum);
    }
}
