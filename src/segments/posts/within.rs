//! Prose and a post in one paragraph: a page's converter has put "The mayor tweeted: Salt is back! — Mayor (@mayor) March 4, 2024" on one line.

use super::signs::signs;

/// Bytes of `words`, what stands before a closing line in its own block, that are further from it than any post of so many characters is
/// long; the rest begins with a sentence, or with a word where none begins in it.
pub(super) fn beyond(words: &str, longest: usize) -> usize {
    let Some((far, _)) = words.char_indices().nth_back(longest) else { return 0 };
    let sentence = sentence_ends(&words[far..]).next();
    sentence.or_else(|| words[far..].find(char::is_whitespace)).map_or(0, |at| far + at)
}

/// Byte of `words`, what stands before a closing line in its own block, at which the post begins: behind the last sentence that tells of
/// it; 0 where none does.
pub(super) fn start(words: &str, main: Option<&str>) -> usize {
    let mut from = behind_tag(words);
    let mut start = 0;
    for end in sentence_ends(words).filter(|end| *end > behind_tag(words)) {
        let sentence = signs(words[from..end].trim(), main);
        let tells = sentence.posting || (sentence.colon && sentence.says);
        if tells && !sentence.of_platform && words[end..].chars().any(char::is_alphanumeric) {
            start = end;
        }
        from = end;
    }
    start
}

/// Bytes of the tag with which a converter opened the post: its name would read as prose about one.
fn behind_tag(words: &str) -> usize {
    words.trim_start().strip_prefix('<').and_then(|t| t.split_once('>')).map_or(0, |(_, rest)| words.len() - rest.len())
}

/// Where sentences end and white space follows, with what stands behind not going on in lower case. The white space belongs to what ends.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    let mark = |c: char| matches!(c, '.' | '!' | '?' | '…' | ':' | '؟' | '۔');
    text.match_indices(mark).filter_map(move |(at, mark)| {
        let behind = &text[at + mark.len()..];
        let rest = behind.trim_start_matches(['"', '”', '»', '’', ')']);
        let next = rest.trim_start();
        let ends = next.len() < rest.len() && (mark == ":" || !next.starts_with(char::is_lowercase));
        (ends && !next.is_empty()).then(|| text.len() - next.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(words: &str, main: &str) -> String {
        words[start(words, Some(main))..].to_owned()
    }

    #[test]
    fn behind_the_sentence_that_tells_of_it() {
        assert_eq!(post("The council met. The mayor wrote on Twitter: Salt is back. Come and see!", "en"), "Salt is back. Come and see!");
        assert_eq!(post("She tweeted a picture on Monday. Salt is back", "en"), "Salt is back");
        assert_eq!(post("La alcaldesa dijo: Vuelve la sal.", "es"), "Vuelve la sal.");
        assert_eq!(post("Der Minister twitterte: Das Salz ist wieder da.", "de"), "Das Salz ist wieder da.");
    }

    #[test]
    fn what_is_further_than_a_post_is_long_is_none_of_it() {
        let cut = |words: &str, longest| words[beyond(words, longest)..].to_owned();
        assert_eq!(cut("The council met. Salt is back. Come!", 24), "Salt is back. Come!");
        assert_eq!(cut("the council met and salt is back", 14), " salt is back");
        assert_eq!(cut("Salt is back.", 13), "Salt is back.");
        assert_eq!(cut("Salt is back", 3), "Salt is back", "no word begins in it");
        assert_eq!(cut("", 0), "");
    }

    #[test]
    fn a_paragraph_that_is_all_post_stays_whole() {
        for words in [
            "Salt is back. Come and see: noon, old pier.",
            "More on this: https://t.co/abc",
            "My last tweet of the day",
            "<tweet id=\"1\">NEW: Salt is back",
            "",
        ] {
            assert_eq!(start(words, Some("en")), 0, "{words}");
        }
    }
}
