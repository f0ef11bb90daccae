//! Articles that stand in no element that a reader sees before scripts have run: in the page's own data, in `<noscript>` or `<template>`, or in
//! a script's JSON.

use ego_tree::NodeRef;
use scraper::{ElementRef, Node};

use super::{
    blocks::{self, Part, bytes},
    literals,
    metadata::Metadata,
    outline::Outline,
    parse::{self, Parsed},
    told::Told,
    trim,
};
use crate::budget::Budget;

/// Bytes of prose that an article has at least, and below which what stands in the tree is none.
const ENOUGH: usize = 250;
/// Bytes of all scripts, templates and the like that are looked at.
const LARGEST: usize = 4 << 20;

/// The blocks of an article that is stowed away, where the tree has `in_tree` bytes of prose and that is no article. The page's own text of
/// the article also where the tree has but the beginning of it.
pub(super) fn find(page: &Parsed<'_>, facts: &Metadata, in_tree: usize, budget: &Budget) -> Option<Vec<Part>> {
    let own = facts.body.as_deref().filter(|body| body.len() >= ENOUGH && body.len() / 3 > in_tree);
    if let Some(own) = own {
        return Some(of_markup(&paragraphs(own), budget)).filter(|parts| bytes(parts) / 2 > in_tree);
    }
    if in_tree >= ENOUGH {
        return None;
    }
    let mut left = LARGEST;
    let mut best: Option<Vec<Part>> = None;
    let is_template = |node: NodeRef<'_, Node>| node.value().as_element().is_some_and(|e| e.name() == "template");
    let candidates = page.html.tree.nodes().filter_map(ElementRef::wrap).filter_map(|element| match element.value().name() {
        // What stands in a template in a template stands in that.
        "template" if element.ancestors().any(is_template) => None,
        "noscript" | "template" => Some(inner(element)),
        "script" => in_script(&element.text().collect::<String>()),
        _ => None,
    });
    for markup in candidates.chain(page.programs.iter().filter_map(|program| in_script(program))) {
        if markup.len() < ENOUGH || markup.len() > left || budget.is_spent() {
            continue;
        }
        left -= markup.len();
        let parts = of_markup(&markup, budget);
        if bytes(&parts) >= ENOUGH.max(best.as_deref().map_or(0, bytes) + 1) {
            best = Some(parts);
        }
    }
    // What a program says in its strings is believed where the page says that it is an article: all pages have notices in theirs.
    let says = left > 0 && (facts.is_article || facts.published_at.is_some());
    let strings = || page.programs.iter().filter(|p| p.len() <= LARGEST).map(|p| literals::told(p)).max_by_key(Told::prose);
    best.or_else(|| {
        let told = says.then(strings).flatten()?;
        let parts = of_markup(&markup(&told), budget);
        (bytes(&parts) >= ENOUGH).then_some(parts)
    })
}

/// The blocks of a piece of markup.
fn of_markup(markup: &str, budget: &Budget) -> Vec<Part> {
    let parsed = parse::parse(markup, budget);
    let outline = Outline::of(parsed.html.tree.root());
    let mut parts = blocks::read(&outline, 0);
    trim::trim(&mut parts, None);
    parts
}

/// Plain text as markup: its lines are paragraphs.
fn paragraphs(text: &str) -> String {
    let is_markup = ["<p", "<div", "<br", "&lt;p"].iter().any(|tag| text.contains(tag));
    if is_markup {
        return text.to_owned();
    }
    text.lines().fold(String::with_capacity(text.len() * 2), |markup, line| markup + "<p>" + line + "</p>")
}

/// What stands in an element, as markup. The parser leaves a `<noscript>`'s content as text, and a `<template>`'s as a tree.
fn inner(element: ElementRef<'_>) -> String {
    let text: String = element.children().filter_map(|c| if let Node::Text(t) = c.value() { Some(&**t) } else { None }).collect();
    if text.contains('<') || text.len() >= ENOUGH { text } else { element.inner_html() }
}

