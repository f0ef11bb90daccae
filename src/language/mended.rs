//! What the parser is mended in before it is asked: `paraph parse` shows it as it was published.

use super::{
    doc::Doc,
    morph::Pos,
};

/// Most words of brackets that a sentence does not end behind.
const BRACKETS: usize = 8;

impl Doc {
    /// Joins sentences that were cut amid an office or a name, and makes the words of people's names names.
    pub fn mend(&mut self) {
        for t in 1..self.len() {
            if self.tokens[t].sentence_start && self.tokens[t].pos == Pos::Propn && (self.is_behind_brackets(t) || self.is_behind_initial(t)) {
                self.tokens[t].sentence_start = false;
            }
        }
        for name in 0..self.names.len() {
            let span = self.names[name].tokens;
            for t in span.range().filter(|_| self.names[name].is_person() && span.len() > 1) {
                if self.tokens[t].pos == Pos::Verb && self.word(t).starts_with(char::is_uppercase) {
                    self.tokens[t].pos = Pos::Propn;
                }
            }
        }
        self.find_sentences();
    }

    /// "Secretary of the Workers' Party (WP) | City Committee Ana Ruiz"
    fn is_behind_brackets(&self, t: usize) -> bool {
        let inside = (t.saturating_sub(BRACKETS)..t - 1).rev().take_while(|&i| !self.tokens[i + 1].sentence_start);
        let open = inside.into_iter().find(|&i| self.word(i) == "(");
        self.word(t - 1) == ")" && open.is_some_and(|o| o > 0 && (self.tokens[o - 1].pos.is_nominal() || self.word(o - 1) == ")") && (o + 1..t - 1).all(|i| !matches!(self.word(i), "." | "!" | "?")))
    }

    /// "Mr K. | Ruiz"
    fn is_behind_initial(&self, t: usize) -> bool {
        let mut letters = self.word(t - 1).chars();
        matches!((letters.next(), letters.next(), letters.next()), (Some(a), Some('.'), None) if a.is_uppercase()) && t > 1
    }
}
