//! How long one article's work may take, of how long a text, whether anybody still waits for it, and where its time went.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// What long work asks after between its steps. Copies share the deadline and the end.
#[derive(Debug, Clone, Default)]
pub struct Budget {
    deadline: Option<Instant>,
    longest_text: Option<usize>,
    ended: Option<Arc<AtomicBool>>,
    books: Option<Arc<Mutex<Books>>>,
}

/// Steps of the work on an article, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Page or text, title, date, blocks.
    Article,
    /// What each block is, and its language.
    Segments,
    /// Tokens, tags, trees, names.
    Language,
    /// Who is who.
    Entities,
    /// Who said what.
    Quotes,
    /// Who met whom, and what was signed.
    Events,
    /// The record.
    Assembly,
}

impl Stage {
    const ALL: [Self; 7] = [Self::Article, Self::Segments, Self::Language, Self::Entities, Self::Quotes, Self::Events, Self::Assembly];

    /// The name of its room.
    pub fn name(self) -> &'static str {
        ["article", "segments", "language", "entities", "quotes", "events", "assembly"][self as usize]
    }
}

/// Where the time went.
#[derive(Debug)]
struct Books {
    /// When the stage that runs began.
    since: Instant,
    times: [Option<Duration>; Stage::ALL.len()],
}

/// Ends the work of a [`Budget`] when it is dropped, wherever that work is by then.
#[derive(Debug)]
#[must_use = "dropped, it ends the work"]
pub struct EndOnDrop(Arc<AtomicBool>);

impl Budget {
    /// No limit.
    pub fn unlimited() -> Self {
        Self::default()
    }

    /// Ends `time` from now.
    pub fn within(time: Duration) -> Self {
        Self { deadline: Instant::now().checked_add(time), ..Self::default() }
    }

    /// The same, for texts of at most that many bytes. Memory is bounded by it: time bounds no step that is quick for each byte.
    #[must_use]
    pub fn with_longest_text(mut self, bytes: usize) -> Self {
        self.longest_text = Some(bytes);
        self
    }

    /// The limit that a text of so many bytes is over, if any.
    pub fn is_exceeded_by(&self, text_bytes: usize) -> Option<usize> {
        self.longest_text.filter(|&limit| text_bytes > limit)
    }

    /// The same, which also ends when the guard is dropped: for work that is of no use once nobody waits for it.
    pub fn with_end(mut self) -> (Self, EndOnDrop) {
        let ended = Arc::clone(self.ended.get_or_insert_default());
        (self, EndOnDrop(ended))
    }

    /// The same, which keeps books of where the time goes, from now on.
    #[must_use]
    pub fn with_books(mut self) -> Self {
        self.books = Some(Arc::new(Mutex::new(Books { since: Instant::now(), times: [None; Stage::ALL.len()] })));
        self
    }

    /// Books the time since the last stage ended: `stage` took it.
    pub fn book(&self, stage: Stage) {
        if let Some(books) = &self.books {
            let mut books = books.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Instant::now();
            let time = now.saturating_duration_since(books.since);
            *books.times[stage as usize].get_or_insert_default() += time;
            books.since = now;
        }
    }

    /// The stages that were booked, and their times.
    pub fn booked(&self) -> Vec<(Stage, Duration)> {
        let Some(books) = &self.books else { return Vec::new() };
        let times = books.lock().unwrap_or_else(PoisonError::into_inner).times;
        Stage::ALL.into_iter().zip(times).filter_map(|(stage, time)| Some((stage, time?))).collect()
    }

    /// True where the time is up, or nobody waits any more: what is not done by now is left undone, and the caller says so.
    pub fn is_spent(&self) -> bool {
        // the flag guards no other memory, so no order is asked of it
        self.ended.as_ref().is_some_and(|ended| ended.load(Ordering::Relaxed)) || self.deadline.is_some_and(|d| Instant::now() >= d)
    }
}

impl Drop for EndOnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_ends_a_budget_and_its_copies() {
        let budget = Budget::within(Duration::ZERO);
        assert!(budget.is_spent() && budget.clone().is_spent());
        assert!(!Budget::unlimited().is_spent() && !Budget::within(Duration::from_mins(1)).is_spent());
    }

    #[test]
    fn the_guards_end_ends_a_budget_and_its_copies() {
        let (budget, guard) = Budget::within(Duration::from_mins(1)).with_end();
        let copy = budget.clone();
        assert!(!budget.is_spent() && !copy.is_spent());
        drop(guard);
        assert!(budget.is_spent() && copy.is_spent());
    }

    #[test]
    fn the_books_tell_the_stages_that_were_booked_and_no_others() {
        let budget = Budget::unlimited().with_books();
        std::thread::sleep(Duration::from_millis(3));
        budget.clone().book(Stage::Article);
        budget.book(Stage::Events);
        let booked = budget.booked();
        assert_eq!(booked.iter().map(|(stage, _)| stage.name()).collect::<Vec<_>>(), ["article", "events"]);
        assert!(booked[0].1 >= Duration::from_millis(3) && booked[1].1 < booked[0].1);
        let unkept = Budget::unlimited();
        unkept.book(Stage::Article);
        assert!(unkept.booked().is_empty());
    }
}
