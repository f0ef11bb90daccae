//! What stands between a shell and the library: arguments, files, the shape of output, exit codes.
//!
//! Raw arguments stand in [`args`]; each command turns them into settings that are right by construction before anything is
//! loaded, and only those reach the library.

mod args;
mod end;
mod extract;
mod health;
mod kind;
mod licenses;
mod ordered;
mod output;
mod parse;
mod progress;
mod serve;
mod source;
mod values;

pub use args::Args;

use args::Command;
use end::{End, Failure};

/// Does what the arguments say.
pub fn run(args: Args) -> Result<End, Failure> {
    match args.command {
        Command::Extract(args) => extract::run(args),
        Command::Serve(args) => serve::run(&args),
        Command::Health(args) => health::run(&args),
        Command::Parse(args) => parse::run(args),
        Command::Licenses => licenses::run(),
    }
}
