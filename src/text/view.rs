//! What the engine reads instead of the text as it came, with the way back.

use super::span::{Byte, Span, ViewByte};

/// A stretch of view and article text that run side by side from here to the next one. In half the room that positions take elsewhere: a text
/// may have a run for each of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    view: u32,
    article: u32,
    /// Bytes that are the same in both; what follows up to the next run was put in, left out or replaced.
    same: u32,
}

impl Run {
    fn new(view: usize, article: usize, same: usize) -> Self {
        Self { view: view as u32, article: article as u32, same: same as u32 }
    }

    fn view(self) -> usize {
        self.view as usize
    }

    fn article(self) -> usize {
        self.article as usize
    }

    fn same(self) -> usize {
        self.same as usize
    }
}

/// A block's cleaned text and the map from it back to the article.
///
/// A position inside text that was replaced (a mended "Ã±") maps to the start of what it replaces; the end of a span maps to the
/// end of it, so that a name's span in the article always covers the whole of the name as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    text: String,
    runs: Vec<Run>,
    source: Span<Byte>,
}

impl View {
    /// A view that changes nothing: `text` stands at byte `at` of the article.
    pub fn verbatim(text: &str, at: usize) -> Self {
        let mut builder = ViewBuilder::new(at);
        builder.keep(text);
        builder.finish()
    }

    /// The cleaned text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The stretch of the article that this is a view of.
    pub fn source(&self) -> Span<Byte> {
        self.source
    }

    /// Where a span of the view stands in the article.
    pub fn to_article(&self, span: Span<ViewByte>) -> Span<Byte> {
        if span.is_empty() {
            let at = self.start_of(span.start);
            return Span::new(at, at);
        }
        Span::new(self.start_of(span.start), self.end_of(span.end))
    }

    /// Where a position of the article stands in the view; inside something left out, the place where it was.
    pub fn from_article(&self, at: usize) -> usize {
        let i = self.runs.partition_point(|r| r.article() <= at);
        let Some(run) = i.checked_sub(1).map(|i| self.runs[i]) else { return 0 };
        if at <= run.article() + run.same() {
            return run.view() + (at - run.article());
        }
        self.runs.get(i).map_or(self.text.len(), |next| next.view())
    }

    fn start_of(&self, at: usize) -> usize {
        let i = self.runs.partition_point(|r| r.view() <= at);
        let Some(run) = i.checked_sub(1).map(|i| self.runs[i]) else { return self.source.start };
        if at < run.view() + run.same() || i == self.runs.len() {
            return (run.article() + (at - run.view())).min(self.source.end);
        }
        run.article() + run.same()
    }

    fn end_of(&self, at: usize) -> usize {
        let i = self.runs.partition_point(|r| r.view() < at);
        let Some(run) = i.checked_sub(1).map(|i| self.runs[i]) else { return self.source.start };
        if at <= run.view() + run.same() {
            return run.article() + (at - run.view());
        }
        self.runs.get(i).map_or(self.source.end, |next| next.article())
    }
}

/// Builds a view from left to right: each call says what becomes of the next stretch of the article.
#[derive(Debug)]
pub struct ViewBuilder {
    text: String,
    runs: Vec<Run>,
    start: usize,
    at: usize,
}

impl ViewBuilder {
    /// A view of what begins at byte `start` of the article.
    pub fn new(start: usize) -> Self {
        Self { text: String::new(), runs: Vec::new(), start, at: start }
    }

    /// Takes the next stretch as it is.
    pub fn keep(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(r) if r.view() + r.same() == self.text.len() && r.article() + r.same() == self.at => r.same += text.len() as u32,
            _ => self.runs.push(Run::new(self.text.len(), self.at, text.len())),
        }
        self.text.push_str(text);
        self.at += text.len();
    }

    /// Leaves the next `bytes` of the article out.
    pub fn skip(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// Puts `text` where the next `bytes` of the article stand.
    pub fn replace(&mut self, bytes: usize, text: &str) {
        if !text.is_empty() {
            self.runs.push(Run::new(self.text.len(), self.at, 0));
        }
        self.text.push_str(text);
        self.at += bytes;
        if bytes > 0 && !text.is_empty() {
            // Anchors the end of what was put in, so that a span that ends with it ends behind what it replaces.
            self.runs.push(Run::new(self.text.len(), self.at, 0));
        }
    }

    /// The cleaned text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The finished view.
    pub fn finish(self) -> View {
        View { text: self.text, runs: self.runs, source: Span::new(self.start, self.at) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined() -> View {
        // article: `xx**The Kremlin**\nsaid PeÃ±a` from byte 2
        let mut b = ViewBuilder::new(2);
        b.skip(2);
        b.keep("The Kremlin");
        b.skip(2);
        b.replace(1, " ");
        b.keep("said Pe");
        b.replace("Ã±".len(), "ñ");
        b.keep("a");
        b.finish()
    }

    #[test]
    fn names_map_back_to_the_words_as_they_came() {
        let article = "xx**The Kremlin**\nsaid PeÃ±a";
        let view = joined();
        assert_eq!(view.text(), "The Kremlin said Peña");
        let find = |w: &str| {
            let at = view.text().find(w).unwrap();
            &article[view.to_article(Span::new(at, at + w.len())).range()]
        };
        assert_eq!(find("The Kremlin"), "The Kremlin");
        assert_eq!(find("Kremlin said"), "Kremlin**\nsaid");
        assert_eq!(find("Peña"), "PeÃ±a");
        assert_eq!(find("said"), "said");
    }

    #[test]
    fn the_way_there_is_the_inverse_of_the_way_back() {
        let view = joined();
        let article = "xx**The Kremlin**\nsaid PeÃ±a";
        for word in ["The", "Kremlin", "said"] {
            let at = article.find(word).unwrap();
            assert_eq!(&view.text()[view.from_article(at)..][..word.len()], word);
        }
    }

    #[test]
    fn a_verbatim_view_only_shifts() {
        let view = View::verbatim("Havana", 10);
        assert_eq!(view.to_article(Span::new(0, 6)), Span::new(10, 16));
        assert_eq!(view.source(), Span::new(10, 16));
    }
}
