//! A bar on standard error, on a terminal only, where there is much to do.

use std::{io::IsTerminal, path::PathBuf};

use indicatif::{ProgressBar, ProgressStyle};

/// Below this many files, and below this many bytes, nobody waits.
const FEW_FILES: usize = 20;
const FEW_BYTES: u64 = 1 << 20;

/// A bar over the bytes of the files; hidden where standard error is no terminal or there is little to do.
pub fn bar(files: &[PathBuf]) -> ProgressBar {
    let bytes: u64 = files.iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum();
    let much = files.len() > FEW_FILES || bytes > FEW_BYTES;
    if !much || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(bytes);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta} left") {
        bar.set_style(style);
    }
    bar
}
