//! Whose page an address is: the state that a host's name tells.

use std::{collections::HashMap, sync::OnceLock};

use super::{CountryCode, files};

/// The state that a host's name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Whose page it is, or whose readers it has.
    pub country: CountryCode,
    /// True for a page of that state's own government.
    pub official: bool,
}

/// What `data/gazetteer/hosts.tsv` says of labels.
#[derive(Default)]
struct Labels {
    official: HashMap<&'static str, CountryCode>,
    under: Vec<&'static str>,
    country: HashMap<&'static str, CountryCode>,
    sold: Vec<&'static str>,
}

fn labels() -> &'static Labels {
    static LABELS: OnceLock<Labels> = OnceLock::new();
    LABELS.get_or_init(|| {
        let mut labels = Labels::default();
        for [kind, label, code] in files::hosts() {
            match (kind, code.parse()) {
                ("official", Ok(code)) => drop(labels.official.insert(label, code)),
                ("country", Ok(code)) => drop(labels.country.insert(label, code)),
                ("under", _) => labels.under.push(label),
                ("sold", _) => labels.sold.push(label),
                _ => {}
            }
        }
        labels
    })
}

/// The state that the host of an address tells: `https://www.mfa.gov.sg/…` is Singapore's own, `https://example.com.na/…` is read in
/// Namibia. None for a host that tells nothing.
pub fn origin(url: &str) -> Option<Origin> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#', ' ']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    let labels = labels();
    let parts: Vec<&str> = host.split('.').collect();
    let (&last, before) = parts.split_last().filter(|(_, before)| !before.is_empty())?;
    let ending = |n: usize| parts[parts.len().saturating_sub(n)..].join(".");
    if let Some(&country) = labels.official.get(last).or_else(|| labels.official.get(ending(2).as_str())) {
        return Some(Origin { country, official: true });
    }
    let of_code = || (!labels.sold.contains(&last)).then(|| last.to_ascii_uppercase().parse().ok()).flatten();
    let country = labels.country.get(last).copied().or_else(of_code)?;
    super::Gazetteer::global().country(country)?;
    Some(Origin { country, official: before.last().is_some_and(|l| labels.under.contains(l)) })
}

#[cfg(test)]
mod tests {
    use super::origin;

    fn told(url: &str) -> Option<(String, bool)> {
        origin(url).map(|o| (o.country.to_string(), o.official))
    }

    #[test]
    fn a_governments_host_is_official() {
        for (url, country) in [
            ("https://www.foreign.gov.fj/news/1", "FJ"),
            ("http://press.state.gov", "US"),
            ("https://www.mofa.go.kr:443/eng", "KR"),
            ("https://number10.gov.uk/x?y=z", "GB"),
            ("https://user@pm.gc.ca/en", "CA"),
        ] {
            assert_eq!(told(url), Some((country.to_owned(), true)), "{url}");
        }
    }

    #[test]
    fn a_states_own_domain_tells_its_readers() {
        assert_eq!(told("https://news.example.com.na/a"), Some(("NA".to_owned(), false)));
        assert_eq!(told("https://example.co.uk/a"), Some(("GB".to_owned(), false)));
    }

    #[test]
    fn other_hosts_tell_nothing() {
        for url in [
            "https://example.com/gov.sg",
            "https://example.io/a",
            "https://example.zz",
            "localhost:8080",
            "",
            "not an address",
            "http://:80",
        ] {
            assert_eq!(told(url), None, "{url}");
        }
    }
}
