//! Web and mail addresses, which stay one token: what the published tokenizers take for one, in time linear in its length.
//!
//! An address is, in order: a scheme ("https://"; may be absent), an account ("mailto:ana@"; may be absent), a host (an IPv4
//! address that is not private, or labels with a top-level domain), a port and a path (both may be absent). After Diego
//! Perini's URL expression (MIT), which spaCy uses with small changes.

use std::sync::Arc;

use crate::language::charset::CharSet;

/// Most characters of a label of a host's name.
const LONGEST_LABEL: usize = 64;
/// Most characters of a top-level domain.
const LONGEST_TOP_LEVEL: usize = 63;
/// Most characters of an IPv4 address.
const LONGEST_IP: usize = 15;
/// Most digits of a port.
const LONGEST_PORT: usize = 5;

/// Tells addresses from other words.
#[derive(Debug)]
pub(super) struct Addresses {
    /// Letters, digits and underscore.
    pub(super) word: Arc<CharSet>,
    /// Decimal digits of any script.
    pub(super) decimal: Arc<CharSet>,
    /// What a top-level domain may hold.
    pub(super) top_level: Arc<CharSet>,
}

impl Addresses {
    /// True where the whole of `word`, which holds no white space, is an address.
    pub(super) fn is_address(&self, word: &str) -> bool {
        if !word.contains('.') {
            return false;
        }
        let account_ends = word.char_indices().skip(1).filter(|(_, c)| *c == '@').map(|(at, _)| at + 1);
        [0].into_iter().chain(self.scheme(word)).chain(account_ends).any(|at| self.is_place(&word[at..]))
    }

    /// Where the scheme ends.
    fn scheme(&self, word: &str) -> Option<usize> {
        let end = word.find(':').filter(|&at| word[at..].starts_with("://"))?;
        let name = &word[..end];
        let fits = name.chars().all(|c| self.word.contains(c) || matches!(c, '+' | '-' | '.'));
        (fits && name.chars().nth(1).is_some()).then_some(end + "://".len())
    }

    /// True for a host with its port and path. Reads no further than the host's first bad character.
    fn is_place(&self, text: &str) -> bool {
        Self::ip(text).into_iter().chain(self.name(text)).any(|end| self.is_tail(&text[end..]))
    }

    /// True for nothing, a port, a path, or both.
    fn is_tail(&self, text: &str) -> bool {
        let path = match text.strip_prefix(':') {
            None => text,
            Some(port) => {
                let mut rest = port.chars();
                let digits = port.chars().take_while(|&c| self.decimal.contains(c)).take(LONGEST_PORT + 1).count();
                if !(2..=LONGEST_PORT).contains(&digits) {
                    return false;
                }
                rest.nth(digits - 1);
                rest.as_str()
            }
        };
        path.is_empty() || path.starts_with(['/', '?', '#'])
    }

    /// Where the host's name ends, "www.example.org".
    fn name(&self, text: &str) -> Option<usize> {
        let (mut start, mut labels) = (0, 0);
        loop {
            let label = &text[start..];
            let end = label.find(|c| !is_inner(c)).unwrap_or(label.len());
            if !label[end..].starts_with('.') {
                // The last one: it may hold what no other label may, so it is read anew.
                let mut top = label.char_indices().take_while(|(_, c)| self.top_level.contains(*c)).take(LONGEST_TOP_LEVEL + 1);
                let (count, bytes) = top.by_ref().fold((0, 0), |(n, _), (at, c)| (n + 1, at + c.len_utf8()));
                return (labels > 0 && (2..=LONGEST_TOP_LEVEL).contains(&count)).then_some(start + bytes);
            }
            if !is_label(&label[..end]) {
                return None;
            }
            labels += 1;
            start += end + 1;
        }
    }

    /// Where a public IPv4 address ends.
    fn ip(text: &str) -> Option<usize> {
        let end = text.bytes().take(LONGEST_IP + 1).take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        let parts: Vec<&str> = text[..end].split('.').collect();
        let [a, b, c, d] = parts[..] else { return None };
        let (first, second, third, last) = (octet(a, false)?, octet(b, true)?, octet(c, true)?, octet(d, false)?);
        let private = matches!((first, second), (10 | 127, _) | (169, 254) | (192, 168) | (172, 16..=31));
        let fits = (1..=223).contains(&first) && second <= 255 && third <= 255 && (1..=254).contains(&last) && !private;
        fits.then_some(end)
    }
}

/// A number of one to three digits; with `zero_first` one of two digits may begin with 0.
fn octet(digits: &str, zero_first: bool) -> Option<u32> {
    let refused = digits.starts_with('0') && (digits.len() > 2 || !zero_first);
    digits.parse().ok().filter(|_| digits.len() <= 3 && !refused)
}

/// Letters, digits and whatever lies beyond Latin-1's controls in the basic plane.
fn is_outer(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c)
}

fn is_inner(c: char) -> bool {
    is_outer(c) || matches!(c, '_' | '-')
}

fn is_label(label: &str) -> bool {
    let mut chars = label.chars();
    let (first, last) = (chars.next(), label.chars().next_back());
    first.is_some_and(is_outer) && last.is_some_and(is_outer) && label.chars().take(LONGEST_LABEL + 1).count() <= LONGEST_LABEL
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> Addresses {
        let set = |spelt| Arc::new(CharSet::parse(spelt).unwrap());
        Addresses { word: set("30-39 41-5A 5F 61-7A"), decimal: set("30-39"), top_level: set("61-7A E0-FF") }
    }

    #[test]
    fn addresses_are_known() {
        for word in [
            "https://www.example.org/a?b=c",
            "example.org",
            "sub-domain.example.co.uk:8080/x",
            "press@ministry.example.net",
            "mailto:press@ministry.example.net",
            "ftp://user:secret@files.example.com/x.txt",
            "http://142.42.1.1/",
            "142.42.1.1:80",
            "bücher.example.de",
            "says.it",
        ] {
            assert!(addresses().is_address(word), "{word}");
        }
    }

    #[test]
    fn words_that_look_alike_are_not() {
        for word in [
            "",
            ".",
            "end.Next",
            "10.1.1.1",
            "192.168.0.1",
            "3.14",
            "U.S.",
            "a@b",
            "@handle.x",
            "https://",
            "x://",
            "example.org:1/x",
            "-bad.example.org",
            "example..org",
            "a.b",
            "256.1.1.1",
            "1.2.3.4.5",
            "example.org!",
            "00.1.1.1",
        ] {
            assert!(!addresses().is_address(word), "{word}");
        }
    }

    #[test]
    fn a_million_accounts_take_no_longer_than_their_length() {
        let start = std::time::Instant::now();
        assert!(!addresses().is_address(&"a@b.".repeat(250_000)));
        assert!(!addresses().is_address(&"a.".repeat(500_000)));
        assert!(!addresses().is_address(&format!("x://{}", "1@".repeat(500_000))));
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    }
}
