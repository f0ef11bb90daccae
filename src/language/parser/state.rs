//! The state of a parse: what is on the stack, what is still to come, which arcs stand.
//!
//! Arc-eager with spaCy's non-monotonic moves: a head may be replaced, and a word that is taken off the stack without a head
//! goes back to what is to come, once (Honnibal & Johnson 2015, "An Improved Non-monotonic Transition System for Dependency
//! Parsing"). Sentences begin where a [`Action::Break`] says.

use super::moves::{Action, Move};
use crate::language::network::ABSENT;

/// How many tokens a state looks at.
pub(super) const PLACES: usize = 8;

#[derive(Debug)]
pub(super) struct State {
    stack: Vec<u32>,
    /// Words that went back from the stack; the last comes next.
    returned: Vec<u32>,
    /// The first word that was never on the stack.
    next: u32,
    length: u32,
    heads: Vec<u32>,
    labels: Vec<u32>,
    /// True for a word that went back, until it gets a child.
    went_back: Vec<bool>,
    starts: Vec<bool>,
    /// The latest child of each word before it, and behind it; of each child, the one before it on the same side.
    last_left: Vec<u32>,
    last_right: Vec<u32>,
    sibling: Vec<u32>,
}

impl State {
    pub(super) fn new(length: usize) -> Self {
        Self {
            stack: Vec::new(),
            returned: Vec::new(),
            next: 0,
            length: length as u32,
            heads: vec![ABSENT; length],
            labels: vec![0; length],
            went_back: vec![false; length],
            starts: vec![false; length],
            last_left: vec![ABSENT; length],
            last_right: vec![ABSENT; length],
            sibling: vec![ABSENT; length],
        }
    }

    pub(super) fn is_final(&self) -> bool {
        self.stack.is_empty() && self.to_come() == 0
    }

    /// The tokens that the scores depend on: the next two, three on the stack, the latest children of the next and of the top.
    pub(super) fn places(&self) -> [u32; PLACES] {
        let (next, top) = (self.upcoming(0), self.top(0));
        [
            next,
            self.upcoming(1),
            top,
            self.top(1),
            self.top(2),
            child(&self.last_left, next),
            child(&self.last_left, top),
            child(&self.last_right, top),
        ]
    }

    /// Which moves may be made, asked by action.
    pub(super) fn validity(&self) -> impl Fn(Action) -> bool + use<> {
        let (to_come, depth) = (self.to_come(), self.stack.len());
        let (next, second) = (self.upcoming(0), self.upcoming(1));
        let begins = flag(&self.starts, next);
        let shift = depth == 0 || (to_come >= 2 && !begins && !flag(&self.went_back, next));
        let arc = depth > 0 && to_come > 0 && !begins;
        let cut = to_come >= 2 && second == next.wrapping_add(1) && !flag(&self.starts, second);
        move |action| match action {
            Action::Shift => shift,
            Action::Reduce => depth > 0,
            Action::Left | Action::Right => arc,
            Action::Break => cut,
        }
    }

    /// Makes a move that may be made.
    pub(super) fn make(&mut self, m: Move) {
        let (next, second, top) = (self.upcoming(0), self.upcoming(1), self.top(0));
        match m.action {
            Action::Shift => self.push(),
            Action::Reduce => {
                self.stack.pop();
                if self.heads[top as usize] == ABSENT && !self.stack.is_empty() {
                    self.went_back[top as usize] = true;
                    self.returned.push(top);
                }
            }
            Action::Left => {
                self.draw(next, top, m.label);
                self.went_back[next as usize] = false;
                self.stack.pop();
            }
            Action::Right => {
                self.draw(top, next, m.label);
                self.push();
            }
            Action::Break => self.starts[second as usize] = true,
        }
    }

