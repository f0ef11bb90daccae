//! Platforms by their markup and their addresses.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::Platform;

#[derive(Debug, Default, Deserialize)]
struct Table {
    platform: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    name: Platform,
    class: Vec<String>,
    element: Vec<String>,
    hosts: Vec<String>,
    path: Vec<String>,
    id: Vec<String>,
    anywhere: Vec<String>,
    by_id: String,
    #[serde(default)]
    around: Vec<String>,
    limit: usize,
}

const SOURCE: &str = include_str!("../../../data/posts/platforms.toml");

/// A test reads the file; here a broken one would know no platform.
static TABLE: LazyLock<Table> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// The platform whose embed an element of this name and these classes is.
pub fn by_element<'c>(name: &str, classes: impl Iterator<Item = &'c str>) -> Option<Platform> {
    let of_element = TABLE.platform.iter().find(|e| e.element.iter().any(|n| n == name));
    of_element.map(|e| e.name).or_else(|| {
        classes
            .into_iter()
            .find_map(|own| TABLE.platform.iter().find(|e| e.class.iter().any(|c| own.eq_ignore_ascii_case(c))))
            .map(|e| e.name)
    })
}

/// A post's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permalink {
    /// Where it was posted.
    pub platform: Platform,
    /// Whose it is, where the address tells.
    pub handle: Option<String>,
}

/// Reads an address as that of a post: a known host and the form of path that its posts have.
pub fn permalink(address: &str) -> Option<Permalink> {
    let (host, segments) = parts(address)?;
    let Some(entry) = TABLE.platform.iter().find(|e| e.hosts.contains(&host)) else { return federated(&host, &segments) };
    entry.path.iter().any(|form| fits(form, &segments)).then(|| Permalink { platform: entry.name, handle: handle(entry.name, &segments) })
}

/// True for a link in an embed that stands around the post's words and is none of them: its author's page, the sound under a video.
pub fn is_around(platform: Platform, author: Option<&str>, address: &str) -> bool {
    let Some((host, segments)) = parts(address) else { return false };
    let Some(entry) = TABLE.platform.iter().find(|e| e.name == platform && e.hosts.contains(&host)) else { return false };
    // Whom the words mention has a page, too.
    let is_others = segments.first().and_then(|s| s.strip_prefix('@')).is_some_and(|name| Some(name) != author);
    !is_others && entry.around.iter().any(|form| form.split('/').count() == segments.len() && fits(form, &segments))
}

/// Host and path of an address.
fn parts(address: &str) -> Option<(String, Vec<&str>)> {
    let rest = address.strip_prefix("https:").or_else(|| address.strip_prefix("http:")).unwrap_or(address).strip_prefix("//")?;
    let (host, path) = rest.split_once('/')?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
    let path = path.split(['?', '#']).next().unwrap_or("");
    Some((host, path.split('/').filter(|s| !s.is_empty()).collect()))
}

/// Servers of Mastodon are many; what tells a post's frame is its path.
fn federated(host: &str, segments: &[&str]) -> Option<Permalink> {
    let [user, number, "embed"] = segments else { return None };
    let name = user.strip_prefix('@').filter(|n| !n.is_empty())?;
    let is_number = number.len() >= 6 && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| Permalink { platform: Platform::Mastodon, handle: Some(format!("{name}@{host}")) })
}

/// The permalink of the post whose id an element holds: one of the platform's own elements where that is known, else any.
pub fn by_id<'v>(platform: Option<Platform>, attribute: impl Fn(&str) -> Option<&'v str>) -> Option<(Platform, String)> {
    let entries = TABLE.platform.iter().filter(|e| platform.is_none_or(|p| p == e.name));
    entries.into_iter().find_map(|e| {
        let own = e.id.iter().filter(|_| platform.is_some());
        let id = e.anywhere.iter().chain(own).find_map(|name| attribute(name))?;
        let is_id = id.len() <= 100 && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/'));
        is_id.then(|| (e.name, e.by_id.replace("{}", id)))
    })
}

/// True where the path begins as the form does. For posts that are known by a bare number or name, nothing may follow.
fn fits(form: &str, segments: &[&str]) -> bool {
    let form: Vec<&str> = form.split('/').collect();
    form.len() <= segments.len()
        && form.iter().zip(segments).all(|(f, s)| match (*f, f.strip_suffix('*')) {
            ("#", _) => s.bytes().all(|b| b.is_ascii_digit()),
            (_, Some(start)) => s.starts_with(start) && s.len() > start.len(),
            (_, None) => f == s,
        })
}

