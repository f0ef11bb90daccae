//! What the parser's answer is mended in before rules ask it: `paraph parse` shows it as it was published.

use super::{
    doc::Doc,
    morph::{Pos, Relation},
};

/// Most words of brackets that a sentence does not end behind.
const BRACKETS: usize = 8;
/// Most letters of what stands before a hyphen in a verb: "co-chair".
const PREFIX: usize = 3;

impl Doc {
    /// Joins sentences that were cut amid an office or a name, and makes nouns of what stands as one.
    pub fn mend(&mut self) {
        for t in 1..self.len() {
            let name = self.tokens[t].sentence_start && self.tokens[t].pos == Pos::Propn;
            if name && (self.is_behind_brackets(t) || self.is_behind_initial(t)) {
                self.join_sentences(t);
            }
        }
        self.index();
        for t in 0..self.len() {
            self.part_coordination(t);
            self.part_apposition(t);
            self.object_of_second_verb(t);
            if let Some(marker) = self.behind_bare_adposition(t) {
                (self.tokens[t].head, self.tokens[t].relation) = (marker, Relation::PrepositionObject);
            }
            if let Some(first) = self.companion_of(t) {
                self.tokens[t].head = first;
            }
            self.join_prefix(t);
            if let Some((relation, head)) = self.second_of_two_subjects(t) {
                (self.tokens[t].relation, self.tokens[t].head) = (relation, head);
            } else if self.tokens[t].relation == Relation::Subject && self.tokens[t].morph.reflexive {
                // "has **itself** been active": who it is stands elsewhere
                self.tokens[t].relation = Relation::Other;
            } else if self.goes_on_without_subject(t) {
                self.tokens[t].relation = Relation::Conjunct;
            } else if self.is_in_persons_name(t) {
                self.tokens[t].pos = Pos::Propn;
            } else if self.opens_a_line(t) {
                self.tokens[t].pos = Pos::Noun;
                self.tokens[t].lemma = self.word(t).to_lowercase().into();
                // "Visit **by** X": no passive's agent
                if self.tokens[t + 1].relation == Relation::Agent {
                    self.tokens[t + 1].relation = Relation::Preposition;
                }
            }
        }
        self.index();
    }

    /// Makes a sentence of its own of what stands before token `end` in its sentence, as a dateline does, of which the parser makes a subject
    /// or a clause of the words behind it.
    pub fn set_off(&mut self, end: usize) {
        if end == 0 || end >= self.len() || self.tokens[end].sentence_start {
            return;
        }
        let whole = self.sentence_of(end);
        let apart = |doc: &Self, t: usize| doc.tokens[t].head < end || doc.tokens[t].head == t;
        let root =
            (end..whole.end).find(|&t| self.tokens[t].relation == Relation::Root).or_else(|| (end..whole.end).find(|&t| apart(self, t)));
        let Some(root) = root else { return };
        // "DUBAI — Vestra signed": what stands behind the place by it did what the place was taken to do
        let mut doer = (whole.start..end)
            .find(|&d| matches!(self.tokens[d].relation, Relation::Subject | Relation::PassiveSubject) && self.tokens[d].head >= end)
            .map(|d| (self.tokens[d].head, self.tokens[d].relation));
        for t in end..whole.end {
            if t == root {
                self.tokens[t].head = root;
            } else if self.tokens[t].head < end {
                let stands =
                    self.tokens[t].pos.is_nominal() && matches!(self.tokens[t].relation, Relation::Apposition | Relation::Conjunct);
                let taken = doer.take_if(|(verb, _)| stands && *verb > t && self.own_subject(*verb).is_none_or(|s| s < end));
                (self.tokens[t].head, self.tokens[t].relation) = taken.unwrap_or((root, self.tokens[t].relation));
            }
        }
        self.tokens[root].relation = Relation::Root;
        for t in whole.start..end {
            let first = t == whole.start;
            if first || self.tokens[t].head >= end || self.tokens[t].head == t {
                self.tokens[t].head = whole.start;
                self.tokens[t].relation = if first { Relation::Root } else { Relation::Other };
            }
        }
        self.tokens[end].sentence_start = true;
        self.index();
    }

