//! Sentences that were cut where none ends, and lines that are none.

use crate::language::{
    doc::Doc,
    morph::{Pos, Relation},
    pack::Scheme,
};

/// Most words of brackets that a sentence does not end behind.
const BRACKETS: usize = 8;
/// Most words of a sentence that another is joined to.
const LONGEST: usize = 200;

impl Doc {
    /// Joins the sentence that begins with a name amid a phrase to the one before: the name is another of the noun that the phrase ends with,
    /// and what stands behind it belongs to the verb.
    pub(super) fn join_sentences(&mut self, t: usize) {
        // what has grown this long is no sentence, and looking through it for each of its parts would cost the square
        let Some(from) = (t.saturating_sub(LONGEST)..t).rev().find(|&i| self.tokens[i].sentence_start) else { return };
        let to = (t + 1..self.len()).find(|&i| self.tokens[i].sentence_start).unwrap_or(self.len());
        self.tokens[t].sentence_start = false;
        let root = |range: std::ops::Range<usize>| range.into_iter().find(|&i| self.tokens[i].head == i);
        let (Some(verb), Some(name)) = (root(from..t), root(t..to)) else { return };
        if !self.is_verbal(verb) && self.is_verbal(name) {
            self.give_subject(from..t, (verb, name), t..to);
            return;
        }
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

    /// "**X and the Minister of Peru** | HE Ana Ruiz **met**": the names before the cut are the subject of the verb behind it, and its own
    /// subject is another name of the last of them.
    fn give_subject(&mut self, before: std::ops::Range<usize>, (noun, verb): (usize, usize), behind: std::ops::Range<usize>) {
        let Some(name) = self.own_subject(verb).filter(|s| behind.contains(s) && *s < verb) else { return };
        if !self.tokens[noun].pos.is_nominal() {
            return;
        }
        let mut last = before.end - 1;
        for _ in 0..before.len() {
            let above = self.tokens[last].head;
            if self.tokens[last].relation == Relation::Conjunct || last == noun || !before.contains(&above) || above == last {
                break;
            }
            last = above;
        }
        let relation = self.tokens[name].relation;
        (self.tokens[name].head, self.tokens[name].relation) = (last, Relation::Apposition);
        (self.tokens[noun].head, self.tokens[noun].relation) = (verb, relation);
    }

    /// "…; **(2)** a memorandum between": an item of a list that goes on in one line.
    pub(super) fn opens_item(&self, t: usize) -> bool {
        let letter = |t: usize| self.word(t).len() == 1 && self.word(t).bytes().all(|b| b.is_ascii_lowercase());
        let number = |t: usize| letter(t) || (1..=2).contains(&self.word(t).len()) && self.word(t).bytes().all(|b| b.is_ascii_digit());
        // "(8)", of which the tokenizer makes a face
        let face =
            |t: usize| self.word(t).len() == 2 && self.word(t).starts_with(|c: char| c.is_ascii_digit()) && self.word(t).ends_with(')');
        self.word(t) == "("
            && !self.tokens[t].sentence_start
            && t + 1 < self.len()
            && (face(t + 1) || t + 2 < self.len() && number(t + 1) && self.word(t + 2) == ")")
            && (matches!(self.word(t - 1), ";" | ":") || self.tokens[t - 1].pos == Pos::Cconj && t > 1 && self.word(t - 2) == ";")
    }

    /// "Minister for Trade | **His Excellency** Ana Ruiz": a form of address that somebody's own word opens.
    pub(super) fn opens_address(&self, scheme: &Scheme, t: usize) -> bool {
        let owned = self.tokens.get(t + 1).is_some_and(|_| scheme.address_owned.contains(self.word(t + 1)));
        self.tokens[t].pos == Pos::Pron && self.word(t).starts_with(char::is_uppercase) && owned
    }

    /// Begins a sentence at a token: what hung across it hangs on the first of its own side that does.
    pub(super) fn part_sentence(&mut self, t: usize) {
        let from = (0..t).rev().find(|&i| self.tokens[i].sentence_start).unwrap_or(0);
        let to = (t + 1..self.len()).find(|&i| self.tokens[i].sentence_start).unwrap_or(self.len());
        for side in [from..t, t..to] {
            let across = |i: &usize| self.tokens[*i].head == *i || !side.contains(&self.tokens[*i].head);
            let hung: Vec<usize> = side.clone().filter(across).collect();
            let root = hung.iter().copied().find(|&i| self.tokens[i].pos.is_nominal() || self.is_verbal(i)).or(hung.first().copied());
            let Some(root) = root else { continue };
            for i in hung {
                self.tokens[i].head = root;
            }
            self.tokens[root].relation = Relation::Root;
        }
        self.tokens[t].sentence_start = true;
    }

    /// "Secretary of the Workers' Party (WP) | City Committee Ana Ruiz"
    pub(super) fn is_behind_brackets(&self, t: usize) -> bool {
        if self.word(t - 1) != ")" {
            return false;
        }
        let open = (t.saturating_sub(BRACKETS)..t - 1).rev().find(|&i| self.word(i) == "(" || self.tokens[i + 1].sentence_start);
        let ends = |i: usize| matches!(self.word(i), "." | "!" | "?");
        open.filter(|&o| o > 0 && self.word(o) == "(")
            .is_some_and(|o| (self.tokens[o - 1].pos.is_nominal() || self.word(o - 1) == ")") && !(o + 1..t - 1).any(ends))
    }

    /// "army Cmdr. | Ana Ruiz": the stop may be a token of its own.
    pub(super) fn is_behind_title(&self, scheme: &Scheme, t: usize) -> bool {
        let parted = |stop: usize| stop > 0 && self.word(stop) == "." && !self.tokens[stop - 1].space_after;
        let cut = |word: &str| scheme.cut_short.iter().any(|short| short.strip_suffix('.') == Some(word));
        scheme.cut_short.contains(self.word(t - 1)) || parted(t - 1) && cut(self.word(t - 2))
    }

    /// "Mr K. | Ruiz"
    pub(super) fn is_behind_initial(&self, t: usize) -> bool {
        let mut letters = self.word(t - 1).chars();
        t > 1 && matches!((letters.next(), letters.next(), letters.next()), (Some(a), Some('.'), None) if a.is_uppercase())
    }

    /// "met Premier Tan | Sri Ana Ruiz": a name that goes on where no mark ends it, and where one of the halves says nothing of anybody.
    pub(super) fn is_behind_name(&self, t: usize) -> bool {
        let from = (t.saturating_sub(LONGEST)..t).rev().find(|&i| self.tokens[i].sentence_start).unwrap_or(t.saturating_sub(LONGEST));
        let to = (t + 1..self.len()).find(|&i| self.tokens[i].sentence_start).unwrap_or(self.len());
        let says = |mut half: std::ops::Range<usize>| half.any(|i| self.is_verbal(i));
        self.tokens[t - 1].pos == Pos::Propn && (!says(from..t) || !says(t..to))
    }

    /// "called on X, **was received** by Y": a verb without a subject behind a comma is no clause that completes the one before.
    pub(super) fn goes_on_without_subject(&self, t: usize) -> bool {
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

    /// "**Meeting** between X and Y", "Photo: **Meeting** with X": a noun at the front of a line that was taken for a participle.
    pub(super) fn opens_a_line(&self, t: usize) -> bool {
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
