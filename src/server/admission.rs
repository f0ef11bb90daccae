//! Who is let in: a permit for each byte that is held. When they are gone the answer is 429, at once.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::config::Limits;
use crate::wire::{Problem, ProblemKind};

/// Counts the bytes of bodies that the service holds.
#[derive(Debug, Clone)]
pub(super) struct Admission {
    free: Arc<Semaphore>,
    all: usize,
}

/// Bytes that somebody holds; given back when dropped.
#[derive(Debug)]
pub(super) struct Claim {
    admission: Admission,
    held: Option<OwnedSemaphorePermit>,
}

impl Admission {
    pub(super) fn new(limits: &Limits) -> Self {
        let bytes = limits.max_bytes_in_flight.max(limits.max_body_bytes).max(limits.max_decoded_bytes).max(limits.batch_bytes());
        let all = bytes.min(Semaphore::MAX_PERMITS);
        Self { free: Arc::new(Semaphore::new(all)), all }
    }

    /// Bytes that there are to hold.
    pub(super) fn all_bytes(&self) -> usize {
        self.all
    }

    /// Bytes that somebody holds.
    pub(super) fn held_bytes(&self) -> usize {
        self.all.saturating_sub(self.free.available_permits())
    }

    /// A claim on `bytes`.
    pub(super) fn claim(&self, bytes: usize) -> Result<Claim, Problem> {
        let mut claim = Claim { admission: self.clone(), held: None };
        claim.grow(bytes)?;
        Ok(claim)
    }

    /// Refuses what could not be claimed at this moment, without claiming it: a caller who names a length and sends nothing keeps nobody out.
    pub(super) fn expect_room(&self, bytes: usize) -> Result<(), Problem> {
        if bytes <= self.free.available_permits() { Ok(()) } else { Err(overloaded()) }
    }
}

impl Claim {
    /// Claims `bytes` more.
    pub(super) fn grow(&mut self, bytes: usize) -> Result<(), Problem> {
        let permits = u32::try_from(bytes).map_err(|_| overloaded())?;
        let more = Arc::clone(&self.admission.free).try_acquire_many_owned(permits).map_err(|_| overloaded())?;
        match &mut self.held {
            Some(held) => held.merge(more),
            None => self.held = Some(more),
        }
        Ok(())
    }
}

/// The answer to those who are not let in.
pub(super) fn overloaded() -> Problem {
    Problem::new(
        ProblemKind::Overloaded,
        "the service holds as many bytes as it may; wait as long as Retry-After says and send the request again",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admission() -> Admission {
        Admission::new(&Limits {
            max_bytes_in_flight: 100,
            max_body_bytes: 10,
            max_decoded_bytes: 10,
            max_line_bytes: 10,
            ..Limits::default()
        })
    }

    #[test]
    fn bytes_are_given_back() {
        let admission = admission();
        let mut claim = admission.claim(60).unwrap();
        assert_eq!(admission.claim(41).unwrap_err().status, 429);
        claim.grow(40).unwrap();
        assert_eq!(claim.grow(1).unwrap_err().status, 429);
        assert_eq!(admission.expect_room(1).unwrap_err().status, 429);
        drop(claim);
        admission.expect_room(100).unwrap();
        admission.claim(100).unwrap();
    }

    #[test]
    fn one_body_and_one_batch_always_fit() {
        let admission = Admission::new(&Limits {
            max_bytes_in_flight: 0,
            max_body_bytes: 7,
            max_decoded_bytes: 7,
            max_line_bytes: 20,
            ..Limits::default()
        });
        admission.claim(40).unwrap();
    }
}
