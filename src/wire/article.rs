//! One JSON object: `{"text" | "html", "url"?, "title"?, "published_at"?, "language"?, "id"?}`.

use serde_json::Value;

use super::{
    fields::{Body, Field, Fields},
    problem::{Problem, ProblemKind},
};
use crate::article::{Input, Source};

/// Reads an article's JSON. The `id`, of whatever type, comes back as it came, also where the article is wrong. Fields that are not
/// known are passed over, so that a caller may hand on what it has.
pub fn parse_article(json: &[u8]) -> (Option<Value>, Result<Input, Problem>) {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    let text = match std::str::from_utf8(json) {
        Ok(text) => text,
        Err(e) => {
            return (
                None,
                Err(Problem::new(ProblemKind::InvalidEncoding, format!("byte {} is no UTF-8; send the JSON as UTF-8", e.valid_up_to()))),
            );
        }
    };
    let fields = match serde_json::from_str(text) {
        Ok(Body::Object(fields)) => fields,
        Ok(Body::Other(found)) => {
            let detail = format!("the JSON is {found}; send an object with \"text\" or \"html\"");
            return (None, Err(Problem::new(ProblemKind::InvalidArticle, detail)));
        }
        Err(e) => {
            let what = if text.trim().is_empty() { "the body is empty".to_owned() } else { e.to_string() };
            let problem = Problem::new(ProblemKind::MalformedJson, format!("no JSON: {what}; send an object with \"text\" or \"html\""));
            return (None, Err(problem.at(e.line(), e.column())));
        }
    };
    let mut fields = *fields;
    (fields.id.take(), read(fields))
}

fn read(fields: Fields) -> Result<Input, Problem> {
    let source = match (string(fields.text, "text")?, string(fields.html, "html")?) {
        (Some(text), None) => Source::Text(text),
        (None, Some(html)) => Source::Html(html),
        (Some(_), Some(_)) => {
            return Err(Problem::new(
                ProblemKind::InvalidArticle,
                "both \"text\" and \"html\" are given; send the one that you have, the page if both",
            )
            .in_field("text"));
        }
        (None, None) => {
            return Err(Problem::new(
                ProblemKind::InvalidArticle,
                "neither \"text\" nor \"html\" is given; send the article in one of them",
            )
            .in_field("text"));
        }
    };
    Ok(Input {
        source,
        url: string(fields.url, "url")?,
        title: string(fields.title, "title")?,
        published_at: string(fields.published_at, "published_at")?,
        language: string(fields.language, "language")?,
    })
}

fn string(field: Field, name: &str) -> Result<Option<String>, Problem> {
    match field {
        Field::Absent => Ok(None),
        Field::Text(text) => Ok(Some(text)),
        Field::Other(found) => {
            let detail = format!("\"{name}\" is {found}; send a string, or leave it out");
            Err(Problem::new(ProblemKind::InvalidArticle, detail).in_field(name))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(json: &str) -> Problem {
        parse_article(json.as_bytes()).1.unwrap_err()
    }

    #[test]
    fn an_article_reads_and_keeps_its_id() {
        let (id, input) = parse_article("\u{feff}{\"id\": 7, \"text\": \"A met B.\", \"title\": null, \"more\": []}".as_bytes());
        assert_eq!(id, Some(7.into()));
        assert_eq!(input.unwrap().source, Source::Text("A met B.".into()));
    }

    #[test]
    fn a_wrong_article_says_which_field_and_what_to_do() {
        assert_eq!(problem(r#"{"text": "a", "html": "b"}"#).field.as_deref(), Some("text"));
        assert!(problem("{}").detail.contains("neither"));
        let p = problem(r#"{"text": 3}"#);
        assert_eq!((p.status, p.field.as_deref()), (422, Some("text")));
        assert!(p.detail.contains("a number"));
    }

    #[test]
    fn what_is_no_json_is_a_bad_request() {
        assert_eq!(problem("{").status, 400);
        assert_eq!(problem("").status, 400);
        assert_eq!(parse_article(b"{\"text\": \"\xff\"}").1.unwrap_err().status, 400);
        assert_eq!(problem("{\"text\": \"a\"} {").status, 400);
    }

    #[test]
    fn json_of_another_type_is_named_by_it() {
        for (json, found) in [
            ("[1, {}]", "an array"),
            ("null", "null"),
            ("\"a\"", "a string"),
            ("-1", "a number"),
            ("2.5", "a number"),
            ("true", "a boolean"),
        ] {
            assert_eq!(problem(json).detail, format!("the JSON is {found}; send an object with \"text\" or \"html\""));
            if !matches!(found, "null" | "a string") {
                assert_eq!(
                    problem(&format!("{{\"url\": {json}, \"text\": \"a\"}}")).detail,
                    format!("\"url\" is {found}; send a string, or leave it out")
                );
            }
        }
        assert!(problem("{\"text\": {\"a\": [{}]}}").detail.contains("an object"));
    }

    #[test]
    fn fields_that_are_not_known_are_read_over_however_deep_they_are() {
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        let (_, input) = parse_article(format!("{{\"more\": {deep}, \"text\": \"a\"}}").as_bytes());
        assert_eq!(input.unwrap().source, Source::Text("a".into()));
        assert_eq!(problem(&format!("{{\"id\": {deep}, \"text\": \"a\"}}")).status, 400);
    }

    #[test]
    fn of_two_fields_with_one_name_the_last_counts() {
        assert_eq!(parse_article(br#"{"text": "a", "text": "b\u0041"}"#).1.unwrap().source, Source::Text("bA".into()));
    }
}
