//! Who may work, and who may wait to: the cores, the queue before them, and what a batch may take of both.
//!
//! ```text
//! article of its own ─▶ core, or place in the queue, or 429 ─┐
//!                                                            ├─▶ core
//! line of a batch ────▶ lane ────────────────────────────────┘
//! ```
//!
//! A core is given in the order of asking. A batch's lines ask only from a lane, of which there are as many as cores for all batches
//! together: so no article of its own ever has more lines before it than there are cores, however many batches run.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{config::Limits, queue::Queue, work::internal};
use crate::wire::{Problem, ProblemKind};

/// See the module.
#[derive(Debug)]
pub(super) struct Cores {
    free: Arc<Semaphore>,
    lanes: Semaphore,
    queue: Arc<Mutex<Queue>>,
}

/// A core for one article; given back when dropped.
#[derive(Debug)]
pub(super) struct Core(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

/// What an article that was let in has.
#[derive(Debug)]
pub(super) enum Place {
    /// Nobody waited: its core.
    AtWork(Core),
    /// A place in the queue.
    Waiting(Waiting),
}

/// A place in the queue; given back when dropped.
#[derive(Debug)]
pub(super) struct Waiting(Arc<Mutex<Queue>>);

impl Drop for Waiting {
    fn drop(&mut self) {
        locked(&self.0).leave();
    }
}

/// What it guards is whole at any time, also where somebody panicked.
fn locked(queue: &Mutex<Queue>) -> MutexGuard<'_, Queue> {
    queue.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Cores {
    pub(super) fn new(limits: &Limits) -> Self {
        let cores = limits.workers.get().min(Semaphore::MAX_PERMITS);
        let queue = Arc::new(Mutex::new(Queue::new(limits.max_waiting)));
        Self { free: Arc::new(Semaphore::new(cores)), lanes: Semaphore::new(cores), queue }
    }

    /// Articles that wait for a core, lines of batches aside.
    pub(super) fn waiting(&self) -> usize {
        locked(&self.queue).waiting()
    }

    /// Refuses, before its body is read, an article that would find no place at this moment.
    pub(super) fn expect_place(&self) -> Result<(), Problem> {
        let room = self.free.available_permits() > 0 || locked(&self.queue).has_room(Instant::now());
        if room { Ok(()) } else { Err(queue_is_full()) }
    }

    /// A core or a place for an article whose body is here.
    pub(super) fn place(&self) -> Result<Place, Problem> {
        // fails where anybody waits
        if let Ok(core) = Arc::clone(&self.free).try_acquire_owned() {
            locked(&self.queue).ran_out();
            return Ok(Place::AtWork(Core(core)));
        }
        let room = locked(&self.queue).enter(Instant::now());
        if room { Ok(Place::Waiting(Waiting(Arc::clone(&self.queue)))) } else { Err(queue_is_full()) }
    }

    /// The core of an article that was let in, when it is its turn.
    pub(super) async fn core_for(&self, place: Place) -> Result<Core, Problem> {
        match place {
            Place::AtWork(core) => Ok(core),
            Place::Waiting(waiting) => {
                let core = self.core().await?;
                locked(&self.queue).take();
                drop(waiting);
                Ok(core)
            }
        }
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
    async fn who_finds_neither_a_core_nor_a_place_is_refused_and_who_is_gone_leaves_one() {
        let cores = cores(1);
        let at_work = cores.place().unwrap();
        assert!(matches!(at_work, Place::AtWork(_)));
        let waiting = cores.place().unwrap();
        assert_eq!((cores.waiting(), cores.place().unwrap_err().status, cores.expect_place().unwrap_err().status), (1, 429, 429));
        drop(waiting);
        cores.expect_place().unwrap();
        let next = cores.place().unwrap();
        drop(at_work);
        let core = timeout(Duration::from_secs(5), cores.core_for(next)).await.unwrap().unwrap();
        assert_eq!(cores.waiting(), 0);
        drop(core);
        assert!(matches!(cores.place().unwrap(), Place::AtWork(_)));
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
