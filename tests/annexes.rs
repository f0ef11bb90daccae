//! Lists of titles below an announcement, whose they are, and bodies between "between" and "and".

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements};

/// `Ministry of Fish of Chile CL` for each party.
fn sides(text: &str) -> Vec<String> {
    let r = record(text);
    let of = |id: &paraph::record::Id| {
        let p = r.participants.iter().find(|p| p.id == *id).unwrap();
        format!("{} {}", p.name, p.country.as_deref().unwrap_or("-"))
    };
    r.agreements.iter().flat_map(|a| a.parties.iter().map(of)).collect()
}

/// The titles of all items.
fn items(text: &str) -> Vec<String> {
    record(text).agreements.into_iter().flat_map(|a| a.items).map(|i| i.title).collect()
}

/// The subjects of all agreements.
fn subjects(text: &str) -> Vec<String> {
    record(text).agreements.into_iter().flat_map(|a| a.subjects).collect()
}

#[test]
fn each_side_of_between_is_one_body() {
    common::hold(
        sides,
        &[
            (
                "The ministers signed a memorandum of understanding between the Ministry of Fish and Ports of Chile and Enterprise Peru.",
                &["Ministry of Fish and Ports of Chile CL", "Enterprise Peru PE"],
            ),
            (
                "A memorandum was signed between the Ministry of Growth and the Family of the State of Qatar and the Ministry of Social and \
                 Family Affairs of the Republic of Peru.",
                &[
                    "Ministry of Growth and the Family of the State of Qatar QA",
                    "Ministry of Social and Family Affairs of the Republic of Peru PE",
                ],
            ),
            (
                "They signed a memorandum between the Peru Trade Board and the Chile External Trade Organization (CETRO) on startups.",
                &["Peru Trade Board PE", "Chile External Trade Organization CL"],
            ),
            (
                "They signed an arrangement between the General Prosecutor's Office of Chile and the Attorney-General's Chambers of Peru.",
                &["General Prosecutor's Office of Chile CL", "Attorney-General's Chambers of Peru PE"],
            ),
        ],
    );
}

#[test]
fn what_stands_between_two_persons_or_states_is_left_as_it_is() {
    common::hold(
        sides,
        &[
            ("A treaty between Chile and Peru was signed in Lima.", &["Chile CL", "Peru PE"]),
            (
                "A treaty between the Government of Chile and the Government of Peru was signed.",
                &["Government of Chile CL", "Government of Peru PE"],
            ),
            ("A MEMORANDUM WAS SIGNED BETWEEN THE MINISTRY OF TRADE OF CHILE AND THE MINISTRY OF TRADE OF PERU ON FISH.", &[]),
        ],
    );
    let r = record("The talks between President Ana Ruiz of Chile and the Trade Minister of Peru, Luis Gil, were held in Lima.");
    assert!(r.participants.iter().any(|p| p.name == "Ana Ruiz") && r.participants.iter().any(|p| p.name == "Luis Gil"));
}

#[test]
fn sides_that_stand_in_a_row_are_bound_whatever_the_tree_hangs_them_on() {
    tells_agreements(&[
        (
            "A cooperation agreement between the Agency for the Care of Rivers under the President of Chile, the Academy of Public Works and \
             the State Service College was signed.",
            &[
                "signed agreement: Agency for the Care of Rivers under the President of Chile, Academy of Public Works, State Service College",
            ],
        ),
        (
            "The two signed an agreement between the Ministry of Health of Chile and Norlund Polytechnic, Peru on training.",
            &["signed agreement: Ministry of Health of Chile, Norlund Polytechnic"],
        ),
    ]);
}

const LIST: &str = "The two presidents witnessed the exchange of three memoranda (see Annex). President Ruiz left on Monday.\n\n\
    MINISTRY OF FOREIGN AFFAIRS\nLIMA\n\n\
    Memorandum of Understanding on Tourism between the Ministry of Culture of Chile and the Peru Tourism Board\n\n\
    Memorandum of Understanding between Enterprise Peru and the Chile Development Bank on Digital Trade\n\n\
    Cooperation Programme between the Ministry of Justice of Chile and the Ministry of Law of Peru for 2031 to 2033";

#[test]
fn a_title_below_the_sentence_that_tells_of_several_has_its_status() {
    tells_agreements(&[
        (
            LIST,
            &[
                "signed memorandum: Ministry of Culture of Chile, Peru Tourism Board",
                "signed memorandum: Enterprise Peru, Chile Development Bank",
                "signed other: Ministry of Justice of Chile, Ministry of Law of Peru",
            ],
        ),
        // nothing above says that it was signed
        (
            "President Ruiz left on Monday.\n\nCooperation Programme between the Ministry of Justice of Chile and the Ministry of Law of Peru",
            &[],
        ),
    ]);
    // a title's years are those of what it is on
    assert!(record(LIST).agreements.iter().all(|a| a.date.is_none()));
}

