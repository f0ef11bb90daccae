//! A parsed view: its tokens, sentences and names.

use smol_str::SmolStr;

use super::{
    children::Children,
    morph::{Morph, Pos, Relation},
};
use crate::text::{Span, Tok, ViewByte};

/// One token, as the pipeline left it.
#[derive(Debug, Clone)]
pub struct Token {
    /// Where it stands in the view.
    pub span: Span<ViewByte>,
    /// True where one space follows it in the view.
    pub space_after: bool,
    /// The dictionary form.
    pub lemma: SmolStr,
    /// The coarse tag (universal part of speech).
    pub pos: Pos,
    /// What tag and word tell of tense, number and the like.
    pub morph: Morph,
    /// Index of the token that governs this one; its own where it is a root.
    pub head: usize,
    /// How it hangs on that one, in words that do not depend on a treebank.
    pub relation: Relation,
    /// The name that this token is part of, as an index into [`Doc::names`].
    pub name: Option<u32>,
    /// True where a sentence begins here.
    pub sentence_start: bool,
}

/// What the treebank that a pack was trained on calls a token. Rules ask [`Token`], which no treebank's words show through.
#[derive(Debug, Clone)]
pub struct TreebankWords {
    /// The fine tag.
    pub tag: SmolStr,
    /// The label of the edge to the token that governs it.
    pub label: SmolStr,
    /// The dictionary form that the published lemmatizer gives, where the token has another.
    pub lemma: Option<SmolStr>,
}

/// A name that the recognizer found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameSpan {
    /// The tokens of the name.
    pub tokens: Span<Tok>,
    /// The recognizer's label: `PERSON`, `ORG`, `GPE`, `NORP`, `LOC`, `FAC`, `EVENT`, `DATE` and so on.
    pub label: SmolStr,
}

impl NameSpan {
    /// True for somebody's name.
    pub fn is_person(&self) -> bool {
        self.label == "PERSON"
    }

    /// True for an amount of money.
    pub fn is_sum(&self) -> bool {
        self.label == "MONEY"
    }

    /// True for a day, a month, a year.
    pub fn is_date(&self) -> bool {
        self.label == "DATE"
    }
}

/// A parsed view. Owns its tokens; positions are bytes of the view's text, or indices of tokens.
#[derive(Debug, Clone, Default)]
pub struct Doc {
    /// The view's text.
    pub text: String,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// Names in order, without overlap.
    pub names: Vec<NameSpan>,
    /// The treebank's words for each token, where a parser read the text.
    treebank: Vec<TreebankWords>,
    children: Children,
    /// First token and end of each sentence; filled by [`Doc::finish`].
    sentences: Vec<Span<Tok>>,
}

impl Doc {
    /// Builds the indices that questions are answered from: children, sentences, and the name of each token.
    pub fn finish(text: String, mut tokens: Vec<Token>, names: Vec<NameSpan>) -> Self {
        for (n, name) in names.iter().enumerate() {
            for t in &mut tokens[name.tokens.range()] {
                t.name = Some(n as u32);
            }
        }
        let mut doc = Self { text, tokens, names, treebank: Vec::new(), children: Children::default(), sentences: Vec::new() };
        doc.index();
        doc
    }

    /// Reads off where sentences begin and what hangs on each token. O(tokens).
    pub(super) fn index(&mut self) {
        self.children = Children::of(&self.tokens);
        let starts = || (0..self.tokens.len()).filter(|&i| i == 0 || self.tokens[i].sentence_start);
        let ends = starts().skip(1).chain([self.tokens.len()]);
        self.sentences = starts().zip(ends).map(|(s, e)| Span::new(s, e)).collect();
    }

    /// The same, read by a parser, with its treebank's words for each token.
    #[must_use]
    pub fn read_by_parser(mut self, treebank: Vec<TreebankWords>) -> Self {
        self.treebank = treebank;
        self
    }

    /// The treebank's words for token `i`; none where no parser read the text.
    pub fn treebank(&self, i: usize) -> Option<&TreebankWords> {
        self.treebank.get(i)
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// True where there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The sentences in order; together they hold every token.
    pub fn sentences(&self) -> &[Span<Tok>] {
        &self.sentences
    }

    /// The sentence that token `i` is in.
    pub fn sentence_of(&self, i: usize) -> Span<Tok> {
        self.sentences[self.sentence_index(i)]
    }

    /// The number of the sentence that token `i` is in.
    pub fn sentence_index(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.start <= i).saturating_sub(1)
    }

    /// The word as it stands in the view.
    pub fn word(&self, i: usize) -> &str {
        &self.text[self.tokens[i].span.range()]
    }

    /// The dictionary form of token `i` as the published lemmatizer gives it, for whoever compares with it.
    pub fn published_lemma(&self, i: usize) -> &str {
        self.treebank(i).and_then(|t| t.lemma.as_deref()).unwrap_or(&self.tokens[i].lemma)
    }

    /// The dictionary form of token `i`.
    pub fn lemma(&self, i: usize) -> &str {
        &self.tokens[i].lemma
    }

    /// The words from the first token of the span to its last, as they stand in the view.
    pub fn words(&self, span: Span<Tok>) -> &str {
        &self.text[self.bytes(span).range()]
    }

    /// Where a span of tokens stands in the view.
    pub fn bytes(&self, span: Span<Tok>) -> Span<ViewByte> {
        match (self.tokens.get(span.start), span.end.checked_sub(1).and_then(|e| self.tokens.get(e))) {
            (Some(first), Some(last)) if !span.is_empty() => Span::new(first.span.start, last.span.end),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// Tokens that token `i` governs, in order.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children.of_token(i).iter().map(|&c| c as usize)
    }

    /// Children of `i` that stand in the given relation.
    pub fn children_by(&self, i: usize, relation: Relation) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.children(i).filter(move |&c| self.tokens[c].relation == relation)
    }

    /// The token that governs `i`, or none for a root.
    pub fn governor(&self, i: usize) -> Option<usize> {
        let head = self.tokens[i].head;
        (head != i).then_some(head)
    }

    /// The first token at or behind byte `at` of the view.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= at)
    }

    /// The name that token `i` is part of.
    pub fn name_at(&self, i: usize) -> Option<&NameSpan> {
        self.tokens[i].name.and_then(|n| self.names.get(n as usize))
    }
}
