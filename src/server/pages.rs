//! Pages for people, of files that the binary carries. The browser asks no other host, and runs no code but these files.
//!
//! `GET /` takes an article and shows it marked up, its record beside; `GET /docs` is the API's description, rendered by Swagger UI.
//! Their links are relative, so that they work under whatever path a proxy puts them.

use axum::{
    extract::{OriginalUri, Path, rejection::PathRejection},
    http::{
        HeaderName, HeaderValue, Uri,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    },
    response::{IntoResponse, Redirect, Response},
};

use super::router::not_found;

pub(super) const HTML: &str = "text/html; charset=utf-8";

/// What pages may do: run files and ask calls of this service. Swagger UI brings its pictures along as `data:`.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

/// The last part of a path; none where its percent signs make no text, and so no name of anything here.
pub(super) type Name = Result<Path<String>, PathRejection>;

/// A file of a page: its name, its media type, its content.
type File = (&'static str, &'static str, &'static str);

const JS: &str = "text/javascript; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";

/// Files of `/docs`; `plain.css` is that of the problems, too.
const DOCS: [File; 4] = [
    ("docs.js", JS, include_str!("../page/docs.js")),
    ("plain.css", CSS, include_str!("../page/plain.css")),
    ("swagger-ui-bundle.js", JS, include_str!("../page/swagger-ui/swagger-ui-bundle.js")),
    ("swagger-ui.css", CSS, include_str!("../page/swagger-ui/swagger-ui.css")),
];

/// Files of `/`.
const PAGE: [File; 8] = [
    ("article.js", JS, include_str!("../page/article.js")),
    ("dom.js", JS, include_str!("../page/dom.js")),
    ("example.txt", "text/plain; charset=utf-8", include_str!("../../examples/state-visit.txt")),
    ("marks.js", JS, include_str!("../page/marks.js")),
    ("page.css", CSS, include_str!("../page/page.css")),
    ("page.js", JS, include_str!("../page/page.js")),
    ("problem.js", JS, include_str!("../page/problem.js")),
    ("records.js", JS, include_str!("../page/records.js")),
];

/// How long a browser may keep a file without asking again: long enough for a visit, short enough for a new version.
const KEEP: HeaderValue = HeaderValue::from_static("max-age=600");

/// `GET /`.
pub(super) async fn index() -> impl IntoResponse {
    page(include_str!("../page/index.html"))
}

/// The base path without its slash at the end, where relative links would lead elsewhere.
pub(super) async fn without_slash(uri: Uri) -> Redirect {
    Redirect::permanent(&format!("{}/", uri.path()))
}

/// `GET /docs`.
pub(super) async fn docs() -> impl IntoResponse {
    page(include_str!("../page/docs.html"))
}

/// `GET /page/{file}`.
pub(super) async fn file_of_page(name: Name, uri: OriginalUri) -> Response {
    file(&PAGE, name, uri).await
}

/// `GET /docs/{file}`.
pub(super) async fn file_of_docs(name: Name, uri: OriginalUri) -> Response {
    file(&DOCS, name, uri).await
}

async fn file(files: &[File], name: Name, uri: OriginalUri) -> Response {
    let found = name.ok().and_then(|Path(name)| files.iter().find(|(known, ..)| *known == name));
    let Some((_, kind, content)) = found else { return not_found(uri).await.into_response() };
    ([(CONTENT_TYPE, HeaderValue::from_static(kind)), (CACHE_CONTROL, KEEP)], *content).into_response()
}

/// A page of HTML with the policy that holds for it.
pub(super) fn page<B: IntoResponse>(html: B) -> ([(HeaderName, HeaderValue); 2], B) {
    ([(CONTENT_TYPE, HeaderValue::from_static(HTML)), (CONTENT_SECURITY_POLICY, POLICY)], html)
}
