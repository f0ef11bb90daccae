//! Escapes of the file that a text was cut out of: in YAML "\_" is a space that does not break and "\ " one that is kept, and "\xFC" and
//! "\u2019" are characters (YAML 1.2.2, 5.7).
//!
//! Elsewhere "\_" is an underscore: where no letter stands on both sides, and in handles and addresses, it is left to Markdown's rule.

use super::{Edit, Edits};

/// What a handle or an address holds, and a word does not.
const JOINS: [char; 6] = ['@', '#', '/', '.', '=', '~'];

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices('\\') {
        let rest = &block[at + 1..];
        let edit = match rest.chars().next() {
            Some('_') if is_between_words(block, at) => Some(Edit::put(at..at + 2, " ")),
            Some(' ') if is_behind_a_word(&block[..at]) => Some(Edit::drop(at..at + 1)),
            Some('x') => code(rest, 2).map(|c| Edit::put(at..at + 4, c.to_string())),
            Some('u') => code(rest, 4).map(|c| Edit::put(at..at + 6, c.to_string())),
            _ => None,
        };
        if let Some(edit) = edit {
            edits.push(edit);
        }
    }
}

/// The character of so many hexadecimal digits behind the escape's letter; none for what needs no escape.
fn code(rest: &str, digits: usize) -> Option<char> {
    let digits = rest.get(1..=digits).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).filter(|c| !c.is_ascii() && !c.is_control())
}

/// "Meeting\ with", also behind another ("Meeting\ \ with"); not "a \ b".
fn is_behind_a_word(before: &str) -> bool {
    before.ends_with("\\ ") || before.ends_with(|c: char| !c.is_whitespace())
}

/// "President\_Ruiz", also before another escape ("of\_\ Chile"); not "@ana\_ruiz" nor "snake\_case".
fn is_between_words(block: &str, at: usize) -> bool {
    let before = &block[block[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1)..at];
    let behind = block[at + 2..].split(char::is_whitespace).next().unwrap_or_default();
    let word = |part: &str| !part.contains(JOINS);
    before.ends_with(char::is_alphabetic) && behind.starts_with(|c: char| c.is_uppercase() || c == '\\') && word(before) && word(behind)
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn escapes_of_a_file_are_what_they_stand_for() {
        assert_eq!(
            cleaned("Readout of President\\_Ruiz’s Meeting\\ \\ with Ana Sol of\\_Chile"),
            "Readout of President Ruiz’s Meeting with Ana Sol of Chile"
        );
        assert_eq!(cleaned("A call with Ana Sol of\\_\\ Chile"), "A call with Ana Sol of Chile");
        assert_eq!(cleaned("The president of T\\xFCrkiye said it\\u2019s late"), "The president of Türkiye said it’s late");
    }

    #[test]
    fn what_looks_like_one_stays() {
        for text in ["C:\\users\\xampp", "a\\b", "50\\ "] {
            assert_eq!(cleaned(text), text.trim_end_matches("\\ "), "{text}");
        }
        assert_eq!(cleaned("See snake\\_case and @Ana\\_Ruiz.x"), "See snake_case and @Ana_Ruiz.x");
    }
}
