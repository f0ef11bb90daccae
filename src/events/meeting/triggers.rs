//! The frames of a verb and of a noun of meeting.

use std::collections::HashSet;

use serde::Deserialize;

use crate::{events::slots::Slot, record::Format};

/// A verb of meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbFrame {
    /// What an explanation calls it.
    pub name: String,
    /// In an article about sport it tells of a contest.
    #[serde(default)]
    pub plays: bool,
    /// Its lemmas.
    pub lemmas: HashSet<String>,
    /// What must complete it: "sit **down**".
    #[serde(default)]
    pub particles: Vec<String>,
    /// Where the sides stand.
    pub sides: Vec<Slot>,
    /// Where those stand who bring the sides together.
    #[serde(default)]
    pub mediators: Vec<Slot>,
    /// The object must be somebody.
    #[serde(default)]
    pub object_is_party: bool,
    /// What kinds of somebody the object, or who stands behind the adposition needed, must be: `person`, `group`, `organization`, `state`.
    #[serde(default)]
    pub party_kinds: Vec<String>,
    /// At least two must be told by the subject alone: "X and Y spoke".
    #[serde(default)]
    pub several: bool,
    /// A word must tell how: "spoke **by phone**".
    #[serde(default)]
    pub needs_format: bool,
    /// This adposition must be there and govern somebody.
    pub needs_party: Option<String>,
    /// No object may stand by.
    #[serde(default)]
    pub no_object: bool,
    /// Nouns behind any adposition that forbid it.
    #[serde(default)]
    pub not_behind: HashSet<String>,
    /// Objects that forbid it.
    #[serde(default)]
    pub not_object: HashSet<String>,
    /// Not with what is negotiated as object, which is told of as an agreement.
    #[serde(default)]
    pub negotiates: bool,
    /// Nouns behind "with" that forbid it.
    #[serde(default)]
    pub not_with: HashSet<String>,
    /// The object must be one of these.
    #[serde(default)]
    pub object_lemmas: HashSet<String>,
    /// One of these words must stand in the sentence.
    #[serde(default)]
    pub needs_words: HashSet<String>,
    /// One of these must govern it: "**asked** to see him".
    #[serde(default)]
    pub needs_above: HashSet<String>,
    /// Whoever stands behind the adposition needed must hold an office.
    #[serde(default)]
    pub party_in_office: bool,
    /// The sides must be people in office who are not all of one state.
    #[serde(default)]
    pub two_sides: bool,
    /// No clause may complete it: "called him a liar".
    #[serde(default)]
    pub no_complement: bool,
    /// What only goes on, of which neither day nor place is told, is no encounter.
    #[serde(default)]
    pub runs_on: bool,
    /// Holders of different offices are met one after the other.
    #[serde(default)]
    pub one_by_one: bool,
    /// What it says of how they met.
    pub format: Option<Format>,
    /// How surely it means an encounter, 0 to 1.
    pub confidence: f64,
}

/// A noun of meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NounFrame {
    /// What an explanation calls it.
    pub name: String,
    /// In an article about sport it tells of a contest.
    #[serde(default)]
    pub plays: bool,
    /// Its lemmas.
    pub lemmas: HashSet<String>,
    /// Only in the plural: "talks".
    #[serde(default)]
    pub plural: bool,
    /// Only before "of" and one of these: "a round of talks".
    #[serde(default)]
    pub of: HashSet<String>,
    /// Only behind one of these: "phone call".
    #[serde(default)]
    pub modified_by: HashSet<String>,
    /// Only as object of a verb that carries it.
    #[serde(default)]
    pub carried: bool,
    /// Only in what a government issues, which has a foot that says so: "received a **call** from X" is no telephone call there.
    #[serde(default)]
    pub issued: bool,
    /// Only where they are told to talk there: "had lunch **to discuss** the bill".
    #[serde(default)]
    pub needs_topic: bool,
    /// It is talk itself, of whomever: "had a **discussion**".
    #[serde(default)]
    pub talks: bool,
    /// Only where it names a side itself: "told young people in the **audience**" is none.
    #[serde(default)]
    pub own_side: bool,
    /// Adpositions at it that make it another thing: "a call **for** talks".
    #[serde(default)]
    pub not_before: HashSet<String>,
    /// Where the sides stand.
    pub sides: Vec<Slot>,
    /// What it says of how they met.
    pub format: Option<Format>,
    /// How surely it means an encounter, 0 to 1.
    pub confidence: f64,
}
