//! Which path leads where.

use axum::{
    Router,
    extract::OriginalUri,
    http::Method,
    middleware::from_fn_with_state,
    routing::{get, post},
};

use super::{access, batch, description, extract, health, info, metrics, middleware, pages, problem_pages, state::App};
use crate::wire::{Problem, ProblemKind};

/// The whole service, without a socket.
pub(super) fn router(app: App) -> Router {
    let base_path = app.config.listen.base_path.clone();
    let routes = Router::new()
        .route("/v1/extract", post(extract::extract))
        .route("/v1/extract/batch", post(batch::batch))
        .route("/v1/info", get(info::info))
        .route("/metrics", get(metrics::metrics))
        .route("/openapi.yaml", get(description::openapi))
        .route("/docs", get(pages::docs))
        .route("/docs/{file}", get(pages::file))
        .route("/problems", get(problem_pages::all))
        .route("/problems/{code}", get(problem_pages::one))
        // what stands above asks for a key, where there are keys; what stands below never does
        .route_layer(from_fn_with_state(app.clone(), access::ask_for_key))
        .route("/livez", get(health::livez))
        .route("/readyz", get(health::readyz))
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app.clone());
    let routes = if base_path.is_empty() { routes } else { Router::new().nest(&base_path, routes) };
    middleware::apply(routes.fallback(not_found), app)
}

pub(super) async fn not_found(OriginalUri(uri): OriginalUri) -> Problem {
    Problem::new(ProblemKind::NotFound, format!("there is nothing at '{}'; /openapi.yaml names the paths", uri.path()))
}

/// The header `Allow` comes from the routes themselves.
async fn method_not_allowed(method: Method, OriginalUri(uri): OriginalUri) -> Problem {
    Problem::new(ProblemKind::MethodNotAllowed, format!("'{}' takes no {method}; use a method that the header Allow names", uri.path()))
}
