//! The article's part of the outline → its blocks, in reading order.

use scraper::{ElementRef, Node};

use super::{
    classes::Part as Names,
    embeds::{self, Found},
    outline::{Outline, is_block, is_furniture_by_kind},
    tree::collapse,
};

/// Blocks beyond which paragraphs run together: no article has as many.
const MOST: usize = 6_000;
/// Posts beyond which none is told.
const POSTS: usize = 1_000;
/// Bytes of furniture that is told; of more (comments, other articles) nothing is said.
const FURNITURE: usize = 400;

/// A block, not yet placed in the article's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: PieceKind,
    /// Its text, white space collapsed; `<br>` is a line break.
    pub text: String,
    /// Bytes of it that are links.
    pub linked: usize,
    /// Of the article's standfirst.
    pub lead: bool,
    /// Stands in a table.
    pub in_table: bool,
    /// The texts of the outline that it was made of.
    pub texts: Vec<usize>,
}

impl Piece {
    /// True for what the article tells in running text.
    pub fn is_body(&self) -> bool {
        matches!(self.kind, PieceKind::Paragraph | PieceKind::ListItem | PieceKind::BlockQuote)
    }
}

/// What the markup says of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    Heading,
    Paragraph,
    ListItem,
    BlockQuote,
    Caption,
    Furniture,
}

/// A block or an embedded post.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Piece(Piece),
    /// With the outline's element that embeds it.
    Post(Found, usize),
}

impl Part {
    /// A standfirst is prose, also where it is set as a heading.
    pub fn into_lead(mut self) -> Self {
        if let Self::Piece(piece) = &mut self {
            piece.lead = true;
            if piece.kind == PieceKind::Heading {
                piece.kind = PieceKind::Paragraph;
            }
        }
        self
    }
}

/// Bytes of what is read as the article's own words.
pub(super) fn bytes(parts: &[Part]) -> usize {
    parts.iter().map(|part| if let Part::Piece(p) = part { if p.is_body() { p.text.len() } else { 0 } } else { 0 }).sum()
}

/// The blocks of the outline's element `node`.
pub(super) fn read(outline: &Outline<'_>, node: usize) -> Vec<Part> {
    let mut writer = Writer {
        parts: Vec::new(),
        text: String::new(),
        texts: Vec::new(),
        linked: 0,
        kinds: vec![PieceKind::Paragraph],
        verbatim: 0,
        links: 0,
        tables: 0,
        posts: 0,
    };
    let mut open: Vec<(usize, &str, bool)> = Vec::new();
    let end = outline.items.get(node).map_or(0, |item| item.end);
    let mut i = node;
    while i < end {
        let item = &outline.items[i];
        while open.last().is_some_and(|(until, _, _)| *until <= i) {
            if let Some((_, name, caption)) = open.pop() {
                writer.close(name, caption);
            }
        }
        match item.node.value() {
            Node::Text(text) => writer.write(text, i),
            Node::Element(element) => {
                if let Some(post) = ElementRef::wrap(item.node).and_then(embeds::read) {
                    writer.flush();
                    writer.post(post, i);
                    i = item.end;
                    continue;
                }
                if item.furniture && i != node {
                    writer.furniture(outline, i);
                    i = item.end;
                    continue;
                }
                let caption = item.caption && (i == node || !outline.items[item.parent].caption);
                writer.open(element.name(), caption);
                open.push((item.end, element.name(), caption));
            }
            _ => {}
        }
        i += 1;
    }
    while let Some((_, name, caption)) = open.pop() {
        writer.close(name, caption);
    }
    writer.flush();
    writer.parts
}

