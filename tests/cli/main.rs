//! The command line as a shell meets it: what goes in, what comes out where, and with which code.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

mod extract;
mod hostile;
mod pipe;
mod program;
mod service;
mod usage;
