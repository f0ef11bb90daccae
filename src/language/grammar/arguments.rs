//! Who does what to whom, with whom and where: the arguments of verbs and nouns.

use super::clause::Tense;
use crate::language::{Doc, Pos, Relation};

/// How many edges a question may climb: clauses nest deeper only in broken text.
const REACH: usize = 8;

/// A noun behind an adposition: `with` → `Raisi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oblique {
    /// The adposition.
    pub marker: usize,
    /// The noun, or the verb of a clause ("after **meeting** …").
    pub noun: usize,
}

impl Doc {
    /// The subject of verb `v`: its own, or the one that it shares with the verb it is coordinated with, is complement of, or
    /// modifies; a relative pronoun stands for its antecedent. Passive subjects count.
    pub fn subject(&self, v: usize) -> Option<usize> {
        let mut v = v;
        for _ in 0..REACH {
            if let Some(s) = self.own_subject(v) {
                return Some(self.antecedent(s).unwrap_or(s));
            }
            let Some(governor) = self.governor(v) else { return self.subject_of_first(v) };
            v = match self.tokens[v].relation {
                Relation::OpenComplement => match self.children_by(governor, Relation::Object).next() {
                    // "gave **X** three weeks to meet Y"
                    Some(object) if object < v && self.name_at(object).is_some_and(crate::language::NameSpan::is_date) => {
                        match self.children_by(governor, Relation::IndirectObject).next() {
                            Some(given) => return Some(given),
                            None => governor,
                        }
                    }
                    // "paid **$2bn** to buy X": who pays buys
                    Some(object) if object < v && self.tokens[object].pos != Pos::Num => return Some(object),
                    _ => governor,
                },
                Relation::RelativeClause | Relation::NounClause
                    if self.tokens[governor].pos.is_nominal() || self.tokens[governor].pos == Pos::Pron =>
                {
                    return self.subject_of_noun_clause(v, governor);
                }
                Relation::PrepositionComplement => self.governor(governor)?,
                _ => governor,
            };
            if self.tokens[v].pos.is_nominal() {
                // "his plan to meet", "the decision after meeting": the possessor does it, or who does what the noun is object of.
                if let Some(p) = self.possessor(v) {
                    return Some(p);
                }
                v = self.governing_verb(v)?;
            }
        }
        None
    }

    /// "**X** called on A, was received by B and met C": of a list of verbs the parser hangs the first under a later one.
    fn subject_of_first(&self, v: usize) -> Option<usize> {
        let loose = |c: &usize| matches!(self.tokens[*c].relation, Relation::Parataxis | Relation::ClauseComplement) && self.is_verbal(*c);
        let first =
            self.children(v).take_while(|&c| c < v).find(loose).filter(|_| self.is_verbal(v) && self.clause(v).tense == Tense::Past)?;
        let end = self.subtree(first).end;
        let comma = [end - 1, end].into_iter().find(|&t| self.word(t) == ",")?;
        let listed = comma < v && (comma + 1..v).all(|t| self.tokens[t].head == v && self.tokens[t].pos == Pos::Aux);
        listed.then(|| self.own_subject(first)).flatten()
    }

    /// The subject that hangs on `v` itself, active or passive, or on its auxiliary copula.
    pub fn own_subject(&self, v: usize) -> Option<usize> {
        let own = self.children(v).find(|&c| matches!(self.tokens[c].relation, Relation::Subject | Relation::PassiveSubject));
        own.or_else(|| self.stray_subject(v))
    }

    /// "After talks with Ana Ruiz, **Luis Gil** said": the name right before a verb without a subject, which the parser takes for another of
    /// the name before it. Nobody has two names of persons.
    fn stray_subject(&self, v: usize) -> Option<usize> {
        let of_verb = |t: &usize| {
            matches!(
                self.tokens[*t].relation,
                Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::AdverbModifier | Relation::Negation
            ) && self.tokens[*t].head == v
        };
        let before = (0..v).rev().take(REACH).find(|t| !of_verb(t)).filter(|_| self.is_verbal(v))?;
        if self.tokens[before].relation != Relation::Apposition {
            return None;
        }
        let person = |t: usize| self.name_at(t).filter(|n| n.is_person());
        let (name, other) = (person(before)?, person(self.governor(before)?)?);
        let comma = name.tokens.start.checked_sub(1).filter(|&c| self.tokens[c].relation == Relation::Punctuation)?;
        (other.tokens.end == comma && self.word(comma) == ",").then_some(before)
    }

    fn subject_of_noun_clause(&self, v: usize, noun: usize) -> Option<usize> {
        let clause = self.clause(v);
        if clause.infinitive {
            // "his plan to meet X", "the first leader to meet X"
            // "gave **X** three weeks to meet Y"
            let given = || self.governor(noun).and_then(|g| self.children_by(g, Relation::IndirectObject).next());
            let does = || self.governing_verb(noun).and_then(|g| self.own_subject(g));
            return self.possessor(noun).or_else(given).or_else(does).or(Some(noun));
        }
        Some(noun)
    }

