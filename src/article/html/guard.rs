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
    LocalName, local_name,
    tendril::StrTendril,
    tokenizer::{
        Tag, TagKind, Token, TokenSink, TokenSinkResult,
        states::RawKind::{Rawtext, Rcdata, ScriptData},
    },
    tree_builder::{TreeBuilder, TreeSink},
};

/// Open elements beyond which no further one is opened. Browsers stop at 512; those that are closed by the next of their kind are not
/// counted here, and a table has three of them.
const DEPTH: usize = 128;
/// Open formatting elements beyond which no further one is opened: each is opened anew in every paragraph until it is closed.
const FORMATTING: usize = 32;
/// Nodes that any page may have, and bytes of a page for which it may have one more. Pages of news have one for each 125 bytes, the densest of
/// several hundred one for each 23, and hardly 10,000 in all.
const NODES: usize = 20_000;
const BYTES_A_NODE: usize = 128;
/// `<html>` and `<body>` tags whose attributes are taken: all of them end up at one element.
const ROOTS: usize = 8;

/// What an element's name says of how it nests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nesting {
    /// It holds no others.
    Void,
    /// Its content is text to the tokenizer; its tags always pass, or that text would be read as markup.
    TextOnly,
    /// The tree builder closes it by itself where the next of its kind opens.
    ClosesItself,
    /// One of the formatting elements of the HTML standard (13.2.4.3).
    Formatting,
    Other,
}

/// Atoms, not strings: this is asked at every tag.
fn nesting(name: &LocalName) -> Nesting {
    match *name {
        local_name!("area")
        | local_name!("base")
        | local_name!("br")
        | local_name!("col")
        | local_name!("embed")
        | local_name!("hr")
        | local_name!("img")
        | local_name!("input")
        | local_name!("link")
        | local_name!("meta")
        | local_name!("param")
        | local_name!("source")
        | local_name!("track")
        | local_name!("wbr")
        | local_name!("frame")
        | local_name!("keygen") => Nesting::Void,
        local_name!("script")
        | local_name!("style")
        | local_name!("textarea")
        | local_name!("title")
        | local_name!("iframe")
        | local_name!("noembed")
        | local_name!("noframes")
        | local_name!("xmp")
        | local_name!("plaintext")
        | local_name!("noscript") => Nesting::TextOnly,
        local_name!("p")
        | local_name!("li")
        | local_name!("dd")
        | local_name!("dt")
        | local_name!("tr")
        | local_name!("td")
        | local_name!("th")
        | local_name!("thead")
        | local_name!("tbody")
        | local_name!("tfoot")
        | local_name!("option")
        | local_name!("html")
        | local_name!("head")
        | local_name!("body")
        | local_name!("caption")
        | local_name!("colgroup") => Nesting::ClosesItself,
        local_name!("a")
        | local_name!("b")
        | local_name!("big")
        | local_name!("code")
        | local_name!("em")
        | local_name!("font")
        | local_name!("i")
        | local_name!("nobr")
        | local_name!("s")
        | local_name!("small")
        | local_name!("strike")
        | local_name!("strong")
        | local_name!("tt")
        | local_name!("u") => Nesting::Formatting,
        _ => Nesting::Other,
    }
}

/// Passes tokens on to the tree builder, but for tags that nest too deep and those that are too many.
pub(super) struct Guard<Sink: TreeSink> {
    /// The tree builder.
    pub builder: TreeBuilder<Sink::Handle, Sink>,
    open: RefCell<Open>,
    /// Open formatting elements, at most [`FORMATTING`] of them; they outlive the paragraph in which they were opened.
    formatting: RefCell<Vec<LocalName>>,
    /// Nodes that the page may still have.
    left: Cell<usize>,
    /// Text that is still to go on: what comes in many pieces makes one token.
    text: RefCell<StrTendril>,
    roots: Cell<usize>,
    /// The element of text alone that is open in the tree.
    raw: RefCell<Option<LocalName>>,
    /// The element of text alone whose content is passed over.
    passed_over: RefCell<Option<LocalName>>,
}

