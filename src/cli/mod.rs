//! What a person types, and what comes back: arguments, files, exit codes.

pub mod args;
mod batch;
pub mod extract;
mod failure;
pub mod health;
mod input;
pub mod licenses;
mod output;
pub mod parse;
mod progress;
pub mod serve;

pub use args::{Cli, Command};
pub use failure::{Failure, exit};
