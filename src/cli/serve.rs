//! `paraph serve`: the settings of the service, and its life.

use std::io;

use paraph::{
    Extractor,
    server::{self, Config},
};

use super::{
    args::{LogFormat, Serve},
    end::{End, Failure},
};

impl From<&Serve> for Config {
    fn from(args: &Serve) -> Self {
        Self {
            host: args.host,
            port: args.port,
            max_body_bytes: args.max_body_bytes.0,
            max_line_bytes: args.max_line_bytes.0,
            body_timeout: args.body_timeout.0,
            work_timeout: args.work_timeout.0,
            header_timeout: args.header_timeout.0,
            max_connections: args.max_connections,
            max_bytes_in_flight: args.max_bytes_in_flight.0,
            drain_grace: args.drain_grace.0,
            drain_deadline: args.drain_deadline.0,
            json_logs: args.log_format == LogFormat::Json,
        }
    }
}

/// Runs the command, until a signal ends it.
pub fn run(args: &Serve) -> Result<End, Failure> {
    let extractor = Extractor::new().map_err(|e| Failure::Broken(e.to_string()))?;
    server::run(args.into(), extractor, &mut io::stdout().lock()).map_err(|e| Failure::Usage(e.to_string()))?;
    Ok(End::Answered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, Command};
    use clap::Parser;

    fn config(arguments: &[&str]) -> Config {
        let Command::Serve(args) = Args::parse_from([&["paraph", "serve"], arguments].concat()).command else { panic!("not serve") };
        (&args).into()
    }

    #[test]
    fn without_arguments_the_services_defaults_hold() {
        assert_eq!(config(&[]), Config::default());
    }

    #[test]
    fn arguments_reach_the_service() {
        let config = config(&["--port", "0", "--max-body-bytes", "1M", "--drain-grace", "0.5", "--log-format", "json"]);
        assert_eq!((config.port, config.max_body_bytes, config.drain_grace.as_millis(), config.json_logs), (0, 1 << 20, 500, true));
    }
}
