//! From a page or plain text to the article in it: its text, what is known of it, and its blocks in reading order.
//!
//! The parsed page never leaves this room.

mod check;
mod decode;
mod html;
mod input;
mod located;
mod plain;
mod posts;
mod read;
mod reference;

use crate::text::{Byte, Span};

pub use decode::{Decoded, decode};
pub use html::{beginning, ending};
pub use input::{Input, InputError, Source};
pub use located::{Located, Quoted, Reader};
pub use posts::{Attribution, attribution, day, limit};
pub use reference::{Reference, reference};

/// An article: the text that every span counts into, and its blocks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// The text. For plain-text input, the input unchanged.
    pub text: String,
    /// The headline, given by the caller or read off the page.
    pub title: Option<String>,
    /// Where the headline stands in the text, if it does.
    pub title_span: Option<Span<Byte>>,
    /// Who wrote it.
    pub byline: Vec<String>,
    /// Who published it.
    pub site: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
    /// When it was published, as given by the caller (`published_given`) or read off the page.
    pub published_at: Option<String>,
    /// When it was changed last, as the page says.
    pub modified_at: Option<String>,
    /// True where the caller gave the date.
    pub published_given: bool,
    /// ISO 639-1, as given by the caller or declared by the page.
    pub language: Option<String>,
    /// True where the caller gave the language.
    pub language_given: bool,
    /// The blocks in order, without overlap. What lies between two is white space.
    pub blocks: Vec<Block>,
    /// Where each block stands in the page, if that was asked for; none for blocks that stand in no element that a reader has, and for plain
    /// text, of which the blocks' own spans tell.
    pub places: Vec<Option<Located>>,
    /// What the caller should know.
    pub warnings: Vec<String>,
}

/// A paragraph or what stands like one.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What the page or the text's form says that it is.
    pub kind: BlockKind,
    /// Where it stands in the article's text.
    pub span: Span<Byte>,
}

/// What the form says of a block; what it *is* the next room decides.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A headline or heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A block quote that is no embedded post.
    BlockQuote,
    /// What stands under a picture.
    Caption,
    /// An embedded post, as its markup tells it.
    Embed(Box<Embed>),
    /// No part of the article, but inside its node.
    Boilerplate,
}

/// An embedded post, as its markup tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// Where it was posted.
    pub platform: crate::record::Platform,
    /// The name that its author shows.
    pub author: Option<String>,
    /// Without the `@`.
    pub handle: Option<String>,
    /// `2023-06-15`.
    pub posted_on: Option<String>,
    /// Its permalink.
    pub url: Option<String>,
    /// Where its own words stand in the article's text; empty where they were lost.
    pub words: Span<Byte>,
}
