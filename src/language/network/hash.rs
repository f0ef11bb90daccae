//! Which rows of a table an id is embedded by.

/// The finalizer of `MurmurHash3`: every bit of the result depends on every bit of `k`.
pub(super) fn mix(mut k: u64) -> u64 {
    k ^= k >> 33;
    k = k.wrapping_mul(0xff51_afd7_ed55_8ccd);
    k ^= k >> 33;
    k = k.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    k ^ (k >> 33)
}

/// `MurmurHash3_x86_128` as thinc's `ops.hash` has it: the 64-bit form for a key of 8 bytes, cut into four numbers of 32 bits.
/// A hash embedding is the sum of the four rows that they name (Svenstrup et al. 2017, arXiv:1709.03933).
pub(super) fn four(id: u64, seed: u32) -> [u32; 4] {
    let seed = u64::from(seed);
    let block = id.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    let length = 8;
    let (mut h1, mut h2) = ((seed ^ block) ^ length, seed ^ length);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = mix(h1);
    h2 = mix(h2);
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    [h1 as u32, (h1 >> 32) as u32, h2 as u32, (h2 >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_that_the_networks_were_trained_with() {
        // From thinc's own `ops.hash`.
        assert_eq!(four(0, 8), [0; 4]);
        assert_eq!(four(1, 8), [1_161_550_108, 2_247_783_286, 1_742_325_162, 1_224_191_281]);
        assert_eq!(four(u64::MAX, 8), [2_488_739_950, 2_974_852_181, 1_585_626_277, 2_314_794_624]);
        assert_eq!(four(42, 13), [1_072_765_048, 3_367_535_080, 2_295_238_714, 1_146_325_372]);
    }
}
