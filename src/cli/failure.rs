//! Why a command ends early, and with which exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
};

/// The exit codes that `--help` documents.
pub mod exit {
    /// Everything was answered.
    pub const DONE: u8 = 0;
    /// Some article has no record; the others were answered.
    pub const SOME_FAILED: u8 = 1;
    /// Wrong usage, or something that cannot be read or written.
    pub const UNUSABLE: u8 = 2;
}

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// Says what is wrong and what to do; exit code 2.
    Unusable(String),
    /// The reader of the output went away: no fault, nothing to say.
    BrokenPipe,
}

impl Failure {
    /// Tells standard error, and gives the exit code.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Unusable(what) => {
                // a standard error that is gone leaves nobody to tell
                let _ = writeln!(io::stderr(), "paraph: {what}");
                ExitCode::from(exit::UNUSABLE)
            }
            Self::BrokenPipe => ExitCode::from(exit::DONE),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        if e.kind() == io::ErrorKind::BrokenPipe { Self::BrokenPipe } else { Self::Unusable(format!("cannot write the output: {e}")) }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(e: serde_json::Error) -> Self {
        Self::from(io::Error::from(e))
    }
}
