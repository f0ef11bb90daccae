//! Reported clauses: "She said **that the talks had failed**", "**Prices will rise**, the bank warned", "According to the bank,
//! **prices will rise**".

use super::{
    reading::Sheet,
    speaker::{Attribution, of_noun},
    speech_act, tail,
};
use crate::{
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// A clause that the article reports as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported {
    /// The words of the clause.
    pub clause: Span<Tok>,
    /// Cue and speaker.
    pub by: Attribution,
    /// True where a clause is told that somebody said; a belief or a promise leaves the floor to whoever had it.
    pub takes_floor: bool,
}

/// Every reported clause of a passage, in order of its first word. One inside another belongs to the outer one.
pub fn find(s: Sheet<'_>) -> Vec<Reported> {
    let mut found = Vec::new();
    for t in (0..s.doc.len()).filter(|&t| s.is_frame(t)) {
        at(s, t, &mut found);
    }
    found.sort_by_key(|r| (r.clause.start, std::cmp::Reverse(r.clause.end)));
    let mut reach = 0;
    found.retain(|r| {
        let outer = r.clause.end > reach;
        reach = reach.max(r.clause.end);
        outer
    });
    found
}

fn at(s: Sheet<'_>, t: usize, found: &mut Vec<Reported>) {
    let (by, parts) = match s.doc.tokens[t].pos {
        _ if s.cues.adposition_at(s.doc, t).is_some() => by_adposition(s, t),
        Pos::Verb => by_verb(s, t),
        Pos::Noun => by_noun(s, t),
        _ => None,
    }
    .unzip();
    let parts = parts.into_iter().flatten().flatten();
    found.extend(by.into_iter().flat_map(|by| parts.clone().filter_map(move |part| finish(s, part, by))));
}

/// A cue, and what it reports: one stretch of words, or the two that it cuts.
type Told = Option<(Attribution, [Option<Span<Tok>>; 2])>;

/// "said that …", "…, he said", "…, he said, …".
fn by_verb(s: Sheet<'_>, v: usize) -> Told {
    let doc = s.doc;
    let manner = s.cues.verb(doc, v)?;
    let clause = doc.clause(v);
    let carried = || doc.governor(v).is_some_and(|g| s.cues.is_carrier(doc.lemma(g)));
    if clause.negated || clause.infinitive && !carried() || doc.tokens[v].relation == Relation::AdjectiveModifier {
        return None;
    }
    let by = Attribution::by_verb(s, v);
    // "asked whether …", said of who is asked: of those who are told something it need not be known by whom
    let heard = manner.clause && manner.hearer && (doc.is_passive(v) || clause.participle && !doc.tokens[v].morph.progressive);
    let by_document = || doc.own_subject(v).is_some_and(|n| s.cues.is_document(doc.lemma(n)));
    let reports = manner.clause || manner.thought || manner.finding && by_document();
    let parts = (reports && (heard || by.source.is_some())).then(|| clause_of(s, v)).flatten();
    let act = || by.source.and_then(|_| speech_act::told(s, v, manner)).map(|span| [Some(span), None]);
    let parts = parts.or_else(act)?;
    Some((by, parts))
}

/// The clause that the verb at `v` reports.
fn clause_of(s: Sheet<'_>, v: usize) -> Option<[Option<Span<Tok>>; 2]> {
    let doc = s.doc;
    if let Some(complement) = doc.children_by(v, Relation::ClauseComplement).find(|&c| is_clause(s, v, c)) {
        let clause = s.layout.extent(complement);
        return Some(if clause.holds(v) { around(clause, Span::new(v, v + 1)) } else { [Some(tail::cut(s, v, clause)), None] });
    }
    let own = s.layout.extent(v);
    let refers =
        || doc.objects(v).is_empty() && doc.children_by(v, Relation::Marker).any(|m| m == own.start && s.cues.is_reference(doc.word(m)));
    let set_in = match doc.tokens[v].relation {
        Relation::Parataxis => true,
        // "as the bank said, …"
        Relation::AdverbialClause => refers(),
        _ => false,
    };
    let whole = s.layout.extent(doc.governor(v).filter(|_| set_in)?);
    let comma = |t: usize| !s.is_frame(t) || s.is_light(t);
    let parted = own.start <= whole.start || comma(own.start) || comma(own.start - 1) || own.end < whole.end && comma(own.end);
    parted.then(|| around(whole, own))
}

