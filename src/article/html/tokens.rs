//! A page → the tokens of which the tree is made (WHATWG HTML, 13.2.5).
//!
//! The page lies whole in memory, so that what nobody reads is passed over at the speed of a search: comments, the content of styles and of
//! programs, which are most of a page of news, and all attributes but a few. Each byte is looked at a bounded number of times, whatever stands
//! there.
//!
//! It stands here in place of html5ever's own tokenizer because that holds the name of each attribute against all before it: a tag of 20,000
//! attributes (169 KB) takes it 0.66 CPU seconds, one of 250,000 more than 90, where this one takes 0.01. (It also takes 1.4 seconds for pages
//! for which the whole of `paraph extract --only article` takes 1.6 to 2.0.)

use html5ever::{
    Attribute, LocalName, QualName, local_name, ns,
    tendril::StrTendril,
    tokenizer::{
        Doctype, Tag, TagKind, Token, TokenSink as _, TokenSinkResult,
        states::RawKind::{Rawtext, Rcdata, ScriptData, ScriptDataEscaped},
    },
    tree_builder::TreeSink,
};
use memchr::{memchr, memchr2, memmem};

use super::{guard::Guard, references::resolved};
use crate::budget::Budget;

/// Attributes of a tag that are kept. Each one's name is held against all before it.
const MOST: usize = 64;
/// Bytes read between two looks at the budget.
const STRIDE: usize = 32 * 1024;

/// Reads a page into a tree builder.
pub(super) struct Tokens<'p, Sink: TreeSink> {
    page: &'p str,
    /// Byte of the page up to which it is read.
    at: usize,
    sink: Guard<Sink>,
    /// What the page's programs hold, in order; it does not go into the tree. Some keep the article in them.
    programs: Vec<&'p str>,
}

impl<'p, Sink: TreeSink> Tokens<'p, Sink> {
    /// Begins to read.
    pub fn new(page: &'p str, sink: Guard<Sink>) -> Self {
        Self { page, at: 0, sink, programs: Vec::new() }
    }

    /// Reads until the page or the budget is over: the sink, what programs hold, and how many bytes are left.
    pub fn read(mut self, budget: &Budget) -> (Guard<Sink>, Vec<&'p str>, usize) {
        let mut next_look = 0;
        while self.at < self.page.len() {
            if self.at >= next_look {
                if budget.is_spent() {
                    break;
                }
                next_look = self.at + STRIDE;
            }
            self.step();
        }
        let _ = self.sink.process_token(Token::EOFToken, 0);
        self.sink.end();
        let left = self.page.len() - self.at;
        (self.sink, self.programs, left)
    }

    /// Text up to a bracket, and what the bracket opens.
    fn step(&mut self) {
        let rest = &self.page.as_bytes()[self.at..];
        let open = self.at + memchr(b'<', rest).unwrap_or(rest.len());
        self.text(self.at, open);
        self.at = open;
        let Some(&next) = self.page.as_bytes().get(open + 1) else {
            self.text(open, self.page.len());
            self.at = self.page.len();
            return;
        };
        match next {
            b'a'..=b'z' | b'A'..=b'Z' => self.start_tag(),
            b'/' => self.end_tag(),
            b'!' => self.declaration(),
            b'?' => self.at = self.behind(open + 1, b">"),
            _ => {
                // Of brackets in a row only the last may open a tag.
                let run = self.page.as_bytes()[open..].iter().take_while(|b| **b == b'<').count();
                let until = open + (run - 1).max(1);
                self.text(open, until);
                self.at = until;
            }
        }
    }

    fn text(&self, from: usize, until: usize) {
        if from < until {
            let _ = self.sink.process_token(Token::CharacterTokens(resolved(&self.page[from..until], false)), 0);
        }
    }

    /// Text in which a reference stands for nothing but itself.
    fn verbatim(&self, from: usize, until: usize) {
        let _ = self.sink.process_token(Token::CharacterTokens(StrTendril::from_slice(&self.page[from..until])), 0);
    }

    /// The byte behind the next mark; the page's end where there is none.
    fn behind(&self, from: usize, mark: &[u8]) -> usize {
        let rest = self.page.as_bytes().get(from..).unwrap_or_default();
        memmem::find(rest, mark).map_or(self.page.len(), |found| from + found + mark.len())
    }

