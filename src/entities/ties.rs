//! Words that tie somebody to a side or a body, or part them from one, read from `data/<language>/ties.toml`.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

#[derive(Debug, Deserialize)]
struct Guest {
    visits: HashSet<String>,
    goes: HashSet<String>,
    journeys: HashSet<String>,
    markers: HashSet<String>,
    makers: HashSet<String>,
}

/// Words about names and offices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    /// That stand for a state, though no word tells which: "the **government**".
    pub state_itself: HashSet<String>,
    /// Before such a noun, of the whole state: "the **federal** government".
    pub of_whole_state: HashSet<String>,
    /// That are a side where it is told how many: "twelve **states**".
    pub counted: HashSet<String>,
    /// That each state has one of: "the **Ministries** of Trade of Peru and Chile" are two.
    pub organs: HashSet<String>,
    /// That are named by who leads them: "the Ruiz **administration**".
    pub named_by_leader: HashSet<String>,
    /// Before a state, for how somebody stands to it: "**pro**-Chile".
    pub stances: HashSet<String>,
    /// By which one stands with another: "with".
    pub beside: HashSet<String>,
    /// Behind a person's name, and none itself: "Jr."
    pub generations: HashSet<String>,
    /// The first offices of a state, of which nobody holds two: "the **Prime Minister** and President Ruiz".
    pub chiefs: HashSet<String>,
    /// Titles that a father's name may hold: "bin **Sultan** Idris".
    pub fathers_titles: HashSet<String>,
    /// Before two whom the recognizer may take for one: "between".
    pub before_two: HashSet<String>,
    /// That make a place of what could be a body too: "at".
    pub at_place: HashSet<String>,
    /// Before the field of an office or a body: "of".
    pub field: HashSet<String>,
    /// The same, where a determiner follows: "in".
    pub field_inside: HashSet<String>,
    /// Before what something is about: "a memorandum **on**".
    pub topics: HashSet<String>,
    /// Before what a body's first word is of: "Bank **of**".
    pub name_of: HashSet<String>,
    /// Behind an office, before its field, its body or its place.
    pub office_behind: HashSet<String>,
    /// Before the name of the body in an office's words.
    pub before_body: HashSet<String>,
    /// Between capitals in an office's words.
    pub within_office: HashSet<String>,
    /// Between capitals in a body's name.
    pub within_body: HashSet<String>,
    /// Pronouns of whoever speaks: "**my** administration".
    pub speaking: HashSet<String>,
    /// What papers are called, which is no body's name: "Letters of Intent".
    pub paper_names: HashSet<String>,
    /// What states are, in their names in full: "the Federal **Republic** of Peru".
    pub state_forms: HashSet<String>,
    /// What may stand before that: "the **Federal** Republic".
    pub state_words: HashSet<String>,
    /// Between a body and the one that it belongs to: "the Agency **under** the Ministry".
    pub above_body: HashSet<String>,
    /// What no body's name ends with.
    pub never_last: HashSet<String>,
    /// Nouns by which one asks another to come.
    pub invitations: HashSet<String>,
    /// Articles.
    pub articles: HashSet<String>,
    /// Words that join like "and".
    pub as_well: HashSet<String>,
    /// Words that open the names of a state's bodies: "the **National** Forest and Grassland Administration".
    pub opening: HashSet<String>,
    /// Adpositions at which the name of what parties have signed ends: "the Treaty on Ports **between** Chile and Peru".
    pub sets_parties: HashSet<String>,
    /// Nouns that open the name of a paper: "the **Memorandum** on Trade". What is signed is read above this room; here they only tell that a
    /// name is no body's.
    pub papers: HashSet<String>,
    /// Those who are of the state where they are told to be: "**officials** in Lima".
    pub of_place: HashSet<String>,
    /// Places by which treaties of many are called: "the **Paris** Agreement".
    pub treaty_places: HashSet<String>,
    /// What may stand between that place and the paper: "the Paris **climate** accord".
    pub treaty_matters: HashSet<String>,
    /// The word that stands for whatever such a treaty is called behind its place.
    pub treaty: String,
    /// Forms of address that stand in no name: "Climate Action **Mr** Ruiz".
    pub never_inside: HashSet<String>,
    /// Words of bodies' names behind which "on" tells their field: "the **Council** on Foreign Relations".
    pub bodies_on: HashSet<String>,
    /// What joins the fields of an office, beside conjunctions.
    pub joins_fields: HashSet<String>,
    /// Before what somebody is only called: "as".
    pub called: HashSet<String>,
    /// Of these, what tells who somebody is: "spoke **as** the Peruvian president".
    pub likened: HashSet<String>,
    /// Offices by marriage to one of the same surname: "**first lady** Ana Ruiz".
    pub by_marriage: HashSet<String>,
    /// Small words inside a person's name: "Ana **de** Ruiz".
    pub within_person: HashSet<String>,
    /// Words behind which a person's name goes on with the father's: "Ismail **ibni** Almarhum Sultan Idris".
    pub patronymics: HashSet<String>,
}

