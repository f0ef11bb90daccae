//! The article's node → its blocks, in reading order.

use ego_tree::{NodeRef, iter::Edge};
use scraper::{ElementRef, Node};

use super::{
    embeds::{self, Found},
    tree::{attribute, collapse, is_invisible},
};

/// A block, not yet placed in the article's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: PieceKind,
    /// Its text, white space collapsed; `<br>` is a line break.
    pub text: String,
}

/// What the markup says of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    Heading,
    Paragraph,
    ListItem,
    BlockQuote,
    Caption,
}

/// A block or an embedded post.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Piece(Piece),
    Post(Found),
}

/// The blocks below `node`. Navigation, asides, forms and what nobody sees are left out.
pub(super) fn read(node: NodeRef<'_, Node>) -> Vec<Part> {
    let mut writer = Writer { parts: Vec::new(), text: String::new(), kinds: vec![PieceKind::Paragraph], verbatim: 0 };
    let mut skipping: Option<ego_tree::NodeId> = None;
    for edge in node.traverse() {
        match (edge, skipping) {
            (Edge::Close(n), Some(skipped)) if n.id() == skipped => skipping = None,
            (_, Some(_)) => {}
            (Edge::Open(n), None) => match (n.value(), ElementRef::wrap(n)) {
                (Node::Text(text), _) => writer.write(text),
                (_, Some(element)) => {
                    if let Some(post) = embeds::read(element) {
                        writer.flush();
                        writer.parts.push(Part::Post(post));
                        skipping = Some(n.id());
                    } else if n.id() != node.id() && is_left_out(&element) {
                        skipping = Some(n.id());
                    } else {
                        writer.open(element.value().name());
                    }
                }
                _ => {}
            },
            (Edge::Close(n), None) => {
                if let Some(element) = n.value().as_element() {
                    writer.close(element.name());
                }
            }
        }
    }
    writer.flush();
    writer.parts
}

/// Elements of a page that are no part of what the article tells.
fn is_left_out(element: &ElementRef<'_>) -> bool {
    let name = element.value().name();
    let role = attribute(element, "role").unwrap_or("");
    is_invisible(name)
        || matches!(name, "nav" | "aside" | "footer" | "form" | "input" | "label" | "dialog" | "menu" | "audio" | "video" | "canvas")
        || matches!(role, "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "menu" | "toolbar")
        || attribute(element, "aria-hidden") == Some("true")
        || element.value().attr("hidden").is_some()
}

/// Collects text until a block ends.
struct Writer {
    parts: Vec<Part>,
    text: String,
    /// What the open elements make of text, innermost last; never empty.
    kinds: Vec<PieceKind>,
    /// Open `<pre>`s.
    verbatim: usize,
}

impl Writer {
    fn write(&mut self, text: &str) {
        if self.verbatim > 0 {
            self.text.push_str(text);
        } else {
            collapse(&mut self.text, text);
        }
    }

    fn open(&mut self, name: &str) {
        if name == "br" {
            return self.line_break();
        }
        if is_block(name) {
            self.flush();
        }
        if let Some(kind) = kind_of(name) {
            self.kinds.push(kind);
        }
        self.verbatim += usize::from(name == "pre");
    }

    fn close(&mut self, name: &str) {
        if is_block(name) {
            self.flush();
        }
        if kind_of(name).is_some() && self.kinds.len() > 1 {
            self.kinds.pop();
        }
        self.verbatim -= usize::from(name == "pre" && self.verbatim > 0);
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
        let text = text.trim();
        if !text.is_empty() {
            let kind = self.kinds.last().copied().unwrap_or(PieceKind::Paragraph);
            self.parts.push(Part::Piece(Piece { kind, text: text.to_owned() }));
        }
    }
}

fn kind_of(name: &str) -> Option<PieceKind> {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(PieceKind::Heading),
        "li" | "dd" | "dt" => Some(PieceKind::ListItem),
        "blockquote" => Some(PieceKind::BlockQuote),
        "figcaption" | "caption" => Some(PieceKind::Caption),
        _ => None,
    }
}

fn is_block(name: &str) -> bool {
    kind_of(name).is_some()
        || matches!(
            name,
            "p" | "div"
                | "section"
                | "article"
                | "main"
                | "header"
                | "figure"
                | "pre"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "tr"
                | "td"
                | "th"
                | "hr"
                | "body"
                | "address"
                | "details"
                | "summary"
                | "center"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn pieces(markup: &str) -> Vec<(PieceKind, String)> {
        let html = Html::parse_document(markup);
        let body = html.tree.nodes().find(|n| n.value().as_element().is_some_and(|e| e.name() == "body")).unwrap();
        let piece = |part| match part {
            Part::Piece(p) => (p.kind, p.text),
            Part::Post(p) => (PieceKind::BlockQuote, format!("POST {}", p.words)),
        };
        read(body).into_iter().map(piece).collect()
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
    fn posts_stand_where_they_stood() {
        let found = pieces("<p>a</p><blockquote class=twitter-tweet><p>Salt!</p>— P (@p) March 4, 2024</blockquote><p>b</p>");
        assert_eq!(found.iter().map(|f| f.1.as_str()).collect::<Vec<_>>(), ["a", "POST Salt!", "b"]);
    }
}
