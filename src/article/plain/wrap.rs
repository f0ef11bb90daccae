//! Which line breaks stand inside a paragraph, because the text was wrapped at a width.
//!
//! A text that a program wrapped breaks each line where the next word no longer fits. That can be tested: with the
//! greatest width that the lines reach, almost every break inside a paragraph is one at which the next line's first word would have
//! gone beyond it. Lines that are paragraphs of their own break anywhere, and mostly behind the end of a sentence. Wires set no blank
//! line between paragraphs but move the first line of each in; where a text does so, that alone parts them.

use super::{form, lines::Line};

/// Wider lines than these are nobody's hard wrapping.
const WIDEST: usize = 110;
/// Narrower ones are a list or a poem.
const NARROWEST: usize = 36;
/// Share of the breaks at which the next word would not have fitted.
const FULL: f64 = 0.75;
/// Share of the breaks that stand inside a sentence.
const INSIDE: f64 = 0.45;
/// The same two shares of a text whose lines some program broke once more, at what it took out: fewer are full, but nearly all break off.
const BROKEN_FULL: f64 = 0.55;
const BROKEN_INSIDE: f64 = 0.85;
/// How many breaks it takes to say so of such a text.
const MANY: usize = 20;
/// How many breaks it takes where lines of any length break off in mid-sentence, most before a small letter.
const SOME: usize = 3;
/// Paragraphs whose first line stands further in, from which on a text is said to mark its paragraphs so.
const SET_IN: usize = 2;
/// A line of this many characters that breaks off in mid-sentence goes on in the next, also where nothing else is wrapped.
const LONG: usize = 36;

/// How a text is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrap {
    /// Characters in a full line; none where each line is a paragraph.
    width: Option<usize>,
    /// True where a paragraph's first line stands further in than its others.
    set_in: bool,
    /// True where lines of any length break off in mid-sentence nearly everywhere.
    loose: bool,
}

impl Wrap {
    /// Each line a paragraph.
    const NONE: Self = Self { width: None, set_in: false, loose: false };

    /// Looks at every break between two lines that are not blank.
    pub fn of(lines: &[Line<'_>]) -> Self {
        let mut widths: Vec<usize> = lines.iter().filter(|l| !l.is_blank()).map(Line::width).collect();
        widths.sort_unstable();
        // The widest, but for one line in twenty: a long address does not fit any width.
        let Some(&width) = widths.get((widths.len() * 19 / 20).min(widths.len().saturating_sub(1))) else { return Self::NONE };
        if !(NARROWEST..=WIDEST).contains(&width) {
            return Self::NONE;
        }
        let (mut breaks, mut full, mut inside) = (0_usize, 0_usize, 0_usize);
        let (mut firsts, mut behind_end, mut small) = (0_usize, 0_usize, 0_usize);
        for pair in lines.windows(2).filter(|p| !p[0].is_blank() && !p[1].is_blank() && !form::begins_block(p[1].words)) {
            if is_set_in(&pair[0], &pair[1]) {
                firsts += 1;
                behind_end += usize::from(ends_sentence(pair[0].words));
                continue;
            }
            breaks += 1;
            full += usize::from(is_full(&pair[0], &pair[1], width));
            inside += usize::from(!ends_sentence(pair[0].words));
            small += usize::from(goes_on(&pair[0], &pair[1]));
        }
        let shares =
            |least_full: f64, least_inside: f64| full as f64 >= least_full * breaks as f64 && inside as f64 >= least_inside * breaks as f64;
        let wrapped = breaks > 0 && (shares(FULL, INSIDE) || breaks >= MANY && shares(BROKEN_FULL, BROKEN_INSIDE));
        let set_in = wrapped && firsts >= SET_IN && behind_end as f64 >= FULL * firsts as f64;
        let loose = breaks >= SOME && small as f64 >= BROKEN_FULL * breaks as f64 && inside as f64 >= BROKEN_INSIDE * breaks as f64;
        Self { width: wrapped.then_some(width), set_in, loose }
    }

    /// True where the text is wrapped.
    pub fn is_wrapped(self) -> bool {
        self.width.is_some()
    }

    /// True where `next` goes on with the paragraph of `line`, the line before it.
    pub fn joins(self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let breaks_off = self.loose && !ends_sentence(line.words) && line.width() >= LONG;
        let goes_on = goes_on(line, next) || breaks_off;
        match self.width {
            Some(_) if self.set_in => !is_set_in(line, next),
            Some(width) => line.width() <= width + width / 8 && (is_full(line, next, width) || goes_on),
            None => goes_on && line.width() >= LONG,
        }
    }
}

/// True where a sentence breaks off that `next` goes on with in small letters.
fn goes_on(line: &Line<'_>, next: &Line<'_>) -> bool {
    next.words.starts_with(char::is_lowercase) && !ends_sentence(line.words)
}

/// True where `next` stands further in than the line above it, as a paragraph's first line does.
fn is_set_in(line: &Line<'_>, next: &Line<'_>) -> bool {
    next.indent > line.indent
}

/// True where the first word of `next` would not have fitted behind `line`. Who wraps a text breaks no line at a space that forbids it.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let word = next.words.split(breaks).next().unwrap_or("");
    line.width() + 1 + word.chars().count() > width
}

