//! What the engine sees, written for a person or a tool: the forms of `paraph parse`.

use std::io::{self, Write};

use super::{conllu::write_conllu, doc::Doc, json::write_json};

/// A form of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// One token a line ([`write_conllu`]).
    #[default]
    Conllu,
    /// One article a line ([`write_json`]).
    Json,
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "conllu" => Ok(Self::Conllu),
            "json" => Ok(Self::Json),
            other => Err(format!("'{other}' is no form of output: use conllu or json")),
        }
    }
}

/// Writes the documents of the article `id`.
pub fn show(out: &mut impl Write, format: Format, id: &str, docs: &[Doc]) -> io::Result<()> {
    match format {
        Format::Conllu => write_conllu(out, id, docs),
        Format::Json => write_json(out, id, docs),
    }
}
