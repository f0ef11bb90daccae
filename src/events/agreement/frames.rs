//! `agreements.toml`: what an instrument is called, what verbs make of it, where the parties stand.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::{
    business::{Trade, Transaction},
    hires::HireWords,
    list::ListVerbs,
};
use crate::{
    events::slots::Slot,
    language::{Doc, Relation},
    record::{AgreementStatus, Instrument},
};

/// All frames of one language.
#[derive(Debug, Deserialize)]
pub struct AgreementFrames {
    /// Names of instruments, one or more words, in singular.
    pub instruments: HashMap<String, Instrument>,
    /// Those that are instruments only where somebody signs or concludes them in the same breath.
    pub weak: HashSet<String>,
    /// Of these, nouns for what anybody may make, drop or talk about: instruments only where they are concluded.
    pub loose: HashSet<String>,
    /// Of these, what may be signed, but is only set up by the verbs below.
    pub schemes: HashSet<String>,
    /// Verbs of setting up.
    pub founding: HashSet<String>,
    /// Nouns for what two may simply have with each other, by which they signed nothing: "a longstanding **partnership**".
    pub ties: HashSet<String>,
    /// Verbs by which such a thing is begun: "**launched** a partnership".
    pub beginning: HashSet<String>,
    /// Verbs by which two sides come to terms, that make an instrument of such a noun.
    pub mutual: HashSet<String>,
    /// Those that are instruments only there, or where the noun itself names two parties.
    pub paired: HashSet<String>,
    /// Nouns that only say how, behind "in" and without an article: "in **combination** with X".
    pub adverbial: HashSet<String>,
    /// Nouns that in the plural are what anybody makes ready: "**arrangements** for the feast".
    pub prepared: HashSet<String>,
    /// Verbs by which one does that.
    pub preparing: HashSet<String>,
    /// What one side yields to the other: "sought **concessions** from X".
    pub yielded: HashSet<String>,
    /// Verbs by which it is yielded or asked for: "**made** a concession to X".
    pub yielding: HashSet<String>,
    /// Nouns for what is thought or said of an instrument: "told of her **reservations** on a deal".
    pub opinions: HashSet<String>,
    /// Those who have a view of an agreement, and no part in it.
    pub onlookers: HashSet<String>,
    /// What makes such a noun none.
    pub not_instruments: NotInstruments,
    /// Verbs that an instrument is object or passive subject of.
    #[serde(rename = "verb")]
    pub verbs: Vec<VerbFrame>,
    /// Verbs of business.
    #[serde(rename = "transaction")]
    pub transactions: Vec<Transaction>,
    /// Nouns of business.
    #[serde(rename = "trade")]
    pub trades: Vec<Trade>,
    /// What can be bought of a company, so that it is the company that is told of: "a **stake** in X".
    pub holdings: HashSet<String>,
    /// Of these, a part of a company that somebody may buy of another: "a **stake**".
    pub stakes: HashSet<String>,
    /// How the price of a whole company ends: "$2**bn**".
    pub fortunes: Vec<String>,
    /// What is settled with who has it: "settled **a lawsuit** brought by X".
    pub claims: HashSet<String>,
    /// Who decides between two, and has no part in what they settle.
    pub judges: HashSet<String>,
    /// Adpositions between such a thing and who has it.
    pub claimed_by: Vec<Slot>,
    /// Verbs over an infinitive that make it as good as done: "**agreed** to sell".
    pub concluding: HashSet<String>,
    /// What may be agreed without any deal: "agreed to **talk**".
    pub idle: HashSet<String>,
    /// Modals of what may be.
    pub hypothetical: HashSet<String>,
    /// Of those, what is said of what may be signed on a day: "**could** be signed next week".
    pub foreseeing: HashSet<String>,
    /// What is bought for an aim of one who grants it: "a **licence** to develop the drug from X".
    pub licences: HashSet<String>,
    /// Pronouns that stand for another of what was just told of: "a deal like **that** between X and Y".
    pub another: HashSet<String>,
    /// What one state sells another by number: "20 **jets**".
    pub state_goods: HashSet<String>,
    /// Nouns over a takeover or a merger by which it is only talked about: "**rumours** of a merger".
    pub rumours: HashSet<String>,
    /// Verbs by which a deal is only talked about: "was **tipped** to buy X".
    pub tipping: HashSet<String>,
    /// Nouns by which papers of many are called, which one joins by signing: "X's signing of the Northern **Convention**".
    pub joined: HashSet<String>,
    /// What lies between two states, who alone can agree on it: "the **border** between X and Y".
    pub between_states: HashSet<String>,
    /// Offices of companies, by which nobody speaks for a state.
    pub of_companies: HashSet<String>,
    /// Words in the names of what more than two have made: "the **Regional** Trade Agreement".
    pub of_many: HashSet<String>,
    /// Nouns by which somebody would like to be bound: "X's **interest** in joining the pact".
    pub wishes: HashSet<String>,
    /// Those that ask the others for it: "X's **application** to the Pact".
    pub applies: HashSet<String>,
    /// Nouns for what somebody is out to do: "X's **effort** to acquire Y".
    pub attempts: HashSet<String>,
    /// Of these, what is as good as done where it ends an instrument: "the **decision** to leave the pact".
    pub decisions: HashSet<String>,
    /// Verbs by which a decision does not stand: "**reversed** its decision".
    pub undoing: HashSet<String>,
    /// Verbs by which a signing is still to come: "**looked** forward to the signing of X".
    pub awaiting: HashSet<String>,
    /// Participles at the noun by which one side has it: "the concession **held** by X".
    pub held: HashSet<String>,
    /// Verbs behind which, with an adposition, a signing is still to come: "are **working** towards signing a treaty".
    pub striving: HashSet<String>,
    /// Nouns over an instrument that tell its stage only right over it: "the **exchange** of two memoranda".
    pub right_over: HashSet<String>,
    /// Of the nouns that tell a stage, those that with a word before them are whose side one is on: "the losing **end** of deals".
    pub sides_taken: HashSet<String>,
    /// Passive verbs by whose doer those are bound who are their subject: "are **bound** by a treaty".
    pub binding: HashSet<String>,
    /// Verbs of talking, which make nobody a side of an instrument that is pointed at and called by a name.
    pub discussing: HashSet<String>,
    /// Words in what warring sides make with each other, whoever else talks about it: "discussed a **ceasefire** deal".
    pub of_war: HashSet<String>,
    /// Words beside those for rebels that tell no more of who they are.
    pub rebel_words: HashSet<String>,
    /// Adjectives of unions of states, and what those are called: "**European** leaders".
    pub union_adjectives: HashMap<String, Vec<String>>,
    /// Those whom somebody only has: "his **team**".
    pub own_people: HashSet<String>,
    /// Verbs of talks over a paper that, told as past, have made it: "**negotiated** the treaty".
    pub negotiated: HashSet<String>,
    /// Adpositions by which it is told for how long.
    pub lasting: HashSet<String>,
    /// Adpositions by which it is told until when.
    pub lasting_until: HashSet<String>,
    /// The adposition before what a bill is signed into.
    pub enacted_behind: HashSet<String>,
    /// What a bill is signed into: "signed the Northern Plan into **law**".
    pub enacted: HashSet<String>,
    /// Words of time over what may come: "from the **date** of its entry into force".
    pub whenever: HashSet<String>,
    /// Verbs of what is spent to get something: "**paid** $2bn to buy X" has bought it.
    pub spending: HashSet<String>,
    /// Those who work for a body by which they stand: "**workers** at Vestra".
    pub staff: HashSet<String>,
    /// Adpositions between them and that body.
    pub employed: Vec<Slot>,
    /// What of an instrument is agreed on for the whole of it: "the **text** of a treaty".
    pub wording: HashSet<String>,
    /// What workers do against the one they work for: "a **strike** at Vestra".
    pub strikes: HashSet<String>,
    /// Adpositions between that and whom they do it against.
    pub struck: Vec<Slot>,
    /// Nouns by which somebody signs for another: "on **behalf** of X".
    pub behalf: HashSet<String>,
    /// The same, with whose they are before them: "on the Peruvian **side**".
    pub own_side: HashSet<String>,
    /// What tells of one who works or plays for another.
    pub hires: HireWords,
    /// Words before an instrument that is like another: "a **similar** agreement".
    pub like: HashSet<String>,
    /// Nouns for states that a visit is between: "the two **countries** signed".
    pub countries: HashSet<String>,
    /// Verbs by which somebody only has an instrument.
    pub having: HashSet<String>,
    /// Pronouns that resume the subject of the clause above.
    pub resuming: HashSet<String>,
    /// Verbs by which others keep a deal from being made: "**blocked** a takeover of X by Y".
    pub hindering: HashSet<String>,
    /// Words between those of whom only one will deal: "buy jets from X **or** Y".
    pub alternatives: HashSet<String>,
    /// Last words of the names of those who let others deal: "the Trade **Commission** approved the bid".
    pub regulators: HashSet<String>,
    /// Verbs of leaving: "**left** the pact in tatters".
    pub leaving: HashSet<String>,
    /// The states in which they leave what stands: "in **tatters**".
    pub left_in: HashSet<String>,
    /// Verbs by which one company comes to another about a takeover: "**approached** X about a merger".
    pub approaching: HashSet<String>,
    /// Of the nouns for talks, those that sides hold, whatever they are about: "in **talks** about buying X".
    pub talks: HashSet<String>,
    /// Words in the names of parts of a government.
    pub departments: HashSet<String>,
    /// Words in the offices of those who head one: "**Secretary** of the Interior".
    pub heads: HashSet<String>,
    /// Words for everywhere, behind the nouns for crowds: "countries across the **world**".
    pub worlds: HashSet<String>,
    /// What is won by who gets to buy: "won the **bidding** to acquire X".
    pub contests: HashSet<String>,
    /// Verbs by which it is.
    pub won: HashSet<String>,
    /// Of the nouns for what somebody is out to do, those for what they have made up their mind to.
    pub intentions: HashSet<String>,
    /// Verbs by which one tells what one is out to do: "**announced** plans to buy X".
    pub resolving: HashSet<String>,
    /// Verbs over an infinitive that put it ahead: "**is** to buy".
    pub impending: HashSet<String>,
    /// Callings that speak for nobody but who has them: "business **tycoon** Ana Ruiz".
    pub private: HashSet<String>,
    /// Those who come to terms among themselves where no more is told than how many they are: "190 **countries**".
    pub crowds: HashSet<String>,
    /// Organs that bind their state.
    pub organs: HashSet<String>,
    /// Organs that bind the state that is told as theirs: "Peru's **air force**".
    pub forces: HashSet<String>,
    /// Words in the names of bodies that are part of their state's government.
    pub ministries: HashSet<String>,
    /// Offices of a part of a state: who holds one binds no state.
    pub local: HashSet<String>,
    /// Offices by which one sits in a parliament: who holds one binds no state.
    pub legislators: HashSet<String>,
    /// Offices of those who lead a chamber, or a part of it.
    pub chamber_leaders: HashSet<String>,
    /// Names of chambers.
    pub chambers: HashSet<String>,
    /// Organs that bind the company that they are of, where that is told.
    pub company_organs: HashSet<String>,
    /// Those of whom nothing is told where no more is said.
    pub anybody: HashSet<String>,
    /// Of these, those of whom a word before them tells no more: "senior **officials**".
    pub aides: HashSet<String>,
    /// Words before a group by which nobody in particular is told: "**other** countries".
    pub unnamed: HashSet<String>,
    /// Those who stand against their state and never bind it.
    pub rebels: HashSet<String>,
    /// Those who deal for themselves, whatever state they are of: "Chinese **firms**".
    pub traders: HashSet<String>,
    /// What a headline calls one that it does not name: "UK **bank** seals deal".
    pub traders_one: HashSet<String>,
    /// Those who speak for a body by whose name they are called: "Norlund **leaders**".
    pub leaders: HashSet<String>,
    /// Verbs by which one side gets the other's consent: "**secured** the agreement of X".
    pub consent: HashSet<String>,
    /// Where parties and subjects stand at the noun.
    pub noun: NounSlots,
    /// Words for a number that stays open.
    pub counts: Counts,
    /// Participles of a line above titles, by which all of them are signed.
    pub listed: HashSet<String>,
    /// Words that point to a list of titles: "see **Annex**".
    pub annexes: HashSet<String>,
    /// Adjectives at the noun, by the stage that they tell.
    pub status_words: HashMap<AgreementStatus, HashSet<String>>,
    /// Nouns over it, by the stage that they tell.
    pub status_nouns: HashMap<AgreementStatus, HashSet<String>>,
    /// What is said of it as subject, by the stage that it tells.
    pub status_predicates: HashMap<AgreementStatus, HashSet<String>>,
    /// Verbs that end talks well: "**concluded** negotiations on a treaty".
    pub closing: HashSet<String>,
    /// Verbs by which that end is told as past: "**announced** the conclusion of talks".
    pub concluded_by: HashSet<String>,
    /// Nouns over talks for their good end: "the **conclusion** of negotiations".
    pub closings: HashSet<String>,
    /// Nouns for having a part in an instrument, and the adpositions behind them: "suspended its **participation in** the treaty".
    pub parts_in: HashSet<String>,
    /// Those adpositions.
    pub taken_in: HashSet<String>,
    /// Adpositions between talks and what they are about.
    pub talked_behind: HashSet<String>,
    /// Verbs whose object lists what was signed.
    pub list_verbs: ListVerbs,
    /// Verbs whose subjects stand by while their states sign.
    pub witnesses: HashSet<String>,
    /// Adpositions by which a verb takes an instrument.
    pub taken_behind: HashSet<String>,
    /// Words before an instrument that make it another one.
    pub apart: HashSet<String>,
    /// Determiners of what is told of anew.
    pub anew: HashSet<String>,
    /// Determiners that point back.
    pub again: HashSet<String>,
}

