//! The cue behind words in marks: `"…," she said`, `"…," said the minister`, `"…", according to the bank`.

use super::{
    layout::Words,
    reading::Sheet,
    speaker::{self, Attribution, Source, frame_subject, inverted, noun_at, source_at},
};
use crate::{
    entities::EntityKind,
    language::{Pos, Relation},
};

/// How far behind the marks a cue can stand, in tokens: a subject with its appositions and relative clauses.
const REACH: usize = 48;

/// How the words in marks end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With a comma or dash, inside or outside: the sentence goes on.
    Open,
    /// With "?" or "!", or with nothing: it may go on.
    Either,
    /// With a full stop.
    Closed,
}

/// The attribution that stands behind the words in marks, if any.
pub fn behind(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let mut ending = match words.inner.end.checked_sub(1).map(|last| doc.word(last)) {
        Some("," | "-" | "--" | "–" | "—") => Ending::Open,
        Some("." | ";") => Ending::Closed,
        _ => Ending::Either,
    };
    let mut at = words.outer.end;
    let mut dash = false;
    while at < doc.len() && s.is_frame(at) && s.is_light(at) {
        if doc.word(at) == "," || s.is_dash(at) {
            ending = Ending::Open;
        }
        dash |= s.is_dash(at);
        at += 1;
    }
    if at >= doc.len() || !s.is_frame(at) || s.is_stop(at) {
        return None;
    }
    if let Some(phrase) = s.cues.adposition_at(doc, at)
        && (ending == Ending::Open || doc.word(at).starts_with(char::is_lowercase))
    {
        return Attribution::by_adposition(s, phrase);
    }
    if doc.word(at).starts_with(char::is_lowercase)
        && s.is_finite(at)
        && !doc.is_passive(at)
        // "Lopez, citing “…”, said the mayor could win": it has its subject before the marks
        && speaker::frame_subject(s, at).is_none_or(|n| n > at || !doc.sentence_of(at).holds(n))
        && let Some(source) = inverted(s, at)
        && (s.cues.verb(doc, at).is_some_and(|m| m.marks) || ending != Ending::Closed && is_person(s, &source))
    {
        return Some(Attribution { source: Some(source), ..Attribution::by_verb(s, at) });
    }
    let verb = subject_first(s, words, at, ending);
    verb.map(|v| Attribution::by_verb(s, v)).or_else(|| dash.then(|| signature(s, at)).flatten())
}

/// True where the words name a person: whoever stands inverted behind marks speaks, whatever the verb (`"…!" beamed Lopez`).
fn is_person(s: Sheet<'_>, source: &Source) -> bool {
    speaker::entity(s, source).is_some_and(|id| s.entities.get(id).kind == EntityKind::Person)
}

/// The cue verb of `NP verb` behind the marks: its subject's phrase begins at `at`.
fn subject_first(s: Sheet<'_>, words: &Words, at: usize, ending: Ending) -> Option<usize> {
    let doc = s.doc;
    for v in at..doc.len().min(at + REACH) {
        if !s.is_frame(v) || s.is_stop(v) {
            return None;
        }
        if !doc.is_verbal(v) {
            continue;
        }
        let Some(subject) = frame_subject(s, v).filter(|&n| at <= n && n < v) else { continue };
        let begins = s.layout.extent(subject).start;
        let led_in = (at..begins).all(|i| matches!(doc.tokens[i].pos, Pos::Adv | Pos::Punct | Pos::Space));
        // the tree may hang the closing mark, or the words in marks, on the subject
        let reaches_back = (begins..at).any(|i| s.is_frame(i) && !s.is_light(i));
        let by_tree = doc.complements(v).any(|c| words.inner.holds(c));
        // "…," painter and envoy of peace, **Ana Lopes** told them: what stands before her name is torn off from it
        let torn = by_tree && ending == Ending::Open;
        if reaches_back || !led_in && !torn || doc.tokens[v].relation == Relation::RelativeClause || doc.is_passive(v) {
            continue;
        }
        let known = s.cues.verb(doc, v).is_some_and(|m| m.marks);
        if !(known || torn) {
            return None;
        }
        let reports_more = doc.complements(v).any(|c| c > v && s.is_finite(c));
        return match ending {
            Ending::Open => Some(v),
            Ending::Either => (!reports_more).then_some(v),
            Ending::Closed => (!reports_more && s.layout.extent(v).end <= v + 3 && doc.objects(v).iter().all(|&o| o < v)).then_some(v),
        };
    }
    None
}

