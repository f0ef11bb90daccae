//! A name for each request, so that an answer, a log line and a caller's complaint can be brought together.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
    sync::{Arc, LazyLock},
};

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};

/// The header that carries it, in and out.
pub(super) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest id that is taken from a caller.
const MAX_LENGTH: usize = 128;

/// A request's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RequestId(pub(super) Arc<str>);

impl RequestId {
    /// The caller's id; a new one where there is none, or one that would not do in a log.
    fn of(request: &Request) -> Self {
        let given = request.headers().get(&X_REQUEST_ID).and_then(|v| v.to_str().ok());
        let fit = given.filter(|v| (1..=MAX_LENGTH).contains(&v.len()) && v.bytes().all(|b| b.is_ascii_graphic()));
        fit.map_or_else(Self::make, |v| Self(v.into()))
    }

    /// 128 bits that differ from one request and from one process to the next.
    fn make() -> Self {
        static KEYS: LazyLock<[RandomState; 2]> = LazyLock::new(|| [RandomState::new(), RandomState::new()]);
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        Self(format!("{:016x}{:016x}", KEYS[0].hash_one(count), KEYS[1].hash_one(count)).into())
    }
}

/// Takes or makes the request's id, and gives it back with the answer.
pub(super) async fn set(mut request: Request, next: Next) -> Response {
    let id = RequestId::of(&request);
    request.extensions_mut().insert(id.clone());
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(X_REQUEST_ID, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn taken(id: &[u8]) -> bool {
        let request = Request::builder().header(X_REQUEST_ID, HeaderValue::from_bytes(id).unwrap()).body(Body::empty()).unwrap();
        RequestId::of(&request).0.as_bytes() == id
    }

    #[test]
    fn a_callers_id_is_taken_where_it_does_no_harm() {
        assert!(taken(b"7f3-a_b"));
        for id in [&b""[..], b"two words", b"\xff", &[b'x'; MAX_LENGTH + 1]] {
            assert!(!taken(id), "{id:?}");
        }
    }

    #[test]
    fn made_ids_differ() {
        assert_ne!(RequestId::make(), RequestId::make());
        assert_eq!(RequestId::make().0.len(), 32);
    }
}
