//! The label of a transcript: "LOPEZ: …", where the name of who speaks stands in front of a paragraph.

use super::{
    reading::Sheet,
    speaker::{self, Source, source_at},
};
use crate::text::Span;

/// The longest label, in tokens: "Foreign Minister Maria Lopez".
const LONGEST: usize = 8;

/// Whom the label that a passage begins with names.
pub fn of(s: Sheet<'_>) -> Option<Source> {
    let doc = s.doc;
    let colon = (1..doc.len().min(LONGEST + 1)).find(|&t| doc.word(t) == ":")?;
    let label = Span::new(0, colon);
    if label.range().any(|t| !s.is_frame(t) || doc.is_verbal(t)) {
        return None;
    }
    let named = label.range().rev().map(|t| source_at(s, t)).find(|n| speaker::entity(s, n).is_some())?;
    label.covers(named.tokens).then_some(named)
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn words_in_marks_behind_a_label_are_the_labelled_ones() {
        let quotes = in_marks("Maria Lopez: It is simple. “There was never any money for it.”");
        assert_eq!(quotes, ["direct “There was never any money for it.” by Maria Lopez: ?"]);
    }

    #[test]
    fn a_colon_behind_a_verb_makes_no_label() {
        let quotes = in_marks("Maria Lopez lost: it rained. Peter Novak smiled. “There was never any money for it.”");
        assert_eq!(quotes, ["direct “There was never any money for it.” by Peter Novak: ?"]);
    }
}
