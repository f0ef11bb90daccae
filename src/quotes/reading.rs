//! What the rules of this room read: the passages, their trees, who is who, and the pack's cues.

use super::{cues::Cues, layout::Layout};
use crate::{
    entities::Entities,
    language::{Doc, Pos},
    record::SegmentKind,
    segments::Passage,
};

/// How many passages that tell nothing (pictures, posts) the story can skip.
const GAP: usize = 8;

/// An article as the rules of this room see it.
pub struct Reading<'a> {
    /// The passages.
    pub passages: &'a [Passage],
    /// A document for each; one that was not parsed is empty.
    pub docs: &'a [Doc],
    /// Who is who.
    pub entities: &'a Entities,
    /// The pack's cues.
    pub cues: &'a Cues,
    /// A layout for each passage.
    pub layouts: Vec<Layout>,
}

impl<'a> Reading<'a> {
    /// Lays the passages out.
    pub fn new(passages: &'a [Passage], docs: &'a [Doc], entities: &'a Entities, cues: &'a Cues) -> Self {
        let layouts = passages.iter().zip(docs).map(|(p, d)| Layout::of(p, d)).collect();
        Self { passages, docs, entities, cues, layouts }
    }

    /// The sheet of passage `p`.
    pub fn sheet(&self, p: usize) -> Sheet<'_> {
        Sheet { passage: p, doc: &self.docs[p], layout: &self.layouts[p], entities: self.entities, cues: self.cues }
    }

    /// The passages that can hold quotes, in order: a heading that repeats a quote is no second one, what stands in a post
    /// belongs to the post, and captions tell what the article tells.
    pub fn telling(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.layouts.len()).filter(|&p| self.tells(p))
    }

    /// The passage that tells right before passage `p`, unless too many others lie between.
    pub fn telling_before(&self, p: usize) -> Option<usize> {
        (p.saturating_sub(GAP)..p).rev().find(|&q| self.tells(q) && !self.docs[q].is_empty())
    }

    /// The passage that tells right behind passage `p`, unless too many others lie between.
    pub fn telling_after(&self, p: usize) -> Option<usize> {
        (p + 1..self.layouts.len().min(p + GAP)).find(|&q| self.tells(q))
    }

    fn tells(&self, p: usize) -> bool {
        let passage = &self.passages[p];
        passage.kind == SegmentKind::Narrative && !passage.in_title && !passage.heading
    }
}

/// One passage of a [`Reading`].
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Its number.
    pub passage: usize,
    /// Its document.
    pub doc: &'a Doc,
    /// Where its marks stand.
    pub layout: &'a Layout,
    /// Who is who.
    pub entities: &'a Entities,
    /// The pack's cues.
    pub cues: &'a Cues,
}

impl Sheet<'_> {
    /// True for tokens outside of marks.
    pub fn is_frame(&self, t: usize) -> bool {
        self.layout.is_frame(t)
    }

    /// True where token `t` ends a sentence or a part of one that stands by itself.
    pub fn is_stop(&self, t: usize) -> bool {
        matches!(self.doc.word(t), "." | "!" | "?" | ";" | ":" | "…" | "..." | "•")
    }

    /// True for what can stand between words in marks and their cue: commas, dashes, left-over markup, white space.
    pub fn is_light(&self, t: usize) -> bool {
        self.doc.tokens[t].pos == Pos::Space
            || self.is_dash(t)
            || matches!(self.doc.word(t), "," | "*" | "**" | "_" | "(" | ")" | "]" | "[")
    }

    /// True for dashes.
    pub fn is_dash(&self, t: usize) -> bool {
        matches!(self.doc.word(t), "-" | "--" | "–" | "—" | "―")
    }

    /// True for a verb that is finite, or has an auxiliary that is.
    pub fn is_finite(&self, v: usize) -> bool {
        self.doc.is_verbal(v) && {
            let clause = self.doc.clause(v);
            !clause.infinitive && !clause.participle
        }
    }
}
