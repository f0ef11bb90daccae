//! What the form of a line says of it: list item, quotation, heading, rule.
//!
//! The marks are those of CommonMark 0.31 (ATX and setext headings, list markers, block quotes, thematic breaks) and the bullets that
//! pages leave behind when they are turned into text.

use super::wrap::ends_sentence;

/// Headings are shorter than this many characters.
const HEADING_CHARS: usize = 120;
/// And have at most this many words.
const HEADING_WORDS: usize = 18;

/// Bytes of the list marker and the space behind it at the start of `words`.
pub(super) fn bullet(words: &str) -> Option<usize> {
    let marker = if let Some(first) = words.chars().next().filter(|c| "•‣◦▪●○■·∙*-+".contains(*c)) {
        first.len_utf8()
    } else {
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let closes = matches!(words.as_bytes().get(digits), Some(b'.' | b')'));
        if !(1..=2).contains(&digits) || !closes {
            return None;
        }
        digits + 1
    };
    let rest = &words[marker..];
    let space = rest.len() - rest.trim_start().len();
    (space > 0 && space < rest.len()).then_some(marker + space)
}

/// True for `# Heading` up to six marks deep.
pub(super) fn is_atx_heading(words: &str) -> bool {
    let marks = words.bytes().take_while(|b| *b == b'#').count();
    (1..=6).contains(&marks) && words[marks..].starts_with([' ', '\t'])
}

/// True where a line begins a block whatever stands above it.
pub(super) fn begins_block(words: &str) -> bool {
    bullet(words).is_some() || is_atx_heading(words) || is_rule(words) || is_quotation(words)
}

/// True for the line of `=` or `-` under a heading.
pub(super) fn is_underline(words: &str) -> bool {
    words.len() >= 3 && (words.bytes().all(|b| b == b'=') || words.bytes().all(|b| b == b'-'))
}

/// True for a line in which no letter and no digit stands: a rule, asterisks between sections, an end mark.
pub(super) fn is_rule(words: &str) -> bool {
    !words.chars().any(char::is_alphanumeric) && !words.chars().any(is_symbol)
}

/// Emoji and other pictures, which are words of a post.
fn is_symbol(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF)
}

/// True for `> quoted`, and for the bare mark that parts paragraphs within a quotation.
pub(super) fn is_quotation(words: &str) -> bool {
    words.starts_with("> ") || words == ">"
}

/// True where a single line has the form of a heading: short, begun like a sentence but not ended like one, and not several of them.
pub(super) fn looks_like_heading(words: &str) -> bool {
    let bare = words.trim_matches(['*', '_']);
    let letters = bare.trim_start_matches(['"', '\'', '“', '‘', '«', '„', '¿', '¡', '[', '(']);
    let begins = letters.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    begins
        && bare.chars().count() <= HEADING_CHARS
        && bare.split_whitespace().count() <= HEADING_WORDS
        && !ends_sentence(words)
        && !bare.ends_with([',', '-', '–', '—'])
        && !bare.trim_end_matches(['"', '”', '»']).ends_with(',')
        && bare.chars().any(char::is_alphabetic)
}

/// True where every letter that has a case is a capital.
pub(super) fn is_all_caps(words: &str) -> bool {
    words.chars().filter(|c| c.is_uppercase()).count() >= 3 && !words.chars().any(char::is_lowercase)
}

/// True where the whole line is set in bold by markdown.
pub(super) fn is_bold(words: &str) -> bool {
    words.strip_prefix("**").and_then(|w| w.strip_suffix("**")).is_some_and(|w| !w.is_empty() && !w.contains("**"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_markers_need_a_space_and_words() {
        for (words, expected) in [("• Talks", Some("• ".len())), ("- Talks", Some(2)), ("12. Talks", Some(4)), ("3) Talks", Some(3))] {
            assert_eq!(bullet(words), expected, "{words}");
        }
        for words in ["-5 degrees", "3.5 million", "2024. The year", "— dash", "*", "- ", "*bold* word"] {
            assert_eq!(bullet(words), None, "{words}");
        }
    }

    #[test]
    fn headings_begin_like_a_sentence_and_do_not_end_like_one() {
        for words in ["Talks to go on in spring", "\"We are ready\"", "**Next steps**", "2024 in pictures"] {
            assert!(looks_like_heading(words), "{words}");
        }
        for words in ["Talks go on.", "and so it ended", "The minister said:", "“We are ready,”", "— A. Novak (@novak) May 1, 2024"] {
            assert!(!looks_like_heading(words), "{words}");
        }
    }

    #[test]
    fn an_emoji_line_is_no_rule() {
        assert!(is_rule("* * *") && is_rule("\\###"));
        assert!(!is_rule("🎉🎉"));
    }

    #[test]
    fn a_hashtag_is_no_heading_mark() {
        assert!(is_atx_heading("## Next steps"));
        assert!(!is_atx_heading("#Harbour talks"));
    }
}
