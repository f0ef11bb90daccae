//! The accept loop.
//!
//! Our own, on hyper-util, because axum's has neither a timeout for a request's head nor a limit on connections nor a deadline for the
//! end: callers that send half a head would hold their connections, and the process, for ever.

use std::{io, sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_io_timeout::TimeoutStream;
use tracing::{info, warn};

use super::config::{Config, Limits};

/// How much more than its limits the connection lets in, so that whoever is over them can be told so by `head`.
const TO_TELL: usize = 2;

/// How long to wait where the system has no more file handles: connections that end give some back.
const OUT_OF_HANDLES: Duration = Duration::from_millis(50);

/// Serves connections until `end`, then lets what is under way finish until the deadline.
pub(super) async fn serve(listener: TcpListener, router: Router, config: &Config, end: impl Future<Output = ()>) {
    let limits = &config.limits;
    let slots = Arc::new(Semaphore::new(limits.max_connections.clamp(1, Semaphore::MAX_PERMITS)));
    let graceful = GracefulShutdown::new();
    let mut connections = JoinSet::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(limits.head_bytes().saturating_mul(TO_TELL))
        .max_headers(limits.max_headers.saturating_mul(TO_TELL));
    tokio::pin!(end);
    loop {
        let accepted = async {
            // closed never, so a slot is only ever waited for
            let slot = Arc::clone(&slots).acquire_owned().await.map_err(io::Error::other)?;
            Ok::<_, io::Error>((slot, listener.accept().await?.0))
        };
        let (slot, stream) = tokio::select! {
            () = &mut end => break,
            Some(_) = connections.join_next() => continue,
            accepted = accepted => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    warn!(%error, "a connection could not be accepted");
                    sleep(OUT_OF_HANDLES).await;
                    continue;
                }
            },
        };
        let io = TokioIo::new(Box::pin(within_time(stream, limits)));
        let connection = graceful.watch(http.serve_connection(io, TowerToHyperService::new(router.clone())));
        connections.spawn(async move {
            // an error here is a caller that went away or sent no HTTP: its own affair
            let _ = connection.await;
            drop(slot);
        });
    }
    drop(listener);
    if timeout(config.ending.deadline, graceful.shutdown()).await.is_err() {
        warn!("the deadline has passed: requests under way are cut off");
    }
    connections.shutdown().await;
    info!("all connections are closed");
}

/// A caller that does not read its answer, and one whose network is gone, end here. Twice a body's time: a batch that stands
/// still is told so first.
fn within_time(stream: TcpStream, limits: &Limits) -> TimeoutStream<TcpStream> {
    // answers are written whole; waiting to fill a packet would only delay a batch's lines
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.body_timeout.saturating_mul(2)));
    stream
}
