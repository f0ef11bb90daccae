//! A block on its way to a passage.

use smol_str::SmolStr;

use crate::{
    article::BlockKind,
    record::SegmentKind,
    text::{Byte, Span, View},
};

/// A block with what was found out so far.
#[derive(Debug, Clone)]
pub(super) struct Draft<'a> {
    /// What its form or markup says.
    pub kind: &'a BlockKind,
    /// Where it stands in the article's text.
    pub span: Span<Byte>,
    /// Its text as it came.
    pub raw: &'a str,
    /// Its cleaned text.
    pub view: View,
    /// What its words tell that it is.
    pub found: Option<SegmentKind>,
    /// ISO 639-1.
    pub language: Option<SmolStr>,
}