impl AgreementFrames {
    /// "$2**bn**", "2 **billion**"
    pub fn tells_fortune(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let number = |n: &str| n.chars().all(|c| !c.is_alphabetic());
        self.fortunes.iter().any(|end| word.strip_suffix(end.as_str()).is_some_and(number))
    }

    /// Reads a pack's file.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The frame of a verb, with its particle where it has one, by whether the instrument is its (active) subject.
    pub fn verb(&self, lemma: &str, instrument_is_subject: bool) -> Option<&VerbFrame> {
        self.verbs.iter().find(|f| f.instrument_is_subject == instrument_is_subject && f.lemmas.contains(lemma))
    }

    /// The frame of what is only said of an instrument that there is.
    pub fn remark(&self) -> Option<&VerbFrame> {
        self.verbs.iter().find(|f| f.parties_of_noun && f.keeps && !f.instrument_is_subject)
    }

    /// True for the lemma of a verb of business.
    pub fn transacts(&self, lemma: &str) -> bool {
        self.transactions.iter().any(|t| t.lemmas.contains(lemma))
    }

    /// True for a noun over an instrument that tells its stage: "ceasefire **talks**", "the **signing** of".
    pub fn tells_stage(&self, doc: &Doc, noun: usize) -> bool {
        Self::stage(&self.status_nouns, &doc.lemma(noun).to_lowercase()).is_some()
    }

