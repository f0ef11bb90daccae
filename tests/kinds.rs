//! Articles of many kinds, with quotes, speakers, sides and titles as a careful reader finds them: how much of it comes out.
//!
//! Each floor lies a little under what is reached, so that a rule that breaks a kind of article is seen.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use std::{fs, path::Path};

use paraph::{Budget, Extractor, Options, article::Input, record::Record};
use serde_json::Value;

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// True where one of the alternatives and a name of the participant end alike.
fn names(alternatives: &str, record: &Record, id: &paraph::record::Id) -> bool {
    let Some(p) = record.participants.iter().find(|p| p.id == *id) else { return false };
    let known: Vec<&str> = p.aliases.iter().map(String::as_str).chain([p.name.as_str()]).collect();
    alternatives.split('|').any(|a| known.iter().any(|k| k.ends_with(a) || a.ends_with(k)))
}

/// True where one of the alternatives names the participant, or is the code of the state that it is or speaks for.
fn is(alternatives: &str, record: &Record, id: &paraph::record::Id) -> bool {
    let side = record.participants.iter().find(|p| p.id == *id).and_then(|p| p.country.as_deref());
    names(alternatives, record, id) || side.is_some_and(|c| alternatives.split('|').any(|a| a == c))
}

/// True where all of the gold's are among the told, and the status is one of the alternatives.
fn agrees(gold: &Value, key: &str, status: &str, told: &[&paraph::record::Id], record: &Record) -> bool {
    let wanted = list(gold, key).iter().filter_map(Value::as_str);
    let all = wanted.clone().all(|w| told.iter().any(|id| is(w, record, id)));
    all && wanted.count() > 1 && text(gold, "status").is_some_and(|s| s.split('|').any(|s| s == status))
}

/// How many of the events that every reader would name are told, of how many, and how many told are among none of the gold's.
#[derive(Default)]
struct Tally {
    asked: usize,
    found: usize,
    beside: usize,
}

impl Tally {
    /// Each told event, by those in it and its status, against the gold's.
    fn add(&mut self, golds: &[Value], key: &str, told: &[(Vec<&paraph::record::Id>, String)], record: &Record) {
        let fits = |gold: &Value, (who, status): &(Vec<&paraph::record::Id>, String)| agrees(gold, key, status, who, record);
        let wanted = golds.iter().filter(|g| g.get("optional").is_none());
        self.asked += wanted.clone().count();
        self.found += wanted.filter(|g| told.iter().any(|t| fits(g, t))).count();
        self.beside += told.iter().filter(|t| !golds.iter().any(|g| fits(g, t))).count();
    }
}

#[test]
fn what_comes_out_of_many_kinds_of_articles() {
    let extractor = Extractor::new().unwrap();
    let (mut quotes, mut found, mut asked, mut right, mut sides, mut sided) = (0, 0, 0, 0, 0, 0);
    let (mut meetings, mut agreements) = (Tally::default(), Tally::default());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "json"));
    files.sort();
    assert!(files.len() > 25);
    for file in files {
        let article: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let (input, gold) = (&article["input"], &article["gold"]);
        let input = Input {
            title: text(input, "title").map(str::to_owned),
            published_at: text(input, "published_at").map(str::to_owned),
            ..Input::text(text(input, "text").unwrap())
        };
        let record = extractor.extract(&input, Options::default(), &Budget::unlimited()).unwrap();
        assert!(record.meetings.iter().all(|m| m.participants.len() > 1), "a meeting of one in {}", file.display());
        let met: Vec<_> =
            record.meetings.iter().map(|m| (m.participants.iter().map(|p| &p.participant).collect(), common::word(&m.status))).collect();
        meetings.add(list(gold, "meetings"), "participants", &met, &record);
        let bound: Vec<_> = record.agreements.iter().map(|a| (a.parties.iter().collect(), common::word(&a.status))).collect();
        agreements.add(list(gold, "agreements"), "parties", &bound, &record);
        for quote in list(gold, "quotes") {
            quotes += 1;
            let words = text(quote, "text").unwrap();
            let Some(q) = record.quotes.iter().find(|q| q.text.contains(words) || words.contains(&q.text)) else { continue };
            found += 1;
            if let Some(speaker) = text(quote, "speaker") {
                asked += 1;
                right += usize::from(q.speaker.as_ref().is_some_and(|id| names(speaker, &record, id)));
            }
        }
        for person in list(gold, "people") {
            let (Some(country), Some(name)) = (text(person, "country"), text(person, "name")) else { continue };
            let Some(p) = record.participants.iter().find(|p| names(name, &record, &p.id)) else { continue };
            sides += 1;
            sided += usize::from(p.country.as_deref() == Some(country));
        }
    }
    assert!(found * 100 >= quotes * 98, "{found} of {quotes} quotes");
    assert!(right * 100 >= asked * 86, "{right} of {asked} speakers");
    assert!(sided * 100 >= sides * 77, "{sided} of {sides} sides");
    for (what, t, least, most) in [("meetings", meetings, 66, 12), ("agreements", agreements, 38, 7)] {
        assert!(t.found * 100 >= t.asked * least, "{} of {} {what}", t.found, t.asked);
        assert!(t.beside <= most, "{} {what} that are none", t.beside);
    }
}
