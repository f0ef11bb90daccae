//! Links around the date in a post's closing line, as converters to text leave them: `[March 4, 2024](https://…)`, `<a href="…">March 4, 2024</a>`,
//! or the bare address behind the date.

use super::platform::permalink;

/// `text` without tags and addresses, and the post's own address where one of them is it.
pub(super) fn unlinked(text: &str) -> (String, Option<String>) {
    let mut words = String::with_capacity(text.len());
    let mut url = None;
    let mut rest = text;
    while let Some(at) = rest.find(['<', '[', ']']) {
        words.push_str(&rest[..at]);
        let mark = rest.as_bytes()[at];
        let behind = &rest[at + 1..];
        rest = match (mark, behind.split_once('>'), behind.strip_prefix('(').and_then(|b| b.split_once(')'))) {
            (b'<', Some((tag, after)), _) => {
                let addresses = tag.split(['"', '\'', ' ', '=']);
                url = url.or_else(|| of_post(addresses));
                after
            }
            (b']', _, Some((target, after))) => {
                url = url.or_else(|| of_post(target.split(' ')));
                after
            }
            _ => behind,
        };
    }
    words.push_str(rest);
    let url = url.or_else(|| of_post(words.split_whitespace()));
    let words = words.split_whitespace().filter(|w| !w.contains("://")).collect::<Vec<_>>().join(" ");
    (words, url)
}

fn of_post<'a>(mut addresses: impl Iterator<Item = &'a str>) -> Option<String> {
    addresses.find(|a| permalink(a).is_some()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://twitter.com/lind/status/12";

    #[test]
    fn the_date_stands_without_its_link() {
        for text in [
            format!("[March 4, 2024]({ADDRESS})"),
            format!("[March 4, 2024]({ADDRESS} \"a post\")"),
            format!("<a href=\"{ADDRESS}\">March 4, 2024</a>"),
            format!("March 4, 2024 {ADDRESS}"),
        ] {
            assert_eq!(unlinked(&text), ("March 4, 2024".to_owned(), Some(ADDRESS.to_owned())), "{text}");
        }
    }

    #[test]
    fn other_addresses_are_not_the_posts() {
        assert_eq!(unlinked("[March 4, 2024](https://harbour.example/a)"), ("March 4, 2024".to_owned(), None));
        assert_eq!(unlinked("March 4, 2024"), ("March 4, 2024".to_owned(), None));
        assert_eq!(unlinked("a < b [c"), ("a b c".to_owned(), None));
    }
}
