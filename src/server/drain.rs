//! Going down without losing a request.
//!
//! At the signal `/readyz` turns to 503 and every answer closes its connection, while new connections are still accepted for a
//! while: load balancers learn of the end only by asking, and what they send until then must be answered. Then the door closes, and
//! what is under way has until the deadline.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, header::CONNECTION},
    middleware::Next,
    response::Response,
};
use tokio::sync::watch;

use super::state::App;

/// Whether the service is going down.
#[derive(Debug)]
pub(super) struct Drain(watch::Sender<bool>);

impl Default for Drain {
    fn default() -> Self {
        Self(watch::Sender::new(false))
    }
}

impl Drain {
    /// From now on the service is going down.
    pub(super) fn begin(&self) {
        self.0.send_replace(true);
    }

    pub(super) fn has_begun(&self) -> bool {
        *self.0.borrow()
    }
}

/// Tells callers to come back on another connection, which will lead them to another process.
pub(super) async fn close_connections(State(app): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if app.drain.has_begun() {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
