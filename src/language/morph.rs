//! Coarse tags, morphology and relations in words that no treebank's labels show through.

use std::str::FromStr;

/// Universal parts of speech (universaldependencies.org/u/pos), and white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
    Space,
}

const POS_NAMES: [(Pos, &str); 18] = [
    (Pos::Adj, "ADJ"),
    (Pos::Adp, "ADP"),
    (Pos::Adv, "ADV"),
    (Pos::Aux, "AUX"),
    (Pos::Cconj, "CCONJ"),
    (Pos::Det, "DET"),
    (Pos::Intj, "INTJ"),
    (Pos::Noun, "NOUN"),
    (Pos::Num, "NUM"),
    (Pos::Part, "PART"),
    (Pos::Pron, "PRON"),
    (Pos::Propn, "PROPN"),
    (Pos::Punct, "PUNCT"),
    (Pos::Sconj, "SCONJ"),
    (Pos::Sym, "SYM"),
    (Pos::Verb, "VERB"),
    (Pos::X, "X"),
    (Pos::Space, "SPACE"),
];

impl Pos {
    /// The standard's name, `NOUN`.
    pub fn name(self) -> &'static str {
        POS_NAMES.iter().find(|(p, _)| *p == self).map_or("X", |(_, n)| n)
    }

    /// Common nouns and names.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Propn)
    }
}

impl FromStr for Pos {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        POS_NAMES.iter().find(|(_, n)| *n == name).map(|(p, _)| *p).ok_or_else(|| format!("'{name}' is no universal part of speech"))
    }
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum VerbForm {
    Finite,
    Infinitive,
    Participle,
    Gerund,
}

/// What a token's morphology tells; each part only where it is marked (universaldependencies.org/u/feat).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Morph {
    /// The form of a verb.
    pub form: Option<VerbForm>,
    /// `Tense=Past` (true) or `Tense=Pres` (false).
    pub past: Option<bool>,
    /// `Aspect=Prog`.
    pub progressive: bool,
    /// `Number=Plur` (true) or `Number=Sing` (false).
    pub plural: Option<bool>,
    /// 1, 2 or 3.
    pub person: Option<u8>,
    /// `Poss=Yes`.
    pub possessive: bool,
    /// `Reflex=Yes`.
    pub reflexive: bool,
    /// `PronType=Rel`, or a word that the pack lists as relative pronoun.
    pub relative: bool,
    /// An auxiliary that the pack lists as one of the future, "will".
    pub future: bool,
    /// A word that the pack lists as denying, "not", "never", "no".
    pub negative: bool,
}

impl Morph {
    /// Reads `Feature=Value|Feature=Value`; features that no rule asks for are passed over.
    pub fn from_feats(feats: &str) -> Self {
        let mut m = Self::default();
        for (feature, value) in feats.split('|').filter_map(|f| f.split_once('=')) {
            match (feature, value) {
                ("VerbForm", "Fin") => m.form = Some(VerbForm::Finite),
                ("VerbForm", "Inf") => m.form = Some(VerbForm::Infinitive),
                ("VerbForm", "Part") => m.form = Some(VerbForm::Participle),
                ("VerbForm", "Ger") => m.form = Some(VerbForm::Gerund),
                ("Tense", "Past") => m.past = Some(true),
                ("Tense", "Pres") => m.past = Some(false),
                ("Aspect", "Prog") => m.progressive = true,
                ("Number", "Plur") => m.plural = Some(true),
                ("Number", "Sing") => m.plural = Some(false),
                ("Person", p) => m.person = p.parse().ok(),
                ("Poss", "Yes") => m.possessive = true,
                ("Reflex", "Yes") => m.reflexive = true,
                ("PronType", "Rel") => m.relative = true,
                ("Polarity", "Neg") => m.negative = true,
                _ => {}
            }
        }
        m
    }

    /// "met", "meets", "will": a form that needs no other to make a clause.
    pub fn is_finite(&self) -> bool {
        self.form == Some(VerbForm::Finite)
    }

    /// "meet": the form of the present that is an infinitive's too.
    pub fn is_plain_present(&self) -> bool {
        self.form == Some(VerbForm::Infinitive) || self.is_finite() && self.past == Some(false) && self.person != Some(3)
    }

    /// "meeting" as a verb, "met" behind "have" or "was".
    pub fn is_participle(&self) -> bool {
        matches!(self.form, Some(VerbForm::Participle | VerbForm::Gerund))
    }

    /// "met" behind "was": a participle of the past.
    pub fn is_past_participle(&self) -> bool {
        self.is_participle() && self.past == Some(true)
    }
}

/// How a token hangs on its head. A pack's scheme (`data/<language>/scheme.toml`) maps its treebank's labels to these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The head of a sentence.
    Root,
    /// Who or what does it.
    Subject,
    /// Who or what it is done to, of a passive verb.
    PassiveSubject,
    /// A clause as subject.
    ClauseSubject,
    /// Who or what it is done to.
    Object,
    /// To whom.
    IndirectObject,
    /// What an adposition governs.
    PrepositionObject,
    /// An adposition that hangs on what it modifies and governs a noun.
    Preposition,
    /// A noun that hangs on a verb or noun by itself, its adposition a child of it ([`Relation::Case`]).
    Oblique,
    /// The adposition of a noun that hangs on its governor by itself.
    Case,
    /// An adposition (or a "by") that brings the doer of a passive verb.
    Agent,
    /// What is said of the subject behind a copula.
    Attribute,
    /// An adjective behind a copula or as complement.
    AdjectiveComplement,
    /// A finite clause as complement, "said **that …**".
    ClauseComplement,
    /// An infinitive or participle whose subject is the governor's, "plan **to meet**".
    OpenComplement,
    /// A clause behind an adposition, "after **meeting**".
    PrepositionComplement,
    /// An adverbial clause.
    AdverbialClause,
    /// A relative clause.
    RelativeClause,
    /// A participle or infinitive that modifies a noun.
    NounClause,
    /// A second name for the same, "Lavrov, **the minister**".
    Apposition,
    /// A further member of a coordination.
    Conjunct,
    /// "and".
    Coordinator,
    /// A noun before a noun, "**trade** deal".
    Compound,
    /// An adjective before a noun.
    AdjectiveModifier,
    /// A number.
    NumericModifier,
    /// "**Castro**'s".
    Possessor,
    /// "the".
    Determiner,
    /// "have", "will", "be".
    Auxiliary,
    /// The auxiliary of a passive.
    PassiveAuxiliary,
    /// "not".
    Negation,
    /// "meet **up**".
    Particle,
    /// "that", "whether", "because".
    Marker,
    /// A noun as adverbial, "**Thursday**".
    NounAdverbial,
    /// An adverb.
    AdverbModifier,
    /// Punctuation.
    Punctuation,
    /// A loosely set-in clause, "…, **he said**, …".
    Parataxis,
    /// Whatever else.
    #[default]
    Other,
}
