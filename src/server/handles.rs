//! What the system grants: file handles, of which a connection takes one and many systems grant 1,024 unless asked for more; and a
//! backlog, in which connections wait to be accepted.

use std::net::TcpListener;

use tracing::warn;

/// Connections that may wait to be accepted. The standard library asks for 128; a burst of more would have callers knock again
/// after a second. The system cuts it to its own limit.
#[cfg(unix)]
const BACKLOG: i32 = 4096;

/// Handles that are no connections: standard streams, the listener, the runtime's own.
const OTHERS: u64 = 64;

/// Asks the system for as many handles as connections are taken, and says so where it grants fewer.
#[cfg(unix)]
pub(super) fn raise(connections: usize) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let needed = (connections as u64).saturating_add(OTHERS);
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current.is_none_or(|current| current >= needed) {
        return;
    }
    let granted = maximum.map_or(needed, |maximum| maximum.min(needed));
    if setrlimit(Resource::Nofile, Rlimit { current: Some(granted), maximum }).is_err() || granted < needed {
        warn!(
            needed,
            granted, "the system grants fewer file handles than --max-connections needs; raise its limit (ulimit -n), or set fewer"
        );
    }
}

/// Where there is no such limit.
#[cfg(not(unix))]
pub(super) fn raise(_: usize) {}

/// Lets more connections wait than the standard library does: to listen again on a socket that listens only sets its backlog.
#[cfg(unix)]
pub(super) fn lengthen_backlog(listener: &TcpListener) {
    if let Err(error) = rustix::net::listen(listener, BACKLOG) {
        warn!(%error, "the backlog could not be lengthened: bursts of connections will have to knock twice");
    }
}

/// Where the system's own will do.
#[cfg(not(unix))]
pub(super) fn lengthen_backlog(_: &TcpListener) {}
