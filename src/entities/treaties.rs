//! Treaties of many that are called by where they were made, as often as not in small letters: "the **Paris climate accord**".

use super::names::{Name, NameKind, Reading};
use crate::text::{Span, Tok};

/// How many words may stand between the place and the paper.
const BETWEEN: usize = 2;

/// Makes the whole of such a name of its place. Whatever stands between place and paper, it is one treaty.
pub fn join(r: Reading<'_>, names: &mut Vec<Name>) {
    let mut taken = vec![false; names.len()];
    for i in 0..names.len() {
        let Some(tokens) = whole(r, &names[i]) else { continue };
        let place = r.doc.word(tokens.start);
        let name = &mut names[i];
        (name.tokens, name.kind, name.country, name.sure) = (tokens, NameKind::Other, None, true);
        name.canonical = Some(format!("{place} {}", r.lexicon.ties.around.treaty));
        let inside = names[i + 1..].iter().take_while(|n| n.tokens.start < tokens.end).count();
        taken[i + 1..=i + inside].fill(true);
    }
    let mut taken = taken.into_iter();
    names.retain(|_| !taken.next().unwrap_or_default());
}

/// From the place to the paper.
fn whole(r: Reading<'_>, name: &Name) -> Option<Span<Tok>> {
    let (doc, around) = (r.doc, &r.lexicon.ties.around);
    let start = name.tokens.start;
    let place = around.treaty_places.contains(&doc.word(start).to_lowercase()) && name.kind != NameKind::Person;
    let last = start + 1 + BETWEEN;
    let paper = (start + 1..doc.len().min(last + 1)).find(|&t| around.names_paper(doc.word(t)))?;
    // no "Geneva **watch** agreement"
    let between = (start + 1..paper).all(|t| around.treaty_matters.contains(&doc.word(t).to_lowercase()));
    let within = name.tokens.end <= paper + 1;
    (place && between && within).then(|| Span::new(start, paper + 1))
}
