//! Encounters of ministries' statements and of the news: shared days and places, lists of those who took part, calls, meals, visits.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{meetings, name, record, tells_meetings as told, when_and_where, word};
use paraph::record::MeetingRole;

/// Who came along, in order.
fn attendees(text: &str) -> Vec<String> {
    let r = record(text);
    let all = r.meetings.iter().flat_map(|m| &m.participants);
    all.filter(|p| p.role == MeetingRole::Attendee).map(|p| name(&r, &p.participant).to_owned()).collect()
}

#[test]
fn what_stands_behind_the_last_of_two_encounters_is_of_both() {
    common::hold(
        when_and_where,
        &[
            (
                "Ana Lopes called on Prime Minister Karl Brandt and had a meeting with Minister Tove Lund on 13 March 2029 in Oslo.",
                &["held Ana Lopes, Karl Brandt 2029-03-13 Oslo", "held Ana Lopes, Tove Lund 2029-03-13 Oslo"],
            ),
            // the one is over, the other to come
            (
                "Ana Lopes met Prime Minister Karl Brandt and will meet Minister Tove Lund on Monday in Oslo.",
                &["held Ana Lopes, Karl Brandt - -", "planned Ana Lopes, Tove Lund 2029-03-19 Oslo"],
            ),
        ],
    );
}

#[test]
fn a_place_before_two_verbs_is_of_both() {
    common::hold(
        when_and_where,
        &[(
            "In Oslo, Ana Lopes met Prime Minister Karl Brandt and met Mayor Tove Lund.",
            &["held Ana Lopes, Karl Brandt - Oslo", "held Ana Lopes, Tove Lund - Oslo"],
        )],
    );
}

#[test]
fn a_visit_lends_its_place_to_what_is_to_come_within_its_days() {
    let far = |day: &str| {
        format!(
            "Chilean Minister Ana Lopes is in Oslo on an official visit from 15 to 17 March 2029.\n\nShe spoke to students.\n\n\
            They asked about trade.\n\nShe will meet Mayor Tove Lund on {day}."
        )
    };
    assert_eq!(when_and_where(&far("17 March 2029")), ["planned Ana Lopes, Tove Lund 2029-03-17 Oslo"]);
    assert_eq!(when_and_where(&far("17 April 2029")), ["planned Ana Lopes, Tove Lund 2029-04-17 -"]);
}

#[test]
fn those_whom_a_list_names_took_part() {
    let listed = |opening: &str| {
        format!(
            "Chilean Minister Ana Lopes met Prime Minister Karl Brandt in Oslo.\n\n{opening}\n\n- Tove Lund, Secretary, Department of Fish\n\
            - Rui Tavares, Director, Office of Ports\n- the deputy head of the mission\n"
        )
    };
    assert_eq!(attendees(&listed("Participants in the meeting included:")), ["Tove Lund", "Rui Tavares"]);
    assert_eq!(attendees(&listed("The meeting was attended by:")), ["Tove Lund", "Rui Tavares"]);
    assert!(attendees(&listed("The prize was won by:")).is_empty());
    let text = "Ana Lopes met Prime Minister Karl Brandt in Oslo. Participants included Tove Lund and Rui Tavares.";
    assert_eq!(attendees(text), ["Tove Lund", "Rui Tavares"]);
}

#[test]
fn who_comes_along_meets_those_whom_the_guest_goes_to_meet() {
    let tour = "President Ana Lopes will call on President Karl Brandt. She will also meet the Chilean community in Oslo. \
        President Lopes will be accompanied by his wife, Eva Sol, Minister in the Premier's Office, Second Minister for Health Tove Lund, \
        and Members of Parliament Mr Rui Tavares and Ms Mira Berg.";
    assert_eq!(
        meetings(tour),
        ["planned: Ana Lopes, Karl Brandt, Eva Sol, Rui Tavares, Mira Berg, Tove Lund", "planned: Ana Lopes, Chilean community"]
    );
}

#[test]
fn nameless_company_on_a_round_is_at_no_encounter_for_certain() {
    let round = |last: &str| {
        format!(
            "Minister Ana Lopes met Prime Minister Karl Brandt.\n\nMinister Lopes met Mayor Tove Lund.\n\n{last}\
            Minister Lopes was accompanied by officials."
        )
    };
    assert!(attendees(&round("Minister Lopes met Governor Rui Tavares.\n\n")).is_empty());
    assert_eq!(attendees(&round("")), ["officials"]);
}