fn handle(platform: Platform, segments: &[&str]) -> Option<String> {
    let first = *segments.first()?;
    let handle = match platform {
        Platform::X if segments.get(1).is_some_and(|s| s.starts_with("status")) && first != "i" => first,
        Platform::Bluesky if first == "profile" => segments.get(1).filter(|name| !name.starts_with("did:"))?,
        Platform::Telegram if first == "s" => segments.get(1)?,
        Platform::Telegram if first != "c" => first,
        _ => first.strip_prefix('@')?,
    };
    Some(handle.to_owned())
}

/// Characters that a post of this platform may have.
pub fn limit(platform: Platform) -> usize {
    TABLE.platform.iter().find(|e| e.name == platform).map_or(usize::MAX, |e| e.limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        assert!(toml::from_str::<Table>(SOURCE).unwrap().platform.len() >= 10);
    }

    #[test]
    fn permalinks_tell_platform_and_handle() {
        let read = |a: &str| permalink(a).map(|p| (p.platform, p.handle.unwrap_or_default()));
        assert_eq!(read("https://twitter.com/novak/status/123?ref_src=x"), Some((Platform::X, "novak".into())));
        assert_eq!(read("//x.com/i/web/status/9"), Some((Platform::X, String::new())));
        assert_eq!(read("https://bsky.app/profile/lind.bsky.social/post/3k"), Some((Platform::Bluesky, "lind.bsky.social".into())));
        assert_eq!(read("https://www.instagram.com/p/Cx/"), Some((Platform::Instagram, String::new())));
        assert_eq!(read("https://t.me/harbour/15"), Some((Platform::Telegram, "harbour".into())));
        assert_eq!(read("https://t.me/s/harbour/15"), Some((Platform::Telegram, "harbour".into())));
        assert_eq!(read("https://twitter.com/novak/statuses/123"), Some((Platform::X, "novak".into())));
        for (address, platform) in [
            ("https://youtu.be/ab-c?t=3", Platform::Youtube),
            ("https://m.youtube.com/watch?v=ab-c", Platform::Youtube),
            ("https://fb.watch/aBc1/", Platform::Facebook),
            ("https://www.facebook.com/groups/harbour/permalink/12/", Platform::Facebook),
            ("https://www.facebook.com/share/p/aBc1/", Platform::Facebook),
            ("https://vm.tiktok.com/aBc1/", Platform::Tiktok),
            ("https://www.instagram.com/novak/p/Cx/", Platform::Instagram),
        ] {
            assert_eq!(read(address).map(|r| r.0), Some(platform), "{address}");
        }
        assert_eq!(read("https://sea.example/@lind/1123581321345589/embed"), Some((Platform::Mastodon, "lind@sea.example".into())));
    }

    #[test]
    fn an_id_makes_a_permalink() {
        let with = |key: &'static str, value: &'static str| move |name: &str| (name == key).then_some(value);
        assert_eq!(by_id(None, with("data-tweet-id", "20")), Some((Platform::X, "https://twitter.com/i/web/status/20".into())));
        assert_eq!(by_id(None, with("data-videoid", "ab")), None, "of whatever player");
        let own = by_id(Some(Platform::Youtube), with("data-videoid", "ab"));
        assert_eq!(own, Some((Platform::Youtube, "https://www.youtube.com/watch?v=ab".into())));
        assert_eq!(by_id(None, with("data-tweet-id", "a b")), None);
    }

    #[test]
    fn other_addresses_are_no_posts() {
        for address in [
            "https://twitter.com/novak",
            "https://x.com/intent/tweet?url=a",
            "https://harbour.example/novak/status/1",
            "mailto:a@b",
            "https://x.com/novak/status/first",
            "https://t.me/share/url?url=a",
            "https://t.me/s/harbour",
            "https://sea.example/@lind/1123581321345589",
            "https://sea.example/@lind/about/embed",
            "",
            "//",
        ] {
            assert_eq!(permalink(address), None, "{address}");
        }
    }

    #[test]
    fn links_around_a_posts_words_are_known() {
        let around = |address: &str| is_around(Platform::Tiktok, Some("port"), address);
        assert!(around("https://www.tiktok.com/@port?refer=embed") && around("https://www.tiktok.com/music/salt-7"));
        for address in [
            "https://www.tiktok.com/@lind",
            "https://www.tiktok.com/tag/salt",
            "https://www.tiktok.com/@port/video/7",
            "https://harbour.example/@port",
            "@port",
        ] {
            assert!(!around(address), "{address}");
        }
        assert!(!is_around(Platform::X, Some("port"), "https://x.com/port"));
    }

    #[test]
    fn elements_are_known_by_class_or_name() {
        assert_eq!(by_element("blockquote", ["lazy", "twitter-tweet"].into_iter()), Some(Platform::X));
        assert_eq!(by_element("amp-instagram", std::iter::empty()), Some(Platform::Instagram));
        assert_eq!(by_element("blockquote", ["pullquote"].into_iter()), None);
    }
}
