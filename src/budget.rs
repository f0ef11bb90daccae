//! How long one article's work may take.

use std::time::{Duration, Instant};

/// A deadline that long work asks after between its steps. Copies share the deadline.
#[derive(Debug, Clone, Copy, Default)]
pub struct Budget {
    deadline: Option<Instant>,
}

impl Budget {
    /// No limit.
    pub fn unlimited() -> Self {
        Self { deadline: None }
    }

    /// Ends `time` from now.
    pub fn within(time: Duration) -> Self {
        Self { deadline: Instant::now().checked_add(time) }
    }

    /// True where the time is up: what is not done by now is left undone, and the caller says so.
    pub fn is_spent(&self) -> bool {
        self.deadline.is_some_and(|d| Instant::now() >= d)
    }
}
