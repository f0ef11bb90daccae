//! Who is one of several, and who is the same.

use crate::language::{
    doc::{Doc, NameSpan},
    morph::{Pos, Relation},
    pack::Scheme,
};

/// How many words over an owner the first of two is looked for: "the **Ministry** of | Trade and Chile's".
const FEW: usize = 3;

/// How many words are climbed from an "and" to the first of two.
const CLIMB: usize = 12;

/// How many words before the "and" the "between" is looked for.
const BETWEEN: usize = 24;

impl Doc {
    /// "Chile's **government** and Halm rebels signed": whoever has something is no modifier of those whom an "and" joins to it.
    pub(super) fn part_coordination(&mut self, t: usize) {
        // "gas giant **Vestra** and oil firm **Norvel**": two names, each behind what it is
        let named = |c: usize| self.tokens[c].pos == Pos::Propn && self.tokens[t].pos == Pos::Propn;
        // "**its** former parent and rival Vestra": one, who is both
        let owns = |c: usize| self.possessor(c).is_some_and(|p| self.tokens[t].pos != Pos::Propn || self.tokens[p].pos != Pos::Pron);
        let first = self
            .children_by(t, Relation::Compound)
            .find(|&c| c < t && (owns(c) || named(c)) && self.children_by(c, Relation::Coordinator).next().is_some());
        let government = self.government_before(t);
        let Some(first) = first.or(government) else { return };
        let second = self.children_by(first, Relation::Conjunct).find(|&k| k + 1 == t);
        let Some(second) = second.or_else(|| government.map(|_| t - 1)) else { return };
        if self.possessor(first).is_none() && self.tokens[second].pos != Pos::Noun && government.is_none() {
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

    /// "the Chilean **government** and rebel | groups": whose noun a people's name tells is no modifier of those behind an "and" and a word of
    /// their own.
    fn government_before(&self, t: usize) -> Option<usize> {
        let and = t.checked_sub(2).filter(|&and| self.tokens[and].pos == Pos::Cconj && self.tokens[t - 1].pos == Pos::Noun)?;
        let first = and.checked_sub(1)?;
        let sided = || {
            self.children_by(first, Relation::AdjectiveModifier).any(|m| m < first && self.name_at(m).is_some_and(|n| n.label == "NORP"))
        };
        let under = self.tokens[first].head == t && self.tokens[first].pos == Pos::Noun && self.tokens[t].pos == Pos::Noun;
        (under && !self.is_plural(first) && self.is_plural(t) && sided()).then_some(first)
    }

    /// "the Ministry of Trade and Chile's **Ministry** of Energy": whoever stands behind "and" and an owner is the second of two, not what the
    /// owner is beside.
    pub(super) fn part_owned(&mut self, t: usize) {
        let Some(mark) = t.checked_sub(1).filter(|&m| self.tokens[m].pos == Pos::Part && self.tokens[m].relation == Relation::Other) else {
            return;
        };
        let owner = self.tokens[mark].head;
        let before = self.tokens[owner].head;
        let root = self.tokens[t].head == t || self.tokens[t].relation == Relation::Root;
        let joined = self.tokens[owner].relation == Relation::Conjunct && before < owner && self.tokens[t].pos.is_nominal() && !root;
        if !joined || self.children_by(before, Relation::Coordinator).next().is_none() {
            return;
        }
        // taken for three: "the Ministry of Trade, Chile and its Ministry"
        if self.tokens[t].relation == Relation::Conjunct && self.tokens[t].head == before {
            (self.tokens[owner].relation, self.tokens[owner].head) = (Relation::Possessor, t);
            return;
        }
        let above = std::iter::successors(Some(before), |&g| (self.tokens[g].head != g).then(|| self.tokens[g].head)).take(FEW);
        let above: Vec<usize> = above.collect();
        let first = if self.tokens[t].relation == Relation::Apposition {
            // "money and a deal between the league and Ruiz's campaign that is due": hung further up than what the owner is beside
            if above.contains(&self.tokens[t].head) {
                self.tokens[t].head
            } else if self.subtree(t).holds(before) {
                return;
            } else {
                before
            }
        } else {
            let modifies = |g: &usize| self.tokens[*g].head == t && self.tokens[*g].pos.is_nominal();
            let Some(first) = above.into_iter().find(modifies) else { return };
            (self.tokens[first].relation, self.tokens[first].head) = (self.tokens[t].relation, self.tokens[t].head);
            first
        };
        (self.tokens[t].relation, self.tokens[t].head) = (Relation::Conjunct, first);
        (self.tokens[owner].relation, self.tokens[owner].head) = (Relation::Possessor, t);
    }

    /// "Chile's minister, Ana Ruiz, and Peru's **ambassador**, Luis Gil, signed": joined, by the parser, to the name of the first, whose second
    /// name the second's may be for it too.
    pub(super) fn part_holders(&mut self, t: usize) {
        let name = self.tokens[t].head;
        let first = self.tokens[name].head;
        if self.tokens[t].relation != Relation::Conjunct || first >= name || name >= t {
            return;
        }
        // "the minister of Chile, Ana Ruiz, and the …": taken for three
        let third = || {
            let cc = self.children_by(first, Relation::Coordinator).next().is_none();
            // "Chilean president, Ana Ruiz and …"
            let side = || self.children_by(first, Relation::AdjectiveModifier).any(|m| self.name_at(m).is_some());
            let told = self.determiner(first).is_some() || self.word(first + 1) == "," && side();
            cc && self.tokens[name].relation == Relation::Conjunct && told && self.name_at(first).is_none()
        };
        let called = self.tokens[name].relation == Relation::Apposition || third();
        let one = |n: usize| self.tokens[n].pos.is_nominal() && !self.is_plural(n);
        let person = self.name_at(name).is_some_and(NameSpan::is_person);
        if !called || !one(first) || !one(t) || !person {
            return;
        }
        let theirs = |n: usize| self.possessor(n).is_some() || self.determiner(n).is_some();
        let bare = || self.tokens[t].pos == Pos::Propn && self.name_at(t).is_none();
        if !(theirs(t) || theirs(first) && bare()) {
            return;
        }
        let behind = |&c: &usize| c > t && matches!(self.tokens[c].relation, Relation::Apposition | Relation::Preposition);
        for c in self.children(first).filter(behind).collect::<Vec<_>>() {
            self.tokens[c].head = t;
        }
        self.tokens[t].head = first;
        self.tokens[name].relation = Relation::Apposition;
    }

    /// "the signing of the pact between Chile (CL) and **Peru**": the second of two, joined, by the parser, to a noun over both. The first.
    pub(super) fn second_of_between(&self, scheme: &Scheme, t: usize) -> Option<usize> {
        let over = self.tokens[t].head;
        let joined = self.tokens[t].relation == Relation::Conjunct && over < t && self.tokens[over].pos.is_nominal();
        let start = self.noun_phrase(t).start;
        let and = start.checked_sub(1).filter(|&and| joined && self.tokens[and].pos == Pos::Cconj && self.tokens[and].head == over)?;
        let from = (over + 1).max(and.saturating_sub(BETWEEN));
        let marker = (from..and).rev().find(|&p| self.tokens[p].pos == Pos::Adp && scheme.between.contains(self.lemma(p)))?;
        let first = self.children_by(marker, Relation::PrepositionObject).next().filter(|&n| n < and)?;
        let alone = self.children_by(first, Relation::Conjunct).next().is_none();
        (alone && self.tokens[t].pos.is_nominal()).then_some(first)
    }

    /// "met with the mayor as well as **with** the king": hung, by the parser, on the "as" between; the verb's that the first one hangs on.
    pub(super) fn second_adposition(&self, t: usize) -> Option<usize> {
        let between = self.tokens[t].head;
        let joins = self.tokens[between].relation == Relation::Coordinator && between < t;
        let first = self.tokens[between].head;
        let both = [t, first].into_iter().all(|p| self.tokens[p].pos == Pos::Adp && self.tokens[p].relation == Relation::Preposition);
        (joins && both && self.word(t).eq_ignore_ascii_case(self.word(first))).then(|| self.tokens[first].head)
    }

    /// "met the mayor, **Ana Ruiz**, called on the king": a second name between two commas is no subject of the verb behind it, where another
    /// verb stands before both.
    pub(super) fn part_apposition(&mut self, t: usize) {
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
    pub(super) fn companion_of(&self, t: usize) -> Option<usize> {
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
    pub(super) fn second_of_two_subjects(&self, t: usize) -> Option<(Relation, usize)> {
        let token = &self.tokens[t];
        if token.relation != Relation::Subject || token.head < t || token.pos != Pos::Propn {
            return None;
        }
        let before = self.noun_phrase(t).start.checked_sub(1)?;
        let coordinated = self.tokens[before].relation == Relation::Coordinator;
        let beside = if coordinated { self.tokens[before].head } else { before };
        let subject = |n: usize| self.tokens[n].relation == Relation::Subject && self.tokens[n].head == token.head && n < t;
        // "Lakeside University in **Peru** | and": hung on the last word of what tells where the first is
        let dangles = coordinated && beside + 1 == before && self.children_by(beside, Relation::Conjunct).next().is_none();
        let above = |&n: &usize| (dangles && !subject(n) && self.tokens[n].head != n).then(|| self.tokens[n].head);
        let first = std::iter::successors(Some(beside), above).take(CLIMB).last().unwrap_or(beside);
        let also = subject(first);
        let fits = if coordinated { before == first + 1 || dangles } else { self.tokens[first].pos == Pos::Noun };
        (also && fits).then_some((if coordinated { Relation::Conjunct } else { Relation::Apposition }, first))
    }

    /// "the United Nations, **Norway**, and Peru signed": before the last of several who do something, what the parser takes for another word for
    /// the first.
    pub(super) fn listed_between(&self, last: usize) -> Vec<usize> {
        let first = self.tokens[last].head;
        let body = |t: usize| self.name_at(t).is_some_and(|n| matches!(n.label.as_str(), "GPE" | "ORG"));
        let joined = self.tokens[last].relation == Relation::Conjunct && first < last && body(first) && body(last);
        if !joined || !matches!(self.tokens[first].relation, Relation::Subject | Relation::PassiveSubject) {
            return Vec::new();
        }
        let comma = |t: usize| self.tokens.get(t).is_some_and(|_| self.word(t) == ",");
        let listed = |&c: &usize| {
            let start = self.noun_phrase(c).start;
            let end = self.of_phrase(c).end;
            let set_off = start.checked_sub(1).is_some_and(comma) && comma(end) && end < last;
            c > first && set_off && self.tokens[c].pos == Pos::Propn && body(c)
        };
        self.children_by(first, Relation::Apposition).filter(listed).collect()
    }

    /// "the **Department of Justice** and | Oakdale": behind another's whole name, whoever is joined by the parser to that name's last word. The
    /// name's head.
    pub(super) fn behind_whole_name(&self, t: usize) -> Option<usize> {
        let last = self.tokens[t].head;
        let joined = self.tokens[t].relation == Relation::Conjunct && last < t && self.tokens[t].pos == Pos::Propn;
        let body = |n: &&NameSpan| n.label == "ORG";
        let name = self.name_at(last).filter(|_| joined).filter(body).filter(|n| n.tokens.end == last + 1 && n.tokens.len() > 1)?;
        let own = self.name_at(t).is_some_and(|n| n.tokens.start > last && matches!(n.label.as_str(), "GPE" | "ORG"));
        let head = name.tokens.range().find(|&n| !name.tokens.holds(self.tokens[n].head))?;
        let inside = self.tokens[last].relation == Relation::PrepositionObject && head < last;
        // "and | **Norway**'s ministry"
        let owner = self.tokens.get(t + 1).is_some_and(|next| next.pos == Pos::Part);
        (own && inside && !owner).then_some(head)
    }

    /// "When **Luis Gil** and I met": the first of two subjects, which the parser hangs on the word before it. The first, and the second.
    pub(super) fn subject_before_another(&self, t: usize) -> Option<(usize, usize)> {
        let second = self.own_subject(t).filter(|&s| self.tokens[s].pos == Pos::Pron && s > 1 && s < t)?;
        let and = second.checked_sub(1).filter(|&and| self.tokens[and].pos == Pos::Cconj)?;
        let first = self.tokens[and].head;
        let opens = self.tokens[first].head < first && matches!(self.tokens[self.tokens[first].head].pos, Pos::Sconj | Pos::Adv);
        (first + 1 == and && self.tokens[first].pos == Pos::Propn && opens).then_some((first, second))
    }

    /// "**Luis Gil and I** met": the first of two subjects, of which the parser makes the sentence's root and of the verb its second.
    pub(super) fn first_of_two_subjects(&self, t: usize) -> Option<(usize, usize)> {
        let first = self.tokens[t].head;
        let second = self.own_subject(t).filter(|_| self.tokens[t].relation == Relation::Conjunct && self.is_verbal(t))?;
        let and = self.noun_phrase(second).start.checked_sub(1).filter(|&and| self.tokens[and].pos == Pos::Cconj)?;
        let both = self.tokens[first].relation == Relation::Root
            && self.tokens[first].pos.is_nominal()
            && !self.is_verbal(first)
            && first + 1 == and
            && self.tokens[and].head == first;
        both.then_some((first, second))
    }

    /// "**Peru**, Chile sign trade agreement": the first of two subjects of a headline, of which the parser makes a time. The second.
    pub(super) fn first_of_headline(&self, t: usize) -> Option<usize> {
        let verb = self.tokens[t].head;
        let second = self.own_subject(verb).filter(|&s| self.tokens[t].relation == Relation::NounAdverbial && s > t && s + 1 == verb)?;
        let place = |n: usize| self.name_at(n).is_some_and(|n| matches!(n.label.as_str(), "GPE" | "ORG"));
        let before = self.noun_phrase(second).start.checked_sub(1)?;
        let both = self.word(before) == "," && before == self.noun_phrase(t).end && place(t) && place(second);
        (both && self.tokens[verb].morph.is_plain_present() && self.tokens[self.noun_phrase(t).start].sentence_start).then_some(second)
    }

    /// "Peru, **Chile** sign trade agreement": a headline's second subject, of which the parser makes another word for the first. No comma closes
    /// it.
    pub(super) fn second_of_headline(&self, t: usize) -> bool {
        let first = self.tokens[t].head;
        let names = [first, t].iter().all(|&n| self.tokens[n].pos == Pos::Propn);
        if self.tokens[t].relation != Relation::Apposition || first >= t || !names || self.tokens[first].relation != Relation::Subject {
            return false;
        }
        let (verb, before) = (self.tokens[first].head, self.noun_phrase(t).start);
        verb == t + 1
            && before > 0
            && self.word(before - 1) == ","
            && before - 1 == self.noun_phrase(first).end
            && self.tokens[verb].morph.is_plain_present()
    }
}
