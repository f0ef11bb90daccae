//! Work on several threads whose results come out in the order in which it went in, with bounded memory.

use std::{
    iter, panic,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, TryRecvError, sync_channel},
    },
    thread,
};

/// Jobs for each thread that may be finished and wait for one before them.
const AHEAD: usize = 4;

/// Results in order.
#[derive(Debug)]
pub struct Ordered<T> {
    /// A channel for each job, in the order of the jobs; it carries one result.
    slots: Receiver<Receiver<T>>,
    /// A slot that was looked at before its result was there.
    waiting: Option<Receiver<T>>,
}

/// Begins to work on `jobs`, each of which the work may take apart, and which are taken only as fast as results are. Where `work` panics, `lost` stands for its result.
///
/// The threads are not joined: one may stand in a read that never returns (a terminal, an open pipe) when nobody wants results any more.
/// Dropping the results ends all others.
pub fn ordered<J, T>(
    jobs: impl Iterator<Item = J> + Send + 'static,
    threads: usize,
    work: impl Fn(&mut J) -> T + Send + Sync + 'static,
    lost: impl Fn(&J) -> T + Send + Sync + 'static,
) -> Ordered<T>
where
    J: Send + 'static,
    T: Send + 'static,
{
    let (slot, slots) = sync_channel::<Receiver<T>>(threads * AHEAD);
    let (give, take) = sync_channel::<(J, SyncSender<T>)>(threads);
    thread::spawn(move || {
        for job in jobs {
            let (done, result) = sync_channel(1);
            if slot.send(result).is_err() || give.send((job, done)).is_err() {
                return;
            }
        }
    });
    let (take, work) = (Arc::new(Mutex::new(take)), Arc::new((work, lost)));
    for _ in 0..threads {
        let (take, work) = (Arc::clone(&take), Arc::clone(&work));
        thread::spawn(move || {
            let (work, lost) = &*work;
            for (mut job, done) in iter::from_fn(|| take.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()) {
                // what a half-done job leaves behind is seen by nobody: it is read only, and its result is not there
                let result = panic::catch_unwind(panic::AssertUnwindSafe(|| work(&mut job))).unwrap_or_else(|_| lost(&job));
                // where nobody waits for it any more, the next job finds that out too
                let _ = done.send(result);
            }
        });
    }
    Ordered { slots, waiting: None }
}

impl<T> Ordered<T> {
    /// The next result if it is there already, so that the caller may do something else before it waits.
    pub fn ready(&mut self) -> Option<T> {
        let slot = match self.waiting.take() {
            Some(slot) => slot,
            None => self.slots.try_recv().ok()?,
        };
        match slot.try_recv() {
            Ok(result) => Some(result),
            Err(TryRecvError::Empty) => {
                self.waiting = Some(slot);
                None
            }
            Err(TryRecvError::Disconnected) => None,
        }
    }

    /// The next result, as soon as it is there; none after the last.
    pub fn wait(&mut self) -> Option<T> {
        let slot = match self.waiting.take() {
            Some(slot) => slot,
            None => self.slots.recv().ok()?,
        };
        slot.recv().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        sync::atomic::{AtomicUsize, Ordering::SeqCst},
        time::Duration,
    };

    fn all<T>(mut results: Ordered<T>) -> Vec<T> {
        iter::from_fn(|| results.ready().or_else(|| results.wait())).collect()
    }

    #[test]
    fn results_keep_the_order_of_their_jobs() {
        let work = |n: &mut u64| {
            thread::sleep(Duration::from_micros(200 * (*n % 7)));
            *n * 2
        };
        let results = all(ordered(0..200, 4, work, |_| 0));
        assert_eq!(results, (0..200).map(|n| n * 2).collect::<Vec<_>>());
        assert!(all(ordered(0..0, 4, work, |_| 0)).is_empty());
    }

    #[test]
    fn a_job_that_panics_is_told_in_its_place() {
        let work = |n: &mut u64| {
            assert_ne!(*n % 10, 3, "a planted fault");
            *n
        };
        let results = all(ordered(0..30, 2, work, |n| n + 1000));
        let wanted: Vec<u64> = (0..30).map(|n| if n % 10 == 3 { n + 1000 } else { n }).collect();
        assert_eq!(results, wanted);
    }

    #[test]
    fn jobs_are_not_taken_faster_than_results() {
        let taken = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&taken);
        let mut results = ordered((0..100_000).inspect(move |_| _ = counter.fetch_add(1, SeqCst)), 2, |n| *n, |n| *n);
        assert_eq!(results.wait(), Some(0));
        thread::sleep(Duration::from_millis(50));
        assert!(taken.load(SeqCst) < 50, "{taken:?}");
    }
}