/// True behind a full stop and its like, also inside closing marks and brackets.
pub(super) fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_'])
        .ends_with(['.', '!', '?', '…', ':', ';', '。', '؟', '۔', '！', '？'])
}

/// Lines of an item that are looked at, so that a long one costs no more than its length.
const LOOKED_AT: usize = 12;

/// True where lines break off before a sentence ends: behind a comma, or with a mark of quotation still open.
pub(super) fn is_mid_sentence(lines: &[Line<'_>]) -> bool {
    let lines = &lines[lines.len().saturating_sub(LOOKED_AT)..];
    let count = |marks: &[char]| lines.iter().map(|l| l.words.matches(marks).count()).sum::<usize>();
    lines.last().is_some_and(|last| last.words.ends_with(',')) || count(&['“', '«']) > count(&['”', '»']) || count(&['"']) % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    const WRAPPED: &str = "The ministers of the two coastal states spent the afternoon in the old\n\
        customs house above the harbour, where they went through the draft of\n\
        a fishing accord line by line. Neither side would say how far they had\ncome.";

    fn all_join(text: &str) -> Vec<bool> {
        let lines = lines(text);
        let wrap = Wrap::of(&lines);
        lines.windows(2).map(|p| wrap.joins(&p[0], &p[1])).collect()
    }

    #[test]
    fn a_wrapped_paragraph_is_one() {
        assert_eq!(all_join(WRAPPED), [true, true, true]);
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        let text = "The minister arrived at noon and left again before dusk.\nShe gave no interviews.\nHer spokesman said that talks would go on in the spring.";
        assert_eq!(all_join(text), [false, false]);
    }

    #[test]
    fn a_space_that_forbids_a_break_is_part_of_its_word() {
        let text = "The two harbour towns of the north and their\nCouncil\u{a0}of\u{a0}Coastal\u{a0}Towns went through the draft of a\n\
            Fishing\u{a0}accord\u{a0}with\u{a0}care and signed nothing.";
        assert_eq!(all_join(text), [true, true]);
        assert_eq!(all_join(&text.replace('\u{a0}', " ")), [false, false]);
    }

    #[test]
    fn a_text_whose_lines_were_broken_once_more_is_wrapped_all_the_same() {
        let full = "word ".repeat(12);
        let (full, short) = (full.trim_end(), "Council");
        let text = format!("{full}\n{short}\n{full}\n{full}\n{short}\n{full}\n").repeat(6).replace("\nword", "\nWord");
        let joined = all_join(text.trim_end());
        // a full line goes on, whatever the next begins with; a short one before a capital does not
        assert_eq!(joined[..5], [true, false, true, true, false]);
        let list = "Ana Lopes\nRui Tavares of the town\nYoussef Bennani\nMira Sol and her daughter Eva Sol of Porto\n".repeat(12);
        assert!(!all_join(list.trim_end()).contains(&true));
    }

    #[test]
    fn a_short_line_in_a_wrapped_text_ends_its_paragraph() {
        let text = format!("To the editor\nThe Harbour Post\n\n{WRAPPED}\n\n{WRAPPED}");
        assert!(!all_join(&text)[0]);
    }

    #[test]
    fn a_first_line_that_stands_further_in_begins_a_paragraph() {
        // The wire took its place and day off the first line, which is shorter for it.
        let text = "The ministers of the two states met Northern\nHarbour officials and spent the afternoon in the old customs house,\n\
            whereupon they went through the draft of a fishing accord, line by line.\n    Neither side would say how far they had come, or when they would go\n\
            on with it.\n    A spokesman for Northern Harbour, who stood outside in the snow, said\nnothing at all.";
        assert_eq!(all_join(text), [true, true, false, true, false, true]);
    }

    #[test]
    fn without_such_lines_a_short_one_ends_its_paragraph() {
        let text = format!("    Neither side\nWould say how\n\n{WRAPPED}");
        assert!(!all_join(&text)[0]);
    }

    #[test]
    fn lines_that_break_off_nearly_everywhere_go_on() {
        let text = "The Dutch drinks bottler said that it had\nrejected a takeover offer from\nFrench investors of whom its board\nhad heard nothing good.";
        assert_eq!(all_join(text), [true, false, false]);
        let wide = "The Dutch drinks bottler said that it had also\nrejected a takeover offer that the envoy of\nFrench investors had brought to its board of\ndirectors, which had heard nothing good of them.";
        assert_eq!(all_join(wide), [true, true, true]);
        // lines that end where their sentence does are paragraphs
        let lines = "The bottler has rejected the offer of May.\nFrench investors were told so on Monday in the hall.\nthey had heard nothing good of it before they came.\nIt was told so.";
        assert_eq!(all_join(lines), [false, false, false]);
    }

    #[test]
    fn a_line_broken_in_mid_sentence_goes_on_where_nothing_else_is_wrapped() {
        let long = "word ".repeat(60);
        let text = format!("{long}ends here.\nThe envoy told reporters after the long meeting that\nnothing was signed.\nShe left.");
        assert_eq!(all_join(&text), [false, true, false]);
    }
}
