//! The service: the contract's calls over HTTP.
//!
//! ```text
//! accept ─▶ middleware ─▶ router ─▶ handler ─▶ body ─▶ admission ─▶ work ─▶ the library's front door
//! ```
//!
//! Nothing here knows how a record is made. What holds for every request stands in `middleware`, what a caller is told in
//! `problem`, limits in [`Config`]. Words of an article are never logged, and an address that a caller names is never fetched.

mod accept;
mod access;
mod admission;
mod batch;
mod body;
mod coding;
mod config;
mod cores;
mod description;
mod drain;
mod extract;
mod fresh;
mod handles;
mod head;
mod health;
mod info;
mod linger;
mod logging;
mod measure;
mod metrics;
mod middleware;
#[cfg(feature = "otlp")]
mod otlp;
mod pages;
mod parameters;
mod problem;
mod problem_pages;
mod queue;
mod request_id;
mod router;
mod state;
mod trace_context;
mod work;

use std::{
    io::{self, Write},
    net::{SocketAddr, TcpListener},
};

use tokio::time::sleep;
use tracing::info;

pub use config::{Access, ApiKey, Config, Ending, Limits, Listen};

use crate::Extractor;
use state::App;

/// A service that has its address and does not serve yet.
#[derive(Debug)]
pub struct Server {
    app: App,
    listener: TcpListener,
}

impl Server {
    /// Takes the address that the settings name. From here on connections wait in the backlog. Must be called inside a tokio runtime
    /// where spans are to be sent (feature `otlp`).
    pub fn bind(config: Config, extractor: Extractor) -> io::Result<Self> {
        let address = SocketAddr::new(config.listen.host, config.listen.port);
        let listener = TcpListener::bind(address)
            .map_err(|e| io::Error::new(e.kind(), format!("cannot listen on {address}: {e}; choose another --port or --host")))?;
        listener.set_nonblocking(true)?;
        handles::lengthen_backlog(&listener);
        #[cfg(feature = "otlp")]
        let traces = config.otlp_endpoint.as_deref().map(otlp::Traces::to).transpose()?;
        let app = App::new(config, extractor);
        #[cfg(feature = "otlp")]
        let app = app.with_traces(traces);
        Ok(Self { app, listener })
    }

    /// The address that it took; with port 0 in the settings, the free one that was found.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `shutdown`, then goes down as the settings say, and returns when no request is under way any more. Must be
    /// called inside a tokio runtime with time and network.
    pub async fn run(self, shutdown: impl Future<Output = ()>) -> io::Result<()> {
        let Self { app, listener } = self;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let first = app.clone();
        tokio::spawn(async move { first.warm_up().await });
        let end = async {
            shutdown.await;
            info!("going down");
            app.drain.begin();
            sleep(app.config.ending.grace).await;
        };
        accept::serve(listener, router::router(app.clone()), &app.config, end).await;
        #[cfg(feature = "otlp")]
        if let Some(traces) = app.traces.clone() {
            traces.end().await;
        }
        Ok(())
    }
}

/// The service without a socket, to be called directly or to stand inside another.
pub fn service(config: Config, extractor: Extractor) -> axum::Router {
    router::router(App::new(config, extractor))
}

/// The whole life of the service's process: binds, says `listening on http://HOST:PORT/BASE` to `out`, serves until SIGTERM or SIGINT,
/// goes down. Logs go to standard error, as `PARAPH_LOG` says (`info`, `debug`, `paraph=debug`); never a library's that reads articles.
pub fn run(config: Config, extractor: Extractor, out: &mut impl Write) -> io::Result<()> {
    logging::begin(config.json_logs)?;
    handles::raise(config.limits.max_connections);
    let base_path = config.listen.base_path.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let inside = runtime.enter();
    let server = Server::bind(config, extractor)?;
    let address = server.local_addr()?;
    let served = runtime.block_on(async {
        // before the line is out: who reads it may send the signal at once
        let stop = stop_signal()?;
        writeln!(out, "listening on http://{address}{base_path}")?;
        out.flush()?;
        server.run(stop).await
    });
    drop(inside);
    // articles that outlived the deadline are not waited for
    runtime.shutdown_background();
    served
}

/// Ends at SIGTERM or SIGINT.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Ends at Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
