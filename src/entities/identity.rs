//! When two names are one: the keys by which names are compared.

use crate::{gazetteer, text::fold};

/// A name's words, folded: lower case, without accents, marks and hyphens.
pub fn key(name: &str) -> Vec<String> {
    name.split_whitespace().map(|w| fold(w.trim_end_matches("'s").trim_end_matches("’s"))).filter(|w| !w.is_empty()).collect()
}

/// True where the shorter of two persons' names may name the one of the longer: its words stand among the longer's, in order,
/// and the last is the longer's last or, in a name of three and more, a surname before it.
pub fn same_person(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return false;
    }
    if short == long {
        return true;
    }
    if short.len() == 1 {
        return is_surname(&short[0], long) || long.len() > 1 && long.concat().ends_with(&short[0]) && short[0].len() > 5;
    }
    let mut rest = long.iter();
    let inside = short.iter().all(|w| rest.any(|l| l == w || is_initial(w, l)));
    inside && (short.last() == long.last() || short.first() == long.first()) || short.concat() == long.concat() || is_short_form(a, b)
}

/// True where one word can stand for the person: the last of its name, or one of two surnames.
fn is_surname(word: &str, name: &[String]) -> bool {
    name.iter().skip(usize::from(name.len() > 1)).any(|w| w == word)
}

/// True where one word is the given name of the person.
pub fn is_given_name(word: &[String], name: &[String]) -> bool {
    word.len() == 1 && name.len() > 1 && name[0] == word[0]
}

/// "Joe Ruiz" and "Joseph R. Ruiz": the given name for short, the surname, and what else one of them has between.
pub fn is_short_form(a: &[String], b: &[String]) -> bool {
    is_short_for(a, b) || is_short_for(b, a)
}

fn is_short_for(short: &[String], full: &[String]) -> bool {
    let (Some((a, behind)), Some((b, rest))) = (short.split_first(), full.split_first()) else { return false };
    let mut rest = rest.iter();
    behind.last().is_some_and(|last| last.len() > 2) && gazetteer::is_short_for(a, b) && behind.iter().all(|w| rest.any(|l| l == w))
}

fn is_initial(short: &str, long: &str) -> bool {
    short.chars().count() == 1 && long.starts_with(short)
}

/// The keys of the first letters of the words that carry meaning, "iaea", and of those behind a state's name, "mti" of "Chilean Ministry
/// of Trade and Industry"; none for fewer than two.
pub fn initials(name: &str, of_state: impl Fn(&str) -> bool) -> Vec<String> {
    let letters = first_letters(name);
    let behind = (begins_with(name, of_state) && letters.chars().count() > SHORT).then(|| letters.chars().skip(1).collect::<String>());
    let whole = (letters.chars().count() > 1).then_some(letters);
    whole.into_iter().chain(behind).map(|l| fold(&l)).collect()
}

/// So many letters stand for a name whose first word is a state's.
const SHORT: usize = 3;

/// True where `short` is made of the first letters of the words of `long` that carry meaning: "IAEA"; the first, a state's, may be left out.
pub fn is_acronym(short: &str, long: &str, of_state: impl Fn(&str) -> bool) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() < 2 || letters.chars().any(char::is_lowercase) {
        return false;
    }
    let initials = first_letters(long);
    letters == initials || letters.chars().count() >= SHORT && initials.chars().skip(1).eq(letters.chars()) && begins_with(long, of_state)
}

fn begins_with(name: &str, of_state: impl Fn(&str) -> bool) -> bool {
    name.split(' ').next().is_some_and(of_state)
}

fn first_letters(name: &str) -> String {
    name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        same_person(&key(a), &key(b))
    }

    #[test]
    fn surnames_accents_initials_and_second_surnames_are_one() {
        for (a, b) in [
            ("Marta Ibáñez", "Ibanez"),
            ("Luis Ortega Prado", "Luis Ortega"),
            ("Luis Ortega Prado", "Ortega"),
            ("Hasan Amir-Karimi", "Amirkarimi"),
            ("J. Novak", "Jana Novak"),
            ("Joe Novak", "Joseph R. Novak"),
            ("Bob T. Novak", "Robert T. Novak Jr."),
            ("Jean-Luc Marchand's", "Marchand"),
        ] {
            assert!(same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn other_given_names_and_other_surnames_are_two() {
        for (a, b) in [
            ("Marta Ibáñez", "Luis Ibáñez"),
            ("Marta Ibáñez", "Marta"),
            ("Novak", "Novakova"),
            ("Jana Novak", "Petr Novak"),
            ("Joe Novak", "John Novak"),
            ("Joe Novak", "Joseph Halm"),
            ("Joe", "Joseph"),
        ] {
            assert!(!same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn an_acronym_is_the_first_letters_of_the_words_with_capitals() {
        let state = |word: &str| word == "Chilean";
        assert!(is_acronym("NBB", "National Bank Bricks", state));
        assert!(is_acronym("ACR", "Agency for Coastal Rescue", state));
        assert!(!is_acronym("US", "Agency for Coastal Rescue", state));
        assert!(!is_acronym("Us", "Union Station", state));
    }

    #[test]
    fn only_a_state_s_name_is_left_out_of_an_acronym() {
        let state = |word: &str| word == "Chilean";
        assert!(is_acronym("MTI", "Chilean Ministry of Trade and Industry", state));
        assert!(!is_acronym("NDP", "United Nations Development Programme", state));
        assert_eq!(initials("Chilean Ministry of Trade and Industry", state), ["cmti", "mti"]);
        assert_eq!(initials("United Nations Development Programme", state), ["undp"]);
    }
}
