//! Character references that were left in the text (WHATWG HTML, 13.5; those that newsrooms' systems leave behind).

use super::{Edit, Edits};

const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("copy", "©"),
    ("euro", "€"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("bdquo", "„"),
    ("sbquo", "‚"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("pound", "£"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "”"),
    ("reg", "®"),
    ("rsquo", "’"),
    ("shy", ""),
    ("thinsp", " "),
    ("trade", "™"),
    ("zwnj", "\u{200C}"),
    ("aacute", "á"),
    ("eacute", "é"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ntilde", "ñ"),
    ("agrave", "à"),
    ("egrave", "è"),
    ("ccedil", "ç"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("szlig", "ß"),
];

/// Bytes of the longest reference that is looked for.
const LONGEST: usize = 10;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices('&') {
        let rest = &block[at + 1..];
        let head = &rest[..rest.floor_char_boundary(LONGEST)];
        let Some(end) = head.find(';') else { continue };
        let body = &head[..end];
        // `&amp;quot;` was escaped twice.
        let (body, end) = match body {
            "amp" => twice(rest, end).unwrap_or((body, end)),
            _ => (body, end),
        };
        if let Some(with) = named(body).map(str::to_owned).or_else(|| numbered(body).map(String::from)) {
            edits.push(Edit::put(at..at + 1 + end + 1, with));
        }
    }
}

fn twice(rest: &str, end: usize) -> Option<(&str, usize)> {
    let inner = &rest[end + 1..];
    let inner_end = inner[..inner.floor_char_boundary(LONGEST)].find(';')?;
    let body = &inner[..inner_end];
    (named(body).is_some() || numbered(body).is_some()).then_some((body, end + 1 + inner_end))
}

fn named(body: &str) -> Option<&'static str> {
    NAMED.iter().find(|(name, _)| *name == body).map(|(_, with)| *with)
}

fn numbered(body: &str) -> Option<char> {
    let digits = body.strip_prefix('#')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    char::from_u32(number).filter(|c| !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::default()).text().to_owned()
    }

    #[test]
    fn references_become_what_they_stand_for() {
        assert_eq!(cleaned("&quot;R&amp;D&quot; isn&#39;t salt&nbsp;&mdash; it&#x2019;s"), "\"R&D\" isn't salt — it’s");
        assert_eq!(cleaned("&amp;quot;Salt&amp;quot;"), "\"Salt\"");
    }

    #[test]
    fn a_plain_ampersand_stays() {
        for text in ["salt & pepper; more", "R&D;", "&unknown;", "&#0;", "&", "x&y=1&z=2;"] {
            assert_eq!(cleaned(text), text);
        }
    }
}
