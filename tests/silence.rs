//! Articles without any meeting or agreement leave a record without any: sport, weather, courts, culture, reviews.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use std::{fs, path::Path};

use common::{agreements, meetings};

/// At most so many records over two hundred articles.
const AT_MOST: usize = 4;
/// At least so many articles.
const AT_LEAST: usize = 390;

#[test]
fn articles_without_meeting_or_agreement_leave_none() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/silence");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().map(|f| fs::read_to_string(f).unwrap()).collect();
    let articles: Vec<&str> = texts.iter().flat_map(|t| t.split("\n---\n")).collect();
    let told: Vec<String> = articles.iter().flat_map(|text| meetings(text).into_iter().chain(agreements(text))).collect();
    assert!(articles.len() >= AT_LEAST, "{}", articles.len());
    assert!(told.len() * 200 <= AT_MOST * articles.len(), "{told:#?}");
}
