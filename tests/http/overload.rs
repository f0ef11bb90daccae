//! What is said to a caller when there is no room.

use std::{
    num::NonZeroUsize,
    time::{Duration, Instant},
};

use axum::body::{Body, Bytes};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::{
    client::{Client, quick_but},
    socket::Running,
};

/// A body that its test sends piece by piece.
fn slow() -> (mpsc::Sender<Result<Bytes, std::io::Error>>, Body) {
    let (sender, pieces) = mpsc::channel(1);
    (sender, Body::from_stream(ReceiverStream::new(pieces)))
}

#[tokio::test]
async fn who_finds_no_room_is_told_at_once_when_to_come_again() {
    let client = Client::new(quick_but(|c| {
        c.limits.max_bytes_in_flight = 100;
        c.limits.max_body_bytes = 100;
        c.limits.max_decoded_bytes = 100;
        c.limits.max_line_bytes = 50;
    }));
    let (sender, body) = slow();
    let first = client.text(body);
    let others = async {
        sender.send(Ok(Bytes::from_static(&[b'a'; 60]))).await.unwrap();
        // taken out of the channel, hence claimed, when there is room for the next
        let _ = sender.reserve().await.unwrap();
        tokio::task::yield_now().await;
        let second = client.text("b".repeat(41)).await;
        assert_eq!((second.status, second.headers["retry-after"].to_str().unwrap()), (429, "1"));
        insta::assert_snapshot!(second.problem(), @"429 overloaded: the service holds as many bytes as it may; wait as long as Retry-After says and send the request again");
        assert_eq!(client.post("/v1/extract/batch", "application/x-ndjson", "{}").await.status, 429);
        assert_eq!(client.text("b".repeat(40)).await.status, 200);
        drop(sender);
    };
    let (first, ()) = tokio::join!(first, others);
    assert_eq!(first.status, 200);
    assert_eq!(client.text("b".repeat(100)).await.status, 200);
}

#[tokio::test]
async fn who_would_wait_too_long_is_told_before_the_body_is_read() {
    let client = Client::new(quick_but(|c| {
        c.limits.workers = NonZeroUsize::MIN;
        c.limits.max_waiting = 1;
        c.limits.work_timeout = Duration::from_secs(5);
    }));
    let long = "The ministers met in the old town. ".repeat(50_000);
    let (one, other) = (client.text(long.clone()), client.text(long));
    let third = async {
        while client.text("They met.").await.status != 429 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let begun = Instant::now();
        let (_sender, body) = slow();
        let refused = client.text(body).await;
        assert!(begun.elapsed() < Duration::from_millis(300), "{:?}", begun.elapsed());
        insta::assert_snapshot!(refused.problem(), @"429 overloaded: as many articles wait as may; wait as long as Retry-After says and send the article again");
    };
    let (one, other, ()) = tokio::join!(one, other, third);
    for answer in [one, other] {
        assert!(matches!(answer.status, 200 | 429 | 503), "{answer:?}");
    }
    assert_eq!(client.text("They met.").await.status, 200);
}

/// One core, one place: were the work of those who hung up to go on, or their places kept, the last call would find none.
#[tokio::test]
async fn callers_that_hang_up_free_their_places_and_end_their_work() {
    let server = Running::start(quick_but(|c| {
        c.limits.workers = NonZeroUsize::MIN;
        c.limits.max_waiting = 0;
        c.limits.work_timeout = Duration::from_mins(10);
    }));
    let long = "The ministers met in the old town. ".repeat(100_000);
    for _ in 0..3 {
        let mut socket = server.connect().await;
        let head = format!("POST /v1/extract HTTP/1.1\r\nhost: a\r\ncontent-type: text/plain\r\ncontent-length: {}\r\n\r\n", long.len());
        socket.send(&format!("{head}{long}")).await;
        let mut tries = 0;
        while server.post("/v1/extract", "text/plain", "They met.").await.status == 200 && tries < 100 {
            tries += 1;
        }
        drop(socket);
    }
    let begun = Instant::now();
    while server.post("/v1/extract", "text/plain", "They met.").await.status != 200 {
        assert!(begun.elapsed() < Duration::from_secs(20), "the place was not given back");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
