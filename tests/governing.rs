//! Who deals and meets for whom: cities and states of a federation, administrations, boards, ministers for trade of a state; who holds which of
//! several offices in a list; who was met apart.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements, tells_meetings};

/// `Ana Ruiz PE Minister for Trade` for each person.
fn holders(text: &str) -> Vec<String> {
    let r = record(text);
    let of = |p: &paraph::record::Participant| {
        let titles: Vec<&str> = p.roles.iter().map(|r| r.title.as_str()).collect();
        format!("{} {} {}", p.name, p.country.as_deref().unwrap_or("-"), titles.join(" + "))
    };
    r.participants.iter().filter(|p| p.kind == paraph::record::ParticipantKind::Person).map(of).collect()
}

#[test]
fn an_administration_is_the_state_of_its_leader_or_goes_by_that_name() {
    tells_agreements(&[
        ("The Lopes administration struck a trade deal with Chile.", &["agreed deal: Lopes administration, Chile"]),
        ("President Ana Lopes of Peru spoke. The Lopes administration struck a trade deal with Chile.", &["agreed deal: Peru, Chile"]),
        (
            "The Lopes administration spoke. Congress was told that the administration had signed a treaty with Chile.",
            &["signed treaty: Lopes administration, Chile"],
        ),
        // in whose time others dealt
        ("Under the Lopes administration, Peru signed a treaty with Chile.", &["signed treaty: Peru, Chile"]),
        ("The administration of the vaccine was agreed on with Chile.", &[]),
    ]);
}

#[test]
fn a_city_or_a_state_of_a_federation_deals() {
    tells_agreements(&[
        ("Chicago has reached a settlement with Vestra Inc.", &["agreed agreement: Chicago, Vestra Inc."]),
        ("California and Quebec signed an agreement on Friday.", &["signed agreement: California, Quebec"]),
        ("Vestra Inc. signed a contract with the city of Chicago.", &["signed contract: Vestra Inc., Chicago"]),
        ("Chicago's agreement with Vestra Inc. was signed on Friday.", &["signed agreement: Chicago, Vestra Inc."]),
        ("Twelve states reached a settlement with Vestra Inc.", &["agreed agreement: Twelve states, Vestra Inc."]),
        // where it was signed, and what it is called by
        ("Vestra Inc. signed a contract with Norlund Group in Chicago.", &["signed contract: Vestra Inc., Norlund Group"]),
        ("The Chicago deal with Vestra Inc. was debated.", &[]),
    ]);
}

#[test]
fn what_may_be_clubs_or_the_ends_of_a_road_deals_with_nobody() {
    tells_agreements(&[
        ("Newcastle have reached an agreement with Lyon over the midfielder.", &[]),
        ("Toronto signed a deal with Luis Gil on Friday.", &[]),
        ("The league match was lost. Liverpool signed a kit deal with Vestra Inc. for the striker's next season.", &[]),
        ("The contract between Chicago and Detroit for the bus service is old.", &[]),
        ("The agreement between Chicago and Vestra Inc. was reached on Friday.", &["agreed agreement: Chicago, Vestra Inc."]),
    ]);
}

#[test]
fn a_mayor_or_a_governor_signs_for_the_place() {
    tells_agreements(&[
        ("Chicago Mayor Ana Lopes signed a contract with Vestra Inc. Chicago will pay.", &["signed contract: Chicago, Vestra Inc."]),
        ("California Governor Ana Lopes signed an agreement with Peru.", &["signed agreement: California, Peru"]),
        // a bank's governor does not
        (
            "Peru's Central Bank Governor Ana Lopes and Chile's Central Bank Governor Luis Gil signed a memorandum.",
            &["signed memorandum: Peru, Chile"],
        ),
    ]);
}

#[test]
fn a_board_answers_for_the_company_whose_it_is() {
    tells_agreements(&[
        ("Vestra Inc. said its board had rejected Norlund's offer.", &["rejected deal: Vestra Inc., Norlund"]),
        ("Vestra Inc. said a board had rejected Norlund's offer.", &[]),
    ]);
}

