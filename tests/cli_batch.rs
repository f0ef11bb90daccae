//! `paraph extract --from ndjson`: a line for each line, in order, as they come.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each suite runs the binary in some of its ways")]
mod shell;

use std::io::{BufRead, BufReader, Write};

use serde_json::Value;
use shell::{Ran, start, with};

fn batch(input: impl AsRef<[u8]>, more: &[&str]) -> (Ran, Vec<Value>) {
    let ran = with(input, &[&["extract", "--from", "ndjson", "-"], more].concat());
    let lines = ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    (ran, lines)
}

#[test]
fn lines_come_out_in_order_with_the_bad_ones_in_their_places() {
    let lines: Vec<String> = (0..60)
        .map(|n| match n % 6 {
            1 => "{\"id\": 1, ".to_owned(),
            3 => format!("{{\"id\": {n}, \"text\": \"a\", \"html\": \"b\"}}"),
            // long and short, so that threads overtake each other
            _ => format!("{{\"id\": {n}, \"text\": \"{}\"}}", "Ida Holm met Karim Saleh in Oslo. ".repeat(n % 5 * 8 + 1)),
        })
        .collect();
    for threads in ["1", "4"] {
        let (ran, answers) = batch(lines.join("\n"), &["--threads", threads]);
        assert_eq!((ran.code, answers.len()), (1, 60), "{}", ran.err);
        for (n, answer) in answers.iter().enumerate() {
            let (id, status) = match n % 6 {
                1 => (Value::Null, 422),
                3 => (n.into(), 422),
                _ => (n.into(), 200),
            };
            assert_eq!((&answer["id"], &answer["status"]), (&id, &status.into()), "{answer}");
            let problem = &answer["problem"];
            assert_eq!(answer["record"].is_object(), status == 200);
            assert!(status == 200 || problem["line"] == n + 1 && !problem["detail"].as_str().unwrap().is_empty(), "{answer}");
        }
        assert!(ran.err.contains("20 articles were answered with a problem"), "{}", ran.err);
    }
}

#[test]
fn every_count_of_threads_gives_the_same_bytes() {
    let lines: Vec<_> = (0..20).map(|n| format!("{{\"id\": {n}, \"text\": \"Minister {n} flew to Oslo to meet Ida Holm.\"}}")).collect();
    let lines = lines.join("\n");
    let one = batch(&lines, &["--threads", "1"]).0.out;
    assert_eq!(batch(&lines, &["--threads", "3"]).0.out, one);
}

#[test]
fn blank_lines_are_passed_over_but_counted() {
    let (ran, answers) = batch("\n{\"id\": \"a\", \"text\": \"Salt.\"}\r\n  \n\nnone\n", &[]);
    assert_eq!((ran.code, answers.len()), (1, 2));
    assert_eq!((&answers[0]["id"], &answers[1]["problem"]["line"]), (&"a".into(), &5.into()));
    assert_eq!(batch("", &[]).0.code, 0);
    assert_eq!(batch("\u{feff}{\"text\": \"Salt.\"}\n", &[]).1[0]["status"], 200);
}

#[test]
fn a_line_over_the_limit_is_answered_in_its_place() {
    let long = format!("{{\"text\": \"{}\"}}", "x".repeat(5000));
    let (ran, answers) =
        batch(format!("{{\"id\": 1, \"text\": \"Salt.\"}}\n{long}\n{{\"id\": 3, \"text\": \"Salt.\"}}"), &["--max-line-bytes", "4K"]);
    assert_eq!(ran.code, 1);
    let status: Vec<_> = answers.iter().map(|a| a["status"].as_u64().unwrap()).collect();
    assert_eq!(status, [200, 413, 200]);
    assert_eq!(answers[1]["problem"]["line"], 2);
    assert!(answers[1]["problem"]["detail"].as_str().unwrap().contains("--max-line-bytes"));
}

#[test]
fn who_feeds_line_by_line_is_answered_line_by_line() {
    let mut child = start(&["extract", "--from", "ndjson", "-"]);
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for n in 0..3 {
        writeln!(stdin, "{{\"id\": {n}, \"text\": \"Ida Holm met Karim Saleh in Oslo.\"}}").unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap()["id"], n);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn files_can_be_answered_as_lines_with_their_names() {
    let ran = shell::paraph(&["extract", "--to", "ndjson", "--only", "article", "examples/trade-talks.txt", "examples/page.html"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ids: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["id"].take()).collect();
    assert_eq!(ids, ["examples/trade-talks.txt", "examples/page.html"]);
}
