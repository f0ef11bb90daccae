//! Which part of a page is the article.

use scraper::node::Element;

use super::{
    classes::Part,
    hint::Hint,
    metadata::{Metadata, key},
    outline::{Item, Outline, is_body, is_heading},
    tree::{attr, words},
};

/// Bytes of prose that an article has at least.
const ENOUGH: usize = 250;
/// Items below an element that may be a standfirst.
const SMALL: usize = 30;
/// Headings among which the title is looked for.
const HEADINGS: usize = 50;
/// Elements around a marked part that may hold others of its kind.
const PARTS_UP: usize = 8;

/// Where the article stands in an outline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The element that holds it.
    pub node: usize,
    /// Elements before it that hold its standfirst, in order.
    pub leads: Vec<usize>,
    /// The heading that gives the title, else the first one of the first rank.
    pub headline: Option<usize>,
}

/// Finds the article: what the page marks as its body, else as an article, else where prose is densest, else the page.
pub(super) fn main_content(outline: &Outline<'_>, facts: &Metadata, hint: Option<&Hint>) -> Place {
    let headline = headline(outline, facts.title.as_deref());
    let node = marked(outline, headline, 10, is_body)
        .map(|body| with_its_parts(outline, body))
        .or_else(|| marked(outline, headline, 25, |item| is_named(item, "article")))
        .or_else(|| marked(outline, headline, 25, |item| is_named(item, "main")))
        .or_else(|| densest(outline))
        .unwrap_or_else(|| body(outline));
    let node = hint.and_then(|hint| hinted(outline, hint, node)).unwrap_or(node);
    let node = with_its_like(outline, node);
    Place { leads: leads(outline, node, headline, facts.description.as_deref()), node, headline }
}

/// The smallest element that holds nearly all of what the page's own data give as the article's text, where the tree has that and `node`
/// does not.
fn hinted(outline: &Outline<'_>, hint: &Hint, node: usize) -> Option<usize> {
    let held = hint.held(outline);
    let all = held.first().copied().unwrap_or(0);
    if all * 10 < hint.size() * 7 || held[node] * 10 >= all * 8 {
        return None;
    }
    let (mut smallest, mut i) = (0, 1);
    while i < outline.items[smallest].end {
        if held[i] * 100 >= all * 95 && outline.items[i].element().is_some() {
            smallest = i;
            i += 1;
        } else {
            i = outline.items[i].end;
        }
    }
    (outline.items[smallest].prose >= ENOUGH).then_some(smallest)
}

/// The heading that gives the article's title, else the first one of the first rank.
fn headline(outline: &Outline<'_>, title: Option<&str>) -> Option<usize> {
    let title = key(title.unwrap_or(""));
    let headings =
        || outline.items.iter().enumerate().filter(|(_, item)| !item.caption && item.element().is_some_and(|e| is_heading(e.name())));
    let same = |item: &Item<'_>| !title.is_empty() && key(&words(item.node)) == title;
    headings()
        .take(HEADINGS)
        .find(|(_, item)| same(item))
        .or_else(|| headings().find(|(_, item)| item.element().is_some_and(|e| e.name() == "h1")))
        .map(|(i, _)| i)
}

fn is_named(item: &Item<'_>, name: &str) -> bool {
    item.element().is_some_and(|e| e.name() == name || attr(e, "role") == Some(name))
}

/// The marked element with the most prose, where that is a good part of the page's (`least`, in hundredths): a teaser may be
/// marked like an article.
fn marked(outline: &Outline<'_>, headline: Option<usize>, least: usize, is_marked: impl Fn(&Item<'_>) -> bool) -> Option<usize> {
    let is_page = |item: &Item<'_>| item.element().is_some_and(|e| matches!(e.name(), "html" | "body"));
    let is_marked = |item: &Item<'_>| !item.furniture && item.prose >= ENOUGH && is_marked(item) && !is_page(item);
    let innermost = |from: usize, until: usize| innermost(outline, from, until, is_marked);
    let largest = innermost(0, outline.items.len())?;
    // Where a page holds several articles, the one under the headline is meant.
    let under = headline.and_then(|h| {
        let first = (0..outline.items.len()).find(|i| outline.items[*i].end > h && is_marked(&outline.items[*i]))?;
        innermost(first, outline.items[first].end)
    });
    let best = under.filter(|u| outline.items[*u].prose * 4 >= outline.items[largest].prose).unwrap_or(largest);
    (outline.items[best].prose * 100 >= outline.prose() * least).then_some(best)
}

