//! Markup → tree, in pieces and within a budget.

use html5ever::{
    ParseOpts,
    tree_builder::{TreeBuilder, TreeSink},
};
use scraper::{Html, HtmlTreeSink};

use super::{guard::Guard, tokens::Tokens};
use crate::budget::Budget;

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
    let (guard, programs, unread) = Tokens::new(page, guard(page.len())).read(budget);
    let flattened = guard.is_spent();
    Parsed { html: guard.builder.sink.finish(), unread, programs, flattened }
}

/// A guarded tree builder for a page of so many bytes.
fn guard(bytes: usize) -> Guard<HtmlTreeSink> {
    Guard::new(TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), ParseOpts::default().tree_builder), bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use html5ever::{
        interface::TokenizerResult,
        tendril::StrTendril,
        tokenizer::{BufferQueue, Tokenizer},
    };
    use proptest::prelude::*;
    use scraper::Node;
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
        let page = (0..5000).fold(String::new(), |page, i: u32| page + "<body data-a" + &i.to_string() + "=1>");
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

    /// A tree as it reads: elements, their classes, texts; nothing of what is read of no script and style.
    fn told(html: &Html) -> String {
        let mut told = String::new();
        for node in html.tree.root().descendants() {
            let hidden = node.parent().and_then(|p| Some(p.value().as_element()?.name())).is_some_and(|p| matches!(p, "script" | "style"));
            match node.value() {
                Node::Element(e) => {
                    let class = e.attrs.iter().find(|(name, _)| &*name.local == "class").map(|(_, v)| v.to_string());
                    told.extend([format!("{}<{}{class:?}>", node.ancestors().count(), e.name())]);
                }
                Node::Text(text) if !hidden => told.extend([format!("{:?}", &**text)]),
                Node::Doctype(d) => told.extend([format!("<!{} {} {}>", d.name(), d.public_id(), d.system_id())]),
                _ => {}
            }
        }
        told
    }

    /// The same page by the tokenizer of the crate that makes the tree.
    fn by_the_crate(page: &str) -> String {
        let tokenizer = Tokenizer::new(guard(page.len()), ParseOpts::default().tokenizer);
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(page));
        while let TokenizerResult::Script(_) = tokenizer.feed(&input) {}
        tokenizer.end();
        told(&tokenizer.sink.builder.sink.finish())
    }

    fn check(page: &str) {
        assert_eq!(told(&parse(page, &Budget::unlimited()).html), by_the_crate(page), "{page:?}");
    }

    #[test]
    fn tokens_are_those_of_the_standard() {
        for page in [
            "<!DOCTYPE html><p>a<table><tr><td>b",
            "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" 'http://www.w3.org/TR/html4/loose.dtd'><p>a<table><td>b",
            "<!doctype html SYSTEM 'about:legacy-compat'>a",
            "<!doctype>x<!x><?php echo 1 ?>y</>z</ b>c<![CDATA[d]]>e",
            "<svg><![CDATA[a<b>]]><title>c</title><style>d<i>e</i></style></svg>f",
            "<script>a<!-- <script>b</script> --></script>c<script><!--></script>d<script>x</scripty></script >e",
            "<style>a</b></style><title>b<i>&amp;</title><textarea>\nc</textarea><iframe>d<p></iframe><noscript>e<p></noscript>f",
            "<!--a--!>b<!-->c<!--->d<!--!>-->e<!-- f",
            "<p class=a>b<p CLASS = 'c d' class=e>f<p class=\"g>h\">i<p/class=j/>k<p =class=l>m<p class>n<p class=o\"p>q",
            "<p class='a",
            "<p class=a",
            "a<",
            "a</",
            "a<b",
            "1 < 2 <3 <<b>c</b>",
            "<DIV><P>a</DIV>b",
            "<plaintext>a<b>&amp;",
            "<xmp>&amp;</xmp><pre>\na</pre>",
            "a\r\nb\rc&amp;d&#150;&eacute&notit;",
            "<p class='a&amp;b&copy=c&copy;'>",
        ] {
            check(page);
        }
    }

    proptest! {
        #[test]
        fn tokens_are_those_of_the_crate(parts in proptest::collection::vec(prop::sample::select(vec![
            "<p>", "</p>", "<div class=a>", "</div>", "<b>", "</b>", "<a href='x'>", "</a>", "<table>", "<td>", "</table>", "<script>", "</script>",
            "<style>", "</style>", "<title>", "</title>", "<svg>", "</svg>", "<!--", "-->", "--!>", "<", ">", "/", "\"", "'", "=", " ", "-", "!",
            "&", "&amp;", "&lt", "&#65;", "&#x", ";", "text", "é", "\n", "class", "<textarea>", "</textarea>", "<select>", "<option>", "<li>", "</", "<![CDATA[", "]]>", "<br/>",
            "<noscript>", "</noscript>", "<iframe>", "</iframe>", "<h1>", "</h2>", "<template>", "</template>", "<p class=\"", "<math>", "<mi>",
        ]), 0..24)) {
            check(&parts.concat());
        }
    }
}
