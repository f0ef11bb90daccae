//! Who has the floor: the speaker of words in marks that stand without a cue of their own.

use super::{
    reading::{Reading, Sheet},
    speaker::{self, Source},
};
use crate::{
    entities::{EntityId, EntityKind, Form},
    language::Doc,
    record::Rule,
    text::{Span, Tok},
};

/// How many passages back a speaker is still heard.
const HEARD: usize = 4;

/// How many mentions of a person are asked for the pronoun that stands for them.
const MENTIONS: usize = 64;

/// One time that somebody was given words.
#[derive(Debug, Clone, Copy)]
struct Turn {
    passage: usize,
    /// The sentence of the passage that it ends in.
    sentence: usize,
    speaker: Option<EntityId>,
    source: Option<Source>,
    /// True where it ended with a question.
    asks: bool,
}

/// The turns so far, in order of the text.
#[derive(Debug, Default)]
pub struct Floor {
    last: Option<Turn>,
    /// The last speaker other than the last one.
    other: Option<Turn>,
}

impl Floor {
    /// Gives somebody words.
    pub fn take(&mut self, s: Sheet<'_>, end: usize, speaker: Option<EntityId>, source: Option<Source>) {
        let ending = end.checked_sub(1).filter(|&t| t < s.doc.len());
        let sentence = ending.map_or(0, |t| s.doc.sentence_index(t));
        let asks = ending.is_some_and(|t| s.doc.word(t) == "?");
        let turn = Turn { passage: s.passage, sentence, speaker, source, asks };
        if let Some(last) = self.last
            && last.speaker != speaker
        {
            self.other = Some(last);
        }
        self.last = Some(turn);
    }

    /// Whom "he" or "she" beside words in marks stands for, where those words begin at token `at`: whoever has the floor, if that is
    /// a person of whom the article speaks so. A name between, of one who is only spoken of, takes the floor from nobody.
    pub fn heard(&self, r: &Reading<'_>, s: Sheet<'_>, at: usize, pronoun: &Source) -> Option<EntityId> {
        let (holder, ..) = self.holder(r, s, at);
        let id = holder.filter(|&id| s.entities.get(id).kind == EntityKind::Person)?;
        let word = r.docs[pronoun.passage].lemma(pronoun.head).to_lowercase();
        let mut pronouns = s
            .entities
            .get(id)
            .mentions
            .iter()
            .take(MENTIONS)
            .filter_map(|&m| s.entities.mentions.get(m))
            .filter(|m| m.form == Form::Pronoun);
        let mut spoken_of = false;
        let agrees = pronouns.any(|m| {
            spoken_of = true;
            r.docs[m.passage].lemma(m.head).eq_ignore_ascii_case(&word)
        });
        (agrees || !spoken_of).then_some(id)
    }

    /// The body or group that had the floor last, not far above.
    pub fn body(&self, s: Sheet<'_>) -> Option<EntityId> {
        let heard = |turn: &Turn| turn.passage + HEARD >= s.passage;
        let is_body = |id: &EntityId| matches!(s.entities.get(*id).kind, EntityKind::Organization | EntityKind::State | EntityKind::Group);
        let last = self.last.filter(|t| heard(t) && t.speaker.is_some()).or(self.other.filter(heard))?;
        last.speaker.filter(is_body)
    }

    /// Who speaks where the words that begin at token `at` of a passage have no cue, and by which rule.
    pub fn holder(&self, r: &Reading<'_>, s: Sheet<'_>, at: usize) -> (Option<EntityId>, Option<Source>, Rule) {
        let last = self.last.filter(|l| l.passage + HEARD >= s.passage);
        let sentence = s.doc.sentence_index(at);
        // a question that somebody put in a paragraph of its own is answered by another
        if let Some(l) = last.filter(|l| l.asks && l.passage < s.passage) {
            let other = self.other.filter(|o| o.passage + HEARD >= s.passage && o.speaker != l.speaker);
            return other.map_or((None, None, Rule::SpeakerUnknown), |o| (o.speaker, o.source, Rule::SpeakerTurned));
        }
        if let Some(l) = last.filter(|l| l.passage == s.passage && l.sentence + 1 >= sentence) {
            return (l.speaker, l.source, Rule::SpeakerCarried);
        }
        let before = sentence_before(r, s, sentence);
        if let Some((sheet, span)) = before {
            if let Some(l) = last.filter(|l| l.passage == sheet.passage && l.sentence == sheet.doc.sentence_index(span.start)) {
                return (l.speaker, l.source, Rule::SpeakerCarried);
            }
            if let Some(source) = person_in_subject(sheet, span) {
                return (speaker::entity(sheet, &source), Some(source), Rule::SpeakerSentenceBefore);
            }
        }
        last.map_or((None, None, Rule::SpeakerUnknown), |l| (l.speaker, l.source, Rule::SpeakerCarried))
    }
}

