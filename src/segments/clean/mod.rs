//! A block's text as it came → the view that the engine reads.
//!
//! Each rule is a file that says which stretches it would replace by what; here they are laid over one another, and white space is
//! brought to single spaces.

mod conversion;
mod credit;
mod dash;
mod dateline;
mod entities;
mod escapes;
mod glued;
mod hyphen;
mod invisible;
mod markdown;
mod mojibake;
mod short_form;
mod tags;
mod wire;

use std::{borrow::Cow, collections::HashSet, ops::Range};

use crate::text::{View, ViewBuilder};

/// A stretch of the block to be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    /// Bytes of the block.
    at: Range<usize>,
    /// What stands there in the view; nothing where the stretch is left out.
    with: Cow<'static, str>,
}

impl Edit {
    fn drop(at: Range<usize>) -> Self {
        Self { at, with: Cow::Borrowed("") }
    }

    fn put(at: Range<usize>, with: impl Into<Cow<'static, str>>) -> Self {
        Self { at, with: with.into() }
    }
}

/// Edits that every block may have, and bytes of it for which it may have one more. What has more is no text that was damaged; what is
/// beyond stays as it came, or its edits would take many times its room.
const FEW: usize = 2_000;
const BYTES_AN_EDIT: usize = 32;

/// What the rules would do to a block.
#[derive(Debug)]
struct Edits {
    list: Vec<Edit>,
    most: usize,
}

impl Edits {
    fn of(block: &str) -> Self {
        Self { list: Vec::new(), most: FEW + block.len() / BYTES_AN_EDIT }
    }

    fn push(&mut self, edit: Edit) {
        if self.list.len() < self.most {
            self.list.push(edit);
        }
    }
}

/// The words of an article, by which a hyphen at a line's end and a lost space are judged.
#[derive(Debug, Default)]
pub(super) struct Words<'t>(HashSet<&'t str>);

impl<'t> Words<'t> {
    /// Reads `text`, where a line ends with a hyphen or a small word goes on with a capital.
    pub fn of(text: &'t str) -> Self {
        if !hyphen::occurs(text) && !glued::occurs(text) {
            return Self::default();
        }
        Self(text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect())
    }
}

/// The view of the block whose text stands at byte `at` of the article. O(bytes).
pub(super) fn view(block: &str, at: usize, words: &Words<'_>) -> View {
    mended(block, at, words, Edits::of(block))
}

/// The view of a block of prose, which a dateline may begin.
pub(super) fn prose(block: &str, at: usize, words: &Words<'_>) -> View {
    let mut edits = Edits::of(block);
    wire::opening(block, &mut edits);
    dateline::edits(block, &mut edits);
    dash::edits(block, &mut edits);
    mended(block, at, words, edits)
}

/// The view of a caption, whose own words are bytes `kept` of it, without the label before and the credit behind them.
pub(super) fn caption(block: &str, at: usize, words: &Words<'_>, kept: Range<usize>) -> View {
    let mut edits = Edits::of(block);
    edits.push(Edit::drop(0..kept.start));
    edits.push(Edit::drop(kept.end..block.len()));
    mended(block, at, words, edits)
}

fn mended(block: &str, at: usize, words: &Words<'_>, mut edits: Edits) -> View {
    escapes::edits(block, &mut edits);
    invisible::edits(block, &mut edits);
    mojibake::edits(block, &mut edits);
    entities::edits(block, &mut edits);
    tags::edits(block, &mut edits);
    conversion::edits(block, &mut edits);
    credit::edits(block, &mut edits);
    wire::links(block, &mut edits);
    wire::signs(block, &mut edits);
    short_form::edits(block, &mut edits);
    hyphen::edits(block, words, &mut edits);
    glued::edits(block, words, &mut edits);
    markdown::edits(block, &mut edits);
    // Where two rules want the same stretch, the one named first has it.
    edits.list.sort_by_key(|e| e.at.start);
    lay(block, at, &edits.list)
}

/// Builds the view: edits applied, runs of white space as one space, none at either end.
fn lay(block: &str, at: usize, edits: &[Edit]) -> View {
    let mut layer = Layer { builder: ViewBuilder::new(at), space: 0, pending: false, plain: false };
    let mut done = 0;
    for edit in edits.iter().filter(|e| e.at.start < e.at.end) {
        if edit.at.start < done {
            continue;
        }
        layer.keep(&block[done..edit.at.start]);
        layer.put(edit.at.len(), &edit.with);
        done = edit.at.end;
    }
    layer.keep(&block[done..]);
    layer.builder.skip(layer.space);
    layer.builder.finish()
}

