//! On which side somebody is, where neither name nor office says it: each rule where it fires, and where it must not.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::record;

/// The side of somebody in a text; none for one that the record does not hold is a failure.
fn side(text: &str, name: &str) -> Option<String> {
    let r = record(text);
    let found = r.participants.iter().find(|p| p.name == name);
    found.unwrap_or_else(|| panic!("no {name} among {:?}", r.participants)).country.clone()
}

#[track_caller]
fn is(text: &str, name: &str, country: Option<&str>) {
    assert_eq!(side(text, name).as_deref(), country, "{text}");
}

const TRIP: &str = "Foreign Minister Ana Lopes WAY Rabat on Monday. She met President Youssef Bennani. Lopes conveyed Portugal's support. \
    Portugal will host the next round. \"It went well,\" Lopes said.";

#[test]
fn a_guest_is_not_of_the_place() {
    for way in ["visited", "travelled to", "is on a visit to"] {
        is(&TRIP.replace("WAY", way), "Ana Lopes", Some("PT"));
    }
}

#[test]
fn one_who_does_not_go_there_is_no_guest() {
    is(
        "Moroccan ships left Rabat. Prime Minister Omar Idrissi spoke in Rabat. \"It went well,\" Idrissi said.",
        "Omar Idrissi",
        Some("MA"),
    );
}

#[test]
fn one_who_cannot_be_of_the_home_side_is_of_the_side_spoken_of() {
    let text = "American officials were in Washington. The White House was calm. The Pentagon was calm. \
        Kazakh Foreign Minister Arman Bekov arrived first. \
        Kenyan President Amos Otieno called. \
        \"We agree,\" said Deputy Prime Minister Serik Omarov.";
    is(text, "Serik Omarov", Some("KE"));
    let text = text.replace("Kenyan President Amos Otieno called. ", "");
    is(&text, "Serik Omarov", Some("KZ"));
}

#[test]
fn a_spokesman_speaks_for_the_body_that_the_paragraph_named() {
    let text = "The French group Armor Rail lost money. NAMED cut jobs. \"We had to,\" spokesman Jean Petit said.";
    is(&text.replace("NAMED", "Armor Rail"), "Jean Petit", Some("FR"));
    is(
        "The French group Armor Rail lost money.\n\nThe price of oil fell, but not for long. \"We had to,\" spokesman Jean Petit said.",
        "Jean Petit",
        None,
    );
}

#[test]
fn a_body_is_of_the_country_of_its_seat() {
    let quoted = "The Quito-based Centre for Rural Justice said: \"They built it with three heads.\"";
    is(quoted, "Centre for Rural Justice", Some("EC"));
    is(&quoted.replace("Quito-based ", ""), "Centre for Rural Justice", None);
}

#[test]
fn an_article_that_is_one_states_from_end_to_end_speaks_of_its_own() {
    let text = "Police in Leeds closed the market. Labour MPs in Leeds, Bradford and Sheffield were angry. FURTHER\
        \"We were never asked,\" said Gillian Shaw, chief executive of the charity.";
    is(&text.replace("FURTHER", ""), "Gillian Shaw", Some("GB"));
    is(&text.replace("FURTHER", "So were farmers in Lyon, Paris, Brest and Nantes. "), "Gillian Shaw", None);
    is("\"We were never asked,\" said Gillian Shaw in Leeds.", "Gillian Shaw", None);
}

#[test]
fn where_an_envoy_is_sent_is_not_whose_envoy_it_is() {
    is("Norwegian envoy to Syria Lars Holm said: \"We are ready for the talks.\"", "Lars Holm", Some("NO"));
    is(
        "Kari Aune, press secretary to Norwegian King Lars Holm, said: \"We are ready.\" \"So are we,\" said Holm.",
        "Lars Holm",
        Some("NO"),
    );
    is("The envoy to Syria, Lars Holm, said: \"We are ready for the talks.\"", "Lars Holm", None);
}

#[test]
fn a_demonym_inside_what_looks_like_a_body_tells_the_side() {
    is("Paul Renner met Israeli National Security Advisor Yossi Regev on Monday.", "Yossi Regev", Some("IL"));
}

#[test]
fn a_state_behind_the_field_of_an_office_tells_the_side() {
    for text in [
        "Ana Lopes met the Minister of External Relations of Angola, Zito Ramos, on Monday.",
        "Ana Lopes met the Minister of Foreign Affairs of Angola Zito Ramos on Monday.",
    ] {
        is(text, "Zito Ramos", Some("AO"));
    }
}

#[test]
fn a_party_and_a_seat_in_brackets_tell_a_legislators_side() {
    is("Robert Dale (D-N.J.) said: \"It will pass.\" The French paper Le Quai wrote of it.", "Robert Dale", Some("US"));
    is("Robert Dale (A-Levels) said: \"It will pass.\" The French paper Le Quai wrote of it.", "Robert Dale", None);
}

#[test]
fn whoever_is_told_without_a_state_at_a_seat_of_government_is_at_home() {
    let text = "President Amos Hale met Prime Minister John Kerr of the United Kingdom at PLACE. They spoke of Kenya's ships. \
        Kenya's harbours and Kenya's coast were on the table.";
    is(&text.replace("PLACE", "the White House"), "Amos Hale", Some("US"));
    is(&text.replace("PLACE", "a small hotel"), "Amos Hale", Some("KE"));
}

#[test]
fn who_in_office_meets_a_guest_is_of_the_state_that_is_visited() {
    let text = "Foreign Minister Ana Lopes of Portugal WAY Rabat. Lopes met Deputy Trade Minister Omar Idrissi and Senator Peter Lind.";
    is(&text.replace("WAY", "is on a visit to"), "Omar Idrissi", Some("MA"));
    // an office that readers know for one state's keeps it
    is(&text.replace("WAY", "is on a visit to"), "Peter Lind", Some("US"));
    let home = "Portugal's cabinet sat in Lisbon. Foreign Minister Ana Lopes spoke. Lopes met Deputy Trade Minister Omar Idrissi.";
    is(home, "Omar Idrissi", Some("PT"));
}

#[test]
fn a_building_that_speaks_for_a_state_is_another_name_of_it() {
    let aliases = |text: &str| {
        let r = record(text);
        let speaker = r.quotes[0].speaker.clone().unwrap();
        r.participants.iter().find(|p| p.id == speaker).map(|p| (p.country.clone().unwrap_or_default(), p.aliases.clone())).unwrap()
    };
    assert_eq!(aliases("Downing Street said the matter \"rests with the harbour\"."), ("GB".into(), vec!["Downing Street".to_owned()]));
    assert_eq!(aliases("London said the matter \"rests with the harbour\"."), ("GB".into(), Vec::new()));
}
