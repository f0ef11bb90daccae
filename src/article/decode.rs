//! Bytes → text: which charset, by byte-order mark, header, the page's own word, or the look of the bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes at a page's start in which it may name its charset (WHATWG HTML, "prescan a byte stream").
const PRESCAN: usize = 1024;

/// Bytes as text, and what the caller should know of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; without the byte-order mark.
    pub text: String,
    /// Where something had to be guessed or replaced: which byte, and what to do.
    pub warning: Option<String>,
}

/// Decodes `bytes`. `content_type` is the header's value, if there is one.
///
/// Never fails. Text with a broken byte in it is still an article that somebody wants read, so what cannot be decoded is replaced by
/// U+FFFD, and the warning says at which byte that began. Bytes that say nothing of their charset and are not UTF-8 are
/// guessed by their look.
pub fn decode<'b>(bytes: impl Into<Cow<'b, [u8]>>, content_type: Option<&str>) -> Decoded {
    let owned: Cow<'b, [u8]> = bytes.into();
    let bytes: &[u8] = &owned;
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(&bytes[mark..], encoding, mark);
    }
    if let Some(encoding) = content_type.and_then(charset_of) {
        return decode_as(bytes, encoding, 0);
    }
    if let Some(encoding) = by_form(bytes) {
        return decode_as(bytes, encoding, 0);
    }
    let read = std::str::from_utf8(bytes);
    // A page that was stored as UTF-8 keeps the word of the charset that it once had; bytes of another charset that are UTF-8 by chance
    // are not met in texts of any length.
    // A page that calls itself UTF-8 and has not one character in it is guessed, too.
    let lies = |declared: &Encoding| declared == UTF_8 && !bytes.is_ascii() && !is_mostly_utf8(bytes);
    let declared = declared_in_page(bytes).filter(|declared| read.is_err() && !lies(declared) || (*declared != UTF_8 && bytes.is_ascii()));
    if let Some(encoding) = declared {
        return decode_as(bytes, encoding, 0);
    }
    match read {
        Ok(_) => match String::from_utf8(owned.into_owned()) {
            Ok(text) => Decoded { text, warning: None },
            Err(error) => replaced(error.as_bytes(), error.utf8_error().valid_up_to(), 0),
        },
        Err(error) if is_mostly_utf8(bytes) => replaced(bytes, error.valid_up_to(), 0),
        Err(error) => guessed(bytes, error.valid_up_to()),
    }
}

/// Charsets that their first bytes tell: two bytes a letter without a mark, and ASCII that shifts to Japanese.
fn by_form(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, c, 0, ..] if c.is_ascii_graphic() => Some(UTF_16LE),
        [0, b'<', 0, c, ..] if c.is_ascii_graphic() => Some(UTF_16BE),
        _ if bytes.is_ascii() && [b"\x1B$B", b"\x1B$@"].iter().any(|shift| memchr::memmem::find(bytes, *shift).is_some()) => {
            Some(ISO_2022_JP)
        }
        _ => None,
    }
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, offset: usize) -> Decoded {
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Decoded { text: text.to_owned(), warning: None },
            Err(error) => replaced(bytes, error.valid_up_to(), offset),
        };
    }
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let warning = broken
        .then(|| format!("some bytes are not {}; they were replaced by U+FFFD; send UTF-8 or name the right charset", encoding.name()));
    Decoded { text: text.into_owned(), warning }
}

fn replaced(bytes: &[u8], at: usize, offset: usize) -> Decoded {
    Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        warning: Some(format!(
            "byte {} is not UTF-8; it and its like were replaced by U+FFFD; send UTF-8 or name the charset in Content-Type",
            at + offset
        )),
    }
}

fn guessed(bytes: &[u8], at: usize) -> Decoded {
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    let encoding = detector.guess(None, false);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        warning: Some(format!(
            "byte {at} is not UTF-8 and no charset that is known was named; read as {}; name the charset in Content-Type",
            encoding.name()
        )),
    }
}

