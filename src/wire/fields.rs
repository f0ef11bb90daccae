//! The fields of an article's JSON and no others: what is not asked for is read over, never built up in memory.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

/// Fields of an object. Of two with one name the last counts.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub(super) id: Option<Value>,
    pub(super) text: Field,
    pub(super) html: Field,
    pub(super) url: Field,
    pub(super) title: Field,
    pub(super) published_at: Field,
    pub(super) language: Field,
}

/// What a field is.
#[derive(Debug, Default)]
pub(super) enum Field {
    /// Not there, or null.
    #[default]
    Absent,
    Text(String),
    /// Something else: its type, as a person would say it.
    Other(&'static str),
}

/// What a body of JSON is.
#[derive(Debug)]
pub(super) enum Body {
    Object(Box<Fields>),
    /// Something else: its type, as a person would say it.
    Other(&'static str),
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(BodyVisitor)
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(FieldVisitor)
    }
}

/// The visits that are the same for both: whatever is of no use is named by its type.
macro_rules! name_others {
    ($value:ident) => {
        fn visit_bool<E>(self, _: bool) -> Result<$value, E> {
            Ok($value::Other("a boolean"))
        }

        fn visit_i64<E>(self, _: i64) -> Result<$value, E> {
            Ok($value::Other("a number"))
        }

        fn visit_u64<E>(self, _: u64) -> Result<$value, E> {
            Ok($value::Other("a number"))
        }

        fn visit_f64<E>(self, _: f64) -> Result<$value, E> {
            Ok($value::Other("a number"))
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<$value, A::Error> {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok($value::Other("an array"))
        }
    };
}

struct FieldVisitor;

impl<'de> Visitor<'de> for FieldVisitor {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    name_others!(Field);

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Absent)
    }

    fn visit_str<E>(self, text: &str) -> Result<Field, E> {
        Ok(Field::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Field, E> {
        Ok(Field::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Other("an object"))
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Body;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    name_others!(Body);

    fn visit_unit<E>(self) -> Result<Body, E> {
        Ok(Body::Other("null"))
    }

    fn visit_str<E>(self, _: &str) -> Result<Body, E> {
        Ok(Body::Other("a string"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Body, A::Error> {
        let mut fields = Box::<Fields>::default();
        while let Some(name) = map.next_key::<Name>()? {
            let field = match name {
                Name::Id => {
                    fields.id = Some(map.next_value()?);
                    continue;
                }
                Name::Text => &mut fields.text,
                Name::Html => &mut fields.html,
                Name::Url => &mut fields.url,
                Name::Title => &mut fields.title,
                Name::PublishedAt => &mut fields.published_at,
                Name::Language => &mut fields.language,
                Name::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *field = map.next_value()?;
        }
        Ok(Body::Object(fields))
    }
}

/// Names that are known.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Name {
    Id,
    Text,
    Html,
    Url,
    Title,
    PublishedAt,
    Language,
    #[serde(other)]
    Other,
}