    /// Joins the sentence that begins with a name amid a phrase to the one before: the name is another of the noun that the phrase ends with,
    /// and what stands behind it belongs to the verb.
    fn join_sentences(&mut self, t: usize) {
        let from = (0..t).rev().find(|&i| self.tokens[i].sentence_start).unwrap_or(0);
        let to = (t + 1..self.len()).find(|&i| self.tokens[i].sentence_start).unwrap_or(self.len());
        self.tokens[t].sentence_start = false;
        let root = |range: std::ops::Range<usize>| range.into_iter().find(|&i| self.tokens[i].head == i);
        let (Some(verb), Some(name)) = (root(from..t), root(t..to)) else { return };
        // "**President** of the Republic of Korea (ROK) Yoon": the furthest noun that the phrase before hangs on
        let open = (from..t).rev().find(|&i| self.word(i) == "(").filter(|_| self.word(t - 1) == ")");
        let mut noun = open.map_or(t, |o| o).saturating_sub(1);
        while self.tokens[noun].head != verb && self.tokens[noun].head != noun {
            noun = self.tokens[noun].head;
        }
        if !self.is_verbal(verb) || self.is_verbal(name) || noun == verb || !self.tokens[noun].pos.is_nominal() {
            return;
        }
        (self.tokens[name].head, self.tokens[name].relation) = (noun, Relation::Apposition);
        for i in name + 1..to {
            let behind = matches!(
                self.tokens[i].relation,
                Relation::Preposition | Relation::NounAdverbial | Relation::AdverbModifier | Relation::Punctuation
            );
            if self.tokens[i].head == name && behind {
                self.tokens[i].head = verb;
            }
        }
    }

    /// "Secretary of the Workers' Party (WP) | City Committee Ana Ruiz"
    fn is_behind_brackets(&self, t: usize) -> bool {
        if self.word(t - 1) != ")" {
            return false;
        }
        let open = (t.saturating_sub(BRACKETS)..t - 1).rev().find(|&i| self.word(i) == "(" || self.tokens[i + 1].sentence_start);
        let ends = |i: usize| matches!(self.word(i), "." | "!" | "?");
        open.filter(|&o| o > 0 && self.word(o) == "(")
            .is_some_and(|o| (self.tokens[o - 1].pos.is_nominal() || self.word(o - 1) == ")") && !(o + 1..t - 1).any(ends))
    }

    /// "Mr K. | Ruiz"
    fn is_behind_initial(&self, t: usize) -> bool {
        let mut letters = self.word(t - 1).chars();
        t > 1 && matches!((letters.next(), letters.next(), letters.next()), (Some(a), Some('.'), None) if a.is_uppercase())
    }

    /// "called on X, **was received** by Y": a verb without a subject behind a comma is no clause that completes the one before.
    fn goes_on_without_subject(&self, t: usize) -> bool {
        if self.tokens[t].relation != Relation::ClauseComplement || !self.is_verbal(t) || self.tokens[t].head >= t {
            return false;
        }
        let of_verb = |&i: &usize| self.tokens[i].head == t && matches!(self.tokens[i].pos, Pos::Aux | Pos::Adv);
        let comma = (0..t).rev().find(|i| !of_verb(i)).is_some_and(|i| self.word(i) == ",");
        let clause = self.clause(t);
        let bare =
            self.children(t).all(|c| !matches!(self.tokens[c].relation, Relation::Subject | Relation::PassiveSubject | Relation::Marker));
        comma && bare && !clause.infinitive && !clause.participle
    }

