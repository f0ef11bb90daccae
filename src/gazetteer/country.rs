//! States by their code.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Two capital letters as ISO 3166-1 gives them (alpha-2), and `XK` for Kosovo.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 2]);

impl CountryCode {
    /// The two letters.
    pub fn as_str(&self) -> &str {
        // Only `from_str` makes codes, and only from ASCII letters.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for CountryCode {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        match code.as_bytes() {
            &[a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Ok(Self([a, b])),
            _ => Err(format!("'{code}' is no country code: use the two capital letters of ISO 3166-1, such as CU")),
        }
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// What the gazetteer knows of a state or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryInfo {
    /// Its code.
    pub code: CountryCode,
    /// Its short English name, without an article.
    pub name: &'static str,
    /// Further names: long forms, abbreviations, earlier names.
    pub other_names: Vec<&'static str>,
    /// Adjectives and nouns for its people, in the singular; the first is the adjective.
    pub demonyms: Vec<&'static str>,
    /// Its capitals, the first being where the government is met.
    pub capitals: Vec<&'static str>,
    /// Buildings and streets that stand for its government.
    pub seats: Vec<&'static str>,
}
