//! Who meets where the words are not "X met Y": who is sent, what only goes on, dialogues, calls.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_meetings as told;

#[test]
fn who_is_sent_to_meet_meets() {
    told(&[
        ("Ana Lopes sent Rui Tavares to meet with Youssef Bennani in Rabat.", &["held: Rui Tavares, Youssef Bennani"]),
        ("Ana Lopes flew to Rabat to meet with Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn whoever_it_may_be_is_nobody() {
    told(&[
        ("Ana Lopes will meet with any candidate who comes to Rabat.", &[]),
        ("Ana Lopes will meet with the candidate Youssef Bennani in Rabat.", &["planned: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn what_is_never_done_is_a_habit() {
    told(&[
        ("Portuguese officials do not meet with Moroccan rebels.", &[]),
        ("Portuguese officials did not meet with Moroccan rebels.", &["denied: Portuguese officials, Moroccan rebels"]),
        ("Ana Lopes does not meet Youssef Bennani during her visit.", &["denied: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn consultations_that_only_run_on_are_none() {
    told(&[
        ("Portugal continues to consult with Morocco.", &[]),
        ("Portugal is consulting with Morocco in Madrid.", &["ongoing: Portugal, Morocco"]),
        ("Portugal consulted with Morocco.", &["held: Portugal, Morocco"]),
    ]);
}

#[test]
fn a_dialogue_that_took_place_is_one_of_its_states() {
    told(&[
        ("The sixth U.S.-Chile Cyber Dialogue took place in Lima on 11 March 2024.", &["held: United States, Chile"]),
        ("The U.S.-Chile dialogue matters.", &[]),
    ]);
}

#[test]
fn two_who_meet_with_somebody_do_not_meet_each_other() {
    told(&[
        ("Ana Lopes and Rui Tavares met with the market in Rabat.", &[]),
        ("Ana Lopes and Rui Tavares met with little fanfare in Rabat.", &["held: Ana Lopes, Rui Tavares"]),
    ]);
}

#[test]
fn a_name_between_commas_is_whose_the_word_before_tells() {
    told(&[(
        "Minister Ana Lopes, who is due to hold talks with her Moroccan opposite number, Youssef Bennani, was not there.",
        &["planned: Ana Lopes, Youssef Bennani"],
    )]);
}

#[test]
fn a_government_is_that_of_who_leads_it() {
    told(&[(
        "President Ana Lopes of Portugal spoke in Lisbon. Portugal is small. The Lopes administration held talks with Morocco in Rabat.",
        &["held: Portugal, Morocco"],
    )]);
}

#[test]
fn who_confers_by_calling_is_somebody_on_a_day() {
    told(&[
        ("Portuguese President Ana Lopes met lawmakers on Monday.", &["held: Ana Lopes, lawmakers"]),
        ("Portuguese President Ana Lopes met lawmakers.", &[]),
        ("Portuguese President Ana Lopes met girls on Monday.", &[]),
        ("Runner Ana Lopes met lawmakers on Monday.", &[]),
    ]);
}

#[test]
fn what_a_request_is_answered_with_decides() {
    told(&[
        ("Ana Lopes declined a request to meet Youssef Bennani.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes rejected calls to meet Youssef Bennani.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes welcomed an invitation to meet Youssef Bennani in Rabat.", &["proposed: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes withdrew an offer to meet Youssef Bennani.", &["cancelled: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes was the first minister to meet Youssef Bennani.", &["held: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes made a request to meet Youssef Bennani.", &["proposed: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes's refusal to meet Youssef Bennani was noted.", &["refused: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes has yet to meet Youssef Bennani.", &["denied: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn who_speaks_ahead_of_a_meeting_is_one_of_its_sides() {
    told(&[
        ("Ahead of a meeting with Youssef Bennani, Ana Lopes said that fish was cheap.", &["planned: Ana Lopes, Youssef Bennani"]),
        ("Ana Lopes spoke to reporters ahead of a meeting with Youssef Bennani on Monday.", &["planned: Ana Lopes, Youssef Bennani"]),
        // who plays
        ("Ana Lopes trained ahead of a meeting with Eva Sol in the final.", &[]),
        ("Ana Lopes held a meeting with Youssef Bennani during a tour of Morocco.", &["held: Ana Lopes, Youssef Bennani"]),
    ]);
}

#[test]
fn a_bodys_own_meeting_is_with_nobody() {
    told(&[
        ("Ana Lopes spoke at the Dockers Union's annual meeting.", &[]),
        ("The Dockers Union held its annual meeting with Kestrel Foods in Porto.", &["held: Dockers Union, Kestrel Foods"]),
    ]);
}

#[test]
fn a_verb_with_a_hyphen_is_one() {
    told(&[
        (
            "Portuguese Foreign Minister Ana Lopes and Moroccan Foreign Minister Youssef Bennani co-chaired the talks in Rabat.",
            &["held: Ana Lopes, Youssef Bennani"],
        ),
        ("Portuguese Foreign Minister Ana Lopes and Youssef Bennani co-wrote a book.", &[]),
    ]);
}

#[test]
fn a_dateline_does_nothing() {
    told(&[
        (
            "RABAT (MAP) - President Ana Lopes of Portugal will hold talks with Moroccan President Youssef Bennani.",
            &["planned: Ana Lopes, Youssef Bennani"],
        ),
        ("Rabat and Lisbon will hold talks on Monday.", &["planned: Morocco, Portugal"]),
    ]);
}

#[test]
fn somebody_stands_behind_the_state_that_he_leads() {
    told(&[
        ("Portuguese President Ana Lopes met President of the Republic of Fiji Ratu Katavere.", &["held: Ana Lopes, Ratu Katavere"]),
        ("Ana Lopes toured the Republic of Fiji.", &[]),
        ("Minister Ana Lopes met envoy Stefan de Marsala in Rabat.", &["held: Ana Lopes, Stefan de Marsala"]),
    ]);
}

#[test]
fn what_is_done_at_a_meeting_says_nothing_of_whether_it_took_place() {
    told(&[
        ("The plan was agreed at talks between Peru and Chile in Lima.", &["held: Peru, Chile"]),
        ("The plan was announced at a meeting between President Ana Ruiz and President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("The demand was rejected at a meeting between President Ana Ruiz and President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz agreed to the idea in a meeting with President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz asked for help at a meeting with President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        // the meeting itself
        ("President Ana Ruiz agreed to a meeting with President Luis Gil.", &["planned: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz is expected at a meeting with President Luis Gil.", &["planned: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz called for talks with President Luis Gil.", &["proposed: Ana Ruiz, Luis Gil"]),
        ("President Ana Ruiz took part in talks with President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn who_brings_two_together_mediates_wherever_it_is() {
    told(&[
        ("The envoy Karl Brandt brought the leaders of Peru and Chile together in Oslo.", &["held: Peru, Chile, Karl Brandt"]),
        ("The envoy Karl Brandt brought gifts for Peru and Chile to a dinner together in Oslo.", &[]),
    ]);
}
