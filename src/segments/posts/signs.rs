//! What tells a post's words from an article's prose.

use std::{
    collections::{BTreeMap, HashSet},
    sync::LazyLock,
};

use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
struct Language {
    voice: HashSet<String>,
    #[serde(default)]
    voice_endings: Vec<String>,
    #[serde(default)]
    no_voice: HashSet<String>,
    #[serde(default)]
    alert: Vec<String>,
    posting: Vec<String>,
    saying: Vec<String>,
    narrative: Vec<String>,
    #[serde(default)]
    goes_on: Vec<String>,
    joined: Vec<String>,
    dependent: Vec<String>,
}

const SOURCE: &str = include_str!("../../../data/posts/signs.toml");

/// A test reads the file; here a broken one would know no words.
static WORDS: LazyLock<BTreeMap<String, Language>> = LazyLock::new(|| toml::from_str(SOURCE).unwrap_or_default());

/// Bytes that stand before a verb's ending at least.
const SHORTEST_STEM: usize = 2;
/// Characters that X counts for a link, whatever its length.
const LINK: usize = 23;

impl Language {
    /// A word by which somebody speaks of themselves or to the reader, or a verb in the form for it.
    fn speaks(&self, word: &str) -> bool {
        let formed = |ending: &String| word.len() > ending.len() + SHORTEST_STEM && word.ends_with(ending.as_str());
        self.voice.contains(word) || (self.voice_endings.iter().any(formed) && !self.no_voice.contains(word))
    }
}

/// What a paragraph shows of a post, or of prose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Signs {
    /// Hashtags, emoji, links that the platform shortens, a handle at the start, a thread's number.
    pub of_platform: bool,
    /// How often somebody speaks of themselves or to the reader, outside marks of quotation.
    pub voice: usize,
    /// It begins as an agency's news do.
    pub alert: bool,
    /// It does not end like a sentence.
    pub unended: bool,
    /// One of its sentences ends with an exclamation mark.
    pub exclaims: bool,
    /// Prose that tells that somebody posted: what stands below is the post.
    pub posting: bool,
    /// It ends with a colon.
    pub colon: bool,
    /// Prose that tells what somebody said.
    pub says: bool,
    /// It begins as prose does that goes on.
    pub narrates: bool,
    /// It begins as prose does rather than a post.
    pub goes_on: bool,
    /// It begins by leaning on what stands before it.
    pub depends: bool,
    /// It begins with a conjunction.
    pub joins: bool,
    /// Characters as X counts them: a link is 23, a character of East Asia or an emoji two.
    pub length: usize,
}

impl Signs {
    /// Somebody speaks in their own voice.
    pub fn speaks(&self) -> bool {
        (self.voice > 0 || self.exclaims) && !self.says
    }
}

/// Reads a paragraph's view. `language` is the article's; English words are known beside it.
pub(super) fn signs(text: &str, language: Option<&str>) -> Signs {
    let lower = text.to_lowercase();
    let outside = outside_marks(&lower);
    let packs = || language.filter(|l| *l != "en").into_iter().chain(["en"]).filter_map(|l| WORDS.get(l));
    let begins = |openings: &[String]| openings.iter().any(|o| lower.starts_with(o.as_str()));
    let holds = |phrases: &[String]| phrases.iter().any(|p| holds_phrase(&outside, p));
    let end = text.trim_end_matches(['"', '”', '»', '\'', '’', ')', ' ']);
    Signs {
        of_platform: text.split_whitespace().any(is_of_platform)
            || text.chars().any(is_emoji)
            || text.starts_with('@')
            || is_thread_mark(text),
        voice: voices(&outside, language),
        alert: packs().any(|l| begins(&l.alert)),
        unended: !end.ends_with(['.', '!', '?', ':', '…', '。', '؟', '۔', '！', '？']),
        exclaims: end.ends_with(['!', '！']) || exclaims_within(&outside),
        posting: packs().any(|l| holds(&l.posting)),
        colon: text.trim_end().ends_with([':', '：']),
        says: packs().any(|l| holds(&l.saying)),
        narrates: packs().any(|l| begins(&l.narrative)),
        goes_on: packs().any(|l| begins(&l.goes_on)),
        depends: packs().any(|l| begins(&l.dependent)),
        joins: packs().any(|l| begins(&l.joined)),
        length: length(text),
    }
}

/// True where somebody speaks of themselves or to the reader, outside marks of quotation.
pub(super) fn has_voice(text: &str, language: Option<&str>) -> bool {
    voices(&outside_marks(&text.to_lowercase()), language) > 0
}

/// How often somebody does so in a text in lower case without what stands in marks.
fn voices(outside: &str, language: Option<&str>) -> usize {
    let Some(own) = language.and_then(|l| WORDS.get(l)).or_else(|| WORDS.get("en")) else { return 0 };
    outside.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{200C}')).filter(|word| own.speaks(word)).count()
}

/// The text with what stands in double marks left out.
fn outside_marks(text: &str) -> String {
    let mut open = false;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '«' | '„' => open = true,
            '”' | '»' => open = false,
            '"' => open = !open,
            c if !open => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// A sentence inside the text ends with an exclamation mark: white space and no lower case follow.
fn exclaims_within(text: &str) -> bool {
    text.match_indices(['!', '！']).any(|(at, mark)| {
        let behind = &text[at + mark.len()..];
        behind.starts_with(char::is_whitespace) && at > 0
    })
}

fn holds_phrase(text: &str, phrase: &str) -> bool {
    let bounded = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric)
            && (!phrase.ends_with(char::is_alphanumeric) || !after.is_some_and(char::is_alphanumeric))
    };
    text.match_indices(phrase).any(|(at, _)| bounded(at))
}