    /// True where a verb stands under one that makes it as good as done: "agreed to **sell**".
    pub fn concludes(&self, doc: &Doc, verb: usize) -> bool {
        doc.tokens[verb].relation == Relation::OpenComplement && doc.governor(verb).is_some_and(|g| self.concluding.contains(doc.lemma(g)))
    }

    /// True for a verb by which sides come to terms, or try to.
    pub fn comes_to_terms(&self, lemma: &str) -> bool {
        self.mutual.contains(lemma) || self.transacts(lemma) || self.negotiates(lemma)
    }

    /// True for a verb of signing, ratifying or negotiating.
    fn negotiates(&self, lemma: &str) -> bool {
        use AgreementStatus::{Negotiating, Ratified, Signed};
        self.verb(lemma, false).is_some_and(|f| !f.keeps && matches!(f.status, Negotiating | Ratified | Signed))
    }

    /// The stage that an adjective, or a noun over the instrument, tells.
    pub fn stage(table: &HashMap<AgreementStatus, HashSet<String>>, word: &str) -> Option<AgreementStatus> {
        // in the order of the vocabulary, so that a word in two lists reads the same each time
        STAGES.into_iter().find(|s| table.get(s).is_some_and(|words| words.contains(word)))
    }
}

const STAGES: [AgreementStatus; 9] = [
    AgreementStatus::Signed,
    AgreementStatus::Agreed,
    AgreementStatus::Planned,
    AgreementStatus::Negotiating,
    AgreementStatus::Proposed,
    AgreementStatus::Ratified,
    AgreementStatus::Rejected,
    AgreementStatus::Suspended,
    AgreementStatus::Terminated,
];

