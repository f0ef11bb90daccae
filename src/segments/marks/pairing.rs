//! Which marks pair inside one passage.

use super::{
    FORMS, Form,
    roles::{Mark, marks},
};
use crate::{
    segments::Marked,
    text::{Span, ViewByte},
};

/// A passage's marks, paired.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Paired {
    /// Pairs in order of their opening; depths are set by [`Paired::finish`].
    pub(super) pairs: Vec<(Form, Marked)>,
    /// The outermost mark that nothing closes.
    pub(super) unclosed: Option<(Form, Mark)>,
    /// The form of the mark with which the passage begins.
    pub(super) leading: Option<Form>,
    /// A closing mark before which nothing was opened.
    pub(super) orphan: Option<Mark>,
}

/// Pairs the marks of a view's text.
pub(crate) fn pair(text: &str) -> Paired {
    let marks = marks(text);
    let genitives = genitives(&marks);
    let mut paired = Paired { leading: marks.first().filter(|m| m.start == 0).and_then(|m| m.opens), ..Paired::default() };
    let mut stack: Vec<(Form, Mark)> = Vec::new();
    let mut open = [0_usize; FORMS];
    for (mark, genitive) in marks.iter().zip(genitives) {
        let closes = if genitive {
            None
        } else {
            mark.closes.iter().copied().find(|form| open[*form as usize] > 0).filter(|form| may_close(*form, &stack))
        };
        match (closes, mark.opens) {
            (Some(form), opens) if mark.closes_first || opens.is_none() => {
                // What was opened inside and never closed is given up.
                while let Some((top, begun)) = stack.pop() {
                    open[top as usize] -= 1;
                    if top == form {
                        paired.pairs.push((form, marked(begun, *mark)));
                        break;
                    }
                }
            }
            (_, Some(form)) => {
                stack.push((form, *mark));
                open[form as usize] += 1;
            }
            (None, None) if stack.is_empty() && paired.pairs.is_empty() && !mark.closes.is_empty() && !genitive => {
                paired.orphan.get_or_insert(*mark);
            }
            _ => {}
        }
    }
    paired.unclosed = stack.first().copied();
    paired.pairs.sort_by_key(|(_, m)| m.outer.start);
    paired
}

/// A single mark, which may be an apostrophe after all, gives up no double one that was opened inside it.
fn may_close(form: Form, stack: &[(Form, Mark)]) -> bool {
    !form.is_single() || stack.last().is_some_and(|(top, _)| *top == form)
}

fn marked(open: Mark, close: Mark) -> Marked {
    Marked {
        outer: Span::new(open.start, close.end),
        inner: Span::new(open.end, close.start),
        depth: 0,
        continues: false,
        continued: false,
    }
}

/// Which marks that may be a genitive's are taken for one: those behind which, before the next one opens, a surer closing mark stands.
fn genitives(marks: &[Mark]) -> Vec<bool> {
    let mut found = vec![false; marks.len()];
    let mut surer_ahead = false;
    for (mark, genitive) in marks.iter().zip(&mut found).rev() {
        let closes_single = mark.closes.iter().any(|f| f.is_single());
        if mark.opens.is_some_and(Form::is_single) {
            surer_ahead = false;
        } else if closes_single && mark.may_be_genitive {
            *genitive = surer_ahead;
        } else if closes_single {
            surer_ahead = true;
        }
    }
    found
}

