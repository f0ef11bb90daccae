//! `paraph licenses`: what the binary is licensed under, and all that it carries.

use std::io::{self, Write};

use super::end::{End, Failure};

/// The notice, and the texts that it names, each with the file that it stands in.
const TEXTS: [(&str, &str); 8] = [
    ("NOTICE", include_str!("../../NOTICE")),
    ("LICENSE-MIT", include_str!("../../LICENSE-MIT")),
    ("LICENSE-APACHE", include_str!("../../LICENSE-APACHE")),
    ("models/en.LICENSE", include_str!("../../models/en.LICENSE")),
    ("models/en.LICENSES_SOURCES", include_str!("../../models/en.LICENSES_SOURCES")),
    ("licenses/unicode.txt", include_str!("../../licenses/unicode.txt")),
    ("src/page/swagger-ui/swagger-ui-bundle.js.LICENSE.txt", include_str!("../page/swagger-ui/swagger-ui-bundle.js.LICENSE.txt")),
    ("licenses/crates.txt", include_str!("../../licenses/crates.txt")),
];

/// Runs the command.
pub fn run() -> Result<End, Failure> {
    let mut out = io::stdout().lock();
    for (name, text) in TEXTS {
        writeln!(out, "──── {name}\n\n{}\n", text.trim_end())?;
    }
    out.flush()?;
    Ok(End::Answered)
}
