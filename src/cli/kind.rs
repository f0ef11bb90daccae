//! What an input is: said, or told by its ending.

use std::path::Path;

use clap::ValueEnum;

/// Kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// An article as plain text
    Text,
    /// A page (.html, .htm, .xhtml)
    Html,
    /// An article as a JSON object (.json)
    Json,
    /// A JSON object a line (.ndjson, .jsonl)
    Ndjson,
}

impl Kind {
    /// By the ending of a file's name. What lies inside is not looked at: the same name is always read in the same way.
    pub fn of_name(path: &Path) -> Self {
        let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "html" | "htm" | "xhtml" => Self::Html,
            "json" => Self::Json,
            "ndjson" | "jsonl" => Self::Ndjson,
            _ => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_kind() {
        let of = |name: &str| Kind::of_name(Path::new(name));
        assert_eq!([of("page.htm"), of("a.b/page.HTML"), of("page.xhtml")], [Kind::Html; 3]);
        assert_eq!([of("lines.jsonl"), of("lines.ndjson")], [Kind::Ndjson; 2]);
        assert_eq!(of("one.json"), Kind::Json);
    }

    #[test]
    fn everything_else_is_text() {
        for name in ["article", "b.TXT", "notes.md", "html", ".json", "a.json/b"] {
            assert_eq!(Kind::of_name(Path::new(name)), Kind::Text, "{name}");
        }
    }
}
