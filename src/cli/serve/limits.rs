//! What the service takes, as arguments.

use std::num::NonZeroUsize;

use clap::Args as Arguments;
use paraph::server::Limits;

use super::super::values::{Seconds, Size};

#[derive(Debug, Arguments)]
#[command(next_help_heading = "Limits (told to callers by /v1/info)")]
pub struct LimitArgs {
    /// Articles that are worked on at a time. More than there are cores makes every article slower and none faster; fewer leaves
    /// cores to others [default: all cores]
    #[arg(long, value_name = "N", env = "PARAPH_WORKERS", default_value_t = Limits::default().workers, hide_default_value = true)]
    pub workers: NonZeroUsize,
    /// Articles that may wait for a core; more are answered with 429. Higher takes taller bursts, and lets the last of them wait
    /// longer; under lasting overload fewer may, as few as keep the cores at work [default: 20 for each worker]
    #[arg(long, value_name = "N", env = "PARAPH_MAX_WAITING")]
    pub max_waiting: Option<usize>,
    /// Bytes of bodies that are held at a time; more are answered with 429. Higher takes more callers and batches, and more memory;
    /// never less than one body or one batch needs
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_BYTES_IN_FLIGHT", default_value_t = Size(Limits::default().max_bytes_in_flight))]
    pub max_bytes_in_flight: Size,
    /// Longest body of one article; a longer one is answered with 413. Higher lets in heavier pages, and longer work
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_BODY_BYTES", default_value_t = Size(Limits::default().max_body_bytes))]
    pub max_body_bytes: Size,
    /// Longest body after decompression; a longer one is answered with 413. Higher lets a small body take more memory
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_DECODED_BYTES", default_value_t = Size(Limits::default().max_decoded_bytes))]
    pub max_decoded_bytes: Size,
    /// Longest text of an article with its title, without a page's markup; a longer one is answered with 413. Higher reads books, given
    /// the time for work, and lets one article take more memory: what is made to harm takes hundreds of bytes for each of its own
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_TEXT_BYTES", default_value_t = Size(Limits::default().max_text_bytes))]
    pub max_text_bytes: Size,
    /// Longest line of a batch; a longer one is answered with 413 in its place. A batch holds twice this in memory
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_LINE_BYTES", default_value_t = Size(Limits::default().max_line_bytes))]
    pub max_line_bytes: Size,
    /// Most articles of a batch; the first over it is answered with 413, and the batch ends. A limit bounds how long one caller may
    /// hold a connection; memory is the same without [default: no limit]
    #[arg(long, value_name = "N", env = "PARAPH_MAX_BATCH_ARTICLES")]
    pub max_batch_articles: Option<NonZeroUsize>,
    /// Longest head of a request, at least 8K; a longer one is answered with 431. Higher lets in longer
    /// cookies and addresses; each connection may take twice this much memory
    #[arg(long, value_name = "SIZE", env = "PARAPH_MAX_HEADER_BYTES", default_value_t = Size(Limits::default().max_header_bytes))]
    pub max_header_bytes: Size,
    /// Most headers of a request; more are answered with 431. Proxies add some; each takes time to read
    #[arg(long, value_name = "N", env = "PARAPH_MAX_HEADERS", default_value_t = Limits::default().max_headers)]
    pub max_headers: usize,
    /// Connections at a time; more wait. Each takes about 16K of memory, and a file handle
    #[arg(long, value_name = "N", env = "PARAPH_MAX_CONNECTIONS", default_value_t = Limits::default().max_connections)]
    pub max_connections: usize,
    /// How long the head of a request may take to arrive, also on a connection that is kept alive. Shorter frees connections
    /// sooner, and has idle callers connect anew
    #[arg(long, value_name = "SECONDS", env = "PARAPH_HEADER_TIMEOUT", default_value_t = Seconds(Limits::default().header_timeout))]
    pub header_timeout: Seconds,
    /// How long a body may take to arrive; in a batch, how long either side may stand still. Longer is kinder to slow networks, and
    /// to those who hold connections on purpose
    #[arg(long, value_name = "SECONDS", env = "PARAPH_BODY_TIMEOUT", default_value_t = Seconds(Limits::default().body_timeout))]
    pub body_timeout: Seconds,
    /// How long one article may be worked on, and may wait for a core before that. Longer reads longer articles, and lets one hold a
    /// core longer
    #[arg(long, value_name = "SECONDS", env = "PARAPH_WORK_TIMEOUT", default_value_t = Seconds(Limits::default().work_timeout))]
    pub work_timeout: Seconds,
}

impl From<&LimitArgs> for Limits {
    fn from(args: &LimitArgs) -> Self {
        Self {
            workers: args.workers,
            max_waiting: args.max_waiting.unwrap_or_else(|| Self::waiting_for(args.workers)),
            max_bytes_in_flight: args.max_bytes_in_flight.0,
            max_body_bytes: args.max_body_bytes.0,
            max_decoded_bytes: args.max_decoded_bytes.0,
            max_text_bytes: args.max_text_bytes.0,
            max_line_bytes: args.max_line_bytes.0,
            max_batch_articles: args.max_batch_articles,
            max_header_bytes: args.max_header_bytes.0,
            max_headers: args.max_headers,
            max_connections: args.max_connections,
            header_timeout: args.header_timeout.0,
            body_timeout: args.body_timeout.0,
            work_timeout: args.work_timeout.0,
        }
    }
}
