//! Companies of which nothing is known but what the article says, and names that stand for two.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::{record, tells_agreements as told, word};

#[test]
fn a_full_form_tells_that_the_short_one_is_a_company() {
    told(&[
        ("Vestra Corp and Marquand Inc are listed. Marquand was bought by Vestra in 2003.", &["agreed deal: Vestra Corp, Marquand Inc"]),
        // nobody says what they are
        ("Marquand was bought by a friend in 2003.", &[]),
    ]);
}

#[test]
fn the_last_word_of_a_longer_name_names_the_same_body() {
    told(&[(
        "TN Kestrel makes cars. Kestrel signed a contract with Halden Motors. TN Kestrel signed a contract with Halden Motors.",
        &["signed contract: TN Kestrel, Halden Motors"],
    )]);
}

#[test]
fn two_bodies_may_stand_in_one_name() {
    told(&[
        (
            "Vestra Corp and Marquand Inc are listed. The Vestra-Marquand merger was agreed on Monday.",
            &["agreed deal: Vestra Corp, Marquand Inc"],
        ),
        ("Kestrel Foods signed a contract with Rolls-Royce.", &["signed contract: Kestrel Foods, Rolls-Royce"]),
    ]);
}

#[test]
fn what_somebody_makes_is_no_body() {
    told(&[
        ("Kestrel Foods bought the Zephyr website for $3m.", &["agreed deal: Kestrel Foods, Zephyr"]),
        ("The Zephyr maker announced the acquisition of Halden Motors.", &[]),
    ]);
}

#[test]
fn who_trades_from_a_state_is_not_the_state() {
    told(&[
        ("Chinese firms signed a treaty with Norway.", &["signed treaty: Chinese firms, Norway"]),
        ("Chinese negotiators signed a treaty with Norway.", &["signed treaty: China, Norway"]),
    ]);
}

#[test]
fn the_firm_of_a_town_is_the_one_told_of_there() {
    told(&[
        (
            "Vestra Motors of Chicago rose. The Chicago firm signed a deal with Norlund Energy.",
            &["signed deal: Vestra Motors, Norlund Energy"],
        ),
        ("Vestra Motors of Chicago rose. The Chicago crowd signed a deal with Norlund Energy.", &[]),
    ]);
}

#[test]
fn who_says_that_it_will_is_a_company_and_who_says_that_it_takes_time_is_not() {
    let of = |said: &str| {
        let r = record(&format!("Ruiz said it {said}. Chancellor Lena Holm met Ruiz in Bonn on Friday."));
        r.participants.iter().find(|p| p.name == "Ruiz").map(|p| word(&p.kind))
    };
    assert_eq!(of("would shut two mines").as_deref(), Some("organization"));
    assert_eq!(of("could take years to rebuild the port").as_deref(), Some("person"));
}

#[test]
fn the_first_word_of_a_long_name_names_the_company_where_no_other_begins_so() {
    told(&[
        (
            "Vestra Norlund Financial Group raised its offer. Vestra signed a contract with Halden Motors.",
            &["signed contract: Vestra Norlund Financial Group, Halden Motors"],
        ),
        (
            "Vestra Norlund Financial Group and Vestra Kestrel Shipping Group raised their offers. Vestra signed a contract with Halden Motors.",
            &["signed contract: Vestra, Halden Motors"],
        ),
    ]);
}

#[test]
fn a_companys_seat_does_nothing() {
    told(&[
        ("The Peru-based company is due to complete its acquisition of Kestrel Foods next month.", &[]),
        ("Peru is due to complete its acquisition of Kestrel Foods next month.", &["planned deal: Peru, Kestrel Foods"]),
    ]);
    let record = record("Peru based its claim on a map. Peru-based Kestrel Foods bought Halden Motors.");
    let named = |name: &str| record.participants.iter().find(|p| p.name == name);
    assert_eq!(named("Kestrel Foods").unwrap().country.as_deref(), Some("PE"));
}

#[test]
fn a_company_that_readers_know_keeps_the_second_half_of_its_name() {
    told(&[
        ("Kestrel Foods signed a contract with Renault Trucks.", &["signed contract: Kestrel Foods, Renault Trucks"]),
        ("Kestrel Foods signed a contract with Toyota Tsusho.", &["signed contract: Kestrel Foods, Toyota Tsusho"]),
        // what a body that is no company holds
        ("At the ASEAN Summit, Kestrel Foods signed a contract with ASEAN.", &["signed contract: Kestrel Foods, ASEAN"]),
    ]);
}
