//! Offices in all their lengths before a name, and the people whom they name at a meeting.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{tells_meetings as told, when_and_where};

#[test]
fn an_office_may_hold_others_states_and_forms_of_address() {
    told(&[
        (
            "Ana Lopes met Deputy Prime Minister and Minister of Foreign Affairs of the State of Qatar Sheikh Omar Gil.",
            &["held: Ana Lopes, Omar Gil"],
        ),
        ("Ana Lopes met Deputy Prime Minister (DPM) and Minister for Finance Lawrence Woo.", &["held: Ana Lopes, Lawrence Woo"]),
        ("Ana Lopes met Chairman of the National Assembly Sheikh Kofi Mensah.", &["held: Ana Lopes, Kofi Mensah"]),
        ("Ana Lopes met Minister for Climate Action Mr Kofi Mensah.", &["held: Ana Lopes, Kofi Mensah"]),
        (
            "Ana Lopes met Peru's Minister for the Environment and Water Resources His Excellency Jean-Marc Dubois.",
            &["held: Ana Lopes, Jean-Marc Dubois"],
        ),
        ("Ana Lopes met Minister in the Prime Minister's Office, Dr Omar Sidi Gil.", &["held: Ana Lopes, Omar Sidi Gil"]),
        ("At a dinner with Chile's Minister for Trade, Ana Lopes met Luis Gil.", &["held: Ana Lopes, Luis Gil"]),
        // the office without anybody in it
        ("Ana Lopes spoke of the Deputy Prime Minister and Minister of Foreign Affairs of the State of Qatar.", &[]),
    ]);
}

#[test]
fn an_adviser_is_somebody_and_a_council_is_a_body() {
    told(&[
        ("Ana Lopes met the British National Security Advisor, Jonas Berg, on Monday.", &["held: Ana Lopes, Jonas Berg"]),
        ("Ana Lopes met the British National Security Council on Monday.", &["held: Ana Lopes, National Security Council"]),
    ]);
}

#[test]
fn two_in_office_may_open_the_sentence() {
    told(&[
        (
            "South Korean Prime Minister Sarah Whitfield and Senior Minister of Peru HE Pham Van Linh met on Tuesday.",
            &["held: Sarah Whitfield, Pham Van Linh"],
        ),
        ("South Korean Prime Minister Sarah Whitfield and Senior Minister of Peru HE Pham Van Linh slept on Tuesday.", &[]),
    ]);
}

#[test]
fn a_name_after_its_office_and_a_comma_is_a_side() {
    told(&[
        (
            "The meeting between the Emirati Chief Justice, Omar Al Rashid, and Philippine Vice President Haruto Sato took place in Geneva.",
            &["held: Omar Al Rashid, Haruto Sato"],
        ),
        (
            "The meeting between the Emirati Chief Justice, Omar Al Rashid, and his guests, Philippine Vice President Haruto Sato said, was long.",
            &[],
        ),
    ]);
}

#[test]
fn an_office_in_letters_is_who_was_introduced_by_them() {
    told(&[
        (
            "Senior Minister (SM) and Coordinating Minister for National Security Tan Chee Hock visited Hanoi. On Monday, SM met Ana Lopes.",
            &["held: Tan Chee Hock, Ana Lopes"],
        ),
        ("Tan Chee Hock visited Hanoi. On Monday, SM met Ana Lopes.", &["held: SM, Ana Lopes"]),
    ]);
}

#[test]
fn a_meal_at_which_they_talk_is_a_meeting() {
    told(&[
        ("Ana Lopes hosted Karl Brandt to lunch, during which they discussed trade.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes hosted Karl Brandt to lunch, during which a band played.", &[]),
    ]);
}

#[test]
fn hours_spent_with_an_official_are_a_meeting_and_with_kin_are_none() {
    let who = "Chile's Foreign Minister Ana Lopes spent four hours with";
    assert_eq!(
        when_and_where(&format!("{who} Norway's chancellor, Karl Brandt, at a hotel in Oslo on Monday.")),
        ["held Ana Lopes, Karl Brandt 2029-03-12 Oslo"]
    );
    assert!(when_and_where(&format!("{who} her daughter at a hotel in Oslo on Monday.")).is_empty());
}

