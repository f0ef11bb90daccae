//! The shapes in which answers are written.

use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;
use paraph::wire::Answer;
use serde::Serialize;

/// Shapes of output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// A record for each article; problems go to standard error
    Json,
    /// The batch's lines: {"id", "status", "record" | "problem"}
    Ndjson,
}

/// How a record is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Indented, over several lines, for people.
    Pretty,
    /// A line.
    Compact,
}

impl Layout {
    /// Pretty where a person reads.
    pub fn of_stdout() -> Self {
        if io::stdout().is_terminal() { Self::Pretty } else { Self::Compact }
    }
}

/// Writes an answer; returns true where its problem is still to be told, because this shape has no place for it.
pub fn write(out: &mut impl Write, answer: &Answer, to: To, layout: Layout) -> io::Result<bool> {
    match (to, &answer.record) {
        (To::Ndjson, _) => line(out, answer)?,
        (To::Json, None) => return Ok(true),
        (To::Json, Some(record)) if layout == Layout::Pretty => {
            serde_json::to_writer_pretty(&mut *out, record)?;
            out.write_all(b"\n")?;
        }
        (To::Json, Some(record)) => line(out, record)?,
    }
    Ok(false)
}

fn line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}
