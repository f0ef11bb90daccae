//! `GET /v1/info`: what this service is, and what it takes. A caller need not find a limit by running into it.

use axum::{
    extract::State,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::state::App;
use crate::record::SCHEMA;

/// The handler. Limits are told as they are kept, where one that was set cannot be.
pub(super) async fn info(State(app): State<App>) -> Response {
    let limits = &app.config.limits;
    let info = json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "schema": SCHEMA,
        "model": app.extractor.model_id(),
        "languages": app.extractor.language().as_slice(),
        "limits": {
            "workers": limits.workers,
            "max_waiting": limits.max_waiting,
            "max_bytes_in_flight": app.admission.all_bytes(),
            "max_body_bytes": limits.max_body_bytes,
            "max_decoded_bytes": limits.max_decoded_bytes,
            "max_text_bytes": limits.max_text_bytes,
            "max_line_bytes": limits.max_line_bytes,
            "max_batch_articles": limits.max_batch_articles,
            "max_header_bytes": limits.head_bytes(),
            "max_headers": limits.max_headers,
            "max_connections": limits.connections(),
            "header_timeout_seconds": limits.header_timeout.as_secs_f64(),
            "body_timeout_seconds": limits.body_timeout.as_secs_f64(),
            "work_timeout_seconds": limits.work_timeout.as_secs_f64(),
        },
    });
    ([(CONTENT_TYPE, "application/json")], info.to_string()).into_response()
}
