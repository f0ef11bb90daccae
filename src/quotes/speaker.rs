//! Whose words a cue gives: from the cue to the words that name the speaker, and from those to the entity.

use super::reading::Sheet;
use crate::{
    entities::{EntityId, EntityKind, Form},
    language::{Pos, Relation},
    text::{Span, Tok},
};

/// How many reported clauses a participle can stand inside of.
const DEPTH: usize = 4;

/// How many tokens can lie between a verb and the subject that was torn off from it.
const TORN: usize = 24;

/// The words that name a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The passage they stand in.
    pub passage: usize,
    /// The token that governs them.
    pub head: usize,
    /// All of them.
    pub tokens: Span<Tok>,
}

/// A cue and whom it gives the words to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// The passage of the cue.
    pub passage: usize,
    /// The verb, noun or adposition; none for a label.
    pub cue: Option<usize>,
    /// The words that name the speaker, where there are any.
    pub source: Option<Source>,
}

impl Attribution {
    /// What the verb at `v` says.
    pub fn by_verb(s: Sheet<'_>, v: usize) -> Self {
        Self { passage: s.passage, cue: Some(v), source: of_verb(s, v) }
    }

    /// What a source adposition ("according to") says.
    pub fn by_adposition(s: Sheet<'_>, phrase: Span<Tok>) -> Option<Self> {
        let last = phrase.end.checked_sub(1)?;
        let object = s.doc.children_by(last, Relation::PrepositionObject).next().or_else(|| noun_at(s, phrase.end))?;
        let named = Some(source_at(s, object)).filter(|n| entity(s, n).is_some());
        // "according to Lopez's explanations"
        let said = s.cues.is_noun(s.doc.lemma(object));
        let source = named.or_else(|| said.then(|| of_noun(s, object)).flatten()).unwrap_or_else(|| source_at(s, object));
        Some(Self { passage: s.passage, cue: Some(phrase.start), source: Some(source) })
    }
}

/// The words that name whose speech the verb at `v` reports.
pub fn of_verb(s: Sheet<'_>, v: usize) -> Option<Source> {
    let doc = s.doc;
    if let Some(relayed) = relayed(s, v) {
        return Some(source_at(s, relayed));
    }
    let found = if doc.is_passive(v) {
        doc.agent(v)?
    } else {
        own_subject(s, v).or_else(|| said_for(s, v)).or_else(|| doc.subject(v).filter(|&n| s.is_frame(n))).or_else(|| torn_off(s, v))?
    };
    let found = able(s, v, found);
    // "one says so" is nobody, "one of them, **Ana Ruiz**, says so" is she
    if s.cues.is_narrator(doc.word(found)) && entity(s, &source_at(s, found)).is_none() {
        return None;
    }
    if s.cues.is_noun(doc.lemma(found)) && s.entities.referents(s.passage, found).is_empty() {
        return of_noun(s, found).or_else(|| Some(source_at(s, found)));
    }
    Some(source_at(s, found))
}

/// The words that name whose speech a noun stands for: "**her** statement", "a letter from **the bank**", "the **Reuters** report".
pub fn of_noun(s: Sheet<'_>, n: usize) -> Option<Source> {
    let doc = s.doc;
    let behind = || doc.obliques(n).into_iter().find(|o| s.cues.is_source(doc.lemma(o.marker))).map(|o| o.noun);
    let by = || doc.children_by(n, Relation::NounClause).find_map(|v| doc.agent(v));
    let body = |&c: &usize| doc.tokens[c].relation == Relation::Compound && doc.tokens[c].pos == Pos::Propn && is_body(s, c);
    let before = || doc.children(n).find(body);
    // "Amazon issued a statement saying …"
    let issued = || {
        doc.governor(n).filter(|&v| doc.tokens[n].relation == Relation::Object && s.cues.issues(doc.lemma(v))).and_then(|v| doc.subject(v))
    };
    doc.possessor(n)
        .or_else(behind)
        .or_else(issued)
        .or_else(by)
        .or_else(before)
        .filter(|&t| s.is_frame(t) && !s.cues.is_narrator(doc.word(t)))
        .map(|t| source_at(s, t))
}

