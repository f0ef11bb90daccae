//! Where logs go, and what stays out of them.

use std::{
    io::{self, IsTerminal},
    panic,
};

use tracing::error;
use tracing_subscriber::EnvFilter;

/// Logs to standard error from here on. A second call changes nothing.
pub(super) fn begin(json: bool) {
    let filter = EnvFilter::try_from_env("PARAPH_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    // the request's span is the only one: a list of spans would say it twice
    let begun = if json { logs.json().with_span_list(false).try_init() } else { logs.try_init() };
    if begun.is_ok() {
        // what a panic says may hold words of the article (that of a slice out of bounds does), so only its place is told
        panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string);
            error!(place, "panicked");
        }));
    }
}
