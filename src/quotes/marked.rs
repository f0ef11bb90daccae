//! What words in marks are: a direct quote, words of a reported clause, words that stand without a cue, or nobody's words.

use super::{clause, inquit, layout::Words, lead_in, reading::Sheet, speaker::Attribution, terms};
use crate::record::QuoteType;

/// A fragment without a cue of its own is somebody's words from so many words on.
const UNCUED: usize = 3;
/// A fragment inside a clause that somebody said is a quote from so many words on.
const CUED: usize = 2;

/// What words in marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A quote with its cue.
    Cued(QuoteType, Attribution),
    /// A quote that stands without a cue.
    Uncued(QuoteType),
}

/// Reads words in marks; none for titles, terms, nicknames and single words. `tail` are the last words of a quote that runs on
/// over several paragraphs, with the passage they stand in.
pub fn read(s: Sheet<'_>, words: &Words, tail: Option<(Sheet<'_>, &Words)>) -> Option<Reading> {
    let opens = opens(s, words);
    let sentence = is_sentence(s, words) || tail.is_some();
    let (last_sheet, last) = tail.unwrap_or((s, words));
    if let Some(a) = inquit::behind(last_sheet, last) {
        let kind = if opens || sentence || lead(s, words) != Lead::Clause { QuoteType::Direct } else { QuoteType::Mixed };
        return (kind == QuoteType::Direct || terms::count(s, words) >= CUED).then_some(Reading::Cued(kind, a));
    }
    if let Some(a) = (!opens).then(|| lead_in::before(s, words)).flatten() {
        let kind = if lead(s, words) == Lead::Mark || sentence { QuoteType::Direct } else { QuoteType::Mixed };
        return (kind == QuoteType::Direct || terms::count(s, words) >= CUED).then_some(Reading::Cued(kind, a));
    }
    if opens && sentence {
        return (terms::count(s, words) >= CUED).then_some(Reading::Uncued(QuoteType::Direct));
    }
    if terms::is_term(s, words) {
        return None;
    }
    if let Some(a) = clause::around(s, words) {
        return (terms::count(s, words) >= CUED).then_some(Reading::Cued(QuoteType::Mixed, a));
    }
    let kind = if opens || sentence { QuoteType::Direct } else { QuoteType::Mixed };
    (terms::count(s, words) >= UNCUED).then_some(Reading::Uncued(kind))
}

/// What stands right before the marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// A colon, comma or dash.
    Mark,
    /// A word: the marks stand inside its clause.
    Clause,
    /// Nothing, or the end of a sentence.
    Stop,
}

fn lead(s: Sheet<'_>, words: &Words) -> Lead {
    let mut at = words.outer.start;
    while let Some(before) = at.checked_sub(1) {
        at = before;
        match s.doc.word(at) {
            ":" | "," => return Lead::Mark,
            _ if s.is_dash(at) => return if at == 0 { Lead::Stop } else { Lead::Mark },
            _ if !s.is_frame(at) || s.is_stop(at) => return Lead::Stop,
            _ if s.is_light(at) => {}
            _ => return Lead::Clause,
        }
    }
    Lead::Stop
}

/// True where the marks open at the start of a paragraph or behind the end of a sentence.
fn opens(s: Sheet<'_>, words: &Words) -> bool {
    lead(s, words) == Lead::Stop
}

/// True where the words begin like a sentence and end like one.
fn is_sentence(s: Sheet<'_>, words: &Words) -> bool {
    let text = s.doc.words(words.inner);
    let begins = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    begins && text.trim_end().ends_with(['.', '!', '?', '…', ',', '—', '–'])
}
