//! UTF-8 that was read as windows-1252 and written as UTF-8 again: "PeÃ±a", "donâ€™t".
//!
//! Each of its characters stands for one byte (windows-1252, WHATWG Encoding). A run of them that is one well-formed UTF-8 sequence is
//! put back where no text would hold that run by itself: a lead "Â", "Ã", "Ä", "Å" with its partner, "â" with two, "ð" with three; other leads
//! (Cyrillic "Ð¡", Arabic "Ø§") only where at least three sequences follow one another.

use super::{Edit, Edits};

/// The characters that windows-1252 has at 0x80 to 0x9F; undefined bytes stand for themselves.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
/// Sequences of other scripts in a row from which on they cannot be chance.
const IN_A_ROW: usize = 3;

/// The byte that windows-1252 has for a character.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ (0..=0x7F | 0xA0..=0xFF) => u8::try_from(code).ok(),
        _ => HIGH.iter().position(|h| *h == c).and_then(|i| u8::try_from(0x80 + i).ok()),
    }
}

/// One sequence that was read wrongly.
struct Sequence {
    /// Bytes of the block.
    length: usize,
    lead: u8,
    meant: char,
}

pub(super) fn edits(block: &str, edits: &mut Edits) {
    if block.is_ascii() {
        return;
    }
    let mut at = 0;
    while let Some(c) = block[at..].chars().next() {
        let Some(first) = sequence(&block[at..]) else {
            if let Some(edit) = bare_closing_mark(&block[at..], at) {
                edits.push(edit);
            }
            at += c.len_utf8();
            continue;
        };
        let mut row = vec![first];
        let mut end = at + row[0].length;
        while let Some(next) = sequence(&block[end..]) {
            end += next.length;
            row.push(next);
        }
        let sure = row.len() >= IN_A_ROW;
        let before = block[..at].chars().next_back();
        for sequence in row {
            if sure || stands_alone(&sequence, before, block[at + sequence.length..].chars().next(), &block[at..at + sequence.length]) {
                edits.push(Edit::put(at..at + sequence.length, sequence.meant.to_string()));
            }
            at += sequence.length;
        }
    }
}

/// The well-formed UTF-8 sequence that the characters at the start of `text` stand for.
fn sequence(text: &str) -> Option<Sequence> {
    let mut chars = text.chars();
    let lead_char = chars.next()?;
    let lead = byte(lead_char)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut taken = lead_char.len_utf8();
    for slot in &mut bytes[1..length] {
        let c = chars.next()?;
        *slot = byte(c).filter(|b| (0x80..0xC0).contains(b))?;
        taken += c.len_utf8();
    }
    let meant = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    Some(Sequence { length: taken, lead, meant })
}

/// True where one sequence by itself is no word of any language.
fn stands_alone(sequence: &Sequence, before: Option<char>, after: Option<char>, shown: &str) -> bool {
    // A capital before a closing mark ("«JÄ»", "CAFÉ»") has the same form: only inside a word is it sure.
    let ends_in_mark = shown.ends_with(['«', '»', '‹', '›', '“', '”', '‘', '’', '„', '‚', '…', '–', '—', '\u{a0}']);
    let in_word = (shown.ends_with('\u{a0}') && !before.is_some_and(char::is_uppercase))
        || after.is_some_and(char::is_lowercase)
        || before.is_some_and(char::is_lowercase);
    match sequence.lead {
        0xC2 => !ends_in_mark || !before.is_some_and(char::is_uppercase),
        0xC3..=0xC5 => sequence.meant.is_alphabetic() && (!ends_in_mark || in_word),
        0xE2 => !sequence.meant.is_alphabetic(),
        0xF0 => true,
        _ => false,
    }
}

/// "â€" with nothing behind: the closing mark ”, whose last byte is undefined in windows-1252 and was lost.
fn bare_closing_mark(text: &str, at: usize) -> Option<Edit> {
    let shown = "â€";
    let after = text.strip_prefix(shown)?.chars().next();
    after.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation()).then(|| Edit::put(at..at + shown.len(), "”"))
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::default()).text().to_owned()
    }

    /// What windows-1252 makes of a text's UTF-8.
    fn broken(text: &str) -> String {
        text.bytes().map(|b| if (0x80..0xA0).contains(&b) { super::HIGH[usize::from(b) - 0x80] } else { char::from(b) }).collect()
    }

    #[test]
    fn words_and_marks_are_mended() {
        for text in [
            "Peña",
            "“Don’t”",
            "Café, naïve",
            "São Tomé",
            "Škoda",
            "Wałęsa",
            "à la carte",
            "10 €",
            "salt – and more…",
            "🎉",
            "Привет, мир",
            "© 2024",
        ] {
            assert_eq!(cleaned(&broken(text)), text, "{}", broken(text));
        }
        assert_eq!(cleaned("â€œSalt.â€ she said"), "“Salt.” she said");
    }

    #[test]
    fn what_only_looks_like_it_stays() {
        for text in
            ["Ã", "SÃO PAULO", "Â", "âge", "«JÄ»", "CAFÉ»", "Ärger", "ÖVP", "château", "ça", "«À»", "Åland", "Ñandú", "Ð", "où…", "ÉTÉ…"]
        {
            assert_eq!(cleaned(text), text);
        }
    }
}
