//! The command line as a shell sees it: what goes in, what comes out, and the code at the end.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each suite runs the binary in some of its ways")]
mod shell;

use serde_json::Value;
use shell::{Ran, paraph, with};

const TALKS: &str = "Prime Minister Ida Holm met President Karim Saleh in Oslo on Tuesday. \"We spoke of salt,\" Holm said.\n";

fn json(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
}

/// The one record that a run gave.
fn record(ran: &Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut records = json(&ran.out);
    assert_eq!(records.len(), 1, "{}", ran.out);
    records.remove(0)
}

fn warned(record: &Value, of: &str) -> bool {
    record["warnings"].as_array().unwrap().iter().any(|w| w.as_str().unwrap().contains(of))
}

#[test]
fn an_article_gives_its_record() {
    let record = record(&with(TALKS, &["extract", "-", "--published-at", "2031-05-08", "--title", "Salt talks"]));
    assert_eq!(record["article"]["text"], TALKS);
    assert_eq!(record["article"]["title"], "Salt talks");
    assert_eq!(record["meetings"][0]["date"]["value"], "2031-05-06");
    assert_eq!(record["quotes"][0]["text"], "We spoke of salt,");
}

#[test]
fn the_example_of_the_readme_gives_its_record() {
    let record = record(&paraph(&["extract", "examples/state-visit.txt"]));
    assert!(!record["meetings"].as_array().unwrap().is_empty());
}

