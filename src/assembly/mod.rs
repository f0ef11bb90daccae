//! The last room: chooses who takes part in something, gives ids, and writes the record in the caller's unit.

mod codes;
mod events;
mod grounds;
mod participants;
mod reasons;
mod segments;
mod words;

use crate::{
    article::Article,
    entities::{Entities, EntityId},
    events::Events,
    language::Doc,
    pack::LanguagePack,
    quotes::Quotation,
    record::{self, Record, ReferenceSource, SCHEMA},
    segments::Segmented,
    text::OffsetUnit,
    time::Day,
};

/// Everything that the rooms before found out.
pub struct Findings<'a> {
    /// The article; its text goes into the record.
    pub article: Article,
    /// Its passages.
    pub segmented: &'a Segmented,
    /// A document for each passage.
    pub docs: &'a [Doc],
    /// Who is who.
    pub entities: &'a Entities,
    /// Who said what.
    pub quotes: &'a [Quotation],
    /// Who met whom, what was signed.
    pub events: &'a Events,
    /// The day that "yesterday" counts from, and where it was taken from.
    pub reference: Option<(Day, ReferenceSource)>,
    /// What the caller should know.
    pub warnings: Vec<String>,
    /// The language model's id.
    pub model: &'a str,
    /// The pack whose rules are to be explained, where that is asked for.
    pub explained: Option<&'a LanguagePack>,
}

/// Writes the record.
pub fn record(findings: Findings<'_>, unit: OffsetUnit) -> Record {
    let Findings { article, segmented, docs, entities, quotes, events, reference, warnings, model, explained } = findings;
    let passages = &segmented.passages;
    let grounds = grounds::Grounds::new(&article, passages, docs, unit);
    let segments = segments::cut(&article, passages, quotes, &grounds);
    let used = events
        .encounters
        .iter()
        .flat_map(|e| e.participants.iter().map(|p| p.0))
        .chain(events.accords.iter().flat_map(|a| a.parties.iter().chain(&a.signatories).copied()))
        .chain(quotes.iter().filter_map(|q| q.speaker));
    let used: Vec<EntityId> = used.collect();
    let cast = participants::Cast::choose(entities, used, &grounds);
    let writer = events::Writer { grounds: &grounds, cast: &cast, segments: &segments, entities };
    let (meetings, agreements) = writer.write(events);
    let told = words::quotes(passages, docs, quotes, &cast, &grounds);
    let (participants, ids) = (cast.participants, cast.entities);
    let mut record = Record {
        engine: record::Engine {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            schema: SCHEMA.to_owned(),
            model: model.to_owned(),
        },
        article: record::Article {
            title: article.title.clone(),
            byline: article.byline.clone(),
            site: article.site.clone(),
            url: article.url.clone(),
            published_at: article.published_at.clone(),
            modified_at: article.modified_at.clone(),
            reference_date: reference.map(|(day, _)| day.to_string()),
            reference_date_source: reference.map(|(_, source)| source),
            language: segmented.language.as_ref().map(ToString::to_string),
            language_confidence: record::rounded(segmented.language_confidence),
            offset_unit: unit,
            text: String::new(),
        },
        quotes: told,
        posts: words::posts(&article, passages, &grounds),
        participants,
        meetings,
        agreements,
        segments: segments.into_iter().map(|(_, s)| s).collect(),
        warnings,
        near_misses: None,
    };
    if let Some(pack) = explained {
        let reasons = reasons::Writer { grounds: &grounds, cast: &ids, passages, docs, entities };
        reasons.explain(&mut record, quotes, events, pack, reference.map(|(day, _)| day));
    }
    record.article.text = article.text;
    record
}
