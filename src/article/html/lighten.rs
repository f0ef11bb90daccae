//! What the parser need not see is left out of a page before it reads it: the content of styles and of programs, comments, and the attributes of a
//! tag that has more than any page needs.
//!
//! Styles and programs are most of a page of news, and no part of it is read. Of attributes the tokenizer holds each one's name against all
//! before it in the same tag, so that a tag of 200,000 costs a minute.

use memchr::{memchr, memmem};

/// Attributes of a tag that are kept.
const MOST: usize = 512;
/// Marks `<` in a row that are kept: each of them is a piece of text to the tokenizer.
const RUN: usize = 64;

/// A page as the parser is to see it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Light<'p> {
    /// Its markup, in pieces.
    pub markup: Vec<&'p str>,
    /// What its programs hold, in order: some keep the article in them.
    pub programs: Vec<&'p str>,
}

/// Leaves out what need not be seen; what cannot be told for sure to be such is left to the parser. Linear.
pub(super) fn lightened(page: &str) -> Light<'_> {
    let mut cut = Cut { page, pieces: Vec::new(), settled: 0 };
    let mut programs = Vec::new();
    let mut at = 0;
    let mut ends = Ends::default();
    while let Some(open) = memchr(b'<', &page.as_bytes()[at..]).map(|found| at + found) {
        if page[open..].starts_with("<!--") {
            let end = ends.comment(page.as_bytes(), open);
            if let Some(end) = end {
                cut.out_of(open, end);
            }
            at = end.unwrap_or(open + 4);
            continue;
        }
        let name = name_at(&page[open + 1..]);
        if name.is_empty() {
            let run = page.as_bytes()[open..].iter().take_while(|b| **b == b'<').count();
            // The last of them may open a tag.
            let last = open + run - 1;
            if last > open + RUN {
                cut.out_of(open + RUN, last);
            }
            at = last.max(open + 1);
            continue;
        }
        let behind_name = open + 1 + name.len();
        let (surplus, end) = tag(page.as_bytes(), behind_name);
        if let Some(surplus) = surplus {
            cut.out_of(surplus, end);
        }
        at = end;
        let Some(kind) = Content::of(name) else { continue };
        let content = (end + 1).min(page.len());
        let Some(close) = ends.closing(page.as_bytes(), content, kind) else { continue };
        at = close;
        let closes_itself = page.as_bytes()[..end].ends_with(b"/");
        match kind {
            _ if closes_itself => {}
            // A program in a comment may hold tags of programs (WHATWG HTML, "script data double escaped state").
            Content::Program if !is_data(&page[behind_name..end]) && memmem::find(page[content..close].as_bytes(), b"<!--").is_none() => {
                programs.push(&page[content..close]);
                cut.out_of(content, close);
            }
            Content::Style => cut.out_of(content, close),
            _ => {}
        }
    }
    Light { markup: cut.finish(), programs }
}

/// A page from which stretches are left out.
struct Cut<'p> {
    page: &'p str,
    pieces: Vec<&'p str>,
    /// Byte of the page behind what is settled.
    settled: usize,
}

impl<'p> Cut<'p> {
    fn out_of(&mut self, from: usize, until: usize) {
        if self.settled < from {
            self.pieces.push(&self.page[self.settled..from]);
        }
        self.settled = until;
    }

    fn finish(mut self) -> Vec<&'p str> {
        self.out_of(self.page.len(), self.page.len());
        self.pieces
    }
}

/// Elements whose content is no markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Program,
    Style,
    Title,
    Input,
}

impl Content {
    fn of(name: &str) -> Option<Self> {
        let kinds = [Self::Program, Self::Style, Self::Title, Self::Input];
        kinds.into_iter().find(|kind| name.eq_ignore_ascii_case(kind.name()))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Program => "script",
            Self::Style => "style",
            Self::Title => "title",
            Self::Input => "textarea",
        }
    }
}

/// True for attributes that make data of a script, not a program.
fn is_data(attributes: &str) -> bool {
    attributes.as_bytes().windows(4).any(|w| w.eq_ignore_ascii_case(b"json"))
}

/// Looks for what closes. Where none is left, a search for it is not begun again.
#[derive(Default)]
struct Ends {
    /// Kinds of which no closing tag is left.
    over: [bool; 4],
    /// True where no comment is closed any more.
    no_comment: bool,
    /// The closing tag found last.
    last: usize,
}

