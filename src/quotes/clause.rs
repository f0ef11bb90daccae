//! The cue whose clause words in marks stand inside: `said the plan was "a …"`, `called it "a …"`, `her "…" statement`.

use super::{
    layout::Words,
    reading::Sheet,
    speaker::{self, Attribution, Source, of_noun},
};
use crate::{
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// How many edges lie at most between words in marks and their cue.
const CLIMB: usize = 24;
/// How far to either side of the marks the sentence is searched where its tree tells nothing, in tokens.
const REACH: usize = 60;

/// The attribution of a fragment: by the tree, else by the nearest cue of the sentence.
pub fn around(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    by_tree(s, words).or_else(|| by_nearness(s, words))
}

/// Climbs from the fragment to the first cue that it stands in the complement, object or predicate of.
fn by_tree(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let mut at = words.inner.range().take(REACH).find(|&t| doc.governor(t).is_none_or(|g| !words.inner.holds(g)))?;
    let mut second_best = None;
    for _ in 0..CLIMB {
        if let Some(a) = source_of(s, at) {
            return Some(a);
        }
        let Some(governor) = doc.governor(at) else { break };
        if s.is_frame(governor) {
            let relation = doc.tokens[at].relation;
            if let Some(manner) = s.cues.verb(doc, governor).filter(|_| takes(s, governor, relation)) {
                let a = Attribution::by_verb(s, governor);
                if manner.clause && a.source.is_some() || !manner.loose && a.source.is_some_and(|n| names(s, &n)) {
                    return Some(a);
                }
                second_best = second_best.or(a.source.map(|_| a));
            }
            // "in a post that **she** called …": a verb nearer by has said whose words they are
            if second_best.is_none()
                && doc.tokens[governor].pos.is_nominal()
                && s.cues.is_noun(doc.lemma(governor))
                && let Some(source) = of_noun(s, governor)
            {
                return Some(Attribution { passage: s.passage, cue: Some(governor), source: Some(source) });
            }
        }
        at = governor;
    }
    second_best
}

/// True where the words name somebody by more than a pronoun. A judgement or wish whose subject is a pronoun or nobody at all mostly
/// stands inside what somebody says: "**the bank** says that it aims to …".
fn names(s: Sheet<'_>, source: &Source) -> bool {
    speaker::entity(s, source).is_some() && s.doc.tokens[source.head].pos != Pos::Pron
}

/// True where what stands in this relation to a cue verb is said by its subject.
fn takes(s: Sheet<'_>, verb: usize, relation: Relation) -> bool {
    match relation {
        Relation::Subject | Relation::ClauseSubject | Relation::AdverbialClause | Relation::RelativeClause | Relation::Conjunct => false,
        Relation::PassiveSubject => s.doc.agent(verb).is_some(),
        _ => true,
    }
}

/// "According to X" on the verb or noun at `t`.
fn source_of(s: Sheet<'_>, t: usize) -> Option<Attribution> {
    let prepositions = s.doc.children(t).filter(|&c| matches!(s.doc.tokens[c].relation, Relation::Preposition | Relation::AdverbModifier));
    prepositions.filter(|&c| s.is_frame(c)).find_map(|c| Attribution::by_adposition(s, s.cues.adposition_at(s.doc, c)?))
}

/// The nearest cue verb before the fragment in its sentence, a source adposition anywhere in it, or the nearest cue behind.
fn by_nearness(s: Sheet<'_>, words: &Words) -> Option<Attribution> {
    let doc = s.doc;
    let sentence = sentence_around(s, words);
    let before = sentence.start.max(words.outer.start.saturating_sub(REACH))..words.outer.start;
    let behind = words.outer.end..sentence.end.min(words.outer.end + REACH);
    let cue = |&t: &usize| s.is_frame(t) && s.cues.verb(doc, t).is_some() && (s.is_finite(t) || doc.tokens[t].morph.progressive);
    let by = |v: usize| Attribution::by_verb(s, v);
    let before_marks = before.clone().rev().take_while(|&t| !s.is_stop(t)).filter(cue).map(by);
    let nearest = before_marks.clone().find(|a| a.source.is_some());
    let adposition = || {
        before.chain(behind.clone()).filter(|&t| s.is_frame(t)).find_map(|t| Attribution::by_adposition(s, s.cues.adposition_at(doc, t)?))
    };
    let behind_marks = || behind.clone().take_while(|&t| !s.is_stop(t)).filter(cue).map(by).find(|a| a.source.is_some());
    nearest.or_else(adposition).or_else(behind_marks).or_else(|| before_marks.clone().next())
}

/// From the start of the sentence that the marks open in to the end of the one that they close in.
pub fn sentence_around(s: Sheet<'_>, words: &Words) -> Span<Tok> {
    let first = s.doc.sentence_of(words.outer.start);
    let last = s.doc.sentence_of(words.outer.end.saturating_sub(1).max(words.outer.start));
    first.join(last)
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn a_fragment_belongs_to_whose_clause_it_stands_in() {
        let cases = [
            (
                "Maria Lopez said the tariff was “a tax on every family” in the country.",
                "mixed “a tax on every family” by Maria Lopez: said",
            ),
            ("Maria Lopez called the tariff “a tax on every family”.", "mixed “a tax on every family” by Maria Lopez: called"),
            ("Maria Lopez urged voters not to “give in to fear” on Sunday.", "mixed “give in to fear” by Maria Lopez: urged"),
            (
                "The tariff was described by Maria Lopez as “a tax on every family”.",
                "mixed “a tax on every family” by Maria Lopez: described",
            ),
            (
                "The town will “feel the cuts for years”, according to Maria Lopez.",
                "mixed “feel the cuts for years” by Maria Lopez: according",
            ),
            (
                "Maria Lopez's warning of “a long and bitter winter” was heard in the capital.",
                "mixed “a long and bitter winter” by Maria Lopez: warning",
            ),
        ];
        for (article, quote) in cases {
            assert_eq!(in_marks(article), [quote], "{article}");
        }
    }

    #[test]
    fn what_somebody_says_of_their_own_wishes_is_theirs() {
        let quotes = in_marks("The World Bank says on its site that it aims to “keep every river clean”.");
        assert_eq!(quotes, ["mixed “keep every river clean” by World Bank: says"]);
    }

    #[test]
    fn who_says_the_whole_says_the_words_in_marks() {
        let quotes = in_marks("Peter Novak said Maria Lopez gave his side “lungs that it never had”.");
        assert_eq!(quotes, ["mixed “lungs that it never had” by Peter Novak: said"]);
        let quotes = in_marks("Maria Lopez gave voters “a pledge that nobody can break”.");
        assert_eq!(quotes, ["mixed “a pledge that nobody can break” by Maria Lopez: gave"]);
    }

    #[test]
    fn whoever_is_spoken_of_is_not_whoever_speaks() {
        let quotes = in_marks("Peter Novak said that Maria Lopez had been “a friend in dark times”.");
        assert_eq!(quotes, ["mixed “a friend in dark times” by Peter Novak: said"]);
    }

    #[test]
    fn a_single_word_at_arms_length_is_no_quote() {
        assert_eq!(in_marks("Maria Lopez said the “experts” had been wrong."), [""; 0]);
    }
}