impl Around {
    /// "agreement", "agreements": a noun that opens the name of a paper.
    pub fn names_paper(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.papers.contains(&word) || word.strip_suffix('s').is_some_and(|one| self.papers.contains(one))
    }
}

/// What a pack knows of ties. All words are lemmas.
#[derive(Debug, Deserialize)]
pub struct Ties {
    of_side: HashSet<String>,
    of_body: HashSet<String>,
    agent: HashSet<String>,
    matter: HashSet<String>,
    sent: HashSet<String>,
    posted: HashSet<String>,
    sent_for: HashSet<String>,
    voices: HashSet<String>,
    based: HashSet<String>,
    company: HashSet<String>,
    including: HashSet<String>,
    tags: HashMap<String, String>,
    guest: Guest,
    /// Words about names and offices.
    pub around: Around,
}

impl Ties {
    /// Reads a pack's file.
    pub fn read(ties: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(ties)
    }

    /// An adposition behind a noun that tells its side: "of".
    pub fn tells_side(&self, lemma: &str) -> bool {
        self.of_side.contains(lemma)
    }

    /// An adposition behind an office that tells its body.
    pub fn tells_body(&self, lemma: &str) -> bool {
        self.of_body.contains(lemma)
    }

    /// The state whose legislators have a letter for their party, a hyphen and their seat in brackets behind the name: "(D-N.J.)".
    pub fn state_of_tag(&self, party: &str) -> Option<&str> {
        self.tags.get(party).map(String::as_str)
    }

    /// An adposition before what an agreement or talks are about.
    pub fn tells_matter(&self, lemma: &str) -> bool {
        self.matter.contains(lemma)
    }

    /// The adposition of who does what a passive verb tells.
    pub fn tells_agent(&self, lemma: &str) -> bool {
        self.agent.contains(lemma)
    }

    /// An adposition behind an office that tells whither its holder is sent, or, if the office has a `field`, for what.
    pub fn is_sent(&self, lemma: &str, field: bool) -> bool {
        self.sent.contains(lemma) || field && self.sent_for.contains(lemma)
    }

    /// The last word of an office whose holder is sent, or that is held to somebody: "**adviser** to X".
    pub fn is_posted(&self, head: &str) -> bool {
        self.posted.contains(head)
    }

    /// The head of an office that speaks for a body, named or not: "spokesman".
    pub fn is_voice(&self, head: &str) -> bool {
        self.voices.contains(head)
    }

    /// What stands behind a place's name where a body has its seat: "Tegucigalpa-**based**".
    pub fn is_based(&self, lemma: &str) -> bool {
        self.based.contains(lemma)
    }

    /// A verb by which one is of another's side: "accompanied by".
    pub fn is_company(&self, lemma: &str) -> bool {
        self.company.contains(lemma)
    }

    /// A word that begins a list of some of a group's members: "including".
    pub fn begins_members(&self, lemma: &str) -> bool {
        self.including.contains(lemma)
    }

    /// A verb whose object is the place where its subject is a guest: "visit".
    pub fn visits(&self, lemma: &str) -> bool {
        self.guest.visits.contains(lemma)
    }

    /// A verb of the way to such a place: "travel to".
    pub fn goes(&self, lemma: &str) -> bool {
        self.guest.goes.contains(lemma)
    }

    /// A noun for a guest's way: "trip".
    pub fn is_journey(&self, lemma: &str) -> bool {
        self.guest.journeys.contains(lemma)
    }

    /// The adposition before a place that somebody goes to.
    pub fn leads_to(&self, lemma: &str) -> bool {
        self.guest.markers.contains(lemma)
    }

    /// The adposition between a journey and who makes it.
    pub fn makes_journey(&self, lemma: &str) -> bool {
        self.guest.makers.contains(lemma)
    }
}
