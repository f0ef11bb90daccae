//! The command line: `extract`, `parse`, `serve`, `health`, `licenses`.

mod cli;

use std::process::ExitCode;

use clap::Parser;

use cli::{Cli, Command};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Extract(args) => cli::extract::run(&args),
        Command::Parse(args) => cli::parse::run(&args),
        Command::Serve(args) => cli::serve::run(&args),
        Command::Health(args) => cli::health::run(&args),
        Command::Licenses => cli::licenses::run(),
    };
    done.unwrap_or_else(|failure| failure.report())
}
