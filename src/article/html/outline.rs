//! A page's tree as a list in reading order, with what each element holds: what the choice of the article and its reading work on.

use ego_tree::{NodeRef, iter::Edge};
use scraper::{ElementRef, Node, node::Element};

use super::{
    classes::{Names, Part},
    embeds::may_hold_post,
    tree::{attr, attribute, is_invisible},
};

/// Bytes of running text from which on a block is prose, not a label. Bytes, not characters: a character of Chinese says as much as three.
const PROSE: usize = 60;
/// Elements beyond which a page is no longer read.
const MOST: usize = 2_000_000;

/// An element or a text of the page.
#[derive(Debug)]
pub(super) struct Item<'p> {
    pub node: NodeRef<'p, Node>,
    /// Index of the element around it; its own where there is none.
    pub parent: usize,
    /// Index behind the last item below it.
    pub end: usize,
    /// What its names say.
    pub part: Part,
    /// Known to be none of the article, by its kind, role or names.
    pub furniture: bool,
    /// Stands under or beside a picture.
    pub caption: bool,
    /// Bytes of prose in and below it, without what is furniture.
    pub prose: usize,
}

impl<'p> Item<'p> {
    /// The element, where it is one.
    pub fn element(&self) -> Option<&'p Element> {
        self.node.value().as_element()
    }
}

/// A page in reading order. What nobody sees is left out.
#[derive(Debug)]
pub(super) struct Outline<'p> {
    pub items: Vec<Item<'p>>,
}

impl<'p> Outline<'p> {
    /// Reads a tree. O(nodes).
    pub fn of(root: NodeRef<'p, Node>) -> Self {
        let mut outline = Self { items: list(root) };
        outline.sum();
        outline.part_furniture();
        outline.sum();
        outline
    }

    /// Prose of the whole page, without furniture.
    pub fn prose(&self) -> usize {
        self.items.first().map_or(0, |root| root.prose)
    }

    /// Replaces each element's own prose by that of all below it.
    fn sum(&mut self) {
        for i in (1..self.items.len()).rev() {
            let (prose, parent) = (self.items[i].prose, self.items[i].parent);
            self.items[parent].prose += prose;
        }
    }

    /// Settles what is furniture. An element that holds what is marked as the article's body, or nearly all of the page's prose, is none,
    /// whatever its names say.
    fn part_furniture(&mut self) {
        let total = self.prose();
        let mut holds_body = vec![false; self.items.len()];
        let largest =
            self.items.iter().filter(|item| is_body(item) && !is_furniture_by_kind(item)).map(|item| item.prose).max().unwrap_or(0);
        for i in (1..self.items.len()).rev() {
            let item = &self.items[i];
            if holds_body[i] || (is_body(item) && item.prose > 0 && item.prose * 4 >= largest * 3 && !is_furniture_by_kind(item)) {
                holds_body[item.parent] = true;
            }
        }
        let mut inside = 0;
        for (i, item) in self.items.iter_mut().enumerate() {
            if i < inside {
                item.furniture = true;
            } else if item.furniture {
                // Where an article breaks off, what says so may be much of the page.
                let is_sure = item.part.is(Part::OTHERS) || item.part.is(Part::BARRIER) || is_furniture_by_kind(item);
                let much = if is_sure { 80 } else { 33 };
                item.furniture = !(holds_body[i] || (item.prose * 100 >= total * much && total > 0));
                if item.furniture {
                    inside = item.end;
                }
            }
        }
        // Sums become own prose again, that of furniture none.
        for i in 1..self.items.len() {
            let (prose, parent) = (self.items[i].prose, self.items[i].parent);
            self.items[parent].prose -= prose;
        }
        for item in &mut self.items {
            if item.furniture {
                item.prose = 0;
            }
        }
    }
}

/// True for what a page marks as holding the article's paragraphs.
pub(super) fn is_body(item: &Item<'_>) -> bool {
    item.part.is(Part::BODY)
        || item
            .element()
            .is_some_and(|e| attr(e, "itemprop").is_some_and(|p| p.split_whitespace().any(|p| p.eq_ignore_ascii_case("articleBody"))))
}

/// An element whose text is being counted.
struct Block {
    item: usize,
    text: usize,
    linked: usize,
    heading: bool,
}

