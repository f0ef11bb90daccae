//! A bar on the terminal for runs that take long.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use super::source::Source;

/// A run that is over before that shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// Input is long with more files than that, or more bytes; how much comes in on the standard input cannot be known, and counts as long.
const LONG_FILES: usize = 20;
const LONG_BYTES: u64 = 1_000_000;

/// Counts answers, and shows them where a person waits: standard error is a terminal, and the answers do not go to one themselves.
#[derive(Debug)]
pub struct Progress {
    begun: Instant,
    watched: bool,
    /// Articles that there will be; unknown where lines or the standard input are read.
    total: Option<u64>,
    answered: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Begins to count.
    pub fn new(sources: &[Source], total: Option<u64>) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal() && is_long(sources);
        Self { begun: Instant::now(), watched, total, answered: 0, bar: None }
    }

    /// One more answer.
    pub fn step(&mut self) {
        self.answered += 1;
        if self.watched && self.bar.is_none() && self.begun.elapsed() >= PATIENCE {
            self.bar = Some(bar(self.total));
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.answered);
        }
    }

    /// Says something on standard error without tearing the bar.
    pub fn aside(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn is_long(sources: &[Source]) -> bool {
    let bytes = sources.iter().map(|s| s.place.len()).try_fold(0_u64, |sum, len| Some(sum.saturating_add(len?)));
    sources.len() > LONG_FILES || bytes.is_none_or(|bytes| bytes > LONG_BYTES)
}

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total), "{bar:40} {human_pos} of {human_len} articles, {per_sec}, {eta} to go"),
        None => (ProgressBar::new_spinner(), "{spinner} {human_pos} articles, {per_sec}"),
    };
    // a template that does not read would show indicatif's own style
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{kind::Kind, source::Place};

    fn sources(bytes: usize, files: usize) -> (tempfile::NamedTempFile, Vec<Source>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), vec![b'.'; bytes]).unwrap();
        let source = Source { place: Place::File(file.path().to_owned()), kind: Kind::Text };
        (file, vec![source; files])
    }

    #[test]
    fn input_is_long_by_files_or_bytes() {
        let long = |bytes, files| is_long(&sources(bytes, files).1);
        assert_eq!([long(10, 20), long(10, 21)], [false, true]);
        assert!(is_long(&[Source { place: Place::Stdin, kind: Kind::Text }]));
        let (_file, two_halves) = sources(600_000, 2);
        assert!(is_long(&two_halves) && !is_long(&two_halves[..1]));
    }
}
