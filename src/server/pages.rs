//! `GET /docs`: the API's description as a person reads it, rendered by Swagger UI, which the binary carries. The browser asks no other host,
//! and runs no code but these files.

use axum::{
    extract::{OriginalUri, Path},
    http::{
        HeaderName, HeaderValue,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};

use super::router::not_found;

pub(super) const HTML: &str = "text/html; charset=utf-8";

/// What the page may do. Swagger UI brings its pictures along as `data:`, and asks for the description and the calls that are tried.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// Files that pages are made of: name, media type, content.
const FILES: [(&str, &str, &str); 4] = [
    ("docs.js", "text/javascript; charset=utf-8", include_str!("../page/docs.js")),
    ("plain.css", "text/css; charset=utf-8", include_str!("../page/plain.css")),
    ("swagger-ui-bundle.js", "text/javascript; charset=utf-8", include_str!("../page/swagger-ui/swagger-ui-bundle.js")),
    ("swagger-ui.css", "text/css; charset=utf-8", include_str!("../page/swagger-ui/swagger-ui.css")),
];

/// How long a browser may keep a file without asking again: long enough for a visit, short enough for a new version.
const KEEP: HeaderValue = HeaderValue::from_static("max-age=600");

/// `GET /docs`.
pub(super) async fn docs() -> impl IntoResponse {
    page(include_str!("../page/docs.html"))
}

/// `GET /docs/{file}`.
pub(super) async fn file(Path(name): Path<String>, uri: OriginalUri) -> Response {
    let Some((_, kind, content)) = FILES.iter().find(|(known, ..)| *known == name) else { return not_found(uri).await.into_response() };
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, KEEP)], *content).into_response()
}

/// A page of HTML with the policy that holds for it.
pub(super) fn page<B: IntoResponse>(html: B) -> ([(HeaderName, HeaderValue); 2], B) {
    ([(CONTENT_TYPE, HeaderValue::from_static(HTML)), (CONTENT_SECURITY_POLICY, POLICY)], html)
}
