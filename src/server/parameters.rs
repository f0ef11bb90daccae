//! What a query says.

use axum::{extract::Query, http::Uri};
use percent_encoding::percent_decode_str;

use crate::{
    Options,
    article::{Input, Source},
    record::share_of,
    wire::{Problem, ProblemKind},
};

/// The query's parameters that mean something here; others are passed over.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    pub(super) options: Options,
    url: Option<String>,
    title: Option<String>,
    published_at: Option<String>,
    language: Option<String>,
}

impl Parameters {
    pub(super) fn of(uri: &Uri) -> Result<Self, Problem> {
        // to decode the query below is to replace what cannot be decoded
        if uri.query().is_some_and(|query| percent_decode_str(query).decode_utf8().is_err()) {
            return Err(Problem::new(ProblemKind::InvalidParameter, "the query is not UTF-8; write it in UTF-8, percent-encoded"));
        }
        let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(uri)
            .map_err(|e| Problem::new(ProblemKind::InvalidParameter, format!("the query cannot be read: {e}")))?;
        let mut parameters = Self::default();
        let mut seen = Vec::new();
        for (name, value) in pairs {
            if !parameters.take(&name, value)? {
                continue;
            }
            if seen.contains(&name) {
                return Err(wrong(&name, format!("'{name}' is given twice; give it once")));
            }
            seen.push(name);
        }
        Ok(parameters)
    }

    /// False where the name means nothing here.
    fn take(&mut self, name: &str, value: String) -> Result<bool, Problem> {
        match name {
            "offsets" => self.options.offsets = value.parse().map_err(|e: String| wrong(name, e))?,
            "only" if value == "article" => self.options.only_article = true,
            "only" => return Err(wrong(name, format!("'{value}' is no part that can be had alone: use article, or leave it out"))),
            "explain" => self.options.explain = truth(name, &value)?,
            "min_confidence" => self.options.min_confidence = share(name, &value)?,
            "source" => self.options.source = truth(name, &value)?,
            "url" => self.url = Some(value),
            "title" => self.title = Some(value),
            "published_at" => self.published_at = Some(value),
            "language" => self.language = Some(value),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The article in a bare body, with what the query says of it.
    pub(super) fn input(self, source: Source) -> Input {
        Input { source, url: self.url, title: self.title, published_at: self.published_at, language: self.language }
    }

    /// Refuses facts in the query where they belong into the JSON: passed over, they would be missed.
    pub(super) fn without_facts(&self) -> Result<Options, Problem> {
        let facts = [("url", &self.url), ("title", &self.title), ("published_at", &self.published_at), ("language", &self.language)];
        match facts.iter().find(|(_, value)| value.is_some()) {
            Some((name, _)) => Err(wrong(name, format!("'{name}' stands in the query, but the body is JSON; put it into the JSON"))),
            None => Ok(self.options),
        }
    }
}

fn truth(name: &str, value: &str) -> Result<bool, Problem> {
    match value {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => Err(wrong(name, format!("'{value}' is neither true nor false: use one of them, or leave it out"))),
    }
}

fn share(name: &str, value: &str) -> Result<f64, Problem> {
    share_of(value).ok_or_else(|| wrong(name, format!("'{value}' is no number from 0 to 1: write it as in 0.9, or leave it out")))
}

fn wrong(name: &str, detail: String) -> Problem {
    Problem::new(ProblemKind::InvalidParameter, detail).in_field(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::OffsetUnit;

    fn of(query: &str) -> Result<Parameters, Problem> {
        Parameters::of(&format!("/v1/extract?{query}").parse().unwrap())
    }

    #[test]
    fn known_parameters_are_read_and_others_passed_over() {
        let p = of("explain=true&source=true&offsets=utf16&only=article&title=Two+ministers%20met&utm=7&utm=8").unwrap();
        assert!(p.options.explain && !of("explain=false").unwrap().options.explain);
        assert!(of("min_confidence=0.9").unwrap().options.min_confidence > 0.89);
        assert!(p.options.source && !of("source=false").unwrap().options.source);
        assert_eq!((p.options.offsets, p.options.only_article, p.title.as_deref()), (OffsetUnit::Utf16, true, Some("Two ministers met")));
    }

    #[test]
    fn wrong_values_name_their_parameter() {
        for (query, field) in [
            ("explain=yes", "explain"),
            ("source=1", "source"),
            ("min_confidence=90", "min_confidence"),
            ("min_confidence=NaN", "min_confidence"),
            ("offsets=bytes", "offsets"),
            ("only=quotes", "only"),
            ("title=a&title=b", "title"),
            ("offsets=", "offsets"),
        ] {
            let problem = of(query).unwrap_err();
            assert_eq!((problem.status, problem.field.as_deref()), (400, Some(field)), "{query}");
        }
        assert_eq!(of("title=%E9t%E9").unwrap_err().status, 400);
        assert_eq!(of("title=%C3%A9t%C3%A9").unwrap().title.as_deref(), Some("\u{e9}t\u{e9}"));
        assert_eq!(of("language=en").unwrap().without_facts().unwrap_err().field.as_deref(), Some("language"));
    }
}
