//! Who holds which office, and where a name begins behind one: fields of many words, forms of address, abbreviations, short given names.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_meetings as told};

/// `Ana Lopes: Minister for Health` for each participant.
fn offices(text: &str) -> Vec<String> {
    let r = record(text);
    let of = |p: &paraph::record::Participant| {
        format!("{}: {}", p.name, p.roles.iter().map(|r| r.title.as_str()).collect::<Vec<_>>().join(" | "))
    };
    r.participants.iter().map(of).collect()
}

#[test]
fn a_name_begins_behind_the_field_of_an_office() {
    told(&[
        ("Minister for Blue Economy and Fisheries Sul Makar met Ana Lopes.", &["held: Sul Makar, Ana Lopes"]),
        ("Minister for Sustainability Gina Ruiz met Ana Lopes.", &["held: Gina Ruiz, Ana Lopes"]),
        (
            "Ana Lopes met Prime Minister Taur Makar, and Minister of Education, Youth and Sport Armindo Reis in Oslo.",
            &["held: Ana Lopes, Taur Makar", "held: Ana Lopes, Armindo Reis"],
        ),
        // a name that begins with what others are ministers of
        ("Ana Lopes met Grace Sport in Oslo.", &["held: Ana Lopes, Grace Sport"]),
    ]);
}

#[test]
fn a_subject_behind_the_verb_or_a_time_is_whom_it_meets() {
    told(&[
        ("Minister of the Environment and Climate Change Ana Ruiz met Luc Marchand.", &["held: Ana Ruiz, Luc Marchand"]),
        (
            "In Anhui, Minister Ana Lopes met Anhui Vice Governor Shan Wei, Chuzhou Party Secretary Xu Jie and Hefei Vice Mayor Zhao Ming.",
            &["held: Ana Lopes, Shan Wei, Xu Jie, Zhao Ming"],
        ),
    ]);
}

#[test]
fn forms_of_address_in_a_row_are_no_name() {
    let text = "On the second day of her visit to the south of the country, President Ana Lopes was received in the old town hall by Premier of \
        Sarawak Datuk Patinggi Tan Sri Dr Abdul Rahman Zahari. She was received there by Minister of Trade Dato’ Seri Diraja Dr Zamri Kadir";
    assert_eq!(offices(text), ["Ana Lopes: President", "Abdul Rahman Zahari: Premier of Sarawak", "Zamri Kadir: Minister of Trade"]);
    told(&[
        ("Ana Lopes met Menteri Besar Hasni Mohamad in Oslo.", &["held: Ana Lopes, Hasni Mohamad"]),
        ("Ana Lopes met Tan Wei Ming in Oslo.", &["held: Ana Lopes, Tan Wei Ming"]),
    ]);
}

#[test]
fn an_office_that_is_named_with_its_bodies_belongs_to_who_follows() {
    let text = "Senior Minister of State (SMS), Ministry of Foreign Affairs and Ministry of Health, Sim Anya visited Anhui. SMS met Mayor Ye Bang.";
    assert_eq!(offices(text), ["Sim Anya: Senior Minister of State", "Ye Bang: Mayor"]);
    told(&[
        (text, &["held: Sim Anya, Ye Bang"]),
        ("Minister of State Ana Lopes, Ministry of Trade and Industry, met Sim Anya.", &["held: Ana Lopes, Sim Anya"]),
    ]);
}

#[test]
fn who_is_told_by_an_abbreviation_stands_beside_the_next() {
    told(&[(
        "Senior Minister Teo Kim visited Oslo. SM and Prime Minister Ana Lopes met President Karl Brandt.",
        &["held: Teo Kim, Ana Lopes, Karl Brandt"],
    )]);
}

#[test]
fn one_person_may_go_by_a_short_given_name() {
    told(&[
        (
            "President Joseph R. Halden, Jr. spoke with Ana Lopes by phone. Joe Halden met Karl Brandt.",
            &["held: Joseph R. Halden, Ana Lopes", "held: Joseph R. Halden, Karl Brandt"],
        ),
        (
            "Joseph Halden spoke with Ana Lopes by phone. John Halden met Karl Brandt.",
            &["held: Joseph Halden, Ana Lopes", "held: John Halden, Karl Brandt"],
        ),
    ]);
}

#[test]
fn a_given_name_behind_an_office_is_of_who_holds_it() {
    told(&[(
        "Prime Minister Anwar Ibram came to Oslo. Karl Anwar Berg sang. Prime Minister Anwar met Ana Lopes.",
        &["held: Anwar Ibram, Ana Lopes"],
    )]);
}

#[test]
fn a_deputy_is_not_whom_he_stands_for() {
    told(&[(
        "Deputy Prime Minister Ana Lopes met Prime Minister Luc Marchand. The Deputy Prime Minister met Youssef Bennani.",
        &["held: Ana Lopes, Luc Marchand", "held: Ana Lopes, Youssef Bennani"],
    )]);
}

#[test]
fn a_name_goes_on_with_the_fathers() {
    told(&[("Ana Lopes met Ismail ibni Almarhum Sultan Idris.", &["held: Ana Lopes, Ismail ibni Almarhum Sultan Idris"])]);
}

