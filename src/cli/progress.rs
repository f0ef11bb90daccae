//! A bar on the terminal for runs that take long.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

/// A run that is over before that shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

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
    pub fn new(total: Option<u64>) -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
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

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total), "{bar:40} {human_pos} of {human_len} articles, {per_sec}, {eta} to go"),
        None => (ProgressBar::new_spinner(), "{spinner} {human_pos} articles, {per_sec}"),
    };
    // a template that does not read would show indicatif's own style
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
