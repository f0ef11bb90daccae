//! Meetings by who sat there: whom a gathering included, who led a delegation, where officials are, what a headline has ahead.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_meetings as told;

#[test]
fn a_gathering_included_its_sides() {
    told(&[
        ("The talks in Lima included Peru and Chile.", &["held: Peru, Chile"]),
        ("Secretary Ana Ruiz spoke after a meeting in Oslo that included Peru and Chile.", &["held: Ana Ruiz, Peru, Chile"]),
        ("The talks included trade and fisheries.", &[]),
    ]);
}

#[test]
fn officials_in_a_capital_are_its_states() {
    told(&[
        ("U.S. envoy Ana Ruiz held talks with officials in Lima.", &["held: Ana Ruiz, officials"]),
        ("U.S. envoy Ana Ruiz held talks with officials.", &[]),
    ]);
}

#[test]
fn ministers_of_two_fields_are_several() {
    told(&[
        ("The foreign and defence ministers of Peru and Chile met in Lima.", &["held: Peru, Chile"]),
        ("The defence minister of Peru met the president of Chile.", &["held: defence minister of Peru, president of Chile"]),
    ]);
}

#[test]
fn who_led_a_delegation_sat_there_for_its_state() {
    told(&[
        (
            "Peru and Chile held consultations. The Peruvian delegation was led by Ana Ruiz, while the Chilean side was headed by Luis Gil.",
            &["held: Ana Ruiz, Luis Gil"],
        ),
        ("Peru and Chile held consultations. Ana Ruiz did not lead the Peruvian delegation.", &["held: Peru, Chile"]),
        ("Peru and Chile held consultations. The Peruvian economy was led by Ana Ruiz.", &["held: Peru, Chile"]),
    ]);
}

#[test]
fn a_headlines_second_infinitive_is_ahead_too() {
    told(&[
        ("Ruiz to visit Peru, meet Vega || Text.", &["planned: Ruiz, Vega"]),
        ("Ruiz to attend summit, hold talks with Vega || Text.", &["planned: Ruiz, Vega"]),
        ("Ruiz visits Peru, meets Vega || Text.", &["held: Ruiz, Vega"]),
    ]);
}

#[test]
fn fragments_with_two_owners_come_to_an_end() {
    for title in ["Ghana and Togo's talks on peace", "Press release: Board of State and Ghana's Minister of Ports:", "Peru and Chile's"] {
        let record = common::record(&format!("{title} || {title}"));
        assert!(record.quotes.is_empty() && record.agreements.is_empty(), "{title}");
    }
}

#[test]
fn what_would_have_been_the_first_time_was_not() {
    told(&[
        ("It would have been the first time a Peruvian president met a Chilean leader.", &[]),
        ("It was the first time President Ana Ruiz met President Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn behind_each_with_somebody_else_was_met() {
    told(&[
        (
            "President Juan Vega met with Ana Ruiz as well as with Luis Gil and Rosa Diaz.",
            &["held: Juan Vega, Ana Ruiz", "held: Juan Vega, Luis Gil, Rosa Diaz"],
        ),
        ("Peru met with Chile with Norway as a mediator.", &["held: Peru, Chile, Norway"]),
        ("President Juan Vega met with Ana Ruiz and Luis Gil.", &["held: Juan Vega, Ana Ruiz, Luis Gil"]),
    ]);
}

#[test]
fn counterparts_of_two_sides_are_two() {
    told(&[
        (
            "Minister Ana Ruiz of Norway held bilateral talks with her Peruvian and Chilean counterparts.",
            &["held: Ana Ruiz, Peru", "held: Ana Ruiz, Chile"],
        ),
        ("Minister Ana Ruiz of Norway held bilateral talks with her Peruvian counterpart.", &["held: Ana Ruiz, her Peruvian counterpart"]),
    ]);
}

#[test]
fn the_president_elect_is_the_one_spoken_of() {
    told(&[
        ("President-elect Ana Ruiz came to Lima. The president-elect met with Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("Ana Ruiz came to Lima. The tour guide met with Luis Gil.", &[]),
    ]);
}

#[test]
fn the_making_of_a_treaty_is_no_encounter() {
    told(&[
        ("Both praised the progress made in the Peru-Chile free trade agreement negotiations.", &[]),
        ("Peru and Chile held negotiations in Lima.", &["held: Peru, Chile"]),
    ]);
}

#[test]
fn matters_that_a_list_names_stand_between_a_verb_and_whom_it_is_with() {
    told(&[
        ("Minister Ana Ruiz discussed matters including trade with Minister Luis Gil.", &["held: Ana Ruiz, Luis Gil"]),
        ("Minister Ana Ruiz discussed matters including trade with Chile.", &[]),
    ]);
}

#[test]
fn a_headlines_verb_is_no_part_of_a_name() {
    told(&[
        (
            "Ruiz Discusses Defense Cooperation With Vega || Defense Secretary Ana Ruiz met Prime Minister Juan Vega on Monday.",
            &["held: Ana Ruiz, Juan Vega"],
        ),
        ("Ana Ruiz Gil Meets Vega || Minister Ana Ruiz Gil met Prime Minister Juan Vega.", &["held: Ana Ruiz Gil, Juan Vega"]),
    ]);
}

#[test]
fn what_a_minister_is_for_is_nobody() {
    told(&[(
        "Ana Ruiz, Minister of Small Business, Export Promotion and Trade, met Chile's Minister of Trade Luis Gil.",
        &["held: Ana Ruiz, Luis Gil"],
    )]);
}
