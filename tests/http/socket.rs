//! The real server on a free port, and callers that speak HTTP by hand, as slowly and as badly as a test wants.

use std::{net::SocketAddr, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use paraph::server::{Config, Server};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};

use super::{
    client::{Answer, extractor},
    description,
};

/// Longer than anything here may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A server that runs until its end or the test's.
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    end: JoinHandle<std::io::Result<()>>,
}

impl Running {
    pub fn start(config: Config) -> Self {
        let server = Server::bind(config, extractor()).unwrap();
        let address = server.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let end = tokio::spawn(server.run(async {
            let _ = stopped.await;
        }));
        Self { address, stop: Some(stop), end }
    }

    pub fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    pub async fn ended(self) {
        timeout(PATIENCE, self.end).await.unwrap().unwrap().unwrap();
    }

    pub async fn refuses(&self) -> bool {
        TcpStream::connect(self.address).await.is_err()
    }

    pub async fn connect(&self) -> Socket {
        Socket { stream: TcpStream::connect(self.address).await.unwrap(), buffer: Vec::new() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.call(&Method::GET, path, "", "").await
    }

    pub async fn post(&self, path: &str, media_type: &str, body: &str) -> Answer {
        self.call(&Method::POST, path, &format!("content-type: {media_type}\r\ncontent-length: {}\r\n", body.len()), body).await
    }

    async fn call(&self, method: &Method, path: &str, headers: &str, body: &str) -> Answer {
        let mut socket = self.connect().await;
        socket.send(&format!("{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n{headers}\r\n{body}")).await;
        let answer = socket.read_to_end().await;
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        let (status, headers) = parse(head);
        description::hold(method, path, status, &headers, body.as_bytes());
        Answer { status, headers, body: body.to_owned().into() }
    }

    /// A batch whose body is sent chunk by chunk.
    pub async fn begin_batch(&self) -> Batch {
        self.begin_batch_with("").await
    }

    /// The same, with a query.
    pub async fn begin_batch_with(&self, query: &str) -> Batch {
        let mut socket = self.connect().await;
        let headers = "host: test\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked";
        socket.send(&format!("POST /v1/extract/batch{query} HTTP/1.1\r\n{headers}\r\n\r\n")).await;
        let head = socket.take_until(b"\r\n\r\n").await.unwrap();
        let (status, headers) = parse(std::str::from_utf8(&head).unwrap().trim_end());
        assert_eq!(status, 200, "{headers:?}");
        Batch { socket, headers, lines: Vec::new() }
    }
}

/// Status and headers of an answer.
fn parse(head: &str) -> (u16, HeaderMap) {
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let header = |line: &str| -> (HeaderName, HeaderValue) {
        let (name, value) = line.split_once(':').unwrap();
        (name.parse().unwrap(), value.trim().parse().unwrap())
    };
    (status, lines.map(header).collect())
}

/// A connection.
pub struct Socket {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Socket {
    pub async fn send(&mut self, text: &str) {
        timeout(PATIENCE, self.stream.write_all(text.as_bytes())).await.unwrap().unwrap();
    }

    /// What comes until the server closes.
    pub async fn read_to_end(&mut self) -> String {
        let mut all = Vec::new();
        timeout(PATIENCE, self.stream.read_to_end(&mut all)).await.unwrap().unwrap();
        String::from_utf8(all).unwrap()
    }

    /// What comes up to `end`, with it; none where the connection ends before.
    async fn take_until(&mut self, end: &[u8]) -> Option<Vec<u8>> {
        let mut from = 0;
        loop {
            if let Some(at) = self.buffer[from..].windows(end.len()).position(|w| w == end) {
                return Some(self.buffer.drain(..from + at + end.len()).collect());
            }
            from = self.buffer.len().saturating_sub(end.len());
            if timeout(PATIENCE, self.stream.read_buf(&mut self.buffer)).await.unwrap().ok()? == 0 {
                return None;
            }
        }
    }

    async fn take(&mut self, bytes: usize) -> Vec<u8> {
        while self.buffer.len() < bytes {
            assert_ne!(timeout(PATIENCE, self.stream.read_buf(&mut self.buffer)).await.unwrap().unwrap(), 0, "the connection broke off");
        }
        self.buffer.drain(..bytes).collect()
    }
}

/// A batch under way.
pub struct Batch {
    socket: Socket,
    headers: HeaderMap,
    /// Bytes of the body that have come and were not taken.
    lines: Vec<u8>,
}

impl Batch {
    /// Sends a chunk.
    pub async fn send(&mut self, text: &str) {
        self.socket.send(&format!("{:x}\r\n{text}\r\n", text.len())).await;
    }

    /// Ends the body.
    pub async fn end(&mut self) {
        self.socket.send("0\r\n\r\n").await;
    }

    /// Sends `line` again and again, at most `times`, until the socket takes no more; says how often.
    pub async fn send_until_held_back(&mut self, line: &str, times: usize) -> usize {
        let chunk = format!("{:x}\r\n{line}\r\n", line.len());
        for sent in 0..times {
            if timeout(Duration::from_millis(300), self.socket.stream.write_all(chunk.as_bytes())).await.is_err() {
                return sent;
            }
        }
        times
    }

    /// The next line of the answer, held against the description; none at the answer's end.
    pub async fn line(&mut self) -> Option<Value> {
        loop {
            if let Some(end) = self.lines.iter().position(|b| *b == b'\n') {
                let line: Vec<u8> = self.lines.drain(..=end).collect();
                description::hold(&Method::POST, "/v1/extract/batch", 200, &self.headers, &line);
                return Some(serde_json::from_slice(&line).unwrap());
            }
            let size = self.socket.take_until(b"\r\n").await.expect("the answer has an end");
            let size = usize::from_str_radix(std::str::from_utf8(&size).unwrap().trim(), 16).unwrap();
            let chunk = self.socket.take(size + 2).await;
            if size == 0 {
                return None;
            }
            self.lines.extend_from_slice(&chunk[..size]);
        }
    }
}
