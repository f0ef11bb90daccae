//! `adpositions.toml`: by which words one side stands with another, whatever the noun or verb.

use serde::Deserialize;

use super::slots::Slot;

/// The slots behind those words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adpositions {
    /// "talks **with** X"
    pub with: Vec<Slot>,
    /// "talks **between** X and Y"
    pub between: Vec<Slot>,
    /// "talks **between** X and Y", "**among** X, Y and Z"
    pub of_all: Vec<Slot>,
    /// Either: what brings a side.
    pub sides: Vec<Slot>,
    /// "asked for talks **from** X"
    pub from: Vec<Slot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    with: Vec<String>,
    between: Vec<String>,
    among: Vec<String>,
    from: Vec<String>,
}

impl Adpositions {
    /// Reads a pack's file.
    pub fn read(toml: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(toml)?;
        let slots = |words: Vec<String>| words.into_iter().map(Slot::Behind).collect::<Vec<_>>();
        let (with, between) = (slots(file.with), slots(file.between));
        Ok(Self {
            sides: [with.clone(), between.clone()].concat(),
            of_all: [between.clone(), slots(file.among)].concat(),
            with,
            between,
            from: slots(file.from),
        })
    }

    /// True for a slot behind a word that brings a side.
    pub fn brings_side(&self, slot: &Slot) -> bool {
        self.sides.contains(slot)
    }

    /// True where the word brings a side.
    pub fn is_of_sides(&self, word: &str) -> bool {
        has(&self.sides, word)
    }

    /// True for the word before both sides at once: "between".
    pub fn sets_between(&self, word: &str) -> bool {
        has(&self.between, word)
    }

    /// Some slots, and the other side's.
    pub fn and_with(&self, slots: &[Slot]) -> Vec<Slot> {
        [slots, &self.with].concat()
    }
}

/// True where a word, in whatever case, is one of those that the slots stand behind.
fn has(slots: &[Slot], word: &str) -> bool {
    slots.iter().any(|slot| matches!(slot, Slot::Behind(marker) if marker.eq_ignore_ascii_case(word)))
}
