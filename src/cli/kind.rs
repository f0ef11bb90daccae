//! What an input is: said, told by its ending, or by how it begins.

use std::path::Path;

use clap::ValueEnum;

/// Kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// An article as plain text (.txt, .md)
    Text,
    /// A page (.html, .htm)
    Html,
    /// An article as a JSON object (.json)
    Json,
    /// A JSON object a line (.ndjson, .jsonl)
    Ndjson,
}

impl Kind {
    /// By the ending of a file's name; `Ok(None)` where it has none, so that its beginning must tell.
    pub fn of_name(path: &Path) -> Result<Option<Self>, String> {
        let Some(ending) = path.extension() else { return Ok(None) };
        match ending.to_string_lossy().to_ascii_lowercase().as_str() {
            "txt" | "md" => Ok(Some(Self::Text)),
            "html" | "htm" => Ok(Some(Self::Html)),
            "json" => Ok(Some(Self::Json)),
            "ndjson" | "jsonl" => Ok(Some(Self::Ndjson)),
            other => Err(format!("the ending .{other} does not say what the file is; say it with --from text, html, json or ndjson")),
        }
    }

    /// By the first bytes: a page is told by its doctype or root, everything else is text. What begins as JSON does is refused rather than
    /// read as an article's words: whether it is one object or one a line cannot be seen from its beginning.
    pub fn of_beginning(bytes: &[u8]) -> Result<Self, String> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let begins = |with: &[u8]| bytes.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
        if begins(b"<!doctype html") || begins(b"<html") {
            return Ok(Self::Html);
        }
        match bytes.strip_prefix(b"{").map(<[u8]>::trim_ascii_start) {
            Some([b'"' | b'}', ..]) => {
                Err("it begins as JSON does; say --from json (one article), --from ndjson (one a line) or --from text".to_owned())
            }
            _ => Ok(Self::Text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_kind() {
        let of = |name: &str| Kind::of_name(Path::new(name));
        assert_eq!(of("a/b.TXT"), Ok(Some(Kind::Text)));
        assert_eq!(of("page.htm"), Ok(Some(Kind::Html)));
        assert_eq!(of("lines.jsonl"), Ok(Some(Kind::Ndjson)));
        assert_eq!(of("article"), Ok(None));
        assert!(of("scan.pdf").unwrap_err().contains("--from"));
    }

    #[test]
    fn beginnings_tell_pages_and_refuse_json() {
        assert_eq!(Kind::of_beginning(b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>"), Ok(Kind::Html));
        assert_eq!(Kind::of_beginning(b"<html lang=en>"), Ok(Kind::Html));
        assert_eq!(Kind::of_beginning(b"<b>Talks</b> in Oslo"), Ok(Kind::Text));
        assert_eq!(Kind::of_beginning(b"{sic} he wrote"), Ok(Kind::Text));
        assert_eq!(Kind::of_beginning(b""), Ok(Kind::Text));
        for json in [&b"{\"text\": 1}"[..], b" {\n \"id\"", b"{}"] {
            assert!(Kind::of_beginning(json).is_err());
        }
    }
}
