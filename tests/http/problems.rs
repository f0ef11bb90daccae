//! What is said to a caller whose request is wrong.

use axum::{
    body::Body,
    http::{Method, Request},
};

use super::client::{Client, quick_but};

#[tokio::test]
async fn paths_and_methods_that_there_are_not() {
    let client = Client::default();
    insta::assert_snapshot!(client.get("/v1/extracts").await.problem(), @"404 not-found: there is nothing at '/v1/extracts'; the service's openapi.yaml names the paths");
    let wrong = client.get("/v1/extract").await;
    insta::assert_snapshot!(wrong.problem(), @"405 method-not-allowed: '/v1/extract' takes no GET; use a method that the header Allow names");
    assert_eq!(wrong.headers["allow"], "POST");
    insta::assert_snapshot!(client.method(Method::OPTIONS, "/v1/extract").await.problem(), @"405 method-not-allowed: '/v1/extract' takes no OPTIONS; use a method that the header Allow names");
    assert_eq!(client.method(Method::OPTIONS, "/nowhere").await.status, 404);
    for no_text in ["/problems/%ff", "/docs/%ff", "/page/%ff"] {
        assert!(client.get(no_text).await.problem().starts_with("404 not-found: "), "{no_text}");
    }
    assert_eq!(client.method(Method::DELETE, "/livez").await.headers["allow"], "GET,HEAD");
}

#[tokio::test]
async fn types_that_are_not_read() {
    let client = Client::default();
    let post = |builder: axum::http::request::Builder| builder.body(Body::from("The ministers met.")).unwrap();
    let none = client.call(post(Request::post("/v1/extract"))).await;
    insta::assert_snapshot!(none.problem(), @"415 unsupported-media-type: the request names no Content-Type; send application/json, text/plain or text/html");
    let pdf = client.post("/v1/extract", "Application/PDF; v=1", "x").await;
    insta::assert_snapshot!(pdf.problem(), @"415 unsupported-media-type: 'application/pdf' is not read here; send application/json, text/plain or text/html");
    let gzip =
        client.call(post(Request::post("/v1/extract").header("content-type", "text/plain").header("content-encoding", "gzip"))).await;
    insta::assert_snapshot!(gzip.problem(), @"400 invalid-parameter: the body broke off, or its chunks or its compression are malformed; send it again, whole");
    let odd =
        client.call(post(Request::post("/v1/extract").header("content-type", "text/plain").header("content-encoding", "gzip, br"))).await;
    insta::assert_snapshot!(odd.problem(), @"415 unsupported-media-type: bodies compressed as 'gzip, br' are not read; use gzip, br or zstd, one of them, or none");
    let lines = Request::post("/v1/extract").header("content-type", "text/plain").header("content-encoding", "gzip");
    assert_eq!(client.call(post(lines.header("content-encoding", "br"))).await.problem(), odd.problem());
    let json = client.post("/v1/extract/batch", "application/json", "{}").await;
    insta::assert_snapshot!(json.problem(), @"415 unsupported-media-type: 'application/json' is not read here; send application/x-ndjson");
}

#[tokio::test]
async fn parameters_that_are_wrong() {
    let client = Client::default();
    let of = async |query: &str, media_type: &str| client.post(&format!("/v1/extract?{query}"), media_type, "{}").await.problem();
    insta::assert_snapshot!(of("offsets=bytes", "text/plain").await, @"400 invalid-parameter [offsets]: 'bytes' is no unit of offsets: use unicode, utf8 or utf16");
    insta::assert_snapshot!(of("only=quotes", "text/html").await, @"400 invalid-parameter [only]: 'quotes' is no part that can be had alone: use article, or leave it out");
    insta::assert_snapshot!(of("title=Talks", "application/json").await, @"400 invalid-parameter [title]: 'title' stands in the query, but the body is JSON; put it into the JSON");
    insta::assert_snapshot!(of("published_at=soon", "text/plain").await, @"422 invalid-article [published_at]: published_at: 'soon' is no date: it does not hold a day, a month and a year; write it as 2023-06-15, 2023-06-15T10:30:00Z or June 15, 2023");
    let batch = client.post("/v1/extract/batch?offsets=1", "application/x-ndjson", "").await;
    insta::assert_snapshot!(batch.problem(), @"400 invalid-parameter [offsets]: '1' is no unit of offsets: use unicode, utf8 or utf16");
}

