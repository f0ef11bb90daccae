//! Who may come in, as arguments.

use std::{fs, path::PathBuf};

use axum::http::HeaderValue;
use clap::Args as Arguments;
use paraph::server::{Access, ApiKey};

use super::super::end::Failure;

#[derive(Debug, Arguments)]
#[command(next_help_heading = "Access")]
pub struct AccessArgs {
    /// Keys, parted by commas; with any, every call but /livez and /readyz asks for one as a bearer token. Set the variable rather
    /// than the argument, which others on the machine can see [default: no key is asked for]
    #[arg(long, value_name = "KEY", env = "PARAPH_API_KEYS", hide_env_values = true, value_delimiter = ',')]
    pub api_keys: Vec<String>,
    /// A file with a key a line, read at the start; empty lines and those that begin with # are passed over
    #[arg(long, value_name = "FILE", env = "PARAPH_API_KEYS_FILE")]
    pub api_keys_file: Option<PathBuf>,
    /// Origins whose pages may call from a browser, parted by commas, as in https://news.example [default: none]
    #[arg(long, value_name = "ORIGIN", env = "PARAPH_CORS_ORIGINS", value_delimiter = ',', value_parser = origin)]
    pub cors_origins: Vec<HeaderValue>,
}

/// An origin as a browser sends it: scheme and host, a port where it is not the scheme's own, no path.
fn origin(word: &str) -> Result<HeaderValue, String> {
    let wrong = || "give an origin as a browser sends it, as in https://news.example or http://localhost:3000".to_owned();
    let host = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://")).ok_or_else(wrong)?;
    if host.is_empty() || host.contains(['/', '?', '#', '@', '*', ' ']) {
        return Err(wrong());
    }
    word.parse().map_err(|_| wrong())
}

impl TryFrom<&AccessArgs> for Access {
    type Error = Failure;

    fn try_from(args: &AccessArgs) -> Result<Self, Failure> {
        let mut keys = Vec::new();
        for key in args.api_keys.iter().map(|k| k.trim()).filter(|k| !k.is_empty()) {
            keys.push(ApiKey::new(key).map_err(|e| Failure::usage("PARAPH_API_KEYS", e))?);
        }
        // a variable that is set to nothing, as it stands in many a file, asks for nothing; `,` does
        if keys.is_empty() && !args.api_keys.is_empty() && args.api_keys != [""] {
            return Err(Failure::usage("PARAPH_API_KEYS", "holds no key; put some, parted by commas"));
        }
        if let Some(file) = &args.api_keys_file {
            let name = file.display();
            let text = fs::read_to_string(file).map_err(|e| Failure::usage(&name, e))?;
            for (n, key) in
                text.lines().enumerate().map(|(n, line)| (n + 1, line.trim())).filter(|(_, k)| !k.is_empty() && !k.starts_with('#'))
            {
                keys.push(ApiKey::new(key).map_err(|e| Failure::usage(&name, format_args!("line {n}: {e}")))?);
            }
            if keys.is_empty() {
                // a service that was meant to be closed must not stand open
                return Err(Failure::usage(&name, "holds no key; put one a line"));
            }
        }
        Ok(Self { keys, origins: args.cors_origins.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn access(api_keys: &[&str], file: Option<&str>) -> Result<Access, Failure> {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys");
        if let Some(text) = file {
            fs::write(&path, text).unwrap();
        }
        let api_keys = api_keys.iter().map(|&k| k.to_owned()).collect();
        (&AccessArgs { api_keys, api_keys_file: file.map(|_| path), cors_origins: Vec::new() }).try_into()
    }

    #[test]
    fn keys_come_from_words_and_from_a_file() {
        let keys = access(&["a-key-of-sixteen-or-more"], Some("# ours\n\nanother-key-of-sixteen\n")).unwrap().keys;
        assert_eq!(keys, ["a-key-of-sixteen-or-more", "another-key-of-sixteen"].map(|k| ApiKey::new(k).unwrap()));
        assert_eq!(access(&[""], None).unwrap(), Access::default());
    }

    #[test]
    fn a_file_without_keys_and_keys_that_are_no_good_do_not_open_the_door() {
        assert!(access(&[], Some("# none\n")).is_err());
        assert!(access(&["short"], None).is_err());
        assert!(access(&["", ""], None).is_err() && access(&[" "], None).is_err());
        assert!(access(&[], Some("good-key-good-key-good\nshort\n")).is_err());
    }

    #[test]
    fn origins_are_scheme_and_host() {
        for good in ["https://news.example", "http://localhost:3000"] {
            assert_eq!(origin(good).unwrap(), good);
        }
        for wrong in ["*", "news.example", "https://", "https://news.example/", "https://*.example", "null"] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
