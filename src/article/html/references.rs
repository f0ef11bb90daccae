//! Character references: `&amp;`, `&#8212;`, `&eacute` (WHATWG HTML, 13.2.5.72 to 80).

use html5ever::{
    data::{C1_REPLACEMENTS, NAMED_ENTITIES},
    tendril::StrTendril,
};
use memchr::{memchr, memchr2};

/// Bytes of the longest name of a character, with its semicolon.
const LONGEST: usize = 33;

/// Text as it stands in a page → as it reads: references resolved, line ends as line feeds, NULs left out.
pub(super) fn resolved(text: &str, in_attribute: bool) -> StrTendril {
    let bytes = text.as_bytes();
    if memchr2(b'&', b'\r', bytes).is_none() && memchr(0, bytes).is_none() {
        return StrTendril::from_slice(text);
    }
    let mut out = StrTendril::with_capacity(u32::try_from(text.len()).unwrap_or(0));
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|b| matches!(b, b'&' | b'\r' | 0)).map(|found| from + found) {
        out.push_slice(&text[from..at]);
        from = match bytes[at] {
            b'&' => at + 1 + reference(&text[at + 1..], in_attribute, &mut out),
            b'\r' => {
                out.push_char('\n');
                at + 1 + usize::from(bytes.get(at + 1) == Some(&b'\n'))
            }
            _ => at + 1,
        };
    }
    out.push_slice(&text[from..]);
    out
}

/// Writes what a reference stands for, given what is behind its `&`; how many bytes of that it takes. What is none is written as it stands.
fn reference(rest: &str, in_attribute: bool, out: &mut StrTendril) -> usize {
    if let Some(figures) = rest.strip_prefix('#') {
        if let Some((c, length)) = numbered(figures) {
            out.push_char(c);
            return 1 + length;
        }
    } else if let Some((length, (first, second))) = named(rest) {
        let next = rest.as_bytes().get(length);
        let is_word = in_attribute && next.is_some_and(|b| *b == b'=' || b.is_ascii_alphanumeric());
        if rest.as_bytes()[length - 1] == b';' || !is_word {
            out.extend([first, second].into_iter().filter(|c| *c != 0).filter_map(char::from_u32));
            return length;
        }
    }
    out.push_char('&');
    0
}

/// The longest name of a character with which a text begins: its bytes, and what it stands for.
fn named(rest: &str) -> Option<(usize, (u32, u32))> {
    let head = &rest.as_bytes()[..rest.len().min(LONGEST)];
    let word = head.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let known = |length: usize| NAMED_ENTITIES.get(rest.get(..length)?).copied().filter(|(first, _)| *first != 0).map(|c| (length, c));
    if head.get(word) == Some(&b';')
        && let Some(found) = known(word + 1)
    {
        return Some(found);
    }
    (2..=word).rev().find_map(known)
}

/// The character of a number, and the bytes of that.
fn numbered(figures: &str) -> Option<(char, usize)> {
    let (radix, mark) = if figures.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = figures[mark..].bytes().take_while(|b| char::from(*b).is_digit(radix)).count();
    if digits == 0 {
        return None;
    }
    let number = figures[mark..mark + digits]
        .bytes()
        .fold(0_u32, |number, digit| number.saturating_mul(radix).saturating_add(char::from(digit).to_digit(radix).unwrap_or(0)));
    let c = match number {
        0x80..=0x9F => C1_REPLACEMENTS[(number - 0x80) as usize].or(char::from_u32(number)),
        0 => None,
        _ => char::from_u32(number),
    };
    let semicolon = usize::from(figures.as_bytes().get(mark + digits) == Some(&b';'));
    Some((c.unwrap_or(char::REPLACEMENT_CHARACTER), mark + digits + semicolon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_what_they_stand_for() {
        for (text, expected) in [
            ("R&amp;D &lt; &#8212;&#x2014 &eacute;&eacute", "R&D < —— éé"),
            ("&notit; &notin; &copy2024 &#150; &#0; &#xD800;", "¬it; ∉ ©2024 – \u{FFFD} \u{FFFD}"),
            ("a & b &; &# &#x; &x &unknown; &", "a & b &; &# &#x; &x &unknown; &"),
            ("one\r\ntwo\rthree\n\0", "one\ntwo\nthree\n"),
            ("&acE;", "∾\u{333}"),
        ] {
            assert_eq!(&*resolved(text, false), expected, "{text}");
        }
    }

    #[test]
    fn in_an_address_an_ampersand_parts_words() {
        assert_eq!(&*resolved("?a=1&copy=2&lt=3&amp;b&not", true), "?a=1&copy=2&lt=3&b¬");
        assert_eq!(&*resolved("&copy=2", false), "©=2");
    }
}
