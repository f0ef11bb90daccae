//! JSON as real pages hold it: in comments, with raw line breaks in strings, commas too many.

use serde_json::Value;

use super::{kept, references::resolved};

/// What pages put around their JSON to hide it from old browsers.
const WRAPPINGS: [&str; 6] = ["<!--", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"];

/// Reads JSON, what tells of an article in it; where it is malformed, what is malformed in the usual ways is mended. Linear.
pub(super) fn parse(json: &str) -> Option<Value> {
    let bare = unwrapped(json);
    let read = kept::read(bare).or_else(|_| kept::read(&mended(bare)));
    // A template that writes for markup has written the marks of strings as references.
    read.or_else(|error| if json.contains("&quot;") { kept::read(&mended(&resolved(bare, false))) } else { Err(error) }).ok()
}

fn unwrapped(json: &str) -> &str {
    let mut json = json.trim();
    loop {
        let bare = WRAPPINGS.iter().fold(json, |json, wrapping| {
            let json = json.strip_prefix(wrapping).unwrap_or(json);
            json.strip_suffix(wrapping).unwrap_or(json).trim()
        });
        let bare = bare.trim_end_matches(';').trim_end();
        if bare.len() == json.len() {
            return json;
        }
        json = bare;
    }
}

/// Control characters in strings become spaces, escapes that JSON does not know the character itself; a mark of quotation that ends no string
/// is part of it; a comma before a closing bracket goes.
fn mended(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut inside = false;
    let mut comma = None;
    let mut chars = json.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if inside => match chars.next() {
                Some(escape @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u')) => out.extend(['\\', escape]),
                Some(other) if !other.is_control() => out.push(other),
                _ => out.push(' '),
            },
            '"' if inside && !ends_string(chars.as_str()) => out.push_str("\\\""),
            '"' => {
                inside = !inside;
                comma = None;
                out.push(c);
            }
            c if inside => out.push(if c.is_control() { ' ' } else { c }),
            ',' => {
                comma = Some(out.len());
                out.push(c);
            }
            '}' | ']' => {
                if let Some(at) = comma.take() {
                    out.truncate(at);
                }
                out.push(c);
            }
            c => {
                if !c.is_whitespace() {
                    comma = None;
                }
                out.push(c);
            }
        }
    }
    out
}

/// True where what stands behind a mark of quotation goes on as JSON does behind a string: a colon, a bracket, or a comma before a further value.
fn ends_string(behind: &str) -> bool {
    let behind = behind.trim_start();
    match behind.strip_prefix(',') {
        Some(next) => {
            next.trim_start().starts_with(['"', '{', '[', ']', '}', '-', 't', 'f', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        }
        None => behind.is_empty() || behind.starts_with([':', '}', ']']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_do_to_json_is_mended() {
        let expected = serde_json::json!({"name": "x y", "author": [1, 2]});
        for json in [
            r#"{"name": "x y", "author": [1, 2]}"#,
            "{\"name\": \"x\ny\", \"author\": [1, 2]}",
            r#"{"name": "x y", "author": [1, 2,],}"#,
            r#"<!-- {"name": "x y", "author": [1, 2]} -->"#,
            "//<![CDATA[\n{\"name\": \"x y\", \"author\": [1, 2]};\n//]]>",
            r#"{"name": "\x y", "author": [1, 2]}"#,
            "{&quot;name&quot;: &quot;x y&quot;, &quot;author&quot;: [1, 2]}",
        ] {
            assert_eq!(parse(json).as_ref(), Some(&expected), "{json}");
        }
        assert_eq!(parse(r#"{"name": "the "salt" talks", "url": "d"}"#).unwrap()["name"], "the \"salt\" talks");
        assert_eq!(parse(r#"{"name": "b,]", "url": "d\n\"e\""}"#).unwrap()["url"], "d\n\"e\"");
    }

    #[test]
    fn what_is_no_json_stays_none() {
        for json in ["", "{", "salt", "{\"a\": \"", "\\", &"[".repeat(5000)] {
            assert_eq!(parse(json), None, "{json}");
        }
    }
}
