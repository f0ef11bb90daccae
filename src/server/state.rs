//! What all requests share.

use std::sync::Arc;

use tokio::sync::{OnceCell, Semaphore};

use super::{admission::Admission, config::Config, drain::Drain};
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
    /// A permit for each core: more threads than cores make every article slower and none faster.
    pub(super) cores: Arc<Semaphore>,
    pub(super) drain: Drain,
    /// Whether the first extraction went well; empty until it was tried.
    pub(super) warm: OnceCell<bool>,
}

impl App {
    pub(super) fn new(config: Config, extractor: Extractor) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Shared {
            admission: Admission::new(&config),
            config,
            extractor,
            cores: Arc::new(Semaphore::new(cores)),
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
