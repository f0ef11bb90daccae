//! How many articles may wait for a core: a burst's worth, and under lasting overload no more than keep the cores at work.
//!
//! A queue that is always full serves nobody sooner: everybody only waits longer. So once somebody was refused, it is seen how few
//! waited when a core took one, from one refusal to the next, some times over. All of these but one waited for nothing, and the queue
//! gets shorter by that many. Where a core then runs out of work, it got too short, and doubles. So it finds the length that the load's
//! own rhythm needs: one, for calls that come evenly, and for callers in step what lasts from one onslaught to the next.

use std::time::{Duration, Instant};

/// Without a refusal for as long as this, the overload is over: whoever was told to come again has come.
const CALM: Duration = Duration::from_secs(1);

/// Times that the queue must be seen to fill up again before it gets shorter: fewer would mistake chance for a rhythm, more would let
/// the first of an overload wait long.
const TURNS: usize = 4;

/// See the module.
#[derive(Debug)]
pub(super) struct Queue {
    /// That may wait at most.
    most: usize,
    /// That may wait now.
    allowed: usize,
    waiting: usize,
    refused_last: Option<Instant>,
    /// True where somebody was refused since a core last ran out of work.
    refused: bool,
    /// The fewest that waited when a core took one, since the queue was last measured.
    fewest: usize,
    /// True where a core took one since the last refusal.
    taken: bool,
    /// Times that somebody was refused after that.
    turns: usize,
}

impl Queue {
    pub(super) fn new(most: usize) -> Self {
        Self { most, allowed: most, waiting: 0, refused_last: None, refused: false, fewest: usize::MAX, taken: false, turns: 0 }
    }

    pub(super) fn waiting(&self) -> usize {
        self.waiting
    }

    /// True where one more may wait; where not, somebody is refused.
    pub(super) fn has_room(&mut self, now: Instant) -> bool {
        if self.refused_last.is_some_and(|last| now.saturating_duration_since(last) >= CALM) {
            *self = Self { waiting: self.waiting, ..Self::new(self.most) };
        }
        let room = self.waiting < self.allowed;
        if !room {
            self.refuse(now);
        }
        room
    }

    fn refuse(&mut self, now: Instant) {
        if self.refused_last.replace(now).is_none() {
            self.measure_anew();
        }
        self.refused = true;
        self.turns += usize::from(std::mem::take(&mut self.taken));
        if self.turns >= TURNS {
            let for_nothing = self.fewest.saturating_sub(1);
            self.allowed -= for_nothing.min(self.allowed.saturating_sub(1));
            self.measure_anew();
        }
    }

    /// An article begins to wait, where it may.
    pub(super) fn enter(&mut self, now: Instant) -> bool {
        let room = self.has_room(now);
        self.waiting += usize::from(room);
        room
    }

    /// One that waited gets a core, and leaves next.
    pub(super) fn take(&mut self) {
        self.fewest = self.fewest.min(self.waiting);
        self.taken = true;
    }

    /// One that waited is gone.
    pub(super) fn leave(&mut self) {
        self.waiting = self.waiting.saturating_sub(1);
    }

    /// An article came when a core had nothing to do.
    pub(super) fn ran_out(&mut self) {
        if std::mem::take(&mut self.refused) {
            self.allowed = self.allowed.saturating_mul(2).min(self.most);
            self.measure_anew();
        }
    }

