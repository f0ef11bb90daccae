//! The date in an article's address.

use super::Day;

/// Years in which a page can have been published.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// The day that an address tells: `/2023/06/16/`, `/2023-06-16-…`, `…-20230616`. None where it tells no plausible one.
pub fn from_url(url: &str) -> Option<Day> {
    // What follows `?` or `#` speaks of the reader's way there, and a host's digits of nothing.
    let path = url.split(['?', '#']).next()?;
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let path = &path[path.find('/')?..];
    let bytes = path.as_bytes();
    (0..bytes.len()).filter(|&at| at == 0 || !bytes[at - 1].is_ascii_digit()).find_map(|at| day_at(&bytes[at..]))
}

fn day_at(bytes: &[u8]) -> Option<Day> {
    let run = |from: usize| bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let number = |from: usize, len: usize| {
        bytes.get(from..from + len)?.iter().try_fold(0_i16, |n, b| Some(n.checked_mul(10)? + i16::from(b - b'0')))
    };
    let (year, month, day) = match run(0) {
        8 => (number(0, 4)?, number(4, 2)?, number(6, 2)?),
        4 => {
            let mark = *bytes.get(4).filter(|b| matches!(b, b'/' | b'-' | b'_'))?;
            let month = run(5).clamp(1, 2);
            let day_at = 5 + month + 1;
            // "/2023/06/16th-summit": what is counted is no day
            let counted = bytes.get(day_at + run(day_at)).is_some_and(u8::is_ascii_alphabetic);
            (*bytes.get(5 + month)? == mark && (1..=2).contains(&run(day_at)) && !counted).then_some(())?;
            (number(0, 4)?, number(5, month).filter(|_| run(5) == month)?, number(day_at, run(day_at))?)
        }
        _ => return None,
    };
    YEARS.contains(&year).then(|| Day::new(year, month as i8, day as i8).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_a_date_tell_it() {
        for (url, day) in [
            ("https://example.org/2023/06/16/talks-in-havana", "2023-06-16"),
            ("https://example.org/world/2023-06-16-talks", "2023-06-16"),
            ("https://example.org/news/2023/6/5/talks", "2023-06-05"),
            ("example.org/en/20230616/a1.html", "2023-06-16"),
            ("https://example.org/talks-20230616", "2023-06-16"),
        ] {
            assert_eq!(from_url(url).map(|d| d.to_string()).as_deref(), Some(day), "{url}");
        }
    }

    #[test]
    fn other_digits_are_silent() {
        for url in [
            "",
            "https://example.org",
            "https://20230616.example.org/a",
            "https://example.org/?d=2023/06/16",
            "https://example.org/article/12345678",
            "https://example.org/2023/13/40/x",
            "https://example.org/1875/06/16/x",
            "https://example.org/2023/06/talks",
            "https://example.org/id/120230616",
            "https://example.org/2023/06-16",
            "/é/2023",
            "https://example.org/2023/06/16th-summit",
            "https://example.org/2023/06/7NPLM",
        ] {
            assert_eq!(from_url(url), None, "{url}");
        }
    }
}
