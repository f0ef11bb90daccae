//! Health, information, description, and what holds for every answer.

use axum::{body::Body, http::Request};

use super::client::{Client, quick, quick_but};

#[tokio::test]
async fn it_lives_and_is_ready() {
    let client = Client::default();
    assert_eq!(client.get("/livez").await.body, r#"{"status":"alive"}"#);
    assert_eq!(client.get("/readyz").await.body, r#"{"status":"ready"}"#);
}

#[tokio::test]
async fn it_tells_its_limits() {
    let info = Client::default().get("/v1/info").await.json();
    assert_eq!(info["limits"]["max_body_bytes"], quick().limits.max_body_bytes);
    assert_eq!(info["limits"]["body_timeout_seconds"], 0.4);
    assert_eq!(info["languages"], serde_json::json!(["en"]));
}

/// A limit that was set and cannot be kept is told as it is kept.
#[tokio::test]
async fn it_tells_the_limits_that_hold() {
    let client = Client::new(quick_but(|c| {
        c.limits.max_header_bytes = 100;
        c.limits.max_bytes_in_flight = 100;
        (c.limits.max_body_bytes, c.limits.max_decoded_bytes, c.limits.max_line_bytes) = (1000, 2000, 3000);
        c.limits.max_connections = 0;
    }));
    let info = client.get("/v1/info").await.json();
    let told = ["max_header_bytes", "max_bytes_in_flight", "max_connections"].map(|name| info["limits"][name].as_u64());
    assert_eq!(told, [Some(8192), Some(6000), Some(1)]);
}

#[tokio::test]
async fn it_gives_its_description() {
    let description = Client::default().get("/openapi.yaml").await;
    assert_eq!(description.body, include_str!("../../openapi.yaml"));
}

#[tokio::test]
async fn a_request_keeps_its_id_and_gets_one_where_it_has_none() {
    let client = Client::default();
    let named = client.call(Request::get("/nowhere").header("x-request-id", "call-7").body(Body::empty()).unwrap()).await;
    assert_eq!((&named.headers["x-request-id"], &named.json()["request_id"]), (&"call-7".parse().unwrap(), &"call-7".into()));
    let made = client.get("/nowhere").await;
    assert_eq!(made.json()["request_id"], made.headers["x-request-id"].to_str().unwrap());
}