/// True for a finite cue that leaves its subject out: "And continued: …".
pub fn goes_on(s: Sheet<'_>, cue: usize) -> bool {
    s.is_finite(cue) && !s.doc.is_passive(cue) && s.doc.subject(cue).is_none()
}

fn is_body(s: Sheet<'_>, t: usize) -> bool {
    entity(s, &source_at(s, t)).is_some_and(|id| s.entities.get(id).kind == EntityKind::Organization)
}

/// The one whose words another passes on: "quoted **her** as saying", "**she** was quoted as saying".
fn relayed(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    if doc.tokens[v].relation != Relation::PrepositionComplement {
        return None;
    }
    let relay = doc.governor(v).and_then(|adposition| doc.governor(adposition)).filter(|&g| s.cues.is_relay(doc.lemma(g)))?;
    if doc.is_passive(relay) { doc.subject(relay) } else { doc.objects(relay).first().copied() }
}

/// The subject that stands at the verb itself; a relative pronoun stands for its antecedent.
fn own_subject(s: Sheet<'_>, v: usize) -> Option<usize> {
    frame_subject(s, v).map(|n| s.doc.antecedent(n).unwrap_or(n))
}

/// The subject of a verb outside of marks; the tree may give it a second one inside.
pub fn frame_subject(s: Sheet<'_>, v: usize) -> Option<usize> {
    s.doc.children(v).find(|&c| matches!(s.doc.tokens[c].relation, Relation::Subject | Relation::PassiveSubject) && s.is_frame(c))
}

/// The speaker of the reported clause that a participle continues: "**Lopez** said that the talks had failed, **adding** that …".
/// The tree hangs such a participle on the verb inside the clause as often as on the cue.
fn said_for(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    if !doc.tokens[v].morph.progressive || doc.tokens[v].relation != Relation::AdverbialClause {
        return None;
    }
    let mut at = doc.governor(v)?;
    let mut found = own_subject(s, at);
    for _ in 0..DEPTH {
        let Some(g) = doc.governor(at) else { break };
        let reports = doc.tokens[at].relation == Relation::ClauseComplement && s.cues.verb(doc, g).is_some_and(|m| m.clause)
            || matches!(doc.tokens[at].relation, Relation::NounClause | Relation::ClauseComplement) && doc.tokens[g].pos.is_nominal();
        at = if reports && doc.is_verbal(g) {
            found = own_subject(s, g).or(found);
            g
        } else if reports {
            let above = doc.governing_verb(g)?;
            found = own_subject(s, above).or(found);
            above
        } else {
            break;
        };
    }
    found
}

/// The subject, or the name right before its verb where the subject is nobody who can speak: headlines and captions that run into
/// the sentence mislead the tree.
fn able(s: Sheet<'_>, v: usize, subject: usize) -> usize {
    let names = |t: usize| entity(s, &source_at(s, t)).is_some();
    if subject > v || names(subject) && form(s, subject) != Some(Form::Description) {
        return subject;
    }
    let before = (subject + 1..v).rev().find(|&t| !matches!(s.doc.tokens[t].pos, Pos::Adv | Pos::Aux));
    // "minister of trade and industry **Maria Lopez** said": an office whose name the tree hangs elsewhere
    let one_phrase = |t: usize| (subject..t).all(|i| s.doc.word(i) != ",");
    let better = |&t: &usize| s.is_frame(t) && s.doc.tokens[t].pos == Pos::Propn && names(t) && form(s, t) == Some(Form::Name);
    let near = before.filter(better).filter(|&t| !names(subject) || one_phrase(t) && is_person(s, t));
    near.or_else(|| described_between(s, v).filter(|_| !names(subject))).unwrap_or(subject)
}

/// "**Maria Lopez**, of the group Say No, said": whoever begins the sentence and is told of, between commas, up to the verb.
fn described_between(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    // the tree may begin a sentence at such a word
    let from = (v.saturating_sub(TORN)..v).rev().take_while(|&t| s.is_frame(t) && !s.is_stop(t)).last()?;
    let mention = s.entities.mention_at(s.passage, from).filter(|m| m.form == Form::Name && m.tokens.start == from)?;
    let comma = |t: usize| doc.tokens.get(t).is_some_and(|_| doc.word(t) == ",");
    let between = comma(mention.tokens.end) && comma(v - 1) && mention.tokens.end + 1 < v;
    Some(mention.head).filter(|&h| between && is_person(s, h))
}

