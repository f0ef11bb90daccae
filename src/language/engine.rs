//! The pipeline: views in, parsed documents out.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use smol_str::SmolStr;

use super::{
    doc::{Doc, NameSpan, Token},
    model::{Container, Manifest, ModelError},
    morphology::{Morphology, Tagged},
    network::{Batch, BatchBuilder, Encoder, Kernels, VectorIndex},
    pack::{Pack, Scheme},
    parser::Parser,
    pieces::pieces,
    recognizer::Recognizer,
    tagger::Tagger,
    tokenizer::{RawToken, Tokenizer},
};
use crate::{
    budget::Budget,
    text::{Span, View},
};

/// Tokens that are encoded side by side; more gain nothing, and between two batches the budget is asked.
const BATCH: usize = 1024;

/// What [`Engine::parse`] found.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// A document for each view, in order.
    pub docs: Vec<Doc>,
    /// False where the budget was spent before every view was parsed; the documents of those that were not have no tokens.
    pub complete: bool,
}

/// A language's pipeline. Cheap to clone; one serves all threads, and nothing is remembered from one text to the next.
#[derive(Debug, Clone)]
pub struct Engine {
    pipeline: Arc<Pipeline>,
}

#[derive(Debug)]
struct Pipeline {
    id: String,
    language: String,
    scheme: Scheme,
    tokenizer: Tokenizer,
    vectors: VectorIndex,
    /// The network that tagger and parser read.
    words: Encoder,
    tagger: Tagger,
    parser: Parser,
    morphology: Morphology,
    /// The network that the recognizer reads.
    names: Encoder,
    recognizer: Recognizer,
}

impl Engine {
    /// The names of the pipeline's components, in the order in which a text goes through them.
    pub const COMPONENTS: [&'static str; 7] = ["tokenizer", "encoder", "tagger", "parser", "attribute_ruler", "lemmatizer", "recognizer"];

    /// The English pipeline that the binary carries; it is loaded at the first call and shared by all.
    pub fn english() -> Result<Self, ModelError> {
        static ENGLISH: OnceLock<Result<Engine, ModelError>> = OnceLock::new();
        ENGLISH
            .get_or_init(|| {
                Pack::embedded("en").ok_or_else(|| ModelError::NotAModel { model: "the embedded model 'en'".into() }).and_then(Self::new)
            })
            .clone()
    }

    /// A pipeline from a pack, on the best instructions that the machine has.
    pub fn new(pack: Pack) -> Result<Self, ModelError> {
        Self::with_kernels(pack, Kernels::detect())
    }

    /// A pipeline from a pack, on the instructions named.
    pub fn with_kernels(pack: Pack, kernels: Kernels) -> Result<Self, ModelError> {
        let model = Container::read(&pack.name, pack.model)?;
        let manifest = Manifest::read(&model)?;
        let words = Encoder::read(kernels, &model, &manifest, "words")?;
        let names = Encoder::read(kernels, &model, &manifest, "names")?;
        let pipeline = Pipeline {
            id: format!("{}-{}-{}-{:08x}", manifest.language, manifest.version, manifest.weights, model.checksum()),
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
        };
        Ok(Self { pipeline: Arc::new(pipeline) })
    }

    /// Language, version, width of weights and checksum of the model: `en-3.7.1-f16-26cf3110`.
    pub fn model_id(&self) -> &str {
        &self.pipeline.id
    }

    /// The language that it reads, an ISO 639-1 code.
    pub fn language(&self) -> &str {
        &self.pipeline.language
    }

    /// What the model's labels mean.
    pub fn scheme(&self) -> &Scheme {
        &self.pipeline.scheme
    }

    /// The component that cuts texts into tokens.
    pub fn tokenizer(&self) -> &Tokenizer {
        &self.pipeline.tokenizer
    }

    /// Every label that the parser can give.
    pub fn labels(&self) -> impl Iterator<Item = &SmolStr> {
        self.pipeline.parser.labels()
    }

    /// Parses views, until the budget is spent. What a view becomes does not depend on what stands beside it. O(bytes).
    pub fn parse(&self, views: &[&View], budget: &Budget) -> Parsed {
        let pipeline = &*self.pipeline;
        let mut docs: Vec<Doc> = views.iter().map(|view| Doc::finish(view.text().to_owned(), Vec::new(), Vec::new())).collect();
        let mut open: Vec<Block<'_>> = Vec::new();
        let mut gathered = 0;
        for (number, view) in views.iter().enumerate() {
            if budget.is_spent() {
                return Parsed { docs, complete: false };
            }
            let block = pipeline.open(number, view.text());
            gathered += block.tokens.len();
            open.push(block);
            if gathered >= BATCH || number + 1 == views.len() {
                gathered = 0;
                if !pipeline.analyse(&mut open, budget) {
                    return Parsed { docs, complete: false };
                }
                for block in open.drain(..) {
                    let number = block.number;
                    docs[number] = pipeline.close(block);
                }
            }
        }
        Parsed { docs, complete: true }
    }
}

/// A view on its way through the pipeline.
struct Block<'v> {
    /// Which of the views it is.
    number: usize,
    text: &'v str,
    tokens: Vec<RawToken>,
    tags: Vec<SmolStr>,
    heads: Vec<u32>,
    labels: Vec<SmolStr>,
    starts: Vec<bool>,
    names: Vec<NameSpan>,
}

