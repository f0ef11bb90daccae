//! Articles in every form and state: each gives a record, with a warning where something is odd.

use std::time::{Duration, Instant};

use super::client::{Answer, Client, quick_but};

const TALKS: &str = "President Ana Moreau met Prime Minister Tomas Lind in Oslo on Monday. “We agreed on the road,” Moreau said.";

#[tokio::test]
async fn a_text_comes_back_as_it_was_with_what_it_tells() {
    let record = Client::default().text(TALKS).await.json();
    assert_eq!(record["article"]["text"], TALKS);
    assert_eq!(record["meetings"][0]["status"], "held");
    assert_eq!(record["quotes"][0]["text"], "We agreed on the road,");
}

#[tokio::test]
async fn facts_stand_in_the_query_of_a_text_and_inside_the_json() {
    let client = Client::default();
    let query = "title=Talks%20in%20Oslo&published_at=2024-03-06&url=https%3A%2F%2Fnews.example%2F1&language=en&other=1";
    let bare = client.post(&format!("/v1/extract?{query}"), "text/plain; charset=utf-8", TALKS).await.json();
    let json = serde_json::json!({"text": TALKS, "title": "Talks in Oslo", "published_at": "2024-03-06", "url": "https://news.example/1", "language": "en"});
    assert_eq!(bare, client.json(json.to_string()).await.json());
    assert_eq!((&bare["article"]["title"], &bare["article"]["reference_date_source"]), (&"Talks in Oslo".into(), &"given".into()));
}

#[tokio::test]
async fn a_page_is_read_in_its_own_charset() {
    let page = b"<html><head><meta charset=iso-8859-1><title>Talks</title></head><body><p>The minister dined in a caf\xe9 in Gen\xe8ve with his guest.</p>";
    let record = Client::default().post("/v1/extract", "text/html", &page[..]).await.json();
    assert!(record["article"]["text"].as_str().unwrap().contains("café in Genève"), "{record:#}");
}

#[tokio::test]
async fn spans_count_what_the_caller_asks_for() {
    let client = Client::default();
    for (unit, end) in [("unicode", TALKS.chars().count()), ("utf8", TALKS.len()), ("utf16", TALKS.encode_utf16().count())] {
        let record = client.post(&format!("/v1/extract?offsets={unit}"), "text/plain", TALKS).await.json();
        assert_eq!(record["article"]["offset_unit"], unit);
        assert_eq!(record["segments"].as_array().unwrap().last().unwrap()["span"]["end"], end, "{unit}");
    }
}

#[tokio::test]
async fn only_the_article_is_an_article_without_events() {
    let record = Client::default().post("/v1/extract?only=article", "text/plain", TALKS).await.json();
    assert_eq!((record["article"]["text"].as_str(), record["meetings"].as_array().unwrap().len()), (Some(TALKS), 0));
    assert_eq!(record["participants"], serde_json::json!([]));
}

#[tokio::test]
async fn what_is_asked_to_explain_itself_does() {
    let client = Client::default();
    let explained = client.post("/v1/extract?explain=true", "text/plain", TALKS).await.json();
    assert_eq!(explained["meetings"][0]["explanation"][0]["rule"], "meeting.verb.meet");
    assert_eq!(explained["quotes"][0]["explanation"][0]["words"][0]["text"], "said");
    for query in ["", "?explain=false"] {
        let plain = client.post(&format!("/v1/extract{query}"), "text/plain", TALKS).await.json();
        assert!(plain["meetings"][0].get("explanation").is_none(), "{query}");
    }
    assert_eq!(client.post("/v1/extract?explain=1", "text/plain", TALKS).await.status, 400);
}

#[tokio::test]
async fn a_page_is_told_where_its_segments_stand_where_it_is_asked_for() {
    let client = Client::default();
    let page = format!("<html><body><nav>Menu</nav><main><p>{TALKS}</p></main></body></html>");
    let places = |answer: Answer| {
        let segments = answer.json()["segments"].clone();
        segments.as_array().unwrap().iter().filter_map(|s| s.get("source").cloned()).collect::<Vec<_>>()
    };
    let told = places(client.post("/v1/extract?source=true", "text/html", page.clone()).await);
    assert_eq!(told[0]["selector"], "html > body > main:nth-of-type(1) > p:nth-of-type(1)");
    assert_eq!(told[0]["quote"]["type"], "TextQuoteSelector");
    let exact: String = told.iter().map(|s| s["quote"]["exact"].as_str().unwrap()).collect();
    assert_eq!(exact.replace(char::is_whitespace, ""), TALKS.replace(char::is_whitespace, ""));
    assert!(places(client.post("/v1/extract", "text/html", page.clone()).await).is_empty());
    assert!(places(client.post("/v1/extract?source=true", "text/plain", TALKS).await).is_empty());
    assert_eq!(client.post("/v1/extract?source=yes", "text/html", page).await.status, 400);
}

