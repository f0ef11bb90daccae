//! Whether an input can be read, before anything reads it.

use super::{Input, InputError, Source};
use crate::time::{Day, timestamp};

impl Input {
    /// Says what is wrong with the facts beside the article, and what to change.
    pub fn check(&self) -> Result<(), InputError> {
        let (field, source) = match &self.source {
            Source::Text(text) => ("text", text),
            Source::Html(page) => ("html", page),
        };
        if u32::try_from(source.len()).is_err() {
            return Err(InputError { field, what: "it has more than 4 GiB; send an article".to_owned() });
        }
        if let Some(Err(error)) = self.published_at.as_deref().map(timestamp) {
            return Err(InputError { field: "published_at", what: error.to_string().replace(['\n', '\r'], " ") });
        }
        if let Some(given) = &self.language
            && primary_subtag(given).is_none()
        {
            return Err(InputError {
                field: "language",
                what: format!("'{}' is no language code; write ISO 639-1 letters such as en, or leave it out", shown(given)),
            });
        }
        Ok(())
    }
}

/// The day that a page or a post gives; none where it is no date.
pub(super) fn day(given: &str) -> Option<Day> {
    timestamp(given).ok()
}

/// `en` of `en`, `EN`, `en-GB`, `en_GB.UTF-8`: the primary subtag of BCP 47, in lower case.
pub(super) fn primary_subtag(given: &str) -> Option<String> {
    let given = given.trim();
    let well_formed =
        given.split(['-', '_', '.']).all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let primary = given.split(['-', '_', '.']).next()?;
    let is_code = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    (well_formed && is_code).then(|| primary.to_ascii_lowercase())
}

/// At most 40 characters of what was given, without line breaks.
fn shown(given: &str) -> String {
    let mut shown: String = given.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if given.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_two_or_three_letters_first() {
        assert_eq!(primary_subtag("en-GB").as_deref(), Some("en"));
        assert_eq!(primary_subtag("FA").as_deref(), Some("fa"));
        for given in ["", "e", "english", "12", "en--", "e n"] {
            assert_eq!(primary_subtag(given), None, "{given}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_do() {
        let mut input = Input::text("words");
        input.published_at = Some("someday\nsoon".into());
        let error = input.check().unwrap_err();
        assert_eq!(error.field, "published_at");
        assert!(error.to_string().contains("someday soon") && error.to_string().contains("2023-06-15"), "{error}");
        input.published_at = None;
        input.language = Some("english".into());
        assert_eq!(input.check().unwrap_err().field, "language");
        input.language = Some("xx".into());
        assert_eq!(input.check(), Ok(()));
    }
}
