//! What is signed in one go, in a list, or by another name; who has a part in it; and what looks like a paper and is none.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements};

/// `Ana Ruiz PE` for each person.
fn countries(text: &str) -> Vec<String> {
    let r = record(text);
    let persons = r.participants.iter().filter(|p| p.kind == paraph::record::ParticipantKind::Person);
    persons.map(|p| format!("{} {}", p.name, p.country.as_deref().unwrap_or("-"))).collect()
}

/// `3 signed agreement` for each agreement.
fn counts(text: &str) -> Vec<String> {
    let r = record(text);
    r.agreements
        .iter()
        .map(|a| format!("{} {}", a.count.map_or_else(|| "-".into(), |n| n.to_string()), common::word(&a.instrument)))
        .collect()
}

#[test]
fn a_partnership_is_begun_or_ended_and_not_only_had() {
    tells_agreements(&[
        ("Vestra Inc. launched a strategic partnership with Norlund AG in May.", &["agreed agreement: Vestra Inc., Norlund AG"]),
        ("Vestra Inc. has scrapped its partnership with Norlund AG.", &["terminated agreement: Vestra Inc., Norlund AG"]),
        ("Peru and Chile have a longstanding defence partnership.", &[]),
        ("The advisers discussed the deepening partnership between Peru and Chile.", &[]),
    ]);
}

#[test]
fn an_order_of_business_and_a_disaster_declaration_are_no_papers() {
    tells_agreements(&[
        ("Peru and Chile signed a declaration in Lima.", &["signed declaration: Peru, Chile"]),
        ("Peru and Chile signed a disaster declaration in Lima.", &[]),
        ("Peru and Chile issued a declaration of war.", &[]),
    ]);
}

#[test]
fn what_is_signed_into_law_is_a_bill() {
    tells_agreements(&[
        ("The president of Peru signed the Andean Rescue Plan with Chile.", &["signed other: Peru, Chile"]),
        ("President Ruiz signed into law the Chilean Development Plan.", &[]),
        ("President Ruiz of Peru signed the treaty with Chile into law on Friday.", &["signed treaty: Peru, Chile"]),
        ("Peru and Chile signed a fisheries treaty under international law.", &["signed treaty: Peru, Chile"]),
    ]);
}

#[test]
fn an_agreement_on_health_is_one_and_a_health_plan_is_none() {
    tells_agreements(&[
        ("Peru and Chile signed a health agreement in Lima.", &["signed agreement: Peru, Chile"]),
        ("Peru and Chile signed a food safety agreement in Lima.", &["signed agreement: Peru, Chile"]),
        ("Peru and Chile signed a health plan in Lima.", &[]),
        ("Peru and Chile signed a safety protocol in Lima.", &[]),
    ]);
}

#[test]
fn a_programme_is_signed_and_not_only_set_up() {
    tells_agreements(&[
        ("Peru and Chile signed a cooperation programme.", &["signed other: Peru, Chile"]),
        ("Peru and Chile established a cooperation programme.", &[]),
        ("Peru and Chile established a framework for cooperation.", &["agreed other: Peru, Chile"]),
    ]);
}

#[test]
fn who_negotiated_a_treaty_has_made_it() {
    tells_agreements(&[
        ("Peru and Chile negotiated a new treaty in 2014.", &["agreed treaty: Peru, Chile"]),
        ("Peru and Chile negotiated the treaty for three years.", &["negotiating treaty: Peru, Chile"]),
        ("When Peru and Chile negotiated the treaty, they quarrelled.", &["negotiating treaty: Peru, Chile"]),
        ("Peru and Chile have been negotiating a new treaty since 2014.", &["negotiating treaty: Peru, Chile"]),
    ]);
}

#[test]
fn those_who_discuss_a_ceasefire_are_none_of_its_sides() {
    tells_agreements(&[
        ("President Ruiz of Peru and President Torres of Chile discussed a trade agreement.", &["negotiating agreement: Peru, Chile"]),
        ("President Ruiz of Peru and President Torres of Chile discussed a ceasefire deal.", &[]),
        ("President Ruiz of Peru and Secretary Vega of Chile discussed efforts to finalize a ceasefire deal.", &[]),
        ("They discussed a ceasefire deal between Peru and Chile.", &["negotiating deal: Peru, Chile"]),
        ("Peru and Chile discussed a peace treaty on Monday.", &["negotiating treaty: Peru, Chile"]),
    ]);
}