#[tokio::test]
async fn odd_texts_give_a_record_with_a_warning() {
    let client = Client::default();
    let warned = |answer: Answer, word: &str| {
        assert_eq!(answer.status, 200);
        let record = answer.json();
        assert!(
            record["warnings"].as_array().unwrap().iter().any(|w| w.as_str().unwrap().contains(word)),
            "{word}: {:#}",
            record["warnings"]
        );
    };
    warned(client.text("").await, "empty");
    warned(client.text(" \n\t ").await, "empty");
    warned(client.text("\0").await, "empty");
    warned(client.text("\u{feff}").await, "empty");
    warned(client.json(r#"{"text": " "}"#).await, "empty");
    warned(client.text(&b"The talks in Z\xc3\xbcrich and Gen\xc3\xa8ve \xff ended."[..]).await, "byte 33");
    warned(client.post("/v1/extract", "text/html", "<p").await, "no words");
    warned(
        client.post("/v1/extract?language=tl", "text/plain", "Nagpulong ang dalawang pangulo sa lungsod kahapon.").await,
        "no language pack",
    );
}

#[tokio::test]
async fn odd_texts_give_a_record() {
    let client = Client::default();
    for text in [
        "The ministers\0met in Oslo.",
        "التقى الوزيران يوم الاثنين في العاصمة وتحدثا عن الطريق الجديد.",
        "שני השרים נפגשו ביום שני \u{202e}בעיר\u{202c}.",
        "\u{feff}The ministers met in Oslo.",
        "🇳🇴👩‍👩‍👧‍👧 The ministers met. e\u{301}\u{301}\u{301}",
    ] {
        assert_eq!(client.text(text).await.status, 200, "{text}");
    }
    for page in [
        "<p>The ministers <b>met<p>in <table><div>Oslo</b>.",
        "</html></p>x",
        "<!doctype html><p>The ministers met.<script>if (a<b) {",
        &"<div>".repeat(20_000),
    ] {
        assert_eq!(client.post("/v1/extract", "text/html", page.to_owned()).await.status, 200, "{}", &page[..20.min(page.len())]);
    }
}

#[tokio::test]
async fn a_text_has_a_limit_of_its_own_below_that_of_a_page() {
    let client = Client::new(quick_but(|c| c.limits.max_text_bytes = 200));
    let styled = format!("<!doctype html><style>{}</style>", "a {} ".repeat(100));
    let page = |text: &str| client.post("/v1/extract", "text/html", format!("{styled}<p>{text}</p>"));
    assert!(styled.len() > 200 && TALKS.len() < 200);
    assert_eq!((client.text(TALKS).await.status, page(TALKS).await.status), (200, 200));
    let long = TALKS.repeat(2);
    insta::assert_snapshot!(client.text(long.clone()).await.problem(), @"413 too-large: the article's text and title are longer than 200 bytes; send the article alone, or in parts");
    assert_eq!(page(&long).await.status, 413);
    // a title is read as well
    let titled = serde_json::json!({"text": TALKS, "title": long}).to_string();
    assert_eq!(client.json(titled.clone()).await.status, 413);
    let lines = client.post("/v1/extract/batch", "application/x-ndjson", format!("{titled}\n{{\"text\": \"They met.\"}}\n")).await.lines();
    assert_eq!(lines.iter().map(|l| &l["status"]).collect::<Vec<_>>(), [413, 200]);
}

/// Work that cannot be done in time ends, with a problem; what can be done in time is done.
#[tokio::test]
async fn hostile_lengths_are_answered_in_time() {
    let limit = Duration::from_secs(5);
    let client = Client::new(quick_but(|c| {
        c.limits.work_timeout = limit;
        c.limits.max_text_bytes = c.limits.max_body_bytes;
    }));
    for text in [
        "\"".repeat(100_000),
        "The ministers met in the old town. ".repeat(150_000),
        "a".repeat(5_000_000),
        // one sentence without an end, in a language that is read by patterns
        "El presidente Pedro Sánchez se reunió con la ministra Ana Paz y ".repeat(30_000),
    ] {
        let begun = Instant::now();
        let answer = client.text(text).await;
        assert!(matches!(answer.status, 200 | 503), "{answer:?}");
        assert!(begun.elapsed() < limit * 4, "{:?}", begun.elapsed());
    }
    let none = Client::new(quick_but(|c| c.limits.work_timeout = Duration::from_nanos(1)));
    for query in ["", "?only=article"] {
        let problem = none.post(&format!("/v1/extract{query}"), "text/plain", TALKS).await.problem();
        assert!(problem.starts_with("503 out-of-time: ") || problem.starts_with("429 overloaded: "), "{problem}");
    }
}
