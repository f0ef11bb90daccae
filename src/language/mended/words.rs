//! Words that were cut in two, or taken for others.

use crate::language::{
    doc::Doc,
    morph::{Pos, Relation},
};

/// Most letters of what stands before a hyphen in a verb: "co-chair".
const PREFIX: usize = 3;

impl Doc {
    /// "will **co-chair** the talks": the tokenizer parts it, and the tagger takes the first half for the verb.
    pub(super) fn join_prefix(&mut self, t: usize) {
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

    /// "a memorandum on energy **co-operation**": the same of a noun, whose parts the parser hangs side by side.
    pub(super) fn join_prefix_of_noun(&mut self, t: usize) {
        let noun = t + 2;
        let glued = |i: usize| self.tokens.get(i).is_some_and(|token| !token.space_after);
        let short = self.tokens[t].pos.is_nominal() && self.word(t).chars().count() <= PREFIX;
        if noun >= self.len() || !short || !glued(t) || !glued(t + 1) || self.word(t + 1) != "-" || self.tokens[t].head == t {
            return;
        }
        let beside = |i: usize| self.tokens[i].head == self.tokens[t].head && self.tokens[i].pos.is_nominal();
        if !beside(t + 1) || !beside(noun) {
            return;
        }
        for c in self.children(t).collect::<Vec<_>>() {
            self.tokens[c].head = noun;
        }
        for part in [t, t + 1] {
            (self.tokens[part].head, self.tokens[part].relation) = (noun, Relation::Compound);
        }
    }

    /// "seven **MoUs**", "signed an **MoU.**": a noun's initials, which keep their plural, or the sentence's stop.
    pub(super) fn mend_initials(&mut self, t: usize) {
        let word = self.word(t);
        let initials = word.trim_end_matches('.').trim_end_matches('s');
        let spelt = initials.ends_with(char::is_uppercase) && initials.chars().filter(|c| c.is_uppercase()).count() > 1;
        if self.tokens[t].pos != Pos::Noun || !spelt || initials.len() == word.len() || initials.contains('.') {
            return;
        }
        let (lemma, several) = (initials.to_lowercase(), word.trim_end_matches('.').ends_with('s'));
        self.tokens[t].lemma = lemma.into();
        if several {
            self.tokens[t].morph.plural = Some(true);
        }
    }

    /// "ordered 50 **Vestra** 300 jets": the maker's name, hung by the parser on the number of what it makes. The noun.
    pub(super) fn maker_before_number(&self, t: usize) -> Option<usize> {
        let number = self.tokens[t].head;
        let noun = self.tokens[number].head;
        let made = self.tokens[number].relation == Relation::NumericModifier && number == t + 1 && noun == number + 1;
        (made && self.tokens[t].pos == Pos::Propn && self.tokens[t].relation == Relation::Compound).then_some(noun)
    }

    /// "Minister Ana Ruiz and Deputy Minister **Do** Hung Viet met Luis Gil": a surname that was taken for an auxiliary, and has the subjects and
    /// the name behind it. The name's last word, and the verb.
    pub(super) fn surname_with_subjects(&self, t: usize) -> Option<(usize, usize)> {
        let token = &self.tokens[t];
        let verb = token.head;
        let behind_title = t > 0 && self.tokens[t - 1].pos == Pos::Propn && self.word(t).starts_with(char::is_uppercase);
        let name = self.name_at(t + 1 - usize::from(t + 1 == self.len())).filter(|n| n.is_person() && n.tokens.start == t + 1)?;
        let has_subject = self.children_by(t, Relation::Subject).next().is_some();
        (token.pos == Pos::Aux && verb > t && behind_title && has_subject && self.own_subject(verb).is_none())
            .then_some((name.tokens.end - 1, verb))
    }

    /// "the **AFL-CIO**'s Executive Committee meeting": with a genitive behind it, and taken for a word of the name that it stands before.
    pub(super) fn is_genitive(&self, t: usize) -> bool {
        let token = &self.tokens[t];
        let behind = |c: usize| c == t + 1 && self.tokens[c].pos == Pos::Part && self.tokens[c].relation == Relation::Other;
        token.relation == Relation::Compound && token.head > t && self.children(t).any(behind)
    }

    /// "a Memorandum of **Understanding** between X and Y": a noun with a capital that was taken for a verb.
    pub(super) fn is_in_title(&self, t: usize) -> bool {
        let token = &self.tokens[t];
        token.pos == Pos::Verb
            && token.relation == Relation::PrepositionObject
            && !token.sentence_start
            && self.word(t).starts_with(char::is_uppercase)
            && self.children(t).all(|c| self.tokens[c].relation != Relation::Object)
    }

    /// A word of somebody's name of several that was taken for a verb: "Mevlin **Casol** in Lisbon".
    pub(super) fn is_in_persons_name(&self, t: usize) -> bool {
        self.tokens[t].pos == Pos::Verb
            && self.word(t).starts_with(char::is_uppercase)
            && self.name_at(t).is_some_and(|n| n.is_person() && n.tokens.len() > 1)
    }
}