/// A hashtag, or an address; a link that markdown makes is the article's.
fn is_of_platform(word: &str) -> bool {
    if word.contains("](") {
        return false;
    }
    let tag = word.trim_start_matches(['(', '"', '“']).strip_prefix(['#', '＃']).is_some_and(|t| t.starts_with(char::is_alphabetic));
    tag || ["://", "t.co/", "pic.twitter.com/", "pic.x.com/", "pbs.twimg.com/", "youtu.be/"].iter().any(|link| word.contains(link))
}

/// Pictures, flags; not the arrows and marks that printers use.
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x1F300..=0x1FAFF | 0x1F1E6..=0x1F1FF | 0x2600..=0x26FF | 0x2705..=0x27B0)
}

/// "1/", "2/5" at the start, "(3/4)" at the end.
fn is_thread_mark(text: &str) -> bool {
    let marked = |word: &str| {
        let word = word.trim_matches(['(', ')', '[', ']', '.']);
        word.split_once('/')
            .is_some_and(|(a, b)| a.len() <= 2 && !a.is_empty() && b.len() <= 2 && a.bytes().chain(b.bytes()).all(|c| c.is_ascii_digit()))
    };
    text.split_whitespace().next().is_some_and(marked) || text.split_whitespace().next_back().is_some_and(marked)
}

fn length(text: &str) -> usize {
    text.split(' ')
        .map(|word| if word.contains("://") || word.contains(".com/") { LINK } else { word.chars().map(width).sum() } + 1)
        .sum::<usize>()
        .saturating_sub(1)
}

/// X's weights: one for the scripts of Europe and the Near East, two for the rest (twitter-text configuration v3).
fn width(c: char) -> usize {
    match u32::from(c) {
        0..=0x10FF | 0x2000..=0x200D | 0x2010..=0x201F | 0x2032..=0x2037 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole() {
        let words: BTreeMap<String, Language> = toml::from_str(SOURCE).unwrap();
        assert!(words.contains_key("en"));
        for language in words.values() {
            assert!(language.voice.iter().all(|w| w.to_lowercase() == *w));
            assert!(language.alert.iter().chain(&language.posting).all(|w| w.to_lowercase() == *w));
        }
    }

    #[test]
    fn posts_show_their_platform() {
        for text in [
            "Salt is back #salt",
            "Salt 🧂 is back",
            "Salt is back https://t.co/abc",
            "@lind salt is back",
            "1/ Salt is back",
            "Salt is back (2/3)",
        ] {
            assert!(signs(text, Some("en")).of_platform, "{text}");
        }
        for text in
            ["Salt was their # 1 wish.", "Lind (@lind) was asked → no answer.", "On 1/2 of the days © held.", "See harbour.example/salt."]
        {
            assert!(!signs(text, Some("en")).of_platform, "{text}");
        }
    }

    #[test]
    fn words_count_outside_marks_only() {
        let voice = |text: &str, language: &str| signs(text, Some(language)).voice;
        assert_eq!(voice("We sail at dawn, and you with us", "en"), 3);
        assert_eq!(voice("“We sail at dawn,” the mayor said.", "en"), 0);
        assert!(signs("“We sail at dawn,” the mayor said.", Some("en")).says);
        assert!(has_voice("We sail.", Some("en")) && !has_voice("“We sail,” he said.", Some("en")));
        assert_eq!(voice("Wir segeln morgen.", "de"), 1);
        assert_eq!(voice("Der Minister segelte mit.", "de"), 0);
        assert_eq!(voice("Мы выходим на рассвете.", "ru"), 1);
    }

    #[test]
    fn openings_of_news_and_of_prose() {
        let read = |text: &str, language: &str| {
            let s = signs(text, Some(language));
            (s.alert, s.narrates, s.goes_on)
        };
        assert_eq!(read("BREAKING: Salt is back", "en"), (true, false, false));
        assert_eq!(read("عاجل | عودة الملح", "ar"), (true, false, false));
        assert_eq!(read("The breaking of salt", "en"), (false, false, false));
        assert_eq!(read("According to the mayor, salt was back.", "en"), (false, true, false));
        assert_eq!(read("Meanwhile, she sailed at dawn.", "en"), (false, false, true));
        assert_eq!(read("Salt is back.", "en"), (false, false, false));
    }

    #[test]
    fn prose_that_introduces() {
        assert!(signs("The mayor tweeted on Monday.", Some("en")).posting);
        assert!(signs("Мэр написал в Твиттере о соли.", Some("ru")).posting);
        assert!(signs("The mayor had this to say:", Some("en")).colon);
        assert!(!signs("The tweeters sang in the wood.", Some("en")).posting);
    }

    #[test]
    fn lengths_are_those_of_the_platform() {
        assert_eq!(signs("ab https://harbour.example/a/very/long/path", None).length, 2 + 1 + 23);
        assert_eq!(signs("塩です", None).length, 6);
    }
}