/// Posts that the page embeds by markup beside the article's node, but inside the element that holds both: those before it, those behind it.
pub(super) fn posts_beside(outline: &Outline<'_>, node: usize) -> (Vec<Part>, Vec<Part>) {
    let items = &outline.items;
    let holds = |i: usize| items[i].element().is_none_or(|e| matches!(e.name(), "article" | "main" | "body" | "html"));
    let mut around = items.get(node).map_or(0, |item| item.parent);
    while !holds(around) {
        around = items[around].parent;
    }
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    let mut i = around + 1;
    while items.get(around).is_some_and(|a| i < a.end) {
        let item = &items[i];
        let post = ElementRef::wrap(item.node).filter(|_| !item.furniture && i != node).and_then(embeds::read_markup);
        let skipped = item.furniture || i == node || post.is_some();
        if let Some(post) = post.filter(|_| before.len() + behind.len() < POSTS) {
            let to = if i < node { &mut before } else { &mut behind };
            to.push(Part::Post(post, i));
        }
        i = if skipped { item.end } else { i + 1 };
    }
    (before, behind)
}

/// Collects text until a block ends.
struct Writer {
    parts: Vec<Part>,
    text: String,
    /// The texts of the outline in `text`.
    texts: Vec<usize>,
    /// Bytes of `text` that are links.
    linked: usize,
    /// What the open elements make of text, innermost last; never empty.
    kinds: Vec<PieceKind>,
    /// Open `<pre>`s.
    verbatim: usize,
    /// Open links.
    links: usize,
    /// Open tables.
    tables: usize,
    /// Posts so far.
    posts: usize,
}

impl Writer {
    fn write(&mut self, text: &str, item: usize) {
        self.texts.push(item);
        let before = self.text.len();
        if self.verbatim > 0 {
            self.text.push_str(text);
        } else {
            collapse(&mut self.text, text);
        }
        if self.links > 0 {
            self.linked += self.text.len() - before;
        }
    }

    fn post(&mut self, post: Found, item: usize) {
        self.posts += 1;
        if self.posts <= POSTS {
            self.parts.push(Part::Post(post, item));
        }
    }

    fn open(&mut self, name: &str, caption: bool) {
        if name == "br" {
            return self.line_break();
        }
        if is_block(name) || caption {
            self.flush();
        }
        if caption {
            self.kinds.push(PieceKind::Caption);
        }
        if let Some(kind) = kind_of(name) {
            self.kinds.push(if self.in_caption() { PieceKind::Caption } else { kind });
        }
        self.verbatim += usize::from(name == "pre");
        self.links += usize::from(name == "a");
        self.tables += usize::from(name == "table");
    }

    fn close(&mut self, name: &str, caption: bool) {
        if is_block(name) || caption {
            self.flush();
        }
        for _ in 0..usize::from(kind_of(name).is_some()) + usize::from(caption) {
            if self.kinds.len() > 1 {
                self.kinds.pop();
            }
        }
        self.verbatim -= usize::from(name == "pre" && self.verbatim > 0);
        self.links -= usize::from(name == "a" && self.links > 0);
        self.tables -= usize::from(name == "table" && self.tables > 0);
    }

    fn in_caption(&self) -> bool {
        self.kinds.last() == Some(&PieceKind::Caption)
    }

    /// One break is a new line, two are a new paragraph.
    fn line_break(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if self.text.ends_with('\n') {
            self.flush();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let texts = std::mem::take(&mut self.texts);
        let text = text.trim();
        if !text.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(PieceKind::Paragraph);
            if self.parts.len() >= MOST
                && let Some(Part::Piece(last)) = self.parts.last_mut()
                && last.kind == kind
            {
                last.text.push('\n');
                last.text.push_str(text);
                last.texts.extend(texts);
                return;
            }
            self.parts.push(Part::Piece(Piece { kind, text: text.to_owned(), linked, lead: false, in_table: self.tables > 0, texts }));
        }
    }