#[test]
fn a_state_visit_tells_who_is_at_home() {
    let country = |text: &str| {
        let r = record(text);
        r.participants.iter().map(|p| format!("{} {}", p.name, p.country.as_deref().unwrap_or("-"))).collect::<Vec<_>>()
    };
    let visit = "Norwegian President Ana Lopes will make a State Visit to Qatar at the invitation of Emir Tamim bin Salem. She will call on Emir Tamim.";
    assert_eq!(country(visit), ["Ana Lopes NO", "Tamim bin Salem QA"]);
}

#[test]
fn what_stands_behind_a_name_for_a_generation_is_nobody() {
    told(&[(
        "President Joseph R. Halden, Jr. and Chairman of the National Assembly Vuong Dinh met today in Hanoi.",
        &["held: Joseph R. Halden, Vuong Dinh"],
    )]);
}

#[test]
fn his_majesty_is_who_was_called_so() {
    told(&[(
        "His Majesty Sultan Ibram, King of Malaysia, came with Her Majesty Raja Zarith Sofia. His Majesty will call on President Karl Brandt.",
        &["planned: Ibram, Karl Brandt"],
    )]);
}

#[test]
fn two_who_are_told_side_by_side_are_two_whatever_their_names_are_short_for() {
    told(&[
        ("John Novak met Jack Novak in Oslo.", &["held: John Novak, Jack Novak"]),
        (
            "Alexandra Novak met Karl Brandt. Her sister Sandra Novak met Tove Lund.",
            &["held: Alexandra Novak, Karl Brandt", "held: Sandra Novak, Tove Lund"],
        ),
    ]);
}

#[test]
fn an_office_that_is_told_again_is_of_who_holds_it() {
    told(&[
        (
            "President Daniel Ortiz met Luis Gil. His son, adviser Luis Ortiz, met Karl Brandt. President Ortiz then met Tove Lund.",
            &["held: Daniel Ortiz, Luis Gil", "held: Luis Ortiz, Karl Brandt", "held: Daniel Ortiz, Tove Lund"],
        ),
        // the only one of the story
        ("Deputy Minister of Trade Ana Lopes arrived in Oslo. The minister met Mayor Tove Lund.", &["held: Ana Lopes, Tove Lund"]),
    ]);
}

#[test]
fn a_fathers_name_ends_before_a_day_and_an_office() {
    told(&[
        ("Saudi Crown Prince Salem bin Idris Tuesday met Mayor Tove Lund.", &["held: Salem bin Idris, Tove Lund"]),
        ("Indonesian House Speaker Puan Sari met Mayor Tove Lund.", &["held: Puan Sari, Tove Lund"]),
        ("Minister of Health Alan House Singh met Mayor Tove Lund.", &["held: Alan House Singh, Tove Lund"]),
    ]);
}

#[test]
fn a_person_behind_a_quoted_name_stands_in_order_among_the_names() {
    let r = record(
        "In addition, CEO at \"Norlundoprom\" Andriy Husenko and Peru's minister Christoph Lannert signed the Agreement on Cooperation.",
    );
    let told: Vec<_> = r.participants.iter().filter(|p| p.roles.len() == 1).map(|p| (p.name.as_str(), p.country.as_deref())).collect();
    assert_eq!(told, [("Andriy Husenko", None), ("Christoph Lannert", Some("PE"))]);
    let r = record("In addition, the \"Norlundoprom\" of Andriy Husenko is a ship, said Christoph Lannert.");
    assert!(r.participants.iter().all(|p| !p.name.contains("Norlundoprom")));
}

/// `Ana Lopes CL` for each participant.
fn countries(text: &str) -> Vec<String> {
    record(text).participants.iter().map(|p| format!("{} {}", p.name, p.country.as_deref().unwrap_or("-"))).collect()
}

#[test]
fn who_leads_a_body_of_a_state_is_of_that_state() {
    common::hold(
        countries,
        &[
            ("Ana Lopes met the commander of the Chilean army.", &["Ana Lopes -", "commander of the Chilean army CL"]),
            ("Ana Lopes met the commander of the Chilean ski team.", &["Ana Lopes -", "commander of the Chilean ski team -"]),
        ],
    );
}

#[test]
fn a_state_by_a_longer_name_is_one_that_the_gazetteer_knows() {
    common::hold(
        countries,
        &[
            ("Ana Lopes met Oles Hrab, Prime Minister of the Federal Republic of Peru.", &["Ana Lopes -", "Oles Hrab PE"]),
            ("Ana Lopes met Oles Hrab, governor of the State of Peru, Indiana.", &["Ana Lopes -", "Oles Hrab -"]),
            ("Ana Lopes met the Chess Federation of Peru.", &["Ana Lopes -", "Chess Federation of Peru PE"]),
        ],
    );
}

#[test]
fn an_office_with_a_hyphen_makes_no_name_of_its_first_half() {
    let norway = "Oles Hrab, Prime Minister of Norway, met Ana Lopes.";
    let told = |text: &str| countries(text).into_iter().find(|p| p.starts_with("Oles Hrab"));
    assert_eq!(told(&format!("{norway} She spoke with Minister-Chairman Karl Brandt.")).as_deref(), Some("Oles Hrab NO"));
    assert_eq!(told(&format!("{norway} She spoke with Chairman Karl Brandt.")).as_deref(), Some("Oles Hrab NO"));
}
