//! Records on standard output.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

/// Standard output, with one form for records.
pub struct Output {
    out: BufWriter<StdoutLock<'static>>,
    pretty: bool,
}

impl Output {
    /// Over many lines on a terminal, else a line each, unless one of both was asked for.
    pub fn new(pretty: bool, compact: bool) -> Self {
        let stdout = io::stdout();
        let pretty = pretty || !compact && stdout.is_terminal();
        Self { out: BufWriter::new(stdout.lock()), pretty }
    }

    /// Writes one record.
    pub fn write(&mut self, record: &impl Serialize) -> Result<(), super::Failure> {
        if self.pretty {
            serde_json::to_writer_pretty(&mut self.out, record)?;
        } else {
            serde_json::to_writer(&mut self.out, record)?;
        }
        self.out.write_all(b"\n")?;
        Ok(())
    }

    /// Writes bytes as they are.
    pub fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// Hands on what was held back.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
