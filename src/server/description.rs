//! What the service says of itself: the description that is kept by hand beside the code, and that every answer in the tests is held
//! against; and the page that problems lead to.

use axum::http::{HeaderName, header::CONTENT_TYPE};

type Page = ([(HeaderName, &'static str); 1], &'static str);

/// `GET /openapi.yaml`. The media type is RFC 9512's.
pub(super) async fn openapi() -> Page {
    ([(CONTENT_TYPE, "application/yaml")], include_str!("../../openapi.yaml"))
}

/// `GET /problems`. The media type is RFC 7763's.
pub(super) async fn problems() -> Page {
    ([(CONTENT_TYPE, "text/markdown; charset=utf-8")], include_str!("../../docs/API.md"))
}
