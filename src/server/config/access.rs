//! Who may come in.

use std::fmt;

use axum::http::HeaderValue;
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

/// Who may come in. By default everybody who reaches the port, and no page of another origin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// Keys, of which every call but health asks one; none are asked for where there are none.
    pub keys: Vec<ApiKey>,
    /// Origins whose pages may call from a browser: `https://news.example`.
    pub origins: Vec<HeaderValue>,
}

/// A key, kept as its digest: neither a log nor a dump of memory tells it.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey([u8; 32]);

/// Fewest characters of a key: fewer can be tried out.
const SHORTEST: usize = 16;

impl ApiKey {
    /// A key of at least 16 visible ASCII characters.
    pub fn new(key: &str) -> Result<Self, String> {
        if key.len() < SHORTEST || !key.bytes().all(|b| b.is_ascii_graphic()) {
            // the key itself is not told: it may be a good one with a slip
            return Err(format!("a key has {} characters or some that are not visible ASCII; give at least {SHORTEST}", key.len()));
        }
        Ok(Self(Sha256::digest(key).into()))
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

impl Access {
    /// True where `key` is one of the keys. Takes as long whichever it is, and however much of it is right: digests of one length
    /// are compared, each with each.
    pub(crate) fn knows(&self, key: &[u8]) -> bool {
        let digest: [u8; 32] = Sha256::digest(key).into();
        self.keys.iter().fold(Choice::from(0), |found, known| found | known.0.ct_eq(&digest)).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_by_all_of_their_characters() {
        let keys = ["correct-horse-battery", "another-key-of-ours"].map(|k| ApiKey::new(k).unwrap()).to_vec();
        let access = Access { keys, ..Access::default() };
        assert!(access.knows(b"correct-horse-battery") && access.knows(b"another-key-of-ours"));
        for wrong in [&b""[..], b"correct-horse-batter", b"correct-horse-battery ", b"Another-key-of-ours", b"\xff"] {
            assert!(!access.knows(wrong), "{wrong:?}");
        }
        assert!(!Access::default().knows(b""));
        assert!(!format!("{access:?}").contains("horse"));
    }

    #[test]
    fn keys_that_are_no_good_are_refused_untold() {
        for wrong in ["", "short", "with a space in it ...", "schl\u{fc}ssel-schl\u{fc}ssel"] {
            let why = ApiKey::new(wrong).unwrap_err();
            assert!(wrong.is_empty() || !why.contains(wrong), "{why}");
        }
    }
}