/// "his claim that …".
fn by_noun(s: Sheet<'_>, n: usize) -> Told {
    let doc = s.doc;
    if !s.cues.is_noun(doc.lemma(n)) {
        return None;
    }
    let marked = |&c: &usize| {
        matches!(doc.tokens[c].relation, Relation::NounClause | Relation::ClauseComplement)
            && doc.children_by(c, Relation::Marker).next().is_some()
    };
    let clause = doc.children(n).find(marked)?;
    let by = Attribution { passage: s.passage, cue: Some(n), source: Some(of_noun(s, n)?) };
    Some((by, around(s.layout.extent(clause), Span::new(n, n + 1))))
}

/// The clause that a source adposition stands at the edge of, or within.
fn by_adposition(s: Sheet<'_>, t: usize) -> Told {
    let phrase = s.cues.adposition_at(s.doc, t)?;
    let by = Attribution::by_adposition(s, phrase)?;
    let sentence = s.doc.sentence_of(phrase.start);
    let own = s.layout.extent(phrase.start).join(phrase);
    let own: Span<Tok> = Span::new(own.start.max(sentence.start), own.end.min(sentence.end));
    let [left, right] = around(sentence, own);
    let told = left.into_iter().chain(right).max_by_key(|part| part.len())?;
    told.range().any(|t| s.doc.is_verbal(t)).then_some((by, [left.filter(|l| *l == told), right.filter(|r| *r == told)]))
}

/// True where the complement `c` of the verb at `v` is a clause with a subject of its own; one whose verb stands in marks begins
/// outside of them.
fn is_clause(s: Sheet<'_>, v: usize, c: usize) -> bool {
    let begins_outside = || c > v && s.is_frame(s.layout.extent(c).start);
    (s.is_frame(c) || begins_outside())
        && (s.is_finite(c) || s.doc.own_subject(c).is_some() || s.doc.children(c).any(|a| s.doc.tokens[a].pos == Pos::Aux))
}

/// The parts of a clause that a cue leaves on its two sides.
fn around(clause: Span<Tok>, cue: Span<Tok>) -> [Option<Span<Tok>>; 2] {
    let part = |start: usize, end: usize| (start < end).then(|| Span::new(start, end));
    if cue.end <= clause.start || clause.end <= cue.start {
        return [Some(clause), None];
    }
    [part(clause.start, cue.start), part(cue.end, clause.end)]
}

