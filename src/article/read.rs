//! The room's door: an input becomes an article.

use super::{Article, BlockKind, Input, InputError, Source, check::primary_subtag, html, plain};
use crate::budget::Budget;

impl Article {
    /// Reads a page or a text. What the caller says goes before what the page says.
    ///
    /// Fails only where a fact beside the article is wrong; a broken page or an empty text gives an article, with a warning.
    pub fn read(input: &Input, budget: &Budget) -> Result<Self, InputError> {
        Self::read_from(input, false, budget)
    }

    /// Reads a page or a text, and tells where in the page each block stands ([`Article::places`]).
    pub fn located(input: &Input, budget: &Budget) -> Result<Self, InputError> {
        Self::read_from(input, true, budget)
    }

    fn read_from(input: &Input, located: bool, budget: &Budget) -> Result<Self, InputError> {
        input.check()?;
        let mut article = match &input.source {
            Source::Text(text) => from_text(text),
            Source::Html(page) => html::read(page, located, budget),
        };
        article.take_facts(input);
        if article.blocks.is_empty() {
            let what = match input.source {
                Source::Text(_) => "the text is empty: nothing was read; send the article's words as text",
                Source::Html(_) => "no words were found in the page: nothing was read; send the whole page, or its words as text",
            };
            article.warnings.push(what.to_owned());
        }
        if let Some(at) = article.text.find('\0') {
            article.warnings.push(format!("byte {at} of the text is a NUL; it and its like are read as spaces"));
        }
        Ok(article)
    }

    fn take_facts(&mut self, input: &Input) {
        if let Some(title) = given(input.title.as_deref()) {
            self.title_span = self.blocks.first().map(|b| b.span).filter(|s| same_words(&self.text[s.range()], &title));
            if self.title_span.is_some()
                && let Some(first) = self.blocks.first_mut()
            {
                first.kind = BlockKind::Heading;
            }
            self.title = Some(title);
        }
        self.url = given(input.url.as_deref()).or(self.url.take());
        if let Some(published) = given(input.published_at.as_deref()) {
            self.published_at = Some(published);
            self.published_given = true;
        }
        self.language_given = input.language.is_some();
        self.language = input.language.as_deref().and_then(primary_subtag).or(self.language.take());
    }
}

/// A text's headline is its first block, where that has the form of one.
fn from_text(text: &str) -> Article {
    let blocks = plain::blocks(text);
    let title_span = blocks.first().filter(|b| b.kind == BlockKind::Heading).map(|b| b.span);
    let title =
        title_span.map(|s| text[s.range()].trim_start_matches(['#', ' ']).trim_matches(['*', '_', '=', '-', '\n', '\r', ' ']).to_owned());
    let byline = plain::byline(text, &blocks);
    Article { text: text.to_owned(), title, title_span, byline, blocks, ..Article::default() }
}

fn given(fact: Option<&str>) -> Option<String> {
    fact.map(str::trim).filter(|f| !f.is_empty()).map(str::to_owned)
}

/// True where two texts have the same letters and digits, whatever their case, spacing and marks.
fn same_words(a: &str, b: &str) -> bool {
    let letters = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<Vec<_>>();
    a.len() <= b.len() * 2 + 64 && letters(a) == letters(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "The ministers met on the pier and talked about salt until the evening ferry came in.";

    fn read(input: &Input) -> Article {
        Article::read(input, &Budget::unlimited()).unwrap()
    }

    #[test]
    fn plain_text_is_given_back_unchanged() {
        for text in [BODY, "", " \n ", "\u{FEFF}", "a\0b", "one\r\n\r\ntwo\n", "مرحبا", "x".repeat(100).as_str()] {
            assert_eq!(read(&Input::text(text)).text, text);
        }
    }

    #[test]
    fn a_byline_is_read_off_a_text() {
        let article = read(&Input::text(format!("Ministers talk about salt\n\nBy Jane Roe, Harbour Post\n\n{BODY}")));
        assert_eq!((article.title.as_deref(), article.byline), (Some("Ministers talk about salt"), vec!["Jane Roe".to_owned()]));
        assert!(read(&Input::text(format!("By Land and Sea\n\n{BODY}"))).byline.is_empty());
    }

    #[test]
    fn an_empty_text_is_read_with_a_warning() {
        for text in ["", " \n\t", "\u{FEFF}", "\0"] {
            assert!(read(&Input::text(text)).warnings[0].starts_with("the text is empty"), "{text:?}");
        }
        assert!(read(&Input::html("<script>x</script>")).warnings[0].contains("no words"));
        assert!(read(&Input::text(BODY)).warnings.is_empty());
    }

    #[test]
    fn a_title_that_stands_in_the_text_is_that_block() {
        let mut input = Input::text(format!("Salt talks  end.\n\n{BODY}"));
        input.title = Some("SALT TALKS END".into());
        let article = read(&input);
        assert_eq!(&article.text[article.title_span.unwrap().range()], "Salt talks  end.");
        assert_eq!(article.blocks[0].kind, BlockKind::Heading);
        input.title = Some("Another title".into());
        assert_eq!(read(&input).title_span, None);
    }

    #[test]
    fn the_caller_goes_before_the_page() {
        let page = format!("<html lang=de><meta name=date content=2024-01-01><title>Page</title><p>{BODY}</p>");
        let article =
            read(&Input { published_at: Some("2024-03-04".into()), language: Some("en-GB".into()), ..Input::html(page.as_str()) });
        assert_eq!(
            (article.published_at.as_deref(), article.published_given, article.language.as_deref()),
            (Some("2024-03-04"), true, Some("en"))
        );
        let article = read(&Input::html(page));
        assert_eq!(
            (article.published_at.as_deref(), article.published_given, article.language.as_deref()),
            (Some("2024-01-01"), false, Some("de"))
        );
    }

    #[test]
    fn a_wrong_fact_is_an_error() {
        let input = Input { published_at: Some("soon".into()), ..Input::text(BODY) };
        assert_eq!(Article::read(&input, &Budget::unlimited()).unwrap_err().field, "published_at");
    }

    #[test]
    fn large_and_odd_texts_are_read_in_linear_time() {
        let begun = std::time::Instant::now();
        for text in [
            "word ".repeat(1_000_000),
            "\n".repeat(1_000_000),
            "\"".repeat(100_000),
            "> ".repeat(500_000),
            "(@".repeat(500_000),
            "- a\n".repeat(200_000),
        ] {
            assert_eq!(read(&Input::text(text.as_str())).text.len(), text.len());
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{:?}", begun.elapsed());
    }
}
