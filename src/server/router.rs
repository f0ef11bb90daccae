//! Which path leads where.

use axum::{
    Router,
    http::{Method, Uri},
    routing::{get, post},
};

use super::{batch, description, extract, health, info, middleware, state::App};
use crate::wire::{Problem, ProblemKind};

/// The whole service, without a socket.
pub(super) fn router(app: App) -> Router {
    let routes = Router::new()
        .route("/v1/extract", post(extract::extract))
        .route("/v1/extract/batch", post(batch::batch))
        .route("/v1/info", get(info::info))
        .route("/livez", get(health::livez))
        .route("/readyz", get(health::readyz))
        .route("/openapi.yaml", get(description::openapi))
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .with_state(app.clone());
    middleware::apply(routes, app)
}

async fn not_found(uri: Uri) -> Problem {
    Problem::new(ProblemKind::NotFound, format!("there is nothing at '{}'; /openapi.yaml names the paths", uri.path()))
}

/// The header `Allow` comes from the routes themselves.
async fn method_not_allowed(method: Method, uri: Uri) -> Problem {
    Problem::new(ProblemKind::MethodNotAllowed, format!("'{}' takes no {method}; use a method that the header Allow names", uri.path()))
}
