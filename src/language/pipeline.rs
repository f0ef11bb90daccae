//! The components of a language's pipeline, and the order in which a text goes through them.

use std::ops::Range;

use smol_str::SmolStr;

use super::{
    doc::{Doc, NameSpan, Token, TreebankWords},
    model::{Container, Manifest, ModelError},
    morph::Pos,
    morphology::{Morphology, Tagged},
    network::{Batch, BatchBuilder, Encoder, Kernels, VectorIndex},
    pack::{Pack, Scheme},
    parser::Parser,
    pieces::pieces,
    recognizer::Recognizer,
    tagger::Tagger,
    tokenizer::{RawToken, Tokenizer},
};
use crate::{budget::Budget, text::Span};

/// Tokens that are encoded side by side; more gain nothing, and between two batches the budget is asked.
pub(super) const BATCH: usize = 1024;

/// All components, read from a pack.
#[derive(Debug)]
pub(super) struct Pipeline {
    pub(super) id: String,
    pub(super) language: String,
    pub(super) scheme: Scheme,
    pub(super) tokenizer: Tokenizer,
    vectors: VectorIndex,
    /// The network that tagger and parser read.
    words: Encoder,
    tagger: Tagger,
    pub(super) parser: Parser,
    morphology: Morphology,
    /// The network that the recognizer reads.
    names: Encoder,
    recognizer: Recognizer,
}

/// A view on its way through the pipeline.
pub(super) struct Block<'v> {
    /// Which of the views it is.
    pub(super) number: usize,
    text: &'v str,
    /// How many tokens stand before what is read for itself.
    opening: usize,
    pub(super) tokens: Vec<RawToken>,
    tags: Vec<SmolStr>,
    heads: Vec<u32>,
    labels: Vec<SmolStr>,
    starts: Vec<bool>,
    names: Vec<NameSpan>,
}

impl Pipeline {
    /// Reads a pack.
    pub(super) fn read(pack: Pack, kernels: Kernels) -> Result<Self, ModelError> {
        let model = Container::read(&pack.name, pack.model)?;
        let manifest = Manifest::read(&model)?;
        let words = Encoder::read(kernels, &model, &manifest, "words")?;
        let names = Encoder::read(kernels, &model, &manifest, "names")?;
        Ok(Self {
            id: manifest.id(&model),
            scheme: Scheme::parse(&manifest.language, &pack.scheme)?,
            tokenizer: Tokenizer::new(model.data("rules/tokenizer.json")?, model.data("rules/norms.bin")?)?,
            vectors: VectorIndex::read(&model, words.vectors().min(names.vectors()))?,
            tagger: Tagger::read(kernels, &model, &manifest, words.width())?,
            parser: Parser::read(kernels, &model, &manifest, words.width())?,
            morphology: Morphology::new(
                model.data("rules/attributes.json")?,
                model.data("rules/lemmas.json")?,
                model.lasting_data("rules/lemmas.txt")?,
            )?,
            recognizer: Recognizer::read(kernels, &model, &manifest, names.width())?,
            language: manifest.language,
            words,
            names,
        })
    }

