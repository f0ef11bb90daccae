//! Instruments that are only hoped for, and the other side where it stands far from the noun.

#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod common;

use common::tells_agreements as told;

#[test]
fn what_somebody_hopes_for_is_not_yet_agreed() {
    told(&[
        ("Portugal hopes to reach an agreement with Morocco.", &["planned agreement: Portugal, Morocco"]),
        ("Portugal is confident of an agreement with Morocco.", &["negotiating agreement: Morocco, Portugal"]),
        ("Hopes of an agreement between Portugal and Morocco grew.", &["negotiating agreement: Portugal, Morocco"]),
        ("Portugal is proud of an agreement with Morocco.", &["agreed agreement: Portugal, Morocco"]),
        ("News of an agreement between Portugal and Morocco came.", &["agreed agreement: Portugal, Morocco"]),
    ]);
}

#[test]
fn what_only_may_be_is_none_unless_it_is_pointed_at() {
    told(&[
        ("An accord between Portugal and Morocco could help the fishermen.", &[]),
        ("Talks would lead to an accord between Portugal and Morocco.", &[]),
        ("The accord between Portugal and Morocco could help the fishermen.", &["agreed agreement: Portugal, Morocco"]),
        ("An accord between Portugal and Morocco helped the fishermen.", &["agreed agreement: Portugal, Morocco"]),
    ]);
}

#[test]
fn the_other_side_may_be_whom_something_is_made_or_done_for() {
    told(&[
        ("Halden Motors struck a deal to supply Kestrel Foods with trucks.", &["agreed deal: Halden Motors, Kestrel Foods"]),
        ("Halden Motors struck a deal to supply trucks to Kestrel Foods.", &["agreed deal: Halden Motors, Kestrel Foods"]),
        ("Halden Motors signed a contract to build two halls for Kestrel Foods.", &["signed contract: Halden Motors, Kestrel Foods"]),
        ("Portugal signed an agreement to help Morocco build a port.", &["signed agreement: Portugal, Morocco"]),
        // a state that something is for, and whatever else is done, bind nobody
        ("Halden Motors signed a contract to make toys for Morocco.", &[]),
        ("Halden Motors struck a deal to study Kestrel Foods.", &[]),
    ]);
}

#[test]
fn a_contract_may_be_given_in_any_order() {
    told(&[
        ("Portugal awarded Kestrel Foods a contract to bake bread.", &["agreed contract: Portugal, Kestrel Foods"]),
        ("Portugal awarded a contract worth $3m to Kestrel Foods.", &["agreed contract: Portugal, Kestrel Foods"]),
        ("Kestrel Foods was awarded a contract by Portugal.", &["agreed contract: Kestrel Foods, Portugal"]),
        ("Kestrel Foods was awarded a contract worth $3m.", &[]),
        ("Portugal awarded Kestrel Foods a medal.", &[]),
    ]);
}

#[test]
fn a_part_of_the_world_is_no_state() {
    told(&[
        (
            "Portugal signed an agreement with Latin American countries on migration.",
            &["signed agreement: Portugal, Latin American countries"],
        ),
        ("Portugal signed an agreement with American officials on migration.", &["signed agreement: Portugal, United States"]),
    ]);
}

#[test]
fn people_in_sport_hire_each_other() {
    let deal = "Ana Lopes reached a deal with Youssef Bennani.";
    told(&[(deal, &["agreed deal: Ana Lopes, Youssef Bennani"])]);
    let sport =
        format!("The striker scored in the cup match. The coach praised the goalkeeper and the midfield after the final whistle. {deal}");
    told(&[(&sport, &[])]);
}
