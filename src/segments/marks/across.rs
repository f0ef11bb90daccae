//! A quote that runs over several paragraphs.
//!
//! Printers open each of its paragraphs and close only the last. Some open only the first.

use super::{Form, Paired, roles::Mark};
use crate::{segments::Marked, text::Span};

/// Links the marks of passages that follow one another directly; `texts` are their views' texts.
///
/// Where a paragraph leaves a mark open and the next begins with one of the same form, or closes it without opening one, the quote goes on there;
/// a quote that only lost its closing mark ends with its paragraph; every other mark that stays open is given up.
pub(crate) fn link(passages: &mut [Paired], texts: &[&str]) {
    // True where the quote that the passage before left open goes on in this one, by an opening mark of its own.
    let mut reopened = false;
    for i in 0..passages.len() {
        let Some(text) = texts.get(i).copied() else { break };
        if reopened && let Some((_, first)) = passages[i].pairs.iter_mut().find(|(_, m)| m.outer.start == 0) {
            first.continued = true;
        }
        let from_before = reopened;
        reopened = false;
        let Some((form, mark)) = passages[i].unclosed else { continue };
        let goes_on = passages.get(i + 1).is_some_and(|next| next.leading == Some(form));
        let closed_there = passages.get(i + 1).and_then(|next| next.orphan).filter(|orphan| orphan.closes.contains(&form));
        let continued = from_before && mark.start == 0;
        if goes_on || closed_there.is_some() || continued || lost_its_end(&passages[i], form, mark, text) {
            let open = Marked { continues: goes_on || closed_there.is_some(), continued, ..stretch(mark, text.len()) };
            passages[i].pairs.push((form, open));
        }
        if goes_on {
            reopened = true;
        } else if let Some(orphan) = closed_there {
            let rest =
                Marked { outer: Span::new(0, orphan.end), inner: Span::new(0, orphan.start), depth: 0, continues: false, continued: true };
            passages[i + 1].pairs.insert(0, (form, rest));
        }
    }
}

/// True where what is open is a quote whose closing mark was forgotten: it begins its paragraph or follows a comma or colon, and no other one
/// was opened behind it.
fn lost_its_end(passage: &Paired, form: Form, mark: Mark, text: &str) -> bool {
    let led_up_to = mark.start == 0 || text[..mark.start].trim_end().ends_with([',', ':']);
    led_up_to && !form.is_single() && passage.pairs.iter().all(|(inside, pair)| pair.outer.start < mark.start || inside.is_single())
}

/// From a mark to the end of its passage.
fn stretch(mark: Mark, end: usize) -> Marked {
    Marked { outer: Span::new(mark.start, end), inner: Span::new(mark.end, end), depth: 0, continues: false, continued: false }
}

#[cfg(test)]
mod tests {
    use super::super::pair;
    use super::*;

    fn linked<'t>(texts: &[&'t str]) -> Vec<Vec<(&'t str, bool, bool)>> {
        let mut passages: Vec<_> = texts.iter().map(|t| pair(t)).collect();
        link(&mut passages, texts);
        passages
            .into_iter()
            .zip(texts)
            .map(|(p, text)| p.finish().into_iter().map(|m| (&text[m.inner.range()], m.continued, m.continues)).collect())
            .collect()
    }

    #[test]
    fn each_paragraph_opens_and_the_last_closes() {
        let found = linked(&["He said: “Salt is back.", "“Ferries too.", "“And “fish” as well,” he said.", "“No,” she said."]);
        let expected = [
            vec![("Salt is back.", false, true)],
            vec![("Ferries too.", true, true)],
            vec![("And “fish” as well,", true, false), ("fish", false, false)],
            vec![("No,", false, false)],
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn only_the_first_opens_and_only_the_last_closes() {
        let found = linked(&["\"Salt is back.", "Ferries too,\" he said."]);
        assert_eq!(found, [vec![("Salt is back.", false, true)], vec![("Ferries too,", true, false)]]);
    }

    #[test]
    fn a_forgotten_mark_is_given_up() {
        assert_eq!(linked(&["The “salt is back, he said.", "She said “no” then."]), [vec![], vec![("no", false, false)]]);
        assert_eq!(linked(&["The “salt was back, he said."]), [vec![]]);
    }

    #[test]
    fn a_quote_that_lost_its_end_ends_with_its_paragraph() {
        assert_eq!(linked(&["She said, “Salt is back.", "Nothing more."]), [vec![("Salt is back.", false, false)], vec![]]);
        assert_eq!(linked(&["\"Salt is back."]), [vec![("Salt is back.", false, false)]]);
    }

    #[test]
    fn two_quotes_are_not_one() {
        assert_eq!(linked(&["“Salt.”", "“Fish.”"]), [vec![("Salt.", false, false)], vec![("Fish.", false, false)]]);
    }
}
