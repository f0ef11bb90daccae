//! Where a block stands in the page: its element's path, and its words with some around them.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use scraper::Node;

use super::{
    outline::{Outline, is_unread},
    tree::collapse,
};
use crate::article::Located;

/// Bytes of a path beyond which none is told; elements nest that deep only in pages that mean no good.
const LONGEST: usize = 2_000;
/// Characters around a block that are told, white space counted once, and bytes that they take at most.
const AROUND: usize = 48;
const MOST: usize = 1_000;

/// Finds the places of blocks in an outline.
pub(super) struct Locator<'o, 'p> {
    outline: &'o Outline<'p>,
    /// Of each element, which of its name it is below the same parent, from 1, as far as the outline has them.
    ranks: Vec<u32>,
    /// Items before which something stands whose text nobody reads: what is told around words ends there, for whoever looks for it in all
    /// of the page's text nodes.
    parted: Vec<bool>,
}

impl<'o, 'p> Locator<'o, 'p> {
    /// O(items).
    pub fn new(outline: &'o Outline<'p>) -> Self {
        let mut seen: HashMap<(usize, &str), u32> = HashMap::new();
        let rank = |item: &super::outline::Item<'p>| {
            let Some(element) = item.element() else { return 0 };
            let rank = seen.entry((item.parent, element.name())).or_default();
            *rank += 1;
            *rank
        };
        Self { outline, ranks: outline.items.iter().map(rank).collect(), parted: Self::parted(outline) }
    }

    /// Goes through the tree beside the outline, which leaves out what nobody reads.
    fn parted(outline: &Outline<'p>) -> Vec<bool> {
        let items = &outline.items;
        let mut parted = vec![false; items.len()];
        let Some(root) = items.first() else { return parted };
        let (mut next, mut skipped) = (0, None);
        for edge in root.node.traverse() {
            match edge {
                Edge::Close(n) if skipped == Some(n.id()) => skipped = None,
                Edge::Open(n) if skipped.is_none() && next < items.len() => {
                    let unread = next > 0 && n.value().as_element().is_some_and(is_unread);
                    parted[next] |= unread;
                    skipped = unread.then(|| n.id());
                    if items[next].node.id() == n.id() {
                        next += 1;
                        if let Some(behind) = parted.get_mut(next) {
                            *behind |= unread;
                        }
                    }
                }
                _ => {}
            }
        }
        parted
    }

    /// The place of words that stand in these texts of the outline, in order; of all words in `element` where none is named.
    pub fn place(&self, texts: &[usize], element: Option<usize>) -> Option<Located> {
        let is_blank = |i: &&usize| self.text(**i).is_none_or(|t| t.trim().is_empty());
        let texts = match element {
            Some(element) => (element..self.outline.items.get(element)?.end).filter(|i| self.text(*i).is_some()).collect(),
            None => texts.to_vec(),
        };
        let blank = texts.iter().take_while(is_blank).count();
        let until = texts.len() - texts.iter().rev().take_while(is_blank).count();
        let texts = texts.get(blank..until).unwrap_or_default();
        let holder = element.or_else(|| self.holder(*texts.first()?, *texts.last()?))?;
        let whole: String = texts.iter().filter_map(|i| self.text(*i)).collect();
        let (lead, rest) = whole.split_at(whole.len() - whole.trim_start().len());
        let raw = rest.trim_end();
        let first = texts.first().copied().unwrap_or(holder);
        let last = texts.last().map_or(self.outline.items.get(holder)?.end, |last| last + 1);
        let before = self.before(first, lead);
        let behind = self.behind(last, &rest[raw.len()..]);
        Some(Located { selector: self.selector(holder)?, raw: raw.to_owned(), before, behind })
    }

    fn text(&self, item: usize) -> Option<&'p str> {
        if let Node::Text(text) = self.outline.items.get(item)?.node.value() { Some(text) } else { None }
    }

    /// The innermost element that holds both texts.
    fn holder(&self, first: usize, last: usize) -> Option<usize> {
        let items = &self.outline.items;
        let mut holder = items.get(first)?.parent;
        while items[holder].end <= last && items[holder].parent != holder {
            holder = items[holder].parent;
        }
        Some(holder)
    }

    /// `html > body > article:nth-of-type(2) > p:nth-of-type(1)`.
    fn selector(&self, element: usize) -> Option<String> {
        let items = &self.outline.items;
        let (mut steps, mut length, mut at) = (Vec::new(), 0, element);
        while let Some(element) = items.get(at)?.element() {
            let name = escaped(element.name());
            let step = if matches!(element.name(), "html" | "body") { name } else { format!("{name}:nth-of-type({})", self.rank(at)) };
            length += step.len() + 3;
            if length > LONGEST {
                return None;
            }
            steps.push(step);
            if items[at].parent == at {
                break;
            }
            at = items[at].parent;
        }
        steps.reverse();
        Some(steps.join(" > ")).filter(|path| !path.is_empty())
    }

    /// Which of its name an element is below its parent. Of scripts and the like the outline has but some.
    fn rank(&self, at: usize) -> usize {
        let item = &self.outline.items[at];
        let Some(own) = item.element().filter(|e| is_unread(e)) else { return self.ranks[at] as usize };
        1 + item.node.prev_siblings().filter(|n| n.value().as_element().is_some_and(|e| e.name() == own.name())).count()
    }

    fn before(&self, first: usize, lead: &str) -> String {
        let (mut parts, mut length, mut counted) = (vec![lead], lead.len(), told(lead));
        let mut texts = (0..first).rev().take_while(|i| !self.parted[i + 1]).filter_map(|i| self.text(i));
        while counted < AROUND
            && length < MOST
            && let Some(text) = texts.next()
        {
            length += text.len();
            counted += told(text);
            parts.push(text);
        }
        parts.reverse();
        ending(&parts.concat()).to_owned()
    }

    fn behind(&self, last: usize, tail: &str) -> String {
        let (mut behind, mut counted) = (tail.to_owned(), told(tail));
        let mut texts = (last..self.outline.items.len()).take_while(|i| !self.parted[*i]).filter_map(|i| self.text(i));
        while counted < AROUND
            && behind.len() < MOST
            && let Some(text) = texts.next()
        {
            behind.push_str(text);
            counted += told(text);
        }
        beginning(&behind).to_owned()
    }
}

