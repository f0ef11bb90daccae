//! Plain text → blocks: paragraphs, however the text marks them.

mod byline;
mod form;
mod lines;
mod wrap;

pub(super) use self::byline::{authors, byline, in_element, is_byline_class};
use self::{
    lines::{Line, lines},
    wrap::Wrap,
};
use super::{Block, BlockKind, posts::attribution};
use crate::text::Span;

/// A run of lines that belong together.
struct Paragraph<'l, 't> {
    lines: &'l [Line<'t>],
    /// True where a blank line (or the text's start) stands before it.
    set_off: bool,
}

/// The blocks of `text`, in order; between them stands only white space. O(bytes).
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let paragraphs = paragraphs(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(paragraphs.len());
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let above = i.checked_sub(1).map(|i| &paragraphs[i]);
        let kind = kind(paragraph, above, blocks.last().map(|b: &Block| &b.kind), paragraphs.get(i + 1));
        let (first, last) = (paragraph.first(), paragraph.last());
        blocks.push(Block { kind, span: Span::new(first.start, last.end()) });
    }
    blocks
}

impl<'t> Paragraph<'_, 't> {
    fn first(&self) -> &Line<'t> {
        &self.lines[0]
    }

    fn last(&self) -> &Line<'t> {
        &self.lines[self.lines.len() - 1]
    }

    fn single(&self) -> Option<&Line<'t>> {
        (self.lines.len() == 1).then(|| self.first())
    }

    fn bytes(&self) -> usize {
        self.last().end() - self.first().start
    }
}

/// Groups lines. No group is empty.
fn paragraphs<'l, 't>(lines: &'l [Line<'t>]) -> Vec<Paragraph<'l, 't>> {
    let wrap = Wrap::of(lines);
    let mut paragraphs = Vec::new();
    let mut start: Option<usize> = None;
    let mut set_off = true;
    for (i, line) in lines.iter().enumerate() {
        match start {
            _ if line.is_blank() => {
                if let Some(from) = start.take() {
                    paragraphs.push(Paragraph { lines: &lines[from..i], set_off });
                }
                set_off = true;
            }
            None => start = Some(i),
            Some(from) if goes_on(wrap, &lines[from..i], line) => {}
            Some(from) => {
                paragraphs.push(Paragraph { lines: &lines[from..i], set_off });
                set_off = false;
                start = Some(i);
            }
        }
    }
    if let Some(from) = start {
        paragraphs.push(Paragraph { lines: &lines[from..], set_off });
    }
    paragraphs
}

