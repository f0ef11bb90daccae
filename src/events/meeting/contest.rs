//! Contests: in an article about sport, those who "meet" play each other, and a "meeting" is a race.

use std::collections::HashSet;

use serde::Deserialize;

use crate::{
    entities::{EntityId, EntityKind},
    events::{
        adpositions,
        scene::{Scene, Spot},
    },
    language::{Doc, grammar::Oblique},
};

/// How many different words of sport make an article one about sport.
const LEAST: usize = 4;
/// How many make it one that speaks of sport.
const SOME: usize = 2;

/// How much an article tells of sport.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sport {
    /// Hardly a word.
    None,
    /// A few words.
    Some,
    /// It is about sport.
    About,
}

/// Words of sport.
#[derive(Debug, Deserialize)]
pub struct ContestWords {
    /// Nouns behind a verb or a noun by which those who meet play: "met **in the final**".
    behind: HashSet<String>,
    /// What is won by those who play for it: "for a **place** in the final".
    places: HashSet<String>,
    /// What is played: "to meet X in **football**".
    games: HashSet<String>,
    /// Lemmas that hardly another article has several of.
    pub words: HashSet<String>,
    /// Words of the roles of those who do not play, but meet to talk.
    pub officials: HashSet<String>,
}

/// How much an article tells of sport. Linear in its tokens.
pub fn told_of(docs: &[Doc], words: &ContestWords) -> Sport {
    let mut seen: HashSet<&String> = HashSet::new();
    for doc in docs {
        for t in 0..doc.len() {
            let lemma = doc.lemma(t);
            // a name's lemma keeps its capital: "Premiership"
            let named = lemma.starts_with(char::is_uppercase);
            let one = if named { words.named(&lemma.to_lowercase()) } else { words.words.get(lemma) };
            // "semi-final": the tokenizer parts it
            let glued = |first: usize| doc.word(first + 1) == "-" && !doc.tokens[first].space_after && !doc.tokens[first + 1].space_after;
            let whole = || t.checked_sub(2).filter(|&f| glued(f)).map(|f| format!("{}-{}", doc.word(f), lemma).to_lowercase());
            let known = one.or_else(|| words.words.get(&whole()?));
            if let Some(word) = known {
                seen.insert(word);
                if seen.len() >= LEAST {
                    return Sport::About;
                }
            }
        }
    }
    if seen.len() >= SOME { Sport::Some } else { Sport::None }
}

impl ContestWords {
    /// "World **Championships**": a name's lemma keeps its plural too.
    fn named(&self, word: &str) -> Option<&String> {
        self.words.get(word).or_else(|| self.words.get(word.strip_suffix('s')?))
    }
}

/// True where those who are told to meet play: the article is about sport, and none of them holds an office by which people meet to talk.
pub fn play(scene: &Scene<'_>, sides: &[EntityId]) -> bool {
    scene.sport && !sides.iter().any(|&id| talks(scene, id))
}

/// True where what hangs on a token by an adposition, from another token on, tells that those who meet play: "met **in the final**".
pub fn is_told_behind(scene: &Scene<'_>, doc: &Doc, token: usize, from: usize) -> bool {
    let words = &scene.frames.meetings.contest;
    let contest = |noun: usize| words.behind.contains(doc.lemma(noun));
    // "meets X for a **place in the final**"
    let won = |noun: usize| words.places.contains(doc.lemma(noun)) && doc.obliques(noun).iter().any(|o| contest(o.noun));
    // "to meet X **in** football"
    let inside = |o: &Oblique| adpositions::has(&scene.frames.adpositions.inside, doc.lemma(o.marker));
    let game = |o: &Oblique| words.games.contains(doc.lemma(o.noun)) && inside(o);
    doc.obliques(token).iter().any(|o| o.noun >= from && (contest(o.noun) || won(o.noun) || game(o)))
}

/// "manager", "chairman", "officials"; not "captain", and not a state, which is a team here.
fn talks(scene: &Scene<'_>, id: EntityId) -> bool {
    let e = scene.entities.get(id);
    let officials = &scene.frames.meetings.contest.officials;
    let official = |words: &str| words.split([' ', '-']).any(|word| officials.contains(&word.to_lowercase()));
    match e.kind {
        EntityKind::Person => e.roles.iter().any(|r| official(&r.title)),
        EntityKind::Group => official(&e.name),
        _ => false,
    }
}

/// True for a verb with a capital amid a sentence, which stands in a title: "starred in **Meet** the Lopezes".
pub fn is_in_title(scene: &Scene<'_>, at: Spot) -> bool {
    let doc = scene.doc(at.passage);
    let token = &doc.tokens[at.token];
    !scene.passages[at.passage].heading
        && !scene.passages[at.passage].in_title
        && !token.sentence_start
        && doc.word(at.token).starts_with(char::is_uppercase)
        && doc.word(at.token).contains(char::is_lowercase)
        && at.token.checked_sub(1).is_some_and(|before| doc.word(before).chars().any(char::is_alphanumeric) || doc.word(before) == ",")
}
