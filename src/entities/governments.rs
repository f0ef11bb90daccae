//! "The government", of which no word beside it tells the state: that of the one government that the article names, or else of the state
//! that it speaks of most.

use super::names::Reading;
use crate::{language::Relation, text::Span};

/// How many times all that is said of another state what is said of one takes to stand out.
const APART: i64 = 2;
/// How much must be said of it, where another is named too.
const LEAST: i64 = 3;

/// True for "the government", "the federal government"; not for "the provincial government", "the government of the island".
pub fn is_bare(r: Reading<'_>, t: usize) -> bool {
    let doc = r.doc;
    let around = &r.lexicon.ties.around;
    let phrase = doc.noun_phrase(t);
    let definite = phrase.start < t && phrase.end == t + 1 && r.lexicon.is_definite(doc.word(phrase.start));
    let whole = |i: usize| around.of_whole_state.contains(&doc.word(i).to_lowercase());
    definite
        && around.state_itself.contains(&doc.lemma(t).to_lowercase())
        && doc.tokens[phrase.start].relation == Relation::Determiner
        && Span::<crate::text::Tok>::new(phrase.start + 1, t).range().all(whole)
        && !doc.obliques(t).iter().any(|o| o.marker == t + 1 && r.lexicon.ties.tells_side(doc.lemma(o.marker)))
}

/// The state of "the government": the one whose government is named, or else the one that stands out.
pub fn of_article<'d>(mut named: impl Iterator<Item = &'d str>, signals: &[(String, i64)]) -> Option<String> {
    let first = named.next();
    let only = first.filter(|&first| named.all(|other| other == first));
    only.map(str::to_owned).or_else(|| standing_out(signals))
}

/// The state of which an article says so much more than of any other that it goes without its name. `signals` are what points to states.
fn standing_out(signals: &[(String, i64)]) -> Option<String> {
    let mut ranked: Vec<(&str, i64)> = Vec::new();
    for (country, weight) in signals {
        match ranked.iter_mut().find(|(c, _)| c == country) {
            Some((_, sum)) => *sum += weight,
            None => ranked.push((country, *weight)),
        }
    }
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let (first, most) = *ranked.first()?;
    let next = ranked.get(1).map_or(0, |r| r.1);
    let alone = ranked.len() == 1;
    ((alone || most >= LEAST) && most >= next * APART).then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::standing_out;

    fn told(signals: &[(&str, i64)]) -> Option<String> {
        standing_out(&signals.iter().map(|(c, n)| ((*c).to_owned(), *n)).collect::<Vec<_>>())
    }

    #[test]
    fn a_state_that_is_spoken_of_most_stands_out() {
        assert_eq!(told(&[("PE", 2), ("CL", 1), ("PE", 1)]).as_deref(), Some("PE"));
    }

    #[test]
    fn the_only_state_does() {
        assert_eq!(told(&[("PE", 1)]).as_deref(), Some("PE"));
    }

    #[test]
    fn of_two_states_neither_does_nor_one_that_is_hardly_named() {
        assert_eq!(told(&[("PE", 3), ("CL", 2)]), None);
        assert_eq!(told(&[("PE", 2), ("CL", 1)]), None);
        assert_eq!(told(&[]), None);
    }
}
