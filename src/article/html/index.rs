//! Pages that are no article: front pages, lists of articles, searches.

use super::{
    metadata::Metadata,
    outline::{Outline, is_heading},
};

/// Bytes of prose from which on a page that says that it is an article is believed.
const ENOUGH: usize = 250;
/// Headings that are links from which on a page may be a list.
const HEADINGS: usize = 4;
/// Bytes of links from which on a page without prose is a list.
const LINKED: usize = 600;

/// True where what was found is a list of other pages: most of its headings are links, or it holds links and hardly any prose. A page that
/// describes itself as an article is none of these as long as it has prose.
pub(super) fn is_index(outline: &Outline<'_>, node: usize, facts: &Metadata) -> bool {
    let Some(holder) = outline.items.get(node) else { return false };
    if facts.is_article && holder.prose >= ENOUGH {
        return false;
    }
    let (mut headings, mut linked_headings, mut text, mut linked) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut heading_until, mut link_until, mut heading_linked) = (0, 0, false);
    for (i, item) in outline.items.iter().enumerate().take(holder.end).skip(node) {
        match item.element() {
            Some(e) if is_heading(e.name()) && !item.furniture => {
                headings += 1;
                (heading_until, heading_linked) = (item.end, false);
                if i < link_until {
                    (linked_headings, heading_linked) = (linked_headings + 1, true);
                }
            }
            Some(e) if e.name() == "a" => {
                link_until = item.end;
                if i < heading_until && !heading_linked {
                    (linked_headings, heading_linked) = (linked_headings + 1, true);
                }
            }
            _ => {
                if let scraper::Node::Text(t) = item.node.value() {
                    text += t.trim().len();
                    linked += if i < link_until { t.trim().len() } else { 0 };
                }
            }
        }
    }
    (linked_headings >= HEADINGS && linked_headings * 10 >= headings * 7)
        || (holder.prose < ENOUGH && linked >= LINKED && linked * 10 >= text * 6)
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn index(page: &str, is_article: bool) -> bool {
        let html = Html::parse_document(page);
        let outline = Outline::of(html.tree.root());
        is_index(&outline, 0, &Metadata { is_article, ..Metadata::default() })
    }

    const PROSE: &str = "<p>The ministers met on the pier and talked about salt until the ferry came in from the sea.</p>";

    #[test]
    fn lists_of_articles_are_told() {
        let card = format!("<article><h2><a href=/1>Salt is back</a></h2>{PROSE}</article>");
        assert!(index(&card.repeat(6), false));
        let menu = "<li><a href=/1>A long name of another page of the harbour</a></li>".repeat(30);
        assert!(index(&format!("<ul>{menu}</ul>"), true));
    }

    #[test]
    fn articles_are_none() {
        assert!(!index(&format!("<h1>Salt</h1>{}<h2>Next</h2>{PROSE}", PROSE.repeat(3)), false));
        let linked = format!("<h2><a href=/1>Salt</a></h2>{PROSE}").repeat(6);
        assert!(!index(&linked, true));
        assert!(!index("<p>Short words.</p>", false));
        assert!(!index("", false));
    }
}
