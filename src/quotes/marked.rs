//! What words in marks are: a direct quote, words of a reported clause, words that stand without a cue, or nobody's words.

use super::{clause, inquit, layout::Words, lead_in, reading::Sheet, reasons::Found, speaker::Attribution, terms};
use crate::record::QuoteType;

/// A fragment without a cue of its own is somebody's words from so many words on.
const UNCUED: usize = 3;
/// A fragment inside a clause that somebody said is a quote from so many words on.
const CUED: usize = 2;

/// What words in marks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A quote with its cue.
    Cued(QuoteType, Attribution, Found),
    /// A quote that stands without a cue.
    Uncued(QuoteType, Found),
}

/// Reads words in marks; none for titles, terms, nicknames and single words. `tail` are the last words of a quote that runs on
/// over several paragraphs, with the passage they stand in; `above` is the passage before.
pub fn read(s: Sheet<'_>, words: &Words, tail: Option<(Sheet<'_>, &Words)>, above: Option<Sheet<'_>>) -> Option<Reading> {
    let lead = lead(s, words);
    let opens = lead == Lead::Stop;
    let sentence = is_sentence(s, words) || tail.is_some();
    let count = terms::count(s, words);
    if lead == Lead::Clause && (count < CUED || (!sentence || s.doc.word(words.inner.end - 1) == ",") && terms::is_term(s, words)) {
        return None;
    }
    if lead == Lead::Clause && terms::is_title_before_stop(s, words) {
        return None;
    }
    let (last_sheet, last) = tail.unwrap_or((s, words));
    if let Some(a) = inquit::behind(last_sheet, last) {
        let kind = if opens || sentence || lead != Lead::Clause { QuoteType::Direct } else { QuoteType::Mixed };
        return Some(Reading::Cued(kind, a, Found::Behind));
    }
    if let Some(a) = (!opens).then(|| lead_in::before(s, words)).flatten() {
        let kind = if lead == Lead::Mark || sentence { QuoteType::Direct } else { QuoteType::Mixed };
        return Some(Reading::Cued(kind, a, Found::Before));
    }
    let first = (0..words.outer.start).all(|t| s.is_light(t));
    if let Some(a) = above.filter(|_| first).and_then(lead_in::at_end) {
        return Some(Reading::Cued(QuoteType::Direct, a, Found::Above));
    }
    if opens && sentence {
        return (count >= CUED).then_some(Reading::Uncued(QuoteType::Direct, Found::Sentence));
    }
    if terms::is_term(s, words) {
        return None;
    }
    if let Some(a) = clause::around(s, words) {
        return (count >= CUED).then_some(Reading::Cued(QuoteType::Mixed, a, Found::Around));
    }
    let kind = if opens || sentence { QuoteType::Direct } else { QuoteType::Mixed };
    (count >= UNCUED).then_some(Reading::Uncued(kind, Found::Fragment))
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

/// True where the words begin like a sentence and end like one.
fn is_sentence(s: Sheet<'_>, words: &Words) -> bool {
    let text = s.doc.words(words.inner);
    let begins = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    begins && text.trim_end().ends_with(['.', '!', '?', '…', ',', '—', '–'])
}

#[cfg(test)]
mod tests {
    use crate::{
        quotes::testing::{in_marks, passages, read},
        record::SegmentKind,
    };

    #[test]
    fn a_title_at_the_end_of_a_sentence_is_no_quote() {
        assert_eq!(in_marks("Maria Lopez spoke on the channel's “Wait for the Rain.”"), [""; 0]);
        assert_eq!(in_marks("Maria Lopez answered “Wait for the Rain.”").len(), 1);
        assert_eq!(in_marks("Maria Lopez spoke of the channel's “wait for the rain and see.”").len(), 1);
    }

    #[test]
    fn a_quote_over_paragraphs_is_one() {
        let quotes = in_marks("Maria Lopez said: “The bridge is old.\n\n“It must be closed.”\n\nThe river rose.");
        assert_eq!(quotes, ["direct “The bridge is old.\n\nIt must be closed.” by Maria Lopez: said"]);
    }

    #[test]
    fn a_cue_behind_the_last_paragraph_counts_for_all() {
        let quotes = in_marks("“The bridge is old.\n\n“It must be closed,” Maria Lopez said.");
        assert_eq!(quotes, ["direct “The bridge is old.\n\nIt must be closed,” by Maria Lopez: said"]);
    }

    #[test]
    fn a_paragraph_that_ends_with_a_colon_leads_up_to_the_next() {
        let quotes = in_marks("Peter Novak left. Later Maria Lopez went on to say:\n\n“The bridge is old.”");
        assert_eq!(quotes, ["direct “The bridge is old.” by Maria Lopez: say"]);
    }

    #[test]
    fn one_word_is_a_quote_only_where_it_stands_by_itself() {
        assert_eq!(in_marks("“Never,” said Maria Lopez."), ["direct “Never,” by Maria Lopez: said"]);
        assert_eq!(in_marks("As for the word “Never,” Maria Lopez said nothing."), [""; 0]);
    }

    #[test]
    fn headlines_posts_and_captions_give_no_quotes() {
        for (kind, heading) in
            [(SegmentKind::Headline, true), (SegmentKind::Post, false), (SegmentKind::Caption, false), (SegmentKind::Boilerplate, false)]
        {
            let mut article = passages("“The bridge must be closed now,” says Maria Lopez");
            article[0].kind = kind;
            article[0].heading = heading;
            assert_eq!(read(&article, true), [""; 0], "{kind:?}");
        }
    }

    #[test]
    fn what_no_pack_reads_keeps_its_words_in_marks() {
        let article = passages("María López dijo: “El puente está muy viejo.” Era “otro” día.");
        assert_eq!(read(&article, false), ["direct “El puente está muy viejo.” by ?: ?"]);
    }
}
