//! One post for each that the page embeds, in however many forms.

use std::collections::HashSet;

use super::blocks::Part;

/// Drops a post that stands there again: one without words whose words stand elsewhere, or the same address a second time.
pub(super) fn once(parts: &mut Vec<Part>) {
    let worded: HashSet<String> = parts
        .iter()
        .filter_map(|part| if let Part::Post(p, _) = part { p.url.as_deref().filter(|_| !p.words.is_empty()).map(identity) } else { None })
        .collect();
    let mut seen: HashSet<String> = HashSet::new();
    parts.retain(|part| match part {
        Part::Post(post, _) => {
            let Some(identity) = post.url.as_deref().map(identity) else { return true };
            (!post.words.is_empty() || !worded.contains(&identity)) && seen.insert(identity)
        }
        Part::Piece(_) => true,
    });
}

/// What two addresses of one post share: the last long number in it, else the address without protocol, query and last slash.
fn identity(address: &str) -> String {
    let number = address.split(|c: char| !c.is_ascii_digit()).rfind(|n| n.len() >= 12);
    let path = address.split(['?', '#']).next().unwrap_or(address);
    // Where the path is a program's, the query names the post.
    let plain = if path.ends_with("/watch") || path.rsplit('.').next() == Some("php") { address } else { path };
    let plain = plain.trim_end_matches('/');
    let plain = plain.split_once("//").map_or(plain, |(_, rest)| rest);
    number.unwrap_or(plain.strip_prefix("www.").unwrap_or(plain)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::html::embeds::Found, record::Platform};

    fn post(url: &str, words: &str) -> Part {
        let (url, words) = (Some(url.to_owned()), words.to_owned());
        Part::Post(Found { platform: Platform::X, author: None, handle: None, posted_on: None, url, words, closing: String::new() }, 0)
    }

    fn left(mut parts: Vec<Part>) -> Vec<String> {
        once(&mut parts);
        parts.into_iter().filter_map(|p| if let Part::Post(p, _) = p { Some(p.words) } else { None }).collect()
    }

    #[test]
    fn a_post_in_two_forms_is_one() {
        let found = left(vec![
            post("https://x.com/i/web/status/1518974351739179010", ""),
            post("https://twitter.com/port/status/1518974351739179010?s=20", "Salt is back."),
            post("https://twitter.com/port/status/1518974351739179010", "Salt is back."),
        ]);
        assert_eq!(found, ["Salt is back."]);
    }

    #[test]
    fn other_posts_stay() {
        assert_eq!(
            left(vec![
                post("https://x.com/port/status/1518974351739179010", "a"),
                post("https://x.com/port/status/1518974351739179011", "")
            ])
            .len(),
            2
        );
        assert_eq!(left(vec![post("https://www.instagram.com/p/Cx/", "a"), post("https://instagram.com/p/Cy", "b")]).len(), 2);
        assert_eq!(left(vec![post("https://www.youtube.com/watch?v=a", ""), post("https://www.youtube.com/watch?v=b", "")]).len(), 2);
    }
}
