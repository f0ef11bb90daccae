//! The cue before words in marks: `She said: "…"`, `…, adding, "…"`, `In a statement: "…"`, `Lopez: "…"`.

use super::{
    layout::Words,
    reading::Sheet,
    speaker::{self, Attribution, of_noun, of_verb, source_at},
};
use crate::language::Relation;

/// How far before the marks a cue can stand, in tokens.
const REACH: usize = 60;

/// The attribution that leads up to the words in marks, if any.
pub fn before(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let mut at = words.outer.start.checked_sub(1)?;
    while at > 0 && s.is_frame(at) && s.is_light(at) && doc.word(at) != "," && !s.is_dash(at) {
        at -= 1;
    }
    if !s.is_frame(at) {
        return None;
    }
    match doc.word(at) {
        ":" => behind_colon(s, at),
        "," => near_verb(s, at, true),
        _ if s.is_dash(at) => near_verb(s, at, true),
        _ => near_verb(s, at + 1, false),
    }
}

/// The attribution that a passage ends with, where it ends with a colon: it leads up to the next passage.
pub fn at_end(s: Sheet<'_>) -> Option<Attribution> {
    let last = s.doc.len().checked_sub(1).filter(|&t| s.is_frame(t) && s.doc.word(t) == ":")?;
    behind_colon(s, last)
}

/// Before a colon: the nearest cue verb of the sentence, a noun of speech, a label, or the subject of what the sentence says.
fn behind_colon(s: Sheet<'_>, colon: usize) -> Option<Attribution> {
    let doc = s.doc;
    let start = doc.sentence_of(colon.checked_sub(1)?).start.max(colon.saturating_sub(REACH));
    let frame = || (start..colon).rev().filter(|&t| s.is_frame(t));
    if let Some(v) = frame().find(|&t| s.cues.verb(doc, t).is_some_and(|m| m.marks)) {
        return Some(Attribution::by_verb(s, v));
    }
    let noun = frame().find(|&t| doc.tokens[t].pos.is_nominal() && s.cues.is_noun(doc.lemma(t)));
    if let Some(source) = noun.and_then(|n| of_noun(s, n)) {
        return Some(Attribution { passage: s.passage, cue: noun, source: Some(source) });
    }
    let verb = frame().find(|&t| doc.is_verbal(t) && s.is_finite(t));
    let named = |cue: Option<usize>, head: usize| Attribution { passage: s.passage, cue, source: Some(source_at(s, head)) };
    let Some(v) = verb else {
        // `Lopez: "…"`
        let free = |t: usize| doc.governor(t).is_none_or(|g| !(start..colon).contains(&g) || g > t);
        return frame().find(|&t| s.entities.mention_at(s.passage, t).is_some() && free(t)).map(|head| named(None, head));
    };
    let subject = of_verb(s, v).map(|source| Attribution { passage: s.passage, cue: noun.or(Some(v)), source: Some(source) });
    // "It came as no surprise to Lopez:"
    let last = colon - 1;
    let last = (s.is_frame(last) && speaker::entity(s, &source_at(s, last)).is_some()).then(|| named(noun.or(Some(v)), last));
    let speaks = |a: &Attribution| a.source.is_some_and(|n| speaker::entity(s, &n).is_some());
    subject.filter(speaks).or(last).or(subject)
}

/// The cue verb that ends right before `end`, with its hearer and adverbials but with no other clause between; where no comma
/// parts them, only a verb whose complement the marks can be.
fn near_verb(s: Sheet<'_>, end: usize, comma: bool) -> Option<Attribution> {
    let doc = s.doc;
    let reach = if comma { REACH / 2 } else { 6 };
    let mut at = end;
    while let Some(t) = at.checked_sub(1).filter(|t| t + reach >= end) {
        at = t;
        if !s.is_frame(t) || s.is_stop(t) {
            return None;
        }
        if !doc.is_verbal(t) {
            continue;
        }
        // "said Lopez, who leads the union, …"
        let clause = s.layout.extent(t);
        if comma && doc.tokens[t].relation == Relation::RelativeClause && clause.end <= end {
            at = clause.start.min(t);
            continue;
        }
        let cue = s.cues.verb(doc, t).filter(|m| m.marks)?;
        let clause_before = doc.complements(t).any(|c| c > t && c < end && s.is_finite(c));
        return (!clause_before && (comma || cue.clause || cue.hearer)).then(|| Attribution::by_verb(s, t));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn a_cue_before_the_marks_names_the_speaker() {
        let cases = [
            ("Maria Lopez told the council: “The bridge must be closed.”", "direct “The bridge must be closed.” by Maria Lopez: told"),
            (
                "Maria Lopez defended the plan, adding, “The bridge must be closed.”",
                "direct “The bridge must be closed.” by Maria Lopez: adding",
            ),
            ("Maria Lopez said “The bridge must be closed.”", "direct “The bridge must be closed.” by Maria Lopez: said"),
            ("Maria Lopez: “The bridge must be closed.”", "direct “The bridge must be closed.” by Maria Lopez: ?"),
            ("Maria Lopez said that “the bridge must be closed”.", "mixed “the bridge must be closed” by Maria Lopez: said"),
        ];
        for (article, quote) in cases {
            assert_eq!(in_marks(article), [quote], "{article}");
        }
    }

    #[test]
    fn a_noun_of_speech_gives_the_words_to_its_possessor() {
        let quotes = in_marks("Here is Maria Lopez's full statement: “The bridge must be closed.”");
        assert_eq!(quotes, ["direct “The bridge must be closed.” by Maria Lopez: statement"]);
    }

    #[test]
    fn a_relative_clause_between_cue_and_marks_is_stepped_over() {
        let quotes = in_marks("Peter Novak answered Maria Lopez, who leads the union, “The bridge must be closed.”");
        assert_eq!(quotes, ["direct “The bridge must be closed.” by Peter Novak: answered"]);
    }

    #[test]
    fn a_full_stop_before_the_marks_ends_the_cue() {
        let quotes = in_marks("Peter Novak said no. “The bridge must be closed,” Maria Lopez said.");
        assert_eq!(quotes, ["direct “The bridge must be closed,” by Maria Lopez: said"]);
    }
}