#[test]
fn the_state_behind_a_ministers_field_is_whose_he_is() {
    let told = holders("Ana Lopes, Minister for Trade of Peru, met Karl Brandt, Minister for Foreign Affairs of Norway.");
    assert_eq!(told, ["Ana Lopes PE Minister for Trade", "Karl Brandt NO Minister for Foreign Affairs"]);
    let told = holders("Ana Lopes, Minister for Europe, met Karl Brandt, the envoy of Norway.");
    assert_eq!(told, ["Ana Lopes - Minister for Europe", "Karl Brandt NO envoy"]);
    // where an envoy is sent
    let told = holders("Ana Lopes, the special envoy for the future of Ghana, met Karl Brandt, the envoy of Norway.");
    assert!(told.iter().any(|h| h.starts_with("Ana Lopes -")), "{told:?}");
    tells_agreements(&[(
        "Ana Lopes, Minister for Foreign Affairs of Peru, and Karl Brandt, Minister for Foreign Affairs of Norway, signed a memorandum.",
        &["signed memorandum: Peru, Norway"],
    )]);
}

#[test]
fn of_two_offices_behind_a_name_both_are_its_holders() {
    tells_meetings(&[
        (
            "Karl Brandt visited Lima and met with Ana Lopes, Prime Minister and Foreign Minister of Peru.",
            &["held: Karl Brandt, Ana Lopes"],
        ),
        // each with a name of his own
        (
            "Karl Brandt held a meeting with Ana Lopes, Prime Minister Luis Gil and Foreign Minister Eva Sol of Peru.",
            &["held: Karl Brandt, Ana Lopes, Luis Gil, Eva Sol"],
        ),
    ]);
}

#[test]
fn in_a_list_of_offices_and_names_each_name_has_the_office_before_it() {
    let told = holders(
        "Ana Sol came, and she called on the President, H.E. Mr. Luis Gil, the Prime Minister, H.E. Dr. Ana Lopes, and the Foreign Minister of Peru, H.E. Eva Sol.",
    );
    assert!(told.iter().any(|h| h.starts_with("Luis Gil") && h.ends_with(" President")), "{told:?}");
    assert!(told.iter().any(|h| h.starts_with("Ana Lopes") && h.ends_with(" Prime Minister")), "{told:?}");
}

#[test]
fn who_invites_is_another_than_who_comes() {
    let told =
        holders("At the invitation of the Foreign Minister of Hungary, Foreign Minister Ana Lopes visited Budapest. She met Karl Brandt.");
    assert!(told.contains(&"Ana Lopes - Foreign Minister".to_owned()), "{told:?}");
    tells_meetings(&[
        ("The premier held a meeting with the Norwegian premier Karl Brandt.", &["held: premier, Karl Brandt"]),
        ("Peru's premier Ana Lopes came. The premier met Karl Brandt.", &["held: Ana Lopes, Karl Brandt"]),
    ]);
}

#[test]
fn the_sides_of_a_group_are_met_one_by_one_in_bilateral_talks() {
    tells_meetings(&[
        (
            "Ana Lopes held bilateral meetings with her counterparts from Norway, Chile and Ghana.",
            &["held: Ana Lopes, Norway", "held: Ana Lopes, Chile", "held: Ana Lopes, Ghana"],
        ),
        ("Ana Lopes held a meeting with her counterparts from Norway, Chile and Ghana.", &["held: Ana Lopes, Norway, Chile, Ghana"]),
    ]);
}

#[test]
fn who_could_not_come_was_not_there() {
    let met = "Ana Lopes and Karl Brandt met at the summit.";
    tells_meetings(&[
        (&format!("{met} Luis Gil was unable to attend the summit."), &["held: Ana Lopes, Karl Brandt"]),
        (&format!("{met} Luis Gil failed to attend the summit."), &["held: Ana Lopes, Karl Brandt"]),
        (&format!("{met} Luis Gil attended the meeting."), &["held: Ana Lopes, Karl Brandt, Luis Gil"]),
    ]);
}

#[test]
fn the_ministries_of_two_states_are_two() {
    tells_agreements(&[(
        "The programme of cooperation between the Ministries of Foreign Affairs of Peru and Chile was signed.",
        &["signed other: Peru, Chile"],
    )]);
    tells_meetings(&[("The Foreign Ministers of Peru and Chile met in Lima.", &["held: Peru, Chile"])]);
    // of one state
    tells_agreements(&[(
        "The Ministries of Defence and Finance of Peru signed a contract with Vestra Inc.",
        &["signed contract: Ministries of Defence and Finance of Peru, Vestra Inc."],
    )]);
}