#[test]
fn the_ending_tells_the_kind_and_from_says_otherwise() {
    let page = "<html><body><article><h1>Salt talks</h1><p>Ida Holm met Karim Saleh in Oslo on Tuesday.</p></article></body></html>";
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    for name in ["a.html", "a.htm", "a.xhtml"] {
        let read = record(&paraph(&["extract", &file(name, page)]));
        assert!(!read["article"]["text"].as_str().unwrap().contains('<'), "{name}");
    }
    assert_eq!(record(&paraph(&["extract", &file("a.page", page)]))["article"]["text"], page);
    assert_eq!(record(&paraph(&["extract", &file("b.json", r#"{"text": "Salt."}"#)]))["article"]["text"], "Salt.");
    let line = json(&paraph(&["extract", &file("c.jsonl", "{\"id\": 4, \"text\": \"Salt.\"}\n")]).out);
    assert_eq!((&line[0]["id"], &line[0]["status"]), (&4.into(), &200.into()));
    assert!(!record(&with(page, &["extract", "--from", "html", "-"]))["article"]["text"].as_str().unwrap().contains('<'));
}

#[test]
fn spans_count_what_was_asked_for() {
    for (unit, end) in [("unicode", 7), ("utf8", 10), ("utf16", 8)] {
        let record = record(&with("🧂 salt!", &["extract", "-", "--offsets", unit]));
        assert_eq!(record["article"]["offset_unit"], unit);
        let segments = record["segments"].as_array().unwrap();
        assert_eq!(segments.last().unwrap()["span"]["end"], end, "{unit}");
    }
}

#[test]
fn only_the_article_is_only_the_article() {
    let record = record(&with(TALKS, &["extract", "--only", "article", "-"]));
    assert_eq!(record["article"]["text"], TALKS);
    assert_eq!(record["participants"], Value::Array(Vec::new()));
}

#[test]
fn a_record_explains_itself_where_it_is_asked_to() {
    let explained = record(&with(TALKS, &["extract", "--explain", "-"]));
    for kind in ["participants", "quotes", "meetings"] {
        assert!(explained[kind][0]["explanation"][0]["rule"].is_string(), "{kind}");
        assert!(record(&with(TALKS, &["extract", "-"]))[kind][0].get("explanation").is_none(), "{kind}");
    }
}

#[test]
fn a_page_is_told_where_its_segments_stand_where_it_is_asked_for() {
    let page = format!("<p>{TALKS}</p>");
    let told = record(&with(&page, &["extract", "--source", "--from", "html", "-"]));
    assert_eq!(told["segments"][0]["source"]["selector"], "html > body > p:nth-of-type(1)");
    let plain = record(&with(&page, &["extract", "--from", "html", "-"]));
    assert!(plain["segments"][0].get("source").is_none());
}

#[test]
fn pretty_is_for_people_and_a_line_for_programs() {
    assert_eq!(with(TALKS, &["extract", "-"]).out.lines().count(), 1);
    let pretty = with(TALKS, &["extract", "--pretty", "-"]).out;
    assert!(pretty.lines().count() > 20);
    assert_eq!(serde_json::from_str::<Value>(&pretty).unwrap()["article"]["text"], TALKS);
    assert_eq!(with(TALKS, &["extract", "--pretty", "--compact", "-"]).code, 2);
}

#[test]
fn nothing_but_answers_goes_to_standard_output_and_no_colour_anywhere() {
    let ran = with("{", &["extract", "--from", "json", "-"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(!ran.err.contains('\x1b') && ran.err.starts_with("paraph: "), "{}", ran.err);
}

#[test]
fn wrong_usage_says_what_is_right() {
    for (arguments, told) in [
        (&["extract"][..], "FILE"),
        (&["extract", "-", "--from", "pdf"], "ndjson"),
        (&["extract", "-", "--offsets", "bytes"], "utf16"),
        (&["extract", "-", "-"], "once only"),
        (&["extract", "a.txt", "b.txt", "--title", "T"], "--title"),
        (&["extract", "a.ndjson", "--published-at", "2031-05-08"], "put it into the JSON"),
        (&["extract", "-", "--max-line-bytes", "0"], "8M"),
        (&["parse", "a.json"], "text or as a page"),
        (&["parse", "-", "--format", "xml"], "conllu"),
        (&["parse", "-", "--model", "no-such.model"], "no-such.model"),
        (&["health", "https://127.0.0.1"], "http://"),
        (&["undo"], "undo"),
    ] {
        let ran = paraph(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(told), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn help_tells_exit_codes_and_examples() {
    for command in ["extract", "serve", "health", "parse"] {
        let help = paraph(&[command, "--help"]);
        assert_eq!(help.code, 0);
        assert!(help.out.contains("Exit codes:") && help.out.contains("Examples:"), "{command}");
    }
    assert!(paraph(&["--help"]).out.contains("Exit codes:"));
}

#[test]
fn a_file_that_is_missing_stops_no_other() {
    let ran = paraph(&["extract", "no-such-file.txt", "examples/trade-talks.txt", "--only", "article"]);
    assert_eq!(ran.code, 2);
    assert_eq!(json(&ran.out).len(), 1);
    assert!(ran.err.contains("no-such-file.txt: cannot be read") && ran.err.contains("check the path"), "{}", ran.err);
    assert_eq!(paraph(&["extract", "examples"]).code, 2);
}

#[test]
fn an_article_without_a_record_is_told_with_its_field() {
    for (json, told) in [
        (r#"{"text": "a", "html": "b"}"#, "both"),
        ("{}", "neither"),
        (r#"{"text": 5}"#, "\"text\" is a number"),
        (r#"{"text": "a", "published_at": "soon"}"#, "published_at"),
        ("", "empty"),
    ] {
        let ran = with(json, &["extract", "--from", "json", "-"]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{json}");
        assert!(ran.err.contains("standard input") && ran.err.contains(told), "{json}: {}", ran.err);
    }
    let ran = with(TALKS, &["extract", "--published-at", "someday", "-"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("published_at") && ran.err.contains("someday"), "{}", ran.err);
}

#[test]
fn odd_bytes_give_a_record() {
    for (bytes, text) in [
        (&b""[..], ""),
        (b" \n\t \n", " \n\t \n"),
        (b"\xef\xbb\xbf", ""),
        (b"\xef\xbb\xbfSalt.", "Salt."),
        (b"a\0b", "a\0b"),
        ("التقى الوزيران في أوسلو".as_bytes(), "التقى الوزيران في أوسلو"),
    ] {
        assert_eq!(record(&with(bytes, &["extract", "-"]))["article"]["text"], text);
    }
    for nothing in [&b""[..], b"  \n", b"\xef\xbb\xbf"] {
        assert!(warned(&record(&with(nothing, &["extract", "-"])), "empty"), "{nothing:?}");
    }
    let broken = record(&with(
        "Zürich, Genève, Malmö and a stray \u{1}".as_bytes().iter().chain(b"\xff.").copied().collect::<Vec<_>>(),
        &["extract", "-"],
    ));
    assert!(warned(&broken, "not UTF-8"), "{:?}", broken["warnings"]);
}

#[test]
fn hostile_shapes_are_answered() {
    let marks = "\"".repeat(100_000);
    assert_eq!(record(&with(marks.as_str(), &["extract", "-"]))["article"]["text"], marks);
    let line = "x".repeat(5_000_000);
    let read = record(&with(line.as_str(), &["extract", "-"]));
    assert_eq!(read["segments"].as_array().unwrap().last().unwrap()["span"]["end"], 5_000_000);
    let nested = format!("{}Salt.", "<div>".repeat(50_000));
    assert_eq!(with(nested, &["extract", "--from", "html", "-"]).code, 0);
}

#[test]
fn parse_shows_each_file_with_its_name() {
    let ran = paraph(&["parse", "examples/trade-talks.txt", "examples/state-visit.txt"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let docs: Vec<&str> = ran.out.lines().filter(|l| l.starts_with("# newdoc")).collect();
    assert_eq!(docs, ["# newdoc id = examples/trade-talks.txt", "# newdoc id = examples/state-visit.txt"]);
    assert!(ran.out.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).all(|l| l.split('\t').count() == 10));

    let lines = json(&with(TALKS, &["parse", "--format", "json", "-"]).out);
    let block = &lines[0]["blocks"][0];
    assert_eq!((&lines[0]["id"], block["tokens"][0]["lemma"].is_string()), (&"standard input".into(), true));
    assert!(block["text"].as_str().unwrap().starts_with("Prime Minister Ida Holm"));
}

#[test]
fn parse_takes_another_model_and_refuses_what_is_none() {
    let own = with(TALKS, &["parse", "-"]);
    assert_eq!(with(TALKS, &["parse", "--model", "models/en.model", "-"]).out, own.out);
    let none = with(TALKS, &["parse", "--model", "Cargo.toml", "-"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("Cargo.toml"), "{}", none.err);
}

#[test]
fn a_reader_that_has_enough_ends_the_run_quietly() {
    let lines = "{\"text\": \"Salt.\"}\n".repeat(2000);
    for arguments in [&["extract", "--from", "ndjson", "-"][..], &["parse", "-"]] {
        let ran = shell::with_closed_output(lines.as_bytes(), arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn a_service_that_is_not_there_is_not_healthy() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let ran = paraph(&["health", &format!("http://127.0.0.1:{port}")]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("does not answer"), "{}", ran.err);
}

#[test]
fn licences_name_what_the_binary_carries() {
    let ran = paraph(&["licenses"]);
    assert_eq!(ran.code, 0);
    for name in [
        "en_core_web_md",
        "WordNet Release 3.0",
        "GeoNames",
        "Unicode CLDR",
        "UNICODE LICENSE V3",
        "Apache License",
        "serde_json",
        "Mozilla Public",
    ] {
        assert!(ran.out.contains(name), "{name}");
    }
}