fn form(s: Sheet<'_>, t: usize) -> Option<Form> {
    s.entities.mention_at(s.passage, t).map(|m| m.form)
}

fn is_person(s: Sheet<'_>, t: usize) -> bool {
    entity(s, &source_at(s, t)).is_some_and(|id| s.entities.get(id).kind == EntityKind::Person)
}

/// The subject of a verb that the parser tore off from it: the first somebody named before it in the same stretch of text that no
/// adposition governs.
fn torn_off(s: Sheet<'_>, v: usize) -> Option<usize> {
    let doc = s.doc;
    if doc.governor(v).is_some() || !s.is_finite(v) {
        return None;
    }
    let from = (v.saturating_sub(TORN)..v).rev().take_while(|&t| s.is_frame(t) && !s.is_stop(t)).last()?;
    let free = |t: usize| doc.governor(t).is_none_or(|g| doc.tokens[g].pos != Pos::Adp);
    (from..v).find(|&t| doc.tokens[t].pos == Pos::Propn && free(t) && entity(s, &source_at(s, t)).is_some())
}

/// The noun right behind an inverted cue: "said **Lopez**", also where the tree sees something else.
pub fn inverted(s: Sheet<'_>, v: usize) -> Option<Source> {
    let own = frame_subject(s, v).filter(|&n| n > v);
    // "said one" is nobody, "said one of the miners" somebody
    let somebody = |&n: &usize| !s.cues.is_narrator(s.doc.word(n)) || entity(s, &source_at(s, n)).is_some();
    own.or_else(|| noun_at(s, v + 1)).filter(somebody).map(|n| source_at(s, n))
}

/// The head of the noun phrase that begins at `t`.
pub fn noun_at(s: Sheet<'_>, t: usize) -> Option<usize> {
    let doc = s.doc;
    let mut first = t;
    while first < doc.len() && s.is_frame(first) && matches!(doc.word(first), "*" | "**" | "_") {
        first += 1;
    }
    if first >= doc.len()
        || !s.is_frame(first)
        || !matches!(doc.tokens[first].pos, Pos::Propn | Pos::Noun | Pos::Det | Pos::Pron | Pos::Adj | Pos::Num)
    {
        return None;
    }
    let mut head = first;
    // bounded by the tree's depth within the phrase; each step goes to a governor behind the phrase's start
    while let Some(g) = doc.governor(head).filter(|&g| g > head && g >= first && g < first + 16 && doc.tokens[g].pos.is_nominal()) {
        head = g;
    }
    (doc.tokens[head].pos.is_nominal() || doc.tokens[head].pos == Pos::Pron).then_some(head)
}

/// True where the words are a pronoun.
pub fn is_pronoun(s: Sheet<'_>, source: &Source) -> bool {
    s.doc.tokens[source.head].pos == Pos::Pron
}

/// True for "the statement" and its like, of which the words themselves do not tell whose it is.
pub fn is_known_document(s: Sheet<'_>, source: &Source) -> bool {
    let doc = s.doc;
    let noun = s.cues.is_noun(doc.lemma(source.head)) || s.cues.is_document(doc.lemma(source.head));
    noun && doc.children_by(source.head, Relation::Determiner).any(|d| s.cues.points_back(doc.word(d)))
}

/// True for "he" and "she".
pub fn is_personal(s: Sheet<'_>, source: &Source) -> bool {
    s.cues.is_personal(s.doc.word(source.head))
}

/// The words that name whoever the noun at `head` names.
pub fn source_at(s: Sheet<'_>, head: usize) -> Source {
    let mention = s.entities.mention_at(s.passage, head).map(|m| m.tokens);
    Source { passage: s.passage, head, tokens: mention.unwrap_or_else(|| s.doc.full_phrase(head)) }
}