/// The marked element with the most prose; of marked elements inside one another, the innermost that holds nearly all.
fn innermost(outline: &Outline<'_>, from: usize, until: usize, is_marked: impl Fn(&Item<'_>) -> bool) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (i, item) in outline.items.iter().enumerate().take(until).skip(from).filter(|(_, item)| is_marked(item)) {
        let better = best.is_none_or(|b| {
            let inside = i < outline.items[b].end;
            if inside { item.prose * 10 >= outline.items[b].prose * 9 } else { item.prose > outline.items[b].prose }
        });
        if better {
            best = Some(i);
        }
    }
    best.map(|b| sole(outline, b, is_marked))
}

/// The one marked element inside another, where it holds much of it: what stands beside it is said to be no part of the text.
fn sole(outline: &Outline<'_>, mut node: usize, is_marked: impl Fn(&Item<'_>) -> bool) -> usize {
    loop {
        let (mut i, mut inner, mut count) = (node + 1, node, 0);
        while i < outline.items[node].end && count < 2 {
            if is_marked(&outline.items[i]) {
                (inner, count) = (i, count + 1);
                i = outline.items[i].end;
            } else {
                i += 1;
            }
        }
        if count != 1 || outline.items[inner].prose * 10 < outline.items[node].prose * 4 {
            return node;
        }
        node = inner;
    }
}

/// The element, or one around it that holds other marked parts and little else: a body that the page cuts into pieces.
fn with_its_parts(outline: &Outline<'_>, body: usize) -> usize {
    let (mut best, mut node) = (body, body);
    let mut held = outline.items[body].prose;
    let name = outline.items[body].element().and_then(first_class);
    for _ in 0..PARTS_UP {
        let around = outline.items[node].parent;
        if around == node || outline.items[around].element().is_none_or(|e| matches!(e.name(), "body" | "html" | "main")) {
            break;
        }
        node = around;
        let parts = outermost(outline, node, name);
        if parts > held && parts * 10 >= outline.items[node].prose * 8 {
            (best, held) = (node, parts);
        }
    }
    best
}

/// The first of an element's classes: parts of one kind share it, whatever follows.
fn first_class(element: &Element) -> Option<&str> {
    attr(element, "class").and_then(|names| names.split_whitespace().next())
}

/// Prose of the marked parts of one name inside an element.
fn outermost(outline: &Outline<'_>, node: usize, name: Option<&str>) -> usize {
    let (mut i, mut prose) = (node + 1, 0);
    while i < outline.items[node].end {
        let item = &outline.items[i];
        if item.furniture || (is_body(item) && item.element().and_then(first_class) == name) {
            prose += item.prose;
            i = item.end;
        } else {
            i += 1;
        }
    }
    prose
}

/// The element whose own blocks, and half of its children's, hold the most prose (the idea of Readability, Arc90 2009).
fn densest(outline: &Outline<'_>) -> Option<usize> {
    let items = &outline.items;
    let mut own: Vec<usize> = items.iter().map(|item| item.prose).collect();
    for i in 1..items.len() {
        own[items[i].parent] -= items[i].prose;
    }
    let mut scores = vec![0_usize; items.len()];
    for i in 1..items.len() {
        if own[i] > 0 {
            let parent = items[i].parent;
            scores[i] += own[i] / 2;
            scores[parent] += own[i];
            scores[items[parent].parent] += own[i] / 2;
        }
    }
    let best = scores.iter().enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    if *best.1 < ENOUGH {
        return None;
    }
    // An element around it that has paragraphs of its own is the article, and the densest a section of it.
    let mut node = best.0;
    let mut around = items[node].parent;
    for _ in 0..PARTS_UP {
        let paragraphs = children(outline, around).filter(|i| own[*i] > 0 && items[*i].element().is_some_and(|e| e.name() == "p"));
        if paragraphs.map(|i| own[i]).sum::<usize>() >= ENOUGH * 2 {
            node = around;
        }
        around = items[around].parent;
    }
    Some(node)
}

/// The element, or the one around it where that holds others of the same kind and names that have prose too: an article in sections.
fn with_its_like(outline: &Outline<'_>, mut node: usize) -> usize {
    let items = &outline.items;
    for _ in 0..3 {
        let parent = items[node].parent;
        let Some(own) = items[node].element() else { break };
        let alike = |item: &Item<'_>| {
            item.prose >= ENOUGH
                && !item.furniture
                && item
                    .element()
                    .is_some_and(|e| e.name() == own.name() && attr(e, "class") == attr(own, "class") && own.name() != "article")
        };
        if parent == node || !children(outline, parent).any(|i| i != node && alike(&items[i])) {
            break;
        }
        node = parent;
    }
    node
}