impl Ends {
    /// Where the closing tag of an element without markup in it begins. None where it has none, and for a style that holds another
    /// closing tag: it may stand in a picture, where its content is markup.
    fn closing(&mut self, bytes: &[u8], from: usize, kind: Content) -> Option<usize> {
        if self.over[kind as usize] {
            return None;
        }
        let name = kind.name().as_bytes();
        let mut at = from;
        while let Some(found) = self.tag(bytes, at) {
            let rest = &bytes[found + 2..];
            let ends = |b: &u8| b.is_ascii_whitespace() || matches!(b, b'/' | b'>');
            if rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) && rest.get(name.len()).is_none_or(ends) {
                return Some(found);
            }
            if kind == Content::Style {
                return None;
            }
            at = found + 2;
        }
        self.over[kind as usize] = true;
        None
    }

    /// The next closing tag of whatever name.
    fn tag(&mut self, bytes: &[u8], from: usize) -> Option<usize> {
        if self.last < from {
            self.last = memmem::find(bytes.get(from..)?, b"</").map(|found| from + found)?;
        }
        Some(self.last)
    }

    /// Behind the comment that begins at `open` (WHATWG HTML, 13.2.5.43 to 52).
    fn comment(&mut self, bytes: &[u8], open: usize) -> Option<usize> {
        let mut at = open + 2;
        while !self.no_comment {
            let Some(dashes) = bytes.get(at..).and_then(|rest| memmem::find(rest, b"--")).map(|found| at + found) else { break };
            match &bytes[dashes + 2..] {
                [b'>', ..] => return Some(dashes + 3),
                [b'!', b'>', ..] if dashes >= open + 4 => return Some(dashes + 4),
                _ => at = dashes + 1,
            }
        }
        self.no_comment = true;
        None
    }
}

/// The name of a start tag behind its `<`; empty where there is none.
fn name_at(text: &str) -> &str {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    &text[..text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(text.len())]
}

/// Where the surplus attributes of a tag begin, if there are any, and where its `>` stands (or the page ends). `at` is behind its name.
fn tag(bytes: &[u8], mut at: usize) -> (Option<usize>, usize) {
    let (mut count, mut surplus) = (0, None);
    let (mut inside, mut behind_equals) = (false, false);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => break,
            b'"' | b'\'' if behind_equals => {
                at = memchr(byte, &bytes[at + 1..]).map_or(bytes.len(), |end| at + 1 + end);
                (inside, behind_equals) = (false, false);
            }
            b'=' if count > 0 && !behind_equals => (inside, behind_equals) = (true, true),
            byte if byte.is_ascii_whitespace() || byte == b'/' => inside = behind_equals,
            _ => {
                if !inside {
                    count += 1;
                    if count > MOST && surplus.is_none() {
                        surplus = Some(at);
                    }
                }
                (inside, behind_equals) = (true, false);
            }
        }
        at += 1;
    }
    (surplus, at.min(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light(page: &str) -> String {
        lightened(page).markup.concat()
    }

    #[test]
    fn surplus_attributes_go_and_nothing_else() {
        let many = |attribute: &str, count: usize| attribute.repeat(count);
        let page = format!("<p {}>x</p><b a=1>y</b>", many("a='>' ", MOST + 3));
        assert_eq!(light(&page), format!("<p {}>x</p><b a=1>y</b>", many("a='>' ", MOST)));
        let unclosed = format!("<i>x</i><p {}", many("a ", MOST + 3));
        assert_eq!(light(&unclosed), format!("<i>x</i><p {}", many("a ", MOST)));
    }

    #[test]
    fn styles_programs_and_comments_go() {
        let page = "<STYLE media=x>a{b:c}</STYLE ><p>one<!-- no --><!--><b>two</b><script>if (a<b) '<p>'</script><script src=x></script>\n";
        assert_eq!(light(page), "<STYLE media=x></STYLE ><p>one<b>two</b><script></script><script src=x></script>\n");
        assert_eq!(lightened(page).programs, ["if (a<b) '<p>'", ""]);
    }

    #[test]
    fn other_pages_stay_as_they_are() {
        let words = "a b ".repeat(MOST);
        for page in [
            format!("<p>1 < 2 {words} > 0"),
            format!("<script type=application/ld+json>{{\"a\": \"<b\", {words} }}</script><p>x"),
            format!("<p class=\"{words}\" id='{words}' title = \"<style>{words}</style>\">x"),
            String::from("<script>a <!-- b('<script>c</script>') --></script>"),
            String::from("<svg><style>a</svg><p>x</p><style>"),
            String::from("<svg><style/></svg><p>x</p>"),
            String::from("<title>a <style>b</style></title><textarea><!-- c --></textarea>"),
            String::from("<script>x<!-- y"),
            String::from("<p"),
            String::from("<"),
            String::from("<!--"),
            String::from("<script>é</"),
        ] {
            assert_eq!(lightened(&page).markup, [page.as_str()]);
        }
    }

    #[test]
    fn a_flood_of_brackets_is_cut() {
        let flood = |count: usize| "<".repeat(count);
        assert_eq!(light(&format!("a {}p>b << c", flood(9 * RUN))), format!("a {}<p>b << c", flood(RUN)));
        assert_eq!(light(&format!("a {}", flood(9 * RUN))), format!("a {}", flood(RUN + 1)));
        assert_eq!(light("<<b>x<"), "<<b>x<");
    }

    #[test]
    fn hostile_tags_take_linear_time() {
        let begun = std::time::Instant::now();
        for unit in ["a=1 ", "<p a=\"", "<p a='", "<!--", "<script>", "<style>", "<style></", "<title>", "<style>a</b>", "--", "<!--->", "</", "<a ", "= ", "\"", "é='"] {
            lightened(&format!("<p {}</p>-->", unit.repeat(1_000_000 / unit.len())));
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(4), "{:?}", begun.elapsed());
    }
}
