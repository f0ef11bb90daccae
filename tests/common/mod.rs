//! What the tests of the rules share: a text in, short forms of its record out.
#![allow(dead_code, reason = "each test binary uses a part")]

use paraph::{
    Budget, Extractor, Options,
    article::Input,
    record::{Meeting, Record},
};

/// The record of a plain text written on Friday, 2029-03-16; what stands before " || " is its title.
pub fn record(text: &str) -> Record {
    let (title, text) = text.split_once(" || ").map_or((None, text), |(title, text)| (Some(title.to_owned()), text));
    let input = Input { published_at: Some("2029-03-16".into()), language: Some("en".into()), title, ..Input::text(text) };
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

/// `held Ana Lopes, Karl Brandt 2029-03-13 Oslo` for each meeting.
pub fn when_and_where(text: &str) -> Vec<String> {
    let r = record(text);
    let of = |m: &Meeting| {
        let names: Vec<&str> = m.participants.iter().map(|p| name(&r, &p.participant)).collect();
        let day = m.date.as_ref().and_then(|d| d.value.clone()).unwrap_or_else(|| "-".into());
        format!("{} {} {day} {}", word(&m.status), names.join(", "), m.place.as_ref().map_or("-", |p| &p.name))
    };
    r.meetings.iter().map(of).collect()
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

/// Holds texts against the meetings that they tell of.
#[track_caller]
pub fn tells_meetings(cases: &[(&str, &[&str])]) {
    hold(meetings, cases);
}

/// Holds texts against the agreements that they tell of.
#[track_caller]
pub fn tells_agreements(cases: &[(&str, &[&str])]) {
    hold(agreements, cases);
}

/// A word of a closed vocabulary as the record writes it.
pub fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or("null").to_owned()
}
