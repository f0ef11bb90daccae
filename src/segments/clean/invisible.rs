//! What cannot be seen: soft hyphens, zero-width characters, byte-order marks, directional marks; and NUL, which is a space.

use super::{Edit, Edits};

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, c) in block.char_indices() {
        let len = c.len_utf8();
        match c {
            '\u{AD}' => edits.push(Edit::drop(at..at + len + line_break(&block[at + len..]))),
            // Joiners shape Persian and Indic words and hold emoji together.
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                edits.push(Edit::drop(at..at + len));
            }
            '\0' => edits.push(Edit::put(at..at + len, " ")),
            _ => {}
        }
    }
}

/// Bytes of the line break directly behind a soft hyphen, and of the next line's indent: the word goes on there.
fn line_break(rest: &str) -> usize {
    if rest.starts_with(['\n', '\r']) { rest.len() - rest.trim_start().len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    #[test]
    fn they_go_and_leave_the_word_whole() {
        assert_eq!(
            view("Salt\u{AD}works\u{200B} of the\u{FEFF} port, salt\u{AD}\n works", 0, &Words::default()).text(),
            "Saltworks of the port, saltworks"
        );
    }

    #[test]
    fn joiners_stay() {
        for text in ["می\u{200C}شود", "👩\u{200D}🚀"] {
            assert_eq!(view(text, 0, &Words::default()).text(), text);
        }
    }
}
