//! Statements of ministries: lists of people in office, visits, letters, royals, and what came of a meeting.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{agreements, hold, meetings as held, record};
use paraph::record::Record;

/// `2029-03-14 Rabat` for each meeting.
fn days_and_places(text: &str) -> Vec<String> {
    let told = |r: &Record| {
        let of = |m: &paraph::record::Meeting| {
            let day = m.date.as_ref().and_then(|d| d.value.clone()).unwrap_or_else(|| "-".into());
            let place = m.place.as_ref().map_or("-".into(), |p| p.name.clone());
            format!("{day} {place}")
        };
        r.meetings.iter().map(of).collect()
    };
    told(&record(text))
}

#[test]
fn people_in_office_are_read_in_a_list_whatever_their_offices_hold() {
    hold(
        held,
        &[
            (
                "Chilean Minister Ana Lopes will meet Prime Minister Karl Brandt, Minister for Trade and Industry Tove Lund, and Minister of \
                 the Environment and Climate Change Mira Solberg in Oslo.",
                &["planned: Ana Lopes, Karl Brandt", "planned: Ana Lopes, Tove Lund", "planned: Ana Lopes, Mira Solberg"],
            ),
            (
                "Ana Lopes met Minister in the Prime Minister's Office and Second Minister for Health Karl Brandt, and Head of Civil \
                 Service Tove Lund.",
                &["held: Ana Lopes, Karl Brandt, Tove Lund"],
            ),
            (
                "Ana Lopes met Minister (Education) Mr Karl Brandt and Minister of State (Foreign Affairs) (Trade) Ms Tove Lund.",
                &["held: Ana Lopes, Karl Brandt", "held: Ana Lopes, Tove Lund"],
            ),
            (
                "Ana Lopes met Secretary of the Workers' Party of Norway (WPN) Oslo Municipal Committee Karl Brandt.",
                &["held: Ana Lopes, Karl Brandt"],
            ),
        ],
    );
}

#[test]
fn a_list_ends_where_somebody_else_acts() {
    hold(
        held,
        &[
            ("Ana Lopes met Prime Minister Karl Brandt, and Minister Tove Lund said it went well.", &["held: Ana Lopes, Karl Brandt"]),
            ("Ana Lopes met Prime Minister Karl Brandt, the brother of Minister Tove Lund.", &["held: Ana Lopes, Karl Brandt"]),
            ("Ana Lopes met Prime Minister Karl Brandt, Minister Tove Lund's host.", &["held: Ana Lopes, Karl Brandt"]),
        ],
    );
}

#[test]
fn who_stands_beside_the_words_is_not_who_acts() {
    for text in [
        "A plane carrying President Karl Brandt met Ana Lopes at the airport.",
        "The daughter of President Karl Brandt met Ana Lopes on Monday.",
        "After Ana Lopes met President Karl Brandt, Prime Minister Tove Lund and Foreign Minister Mira Solberg flew to Rome.",
        "Ana Lopes held talks with President Karl Brandt's rivals on Monday.",
    ] {
        assert!(!held(text).iter().any(|m| m.contains("Brandt")), "{text}: {:?}", held(text));
    }
}

#[test]
fn a_guest_meets_holders_of_offices_apart_and_those_who_sat_together_at_once() {
    hold(
        held,
        &[
            (
                "Chilean Minister Ana Lopes called on Norwegian President Karl Brandt and Norwegian Prime Minister Tove Lund.",
                &["held: Ana Lopes, Karl Brandt", "held: Ana Lopes, Tove Lund"],
            ),
            (
                "Chilean Minister Ana Lopes jointly met Norwegian President Karl Brandt and Norwegian Prime Minister Tove Lund.",
                &["held: Ana Lopes, Karl Brandt, Tove Lund"],
            ),
            (
                "Chilean Minister Ana Lopes had a meeting with Norwegian President Karl Brandt and Norwegian Prime Minister Tove Lund.",
                &["held: Ana Lopes, Karl Brandt, Tove Lund"],
            ),
            (
                "Chilean Minister Ana Lopes spoke with Norwegian President Karl Brandt and Norwegian Prime Minister Tove Lund by phone.",
                &["held: Ana Lopes, Karl Brandt, Tove Lund"],
            ),
            (
                "American President Ana Lopes met Defense Secretary Karl Brandt, Treasury Secretary Tove Lund and the Attorney General, Mira Solberg, to talk about the budget on Monday.",
                &["held: Ana Lopes, Karl Brandt, Tove Lund, Mira Solberg"],
            ),
            ("Ana Lopes met captain Karl Brandt and manager Tove Lund.", &["held: Ana Lopes, Karl Brandt, Tove Lund"]),
            ("President Karl Brandt and Prime Minister Tove Lund met Ana Lopes.", &["held: Karl Brandt, Tove Lund, Ana Lopes"]),
        ],
    );
}

