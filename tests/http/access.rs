//! Who may come in, and what a browser may make of an answer.

use axum::{
    body::Body,
    http::{Method, Request},
};

use super::client::{Answer, Client, quick_but};
use paraph::server::ApiKey;

fn closed() -> Client {
    Client::new(quick_but(|c| c.access.keys = vec![ApiKey::new("a-key-of-sixteen-or-more").unwrap()]))
}

async fn with(client: &Client, path: &str, authorization: &str) -> Answer {
    client.call(Request::get(path).header("authorization", authorization).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_key_is_asked_for_by_all_but_health() {
    let client = closed();
    for path in ["/", "/page/page.js", "/v1/info", "/metrics", "/openapi.yaml", "/docs", "/problems"] {
        let refused = client.get(path).await;
        insta::allow_duplicates! {
            insta::assert_snapshot!(refused.problem(), @"401 unauthorized: send the header 'Authorization: Bearer KEY' with a key of this service");
        }
        assert_eq!(refused.headers["www-authenticate"], "Bearer realm=\"paraph\"");
        assert_eq!(with(&client, path, "Bearer a-key-of-sixteen-or-more").await.status, 200, "{path}");
    }
    assert_eq!(client.text("They met.").await.status, 401);
    assert_eq!(client.post("/v1/extract/batch", "application/x-ndjson", "{}").await.status, 401);
    assert_eq!((client.get("/livez").await.status, client.get("/readyz").await.status), (200, 200));
    // nor is a stranger told what there is
    for path in ["/nowhere", "/v1/extract"] {
        assert_eq!(client.raw(Request::get(path).body(Body::empty()).unwrap()).await.status, 401, "{path}");
    }
    assert_eq!(with(&client, "/nowhere", "Bearer a-key-of-sixteen-or-more").await.status, 404);
    assert_eq!(client.method(Method::POST, "/livez").await.status, 405);
}

#[tokio::test]
async fn what_is_not_the_key_is_refused() {
    let client = closed();
    for wrong in ["Bearer a-key-of-sixteen-or-mor", "Bearer ", "Bearer", "Basic a-key-of-sixteen-or-more", "a-key-of-sixteen-or-more", ""] {
        assert_eq!(with(&client, "/v1/info", wrong).await.status, 401, "{wrong}");
    }
    assert_eq!(with(&client, "/v1/info", "bearer  a-key-of-sixteen-or-more").await.status, 200);
}

#[tokio::test]
async fn pages_of_named_origins_may_call_and_others_not() {
    let ask = async |client: &Client, origin: &str| {
        let request = Request::builder().method(Method::GET).uri("/livez").header("origin", origin).body(Body::empty()).unwrap();
        client.call(request).await.headers.get("access-control-allow-origin").map(|v| v.to_str().unwrap().to_owned())
    };
    let open = Client::new(quick_but(|c| c.access.origins = vec!["https://news.example".parse().unwrap()]));
    assert_eq!(ask(&open, "https://news.example").await.as_deref(), Some("https://news.example"));
    assert_eq!(ask(&open, "https://other.example").await, None);
    assert_eq!(ask(&Client::default(), "https://news.example").await, None);
    // a browser asks for leave first
    let leave = Request::builder().method(Method::OPTIONS).uri("/v1/extract").header("origin", "https://news.example");
    let leave = open.raw(leave.header("access-control-request-method", "POST").body(Body::empty()).unwrap()).await;
    assert_eq!((leave.status, &leave.headers["access-control-allow-methods"]), (200, &"GET,POST".parse().unwrap()));
}

#[tokio::test]
async fn every_answer_tells_browsers_to_make_nothing_of_it() {
    let client = Client::default();
    for answer in [client.get("/livez").await, client.get("/nowhere").await, client.text("They met.").await] {
        assert_eq!(answer.headers["content-security-policy"], "default-src 'none'; frame-ancestors 'none'");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        assert_eq!(answer.headers["x-frame-options"], "DENY");
    }
}
