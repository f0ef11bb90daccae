//! `paraph health`: one request, one answer, for a container's own check. It needs no more HTTP than this.

use std::{
    io::{self, Read, Write},
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream, ToSocketAddrs},
    time::{Duration, Instant},
};

use super::{
    args::Health,
    end::{End, Failure, complain},
};

/// Bytes of the answer that its status must stand in.
const STATUS_LINE: usize = 256;

/// What an address names.
#[derive(Debug, PartialEq, Eq)]
struct Target<'u> {
    /// Host and port, as the Host header says it.
    authority: &'u str,
    /// With a port in any case.
    socket: String,
    path: String,
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
        let path = path.trim_end_matches('/');
        let whole = ["/livez", "/readyz"].iter().any(|end| path.ends_with(end));
        Ok(Self { authority, socket, path: if whole { path.to_owned() } else { format!("{path}/readyz") } })
    }
}

/// Where a service of this machine with the same settings is asked.
fn here(args: &Health) -> String {
    let host = match args.host {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        host => host,
    };
    format!("http://{}{}", SocketAddr::new(host, args.port), args.base_path.0)
}

/// Runs the command.
pub fn run(args: &Health) -> Result<End, Failure> {
    let url = args.url.clone().unwrap_or_else(|| here(args));
    let target = Target::of(&url)?;
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
    let begun = Instant::now();
    let left = || match time.saturating_sub(begun.elapsed()) {
        Duration::ZERO => Err(io::Error::new(io::ErrorKind::TimedOut, format!("no answer within {} s", time.as_secs_f64()))),
        left => Ok(left),
    };
    let mut failure = io::Error::new(io::ErrorKind::NotFound, "the host has no address");
    for address in target.socket.to_socket_addrs()? {
        let mut stream = match TcpStream::connect_timeout(&address, left()?) {
            Ok(stream) => stream,
            Err(e) => {
                failure = e;
                continue;
            }
        };
        stream.set_write_timeout(Some(left()?))?;
        write!(
            stream,
            "GET {} HTTP/1.1\r\nHost: {}\r\nUser-Agent: paraph-health\r\nConnection: close\r\n\r\n",
            target.path, target.authority
        )?;
        let mut line = Vec::new();
        while !line.contains(&b'\n') && line.len() < STATUS_LINE {
            let mut piece = [0; STATUS_LINE];
            stream.set_read_timeout(Some(left()?))?;
            match stream.read(&mut piece) {
                Ok(0) => break,
                Ok(n) => line.extend_from_slice(&piece[..n]),
                Err(e) if matches!(e.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted) => {}
                Err(e) => return Err(e),
            }
        }
        return status(&line).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "what it says is no HTTP"));
    }
    Err(failure)
}

/// The status in the first line of an answer (RFC 9112, section 4).
fn status(answer: &[u8]) -> Option<u16> {
    let line = answer.split(|b| *b == b'\n').next().and_then(|line| str::from_utf8(line).ok())?;
    line.strip_prefix("HTTP/1.")?.split(' ').nth(1)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::{Args, Command};

    #[test]
    fn addresses_name_a_socket_and_a_path() {
        let of = |url| Target::of(url).map(|t| (t.socket, t.path)).ok();
        let target = |socket: &str, path: &str| Some((socket.to_owned(), path.to_owned()));
        assert_eq!(of("http://127.0.0.1:8080"), target("127.0.0.1:8080", "/readyz"));
        assert_eq!(of("http://paraph/"), target("paraph:80", "/readyz"));
        assert_eq!(of("http://[::1]:81/livez"), target("[::1]:81", "/livez"));
        assert_eq!(of("http://[::1]"), target("[::1]:80", "/readyz"));
        // as `paraph serve` prints it
        assert_eq!(of("http://127.0.0.1:8080/paraph"), target("127.0.0.1:8080", "/paraph/readyz"));
        assert_eq!(of("http://a/paraph/livez"), target("a:80", "/paraph/livez"));
        for wrong in ["127.0.0.1:8080", "https://a", "http://", "http://a:b", "http://a b", "http://a:1\r\nX: y", "http://u@a"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn without_an_address_the_service_is_where_its_own_settings_say() {
        let of = |arguments: &[&str]| {
            let Command::Health(args) = Args::parse_from([&["paraph", "health"], arguments].concat()).command else { panic!("not health") };
            here(&args)
        };
        assert_eq!(of(&["--host", "0.0.0.0", "--port", "80", "--base-path", "/paraph/"]), "http://127.0.0.1:80/paraph");
        assert_eq!(of(&["--host", "::", "--port", "81"]), "http://[::1]:81");
        assert_eq!(of(&["--host", "10.0.0.7", "--port", "82"]), "http://10.0.0.7:82");
    }

    #[test]
    fn the_status_is_read_and_nothing_else_taken_for_one() {
        assert_eq!(status(b"HTTP/1.1 503 Service Unavailable\r\n\r\n"), Some(503));
        assert_eq!(status(b"HTTP/1.0 200\r\n\xff"), Some(200));
        for wrong in [&b""[..], b"SSH-2.0-x\r\n", b"HTTP/1.1 yes\r\n", b"\xff\xff"] {
            assert_eq!(status(wrong), None);
        }
    }

    /// A service that takes one connection and says `pieces`, with a pause after each.
    fn service(pieces: Vec<&'static [u8]>, pause: Duration) -> String {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            // what is closed with something unread in it is reset, and what was said lost
            let mut asked = Vec::new();
            let mut piece = [0; 1024];
            while !asked.ends_with(b"\r\n\r\n") {
                let n = stream.read(&mut piece).unwrap();
                assert!(n > 0, "the question broke off");
                asked.extend_from_slice(&piece[..n]);
            }
            for piece in pieces {
                // who asked may be gone by now
                let _ = stream.write_all(piece);
                std::thread::sleep(pause);
            }
        });
        url
    }

    #[test]
    fn an_answer_may_come_in_pieces_but_not_for_ever() {
        let ask = |url: &str, time| ask(&Target::of(url).unwrap(), Duration::from_millis(time));
        let whole = service(vec![b"HTTP/1", b".1 2", b"00 OK\r\n"], Duration::from_millis(20));
        assert_eq!(ask(&whole, 5000).ok(), Some(200));
        let slow = service(vec![b"H"; 100], Duration::from_millis(50));
        assert_eq!(ask(&slow, 300).unwrap_err().kind(), io::ErrorKind::TimedOut);
        let silent = service(vec![], Duration::ZERO);
        assert_eq!(ask(&silent, 2000).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