#[test]
fn a_body_before_an_office_is_not_who_is_met() {
    hold(
        held,
        &[
            ("Ana Lopes met World Harbour Forum (WHF) Director-General Karl Brandt.", &["held: Ana Lopes, Karl Brandt"]),
            ("Ana Lopes met the World Harbour Forum in Oslo.", &["held: Ana Lopes, World Harbour Forum"]),
        ],
    );
}

#[test]
fn a_list_of_verbs_has_one_subject_and_one_day() {
    hold(
        held,
        &[(
            "Vice President of Chile Ana Lopes called on President Karl Brandt, was hosted to lunch by Prime Minister Tove Lund and met Minister Mira \
             Solberg today.",
            &["held: Ana Lopes, Karl Brandt", "held: Ana Lopes, Mira Solberg"],
        )],
    );
    let text = "President Ana Lopes called on Karl Brandt and met Mira Solberg today.";
    assert_eq!(days_and_places(text), ["2029-03-16 -", "2029-03-16 -"]);
    let text = "President Ana Lopes met Karl Brandt and said today that it went well.";
    assert_eq!(days_and_places(text), ["- -"]);
}

#[test]
fn a_visit_lends_its_days_while_it_goes_on() {
    let text = "Minister Ana Lopes will visit Oslo from 16 to 18 March 2029. Minister Lopes will meet Karl Brandt.";
    assert_eq!(days_and_places(text), ["2029-03-16/2029-03-18 Oslo"]);
    let text = "Minister Ana Lopes visited Oslo from 2 to 4 March 2029. Minister Lopes will meet Karl Brandt.";
    assert_eq!(days_and_places(text), ["- Oslo"]);
}

#[test]
fn who_is_invited_is_not_yet_there() {
    let text = "Norwegian Minister Ana Lopes visited Chile on Monday. She met Karl Brandt and invited Karl Brandt to visit Norway.";
    assert_eq!(days_and_places(text), ["2029-03-12 Chile"]);
}

#[test]
fn a_guest_of_whom_no_place_is_told_is_where_the_statement_was_issued() {
    let foot = "\n\nMINISTRY OF FOREIGN AFFAIRS\n\nNORWAY\n\n15 MARCH 2029";
    let text = format!(
        "Official Visit of the Chilean Minister Ana Lopes, 14 March\n\nChilean Minister Ana Lopes met Norwegian Minister Karl Brandt.{foot}"
    );
    assert_eq!(days_and_places(&text), ["2029-03-14 NORWAY"]);
    let text = format!("Norwegian Minister Karl Brandt met Chilean Minister Ana Lopes.{foot}");
    assert_eq!(days_and_places(&text), ["- -"]);
}

#[test]
fn what_is_spoken_of_and_what_somebody_is_called_is_no_place() {
    hold(
        days_and_places,
        &[
            ("Ana Lopes met Karl Brandt in Rabat and exchanged views on the situation in Chile.", &["- Rabat"]),
            ("Ana Lopes and Karl Brandt exchanged views on the situation in Chile.", &["- -"]),
            ("Ana Lopes met Minister in the Premier's Office Karl Brandt.", &["- -"]),
        ],
    );
}

#[test]
fn a_letter_s_pronouns_are_its_writer_and_its_reader() {
    let letter = "Dear Tove Lund,\n\n\"I met Karl Brandt in Rome,\" said Mira Solberg.\n\nYours sincerely,\n\nAna Lopes";
    assert_eq!(held(letter), ["held: Mira Solberg, Karl Brandt"]);
    let letter = "Dear Prime Minister Brandt,\n\nI was glad to meet you in Lisbon in May 2028.\n\nYours sincerely,\n\nAna Lopes";
    assert_eq!(held(letter), ["held: Ana Lopes, Brandt"]);
    let letter = "Dear Mrs Brandt,\n\nPlease accept my condolences. We last met in Lisbon in May 2028.\n\nYours sincerely,\n\nAna Lopes";
    assert_eq!(held(letter), Vec::<String>::new());
    assert_eq!(held("I was glad to meet you in Lisbon in May 2028."), Vec::<String>::new());
}

