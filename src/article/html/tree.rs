//! Small questions to a page's tree.

use ego_tree::{NodeRef, iter::Edge};
use scraper::{ElementRef, Node, node::Element};

/// The element's attribute. Goes through the few that it has: the tree's own look-up makes the name one of its atoms first, under a lock.
pub(super) fn attr<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs.iter().find(|(n, _)| &*n.local == name).map(|(_, value)| &**value)
}

/// The element's attribute without white space around it; none where it is empty.
pub(super) fn attribute<'a>(element: &ElementRef<'a>, name: &str) -> Option<&'a str> {
    attr(element.value(), name).map(str::trim).filter(|v| !v.is_empty())
}

/// The element's classes.
pub(super) fn class_names(element: &Element) -> impl Iterator<Item = &str> {
    attr(element, "class").into_iter().flat_map(str::split_ascii_whitespace)
}

/// The text in a node, runs of white space as one space.
pub(super) fn words(node: NodeRef<'_, Node>) -> String {
    let mut words = String::new();
    let mut hidden = 0_usize;
    for edge in node.traverse() {
        match edge {
            Edge::Open(n) => match n.value() {
                Node::Text(text) if hidden == 0 => collapse(&mut words, text),
                Node::Element(e) if is_invisible(e.name()) => hidden += 1,
                Node::Element(e) if e.name() == "br" => collapse(&mut words, " "),
                _ => {}
            },
            Edge::Close(n) => hidden -= usize::from(n.value().as_element().is_some_and(|e| is_invisible(e.name()))),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// Appends `text` with each run of white space as one space; none at the start or behind a line break.
pub(super) fn collapse(to: &mut String, text: &str) {
    for c in text.chars() {
        if !c.is_whitespace() {
            to.push(c);
        } else if !to.is_empty() && !to.ends_with([' ', '\n']) {
            to.push(' ');
        }
    }
}

/// Elements whose text nobody reads.
pub(super) fn is_invisible(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "noscript" | "template" | "svg" | "math" | "head" | "iframe" | "object" | "select" | "button" | "textarea"
    )
}