/// The encoding that `charset=` names in a header or a `<meta>`'s content.
fn charset_of(value: &str) -> Option<&'static Encoding> {
    let at = find_ignoring_case(value.as_bytes(), b"charset")?;
    let rest = value[at + "charset".len()..].trim_start().strip_prefix('=')?.trim_start();
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/')).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// The charset that a page's first `<meta>` names. A page whose ASCII could be read to find that is not UTF-16, whatever it says.
fn declared_in_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let mut from = 0;
    while let Some(at) = find_ignoring_case(&head[from..], b"<meta") {
        let tag = &head[from + at..];
        let end = tag.iter().position(|b| *b == b'>').unwrap_or(tag.len());
        let text: String = tag[..end].iter().map(|b| char::from(*b)).collect();
        if let Some(encoding) = charset_of(&text) {
            return Some(encoding.output_encoding());
        }
        from += at + end.max(1);
    }
    None
}

fn find_ignoring_case(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w.eq_ignore_ascii_case(needle))
}

/// True where the sequences of several bytes that are UTF-8 are more than those that are not: a text damaged in places, not one in another charset.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_bytes_say_of_themselves_goes_first() {
        assert_eq!(decode(b"\xEF\xBB\xBFHarbour", Some("text/plain; charset=iso-8859-1")).text, "Harbour");
        assert_eq!(decode(b"\xFF\xFEH\0i\0", None).text, "Hi");
        assert_eq!(decode(b"\xEF\xBB\xBF", None), Decoded { text: String::new(), warning: None });
    }

    #[test]
    fn the_header_goes_before_the_page() {
        let page = b"<meta charset=\"utf-8\"><p>caf\xE9";
        assert_eq!(decode(page, Some("text/html; charset=\"ISO-8859-1\"")).text, "<meta charset=\"utf-8\"><p>café");
    }

    #[test]
    fn a_page_names_its_charset() {
        let page = b"<html><META http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xCF\xF0\xE8\xE2\xE5\xF2";
        assert!(decode(page, None).text.ends_with("Привет"));
        let stale = "<meta charset=gb2312><p>部长们在码头会面";
        assert!(decode(stale.as_bytes(), None).text.ends_with("部长们在码头会面"));
        let lies = "<meta charset=utf-16><p>Zürich";
        assert!(decode(lies.as_bytes(), None).text.ends_with("Zürich"));
    }

    #[test]
    fn bytes_whose_form_tells_their_charset() {
        let page = "<p>塩";
        let wide = |order: fn(u16) -> [u8; 2]| page.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(decode(wide(u16::to_le_bytes), None).text, page);
        assert_eq!(decode(wide(u16::to_be_bytes), None).text, page);
        assert_eq!(decode(b"<p>\x1B$B1v\x1B(B".as_slice(), None).text, page);
        assert_eq!(decode(b"<p>\x1B[1m salt".as_slice(), None).text, "<p>\x1B[1m salt");
    }

    #[test]
    fn a_page_that_calls_itself_utf8_and_is_not_is_guessed() {
        let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<_>>();
        let decoded = decode(latin("<meta charset=utf-8><p>Le ministre a été reçu à l'Élysée, où il a dîné."), None);
        assert!(decoded.text.contains("été reçu") && decoded.warning.is_some(), "{decoded:?}");
        let mixed = [b"<meta charset=utf-8>".as_slice(), "été à l'Élysée".as_bytes(), b"\xE9"].concat();
        assert!(decode(mixed, None).text.contains("été à l'Élysée\u{FFFD}"));
    }

    #[test]
    fn a_broken_byte_is_replaced_and_told() {
        let decoded = decode("Zürich, Genève \u{2014} ".as_bytes().iter().chain(b"\xFF end").copied().collect::<Vec<_>>().as_slice(), None);
        assert!(decoded.text.ends_with("\u{FFFD} end"));
        assert!(decoded.warning.unwrap().contains("byte 21"));
    }

    #[test]
    fn bytes_that_are_not_utf8_are_guessed() {
        let decoded =
            decode("Le ministre a été reçu à l'Élysée, où il a dîné.".chars().map(|c| c as u8).collect::<Vec<_>>().as_slice(), None);
        assert!(decoded.text.contains("été reçu"), "{decoded:?}");
        assert!(decoded.warning.unwrap().contains("windows-1252"));
    }

    #[test]
    fn ascii_and_utf8_pass_without_a_word() {
        for text in ["", "plain", "Ünïcode 🎉"] {
            assert_eq!(decode(text.as_bytes(), None), Decoded { text: text.into(), warning: None });
        }
    }
}
