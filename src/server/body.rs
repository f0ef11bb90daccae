//! A body, read whole: within its limit, within its time, and only where there is room for it.

use axum::{
    body::{Body, HttpBody},
    http::{
        HeaderMap,
        header::{CONTENT_ENCODING, CONTENT_TYPE},
    },
};
use http_body_util::BodyExt;
use tokio::time::timeout;

use super::{admission::Claim, state::App};
use crate::wire::{Problem, ProblemKind};

/// Reads a body; the claim is on its bytes, and held for as long as they are worked on.
pub(super) async fn read(body: Body, app: &App) -> Result<(Vec<u8>, Claim), Problem> {
    let limit = app.config.limits.max_body_bytes;
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(too_large(limit));
    }
    app.admission.expect_room(announced)?;
    let Ok(read) = timeout(app.config.limits.body_timeout, collect(body, app, limit)).await else {
        let seconds = app.config.limits.body_timeout.as_secs_f64();
        let detail = format!("the body did not arrive within {seconds} s; send it faster or in smaller pieces");
        return Err(Problem::new(ProblemKind::RequestTimeout, detail));
    };
    read
}

async fn collect(mut body: Body, app: &App, limit: usize) -> Result<(Vec<u8>, Claim), Problem> {
    let mut claim = app.admission.claim(0)?;
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| broken())?.into_data() else { continue };
        if bytes.len() + data.len() > limit {
            return Err(too_large(limit));
        }
        claim.grow(data.len())?;
        bytes.extend_from_slice(&data);
    }
    Ok((bytes, claim))
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        ProblemKind::TooLarge,
        format!("the body is longer than {limit} bytes; send the article alone, without pictures and scripts"),
    )
}

fn broken() -> Problem {
    Problem::new(ProblemKind::InvalidParameter, "the body broke off or its chunks are malformed; send it again, whole")
}

/// The media type that a request names, in lower case and without parameters, where its body is not compressed.
pub(super) fn media_type(headers: &HeaderMap) -> Result<String, Problem> {
    let coded = headers.get(CONTENT_ENCODING).filter(|v| !v.as_bytes().eq_ignore_ascii_case(b"identity"));
    if coded.is_some() {
        return Err(Problem::new(ProblemKind::UnsupportedMediaType, "compressed bodies are not read; send it without Content-Encoding"));
    }
    let named = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    Ok(named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

/// The answer to a body of another type than `wanted`.
pub(super) fn unsupported(found: &str, wanted: &str) -> Problem {
    let found = if found.is_empty() { "the request names no Content-Type".to_owned() } else { format!("'{found}' is not read here") };
    Problem::new(ProblemKind::UnsupportedMediaType, format!("{found}; send {wanted}"))
}