    /// "will **co-chair** the talks": the tokenizer parts it, and the tagger takes the first half for the verb.
    fn join_prefix(&mut self, t: usize) {
        let verb = t + 2;
        let glued = |i: usize| self.tokens.get(i).is_some_and(|token| !token.space_after);
        let short = self.tokens[t].pos == Pos::Verb && self.word(t).chars().count() <= PREFIX;
        if verb >= self.len() || !short || !glued(t) || !glued(t + 1) || self.word(t + 1) != "-" || self.tokens[verb].head != t {
            return;
        }
        let above = if self.tokens[t].head == t { verb } else { self.tokens[t].head };
        let relation = self.tokens[t].relation;
        let others: Vec<usize> = self.children(t).chain(self.children(verb)).filter(|&c| c != verb).collect();
        for c in others {
            self.tokens[c].head = verb;
            if self.tokens[c].relation == Relation::Attribute {
                self.tokens[c].relation = Relation::Object;
            }
        }
        (self.tokens[verb].head, self.tokens[verb].relation, self.tokens[verb].pos) = (above, relation, Pos::Verb);
        (self.tokens[t].head, self.tokens[t].relation) = (verb, Relation::Compound);
    }

    /// "Chile's **government** and Halm rebels signed": whoever has something is no modifier of those whom an "and" joins to it.
    fn part_coordination(&mut self, t: usize) {
        // "gas giant **Vestra** and oil firm **Norvel**": two names, each behind what it is
        let named = |c: usize| self.tokens[c].pos == Pos::Propn && self.tokens[t].pos == Pos::Propn;
        let first = self.children_by(t, Relation::Compound).find(|&c| {
            c < t && (self.possessor(c).is_some() || named(c)) && { self.children_by(c, Relation::Coordinator).next().is_some() }
        });
        let Some(first) = first else { return };
        let Some(second) = self.children_by(first, Relation::Conjunct).find(|&k| k + 1 == t) else { return };
        if self.possessor(first).is_none() && self.tokens[second].pos != Pos::Noun {
            return;
        }
        if self.tokens[t].head == t || self.tokens[t].relation == Relation::Root {
            return;
        }
        for before in self.children(t).filter(|&c| c < first).collect::<Vec<_>>() {
            self.tokens[before].head = first;
        }
        (self.tokens[first].relation, self.tokens[first].head) = (self.tokens[t].relation, self.tokens[t].head);
        (self.tokens[t].relation, self.tokens[t].head) = (Relation::Conjunct, first);
        (self.tokens[second].relation, self.tokens[second].head) = (Relation::Compound, t);
    }

    /// "will call on the king, as well as meet the minister for trade **Ana Ruiz**": what stands behind the second of two verbs is done by that
    /// one, whatever the parser hangs it on.
    fn object_of_second_verb(&mut self, t: usize) {
        let verb = self.tokens[t].head;
        if self.tokens[t].relation != Relation::Object || verb >= t || self.tokens[t].pos != Pos::Propn {
            return;
        }
        let second = self.children_by(verb, Relation::Conjunct).rfind(|&c| c > verb && c < t && self.is_verbal(c));
        let Some(second) = second.filter(|&c| self.own_subject(c).is_none()) else { return };
        let first = self.children_by(second, Relation::Object).find(|&o| o < t);
        (self.tokens[t].head, self.tokens[t].relation) = match first {
            Some(first) => (first, Relation::Conjunct),
            None => (second, Relation::Object),
        };
    }

    /// "will call on **President Ruiz**": what the parser hangs on the verb, right behind an adposition of which it has nothing.
    fn behind_bare_adposition(&self, t: usize) -> Option<usize> {
        if self.tokens[t].relation != Relation::Object || self.tokens[t].pos != Pos::Propn {
            return None;
        }
        let before = self.noun_phrase(t).start.checked_sub(1)?;
        let bare = self.tokens[before].relation == Relation::Preposition
            && self.tokens[before].head == self.tokens[t].head
            && self.children(before).next().is_none();
        bare.then_some(before)
    }

