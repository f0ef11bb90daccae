//! A half-open range whose unit is part of its type.

use std::{cmp::Ordering, fmt, hash::Hash, marker::PhantomData, ops::Range};

/// The unit of spans that count bytes of the article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Byte {}

/// The unit of spans that count bytes of a view's cleaned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ViewByte {}

/// The unit of spans that count tokens of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tok {}

/// `start..end` in the unit `U`; two spans of different units do not mix.
pub struct Span<U> {
    /// First position inside.
    pub start: usize,
    /// First position behind.
    pub end: usize,
    unit: PhantomData<fn() -> U>,
}

impl<U> Span<U> {
    /// The span `start..end`. An `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start), unit: PhantomData }
    }

    /// Units between start and end.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True where nothing lies between start and end.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The plain range, for slicing what is counted in this unit.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True where `at` lies inside.
    pub fn holds(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// True where `other` lies wholly inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where the two share at least one unit.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

// Derives would ask the unit for the same traits, which a marker need not have.
impl<U> Clone for Span<U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<U> Copy for Span<U> {}
impl<U> PartialEq for Span<U> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<U> Eq for Span<U> {}
impl<U> PartialOrd for Span<U> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<U> Ord for Span<U> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<U> Hash for Span<U> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_spans_do_not_overlap() {
        let (a, b) = (Span::<Byte>::new(0, 3), Span::<Byte>::new(3, 5));
        assert!(!a.overlaps(b));
        assert_eq!(a.join(b), Span::new(0, 5));
    }

    #[test]
    fn an_end_before_the_start_is_an_empty_span() {
        assert!(Span::<Tok>::new(4, 2).is_empty());
    }
}
