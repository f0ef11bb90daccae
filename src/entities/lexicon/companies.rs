//! What a pack knows of companies: what only they have, what is done to nothing else, how they write their names.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

/// Fewest letters before an inner capital: "eBay" tells nothing.
const PREFIX: usize = 2;

/// `organizations.toml`, `[companies]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Companies {
    has: HashSet<String>,
    done_to: HashSet<String>,
    done_to_things: HashSet<String>,
    does: HashSet<String>,
    surnames_too: HashSet<String>,
    occasions: HashSet<String>,
    no_firms: HashSet<String>,
    of_any_body: HashSet<String>,
    expletive: HashSet<String>,
    personal: HashSet<String>,
    legal_forms: HashSet<String>,
    legal_forms_before: HashSet<String>,
    behind: HashMap<String, HashSet<String>>,
    behind_things: HashMap<String, HashSet<String>>,
    places_first: HashSet<String>,
    places_last: HashSet<String>,
}

impl Companies {
    /// What only a company has: "X's **shareholders**".
    pub fn have(&self, lemma: &str) -> bool {
        self.has.contains(lemma)
    }

    /// A verb, with its particle, whose object is a company: "**took over** X".
    pub fn undergo(&self, verb: &str) -> bool {
        self.done_to.contains(verb)
    }

    /// A verb whose object is a thing, but where it has a name a company: "**bought** X".
    pub fn may_undergo(&self, verb: &str) -> bool {
        self.done_to_things.contains(verb)
    }

    /// A verb whose subject is somebody or a company: "X **bought**".
    pub fn act(&self, verb: &str) -> bool {
        self.does.contains(verb)
    }

    /// The last word of a body's name that is a surname too: "**House**".
    pub fn is_surname_too(&self, word: &str) -> bool {
        self.surnames_too.contains(&word.to_lowercase())
    }

    /// The last word of what is played or held, which nobody buys: "the Super **Bowl**".
    pub fn is_occasion(&self, word: &str) -> bool {
        self.occasions.contains(&word.to_lowercase())
    }

    /// True where "the company", "the airline" cannot stand for a body of that name: "the Dockers **Union**". "The group" can.
    pub fn is_other_than(&self, noun: &str, name: &str) -> bool {
        let last = || name.split_whitespace().next_back().map(str::to_lowercase);
        !self.of_any_body.contains(noun) && last().is_some_and(|word| self.no_firms.contains(&word))
    }

    /// A verb whose "it" may be nobody: "it **takes** years".
    pub fn is_expletive(&self, lemma: &str) -> bool {
        self.expletive.contains(lemma)
    }

    /// What a company is in law, behind its name: "X **Inc**".
    pub fn is_legal_form(&self, word: &str) -> bool {
        self.legal_forms.contains(word.trim_end_matches('.').to_lowercase().as_str())
    }

    /// The same, before its name: "**JSC** Norlund".
    pub fn is_legal_form_before(&self, word: &str) -> bool {
        self.legal_forms_before.contains(word)
    }

    /// A noun or verb that, with this adposition, only companies stand behind: "a **stake in** X", "**merge with** X".
    pub fn stand_behind(&self, lemma: &str, adposition: &str) -> bool {
        self.behind.get(adposition).is_some_and(|words| words.contains(lemma))
    }

    /// The same, where the name is taken for a thing's: "a **deal with** X".
    pub fn stand_behind_things(&self, lemma: &str, adposition: &str) -> bool {
        self.behind_things.get(adposition).is_some_and(|words| words.contains(lemma))
    }

    /// The first word, before "of", or the last one of a place's name by which it does something as a body: "**City** of Lima", "Lima
    /// **County**".
    pub fn governs_place(&self, first: &str, last: &str) -> bool {
        self.places_first.contains(&first.to_lowercase()) || self.places_last.contains(&last.to_lowercase())
    }

    /// "Morpho**Sys**": what stands behind a capital amid a word, as trade names have them, and not as surnames do.
    pub fn inner_part<'w>(&self, word: &'w str) -> Option<&'w str> {
        let mut before = 'A';
        let inner = word.char_indices().find(|&(_, c)| {
            let inner = before.is_lowercase() && c.is_uppercase();
            before = c;
            inner
        });
        let (prefix, part) = word.split_at(inner?.0);
        let trade = prefix.chars().count() >= PREFIX && prefix.starts_with(char::is_uppercase);
        (trade && word.chars().all(char::is_alphanumeric) && !self.personal.contains(&prefix.to_lowercase())).then_some(part)
    }
}

#[cfg(test)]
mod tests {
    fn write_so(word: &str) -> bool {
        crate::pack::LanguagePack::of("en").unwrap().unwrap().lexicon.companies.inner_part(word).is_some()
    }

    #[test]
    fn a_capital_amid_a_word_tells_a_trade_name() {
        for word in ["MorphoSys", "QatarEnergy", "OpenAI", "GlaxoSmithKline", "WeWork", "GoPro"] {
            assert!(write_so(word), "{word}");
        }
    }

    #[test]
    fn a_capital_amid_a_surname_does_not() {
        for word in ["MacArthur", "McCain", "DiCaprio", "Lopes", "eBay", "Amir-Bennani", "NATO", "VanDyke", "LeBron", "DeAndre", "iPad"] {
            assert!(!write_so(word), "{word}");
        }
    }
}
