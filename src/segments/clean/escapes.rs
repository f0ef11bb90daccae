//! Escapes of the file that a text was cut out of: in YAML "\_" is a space that does not break and "\ " one that is kept, and "\xFC" and
//! "\u2019" are characters (YAML 1.2.2, 5.7).
//!
//! Elsewhere "\_" is an underscore: where no letter stands on both sides, and in handles and addresses, it is left to Markdown's rule.

use super::{Edit, Edits};

/// What a handle or an address holds, and a word does not.
const JOINS: [char; 6] = ['@', '#', '/', '.', '=', '~'];

/// Most letters of a word that is looked at for that.
const LONGEST: usize = 60;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices('\\') {
        let rest = &block[at + 1..];
        let edit = match rest.chars().next() {
            Some('_') if is_between_words(block, at) => Some(Edit::put(at..at + 2, " ")),
            // a line of the file that was folded amid a word: "Jo\xE3\ o"
            Some(' ') if is_amid_a_word(block, at) => Some(Edit::drop(at..at + 2)),
            Some(' ') if is_behind_a_word(&block[..at]) => Some(Edit::drop(at..at + 1)),
            Some('x') => {
                let letter = of_two_bytes(rest).map(|c| (c, 8)).or_else(|| code(rest, 2).map(|c| (c, 4)));
                letter.map(|(c, len)| Edit::put(at..at + len, c.to_string()))
            }
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

/// The letter whose two bytes in UTF-8 are escaped one by one: "T\xC3\xBCrkiye".
fn of_two_bytes(rest: &str) -> Option<char> {
    let hex = |digits: Option<&str>| digits.and_then(|d| u8::from_str_radix(d, 16).ok());
    let (first, second) = (hex(rest.get(1..3))?, hex(rest.get(3..7)?.strip_prefix("\\x"))?);
    std::str::from_utf8(&[first, second]).ok()?.chars().next().filter(|c| !c.is_ascii())
}

/// True behind an escaped letter and before a small one.
fn is_amid_a_word(block: &str, at: usize) -> bool {
    let before = &block.as_bytes()[..at];
    let code = |mark: u8, digits: usize| {
        before.len() > digits + 1
            && before[before.len() - digits - 2..].starts_with(&[b'\\', mark])
            && before[before.len() - digits..].iter().all(u8::is_ascii_hexdigit)
    };
    (code(b'x', 2) || code(b'u', 4)) && block[at + 2..].starts_with(char::is_lowercase)
}

/// "Meeting\ with", also behind another ("Meeting\ \ with"); not "a \ b".
fn is_behind_a_word(before: &str) -> bool {
    before.ends_with("\\ ") || before.ends_with(|c: char| !c.is_whitespace())
}

/// "President\_Ruiz", also before another escape ("of\_\ Chile"); not "@ana\_ruiz" nor "snake\_case".
fn is_between_words(block: &str, at: usize) -> bool {
    let (before, behind) = (&block[..at], &block[at + 2..]);
    let near = |c: &char| !c.is_whitespace();
    let joins = |c: char| JOINS.contains(&c);
    before.ends_with(char::is_alphabetic)
        && behind.starts_with(|c: char| c.is_uppercase() || c == '\\')
        && !before.chars().rev().take_while(near).take(LONGEST).any(joins)
        && !behind.chars().take_while(near).take(LONGEST).any(joins)
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
        assert_eq!(cleaned("The president of T\\xC3\\xBCrkiye"), "The president of Türkiye");
        assert_eq!(cleaned("President Jo\\xE3\\ o met Ana"), "President João met Ana");
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
