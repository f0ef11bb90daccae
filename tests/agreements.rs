//! Which sentences tell of an agreement, and which only look like it.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, record};

#[test]
fn instruments_tell_their_parties_kind_and_stage() {
    for (text, expected) in [
        ("Portugal and Morocco signed a treaty on fisheries in Rabat.", "signed treaty: Portugal, Morocco"),
        ("Portugal signed six memoranda of understanding with Morocco.", "signed memorandum: Portugal, Morocco"),
        ("A pact between Portugal and Morocco was signed on Tuesday.", "signed pact: Portugal, Morocco"),
        ("Portugal and Morocco are negotiating a trade agreement.", "negotiating agreement: Portugal, Morocco"),
        ("Portugal will sign a protocol with Morocco next week.", "planned protocol: Portugal, Morocco"),
        ("Portugal rejected a deal with Morocco.", "rejected deal: Portugal, Morocco"),
    ] {
        assert_eq!(agreements(text), [expected], "{text}");
    }
}

#[test]
fn what_only_looks_like_an_agreement_tells_of_none() {
    for text in [
        "Portugal and Morocco agreed to strengthen ties.",
        "Ana Lopes signed a bill into law in Lisbon.",
        "Portugal and Morocco agreed that the sea is wide.",
        "The striker signed a contract extension with Porto.",
        "If Portugal and Morocco signed a treaty, prices would fall.",
        "No agreement was reached between Portugal and Morocco.",
    ] {
        assert_eq!(agreements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn those_who_sign_bind_the_states_that_they_speak_for() {
    let r = record(
        "Portuguese President Ana Lopes and Moroccan President Youssef Bennani signed 4 agreements on customs and fisheries in Rabat.",
    );
    let a = &r.agreements[0];
    let names = |ids: &[paraph::record::Id]| ids.iter().map(|i| common::name(&r, i).to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&a.parties), ["Portugal", "Morocco"]);
    assert_eq!(names(&a.signatories), ["Ana Lopes", "Youssef Bennani"]);
    assert_eq!((a.count, a.count_text.as_deref()), (Some(4), Some("4")));
    assert_eq!(a.subjects, ["customs", "fisheries"]);
}

#[test]
fn an_open_number_keeps_its_words() {
    let r = record("Portugal and Morocco signed several agreements.");
    assert_eq!((r.agreements[0].count, r.agreements[0].count_text.as_deref()), (None, Some("several")));
}

#[test]
fn agreements_belong_to_the_meeting_that_they_came_of() {
    let r = record(
        "Portuguese President Ana Lopes met Moroccan President Youssef Bennani in Rabat, after which Portugal and Morocco signed a treaty.",
    );
    assert_eq!(r.agreements[0].meeting.as_ref(), Some(&r.meetings[0].id));
    assert_eq!(r.meetings[0].agreements, [r.agreements[0].id.clone()]);
}