/// The elements that are open, at most [`DEPTH`] of them.
#[derive(Default)]
struct Open {
    stack: Vec<LocalName>,
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
            left: Cell::new(NODES + bytes / BYTES_A_NODE),
            text: RefCell::default(),
            roots: Cell::new(0),
            raw: RefCell::default(),
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
        if matches!(tag.name, local_name!("html") | local_name!("body")) {
            self.roots.set(self.roots.get() + 1);
            if self.roots.get() > ROOTS {
                tag.attrs = Vec::new();
            }
        }
        match (nesting(&tag.name), tag.kind) {
            (Nesting::Void | Nesting::TextOnly | Nesting::ClosesItself, _) => true,
            (Nesting::Formatting, TagKind::StartTag) => self.open_formatting(&tag.name),
            (Nesting::Formatting, TagKind::EndTag) => self.close_formatting(&tag.name),
            (Nesting::Other, TagKind::StartTag) => self.open.borrow_mut().push(&tag.name),
            (Nesting::Other, TagKind::EndTag) => self.open.borrow_mut().pop(&tag.name),
        }
    }

    fn open_formatting(&self, name: &LocalName) -> bool {
        let mut open = self.formatting.borrow_mut();
        // One inside another closes that.
        if matches!(*name, local_name!("a") | local_name!("nobr")) && open.contains(name) {
            return true;
        }
        if open.len() >= FORMATTING {
            return false;
        }
        open.push(name.clone());
        true
    }

    /// False where none is open: the tree builder would look through its whole stack to find that out.
    fn close_formatting(&self, name: &LocalName) -> bool {
        let mut open = self.formatting.borrow_mut();
        let found = open.iter().rposition(|o| o == name);
        found.map(|at| open.remove(at)).is_some()
    }

    /// Holds text back until something else comes.
    fn hold(&self, text: &StrTendril) {
        let mut held = self.text.borrow_mut();
        if held.is_empty() {
            *held = text.clone();
        } else {
            held.push_tendril(text);
        }
    }

    /// Parts the words around a tag that falls away.
    fn part(&self) {
        let mut held = self.text.borrow_mut();
        if !held.ends_with('\n') {
            held.push_char('\n');
        }
    }

    /// Hands on the text that was held back.
    fn release(&self, line: u64) {
        let text = std::mem::take(&mut *self.text.borrow_mut());
        if !text.is_empty() {
            self.spend(1 + self.formatting.borrow().len());
            // Text makes nothing of the tokenizer but go on.
            let _ = self.builder.process_token(Token::CharacterTokens(text), line);
        }
    }

    /// What becomes of a tag once the page has all the nodes that it may have: it parts the words around it, and what is no text to a reader goes
    /// with it.
    fn flatten(&self, tag: Tag, line: u64) -> TokenSinkResult<Sink::Handle> {
        if self.raw.borrow().as_ref().is_some_and(|raw| *raw == tag.name) {
            self.raw.borrow_mut().take();
            self.release(line);
            return self.builder.process_token(Token::TagToken(tag), line);
        }
        if tag.kind == TagKind::StartTag && nesting(&tag.name) == Nesting::TextOnly {
            let raw = match &*tag.name {
                "script" => ScriptData,
                "textarea" | "title" => Rcdata,
                "plaintext" => return TokenSinkResult::Plaintext,
                _ => Rawtext,
            };
            *self.passed_over.borrow_mut() = Some(tag.name);
            return TokenSinkResult::RawData(raw);
        }
        self.passed_over.borrow_mut().take();
        self.part();
        TokenSinkResult::Continue
    }
}

impl Open {
    fn push(&mut self, name: &LocalName) -> bool {
        if self.stack.len() >= DEPTH {
            *self.beyond.entry(name.clone()).or_default() += 1;
            return false;
        }
        self.stack.push(name.clone());
        true
    }

    /// Closes the innermost element of this name and all inside it; false where there is none that the tree builder knows of.
    fn pop(&mut self, name: &LocalName) -> bool {
        if !self.beyond.is_empty()
            && let Some(count) = self.beyond.get_mut(name).filter(|c| **c > 0)
        {
            *count -= 1;
            return false;
        }
        match self.stack.iter().rposition(|open| open == name) {
            Some(at) => {
                self.stack.truncate(at);
                true
            }
            // The tree builder makes a heading's end close any heading.
            None => name.len() == 2 && name.starts_with('h'),
        }
    }
}

impl<Sink: TreeSink> TokenSink for Guard<Sink> {
    type Handle = Sink::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Self::Handle> {
        match token {
            // Nobody reads them.
            Token::CommentToken(_) | Token::ParseError(_) | Token::NullCharacterToken => TokenSinkResult::Continue,
            Token::CharacterTokens(text) => {
                if self.passed_over.borrow().is_none() {
                    self.hold(&text);
                }
                TokenSinkResult::Continue
            }
            Token::TagToken(tag) if self.is_spent() => self.flatten(tag, line),
            Token::TagToken(mut tag) => {
                let starts = tag.kind == TagKind::StartTag;
                // A closing tag takes time, if no room.
                self.spend(1 + if starts { self.formatting.borrow().len() } else { 0 });
                if self.lets_pass(&mut tag) {
                    self.release(line);
                    if nesting(&tag.name) == Nesting::TextOnly {
                        *self.raw.borrow_mut() = Some(tag.name.clone()).filter(|_| starts);
                    }
                    self.builder.process_token(Token::TagToken(tag), line)
                } else {
                    if starts {
                        self.part();
                    }
                    TokenSinkResult::Continue
                }
            }
            Token::EOFToken | Token::DoctypeToken(_) => {
                self.release(line);
                self.builder.process_token(token, line)
            }
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