/// A name behind a dash that ends the passage: `"…" — Maria Lopez, minister`.
fn signature(s: Sheet<'_>, at: usize) -> Option<Attribution> {
    let doc = s.doc;
    let rest = at..doc.len();
    if rest.len() > 16 || rest.clone().any(|i| doc.is_verbal(i)) {
        return None;
    }
    let head = noun_at(s, at).filter(|&h| doc.tokens[h].pos == Pos::Propn)?;
    Some(Attribution { passage: s.passage, cue: None, source: Some(source_at(s, head)) })
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn what_stands_before_the_name_may_be_torn_off_from_it() {
        let quotes =
            in_marks("“The bridge is old and will be closed,” painter and envoy of peace on climate change, Maria Lopez told the event.");
        assert_eq!(quotes, ["direct “The bridge is old and will be closed,” by Maria Lopez: told"]);
        let quotes = in_marks("“The bridge is old.” Painters and envoys of peace came, and Maria Lopez told the event that it was late.");
        assert!(quotes.iter().all(|q| !q.contains("by Maria Lopez")), "{quotes:?}");
    }

    #[test]
    fn a_cue_behind_the_marks_names_the_speaker() {
        let cases = [
            ("“We have waited long enough,” Maria Lopez said.", "direct “We have waited long enough,” by Maria Lopez: said"),
            (
                "“We have waited long enough,” said Maria Lopez, the mayor of Quito.",
                "direct “We have waited long enough,” by Maria Lopez: said",
            ),
            (
                "“We have waited long enough”, Maria Lopez, who leads the union, told reporters.",
                "direct “We have waited long enough” by Maria Lopez: told",
            ),
            ("“This is the end!” beamed Maria Lopez.", "direct “This is the end!” by Maria Lopez: beamed"),
            ("“How long should we wait?” asked Maria Lopez.", "direct “How long should we wait?” by Maria Lopez: asked"),
            ("“We have waited long enough,” according to Maria Lopez.", "direct “We have waited long enough,” by Maria Lopez: according"),
        ];
        for (article, quote) in cases {
            assert_eq!(in_marks(article), [quote], "{article}");
        }
    }

    #[test]
    fn a_signature_behind_a_dash_names_the_speaker() {
        assert_eq!(
            in_marks("“The harbour is the heart of this town.” — Maria Lopez, mayor"),
            ["direct “The harbour is the heart of this town.” by Maria Lopez: ?"]
        );
    }

    #[test]
    fn a_title_before_a_verb_of_its_own_is_no_quote() {
        assert_eq!(in_marks("Her film “A Winter in the Valley” delighted Maria Lopez."), [""; 0]);
    }

    #[test]
    fn the_next_sentence_is_no_cue() {
        let quotes = in_marks("Maria Lopez was blunt. “We have waited long enough.” Peter Novak said that the strike would go on.");
        assert_eq!(quotes, ["direct “We have waited long enough.” by Maria Lopez: ?"]);
    }

    #[test]
    fn a_cue_that_cuts_a_quote_gives_both_halves_to_one() {
        let quotes = in_marks("“We have waited,” Maria Lopez said, “and we can wait no longer.”");
        assert_eq!(quotes, ["direct “We have waited,” by Maria Lopez: said", "direct “and we can wait no longer.” by Maria Lopez: said"]);
    }
}
