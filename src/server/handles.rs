//! File handles: a connection takes one, and many systems grant a process 1,024 unless it asks for more.

use tracing::warn;

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
