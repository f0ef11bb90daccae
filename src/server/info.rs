//! `GET /v1/info`: what this service is, and what it takes. A caller need not find a limit by running into it.

use axum::{
    extract::State,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::state::App;
use crate::record::SCHEMA;

/// The handler.
pub(super) async fn info(State(app): State<App>) -> Response {
    let config = &app.config;
    let info = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "schema": SCHEMA,
        "model": app.extractor.model_id(),
        "languages": [app.extractor.engine().language()],
        "limits": {
            "max_body_bytes": config.max_body_bytes,
            "max_line_bytes": config.max_line_bytes,
            "max_bytes_in_flight": config.max_bytes_in_flight,
            "max_connections": config.max_connections,
            "body_timeout_seconds": config.body_timeout.as_secs_f64(),
            "work_timeout_seconds": config.work_timeout.as_secs_f64(),
            "header_timeout_seconds": config.header_timeout.as_secs_f64(),
        },
    });
    ([(CONTENT_TYPE, "application/json")], info.to_string()).into_response()
}
