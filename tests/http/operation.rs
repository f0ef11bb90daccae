//! Health, information, description, and what holds for every answer.

use axum::{body::Body, http::Request};

use super::client::{Client, quick};

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
