//! "The government", of which no word beside it tells the state: that of the one government that the article names, or else of the state
//! that it names most.

use super::names::{self, Name, NameKind, Reading};
use crate::{language::Relation, text::Span};

/// How many times as often as any other a state is named that stands out.
const APART: usize = 2;
/// How often it must be named.
const LEAST: usize = 3;

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
        && (phrase.start + 1..t).all(whole)
        && !doc.obliques(t).iter().any(|o| o.marker == t + 1 && r.lexicon.ties.tells_side(doc.lemma(o.marker)))
}

/// The name of a government by who leads it, "the **Ruiz administration**", or "administration" for one that was named so before.
pub fn led(r: Reading<'_>, names: &[Name], t: usize) -> Option<String> {
    let doc = r.doc;
    let around = &r.lexicon.ties.around;
    if !around.named_by_leader.contains(&doc.lemma(t).to_lowercase()) || doc.is_plural(t) {
        return None;
    }
    let phrase = doc.noun_phrase(t);
    let leader = names::ending(names, t).filter(|n| n.kind == NameKind::Person && n.tokens.start >= phrase.start);
    let bare = || phrase.len() == 2 && phrase.start + 1 == t && r.lexicon.is_definite(doc.word(phrase.start)) && doc.obliques(t).is_empty();
    let name = leader.map(|n| doc.words(Span::new(n.tokens.start, t + 1)).to_owned());
    name.or_else(|| bare().then(|| doc.lemma(t).to_lowercase()))
}

/// The state of "the government": the one whose government is named, unless another is spoken of far more; or else the one that stands
/// out. `named` are the states whose governments are named, `spoken` all states that are spoken of, by their names or peoples.
pub fn of_article<'d>(mut named: impl Iterator<Item = &'d str>, spoken: impl Iterator<Item = &'d str>) -> Option<String> {
    let mut ranked: Vec<(&str, usize)> = Vec::new();
    for country in spoken {
        match ranked.iter_mut().find(|(c, _)| *c == country) {
            Some((_, times)) => *times += 1,
            None => ranked.push((country, 1)),
        }
    }
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let times = |country: &str| ranked.iter().find(|(c, _)| *c == country).map_or(0, |r| r.1);
    let next = ranked.get(1).map_or(0, |r| r.1);
    let out = ranked.first().filter(|r| r.1 >= LEAST && r.1 >= next * APART).map(|r| r.0);
    let first = named.next();
    let only = first.filter(|&first| named.all(|other| other == first));
    let stands = only.filter(|&only| out.is_none_or(|out| out == only || times(only) * APART > times(out)));
    stands.or(out).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::of_article;

    #[test]
    fn a_state_that_is_spoken_of_most_stands_out() {
        assert_eq!(of_article([].into_iter(), ["PE", "CL", "PE", "PE"].into_iter()).as_deref(), Some("PE"));
    }

    #[test]
    fn of_two_states_neither_does_nor_one_that_is_hardly_named() {
        assert_eq!(of_article([].into_iter(), ["PE", "CL", "PE", "CL", "PE"].into_iter()), None);
        assert_eq!(of_article([].into_iter(), ["PE", "PE"].into_iter()), None);
        assert_eq!(of_article([].into_iter(), [].into_iter()), None);
    }

    #[test]
    fn the_one_whose_government_is_named_does_unless_another_is_spoken_of_far_more() {
        assert_eq!(of_article(["PE"].into_iter(), ["PE", "CL"].into_iter()).as_deref(), Some("PE"));
        assert_eq!(of_article(["US"].into_iter(), ["US", "PE", "PE", "PE"].into_iter()).as_deref(), Some("PE"));
        assert_eq!(of_article(["US", "PE"].into_iter(), ["US", "PE"].into_iter()), None);
    }
}
