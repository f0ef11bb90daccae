//! Who may work, and who may wait to: the cores, the queue before them, and what a batch may take of both.
//!
//! ```text
//! article of its own ─▶ place in the queue, or 429 ─┐
//!                                                   ├─▶ core
//! line of a batch ────▶ lane ───────────────────────┘
//! ```
//!
//! A core is given in the order of asking. A batch's lines ask only from a lane, of which there are as many as cores for all batches
//! together: so no article of its own ever has more lines before it than there are cores, however many batches run.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{config::Limits, work::internal};
use crate::wire::{Problem, ProblemKind};

/// See the module.
#[derive(Debug)]
pub(super) struct Cores {
    free: Arc<Semaphore>,
    places: Arc<Semaphore>,
    lanes: Arc<Semaphore>,
    /// Of all, taken or free.
    number: usize,
    all_places: usize,
}

/// A place among the articles that wait or are worked on; given back when dropped.
#[derive(Debug)]
pub(super) struct Place(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

/// A core for one article; given back when dropped.
#[derive(Debug)]
pub(super) struct Core(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

impl Cores {
    pub(super) fn new(limits: &Limits) -> Self {
        let cores = limits.workers.get().min(Semaphore::MAX_PERMITS);
        let all_places = cores.saturating_add(limits.max_waiting).min(Semaphore::MAX_PERMITS);
        let semaphore = |permits| Arc::new(Semaphore::new(permits));
        Self { free: semaphore(cores), places: semaphore(all_places), lanes: semaphore(cores), number: cores, all_places }
    }

    /// Articles that wait for a core, lines of batches aside.
    pub(super) fn waiting(&self) -> usize {
        self.all_places.saturating_sub(self.free_places()).saturating_sub(self.number.saturating_sub(self.free.available_permits()))
    }

    /// Refuses, before its body is read, an article that would find no place at this moment.
    pub(super) fn expect_place(&self) -> Result<(), Problem> {
        if self.free_places() > 0 { Ok(()) } else { Err(queue_is_full()) }
    }

    /// Places that nobody has.
    pub(super) fn free_places(&self) -> usize {
        self.places.available_permits()
    }

    /// A place for an article whose body is here.
    pub(super) fn place(&self) -> Result<Place, Problem> {
        Arc::clone(&self.places).try_acquire_owned().map(Place).map_err(|_| queue_is_full())
    }

    /// A core, when it is this caller's turn.
    pub(super) async fn core(&self) -> Result<Core, Problem> {
        Arc::clone(&self.free).acquire_owned().await.map(Core).map_err(|_| internal())
    }

    /// A core for a line of a batch.
    pub(super) async fn core_for_line(&self) -> Result<Core, Problem> {
        // given back once the line has its core: the next may ask then
        let _lane = self.lanes.acquire().await.map_err(|_| internal())?;
        self.core().await
    }
}

fn queue_is_full() -> Problem {
    Problem::new(ProblemKind::Overloaded, "as many articles wait as may; wait as long as Retry-After says and send the article again")
}

#[cfg(test)]
mod tests {
    use std::{num::NonZeroUsize, time::Duration};

    use tokio::time::timeout;

    use super::*;

    fn cores(max_waiting: usize) -> Cores {
        Cores::new(&Limits { workers: NonZeroUsize::MIN, max_waiting, ..Limits::default() })
    }

    #[tokio::test]
    async fn places_are_one_a_core_and_one_for_each_that_may_wait() {
        let cores = cores(1);
        let (first, _second) = (cores.place().unwrap(), cores.place().unwrap());
        assert_eq!((cores.place().unwrap_err().status, cores.expect_place().unwrap_err().status), (429, 429));
        drop(first);
        cores.expect_place().unwrap();
        cores.place().unwrap();
    }

    #[tokio::test]
    async fn an_article_of_its_own_waits_behind_one_line_of_all_that_wait() {
        let cores = cores(1);
        let busy = cores.core().await.unwrap();
        let lines: Vec<_> = (0..9).map(|_| cores.core_for_line()).collect();
        let lines = async { futures_in_order(lines).await };
        tokio::pin!(lines);
        assert!(timeout(Duration::from_millis(20), lines.as_mut()).await.is_err());
        let own = cores.core();
        tokio::pin!(own);
        assert!(timeout(Duration::from_millis(20), own.as_mut()).await.is_err());
        drop(busy);
        let line = timeout(Duration::from_secs(5), lines.as_mut()).await.unwrap();
        drop(line);
        timeout(Duration::from_secs(5), own).await.unwrap().unwrap();
    }

    /// The first of `waiting` to be done, all of them having asked.
    async fn futures_in_order(waiting: Vec<impl Future<Output = Result<Core, Problem>>>) -> Core {
        let mut waiting: Vec<_> = waiting.into_iter().map(Box::pin).collect();
        std::future::poll_fn(|cx| {
            for future in &mut waiting {
                if let std::task::Poll::Ready(core) = future.as_mut().poll(cx) {
                    return std::task::Poll::Ready(core.unwrap());
                }
            }
            std::task::Poll::Pending
        })
        .await
    }
}
