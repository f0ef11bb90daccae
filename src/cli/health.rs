//! `paraph health`: one request, one answer, for a container's own check. It needs no more HTTP than this.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{TcpStream, ToSocketAddrs},
    time::{Duration, Instant},
};

use super::{
    args::Health,
    end::{End, Failure, complain},
};

/// Longest status line that is read.
const STATUS_LINE: u64 = 256;

/// What an address names.
#[derive(Debug, PartialEq, Eq)]
struct Target<'u> {
    /// Host and port, as the Host header says it.
    authority: &'u str,
    /// With a port in any case.
    socket: String,
    path: &'u str,
}

impl<'u> Target<'u> {
    fn of(url: &'u str) -> Result<Self, Failure> {
        let wrong = |what: &str| Failure::usage(url, format_args!("{what}; give an address as in http://127.0.0.1:8080"));
        let rest = url.strip_prefix("http://").ok_or_else(|| wrong("is no http address"))?;
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        // what follows a colon outside brackets is the port
        let port = authority.rsplit_once(':').map(|(_, port)| port).filter(|port| !port.ends_with(']'));
        let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '@' | '?' | '#');
        if authority.is_empty() || url.contains(odd) || port.is_some_and(|p| p.parse::<u16>().is_err()) {
            return Err(wrong("names no host, or no good port"));
        }
        let socket = if port.is_some() { authority.to_owned() } else { format!("{authority}:80") };
        Ok(Self { authority, socket, path: if path.len() > 1 { path } else { "/readyz" } })
    }
}

/// Runs the command.
pub fn run(args: &Health) -> Result<End, Failure> {
    let target = Target::of(&args.url)?;
    match ask(&target, args.timeout.0) {
        Ok(200) => Ok(End::Answered),
        Ok(status) => {
            complain(format_args!("{}{} answered {status}", target.authority, target.path));
            Ok(End::Refused)
        }
        Err(e) => {
            complain(format_args!("{} does not answer: {e}", target.authority));
            Ok(End::Refused)
        }
    }
}

/// The status of the answer to a GET, all of it within `time`.
fn ask(target: &Target<'_>, time: Duration) -> io::Result<u16> {
    let deadline = Instant::now() + time;
    let left = || Some(deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1)));
    let mut failure = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
    for address in target.socket.to_socket_addrs()? {
        let mut stream = match TcpStream::connect_timeout(&address, left().unwrap_or(time)) {
            Ok(stream) => stream,
            Err(e) => {
                failure = e;
                continue;
            }
        };
        stream.set_write_timeout(left())?;
        write!(
            stream,
            "GET {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: paraph-health\r\nConnection: close\r\n\r\n",
            target.path, target.authority
        )?;
        stream.set_read_timeout(left())?;
        return status(BufReader::new(stream));
    }
    Err(failure)
}

fn status(answer: impl BufRead) -> io::Result<u16> {
    let mut line = String::new();
    answer.take(STATUS_LINE).read_line(&mut line)?;
    let status = line.strip_prefix("HTTP/1.").and_then(|rest| rest.split(' ').nth(1)).and_then(|status| status.trim().parse().ok());
    status.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "what it says is no HTTP"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_a_socket_and_a_path() {
        let of = |url| Target::of(url).map(|t| (t.socket, t.path.to_owned())).ok();
        let target = |socket: &str, path: &str| Some((socket.to_owned(), path.to_owned()));
        assert_eq!(of("http://127.0.0.1:8080"), target("127.0.0.1:8080", "/readyz"));
        assert_eq!(of("http://paraph/"), target("paraph:80", "/readyz"));
        assert_eq!(of("http://[::1]:81/livez"), target("[::1]:81", "/livez"));
        assert_eq!(of("http://[::1]"), target("[::1]:80", "/readyz"));
        for wrong in ["127.0.0.1:8080", "https://a", "http://", "http://a:b", "http://a b", "http://a:1\r\nX: y", "http://u@a"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_status_is_read_and_nothing_else_taken_for_one() {
        assert_eq!(status(&b"HTTP/1.1 503 Service Unavailable\r\n\r\n"[..]).ok(), Some(503));
        assert_eq!(status(&b"HTTP/1.0 200\r\n"[..]).ok(), Some(200));
        for wrong in [&b""[..], b"SSH-2.0-x\r\n", b"HTTP/1.1 yes\r\n", b"\xff\xff"] {
            assert!(status(wrong).is_err());
        }
    }
}
