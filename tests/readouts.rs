//! Meetings as ministries and wires read them out: who spoke to whom, who came for what, and whom the words only seem to name.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_meetings as told;

#[test]
fn names_behind_a_place_set_off_by_commas_do_what_the_verb_tells() {
    common::tells_agreements(&[
        (
            "Today, on the margins of the Pact Summit in Ankara, Türkiye, the United States Secretary of State Marco Ruiz, Japan Foreign Minister \
             Tanaka Jun, and Republic of Korea Foreign Minister Cho Min signed a Memorandum of Cooperation.",
            &["signed memorandum: United States, Japan, Republic of Korea"],
        ),
        ("On the margins of the summit in Ankara, Türkiye, the capital's mayor signed autographs.", &[]),
    ]);
}

#[test]
fn who_speaks_to_somebody_in_office_is_on_a_side_of_his_own() {
    told(&[
        ("Prime Minister Luis Gil spoke to President Ana Ruiz of Chile on Monday.", &["held: Luis Gil, Ana Ruiz"]),
        ("Trade Minister Luis Gil of Chile spoke to President Ana Ruiz of Chile on Monday.", &[]),
        ("Club president Ana Ruiz spoke to Minister Luis Gil of Chile.", &[]),
        ("The reporter spoke to President Ana Ruiz of Chile on Monday.", &[]),
    ]);
}

