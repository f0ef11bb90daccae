//! The front door: an article in, its record out.

use smol_str::SmolStr;
use thiserror::Error;

use crate::{
    article::{Article, Input, InputError, Source},
    assembly::{self, Findings},
    budget::{Budget, Stage},
    entities::{self, Entities},
    events::{self, Events, Matter},
    gazetteer::{self, Gazetteer},
    language::{Doc, Engine, Pack},
    pack::LanguagePack,
    quotes,
    record::Record,
    segments::{self, Segmented},
    text::{OffsetUnit, View},
    time,
};

/// What a caller may ask for beside the article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// What the record's spans count.
    pub offsets: OffsetUnit,
    /// Stop after page, text and metadata: no language engine, no events.
    pub only_article: bool,
    /// Say of each participant, quote, meeting and agreement which rules made it, and on which words they stood.
    pub explain: bool,
    /// Say of each segment of a page where it stands in the page.
    pub source: bool,
    /// Leave out meetings and agreements whose `confidence`, 0 to 1, is less; 0 keeps all.
    pub min_confidence: f64,
}

/// Why there is no record.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ExtractError {
    /// The input is wrong; says which field and what to do.
    #[error(transparent)]
    Input(#[from] InputError),
    /// The budget was spent before the record was whole.
    #[error("the time for this article was up before its record was whole; send a shorter text or allow more time")]
    OutOfTime,
    /// The text, without a page's markup, is longer than the budget allows.
    #[error("the article's text and title are longer than {limit} bytes; send the article alone, or in parts")]
    TooLong {
        /// The most that it may have.
        limit: usize,
    },
}

/// Why no extractor could be made: the binary's own model or data is broken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("what the binary carries cannot be read: {0}")]
pub struct BrokenBinary(String);

/// Reads articles. Cheap to clone; one serves all threads, and nothing is remembered from one article to the next.
#[derive(Debug, Clone)]
pub struct Extractor {
    model_id: SmolStr,
    /// None where only pages and texts are read.
    understanding: Option<Understanding>,
}

/// What it takes to understand an article's words.
#[derive(Debug, Clone)]
struct Understanding {
    engine: Engine,
    pack: &'static LanguagePack,
    gazetteer: &'static Gazetteer,
}

impl Extractor {
    /// Loads what the binary carries.
    pub fn new() -> Result<Self, BrokenBinary> {
        let engine = Engine::english().map_err(|e| BrokenBinary(e.to_string()))?;
        let pack = LanguagePack::of(engine.language())
            .ok_or_else(|| BrokenBinary(format!("no data for language '{}'", engine.language())))?
            .map_err(|e| BrokenBinary(e.to_owned()))?;
        let model_id = engine.model_id().into();
        Ok(Self { model_id, understanding: Some(Understanding { engine, pack, gazetteer: Gazetteer::global() }) })
    }

    /// Loads nothing of what the binary carries: every record stops after page, text and metadata, as if each were asked for with
    /// [`Options::only_article`].
    pub fn of_articles() -> Result<Self, BrokenBinary> {
        let pack = Pack::embedded("en").ok_or_else(|| BrokenBinary("it has no model".to_owned()))?;
        let model_id = pack.model_id().map_err(|e| BrokenBinary(e.to_string()))?;
        Ok(Self { model_id: model_id.into(), understanding: None })
    }

    /// The id of the language model, as in `engine.model`.
    pub fn model_id(&self) -> &str {
        &self.model_id
    }

    /// The language of which the words are understood, an ISO 639-1 code; none where only articles are read.
    pub fn language(&self) -> Option<&str> {
        self.understanding.as_ref().map(|u| u.engine.language())
    }

    /// The languages in which meetings are found, ISO 639-1 codes: that of [`Self::language`], and those that are read by patterns over words.
    pub fn languages(&self) -> Vec<&str> {
        let Some(own) = self.language() else { return Vec::new() };
        let by_patterns = events::foreign::languages().map(|language| -> &str { language });
        std::iter::once(own).chain(by_patterns).collect()
    }