    fn measure_anew(&mut self) {
        (self.fewest, self.taken, self.turns) = (usize::MAX, false, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten milliseconds: what an article takes here.
    const WORK: u64 = 10_000;

    /// What came of a load.
    #[derive(Default)]
    struct Trial {
        /// Microseconds from coming to being done, of each article that was admitted.
        times: Vec<u64>,
        refused: usize,
    }

    impl Trial {
        /// One core, articles that come at `times` (microseconds, in order), and a queue.
        fn of(queue: &mut Queue, begin: Instant, times: impl Iterator<Item = u64>) -> Self {
            let (mut trial, mut line, mut free_at) = (Self::default(), std::collections::VecDeque::new(), 0);
            for now in times {
                while free_at <= now
                    && let Some(came) = line.pop_front()
                {
                    queue.take();
                    queue.leave();
                    free_at += WORK;
                    trial.times.push(free_at - came);
                }
                if free_at <= now {
                    queue.ran_out();
                    free_at = now + WORK;
                    trial.times.push(WORK);
                } else if queue.enter(begin + Duration::from_micros(now)) {
                    line.push_back(now);
                } else {
                    trial.refused += 1;
                }
            }
            trial
        }

        fn quantile(&mut self, q: f64) -> u64 {
            self.times.sort_unstable();
            self.times[(self.times.len() as f64 * q) as usize]
        }
    }

    /// Calls that come independently of each other, `rate` of them in the time of one article.
    fn independent(rate: f64, seconds: u64) -> impl Iterator<Item = u64> {
        let (mut state, mut now) = (1_u64, 0.0);
        std::iter::from_fn(move || {
            // a linear congruential generator: the same calls in each run
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let uniform = ((state >> 11) as f64 + 1.0) / (1_u64 << 53) as f64;
            now -= uniform.ln() * WORK as f64 / rate;
            Some(now as u64)
        })
        .take_while(move |&now| now < seconds * 1_000_000)
    }

    #[test]
    fn lasting_overload_leaves_no_core_idle_and_lets_nobody_wait_long() {
        let mut half = Trial::of(&mut Queue::new(20), Instant::now(), independent(0.5, 60));
        assert_eq!(half.refused, 0);
        let half = half.quantile(0.99);
        let even = (0..60_000_000).step_by(WORK as usize / 5);
        let mut even = Trial::of(&mut Queue::new(20), Instant::now(), even);
        assert!(even.times.len() > 5_990 && even.quantile(0.99) <= 2 * WORK, "{} {}", even.times.len(), even.quantile(0.99));
        let mut uneven = Trial::of(&mut Queue::new(20), Instant::now(), independent(5.0, 60));
        assert!(uneven.times.len() > 5_950, "{}", uneven.times.len());
        assert!(uneven.quantile(0.99) <= half, "{} {half}", uneven.quantile(0.99));
    }

    #[test]
    fn callers_in_step_find_the_room_that_their_rhythm_needs() {
        // a hundred at once, with twenty articles' time from one onslaught to the next
        let calls = (0..300).flat_map(|round| std::iter::repeat_n(round * 20 * WORK, 100));
        let trial = Trial::of(&mut Queue::new(20), Instant::now(), calls);
        assert!(trial.times.len() > 300 * 19, "{}", trial.times.len());
        let slight = Trial::of(&mut Queue::new(20), Instant::now(), independent(1.2, 60));
        assert!(slight.times.len() > 5_700, "{}", slight.times.len());
    }

    #[test]
    fn a_burst_after_the_overload_finds_all_the_room_again() {
        let (mut queue, begin) = (Queue::new(20), Instant::now());
        Trial::of(&mut queue, begin, (0..3_000_000).step_by(2_000));
        assert!(queue.allowed <= 2, "{}", queue.allowed);
        while queue.waiting() > 0 {
            queue.take();
            queue.leave();
        }
        let later = begin + Duration::from_secs(5);
        assert_eq!((0..30).filter(|_| queue.enter(later)).count(), 20);
    }

    #[test]
    fn without_room_nobody_waits_and_who_is_gone_leaves_room() {
        let now = Instant::now();
        let mut none = Queue::new(0);
        none.ran_out();
        assert!(!none.enter(now) && !none.enter(now));
        none.ran_out();
        assert!(!none.enter(now));
        let mut one = Queue::new(1);
        assert!(one.enter(now) && !one.enter(now));
        one.leave();
        assert!(one.enter(now));
    }
}
