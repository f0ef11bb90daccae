//! Cuts one stretch without spaces between its words: peels affixes off both ends, then cuts at infixes.

use super::{RawToken, Rules};

impl Rules {
    /// Cuts `text[start..end]`, which is all white space or holds none, and appends its tokens.
    ///
    /// Each round takes at least one character off an end and costs what it takes off, so the whole is linear. Without
    /// `with_exceptions` the affix rules alone decide.
    pub(super) fn split(&self, text: &str, start: usize, end: usize, with_exceptions: bool, out: &mut Vec<RawToken>) {
        let is_exception = |word: &str| with_exceptions && self.exceptions.get(word).is_some();
        let (mut from, mut to) = (start, end);
        // Suffixes are found from the outside in and stand in the text the other way round.
        let mut suffixes = Vec::new();
        while from < to && !is_exception(&text[from..to]) {
            let word = &text[from..to];
            let prefix = self.prefixes.first_at(word, 0).unwrap_or(0);
            if prefix > 0 && is_exception(&word[prefix..]) {
                out.push(RawToken::new(text, from, from + prefix));
                from += prefix;
                break;
            }
            let suffix = self.suffixes.longest_at_end(&word[prefix..]).unwrap_or(0);
            if prefix + suffix == 0 {
                break;
            }
            if suffix > 0 && is_exception(&word[..word.len() - suffix]) {
                suffixes.push(RawToken::new(text, to - suffix, to));
                to -= suffix;
                break;
            }
            if prefix > 0 {
                out.push(RawToken::new(text, from, from + prefix));
                from += prefix;
            }
            if suffix > 0 {
                suffixes.push(RawToken::new(text, to - suffix, to));
                to -= suffix;
            }
        }
        self.split_core(text, from, to, with_exceptions, out);
        out.extend(suffixes.into_iter().rev());
    }

    /// Cuts what is left between the affixes.
    fn split_core(&self, text: &str, from: usize, to: usize, with_exceptions: bool, out: &mut Vec<RawToken>) {
        let core = &text[from..to];
        if core.is_empty() {
            return;
        }
        if let Some(parts) = self.exceptions.get(core).filter(|_| with_exceptions) {
            out.extend(RawToken::of_exception(text, parts, from));
            return;
        }
        if self.addresses.is_address(core) {
            out.push(RawToken::new(text, from, to));
            return;
        }
        let mut done = 0;
        for (start, end) in self.infixes.all_in(core) {
            // An infix that opens the word cuts nothing.
            if start == 0 {
                continue;
            }
            if start > done {
                out.push(RawToken::new(text, from + done, from + start));
            }
            out.push(RawToken::new(text, from + start, from + end));
            done = end;
        }
        if done < core.len() {
            out.push(RawToken::new(text, from + done, to));
        }
    }
}
