//! Values of arguments that are more than a word: times and sizes.

use std::{fmt, str::FromStr, time::Duration};

/// A time, written in seconds: `30`, `0.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seconds(pub Duration);

impl FromStr for Seconds {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let number = word.strip_suffix('s').unwrap_or(word).parse().ok();
        let time = number.and_then(|n: f64| Duration::try_from_secs_f64(n).ok());
        time.map(Self).ok_or_else(|| "give a number of seconds, as in 30 or 0.5".to_owned())
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_secs_f64().fmt(f)
    }
}

/// A number of bytes: `4096`, `64K`, `8M`, `1G`, by powers of 1024.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub usize);

/// Letters for powers of 1024, the largest first.
const UNITS: [(char, u32); 3] = [('G', 30), ('M', 20), ('K', 10)];

impl FromStr for Size {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let unit = UNITS.iter().find(|(letter, _)| word.ends_with([*letter, letter.to_ascii_lowercase()]));
        let (digits, shift) = unit.map_or((word, 0), |(_, shift)| (&word[..word.len() - 1], *shift));
        let bytes = digits.parse().ok().and_then(|n: usize| n.checked_mul(1 << shift)).filter(|&bytes| bytes > 0);
        bytes.map(Self).ok_or_else(|| "give a number of bytes above 0, as in 65536, 64K, 8M or 1G".to_owned())
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match UNITS.iter().find(|(_, shift)| self.0.is_multiple_of(1 << shift) && self.0 > 0) {
            Some((letter, shift)) => write!(f, "{}{letter}", self.0 >> shift),
            None => self.0.fmt(f),
        }
    }
}

/// What paths begin with: empty, or `/` and words, without a `/` at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePath(pub String);

impl FromStr for BasePath {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let path = word.trim_end_matches('/');
        let good = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b));
        if path.is_empty() || path.strip_prefix('/').is_some_and(|parts| parts.split('/').all(good)) {
            return Ok(Self(path.to_owned()));
        }
        Err("give a path of letters, digits and -._~ that begins with /, as in /paraph".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_seconds() {
        assert_eq!("0.5".parse(), Ok(Seconds(Duration::from_millis(500))));
        assert_eq!("30s".parse::<Seconds>().unwrap().to_string(), "30");
        for wrong in ["", "-1", "soon", "nan", "1e99"] {
            assert!(wrong.parse::<Seconds>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn sizes_are_bytes() {
        for (word, bytes) in [("1", 1), ("64K", 64 << 10), ("8m", 8 << 20), ("1G", 1 << 30)] {
            assert_eq!(word.parse(), Ok(Size(bytes)));
        }
        for wrong in ["", "0", "M", "8MB", "-1", "99999999999G", "1é"] {
            assert!(wrong.parse::<Size>().is_err(), "{wrong}");
        }
        assert_eq!([Size(8 << 20), Size(1500), Size(3 << 10)].map(|s| s.to_string()), ["8M", "1500", "3K"]);
    }

    #[test]
    fn base_paths_begin_with_a_stroke_and_end_without() {
        for (word, path) in [("", ""), ("/", ""), ("/paraph/", "/paraph"), ("/a/b-1", "/a/b-1")] {
            assert_eq!(word.parse(), Ok(BasePath(path.into())));
        }
        for wrong in ["paraph", "/a//b", "/{a}", "/a b", "/*"] {
            assert!(wrong.parse::<BasePath>().is_err(), "{wrong}");
        }
    }
}
