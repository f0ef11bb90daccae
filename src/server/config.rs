//! What an operator may set.

use std::{
    net::{IpAddr, Ipv4Addr},
    time::Duration,
};

/// Settings of the service. The defaults suit one machine behind a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The address to listen on. `127.0.0.1`: nobody from outside, unless the operator says so.
    pub host: IpAddr,
    /// The port to listen on, 8080; 0 takes a free one.
    pub port: u16,
    /// Longest body of one article, in bytes: 8 MiB. Longer ones are answered with 413.
    pub max_body_bytes: usize,
    /// Longest line of a batch, in bytes: 4 MiB. A longer one is answered with 413 in its place. The batch as a whole has no limit.
    pub max_line_bytes: usize,
    /// How long a body may take to arrive: 30 s. In a batch, how long either side may stand still.
    pub body_timeout: Duration,
    /// How long one article may be worked on, and how long it may wait for a core before that: 30 s.
    pub work_timeout: Duration,
    /// How long the head of a request may take to arrive, also on a connection that is kept alive: 15 s.
    pub header_timeout: Duration,
    /// Connections at a time: 4096. More wait in the system's backlog.
    pub max_connections: usize,
    /// Bytes of bodies that are held at a time: 256 MiB. More are answered with 429. Never less than one body or one batch needs.
    pub max_bytes_in_flight: usize,
    /// How long connections are still accepted after the signal to stop, while `/readyz` says 503: 2 s. Load balancers need it to notice.
    pub drain_grace: Duration,
    /// How long requests under way may take after that: 25 s, so that both fit into the 30 s that Kubernetes grants.
    pub drain_deadline: Duration,
    /// Logs as JSON, one object a line; else as text.
    pub json_logs: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: 8080,
            max_body_bytes: 8 << 20,
            max_line_bytes: 4 << 20,
            body_timeout: Duration::from_secs(30),
            work_timeout: Duration::from_secs(30),
            header_timeout: Duration::from_secs(15),
            max_connections: 4096,
            max_bytes_in_flight: 256 << 20,
            drain_grace: Duration::from_secs(2),
            drain_deadline: Duration::from_secs(25),
            json_logs: false,
        }
    }
}

impl Config {
    /// What a batch holds at most: the line that is coming in, and lines that were read but whose answers were not taken.
    pub(super) fn batch_bytes(&self) -> usize {
        self.max_line_bytes.saturating_mul(2)
    }
}
