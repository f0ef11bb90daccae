//! How a confidence is written, and read.

/// Two decimals are all that a confidence bears; it lies from 0 to 1.
pub fn rounded(confidence: f64) -> f64 {
    (confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0
}

/// The confidence that a caller wrote, as in 0.9; none for what is no number from 0 to 1.
pub fn share_of(written: &str) -> Option<f64> {
    written.parse().ok().filter(|share| (0.0..=1.0).contains(share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_from_0_to_1() {
        assert_eq!(["0", "0.9", "1"].map(share_of), [Some(0.0), Some(0.9), Some(1.0)]);
    }

    #[test]
    fn no_other_word_is_one() {
        assert_eq!(["", "x", "-0.1", "1.1", "NaN", "90%"].map(share_of), [None; 6]);
    }
}