    /// Cuts a view into tokens, of which those before a byte are read for themselves.
    pub(super) fn open<'v>(&self, number: usize, text: &'v str, opening: usize) -> Block<'v> {
        let tokens = self.tokenizer.tokenize(text);
        let opening = tokens.partition_point(|t| t.span().start < opening);
        Block { number, text, opening, tokens, tags: vec![], heads: vec![], labels: vec![], starts: vec![], names: vec![] }
    }

    /// Tags, trees and names of all blocks; false where the budget was spent before the last.
    pub(super) fn analyse(&self, blocks: &mut [Block<'_>], budget: &Budget) -> bool {
        let ends = |text: &str, token: &RawToken| {
            let word = token.word(text);
            self.scheme.sentence_ends.contains(word) || (token.is_space && word.contains('\n'))
        };
        let mut waiting: Vec<(usize, Range<usize>)> = Vec::new();
        for (b, block) in blocks.iter().enumerate() {
            for (from, to) in [(0, block.opening), (block.opening, block.tokens.len())] {
                let cut = pieces(&block.tokens[from..to], |t| ends(block.text, t));
                waiting.extend(cut.into_iter().map(|piece| (b, piece.start + from..piece.end + from)));
            }
        }
        let mut rest = &waiting[..];
        while !rest.is_empty() {
            if budget.is_spent() {
                return false;
            }
            let before = rest.iter().scan(0, |tokens, (_, piece)| Some(std::mem::replace(tokens, *tokens + piece.len())));
            let (now, later) = rest.split_at(before.take_while(|&tokens| tokens < BATCH).count());
            self.analyse_batch(blocks, now);
            rest = later;
        }
        true
    }

    /// The same for pieces that are encoded side by side.
    fn analyse_batch(&self, blocks: &mut [Block<'_>], pieces: &[(usize, Range<usize>)]) {
        let mut batch = BatchBuilder::default();
        for (block, piece) in pieces {
            let block = &blocks[*block];
            batch.push(&self.tokenizer, block.text, &block.tokens[piece.clone()]);
        }
        let batch: Batch = batch.finish();
        let words = self.words.encode(&batch, &self.vectors);
        let names = self.names.encode(&batch, &self.vectors);
        for (i, (block, piece)) in pieces.iter().enumerate() {
            let block = &mut blocks[*block];
            let is_space = |t: usize| block.tokens[piece.start + t].is_space;
            let (width, rows) = (self.words.width(), batch.rows(i));
            let x = &words[rows.start * width..rows.end * width];
            let tags = self.tagger.tag(x, width);
            let tree = self.parser.parse(x, width, is_space);
            let width = self.names.width();
            let found = self.recognizer.recognize(&names[rows.start * width..rows.end * width], width, is_space, &tree.starts);
            block.tags.extend(tags);
            block.heads.extend(tree.heads.iter().map(|&head| head + piece.start as u32));
            block.labels.extend(tree.labels);
            block.starts.extend(tree.starts);
            block.names.extend(found.into_iter().map(|name| NameSpan {
                tokens: Span::new(name.tokens.start + piece.start, name.tokens.end + piece.start),
                label: name.label,
            }));
        }
    }

    /// Adds what morphology tells.
    pub(super) fn close(&self, block: Block<'_>) -> Doc {
        let tagged: Vec<Tagged<'_>> = (0..block.tokens.len())
            .map(|i| Tagged {
                word: block.tokens[i].word(block.text),
                tag: &block.tags[i],
                label: &block.labels[i],
                is_space: block.tokens[i].is_space,
            })
            .collect();
        let analyses = self.morphology.analyse(&tagged);
        let (tokens, treebank) = analyses
            .into_iter()
            .enumerate()
            .map(|(i, analysis)| {
                let label = analysis.label.unwrap_or_else(|| block.labels[i].clone());
                let tag = analysis.tag.unwrap_or_else(|| block.tags[i].clone());
                let mut morph = analysis.morph;
                self.scheme.complete(&mut morph, &tag, &analysis.lemma, analysis.pos);
                let silent_e = self.scheme.silent_e(tagged[i].word, &analysis.lemma).filter(|_| analysis.pos == Pos::Verb);
                let (lemma, published) = match silent_e {
                    Some(lemma) => (lemma, Some(analysis.lemma)),
                    None => (analysis.lemma, None),
                };
                let token = Token {
                    span: block.tokens[i].span(),
                    space_after: block.tokens[i].space_after,
                    lemma,
                    pos: analysis.pos,
                    morph,
                    head: block.heads[i] as usize,
                    relation: self.scheme.relation(&label),
                    name: None,
                    sentence_start: block.starts[i],
                };
                (token, TreebankWords { tag, label, lemma: published })
            })
            .unzip();
        Doc::finish(block.text.to_owned(), tokens, block.names).read_by_parser(treebank)
    }
}
