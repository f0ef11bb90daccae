//! The parser's moves, and what their labels say.

use smol_str::SmolStr;

use crate::language::model::ModelError;

/// What a move does (Nivre & Nilsson's arc-eager system, as spaCy varies it; see [`super::state`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// Takes the next word onto the stack.
    Shift,
    /// Takes the top off the stack.
    Reduce,
    /// The next word governs the top.
    Left,
    /// The top governs the next word.
    Right,
    /// A sentence begins behind the next word.
    Break,
}

/// A move: its action, and the label of the arc that it draws, as an index into [`Moves::labels`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Move {
    pub(super) action: Action,
    pub(super) label: u32,
}

/// A label as the parser gives it.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// What is said of the arc.
    pub(super) name: SmolStr,
    /// Where the arc was lifted to make the tree projective: the label of the word that it truly hangs on.
    pub(super) lifted_from: Option<SmolStr>,
}

/// Divides the two parts of a lifted arc's label (`pobj||prep`), as spaCy writes them.
const LIFTED: &str = "||";

/// All moves, in the order of their scores.
#[derive(Debug)]
pub(super) struct Moves {
    pub(super) list: Vec<Move>,
    pub(super) labels: Vec<Label>,
    /// The label of a word that hangs on none.
    pub(super) root: u32,
}

impl Moves {
    /// Reads `S`, `D`, `L-nsubj`, `R-pobj||prep`, `B-ROOT`.
    pub(super) fn parse(names: &[String]) -> Result<Self, ModelError> {
        let wrong = |why: String| ModelError::section("manifest.json", why);
        let mut read = Self { list: Vec::new(), labels: Vec::new(), root: 0 };
        let mut spelt: Vec<&str> = Vec::new();
        let mut root = None;
        for name in names {
            let (action, label) = name.split_once('-').unwrap_or((name, ""));
            let action = match action {
                "S" => Action::Shift,
                "D" => Action::Reduce,
                "L" => Action::Left,
                "R" => Action::Right,
                "B" => Action::Break,
                _ => return Err(wrong(format!("the parser knows no move '{name}'"))),
            };
            let known = spelt.iter().position(|&s| s == label).unwrap_or_else(|| {
                spelt.push(label);
                let (name, lifted) = label.split_once(LIFTED).map_or((label, None), |(n, l)| (n, Some(l)));
                read.labels.push(Label { name: name.into(), lifted_from: lifted.map(Into::into) });
                spelt.len() - 1
            }) as u32;
            if action == Action::Break {
                root = Some(known);
            }
            read.list.push(Move { action, label: known });
        }
        for needed in [Action::Shift, Action::Reduce] {
            if !read.list.iter().any(|m| m.action == needed) {
                return Err(wrong(format!("the parser has no move to {needed:?}")));
            }
        }
        read.root = root.ok_or_else(|| wrong("the parser has no move that begins a sentence, to name the label of roots".into()))?;
        Ok(read)
    }

    /// The best of the moves that may be made; the first of equals.
    pub(super) fn best(&self, scores: &[f32], may: impl Fn(Action) -> bool) -> Option<Move> {
        let mut best: Option<(f32, Move)> = None;
        for (&score, &m) in scores.iter().zip(&self.list) {
            if may(m.action) && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, m));
            }
        }
        best.map(|(_, m)| m)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(names: &[&str]) -> Result<Moves, ModelError> {
        Moves::parse(&names.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn labels_are_read_with_where_they_were_lifted_from() {
        let moves = parse(&["S", "D", "L-pobj||prep", "R-dobj", "B-ROOT"]).unwrap();
        let lifted = &moves.labels[moves.list[2].label as usize];
        assert_eq!((lifted.name.as_str(), lifted.lifted_from.as_deref()), ("pobj", Some("prep")));
        assert_eq!(moves.labels[moves.root as usize].name, "ROOT");
    }

    #[test]
    fn the_best_is_the_highest_that_may_be_made_and_the_first_of_equals() {
        let moves = parse(&["S", "D", "L-a", "R-b", "B-ROOT"]).unwrap();
        let best = |may: fn(Action) -> bool| moves.best(&[1.0, 3.0, 5.0, 5.0, 9.0], may).map(|m| m.action);
        assert_eq!(best(|a| a != Action::Break), Some(Action::Left));
        assert_eq!(best(|a| a == Action::Shift || a == Action::Reduce), Some(Action::Reduce));
        assert_eq!(best(|_| false), None);
    }

    #[test]
    fn a_model_without_the_moves_that_end_a_parse_is_refused() {
        assert!(parse(&["S", "B-ROOT"]).unwrap_err().to_string().contains("no move to Reduce"));
        assert!(parse(&["S", "D"]).unwrap_err().to_string().contains("begins a sentence"));
        assert!(parse(&["Q-x"]).unwrap_err().to_string().contains("'Q-x'"));
    }
}
