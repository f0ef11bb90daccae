//! Where the words of an office end, and what its abbreviation stands for.

use super::{Lexicon, OfficeHead, phrase};
use crate::{
    language::{Doc, Pos},
    text::Span,
};

/// Longest head of an office in tokens: "chancellor of the exchequer", "secretary - general".
const LONGEST_HEAD: usize = 5;

impl Lexicon {
    /// The longest office head that ends with token `last`, in singular: "Prime Minister", "Secretary-General", "senators" (as
    /// `senator`), an abbreviation in full.
    pub fn office_ending_at(&self, doc: &Doc, last: usize, first_allowed: usize) -> Option<OfficeHead> {
        let from = first_allowed.max((last + 1).saturating_sub(LONGEST_HEAD));
        (from..=last).find_map(|start| {
            let head = phrase(doc, start, last);
            let known = self.offices.contains(&head);
            // "Special Envoys": a name's tag may not tell its number
            let one = || {
                head.strip_suffix('s').filter(|one| doc.tokens[last].pos == Pos::Propn && self.offices.contains(*one)).map(str::to_owned)
            };
            let head = if known {
                head
            } else if let Some(one) = one() {
                one
            } else {
                self.head_within(self.abbreviations.get(head.trim_end_matches('.'))?)
            };
            Some(OfficeHead { tokens: Span::new(start, last + 1), head })
        })
    }

    /// The office's head in what an abbreviation stands for: "Senior **Minister**".
    pub fn head_within(&self, full: &str) -> String {
        let full = full.to_lowercase();
        let within = |words: &str| {
            let starts = std::iter::once(0).chain(words.match_indices(' ').map(|(at, _)| at + 1));
            starts.map(|at| &words[at..]).find(|words| self.offices.contains(*words)).map(str::to_owned)
        };
        // "Senior **Minister** of State"
        let before_field = || within(full.split(" of ").next().unwrap_or_default());
        within(&full).or_else(before_field).unwrap_or(full)
    }
}
