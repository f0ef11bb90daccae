//! Words that the article gives as somebody's own, and who said them.
//!
//! Words in marks are read from outside in: the cue behind them (`inquit`), before them (`lead_in`), around them (`clause`);
//! what has none is its neighbour's (`floor`). Reported clauses hang on cues in the tree (`reported`).

mod clause;
mod cues;
mod floor;
mod inquit;
mod label;
mod layout;
mod lead_in;
mod marked;
mod reading;
mod reasons;
mod reported;
mod speaker;
mod speech_act;
mod tail;
mod terms;
#[cfg(test)]
mod testing;

use crate::{
    entities::{Entities, EntityId},
    language::Doc,
    record::{QuoteType, Rule},
    segments::Passage,
    text::{Byte, Span, Tok},
};

pub use cues::Cues;
use floor::Floor;
use layout::Words;
use reading::{Reading, Sheet};
pub use reasons::Found;
use reported::Reported;
use speaker::Attribution;

/// One quote, in the article's bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// How the words are given.
    pub kind: QuoteType,
    /// The passage it begins in.
    pub passage: usize,
    /// The words without their marks, in the article.
    pub words: Span<Byte>,
    /// The words with their marks, in the article; the same as `words` for indirect speech.
    pub marked: Span<Byte>,
    /// The words said, cleaned, without the marks; paragraphs of a long quote joined by a blank line.
    pub text: String,
    /// Who said it.
    pub speaker: Option<EntityId>,
    /// The words that name the speaker at the cue: passage and tokens.
    pub speaker_at: Option<(usize, Span<Tok>)>,
    /// The cue: passage and token.
    pub cue_at: Option<(usize, usize)>,
    /// What made it a quote.
    pub found: Found,
    /// How the speaker was told.
    pub speaker_by: Rule,
}

/// The fewest words in marks that are taken for a quote where no pack can read what stands around them.
const UNREAD_WORDS: usize = 4;

/// Fewer words in marks than these say nothing by themselves: inside a reported clause that is given whole they are told with it.
const OF_ITSELF: usize = 2;

/// Finds the quotes of an article, in order of their first word. `docs` has one document for each passage; of one that was not
/// parsed, the words in marks are given without a speaker.
pub fn attribute(passages: &[Passage], docs: &[Doc], entities: &Entities, cues: &Cues) -> Vec<Quotation> {
    let r = Reading::new(passages, docs, entities, cues);
    let mut quotes = Vec::new();
    let mut floor = Floor::default();
    for p in r.telling() {
        if docs[p].is_empty() {
            quotes.extend(unread(&r, p));
            continue;
        }
        read_passage(&r, p, &mut floor, &mut quotes);
    }
    quotes.sort_by_key(|q| (q.words.start, q.words.end));
    quotes
}

/// The words in marks of a passage that no pack reads.
fn unread<'a>(r: &'a Reading<'_>, p: usize) -> impl Iterator<Item = Quotation> + 'a {
    let passage = &r.passages[p];
    passage.marks.iter().filter(|m| m.depth == 0).filter_map(move |m| {
        let text = passage.view.text().get(m.inner.range())?.trim();
        (text.split_whitespace().count() >= UNREAD_WORDS).then(|| Quotation {
            kind: QuoteType::Direct,
            passage: p,
            words: passage.view.to_article(m.inner),
            marked: passage.view.to_article(m.outer),
            text: text.to_owned(),
            speaker: None,
            speaker_at: None,
            cue_at: None,
            found: Found::Unread,
            speaker_by: Rule::SpeakerUnknown,
        })
    })
}

/// What a passage gives as said, in the order of its words.
enum Said {
    InMarks(Words),
    Reported(Reported),
}

impl Said {
    fn start(&self) -> usize {
        match self {
            Self::InMarks(w) => w.outer.start,
            Self::Reported(r) => r.clause.start,
        }
    }
}

fn read_passage(r: &Reading<'_>, p: usize, floor: &mut Floor, quotes: &mut Vec<Quotation>) {
    let s = r.sheet(p);
    if let Some(label) = label::of(s) {
        floor.take(s, label.tokens.end, speaker::entity(s, &label), Some(label));
    }
    let in_marks = s.layout.words.iter().copied().map(Said::InMarks);
    let mut said: Vec<Said> = in_marks.chain(reported::find(s).into_iter().map(Said::Reported)).collect();
    said.sort_by_key(Said::start);
    let mut whole = Span::new(0, 0);
    for one in said {
        match one {
            Said::Reported(reported) => {
                whole = if reported.takes_floor { reported.clause } else { whole };
                quotes.push(indirect(r, s, &reported, floor));
            }
            Said::InMarks(words) if whole.covers(words.outer) && terms::count(s, &words) < OF_ITSELF => {}
            Said::InMarks(words) => quotes.extend(in_marks_at(r, s, &words, floor)),
        }
    }
}