/// The sentence right before the given one: in the passage, or the last of the passage before.
fn sentence_before<'a>(r: &'a Reading<'_>, s: Sheet<'a>, sentence: usize) -> Option<(Sheet<'a>, Span<Tok>)> {
    if let Some(before) = sentence.checked_sub(1) {
        return s.doc.sentences().get(before).map(|&span| (s, span));
    }
    let p = r.telling_before(s.passage)?;
    let sheet = r.sheet(p);
    sheet.doc.sentences().last().map(|&span| (sheet, span))
}

/// The subject of a sentence, where it is a person.
fn person_in_subject(s: Sheet<'_>, sentence: Span<Tok>) -> Option<Source> {
    let root = root_of(s.doc, sentence)?;
    let subject = s.doc.own_subject(root).filter(|&n| s.is_frame(n))?;
    let source = speaker::source_at(s, subject);
    speaker::entity(s, &source).filter(|&id| s.entities.get(id).kind == EntityKind::Person).map(|_| source)
}

fn root_of(doc: &Doc, sentence: Span<Tok>) -> Option<usize> {
    sentence.range().find(|&t| doc.governor(t).is_none())
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::in_marks;

    #[test]
    fn a_run_of_quotes_has_one_speaker() {
        let quotes =
            in_marks("“The bridge is old,” said Maria Lopez. “It was built by our grandparents.”\n\n“We cannot wait for it to fall.”");
        assert_eq!(
            quotes,
            [
                "direct “The bridge is old,” by Maria Lopez: said",
                "direct “It was built by our grandparents.” by Maria Lopez: ?",
                "direct “We cannot wait for it to fall.” by Maria Lopez: ?",
            ]
        );
    }

    #[test]
    fn the_sentence_before_tells_who_speaks() {
        let quotes = in_marks("Peter Novak said that the bridge was safe. Maria Lopez disagreed. “It was built by our grandparents.”");
        assert_eq!(quotes, ["direct “It was built by our grandparents.” by Maria Lopez: ?"]);
    }

    #[test]
    fn a_pronoun_stands_for_who_has_the_floor() {
        let quotes = in_marks(
            "Maria Lopez opposed the plan. Lopez met her voters in May. But she knows what Peter Novak may do to the bridge.\n\n“We cannot wait,” she said.",
        );
        assert_eq!(quotes, ["direct “We cannot wait,” by Maria Lopez: said"]);
    }

    #[test]
    fn a_pronoun_of_another_sort_does_not() {
        let quotes =
            in_marks("“We cannot wait,” said Maria Lopez. She closed the bridge.\n\nPeter Novak was angry.\n\n“It was safe,” he said.");
        assert_eq!(quotes.last().map(String::as_str), Some("direct “It was safe,” by Peter Novak: said"));
    }

    #[test]
    fn a_question_is_answered_by_the_other() {
        let quotes = in_marks(
            "“The bridge is old,” said Maria Lopez.\n\n“Why was it not repaired?” asked Peter Novak.\n\n“There was never any money for it.”",
        );
        assert_eq!(quotes.last().map(String::as_str), Some("direct “There was never any money for it.” by Maria Lopez: ?"));
    }

    #[test]
    fn a_speaker_far_above_is_not_heard_any_more() {
        let quiet = "The river rose again in May.\n\n".repeat(6);
        let quotes = in_marks(&format!("“The bridge is old,” said Maria Lopez.\n\n{quiet}“There was never any money for it.”"));
        assert_eq!(quotes.last().map(String::as_str), Some("direct “There was never any money for it.” by ?: ?"));
    }
}
