//! `meetings.toml`: what makes an encounter.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::contest::ContestWords;
pub use super::triggers::{NounFrame, VerbFrame};
use crate::{
    events::{letter::LetterWords, slots::Slot, together::Together},
    language::Doc,
};

/// All frames of one language.
#[derive(Debug, Deserialize)]
pub struct MeetingFrames {
    /// Verbs of meeting.
    #[serde(rename = "verb")]
    pub verbs: Vec<VerbFrame>,
    /// Nouns of meeting.
    #[serde(rename = "noun")]
    pub nouns: Vec<NounFrame>,
    /// What makes such a noun none.
    pub not_nouns: NotNouns,
    /// Verbs that carry such a noun.
    pub carriers: Carriers,
    /// Adpositions that frame a clause by an encounter.
    pub framing: Framing,
    /// Verbs that bring further people.
    pub attendance: Attendance,
    /// Words at the noun that tell its status.
    pub status_words: StatusAdjectives,
    /// Words by which each of several companions was met apart.
    pub apart: Apart,
    /// Words of denial that leave no encounter at all: "has never met".
    pub never: WordSet,
    /// Words before a group that make it nobody: "**not** all members".
    pub nobody: WordSet,
    /// Determiners of whoever it may be: "would meet **any** candidate".
    pub whoever: WordSet,
    /// Words that make it a habit.
    pub habit: Habit,
    /// Nouns for whom somebody met, and has since lived with: "met **her husband**".
    pub spouses: WordSet,
    /// What is negotiated: "a price".
    pub negotiated: WordSet,
    /// Words of an hour that stands alone.
    pub hour: Hour,
    /// Words that tell how they met.
    pub format_words: FormatWords,
    /// Where topics stand.
    pub topics: Topics,
    /// Where places stand.
    pub places: Places,
    /// Words for several who were spoken of before.
    pub together: Together,
    /// Adpositions between a group and where its members come from.
    pub members: Members,
    /// Words of visits.
    pub visits: Visits,
    /// Words of sport.
    pub contest: ContestWords,
    /// Determiners that point back.
    pub again: Again,
    /// Words by which it is another of those spoken of last.
    pub another: WordSet,
    /// Pronouns for who speaks.
    pub first_person: WordSet,
    /// Words of letters given in full.
    pub letters: LetterWords,
    /// Titles of those who speak for others.
    pub mouthpieces: WordSet,
    /// Words before another name of the same: "the assembly **or** Grand Council".
    pub renaming: WordSet,
    /// Last words of the names of bodies that sit, so that who comes to their meeting meets them: "the Security **Council**".
    pub sitting: WordSet,
    /// Words of courtesy over an infinitive, whose doer is who says it: "it was an **honour** to meet X".
    pub courtesy: WordSet,
    /// Adjectives that say how many sides sit together.
    pub sided: HashMap<String, usize>,
    /// Words before a group that tell nothing of who they are: "**other** members".
    pub vague: Vague,
    /// Verbs that tell an encounter by halves.
    pub half: Half,
    /// Groups of those who ask and write.
    pub press: WordSet,
    /// Adverbs by which an account goes on from one encounter to the next.
    pub sequence: WordSet,
}

