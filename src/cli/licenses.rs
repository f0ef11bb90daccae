//! `paraph licenses`: what the binary carries, and under which terms.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use super::{Failure, exit};

/// The texts, in the order in which they are printed.
const TEXTS: [(&str, &str); 5] = [
    ("NOTICE", include_str!("../../NOTICE")),
    ("LICENSE-MIT (paraph)", include_str!("../../LICENSE-MIT")),
    ("LICENSE-APACHE (paraph)", include_str!("../../LICENSE-APACHE")),
    ("LICENSE (language model)", include_str!("../../models/en.LICENSE")),
    ("LICENSES_SOURCES (language model)", include_str!("../../models/en.LICENSES_SOURCES")),
];

/// Prints every text under its name.
pub fn run() -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    for (name, text) in TEXTS {
        writeln!(out, "{name}\n{}\n\n{}\n", "=".repeat(name.len()), text.trim_end())?;
    }
    Ok(ExitCode::from(exit::DONE))
}
