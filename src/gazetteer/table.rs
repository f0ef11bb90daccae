//! Names filed under their keys, and the longest of them at a place.

use std::{borrow::Cow, collections::HashMap};

use super::{
    entry::{Entry, Meaning},
    key::{Caseless, CaselessHash, case_fits, normalise, normalise_into},
};

/// No name takes more tokens than this, so the work at one place is bounded.
const MAX_TOKENS: usize = 24;

/// One meaning of one name; those filed under one key are chained.
#[derive(Debug)]
struct Node {
    form: Cow<'static, str>,
    meaning: Meaning,
    next: Option<u32>,
}

/// A hash table of names.
#[derive(Debug)]
pub(super) struct Table {
    nodes: Vec<Node>,
    /// First node of each key.
    index: HashMap<Caseless<'static>, u32, CaselessHash>,
    /// The first word of names of several words, with the words of the longest.
    first_words: HashMap<Caseless<'static>, usize, CaselessHash>,
}

impl Table {
    /// Room for so many names.
    pub(super) fn with_capacity(names: usize) -> Self {
        Self {
            nodes: Vec::with_capacity(names),
            index: HashMap::with_capacity_and_hasher(names, CaselessHash::default()),
            first_words: HashMap::with_capacity_and_hasher(names / 4, CaselessHash::default()),
        }
    }

    /// Files a name. A name that begins with an article is filed without it too.
    pub(super) fn insert(&mut self, name: impl Into<Cow<'static, str>>, meaning: Meaning) {
        let form = match name.into() {
            Cow::Borrowed(name) => normalise(name),
            Cow::Owned(name) => Cow::Owned(normalise(&name).into_owned()),
        };
        if let Some(rest) = form.strip_prefix("The ") {
            self.file(Cow::Owned(rest.to_owned()), meaning);
        }
        self.file(form, meaning);
    }

    fn file(&mut self, form: Cow<'static, str>, meaning: Meaning) {
        let words = form.split(' ').count();
        if words > 1 {
            let first = match &form {
                Cow::Borrowed(f) => Cow::Borrowed(f.split(' ').next().unwrap_or(f)),
                Cow::Owned(f) => Cow::Owned(f.split(' ').next().unwrap_or(f).to_owned()),
            };
            let longest = self.first_words.entry(Caseless(first)).or_default();
            *longest = words.max(*longest);
        }
        let new = self.nodes.len() as u32;
        let mut last = *self.index.entry(Caseless(form.clone())).or_insert(new);
        while let Some(node) = self.nodes.get(last as usize) {
            if node.form == form && node.meaning == meaning {
                return;
            }
            match node.next {
                Some(next) => last = next,
                None => break,
            }
        }
        if let Some(node) = self.nodes.get_mut(last as usize) {
            node.next = Some(new);
        }
        self.nodes.push(Node { form, meaning, next: None });
    }

    /// The entry of exactly this name, an article before it aside.
    pub(super) fn exact(&self, name: &str) -> Option<Entry<'_>> {
        let key = normalise(name);
        self.find(&key).or_else(|| {
            let (article, rest) = key.split_once(' ')?;
            article.eq_ignore_ascii_case("the").then(|| self.find(rest)).flatten()
        })
    }

    fn find(&self, key: &str) -> Option<Entry<'_>> {
        let mut at = self.index.get(&Caseless(Cow::Borrowed(key))).copied();
        while let Some(node) = at {
            let Node { form, next, .. } = self.nodes.get(node as usize)?;
            if case_fits(form, key) {
                return Some(Entry { table: self, node });
            }
            at = *next;
        }
        None
    }

    /// The meanings that share the form of `node`, in the order in which they were filed.
    pub(super) fn meanings(&self, node: u32) -> impl Iterator<Item = Meaning> + '_ {
        let first = self.nodes.get(node as usize);
        let chain = std::iter::successors(first, |n| n.next.and_then(|next| self.nodes.get(next as usize)));
        chain.filter(move |n| first.is_some_and(|f| f.form == n.form)).map(|n| n.meaning)
    }

    /// The longest name that begins with the first of `words`, and how many it takes.
    pub(super) fn longest_of_words(&self, words: &[&str]) -> Option<(usize, Entry<'_>)> {
        let mut key = String::new();
        self.longest(&mut key, words.iter().enumerate().map_while(|(i, w)| (*w != "." || i == 0).then_some((" ", *w))))
    }

    /// The longest name that the given pieces (what stands before a word, and the word) begin with, and how many it takes.
    /// `key` is a buffer.
    pub(super) fn longest<'t>(&self, key: &mut String, pieces: impl Iterator<Item = (&'t str, &'t str)>) -> Option<(usize, Entry<'_>)> {
        key.clear();
        let mut ends = [0_usize; MAX_TOKENS];
        let mut count = 0;
        let mut most = 1;
        for (before, word) in pieces.take(MAX_TOKENS) {
            if count > 0 {
                normalise_into(key, before);
            }
            normalise_into(key, word);
            let end = key.trim_end().len();
            if count == 0 {
                let first = key.split(' ').next().unwrap_or_default();
                most = self.first_words.get(&Caseless(Cow::Borrowed(first))).copied().unwrap_or(1);
            }
            if count > 0 && key.split(' ').filter(|w| !w.is_empty()).count() > most {
                break;
            }
            ends[count] = end;
            count += 1;
            if most == 1 {
                break;
            }
        }
        (0..count)
            .rev()
            .filter(|&i| ends[i] > 0 && (i == 0 || ends[i] > ends[i - 1]))
            .find_map(|i| Some((i + 1, self.find(&key[..ends[i]])?)))
    }
}
