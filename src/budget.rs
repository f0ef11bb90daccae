//! How long one article's work may take, and whether anybody still waits for it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// What long work asks after between its steps. Copies share the deadline and the end.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    deadline: Option<Instant>,
    ended: Option<Arc<AtomicBool>>,
}

/// Ends the work of a [`Budget`] when it is dropped, wherever that work is by then.
#[derive(Debug)]
#[must_use = "dropped, it ends the work"]
pub struct EndOnDrop(Arc<AtomicBool>);

impl Budget {
    /// No limit.
    pub fn unlimited() -> Self {
        Self::default()
    }

    /// Ends `time` from now.
    pub fn within(time: Duration) -> Self {
        Self { deadline: Instant::now().checked_add(time), ended: None }
    }

    /// The same, which also ends when the guard is dropped: for work that is of no use once nobody waits for it.
    pub fn with_end(mut self) -> (Self, EndOnDrop) {
        let ended = Arc::clone(self.ended.get_or_insert_default());
        (self, EndOnDrop(ended))
    }

    /// True where the time is up, or nobody waits any more: what is not done by now is left undone, and the caller says so.
    pub fn is_spent(&self) -> bool {
        // the flag guards no other memory, so no order is asked of it
        self.ended.as_ref().is_some_and(|ended| ended.load(Ordering::Relaxed)) || self.deadline.is_some_and(|d| Instant::now() >= d)
    }
}

impl Drop for EndOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_ends_a_budget_and_its_copies() {
        let budget = Budget::within(Duration::ZERO);
        assert!(budget.is_spent() && budget.clone().is_spent());
        assert!(!Budget::unlimited().is_spent() && !Budget::within(Duration::from_mins(1)).is_spent());
    }

    #[test]
    fn the_guards_end_ends_a_budget_and_its_copies() {
        let (budget, guard) = Budget::within(Duration::from_mins(1)).with_end();
        let copy = budget.clone();
        assert!(!budget.is_spent() && !copy.is_spent());
        drop(guard);
        assert!(budget.is_spent() && copy.is_spent());
    }
}
