//! What each block is, in which language, where the marks of quotation stand in it, and what the engine is to read.

mod clean;
mod draft;
mod language;
mod marks;
mod posts;
mod reference;
mod sort;
mod vocabulary;

use smol_str::SmolStr;

use crate::{
    article::Embed,
    record::SegmentKind,
    text::{Byte, Span, View, ViewByte},
};

pub use reference::reference;
pub use sort::{mark, sort};

/// A block of the article with what was found out about it.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What it is; never [`SegmentKind::Quote`], which is cut out of the narrative at the end of the way.
    pub kind: SegmentKind,
    /// Where it stands in the article's text; for a title that stands only in `article.title`, in that.
    pub span: Span<Byte>,
    /// True for a title that stands only in `article.title`: `span` and `view` count into that.
    pub in_title: bool,
    /// ISO 639-1; none where it holds too few words to tell.
    pub language: Option<SmolStr>,
    /// What the engine reads.
    pub view: View,
    /// Marks that pair, outermost first, in order of their opening; none until [`mark`] has been here.
    pub marks: Vec<Marked>,
    /// The post, where this is one.
    pub post: Option<Embed>,
    /// True for an item of a list.
    pub list_item: bool,
    /// True for a heading, a headline or a title (as against other blocks of the same kind).
    pub heading: bool,
    /// True for a block quote of the page.
    pub block_quote: bool,
}

/// Words in marks of quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// With the marks, in the view.
    pub outer: Span<ViewByte>,
    /// Without the marks.
    pub inner: Span<ViewByte>,
    /// How many pairs of marks this one stands inside.
    pub depth: u8,
    /// True where the opening mark has no closing one in this block and the next block opens again: the quote goes on there.
    pub continues: bool,
    /// True where this is the continuation of the quote that ended the block before.
    pub continued: bool,
}

/// An article whose blocks are sorted out.
#[derive(Debug, Clone)]
pub struct Segmented {
    /// The passages in order; a title that stands only in `article.title` comes first.
    pub passages: Vec<Passage>,
    /// ISO 639-1 of most of the text.
    pub language: Option<SmolStr>,
    /// 0 to 1.
    pub language_confidence: f64,
}

impl Segmented {
    /// True for a passage that an engine for `language` reads: no furniture, and in that language; one that is too short to tell counts
    /// as the article's.
    pub fn is_in(&self, passage: &Passage, language: &str) -> bool {
        let own = passage.language.as_deref().or(self.language.as_deref());
        passage.kind != SegmentKind::Boilerplate && own.is_none_or(|l| l == language)
    }
}
