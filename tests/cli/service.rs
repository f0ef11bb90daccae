//! `serve` and `health`, as an operator runs them.
#![cfg(unix)]

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Child, Command},
};

use super::program::{program, run};

/// A service that is ended with the test.
struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        // one that has ended needs no end
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_service_says_where_it_listens_answers_for_its_health_and_ends_when_it_is_told() {
    let mut service = Service(program(&["serve", "--port", "0", "--drain-grace", "0.2"]).spawn().unwrap());
    let mut said = String::new();
    BufReader::new(service.0.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let url = said.trim().strip_prefix("listening on ").unwrap_or_else(|| panic!("{said}")).to_owned();
    assert_eq!(run(&["health", &format!("{url}/livez")], "").code, 0);
    let missing = run(&["health", &format!("{url}/nothing")], "");
    assert_eq!(missing.code, 1);
    assert!(missing.err.contains("404"), "{}", missing.err);
    let port = url.rsplit(':').next().unwrap();
    let second = run(&["serve", "--port", port], "");
    assert_eq!(second.code, 2);
    assert!(second.err.contains("--port"), "{}", second.err);
    assert!(Command::new("kill").arg(service.0.id().to_string()).status().unwrap().success());
    assert_eq!(service.0.wait().unwrap().code(), Some(0));
    assert_eq!(run(&["health", &url], "").code, 1);
}

#[test]
fn nobody_there_is_not_healthy() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // it takes the connection into its backlog and says nothing
    let ran = run(&["health", &url, "--timeout", "0.3"], "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("does not answer"), "{}", ran.err);
}
