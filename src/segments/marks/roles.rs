//! What each mark does: opens, closes, or is an apostrophe, a foot, an inch.

use std::{collections::HashSet, sync::LazyLock};

use super::Form;

const WORDS: &str = include_str!("../../../data/marks/elisions.txt");

static ELISIONS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| WORDS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect());

/// A mark with what it can do; which of these it does is settled by what is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Bytes of the view.
    pub start: usize,
    pub end: usize,
    /// The form that it opens, where its place allows that.
    pub opens: Option<Form>,
    /// The forms that it closes, the likeliest first; empty where its place does not allow that.
    pub closes: &'static [Form],
    /// True where closing is likelier than opening, given that something is open.
    pub closes_first: bool,
    /// True where it may be the apostrophe of a plural's genitive ("the ministers' pier").
    pub may_be_genitive: bool,
}

/// Marks of a passage that are always looked at, and bytes of it for which there may be one more: what has more is no prose, and to pair
/// them would take many times the room of the text.
const FEW: usize = 2_000;
const BYTES_A_MARK: usize = 16;

/// The marks of `text` in order; none where they are far too many.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // Of three marks at a quote's end the first closes the inner one.
        let third = text[at..].starts_with("'''") && before.is_some_and(|b| !b.is_whitespace() && b != '\'');
        let twin = matches!(c, '`' | '\'') && !third && chars.next_if(|(_, next)| *next == c).is_some();
        let end = at + c.len_utf8() * if twin { 2 } else { 1 };
        let after = text[end..].chars().next();
        let place = Place { before, after, beside: marks.last().filter(|m| m.end == at).copied() };
        if let Some(mark) = role(c, twin, &place, &text[end..], &text[..at]) {
            if marks.len() >= FEW + text.len() / BYTES_A_MARK {
                return Vec::new();
            }
            marks.push(Mark { start: at, end, ..mark });
        }
        before = Some(c);
    }
    marks
}

/// What stands around a mark.
struct Place {
    before: Option<char>,
    after: Option<char>,
    /// The mark that stands directly before it.
    beside: Option<Mark>,
}

impl Place {
    /// True where nothing that a closing mark could close stands before it.
    fn begins(&self) -> bool {
        if let Some(beside) = self.beside {
            return beside.opens.is_some() && !beside.closes_first;
        }
        self.before
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '¿' | '¡' | '/' | '–' | '—' | '―' | '-' | '*' | '_' | '>'))
    }

    /// True where a word or what stands for one follows directly.
    fn leads(&self) -> bool {
        self.after.is_some_and(|c| {
            !c.is_whitespace() && !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}')
                || matches!(c, '.' | '…') && self.begins()
        })
    }

    fn is_inside_word(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric) && self.after.is_some_and(char::is_alphanumeric)
    }
}

fn role(c: char, twin: bool, place: &Place, rest: &str, head: &str) -> Option<Mark> {
    use Form::{
        Angle, AngleInward, AngleSingle, Corner, CornerWhite, Curly, CurlySingle, Low, LowSingle, Straight, StraightSingle, Typewriter,
    };
    let opens = |form, closes| Some(Mark { start: 0, end: 0, opens: Some(form), closes, closes_first: false, may_be_genitive: false });
    let shuts = |closes| Some(Mark { start: 0, end: 0, opens: None, closes, closes_first: true, may_be_genitive: false });
    let begins = place.begins();
    match c {
        '“' if begins => opens(Curly, &[]),
        // Behind a word it closes a German quote; where none is open it opens one that lacks its space.
        '“' => opens(Curly, &[Low]).map(|m| Mark { closes_first: true, ..m }),
        '”' if begins && place.leads() => opens(Curly, &[Curly, Low]),
        '”' => shuts(&[Curly, Low, Straight]),
        '„' => opens(Low, &[]),
        '«' if !begins && !place.leads() => shuts(&[AngleInward]),
        '«' => opens(Angle, &[]),
        '»' if begins && place.leads() => {
            opens(AngleInward, &[Angle]).map(|m| Mark { closes_first: place.before == Some(' ') && rest.starts_with(' '), ..m })
        }
        '»' => shuts(&[Angle]),
        '‹' => opens(AngleSingle, &[]),
        '›' => shuts(&[AngleSingle]),
        '「' => opens(Corner, &[]),
        '」' => shuts(&[Corner]),
        '『' => opens(CornerWhite, &[]),
        '』' => shuts(&[CornerWhite]),
        '`' if twin => opens(Typewriter, &[]),
        '\'' if twin && begins && place.leads() => opens(Typewriter, &[]),
        '\'' if twin => shuts(&[Typewriter, Straight]),
        '"' | '＂' => straight(place, head),
        '‚' if begins && place.leads() => opens(LowSingle, &[]),
        '‘' if begins && !is_elision(rest) => opens(CurlySingle, &[]),
        '‘' if !place.is_inside_word() => shuts(&[LowSingle]),
        '’' if place.is_inside_word() || (begins && place.leads()) => None,
        '’' => shuts(&[CurlySingle, LowSingle]).map(|m| Mark { may_be_genitive: is_genitive(place), ..m }),
        '\'' if place.is_inside_word() => None,
        '\'' if begins && place.leads() && !is_elision(rest) => opens(StraightSingle, &[]),
        '\'' if !begins => shuts(&[StraightSingle, CurlySingle]).map(|m| Mark { may_be_genitive: is_genitive(place), ..m }),
        _ => None,
    }
}

fn straight(place: &Place, head: &str) -> Option<Mark> {
    let (begins, leads) = (place.begins(), place.leads());
    let mark = Mark { start: 0, end: 0, opens: Some(Form::Straight), closes: &[], closes_first: false, may_be_genitive: false };
    const BOTH: &[Form] = &[Form::Straight, Form::Curly, Form::Low];
    let dash = place.before.is_some_and(|c| matches!(c, '–' | '—' | '―' | '-'));
    Some(match (begins, leads) {
        // `6'2"` is a height.
        _ if is_inches(head) => return None,
        (true, true) => mark,
        // Between two spaces, or behind a dash and before a space, it is what is needed.
        (true, false) => Mark { closes: BOTH, closes_first: true, opens: (!dash).then_some(Form::Straight), ..mark },
        (false, true) if !place.before.is_some_and(char::is_alphanumeric) => Mark { closes: BOTH, closes_first: true, ..mark },
        (false, _) => Mark { closes: BOTH, closes_first: true, opens: None, ..mark },
    })
}

/// Feet before inches: a digit behind an apostrophe behind a digit.
fn is_inches(head: &str) -> bool {
    let mut back = head.chars().rev().skip_while(char::is_ascii_digit);
    head.ends_with(|c: char| c.is_ascii_digit())
        && back.next().is_some_and(|c| matches!(c, '\'' | '’' | '′'))
        && back.next().is_some_and(|c| c.is_ascii_digit())
}

/// "’tis", "’90s": an apostrophe at a word's start.
fn is_elision(rest: &str) -> bool {
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    let decade = word.strip_suffix('s').is_some_and(|d| d.len() == 2 && d.bytes().all(|b| b.is_ascii_digit()));
    decade || ELISIONS.contains(word.to_lowercase().as_str())
}

/// Behind an s and before a word.
fn is_genitive(place: &Place) -> bool {
    place.before.is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x')) && place.after == Some(' ')
}
