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
}

impl App {
    pub(super) fn new(config: Config, extractor: Extractor) -> Self {
        Self(Arc::new(Shared {
            admission: Admission::new(&config.limits),
            cores: Cores::new(&config.limits),
            metrics: Metrics::new(extractor.engine().language()),
            config,
            extractor,
            drain: Drain::default(),
            warm: OnceCell::new(),
        }))
    }
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}
