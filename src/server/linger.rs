//! Reads out what is left of a body whose request was answered before its end.
//!
//! A socket that is closed with unread bytes in it is reset, and the reset may overtake the answer: the caller would see a broken
//! connection where it was told why. So the rest is read and thrown away, within limits.

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Error,
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{StatusCode, header::EXPECT},
    middleware::Next,
    response::Response,
};
use http_body_util::BodyExt;
use hyper::body::{Frame, SizeHint};
use tokio::time::timeout;

/// Most bytes that are read out.
const MAX_BYTES: usize = 64 << 20;

/// Longest time that is spent on it.
const MAX_TIME: Duration = Duration::from_secs(2);

/// Reads out the body's rest while an error goes out: the answer does not wait for a slow body.
pub(super) async fn read_out(request: Request, next: Next) -> Response {
    let waits = request.headers().contains_key(EXPECT);
    let (mut parts, body) = request.into_parts();
    let mut kept = Kept(Arc::new(Mutex::new(Inner { body, begun: false })));
    // for a handler whose answer has begun when it finds that it will read no more
    parts.extensions.insert(kept.clone());
    let response = next.run(Request::from_parts(parts, Body::new(kept.clone()))).await;
    // a caller that waits for "100 Continue" sends nothing once it has its answer; one that was too slow will not be faster now
    let nothing_comes = waits && !kept.begun() || response.status() == StatusCode::REQUEST_TIMEOUT;
    if (response.status().is_client_error() || response.status().is_server_error()) && !nothing_comes {
        tokio::spawn(async move {
            let _ = timeout(MAX_TIME, throw_away(&mut kept)).await;
        });
    }
    response
}

/// Reads a body to its end, or to the limit.
pub(super) async fn throw_away(body: &mut (impl HttpBody<Data = Bytes> + Unpin)) {
    let mut bytes = 0;
    while let Some(Ok(frame)) = body.frame().await {
        bytes += frame.data_ref().map_or(0, Bytes::len);
        if bytes > MAX_BYTES {
            return;
        }
    }
}

/// A body as it comes in, still compressed, that outlives the handler which took it.
#[derive(Clone)]
pub(super) struct Kept(Arc<Mutex<Inner>>);

struct Inner {
    body: Body,
    /// True once somebody has asked for bytes.
    begun: bool,
}

impl Kept {
    fn with<T>(&self, f: impl FnOnce(&mut Inner) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn begun(&self) -> bool {
        self.with(|inner| inner.begun)
    }
}

impl HttpBody for Kept {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        self.with(|inner| {
            inner.begun = true;
            Pin::new(&mut inner.body).poll_frame(cx)
        })
    }

    fn is_end_stream(&self) -> bool {
        self.with(|inner| inner.body.is_end_stream())
    }

    fn size_hint(&self) -> SizeHint {
        self.with(|inner| inner.body.size_hint())
    }
}
