//! How the service goes down.

use std::time::Duration;

/// How the service goes down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// How long connections are still accepted after the signal to stop, while `/readyz` says 503: 2 s. Load balancers need it to notice.
    pub grace: Duration,
    /// How long requests under way may take after that: 25 s, so that both fit into the 30 s that Kubernetes grants.
    pub deadline: Duration,
}

impl Default for Ending {
    fn default() -> Self {
        Self { grace: Duration::from_secs(2), deadline: Duration::from_secs(25) }
    }
}
