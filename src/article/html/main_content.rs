//! Which part of a page is the article.

use std::collections::HashMap;

use ego_tree::{NodeId, iter::Edge};
use scraper::{ElementRef, Html, Node, Selector};

use super::tree::is_invisible;

/// Marks that a page sets on its article, the most deliberate first.
const MARKED: &[&str] = &["[itemprop=articleBody]", "article", "[role=article]", "main", "[role=main]"];
/// Characters of paragraphs that an article has at least.
const ENOUGH: usize = 200;
/// Paragraphs shorter than this many characters are labels.
const PARAGRAPH: usize = 25;

/// The node that holds the article: the first marked one that has enough text of its own, else the densest, else the page.
pub(super) fn main_content(html: &Html) -> NodeId {
    let below = paragraph_text(html);
    let chars = |id: NodeId| below.get(&id).copied().unwrap_or_default();
    let whole = chars(html.tree.root().id());
    for marks in MARKED {
        let Ok(selector) = Selector::parse(marks) else { continue };
        let marked = html.select(&selector).filter(|e| !is_aside(e)).map(|e| (chars(e.id()), e.id()));
        // A teaser is an <article> too: the one that is meant holds a good part of the page's paragraphs.
        if let Some((length, node)) = marked.reduce(longer)
            && length >= ENOUGH
            && length * 4 >= whole
        {
            return node;
        }
    }
    densest(html)
}

/// The first of the longest.
fn longer(best: (usize, NodeId), next: (usize, NodeId)) -> (usize, NodeId) {
    if next.0 > best.0 { next } else { best }
}

/// Characters of paragraph text below each node.
fn paragraph_text(html: &Html) -> HashMap<NodeId, usize> {
    let mut below = HashMap::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut paragraphs, mut hidden) = (0_usize, 0_usize);
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                let mut own = 0;
                match node.value() {
                    Node::Element(e) => {
                        paragraphs += usize::from(e.name() == "p");
                        hidden += usize::from(is_invisible(e.name()) || is_furniture(e.name()));
                    }
                    Node::Text(t) if paragraphs > 0 && hidden == 0 => own = t.trim().chars().count(),
                    _ => {}
                }
                open.push(own);
            }
            Edge::Close(node) => {
                if let Some(e) = node.value().as_element() {
                    paragraphs -= usize::from(e.name() == "p");
                    hidden -= usize::from(is_invisible(e.name()) || is_furniture(e.name()));
                }
                let length = open.pop().unwrap_or_default();
                if let Some(parent) = open.last_mut() {
                    *parent += length;
                }
                if length > 0 {
                    below.insert(node.id(), length);
                }
            }
        }
    }
    below
}

/// Elements that stand around an article.
fn is_furniture(name: &str) -> bool {
    matches!(name, "nav" | "aside" | "footer" | "form")
}

fn is_aside(element: &ElementRef<'_>) -> bool {
    element.ancestors().filter_map(|a| a.value().as_element().map(scraper::node::Element::name)).any(is_furniture)
}

/// The node whose own paragraphs, and half of its children's, hold the most text (the idea of Readability, Arc90 2009).
fn densest(html: &Html) -> NodeId {
    let root = html.tree.root().id();
    let Ok(paragraphs) = Selector::parse("p") else { return root };
    let mut scores: HashMap<NodeId, usize> = HashMap::new();
    for p in html.select(&paragraphs).filter(|p| !is_aside(p)) {
        let length = p.text().map(|t| t.trim().chars().count()).sum::<usize>();
        let Some(parent) = p.parent().filter(|_| length >= PARAGRAPH) else { continue };
        *scores.entry(parent.id()).or_default() += length;
        if let Some(grandparent) = parent.parent() {
            *scores.entry(grandparent.id()).or_default() += length / 2;
        }
    }
    match html.tree.nodes().filter_map(|n| scores.get(&n.id()).map(|s| (*s, n.id()))).reduce(longer) {
        Some((score, node)) if score >= ENOUGH => node,
        _ => html.tree.nodes().find(|n| n.value().as_element().is_some_and(|e| e.name() == "body")).map_or(root, |n| n.id()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(page: &str) -> String {
        let html = Html::parse_document(page);
        let node = html.tree.get(main_content(&html)).unwrap();
        let element = node.value().as_element().unwrap();
        element.id().unwrap_or(element.name()).to_owned()
    }

    fn paragraphs(n: usize) -> String {
        "<p>The ministers met on the pier and talked about salt until the ferry came.</p>".repeat(n)
    }

    #[test]
    fn a_marked_article_is_taken() {
        let page = format!("<main id=m>{}<div id=b itemprop=articleBody>{}</div></main>", paragraphs(2), paragraphs(5));
        assert_eq!(chosen(&page), "b");
    }

    #[test]
    fn a_teaser_is_not_the_article() {
        let page = format!("<article id=t>{}</article><div id=d>{}</div>", paragraphs(3), paragraphs(20));
        assert_eq!(chosen(&page), "d");
        let page = format!("<aside><article id=t>{}</article></aside><article id=a>{}</article>", paragraphs(9), paragraphs(8));
        assert_eq!(chosen(&page), "a");
    }

    #[test]
    fn a_page_without_paragraphs_is_its_body() {
        assert_eq!(chosen("<div>short words</div>"), "body");
        assert_eq!(chosen(""), "body");
    }
}
