//! Which gender a given name tells, and what it is for short.

use std::{collections::HashMap, sync::OnceLock};

use super::files;
use crate::text::fold;

/// True for a man's name, false for a woman's, none where it is both or unknown. Case and accents do not matter.
pub fn is_male(given_name: &str) -> Option<bool> {
    names().get(&fold(given_name)).copied().flatten()
}

/// True for a word that is somebody's given name before another name, whichever gender bears it: "Taylor Reed".
pub fn is_given_name(word: &str) -> bool {
    names().contains_key(&fold(word))
}

/// True where one given name, folded, is short for the other: "joe" for "joseph".
pub fn is_short_for(short: &str, full: &str) -> bool {
    static SHORT: OnceLock<HashMap<String, Vec<String>>> = OnceLock::new();
    let names = SHORT.get_or_init(|| {
        let mut names: HashMap<String, Vec<String>> = HashMap::new();
        for [full, short] in files::short_names() {
            files::values(short).for_each(|s| names.entry(fold(s)).or_default().push(fold(full)));
        }
        names
    });
    names.get(short).is_some_and(|full_names| full_names.iter().any(|f| f == full))
}

fn names() -> &'static HashMap<String, Option<bool>> {
    static NAMES: OnceLock<HashMap<String, Option<bool>>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let told = |gender: &str| match gender {
            "male" => Some(true),
            "female" => Some(false),
            _ => None,
        };
        files::given_names().flat_map(|[gender, names]| files::values(names).map(move |n| (fold(n), told(gender)))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{is_given_name, is_male, is_short_for};

    #[test]
    fn a_given_name_tells_its_gender() {
        assert_eq!(is_male("Zuzana"), Some(false));
        assert_eq!(is_male("Geneviève"), Some(false));
        assert_eq!(is_male("PETER"), Some(true));
    }

    #[test]
    fn one_that_both_bear_or_that_is_none_tells_nothing() {
        assert_eq!(is_male("Kim"), None);
        assert_eq!(is_male("Parliament"), None);
        assert!(is_given_name("Kim"));
        assert!(!is_given_name("Parliament"));
    }

    #[test]
    fn a_short_form_is_of_its_name_and_of_no_other() {
        assert!(is_short_for("joe", "joseph"));
        assert!(!is_short_for("joseph", "joe"));
        assert!(!is_short_for("joe", "john"));
    }
}
