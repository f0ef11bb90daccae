//! Many articles in one call.

use std::time::Duration;

use serde_json::json;

use super::{
    client::{Client, problem, quick, quick_but},
    socket::Running,
};

async fn batch(client: &Client, body: impl Into<axum::body::Body>) -> Vec<serde_json::Value> {
    client.post("/v1/extract/batch", "application/x-ndjson", body).await.lines()
}

fn article(id: usize) -> String {
    format!("{}\n", json!({"id": id, "text": format!("Minister Ana Moreau met Minister Tomas Lind in Oslo on day {id}.")}))
}

#[tokio::test]
async fn each_line_is_answered_in_its_place() {
    let body = "{\"id\": \"a\", \"text\": \"One.\"}\nno json\n{\"id\": [7], \"text\": 1}\n\n{\"html\": \"<p>Two.\"}\r\n{\"id\": null, \"text\": \"\\ud800\"}";
    let lines = batch(&Client::default(), body).await;
    let ids: Vec<_> = lines.iter().map(|l| (l["id"].to_string(), l["status"].as_u64().unwrap())).collect();
    let expected = [("\"a\"", 200), ("null", 422), ("[7]", 422), ("null", 422), ("null", 200), ("null", 422)];
    assert_eq!(ids, expected.map(|(id, status)| (id.to_owned(), status)));
    insta::assert_snapshot!(problem(&lines[1]["problem"]), @r#"400 malformed-json: no JSON: expected ident at line 1 column 2; send an object with "text" or "html""#);
    assert_eq!((&lines[1]["problem"]["line"], &lines[2]["problem"]["line"]), (&json!(2), &json!(3)));
}

#[tokio::test]
async fn a_batch_explains_each_line_where_it_is_asked_to() {
    let lines = Client::default().post("/v1/extract/batch?explain=true", "application/x-ndjson", article(1) + &article(2)).await.lines();
    for line in &lines {
        assert_eq!(line["record"]["meetings"][0]["explanation"][0]["rule"], "meeting.verb.meet");
    }
    assert!(batch(&Client::default(), article(1)).await[0]["record"]["meetings"][0].get("explanation").is_none());
}

#[tokio::test]
async fn an_empty_batch_has_no_lines() {
    assert_eq!(batch(&Client::default(), "").await.len(), 0);
}

#[tokio::test]
async fn order_holds_over_many_lines_of_unlike_length() {
    let lines: Vec<_> = (0..150).map(|id| json!({"id": id, "text": "They met. ".repeat(1 + (id * 7) % 20)}).to_string()).collect();
    let ids: Vec<_> = batch(&Client::default(), lines.join("\n")).await.iter().map(|l| l["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..150).collect::<Vec<u64>>());
}

#[tokio::test]
async fn a_line_over_the_limit_is_refused_alone() {
    let client = Client::new(quick_but(|c| c.limits.max_line_bytes = 120));
    let lines = batch(&client, format!("{}{}\n{}", article(1), "x".repeat(1000), article(3))).await;
    assert_eq!(lines.iter().map(|l| l["status"].as_u64().unwrap()).collect::<Vec<_>>(), [200, 413, 200]);
    insta::assert_snapshot!(problem(&lines[1]["problem"]), @"413 too-large: the line is longer than 120 bytes; send the article alone, without pictures and scripts");
}

#[tokio::test]
async fn a_batch_over_its_number_of_articles_ends_with_a_word() {
    let client = Client::new(quick_but(|c| c.limits.max_batch_articles = std::num::NonZeroUsize::new(2)));
    let lines = batch(&client, (1..=5).map(article).collect::<String>()).await;
    assert_eq!(lines.iter().map(|l| l["status"].as_u64().unwrap()).collect::<Vec<_>>(), [200, 200, 413]);
    insta::assert_snapshot!(problem(&lines[2]["problem"]), @"413 too-large: a batch may have 2 articles; send the lines from this one on in another");
    assert_eq!(batch(&client, (1..=2).map(article).collect::<String>()).await.len(), 2);
}

#[tokio::test]
async fn answers_come_while_the_body_is_still_going() {
    let server = Running::start(quick_but(|c| c.limits.body_timeout = Duration::from_secs(30)));
    let mut call = server.begin_batch().await;
    for id in 1..=3 {
        call.send(&article(id)).await;
        assert_eq!(call.line().await.unwrap()["id"], id);
    }
    call.send("{\"id\": 4, ").await;
    call.send("\"text\": \"They met.\"}").await;
    call.end().await;
    assert_eq!(call.line().await.unwrap()["id"], 4);
    assert_eq!(call.line().await, None);
}

#[tokio::test]
async fn a_caller_that_stops_sending_is_told_and_let_go() {
    let server = Running::start(quick());
    let mut call = server.begin_batch().await;
    call.send(&article(1)).await;
    assert_eq!(call.line().await.unwrap()["status"], 200);
    let last = call.line().await.unwrap();
    insta::assert_snapshot!(problem(&last["problem"]), @"408 request-timeout: nothing came in for too long; send the rest, or end the body, in time");
    assert_eq!((&last["status"], &last["problem"]["line"]), (&json!(408), &json!(2)));
    assert_eq!(call.line().await, None);
}

#[tokio::test]
async fn a_caller_that_does_not_read_is_held_back_then_told_and_let_go() {
    let patience = Duration::from_secs(2);
    let server = Running::start(quick_but(|c| {
        c.limits.max_line_bytes = 100_000;
        c.limits.body_timeout = patience;
    }));
    let mut call = server.begin_batch_with("?only=article").await;
    // answers as large as their lines fill the sockets' buffers, then the queue
    let line = format!("{}\n", json!({"text": "x".repeat(90_000)}));
    let sent = call.send_until_held_back(&line, 5_000).await;
    assert!(sent < 5_000, "nothing held the caller back");
    tokio::time::sleep(patience).await;
    let mut answered = 0;
    let last = loop {
        let line = call.line().await.expect("a last word");
        if line["status"] != 200 {
            break line;
        }
        answered += 1;
    };
    assert!(problem(&last["problem"]).starts_with("408 request-timeout: the answers were not taken for too long"), "{last}");
    assert_eq!(last["problem"]["line"], answered + 1);
    assert_eq!(call.line().await, None);
}

#[tokio::test]
async fn a_caller_that_hangs_up_leaves_room_for_the_next() {
    let config = quick_but(|c| {
        c.limits.max_line_bytes = 100_000;
        c.limits.max_bytes_in_flight = 200_000;
        c.limits.max_body_bytes = 200_000;
        c.limits.max_decoded_bytes = 200_000;
        c.limits.body_timeout = Duration::from_mins(1);
    });
    let server = Running::start(config);
    let mut call = server.begin_batch().await;
    call.send(&article(1).repeat(50)).await;
    assert_eq!(server.post("/v1/extract", "text/plain", "They met.").await.status, 429);
    drop(call);
    for _ in 0..200 {
        if server.post("/v1/extract", "text/plain", "They met.").await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the room was not given back");
}