#[test]
fn what_a_picture_shows_has_taken_place() {
    let page = |caption: &str| format!("Minister Ana Lopes will meet Prime Minister Karl Brandt later today.\n\n{caption}");
    let caption = "Photo caption: Meeting between Minister Ana Lopes and Prime Minister Karl Brandt Photo credit: The Ministry";
    assert_eq!(meetings(&page(caption)), ["held: Ana Lopes, Karl Brandt"]);
    assert_eq!(meetings(&page("The ministers are old friends.")), ["planned: Ana Lopes, Karl Brandt"]);
}

#[test]
fn guests_are_received_by_one_after_the_other_also_where_an_office_is_told_in_part() {
    told(&[(
        "Chilean Minister Ana Lopes called on Palestinian Authority (PA) Prime Minister Samir Nasser and Minister of Foreign Affairs Omar Haddad. \
         The Palestinian Authority Minister of Foreign Affairs and Expatriates Omar Haddad spoke.",
        &["held: Ana Lopes, Samir Nasser", "held: Ana Lopes, Omar Haddad"],
    )]);
}

#[test]
fn a_call_from_somebody_is_by_telephone_and_a_courtesy_call_is_not() {
    let format = |text: &str| record(text).meetings.iter().map(|m| word(&m.format)).collect::<Vec<_>>();
    assert_eq!(format("Minister Ana Lopes received a call from President Karl Brandt."), ["phone"]);
    assert_eq!(format("Minister Ana Lopes received a courtesy call from President Karl Brandt."), ["in_person"]);
    assert!(format("Minister Ana Lopes called on Chile to open its ports.").is_empty());
}

#[test]
fn a_meal_is_an_encounter_where_they_are_told_to_talk() {
    told(&[
        ("Minister Ana Lopes had lunch with Karl Brandt to discuss the bill.", &["held: Ana Lopes, Karl Brandt"]),
        ("Minister Ana Lopes had lunch with Karl Brandt.", &[]),
    ]);
}