impl Pipeline {
    fn open<'v>(&self, number: usize, text: &'v str) -> Block<'v> {
        let tokens = self.tokenizer.tokenize(text);
        Block { number, text, tokens, tags: vec![], heads: vec![], labels: vec![], starts: vec![], names: vec![] }
    }

    /// Tags, trees and names of all blocks; false where the budget was spent before the last.
    fn analyse(&self, blocks: &mut [Block<'_>], budget: &Budget) -> bool {
        let ends = |text: &str, token: &RawToken| {
            let word = &text[token.span.range()];
            self.scheme.sentence_ends.contains(word) || (token.lexeme.is_space && word.contains('\n'))
        };
        let mut waiting: Vec<(usize, Range<usize>)> = Vec::new();
        for (b, block) in blocks.iter().enumerate() {
            waiting.extend(pieces(&block.tokens, |t| ends(block.text, t)).into_iter().map(|piece| (b, piece)));
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
            batch.push(&blocks[*block].tokens[piece.clone()]);
        }
        let batch: Batch = batch.finish();
        let words = self.words.encode(&batch, &self.vectors);
        let names = self.names.encode(&batch, &self.vectors);
        for (i, (block, piece)) in pieces.iter().enumerate() {
            let block = &mut blocks[*block];
            let is_space = |t: usize| block.tokens[piece.start + t].lexeme.is_space;
            let rows = |x: &'_ [f32], width: usize| x[batch.rows(i).start * width..batch.rows(i).end * width].to_vec();
            let (width, x) = (self.words.width(), rows(&words, self.words.width()));
            let tags = self.tagger.tag(&x, width);
            let tree = self.parser.parse(&x, width, is_space);
            let found = self.recognizer.recognize(&rows(&names, self.names.width()), self.names.width(), is_space, &tree.starts);
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
    fn close(&self, block: Block<'_>) -> Doc {
        let tagged: Vec<Tagged<'_>> = (0..block.tokens.len())
            .map(|i| Tagged {
                word: &block.text[block.tokens[i].span.range()],
                tag: &block.tags[i],
                label: &block.labels[i],
                is_space: block.tokens[i].lexeme.is_space,
            })
            .collect();
        let analyses = self.morphology.analyse(&tagged);
        let tokens = analyses
            .into_iter()
            .enumerate()
            .map(|(i, analysis)| {
                let label = analysis.label.unwrap_or_else(|| block.labels[i].clone());
                let tag = analysis.tag.unwrap_or_else(|| block.tags[i].clone());
                let mut morph = analysis.morph;
                self.scheme.complete(&mut morph, &tag, &analysis.lemma, analysis.pos);
                Token {
                    span: block.tokens[i].span,
                    space_after: block.tokens[i].space_after,
                    lemma: analysis.lemma,
                    pos: analysis.pos,
                    tag,
                    morph,
                    head: block.heads[i] as usize,
                    relation: self.scheme.relation(&label),
                    label,
                    name: None,
                    sentence_start: block.starts[i],
                }
            })
            .collect();
        Doc::finish(block.text.to_owned(), tokens, block.names)
    }
}
