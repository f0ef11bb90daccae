//! The arguments of `paraph serve`; each is also an environment variable, and tells what more or less of it costs.

use std::net::IpAddr;

use clap::{Args as Arguments, ValueEnum};
use paraph::server::{Ending, Listen};

use super::{
    super::values::{BasePath, Seconds},
    access::AccessArgs,
    limits::LimitArgs,
};

pub const HELP: &str = "\
Sizes are bytes, or K, M, G by powers of 1024; times are seconds. Logs go to standard error; PARAPH_LOG sets what is logged
(info, debug, paraph=debug). Words of an article are never logged. SIGTERM and SIGINT end the service gracefully.

Examples:
  paraph serve
  paraph serve --host 0.0.0.0 --port 80 --log-format json
  PARAPH_PORT=0 PARAPH_WORK_TIMEOUT=5 paraph serve

Exit codes:
  0  it was asked to stop, and did
  2  wrong usage, or the port cannot be had
  3  a fault of this program";

#[derive(Debug, Arguments)]
pub struct Serve {
    /// Address to listen on. The default lets nobody in from outside; 0.0.0.0 lets all in: put it behind a proxy
    #[arg(long, env = "PARAPH_HOST", default_value_t = Listen::default().host)]
    pub host: IpAddr,
    /// Port to listen on; 0 takes a free one. The address is printed on standard output
    #[arg(long, env = "PARAPH_PORT", default_value_t = Listen::default().port)]
    pub port: u16,
    /// What every path begins with, behind a reverse proxy that hands paths on as they are, as in /paraph
    #[arg(long, value_name = "PATH", env = "PARAPH_BASE_PATH", default_value = "")]
    pub base_path: BasePath,
    #[command(flatten)]
    pub limits: LimitArgs,
    #[command(flatten)]
    pub access: AccessArgs,
    /// How long connections are still taken after the signal to stop, while /readyz says 503. Load balancers need it to notice:
    /// shorter stops sooner, and cuts off those that have not noticed
    #[arg(long, value_name = "SECONDS", env = "PARAPH_DRAIN_GRACE", help_heading = "Life and logs", default_value_t = Seconds(Ending::default().grace))]
    pub drain_grace: Seconds,
    /// How long requests under way may take after that. Longer finishes longer batches; with the grace it must fit into what the
    /// system grants before it kills
    #[arg(long, value_name = "SECONDS", env = "PARAPH_DRAIN_DEADLINE", help_heading = "Life and logs", default_value_t = Seconds(Ending::default().deadline))]
    pub drain_deadline: Seconds,
    /// Form of the logs: text for people, json for machines
    #[arg(long, value_name = "FORM", env = "PARAPH_LOG_FORMAT", help_heading = "Life and logs", default_value = "text")]
    pub log_format: LogFormat,
    /// OpenTelemetry collector that spans of calls are sent to, by OTLP over gRPC, as in http://localhost:4317. Each call is sent
    /// where its caller records it, or nobody says [default: none]
    #[cfg(feature = "otlp")]
    #[arg(long, value_name = "URL", env = "PARAPH_OTLP_ENDPOINT", help_heading = "Life and logs")]
    pub otlp_endpoint: Option<String>,
}

/// Forms of logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people
    Text,
    /// An object a line
    Json,
}

impl From<&Serve> for Listen {
    fn from(args: &Serve) -> Self {
        Self { host: args.host, port: args.port, base_path: args.base_path.0.clone() }
    }
}

impl From<&Serve> for Ending {
    fn from(args: &Serve) -> Self {
        Self { grace: args.drain_grace.0, deadline: args.drain_deadline.0 }
    }
}
