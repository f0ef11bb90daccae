//! JSON of which only what tells of an article is kept: a live ticker's description holds megabytes of entries that nobody asks for.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};

/// Keys whose values are kept.
const KEYS: [&str; 18] = [
    "@graph",
    "@id",
    "@type",
    "articleBody",
    "author",
    "dateCreated",
    "dateModified",
    "datePublished",
    "headline",
    "inLanguage",
    "mainEntity",
    "mainEntityOfPage",
    "name",
    "publisher",
    "url",
    "alternativeHeadline",
    "alternateName",
    "creator",
];
/// Items of a list that are kept.
const ITEMS: usize = 200;

/// A value without keys that nobody asks for.
#[derive(Debug)]
pub(super) struct Kept(pub Value);

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(KeptVisitor).map(Self)
    }
}

struct KeptVisitor;

impl<'de> Visitor<'de> for KeptVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, b: bool) -> Result<Value, E> {
        Ok(Value::Bool(b))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < ITEMS
            && let Some(Kept(item)) = seq.next_element()?
        {
            items.push(item);
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut kept = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if KEYS.contains(&key.as_str()) {
                let Kept(value) = map.next_value()?;
                kept.insert(key, value);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Value::Object(kept))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_asks_for_is_left_out() {
        let json = r#"{"@type": "LiveBlogPosting", "headline": "Salt", "liveBlogUpdate": [{"headline": "a"}], "author": [{"name": "A", "jobTitle": null}], "n": 1.5}"#;
        let Kept(value) = serde_json::from_str(json).unwrap();
        assert_eq!(value, serde_json::json!({"@type": "LiveBlogPosting", "headline": "Salt", "author": [{"name": "A"}]}));
        let Kept(value) = serde_json::from_str(&format!("[{}]", vec!["1"; 5000].join(","))).unwrap();
        assert_eq!(value.as_array().map(Vec::len), Some(ITEMS));
        assert!(serde_json::from_str::<Kept>("[1,").is_err() && serde_json::from_str::<Kept>("{\"a\": }").is_err());
    }
}
