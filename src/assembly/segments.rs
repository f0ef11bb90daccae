//! The segments of the record: passages, with the quotes cut out of the narrative.

use crate::{
    article::{Article, BlockKind, Located, Quoted, Reader, beginning, ending},
    quotes::Quotation,
    record::{PageSource, QuoteType, Segment, SegmentKind, TextQuote},
    segments::Passage,
    text::{Byte, Span},
};

use super::grounds::Grounds;
use crate::record::Id;

/// The record's segments and where each stands in bytes, in order.
pub fn cut(article: &Article, passages: &[Passage], quotes: &[Quotation], grounds: &Grounds<'_>) -> Vec<(Span<Byte>, Segment)> {
    let mut marked: Vec<(Span<Byte>, Option<String>)> = quotes
        .iter()
        .filter(|q| q.kind != QuoteType::Indirect && !passages[q.passage].in_title)
        .map(|q| (q.marked, passages[q.passage].language.as_ref().map(ToString::to_string)))
        .collect();
    marked.sort();
    let mut pieces: Vec<(Span<Byte>, SegmentKind, Option<String>)> = Vec::new();
    let mut next = 0;
    for passage in passages.iter().filter(|p| !p.in_title && !p.span.is_empty()) {
        let language = passage.language.as_ref().map(ToString::to_string);
        let mut at = passage.span.start;
        if passage.kind == SegmentKind::Narrative {
            while next < marked.len() && marked[next].0.end <= passage.span.start {
                next += 1;
            }
            let mut q = next;
            while q < marked.len() && marked[q].0.start < passage.span.end {
                let inside = Span::new(marked[q].0.start.max(at), marked[q].0.end.min(passage.span.end));
                if !inside.is_empty() {
                    pieces.push((Span::new(at, inside.start), SegmentKind::Narrative, language.clone()));
                    pieces.push((inside, SegmentKind::Quote, language.clone()));
                    at = inside.end;
                }
                q += 1;
            }
        }
        pieces.push((Span::new(at, passage.span.end), passage.kind, language));
    }
    pieces.retain(|(span, _, _)| !span.is_empty());
    cover(&article.text, &mut pieces);
    let mut sources = Sources { article, block: 0, reader: None };
    pieces
        .into_iter()
        .enumerate()
        .map(|(i, (span, kind, language))| {
            (span, Segment { id: Id::new('s', i), kind, span: grounds.of_text(span), language, source: sources.of(span) })
        })
        .collect()
}

/// What is no white space belongs to a segment, though nobody sees it: a byte-order mark between paragraphs goes to the one before it.
fn cover(text: &str, pieces: &mut [(Span<Byte>, SegmentKind, Option<String>)]) {
    let unseen = |gap: Span<Byte>| {
        let whole = text.get(gap.range()).unwrap_or_default();
        let start = gap.start + (whole.len() - whole.trim_start().len());
        (!whole.trim().is_empty()).then(|| Span::<Byte>::new(start, gap.start + whole.trim_end().len()))
    };
    for i in 0..pieces.len() {
        let (before, behind) = (if i == 0 { 0 } else { pieces[i - 1].0.end }, pieces[i].0.start);
        match unseen(Span::new(before, behind)) {
            Some(words) if i == 0 => pieces[0].0.start = words.start,
            Some(words) => pieces[i - 1].0.end = words.end,
            None => {}
        }
    }
    if let Some((last, ..)) = pieces.last_mut()
        && let Some(words) = unseen(Span::new(last.end, text.len()))
    {
        last.end = words.end;
    }
}

/// Where segments stand in the page, asked for in order.
struct Sources<'a> {
    article: &'a Article,
    block: usize,
    reader: Option<(&'a Located, Reader<'a>)>,
}

impl Sources<'_> {
    /// None where nobody asked, or the words stand in no element. Of a segment of several blocks the place is the first's.
    fn of(&mut self, span: Span<Byte>) -> Option<PageSource> {
        let Article { blocks, places, text, .. } = self.article;
        while blocks.get(self.block).is_some_and(|b| b.span.end <= span.start) {
            self.block += 1;
            self.reader = None;
        }
        let block = blocks.get(self.block)?.span;
        if self.reader.is_none() {
            let located = places.get(self.block)?.as_ref()?;
            self.reader = Some((located, Reader::new(located, text.get(block.range())?)));
        }
        let (located, reader) = self.reader.as_mut()?;
        // Of a post the place is its whole embed: not all that stands there is told.
        let is_post = matches!(blocks[self.block].kind, BlockKind::Embed(_));
        let Quoted { exact, head, tail } = if is_post {
            Quoted { exact: &located.raw, head: "", tail: "" }
        } else {
            reader.read(span.start.saturating_sub(block.start), span.end.min(block.end).saturating_sub(block.start))
        };
        let prefix =
            if ending(head).len() < head.len() { ending(head).to_owned() } else { ending(&(located.before.clone() + head)).to_owned() };
        let suffix = if beginning(tail).len() < tail.len() {
            beginning(tail).to_owned()
        } else {
            beginning(&(tail.to_owned() + &located.behind)).to_owned()
        };
        Some(PageSource { selector: located.selector.clone(), quote: TextQuote { exact: exact.to_owned(), prefix, suffix } })
    }
}

/// The id of the segment that byte `at` stands in.
pub fn at(segments: &[(Span<Byte>, Segment)], at: usize) -> Option<Id> {
    let i = segments.partition_point(|(span, _)| span.end <= at);
    segments.get(i).filter(|(span, _)| span.holds(at)).map(|(_, s)| s.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_belongs_to_a_segment_and_white_space_to_none() {
        let ends = |text: &str, spans: [(usize, usize); 2]| {
            let mut pieces = spans.map(|(start, end)| (Span::new(start, end), SegmentKind::Narrative, None));
            cover(text, &mut pieces);
            pieces.map(|(span, ..)| (span.start, span.end))
        };
        assert_eq!(ends("one\n\n\u{FEFF}two", [(0, 3), (8, 11)]), [(0, 8), (8, 11)]);
        assert_eq!(ends("\u{FEFF}one\n\ntwo \u{200B}", [(3, 6), (8, 11)]), [(0, 6), (8, 15)]);
        assert_eq!(ends("one\n \n two", [(0, 3), (7, 10)]), [(0, 3), (7, 10)]);
    }
}
