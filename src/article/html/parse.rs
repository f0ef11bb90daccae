//! Markup → tree, with a guard against nesting that costs time by its square.
//!
//! The parser asks "is such an element open?" at many tags and walks the stack of open elements for the answer, so that a page of nested
//! tags alone takes seconds for each hundred kilobytes. Browsers stop nesting at a depth of 512. The guard stands between
//! tokenizer and tree builder, follows which elements are open, and lets tags beyond that depth fall away; the text in them stays.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use ego_tree::NodeId;
use html5ever::{
    LocalName, ParseOpts,
    interface::TokenizerResult,
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer},
    tree_builder::{TreeBuilder, TreeSink},
};
use scraper::{Html, HtmlTreeSink};

use super::attributes::bounded;
use crate::budget::Budget;

/// Open elements beyond which no further one is opened, as in browsers.
const DEPTH: usize = 512;
/// Open formatting elements beyond which no further one is opened: each is opened anew in every paragraph until it is closed.
const FORMATTING: usize = 64;
/// Bytes fed between two looks at the budget.
const CHUNK: usize = 32 * 1024;

/// Elements that hold no others.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame", "keygen"];
/// Elements whose content is text to the tokenizer; their tags always pass, or that text would be read as markup.
const TEXT_ONLY: &[&str] = &["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext", "noscript"];
/// Elements that the tree builder closes by itself where the next of their kind opens.
const SELF_CLOSING_KIND: &[&str] =
    &["p", "li", "dd", "dt", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "html", "head", "body", "caption", "colgroup"];
/// The formatting elements of the HTML standard (13.2.4.3).
const FORMATTING_KIND: &[&str] = &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// A page's tree, and how much of it was read.
pub(super) struct Parsed {
    /// The tree.
    pub html: Html,
    /// Bytes left unread where the budget was spent.
    pub unread: usize,
}

/// Reads a page.
pub(super) fn parse(page: &str, budget: &Budget) -> Parsed {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), ParseOpts::default().tree_builder);
    let tokenizer = Tokenizer::new(
        Guard { builder, open: RefCell::default(), formatting: RefCell::default(), all_formatting: Cell::new(0) },
        ParseOpts::default().tokenizer,
    );
    let input = BufferQueue::default();
    let page = bounded(page);
    let mut rest: &str = &page;
    while !rest.is_empty() && !budget.is_spent() {
        let mut end = rest.len().min(CHUNK);
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        input.push_back(StrTendril::from_slice(&rest[..end]));
        while let TokenizerResult::Script(_) = tokenizer.feed(&input) {}
        rest = &rest[end..];
    }
    tokenizer.end();
    Parsed { html: tokenizer.sink.builder.sink.finish(), unread: rest.len() }
}

/// Passes tokens on to the tree builder, but for tags that nest too deep.
struct Guard {
    builder: TreeBuilder<NodeId, HtmlTreeSink>,
    open: RefCell<Open>,
    /// Open formatting elements by name; they outlive the paragraph in which they were opened.
    formatting: RefCell<HashMap<LocalName, usize>>,
    all_formatting: Cell<usize>,
}

/// The elements that are open.
#[derive(Default)]
struct Open {
    /// Name, and whether its tag was passed on.
    stack: Vec<(LocalName, bool)>,
    counts: HashMap<LocalName, usize>,
}

impl Guard {
    /// True where the tag is to reach the tree builder.
    fn lets_pass(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        if VOID.contains(&name) || TEXT_ONLY.contains(&name) || SELF_CLOSING_KIND.contains(&name) {
            return true;
        }
        match (FORMATTING_KIND.contains(&name), tag.kind) {
            (true, TagKind::StartTag) => self.open_formatting(&tag.name),
            (true, TagKind::EndTag) => {
                self.close_formatting(&tag.name);
                true
            }
            (false, TagKind::StartTag) => self.open.borrow_mut().push(&tag.name),
            (false, TagKind::EndTag) => self.open.borrow_mut().pop(&tag.name),
        }
    }

    fn open_formatting(&self, name: &LocalName) -> bool {
        if self.all_formatting.get() >= FORMATTING {
            return false;
        }
        self.all_formatting.set(self.all_formatting.get() + 1);
        *self.formatting.borrow_mut().entry(name.clone()).or_default() += 1;
        true
    }

    fn close_formatting(&self, name: &LocalName) {
        if let Some(count) = self.formatting.borrow_mut().get_mut(name).filter(|c| **c > 0) {
            *count -= 1;
            self.all_formatting.set(self.all_formatting.get() - 1);
        }
    }
}

impl Open {
    fn push(&mut self, name: &LocalName) -> bool {
        let passes = self.stack.len() < DEPTH;
        self.stack.push((name.clone(), passes));
        *self.counts.entry(name.clone()).or_default() += 1;
        passes
    }

    /// Closes the innermost element of this name and all inside it.
    fn pop(&mut self, name: &LocalName) -> bool {
        if self.counts.get(name).is_none_or(|c| *c == 0) {
            // Nothing to close: costs the tree builder one walk over a stack that is bounded.
            return true;
        }
        while let Some((open, passed)) = self.stack.pop() {
            if let Some(count) = self.counts.get_mut(&open) {
                *count -= 1;
            }
            if open == *name {
                return passed;
            }
        }
        true
    }
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match &token {
            Token::TagToken(tag) if !self.lets_pass(tag) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn words(page: &str) -> String {
        let parsed = parse(page, &Budget::unlimited());
        parsed.html.root_element().text().collect::<Vec<_>>().join("")
    }

    #[test]
    fn hostile_nesting_ends_soon_and_keeps_its_words() {
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
            let begun = Instant::now();
            assert!(words(&page).ends_with("the words"), "{open}");
            assert!(begun.elapsed() < Duration::from_secs(4), "{open}: {:?}", begun.elapsed());
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
}
