//! Heads that are longer, or have more headers, than they may.
//!
//! The connection has limits of its own, twice as high (`accept`), for it can only say a bare 431: below them a caller is told here
//! what to change.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::state::App;
use crate::wire::{Problem, ProblemKind};

/// Refuses a request whose head is over a limit, before anything is done for it.
pub(super) async fn limit(State(app): State<App>, request: Request, next: Next) -> Response {
    let (bytes, headers) = (app.config.limits.head_bytes(), app.config.limits.max_headers);
    let detail = if request.headers().len() > headers {
        format!("the request has more than {headers} headers; leave some out")
    } else if length(&request) > bytes {
        format!("the request's head is longer than {bytes} bytes; send fewer or shorter headers, and long facts as JSON")
    } else {
        return next.run(request).await;
    };
    Problem::new(ProblemKind::HeadTooLarge, detail).into_response()
}

/// Bytes of a request's head, without the white space that its caller may have sent beside.
fn length(request: &Request) -> usize {
    let uri = request.uri();
    let target = uri.path_and_query().map_or(0, |p| p.as_str().len()) + uri.authority().map_or(0, |a| "http://".len() + a.as_str().len());
    let headers = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + ": \r\n".len());
    request.method().as_str().len() + target + "  HTTP/1.1\r\n\r\n".len() + headers.sum::<usize>()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    #[test]
    fn a_head_is_as_long_as_it_is_on_the_wire() {
        let request = Request::get("/livez?a=b").header("x-one", "12").header("host", "a").body(Body::empty()).unwrap();
        assert_eq!(length(&request), "GET /livez?a=b HTTP/1.1\r\nx-one: 12\r\nhost: a\r\n\r\n".len());
    }
}
