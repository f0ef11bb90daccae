//! Tags that were left in the text.

use super::{Edit, Edits};

/// Elements whose tags are known by their name alone.
const KNOWN: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "cite",
    "div",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "iframe",
    "img",
    "li",
    "ol",
    "p",
    "q",
    "script",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "tr",
    "u",
    "ul",
];
/// Elements behind which a word ends.
const INLINE: &[&str] = &["a", "abbr", "b", "cite", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u", "q"];
/// Bytes of the longest tag that is looked for.
const LONGEST: usize = 2000;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    let mut done = 0;
    for (at, _) in block.match_indices('<') {
        if at < done {
            continue;
        }
        let rest = &block[at + 1..];
        let Some(end) = rest[..rest.floor_char_boundary(LONGEST)].find(['>', '<']).filter(|e| rest[*e..].starts_with('>')) else {
            continue;
        };
        if let Some(name) = name_of_tag(&rest[..end]) {
            let with = if INLINE.contains(&name.as_str()) { "" } else { " " };
            done = at + 1 + end + 1;
            edits.push(Edit::put(at..done, with));
        }
    }
}

/// The element's name where `inside`, what stands between `<` and `>`, is a tag: a known name, a closing tag, or a name with attributes.
fn name_of_tag(inside: &str) -> Option<String> {
    let (closing, body) = match inside.strip_prefix('/') {
        Some(body) => (true, body),
        None => (false, inside.trim_end_matches('/')),
    };
    let name_end = body.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(body.len());
    let (name, attributes) = body.split_at(name_end);
    let well_formed =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && (attributes.is_empty() || attributes.starts_with(char::is_whitespace));
    let name = name.to_ascii_lowercase();
    let has_values = attributes.contains("=\"") || attributes.contains("='");
    (well_formed
        && (KNOWN.contains(&name.as_str()) && (attributes.trim().is_empty() || attributes.contains('='))
            || closing && attributes.trim().is_empty()
            || has_values))
        .then_some(name)
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::default()).text().to_owned()
    }

    #[test]
    fn tags_go_and_their_words_stay() {
        assert_eq!(cleaned("<b>Salt</b>s<br/>and <a href=\"https://h.example\">more</a>"), "Salts and more");
        assert_eq!(cleaned("<post id=\"1\" by=\"x\">Salt is back</post>."), "Salt is back .");
    }

    #[test]
    fn other_angles_stay() {
        for text in ["a < b > c", "List<String>", "<novak@harbour.example>", "1<2", "<3", "<", "<<>>", "<unnamed thing>"] {
            assert_eq!(cleaned(text), text);
        }
    }
}
