//! From bytes to the unit that a caller counts in.

use super::span::{Byte, Span};

/// What a record's spans count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts.
    #[default]
    Unicode,
    /// Bytes of the UTF-8 form, as Rust and Go count.
    Utf8,
    /// 16-bit units, as JavaScript, Java and C# count.
    Utf16,
}

impl std::str::FromStr for OffsetUnit {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "unicode" => Ok(Self::Unicode),
            "utf8" => Ok(Self::Utf8),
            "utf16" => Ok(Self::Utf16),
            other => Err(format!("'{other}' is no unit of offsets: use unicode, utf8 or utf16")),
        }
    }
}

/// How many bytes lie between two remembered positions.
const STRIDE: usize = 64;

/// Translates byte positions of one text into a unit: a counted position every `STRIDE` bytes, and a count from there.
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before byte `k * STRIDE` (rounded down to a character's start).
    marks: Vec<usize>,
}

impl<'t> Offsets<'t> {
    /// Reads `text` once; O(bytes).
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = Vec::new();
        if unit != OffsetUnit::Utf8 && !text.is_ascii() {
            let mut units = 0;
            for (at, c) in text.char_indices() {
                while marks.len() * STRIDE < at + c.len_utf8() {
                    marks.push(units);
                }
                units += width(c, unit);
            }
        }
        Self { text, unit, marks }
    }

    /// Units before byte `at`; a position inside a character counts as that character's start, one behind the end as the end.
    pub fn position(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let Some(units) = self.marks.get((at / STRIDE).min(self.marks.len().saturating_sub(1))) else {
            return at;
        };
        let mut from = (at / STRIDE).min(self.marks.len() - 1) * STRIDE;
        while !self.text.is_char_boundary(from) {
            from -= 1;
        }
        units
            + self.text[from..]
                .char_indices()
                .take_while(|(i, c)| from + i + c.len_utf8() <= at)
                .map(|(_, c)| width(c, self.unit))
                .sum::<usize>()
    }

    /// Both ends of a span, in this unit.
    pub fn span(&self, span: Span<Byte>) -> (usize, usize) {
        (self.position(span.start), self.position(span.end))
    }
}

fn width(c: char, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Unicode => 1,
        OffsetUnit::Utf8 => c.len_utf8(),
        OffsetUnit::Utf16 => c.len_utf16(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_counts_as_a_plain_count_does(text in "\\PC{0,200}") {
            for unit in [OffsetUnit::Unicode, OffsetUnit::Utf8, OffsetUnit::Utf16] {
                let offsets = Offsets::new(&text, unit);
                for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                    let counted: usize = text[..at].chars().map(|c| width(c, unit)).sum();
                    prop_assert_eq!(offsets.position(at), counted);
                }
            }
        }
    }

    #[test]
    fn an_emoji_is_one_code_point_two_units_four_bytes() {
        let text = "🇨🇺 Cuba";
        for (unit, expected) in [(OffsetUnit::Unicode, 3), (OffsetUnit::Utf16, 5), (OffsetUnit::Utf8, 9)] {
            assert_eq!(Offsets::new(text, unit).position(9), expected);
        }
    }
}
