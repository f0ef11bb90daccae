//! JSON of which only what may be an article's is kept, sentences and the addresses of posts, with the lists and objects that hold them.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::article::posts::permalink;

/// Bytes of a string in a script that may be a paragraph.
const PARAGRAPH: usize = 60;

/// What a value tells.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    /// A sentence or more, or markup of paragraphs.
    Prose(String),
    /// The address of a post.
    Post(String),
    /// What an object or a list holds; more than nothing.
    Several(Vec<Told>),
}

impl Told {
    /// Bytes of prose.
    pub fn prose(&self) -> usize {
        match self {
            Self::Nothing | Self::Post(_) => 0,
            Self::Prose(text) => text.len(),
            Self::Several(items) => items.iter().map(Self::prose).sum(),
        }
    }

    /// In the order of the script; the same string once.
    pub fn collect<'t>(&'t self, found: &mut Vec<&'t str>) {
        match self {
            Self::Prose(text) | Self::Post(text) if found.last() != Some(&text.as_str()) => found.push(text),
            Self::Several(items) => items.iter().for_each(|item| item.collect(found)),
            _ => {}
        }
    }

    /// What a string tells.
    pub fn of(text: &str) -> Self {
        if is_prose(text) {
            Self::Prose(text.to_owned())
        } else if permalink(text).is_some() {
            Self::Post(text.to_owned())
        } else {
            Self::Nothing
        }
    }

    /// What the first JSON in a text tells, whatever stands behind it.
    pub fn of_json(text: &str) -> Option<Self> {
        let start = text.find(['{', '['])?;
        serde_json::Deserializer::from_str(&text[start..]).into_iter().next()?.ok()
    }

    /// What a list of what tells something tells.
    pub fn several(items: Vec<Self>) -> Self {
        if items.is_empty() { Self::Nothing } else { Self::Several(items) }
    }
}

impl<'de> Deserialize<'de> for Told {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(ToldVisitor)
    }
}

struct ToldVisitor;

impl<'de> Visitor<'de> for ToldVisitor {
    type Value = Told;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Told, E> {
        Ok(Told::Nothing)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Told, E> {
        Ok(Told::Nothing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Told, E> {
        Ok(Told::Nothing)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Told, E> {
        Ok(Told::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Told, E> {
        Ok(Told::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Told, E> {
        Ok(Told::of(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Told, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            if item != Told::Nothing {
                items.push(item);
            }
        }
        Ok(Told::several(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Told, A::Error> {
        let mut items = Vec::new();
        while map.next_key::<IgnoredAny>()?.is_some() {
            let item = map.next_value()?;
            if item != Told::Nothing {
                items.push(item);
            }
        }
        Ok(Told::several(items))
    }
}

/// A string that is a sentence or more, or markup of paragraphs: not a path, code or a style.
fn is_prose(text: &str) -> bool {
    if text.len() < PARAGRAPH || text.contains(['{', '}']) || text.starts_with("http") {
        return false;
    }
    let ends = text.trim_end().ends_with(['.', '!', '?', '"', '”', '»', '。', '>', '؟', '।', '…']);
    let spaces = text.bytes().filter(|b| *b == b' ').count();
    ends && (spaces * 12 >= text.chars().count() || !text.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_may_be_an_articles_is_kept() {
        let one = "The two ministers met on the pier on Monday and talked about the price of salt.";
        let json = serde_json::json!({"n": [1, 1.5, -1, true, null, "Home", "/a/b"], "a": {"b": [{"c": one}, {"d": "https://x.com/port/status/2"}]}, "e": {}});
        let told: Told = serde_json::from_value(json).unwrap();
        let held = Told::Several(vec![
            Told::Several(vec![Told::Prose(one.into())]),
            Told::Several(vec![Told::Post("https://x.com/port/status/2".into())]),
        ]);
        assert_eq!(told, Told::Several(vec![Told::Several(vec![held])]));
        assert_eq!(told.prose(), one.len());
        assert!(serde_json::from_str::<Told>("[1,").is_err());
    }
}
