//! How work that is past its time ends.

use std::time::{Duration, Instant};

/// The time that work may take. Whoever does much asks now and then whether it is spent, and stops where it stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct Budget {
    deadline: Option<Instant>,
}

impl Budget {
    /// No limit.
    pub const UNLIMITED: Self = Self { deadline: None };

    /// From now on, this long.
    pub fn lasting(duration: Duration) -> Self {
        Self { deadline: Instant::now().checked_add(duration) }
    }

    /// Until the given moment; without one, no limit.
    pub fn until(deadline: Option<Instant>) -> Self {
        Self { deadline }
    }

    /// The moment at which it is spent.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// True where the time is over.
    pub fn is_spent(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_time_is_spent_at_once_and_no_limit_never() {
        assert!(Budget::lasting(Duration::ZERO).is_spent());
        assert!(!Budget::lasting(Duration::from_secs(60)).is_spent());
        assert!(!Budget::UNLIMITED.is_spent());
        assert!(!Budget::lasting(Duration::MAX).is_spent());
    }
}
