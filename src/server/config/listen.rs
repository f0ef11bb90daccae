//! Where the service is to be found.

use std::net::{IpAddr, Ipv4Addr};

/// Where the service is to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// The address to listen on. `127.0.0.1`: nobody from outside, unless the operator says so.
    pub host: IpAddr,
    /// The port to listen on, 8080; 0 takes a free one.
    pub port: u16,
    /// What every path begins with, behind a reverse proxy that hands paths on as they are: `/paraph`. Empty: nothing.
    pub base_path: String,
}

impl Default for Listen {
    fn default() -> Self {
        Self { host: IpAddr::V4(Ipv4Addr::LOCALHOST), port: 8080, base_path: String::new() }
    }
}
