//! The pipeline: views in, parsed documents out.

#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};

use smol_str::SmolStr;

use super::{
    doc::Doc,
    model::ModelError,
    network::Kernels,
    pack::{Pack, Scheme},
    pipeline::{BATCH, Block, Pipeline},
    tokenizer::Tokenizer,
};
use crate::{budget::Budget, text::View};

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
        Ok(Self { pipeline: Arc::new(Pipeline::read(pack, kernels)?) })
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
        self.parse_apart(&views.iter().map(|&view| (view, 0)).collect::<Vec<_>>(), budget)
    }

    /// The same, where what stands before a byte of a view is read for itself: of "LISBON (Agency) - Peru signed" the network makes one
    /// name, or a place that signs.
    pub fn parse_apart(&self, views: &[(&View, usize)], budget: &Budget) -> Parsed {
        let pipeline = &*self.pipeline;
        let mut docs: Vec<Doc> = views.iter().map(|(view, _)| Doc::finish(view.text().to_owned(), Vec::new(), Vec::new())).collect();
        let mut open: Vec<Block<'_>> = Vec::new();
        let mut gathered = 0;
        for (number, &(view, opening)) in views.iter().enumerate() {
            if budget.is_spent() {
                return Parsed { docs, complete: false };
            }
            let block = pipeline.open(number, view.text(), opening);
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
