//! Several bodies in one plural: "the **Governments** of Peru and Chile".

use super::{NameKind, Reading, capital};
use crate::{
    entities::{gazette, title},
    language::Pos,
    text::{Span, Tok},
};

/// Most words of a state's name.
const STATE: usize = 4;
/// How many words behind the noun are asked.
const LIST: usize = 12;

/// True for the plural of what governments, a state's bodies or its offices are called, before an "of": "Foreign **Ministries** of Peru".
pub(super) fn names_several(r: Reading<'_>, span: Span<Tok>) -> bool {
    let of = |t: usize| r.lexicon.ties.around.name_of.contains(r.doc.word(t));
    let several = |t: usize, before_of: bool| {
        let word = r.doc.word(t).to_lowercase();
        let one = word.strip_suffix("ies").map(|stem| format!("{stem}y")).or_else(|| word.strip_suffix('s').map(str::to_owned));
        let office = || before_of && title::is_several(r, t);
        one.is_some_and(|one| r.lexicon.is_government(&one) || before_of && r.lexicon.ties.around.organs.contains(&one)) || office()
    };
    let noun = (span.start + 1..span.end).find(|&t| of(t)).map_or(span.start, |t| t - 1);
    let before_of = noun + 1 < span.end;
    if !several(noun, before_of || span.len() == 1) {
        return false;
    }
    // "the Ministries of Defence and Trade of Peru" are one state's
    let listed = |&t: &usize| {
        let joins = matches!(r.doc.tokens[t].pos, Pos::Cconj | Pos::Det | Pos::Adp) || r.doc.word(t) == ",";
        joins || r.doc.tokens[t].pos == Pos::Propn && capital(r.doc.word(t))
    };
    let behind = (noun + 1..r.doc.len()).take(LIST).take_while(listed);
    let state = |&t: &usize| gazette::longest_at(r, t, STATE).is_some_and(|(_, known)| known.kind == NameKind::State);
    !before_of || behind.filter(state).nth(1).is_some()
}