fn indirect(r: &Reading<'_>, s: Sheet<'_>, reported: &Reported, floor: &mut Floor) -> Quotation {
    let view = &r.passages[s.passage].view;
    let words = view.to_article(s.doc.bytes(reported.clause));
    let speaker = reported.by.source.as_ref().and_then(|n| speaker::entity(s, n));
    // whom nobody can tell takes the floor from nobody, unless somebody says a whole sentence
    if reported.takes_floor && (speaker.is_some() || reported.by.cue.is_none_or(|cue| s.is_finite(cue))) {
        floor.take(s, reported.clause.end, speaker, reported.by.source);
    }
    let text = s.doc.words(reported.clause).to_owned();
    let how = (QuoteType::Indirect, Found::Reported, told(speaker, Rule::SpeakerCue));
    quotation(how, s.passage, words, words, text, speaker, Some(reported.by))
}

fn in_marks_at(r: &Reading<'_>, s: Sheet<'_>, words: &Words, floor: &mut Floor) -> Option<Quotation> {
    let passage = &r.passages[s.passage];
    if passage.marks[words.mark].continued {
        // told with the paragraph that the quote began in
        return None;
    }
    let parts = parts(r, s.passage, words);
    let tail = parts.last().filter(|_| parts.len() > 1).map(|(p, w)| (r.sheet(*p), w));
    let before = r.telling_before(s.passage).map(|p| r.sheet(p));
    let reading = marked::read(s, words, tail, before)?;
    let (kind, by, found) = match reading {
        marked::Reading::Cued(kind, by, found) => (kind, Some(by), found),
        marked::Reading::Uncued(kind, found) => (kind, None, found),
    };
    let (speaker, source, speaker_by) = match by {
        // "And continued: …": whoever had the floor goes on
        Some(Attribution { cue: Some(cue), source: None, passage }) if passage == s.passage && speaker::goes_on(s, cue) => {
            floor.holder(r, s, words.outer.start)
        }
        Some(by) => {
            let named = by.source.as_ref().and_then(|n| speaker::entity(r.sheet(by.passage), n));
            let heard = by.source.and_then(|n| heard(r, s, floor, words.outer.start, &n, named));
            (heard.or(named), by.source, if heard.is_some() { Rule::SpeakerPronoun } else { Rule::SpeakerCue })
        }
        None => floor.holder(r, s, words.outer.start),
    };
    let (last_sheet, last) = tail.map_or((s, *words), |(sheet, w)| (sheet, *w));
    floor.take(last_sheet, last.inner.end, speaker, source);
    let ground = |p: usize, w: &Words| {
        let mark = r.passages[p].marks[w.mark];
        (r.passages[p].view.to_article(mark.inner), r.passages[p].view.to_article(mark.outer))
    };
    let ((inner, outer), (inner_end, outer_end)) = (ground(s.passage, words), ground(last_sheet.passage, &last));
    let text: Vec<&str> = parts
        .iter()
        .filter_map(|(p, w)| r.passages[*p].view.text().get(r.passages[*p].marks[w.mark].inner.range()))
        .map(str::trim)
        .collect();
    let by = by.or(source.map(|n| Attribution { passage: n.passage, cue: None, source }));
    Some(quotation(
        (kind, found, told(speaker, speaker_by)),
        s.passage,
        inner.join(inner_end),
        outer.join(outer_end),
        text.join("\n\n"),
        speaker,
        by,
    ))
}

/// Whom a pronoun beside a quote that begins at token `at`, or a document of which it is not said whose it is, stands for: whoever has the
/// floor, where that fits.
fn heard(r: &Reading<'_>, s: Sheet<'_>, floor: &Floor, at: usize, source: &speaker::Source, named: Option<EntityId>) -> Option<EntityId> {
    let sheet = r.sheet(source.passage);
    if speaker::is_personal(sheet, source) {
        return floor.heard(r, s, at, source);
    }
    let refers = named.is_none() && (speaker::is_pronoun(sheet, source) || speaker::is_known_document(sheet, source));
    refers.then(|| floor.body(s)).flatten()
}

/// The words in marks of a quote and of the paragraphs that it runs on over, in order.
fn parts(r: &Reading<'_>, p: usize, words: &Words) -> Vec<(usize, Words)> {
    let mut parts = vec![(p, *words)];
    let mut at = (p, *words);
    while r.passages[at.0].marks[at.1.mark].continues {
        let next = r.telling_after(at.0);
        let Some(next) = next else { break };
        let Some(w) = r.layouts[next].words.iter().find(|w| r.passages[next].marks[w.mark].continued) else { break };
        at = (next, *w);
        parts.push(at);
    }
    parts
}

fn quotation(
    (kind, found, speaker_by): (QuoteType, Found, Rule),
    passage: usize,
    words: Span<Byte>,
    marked: Span<Byte>,
    text: String,
    speaker: Option<EntityId>,
    by: Option<Attribution>,
) -> Quotation {
    Quotation {
        kind,
        passage,
        words,
        marked,
        text,
        speaker,
        speaker_at: by.and_then(|b| b.source).map(|n| (n.passage, n.tokens)),
        cue_at: by.and_then(|b| b.cue.map(|cue| (b.passage, cue))),
        found,
        speaker_by,
    }
}

/// The rule by which a speaker was told, where one was.
fn told(speaker: Option<EntityId>, by: Rule) -> Rule {
    if speaker.is_some() { by } else { Rule::SpeakerUnknown }
}
