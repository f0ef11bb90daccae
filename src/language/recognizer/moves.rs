//! The recognizer's moves, and when each may be made.

use smol_str::SmolStr;

use crate::language::model::ModelError;

/// What becomes of the next token; numbers index the labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    /// It begins a name of more tokens.
    Begin(u32),
    /// It is inside the open name.
    In(u32),
    /// It ends the open name.
    Last(u32),
    /// It is a name by itself.
    Unit(u32),
    /// It is in no name.
    Out,
}

/// A name that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Open {
    pub(super) start: usize,
    pub(super) label: u32,
}

/// All moves, in the order of their scores; none for one that is never made.
#[derive(Debug)]
pub(super) struct Moves {
    moves: Vec<Option<Action>>,
    labels: Vec<SmolStr>,
}

impl Moves {
    /// Reads `B-ORG`, `I-ORG`, `L-ORG`, `U-ORG`, `O`. A move with an empty label (`U-`) is one for annotated input, never made here.
    pub(super) fn parse(names: &[String]) -> Result<Self, ModelError> {
        let mut read = Self { moves: Vec::new(), labels: Vec::new() };
        for name in names {
            let (action, label) = name.split_once('-').unwrap_or((name, ""));
            if label.is_empty() && action != "O" {
                read.moves.push(None);
                continue;
            }
            let number = read.labels.iter().position(|l| l == label).unwrap_or_else(|| {
                read.labels.push(label.into());
                read.labels.len() - 1
            }) as u32;
            read.moves.push(Some(match action {
                "B" => Action::Begin(number),
                "I" => Action::In(number),
                "L" => Action::Last(number),
                "U" => Action::Unit(number),
                "O" => Action::Out,
                _ => return Err(ModelError::section("manifest.json", format!("the recognizer knows no move '{name}'"))),
            }));
        }
        Ok(read)
    }

    pub(super) fn len(&self) -> usize {
        self.moves.len()
    }

    pub(super) fn label(&self, number: u32) -> SmolStr {
        self.labels[number as usize].clone()
    }

    /// The best move that may be made: `open` is the label of the open name, `goes_on` tells whether the sentence has a further
    /// token, `space` whether the next token is white space.
    pub(super) fn best(&self, scores: &[f32], open: Option<u32>, goes_on: bool, space: bool) -> Action {
        let may = |action: Action| match action {
            Action::Begin(_) => open.is_none() && goes_on && !space,
            Action::In(label) => open == Some(label) && goes_on,
            Action::Last(label) => open == Some(label),
            Action::Unit(_) => open.is_none() && !space,
            Action::Out => open.is_none(),
        };
        let mut best: Option<(f32, Action)> = None;
        for (&score, &action) in scores.iter().zip(&self.moves) {
            if let Some(action) = action.filter(|&a| may(a))
                && best.is_none_or(|(most, _)| score > most)
            {
                best = Some((score, action));
            }
        }
        // Outside a name O may be made, inside one L; were both missing from the model, the token would be in no name.
        best.map_or(Action::Out, |(_, action)| action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORES: [f32; 6] = [5.0, 4.0, 3.0, 2.0, 9.0, 1.0];

    fn moves() -> Moves {
        let names = ["B-ORG", "I-ORG", "L-ORG", "U-ORG", "U-", "O"];
        Moves::parse(&names.map(String::from)).unwrap()
    }

    #[test]
    fn a_name_begins_only_where_it_can_go_on() {
        assert_eq!(moves().best(&SCORES, None, true, false), Action::Begin(0));
        assert_eq!(moves().best(&SCORES, None, false, false), Action::Unit(0));
        assert_eq!(moves().best(&SCORES, None, true, true), Action::Out);
    }

    #[test]
    fn an_open_name_goes_on_or_ends_with_its_own_label() {
        assert_eq!(moves().best(&SCORES, Some(0), true, false), Action::In(0));
        assert_eq!(moves().best(&SCORES, Some(0), false, false), Action::Last(0));
    }

    #[test]
    fn an_unknown_move_is_named() {
        let error = Moves::parse(&["Z-ORG".to_owned()]).unwrap_err().to_string();
        assert!(error.contains("'Z-ORG'"), "{error}");
    }
}
