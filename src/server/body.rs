//! A body, read whole: within its limit, within its time, and only where there is room for it.

use axum::{
    body::{Body, HttpBody},
    http::{HeaderMap, header::CONTENT_TYPE},
};
use http_body_util::BodyExt;
use tokio::time::timeout;

use super::{
    admission::Claim,
    coding::{self, Open},
    state::App,
};
use crate::wire::{Problem, ProblemKind};

/// Bytes to which a compressed body may open without being taken for a bomb.
const FREELY_OPENED: usize = 1 << 20;

/// Reads a body; the claim is on its bytes, and held for as long as they are worked on.
pub(super) async fn read(body: Body, headers: &HeaderMap, app: &App) -> Result<(Vec<u8>, Claim), Problem> {
    let limit = app.config.limits.max_body_bytes;
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(too_large(limit));
    }
    app.admission.expect_room(announced)?;
    let Ok(read) = timeout(app.config.limits.body_timeout, collect(coding::open(body, headers)?, app)).await else {
        let seconds = app.config.limits.body_timeout.as_secs_f64();
        let detail = format!("the body did not arrive within {seconds} s; send it faster or in smaller pieces");
        return Err(Problem::new(ProblemKind::RequestTimeout, detail));
    };
    read
}

async fn collect(mut open: Open, app: &App) -> Result<(Vec<u8>, Claim), Problem> {
    let limits = &app.config.limits;
    let limit = if open.is_compressed() { limits.max_decoded_bytes } else { limits.max_body_bytes };
    let mut claim = app.admission.claim(0)?;
    let mut bytes = Vec::new();
    while let Some(frame) = open.body.frame().await {
        let Ok(data) = frame.map_err(|_| broken())?.into_data() else { continue };
        if open.is_over(limits.max_body_bytes) {
            return Err(too_large(limits.max_body_bytes));
        }
        if open.is_bomb(bytes.len() + data.len(), FREELY_OPENED) {
            return Err(coding::bomb());
        }
        if bytes.len() + data.len() > limit {
            return Err(if open.is_compressed() { too_large_inside(limit) } else { too_large(limit) });
        }
        claim.grow(data.len())?;
        app.metrics.body_bytes.inc_by(data.len() as u64);
        bytes.extend_from_slice(&data);
        // a small piece may open to many: others get their turn between them
        tokio::task::consume_budget().await;
    }
    Ok((bytes, claim))
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        ProblemKind::TooLarge,
        format!("the body is longer than {limit} bytes; send the article alone, without pictures and scripts"),
    )
}

fn too_large_inside(limit: usize) -> Problem {
    Problem::new(ProblemKind::TooLarge, format!("the body decompresses to more than {limit} bytes; send the article alone"))
}

pub(super) fn broken() -> Problem {
    Problem::new(ProblemKind::InvalidParameter, "the body broke off, or its chunks or its compression are malformed; send it again, whole")
}

/// The media type that a request names, in lower case and without parameters.
pub(super) fn media_type(headers: &HeaderMap) -> String {
    let named = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The answer to a body of another type than `wanted`.
pub(super) fn unsupported(found: &str, wanted: &str) -> Problem {
    let found = if found.is_empty() { "the request names no Content-Type".to_owned() } else { format!("'{found}' is not read here") };
    Problem::new(ProblemKind::UnsupportedMediaType, format!("{found}; send {wanted}"))
}
