//! A page → the article in it.

mod blocks;
mod classes;
mod embeds;
mod hint;
mod json_ld;
mod main_content;
mod metadata;
mod outline;
mod parse;
mod sections;
mod tree;
mod trim;

use self::{
    blocks::{Part, PieceKind},
    embeds::Found,
};
use super::{Article, Block, BlockKind, Embed};
use crate::{budget::Budget, text::Span};

/// Reads a page: its facts, and its text as headline, body, captions and posts in reading order.
pub(super) fn read(page: &str, budget: &Budget) -> Article {
    let parsed = parse::parse(page, budget);
    let facts = metadata::read(&parsed.html);
    let hint = facts.body.as_deref().and_then(hint::Hint::of);
    let outline = outline::Outline::of(parsed.html.tree.root());
    let place = main_content::main_content(&outline, &facts, hint.as_ref());
    let mut parts: Vec<Part> = place.leads.iter().flat_map(|lead| blocks::read(&outline, *lead)).map(Part::as_lead).collect();
    parts.extend(blocks::read(&outline, place.node));
    trim::trim(&mut parts, hint.as_ref());
    let mut writer = Writer::default();
    let mut article = Article { title: facts.title, ..Article::default() };
    if let Some(title) = article.title.as_deref() {
        article.title_span = Some(writer.block(BlockKind::Heading, title));
    }
    let title = article.title.as_deref().map(metadata::key).unwrap_or_default();
    let mut before_body = true;
    for part in parts {
        match part {
            // The headline stands at the head already.
            Part::Piece(p) if before_body && p.kind == PieceKind::Heading && metadata::key(&p.text) == title => {}
            Part::Piece(p) => {
                before_body &= p.kind != PieceKind::Paragraph;
                writer.block(kind(p.kind), &p.text);
            }
            Part::Post(post) => writer.post(post),
        }
    }
    article.text = writer.text;
    article.blocks = writer.blocks;
    article.byline = facts.byline;
    article.site = facts.site;
    article.url = facts.url;
    article.published_at = facts.published_at;
    article.language = facts.language;
    if parsed.unread > 0 {
        article.warnings.push(format!(
            "the time was up before the page was read: its last {} bytes are missing; send a smaller page or allow more time",
            parsed.unread
        ));
    }
    article
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

/// Sets blocks one under the other, an empty line between.
#[derive(Default)]
struct Writer {
    text: String,
    blocks: Vec<Block>,
}

impl Writer {
    fn block(&mut self, kind: BlockKind, text: &str) -> Span<crate::text::Byte> {
        let span = self.set(text);
        self.blocks.push(Block { kind, span });
        span
    }

    fn set(&mut self, text: &str) -> Span<crate::text::Byte> {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(text);
        Span::new(start, self.text.len())
    }

    /// A post's words and the line that closes it. One of which the page shows nothing stands as its address.
    fn post(&mut self, post: Found) {
        let shown = [post.words.as_str(), post.closing.as_str()].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("\n\n");
        let shown = if shown.is_empty() { post.url.clone().unwrap_or_default() } else { shown };
        if shown.is_empty() {
            return;
        }
        let span = self.set(&shown);
        let words = Span::new(span.start, span.start + post.words.len());
        let Found { platform, author, handle, posted_on, url, .. } = post;
        self.blocks.push(Block { kind: BlockKind::Embed(Box::new(Embed { platform, author, handle, posted_on, url, words })), span });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Salt talks end | The Harbour Post</title><meta property="og:site_name" content="The Harbour Post">
        <meta property="article:published_time" content="2024-03-04T08:00:00Z"></head><body><nav><a href=/>Home</a></nav><article><h1>Salt talks end</h1>
        <p>The two ministers met on the pier on Monday and talked about salt until the evening ferry came in and took one of them home.</p>
        <h2>What comes next</h2>
        <p>Nothing was signed. Officials of both ports will meet again in the spring, when the ice has gone and the ferries run again.</p>
        <blockquote class="twitter-tweet"><p>Salt is back!</p>&mdash; Port of Salt (@portofsalt) <a href="https://twitter.com/portofsalt/status/2">March 4, 2024</a></blockquote>
        <iframe src="https://www.instagram.com/p/Cx/embed"></iframe>
        <figure><img><figcaption>The pier on Monday.</figcaption></figure></article><footer>© 2024</footer></body></html>"#;

    #[test]
    fn a_page_is_read_as_headline_body_posts_and_captions() {
        let article = read(PAGE, &Budget::unlimited());
        let texts: Vec<&str> = article.blocks.iter().map(|b| &article.text[b.span.range()]).collect();
        assert_eq!(article.text, texts.join("\n\n"));
        assert_eq!(&article.text[article.title_span.unwrap().range()], "Salt talks end");
        assert_eq!(texts.len(), 7, "{texts:#?}");
        assert_eq!(texts[4], "Salt is back!\n\n— Port of Salt (@portofsalt) March 4, 2024");
        let BlockKind::Embed(post) = &article.blocks[4].kind else { panic!("no post") };
        assert_eq!((post.handle.as_deref(), &article.text[post.words.range()]), (Some("portofsalt"), "Salt is back!"));
        let BlockKind::Embed(frame) = &article.blocks[5].kind else { panic!("no post") };
        assert!(frame.words.is_empty() && frame.url.is_some());
        assert_eq!((article.site.as_deref(), article.language.as_deref()), (Some("The Harbour Post"), Some("en")));
    }

    #[test]
    fn broken_markup_and_no_markup_give_what_can_be_read() {
        for (page, expected) in [
            ("<p>one<p>two</div></b><<<>", "one\n\ntwo<<<>"),
            ("just words", "just words"),
            ("", ""),
            ("\0<p>a\0b", "ab"),
            ("<!-- open <p>a", ""),
        ] {
            assert_eq!(read(page, &Budget::unlimited()).text, expected, "{page:?}");
        }
    }
}