#[tokio::test]
async fn json_that_is_no_article() {
    let client = Client::default();
    let of = async |json: &str| client.json(json.to_owned()).await.problem();
    insta::assert_snapshot!(of("").await, @r#"400 malformed-json: no JSON: the body is empty; send an object with "text" or "html""#);
    insta::assert_snapshot!(of("{\"text\": ").await, @r#"400 malformed-json: no JSON: EOF while parsing a value at line 1 column 9; send an object with "text" or "html""#);
    insta::assert_snapshot!(of("{}").await, @r#"422 invalid-article [text]: neither "text" nor "html" is given; send the article in one of them"#);
    insta::assert_snapshot!(of(r#"{"text": "a", "html": "b"}"#).await, @r#"422 invalid-article [text]: both "text" and "html" are given; send the one that you have, the page if both"#);
    insta::assert_snapshot!(of(r#"{"text": ["a"]}"#).await, @r#"422 invalid-article [text]: "text" is an array; send a string, or leave it out"#);
    insta::assert_snapshot!(of(r#"{"text": "a", "published_at": "the day after"}"#).await, @"422 invalid-article [published_at]: published_at: 'the day after' is no date: it does not hold a day, a month and a year; write it as 2023-06-15, 2023-06-15T10:30:00Z or June 15, 2023");
    let broken = client.json(&b"{\"text\": \"\xff\"}"[..]).await;
    insta::assert_snapshot!(broken.problem(), @"400 invalid-encoding: byte 10 is no UTF-8; send the JSON as UTF-8");
}

#[tokio::test]
async fn heads_that_are_too_long() {
    let client = Client::new(quick_but(|c| (c.limits.max_header_bytes, c.limits.max_headers) = (9 << 10, 3)));
    let head = async |headers: &[(&str, usize)]| {
        let request = headers.iter().fold(Request::get("/v1/info"), |request, (name, length)| request.header(*name, "x".repeat(*length)));
        client.call(request.body(Body::empty()).unwrap()).await
    };
    insta::assert_snapshot!(head(&[("a", 9 << 10)]).await.problem(), @"431 head-too-large: the request's head is longer than 9216 bytes; send fewer or shorter headers, and long facts as JSON");
    insta::assert_snapshot!(head(&[("a", 1), ("b", 1), ("c", 1), ("d", 1)]).await.problem(), @"431 head-too-large: the request has more than 3 headers; leave some out");
    assert_eq!(head(&[("a", 9 << 9), ("b", 1), ("c", 1)]).await.status, 200);
}

#[tokio::test]
async fn bodies_that_are_too_long() {
    let client = Client::new(quick_but(|c| c.limits.max_body_bytes = 10));
    insta::assert_snapshot!(client.text("12345678901").await.problem(), @"413 too-large: the body is longer than 10 bytes; send the article alone, without pictures and scripts");
    // with no length told, the limit is met on the way
    let pieces = Body::from_stream(tokio_stream::iter(["12345", "67890", "1"].map(Ok::<_, std::io::Error>)));
    assert_eq!(client.text(pieces).await.status, 413);
    assert_eq!(client.text("1234567890").await.status, 200);
}

#[tokio::test]
async fn bodies_that_do_not_come() {
    let late = Body::from_stream(tokio_stream::pending::<Result<&str, std::io::Error>>());
    insta::assert_snapshot!(Client::default().text(late).await.problem(), @"408 request-timeout: the body did not arrive within 0.4 s; send it faster or in smaller pieces");
    let broken = Body::from_stream(tokio_stream::iter([Ok("half"), Err(std::io::Error::other("gone"))]));
    insta::assert_snapshot!(Client::default().text(broken).await.problem(), @"400 invalid-parameter: the body broke off, or its chunks or its compression are malformed; send it again, whole");
}