/// Takes "that" and punctuation off the edges; none where hardly a word is left, or where one quote in marks is most of it.
fn finish(s: Sheet<'_>, mut span: Span<Tok>, by: Attribution) -> Option<Reported> {
    let doc = s.doc;
    span.start = span.start.max(s.layout.opening.min(span.end));
    let edge = |t: usize| s.is_frame(t) && matches!(doc.tokens[t].pos, Pos::Punct | Pos::Space | Pos::Sym);
    while !span.is_empty()
        && (edge(span.start) || doc.tokens[span.start].relation == Relation::Marker && doc.word(span.start).eq_ignore_ascii_case("that"))
    {
        span.start += 1;
    }
    while !span.is_empty() && edge(span.end - 1) {
        span.end -= 1;
    }
    let takes_floor = by.cue.is_some_and(|c| doc.tokens[c].pos != Pos::Verb || s.cues.verb(doc, c).is_some_and(|m| m.clause));
    (span.len() >= 2 && 2 * s.layout.most_in_marks(span) <= span.len()).then_some(Reported { clause: span, by, takes_floor })
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::told;

    #[test]
    fn reported_clauses_are_indirect_quotes() {
        let cases = [
            ("Maria Lopez said that the bridge would be closed.", "indirect “the bridge would be closed” by Maria Lopez: said"),
            ("The bridge would be closed in May, Maria Lopez said.", "indirect “The bridge would be closed in May” by Maria Lopez: said"),
            (
                "According to Maria Lopez, the bridge will be closed in May.",
                "indirect “the bridge will be closed in May” by Maria Lopez: According",
            ),
            (
                "The bridge will be closed in May, according to Maria Lopez.",
                "indirect “The bridge will be closed in May” by Maria Lopez: according",
            ),
            ("Maria Lopez's claim that the bridge was safe surprised the council.", "indirect “the bridge was safe” by Maria Lopez: claim"),
            ("Maria Lopez was quoted as saying the bridge was safe.", "indirect “the bridge was safe” by Maria Lopez: saying"),
        ];
        for (article, quote) in cases {
            assert_eq!(told(article), [quote], "{article}");
        }
    }

    #[test]
    fn what_was_not_said_is_no_quote() {
        for article in [
            "Maria Lopez did not say that the bridge would be closed.",
            "Maria Lopez wanted to say that the bridge would be closed.",
            "It was said that the bridge would be closed.",
            "Maria Lopez closed the bridge that crosses the river.",
        ] {
            assert_eq!(told(article), [""; 0], "{article}");
        }
    }

    #[test]
    fn a_clause_inside_a_clause_belongs_to_the_outer_one() {
        let quotes = told("Maria Lopez said that Peter Novak had told her that the bridge was safe.");
        assert_eq!(quotes, ["indirect “Peter Novak had told her that the bridge was safe” by Maria Lopez: said"]);
    }

    #[test]
    fn a_clause_that_its_cue_cuts_is_two_with_one_speaker() {
        let quotes = told("The old bridge, Maria Lopez said, would be closed in May.");
        assert_eq!(quotes, ["indirect “The old bridge” by Maria Lopez: said", "indirect “would be closed in May” by Maria Lopez: said"]);
    }

    #[test]
    fn as_somebody_said_gives_them_the_sentence() {
        let quotes = told("As Maria Lopez noted, the bridge will be closed in May.");
        assert_eq!(quotes, ["indirect “the bridge will be closed in May” by Maria Lopez: noted"]);
        assert_eq!(told("As Maria Lopez left, the bridge was closed."), [""; 0]);
    }

    #[test]
    fn a_dateline_is_no_part_of_what_was_said() {
        let quotes = told("HARBORTON (AP) — The bridge would be closed in May, Maria Lopez said.");
        assert_eq!(quotes, ["indirect “The bridge would be closed in May” by Maria Lopez: said"]);
        let quotes = told("The old bridge — the one over the Tarn — would be closed in May, Maria Lopez said.");
        assert_eq!(quotes, ["indirect “The old bridge — the one over the Tarn — would be closed in May” by Maria Lopez: said"]);
    }

    #[test]
    fn beliefs_are_told_and_knowledge_is_not() {
        let quotes = told("Maria Lopez believes that the bridge is safe.");
        assert_eq!(quotes, ["indirect “the bridge is safe” by Maria Lopez: believes"]);
        assert_eq!(told("Maria Lopez knows that the bridge is safe."), [""; 0]);
    }

    #[test]
    fn a_document_shows_what_a_person_does_not() {
        let quotes = told("The survey shows that the bridge is safe.");
        assert_eq!(quotes.len(), 1, "{quotes:?}");
        assert!(quotes[0].starts_with("indirect “the bridge is safe”"), "{quotes:?}");
        assert_eq!(told("Maria Lopez shows that the bridge is safe."), [""; 0]);
    }

    #[test]
    fn who_asked_need_not_be_known() {
        let quotes = told("Asked whether the bridge was safe, Maria Lopez left.");
        assert_eq!(quotes, ["indirect “whether the bridge was safe” by ?: Asked"]);
    }

    #[test]
    fn a_clause_with_a_quote_in_it_is_given_whole() {
        let quotes =
            told("Maria Lopez said the bridge would be “no more than a heap of rust” before the end of the coming winter in the valley.");
        assert_eq!(
            quotes,
            [
                "indirect “the bridge would be “no more than a heap of rust” before the end of the coming winter in the valley” by Maria Lopez: said",
                "mixed “no more than a heap of rust” by Maria Lopez: said",
            ]
        );
    }

    #[test]
    fn one_word_in_a_clause_that_is_given_whole_is_told_with_it_and_two_are_a_quote() {
        let one = told("Maria Lopez said the bridge was a “friend” to everybody who lives in the valley.");
        assert_eq!(one, ["indirect “the bridge was a “friend” to everybody who lives in the valley” by Maria Lopez: said"]);
        let two = told("Maria Lopez said the bridge was an “old friend” to everybody who lives in the valley.");
        assert!(two.iter().any(|q| q.starts_with("mixed “old friend”")), "{two:?}");
        let alone = told("Maria Lopez called the bridge an “old friend”.");
        assert!(alone.iter().any(|q| q.starts_with("mixed “old friend”")), "{alone:?}");
    }
}
