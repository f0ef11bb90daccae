//! Where a reported clause ends: what the article says next, "…, **adding that** …", "…, **and Novak said** …", the tree may hang
//! inside of it.

use super::{reading::Sheet, speaker::frame_subject};
use crate::{
    language::Relation,
    text::{Span, Tok},
};

/// The clause that the verb at `v` reports, up to the next cue that the article, not whoever speaks, goes on with.
pub fn cut(s: Sheet<'_>, v: usize, clause: Span<Tok>) -> Span<Tok> {
    let next = clause.range().filter(|&t| t > v && s.is_frame(t)).find_map(|t| goes_on(s, t));
    Span::new(clause.start, next.unwrap_or(clause.end).clamp(clause.start, clause.end))
}

/// The token at which the article goes on with the cue at `t`, where a comma stands before it.
fn goes_on(s: Sheet<'_>, t: usize) -> Option<usize> {
    let doc = s.doc;
    s.cues.verb(doc, t).filter(|m| m.clause || m.marks)?;
    let participle = doc.tokens[t].morph.progressive && doc.tokens[t].relation == Relation::AdverbialClause;
    let further = doc.tokens[t].relation == Relation::Conjunct && frame_subject(s, t).is_some_and(|n| n < t);
    let begins = if participle { t } else { s.layout.extent(t).start };
    let comma = begins.checked_sub(1).filter(|&c| doc.word(c) == ",");
    let joined = begins.checked_sub(2).filter(|&c| doc.word(c) == "," && doc.tokens[c + 1].relation == Relation::Coordinator);
    if participle {
        comma
    } else if further {
        joined.or(comma)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::told;

    #[test]
    fn a_further_cue_ends_the_clause() {
        let quotes = told("Maria Lopez said the bridge was closed, adding that it would stay so for a year.");
        assert_eq!(
            quotes,
            ["indirect “the bridge was closed” by Maria Lopez: said", "indirect “it would stay so for a year” by Maria Lopez: adding",]
        );
    }

    #[test]
    fn a_participle_that_says_nothing_does_not() {
        let quotes = told("Maria Lopez said the river rose fast, flooding the old bridge.");
        assert_eq!(quotes, ["indirect “the river rose fast, flooding the old bridge” by Maria Lopez: said"]);
    }
}
