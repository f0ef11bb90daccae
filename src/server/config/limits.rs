//! What the service takes, and for how long.

use std::{num::NonZeroUsize, thread::available_parallelism, time::Duration};

use tokio::sync::Semaphore;

/// What the service takes, and for how long. `GET /v1/info` tells all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Articles that are worked on at a time: one a core. More make every article slower and none faster.
    pub workers: NonZeroUsize,
    /// Articles that may wait for a core, beside those that are worked on: 20 a core. More are answered with 429. Under lasting
    /// overload fewer may, as few as keep the cores at work. Lines of a batch have their batch's own queue.
    pub max_waiting: usize,
    /// Bytes of bodies that are held at a time: 256 MiB. More are answered with 429. Never less than one body or one batch needs.
    pub max_bytes_in_flight: usize,
    /// Longest body of one article, in bytes: 8 MiB. Longer ones are answered with 413.
    pub max_body_bytes: usize,
    /// Longest body after decompression, in bytes: 16 MiB. Longer ones are answered with 413.
    pub max_decoded_bytes: usize,
    /// Longest text of one article with its title, in bytes of UTF-8 and without a page's markup: 2 MiB, which is what a core reads of
    /// prose in the time for work. Longer ones are answered with 413.
    pub max_text_bytes: usize,
    /// Longest line of a batch, in bytes: 4 MiB. A longer one is answered with 413 in its place.
    pub max_line_bytes: usize,
    /// Most articles of a batch: no limit, for a batch takes no more memory however long it is. The first over it is answered with 413,
    /// and the batch ends.
    pub max_batch_articles: Option<NonZeroUsize>,
    /// Longest head of a request, in bytes: 32 KiB. A longer one is answered with 431.
    pub max_header_bytes: usize,
    /// Most headers of a request: 64. More are answered with 431.
    pub max_headers: usize,
    /// Connections at a time: 8192. More wait in the system's backlog.
    pub max_connections: usize,
    /// How long the head of a request may take to arrive, also on a connection that is kept alive: 15 s.
    pub header_timeout: Duration,
    /// How long a body may take to arrive: 30 s. In a batch, how long either side may stand still.
    pub body_timeout: Duration,
    /// How long one article may be worked on, and how long it may wait for a core before that: 10 s.
    pub work_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let workers = available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Self {
            workers,
            max_waiting: Self::waiting_for(workers),
            max_bytes_in_flight: 256 << 20,
            max_body_bytes: 8 << 20,
            max_decoded_bytes: 16 << 20,
            max_text_bytes: 2 << 20,
            max_line_bytes: 4 << 20,
            max_batch_articles: None,
            max_header_bytes: 32 << 10,
            max_headers: 64,
            max_connections: 8192,
            header_timeout: Duration::from_secs(15),
            body_timeout: Duration::from_secs(30),
            work_timeout: Duration::from_secs(10),
        }
    }
}

impl Limits {
    /// How many articles may wait where nothing else is said: what a burst needs, and less than a caller's patience.
    pub fn waiting_for(workers: NonZeroUsize) -> usize {
        workers.get().saturating_mul(20)
    }

    /// Longest head, as far as the limit can be kept: no less than hyper reads at a time.
    pub(crate) fn head_bytes(&self) -> usize {
        self.max_header_bytes.max(8 << 10)
    }

    /// Connections at a time, as far as the limit can be kept: without one nobody could be told anything.
    pub(crate) fn connections(&self) -> usize {
        self.max_connections.clamp(1, Semaphore::MAX_PERMITS)
    }

    /// What a batch holds at most: the line that is coming in, and lines that were read but whose answers were not taken.
    pub(crate) fn batch_bytes(&self) -> usize {
        self.max_line_bytes.saturating_mul(2)
    }
}
