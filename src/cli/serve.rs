//! `paraph serve`: the flags of the service. Each is an environment variable as well.

use std::{io, net::IpAddr, process::ExitCode, time::Duration};

use clap::Args;
use paraph::{
    Extractor,
    server::{self, Config},
};

use super::{Failure, exit};

const HELP: &str = "\
Examples:
  paraph serve --port 8080
  paraph serve --host 0.0.0.0 --json-logs
  curl --json '{\"text\": \"…\"}' localhost:8080/v1/extract

SIGTERM or SIGINT: /readyz answers 503, connections are accepted for --drain-grace, requests under way are finished, exit 0.";

/// Serve the same over HTTP.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub struct Serve {
    /// The address to listen on; nobody from outside, unless you say 0.0.0.0
    #[arg(long, env = "PARAPH_HOST", default_value = "127.0.0.1")]
    host: IpAddr,
    /// The port; 0 takes a free one and prints it
    #[arg(long, env = "PARAPH_PORT", default_value_t = 8080)]
    port: u16,
    /// Longest body of one article; more is answered with 413. Higher takes longer pages, and more memory for each request
    #[arg(long, env = "PARAPH_MAX_BODY_BYTES", default_value_t = Config::default().max_body_bytes, value_name = "BYTES")]
    max_body_bytes: usize,
    /// Longest line of a batch; a longer one is answered with 413 in its place
    #[arg(long, env = "PARAPH_MAX_LINE_BYTES", default_value_t = Config::default().max_line_bytes, value_name = "BYTES")]
    max_line_bytes: usize,
    /// Bytes of bodies held at a time; more is answered with 429 at once. Higher takes more load, and more memory
    #[arg(long, env = "PARAPH_MAX_BYTES_IN_FLIGHT", default_value_t = Config::default().max_bytes_in_flight, value_name = "BYTES")]
    max_bytes_in_flight: usize,
    /// Connections at a time; more wait
    #[arg(long, env = "PARAPH_MAX_CONNECTIONS", default_value_t = Config::default().max_connections, value_name = "N")]
    max_connections: usize,
    /// How long the head of a request may take; lower sheds slow callers sooner
    #[arg(long, env = "PARAPH_HEADER_TIMEOUT", default_value_t = Config::default().header_timeout.as_secs(), value_name = "SECONDS")]
    header_timeout: u64,
    /// How long a body may take, and how long either side of a batch may stand still
    #[arg(long, env = "PARAPH_BODY_TIMEOUT", default_value_t = Config::default().body_timeout.as_secs(), value_name = "SECONDS")]
    body_timeout: u64,
    /// How long one article may be worked on; its work ends then, and the caller is told
    #[arg(long, env = "PARAPH_WORK_TIMEOUT", default_value_t = Config::default().work_timeout.as_secs(), value_name = "SECONDS")]
    work_timeout: u64,
    /// How long connections are accepted after the signal to stop; as long as your load balancer takes to notice
    #[arg(long, env = "PARAPH_DRAIN_GRACE", default_value_t = Config::default().drain_grace.as_secs(), value_name = "SECONDS")]
    drain_grace: u64,
    /// How long requests under way may take after that
    #[arg(long, env = "PARAPH_DRAIN_DEADLINE", default_value_t = Config::default().drain_deadline.as_secs(), value_name = "SECONDS")]
    drain_deadline: u64,
    /// Logs as JSON, one object a line
    #[arg(long, env = "PARAPH_JSON_LOGS")]
    json_logs: bool,
}

impl Serve {
    fn config(&self) -> Config {
        Config {
            host: self.host,
            port: self.port,
            max_body_bytes: self.max_body_bytes,
            max_line_bytes: self.max_line_bytes,
            body_timeout: Duration::from_secs(self.body_timeout),
            work_timeout: Duration::from_secs(self.work_timeout),
            header_timeout: Duration::from_secs(self.header_timeout),
            max_connections: self.max_connections,
            max_bytes_in_flight: self.max_bytes_in_flight,
            drain_grace: Duration::from_secs(self.drain_grace),
            drain_deadline: Duration::from_secs(self.drain_deadline),
            json_logs: self.json_logs,
        }
    }
}

/// Serves until it is told to stop.
pub fn run(args: &Serve) -> Result<ExitCode, Failure> {
    let extractor = Extractor::new().map_err(|e| Failure::Unusable(e.to_string()))?;
    server::run(args.config(), extractor, &mut io::stdout()).map_err(|e| Failure::Unusable(e.to_string()))?;
    Ok(ExitCode::from(exit::DONE))
}
