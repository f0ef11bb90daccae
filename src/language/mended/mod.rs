//! What the parser's answer is mended in before rules ask it: `paraph parse` shows it as it was published.

mod coordination;
mod cycles;
mod objects;
mod sentences;
mod subjects;
mod words;

use super::{
    doc::Doc,
    morph::{Pos, Relation},
    pack::Scheme,
};

impl Doc {
    /// Joins sentences that were cut amid an office or a name, and makes nouns of what stands as one.
    pub fn mend(&mut self, scheme: &Scheme) {
        for t in 1..self.len() {
            if self.opens_item(t) {
                self.part_sentence(t);
            }
        }
        self.index();
        for t in 1..self.len() {
            let name = self.tokens[t].sentence_start && (self.tokens[t].pos == Pos::Propn || self.opens_address(scheme, t));
            if name
                && (self.is_behind_title(scheme, t) || self.is_behind_brackets(t) || self.is_behind_initial(t) || self.is_behind_name(t))
            {
                self.join_sentences(t);
            }
        }
        self.index();
        for t in 1..self.len() {
            if let Some((name, verb)) = self.surname_with_subjects(t) {
                self.give_subjects(t, name, verb);
            }
        }
        self.index();
        let swallowed: Vec<_> = (0..self.len()).filter_map(|t| Some((self.swallowed_subject(scheme, t)?, t))).collect();
        for &(first, verb) in &swallowed {
            (self.tokens[first].head, self.tokens[first].relation) = (verb, Relation::Subject);
        }
        if !swallowed.is_empty() {
            self.index();
        }
        for t in 0..self.len() {
            if self.tokens[t].pos == Pos::Propn && scheme.several.contains(self.word(t)) {
                self.tokens[t].morph.plural = Some(true);
            }
            self.part_coordination(t);
            self.part_owned(t);
            self.part_holders(t);
            if let Some(verb) = self.second_adposition(t) {
                self.tokens[t].head = verb;
            }
            self.part_apposition(t);
            if let Some(verb) = self.past_beside_infinitive(t) {
                self.tokens[t].head = verb;
            }
            self.object_of_second_verb(t);
            if let Some(marker) = self.behind_bare_adposition(t) {
                (self.tokens[t].head, self.tokens[t].relation) = (marker, Relation::PrepositionObject);
            }
            if let Some(noun) = self.behind_who_does_it(scheme, t) {
                self.tokens[t].head = noun;
            }
            if let Some(first) = self.second_of_between(scheme, t) {
                self.tokens[t].head = first;
            }
            if let Some(first) = self.behind_whole_name(t) {
                self.tokens[t].head = first;
            }
            if let Some(first) = self.companion_of(t) {
                self.tokens[t].head = first;
            }
            if let Some((office, first)) = self.holder_of_second_office(t) {
                (self.tokens[t].head, self.tokens[t].relation) = (first, Relation::Conjunct);
                (self.tokens[office].head, self.tokens[office].relation) = (t, Relation::Compound);
            } else if self.is_met_as_a_time(t) || self.is_met_as_a_subject(t) {
                self.tokens[t].relation = Relation::Object;
            }
            if let Some((first, second)) = self.subject_before_another(t) {
                (self.tokens[first].head, self.tokens[first].relation) = (t, self.tokens[second].relation);
                (self.tokens[second].head, self.tokens[second].relation) = (first, Relation::Conjunct);
            }
            if let Some((first, second)) = self.first_of_two_subjects(t) {
                (self.tokens[t].head, self.tokens[t].relation) = (t, Relation::Root);
                (self.tokens[first].head, self.tokens[first].relation) = (t, self.tokens[second].relation);
                (self.tokens[second].head, self.tokens[second].relation) = (first, Relation::Conjunct);
                for c in self.children(first).filter(|&c| self.tokens[c].relation == Relation::Punctuation && c > t).collect::<Vec<_>>() {
                    self.tokens[c].head = t;
                }
            }
            if let Some(second) = self.first_of_headline(t) {
                self.tokens[t].relation = Relation::Subject;
                (self.tokens[second].head, self.tokens[second].relation) = (t, Relation::Conjunct);
            }
            if self.second_of_headline(t) {
                self.tokens[t].relation = Relation::Conjunct;
            }
            if self.is_genitive(t) {
                self.tokens[t].relation = Relation::Possessor;
            }
            if let Some(noun) = self.maker_before_number(t) {
                for c in self.children(t + 1).chain([t]).collect::<Vec<_>>() {
                    (self.tokens[c].head, self.tokens[c].relation) = match self.tokens[c].pos {
                        Pos::Num => (noun, Relation::NumericModifier),
                        _ => (noun, self.tokens[c].relation),
                    };
                }
            }
            self.mend_initials(t);
            self.join_prefix(t);
            self.join_prefix_of_noun(t);
            if let Some((relation, head)) = self.second_of_two_subjects(t) {
                (self.tokens[t].relation, self.tokens[t].head) = (relation, head);
            } else if self.tokens[t].relation == Relation::Subject && self.tokens[t].morph.reflexive {
                // "has **itself** been active": who it is stands elsewhere
                self.tokens[t].relation = Relation::Other;
            } else if self.goes_on_without_subject(t) {
                self.tokens[t].relation = Relation::Conjunct;
            } else if self.is_in_title(t) {
                self.tokens[t].pos = Pos::Propn;
                self.tokens[t].lemma = self.word(t).into();
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
            // "X, **Y**, and Z signed"
            for c in self.listed_between(t) {
                self.tokens[c].relation = Relation::Conjunct;
            }
        }
        self.break_cycles();
        self.index();
    }

    /// Hangs the subjects of an auxiliary that is somebody's surname on the verb: the name is the last of them.
    fn give_subjects(&mut self, surname: usize, name: usize, verb: usize) {
        let title = surname - 1;
        let first = self.children_by(surname, Relation::Subject).next().unwrap_or(surname);
        for c in self.children(surname).filter(|&c| c != name).collect::<Vec<_>>() {
            self.tokens[c].head = verb;
        }
        let joined = self.tokens[title].relation == Relation::Conjunct;
        (self.tokens[name].head, self.tokens[name].relation) = if joined { (first, Relation::Conjunct) } else { (verb, Relation::Subject) };
        for t in [title, surname] {
            (self.tokens[t].head, self.tokens[t].relation) = (name, Relation::Compound);
        }
        self.tokens[surname].pos = Pos::Propn;
    }
}
