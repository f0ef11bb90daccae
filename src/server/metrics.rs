//! What the service counts, and `GET /metrics`: OpenMetrics text for Prometheus.
//!
//! Calls are told by the names of OpenTelemetry's semantic conventions for HTTP, as Prometheus spells them; what is the service's own
//! begins with `paraph_`. No label takes a caller's words: languages are those in which meetings are found, or `other`; methods those that are known.

use std::sync::Arc;

use axum::{
    extract::State,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};

use super::{state::App, work::internal};
use crate::{
    Budget,
    record::Record,
    wire::{Answer, Problem, ProblemKind},
};

/// Seconds: those that OpenTelemetry advises for HTTP calls, and two below, for a short article takes less.
const SECONDS: [f64; 16] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];

/// What calls come by, as the conventions want it told: TLS ends before the service.
pub(super) const SCHEME: &str = "http";

/// A call, as it ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Call {
    pub(super) http_request_method: &'static str,
    pub(super) http_route: String,
    pub(super) http_response_status_code: u16,
    pub(super) url_scheme: &'static str,
}

/// A call under way.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Active {
    pub(super) http_request_method: &'static str,
    pub(super) http_route: String,
    pub(super) url_scheme: &'static str,
}

/// A step of the work.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Stage {
    stage: &'static str,
}

/// What came of it: `ok`, or a problem's code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    code: &'static str,
}

/// What a record holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Found {
    kind: &'static str,
    language: String,
}

type Times<L> = Family<L, Histogram, fn() -> Histogram>;

/// See the module. Clones count together.
#[derive(Debug, Clone)]
pub(super) struct Metrics {
    registry: Arc<Registry>,
    pub(super) duration: Times<Call>,
    pub(super) active: Family<Active, Gauge>,
    pub(super) body_bytes: Counter,
    pub(super) answer_bytes: Counter,
    articles: Family<Outcome, Counter>,
    stages: Times<Stage>,
    problems: Family<Outcome, Counter>,
    refused: Counter,
    found: Family<Found, Counter>,
    warnings: Counter,
    waiting: Gauge,
    held: Gauge,
    /// Languages in which meetings are found.
    languages: Arc<[String]>,
}

impl Metrics {
    pub(super) fn new(languages: &[&str]) -> Self {
        fn times<L: Clone + Eq + std::hash::Hash>() -> Times<L> {
            Family::new_with_constructor(|| Histogram::new(SECONDS))
        }
        let mut metrics = Self {
            registry: Arc::default(),
            duration: times(),
            active: Family::default(),
            body_bytes: Counter::default(),
            answer_bytes: Counter::default(),
            articles: Family::default(),
            stages: times(),
            problems: Family::default(),
            refused: Counter::default(),
            found: Family::default(),
            warnings: Counter::default(),
            waiting: Gauge::default(),
            held: Gauge::default(),
            languages: languages.iter().map(|&language| language.to_owned()).collect(),
        };
        let mut r = Registry::default();
        r.register_with_unit("http_server_request_duration", "Calls, to the end of their answers", Unit::Seconds, metrics.duration.clone());
        r.register("http_server_active_requests", "Calls under way", metrics.active.clone());
        r.register("paraph_articles", "Articles, by what came of them", metrics.articles.clone());
        r.register_with_unit("paraph_body", "Bodies read, decompressed", Unit::Bytes, metrics.body_bytes.clone());
        r.register_with_unit("paraph_answer", "Answers written, before compression", Unit::Bytes, metrics.answer_bytes.clone());
        r.register_with_unit("paraph_stage_duration", "Work on an article, by its steps", Unit::Seconds, metrics.stages.clone());
        r.register("paraph_problems", "Calls that were answered with a problem", metrics.problems.clone());
        r.register("paraph_refused", "Calls that found no room (429)", metrics.refused.clone());
        r.register("paraph_found", "What records hold, by kind and language of the article", metrics.found.clone());
        r.register("paraph_warnings", "Warnings in records", metrics.warnings.clone());
        r.register("paraph_waiting_articles", "Articles that wait for a core, lines of batches aside", metrics.waiting.clone());
        r.register_with_unit("paraph_held", "Bodies that are held", Unit::Bytes, metrics.held.clone());
        metrics.registry = Arc::new(r);
        metrics
    }

    /// A problem goes out.
    pub(super) fn problem(&self, problem: &Problem) {
        self.problems.get_or_create(&Outcome { code: problem.code }).inc();
        if problem.status == ProblemKind::Overloaded.status() {
            self.refused.inc();
        }
    }

    /// An article was worked on.
    pub(super) fn article(&self, record: Result<&Record, &Problem>) {
        self.articles.get_or_create(&Outcome { code: record.map_or_else(|p| p.code, |_| "ok") }).inc();
        let Ok(record) = record else { return };
        self.warnings.inc_by(record.warnings.len() as u64);
        let language =
            record.article.language.as_deref().map_or("none", |l| if self.languages.iter().any(|known| known == l) { l } else { "other" });
        for (kind, number) in [
            ("meeting", record.meetings.len()),
            ("agreement", record.agreements.len()),
            ("quote", record.quotes.len()),
            ("post", record.posts.len()),
            ("participant", record.participants.len()),
        ] {
            self.found.get_or_create(&Found { kind, language: language.to_owned() }).inc_by(number as u64);
        }
    }

    /// A line of a batch was worked on.
    pub(super) fn line(&self, answer: &Answer) {
        match (&answer.record, &answer.problem) {
            (Some(record), _) => self.article(Ok(record)),
            (None, Some(problem)) => self.article(Err(problem)),
            (None, None) => {}
        }
    }

    /// Where an article's time went.
    pub(super) fn stages(&self, budget: &Budget) {
        for (stage, time) in budget.booked() {
            self.stages.get_or_create(&Stage { stage: stage.name() }).observe(time.as_secs_f64());
        }
    }
}

/// The handler.
pub(super) async fn metrics(State(app): State<App>) -> Result<Response, Problem> {
    let metrics = &app.metrics;
    metrics.waiting.set(i64::try_from(app.cores.waiting()).unwrap_or(i64::MAX));
    metrics.held.set(i64::try_from(app.admission.held_bytes()).unwrap_or(i64::MAX));
    let mut text = String::new();
    encode(&mut text, &metrics.registry).map_err(|_| internal())?;
    Ok(([(CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response())
}
