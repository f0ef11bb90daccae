//! Counts and times each call, to the end of its answer: a batch's call lasts as long as its lines do, and one whose caller hangs up ends.

use std::{
    pin::Pin,
    task::{Context, Poll},
    time::Instant,
};

use axum::{
    Error,
    body::{Body, Bytes, HttpBody},
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use hyper::body::{Frame, SizeHint};

use super::{
    metrics::{Active, Call, Metrics, SCHEME},
    state::App,
};

/// The status that is told of a call whose caller hung up before there was an answer; nginx uses the same.
const HUNG_UP: u16 = 499;

/// Measures a call.
pub(super) async fn measure(State(app): State<App>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or_else(String::new, |path| path.as_str().to_owned());
    let mut call = Measured::begin(app.metrics.clone(), known(request.method()), route);
    let response = next.run(request).await;
    call.status = response.status().as_u16();
    response.map(|body| Body::new(Timed { body, call }))
}

/// The method, where it is one that is known; a caller's own invention makes no label (as OpenTelemetry has it).
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        _ => "_OTHER",
    }
}

/// A call under way; told when dropped.
struct Measured {
    metrics: Metrics,
    method: &'static str,
    route: String,
    status: u16,
    begun: Instant,
}

impl Measured {
    fn begin(metrics: Metrics, method: &'static str, route: String) -> Self {
        metrics.active.get_or_create(&Active { http_request_method: method, http_route: route.clone(), url_scheme: SCHEME }).inc();
        Self { metrics, method, route, status: HUNG_UP, begun: Instant::now() }
    }
}

impl Drop for Measured {
    fn drop(&mut self) {
        let (method, route) = (self.method, std::mem::take(&mut self.route));
        self.metrics.active.get_or_create(&Active { http_request_method: method, http_route: route.clone(), url_scheme: SCHEME }).dec();
        let call = Call { http_request_method: method, http_route: route, http_response_status_code: self.status, url_scheme: SCHEME };
        self.metrics.duration.get_or_create(&call).observe(self.begun.elapsed().as_secs_f64());
    }
}

/// An answer's body that knows its call.
struct Timed {
    body: Body,
    call: Measured,
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            self.call.metrics.answer_bytes.inc_by(frame.data_ref().map_or(0, Bytes::len) as u64);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