    fn start_tag(&mut self) {
        let Some(tag) = self.tag(self.at + 1, TagKind::StartTag) else { return };
        let name = tag.name.clone();
        let is_data = tag.attrs.iter().any(|a| a.name.local == local_name!("type") && holds_json(&a.value));
        match self.sink.process_token(Token::TagToken(tag), 0) {
            TokenSinkResult::RawData(kind) => {
                let from = self.at;
                let until = match kind {
                    ScriptData | ScriptDataEscaped(_) => script_end(self.page.as_bytes(), from),
                    _ => raw_end(self.page.as_bytes(), from, &name),
                };
                match kind {
                    Rcdata => self.text(from, until),
                    ScriptData | ScriptDataEscaped(_) if !is_data => self.programs.push(&self.page[from..until]),
                    Rawtext if name == local_name!("style") => {}
                    _ => self.verbatim(from, until),
                }
                self.at = until;
            }
            TokenSinkResult::Plaintext => {
                self.verbatim(self.at, self.page.len());
                self.at = self.page.len();
            }
            TokenSinkResult::Continue | TokenSinkResult::Script(_) => {}
        }
    }

    fn end_tag(&mut self) {
        match self.page.as_bytes().get(self.at + 2) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => {
                if let Some(tag) = self.tag(self.at + 2, TagKind::EndTag) {
                    // What a closing tag makes of the text behind it does not depend on its name.
                    let _ = self.sink.process_token(Token::TagToken(tag), 0);
                }
            }
            Some(_) => self.at = self.behind(self.at + 2, b">"),
            None => {
                self.text(self.at, self.page.len());
                self.at = self.page.len();
            }
        }
    }

    /// Comments, document types, and sections of characters in drawings and formulas.
    fn declaration(&mut self) {
        let rest = &self.page.as_bytes()[self.at..];
        if rest.starts_with(b"<!--") {
            self.at = comment_end(self.page.as_bytes(), self.at);
        } else if rest.starts_with(b"<![CDATA[") && self.sink.adjusted_current_node_present_but_not_in_html_namespace() {
            let from = self.at + b"<![CDATA[".len();
            let until = memmem::find(&self.page.as_bytes()[from..], b"]]>").map_or(self.page.len(), |found| from + found);
            self.verbatim(from, until);
            self.at = (until + 3).min(self.page.len());
        } else {
            let until = self.behind(self.at, b">");
            let declared = self.page[self.at..until].trim_end_matches('>').get(2..).unwrap_or("");
            if let Some(doctype) = declared.get(..7).filter(|word| word.eq_ignore_ascii_case("doctype")) {
                let _ = self.sink.process_token(Token::DoctypeToken(document_type(&declared[doctype.len()..])), 0);
            }
            self.at = until;
        }
    }

    /// A tag whose name begins at `from`; none where the page ends inside it. Goes on behind it.
    fn tag(&mut self, from: usize, kind: TagKind) -> Option<Tag> {
        let bytes = self.page.as_bytes();
        let length = bytes[from..].iter().take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>')).count();
        let name = lower(&self.page[from..from + length]);
        let mut tag = Tag { kind, name, self_closing: false, attrs: Vec::new() };
        let mut at = from + length;
        loop {
            at += bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
            match bytes.get(at) {
                None => {
                    self.at = bytes.len();
                    return None;
                }
                Some(b'>') => {
                    self.at = at + 1;
                    return Some(tag);
                }
                Some(b'/') => {
                    at += 1;
                    tag.self_closing = bytes.get(at) == Some(&b'>');
                }
                Some(_) => {
                    let Read { name, value, end } = attribute(self.page, at);
                    let wanted = kind == TagKind::StartTag && tag.attrs.len() < MOST && !self.sink.is_spent();
                    if wanted && is_read(name) {
                        let local = lower(name);
                        if tag.attrs.iter().all(|a| a.name.local != local) {
                            tag.attrs.push(Attribute { name: QualName::new(None, ns!(), local), value: resolved(value, true) });
                        }
                    }
                    at = end;
                }
            }
        }
    }
}

/// An attribute as it stands in a page.
struct Read<'p> {
    name: &'p str,
    value: &'p str,
    /// The byte behind it.
    end: usize,
}

