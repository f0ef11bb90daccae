//! Work for a core: on threads of its own, each article with a budget that ends it when its time is up or its caller is gone.

use tokio::{task::spawn_blocking, time::timeout};

use super::{
    cores::{Core, Place},
    state::App,
};
use crate::{
    Budget, Extractor,
    wire::{Problem, ProblemKind},
};

impl App {
    /// Does `work` on an article of its own as soon as a core is free; refuses it where none is within the time that work may take.
    pub(super) async fn work_soon<T: Send + 'static>(
        &self,
        place: Place,
        work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        match timeout(self.config.limits.work_timeout, self.cores.core_for(place)).await {
            Ok(core) => self.work_on(core?, work).await,
            Err(_) => Err(Problem::new(
                ProblemKind::Overloaded,
                "no core was free in time; wait as long as Retry-After says and send the article again",
            )),
        }
    }

    /// Does `work` on a line of a batch when a core is free, however long that takes.
    pub(super) async fn work_on_line<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let core = self.cores.core_for_line().await?;
        self.work_on(core, work).await
    }

    /// Does `work` of the service's own.
    pub(super) async fn work<T: Send + 'static>(&self, work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static) -> Result<T, Problem> {
        let core = self.cores.core().await?;
        self.work_on(core, work).await
    }

    async fn work_on<T: Send + 'static>(
        &self,
        core: Core,
        work: impl FnOnce(&Extractor, &Budget) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let app = self.clone();
        // dropped with this future: a caller that hangs up ends the work
        let limits = &self.config.limits;
        let (budget, _waited_for) = Budget::within(limits.work_timeout).with_longest_text(limits.max_text_bytes).with_books().with_end();
        let done = spawn_blocking(move || {
            // the thread holds its core to the end, also where nobody waits for it any more
            let _core = core;
            let done = work(&app.extractor, &budget);
            app.metrics.stages(&budget);
            done
        });
        done.await.map_err(|_| internal())
    }
}

/// The answer where we failed. What happened stands in the log, under the request's id.
pub(super) fn internal() -> Problem {
    Problem::new(ProblemKind::Internal, "the service failed on this request; report the request id, and the article if you may")
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;
    use crate::server::Config;

    #[tokio::test]
    async fn a_caller_that_is_gone_ends_its_work_and_frees_its_place_and_core() {
        let app = App::new(Config::default(), Extractor::new().unwrap());
        let (begun, has_begun) = mpsc::channel();
        let (ended, has_ended) = mpsc::channel();
        let call = app.work_soon(app.cores.place().unwrap(), move |_, budget| {
            begun.send(()).unwrap();
            while !budget.is_spent() {
                std::thread::sleep(Duration::from_millis(1));
            }
            ended.send(()).unwrap();
        });
        assert!(timeout(Duration::from_millis(50), call).await.is_err());
        has_begun.recv_timeout(Duration::from_secs(5)).unwrap();
        // long before the time that work may take
        has_ended.recv_timeout(Duration::from_secs(5)).unwrap();
        timeout(Duration::from_secs(5), app.work(|_, _| ())).await.unwrap().unwrap();
    }
}
