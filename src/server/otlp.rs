//! Spans of calls, sent to an OpenTelemetry collector by OTLP over gRPC. Only in builds with the feature `otlp`, and only where an
//! endpoint is set. Metrics need no such way: a collector scrapes `/metrics`.

use std::io;

use axum::{
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::Response,
};
use opentelemetry::{
    Context, KeyValue,
    trace::{Span, SpanContext, SpanId, SpanKind, Status, TraceContextExt, TraceFlags, TraceId, TraceState, Tracer, TracerProvider},
};
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::{Resource, trace::SdkTracerProvider};
use tracing::warn;

use super::{request_id::RequestId, state::App, trace_context::TraceParent};

/// Sends spans in batches, from a thread of its own.
#[derive(Debug, Clone)]
pub(super) struct Traces(SdkTracerProvider);

impl Traces {
    /// To the collector at `endpoint`, `http://HOST:4317`; connects when there is something to send. Must be called inside a runtime.
    pub(super) fn to(endpoint: &str) -> io::Result<Self> {
        let exporter = SpanExporter::builder().with_tonic().with_endpoint(endpoint).build();
        let exporter = exporter.map_err(|e| io::Error::new(io::ErrorKind::InvalidInput, format!("--otlp-endpoint {endpoint}: {e}")))?;
        let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let resource = Resource::builder().with_service_name(env!("CARGO_PKG_NAME")).with_attribute(version).build();
        Ok(Self(SdkTracerProvider::builder().with_batch_exporter(exporter).with_resource(resource).build()))
    }

    /// Sends what is left.
    pub(super) async fn end(self) {
        let ended = tokio::task::spawn_blocking(move || self.0.shutdown()).await;
        if let Ok(Err(error)) = ended {
            warn!(%error, "the last spans could not be sent");
        }
    }
}

/// Makes a span of a call, by the names of OpenTelemetry's semantic conventions for HTTP. Neither bodies nor queries, which hold
/// article text, go into it.
pub(super) async fn trace(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(traces) = &app.traces else { return next.run(request).await };
    let tracer = traces.0.tracer(env!("CARGO_PKG_NAME"));
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let name = route.as_ref().map_or_else(|| method.clone(), |route| format!("{method} {route}"));
    let mut attributes = vec![KeyValue::new("http.request.method", method), KeyValue::new("url.path", request.uri().path().to_owned())];
    attributes.extend(route.map(|route| KeyValue::new("http.route", route)));
    attributes.extend(request.extensions().get::<RequestId>().map(|id| KeyValue::new("paraph.request_id", id.0.to_string())));
    let parent = TraceParent::of(request.headers()).and_then(|parent| context(&parent)).unwrap_or_default();
    let builder = tracer.span_builder(name).with_kind(SpanKind::Server).with_attributes(attributes);
    // ends when dropped, also where the caller hangs up
    let mut span = builder.start_with_context(&tracer, &parent);
    let response = next.run(request).await;
    span.set_attribute(KeyValue::new("http.response.status_code", i64::from(response.status().as_u16())));
    if response.status().is_server_error() {
        span.set_status(Status::error(""));
    }
    response
}

/// The caller's span, as a parent of ours.
fn context(parent: &TraceParent<'_>) -> Option<Context> {
    let (trace, span) = (TraceId::from_hex(parent.trace_id).ok()?, SpanId::from_hex(parent.parent_id).ok()?);
    let remote = SpanContext::new(trace, span, TraceFlags::new(parent.flags), true, TraceState::default());
    Some(Context::new().with_remote_span_context(remote))
}
