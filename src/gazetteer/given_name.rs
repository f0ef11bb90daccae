//! Which gender a given name tells.

use std::{collections::HashMap, sync::OnceLock};

use super::files;
use crate::text::fold;

/// True for a man's name, false for a woman's, none where it is both or unknown. Case and accents do not matter.
pub fn is_male(given_name: &str) -> Option<bool> {
    static NAMES: OnceLock<HashMap<String, bool>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        files::given_names().flat_map(|[gender, names]| files::values(names).map(move |n| (fold(n), gender == "male"))).collect()
    });
    names.get(&fold(given_name)).copied()
}

#[cfg(test)]
mod tests {
    use super::is_male;

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
    }
}
