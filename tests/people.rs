//! Who is who: names, offices, sides, and what stands for them.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::record;
use paraph::record::{Participant, Record};

fn person<'r>(record: &'r Record, name: &str) -> &'r Participant {
    record
        .participants
        .iter()
        .find(|p| p.name == name)
        .unwrap_or_else(|| panic!("no {name} among {:?}", record.participants.iter().map(|p| &p.name).collect::<Vec<_>>()))
}

#[test]
fn an_office_is_read_before_and_behind_the_name() {
    let r = record(
        "The former President of Portugal, General Rui Castro Prado, met Moroccan Foreign Minister Youssef Amir-Bennani in Rabat. \
         Spain's Minister of Foreign Affairs, Carmen Robledo, attended the meeting.",
    );
    let castro = person(&r, "Rui Castro Prado");
    assert!(
        castro.roles.iter().any(|role| role.title == "President" && role.former && role.country.as_deref() == Some("PT")),
        "{:?}",
        castro.roles
    );
    assert!(castro.roles.iter().any(|role| role.title == "General" && !role.former));
    let bennani = person(&r, "Youssef Amir-Bennani");
    assert_eq!((bennani.roles[0].title.as_str(), bennani.country.as_deref()), ("Foreign Minister", Some("MA")));
    let robledo = person(&r, "Carmen Robledo");
    assert_eq!((robledo.roles[0].title.as_str(), robledo.country.as_deref()), ("Minister of Foreign Affairs", Some("ES")));
}

#[test]
fn a_counterpart_holds_the_same_office_on_the_other_side() {
    let r = record("Portuguese President Ana Lopes arrived on Monday. She met her Moroccan counterpart Youssef Bennani in Rabat.");
    let bennani = person(&r, "Youssef Bennani");
    assert_eq!(bennani.roles[0].title, "President");
    assert_eq!(bennani.country.as_deref(), Some("MA"));
    assert_eq!(person(&r, "Ana Lopes").country.as_deref(), Some("PT"));
}

#[test]
fn surname_office_and_pronoun_are_one_participant() {
    let r = record(
        "Portuguese President Ana Lopes met Youssef Bennani in Rabat.\n\nLopes praised the harbour. She met Carmen Robledo on Thursday. \
         The Portuguese president met Rui Tavares on Friday.",
    );
    let lopes = person(&r, "Ana Lopes");
    assert_eq!(r.participants.len(), 4);
    assert!(lopes.mentions.len() >= 4, "{:?}", lopes.mentions);
}

#[test]
fn two_of_one_surname_stay_two() {
    let r = record("Ana Lopes met Youssef Bennani in Rabat on Monday. Rui Lopes met Carmen Robledo in Lisbon on Monday.");
    assert!(person(&r, "Ana Lopes").id != person(&r, "Rui Lopes").id);
    assert_eq!(r.meetings.len(), 2);
}

#[test]
fn a_group_keeps_its_description_and_side() {
    let r = record("Ana Lopes met Moroccan business leaders in Rabat.");
    let group = person(&r, "Moroccan business leaders");
    assert_eq!((common::word(&group.kind).as_str(), group.country.as_deref()), ("group", Some("MA")));
}
