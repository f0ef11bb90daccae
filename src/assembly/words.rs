//! Quotes and posts as the record gives them.

use super::{grounds::Grounds, participants::Cast};
use crate::{
    article::Article,
    language::Doc,
    quotes::Quotation,
    record::{Id, Post, Quote, SegmentKind},
    segments::Passage,
    text::Span,
};

/// The quotations of the record, in the order of its quotes.
pub fn in_order<'q>(passages: &[Passage], quotes: &'q [Quotation]) -> Vec<&'q Quotation> {
    let mut found: Vec<&Quotation> = quotes.iter().filter(|q| !passages[q.passage].in_title).collect();
    found.sort_by_key(|q| (q.words, q.kind as u8));
    found
}

/// The record's quotes, in order of appearance; those of the title come first.
pub fn quotes(passages: &[Passage], docs: &[Doc], quotes: &[Quotation], cast: &Cast, grounds: &Grounds<'_>) -> Vec<Quote> {
    in_order(passages, quotes)
        .into_iter()
        .enumerate()
        .map(|(i, q)| {
            let speaker_text = q.speaker_at.map(|(p, tokens)| docs[p].words(tokens).to_owned());
            let cue = q.cue_at.map(|(p, t)| docs[p].word(t).to_owned());
            Quote {
                id: Id::new('q', i),
                kind: q.kind,
                span: grounds.of_text(q.words),
                text: said(grounds.words_of_text(q.words), &q.text),
                speaker: q.speaker.and_then(|s| cast.id(s)),
                speaker_text,
                speaker_span: q.speaker_at.map(|(p, tokens)| grounds.tokens(p, tokens)),
                cue,
                cue_span: q.cue_at.map(|(p, t)| grounds.tokens(p, Span::new(t, t + 1))),
                language: passages[q.passage].language.as_ref().map(ToString::to_string),
                explanation: None,
            }
        })
        .collect()
}

/// The words said: as they were read, or, where reading mended their very letters, as they came. A quote's text is the words at its span.
fn said(came: &str, read: &str) -> String {
    let letter = |c: &char| c.is_alphanumeric();
    let same = came.chars().filter(letter).eq(read.chars().filter(letter));
    if !same && !came.contains('\n') {
        return came.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '„')).to_owned();
    }
    read.to_owned()
}

/// The record's posts, in order of appearance.
pub fn posts(article: &Article, passages: &[Passage], grounds: &Grounds<'_>) -> Vec<Post> {
    passages
        .iter()
        .filter(|p| p.kind == SegmentKind::Post)
        .filter_map(|p| p.post.as_ref().map(|embed| (p, embed)))
        .enumerate()
        .map(|(i, (passage, embed))| {
            let text = article.text.get(embed.words.range()).unwrap_or("").trim().to_owned();
            Post {
                id: Id::new('t', i),
                platform: embed.platform,
                author: embed.author.clone(),
                handle: embed.handle.clone(),
                posted_on: embed.posted_on.clone(),
                url: embed.url.clone(),
                span: grounds.of_text(passage.span),
                language: if text.is_empty() { None } else { passage.language.as_ref().map(ToString::to_string) },
                hashtags: tagged(&text, '#'),
                mentioned_handles: tagged(&text, '@'),
                text,
            }
        })
        .collect()
}

/// Words behind a sign, `#` or `@`, in order, without repetition.
fn tagged(text: &str, sign: char) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c == sign && !before.is_alphanumeric() {
            let word: String = text[at + c.len_utf8()..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if !word.is_empty() && !found.contains(&word) {
                found.push(word);
            }
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_keeps_the_letters_that_it_came_with() {
        assert_eq!(said("“It cost Â£20m”", "It cost £20m"), "It cost Â£20m");
        assert_eq!(said("“It cost £20m”", "It cost £20m"), "It cost £20m");
    }

    #[test]
    fn signs_inside_words_tag_nothing() {
        assert_eq!(tagged("#Havana and #Ürün_2 but a#b, #Havana", '#'), ["Havana", "Ürün_2"]);
        assert_eq!(tagged("write to me@example.org or @press_office", '@'), ["press_office"]);
    }
}
