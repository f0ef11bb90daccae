//! Work for a core: on threads of its own, as many at a time as there are cores, each with a budget that ends it.

use std::sync::Arc;

use tokio::{sync::OwnedSemaphorePermit, task::spawn_blocking, time::timeout};

use super::state::App;
use crate::{
    Budget, Extractor,
    wire::{Problem, ProblemKind},
};

impl App {
    /// Does `work` as soon as a core is free; refuses it where none is within the time that work may take.
    pub(super) async fn work_soon<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        match timeout(self.config.work_timeout, self.core()).await {
            Ok(core) => self.work_on(core?, work).await,
            Err(_) => Err(Problem::new(
                ProblemKind::Overloaded,
                "no core was free in time; wait as long as Retry-After says and send the article again",
            )),
        }
    }

    /// Does `work` when a core is free, however long that takes.
    pub(super) async fn work<T: Send + 'static>(&self, work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static) -> Result<T, Problem> {
        let core = self.core().await?;
        self.work_on(core, work).await
    }

    async fn core(&self) -> Result<OwnedSemaphorePermit, Problem> {
        Arc::clone(&self.cores).acquire_owned().await.map_err(|_| internal())
    }

    async fn work_on<T: Send + 'static>(
        &self,
        core: OwnedSemaphorePermit,
        work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let app = self.clone();
        let done = spawn_blocking(move || {
            // the thread holds its core to the end, also where the caller has hung up and nobody waits for it
            let _core = core;
            work(&app.extractor, &Budget::within(app.config.work_timeout))
        });
        done.await.map_err(|_| internal())
    }
}

/// The answer where we failed. What happened stands in the log, under the request's id.
pub(super) fn internal() -> Problem {
    Problem::new(ProblemKind::Internal, "the service failed on this request; report the request id, and the article if you may")
}
