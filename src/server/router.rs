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
    let at = |path: &str| format!("{base_path}{path}");
    let mut routes = Router::new()
        .route(&at("/"), get(pages::index))
        .route(&at("/page/{file}"), get(pages::file_of_page))
        .route(&at("/v1/extract"), post(extract::extract))
        .route(&at("/v1/extract/batch"), post(batch::batch))
        .route(&at("/v1/info"), get(info::info))
        .route(&at("/metrics"), get(metrics::metrics))
        .route(&at("/openapi.yaml"), get(description::openapi))
        .route(&at("/docs"), get(pages::docs))
        .route(&at("/docs/{file}"), get(pages::file_of_docs))
        .route(&at("/problems"), get(problem_pages::all))
        .route(&at("/problems/{code}"), get(problem_pages::one))
        .fallback(not_found);
    if !base_path.is_empty() {
        routes = routes.route(&base_path, get(pages::without_slash));
    }
    let routes = routes
        .method_not_allowed_fallback(method_not_allowed)
        // what stands above asks for a key, where there are keys, also where there is nothing; what stands below never does
        .layer(from_fn_with_state(app.clone(), access::ask_for_key))
        .route(&at("/livez"), get(health::livez).fallback(method_not_allowed))
        .route(&at("/readyz"), get(health::readyz).fallback(method_not_allowed));
    middleware::apply(routes.with_state(app.clone()), app)
}

pub(super) async fn not_found(OriginalUri(uri): OriginalUri) -> Problem {
    Problem::new(ProblemKind::NotFound, format!("there is nothing at '{}'; the service's openapi.yaml names the paths", uri.path()))
}

/// The header `Allow` comes from the routes themselves.
async fn method_not_allowed(method: Method, OriginalUri(uri): OriginalUri) -> Problem {
    Problem::new(ProblemKind::MethodNotAllowed, format!("'{}' takes no {method}; use a method that the header Allow names", uri.path()))
}
