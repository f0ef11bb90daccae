//! Problems as HTTP answers (RFC 9457).
//!
//! A handler returns a [`Problem`]; the answer carries it along, and [`tell`] writes it where the request's id is known. So every
//! error has one form, also that of a panic.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{request_id::RequestId, state::App, work::internal};
use crate::wire::{Problem, ProblemKind};

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the problem that an answer carries as its body, with the request's id.
pub(super) async fn tell(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned();
    let mut response = next.run(request).await;
    let Some(mut problem) = response.extensions_mut().remove::<Problem>() else { return response };
    app.metrics.problem(&problem);
    problem = problem.under(&app.config.listen.base_path);
    if let Some(id) = id {
        problem = problem.met_by(&id.0);
    }
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.remove(CONTENT_LENGTH);
    if problem.status == ProblemKind::Overloaded.status() {
        // in seconds: an article takes a fraction of one
        headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
    }
    if problem.status == ProblemKind::Unauthorized.status() {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"paraph\""));
    }
    *response.body_mut() = Body::from(serde_json::to_vec(&problem).unwrap_or_default());
    response
}

/// The answer of a handler that panicked. What it said stays unsaid, here and in the log: it may hold words of the article.
pub(super) fn of_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    internal().into_response()
}

#[cfg(test)]
mod tests {
    use axum::{Router, routing::get};
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::{
        Extractor,
        server::{Config, middleware, state::App},
    };

    #[tokio::test]
    async fn a_panic_is_a_problem_that_says_nothing_of_the_article() {
        async fn handler() -> &'static str {
            panic!("secret words")
        }
        let app = App::new(Config::default(), Extractor::new().unwrap());
        let router = middleware::apply(Router::new().route("/", get(handler)), app);
        let request = Request::builder().uri("/").header("x-request-id", "r1").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!((problem["type"].as_str(), problem["request_id"].as_str()), (Some("/problems/internal"), Some("r1")));
        assert!(!problem.to_string().contains("secret"));
    }
}
