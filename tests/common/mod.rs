//! What the tests of the rules share: a text in, short forms of its record out.
#![allow(dead_code, reason = "each test binary uses a part")]

use paraph::{Budget, Extractor, Options, article::Input, record::Record};

/// The record of a plain text written on Friday, 2029-03-16.
pub fn record(text: &str) -> Record {
    let input = Input { published_at: Some("2029-03-16".into()), language: Some("en".into()), ..Input::text(text) };
    Extractor::new().unwrap().extract(&input, Options::default(), &Budget::unlimited()).unwrap()
}

/// The name of a participant.
pub fn name<'r>(record: &'r Record, id: &paraph::record::Id) -> &'r str {
    record.participants.iter().find(|p| p.id == *id).map_or("?", |p| &p.name)
}

/// `held: Ana Lopes, Youssef Bennani` for each meeting.
pub fn meetings(text: &str) -> Vec<String> {
    let r = record(text);
    r.meetings
        .iter()
        .map(|m| {
            let names: Vec<&str> = m.participants.iter().map(|p| name(&r, &p.participant)).collect();
            format!("{}: {}", word(&m.status), names.join(", "))
        })
        .collect()
}

/// `signed treaty: Portugal, Morocco` for each agreement.
pub fn agreements(text: &str) -> Vec<String> {
    let r = record(text);
    r.agreements
        .iter()
        .map(|a| {
            let names: Vec<&str> = a.parties.iter().map(|p| name(&r, p)).collect();
            format!("{} {}: {}", word(&a.status), word(&a.instrument), names.join(", "))
        })
        .collect()
}

/// Holds texts against the short forms of what they tell.
#[track_caller]
pub fn hold(read: impl Fn(&str) -> Vec<String>, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text}");
    }
}

/// A word of a closed vocabulary as the record writes it.
pub fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("null").to_owned()
}
