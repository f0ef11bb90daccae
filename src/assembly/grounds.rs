//! From views and bytes to the caller's unit: the one place where positions leave the inside.

use crate::{
    article::Article,
    language::Doc,
    record::{Evidence, Extent, Ground, Id},
    segments::Passage,
    text::{Byte, OffsetUnit, Offsets, Span, Tok},
};

/// The two texts that positions count into.
pub struct Grounds<'a> {
    article: &'a Article,
    passages: &'a [Passage],
    docs: &'a [Doc],
    text: Offsets<'a>,
    title: Offsets<'a>,
}

impl<'a> Grounds<'a> {
    /// Counts `article` in `unit`.
    pub fn new(article: &'a Article, passages: &'a [Passage], docs: &'a [Doc], unit: OffsetUnit) -> Self {
        let title = article.title.as_deref().unwrap_or("");
        Self { article, passages, docs, text: Offsets::new(&article.text, unit), title: Offsets::new(title, unit) }
    }

    /// Which text a passage stands in.
    pub fn ground(&self, passage: usize) -> Ground {
        if self.passages[passage].in_title { Ground::Title } else { Ground::Text }
    }

    /// Bytes of a passage's text in the caller's unit.
    pub fn extent(&self, passage: usize, span: Span<Byte>) -> Extent {
        let (start, end) = if self.passages[passage].in_title { self.title.span(span) } else { self.text.span(span) };
        Extent { start, end }
    }

    /// Bytes of the article's text in the caller's unit.
    pub fn of_text(&self, span: Span<Byte>) -> Extent {
        let (start, end) = self.text.span(span);
        Extent { start, end }
    }

    /// Where tokens of a passage stand, in bytes of its text.
    pub fn bytes(&self, passage: usize, tokens: Span<Tok>) -> Span<Byte> {
        self.passages[passage].view.to_article(self.docs[passage].bytes(tokens))
    }

    /// Where tokens of a passage stand, in the caller's unit.
    pub fn tokens(&self, passage: usize, tokens: Span<Tok>) -> Extent {
        self.extent(passage, self.bytes(passage, tokens))
    }

    /// Bytes of the article's text, as it came.
    pub fn words_of_text(&self, span: Span<Byte>) -> &'a str {
        self.article.text.get(span.range()).unwrap_or("")
    }

    /// The words of tokens, as the article has them.
    pub fn as_it_came(&self, passage: usize, tokens: Span<Tok>) -> &'a str {
        let text = if self.passages[passage].in_title { self.article.title.as_deref().unwrap_or("") } else { &self.article.text };
        text.get(self.bytes(passage, tokens).range()).unwrap_or("")
    }

    /// The sentence that token stands in, as evidence.
    pub fn evidence(&self, passage: usize, token: usize, segment_at: impl Fn(usize) -> Option<Id>) -> Evidence {
        let sentence = trimmed(&self.docs[passage], self.docs[passage].sentence_of(token));
        let ground = self.ground(passage);
        let at = self.bytes(passage, Span::new(token, token + 1)).start;
        Evidence { ground, span: self.tokens(passage, sentence), segment: if ground == Ground::Text { segment_at(at) } else { None } }
    }
}

/// A span without white space at its ends.
fn trimmed(doc: &Doc, mut span: Span<Tok>) -> Span<Tok> {
    let space = |i: usize| doc.word(i).trim().is_empty();
    while span.len() > 1 && space(span.end - 1) {
        span.end -= 1;
    }
    while span.len() > 1 && space(span.start) {
        span.start += 1;
    }
    span
}
