//! Who may come in: keys, pages of other origins, and what a browser may make of an answer.

use axum::{
    extract::{Request, State},
    http::{
        HeaderName, HeaderValue, Method,
        header::{
            AUTHORIZATION, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, REFERRER_POLICY, RETRY_AFTER,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::{config::Access, request_id::X_REQUEST_ID, state::App, trace_context::TRACEPARENT};
use crate::wire::{Problem, ProblemKind};

/// What every answer tells a browser, where it does not say otherwise itself: it is no page, and belongs into none.
const SECURITY: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Asks for a key, where there are keys.
pub(super) async fn ask_for_key(State(app): State<App>, request: Request, next: Next) -> Response {
    let access = &app.config.access;
    if access.keys.is_empty() || bearer(&request).is_some_and(|key| access.knows(key)) {
        return next.run(request).await;
    }
    Problem::new(ProblemKind::Unauthorized, "send the header 'Authorization: Bearer KEY' with a key of this service").into_response()
}

/// The key that a request gives (RFC 6750, section 2.1).
fn bearer(request: &Request) -> Option<&[u8]> {
    let (scheme, key) = request.headers().get(AUTHORIZATION)?.as_bytes().split_at_checked(7)?;
    scheme.eq_ignore_ascii_case(b"bearer ").then(|| key.trim_ascii())
}

/// Says what a browser may make of an answer.
pub(super) async fn secure(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in SECURITY {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Lets pages of the origins that are named call from a browser; where none is, browsers' questions are answered as any other call is.
pub(super) fn cors(access: &Access) -> Option<CorsLayer> {
    if access.origins.is_empty() {
        return None;
    }
    let layer = CorsLayer::new()
        .allow_origin(AllowOrigin::list(access.origins.clone()))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, IF_NONE_MATCH, X_REQUEST_ID, TRACEPARENT])
        .expose_headers([ETAG, RETRY_AFTER, X_REQUEST_ID]);
    Some(layer)
}
