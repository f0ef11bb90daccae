//! Which instructions the arithmetic runs on.

use pulp::{Arch, Simd, WithSimd};

/// The instructions that this machine has, told once at load.
///
/// **Every choice gives the same bits.** A sum is taken in an order that the code fixes, not the width of a register: an output
/// of a product adds its terms one by one (`product.rs`), a sum over a row runs in 16 lanes and folds them in
/// halves. Products are always added with one rounding (a fused multiply-add; where the machine has none, the standard library
/// computes the same). So neither the machine nor what else is in a batch can change a result.
///
/// The crate `pulp` was chosen over `matrixmultiply` for that: the latter rounds twice without FMA and once with it. It needs no
/// `unsafe` here, runs AVX-512, AVX2 and NEON, and the layers can be fused. An x86-64 machine without FMA (before 2013) takes
/// the portable path, right but slow.
#[derive(Debug, Clone, Copy)]
pub struct Kernels(Arch);

/// How many partial sums a sum over a row is taken in; rows are a multiple of it long.
pub(super) const LANES: usize = 16;

impl Kernels {
    /// The widest that this machine has.
    pub fn detect() -> Self {
        Self(Arch::new())
    }

    /// What every machine has.
    pub fn portable() -> Self {
        Self(Arch::Scalar)
    }

    /// All that this machine has, for tests.
    #[cfg(test)]
    pub(super) fn available() -> Vec<Self> {
        #[cfg_attr(not(target_arch = "x86_64"), expect(unused_mut, reason = "only x86-64 has more than two"))]
        let mut all = vec![Self::portable(), Self::detect()];
        #[cfg(target_arch = "x86_64")]
        all.extend(pulp::x86::V3::try_new().map(|v3| Self(Arch::V3(v3))));
        all
    }

    /// Runs `op` with these instructions; what it calls must be inlined into it.
    pub(super) fn run<Op: WithSimd>(self, op: Op) -> Op::Output {
        self.0.dispatch(op)
    }
}

/// Folds the partial sums of a row, in halves. They stand in the first `LANES / S::F32_LANES` vectors.
#[inline(always)]
pub(super) fn fold<S: Simd>(vectors: &[S::f32s; LANES]) -> f32 {
    let mut lanes = [0.0; LANES];
    for (to, &from) in S::as_mut_simd_f32s(&mut lanes).0.iter_mut().zip(vectors) {
        *to = from;
    }
    let mut width = LANES / 2;
    while width > 0 {
        for i in 0..width {
            lanes[i] += lanes[i + width];
        }
        width /= 2;
    }
    lanes[0]
}