/// Characters of a text, a run of white space counted once.
fn told(text: &str) -> usize {
    let mut collapsed = String::new();
    collapse(&mut collapsed, &text[..text.floor_char_boundary(MOST)]);
    collapsed.chars().count()
}

/// The last characters of a text, as many as are told; a run of white space counts as one.
pub fn ending(text: &str) -> &str {
    let floor = text.ceil_char_boundary(text.len().saturating_sub(MOST));
    let (mut count, mut space) = (0, false);
    for (at, c) in text[floor..].char_indices().rev() {
        count += usize::from(!(c.is_whitespace() && space));
        space = c.is_whitespace();
        if count >= AROUND {
            return &text[floor + at..];
        }
    }
    &text[floor..]
}

/// The first characters of a text, as many as are told; a run of white space counts as one.
pub fn beginning(text: &str) -> &str {
    let text = &text[..text.floor_char_boundary(MOST)];
    let (mut count, mut space) = (0, false);
    for (at, c) in text.char_indices() {
        count += usize::from(!(c.is_whitespace() && space));
        space = c.is_whitespace();
        if count > AROUND {
            return &text[..at];
        }
    }
    text
}

/// A name as a selector writes it (CSSOM, "serialize an identifier"); tag names begin with a letter.
fn escaped(name: &str) -> String {
    name.chars().fold(String::new(), |mut escaped, c| {
        if !(c.is_alphanumeric() || matches!(c, '-' | '_')) {
            escaped.push('\\');
        }
        escaped.push(c);
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Selector};

    #[test]
    fn a_path_leads_to_its_element_alone() {
        let page = "<div><p>a<o:p>b</o:p></div><script>x</script><script type=application/json>{}</script><iframe src=x></iframe><div><!-- c --><p>one <b>two</b>\n<p>three<p>four <i>five</i> six</div>";
        let html = Html::parse_document(page);
        let outline = Outline::of(html.tree.root());
        let locator = Locator::new(&outline);
        let mut seen = 0;
        for (i, item) in outline.items.iter().enumerate().filter(|(_, item)| item.element().is_some()) {
            let selector = Selector::parse(&locator.selector(i).unwrap()).unwrap();
            let found: Vec<_> = html.select(&selector).map(|e| e.id()).collect();
            assert_eq!(found, [item.node.id()]);
            seen += 1;
        }
        assert_eq!(seen, 13);
        let of = |words: &str| (0..outline.items.len()).find(|i| locator.text(*i) == Some(words)).unwrap();
        let place = locator.place(&[of("four "), of("five"), of(" six")], None).unwrap();
        assert_eq!(place.selector, "html > body > div:nth-of-type(2) > p:nth-of-type(3)");
        assert_eq!((place.raw.as_str(), place.before.as_str(), place.behind.as_str()), ("four five six", "one two\nthree", ""));
    }

    #[test]
    fn what_is_told_around_ends_at_what_nobody_reads() {
        let html = Html::parse_document("<p>one</p><style>a</style><p>two</p><p>three</p><script type=application/json>1</script><p>four");
        let outline = Outline::of(html.tree.root());
        let locator = Locator::new(&outline);
        let of = |words: &str| (0..outline.items.len()).find(|i| locator.text(*i) == Some(words)).unwrap();
        let around = |words: &str| locator.place(&[of(words)], None).map(|p| (p.before, p.behind)).unwrap();
        assert_eq!(around("two"), (String::new(), "three".to_owned()));
        assert_eq!(around("three"), ("two".to_owned(), String::new()));
        assert_eq!(around("one"), (String::new(), String::new()));
    }

    #[test]
    fn some_words_around_are_told() {
        let long = "word ".repeat(400);
        assert_eq!((beginning(&long).chars().count(), ending(&long).chars().count()), (AROUND, AROUND));
        let spaced = format!("a{}b", " ".repeat(400));
        assert_eq!((beginning(&spaced), ending(&spaced)), (spaced.as_str(), spaced.as_str()));
        assert_eq!((beginning(""), ending("")), ("", ""));
        assert!(ending(&"é".repeat(2000)).len() <= MOST);
    }
}
