//! Fields of offices, which stand before a name and are none: "Minister for Home Affairs and Law Ana Ruiz".

use super::{Reading, capital};
use crate::{
    language::Pos,
    text::{Span, Tok},
};

/// How many words of an office's field are gone back over.
const FIELD: usize = 16;

/// "Minister for Home Affairs and **Law**": what the recognizer takes for a name.
pub(super) fn is_alone(r: Reading<'_>, span: Span<Tok>) -> bool {
    // "Deputy | **Party** | Secretary Ana Ruiz"
    let before_office = || {
        let head = r.doc.tokens.get(span.end).filter(|t| t.pos == Pos::Propn && !t.sentence_start);
        span.len() == 1 && head.is_some() && r.lexicon.office_ending_at(r.doc, span.end, span.end).is_some()
    };
    span.range().all(|t| r.lexicon.is_field(r.doc.word(t))) && (is_of_office(r, span.start) || before_office())
}

/// "Minister for **Foreign Affairs of** Peru", "Minister for **Foreign Affairs of Peru**": a field, with which the name of a state behind it
/// is no body's.
pub(super) fn opens(r: Reading<'_>, span: Span<Tok>) -> bool {
    let of = |t: &usize| r.lexicon.ties.around.name_of.contains(r.doc.word(*t));
    let last = span.range().rev().find(of).filter(|&t| {
        let article = r.doc.tokens.get(t + 1).is_some_and(|t| t.pos == Pos::Det);
        let behind: Span<Tok> = Span::new((t + 1 + usize::from(article)).min(span.end), span.end);
        behind.is_empty() || r.gazetteer.look_up(r.doc.words(behind)).is_some_and(|e| e.state().is_some())
    });
    let field: Span<Tok> = Span::new(span.start, last.unwrap_or(span.end));
    !field.is_empty() && is_alone(r, field)
}

/// "Minister of **Small Business**": right behind the "of" of a minister stands what he is for, and nobody.
pub(super) fn is_first(r: Reading<'_>, span: Span<Tok>) -> bool {
    let of = |t: usize| r.lexicon.ties.around.field.contains(r.doc.word(t));
    let office = span.start.checked_sub(2).filter(|_| of(span.start - 1)).and_then(|t| r.lexicon.office_ending_at(r.doc, t, 0));
    office.is_some_and(|o| r.lexicon.has_portfolio(&o.head))
}

/// True behind an office and its "of", with fields between: "Minister of Foreign Affairs, Trade and | Law".
pub(super) fn is_of_office(r: Reading<'_>, start: usize) -> bool {
    let doc = r.doc;
    let floor = start.saturating_sub(FIELD).max(doc.sentence_of(start).start);
    let of = (floor..start).rev().find(|&t| !joins_fields(r, t) && !r.lexicon.is_field(doc.word(t))).filter(|&t| t > floor);
    let Some(of) = of.filter(|&t| doc.tokens[t].pos == Pos::Adp) else { return false };
    // "Chair of the Senate **Commission on** Education, Youth and | Sport"
    let of_body = || capital(doc.word(of - 1)) && r.lexicon.ends_body(doc.word(of - 1)) && of + 1 < start;
    r.lexicon.office_ending_at(doc, of - 1, 0).is_some_and(|o| r.lexicon.has_portfolio(&o.head)) || of_body()
}

fn joins_fields(r: Reading<'_>, t: usize) -> bool {
    r.doc.tokens[t].pos == Pos::Cconj || r.lexicon.ties.around.joins_fields.contains(r.doc.word(t))
}

/// How many words of a field the recognizer takes for the beginning of a name: "Indo-Pacific".
const FIELD_NAME: usize = 4;

/// Where the name begins in a run of capitals that an office's field opens: "Minister for Social Policies | Tam Bodhi".
pub(super) fn opens_name(r: Reading<'_>, run: Span<Tok>) -> usize {
    let doc = r.doc;
    let field = |t: &usize| r.lexicon.is_field(doc.word(*t)) || doc.tokens[*t].pos == Pos::Cconj;
    let known = run.range().take_while(field).count();
    // "Minister of State for the | Indo-Pacific Ana Ruiz"
    let article = run.start > 0 && doc.tokens[run.start - 1].pos == Pos::Det;
    if !(is_of_office(r, run.start) || article && is_of_office(r, run.start - 1)) {
        return run.start;
    }
    // "Foreign Affairs and Worship | Ana Maria Ruiz": of a list of fields the last is one too
    let last_of_list = known == 0 && run.len() > 2 && joins_fields(r, run.start - 1);
    // "Minister of State for the Pacific | Ana Ruiz": what nobody is called, before what many are
    let given = |t: usize| crate::gazetteer::is_given_name(doc.word(t));
    let last = (run.start + FIELD_NAME).min(run.end - 1);
    let behind = (run.start + 1..last).find(|&t| given(t) && doc.word(t - 1) != "-").filter(|_| known == 0 && article);
    // "Minister of Blue Economy and Fisheries | Sul Makar", "… and International Trade | Sul Makar": behind the last word of a field
    let joined = |t: usize| if doc.tokens[t].pos == Pos::Cconj { t + 2 } else { t + 1 };
    let whole = run.range().rev().find(field).map(joined).filter(|&t| t < run.end && (known > 0 || !given(run.start)));
    let start = whole.or(behind).unwrap_or(run.start + if last_of_list { 1 } else { known });
    let name: Span<Tok> = Span::new(start.min(run.end), run.end);
    let fits = !name.is_empty() && capital(doc.word(name.start)) && !name.range().any(|t| r.lexicon.is_field(doc.word(t)));
    if fits { name.start } else { run.start }
}
