//! `paraph health`: asks a running service, for orchestrators that have no other client in the image.

use std::{
    io::{Read, Write},
    net::{TcpStream, ToSocketAddrs},
    process::ExitCode,
    time::Duration,
};

use super::{Failure, args::Health, exit};

/// Bytes of the answer that are read: the status line is enough.
const ENOUGH: u64 = 1024;

/// Exit code 0 where the service answers 200.
pub fn run(args: &Health) -> Result<ExitCode, Failure> {
    let (authority, path) = address(&args.url)?;
    match ask(&authority, &path, Duration::from_secs(args.timeout.max(1))) {
        Ok(200) => Ok(ExitCode::from(exit::DONE)),
        Ok(status) => Ok(unwell(&format!("{} answers {status}", args.url))),
        Err(e) => Ok(unwell(&format!("{} cannot be reached: {e}", args.url))),
    }
}

fn unwell(what: &str) -> ExitCode {
    // a standard error that is gone leaves nobody to tell
    let _ = writeln!(std::io::stderr(), "paraph: {what}");
    ExitCode::from(exit::SOME_FAILED)
}

/// `host:port` and path of an `http://` address.
fn address(url: &str) -> Result<(String, String), Failure> {
    let rest = url
        .strip_prefix("http://")
        .ok_or_else(|| Failure::Unusable(format!("'{url}' is no http address; write it as http://127.0.0.1:8080")))?;
    let (authority, path) = rest.split_once('/').map_or((rest, ""), |(a, p)| (a, p));
    let port_given = authority.rsplit_once(':').is_some_and(|(_, p)| !p.is_empty() && p.chars().all(|c| c.is_ascii_digit()));
    let authority = if port_given { authority.to_owned() } else { format!("{authority}:80") };
    let path = if path.is_empty() { "/readyz".to_owned() } else { format!("/{path}") };
    Ok((authority, path))
}

fn ask(authority: &str, path: &str, wait: Duration) -> std::io::Result<u16> {
    let address = authority.to_socket_addrs()?.next().ok_or_else(|| std::io::Error::other("the name has no address"))?;
    let mut stream = TcpStream::connect_timeout(&address, wait)?;
    stream.set_read_timeout(Some(wait))?;
    stream.set_write_timeout(Some(wait))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.take(ENOUGH).read_to_end(&mut answer)?;
    let head = String::from_utf8_lossy(&answer);
    let status =
        head.strip_prefix("HTTP/1.1 ").or_else(|| head.strip_prefix("HTTP/1.0 ")).and_then(|r| r.get(..3)).and_then(|s| s.parse().ok());
    status.ok_or_else(|| std::io::Error::other("the answer is no HTTP"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_without_path_asks_for_readiness() {
        assert_eq!(address("http://127.0.0.1:8080").unwrap(), ("127.0.0.1:8080".into(), "/readyz".into()));
        assert_eq!(address("http://host/livez").unwrap(), ("host:80".into(), "/livez".into()));
        assert!(address("https://host").is_err());
    }
}
