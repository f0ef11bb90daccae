//! A word cut by a hyphen at a line's end.
//!
//! Whether the hyphen belongs to the word cannot be seen ("inter-/national", "state-/owned"). The article itself tells: where it has the joined
//! word elsewhere, the hyphen was the typesetter's; else it is kept and only the line break goes.

use super::{Edit, Edits, Words};

/// True where a line of the text ends with a hyphen inside a word.
pub(super) fn occurs(text: &str) -> bool {
    text.contains("-\n") || text.contains("-\r")
}

pub(super) fn edits(block: &str, words: &Words<'_>, edits: &mut Edits) {
    for (at, _) in block.match_indices('-') {
        let rest = &block[at + 1..];
        let next = rest.trim_start();
        let head = word_before(&block[..at]);
        let tail = &next[..next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len())];
        if !rest.starts_with(['\n', '\r']) || head.is_empty() || !tail.starts_with(char::is_lowercase) {
            continue;
        }
        let end = at + 1 + (rest.len() - next.len());
        let joined = [head, tail].concat();
        let from = if words.0.contains(joined.as_str()) { at } else { at + 1 };
        edits.push(Edit::drop(from..end));
    }
}

fn word_before(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric()).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::super::{Words, view};

    fn cleaned(text: &str) -> String {
        view(text, 0, &Words::of(text)).text().to_owned()
    }

    #[test]
    fn a_typesetters_hyphen_goes_where_the_article_has_the_word() {
        assert_eq!(
            cleaned("The saltworks stood still. The salt-\nworks had no salt."),
            "The saltworks stood still. The saltworks had no salt."
        );
    }

    #[test]
    fn a_words_own_hyphen_stays() {
        assert_eq!(cleaned("a state-\nowned port"), "a state-owned port");
        assert_eq!(cleaned("the years 1990-\n1995 and - \nso on -\nand on"), "the years 1990- 1995 and - so on - and on");
    }
}