#[test]
fn nobody_deals_with_their_own() {
    tells_agreements(&[
        ("We commend President Ruiz and her team for making this deal.", &[]),
        ("Congress must use its powers to adopt this deal.", &[]),
        ("President Ruiz said his team had reached a deal with Norlund AG.", &["agreed deal: team, Norlund AG"]),
    ]);
}

#[test]
fn what_goods_are_counted_by_sells_nothing() {
    tells_agreements(&[
        ("China will purchase at least 25 MMT of soybeans from the United States.", &[]),
        ("Norlund AG will purchase 25 MMT of soybeans from Vestra Inc.", &["planned deal: Norlund AG, Vestra Inc."]),
    ]);
}

#[test]
fn states_with_long_names_stand_before_a_treaty() {
    tells_agreements(&[
        ("The United States-Mexico-Canada Agreement was signed.", &["signed agreement: United States, Mexico, Canada"]),
        ("The Peru-New Zealand-Chile Agreement was signed.", &["signed agreement: Peru, New Zealand, Chile"]),
        // of three, one is no state
        ("They welcomed the signing of the Peru-New Zealand-Norlund Agreement for Innovation.", &[]),
    ]);
}

#[test]
fn a_body_may_have_two_fields() {
    tells_agreements(&[
        (
            "The MOU was signed between the Land Conversion and Development Authority (LCDA) of Peru and Enterprise Chile.",
            &["signed memorandum: Land Conversion and Development Authority, Enterprise Chile"],
        ),
        (
            "The MOU was signed between the National Economic and Development Authority as well as the Ministry of Commerce of Peru.",
            &["signed memorandum: National Economic and Development Authority, Ministry of Commerce of Peru"],
        ),
        ("The Pentagon and State Department signed an accord.", &["signed agreement: Pentagon, State Department"]),
    ]);
}

#[test]
fn a_body_goes_by_its_name_without_the_state_too() {
    let aliases = |text: &str| record(text).participants.into_iter().flat_map(|p| p.aliases).collect::<Vec<_>>();
    let told = aliases("Vestra Inc. and the Ministry of Water and Irrigation of the Republic of Peru signed a contract.");
    assert_eq!(told, ["Ministry of Water and Irrigation"]);
    // of two states
    let two = "The Ministry of Water and Irrigation of Peru and the Ministry of Water and Irrigation of Chile signed a contract.";
    assert_eq!(aliases(two), Vec::<String>::new());
    // "the Bank" is any
    assert_eq!(aliases("Vestra Inc. and the Bank of Ghana signed a contract."), Vec::<String>::new());
}

#[test]
fn titles_below_a_signing_are_signed() {
    tells_agreements(&[
        (
            "They welcomed the signing of an MOU between Norlund AG and Vestra Inc. on pensions; and an MOU between Norlund AG and Talvik Corp. on housing.",
            &["signed memorandum: Norlund AG, Vestra Inc.", "signed memorandum: Norlund AG, Talvik Corp."],
        ),
        (
            "The two leaders witnessed the exchange of the following documents:\n\nMemorandum of Understanding on roads between Norlund AG and Vestra Inc.",
            &["signed memorandum: Norlund AG, Vestra Inc."],
        ),
        (
            "Prime Minister Ana Ruiz will witness the signing of three agreements. These are the Framework on Trade, as well as a Memorandum of Understanding between Norlund AG and Vestra Inc.",
            &["planned memorandum: Norlund AG, Vestra Inc."],
        ),
        (
            "The two leaders rejected the signing of the following documents:\n\nMemorandum of Understanding on roads between Norlund AG and Vestra Inc.",
            &["agreed memorandum: Norlund AG, Vestra Inc."],
        ),
        // nobody says what became of it
        (
            "The two leaders spoke of the following documents:\n\nMemorandum of Understanding on roads between Norlund AG and Vestra Inc.",
            &["agreed memorandum: Norlund AG, Vestra Inc."],
        ),
    ]);
}

#[test]
fn several_kinds_signed_in_one_go_are_one_signing() {
    tells_agreements(&[
        ("Peru and Chile signed a treaty and two memoranda in Lima.", &["signed agreement: Peru, Chile"]),
        // with others, or at another time
        (
            "Peru signed a treaty with Chile and a memorandum with Bolivia.",
            &["signed treaty: Peru, Chile", "signed memorandum: Peru, Bolivia"],
        ),
        (
            "Peru and Chile signed a treaty on fish. They also signed a memorandum on roads.",
            &["signed treaty: Peru, Chile", "signed memorandum: Peru, Chile"],
        ),
    ]);
    assert_eq!(counts("Peru and Chile signed a treaty and two memoranda in Lima."), ["3 agreement"]);
    assert_eq!(counts("Peru and Chile signed memoranda and agreements in Lima."), ["- agreement"]);
}