    /// The direct objects of `v`; a relative pronoun stands for its antecedent ("the minister **whom** he met").
    pub fn objects(&self, v: usize) -> Vec<usize> {
        let mut own: Vec<usize> = self.children_by(v, Relation::Object).map(|o| self.antecedent(o).unwrap_or(o)).collect();
        if own.is_empty()
            && self.tokens[v].relation == Relation::RelativeClause
            && let Some(noun) = self.governor(v)
            && self.own_subject(v).is_some_and(|s| self.antecedent(s).is_none() && !self.is_of_antecedent(s))
            && !self.is_passive(v)
            && !self.children(v).any(|c| self.tokens[c].relation == Relation::AdverbModifier && self.tokens[c].morph.relative)
            && self.obliques(v).iter().all(|o| self.antecedent(o.noun).is_none())
        {
            // "the agreement they signed": the pronoun is left out
            own.push(noun);
        }
        // "the stake they agreed **to buy**"
        if own.is_empty() && self.tokens[v].relation == Relation::OpenComplement && !self.is_passive(v) {
            own.extend(self.gap_over(v));
        }
        own
    }

    /// "the band, **whose members** met": of whom the clause tells, so that no pronoun is left out.
    fn is_of_antecedent(&self, noun: usize) -> bool {
        self.possessor(noun).is_some_and(|p| self.tokens[p].morph.relative)
    }

    /// What a clause without a pronoun hangs on, of an infinitive in it that has no object of its own: "the **stake** they agreed to buy".
    fn gap_over(&self, infinitive: usize) -> Option<usize> {
        let complement = |&t: &usize| (self.tokens[t].relation == Relation::OpenComplement).then(|| self.tokens[t].head);
        let verb = std::iter::successors(Some(infinitive), complement).take(REACH).last()?;
        let noun = self.governor(verb).filter(|_| self.tokens[verb].relation == Relation::RelativeClause)?;
        let whole = self.own_subject(verb).is_some_and(|s| self.antecedent(s).is_none())
            && self.children_by(verb, Relation::Object).next().is_none()
            && !self.children(verb).any(|c| self.tokens[c].relation == Relation::AdverbModifier && self.tokens[c].morph.relative)
            && self.obliques(verb).iter().all(|o| self.antecedent(o.noun).is_none());
        whole.then_some(noun)
    }

    /// The doer of a passive verb, "received **by Castro**".
    pub fn agent(&self, v: usize) -> Option<usize> {
        self.children_by(v, Relation::Agent).flat_map(|by| self.children_by(by, Relation::PrepositionObject)).next()
    }

    /// Nouns and clauses behind adpositions that hang on `t`, in order, with those behind a second adposition ("from **among** X").
    pub fn obliques(&self, t: usize) -> Vec<Oblique> {
        let mut found = Vec::new();
        for c in self.children(t) {
            match self.tokens[c].relation {
                Relation::Preposition => self.governed(c, c, 0, &mut found),
                // "sold it **to X**": to whom, behind an adposition
                Relation::IndirectObject if self.tokens[c].pos == Pos::Adp => self.governed(c, c, 0, &mut found),
                Relation::Oblique => {
                    let marker = self.children_by(c, Relation::Case).next().unwrap_or(c);
                    found.push(Oblique { marker, noun: c });
                }
                // "ahead of the summit", "together with X"
                Relation::AdverbModifier => {
                    for p in self.children_by(c, Relation::Preposition) {
                        self.governed(c, p, 0, &mut found);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn governed(&self, marker: usize, p: usize, depth: usize, found: &mut Vec<Oblique>) {
        for c in self.children(p) {
            match self.tokens[c].relation {
                Relation::PrepositionObject | Relation::PrepositionComplement => found.push(Oblique { marker, noun: c }),
                Relation::Preposition if depth < 2 => self.governed(marker, c, depth + 1, found),
                // "with X and with Y"
                Relation::Conjunct if self.tokens[c].pos == Pos::Adp && depth < 2 => self.governed(c, c, depth + 1, found),
                _ => {}
            }
        }
    }

    /// The noun behind the given adposition on `t`.
    pub fn oblique(&self, t: usize, marker: &str) -> Option<usize> {
        self.obliques(t).into_iter().find(|o| self.lemma(o.marker).eq_ignore_ascii_case(marker)).map(|o| o.noun)
    }

    /// What is said of the subject behind a copula: "X is **president**".
    pub fn attribute(&self, v: usize) -> Option<usize> {
        self.children_by(v, Relation::Attribute).next()
    }

    /// What a relative pronoun stands for: the noun that its clause modifies.
    pub fn antecedent(&self, pronoun: usize) -> Option<usize> {
        if !self.tokens[pronoun].morph.relative {
            return None;
        }
        let mut at = pronoun;
        for _ in 0..REACH {
            let governor = self.governor(at)?;
            if self.tokens[at].relation == Relation::RelativeClause {
                return Some(governor);
            }
            at = governor;
        }
        None
    }

    /// The verb whose clause token `t` stands in: the nearest verb above it.
    pub fn governing_verb(&self, t: usize) -> Option<usize> {
        let mut at = t;
        for _ in 0..REACH * 2 {
            at = self.governor(at)?;
            if matches!(self.tokens[at].pos, Pos::Verb | Pos::Aux) {
                return Some(at);
            }
        }
        None
    }

    /// The verbs of the clauses that complement `v` ("said **that …**", "plans **to …**"), in order.
    pub fn complements(&self, v: usize) -> impl Iterator<Item = usize> + '_ {
        self.children(v).filter(|&c| matches!(self.tokens[c].relation, Relation::ClauseComplement | Relation::OpenComplement))
    }

    /// What completes the verb: "sat **down**".
    pub fn particle(&self, v: usize) -> Option<usize> {
        self.children(v).find(|&c| self.tokens[c].relation == Relation::Particle)
    }
}
