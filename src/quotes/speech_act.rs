//! What is said by a verb that names the act of speech and takes no clause: "promised **to come**", "urged **the council to
//! wait**", "accused **the council of waiting**", "called for **a new bridge**".

use super::{cues::Manner, reading::Sheet};
use crate::{
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// The words that the verb at `v` gives as said, by what it takes.
pub fn told(s: Sheet<'_>, v: usize, manner: Manner) -> Option<Span<Tok>> {
    let deed = || manner.deed.then(|| deed(s, v)).flatten();
    let charge = || manner.charge.then(|| charge(s, v)).flatten();
    deed().or_else(charge).or_else(|| manner.matter.then(|| matter(s, v)).flatten())
}

/// "to come", or "the council to come": the infinitive with whoever is to act.
fn deed(s: Sheet<'_>, v: usize) -> Option<Span<Tok>> {
    let doc = s.doc;
    let infinitive = |&c: &usize| {
        let complement =
            matches!(doc.tokens[c].relation, Relation::OpenComplement | Relation::ClauseComplement | Relation::AdverbialClause);
        complement && c > v && s.is_frame(s.layout.extent(c).start) && doc.is_verbal(c) && begins_with_to(s, c)
    };
    let act = s.layout.extent(doc.children(v).find(infinitive)?);
    let actor = behind(s, v).filter(|&n| n < act.start && s.is_frame(n) && doc.tokens[n].relation != Relation::NounAdverbial);
    let start = actor.map_or(act.start, |n| s.layout.extent(n).start).max(v + 1);
    Some(Span::new(start, act.end))
}

/// The object, or the noun behind the adposition that belongs to the verb: "called on **the council**".
fn behind(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    let own = doc
        .children(v)
        .find(|&c| c > v && matches!(doc.tokens[c].relation, Relation::Object | Relation::IndirectObject) && doc.tokens[c].pos != Pos::Adp);
    own.or_else(|| {
        let adposition = v + 1;
        let belongs =
            adposition < doc.len() && doc.tokens[adposition].relation == Relation::Preposition && doc.tokens[adposition].head == v;
        // "agreed on **Monday** to wait": when, not whom
        let day = |n: &usize| doc.name_at(*n).is_some_and(|name| matches!(name.label.as_str(), "DATE" | "TIME"));
        belongs.then(|| doc.children_by(adposition, Relation::PrepositionObject).next()).flatten().filter(|n| !day(n))
    })
}

fn begins_with_to(s: Sheet<'_>, v: usize) -> bool {
    s.doc.children(v).any(|c| c < v && s.doc.tokens[c].relation == Relation::Auxiliary && s.doc.tokens[c].pos == Pos::Part)
}

/// "the council of waiting", "the plan a disaster": an object with what is said of it.
fn charge(s: Sheet<'_>, v: usize) -> Option<Span<Tok>> {
    let doc = s.doc;
    let object = doc.children_by(v, Relation::Object).find(|&o| o > v)?;
    let start = s.layout.extent(object).start.max(v + 1);
    let said_of_it = |&c: &usize| match doc.tokens[c].relation {
        Relation::Attribute | Relation::AdjectiveComplement => true,
        Relation::Preposition => s.cues.is_complement(doc.word(c)),
        _ => false,
    };
    let said = doc.children(v).chain(doc.children(object)).find(|c| *c > object && said_of_it(c));
    let end = match said {
        Some(c) => s.layout.extent(c).end,
        // the tree joins them as a small clause
        None => return small_clause(s, v),
    };
    Some(Span::new(start, end))
}

/// "called **it absurd**", where the tree makes the second the head of the first.
fn small_clause(s: Sheet<'_>, v: usize) -> Option<Span<Tok>> {
    let doc = s.doc;
    let small =
        doc.children_by(v, Relation::ClauseComplement).find(|&c| c > v && s.is_frame(s.layout.extent(c).start) && !doc.is_verbal(c))?;
    Some(s.layout.extent(small))
}

/// "a new bridge": what is called for, denied or proposed, with what is said of it.
fn matter(s: Sheet<'_>, v: usize) -> Option<Span<Tok>> {
    let doc = s.doc;
    let noun = behind(s, v).filter(|&n| s.is_frame(n) && doc.tokens[n].pos.is_nominal() && doc.tokens[n].pos != Pos::Propn);
    let gerund = || doc.children_by(v, Relation::OpenComplement).find(|&c| c > v && s.is_frame(c) && doc.tokens[c].morph.progressive);
    let told = s.layout.extent(noun.or_else(gerund)?);
    let goes_on = |&c: &usize| s.cues.is_complement(doc.word(c)) && s.layout.extent(c).start == told.end;
    let more = doc.children_by(v, Relation::Preposition).find(goes_on).map_or(told.end, |c| s.layout.extent(c).end);
    Some(Span::new(told.start, more))
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::told;

    #[test]
    fn an_infinitive_is_what_is_promised_or_asked_for() {
        let cases = [
            ("Maria Lopez promised to repair the bridge in May.", "indirect “to repair the bridge in May” by Maria Lopez: promised"),
            ("Maria Lopez urged the council to repair the bridge.", "indirect “the council to repair the bridge” by Maria Lopez: urged"),
            (
                "Maria Lopez called on the council to repair the bridge.",
                "indirect “the council to repair the bridge” by Maria Lopez: called",
            ),
            ("Maria Lopez agreed on Monday to repair the bridge.", "indirect “to repair the bridge” by Maria Lopez: agreed"),
        ];
        for (article, quote) in cases {
            assert_eq!(told(article), [quote], "{article}");
        }
    }

    #[test]
    fn an_infinitive_of_purpose_is_not() {
        for article in [
            "Maria Lopez closed the bridge to repair it.",
            "Maria Lopez did not promise to repair the bridge.",
            "Maria Lopez wanted to promise to repair the bridge.",
        ] {
            assert_eq!(told(article), [""; 0], "{article}");
        }
    }

    #[test]
    fn a_charge_is_told_with_whom_it_is_laid_against() {
        let cases = [
            (
                "Maria Lopez accused Peter Novak of closing the bridge.",
                "indirect “Peter Novak of closing the bridge” by Maria Lopez: accused",
            ),
            (
                "Maria Lopez described the plan as a disaster for the town.",
                "indirect “the plan as a disaster for the town” by Maria Lopez: described",
            ),
            ("Maria Lopez called the plan a disaster.", "indirect “the plan a disaster” by Maria Lopez: called"),
        ];
        for (article, quote) in cases {
            assert_eq!(told(article), [quote], "{article}");
        }
    }

    #[test]
    fn whom_somebody_calls_or_attacks_says_nothing() {
        for article in ["Maria Lopez called Peter Novak on Friday.", "Maria Lopez criticized Peter Novak."] {
            assert_eq!(told(article), [""; 0], "{article}");
        }
    }

    #[test]
    fn a_demand_is_its_object() {
        let quotes = told("Maria Lopez called for a new bridge over the river.");
        assert_eq!(quotes, ["indirect “a new bridge over the river” by Maria Lopez: called"]);
        assert_eq!(told("Maria Lopez waited for a new bridge over the river."), [""; 0]);
    }
}
