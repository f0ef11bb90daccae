//! Compressed bodies and answers, and bombs.

use std::time::{Duration, Instant};

use async_compression::tokio::write::{BrotliEncoder, GzipEncoder, ZstdEncoder};
use axum::{body::Body, http::Request};
use tokio::io::AsyncWriteExt;

use super::client::{Answer, Client, quick_but};

async fn compressed(coding: &str, pieces: impl IntoIterator<Item = &[u8]>) -> Vec<u8> {
    macro_rules! with {
        ($encoder:expr) => {{
            let mut encoder = $encoder;
            for piece in pieces {
                encoder.write_all(piece).await.unwrap();
            }
            encoder.shutdown().await.unwrap();
            encoder.into_inner()
        }};
    }
    match coding {
        "gzip" => with!(GzipEncoder::new(Vec::new())),
        "br" => with!(BrotliEncoder::with_quality(Vec::new(), async_compression::Level::Fastest)),
        _ => with!(ZstdEncoder::new(Vec::new())),
    }
}

async fn send(client: &Client, path: &str, kind: &str, coding: &str, body: Vec<u8>) -> Answer {
    let request = Request::post(path).header("content-type", kind).header("content-encoding", coding);
    client.call(request.body(Body::from(body)).unwrap()).await
}

const TEXT: &str = "President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday.";

#[tokio::test]
async fn compressed_bodies_are_read() {
    let client = Client::default();
    let plain = client.text(TEXT).await;
    for coding in ["gzip", "br", "zstd"] {
        let answer = send(&client, "/v1/extract", "text/plain", coding, compressed(coding, [TEXT.as_bytes()]).await).await;
        assert_eq!(answer.body, plain.body, "{coding}");
        let line = format!("{{\"text\": \"{TEXT}\"}}\n").repeat(3);
        let batch = send(&client, "/v1/extract/batch", "application/x-ndjson", coding, compressed(coding, [line.as_bytes()]).await).await;
        assert_eq!(batch.lines().iter().map(|l| l["status"].as_u64().unwrap()).collect::<Vec<_>>(), [200; 3], "{coding}");
    }
}

#[tokio::test]
async fn both_sizes_are_limited() {
    let client = Client::new(quick_but(|c| {
        c.limits.max_body_bytes = 1000;
        c.limits.max_decoded_bytes = 5000;
    }));
    let gzip = async |text: &str| send(&client, "/v1/extract", "text/plain", "gzip", compressed("gzip", [text.as_bytes()]).await).await;
    assert_eq!(gzip(&"a".repeat(5000)).await.status, 200);
    insta::assert_snapshot!(gzip(&"a".repeat(5001)).await.problem(), @"413 too-large: the body decompresses to more than 5000 bytes; send the article alone");
    // letters of a linear congruential generator (Knuth's MMIX), which nothing compresses by much
    let letter = |state: &mut u64| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(char::from(b'a' + (*state >> 60) as u8))
    };
    let noise: String = (0..4000).scan(7, |state, _| letter(state)).collect();
    insta::assert_snapshot!(gzip(&noise).await.problem(), @"413 too-large: the body is longer than 1000 bytes; send the article alone, without pictures and scripts");
}

