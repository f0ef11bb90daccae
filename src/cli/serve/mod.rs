//! `paraph serve`: the settings of the service, and its life.

mod access;
mod args;
mod limits;

use std::io;

use paraph::{
    Extractor,
    server::{self, Config},
};

use super::end::{End, Failure};
use args::LogFormat;
pub use args::{HELP, Serve};

impl TryFrom<&Serve> for Config {
    type Error = Failure;

    fn try_from(args: &Serve) -> Result<Self, Failure> {
        Ok(Self {
            listen: args.into(),
            limits: (&args.limits).into(),
            access: (&args.access).try_into()?,
            ending: args.into(),
            json_logs: args.log_format == LogFormat::Json,
            #[cfg(feature = "otlp")]
            otlp_endpoint: args.otlp_endpoint.clone(),
        })
    }
}

/// Runs the command, until a signal ends it.
pub fn run(args: &Serve) -> Result<End, Failure> {
    let config = Config::try_from(args)?;
    let extractor = Extractor::new().map_err(|e| Failure::Broken(e.to_string()))?;
    server::run(config, extractor, &mut io::stdout().lock()).map_err(|e| Failure::Usage(e.to_string()))?;
    Ok(End::Answered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Args, Command};
    use clap::{CommandFactory, Parser};

    fn config(arguments: &[&str]) -> Config {
        let Command::Serve(args) = Args::parse_from([&["paraph", "serve"], arguments].concat()).command else { panic!("not serve") };
        (&args).try_into().unwrap()
    }

    #[test]
    fn without_arguments_the_services_defaults_hold() {
        assert_eq!(config(&[]), Config::default());
    }

    #[test]
    fn arguments_reach_the_service() {
        let config = config(&["--port", "0", "--max-body-bytes", "1M", "--drain-grace", "0.5", "--log-format", "json", "--workers", "3"]);
        assert_eq!((config.listen.port, config.limits.max_body_bytes, config.json_logs), (0, 1 << 20, true));
        assert_eq!((config.ending.grace.as_millis(), config.limits.workers.get(), config.limits.max_waiting), (500, 3, 60));
    }

    /// Each argument has its variable, so that a container can be set without a command line.
    #[test]
    fn each_argument_is_also_a_variable_and_says_what_it_is() {
        let serve = Args::command().find_subcommand("serve").unwrap().clone();
        for argument in serve.get_arguments().filter(|a| a.get_long().is_some()) {
            let variable = format!("PARAPH_{}", argument.get_long().unwrap().replace('-', "_").to_uppercase());
            assert_eq!(argument.get_env().and_then(|v| v.to_str()), Some(&*variable));
            assert!(argument.get_help().is_some_and(|help| help.to_string().len() > 20), "{variable}");
            let headings = [("drain", "Life and logs"), ("log", "Life and logs"), ("max", "Limits"), ("api", "Access"), ("cors", "Access")];
            let heading = headings.iter().find(|(begin, _)| argument.get_long().unwrap().starts_with(begin));
            assert!(heading.is_none_or(|(_, heading)| argument.get_help_heading().unwrap().starts_with(heading)), "{variable}");
        }
    }
}
