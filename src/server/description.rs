//! `GET /openapi.yaml`: the description that is kept by hand beside the code, and that every answer in the tests is held against.

use axum::http::{HeaderName, header::CONTENT_TYPE};

/// The handler. The media type is RFC 9512's.
pub(super) async fn openapi() -> ([(HeaderName, &'static str); 1], &'static str) {
    ([(CONTENT_TYPE, "application/yaml")], include_str!("../../openapi.yaml"))
}