#[tokio::test]
async fn bombs_end_at_once() {
    let client = Client::default();
    let zeros = vec![0; 1 << 20];
    for coding in ["gzip", "br", "zstd"] {
        let bomb = compressed(coding, std::iter::repeat_n(&zeros[..], 256)).await;
        let begun = Instant::now();
        let answer = send(&client, "/v1/extract", "text/plain", coding, bomb).await;
        assert_eq!(answer.status, 413, "{coding}");
        assert!(answer.problem().contains("200 times its size"), "{}", answer.problem());
        assert!(begun.elapsed() < Duration::from_secs(2), "{coding}: {:?}", begun.elapsed());
    }
    // a batch is held in pieces: it ends too, with a line that says why
    let bomb = compressed("zstd", std::iter::repeat_n(&zeros[..], 256)).await;
    let answer = send(&client, "/v1/extract/batch", "application/x-ndjson", "zstd", bomb).await;
    assert_eq!(answer.lines().iter().map(|l| l["problem"]["line"].as_u64()).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert!(answer.lines()[1]["problem"]["detail"].as_str().unwrap().contains("200 times its size"), "{answer:?}");
    let nested = format!("{{\"text\": {}", "[".repeat(100_000));
    let digits = format!("{{\"text\": \"a\", \"n\": {}}}", "9".repeat(1_000_000));
    for (bomb, statuses) in [(nested, [400, 400]), (digits, [200, 400])] {
        let begun = Instant::now();
        assert!(statuses.contains(&client.json(bomb).await.status));
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    }
}

/// Compressed files that were put one behind the other are one file: what stands in the second is not lost, nor is what is no file passed over.
#[tokio::test]
async fn compressed_pieces_one_behind_the_other_are_one_body() {
    let client = Client::default();
    let lines = [1, 2, 3].map(|n| format!("{{\"id\": {n}, \"text\": \"They met.\"}}\n"));
    for coding in ["gzip", "zstd"] {
        let mut body = Vec::new();
        for line in &lines {
            body.extend(compressed(coding, [line.as_bytes()]).await);
        }
        let answer = send(&client, "/v1/extract/batch", "application/x-ndjson", coding, body.clone()).await;
        assert_eq!(answer.lines().iter().map(|l| l["id"].as_u64()).collect::<Vec<_>>(), [Some(1), Some(2), Some(3)], "{coding}");
        body.extend(b"no such piece");
        let answer = send(&client, "/v1/extract/batch", "application/x-ndjson", coding, body).await;
        assert_eq!(answer.lines().last().unwrap()["problem"]["code"], "invalid-parameter", "{coding}");
    }
    // with nothing in them they cost time, and open to no bytes of which there could be too many
    let begun = Instant::now();
    let empty = compressed("gzip", [&b""[..]]).await.repeat(300_000);
    let answer = send(&client, "/v1/extract", "text/plain", "gzip", empty.clone()).await;
    assert!(answer.problem().starts_with("400 invalid-parameter"), "{}", answer.problem());
    let answer = send(&client, "/v1/extract/batch", "application/x-ndjson", "gzip", empty).await;
    assert_eq!(answer.lines().last().unwrap()["problem"]["code"], "invalid-parameter");
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    // each of them small, together a bomb
    let zeros = vec![0; 1 << 20];
    let bomb = compressed("gzip", [&zeros[..]]).await.repeat(100);
    assert!(send(&client, "/v1/extract", "text/plain", "gzip", bomb).await.problem().contains("200 times its size"));
}

/// Words that repeat themselves compress well, and are no bomb.
#[tokio::test]
async fn what_repeats_itself_is_no_bomb() {
    let client = Client::new(quick_but(|c| c.limits.max_decoded_bytes = 4 << 20));
    let text: String = (0..40_000).flat_map(|n| [n.to_string(), TEXT.to_owned()]).collect();
    assert!(text.len() > 2 << 20 && text.len() < 4 << 20);
    // read over, not worked on: the field is none of an article
    let json = format!("{{\"text\": \"They met.\", \"more\": \"{text}\"}}");
    let packed = compressed("gzip", [json.as_bytes()]).await;
    assert!(json.len() / packed.len() > 10, "{}", packed.len());
    assert_eq!(send(&client, "/v1/extract", "application/json", "gzip", packed).await.status, 200);
}

/// A batch whose body turns out not to be what it says is told so, after what could be read.
#[tokio::test]
async fn a_batch_that_breaks_off_in_its_compression_says_so() {
    let client = Client::default();
    let whole = compressed("gzip", ["{\"id\": 1, \"text\": \"They met.\"}\n".repeat(3).as_bytes()]).await;
    let answer = send(&client, "/v1/extract/batch", "application/x-ndjson", "gzip", whole[..whole.len() - 6].to_vec()).await;
    let lines = answer.lines();
    assert_eq!(lines.last().unwrap()["problem"]["code"], "invalid-parameter", "{lines:?}");
}

#[tokio::test]
async fn answers_are_compressed_where_the_caller_takes_it() {
    let client = Client::default();
    let ask = async |coding: &str, path: &str| {
        client.raw(Request::get(path).header("accept-encoding", coding).body(Body::empty()).unwrap()).await.headers
    };
    for coding in ["gzip", "br", "zstd"] {
        assert_eq!(ask(coding, "/openapi.yaml").await["content-encoding"], coding);
    }
    assert!(ask("identity", "/openapi.yaml").await.get("content-encoding").is_none());
    assert!(ask("gzip", "/livez").await.get("content-encoding").is_none(), "too short to gain by it");
}