    /// Head and label of each word; a word without a head is its own, with the label `root`.
    pub(super) fn finish(self, root: u32) -> (Vec<u32>, Vec<u32>) {
        let Self { mut heads, mut labels, .. } = self;
        for (i, (head, label)) in heads.iter_mut().zip(&mut labels).enumerate() {
            if *head == ABSENT {
                (*head, *label) = (i as u32, root);
            }
        }
        (heads, labels)
    }

    fn to_come(&self) -> usize {
        (self.length - self.next) as usize + self.returned.len()
    }

    /// The word that comes `i`-th from now.
    fn upcoming(&self, i: usize) -> u32 {
        match self.returned.len().checked_sub(i + 1) {
            Some(at) => self.returned[at],
            None => Some(self.next + (i - self.returned.len()) as u32).filter(|&w| w < self.length).unwrap_or(ABSENT),
        }
    }

    /// The `i`-th word from the top of the stack.
    fn top(&self, i: usize) -> u32 {
        self.stack.len().checked_sub(i + 1).map_or(ABSENT, |at| self.stack[at])
    }

    fn push(&mut self) {
        let word = self.returned.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn draw(&mut self, head: u32, child: u32, label: u32) {
        let (h, c) = (head as usize, child as usize);
        // A word loses its head only to another while it is the old head's latest child, being still on the stack above it.
        if let Some(old) = Some(self.heads[c]).filter(|&old| old != ABSENT) {
            let side = if old > child { &mut self.last_left } else { &mut self.last_right };
            if side[old as usize] == child {
                side[old as usize] = self.sibling[c];
            }
        }
        let side = if head > child { &mut self.last_left } else { &mut self.last_right };
        self.sibling[c] = side[h];
        side[h] = child;
        self.heads[c] = head;
        self.labels[c] = label;
    }
}

fn child(latest: &[u32], of: u32) -> u32 {
    latest.get(of as usize).copied().unwrap_or(ABSENT)
}

fn flag(flags: &[bool], word: u32) -> bool {
    flags.get(word as usize).copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn make(state: &mut State, action: Action) {
        assert!(state.validity()(action), "{action:?} may not be made in {state:?}");
        state.make(Move { action, label: 7 });
    }

    #[test]
    fn arcs_are_drawn_and_a_word_without_a_head_is_a_root() {
        let mut state = State::new(3);
        make(&mut state, Action::Shift);
        make(&mut state, Action::Left);
        make(&mut state, Action::Shift);
        assert_eq!(state.places(), [2, ABSENT, 1, ABSENT, ABSENT, ABSENT, 0, ABSENT]);
        make(&mut state, Action::Right);
        make(&mut state, Action::Reduce);
        make(&mut state, Action::Reduce);
        assert!(state.is_final());
        assert_eq!(state.finish(9), (vec![1, 1, 1], vec![7, 9, 7]));
    }

    #[test]
    fn a_word_without_a_head_goes_back_once() {
        let mut state = State::new(3);
        make(&mut state, Action::Shift);
        make(&mut state, Action::Shift);
        make(&mut state, Action::Reduce);
        assert_eq!(state.places()[..3], [1, 2, 0]);
        assert!(!state.validity()(Action::Shift));
        make(&mut state, Action::Right);
        assert_eq!(state.places()[..4], [2, ABSENT, 1, 0]);
    }

    #[test]
    fn nothing_crosses_a_break() {
        let mut state = State::new(3);
        make(&mut state, Action::Shift);
        make(&mut state, Action::Break);
        assert!(!state.validity()(Action::Break));
        make(&mut state, Action::Right);
        let may = state.validity();
        assert!(may(Action::Reduce) && !may(Action::Shift) && !may(Action::Right) && !may(Action::Left));
    }

    #[test]
    fn a_new_head_takes_the_child_from_the_old() {
        let mut state = State::new(3);
        make(&mut state, Action::Shift);
        make(&mut state, Action::Right);
        make(&mut state, Action::Left);
        assert_eq!(state.places(), [2, ABSENT, 0, ABSENT, ABSENT, 1, ABSENT, ABSENT]);
    }
}