/// Who is named: none where nobody can be told, where it is several, or where it is nobody who can speak.
pub fn entity(s: Sheet<'_>, source: &Source) -> Option<EntityId> {
    let one = |t: usize| match s.entities.referents(source.passage, t) {
        [id] if !matches!(s.entities.get(*id).kind, EntityKind::Place | EntityKind::Other) => Some(*id),
        _ => None,
    };
    // "her opposite number at the bank, **Ana Ruiz**", "one of them, **Ana Ruiz**": the tree hangs the name on the nearer noun
    let behind = || {
        let person = |t: usize| one(t).filter(|&id| s.entities.get(id).kind == EntityKind::Person);
        s.doc.obliques(source.head).into_iter().find_map(|o| s.doc.appositions(o.noun).find_map(person))
    };
    one(source.head).or_else(|| s.doc.appositions(source.head).find_map(one)).or_else(behind).or_else(|| {
        // "Minister Lopez"; not "one Lopez aide", who is somebody else
        let name = |&c: &usize| s.doc.tokens[c].relation == Relation::Compound && s.doc.tokens[source.head].pos == Pos::Propn;
        s.doc.children(source.head).rev().filter(name).find_map(one)
    })
}

#[cfg(test)]
mod tests {
    use crate::quotes::testing::told;

    #[test]
    fn a_participle_continues_whose_words_the_sentence_gives() {
        let quotes = told("Maria Lopez said that Peter Novak had closed the bridge, adding that it was too old.");
        assert!(quotes.iter().all(|q| q.contains("by Maria Lopez")), "{quotes:?}");
    }

    #[test]
    fn a_statement_speaks_for_whom_it_comes_from() {
        let quotes = told("A statement from Maria Lopez said that the bridge would be closed.");
        assert_eq!(quotes, ["indirect “the bridge would be closed” by Maria Lopez: said"]);
    }

    #[test]
    fn a_statement_speaks_for_who_issued_it() {
        for text in [
            "Halm Shipping issued a statement saying: “The bridge will be closed.”",
            "Halm Shipping said that it was sorry.\n\n“The bridge will be closed,” the statement read.",
        ] {
            assert!(
                told(text).iter().any(|q| q.contains("The bridge will be closed") && q.contains("by Halm Shipping")),
                "{:?}",
                told(text)
            );
        }
        let read = told("Halm Shipping read a statement saying: “The bridge will be closed.”");
        assert!(read.iter().all(|q| !q.contains("by Halm Shipping")), "{read:?}");
        let another = told("Halm Shipping said that it was sorry.\n\n“The bridge will be closed,” a statement read.");
        assert!(another.iter().all(|q| !q.contains("The bridge") || !q.contains("by Halm Shipping")), "{another:?}");
    }

    #[test]
    fn according_to_somebodys_words_is_according_to_them() {
        let quotes = told("The bridge will be closed in May, according to Maria Lopez's explanations.");
        assert_eq!(quotes, ["indirect “The bridge will be closed in May” by Maria Lopez: according"]);
    }

    #[test]
    fn a_report_speaks_for_the_body_that_it_is_named_after() {
        let quotes = told("The World Bank report said that the bridge would be closed.");
        assert_eq!(quotes, ["indirect “the bridge would be closed” by World Bank: said"]);
    }

    #[test]
    fn a_name_behind_its_office_names_the_speaker() {
        let quotes = told("“We will wait,” minister of mines and energy Maria Lopez told the paper.");
        assert_eq!(quotes, ["direct “We will wait,” by Maria Lopez: told"]);
    }

    #[test]
    fn who_is_told_does_not_speak() {
        let quotes = told("“The bridge is closed,” Peter Novak was told by Maria Lopez.");
        assert!(quotes.iter().all(|q| !q.contains("by Peter Novak")), "{quotes:?}");
    }

    #[test]
    fn a_cue_without_a_subject_goes_on_for_who_spoke_before() {
        let quotes = told("“The bridge is closed,” Maria Lopez said. And continued: “It will be closed in May as well.”");
        assert!(quotes.iter().all(|q| q.contains("by Maria Lopez")), "{quotes:?}");
        let passive = told("“The bridge is closed,” Maria Lopez said. Was told: “It will be closed in May as well.”");
        assert!(!passive[1].contains("by Maria Lopez"), "{passive:?}");
    }

    #[test]
    fn an_aide_is_not_whom_the_aide_serves() {
        let quotes = told("Maria Lopez left early. “The bridge is closed,” one Lopez aide said.");
        assert!(quotes.iter().all(|q| !q.contains("by Maria Lopez")), "{quotes:?}");
    }
}