#[test]
fn a_way_to_talks_is_no_talks() {
    told(&[
        ("The pact opened the door to talks between Chile and Peru.", &[]),
        ("Chile and Peru opened talks in Oslo.", &["held: Chile, Peru"]),
        ("Minister Ana Lopes did not need to meet Karl Brandt.", &[]),
        ("Minister Ana Lopes did not meet Karl Brandt.", &["denied: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn the_present_with_a_day_to_come_is_a_plan() {
    told(&[
        ("Minister Ana Lopes is meeting Karl Brandt on Tuesday.", &["planned: Ana Lopes, Karl Brandt"]),
        ("Minister Ana Lopes is meeting Karl Brandt.", &["ongoing: Ana Lopes, Karl Brandt"]),
        ("President Karl Brandt was scheduled to be met by Minister Ana Lopes.", &["planned: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn a_gathering_that_is_to_come_brings_them_together_then() {
    told(&[
        ("The Oslo Summit will be held in May. The Summit brings together Chile and Peru.", &["planned: Chile, Peru"]),
        ("The Oslo Summit was held in May. The Summit brought together Chile and Peru.", &["held: Chile, Peru"]),
    ]);
}

#[test]
fn summits_with_each_are_several() {
    told(&[
        ("Minister Ana Lopes held summits with Chile and Peru.", &["held: Ana Lopes, Chile", "held: Ana Lopes, Peru"]),
        ("Minister Ana Lopes held a summit with Chile and Peru.", &["held: Ana Lopes, Chile, Peru"]),
    ]);
}

#[test]
fn heads_of_the_armies_of_states_meet_for_them() {
    told(&[
        ("The heads of the armies of Norway and Finland met in Oslo.", &["held: Norway, Finland"]),
        ("The heads of the fish of Norway met in Oslo.", &[]),
    ]);
}

#[test]
fn who_meets_as_students_or_in_a_race_does_not_confer() {
    told(&[
        ("Minister Ana Lopes and Karl Brandt met as students.", &[]),
        ("Minister Ana Lopes met with striking students in Oslo.", &["held: Ana Lopes, striking students"]),
    ]);
}

#[test]
fn two_subjects_of_whom_the_second_is_i_are_two() {
    let input = |title: &str| paraph::article::Input {
        title: Some(title.into()),
        language: Some("en".into()),
        ..paraph::article::Input::text("Karl Brandt and I met in Oslo.")
    };
    let read = |title: &str| {
        let extractor = paraph::Extractor::new().unwrap();
        let r = extractor.extract(&input(title), paraph::Options::default(), &paraph::Budget::unlimited()).unwrap();
        r.meetings.iter().flat_map(|m| &m.participants).map(|p| name(&r, &p.participant).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(read("Statement by President Ana Lopes on the harbour"), ["Karl Brandt", "Ana Lopes"]);
    assert!(read("Ana Lopes opens the harbour").is_empty());
}

#[test]
fn in_marks_a_pronoun_is_whom_the_same_sentence_names_there() {
    told(&[
        (
            "“Karl Brandt's visit to Mexico, where he met the Mexican president, was a success,” Ana Lopes wrote.",
            &["held: Karl Brandt, Mexican president"],
        ),
        ("Karl Brandt spoke. “He met the Mexican president and it was a success,” Ana Lopes wrote.", &[]),
    ]);
}

#[test]
fn whose_a_picture_is_takes_no_part() {
    told(&[(
        "President Ana Lopes shook hands with Karl Brandt in Oslo. (Photo: Rui Tavares, AP) He met the president for an hour.",
        &["held: Karl Brandt, Ana Lopes"],
    )]);
}

#[test]
fn what_somebody_looks_forward_to_is_to_come() {
    told(&[
        (
            "President Ana Lopes spoke by phone with President Karl Brandt. President Ana Lopes looks forward to the meeting with \
             President Karl Brandt in Rome later this month.",
            &["held: Ana Lopes, Karl Brandt", "planned: Ana Lopes, Karl Brandt"],
        ),
        ("President Ana Lopes looked back at the meeting with President Karl Brandt in Rome.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn two_verbs_may_share_whom_they_call_on() {
    told(&[
        ("Minister Ana Lopes will call on and have lunch with President Karl Brandt.", &["planned: Ana Lopes, Karl Brandt"]),
        ("Minister Ana Lopes called on and met President Karl Brandt.", &["held: Ana Lopes, Karl Brandt"]),
        ("Minister Ana Lopes moved on and praised President Karl Brandt.", &[]),
    ]);
}

#[test]
fn what_a_meeting_is_not_said_to_be_does_not_deny_it_and_what_is_not_certain_was_not_held() {
    told(&[
        ("The meeting between Chile and Peru was not political.", &["held: Chile, Peru"]),
        ("A meeting between Chile and Peru is not certain.", &["denied: Chile, Peru"]),
    ]);
}

#[test]
fn a_way_to_something_else_leaves_the_talks_as_they_are() {
    told(&[
        ("Ana Lopes opened the door to a deal after talks with President Karl Brandt in Oslo.", &["held: Ana Lopes, Karl Brandt"]),
        ("Ana Lopes opened the door to talks with President Karl Brandt.", &[]),
        ("Ana Lopes briefed reporters in a meeting with Karl Brandt in Oslo on Tuesday.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn those_who_took_part_in_something_else_did_not_meet() {
    let listed = |opening: &str| {
        format!("Minister Ana Lopes met Prime Minister Karl Brandt in Oslo.\n\n{opening}\n\n- Tove Lund, poet\n- Rui Tavares, actor\n")
    };
    for opening in
        ["Participants in the poll:", "The other participants included:", "The film festival was attended by:", "Presents for children:"]
    {
        assert!(attendees(&listed(opening)).is_empty(), "{opening}");
    }
    let race =
        "Minister Ana Lopes met Prime Minister Karl Brandt in Oslo. The marathon was run the same day. Participants included Tove Lund.";
    assert!(attendees(race).is_empty());
}

#[test]
fn a_city_behind_a_bare_office_is_where_they_met() {
    common::hold(
        when_and_where,
        &[("President Ana Lopes met Foreign Minister in Berlin on Tuesday.", &["held Ana Lopes, Foreign Minister 2029-03-13 Berlin"])],
    );
}

#[test]
fn words_amid_a_caption_are_no_credit() {
    told(&[("Photo: Minister Ana Lopes holds a photo by Tove Lund as she meets Karl Brandt in Oslo", &["held: Ana Lopes, Karl Brandt"])]);
}
