//! Blocks → the article's text, one under the other, an empty line between.

use super::{
    blocks::{Part, PieceKind},
    embeds::Found,
    locate::Locator,
    metadata::key,
};
use crate::{
    article::{Article, Block, BlockKind, Embed, Located},
    text::{Byte, Span},
};

/// What is to be told of where blocks stand in the page; nothing where nobody asks.
#[derive(Default)]
pub(super) struct Places<'l, 'o, 'p> {
    /// Finds blocks; none where they stand in no tree that a reader has.
    pub blocks: Option<&'l Locator<'o, 'p>>,
    /// Where the title stands.
    pub title: Option<Located>,
}

/// The article of a title and its blocks. A heading that repeats the title before the body is left out: the title stands at the head.
pub(super) fn write(title: Option<String>, parts: Vec<Part>, places: Option<Places<'_, '_, '_>>) -> Article {
    let asked = places.is_some();
    let Places { blocks: locator, title: title_place } = places.unwrap_or_default();
    let bytes = |part: &Part| match part {
        Part::Piece(piece) => piece.text.len() + 2,
        Part::Post(post, _) => post.words.len() + post.closing.len() + 4,
    };
    let room = title.as_deref().map_or(0, str::len) + parts.iter().map(bytes).sum::<usize>();
    let mut writer = Writer { text: String::with_capacity(room), blocks: Vec::with_capacity(parts.len() + 1) };
    let mut located: Vec<Option<Located>> = Vec::new();
    let title_span = title.as_deref().map(|title| writer.block(BlockKind::Heading, title));
    if title_span.is_some() {
        located.push(title_place);
    }
    let title_key = title.as_deref().map(key).unwrap_or_default();
    let mut before_body = true;
    for part in parts {
        match part {
            Part::Piece(p) if before_body && p.kind == PieceKind::Heading && key(&p.text) == title_key => {}
            Part::Piece(p) => {
                before_body &= p.kind != PieceKind::Paragraph || p.lead;
                writer.block(kind(p.kind), &p.text);
                located.push(locator.and_then(|l| l.place(&p.texts, None)));
            }
            Part::Post(post, element) => {
                if writer.post(post) {
                    located.push(locator.and_then(|l| l.place(&[], Some(element))));
                }
            }
        }
    }
    let places = if asked { located } else { Vec::new() };
    Article { title, title_span, text: writer.text, blocks: writer.blocks, places, ..Article::default() }
}

fn kind(kind: PieceKind) -> BlockKind {
    match kind {
        PieceKind::Heading => BlockKind::Heading,
        PieceKind::Paragraph => BlockKind::Paragraph,
        PieceKind::ListItem => BlockKind::ListItem,
        PieceKind::BlockQuote => BlockKind::BlockQuote,
        PieceKind::Caption => BlockKind::Caption,
        PieceKind::Furniture => BlockKind::Boilerplate,
    }
}

/// Sets blocks one under the other.
struct Writer {
    text: String,
    blocks: Vec<Block>,
}

impl Writer {
    fn block(&mut self, kind: BlockKind, text: &str) -> Span<Byte> {
        let span = self.set(text);
        self.blocks.push(Block { kind, span });
        span
    }

    fn set(&mut self, text: &str) -> Span<Byte> {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(text);
        Span::new(start, self.text.len())
    }

    /// A post's words and the line that closes it. One of which the page shows nothing stands as its address. False where there is nothing
    /// to tell at all.
    fn post(&mut self, post: Found) -> bool {
        let shown = [post.words.as_str(), post.closing.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n\n");
        let shown = if shown.is_empty() { post.url.clone().unwrap_or_default() } else { shown };
        if shown.is_empty() {
            return false;
        }
        let span = self.set(&shown);
        let words = Span::new(span.start, span.start + post.words.len());
        let Found { platform, author, handle, posted_on, url, .. } = post;
        self.blocks.push(Block { kind: BlockKind::Embed(Box::new(Embed { platform, author, handle, posted_on, url, words })), span });
        true
    }
}
