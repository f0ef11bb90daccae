//! What every request passes through, in and out.

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    middleware::{from_fn, from_fn_with_state},
    response::Response,
};
use tower::ServiceBuilder;
use tower_http::{catch_panic::CatchPanicLayer, trace::TraceLayer};
use tracing::{Span, info, info_span};

use super::{drain, linger, problem, request_id, request_id::RequestId, state::App};

/// Puts the layers around the routes; a request passes them from the top down, its answer from the bottom up.
pub(super) fn apply(routes: Router, app: App) -> Router {
    routes.layer(
        ServiceBuilder::new()
            // outermost, so that all below can name the request
            .layer(from_fn(request_id::set))
            // sees every answer as it goes out; neither bodies nor queries, which hold article text
            .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(answered).on_failure(()))
            // sees the answers of all below, errors too
            .layer(from_fn_with_state(app, drain::close_connections))
            // writes the problems of all below, a panic's too
            .layer(from_fn(problem::tell))
            // reads what an early answer left of the body
            .layer(from_fn(linger::read_out))
            // innermost, so that a handler's panic costs its request and nothing else
            .layer(CatchPanicLayer::custom(problem::of_panic)),
    )
}

fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.to_string());
    info_span!("request", method = %request.method(), path = request.uri().path(), request_id = id)
}

fn answered<B>(response: &Response<B>, latency: Duration, _: &Span) {
    info!(status = response.status().as_u16(), us = latency.as_micros(), "answered");
}
