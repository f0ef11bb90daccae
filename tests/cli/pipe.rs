//! Pipes: a feeder that waits for each answer, and a reader that goes away.

use std::{
    io::{BufRead, BufReader, Write},
    sync::mpsc,
    thread,
    time::Duration,
};

use super::program::program;

const BATCH: [&str; 5] = ["extract", "--from", "ndjson", "--only", "article"];
const LINE: &[u8] = b"{\"id\": 1, \"text\": \"Anna Berg met Otto Lindt.\"}\n";

#[test]
fn each_line_is_answered_while_the_pipe_stays_open() {
    let mut child = program(&[&BATCH[..], &["-"]].concat()).spawn().unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let (tell, told) = mpsc::channel();
    thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).all(|line| tell.send(line).is_ok()));
    for _ in 0..3 {
        input.write_all(LINE).unwrap();
        let answer = told.recv_timeout(Duration::from_secs(60)).expect("no answer while the pipe is open");
        assert!(answer.starts_with("{\"id\":1,\"status\":200,"), "{answer}");
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let mut child = program(&[&BATCH[..], &["-"]].concat()).spawn().unwrap();
    let (mut input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    input.write_all(LINE).unwrap();
    let mut first = String::new();
    let mut output = BufReader::new(output);
    output.read_line(&mut first).unwrap();
    drop(output);
    // the next answer finds that out; the input stays open, and must not hold it
    input.write_all(LINE).unwrap();
    let (ended, end) = mpsc::channel();
    thread::spawn(move || ended.send(child.wait_with_output().unwrap()));
    let done = end.recv_timeout(Duration::from_secs(60)).expect("still waits for input that nobody wants answered");
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
    drop(input);
}