#[test]
fn who_comes_face_to_face_meets() {
    told(&[
        ("Ana Lopes and Karl Brandt last came face to face in April.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes and Karl Brandt last came home in April.", &[]),
    ]);
}

#[test]
fn a_meeting_at_which_one_was_to_talk_with_another_has_both() {
    let cancelled = "Trade Minister Ana Lopes of Chile pulled out of a meeting in Oslo at which";
    told(&[
        (
            &format!("{cancelled} she was to have gone over the controls with Norway's industry minister, Karl Brandt."),
            &["cancelled: Ana Lopes, Karl Brandt"],
        ),
        (&format!("{cancelled} the press was to have gone over the controls."), &[]),
    ]);
}

#[test]
fn kin_and_friends_at_a_meeting_are_no_news() {
    told(&[
        ("On the apron engineer Karl Brandt was met by his daughters.", &[]),
        ("The trio met aged 13 and formed a band.", &[]),
        ("On the apron Karl Brandt was met by Minister Ana Lopes.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn who_receives_somebody_in_a_relative_clause_meets_him() {
    let flew = "The company's chief executive, Karl Brandt, flew in on Sunday. Transport Minister Omar Gil, who";
    told(&[
        (&format!("{flew} received him at the ministry, said little."), &["held: Omar Gil, Karl Brandt"]),
        (&format!("{flew} read of him at the ministry, said little."), &[]),
    ]);
}

#[test]
fn a_meeting_that_was_over_is_another_with_a_day_of_its_own() {
    let got = when_and_where("After her meeting with Karl Brandt on Monday, Ana Lopes met Luis Gil.");
    assert_eq!(got, ["held Karl Brandt, Ana Lopes 2029-03-12 -", "held Ana Lopes, Luis Gil - -"]);
    let got = when_and_where("After her visit to Oslo on Monday, Ana Lopes met Luis Gil.");
    assert_eq!(got.len(), 1);
}

#[test]
fn the_meeting_that_opens_a_text_lends_its_day_and_its_place() {
    let honour = "Ana Lopes said it was an honour to meet with Karl Brandt, the chancellor.";
    let got = when_and_where(&format!("The meeting at the palace on Tuesday was the first public step. {honour}"));
    assert_eq!(got, ["held Ana Lopes, Karl Brandt 2029-03-13 palace"]);
    let got = when_and_where(&format!("The fire at the palace on Tuesday was the first public loss. {honour}"));
    assert_eq!(got, ["held Ana Lopes, Karl Brandt - -"]);
}

#[test]
fn a_gathering_is_not_on_the_day_that_leads_up_to_it() {
    let got =
        when_and_where("It began on Monday with a clock ticking down to the summit. On Thursday Ana Lopes met Karl Brandt at the summit.");
    assert_eq!(got, ["held Ana Lopes, Karl Brandt 2029-03-15 -"]);
}

#[test]
fn words_of_a_meetings_name_are_none_who_sit_there() {
    let who = "Chile's Prime Minister, Ana Lopes, and her Norwegian counterpart, Karl Brandt, held their annual";
    told(&[
        (&format!("{who} leaders' meeting on Thursday."), &["held: Ana Lopes, Karl Brandt"]),
        (&format!("{who} leaders' feast on Thursday."), &[]),
    ]);
}

#[test]
fn their_talks_are_of_the_only_two_in_the_sentence() {
    let flew = "Trade Minister Ana Lopes flew to Oslo last week to sound out her Norwegian";
    told(&[
        (&format!("{flew} counterpart Karl Brandt, but left their talks early."), &["held: Ana Lopes, Karl Brandt"]),
        (&format!("{flew} hosts, but left their talks early."), &[]),
    ]);
}