/// Holds back white space until it is known whether something follows.
struct Layer {
    builder: ViewBuilder,
    /// Bytes of the article that wait to become one space, or nothing.
    space: usize,
    /// True where white space is among them, and not only what is left out.
    pending: bool,
    /// True where they are one plain space, which stays what it is: a map of every space in a text would be larger than the text.
    plain: bool,
}

impl Layer {
    fn keep(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_whitespace()) {
            self.words(&rest[..at]);
            let after = rest[at..].trim_start();
            let run = rest.len() - at - after.len();
            self.plain = self.space == 0 && rest[at..].starts_with(' ') && run == 1;
            self.pending = true;
            self.space += run;
            rest = after;
        }
        self.words(rest);
    }

    fn words(&mut self, words: &str) {
        if !words.is_empty() {
            self.settle();
            self.builder.keep(words);
        }
    }

    fn put(&mut self, bytes: usize, with: &str) {
        if with.trim().is_empty() {
            self.plain = false;
            self.pending |= !with.is_empty();
            self.space += bytes;
        } else {
            self.settle();
            self.builder.replace(bytes, with);
        }
    }

    fn settle(&mut self) {
        if self.pending && !self.builder.text().is_empty() {
            if self.plain {
                self.builder.keep(" ");
            } else {
                self.builder.replace(self.space, " ");
            }
        } else {
            self.builder.skip(self.space);
        }
        (self.space, self.pending, self.plain) = (0, false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn wrapped_lines_are_joined_by_one_space() {
        assert_eq!(cleaned("The ministers met\n  on the  pier\r\nand talked.\n"), "The ministers met on the pier and talked.");
    }

    #[test]
    fn odd_spaces_are_spaces() {
        assert_eq!(cleaned("10\u{a0}000\u{2009}tons\tof\0salt"), "10 000 tons of salt");
    }

    #[test]
    fn several_rules_meet_in_one_text() {
        assert_eq!(
            cleaned("**PeÃ±a** said: &quot;Salt\u{AD}works, [here](https://h.example/a_b)&quot;<br/>\n* not a bullet"),
            "Peña said: \"Saltworks, here\" * not a bullet"
        );
    }

    #[test]
    fn what_needs_no_mending_stays() {
        for text in ["A plain sentence.", "C** and 2*3*4", "snake_case_name", "AT&T; R&D", "a < b > c", "Ã", "1 000", "«Oui», dit-il"] {
            assert_eq!(cleaned(text), text);
        }
    }

    #[test]
    fn what_is_hardly_more_than_damage_stays_as_it_came_beyond_a_bound() {
        let flood = "&quot;".repeat(9_000);
        let cleaned = cleaned(&flood);
        assert!(cleaned.starts_with("\"\"\"") && cleaned.ends_with("&quot;") && cleaned.len() < flood.len());
    }

    #[test]
    fn spans_of_the_view_lead_back() {
        let text = "**The  Kremlin**\nsaid &quot;no&quot;";
        let view = view(text, 0, &Words::of(text));
        let back = |w: &str| {
            let at = view.text().find(w).unwrap();
            &text[view.to_article(Span::new(at, at + w.len())).range()]
        };
        assert_eq!(back("The Kremlin"), "The  Kremlin");
        assert_eq!(back("said"), "said");
        assert_eq!(back("no"), "no");
        assert_eq!(back("\"no\""), "&quot;no&quot;");
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_a_view_that_maps_into_it(text in "([\\PC\n\t\0]|\\*\\*|_|â€œ|Ã±|&amp;|<b>|\\[a\\]\\(http://b\\)){0,60}") {
            let view = view(&text, 0, &Words::of(&text));
            let cleaned = view.text();
            proptest::prop_assert_eq!(view.source().range(), 0..text.len());
            let mut last = 0;
            for (at, c) in cleaned.char_indices() {
                let span = view.to_article(Span::new(at, at + c.len_utf8()));
                proptest::prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end) && span.end <= text.len());
                proptest::prop_assert!(span.start >= last);
                last = span.start;
            }
        }
    }
}
