//! One JSON object: `{"text" | "html", "url"?, "title"?, "published_at"?, "language"?, "id"?}`.

use serde_json::{Map, Value};

use super::problem::{Problem, ProblemKind};
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
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(e) => {
            let what = if text.trim().is_empty() { "the body is empty".to_owned() } else { e.to_string() };
            let problem = Problem::new(ProblemKind::MalformedJson, format!("no JSON: {what}; send an object with \"text\" or \"html\""));
            return (None, Err(problem.at(e.line(), e.column())));
        }
    };
    let Value::Object(mut object) = value else {
        let found = type_of(&value);
        return (
            None,
            Err(Problem::new(ProblemKind::InvalidArticle, format!("the JSON is {found}; send an object with \"text\" or \"html\""))),
        );
    };
    let id = object.remove("id");
    (id, read(object))
}

fn read(mut object: Map<String, Value>) -> Result<Input, Problem> {
    let text = string(&mut object, "text")?;
    let html = string(&mut object, "html")?;
    let source = match (text, html) {
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
        url: string(&mut object, "url")?,
        title: string(&mut object, "title")?,
        published_at: string(&mut object, "published_at")?,
        language: string(&mut object, "language")?,
    })
}

fn string(object: &mut Map<String, Value>, field: &str) -> Result<Option<String>, Problem> {
    match object.remove(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(s)) => Ok(Some(s)),
        Some(other) => {
            let detail = format!("\"{field}\" is {}; send a string, or leave it out", type_of(&other));
            Err(Problem::new(ProblemKind::InvalidArticle, detail).in_field(field))
        }
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
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
        assert_eq!(problem("[1]").status, 422);
    }
}