impl MeetingFrames {
    /// Reads a pack's file.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

/// How much the words for a group tell of who they are.
#[derive(Debug, Deserialize)]
pub struct Vague {
    /// Words before it that tell nothing.
    pub words: HashSet<String>,
    /// Nouns for people of a calling in which one confers, in plural, that tell enough of who they are.
    pub people: HashSet<String>,
}

/// What stands before a noun that makes it no encounter.
#[derive(Debug, Deserialize)]
pub struct NotNouns {
    /// Words.
    pub modified_by: HashSet<String>,
    /// Words where it is a body's own: "the union's **annual** meeting".
    pub of_body: HashSet<String>,
    /// What without a determiner is a habit: "greater **dialogue**".
    pub bare: HashSet<String>,
}

/// Those who are of a body or a place.
#[derive(Debug, Deserialize)]
pub struct Members {
    /// The adpositions.
    pub markers: Vec<String>,
    /// Nouns for those who work for a candidate: "the Ruiz **campaign**".
    pub campaigns: HashSet<String>,
    /// Verbs by which one goes before a group: "a delegation **led** by X".
    pub led: HashSet<String>,
    /// Nouns for those who sit somewhere for a state: "the Peruvian **delegation**".
    pub delegations: HashSet<String>,
    /// Nouns for those who speak for the body that they are of: "**leaders** of the union".
    pub for_body: HashSet<String>,
    /// Nouns for places that govern themselves: "the **city** of Halmstad".
    pub municipal: HashSet<String>,
    /// Nouns for the government that somebody leads: "the Ruiz **administration**".
    pub governments: HashSet<String>,
    /// Nouns for those who do something together: "a **consortium** of Vestra and Halden".
    pub unions: HashSet<String>,
    /// Words before a group by which it stands for no state: "Chilean and Kazakh **business** leaders".
    pub private: HashSet<String>,
    /// Nouns for such a group; "labour **ministers**" stand for their states.
    pub private_heads: HashSet<String>,
    /// Nouns that stand for each of two bodies before them: "the Halm and Norsk **executives**".
    pub of_bodies: HashSet<String>,
}

/// Adpositions before such a noun whose governing clause tells the other side.
#[derive(Debug, Deserialize)]
pub struct Framing {
    /// Nouns that only lead to it: "on the **occasion** of the talks".
    pub occasions: HashSet<String>,
    /// Verbs by which it comes next: "a ceremony **followed** by talks".
    pub next: HashSet<String>,
    /// The adpositions.
    pub markers: Vec<String>,
    /// Those that may tell of others' talks and nothing of what came of them: "neutral **in** talks between X and Y".
    pub beside: HashSet<String>,
    /// Those before what is over: "**after** the summit".
    pub over: HashSet<String>,
    /// Those before what only says when: "met X **during** a summit of Nordic leaders".
    pub spans: HashSet<String>,
    /// Nouns for what somebody does, by which a subject's owner is the one who does it: "her **comments** came at a meeting with X".
    pub deeds: HashSet<String>,
    /// Verbs of who is there, or not: "**was** not at the summit".
    pub present: HashSet<String>,
    /// Words before a clause on what a picture shows, whose present was: "waves **as** she meets X on Friday".
    pub pictured: HashSet<String>,
    /// Nouns for what is said there, in the title of a transcript: "**Remarks** by X and Y before their meeting".
    pub words_said: HashSet<String>,
    /// Those before what is still to come: "**ahead** of the summit".
    pub ahead: HashSet<String>,
    /// Those before what is the purpose: "flew to Geneva **for** talks".
    pub purpose: HashSet<String>,
    /// Those between a way and what it leads to: "the door **to** talks".
    pub toward: HashSet<String>,
    /// Those by which a verb's own encounter is told again: "is meeting X **in** their third meeting".
    pub within: HashSet<String>,
    /// What leads to talks that are yet to come: "opened the **door** to talks".
    pub ways: HashSet<String>,
    /// Verbs whose object is a side too: "**welcomed** X for talks", "**told** X at a meeting".
    pub with_object: HashSet<String>,
}

impl Framing {
    /// "flew to Geneva **for talks**": what the noun names is the purpose.
    pub fn is_purpose(&self, doc: &Doc, noun: usize) -> bool {
        doc.governor(noun).is_some_and(|p| self.purpose.contains(&doc.word(p).to_lowercase()))
    }
}

/// Where places stand.
#[derive(Debug, Deserialize)]
pub struct Places {
    /// Nouns for ground that one is on: "on the **island** of Rhodes".
    pub grounds: HashSet<String>,
    /// Adpositions of place.
    pub markers: Vec<String>,
    /// Adpositions between an event and a place that hangs on one of its nouns.
    pub through: HashSet<String>,
    /// Nouns that with a name before them name a building.
    pub venues: HashSet<String>,
    /// Nouns for the seat of a state, told by its adjective.
    pub seats: HashSet<String>,
    /// Nouns for buildings that a state has one of: "the **ministry**".
    pub official: HashSet<String>,
    /// Words before a building that make it such a one: "the **government** building".
    pub official_words: HashSet<String>,
    /// Those of them that a state has in another: an **embassy**.
    pub abroad: HashSet<String>,
    /// Adpositions by which a body stands for its house: "**at** the World Bank".
    pub houses: HashSet<String>,
    /// Adverbs for the dateline's place.
    pub here: HashSet<String>,
    /// Nouns for a city that was named before.
    pub cities: HashSet<String>,
}

/// Verbs that carry a noun of meeting, by what they make of it.
#[derive(Debug, Deserialize)]
pub struct Carriers {
    /// Those that hold a noun only where one of these words stands before it: "**made** a courtesy call".
    pub hold_some: HashMap<String, HashSet<String>>,
    /// It takes place, and the subject is a side.
    pub hold: HashSet<String>,
    /// It is to take place.
    pub plan: HashSet<String>,
    /// Somebody wants it.
    pub propose: HashSet<String>,
    /// It is called off.
    pub cancel: HashSet<String>,
    /// Somebody would not.
    pub refuse: HashSet<String>,
    /// It is told as not so.
    pub deny: HashSet<String>,
    /// Nouns for the wish to meet: "a **request** for talks".
    pub asked: HashSet<String>,
    /// The subject brings the sides together.
    pub host: HashSet<String>,
    /// The noun is the subject.
    pub happen: HashSet<String>,
    /// The noun is the subject, and it did not come to it: "fell through".
    pub fail: HashSet<String>,
    /// Nouns that carry it by "of": "**hours** of talks".
    pub measures: HashSet<String>,
    /// Relative pronouns that never stand for people.
    pub things: HashSet<String>,
    /// Of the adpositions behind such a verb, those that tell where something was done: "agreed **at** a meeting".
    pub inside: HashSet<String>,
    /// Relative pronouns that stand for people alone: "who".
    pub persons: HashSet<String>,
    /// How far talks that only run on have come: "are at an advanced **stage**".
    pub stages: HashSet<String>,
    /// The noun only runs on: "negotiations **continue**".
    pub background: HashSet<String>,
    /// Verbs by which one is part of what somebody does: "her visit **includes** a meeting with X".
    pub contain: HashSet<String>,
    /// Verbs for what is to come of them: "the talks will **lead** to a deal".
    pub result: HashSet<String>,
    /// The noun is told to be: "there was a meeting", "talks are under way".
    pub exist: HashSet<String>,
    /// Adpositions by which such a verb takes the noun: "engaged **in** talks".
    pub adpositions: HashSet<String>,
}

/// Verbs and words that bring further people.
#[derive(Debug, Deserialize)]
pub struct Attendance {
    /// The object is a principal, the subject or agent comes along.
    pub accompany: HashSet<String>,
    /// The subject comes to what the object names.
    pub attend: HashSet<String>,
    /// Nouns: "in the **presence** of X".
    pub presence: HashSet<String>,
    /// Nouns for who took part: "**participants** included:".
    pub roll: HashSet<String>,
    /// Verbs between such a noun and those whom it names: "participants **included** X".
    pub lists: HashSet<String>,
    /// "also present".
    pub present: HashSet<String>,
    /// Over those who stay away: "**unable** to attend".
    pub barring: HashSet<String>,
    /// Adpositions: "alongside X".
    pub alongside: HashSet<String>,
}

/// Adjectives that tell a status.
#[derive(Debug, Deserialize)]
pub struct StatusAdjectives {
    /// "upcoming"
    pub planned: HashSet<String>,
    /// "proposed"
    pub proposed: HashSet<String>,
    /// "cancelled"
    pub cancelled: HashSet<String>,
    /// "ongoing"
    pub ongoing: HashSet<String>,
}

/// Words.
#[derive(Debug, Deserialize)]
pub struct WordSet {
    /// The words.
    pub words: HashSet<String>,
}

/// Words that make an encounter a habit.
#[derive(Debug, Deserialize)]
pub struct Habit {
    /// Adverbs: "often".
    pub words: HashSet<String>,
    /// Adpositions before a long time, and nouns for it: "**over** the **years**".
    pub markers: HashSet<String>,
    /// See `markers`.
    pub spans: HashSet<String>,
    /// Words before nouns that tell of each and every one: "in **all** of her meetings".
    pub all: HashSet<String>,
    /// Words before a clause that tell of each time: "**whenever** she calls".
    pub each_time: HashSet<String>,
    /// Those that do where it is told of nobody in particular: "**when** she meets fans".
    pub when: HashSet<String>,
    /// Words before a day by which it is each of its kind: "meets X **every** Friday".
    pub each_day: HashSet<String>,
    /// Nouns for a habit: "made a **habit** of calling X".
    pub nouns: HashSet<String>,
    /// Words before a noun in the plural for encounters that are a habit: "**regular** meetings with X".
    pub before: HashSet<String>,
}

/// Words of an hour.
#[derive(Debug, Deserialize)]
pub struct Hour {
    /// Those for the half of the day: "p.m.".
    pub halves: HashSet<String>,
}

/// Verbs that tell an encounter by halves.
#[derive(Debug, Deserialize)]
pub struct Half {
    /// With one side only: "to meet her rival".
    pub meet: HashSet<String>,
    /// By what was said in it: "told the minister".
    pub tell: HashSet<String>,
}

/// What points back.
#[derive(Debug, Deserialize)]
pub struct Again {
    /// The determiners.
    pub words: HashSet<String>,
    /// Nouns that any encounter may be called by.
    pub generic: HashSet<String>,
}

/// Words by which each of several companions was met apart.
#[derive(Debug, Deserialize)]
pub struct Apart {
    /// At the trigger: "separate meetings".
    pub words: HashSet<String>,
    /// Before the next one: "met X, **then** Y".
    pub next: HashSet<String>,
    /// Of two whom one "and" joins, words of the offices whose holders receive a guest one after the other.
    pub heads: HashSet<String>,
    /// Of those, what only a state has: "minister".
    pub of_states: HashSet<String>,
    /// At the trigger, where holders of different offices sat together: "met **jointly**".
    pub together: HashSet<String>,
    /// Nouns that in the plural are one encounter with each: "**meetings** with X and Y".
    pub plural: HashSet<String>,
}

/// Visits: their words, and the adpositions of their places.
#[derive(Debug, Deserialize)]
pub struct Visits {
    /// Where the visitor stands at a noun.
    pub who: Vec<Slot>,
    /// Lemmas.
    pub words: HashSet<String>,
    /// Nouns that in the plural, with who has them, tell of a stay: "her **meetings** in Geneva".
    pub several: HashSet<String>,
    /// Verbs for the end of a stay abroad: "**left** Geneva".
    pub leave: HashSet<String>,
    /// Nouns for a leg of a journey: "as **part** of a tour".
    pub parts: HashSet<String>,
    /// Verbs by which a visit ends: "**concluded** her visit today".
    pub close: HashSet<String>,
    /// Verbs whose object comes to where the subject is: "**welcomed** X to Geneva".
    pub guests: HashSet<String>,
    /// Nouns for gatherings, beside which others meet.
    pub gatherings: HashSet<String>,
    /// Last words of the names of gatherings, which are nobody.
    pub events: HashSet<String>,
    /// Nouns for what is beside a gathering: "on the **sidelines**".
    pub beside: HashSet<String>,
    /// Adpositions.
    pub markers: Vec<String>,
}

/// Words that tell how they met.
#[derive(Debug, Deserialize)]
pub struct FormatWords {
    /// Adpositions between the trigger and such a word.
    pub markers: HashSet<String>,
    /// By phone.
    pub phone: HashSet<String>,
    /// By video.
    pub video: HashSet<String>,
    /// In one place.
    pub in_person: HashSet<String>,
}

/// Where topics stand.
#[derive(Debug, Deserialize)]
pub struct Topics {
    /// Adpositions at the noun: "talks on trade".
    pub markers: HashSet<String>,
    /// Nouns that are no topic.
    pub not: HashSet<String>,
    /// Verbs whose object is a topic.
    pub verbs: HashSet<String>,
    /// Verbs of what those who talked at a meal have done.
    pub together: HashSet<String>,
}

impl Carriers {
    /// The words of all lists but `happen`: verbs that a noun of meeting is object of.
    pub fn takes(&self, lemma: &str) -> bool {
        [&self.hold, &self.plan, &self.propose, &self.cancel, &self.refuse, &self.deny, &self.host].iter().any(|s| s.contains(lemma))
    }
}
