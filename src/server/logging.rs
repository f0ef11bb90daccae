//! Where logs go, and what stays out of them.

use std::{
    io::{self, IsTerminal},
    panic,
};

use tracing::error;
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::{LevelFilter, filter_fn},
    fmt,
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// What is logged is asked for in it.
const VARIABLE: &str = "PARAPH_LOG";

/// Whose words are logged, by how their targets begin: ours, and those of libraries that move bytes without reading them. A library
/// that reads an article says what it read (html5ever does, at `debug`).
const HEARD: [&str; 6] = ["paraph", "hyper", "opentelemetry", "tokio", "tonic", "tower"];

/// Logs to standard error from here on. A second call changes nothing.
pub(super) fn begin(json: bool) -> io::Result<()> {
    let filter = filter(std::env::var(VARIABLE).ok().as_deref())?;
    let lines = fmt::layer().with_writer(io::stderr).with_ansi(io::stderr().is_terminal());
    // the request's span is the only one: a list of spans would say it twice
    let lines = if json { lines.json().with_span_list(false).boxed() } else { lines.boxed() };
    let heard = filter_fn(|told| is_heard(told.target()));
    if tracing_subscriber::registry().with(filter).with(heard).with(lines).try_init().is_ok() {
        // what a panic says may hold words of the article (that of a slice out of bounds does), so only its place is told
        panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string);
            error!(place, "panicked");
        }));
    }
    Ok(())
}

/// What is asked for; `info` where nothing is.
fn filter(asked: Option<&str>) -> io::Result<EnvFilter> {
    let asked = asked.filter(|asked| !asked.trim().is_empty()).unwrap_or("info");
    let wrong = |why: &str| {
        io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("{VARIABLE}: '{asked}' cannot be read ({why}); write info, debug or paraph=debug"),
        )
    };
    // a word alone that is no level names a target: with a slip in it nothing at all would be logged
    let is_slip = |word: &str| !word.is_empty() && !word.contains(['=', '[']) && word.parse::<LevelFilter>().is_err() && !is_heard(word);
    if let Some(slip) = asked.split(',').map(str::trim).find(|word| is_slip(word)) {
        return Err(wrong(&format!("'{slip}' is no level")));
    }
    EnvFilter::try_new(asked).map_err(|e| wrong(&e.to_string()))
}

fn is_heard(target: &str) -> bool {
    HEARD.iter().any(|begin| target.starts_with(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_articles_is_not_heard() {
        for heard in ["paraph::server::middleware", "hyper_util::client", "tower_http::trace", "opentelemetry-otlp"] {
            assert!(is_heard(heard), "{heard}");
        }
        for reads in ["html5ever::tree_builder", "markup5ever", "serde_json", ""] {
            assert!(!is_heard(reads), "{reads}");
        }
    }

    #[test]
    fn a_slip_in_the_variable_is_told() {
        assert!(filter(None).is_ok() && filter(Some(" ")).is_ok() && filter(Some("warn,paraph=debug")).is_ok());
        assert!(filter(Some("paraph,tower_http=debug,OFF,hyper[span]=1")).is_ok());
        insta::assert_snapshot!(filter(Some("loud")).unwrap_err(), @"PARAPH_LOG: 'loud' cannot be read ('loud' is no level); write info, debug or paraph=debug");
        insta::assert_snapshot!(filter(Some("paraph=loud")).unwrap_err(), @r#"PARAPH_LOG: 'paraph=loud' cannot be read (error parsing level filter: expected one of "off", "error", "warn", "info", "debug", "trace", or a number 0-5); write info, debug or paraph=debug"#);
    }
}
