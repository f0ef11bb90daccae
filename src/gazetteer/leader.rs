//! Whose head of state or government somebody is known as.

use std::{collections::HashMap, sync::OnceLock};

use super::{CountryCode, files};
use crate::text::fold;

/// One leader: the folded words of the name, and the state.
struct Leader {
    words: Vec<String>,
    by_first: bool,
    country: CountryCode,
}

/// Marks in the data one whom papers call by the first word of the name.
const BY_FIRST: char = '*';

/// Leaders by the word that papers call them by.
fn leaders() -> &'static HashMap<String, Vec<Leader>> {
    static LEADERS: OnceLock<HashMap<String, Vec<Leader>>> = OnceLock::new();
    LEADERS.get_or_init(|| {
        let mut by_word: HashMap<String, Vec<Leader>> = HashMap::new();
        for [code, names] in files::leaders() {
            let Ok(country) = code.parse::<CountryCode>() else { continue };
            for name in files::values(names) {
                let by_first = name.ends_with(BY_FIRST);
                let words = words(name.trim_end_matches(BY_FIRST));
                let word = if by_first { words.first() } else { words.last() };
                if let Some(word) = word.cloned() {
                    by_word.entry(word).or_default().push(Leader { words, by_first, country });
                }
            }
        }
        by_word
    })
}

/// A name's folded words, without "Jr." and its like, which papers set or leave out.
fn words(name: &str) -> Vec<String> {
    let words = name.split_whitespace().map(fold).filter(|w| !w.is_empty());
    words.filter(|w| !matches!(w.as_str(), "jr" | "sr")).collect()
}

/// The state whose head, or whose government's head, bears that name. `in_office` says that such an office stands with the name: then the
/// surname alone is enough ("President Mbeki"). None where the name is nobody's, or leaders' of two states.
pub fn leader_of(name: &str, in_office: bool) -> Option<CountryCode> {
    let words = words(name);
    let (first, last) = (words.first()?, words.last()?);
    let known = leaders();
    let called = |word: &String, by_first: bool| known.get(word).into_iter().flatten().filter(move |l| l.by_first == by_first);
    let whole = |l: &&Leader| words.len() > 1 && l.words.first() == Some(first) && l.words.last() == Some(last);
    let by_surname = |l: &&Leader| {
        in_office && words.len() < l.words.len() && if l.by_first { l.words.starts_with(&words) } else { l.words.ends_with(&words) }
    };
    let among = || called(last, false).chain(called(first, true));
    if let Some(leader) = among().find(whole) {
        return Some(leader.country);
    }
    let mut fitting = among().filter(by_surname).map(|l| l.country);
    let country = fitting.next()?;
    fitting.all(|c| c == country).then_some(country)
}

#[cfg(test)]
mod tests {
    use super::leader_of;

    fn of(name: &str, in_office: bool) -> Option<String> {
        leader_of(name, in_office).map(|c| c.to_string())
    }

    #[test]
    fn a_leaders_full_name_tells_the_state() {
        assert_eq!(of("Thabo Mbeki", false).as_deref(), Some("ZA"));
        assert_eq!(of("Gro H. Brundtland", false).as_deref(), Some("NO"));
        assert_eq!(of("Lee Hsien Loong", false).as_deref(), Some("SG"));
        assert_eq!(of("Lech Walesa", false).as_deref(), Some("PL"));
    }

    #[test]
    fn a_surname_does_so_only_with_the_office() {
        assert_eq!(of("Mbeki", true).as_deref(), Some("ZA"));
        assert_eq!(of("dos Santos", true).as_deref(), Some("AO"));
        assert_eq!(of("Roh", true).as_deref(), Some("KR"));
        assert_eq!(of("Mbeki", false), None);
    }

    #[test]
    fn namesakes_and_strangers_tell_nothing() {
        assert_eq!(of("Moritz Mbeki", true), None);
        assert_eq!(of("Hariri", true).as_deref(), Some("LB"));
        assert_eq!(of("Zayed", true), None);
        assert_eq!(of("", true), None);
    }
}
