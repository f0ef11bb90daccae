//! How a confidence is written.

/// Two decimals are all that a confidence bears; it lies from 0 to 1.
pub fn rounded(confidence: f64) -> f64 {
    (confidence.clamp(0.0, 1.0) * 100.0).round() / 100.0
}
