//! Which states have an office at all: a president is no Dane, a prime minister no Brazilian.

use std::{collections::HashMap, sync::OnceLock};

use super::{CountryCode, files};

enum Rule {
    Only(Vec<CountryCode>),
    Never(Vec<CountryCode>),
}

fn rules() -> &'static HashMap<&'static str, Rule> {
    static RULES: OnceLock<HashMap<&'static str, Rule>> = OnceLock::new();
    RULES.get_or_init(|| {
        let read = |[office, rule, codes]: [&'static str; 3]| {
            let codes = files::values(codes).filter_map(|c| c.parse().ok()).collect();
            (office, if rule == "only" { Rule::Only(codes) } else { Rule::Never(codes) })
        };
        files::offices().map(read).collect()
    })
}

/// False where it is known that the state has no such office; `office` in singular and lower case; what is not listed goes by its last word ("trade minister").
pub fn may_have(country: CountryCode, office: &str) -> bool {
    let kind = office.rsplit(' ').next().unwrap_or(office);
    match rules().get(office).or_else(|| rules().get(kind)) {
        Some(Rule::Only(codes)) => codes.contains(&country),
        Some(Rule::Never(codes)) => !codes.contains(&country),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::may_have;

    fn may(code: &str, office: &str) -> bool {
        may_have(code.parse().unwrap(), office)
    }

    #[test]
    fn a_monarchy_has_no_president() {
        assert!(!may("DK", "president") && may("FR", "president"));
        assert!(!may("BR", "prime minister") && !may("FR", "emperor"));
        assert!(!may("US", "trade minister") && may("CA", "trade minister"));
    }

    #[test]
    fn of_what_is_not_listed_nothing_is_known() {
        assert!(may("DK", "foreign minister") && may("DK", "prime minister") && may("JP", "emperor"));
    }
}
