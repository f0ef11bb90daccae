//! Markup → tree, in pieces and within a budget.

use html5ever::{
    ParseOpts,
    interface::TokenizerResult,
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tokenizer},
    tree_builder::{TreeBuilder, TreeSink},
};
use scraper::{Html, HtmlTreeSink};

use super::{guard::Guard, lighten::{Light, lightened}};
use crate::budget::Budget;

/// Bytes fed between two looks at the budget.
const CHUNK: usize = 32 * 1024;

/// A page's tree, and how much of it was read.
pub(super) struct Parsed<'p> {
    /// The tree.
    pub html: Html,
    /// Bytes left unread where the budget was spent.
    pub unread: usize,
    /// What the page's programs hold; it is not in the tree.
    pub programs: Vec<&'p str>,
    /// Whether the page had more tags than one of its size may have: the last of them fell away.
    pub flattened: bool,
}

/// Reads a page.
pub(super) fn parse<'p>(page: &'p str, budget: &Budget) -> Parsed<'p> {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), ParseOpts::default().tree_builder);
    let tokenizer = Tokenizer::new(Guard::new(builder, page.len()), ParseOpts::default().tokenizer);
    let input = BufferQueue::default();
    let Light { markup, programs } = lightened(page);
    let mut unread = markup.iter().map(|piece| piece.len()).sum::<usize>() - markup.iter().map(|piece| memchr::memchr_iter(0, piece.as_bytes()).count()).sum::<usize>();
    let mut chunk = StrTendril::new();
    let feed = |chunk: StrTendril| {
        input.push_back(chunk);
        while let TokenizerResult::Script(_) = tokenizer.feed(&input) {}
    };
    // Of a NUL nothing is read.
    'page: for mut rest in markup.into_iter().flat_map(|piece| piece.split('\0')) {
        while !rest.is_empty() {
            if budget.is_spent() {
                break 'page;
            }
            let end = rest.ceil_char_boundary(CHUNK - chunk.len32() as usize);
            chunk.push_slice(&rest[..end]);
            rest = &rest[end..];
            if chunk.len32() as usize >= CHUNK {
                unread -= chunk.len32() as usize;
                feed(std::mem::take(&mut chunk));
            }
        }
    }
    if !budget.is_spent() {
        unread -= chunk.len32() as usize;
        feed(chunk);
    }
    tokenizer.end();
    let flattened = tokenizer.sink.is_spent();
    Parsed { html: tokenizer.sink.builder.sink.finish(), unread, programs, flattened }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// How deep the deepest element stands.
    fn depth(html: &Html) -> usize {
        html.tree.nodes().map(|n| n.ancestors().count()).max().unwrap_or(0)
    }

    #[test]
    fn hostile_nesting_stays_flat_and_keeps_its_words() {
        for open in [
            "<div>",
            "<font>",
            "<b>",
            "<b><p>",
            "<table><tr><td>",
            "<ul><li>",
            "<optgroup><option>",
            "<font color=x>x</p><p>",
            "<svg><g>",
            "<a><div>",
        ] {
            let page = format!("{}the words", open.repeat(400_000 / open.len()));
            let html = parse(&page, &Budget::unlimited()).html;
            let words: String = html.root_element().text().collect();
            assert!(words.ends_with("the words"), "{open}");
            let nodes = html.tree.nodes().count();
            assert!(nodes <= 50_000, "{open}: {nodes} nodes");
            assert!(depth(&html) <= 1_200, "{open}: {}", depth(&html));
        }
    }

    #[test]
    fn a_flat_page_of_unclosed_paragraphs_is_not_deep() {
        let page = format!("<ul>{}</ul><div><p>{}</div><p>end", "<li>item".repeat(2000), "text<p>".repeat(2000));
        let parsed = parse(&page, &Budget::unlimited());
        let items = scraper::Selector::parse("li").unwrap();
        assert_eq!(parsed.html.select(&items).count(), 2000);
    }

    #[test]
    fn deep_scripts_stay_scripts() {
        let page = format!("{}<script>if (a<b) x('<p>no</p>')</script>yes", "<div>".repeat(600));
        let html = parse(&page, &Budget::unlimited()).html;
        assert_eq!(html.select(&scraper::Selector::parse("p").unwrap()).count(), 0);
    }

    #[test]
    fn a_spent_budget_leaves_the_rest_unread() {
        let page = "<p>x".repeat(20_000);
        assert_eq!(parse(&page, &Budget::within(Duration::ZERO)).unread, page.len());
        assert_eq!(parse(&page, &Budget::unlimited()).unread, 0);
    }

    #[test]
    fn a_page_of_too_many_tags_is_text_from_there_on() {
        let page = format!("<title>Salt</title>{}<script>if (a) x('</article>')</script><p>one<b>two</b>", "<p>x".repeat(60_000));
        let parsed = parse(&page, &Budget::unlimited());
        let words: String = parsed.html.root_element().text().collect();
        assert!(parsed.flattened && words.ends_with("one\ntwo\n") && !words.contains("article"), "{}", &words[words.len() - 99..]);
        assert!(parsed.html.tree.nodes().count() < 40_000);
        // A script that stands open when the last tag is spent ends where it ends.
        let cut = format!("{}<script>{}</script>behind", "<i></i>".repeat(5_500), "a < b;".repeat(1_000));
        for more in 0..12_000 / 1_000 {
            let page = format!("{}{cut}", "<p>".repeat(more * 1_000));
            let html = parse(&page, &Budget::unlimited()).html;
            let body = html.select(&scraper::Selector::parse("body").unwrap()).next().unwrap();
            let in_scripts: String = html.select(&scraper::Selector::parse("script").unwrap()).flat_map(|s| s.text()).collect();
            assert!(body.text().any(|t| t.contains("behind")) && !in_scripts.contains("behind"), "{more}");
        }
        let long = format!("<p>{}</p>", "The ministers met on the pier and talked about salt. ".repeat(4)).repeat(10_000);
        assert!(!parse(&long, &Budget::unlimited()).flattened);
    }

    #[test]
    fn attributes_of_many_roots_are_not_heaped_up() {
        let page = (0..5000).fold(String::new(), |page, i: u32| page + "<body a" + &i.to_string() + "=1>");
        let html = parse(&page, &Budget::unlimited()).html;
        let body = html.select(&scraper::Selector::parse("body").unwrap()).next().unwrap();
        assert!((1..10).contains(&body.value().attrs().count()));
    }

    #[test]
    fn tags_that_close_nothing_change_nothing() {
        let html = parse("<div><p>a</span></b></x>b</h2></p></section><p>c</div>d", &Budget::unlimited()).html;
        let body = html.select(&scraper::Selector::parse("body").unwrap()).next().unwrap();
        assert_eq!(body.inner_html().replace('\n', ""), "<div><p>ab</p><p>c</p></div>d");
    }
}
