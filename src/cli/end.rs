//! How a run ends, and the exit code that says so.

use std::{
    fmt,
    io::{self, Write},
    process::ExitCode,
};

/// The exit codes, as every `--help` ends.
pub const EXIT_CODES: &str = "\
Exit codes:
  0  all was answered; also where the reader of the output closed it early
  1  some article was answered with a problem, or the service asked is not ready
  2  wrong usage, or a file, the standard input, a model or a port that cannot be had
  3  a fault of this program, or of where its output goes";

/// How a run that came to its end went, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// All was answered.
    Answered,
    /// Something was answered with a problem.
    Refused,
    /// Something could not be read at all.
    Unreadable,
}

impl From<End> for ExitCode {
    fn from(end: End) -> Self {
        Self::from(end as u8)
    }
}

/// Why a run did not come to its end.
#[derive(Debug)]
pub enum Failure {
    /// What the caller asked for cannot be done; says what to change.
    Usage(String),
    /// A fault of this program.
    Broken(String),
    /// The output took no more.
    Output(io::Error),
}

impl Failure {
    /// The same, said for a thing that was named on the command line.
    pub fn usage(of: impl fmt::Display, what: impl fmt::Display) -> Self {
        Self::Usage(format!("{of}: {what}"))
    }

    /// Says on standard error why, and with which code the process ends. A reader that wants no more is no failure.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Output(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Output(e) => {
                complain(format_args!("the output cannot be written: {e}"));
                ExitCode::from(3)
            }
            Self::Usage(why) => {
                complain(why);
                ExitCode::from(2)
            }
            Self::Broken(why) => {
                complain(why);
                ExitCode::from(3)
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(e: io::Error) -> Self {
        Self::Output(e)
    }
}

/// One line on standard error. Where even that is closed, there is nobody to tell.
pub fn complain(what: impl fmt::Display) {
    let _ = writeln!(io::stderr().lock(), "paraph: {what}");
}