impl Paired {
    /// The pairs with their depths, outermost first in order of their opening.
    pub(crate) fn finish(self) -> Vec<Marked> {
        let mut pairs: Vec<Marked> = self.pairs.into_iter().map(|(_, m)| m).collect();
        pairs.sort_by_key(|m| (m.outer.start, std::cmp::Reverse(m.outer.end)));
        let mut around: Vec<Span<ViewByte>> = Vec::new();
        for pair in &mut pairs {
            while around.last().is_some_and(|a| a.end <= pair.outer.start) {
                around.pop();
            }
            pair.depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
            around.push(pair.outer);
        }
        pairs.retain(|m| !m.inner.is_empty());
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<(&str, u8)> {
        pair(text).finish().into_iter().map(|m| (&text[m.inner.range()], m.depth)).collect()
    }

    #[test]
    fn every_form_pairs_with_its_own() {
        for text in [
            "He said “salt” twice.",
            "He said \"salt\" twice.",
            "Er sagte „salt“ und ging.",
            "Er sagte „salt” und ging.",
            "Il a dit «salt».",
            "Er sagte »salt« dann.",
            "He said ``salt'' twice.",
            "He said ''salt'' twice.",
            "彼は「salt」と",
            "He said 'salt' twice.",
            "He said ‘salt’ twice.",
            "Er sagte ‚salt‘ dann.",
            "“salt\" it was",
        ] {
            assert_eq!(quoted(text), [("salt", 0)], "{text}");
        }
        assert_eq!(quoted("Il a dit « du sel » hier."), [(" du sel ", 0)]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        for text in [
            "Don't, won't: the ministers' pier.",
            "The ’90s and the leaders’ talks; ’tis so.",
            "rock 'n' roll in the '90s",
            "O’Neill’s pier isn’t Jones’ pier.",
            "a 6'2\" man",
            "12\" of snow",
        ] {
            assert_eq!(quoted(text), [], "{text}");
        }
        assert_eq!(quoted("He called it 'the ministers' pier' again."), [("the ministers' pier", 0)]);
        assert_eq!(quoted("They said ‘we don’t know the leaders’ plans’."), [("we don’t know the leaders’ plans", 0)]);
        assert_eq!(quoted("He spoke of 'salt works' and left."), [("salt works", 0)]);
    }

    #[test]
    fn marks_nest() {
        assert_eq!(quoted("“She told me ‘no’ twice,” he said, “and left.”"), [("She told me ‘no’ twice,", 0), ("no", 1), ("and left.", 0)]);
        assert_eq!(quoted("\"'Salt,' she said\""), [("'Salt,' she said", 0), ("Salt,", 1)]);
        assert_eq!(quoted("„Er sagte ‚nein‘ und ging“, so Lind."), [("Er sagte ‚nein‘ und ging", 0), ("nein", 1)]);
    }

    #[test]
    fn three_marks_in_a_row_are_an_inner_and_an_outer_one() {
        assert_eq!(quoted("''She told me 'no,''' he said."), [("She told me 'no,'", 0), ("no,", 1)]);
    }

    #[test]
    fn a_mark_that_nothing_closes_takes_no_other_along() {
        assert_eq!(quoted("“Salt is back, he said. Then “ferries” came."), [("ferries", 0)]);
        assert_eq!(quoted("Salt” is back, and “ferries” too."), [("ferries", 0)]);
        assert_eq!(quoted("\"Salt is back. \"Ferries\" too."), [("Ferries", 0)]);
    }

    #[test]
    fn places_tell_straight_marks_apart() {
        assert_eq!(quoted("(\"salt\") and \"ferries\"-to-be, said:\"no\"."), [("salt", 0), ("ferries", 0), ("no", 0)]);
        assert_eq!(quoted("\"I was—\" he began. He said—\"salt\"."), [("I was—", 0), ("salt", 0)]);
        assert_eq!(quoted("He said \" salt \" twice."), [(" salt ", 0)]);
        assert_eq!(quoted("\"...and so on,\" he said."), [("...and so on,", 0)]);
    }

    #[test]
    fn a_hundred_thousand_marks_take_linear_time() {
        let begun = std::time::Instant::now();
        for unit in ["\"", "“", "”", "« ”", "'", " 'a", "a' ", "“a ‘b ", "„“", "''", "\" \""] {
            pair(&unit.repeat(100_000)).finish();
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
    }

    #[test]
    fn what_is_hardly_more_than_marks_has_none() {
        assert_eq!(quoted(&"\"a\" ".repeat(2_000)), []);
        assert_eq!(quoted(&"\"a\" ".repeat(900)).len(), 900);
        assert_eq!(quoted(&"“Salt is back,” he said, and went. ".repeat(3_000)).len(), 3_000);
    }

    proptest::proptest! {
        #[test]
        fn pairs_lie_in_the_text_and_nest(text in "[\"'“”‘’„«»‚ a-c.,—]{0,80}") {
            let found = pair(&text).finish();
            for (i, a) in found.iter().enumerate() {
                proptest::prop_assert!(text.get(a.inner.range()).is_some() && a.outer.covers(a.inner));
                for b in &found[i + 1..] {
                    proptest::prop_assert!(a.outer.end <= b.outer.start || a.outer.covers(b.outer), "{:?} {:?}", a, b);
                }
            }
        }
    }
}
