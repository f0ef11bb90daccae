//! The process itself: when it ends, and with which code, while others keep their ends of its pipes and sockets open.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may")]

#[allow(dead_code, reason = "each suite runs the binary in some of its ways")]
mod shell;

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    process::Child,
    sync::mpsc,
    thread,
    time::Duration,
};

use shell::{paraph, start, start_with, with};

/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Between two lines to a process that should have ended.
const PAUSE: Duration = Duration::from_millis(200);

/// A process that is ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // one that has ended needs no end
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_run_though_the_input_stays_open() {
    const LINE: &[u8] = b"{\"text\": \"Salt.\"}\n";
    let mut child = start(&["extract", "--from", "ndjson", "-"]);
    let (mut input, mut output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    input.write_all(LINE).unwrap();
    output.read_line(&mut String::new()).unwrap();
    drop(output);
    let (ended, end) = mpsc::channel();
    thread::spawn(move || ended.send(child.wait_with_output().unwrap()));
    // The answers to these find nobody. The first may yet find a reader: a child that another test is starting holds a copy of
    // our end until it runs its own program.
    let done = (0..PATIENCE.as_millis() / PAUSE.as_millis()).find_map(|_| {
        // who has ended takes none
        let _ = input.write_all(LINE);
        end.recv_timeout(PAUSE).ok()
    });
    let done = done.expect("waits for input that nobody wants answered");
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
    drop(input);
}

#[cfg(unix)]
#[test]
fn a_service_tells_where_it_listens_and_ends_when_it_is_told_to() {
    let mut service = Running(start(&["serve", "--port", "0", "--drain-grace", "0.2"]));
    let mut said = String::new();
    BufReader::new(service.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let url = said.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("{said}"));

    assert_eq!(paraph(&["health", &format!("{url}/livez")]).code, 0);
    assert_eq!(paraph(&["health", url]).code, 0);
    let nothing = paraph(&["health", &format!("{url}/nothing")]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("answered 404"), "{}", nothing.err);
    let second = paraph(&["serve", "--port", url.rsplit(':').next().unwrap()]);
    assert_eq!(second.code, 2);
    assert!(second.err.contains("--port"), "{}", second.err);

    let told = std::process::Command::new("kill").arg(service.0.id().to_string()).status().unwrap();
    assert!(told.success());
    assert_eq!(service.0.wait().unwrap().code(), Some(0));
    assert_eq!(paraph(&["health", url]).code, 1);
}

#[cfg(unix)]
#[test]
fn no_log_has_a_word_of_an_article_however_much_is_logged() {
    let arguments = ["serve", "--port", "0", "--base-path", "/at", "--drain-grace", "0", "--log-format", "json"];
    let mut service = Running(start_with(&arguments, &[("PARAPH_LOG", "trace")]));
    let mut said = String::new();
    BufReader::new(service.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let host = said.trim().strip_prefix("listening on http://").unwrap().trim_end_matches("/at").to_owned();
    for (path, kind, body) in [
        ("extract?title=Quuxword", "text/html", "<p>Quuxword met her in Oslo.</p>"),
        ("extract?title=Quuxword", "text/plain", "Quuxword met her in Oslo."),
        ("extract", "application/json", "{\"text\": \"Quuxword\", \"published_at\": \"Quuxword\"}"),
        ("extract/batch", "application/x-ndjson", "{\"html\": \"<p>Quuxword met her.</p>\"}\n{\"text\": \"Quuxword"),
    ] {
        let mut socket = TcpStream::connect(&host).unwrap();
        let head = format!("POST /at/v1/{path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: {kind}\r\n");
        write!(socket, "{head}content-length: {}\r\n\r\n{body}", body.len()).unwrap();
        let mut answer = String::new();
        socket.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
    }
    assert!(std::process::Command::new("kill").arg(service.0.id().to_string()).status().unwrap().success());
    let mut logs = String::new();
    service.0.stderr.take().unwrap().read_to_string(&mut logs).unwrap();
    assert_eq!(service.0.wait().unwrap().code(), Some(0));
    assert!(logs.matches("answered").count() == 4 && !logs.contains("Quux"), "{logs}");
}

#[test]
fn a_service_that_takes_the_connection_and_says_nothing_is_not_healthy() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let ran = paraph(&["health", "--timeout", "0.3", &format!("http://{}", silent.local_addr().unwrap())]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no answer within 0.3 s"), "{}", ran.err);
}

#[test]
fn work_past_its_time_ends_with_a_problem_and_the_next_article_is_answered() {
    let mut long = String::from("The talks");
    while long.len() < 5_000_000 {
        _ = write!(long, " and the talks of group {}", long.len() % 9973);
    }
    let lines = [long.as_str(), "Salt."].map(|text| serde_json::json!({ "text": text }).to_string()).join("\n");
    let ran = with(lines, &["extract", "--from", "ndjson", "--threads", "1", "--time-limit", "2", "-"]);
    let answers: Vec<serde_json::Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(ran.code, 1);
    assert_eq!(answers[0]["problem"]["type"], "/problems/out-of-time");
    assert_eq!((answers.len(), &answers[1]["status"]), (2, &200.into()));
}
