//! What is said to a caller when there is no room.

use axum::body::{Body, Bytes};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use super::client::{Client, quick};
use paraph::server::Config;

/// A body that its test sends piece by piece.
fn slow() -> (mpsc::Sender<Result<Bytes, std::io::Error>>, Body) {
    let (sender, pieces) = mpsc::channel(1);
    (sender, Body::from_stream(ReceiverStream::new(pieces)))
}

#[tokio::test]
async fn who_finds_no_room_is_told_at_once_when_to_come_again() {
    let client = Client::new(Config { max_bytes_in_flight: 100, max_body_bytes: 100, max_line_bytes: 50, ..quick() });
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
