//! Articles without any meeting or agreement leave a record without any: sport, weather, courts, culture, reviews.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use std::{fs, path::Path};

use common::{agreements, meetings};

/// At most so many records over all texts: one in fifty articles.
const AT_MOST: usize = 1;

#[test]
fn articles_without_meeting_or_agreement_leave_none() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/silence.txt");
    let texts = fs::read_to_string(file).unwrap();
    let told: Vec<String> = texts.split("\n---\n").flat_map(|text| meetings(text).into_iter().chain(agreements(text))).collect();
    assert!(texts.split("\n---\n").count() >= 40);
    assert!(told.len() <= AT_MOST, "{told:#?}");
}
