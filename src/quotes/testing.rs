//! What the tests of this room share: an article in, its quotes out as lines that can be read.

use super::{Quotation, attribute};
use crate::{
    budget::Budget,
    entities,
    gazetteer::Gazetteer,
    language::{Doc, Engine},
    pack::LanguagePack,
    record::{QuoteType, SegmentKind},
    segments::{Marked, Passage},
    text::{Span, View},
};

/// A paragraph as a passage; its marks are “…” without nesting, one that is not closed runs on.
pub fn passage(text: &str, at: usize) -> Passage {
    let mut marks = Vec::new();
    for (open, mark) in text.match_indices('“') {
        let close = text[open..].find('”').map(|n| open + n);
        let inner = Span::new(open + mark.len(), close.unwrap_or(text.len()));
        let outer = Span::new(open, close.map_or(text.len(), |c| c + '”'.len_utf8()));
        marks.push(Marked { outer, inner, depth: 0, continues: close.is_none(), continued: false });
    }
    Passage {
        kind: SegmentKind::Narrative,
        span: Span::new(at, at + text.len()),
        in_title: false,
        language: Some("en".into()),
        view: View::verbatim(text, at),
        marks,
        post: None,
        list_item: false,
        heading: false,
        block_quote: false,
    }
}

/// The passages of an article whose paragraphs are parted by blank lines.
pub fn passages(article: &str) -> Vec<Passage> {
    let mut at = 0;
    let mut passages: Vec<Passage> = Vec::new();
    for paragraph in article.split("\n\n") {
        let mut next = passage(paragraph, at);
        let runs_on = passages.last().and_then(|p| p.marks.last()).is_some_and(|m| m.continues);
        if let Some(first) = next.marks.first_mut().filter(|_| runs_on) {
            first.continued = true;
        }
        passages.push(next);
        at += paragraph.len() + 2;
    }
    passages
}

/// Each quote of the passages as `direct “the words” by Maria Lopez: said`, with `?` for a speaker or cue that nobody could tell.
pub fn read(passages: &[Passage], parsed: bool) -> Vec<String> {
    let engine = Engine::english().expect("the embedded model reads");
    let pack = LanguagePack::of("en").expect("there is an English pack").expect("the English pack reads");
    let views: Vec<&View> = passages.iter().map(|p| &p.view).collect();
    let docs = if parsed { engine.parse(&views, &Budget::unlimited()).docs } else { vec![Doc::default(); views.len()] };
    let found = entities::find(passages, &docs, &pack.lexicon, Gazetteer::global(), None, &Budget::unlimited());
    let line = |q: Quotation| {
        let kind = match q.kind {
            QuoteType::Direct => "direct",
            QuoteType::Indirect => "indirect",
            QuoteType::Mixed => "mixed",
        };
        let speaker = q.speaker.map_or("?", |id| &found.get(id).name);
        let cue = q.cue_at.map_or("?", |(p, t)| docs[p].word(t));
        format!("{kind} “{}” by {speaker}: {cue}", q.text)
    };
    attribute(passages, &docs, &found, &pack.cues).into_iter().map(line).collect()
}

/// The quotes of an article.
pub fn told(article: &str) -> Vec<String> {
    read(&passages(article), true)
}

/// The quotes in marks of an article.
pub fn in_marks(article: &str) -> Vec<String> {
    told(article).into_iter().filter(|line| !line.starts_with("indirect")).collect()
}
