//! JSON of which only what tells of an article is kept: a live ticker's description holds megabytes of entries that nobody asks for.

use std::{cell::Cell, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
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

/// Values of a script that are kept; what describes an article has some dozens.
const VALUES: usize = 5_000;

/// Reads JSON without keys that nobody asks for.
pub(super) fn read(json: &str) -> serde_json::Result<Value> {
    let left = Cell::new(VALUES);
    let mut json = serde_json::Deserializer::from_str(json);
    let value = Kept(&left).deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// What keeps a value, with how many may still be kept.
#[derive(Clone, Copy)]
struct Kept<'l>(&'l Cell<usize>);

impl<'de> DeserializeSeed<'de> for Kept<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value, D::Error> {
        if self.0.get() == 0 {
            return IgnoredAny::deserialize(json).map(|_| Value::Null);
        }
        self.0.set(self.0.get() - 1);
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Kept<'_> {
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
            && let Some(item) = seq.next_element_seed(self)?
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
                let value = map.next_value_seed(self)?;
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
        let value = read(json).unwrap();
        assert_eq!(value, serde_json::json!({"@type": "LiveBlogPosting", "headline": "Salt", "author": [{"name": "A"}]}));
        let value = read(&format!("[{}]", vec!["1"; 5000].join(","))).unwrap();
        assert_eq!(value.as_array().map(Vec::len), Some(ITEMS));
        assert!(read("[1,").is_err() && read("{\"a\": }").is_err() && read("[] []").is_err());
        let nested = read(&format!("[{}]", vec![format!("[{}]", vec!["{\"name\": 1}"; 200].join(",")); 200].join(","))).unwrap();
        assert!(nested.to_string().len() < VALUES * 16);
    }
}