    /// What is told of an element that is none of the article: posts that it embeds, unless others wrote what it holds, and its words, where it
    /// is known by its names and they are few.
    fn furniture(&mut self, outline: &Outline<'_>, at: usize) {
        self.flush();
        let furniture = &outline.items[at];
        let holds_posts = !furniture.part.is(Names::OTHERS);
        let (mut text, mut texts) = (String::new(), Vec::new());
        let mut inside = 0;
        for (i, item) in outline.items.iter().enumerate().take(outline.items[at].end).skip(at) {
            if i < inside {
                continue;
            }
            if let Some(post) = ElementRef::wrap(item.node).filter(|_| holds_posts).and_then(embeds::read_markup) {
                self.post(post, i);
                inside = item.end;
                continue;
            }
            match item.node.value() {
                Node::Text(words) => {
                    collapse(&mut text, words);
                    texts.push(i);
                }
                Node::Element(e) if is_block(e.name()) || e.name() == "br" => collapse(&mut text, " "),
                _ => {}
            }
        }
        let text = text.trim();
        if !text.is_empty() && text.len() <= FURNITURE && !is_furniture_by_kind(furniture) {
            self.parts.push(Part::Piece(Piece {
                kind: PieceKind::Furniture,
                text: text.to_owned(),
                linked: 0,
                lead: false,
                in_table: false,
                texts,
            }));
        }
    }
}

fn kind_of(name: &str) -> Option<PieceKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(PieceKind::Heading),
        "li" | "dd" | "dt" => Some(PieceKind::ListItem),
        "blockquote" => Some(PieceKind::BlockQuote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn pieces(markup: &str) -> Vec<(PieceKind, String)> {
        let html = Html::parse_document(markup);
        let outline = Outline::of(html.tree.root());
        let body = outline.items.iter().position(|n| n.element().is_some_and(|e| e.name() == "body")).unwrap();
        let piece = |part| match part {
            Part::Piece(p) => (p.kind, p.text),
            Part::Post(p, _) => (PieceKind::BlockQuote, format!("POST {}", p.words)),
        };
        read(&outline, body).into_iter().map(piece).collect()
    }

    #[test]
    fn blocks_come_in_reading_order_with_their_kinds() {
        let found = pieces(
            "<div>Loose <b>words</b>\n here<p>One  <i>two</i>.</p></div><h2>Next</h2><ul><li>first<li><p>second</p></ul>
             <blockquote><p>Said.</p></blockquote><figure><img><figcaption>The pier.</figcaption></figure>tail",
        );
        use PieceKind::{BlockQuote, Caption, Heading, ListItem, Paragraph};
        let expected = [
            (Paragraph, "Loose words here"),
            (Paragraph, "One two."),
            (Heading, "Next"),
            (ListItem, "first"),
            (ListItem, "second"),
            (BlockQuote, "Said."),
            (Caption, "The pier."),
            (Paragraph, "tail"),
        ];
        assert_eq!(found, expected.map(|(k, t)| (k, t.to_owned())));
    }

    #[test]
    fn what_stands_around_the_article_is_left_out() {
        let found = pieces(
            "<nav>Menu</nav><p>Text<script>x()</script></p><aside><p>Ad</p></aside><div hidden>no</div><form>Sign up</form><footer>©</footer>",
        );
        assert_eq!(found, [(PieceKind::Paragraph, "Text".to_owned())]);
    }

    #[test]
    fn two_breaks_part_paragraphs() {
        let found = pieces("<div>one<br>two<br><br>three</div>");
        assert_eq!(found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(), ["one\ntwo", "three"]);
    }

    #[test]
    fn paragraphs_beyond_all_measure_run_together() {
        let found = pieces(&"<p>one two".repeat(MOST + 3));
        assert_eq!(found.len(), MOST);
        assert_eq!(found.last().map(|f| f.1.as_str()), Some("one two\none two\none two\none two"));
    }

    #[test]
    fn posts_stand_where_they_stood() {
        let found = pieces("<p>a</p><blockquote class=twitter-tweet><p>Salt!</p>— P (@p) March 4, 2024</blockquote><p>b</p>");
        assert_eq!(found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(), ["a", "POST Salt!", "b"]);
    }
}