/// The attribute that begins at `at`, where no white space, `/` or `>` stands.
fn attribute(page: &str, at: usize) -> Read<'_> {
    let bytes = page.as_bytes();
    let ends_name = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'=');
    // A mark of equality that begins a name is part of it.
    let name_end = at + 1 + bytes[at + 1..].iter().take_while(|b| !ends_name(b)).count();
    let mut end = name_end + bytes[name_end..].iter().take_while(|b| b.is_ascii_whitespace()).count();
    // A name may begin with the first byte of a longer character.
    let name = page.get(at..name_end).unwrap_or("");
    if bytes.get(end) != Some(&b'=') {
        return Read { name, value: "", end };
    }
    end += 1;
    end += bytes[end..].iter().take_while(|b| b.is_ascii_whitespace()).count();
    let (from, until, behind) = match bytes.get(end) {
        Some(&quote @ (b'"' | b'\'')) => {
            let until = memchr(quote, &bytes[end + 1..]).map_or(bytes.len(), |found| end + 1 + found);
            (end + 1, until, (until + 1).min(bytes.len()))
        }
        _ => {
            let until = end + bytes[end..].iter().take_while(|b| !b.is_ascii_whitespace() && **b != b'>').count();
            (end, until, until)
        }
    };
    Read { name, value: &page[from..until], end: behind }
}

/// True for attributes that somebody reads.
fn is_read(name: &str) -> bool {
    let known = [
        "class",
        "id",
        "href",
        "src",
        "type",
        "content",
        "name",
        "property",
        "itemprop",
        "rel",
        "role",
        "lang",
        "datetime",
        "hidden",
        "aria-hidden",
        "cite",
        "http-equiv",
        "pubdate",
        "srcdoc",
        "videoid",
        "encoding",
        "color",
        "face",
        "size",
    ];
    name.get(..5).is_some_and(|data| data.eq_ignore_ascii_case("data-")) || known.iter().any(|k| name.eq_ignore_ascii_case(k))
}

/// A name in lower case.
fn lower(name: &str) -> LocalName {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { LocalName::from(name.to_ascii_lowercase()) } else { LocalName::from(name) }
}

fn holds_json(kind: &str) -> bool {
    kind.as_bytes().windows(4).any(|w| w.eq_ignore_ascii_case(b"json"))
}

/// What stands behind `<!doctype`: it decides how some broken markup is read.
fn document_type(declared: &str) -> Doctype {
    let declared = declared.trim();
    let (name, rest) = declared.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((declared, ""));
    let (key, rest) = rest.trim_start().split_at_checked(6).unwrap_or(("", ""));
    let mut quoted = Vec::new();
    let mut rest = rest.trim_start();
    while let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let Some((inside, behind)) = rest[1..].split_once(quote) else { break };
        quoted.push(StrTendril::from_slice(inside));
        rest = behind.trim_start();
    }
    let mut quoted = quoted.into_iter();
    let public_id = if key.eq_ignore_ascii_case("public") { quoted.next() } else { None };
    let system_id = if public_id.is_some() || key.eq_ignore_ascii_case("system") { quoted.next() } else { None };
    let name = Some(StrTendril::from_slice(&name.to_ascii_lowercase())).filter(|n| !n.is_empty());
    Doctype { force_quirks: name.is_none(), name, public_id, system_id }
}

/// Behind the comment that begins at `open` (13.2.5.43 to 52).
fn comment_end(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 2;
    while let Some(dashes) = bytes.get(at..).and_then(|rest| memmem::find(rest, b"--")).map(|found| at + found) {
        match &bytes[dashes + 2..] {
            [b'>', ..] => return dashes + 3,
            [b'!', b'>', ..] if dashes >= open + 4 => return dashes + 4,
            _ => at = dashes + 1,
        }
    }
    bytes.len()
}

/// Where the closing tag of an element begins whose content is text.
fn raw_end(bytes: &[u8], from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = memmem::find(&bytes[at..], b"</").map(|found| at + found) {
        if names(&bytes[found + 2..], name) {
            return found;
        }
        at = found + 2;
    }
    bytes.len()
}

/// Where the closing tag of a script begins; one inside a comment that opens a script belongs to that (13.2.5.15 to 31).
fn script_end(bytes: &[u8], from: usize) -> usize {
    let (mut at, mut escaped, mut inner) = (from, false, false);
    while let Some(found) = memchr2(b'<', b'-', &bytes[at..]).map(|found| at + found) {
        let rest = &bytes[found..];
        at = found + 1;
        if rest.starts_with(b"-->") {
            (escaped, inner) = (false, false);
        } else if rest.starts_with(b"<!--") && !escaped {
            // Its dashes may be those that close it.
            (escaped, at) = (true, found + 2);
        } else if rest.starts_with(b"</") && names(&rest[2..], "script") {
            if !inner {
                return found;
            }
            inner = false;
        } else if escaped && rest[0] == b'<' && names(&rest[1..], "script") {
            inner = true;
        }
    }
    bytes.len()
}

/// True where a tag of this name goes on here.
fn names(rest: &[u8], name: &str) -> bool {
    let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>');
    rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes())) && rest.get(name.len()).is_some_and(ends)
}