#[test]
fn two_offices_that_go_with_no_other_are_two_people() {
    told(&[
        ("The Prime Minister and President Ruiz met in Oslo on Monday.", &["held: Prime Minister, Ruiz"]),
        ("The Qatari Prime Minister and Foreign Minister Luis Gil met Ana Ruiz, president of Norway.", &["held: Luis Gil, Ana Ruiz"]),
        ("The Prime Minister and Defence Minister Ana Ruiz of Peru met President Luis Gil of Chile.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn the_leaders_are_the_two_just_spoken_of() {
    let call = "Prime Minister Luis Gil of Peru phoned President Ana Ruiz of Chile.";
    told(&[
        (
            &format!("{call} The leaders looked forward to meeting in person in Oslo."),
            &["held: Luis Gil, Ana Ruiz", "planned: Luis Gil, Ana Ruiz"],
        ),
        (&format!("{call} The ambassadors met in Oslo on Monday."), &["held: Luis Gil, Ana Ruiz"]),
        (&format!("{call} Norwegian leaders looked forward to meeting in person in Oslo."), &["held: Luis Gil, Ana Ruiz"]),
    ]);
}

#[test]
fn what_a_visit_includes_is_its_makers() {
    told(&[
        (
            "President Ana Ruiz of Peru is in Oslo. Her visit will include a meeting with Prime Minister Nils Holm.",
            &["planned: Ana Ruiz, Nils Holm"],
        ),
        ("President Ana Ruiz of Peru is in Oslo. The building will include a meeting room for Prime Minister Nils Holm.", &[]),
    ]);
}

#[test]
fn who_comes_for_the_consultations_of_two_states_sits_there() {
    told(&[
        (
            "Foreign Minister Peggy Wing of Peru will welcome Chilean Foreign Minister Ana Ruiz to Lima for the Peru-Chile Ministerial \
             Consultations.",
            &["planned: Peggy Wing, Ana Ruiz"],
        ),
        (
            "Foreign Minister Peggy Wing of Peru will welcome Chilean Foreign Minister Ana Ruiz to Lima for the Peru-Chile football match.",
            &[],
        ),
    ]);
}

#[test]
fn separate_conversations_are_several() {
    let who = "President Ana Ruiz of Chile spoke with Peruvian Prime Minister Luis Gil and Kenyan President Peter Otieno in";
    told(&[
        (&format!("{who} separate telephone conversations on Wednesday."), &["held: Ana Ruiz, Luis Gil", "held: Ana Ruiz, Peter Otieno"]),
        (&format!("{who} a telephone conversation on Wednesday."), &["held: Ana Ruiz, Luis Gil, Peter Otieno"]),
    ]);
}

#[test]
fn a_meeting_that_was_asked_for_is_the_one_that_took_place() {
    told(&[
        (
            "Ana Ruiz of Peru met Chile's president, Luis Gil. Ms Ruiz, who requested the meeting with the president, came at 10 a.m.",
            &["held: Ana Ruiz, Luis Gil"],
        ),
        (
            "Ana Ruiz of Peru met Chile's president, Luis Gil. Ms Ruiz requested another meeting with the president in May.",
            &["held: Ana Ruiz, Luis Gil", "proposed: Ana Ruiz, Luis Gil"],
        ),
    ]);
}

#[test]
fn what_talks_may_lead_to_tells_of_no_encounter() {
    told(&[
        ("There is no certainty that the negotiations between Vestra Inc and Halden Corp will lead to any deal.", &[]),
        ("The negotiations between Vestra Inc and Halden Corp will begin on Monday.", &["planned: Vestra Inc, Halden Corp"]),
    ]);
}

#[test]
fn a_clause_set_off_behind_what_was_tried_tells_of_itself() {
    told(&[
        (
            "Barra, the chief executive of Vestra, has tried to get the deal done, holding secret talks with Terry Ditt on Oct. 9.",
            &["held: Barra, Terry Ditt"],
        ),
        (
            "Barra, the chief executive of Vestra, has tried to hold secret talks with Terry Ditt in October.",
            &["proposed: Barra, Terry Ditt"],
        ),
    ]);
}

#[test]
fn a_guard_the_press_and_an_agreement_that_brings_closer_meet_nobody() {
    told(&[
        ("President Ana Ruiz of Peru received a guard of honour in Lima.", &[]),
        (
            "President Ana Ruiz of Peru received a delegation of Norwegian ministers in Lima.",
            &["held: Ana Ruiz, delegation of Norwegian ministers"],
        ),
        ("The president of Peru, Ana Ruiz, met with journalists in Lima.", &[]),
        ("The agreement will bring Peru and Chile closer together than ever.", &[]),
        ("The mediator brought Peru and Chile together.", &["held: Peru, Chile, mediator"]),
    ]);
}

#[test]
fn her_talks_in_a_clause_before_the_subject_are_the_subjects() {
    let met = "Ana Ruiz of Peru met Luis Gil of Chile in Lima.";
    told(&[
        (
            &format!(
                "{met} Briefly posing for pictures before her talks in the Capitol with Senator Harry Reed, Ms Eva Sands said nothing."
            ),
            &["held: Ana Ruiz, Luis Gil", "planned: Harry Reed, Eva Sands"],
        ),
        (
            &format!("{met} Senator Harry Reed said before her talks in the Capitol with Ms Eva Sands that nothing was settled."),
            &["held: Ana Ruiz, Luis Gil", "planned: Eva Sands, Ana Ruiz"],
        ),
    ]);
}

#[test]
fn we_in_a_statement_of_several_are_all_of_them() {
    let headline =
        "Statement of the President of Chile Ana Ruiz, the President of Peru Luis Gil and the Prime Minister of Norway Nils Holm";
    told(&[
        (
            &format!("{headline} || We discussed the challenges that our peoples face and agreed to go on working together."),
            &["held: Ana Ruiz, Luis Gil, Nils Holm"],
        ),
        ("Ana Ruiz of Chile and Luis Gil of Peru in the news || We discussed the challenges that our peoples face.", &[]),
    ]);
}

#[test]
fn words_behind_an_office_and_its_state_are_its_holders_name() {
    told(&[
        (
            "Following the meeting of President of Ukraine Volodymyr Kovalenko with President of the French Republic Emile Martin, a number of documents were signed.",
            &["held: Emile Martin, Volodymyr Kovalenko"],
        ),
        ("The President of Ukraine Trade Council met President Ana Ruiz of Peru.", &["held: President of Ukraine Trade Council, Ana Ruiz"]),
    ]);
}
