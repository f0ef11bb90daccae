//! The address of a post behind the address of its frame.

use std::borrow::Cow;

/// The address that a reader would open: without what makes a frame of it and without the marks by which links are followed.
pub fn canonical(address: &str) -> Cow<'_, str> {
    let address = address.split_once("?ref_src=").map_or(address, |(address, _)| address);
    if let Some(post) = address.strip_prefix("at://").and_then(|uri| uri.split_once("/app.bsky.feed.post/")) {
        return Cow::Owned(format!("https://bsky.app/profile/{}/post/{}", post.0, post.1));
    }
    let Some((protocol, rest)) = address.split_once("//") else { return Cow::Borrowed(address) };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let parameter =
        |name: &str| query.split(['&', '#']).find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).filter(|v| !v.is_empty());
    let inner = match (host, path) {
        ("t.me", path) if !query.is_empty() => Some(format!("https://t.me/{path}")),
        ("facebook.com", path) if path.starts_with("plugins/") => parameter("href").map(decoded),
        ("platform.twitter.com" | "platform.x.com", _) => parameter("id").map(|id| format!("https://twitter.com/i/web/status/{id}")),
        ("youtube.com" | "youtube-nocookie.com", path) => {
            path.strip_prefix("embed/").map(|id| format!("https://www.youtube.com/watch?v={}", id.trim_end_matches('/')))
        }
        ("embed.bsky.app", path) => path
            .strip_prefix("embed/")
            .and_then(|uri| uri.split_once("/app.bsky.feed.post/"))
            .map(|(who, post)| format!("https://bsky.app/profile/{who}/post/{post}")),
        ("youtu.be", id) if !id.is_empty() => Some(format!("https://www.youtube.com/watch?v={}", id.trim_end_matches('/'))),
        _ => None,
    };
    if let Some(inner) = inner {
        return Cow::Owned(inner);
    }
    let frame = ["/embed/captioned", "/embed"].iter().find_map(|end| path.trim_end_matches('/').strip_suffix(end));
    match frame {
        Some(path) if !path.is_empty() => Cow::Owned(format!("{protocol}//{}/{path}", rest.split('/').next().unwrap_or(host))),
        _ => Cow::Borrowed(address),
    }
}

/// Percent signs resolved (RFC 3986).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code =
            (byte == b'%').then(|| after.get(..2)).flatten().and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_lead_to_their_posts() {
        for (frame, post) in [
            ("https://twitter.com/port/status/2?ref_src=twsrc", "https://twitter.com/port/status/2"),
            ("https://platform.twitter.com/embed/Tweet.html?dnt=true&id=20", "https://twitter.com/i/web/status/20"),
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fport%2Fposts%2F1&width=500",
                "https://www.facebook.com/port/posts/1",
            ),
            ("https://www.instagram.com/p/Cx/embed/captioned/?cr=1", "https://www.instagram.com/p/Cx"),
            ("https://www.youtube-nocookie.com/embed/ab-c?rel=0", "https://www.youtube.com/watch?v=ab-c"),
            ("https://youtu.be/ab-c?t=3", "https://www.youtube.com/watch?v=ab-c"),
            ("https://sea.example/@lind/112358/embed", "https://sea.example/@lind/112358"),
            ("https://t.me/port/16?embed=1", "https://t.me/port/16"),
            ("at://did:plc:x1/app.bsky.feed.post/3k", "https://bsky.app/profile/did:plc:x1/post/3k"),
            ("https://embed.bsky.app/embed/did:plc:x1/app.bsky.feed.post/3k?id=1", "https://bsky.app/profile/did:plc:x1/post/3k"),
        ] {
            assert_eq!(canonical(frame), post);
        }
    }

    #[test]
    fn other_addresses_stay() {
        for address in
            ["https://x.com/port/status/2", "https://t.me/port/1", "port", "//", "https://www.facebook.com/plugins/post.php?a=%", ""]
        {
            assert_eq!(canonical(address), address);
        }
        assert_eq!(decoded("a%2"), "a%2");
        assert_eq!(decoded("%C3%A9%zz"), "é%zz");
    }
}
