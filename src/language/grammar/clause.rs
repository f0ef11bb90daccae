//! What a verb's form and auxiliaries tell of its clause: tense, modality, negation, voice.

use crate::language::{Doc, Pos, Relation, morph::VerbForm};

/// When the verb puts what it tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tense {
    /// "met", "has met", "had met".
    Past,
    /// "meets", "is meeting".
    #[default]
    Present,
    /// "will meet", "is going to meet".
    Future,
}

/// What a verb's form and auxiliaries tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clause {
    /// When.
    pub tense: Tense,
    /// "not", "never", "n't".
    pub negated: bool,
    /// Index of a modal other than that of the future: "may", "would", "should".
    pub modal: Option<usize>,
    /// "is meeting".
    pub progressive: bool,
    /// "has met".
    pub perfect: bool,
    /// "was received".
    pub passive: bool,
    /// "to meet", with no finite form of its own.
    pub infinitive: bool,
    /// "meeting …", "received by …", with no finite form of its own.
    pub participle: bool,
}

impl Doc {
    /// What form and auxiliaries of verb `v` tell.
    pub fn clause(&self, v: usize) -> Clause {
        let own = &self.tokens[v].morph;
        let past_form = own.past == Some(true);
        let mut c = Clause { tense: if past_form { Tense::Past } else { Tense::Present }, ..Clause::default() };
        let mut finite = own.is_finite();
        let mut infinitive_marker = false;
        for a in self.children(v) {
            let t = &self.tokens[a];
            match t.relation {
                Relation::Negation => c.negated = true,
                Relation::AdverbModifier if t.morph.negative => c.negated = true,
                Relation::PassiveAuxiliary | Relation::Auxiliary if t.pos == Pos::Part => infinitive_marker = true,
                Relation::PassiveAuxiliary | Relation::Auxiliary => {
                    finite |= t.morph.is_finite();
                    let tensed = t.morph.is_finite().then_some(t.morph.past).flatten();
                    if t.relation == Relation::PassiveAuxiliary {
                        c.passive = true;
                    } else if own.progressive {
                        c.progressive = true;
                    } else if own.is_past_participle() && !t.morph.future && !(t.morph.is_finite() && t.morph.past.is_none()) {
                        // "has been signed", not "would be signed"
                        c.perfect = true;
                    }
                    match tensed {
                        Some(past) => c.tense = if past { Tense::Past } else { Tense::Present },
                        None if t.morph.future => c.tense = Tense::Future,
                        None if t.morph.is_finite() => c.modal = Some(a),
                        None => {}
                    }
                }
                _ => {}
            }
        }
        if c.perfect && c.tense == Tense::Present && c.modal.is_none() {
            c.tense = Tense::Past;
        }
        if self.tokens[v].relation == Relation::Conjunct
            && !finite
            && !infinitive_marker
            && let Some(g) = self.governor(v).filter(|&g| g < v && self.is_verbal(g) && self.tokens[g].morph.form == own.form)
            && self.own_subject(v).is_none()
        {
            // "will meet X and sign Y": the second verb shares the first one's auxiliaries
            let shared = self.clause(g);
            return Clause { negated: c.negated, passive: c.passive || shared.passive, ..shared };
        }
        if self.tokens[v].relation == Relation::Conjunct
            && !infinitive_marker
            // "could bid for X or **be sold** to Y"
            && (own.is_plain_present() || c.passive && !finite && c.tense != Tense::Future)
            && let Some(g) = self.governor(v).filter(|&g| g < v && self.is_verbal(g))
            && self.own_subject(v).is_none()
        {
            // "will be received by X and meet Y": what follows a modal is no present
            let shared = self.clause(g);
            // a headline's: "Silva to visit Peru, **hold** talks"
            let to_come = shared.infinitive && self.governor(g).is_none();
            if shared.modal.is_some() || shared.tense == Tense::Future || to_come {
                return Clause {
                    negated: c.negated || shared.negated,
                    passive: c.passive,
                    progressive: false,
                    perfect: false,
                    participle: false,
                    ..shared
                };
            }
        }
        if own.is_plain_present() && self.tokens[v].relation == Relation::Root && self.is_behind_infinitive(v) {
            infinitive_marker = true;
            finite = false;
        }
        // "helped X **sell** itself", "let them **meet**"
        let under = matches!(self.tokens[v].relation, Relation::ClauseComplement | Relation::OpenComplement);
        let bare = own.form == Some(VerbForm::Infinitive) && under && c.modal.is_none() && c.tense == Tense::Present && !c.progressive;
        c.infinitive = (infinitive_marker || bare) && !finite;
        // "Silva conferred with …": a participle with a subject of its own and no auxiliary is a past that the tagger misread
        let misread = past_form && !c.perfect && !c.passive && self.children_by(v, Relation::Subject).any(|s| s < v);
        c.participle = !finite && !c.infinitive && own.is_participle() && !misread;
        if c.participle && past_form && !c.perfect {
            c.passive = true;
        }
        c
    }

    /// A headline's "Silva **to visit** Peru, meet Vega", where the parser takes the first for a clause on the subject.
    fn is_behind_infinitive(&self, v: usize) -> bool {
        let first = self.own_subject(v).and_then(|s| self.children_by(s, Relation::RelativeClause).find(|&r| s < r && r < v));
        first.is_some_and(|r| {
            let to = self.children(r).any(|c| self.tokens[c].pos == Pos::Part && self.tokens[c].relation == Relation::Auxiliary);
            to && self.word(v - 1) == ","
        })
    }

    /// True where verb `v` is passive.
    pub fn is_passive(&self, v: usize) -> bool {
        self.clause(v).passive || self.children(v).any(|c| self.tokens[c].relation == Relation::PassiveSubject)
    }
}