#[test]
fn a_form_of_address_stands_for_whom_it_was_said_of() {
    let text = "Her Majesty Queen Mira Solberg will visit Lisbon on Monday. Minister Ana Lopes will be there too. Her Majesty will meet \
                President Karl Brandt.";
    assert_eq!(held(text), ["planned: Mira Solberg, Karl Brandt"]);
    let text = "Queen Mira Solberg will visit Lisbon on Monday. Their Majesties will meet President Karl Brandt.";
    assert_eq!(held(text), Vec::<String>::new());
}

#[test]
fn a_caption_s_first_word_is_a_noun() {
    hold(
        held,
        &[
            ("Meeting between Minister for Trade Karl Brandt and Minister of Health Tove Lund", &["held: Karl Brandt, Tove Lund"]),
            ("Photo: Meeting between Minister for Trade Karl Brandt and Tove Lund", &["held: Karl Brandt, Tove Lund"]),
            ("Meeting the minister, Karl Brandt smiled.", &[]),
        ],
    );
}

#[test]
fn courtesy_calls_are_made_by_each_and_other_calls_are_none() {
    hold(
        held,
        &[
            (
                "Minister Ana Lopes and Minister Tove Lund came to Oslo. They will make separate courtesy calls on President Karl Brandt.",
                &["planned: Ana Lopes, Karl Brandt", "planned: Tove Lund, Karl Brandt"],
            ),
            ("The first call was made by Karl Brandt across Norway's network.", &[]),
        ],
    );
}

#[test]
fn several_whom_nobody_names_are_not_those_who_are_named() {
    hold(
        held,
        &[(
            "President Ana Lopes met Norwegian Minister Karl Brandt in Oslo. She also met several Norwegian religious leaders.",
            &["held: Ana Lopes, Karl Brandt", "held: Ana Lopes, several Norwegian religious leaders"],
        )],
    );
}

#[test]
fn a_gathering_is_nobody() {
    hold(
        held,
        &[
            ("Ana Lopes met Karl Brandt at the Lisbon Institute Harbour Summit.", &["held: Ana Lopes, Karl Brandt"]),
            ("Ana Lopes joined the Lisbon Institute Harbour Summit.", &[]),
        ],
    );
}

#[test]
fn ministries_are_bound_by_the_names_that_end_before_the_matter() {
    hold(
        agreements,
        &[
            (
                "Memorandum of Understanding between Ministry of Interior of Chile and Ministry of Home Affairs of Peru on Cooperation",
                &["agreed memorandum: Ministry of Interior of Chile, Ministry of Home Affairs of Peru"],
            ),
            (
                "They signed a memorandum on trade between the Chilean Ministry of Trade and Industry (MTI) and the Peruvian Ministry of Mines.",
                &["signed memorandum: Chilean Ministry of Trade and Industry, Peruvian Ministry of Mines"],
            ),
        ],
    );
}

#[test]
fn what_those_who_met_watched_came_of_their_meeting() {
    let text = "Norwegian President Ana Lopes met Chilean President Karl Brandt in Oslo on 14 March 2029. President Lopes and President \
                Brandt witnessed the signing of a memorandum on energy between the Norwegian Ministry of Energy and the Chilean Ministry of Mines.";
    let r = record(text);
    assert_eq!(r.agreements[0].date.as_ref().and_then(|d| d.value.clone()).as_deref(), Some("2029-03-14"));
    assert_eq!(r.meetings[0].agreements.len(), 1);
    let text = text.replace("President Lopes and President Brandt witnessed", "Two mayors had witnessed");
    assert_eq!(record(&text).meetings[0].agreements.len(), 0, "{text}");
}

#[test]
fn only_a_state_s_name_is_left_out_of_initials() {
    let text = "The Coastal Fisheries Association (CFA) signed a contract with Halm Foods on Monday. The FA met Karl Brandt on Tuesday.";
    assert_eq!(held(text), ["held: FA, Karl Brandt"]);
}
