//! Tags with more attributes than any page needs, cut before they reach the tokenizer.
//!
//! The tokenizer holds each attribute's name against all before it in the same tag, so that a tag of 200,000 costs a minute.

use std::borrow::Cow;

/// Attributes of a tag that are kept.
const MOST: usize = 512;
/// Elements whose content is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The page with the attributes beyond the first [`MOST`] of each tag left out. Linear.
pub(super) fn bounded(page: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(open) = memchr::memchr(b'<', &page.as_bytes()[at..]).map(|found| at + found) {
        if page[open..].starts_with("<!--") {
            at = page[open + 4..].find("-->").map_or(page.len(), |end| open + 4 + end);
            continue;
        }
        let name = name_at(&page[open + 1..]);
        if name.is_empty() {
            at = open + 1;
            continue;
        }
        let (surplus, end) = tag(page.as_bytes(), open + 1 + name.len());
        if let Some(surplus) = surplus {
            out.push_str(&page[kept..surplus]);
            kept = end;
        }
        at = if RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) { closing(page, end, name) } else { end };
    }
    if kept == 0 {
        return Cow::Borrowed(page);
    }
    out.push_str(&page[kept..]);
    Cow::Owned(out)
}

/// The name of a start tag behind its `<`; empty where there is none.
fn name_at(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    &text[..text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(text.len())]
}

/// Where the surplus attributes of a tag begin, if there are any, and where its `>` stands (or the page ends). `at` is behind its name.
fn tag(bytes: &[u8], mut at: usize) -> (Option<usize>, usize) {
    let (mut count, mut surplus) = (0, None);
    let (mut inside, mut behind_equals) = (false, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => break,
            b'"' | b'\'' if behind_equals => {
                at = memchr::memchr(byte, &bytes[at + 1..]).map_or(bytes.len(), |end| at + 1 + end);
                (inside, behind_equals) = (false, false);
            }
            b'=' if count > 0 && !behind_equals => (inside, behind_equals) = (true, true),
            byte if byte.is_ascii_whitespace() || byte == b'/' => inside = behind_equals,
            _ => {
                if !inside {
                    count += 1;
                    if count > MOST && surplus.is_none() {
                        surplus = Some(at);
                    }
                }
                (inside, behind_equals) = (true, false);
            }
        }
        at += 1;
    }
    (surplus, at.min(bytes.len()))
}

/// Where the closing tag of an element without markup in it begins; the page's end where it has none.
fn closing(page: &str, from: usize, name: &str) -> usize {
    let closes = |at: &usize| page.as_bytes()[at + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    page[from..].match_indices("</").map(|(at, _)| from + at).find(closes).unwrap_or(page.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surplus_attributes_go_and_nothing_else() {
        let many = |attribute: &str, count: usize| attribute.repeat(count);
        let page = format!("<p {}>x</p><b a=1>y</b>", many("a='>' ", MOST + 3));
        assert_eq!(bounded(&page), format!("<p {}>x</p><b a=1>y</b>", many("a='>' ", MOST)));
        let unclosed = format!("<i>x</i><p {}", many("a ", MOST + 3));
        assert_eq!(bounded(&unclosed), format!("<i>x</i><p {}", many("a ", MOST)));
    }

    #[test]
    fn other_pages_stay_as_they_are() {
        let words = "a b ".repeat(MOST);
        for page in [
            format!("<p>1 < 2 {words} > 0"),
            format!("<script>if (a <b) {{ {words} }}</script><p>x"),
            format!("<!-- <p {words} > --><p>x"),
            format!("<p class=\"{words}\" id='{words}' title = \"{words}\">x"),
            String::from("<p"),
            String::from("<"),
            String::from("<!--"),
            String::from("<script>é</"),
        ] {
            assert!(matches!(bounded(&page), Cow::Borrowed(_)), "{page}");
        }
    }

    #[test]
    fn hostile_tags_take_linear_time() {
        let begun = std::time::Instant::now();
        for unit in ["a=1 ", "<p a=\"", "<p a='", "<!--", "<script>", "</", "<a ", "= ", "\"", "é='"] {
            bounded(&format!("<p {}", unit.repeat(1_000_000 / unit.len())));
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(4), "{:?}", begun.elapsed());
    }
}
