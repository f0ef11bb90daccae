//! How many instruments: "6 agreements", "several memoranda", "a treaty".

use super::{Count, frames::AgreementFrames};
use crate::{
    events::scene::Scene,
    language::{Doc, Pos, Relation},
    time,
};

/// The number that stands with an instrument's noun.
pub fn of(scene: &Scene<'_>, doc: &Doc, noun: usize) -> Count {
    let frames = &scene.frames.agreements;
    let numeral = doc.children_by(noun, Relation::NumericModifier).find(|&c| doc.tokens[c].pos == Pos::Num);
    if let Some(n) = numeral {
        let words = doc.word(n).to_owned();
        return match number(&words) {
            // "a 300m loan": no number of loans
            Some(number) if number < 1000 && !is_money(doc, n) => Count { number: Some(number), words: Some(words) },
            _ => single(frames, doc, noun),
        };
    }
    let open =
        doc.children(noun).filter(|&c| c < noun).find(|&c| frames.counts.open.contains(&doc.lemma(c).to_lowercase())).or_else(|| {
            doc.governor(noun)
                .filter(|&p| scene.frames.adpositions.is_of(doc.lemma(p)))
                .and_then(|p| doc.governor(p))
                .filter(|&n| frames.counts.open.contains(&doc.lemma(n).to_lowercase()))
        });
    if let Some(o) = open.filter(|_| doc.is_plural(noun)) {
        return Count { number: None, words: Some(doc.word(o).to_owned()) };
    }
    single(frames, doc, noun)
}

fn is_money(doc: &Doc, numeral: usize) -> bool {
    numeral > 0
        && (doc.tokens[numeral - 1].pos == Pos::Sym
            || doc.word(numeral).ends_with(char::is_alphabetic) && doc.word(numeral).starts_with(|c: char| c.is_ascii_digit()))
}

fn single(frames: &AgreementFrames, doc: &Doc, noun: usize) -> Count {
    Count { number: (!is_several(frames, doc, noun)).then_some(1), words: None }
}

/// "agreements", "memoranda".
pub fn is_several(frames: &AgreementFrames, doc: &Doc, noun: usize) -> bool {
    doc.is_plural(noun) || frames.counts.plurals.contains(&doc.word(noun).to_lowercase())
}

/// "six", "12", "twenty-five".
pub fn number(words: &str) -> Option<u32> {
    let words = words.to_lowercase();
    if let Ok(n) = words.replace(',', "").parse() {
        return Some(n);
    }
    let mut total = 0;
    for part in words.split(['-', ' ']) {
        total += time::numeral(part)?;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numerals_and_words_are_numbers() {
        assert_eq!(number("six"), Some(6));
        assert_eq!(number("Twenty-five"), Some(25));
        assert_eq!(number("1,200"), Some(1200));
        assert_eq!(number("several"), None);
    }
}