/// What makes an instrument's noun none.
#[derive(Debug, Deserialize)]
pub struct NotInstruments {
    /// Words before it.
    pub modified_by: HashSet<String>,
    /// Words before a weak noun that make it none: "a **health** plan".
    pub weak_modified_by: HashSet<String>,
    /// Words before it that make it none unless somebody concludes it: "a **bad** deal".
    pub judged: HashSet<String>,
    /// Determiners that name none in particular: "**any** deal".
    pub determiners: HashSet<String>,
    /// Adpositions before it that tell of none: "**without** a deal".
    pub behind: HashSet<String>,
    /// Names of which it is a word, and that are none: "disaster **declaration**", "**order** of business".
    pub names: HashSet<String>,
}

/// A verb that an instrument is object of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbFrame {
    /// What an explanation calls it.
    pub name: String,
    /// The stage that it tells when it happened.
    pub status: AgreementStatus,
    /// Its lemmas.
    pub lemmas: HashSet<String>,
    /// Where the parties stand.
    pub parties: Vec<Slot>,
    /// The verb tells nothing of who is bound: the noun itself must name the parties.
    #[serde(default)]
    pub parties_of_noun: bool,
    /// The instrument is its subject: "the treaty **expired**".
    #[serde(default)]
    pub instrument_is_subject: bool,
    /// The instrument is others', and by its name a party beside the one who joins it.
    #[serde(default)]
    pub joins: bool,
    /// One side takes what the other has made: "**accepted** the offer".
    #[serde(default)]
    pub takes: bool,
    /// Who does it is bound too where only one other side is told: "brokered a deal **with** X".
    #[serde(default)]
    pub with_subject: bool,
    /// It tells of an instrument that there is already: "**renewed** the treaty".
    #[serde(default)]
    pub keeps: bool,
    /// How surely it means an instrument, 0 to 1.
    pub confidence: f64,
}

