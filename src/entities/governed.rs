//! "Governor Ana Ruiz **of California**": the place that an office is of, where it stands behind its holder's name.

use super::{
    names::{self, Name, NameKind, Reading},
    title::Title,
};
use crate::language::Pos;

/// The state or place that "of" and a name right behind a person's tell.
pub fn place_behind<'n>(r: Reading<'_>, names: &'n [Name], end: usize) -> Option<&'n Name> {
    let doc = r.doc;
    (end + 1 < doc.len() && r.lexicon.ties.tells_side(doc.lemma(end))).then_some(())?;
    let start = end + 1 + usize::from(doc.tokens[end + 1].pos == Pos::Det);
    names::holding(names, start).filter(|n| matches!(n.kind, NameKind::State | NameKind::Place) && n.tokens.start == start)
}

/// The offices before a name, with the place behind it that those are of which tell of none.
pub fn titles(r: Reading<'_>, titles: &[Title], place: Option<&Name>) -> Vec<Title> {
    let place = place.filter(|n| n.kind == NameKind::Place).map(|n| r.doc.words(n.tokens));
    let bare = |t: &Title| t.role.of.is_none() && t.role.country.is_none();
    let mut titles = titles.to_vec();
    for title in titles.iter_mut().filter(|t| bare(t)) {
        title.role.of = place.map(str::to_owned);
    }
    titles
}
