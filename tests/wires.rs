//! Agreements as wires, ministries and papers word them: whose readers know the other side, how many sign, what headlines leave out.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_agreements as told;

#[test]
fn a_deal_that_readers_know_is_their_states() {
    let home = "WASHINGTON - Sen. Ana Ruiz (D-Ohio) spoke in Congress on the budget of the United States. The Senate will vote.";
    let tells = |rest: &str| common::agreements(&format!("{home} {rest}"));
    assert_eq!(tells("She attacked last year's nuclear deal with Norway."), ["signed deal: United States, Norway"]);
    assert_eq!(tells("She attacked the deal that the Lopez administration reached with Norway."), ["agreed deal: United States, Norway"]);
    // somebody else's, one of many, one in the air
    assert_eq!(tells("She attacked the deal that Chile reached with Norway."), ["agreed deal: Chile, Norway"]);
    assert!(tells("She attacked the Geneva climate deal.").is_empty());
    assert!(tells("A trade deal with Norway would be bad, she said.").is_empty());
}

#[test]
fn so_many_states_sign_with_each_other_and_two_are_told_elsewhere() {
    told(&[
        ("More than 190 countries signed the Lima accord on plastics.", &["signed agreement: More than 190 countries"]),
        ("The Lima accord, ratified by 150 countries, takes effect on Friday.", &["ratified agreement: 150 countries"]),
        (
            "190 countries signed the Paris accord in 2015. 150 countries signed the Lima accord in 2019.",
            &["signed agreement: 190 countries", "signed agreement: 150 countries"],
        ),
        ("Twelve countries signed off on the pact.", &[]),
        ("The two countries signed the Lima accord on plastics.", &[]),
        ("The Lima accord was criticised by 190 countries.", &[]),
    ]);
}

#[test]
fn an_agency_before_the_dash_signs_nothing() {
    told(&[
        ("LIMA (Novapress) - Peru on Tuesday signed a ports agreement with Vestra Inc.", &["signed agreement: Peru, Vestra Inc."]),
        ("(Novapress) - Peru on Tuesday signed a ports agreement with Vestra Inc.", &["signed agreement: Peru, Vestra Inc."]),
    ]);
}

