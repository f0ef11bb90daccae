//! What every request passes through, in and out.

use std::time::Duration;

use axum::{
    Router,
    extract::Request,
    http::{Extensions, HeaderMap, StatusCode, Version, header::CONTENT_TYPE},
    middleware::{from_fn, from_fn_with_state},
    response::Response,
};
use tower::ServiceBuilder;
use tower_http::{
    CompressionLevel,
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, Predicate, predicate::SizeAbove},
    trace::TraceLayer,
};
use tracing::{Span, field::Empty, info, info_span};

use super::{access, drain, head, linger, measure, problem, request_id, request_id::RequestId, state::App, trace_context::TraceParent};

/// Answers below this many bytes are not compressed: they fit into a packet as they are.
const WORTH_COMPRESSING: u16 = 1024;

/// Puts the layers around the routes; a request passes them from the top down, its answer from the bottom up.
pub(super) fn apply(routes: Router, app: App) -> Router {
    // innermost of all, where the route is known; nothing in builds without it
    #[cfg(feature = "otlp")]
    let routes = routes.layer(from_fn_with_state(app.clone(), super::otlp::trace));
    routes.layer(
        ServiceBuilder::new()
            // outermost, so that all below can name the request
            .layer(from_fn(request_id::set))
            // sees every answer as it goes out; neither bodies nor queries, which hold article text
            .layer(TraceLayer::new_for_http().make_span_with(span).on_request(()).on_response(answered).on_failure(()))
            // the answer's headers, errors' too
            .layer(from_fn_with_state(app.clone(), drain::close_connections))
            .layer(from_fn(access::secure))
            // answers a browser's question for leave before anything else is asked
            .option_layer(access::cors(&app.config.access))
            .layer(CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(SizeAbove::new(WORTH_COMPRESSING).and(whole)))
            // sees answers before compression
            .layer(from_fn_with_state(app.clone(), measure::measure))
            // writes the problems of all below, a panic's too
            .layer(from_fn_with_state(app.clone(), problem::tell))
            // reads what an early answer left of the body
            .layer(from_fn(linger::read_out))
            // before anything is done for a request
            .layer(from_fn_with_state(app, head::limit))
            // innermost, so that a handler's panic costs its request and nothing else
            .layer(CatchPanicLayer::custom(problem::of_panic)),
    )
}

/// True for answers that are there as a whole: a batch's lines must not wait in a compressor for those that follow.
fn whole(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(CONTENT_TYPE).is_none_or(|kind| kind != "application/x-ndjson")
}

fn span(request: &Request) -> Span {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.to_string());
    let span = info_span!("request", method = %request.method(), path = request.uri().path(), request_id = id, trace_id = Empty, parent_id = Empty);
    if let Some(parent) = TraceParent::of(request.headers()) {
        span.record("trace_id", parent.trace_id).record("parent_id", parent.parent_id);
    }
    span
}

fn answered<B>(response: &Response<B>, latency: Duration, _: &Span) {
    info!(status = response.status().as_u16(), us = u64::try_from(latency.as_micros()).unwrap_or(u64::MAX), "answered");
}
