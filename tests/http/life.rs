//! Connections, and the service's end.

use std::time::{Duration, Instant};

use super::{
    client::{problem, quick, quick_but},
    socket::Running,
};

#[tokio::test]
async fn connections_that_send_no_head_are_closed() {
    let server = Running::start(quick());
    let begun = Instant::now();
    for head in ["", "GET /livez HT", "POST /v1/extract HTTP/1.1\r\nhost: a\r\nx-slow: "] {
        let mut socket = server.connect().await;
        socket.send(head).await;
        socket.read_to_end().await;
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    assert_eq!(server.get("/livez").await.status, 200);
}

/// On the wire, where the connection reads the head first: up to twice the limit it is told, above it the connection says so alone.
#[tokio::test]
async fn heads_over_the_limit_are_refused_whoever_reads_them() {
    let server = Running::start(quick_but(|c| (c.limits.max_header_bytes, c.limits.max_headers) = (16 << 10, 20)));
    for (headers, length, told) in [(1, 20 << 10, true), (1, 200 << 10, false), (30, 1, true), (50, 1, false)] {
        let mut socket = server.connect().await;
        let headers: Vec<String> = (0..headers).map(|n| format!("x-{n}: {}\r\n", "a".repeat(length))).collect();
        let headers = headers.concat();
        socket.send(&format!("GET /v1/info HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{headers}\r\n")).await;
        let answer = socket.read_to_end().await;
        assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
        assert_eq!(answer.contains("head-too-large"), told, "{answer}");
    }
}

#[tokio::test]
async fn connections_over_the_limit_wait_for_a_place() {
    let server = Running::start(quick_but(|c| {
        c.limits.max_connections = 1;
        c.limits.header_timeout = Duration::from_mins(1);
    }));
    let first = server.connect().await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    let waiting = server.get("/livez");
    tokio::pin!(waiting);
    assert!(tokio::time::timeout(Duration::from_millis(200), waiting.as_mut()).await.is_err());
    drop(first);
    assert_eq!(waiting.await.status, 200);
}

#[tokio::test]
async fn a_refused_body_is_read_out_so_that_the_answer_arrives() {
    let server = Running::start(quick_but(|c| {
        c.limits.max_body_bytes = 1000;
        c.limits.body_timeout = Duration::from_secs(20);
    }));
    assert_eq!(server.post("/v1/extract", "text/plain", &"x".repeat(4_000_000)).await.status, 413);
    assert_eq!(server.post("/nowhere", "text/plain", &"x".repeat(4_000_000)).await.status, 404);
}

#[tokio::test]
async fn a_caller_that_asks_before_it_sends_is_answered_without_its_body() {
    let server = Running::start(quick_but(|c| c.limits.max_body_bytes = 1000));
    let mut socket = server.connect().await;
    socket
        .send("POST /v1/extract HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-type: text/plain\r\ncontent-length: 5000\r\n\r\n")
        .await;
    let begun = Instant::now();
    assert!(socket.read_to_end().await.starts_with("HTTP/1.1 413 "));
    assert!(begun.elapsed() < Duration::from_secs(1));
}

#[tokio::test]
async fn the_end_waits_for_what_is_under_way_and_turns_nobody_away_before() {
    let mut server = Running::start(quick_but(|c| {
        c.ending.grace = Duration::from_secs(1);
        c.limits.body_timeout = Duration::from_secs(20);
    }));
    assert_eq!(server.get("/readyz").await.status, 200);
    let mut under_way = server.begin_batch().await;
    under_way.send("{\"id\": 1, \"text\": \"They met.\"}\n").await;
    assert_eq!(under_way.line().await.unwrap()["id"], 1);

    server.stop();
    tokio::time::sleep(Duration::from_millis(100)).await;
    let ready = server.get("/readyz").await;
    assert_eq!(problem(&ready.json()), "503 draining: the service is going down; send requests to another");
    let late = server.post("/v1/extract", "text/plain", "They met.").await;
    assert_eq!((late.status, late.headers["connection"].to_str().unwrap()), (200, "close"));

    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert!(server.refuses().await, "the door is still open");
    under_way.send("{\"id\": 2, \"text\": \"They met again.\"}\n").await;
    under_way.end().await;
    assert_eq!(under_way.line().await.unwrap()["id"], 2);
    assert_eq!(under_way.line().await, None);
    server.ended().await;
}

#[tokio::test]
async fn the_end_does_not_wait_for_ever() {
    let config = quick_but(|c| {
        c.ending.grace = Duration::ZERO;
        c.limits.header_timeout = Duration::from_mins(1);
        c.ending.deadline = Duration::from_millis(300);
        c.limits.body_timeout = Duration::from_mins(1);
    });
    let mut server = Running::start(config);
    let mut batch = server.begin_batch().await;
    batch.send("{\"text\": \"They met.\"}\n").await;
    let mut half = server.connect().await;
    half.send("GET /li").await;
    let begun = Instant::now();
    server.stop();
    server.ended().await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_batch_that_is_no_gzip_is_told_so_while_it_is_still_coming_in() {
    let server = Running::start(quick());
    let mut socket = server.connect().await;
    let piece = "this was never compressed ".repeat(4096);
    let pieces = 200;
    socket
        .send(&format!(
            "POST /v1/extract/batch HTTP/1.1\r\nhost: paraph\r\nconnection: close\r\ncontent-type: application/x-ndjson\r\ncontent-encoding: gzip\r\n\
             content-length: {}\r\n\r\n",
            piece.len() * pieces
        ))
        .await;
    for _ in 0..pieces {
        socket.send(&piece).await;
    }
    let answer = socket.read_to_end().await;
    assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("invalid-parameter"), "{answer}");
}