#[test]
fn the_titles_of_a_list_are_items_of_what_the_text_tells_of_all() {
    let text = LIST.replace("The two presidents", "Chile and Peru");
    assert_eq!(items(&text).len(), 3);
    assert_eq!(items(&text)[1], "Memorandum of Understanding between Enterprise Peru and the Chile Development Bank on Digital Trade");
    // more than it tells of
    assert!(items(&text.replace("three memoranda", "two memoranda")).is_empty());
}

#[test]
fn another_heading_or_whatever_else_is_told_ends_a_list() {
    let told = |between: &str| {
        items(&format!(
            "Peru and Chile signed two agreements in Lima.\n\n{between}Agreement between Norlund Ltd and Vestra SA on copper\n\nAgreement \
             between Zentra Ltd and Halden Bank on gas"
        ))
    };
    assert_eq!(told("").len(), 2);
    assert_eq!(told("LIMA\n\n4 MAY 2029\n\n").len(), 2);
    assert!(told("Agenda for Tuesday\n\n").is_empty());
    assert!(told("She also told reporters about other projects.\n\n").is_empty());
}

#[test]
fn what_stands_behind_the_sides_is_what_it_is_about() {
    common::hold(
        subjects,
        &[
            (
                "Chile and Peru signed a memorandum between Enterprise Peru and the Chile Development Bank on Digital Trade.",
                &["Digital Trade"],
            ),
            ("They signed a memorandum between Enterprise Peru and the Chile Development Bank on Monday.", &[]),
            ("Chile and Peru signed a memorandum on counter-terrorism.", &["counter-terrorism"]),
        ],
    );
}

#[test]
fn an_item_whose_number_looks_like_a_face_is_one() {
    let text = "The two signed: (7) an agreement between the Ministry of Health of Chile and Norlund Polytechnic, Peru on training; (8) a \
                framework agreement between the Ministry of Ports of Chile and Halden Polytechnic, Peru on ports.";
    tells_agreements(&[(
        text,
        &[
            "agreed agreement: Ministry of Health of Chile, Norlund Polytechnic",
            "agreed agreement: Ministry of Ports of Chile, Halden Polytechnic",
        ],
    )]);
}

#[test]
fn what_is_being_announced_is_there() {
    tells_agreements(&[
        ("Peru and Chile are announcing a memorandum on fishing.", &["agreed memorandum: Peru, Chile"]),
        ("Peru and Chile are finalizing a memorandum on fishing.", &["negotiating memorandum: Peru, Chile"]),
    ]);
}

#[test]
fn who_is_interested_to_join_has_not_joined() {
    tells_agreements(&[
        (
            "They discussed Chile's interest to join the Regional Fisheries Agreement.",
            &["proposed agreement: Chile, Regional Fisheries Agreement"],
        ),
        (
            "They welcomed Chile's decision to join the Regional Fisheries Agreement.",
            &["planned agreement: Chile, Regional Fisheries Agreement"],
        ),
        ("Chile joined the Regional Fisheries Agreement.", &["signed agreement: Chile, Regional Fisheries Agreement"]),
    ]);
}

#[test]
fn agreements_signed_with_several_are_one_with_each() {
    tells_agreements(&[
        (
            "He welcomed Peru's free trade agreements signed with Chile and Norway.",
            &["signed agreement: Peru, Chile", "signed agreement: Peru, Norway"],
        ),
        ("He welcomed Peru's free trade agreement signed with Chile and Norway.", &["signed agreement: Chile, Norway, Peru"]),
    ]);
}

#[test]
fn who_signs_a_plan_alone_signs_a_bill() {
    tells_agreements(&[
        ("President Ruiz of Peru signed the Andean Recovery Plan (ARP) in Lima.", &[]),
        (
            "President Ruiz of Peru signed the Andean Fisheries Convention in Lima.",
            &["signed convention: Peru, Andean Fisheries Convention"],
        ),
    ]);
}

#[test]
fn states_of_several_words_open_a_name_that_is_cut_behind_them() {
    tells_agreements(&[
        (
            "The United States-Peru Digital Economy Agreement, which was signed in February, is a milestone.",
            &["signed agreement: United States, Peru"],
        ),
        ("The United States-led Digital Economy Agreement, which was signed in February, is a milestone.", &[]),
    ]);
}

#[test]
fn the_middle_of_three_who_sign_is_no_other_word_for_the_first() {
    tells_agreements(&[
        (
            "Norlund Corporation, the Government of Hungary, and Dorn University signed an MOU on training.",
            &["signed memorandum: Norlund Corporation, Government of Hungary, Dorn University"],
        ),
        (
            "Norlund Corporation, a Norwegian company, and Dorn University signed an MOU on training.",
            &["signed memorandum: Norlund Corporation, Dorn University"],
        ),
    ]);
}