#[test]
fn a_headlines_comma_joins_its_two_subjects() {
    told(&[
        ("Kenya, Peru sign trade agreement || Text.", &["signed agreement: Kenya, Peru"]),
        ("Peru, Sri Lanka sign trade agreement || Text.", &["signed agreement: Peru, Sri Lanka"]),
        ("In Kenya, Peru signs trade agreement with Chile || Text.", &["signed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn initials_keep_their_plural_and_the_sentences_stop() {
    told(&[
        ("Norway and Peru signed seven MoUs.", &["signed memorandum: Norway, Peru"]),
        ("Norway and Peru signed an MoU.", &["signed memorandum: Norway, Peru"]),
    ]);
}

#[test]
fn a_treaty_by_its_initials_is_the_one_of_that_name() {
    told(&[
        (
            "Peru signed the Coral Trade Treaty (CTT) in May. Kenya joined the CTT in June.",
            &["signed treaty: Peru, Coral Trade Treaty", "signed treaty: Kenya, Coral Trade Treaty"],
        ),
        ("Peru signed the Coral Trade Treaty in May. Kenya joined the GTO in June.", &["signed treaty: Peru, Coral Trade Treaty"]),
    ]);
}

#[test]
fn a_treaty_by_another_name_adds_nothing_to_the_one_told() {
    let pact = "Peru and Chile struck an electoral pact on Monday.";
    let kind = |rest: &str| common::agreements(&format!("{pact} {rest}"));
    assert_eq!(kind("It speaks of going beyond the Treaty of Maastricht."), ["agreed pact: Peru, Chile"]);
    assert_eq!(kind("The Electoral Treaty covers the north."), ["agreed treaty: Peru, Chile"]);
}

#[test]
fn the_two_sides_of_a_visit_are_guest_and_host() {
    let visit = "During Peruvian Prime Minister Luis Gil's visit to Norway in April 2028,";
    told(&[
        (&format!("Kenya and India spoke. {visit} the two sides inked a pact on cod."), &["signed pact: Peru, Norway"]),
        (&format!("{visit} Kenya and India signed a pact on tea."), &["signed pact: Kenya, India"]),
    ]);
}

#[test]
fn a_states_ministry_signs_for_it_and_its_agencies_for_themselves() {
    told(&[
        (
            "Chile has signed a defence deal with Norway. The Chilean defence ministry said they signed an agreement on defence with Norway on Monday.",
            &["signed deal: Chile, Norway"],
        ),
        (
            "Chile has signed a defence deal with Norway. Vestra Inc of Chile signed an agreement on defence with Norway on Monday.",
            &["signed deal: Chile, Norway", "signed agreement: Vestra Inc, Norway"],
        ),
    ]);
}

#[test]
fn a_body_told_by_what_it_is_is_the_one_named_next() {
    told(&[
        (
            "Vestra Motors and its main workers union reached a deal. The company and the United Lathe Workers reached an agreement on Wednesday.",
            &["agreed deal: Vestra Motors, United Lathe Workers"],
        ),
        (
            "Vestra Motors signed a deal with Norvel Corp on ships. Vestra Motors signed a deal with Halden Corp on trains.",
            &["signed deal: Vestra Motors, Norvel Corp", "signed deal: Vestra Motors, Halden Corp"],
        ),
    ]);
}

#[test]
fn who_talks_of_the_deal_has_not_made_it() {
    told(&[
        ("Chile and Norway discussed a fisheries treaty in Oslo.", &["negotiating treaty: Chile, Norway"]),
        ("Ana Ruiz on Radio Norvik discussed the Peru-Chile treaty.", &["signed treaty: Peru, Chile"]),
    ]);
}

#[test]
fn talks_that_ended_well_have_agreed_and_what_is_owed_is_planned() {
    told(&[
        (
            "Chile announced the successful conclusion of talks for the Chile-Norway Trade Continuity Agreement.",
            &["agreed agreement: Chile, Norway"],
        ),
        ("Chile announced the start of talks for the Chile-Norway Trade Continuity Agreement.", &["negotiating agreement: Chile, Norway"]),
        ("Chile wants the conclusion of talks on a trade agreement with Norway.", &["negotiating agreement: Norway, Chile"]),
        ("Chile still has to sign a protocol with Norway.", &["planned protocol: Chile, Norway"]),
        ("Chile had to sign a protocol with Norway.", &["signed protocol: Chile, Norway"]),
    ]);
}

#[test]
fn a_date_of_entry_into_force_and_a_deal_in_the_air_tell_no_stage() {
    let signed = "The Trade Agreement between Peru and Chile was signed in Lima.";
    told(&[
        (&format!("{signed} It frees trade from the date of entry into force of the Agreement."), &["signed agreement: Peru, Chile"]),
        (&format!("{signed} They hailed the entry into force of the Agreement."), &["ratified agreement: Peru, Chile"]),
        ("A deal between Chile and Norway is expected to increase trade.", &[]),
        ("The deal between Chile and Norway is expected to increase trade.", &["agreed deal: Chile, Norway"]),
    ]);
}

#[test]
fn who_is_bought_is_the_company_not_its_state() {
    told(&[
        ("Vestra Inc struck a deal to acquire Peruvian carmaker Lanner Motors.", &["agreed deal: Vestra Inc, Lanner Motors"]),
        ("Chile struck a deal to buy Peruvian gas.", &["agreed deal: Chile, Peru"]),
    ]);
}

#[test]
fn the_other_side_may_hang_on_the_deals_worth() {
    told(&[
        (
            "Vestra Inc has struck a deal potentially worth hundreds of millions of dollars to license its drug to Bayer in Japan.",
            &["agreed deal: Vestra Inc, Bayer"],
        ),
        ("Vestra Inc has struck a deal worth millions of dollars to build a plant in Japan.", &[]),
    ]);
}

#[test]
fn those_of_two_similar_deals_have_none_with_each_other() {
    told(&[
        ("Similar agreements were reached with Vestra Inc in October and Halden Corp in November.", &[]),
        ("An agreement was reached by Vestra Inc and Halden Corp in November.", &["agreed agreement: Vestra Inc, Halden Corp"]),
    ]);
}

#[test]
fn who_signs_with_another_is_bound_not_what_it_is_about() {
    told(&[
        ("Peru signed a WTO accession deal with Chile.", &["signed deal: Peru, Chile"]),
        ("The WTO signed an office deal with Chile.", &["signed deal: WTO, Chile"]),
    ]);
}

#[test]
fn a_coalition_bargains_and_unions_in_general_do_not() {
    told(&[
        (
            "A coalition of rail unions reached a contract deal with Norvik Transit on Friday.",
            &["agreed deal: coalition of rail unions, Norvik Transit"],
        ),
        ("A consortium of Vestra Inc and Halden Corp signed a contract with Peru.", &["signed contract: Vestra Inc, Halden Corp, Peru"]),
        ("It is a process in which unions negotiate contracts with employers.", &[]),
    ]);
}

#[test]
fn an_application_of_a_treaty_asks_nobody_to_join_it() {
    told(&[
        ("Kenya has one of the most robust legal applications of this UN treaty in the world.", &[]),
        ("Kenya's application to the Northern Fisheries Pact was filed.", &["proposed pact: Kenya, Northern Fisheries Pact"]),
    ]);
}

#[test]
fn the_governments_of_two_states_are_both() {
    told(&[
        ("The governments of Peru and Chile signed an agreement.", &["signed agreement: Peru, Chile"]),
        ("The tax authorities of Peru and Chile signed a memorandum.", &["signed memorandum: Peru, Chile"]),
        ("The government of Peru signed an agreement with Vestra Inc.", &["signed agreement: Peru, Vestra Inc."]),
    ]);
}

#[test]
fn those_whom_a_treaty_binds_have_made_it() {
    told(&[
        ("Peru and Chile are bound by a mutual defence treaty signed in 1951.", &["signed treaty: Peru, Chile"]),
        ("Workers are bound by contract to stay.", &[]),
    ]);
}

#[test]
fn two_countries_in_a_clause_beside_a_visit_are_guest_and_host() {
    told(&[
        (
            "India and Kenya are near. President Ana Ruiz of Peru travelled to Norway for a state visit and the two countries signed 20 agreements.",
            &["signed agreement: Peru, Norway"],
        ),
        (
            "President Ana Ruiz of Peru travelled to Norway for a state visit, and India and Kenya signed 20 agreements.",
            &["signed agreement: India, Kenya"],
        ),
    ]);
}
