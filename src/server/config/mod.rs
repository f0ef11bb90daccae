//! What an operator may set: a struct for each concern.

mod access;
mod ending;
mod limits;
mod listen;

pub use access::{Access, ApiKey};
pub use ending::Ending;
pub use limits::Limits;
pub use listen::Listen;

/// Settings of the service. The defaults suit one machine behind a proxy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Where it is to be found.
    pub listen: Listen,
    /// What it takes.
    pub limits: Limits,
    /// Who may come in.
    pub access: Access,
    /// How it goes down.
    pub ending: Ending,
    /// Logs as JSON, one object a line; else as text.
    pub json_logs: bool,
    /// The OpenTelemetry collector that spans of calls are sent to, by OTLP over gRPC: `http://HOST:4317`. None: none are sent.
    #[cfg(feature = "otlp")]
    pub otlp_endpoint: Option<String>,
}
