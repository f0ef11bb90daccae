//! A guard between tokenizer and tree builder, against pages that cost more than they say.
//!
//! The tree builder asks "is such an element open?" at many tags and walks the stack of open elements for the answer, it opens formatting
//! elements anew in every paragraph, and each element takes some hundred bytes. So the guard follows which elements are open, lets tags beyond a
//! depth fall away, and gives the page a number of tags that grows with its size; what stands behind the last of them is text. No page
//! that is meant to be read comes near.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
};

use html5ever::{
    LocalName,
    tendril::StrTendril,
    tokenizer::{
        Tag, TagKind, Token, TokenSink, TokenSinkResult,
        states::RawKind::{Rawtext, Rcdata, ScriptData},
    },
    tree_builder::{TreeBuilder, TreeSink},
};

/// Open elements beyond which no further one is opened. Browsers stop at 512; those that are closed by the next of their kind are not
/// counted here, and a table has three of them.
const DEPTH: usize = 200;
/// Open formatting elements beyond which no further one is opened: each is opened anew in every paragraph until it is closed.
const FORMATTING: usize = 32;
/// Nodes that any page may have, and bytes of a page for which it may have one more. Pages of news have one for each 125 bytes, the densest of
/// several hundred one for each 23, and hardly 10,000 in all.
const NODES: usize = 24_000;
const BYTES_A_NODE: usize = 40;
/// `<html>` and `<body>` tags whose attributes are taken: all of them end up at one element.
const ROOTS: usize = 8;

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

/// Passes tokens on to the tree builder, but for tags that nest too deep and those that are too many.
pub(super) struct Guard<Sink: TreeSink> {
    /// The tree builder.
    pub builder: TreeBuilder<Sink::Handle, Sink>,
    open: RefCell<Open>,
    /// Open formatting elements by name; they outlive the paragraph in which they were opened.
    formatting: RefCell<HashMap<LocalName, usize>>,
    all_formatting: Cell<usize>,
    /// Nodes that the page may still have.
    left: Cell<usize>,
    /// Whether the token before was text: more of it makes no further node.
    in_text: Cell<bool>,
    roots: Cell<usize>,
    /// The element of text alone whose content is passed over.
    passed_over: RefCell<Option<LocalName>>,
}

/// The elements that are open.
#[derive(Default)]
struct Open {
    stack: Vec<LocalName>,
    counts: HashMap<LocalName, usize>,
    /// Elements that nest too deep, by name: their closing tags fall away, too.
    beyond: HashMap<LocalName, usize>,
}

impl<Sink: TreeSink> Guard<Sink> {
    /// Guards a builder that reads a page of so many bytes.
    pub fn new(builder: TreeBuilder<Sink::Handle, Sink>, bytes: usize) -> Self {
        Self {
            builder,
            open: RefCell::default(),
            formatting: RefCell::default(),
            all_formatting: Cell::new(0),
            left: Cell::new(NODES + bytes / BYTES_A_NODE),
            in_text: Cell::new(false),
            roots: Cell::new(0),
            passed_over: RefCell::default(),
        }
    }

    /// True where tags fell away because they were too many.
    pub fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    fn spend(&self, nodes: usize) {
        self.left.set(self.left.get().saturating_sub(nodes));
    }

    /// True where the tag is to reach the tree builder.
    fn lets_pass(&self, tag: &mut Tag) -> bool {
        let name: &str = &tag.name;
        if matches!(name, "html" | "body") {
            self.roots.set(self.roots.get() + 1);
            if self.roots.get() > ROOTS {
                tag.attrs = Vec::new();
            }
        }
        if VOID.contains(&name) || TEXT_ONLY.contains(&name) || SELF_CLOSING_KIND.contains(&name) {
            return true;
        }
        match (FORMATTING_KIND.contains(&name), tag.kind) {
            (true, TagKind::StartTag) => self.open_formatting(&tag.name),
            (true, TagKind::EndTag) => self.close_formatting(&tag.name),
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

    /// False where none is open: the tree builder would look through its whole stack to find that out.
    fn close_formatting(&self, name: &LocalName) -> bool {
        match self.formatting.borrow_mut().get_mut(name).filter(|c| **c > 0) {
            Some(count) => {
                *count -= 1;
                self.all_formatting.set(self.all_formatting.get() - 1);
                true
            }
            None => false,
        }
    }

    /// What becomes of a token once the page has all the nodes that it may have: text stays, and a tag parts the words around it.
    fn flatten(&self, token: Token, line: u64) -> TokenSinkResult<Sink::Handle> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag && TEXT_ONLY.contains(&&*tag.name) => {
                let raw = match &*tag.name {
                    "script" => ScriptData,
                    "textarea" | "title" => Rcdata,
                    "plaintext" => return TokenSinkResult::Plaintext,
                    _ => Rawtext,
                };
                *self.passed_over.borrow_mut() = Some(tag.name);
                TokenSinkResult::RawData(raw)
            }
            Token::TagToken(_) => {
                self.passed_over.borrow_mut().take();
                self.builder.process_token(Token::CharacterTokens(StrTendril::from_char('\n')), line)
            }
            Token::CharacterTokens(_) if self.passed_over.borrow().is_some() => TokenSinkResult::Continue,
            Token::CharacterTokens(_) | Token::EOFToken => self.builder.process_token(token, line),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Open {
    fn push(&mut self, name: &LocalName) -> bool {
        if self.stack.len() >= DEPTH {
            *self.beyond.entry(name.clone()).or_default() += 1;
            return false;
        }
        self.stack.push(name.clone());
        *self.counts.entry(name.clone()).or_default() += 1;
        true
    }

    /// Closes the innermost element of this name and all inside it; false where there is none that the tree builder knows of.
    fn pop(&mut self, name: &LocalName) -> bool {
        if let Some(count) = self.beyond.get_mut(name).filter(|c| **c > 0) {
            *count -= 1;
            return false;
        }
        if self.counts.get(name).is_none_or(|c| *c == 0) {
            // The tree builder makes a heading's end close any heading.
            return name.len() == 2 && name.starts_with('h');
        }
        while let Some(open) = self.stack.pop() {
            if let Some(count) = self.counts.get_mut(&open) {
                *count -= 1;
            }
            if open == *name {
                break;
            }
        }
        true
    }
}

impl<Sink: TreeSink> TokenSink for Guard<Sink> {
    type Handle = Sink::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        if self.is_spent() {
            return self.flatten(token, line);
        }
        match token {
            // Nobody reads them.
            Token::CommentToken(_) => TokenSinkResult::Continue,
            Token::TagToken(mut tag) => {
                self.in_text.set(false);
                // A closing tag takes time, if no room.
                self.spend(1 + if tag.kind == TagKind::StartTag { self.all_formatting.get() } else { 0 });
                if self.lets_pass(&mut tag) {
                    self.builder.process_token(Token::TagToken(tag), line)
                } else if tag.kind == TagKind::EndTag {
                    TokenSinkResult::Continue
                } else {
                    self.builder.process_token(Token::CharacterTokens(StrTendril::from_char('\n')), line)
                }
            }
            Token::CharacterTokens(_) => {
                if !self.in_text.replace(true) {
                    self.spend(1 + self.all_formatting.get());
                }
                self.builder.process_token(token, line)
            }
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
