//! The accept loop.
//!
//! Our own, on hyper-util, because axum's has neither a timeout for a request's head nor a limit on connections nor a deadline for the
//! end: callers that send half a head would hold their connections, and the process, for ever.

use std::{io, iter, pin::Pin, sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
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

/// How long connections that were accepted right before the end are given to ask.
const FIRST_READ: Duration = Duration::from_millis(50);

/// See [`connection`].
type Connection = http1::Connection<TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>, TowerToHyperService<Router>>;

/// Serves connections until `end`, then lets what is under way finish until the deadline.
pub(super) async fn serve(listener: TcpListener, router: Router, config: &Config, end: impl Future<Output = ()>) {
    let limits = &config.limits;
    let slots = Arc::new(Semaphore::new(limits.connections()));
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
            biased;
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
        let connection = connection(&http, stream, limits, &router);
        connections.spawn(to_the_end(graceful.watch(connection), slot));
    }
    // who has connected and was not accepted yet would be reset with the listener. Such a connection has not asked anything yet, and hyper
    // closes those that have not when it is told to end: so these are not told, and end with their first answer
    http.keep_alive(false);
    for stream in waiting(listener, slots.available_permits()) {
        let Ok(slot) = Arc::clone(&slots).try_acquire_owned() else { break };
        connections.spawn(to_the_end(connection(&http, stream, limits, &router), slot));
    }
    let all = async {
        // those accepted last have not been read from yet, and would be taken for some that have nothing to ask
        sleep(FIRST_READ).await;
        graceful.shutdown().await;
        while connections.join_next().await.is_some() {}
    };
    if timeout(config.ending.deadline, all).await.is_err() {
        warn!("the deadline has passed: requests under way are cut off");
    }
    connections.shutdown().await;
    info!("all connections are closed");
}

/// A connection that is served.
fn connection(http: &http1::Builder, stream: TcpStream, limits: &Limits, router: &Router) -> Connection {
    http.serve_connection(TokioIo::new(Box::pin(within_time(stream, limits))), TowerToHyperService::new(router.clone()))
}

/// Holds a connection's place while it lives.
async fn to_the_end(connection: impl Future<Output = hyper::Result<()>>, slot: OwnedSemaphorePermit) {
    // an error here is a caller that went away or sent no HTTP: its own affair
    let _ = connection.await;
    drop(slot);
}

/// Those who wait in the backlog at this moment, up to `most` of them; then the door is closed.
fn waiting(listener: TcpListener, most: usize) -> Vec<TcpStream> {
    // it does not block, so the first that is not there ends it
    let Ok(listener) = listener.into_std() else { return Vec::new() };
    let accepted = iter::from_fn(|| listener.accept().ok()).take(most);
    let streams = accepted.filter_map(|(stream, _)| stream.set_nonblocking(true).and_then(|()| TcpStream::from_std(stream)).ok());
    streams.collect()
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

#[cfg(test)]
mod tests {
    use std::future::ready;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn who_waits_in_the_backlog_at_the_end_is_answered() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut callers = Vec::new();
        for _ in 0..20 {
            let mut caller = TcpStream::connect(address).await.unwrap();
            caller.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
            callers.push(caller);
        }
        let router = Router::new().route("/", get(async || "here"));
        serve(listener, router, &Config::default(), ready(())).await;
        for mut caller in callers {
            let mut answer = String::new();
            caller.read_to_string(&mut answer).await.unwrap();
            assert!(answer.starts_with("HTTP/1.1 200 ") && answer.ends_with("here"), "{answer}");
        }
    }
}
