//! The frames of business: verbs and nouns by which companies deal with each other.

use std::collections::HashSet;

use serde::Deserialize;

use crate::{
    events::slots::Slot,
    record::{AgreementStatus, Instrument},
};

/// A verb of business.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transaction {
    /// What an explanation calls it.
    pub name: String,
    /// Its lemmas.
    pub lemmas: HashSet<String>,
    /// Where the parties stand.
    pub parties: Vec<Slot>,
    /// What the record calls it.
    pub instrument: Instrument,
    /// The stage that it tells when it happened.
    pub status: AgreementStatus,
    /// Both parties must be bodies.
    #[serde(default)]
    pub between_bodies: bool,
    /// Told of what is to come: "**will supply** X with steel"; what was supplied tells of no deal.
    #[serde(default)]
    pub ahead: bool,
    /// Those who do it deal with each other: "X and Y **merged**".
    #[serde(default)]
    pub mutual: bool,
    /// Neither of them may be a state: those may settle a dispute on the pitch.
    #[serde(default)]
    pub no_state: bool,
    /// What those do together who make no deal: "joined forces to **protest**".
    #[serde(default)]
    pub never_to: HashSet<String>,
    /// Adpositions behind which, where no sum and no claim stands there, it means something else: "settled with X **for** second place".
    #[serde(default)]
    pub never_behind: HashSet<String>,
    /// What is sold must be said.
    #[serde(default)]
    pub needs_object: bool,
    /// Its object is a company, or what is a company's: "bought **X's mines**", "took a **stake in X**".
    #[serde(default)]
    pub through_object: bool,
    /// Its object may be a whole company, which is a party where another is not told: "**Vestra** was sold to X".
    #[serde(default)]
    pub sells: bool,
    /// What its object must be.
    #[serde(default)]
    pub goods: Goods,
    /// Nouns of which its object must be one: "swapped **prisoners**".
    #[serde(default)]
    pub named: HashSet<String>,
    /// How surely it means an instrument, 0 to 1.
    pub confidence: f64,
}

/// What a verb of business is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goods {
    /// Whatever it takes.
    #[default]
    Any,
    /// What can be bought of a company: "a **stake** in X".
    Holdings,
    /// What one has against another: "**a lawsuit** brought by X".
    Claims,
    /// What the frame names.
    Named,
    /// A sum of money.
    Sums,
}

/// Nouns of business: "X's **takeover** of Y", "a **bid** for X".
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    /// Its lemmas.
    pub nouns: HashSet<String>,
    /// Where the parties stand.
    pub parties: Vec<Slot>,
    /// Where the one stands who is bid for or bought.
    #[serde(default)]
    pub of_whom: Vec<Slot>,
    /// The stage that it tells by itself.
    pub status: AgreementStatus,
    /// Of what one company makes in another: "X's **investment** in Y".
    #[serde(default)]
    pub own: bool,
    /// Two of a kind can do it with each other: "X and Y agreed a **merger**".
    #[serde(default)]
    pub mutual: bool,
    /// No state has a part in it: "a China **tie-up**".
    #[serde(default)]
    pub of_companies: bool,
    /// Of a whole company, which is sold once at a time: whatever the words, it is the deal told of before.
    #[serde(default)]
    pub whole: bool,
    /// One side makes it and the other has yet to take it: what is only made or raised stays proposed.
    #[serde(default)]
    pub one_sided: bool,
    /// In the plural, what somebody takes in, where it is theirs: "its **sales** rose".
    #[serde(default)]
    pub revenue: bool,
}