fn children<'o>(outline: &'o Outline<'_>, parent: usize) -> impl Iterator<Item = usize> + 'o {
    let end = outline.items[parent].end;
    let mut next = parent + 1;
    std::iter::from_fn(move || {
        let i = next;
        (i < end).then(|| {
            next = outline.items[i].end;
            i
        })
    })
}

fn body(outline: &Outline<'_>) -> usize {
    outline.items.iter().position(|item| item.element().is_some_and(|e| e.name() == "body")).unwrap_or(0)
}

/// Elements between the headline and the article's node that are named as a standfirst, or hold what the page gives as its description.
fn leads(outline: &Outline<'_>, node: usize, headline: Option<usize>, description: Option<&str>) -> Vec<usize> {
    let items = &outline.items;
    let Some(headline) = headline.filter(|h| *h < node) else { return Vec::new() };
    let mut found = Vec::new();
    let mut i = items[headline].end;
    while i < node {
        let item = &items[i];
        let holds_node = item.end > node;
        let named = item.part.is(Part::LEAD) || item.element().is_some_and(|e| attr(e, "itemprop") == Some("description"));
        if item.furniture && !named {
            i = item.end;
        } else if !holds_node
            && item.element().is_some()
            && !item.caption
            && (named || (item.end - i <= SMALL && is_described(item, description)))
        {
            found.push(i);
            i = item.end;
        } else {
            i += 1;
        }
    }
    found
}

/// True for a paragraph that begins as the page's description does.
fn is_described(item: &Item<'_>, description: Option<&str>) -> bool {
    let Some(description) = description.filter(|d| d.len() >= 40) else { return false };
    if !item.element().is_some_and(|e| matches!(e.name(), "p" | "div" | "span") || is_heading(e.name())) {
        return false;
    }
    let words = words(item.node);
    let shared = words.chars().zip(description.chars()).take_while(|(a, b)| a == b).count();
    shared >= 40 && words.len() <= 1000
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn place(page: &str, description: Option<&str>) -> (String, Vec<String>) {
        let html = Html::parse_document(page);
        let outline = Outline::of(html.tree.root());
        let place = main_content(&outline, &Metadata { description: description.map(str::to_owned), ..Metadata::default() }, None);
        let name = |i: usize| outline.items[i].element().map(|e| e.id().unwrap_or(e.name()).to_owned()).unwrap_or_default();
        (name(place.node), place.leads.into_iter().map(name).collect())
    }

    fn chosen(page: &str) -> String {
        place(page, None).0
    }

    fn paragraphs(n: usize) -> String {
        "<p>The ministers met on the pier and talked about salt until the ferry came.</p>".repeat(n)
    }

    #[test]
    fn a_marked_article_is_taken() {
        let page = format!("<main id=m>{}<div id=b itemprop=articleBody>{}</div></main>", paragraphs(2), paragraphs(5));
        assert_eq!(chosen(&page), "b");
        let page = format!("<main id=m>{}<div id=b class=story-body>{}</div></main>", paragraphs(2), paragraphs(5));
        assert_eq!(chosen(&page), "b");
    }

    #[test]
    fn a_teaser_is_not_the_article() {
        let page = format!("<article id=t>{}</article><div id=d>{}</div>", paragraphs(4), paragraphs(20));
        assert_eq!(chosen(&page), "d");
        let page = format!("<aside><article id=t>{}</article></aside><article id=a>{}</article>", paragraphs(9), paragraphs(8));
        assert_eq!(chosen(&page), "a");
    }

    #[test]
    fn an_article_in_sections_is_taken_whole() {
        let section = format!("<div class=section>{}</div>", paragraphs(5));
        assert_eq!(chosen(&format!("<div id=a>{section}{section}</div><div>short</div>")), "a");
    }

    #[test]
    fn a_page_without_paragraphs_is_its_body() {
        assert_eq!(chosen("<div>short words</div>"), "body");
        assert_eq!(chosen(""), "body");
    }

    #[test]
    fn a_standfirst_is_known_by_its_names_or_the_description() {
        let lead = "Two ministers talked about salt on the pier of the old harbour.";
        let page = |names: &str| {
            format!("<h1>Salt</h1><p id=l {names}>{lead}</p><p id=x>5 minutes</p><div id=b class=story-body>{}</div>", paragraphs(5))
        };
        assert_eq!(place(&page("class=standfirst"), None), ("b".to_owned(), vec!["l".to_owned()]));
        assert_eq!(place(&page(""), Some(lead)).1, ["l"]);
        assert!(place(&page(""), Some("Another description of what this page is about.")).1.is_empty());
    }
}
