//! "The two shook hands. **(Photo: A. Novak, AP)** They spoke for an hour": whose the picture is, amid a paragraph.

use super::{Edit, Edits};
use crate::segments::vocabulary;

/// Most bytes between such brackets.
const LONGEST: usize = 120;

pub(super) fn edits(block: &str, edits: &mut Edits) {
    for (at, _) in block.match_indices('(') {
        let inside = &block[at + 1..];
        let Some(close) = inside.bytes().take(LONGEST).position(|b| b == b')') else { continue };
        // at a block's end it tells that the whole of it is a caption
        let amid = !block[at + close + 2..].trim().is_empty();
        if amid && vocabulary::begins_credit(inside) {
            edits.push(Edit::drop(at..at + close + 2));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn whose_a_picture_is_amid_a_text_is_left_out() {
        assert_eq!(cleaned("They shook hands. (Photo: A. Novak, AP) They spoke."), "They shook hands. They spoke.");
    }

    #[test]
    fn what_is_no_credit_and_what_ends_a_caption_stays() {
        for text in ["He took it (photo in hand) and left.", "The two ministers (Photo: A. Novak)", "It cost 2bn (Photo: "] {
            assert_eq!(cleaned(text), text.trim_end());
        }
    }
}