/// The article in a script's JSON as markup: the strings that are prose, of the innermost object or list that holds most of them.
fn in_script(text: &str) -> Option<String> {
    if text.len() > LARGEST || text.len() < ENOUGH {
        return None;
    }
    Told::of_json(text).map(|told| markup(&told))
}

/// Markup of the prose in the innermost object or list that holds most of it.
fn markup(told: &Told) -> String {
    let most = told.prose() * 7 / 10;
    let mut found = Vec::new();
    innermost(told, most.max(1)).1.unwrap_or(told).collect(&mut found);
    found.into_iter().fold(String::new(), |markup, text| if text.contains("<p") { markup + text } else { markup + "<p>" + text + "</p>" })
}

/// The prose of a value, and the innermost object or list in it that holds at least `most`; each value is looked at once.
fn innermost(told: &Told, most: usize) -> (usize, Option<&Told>) {
    let Told::Several(items) = told else { return (told.prose(), None) };
    let (mut sum, mut inner) = (0, None);
    for item in items {
        let (prose, found) = innermost(item, most);
        sum += prose;
        inner = inner.or(found);
    }
    (sum, inner.or((sum >= most).then_some(told)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in.";
    const TWO: &str =
        "Nothing was signed, said officials of both ports, who will meet again in the spring when the ice has gone from the sea.";
    const THREE: &str = "Salt is back, said the minister of the islands, who has waited for it since the ferries stopped in the autumn.";

    fn found(page: &str) -> Vec<String> {
        let page = parse::parse(page, &Budget::unlimited());
        let facts = super::super::metadata::read(&page.html);
        let texts = |part| if let Part::Piece(p) = part { Some(p.text) } else { None };
        find(&page, &facts, 0, &Budget::unlimited()).unwrap_or_default().into_iter().filter_map(texts).collect()
    }

    #[test]
    fn an_article_is_found_where_it_is_stowed() {
        let markup = format!("<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>");
        let json = serde_json::json!({"page": {"menu": ["Home"], "article": {"title": "Salt", "blocks": [{"text": ONE}, {"text": TWO}, {"text": THREE}]}}});
        for page in [
            format!("<noscript>{markup}</noscript>"),
            format!("<body><template>{markup}</template>"),
            format!("<script id=data type=application/json>{json}</script>"),
            format!("<script>window.state = {json}; start();</script>"),
            format!("<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{ONE}\\n{TWO}\\n{THREE}\"}}</script>"),
        ] {
            assert_eq!(found(&page), [ONE, TWO, THREE], "{page}");
        }
    }

    #[test]
    fn what_a_program_says_in_its_strings_is_the_article_where_the_page_says_so() {
        let page = format!("<script>boot(function(a,b,c){{return {{text:[a,b,c]}}}}(\"{ONE}\",\"{TWO}\",\"{THREE}\"))</script>");
        assert!(found(&page).is_empty());
        assert_eq!(found(&format!("<meta property=og:type content=article>{page}")), [ONE, TWO, THREE]);
    }

    #[test]
    fn a_post_among_the_paragraphs_of_a_script_is_found() {
        let json = serde_json::json!({"blocks": [{"text": ONE}, {"text": TWO}, {"kind": "post", "url": "https://x.com/port/status/2"}, {"text": THREE}]});
        let page = format!("<script>state = {json}</script>");
        let page = parse::parse(&page, &Budget::unlimited());
        let parts = find(&page, &Metadata::default(), 0, &Budget::unlimited()).unwrap();
        assert!(matches!(&parts[2], Part::Post(post, _) if post.url.as_deref() == Some("https://x.com/port/status/2")), "{parts:?}");
    }

    #[test]
    fn code_and_settings_are_no_article() {
        for page in [
            "<script>var a = {\"path\": \"/one/two\", \"style\": \"a { color: red }\"}; function f() { return [1, 2, 3] }</script>"
                .repeat(5),
            format!("<script>{}</script>", "{\"a\":".repeat(2000)),
            "<noscript><img src=x></noscript>".to_owned(),
        ] {
            assert!(found(&page).is_empty(), "{page}");
        }
    }
}