#[test]
fn a_deal_that_could_be_signed_on_a_day_is_being_negotiated() {
    tells_agreements(&[
        ("A trade deal between Peru and Chile could be signed next week.", &["negotiating deal: Peru, Chile"]),
        ("A trade deal between Peru and Chile could be signed.", &[]),
        ("A trade deal between Peru and Chile would be signed on Friday if Norway left.", &[]),
        ("A trade deal between Peru and Chile could have been signed last week.", &[]),
    ]);
}

#[test]
fn what_sides_hope_to_sign_is_theirs() {
    tells_agreements(&[
        ("Farmers fear the trade agreement that Peru and Chile hope to conclude next year.", &["planned agreement: Peru, Chile"]),
        // which nobody means to sign
        ("Farmers fear the treaty that Peru and Chile used to honour.", &[]),
        ("The treaty that Peru and Chile pretended to sign was a joke.", &[]),
    ]);
}

#[test]
fn a_past_tense_is_joined_to_the_verb_over_an_infinitive() {
    tells_agreements(&[
        ("Peru and Chile pledged to mend their ties and signed ten pacts.", &["signed pact: Peru, Chile"]),
        ("Peru and Chile pledged to mend their ties and sign ten pacts.", &["planned pact: Peru, Chile"]),
    ]);
}

#[test]
fn a_union_of_states_in_one_word_with_a_state_is_a_side() {
    tells_agreements(&[
        ("The talks were about the modernisation of the Chile-EU Association Agreement.", &["agreed agreement: Chile, EU"]),
        ("The talks were about the TV-EU Association Agreement.", &[]),
    ]);
}

#[test]
fn the_second_of_two_behind_between_is_the_second_whatever_stands_over_both() {
    tells_agreements(&[(
        "He welcomes the signing of the Peace Agreement between the Government of Peru (GoP) and the May 23 Movement (M23) today.",
        &["signed agreement: Peru, May 23 Movement"],
    )]);
}

#[test]
fn a_treaty_by_two_names_is_one() {
    tells_agreements(&[(
        "They spoke on the signing of the Pukara Treaty, the Peru-Chile Mutual Defence Treaty.",
        &["signed treaty: Peru, Chile"],
    )]);
}

#[test]
fn a_paper_of_another_kind_is_another_where_the_first_has_a_name() {
    tells_agreements(&[(
        "Negotiations on the Peru-Chile Free Trade Agreement go on. Peru and Chile will sign a memorandum of understanding on ports.",
        &["negotiating agreement: Peru, Chile", "planned memorandum: Peru, Chile"],
    )]);
    // a common noun for the same
    tells_agreements(&[(
        "Peru and Chile signed the Peru-Chile Free Trade Agreement in Lima. They signed a treaty that lifts tariffs.",
        &["signed treaty: Peru, Chile"],
    )]);
}

#[test]
fn what_a_deal_is_for_names_no_side_beside_with_whom_it_is() {
    tells_agreements(&[
        (
            "Vestra Inc. also has a gas deal with producer Norlund Group for supply from Halm Terminal.",
            &["agreed deal: Vestra Inc., Norlund Group"],
        ),
        ("Vestra Inc. has bought a license to develop the drug from Halm Labs.", &["agreed deal: Vestra Inc., Halm Labs"]),
        // what is imported, and whose contract it is
        ("Vestra Inc. acquired a licence to import oil from Norway.", &[]),
        ("Egypt's contract for warships from Vestra Inc. was signed on Friday.", &["signed contract: Egypt, Vestra Inc."]),
    ]);
}

#[test]
fn a_government_and_those_behind_an_and_are_two() {
    tells_agreements(&[
        ("The Peruvian government and opposition parties signed a truce.", &["signed agreement: Peru, opposition parties"]),
        ("Peruvian oil and gas companies signed a pact with Vestra Inc.", &["signed pact: Peruvian oil and gas companies, Vestra Inc."]),
    ]);
}

#[test]
fn who_signs_on_behalf_of_a_state_binds_it() {
    tells_agreements(&[
        ("Ana Lopes signed a treaty with Chile on behalf of Peru.", &["signed treaty: Chile, Peru"]),
        ("Critics of the deal between Norway and Chile say that the agreement fails to protect families.", &["agreed deal: Norway, Chile"]),
    ]);
}