/// Where parties and subjects stand at the noun.
#[derive(Debug, Deserialize)]
pub struct NounSlots {
    /// Parties.
    pub parties: Vec<Slot>,
    /// Adpositions of what it is about, whatever stands behind them.
    pub topics: HashSet<String>,
    /// Adpositions of what it is about, where neither a party nor a place stands behind them.
    pub subjects: HashSet<String>,
    /// Those that begin a list of what several are about: "memoranda, **including** on energy".
    pub listing: HashSet<String>,
    /// Adpositions by which a subject goes on: "cooperation **in** health".
    pub subject_goes_on: HashSet<String>,
    /// Nouns behind such adpositions that are no subject: "on the **basis** of".
    pub not_subjects: HashSet<String>,
    /// Words before the noun that tell its worth, not what it is about.
    pub vague: HashSet<String>,
    /// Adpositions under which what somebody does stands: "swapped prisoners **under** a deal".
    pub framing: HashSet<String>,
    /// Adpositions by which somebody has come to where the clause tells: "won a foothold **with** a deal to buy X".
    pub resulting: HashSet<String>,
    /// Verbs behind which those only tell against whom or what: "**competed** with an agreement".
    pub struggling: HashSet<String>,
    /// Adpositions by which the clause tells of whom a bid is made: "cut jobs **amid** a bid from X".
    pub facing: HashSet<String>,
    /// Nouns between such a one and what is done: "as **part** of a deal".
    pub framing_parts: HashSet<String>,
    /// Adpositions before those: "**as** part of", "**under** the terms of".
    pub framing_behind: HashSet<String>,
    /// Where the sides stand at the verb of what they do under it.
    pub framed: Vec<Slot>,
    /// Adpositions in a clause at the noun that bring the other side.
    pub clause_parties: HashSet<String>,
    /// Where it stands at a verb of what is done under the instrument: "will supply trains **to X** under a contract".
    pub served: Vec<Slot>,
    /// Those that bring it where it is a body: "to build ferries **for X**".
    pub clause_bodies: HashSet<String>,
    /// Verbs in such a clause whose goods come from the state that they are called by: "to import **Venezuelan** fuel".
    pub clause_goods: HashSet<String>,
    /// Verbs in such a clause whose object is the other side: "to **supply X** with gas".
    pub clause_objects: HashSet<String>,
    /// Verbs behind which a document's title stands: "**titled** X".
    pub titled: HashSet<String>,
    /// Nouns behind "of" that are part of an instrument's name: "memorandum of **understanding**".
    pub name_parts: HashSet<String>,
    /// Nouns that only lead to the subject: "in the **field** of".
    pub subject_heads: HashSet<String>,
    /// Adpositions behind such a noun: "with regard **to**".
    pub led_behind: HashSet<String>,
}

impl NounSlots {
    /// "swapped prisoners **under a deal**": the instrument frames what its sides do.
    pub fn frames(&self, doc: &Doc, noun: usize) -> bool {
        let marker = |noun: usize| doc.governor(noun).filter(|_| doc.tokens[noun].relation == Relation::PrepositionObject);
        // "**as part** of a deal"
        let part = |of: usize| {
            let part = doc.governor(of).filter(|&n| self.framing_parts.contains(&doc.lemma(n).to_lowercase()));
            part.and_then(marker).is_some_and(|m| self.framing_behind.contains(&doc.lemma(m).to_lowercase()))
        };
        marker(noun).is_some_and(|p| self.framing.contains(doc.lemma(p)) || part(p))
    }
}

/// Words for a number that stays open.
#[derive(Debug, Deserialize)]
pub struct Counts {
    /// "several".
    pub open: HashSet<String>,
    /// Plurals that the tagger does not know for such: "memoranda".
    pub plurals: HashSet<String>,
}
