//! The article's text as the page's own JSON-LD gives it (`articleBody`): a hint that is checked against the tree.

use scraper::Node;

use super::outline::Outline;

/// Letters that stand side by side in the hint and in the tree.
const WINDOW: usize = 12;
/// Bytes of a text beyond which it is none of an article.
const LARGEST: usize = 1 << 20;
/// Windows of a hint that says anything.
const ENOUGH: usize = 40;
/// Base of the rolling hash (Karp and Rabin 1987).
const BASE: u64 = 0x0000_0100_0000_01B3;

/// The letters of the article's text, in overlapping windows.
#[derive(Debug)]
pub(super) struct Hint {
    /// In order, each once: a look-up in a few thousand is as quick as a hash, and takes half the room.
    windows: Vec<u64>,
}

impl Hint {
    /// None where the text is too short to tell anything.
    pub fn of(text: &str) -> Option<Self> {
        if text.len() > LARGEST {
            return None;
        }
        let mut windows: Vec<u64> = windows(text).collect();
        windows.sort_unstable();
        windows.dedup();
        (windows.len() >= ENOUGH).then_some(Self { windows })
    }

    /// How much of a text stands in the hint, 0 to 1; none where it is too short to tell. O(bytes).
    pub fn share(&self, text: &str) -> Option<f64> {
        let (mut all, mut found) = (0_usize, 0_usize);
        for window in windows(text) {
            all += 1;
            found += usize::from(self.windows.binary_search(&window).is_ok());
        }
        (all > 0).then(|| found as f64 / all as f64)
    }

    /// For each item of an outline how many of the hint's windows stand in and below it, each where it is met first.
    pub fn held(&self, outline: &Outline<'_>) -> Vec<usize> {
        let mut held = vec![0_usize; outline.items.len()];
        let mut seen = vec![false; self.windows.len()];
        for (i, item) in outline.items.iter().enumerate() {
            if let Node::Text(text) = item.node.value()
                && !item.furniture
                && !item.caption
            {
                let new = |at: &usize| !std::mem::replace(&mut seen[*at], true);
                held[i] = windows(text).filter_map(|w| self.windows.binary_search(&w).ok()).filter(new).count();
            }
        }
        for i in (1..held.len()).rev() {
            held[outline.items[i].parent] += held[i];
        }
        held
    }

    /// Windows that the hint has.
    pub fn size(&self) -> usize {
        self.windows.len()
    }
}

/// Hashes of every fourth or so of the runs of [`WINDOW`] letters and digits, whatever stands between them: those whose own hash is a multiple
/// of four, so that the same runs are taken from both texts (the idea of winnowing, Schleimer et al. 2003).
fn windows(text: &str) -> impl Iterator<Item = u64> + '_ {
    let drop = (1..WINDOW).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut ring = [0_u64; WINDOW];
    let (mut at, mut hash) = (0_usize, 0_u64);
    let letters = text.chars().filter(|c| c.is_alphanumeric()).map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { c });
    letters.filter_map(move |c| {
        let slot = &mut ring[at % WINDOW];
        hash = hash.wrapping_sub(slot.wrapping_mul(drop)).wrapping_mul(BASE).wrapping_add(u64::from(u32::from(c)));
        *slot = u64::from(u32::from(c));
        at += 1;
        let mixed = (hash ^ (hash >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 16;
        (at >= WINDOW && mixed.is_multiple_of(4)).then_some(mixed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    const ONE: &str = "The two ministers met on the pier on Monday and talked about the price of salt until the evening ferry came in. ";
    const TWO: &str =
        "Nothing was signed, said officials of both ports, who will meet again in the spring when the ice has gone from the sea. ";

    #[test]
    fn a_text_is_held_against_the_hint() {
        let hint = Hint::of(&format!("{ONE}{TWO}")).unwrap();
        assert!(hint.share("“THE two ministers met on the pier on Monday”").unwrap() > 0.99);
        assert!(hint.share("Another story of other ministers who talked about fish.").unwrap() < 0.3);
        assert_eq!(hint.share("Salt"), None);
        assert!(Hint::of("Salt is back.").is_none());
    }

    #[test]
    fn the_tree_is_held_against_the_hint() {
        let page =
            format!("<div id=x><p>Other words of another article, which tells of fish.</p></div><div id=a><p>{ONE}</p><p>{TWO}</p></div>");
        let html = Html::parse_document(&page);
        let outline = Outline::of(html.tree.root());
        let hint = Hint::of(&format!("{ONE}{TWO}")).unwrap();
        let held = hint.held(&outline);
        let of = |id: &str| outline.items.iter().position(|i| i.element().and_then(|e| e.id()) == Some(id)).map(|i| held[i]).unwrap();
        assert_eq!(of("x"), 0);
        assert!(of("a") * 10 >= hint.size() * 7);
    }
}
