//! What all requests share.

use std::sync::Arc;

use tokio::sync::OnceCell;

use super::{admission::Admission, config::Config, cores::Cores, drain::Drain, metrics::Metrics};
use crate::Extractor;

/// What all requests share; cheap to clone.
#[derive(Debug, Clone)]
pub(super) struct App(Arc<Shared>);

/// See [`App`].
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) config: Config,
    pub(super) extractor: Extractor,
    pub(super) admission: Admission,
    pub(super) cores: Cores,
    pub(super) metrics: Metrics,
    pub(super) drain: Drain,
    /// Whether the first extraction went well; empty until it was tried.
    pub(super) warm: OnceCell<bool>,
    /// Where spans of calls go.
    #[cfg(feature = "otlp")]
    pub(super) traces: Option<super::otlp::Traces>,
}

impl App {
    pub(super) fn new(config: Config, extractor: Extractor) -> Self {
        Self(Arc::new(Shared {
            admission: Admission::new(&config.limits),
            cores: Cores::new(&config.limits),
            metrics: Metrics::new(&extractor.languages()),
            config,
            extractor,
            drain: Drain::default(),
            warm: OnceCell::new(),
            #[cfg(feature = "otlp")]
            traces: None,
        }))
    }

    /// The same, whose calls are told to a collector. For one that nobody shares yet.
    #[cfg(feature = "otlp")]
    pub(super) fn with_traces(mut self, traces: Option<super::otlp::Traces>) -> Self {
        if let Some(shared) = Arc::get_mut(&mut self.0) {
            shared.traces = traces;
        }
        self
    }
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