/// True where `line` belongs to the paragraph of the lines directly above it.
fn goes_on(wrap: Wrap, above: &[Line<'_>], line: &Line<'_>) -> bool {
    let Some(last) = above.last() else { return false };
    if form::is_underline(line.words) {
        return above.len() == 1 && form::looks_like_heading(last.words);
    }
    if form::is_quotation(line.words) {
        return form::is_quotation(last.words);
    }
    let ends = form::is_atx_heading(last.words) || form::is_rule(last.words);
    // The lines of an item stand further in than its marker, whatever their length. Where nothing else is wrapped, such a line may
    // be a caption under a picture's headline; it goes on with the item where that stands in mid-sentence or within marks of quotation.
    let indented = above.first().is_some_and(|first| form::bullet(first.words).is_some() && line.indent > first.indent);
    let of_item = indented && (wrap.is_wrapped() || line.words.starts_with(char::is_lowercase) || wrap::is_mid_sentence(above));
    !form::begins_block(line.words) && !ends && (of_item || wrap.joins(last, line))
}

fn kind(
    paragraph: &Paragraph<'_, '_>,
    above: Option<&Paragraph<'_, '_>>,
    kind_above: Option<&BlockKind>,
    below: Option<&Paragraph<'_, '_>>,
) -> BlockKind {
    let first = paragraph.first();
    if form::is_atx_heading(first.words) || (paragraph.lines.len() == 2 && form::is_underline(paragraph.last().words)) {
        return BlockKind::Heading;
    }
    if form::is_rule(first.words) && paragraph.lines.len() == 1 {
        return BlockKind::Boilerplate;
    }
    if form::is_quotation(first.words) {
        return BlockKind::BlockQuote;
    }
    if form::bullet(first.words).is_some() {
        return BlockKind::ListItem;
    }
    if above.is_some_and(|a| !paragraph.set_off && is_under_bullet(first, a.first()))
        && matches!(kind_above, Some(BlockKind::ListItem | BlockKind::Caption))
    {
        return BlockKind::Caption;
    }
    match paragraph.single() {
        Some(line) if form::looks_like_heading(line.words) && heads(paragraph, above, below) => BlockKind::Heading,
        _ => BlockKind::Paragraph,
    }
}

/// True where a line stands further in than the bullet above it does: what a gallery's page leaves under a picture's headline.
fn is_under_bullet(line: &Line<'_>, above: &Line<'_>) -> bool {
    line.indent > above.indent && form::bullet(above.words).is_some() || (line.indent > 0 && line.indent == above.indent)
}

/// True where a line that looks like a heading stands like one: alone, above something longer.
fn heads(paragraph: &Paragraph<'_, '_>, above: Option<&Paragraph<'_, '_>>, below: Option<&Paragraph<'_, '_>>) -> bool {
    // What a post's closing line stands under is the post.
    let Some(below) = below.filter(|b| attribution(b.first().words).is_none()) else { return false };
    let words = paragraph.first().words;
    let first = above.is_none();
    let longer = below.bytes() > paragraph.bytes() * 3 / 2;
    let emphatic = form::is_bold(words) || form::is_all_caps(words);
    let next_heads = below.single().is_some_and(|l| form::looks_like_heading(l.words));
    form::bullet(below.first().words).is_none() && (longer || emphatic || (first && !next_heads) || (first && below.set_off))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text).into_iter().map(|b| (b.kind, &text[b.span.range()])).collect()
    }

    const BODY: &str = "The foreign ministers of both countries met on Tuesday and talked about fishing, ferries and the price of salt.";

    #[test]
    fn blank_lines_part_paragraphs_whatever_the_breaks() {
        let text = format!("{BODY}\r\n\r\n{BODY}\r\n \t\r\n\r\n{BODY}");
        assert_eq!(read(&text), vec![(BlockKind::Paragraph, BODY); 3]);
    }

    #[test]
    fn without_blank_lines_each_line_is_a_paragraph() {
        let text = format!("{BODY}\n{BODY}\nNothing was signed.");
        assert_eq!(read(&text).len(), 3);
    }

    #[test]
    fn a_heading_stands_above_something_longer() {
        let text = format!("Ministers talk about salt\n\n{BODY}\n\nWhat comes next\n\n{BODY}\n\nThe end came late.");
        let kinds: Vec<_> = read(&text).into_iter().map(|(k, _)| k).collect();
        use BlockKind::{Heading, Paragraph};
        assert_eq!(kinds, [Heading, Paragraph, Heading, Paragraph, Paragraph]);
    }

    #[test]
    fn words_above_a_closing_line_are_no_heading() {
        let text = format!("{BODY}\n\nSalt is back\n\n— Port of Salt and Herring (@portofsalt) March 4, 2024\n\n{BODY}");
        assert!(read(&text).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    }

    #[test]
    fn markdown_headings_rules_and_quotations() {
        let text = format!("# Salt\n{BODY}\n\nFerries\n-------\n\n> quoted words\n> and more\n\n* * *\n\n{BODY}");
        let kinds: Vec<_> = read(&text).into_iter().map(|(k, _)| k).collect();
        use BlockKind::{BlockQuote, Boilerplate, Heading, Paragraph};
        assert_eq!(kinds, [Heading, Paragraph, Heading, BlockQuote, Boilerplate, Paragraph]);
    }

    #[test]
    fn an_indented_line_under_a_bullet_is_a_caption() {
        let text =
            format!("{BODY}\n\n  • Ministers walk along the pier\n    The two ministers on the pier (handout by the port)\n\n{BODY}");
        assert_eq!(read(&text)[1].0, BlockKind::ListItem);
        assert_eq!(read(&text)[2].0, BlockKind::Caption);
    }

    #[test]
    fn items_of_a_wrapped_list_hold_all_their_lines() {
        let text = "The two sides agreed on the following points, all of which were put on\npaper the same night:\n\n\
            - the ferries between the two harbours will run again from the spring\n  of next year, as they did before the war over salt had begun\n\
            - nothing else\n";
        let items: Vec<_> = read(text).into_iter().filter(|(k, _)| *k == BlockKind::ListItem).collect();
        assert_eq!(items.len(), 2);
        assert!(items[0].1.ends_with("had begun"));
    }

    #[test]
    fn an_item_goes_on_where_its_line_breaks_off() {
        let items = |list: &str| {
            let text = format!("{BODY} {BODY}\n\n{list}\n\n{BODY}");
            read(&text).into_iter().filter(|(k, _)| *k == BlockKind::ListItem).map(|(_, t)| t.to_owned()).collect::<Vec<_>>()
        };
        for list in [
            "- the ferries run again\n  from spring",
            "- Lind: “We have waited. We\n  Northerners are patient.”",
            "- the ferries, the pier,\n  Salthaven",
        ] {
            assert_eq!(items(list), [list]);
        }
        assert_eq!(items("- Ministers walk along the pier\n  The two ministers on Monday"), ["- Ministers walk along the pier"]);
        assert_eq!(items("- “Salt is back”\n  The two ministers on Monday"), ["- “Salt is back”"]);
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(read("").is_empty());
        assert!(read(" \n\u{FEFF}\n\0").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn between_blocks_stands_only_white_space(text in "([a-zA-Z .\\-*#>•]{0,30}[\n\r ]{0,3}){0,12}") {
            let mut at = 0;
            for block in blocks(&text) {
                proptest::prop_assert!(text[at..block.span.start].chars().all(lines::is_empty_space));
                proptest::prop_assert!(!block.span.is_empty());
                at = block.span.end;
            }
            proptest::prop_assert!(text[at..].chars().all(lines::is_empty_space));
        }
    }
}