    /// "met the mayor, **Ana Ruiz**, called on the king": a second name between two commas is no subject of the verb behind it, where another
    /// verb stands before both.
    fn part_apposition(&mut self, t: usize) {
        let verb = self.tokens[t].head;
        if self.tokens[t].relation != Relation::Subject || verb != t + 2 || self.word(t + 1) != "," || self.tokens[t].pos != Pos::Propn {
            return;
        }
        let start = self.name_at(t).map_or_else(|| self.noun_phrase(t).start, |n| n.tokens.start.min(self.noun_phrase(t).start));
        let from = self.sentence_of(t).start;
        let Some(noun) = start.checked_sub(2).filter(|&n| n > from && self.word(n + 1) == "," && self.tokens[n].pos.is_nominal()) else {
            return;
        };
        let first = (from..noun).find(|&v| self.is_verbal(v) && self.own_subject(v).is_some_and(|s| s < v));
        let Some(first) = first.filter(|_| self.clause(verb).tense == crate::language::grammar::Tense::Past) else { return };
        (self.tokens[t].relation, self.tokens[t].head) = (Relation::Apposition, noun);
        (self.tokens[verb].relation, self.tokens[verb].head) = (Relation::Conjunct, first);
    }

    /// "will attend it with Ana Ruiz of Peru, and **Luis Gil** of Chile": somebody whom the parser coordinates with the verb, behind somebody
    /// beside whom he stands.
    fn companion_of(&self, t: usize) -> Option<usize> {
        let verb = self.tokens[t].head;
        let person = |t: usize| self.tokens[t].pos == Pos::Propn && self.name_at(t).is_some_and(|n| n.is_person() && n.tokens.end == t + 1);
        if self.tokens[t].relation != Relation::Conjunct || verb >= t || !self.is_verbal(verb) || !person(t) {
            return None;
        }
        let beside = self.children_by(verb, Relation::Preposition).rfind(|&p| p > verb && p < t)?;
        let first = self.children_by(beside, Relation::PrepositionObject).next().filter(|&n| n < t && person(n))?;
        let between = first + 1..self.noun_phrase(t).start;
        (!between.into_iter().any(|i| self.is_verbal(i))).then_some(first)
    }

    /// "The brewing group **Vestra** has sold", "Dahl and **Ruiz** had met", where the parser gives the verb two subjects: the second name of
    /// the first, or coordinated with it.
    fn second_of_two_subjects(&self, t: usize) -> Option<(Relation, usize)> {
        let token = &self.tokens[t];
        if token.relation != Relation::Subject || token.head < t || token.pos != Pos::Propn {
            return None;
        }
        let before = self.noun_phrase(t).start.checked_sub(1)?;
        let coordinated = self.tokens[before].relation == Relation::Coordinator;
        let first = if coordinated { self.tokens[before].head } else { before };
        let also = self.tokens[first].relation == Relation::Subject && self.tokens[first].head == token.head && first < t;
        let fits = if coordinated { before == first + 1 } else { self.tokens[first].pos == Pos::Noun };
        (also && fits).then_some((if coordinated { Relation::Conjunct } else { Relation::Apposition }, first))
    }

    /// A word of somebody's name of several that was taken for a verb: "Mevlin **Casol** in Lisbon".
    fn is_in_persons_name(&self, t: usize) -> bool {
        self.tokens[t].pos == Pos::Verb
            && self.word(t).starts_with(char::is_uppercase)
            && self.name_at(t).is_some_and(|n| n.is_person() && n.tokens.len() > 1)
    }

    /// "**Meeting** between X and Y", "Photo: **Meeting** with X": a noun at the front of a line that was taken for a participle.
    fn opens_a_line(&self, t: usize) -> bool {
        let token = &self.tokens[t];
        // "Visit by X to Y": without another verb
        let alone = || self.sentence_of(t).range().all(|i| i == t || !self.is_verbal(i));
        token.pos == Pos::Verb
            && (token.sentence_start || t > 0 && self.word(t - 1) == ":")
            && matches!(token.relation, Relation::Root | Relation::Subject | Relation::Apposition)
            && self.tokens.get(t + 1).is_some_and(|next| next.pos == Pos::Adp && next.head == t)
            && self.children(t).all(|c| !matches!(self.tokens[c].relation, Relation::Auxiliary | Relation::Object))
            && (token.morph.is_participle() || token.morph.is_plain_present() && alone())
    }
}