    /// The record of one article.
    pub fn extract(&self, input: &Input, options: Options, budget: &Budget) -> Result<Record, ExtractError> {
        let within = |bytes| budget.is_exceeded_by(bytes).map_or(Ok(()), |limit| Err(ExtractError::TooLong { limit }));
        // a text need not be read for it
        if let Source::Text(text) = &input.source {
            within(text.len())?;
        }
        let article = if options.source { Article::located(input, budget)? } else { Article::read(input, budget)? };
        budget.book(Stage::Article);
        within(article.text.len() + article.title.as_ref().map_or(0, String::len))?;
        let in_time = || if budget.is_spent() { Err(ExtractError::OutOfTime) } else { Ok(()) };
        let mut segmented = segments::sort(&article, budget);
        in_time()?;
        let reference = segments::reference(&article, &segmented);
        budget.book(Stage::Segments);
        let mut warnings = article.warnings.clone();
        let mut docs = vec![Doc::default(); segmented.passages.len()];
        let (mut found, mut quotations, mut events) = (Entities::default(), Vec::new(), Events::default());
        let understanding = self.understanding.as_ref();
        if let Some(Understanding { engine, pack, gazetteer }) = understanding.filter(|_| !options.only_article) {
            segments::mark(&mut segmented.passages);
            warnings.extend(missing_pack(engine, &segmented));
            docs = parse(engine, &segmented, budget)?;
            budget.book(Stage::Language);
            let origin = article.url.as_deref().and_then(gazetteer::origin);
            found = entities::find(&segmented.passages, &docs, &pack.lexicon, gazetteer, origin, budget);
            budget.book(Stage::Entities);
            in_time()?;
            quotations = quotes::attribute(&segmented.passages, &docs, &found, &pack.cues);
            budget.book(Stage::Quotes);
            in_time()?;
            let (passages, today) = (&segmented.passages, reference.map(|r| r.day));
            let elsewhere = events::foreign::read(passages, segmented.language.as_deref(), &mut docs, &mut found, today, budget);
            let (docs, entities, quotes, frames) = (&docs[..], &found, &quotations[..], &pack.frames);
            events = events::find(Matter { passages, docs, entities, quotes, frames, reference: today, budget }, elsewhere);
            events.keep_sure(options.min_confidence);
            budget.book(Stage::Events);
            in_time()?;
        }
        let findings = Findings {
            article,
            segmented: &segmented,
            docs: &docs,
            entities: &found,
            quotes: &quotations,
            events: &events,
            reference: reference.map(|r| (r.day, r.source)),
            warnings,
            model: self.model_id(),
            explained: understanding.filter(|_| options.explain).map(|u| u.pack),
        };
        let record = assembly::record(findings, options.offsets);
        budget.book(Stage::Assembly);
        Ok(record)
    }
}

/// A document for each passage; those that the engine cannot read are empty.
fn parse(engine: &Engine, segmented: &Segmented, budget: &Budget) -> Result<Vec<Doc>, ExtractError> {
    let passages = &segmented.passages;
    let read: Vec<usize> = (0..passages.len()).filter(|&i| segmented.is_in(&passages[i], engine.language())).collect();
    // "HAVANA (Agency) — The ministers met": the place does nothing in the sentence
    let opening = |view: &View| time::dateline(view.text()).map_or(0, |line| line.end);
    let views: Vec<(&View, usize)> = read.iter().map(|&i| (&passages[i].view, opening(&passages[i].view))).collect();
    let parsed = engine.parse_apart(&views, budget);
    if !parsed.complete {
        return Err(ExtractError::OutOfTime);
    }
    let mut docs: Vec<Doc> = passages.iter().map(|p| Doc::finish(p.view.text().to_owned(), Vec::new(), Vec::new())).collect();
    for (i, mut doc) in read.into_iter().zip(parsed.docs) {
        doc.mend(engine.scheme());
        docs[i] = doc;
    }
    Ok(docs)
}

fn missing_pack(engine: &Engine, segmented: &Segmented) -> Option<String> {
    let language = segmented.language.as_deref().filter(|l| *l != engine.language())?;
    let read = if events::foreign::languages().any(|l| l == language) { "posts, quotes and meetings" } else { "posts and quotes" };
    Some(format!("language '{language}' has no language pack: {read} only"))
}
