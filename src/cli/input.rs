//! Files and standard input as articles.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use paraph::{
    article::{Input, Source, decode},
    wire::{Problem, parse_article},
};

use super::{Failure, args};

/// What a file holds, by the word given or by its ending.
pub fn kind(path: &Path, from: Option<args::From>) -> args::From {
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    from.unwrap_or(match ending.as_deref() {
        Some("html" | "htm" | "xhtml") => args::From::Html,
        Some("json") => args::From::Json,
        Some("ndjson" | "jsonl") => args::From::Ndjson,
        _ => args::From::Text,
    })
}

/// Opens a file, or standard input for `-`.
pub fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path).map_err(|e| Failure::Unusable(format!("cannot open {}: {e}", path.display())))?;
    Ok(Box::new(file))
}

/// Reads one article: its input, and what was guessed or replaced on the way.
pub fn read(path: &Path, kind: args::From) -> Result<(Result<Input, Problem>, Option<String>), Failure> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|e| Failure::Unusable(format!("cannot read {}: {e}", path.display())))?;
    if kind == args::From::Json {
        return Ok((parse_article(&bytes).1, None));
    }
    let decoded = decode(&bytes, None);
    let source = if kind == args::From::Html { Source::Html(decoded.text) } else { Source::Text(decoded.text) };
    let input = Input { source, url: None, title: None, published_at: None, language: None };
    Ok((Ok(input), decoded.warning))
}