#[test]
fn ministers_of_then_sign_for_their_states() {
    tells_agreements(&[
        (
            "The MOU was signed between then-Peruvian Minister for Trade Luis Vega and then-Secretary of State of the United States Ana Ruiz.",
            &["signed memorandum: Peru, United States"],
        ),
        ("Former Minister Luis Vega of Peru said Chile had signed a treaty with Bolivia.", &["signed treaty: Chile, Bolivia"]),
    ]);
}

#[test]
fn most_of_the_assets_are_bought_of_whose_they_are() {
    tells_agreements(&[
        ("Norlund Inc. agreed to buy most of the assets of Talvik Ltd.", &["agreed deal: Norlund Inc., Talvik Ltd."]),
        ("Norlund Inc. agreed to buy most of the island of Halm.", &[]),
    ]);
}

#[test]
fn a_settlement_is_filed_and_a_lawsuit_is_none() {
    tells_agreements(&[
        (
            "The Department of Justice and the city of Chicago filed a settlement agreement.",
            &["agreed agreement: Department of Justice, Chicago"],
        ),
        ("The Department of Justice and the city of Chicago filed a lawsuit.", &[]),
        ("Prime Minister Luis Vega signed a visa waiver between Peru and Chile.", &["signed agreement: Peru, Chile"]),
    ]);
}

#[test]
fn two_subjects_that_a_place_parts_are_both_told() {
    tells_agreements(&[
        (
            "Lakeside University in Malaysia and East Plain University in Bangladesh signed a memorandum.",
            &["signed memorandum: Lakeside University, East Plain University"],
        ),
        ("Lakeside University in Malaysia and Bangladesh signed a memorandum.", &[]),
    ]);
}

#[test]
fn who_is_praised_for_two_things_did_both() {
    tells_agreements(&[
        ("I congratulate Peru and Chile for coming together and reaching an agreement.", &["agreed agreement: Peru, Chile"]),
        ("I congratulate Peru and Chile for coming together, and look forward to an agreement.", &[]),
    ]);
}

#[test]
fn european_leaders_lead_the_union_where_it_is_named() {
    tells_agreements(&[
        ("European leaders signed a pact with Peru. The EU will help Peru.", &["signed pact: EU, Peru"]),
        ("European leaders signed a pact with Peru.", &["signed pact: European leaders, Peru"]),
    ]);
}

#[test]
fn rebels_of_the_headline_are_those_of_the_text() {
    tells_agreements(&[
        (
            "Peruvian Government and Rebel Groups Agree to Ceasefire || The Peruvian government and rebel groups have agreed to a ceasefire from midnight.",
            &["agreed agreement: Peru, Rebel Groups"],
        ),
        // two of the text's may be two
        (
            "The Peruvian government and rebel groups signed a truce in May. The Peruvian government and the armed opposition signed a truce on Friday.",
            &["signed agreement: Peru, rebel groups", "signed agreement: Peru, armed opposition"],
        ),
    ]);
}

#[test]
fn who_stands_beside_a_russian_president_or_comes_as_a_guest_is_of_another_state() {
    let home = "Moscow is in Russia. The Kremlin said Russia and the Duma gain.";
    assert_eq!(
        countries(&format!("Prime Minister Luis Vega and Russian President Ivan Petrov met. {home}")),
        ["Luis Vega -", "Ivan Petrov RU"]
    );
    assert_eq!(countries(&format!("Prime Minister Luis Vega and President Ivan Petrov met. {home}")), ["Luis Vega RU", "Ivan Petrov RU"]);
    let will = "Prime Minister Luis Vega will attend the summit in Vientiane. He will meet President Torres of Laos.";
    assert_eq!(countries(&format!("At the invitation of the Prime Minister of Laos, {will}")), ["Luis Vega -", "Torres LA"]);
}

#[test]
fn a_governor_is_of_the_place_behind_the_name() {
    tells_agreements(&[
        ("Governor Luis Vega of California signed an agreement with Vestra Inc.", &["signed agreement: California, Vestra Inc."]),
        ("Mayor Ana Ruiz of Chicago signed a declaration with Mayor Luis Vega of Lima.", &["signed declaration: Chicago, Lima"]),
        ("Luis Vega of California signed an agreement with Vestra Inc.", &["signed agreement: Luis Vega, Vestra Inc."]),
    ]);
    assert_eq!(countries("Transport Secretary Luis Vega met Norway's prime minister Karl Brandt."), ["Luis Vega GB", "Karl Brandt NO"]);
}
