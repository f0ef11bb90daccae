//! Which sentences tell of a meeting, and which only look like it.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{meetings, record, word};

#[test]
fn verbs_and_nouns_of_meeting_tell_of_one_with_their_sides() {
    for (text, expected) in [
        ("Ana Lopes met Youssef Bennani in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes and Youssef Bennani met in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("Youssef Bennani was received by Ana Lopes in Lisbon.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes held talks with Youssef Bennani on Tuesday.", "held: Ana Lopes, Youssef Bennani"),
        ("Portugal and Morocco held talks in Madrid on Tuesday.", "held: Portugal, Morocco"),
        ("During a meeting with Youssef Bennani, Ana Lopes praised the harbour.", "held: Ana Lopes, Youssef Bennani"),
        ("Ana Lopes sat down with Youssef Bennani in Rabat.", "held: Ana Lopes, Youssef Bennani"),
        ("The meeting between Ana Lopes and Youssef Bennani took place in Rabat.", "held: Ana Lopes, Youssef Bennani"),
    ] {
        assert_eq!(meetings(text), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_meeting_tells_of_none() {
    for text in [
        "Ana Lopes met the deadline for the harbour plan.",
        "The plan was met with criticism in Rabat.",
        "Ana Lopes met with resistance in Porto.",
        "Ana Lopes often meets Youssef Bennani.",
        "Ana Lopes has never met Youssef Bennani.",
        "Ana Lopes held a press conference in Rabat with Youssef Bennani.",
        "If Ana Lopes meets Youssef Bennani, the markets will rise.",
        "Ana Lopes received an award from Youssef Bennani.",
        "Ana Lopes arrived in Rabat.",
        "Ana Lopes hosted Youssef Bennani at a gala dinner.",
    ] {
        assert_eq!(meetings(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_words_above_the_verb_tell_what_became_of_it() {
    for (text, status) in [
        ("Ana Lopes will meet Youssef Bennani on Monday.", "planned"),
        ("Ana Lopes is expected to meet Youssef Bennani.", "planned"),
        ("Ana Lopes refused to meet Youssef Bennani.", "refused"),
        ("Ana Lopes cancelled a meeting with Youssef Bennani.", "cancelled"),
        ("Ana Lopes proposed a summit with Youssef Bennani.", "proposed"),
        ("Ana Lopes denied having met Youssef Bennani.", "denied"),
        ("Ana Lopes did not meet Youssef Bennani.", "denied"),
        ("Ana Lopes is meeting Youssef Bennani in Rabat.", "ongoing"),
    ] {
        let r = record(text);
        let statuses: Vec<String> = r.meetings.iter().map(|m| word(&m.status)).collect();
        assert_eq!(statuses, [status], "{text}");
    }
}

#[test]
fn place_date_and_format_are_those_of_the_events_own_words() {
    let r = record("Ana Lopes met Youssef Bennani in Rabat on Tuesday, her office said on Thursday in Lisbon.");
    let m = &r.meetings[0];
    assert_eq!(m.place.as_ref().map(|p| (p.name.as_str(), p.country.as_deref())), Some(("Rabat", Some("MA"))));
    assert_eq!(m.date.as_ref().and_then(|d| d.value.as_deref()), Some("2029-03-13"));
    assert_eq!(word(&m.format), "in_person");
    let r = record("Ana Lopes spoke with Youssef Bennani by phone on Monday.");
    assert_eq!(word(&r.meetings[0].format), "phone");
    assert_eq!(r.meetings[0].codes.cameo.as_deref(), Some("041"));
}

#[test]
fn one_encounter_told_twice_is_one_and_two_days_are_two() {
    let once = "Ana Lopes met Youssef Bennani in Rabat on Tuesday.\n\nIn the meeting with Bennani, Lopes praised the harbour. The talks lasted two hours.";
    assert_eq!(meetings(once).len(), 1);
    let twice = "Ana Lopes met Youssef Bennani on Monday. Ana Lopes met Youssef Bennani again on Wednesday.";
    assert_eq!(meetings(twice).len(), 2);
}

#[test]
fn those_who_come_along_are_attendees() {
    let r = record(
        "Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat. Lopes was accompanied by Foreign Minister Rui Tavares.",
    );
    let roles: Vec<String> =
        r.meetings[0].participants.iter().map(|p| format!("{} {}", common::name(&r, &p.participant), word(&p.role))).collect();
    assert_eq!(roles, ["Ana Lopes principal", "Youssef Bennani principal", "Rui Tavares attendee"]);
}