/// The tree in reading order; `prose` is each block's own.
fn list(root: NodeRef<'_, Node>) -> Vec<Item<'_>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    let (mut links, mut skipped) = (0_usize, None);
    let mut names = Names::default();
    for edge in root.traverse() {
        match edge {
            _ if items.len() > MOST => break,
            Edge::Close(n) if skipped == Some(n.id()) => skipped = None,
            _ if skipped.is_some() => {}
            Edge::Open(node) => {
                let parent = open.last().copied().unwrap_or(0);
                let around = items.get(parent).is_some_and(|p| p.caption);
                let mut item = Item { node, parent, end: 0, part: Part::default(), furniture: false, caption: around, prose: 0 };
                match node.value() {
                    Node::Text(text) => {
                        let length = text.trim().len();
                        if let Some(block) = blocks.last_mut() {
                            block.text += length;
                            block.linked += if links > 0 { length } else { 0 };
                        }
                        item.end = items.len() + 1;
                        items.push(item);
                        continue;
                    }
                    Node::Element(e) if is_unread(e) && node.id() != root.id() => {
                        // What stands in it is not on the page, unless it is a post.
                        if ElementRef::wrap(node).is_some_and(may_hold_post) {
                            item.end = items.len() + 1;
                            items.push(item);
                        }
                        skipped = Some(node.id());
                        continue;
                    }
                    Node::Element(e) => {
                        item.part = names.part(e);
                        item.furniture = item.part.is(Part::FURNITURE) && is_container(e.name()) || is_furniture_by_kind(&item);
                        item.caption |= e.name() == "figure" || is_caption(e, item.part);
                        links += usize::from(e.name() == "a");
                        if is_block(e.name()) {
                            blocks.push(Block { item: items.len(), text: 0, linked: 0, heading: is_heading(e.name()) });
                        }
                    }
                    _ => {}
                }
                open.push(items.len());
                items.push(item);
            }
            Edge::Close(node) if node.value().is_text() => {}
            Edge::Close(node) => {
                let Some(i) = open.pop() else { continue };
                items[i].end = items.len();
                if let Some(e) = node.value().as_element() {
                    links -= usize::from(e.name() == "a");
                    if blocks.last().is_some_and(|b| b.item == i)
                        && let Some(block) = blocks.pop()
                    {
                        let is_prose = block.text - block.linked >= PROSE && block.linked * 2 < block.text && !block.heading;
                        items[i].prose = if is_prose && !items[i].caption { block.text } else { 0 };
                    }
                }
            }
        }
    }
    let end = items.len();
    for i in open {
        items[i].end = end;
    }
    items
}

/// Elements whose text nobody reads, or that are for input.
pub(super) fn is_unread(element: &Element) -> bool {
    is_invisible(element.name()) || matches!(element.name(), "input" | "label" | "audio" | "video" | "canvas")
}

/// Elements that stand around an article by their kind or role.
pub(super) fn is_furniture_by_kind(item: &Item<'_>) -> bool {
    let Some(element) = ElementRef::wrap(item.node) else { return false };
    let role = attribute(&element, "role").unwrap_or("");
    matches!(element.value().name(), "nav" | "aside" | "footer" | "form" | "dialog" | "menu")
        || matches!(role, "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "menu" | "toolbar")
        || attribute(&element, "aria-hidden") == Some("true")
        || attr(element.value(), "hidden").is_some()
}

fn is_caption(element: &Element, part: Part) -> bool {
    matches!(element.name(), "figcaption" | "caption") || (part.is(Part::CAPTION) && is_container(element.name()) && !is_body_like(part))
}

fn is_body_like(part: Part) -> bool {
    part.is(Part::BODY) || part.is(Part::LEAD)
}

/// Elements whose names tell of a part of the page; those of a word in a sentence do not.
fn is_container(name: &str) -> bool {
    !matches!(name, "html" | "body" | "main" | "h1" | "em" | "strong" | "b" | "i" | "u" | "mark" | "sup" | "sub")
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Elements that begin and end a block of text.
pub(super) fn is_block(name: &str) -> bool {
    is_heading(name)
        || matches!(
            name,
            "p" | "div"
                | "section"
                | "article"
                | "main"
                | "header"
                | "figure"
                | "figcaption"
                | "caption"
                | "pre"
                | "ul"
                | "ol"
                | "dl"
                | "li"
                | "dd"
                | "dt"
                | "table"
                | "thead"
                | "tbody"
                | "tr"
                | "td"
                | "th"
                | "hr"
                | "html"
                | "body"
                | "address"
                | "details"
                | "summary"
                | "center"
                | "blockquote"
                | "nav"
                | "aside"
                | "footer"
                | "form"
                | "fieldset"
                | "dialog"
                | "menu"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    const WORDS: &str = "The ministers met on the pier and talked about salt until the ferry came in from the sea.";

    /// Id and prose of each element that has an id and is no furniture.
    fn prose(page: &str) -> Vec<(String, usize)> {
        let html = Html::parse_document(page);
        let outline = Outline::of(html.tree.root());
        let told = outline.items.iter().filter(|i| !i.furniture);
        told.filter_map(|i| Some((i.element()?.id()?.to_owned(), i.prose))).collect()
    }

    #[test]
    fn running_text_counts_and_labels_links_and_captions_do_not() {
        let page = format!(
            "<div id=a><p id=p>{WORDS}</p><p id=l><a href=#>{WORDS}</a></p><p id=s>Short.</p><figure id=f><p>{WORDS}</p></figure><h2 id=h>{WORDS}</h2></div>"
        );
        let n = WORDS.len();
        let expected = [("a", n), ("p", n), ("l", 0), ("s", 0), ("f", 0), ("h", 0)];
        assert_eq!(prose(&page), expected.map(|(id, n)| (id.to_owned(), n)));
    }

    #[test]
    fn furniture_is_known_by_kind_role_and_names() {
        let page = format!(
            "<p id=p>{WORDS}</p><aside id=a><p>{WORDS}</p></aside><div id=r role=navigation>x</div><div id=c class=newsletter-box>x</div><div id=hid hidden>x</div>"
        );
        assert_eq!(prose(&page), [("p".to_owned(), WORDS.len())]);
    }

    #[test]
    fn what_holds_the_article_is_no_furniture_whatever_its_names() {
        let page = format!("<div id=a class=sidebar><div itemprop=articleBody><p>{WORDS}</p></div></div><p>{WORDS}</p>");
        assert_eq!(prose(&page)[0], ("a".to_owned(), WORDS.len()));
        let page = format!("<div id=a class=subscribe><p>{WORDS}</p></div>");
        assert_eq!(prose(&page)[0], ("a".to_owned(), WORDS.len()));
    }
}
