//! What a pack knows of the fields of offices, and of forms of address.

use super::Lexicon;

impl Lexicon {
    /// True for the head of an office whose "of" or "for" tells its field, no body: "Minister for Trade".
    pub fn has_portfolio(&self, head: &str) -> bool {
        self.portfolios.contains(head) || head.split(' ').any(|word| self.portfolios.contains(word))
    }

    /// "Excellency": a form of address that is nobody's name, and that "his" or "her" stands before.
    pub fn is_honorific(&self, word: &str) -> bool {
        self.honorifics.contains(&word.to_lowercase())
    }

    /// A word of a field of government, behind an office's "of" or "for": "Minister for **Social Policies**".
    pub fn is_field(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.fields.contains(&word) || self.inside.contains(&word)
    }
}
