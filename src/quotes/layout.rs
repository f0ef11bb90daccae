//! Where marks stand among a document's tokens, and how far each token's subtree reaches: what all rules of this room look at.

use crate::{
    language::Doc,
    segments::Passage,
    text::{Span, Tok},
    time,
};

/// Words in outermost marks, as tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Index into [`Passage::marks`].
    pub mark: usize,
    /// The words without their marks.
    pub inner: Span<Tok>,
    /// The words with their marks.
    pub outer: Span<Tok>,
}

/// One passage, laid out.
#[derive(Debug)]
pub struct Layout {
    /// Words in outermost marks, in order.
    pub words: Vec<Words>,
    /// For each token, true where it stands in marks or is one.
    covered: Vec<bool>,
    /// For each token, first token and end of its subtree.
    extents: Vec<(u32, u32)>,
    /// The first token behind a dateline: the sentence that the passage tells begins there.
    pub opening: usize,
}

impl Layout {
    /// Lays a passage out. Linear in its tokens.
    pub fn of(passage: &Passage, doc: &Doc) -> Self {
        let mut words = Vec::new();
        let mut covered = vec![false; doc.len()];
        let tokens = |start: usize, end: usize| {
            let first = doc.token_at(start);
            Span::new(first, doc.tokens.partition_point(|t| t.span.start < end).max(first))
        };
        for (mark, m) in passage.marks.iter().enumerate().filter(|(_, m)| m.depth == 0) {
            let outer = tokens(m.outer.start, m.outer.end);
            let inner = tokens(m.inner.start, m.inner.end);
            covered[outer.range()].fill(true);
            if !inner.is_empty() {
                words.push(Words { mark, inner, outer });
            }
        }
        let opening = time::dateline(passage.view.text()).map_or(0, |d| doc.tokens.partition_point(|t| t.span.start < d.end));
        Self { words, covered, extents: extents(doc), opening }
    }

    /// True where a token stands outside of all marks.
    pub fn is_frame(&self, t: usize) -> bool {
        self.covered.get(t) == Some(&false)
    }

    /// How many tokens of the span stand in those marks that hold the most of it.
    pub fn most_in_marks(&self, span: Span<Tok>) -> usize {
        let first = self.words.partition_point(|w| w.outer.end <= span.start);
        let inside = self.words[first..].iter().take_while(|w| w.outer.start < span.end);
        inside.map(|w| w.outer.end.min(span.end) - w.outer.start.max(span.start)).max().unwrap_or(0)
    }

    /// All that hangs under `t`, first token to last.
    pub fn extent(&self, t: usize) -> Span<Tok> {
        self.extents.get(t).map_or(Span::new(t, t), |&(a, b)| Span::new(a as usize, b as usize))
    }
}

/// The extent of every token's subtree, by one walk over the tree from its leaves.
fn extents(doc: &Doc) -> Vec<(u32, u32)> {
    let mut extents: Vec<(u32, u32)> = (0..doc.len() as u32).map(|i| (i, i + 1)).collect();
    let mut order: Vec<usize> = (0..doc.len()).filter(|&i| doc.governor(i).is_none()).collect();
    let mut next = 0;
    while let Some(&t) = order.get(next) {
        order.extend(doc.children(t));
        next += 1;
    }
    for &t in order.iter().rev() {
        if let Some(g) = doc.governor(t) {
            let (start, end) = extents[t];
            extents[g] = (extents[g].0.min(start), extents[g].1.max(end));
        }
    }
    extents
}
